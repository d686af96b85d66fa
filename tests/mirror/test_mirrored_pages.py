"""Mirroring is the page's: everything changes its side, and nothing that has sides of its own is turned round."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

import design
from factsheet.fit.nodes import texts, walk
from factsheet.pages.document import paint
from factsheet.pdf.canvas import ScreenCanvas
from factsheet.pipeline import place
from mirror.pages import LOOSE, SHEETS, WIDE, Part, drawn, edition, file, from_the_right, is_mirrored, pages, painted

if TYPE_CHECKING:
    from factsheet.model.geometry import Box
    from factsheet.model.placed import Placed, PlacedLine, PlacedPage

A4, A5 = 595.28, 419.53
PAGES = [*(("iom-snapshot", number) for number in range(4)), ("meridian-brief", 0), ("meridian-profile", 0)]


class Noting(ScreenCanvas):
    """Notes where lines and pictures are painted, from the left."""

    def __init__(self, *arguments, seen, **options) -> None:
        super().__init__(*arguments, **options)
        self.seen = seen

    def text(self, lines: tuple[PlacedLine, ...]) -> None:
        for placed in lines:
            left, width = self._spot(placed).x, placed.line.width
            at_left = placed.end == self._metadata.right_to_left  # the edge that it is flush with
            self.seen.append(("line", words_of(placed), left if at_left else left + width))
        super().text(lines)

    def picture(self, drawing, box: Box) -> None:
        left = self._left(box.x, box.width)
        self.seen.append(("picture", "", left + box.width if self._metadata.right_to_left else left))
        super().picture(drawing, box)


def words_of(placed: PlacedLine) -> str:
    """What a line says, without the isolates that keep an address in its order."""
    return placed.line.text.strip("\u2066\u2069")


def seen(sheet: str, *, mirrored: bool) -> list[tuple[str, str, float]]:
    """Kind and text of everything in the order of painting, and the edge that it is flush with, from the left."""
    made, found = edition(sheet), []
    if mirrored:
        with from_the_right():
            metadata = place(made, "en").metadata
    else:
        metadata = place(made, "en").metadata
    canvas = partial(Noting, brand=made.brand, metadata=metadata, seen=found)
    paint(pages(sheet, mirrored=mirrored), metadata, canvas)
    return found


def numbers_of_tables(sheet: str) -> set[str]:
    """The figures in tables: they are the one thing whose lines do not simply change sides."""
    nodes = (node for page in pages(sheet, mirrored=False) for node, _ in walk(page.placed))
    return {words_of(placed) for node in nodes for placed in node.lines if placed.role == "table_number"}


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_line_and_every_picture_stands_where_its_mirror_image_is(sheet: str) -> None:
    plain, turned = (seen(sheet, mirrored=mirrored) for mirrored in (False, True))
    width = pages(sheet, mirrored=False)[0].width
    figures = numbers_of_tables(sheet)
    assert [entry[:2] for entry in turned] == [entry[:2] for entry in plain]
    assert len(plain) >= 40
    for (kind, text, edge), (_, _, other) in zip(plain, turned, strict=True):
        if text not in figures:
            assert other == pytest.approx(width - edge, abs=WIDE), (kind, text)


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_fit_places_counts_from_the_reading_start_in_either_direction(sheet: str) -> None:
    """So row mates share their baselines, and rules their module, in every language."""
    for plain, turned in zip(*(pages(sheet, mirrored=mirrored) for mirrored in (False, True)), strict=True):
        assert (plain.right_to_left, turned.right_to_left) == (False, True)
        for (node, where), (other, _) in zip(walk(plain.placed), walk(turned.placed), strict=True):
            own, turning = ((box.x, box.y, box.height) for box in (node.box, other.box))
            assert turning == pytest.approx(own, abs=WIDE), where
            assert other.box.width == pytest.approx(node.box.width, abs=LOOSE), where
        baselines = [[placed.y for node, _ in walk(page.placed) for placed in node.lines] for page in (plain, turned)]
        assert baselines[0] == baselines[1]


@pytest.mark.parametrize("sheet", SHEETS)
def test_mirrored_pages_keep_the_design(sheet: str) -> None:
    with from_the_right():
        assert list(design.faults(edition(sheet))) == []


def left_of(page: PlacedPage, words: str) -> float:
    """Where a text begins on a mirrored page, from the left."""
    found = next(text for text in texts(page) if text.text == words)
    return page.width - found.box.end


def test_the_first_figure_stands_at_the_right_and_the_folio_at_the_left() -> None:
    cover, second, *_ = pages("iom-snapshot", mirrored=True)
    tiles = ("Staff worldwide", "Member States", "Operational expenditure", "Field locations")
    lefts = [left_of(cover, words) for words in tiles]
    assert lefts == sorted(lefts, reverse=True)
    assert left_of(second, "2 / 4") == pytest.approx(42, abs=0.01)
    emblem = next(node for node, _ in walk(second.placed) if node.kind == "emblem")
    assert second.width - emblem.box.x == pytest.approx(A4 - 42, abs=0.01), "its right edge is flush with the margin"


def moved_by(part: Part, other: Part) -> float | None:
    """How far a part has moved to the right as a whole, or None where it is not the same picture."""
    if len(part) != len(other):
        return None
    across = other[0].left - part[0].left
    pairs = zip(part, other, strict=True)
    whole = all(abs(b.left - a.left - across) + abs(b.right - a.right - across) < WIDE for a, b in pairs)
    return across if whole else None


@pytest.mark.parametrize(("sheet", "number"), PAGES)
def test_marks_are_mirrored_and_what_has_sides_is_moved_alone(sheet: str, number: int) -> None:
    """Each marked part of the file is a mirror image or, where its drawing keeps its sides, the same picture."""
    width = pages(sheet, mirrored=False)[number].width
    plain, turned = (painted(sheet, number, mirrored=mirrored) for mirrored in (False, True))
    keeping = kept(pages(sheet, mirrored=True)[number].placed)
    assert len(plain) == len(turned) == len(keeping)
    assert any(keeping)
    for part, other, keeper in zip(plain, turned, keeping, strict=True):
        if keeper == "map":  # its inset changes sides, and the land makes room for it: looked at below
            continue
        if keeper:
            assert moved_by(part, other) is not None, keeper
            assert not any(area.turned for area in other), keeper
        elif not is_clockwise(part):
            assert is_mirrored(part, other, width)


def kept(nodes: tuple[Placed, ...]) -> list[str]:
    """Of each drawing with marks: what keeps its sides in it, or nothing. A figure is named by its block."""
    return [keeps(node, where.rpartition(".")[2]) for node, where in walk(nodes) if drawn(node)]


def keeps(node: Placed, block: str) -> str:
    if node.kind == "figure":
        return block if block in {"contact", "map", "masthead", "picture"} else ""
    points = node.drawing is not None and node.drawing.mirror  # an icon that points somewhere
    return node.kind if node.kind in {"emblem", "ornament"} and not points else ""


def is_clockwise(part: Part) -> bool:
    """Whether a part is the donut of the profile: four slices, four bars of its list."""
    return len(part) == 8 and sum(area.right - area.left < 4 for area in part) == 4


def test_a_donut_runs_clockwise_on_either_page() -> None:
    plain, turned = (painted("meridian-profile", 0, mirrored=mirrored) for mirrored in (False, True))
    (slices,), (others,) = ([part[:4] for part in parts if is_clockwise(part)] for parts in (plain, turned))
    assert moved_by(slices, others) is not None


def test_bars_start_at_the_right_edge_of_their_place() -> None:
    """The bars of the brief: the stem at zero is at their right, and the longest ends farthest to the left."""
    (node,) = (n for n, where in walk(pages("meridian-brief", mirrored=True)[0].placed) if bars(n, where))
    index = [n for n, _ in walk(pages("meridian-brief", mirrored=True)[0].placed) if drawn(n)].index(node)
    *rows, stem = painted("meridian-brief", 0, mirrored=True)[index]
    zero = (stem.left + stem.right) / 2
    assert [round(area.right - zero, 2) for area in rows] == [0.0] * 5
    assert [area.left for area in rows] == sorted(area.left for area in rows)


def bars(node: Placed, where: str) -> bool:
    return node.kind == "figure" and where.endswith(".bars")


@pytest.mark.parametrize(("mirrored", "side"), [(False, "left"), (True, "right")])
def test_only_the_inset_of_a_map_changes_sides(*, mirrored: bool, side: str) -> None:
    """East is at the right in every language."""
    page = pages("iom-snapshot", mirrored=mirrored)[1]
    node = next(n for n, where in walk(page.placed) if n.kind == "figure" and where.endswith(".map"))
    assert node.drawing is not None
    places = {text.text: text.box for text in texts(page) if text.label}
    lefts = {words: page.width - box.end if mirrored else box.x for words, box in places.items()}
    west_to_east = ("San José", "Georgetown", "Dakar", "Cairo", "Nairobi", "Astana", "Bangkok", "Manila", "Tokyo")
    assert [lefts[name] for name in west_to_east] == sorted(lefts[name] for name in west_to_east)
    enlarged = ("Brussels", "Berlin", "Vienna")
    assert [lefts[name] for name in enlarged] == sorted(lefts[name] for name in enlarged)
    inset = lefts["Europe, enlarged"]
    assert inset < lefts["San José"] if side == "left" else inset > lefts["Tokyo"]


@pytest.mark.parametrize("sheet", ["iom-snapshot", "meridian-profile"])
def test_a_link_leads_from_its_mirrored_place(sheet: str) -> None:
    plain, turned = (links(file(sheet, mirrored=mirrored)) for mirrored in (False, True))
    assert [address for address, _, _ in plain] == [address for address, _, _ in turned] != []
    for (_, left, right), (_, other, end) in zip(plain, turned, strict=True):
        assert (other, end) == pytest.approx((A4 - right, A4 - left), abs=WIDE)


def links(data: bytes) -> list[tuple[str, float, float]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        made = [note for page in pdf.pages for note in page.get("/Annots", [])]
        return [(str(note.A.URI), float(note.Rect[0]), float(note.Rect[2])) for note in made]


def test_the_file_says_in_which_direction_it_is_read() -> None:
    for mirrored, direction, mode in ((False, None, None), (True, "/R2L", "/RlTb")):
        with pikepdf.open(BytesIO(file("meridian-brief", mirrored=mirrored))) as pdf:
            assert pdf.Root.ViewerPreferences.get("/Direction") == direction
            attributes = pdf.Root.StructTreeRoot.K[0].get("/A", {})
            assert attributes.get("/WritingMode") == mode


def test_the_box_of_a_figure_is_where_it_is_painted() -> None:
    """A reader that shows a figure alone cuts it out by the box that the structure tree gives."""
    boxes = []
    for mirrored in (False, True):
        with pikepdf.open(BytesIO(file("meridian-brief", mirrored=mirrored))) as pdf:
            boxes.append([[float(v) for v in box] for box in figure_boxes(pdf.Root.StructTreeRoot)])
    assert len(boxes[0]) == len(boxes[1]) > 2
    for (left, foot, right, top), turned in zip(*boxes, strict=True):
        assert turned == pytest.approx([A5 - right, foot, A5 - left, top], abs=WIDE)


def figure_boxes(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = []
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") is not None:
            attributes = kid.get("/A", {})
            if kid.S == "/Figure" and attributes.get("/BBox") is not None:
                found.append(attributes.BBox)
            found += figure_boxes(kid)
    return found
