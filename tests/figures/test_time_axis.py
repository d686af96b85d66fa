"""Time from left to right on a page from the right: marks and times change sides in their figure, words do not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from stage import Stage, build, drawn, fact, point, row
from test_marks import printed

from factsheet.figures.columns import SparseColumns
from factsheet.figures.grouped import Grouped
from factsheet.figures.labels import LabelSurface
from factsheet.figures.lines import Lines
from factsheet.figures.numerals import numeral, set_inline
from factsheet.figures.plot import HEAD_CLEAR
from factsheet.figures.series import Series
from factsheet.figures.stacked import Stacked
from factsheet.model.drawing import Drawing, Group, Image
from factsheet.model.facts import Date, Point

if TYPE_CHECKING:
    from factsheet.options import Block

WIDTH = 249.64
SPARSE = fact("sparse", 3, 5, 9, 12)
DENSE = fact("dense", *range(12, 30))
A, B = fact("a", 100, 200, 300, label="By sea"), fact("b", 50, 80, 90, label="By land")
BLOCKS = {
    "columns": (build(SparseColumns, {"fact": "sparse"}), [SPARSE]),
    "series": (build(Series, {"fact": "dense"}), [DENSE]),
    "a line": (build(Lines, {"facts": ["dense"]}), [DENSE]),
    "lines": (build(Lines, {"facts": ["a", "b"]}), [A, B]),
    "grouped": (build(Grouped, {"parts": ["a", "b"]}), [A, B]),
    "stacked": (build(Stacked, {"parts": ["a", "b"]}), [A, B]),
}


def both(block: Block, facts: list[Any], width: float = WIDTH) -> tuple[Stage, Stage]:
    return drawn(block, facts, width), drawn(block, facts, width, against=True)


def stretches(stage: Stage) -> list[tuple[float, float]]:
    """Start and end of every mark."""
    found = [(x, x + width) for x, _, width, _, _, _ in stage.rectangles]
    for points in (*(p for p, _, _ in stage.lines), *(p for p, _, _ in stage.discs), *(p for p, _ in stage.areas)):
        xs = [x for x, _ in points]
        found.append((min(xs), max(xs)))
    return found


def turned(stretch: tuple[float, float]) -> Any:
    return pytest.approx((WIDTH - stretch[1], WIDTH - stretch[0]), abs=0.01)


@pytest.mark.parametrize("name", BLOCKS)
def test_marks_and_labels_stand_where_their_mirror_images_are(name: str) -> None:
    plain, other = both(*BLOCKS[name])
    for own, opposite in zip(stretches(plain), stretches(other), strict=True):
        assert opposite == turned(own)
    for own, opposite in zip(plain.boxes(), other.boxes(), strict=True):
        assert opposite[0] == own[0]
        assert opposite[1:3] == turned(own[1:3])


@pytest.mark.parametrize("name", BLOCKS)
def test_the_first_time_stands_at_the_end_and_nothing_meets(name: str) -> None:
    plain, other = both(*BLOCKS[name])
    starts = [x for text, x, *_ in other.boxes() if text.isdigit() and len(text) == 4]
    assert starts == sorted(starts, reverse=True) or starts == sorted(starts)
    first, last = (next(box for box in other.boxes() if box[0] == year) for year in ends_of(plain))
    assert first[1] > last[1]
    assert other.faults() == []


def ends_of(stage: Stage) -> tuple[str, str]:
    years = sorted(text for text in stage.texts if text.isdigit() and len(text) == 4)
    return years[0], years[-1]


@pytest.mark.parametrize(
    ("block", "facts", "note"),
    [
        (build(SparseColumns, {"fact": "gap"}), [fact("gap", 3, 4, 9, step=3)], "Other years not published"),
        (build(Series, {"fact": "gap"}), [fact("gap", *range(5, 12), None, 9, 8)], "Other years not published"),
        (build(Lines, {"facts": ["gap"]}), [fact("gap", 3, 4, point(2015, 9))], "Other years not published"),
    ],
)
def test_the_note_under_the_axis_begins_where_reading_does(block: Block, facts: list[Any], note: str) -> None:
    for stage in both(block, facts):
        (box,) = (box for box in stage.boxes() if box[0] == note)
        (sign,) = (points for points, radius, _ in stage.discs if radius == 1.2)
        assert sign[0][0] < box[1] < 10


def test_a_second_source_is_explained_where_reading_begins() -> None:
    second = Point(Date(2014), Decimal(8), "t")
    facts = [fact("two", point(2010, 5), point(2014, 9, preferred=True), second)]
    for stage in both(build(SparseColumns, {"fact": "two"}), facts):
        (key,) = (box for box in stage.boxes() if "second source" in box[0])
        (sign,) = (r for r in stage.rectangles if r[2:4] == (7.0, 7.0))
        assert (sign[0], key[1]) == (0, 10.5)


def test_an_estimate_is_marked_after_its_number_in_either_direction() -> None:
    """The mark is read after the number, so on the page it stands at the left of that."""
    block = build(SparseColumns, {"fact": "estimate"})
    facts = [fact("estimate", 3, 4, point(2018, 1400, status="estimated"))]
    for stage in both(block, facts):
        boxes = {text: (start, end) for text, start, end, *_ in stage.boxes()}
        assert boxes["1,400"][1] < boxes["e"][0] < boxes["1,400"][1] + 3


@pytest.mark.parametrize("against", [False, True])
def test_a_value_on_one_line_is_read_word_first_then_number_then_mark(*, against: bool) -> None:
    stage = Stage(WIDTH, 100, against=against)
    surface = stage.in_time()
    number = numeral(surface, printed(480, 2014, qualifier="more-than", word="over", suffix="e"), "value")
    set_inline(surface, number, 20, 50)
    boxes = stage.boxes()
    assert [text for text, *_ in sorted(boxes, key=lambda box: box[1])] == ["over", "480", "e"]
    start = WIDTH - 20 - number.inline if against else 20
    assert min(box[1] for box in boxes) == pytest.approx(start, abs=0.01)
    assert max(box[2] for box in boxes) == pytest.approx(start + number.inline, abs=0.01)


def test_a_sparkline_turns_round_in_its_own_tile_and_nothing_else_does() -> None:
    facts = [fact("many", *range(5, 13)), fact("few", 4, 9)]
    plain, other = both(row("many", "few"), facts)
    (line,) = (points for points, colour, _ in plain.lines if colour == "data")
    (turning,) = (points for points, colour, _ in other.lines if colour == "data")
    tile = plain.rectangles[0][2]
    assert [x for x, _ in turning] == pytest.approx([tile - x for x, _ in line])
    assert [y for _, y in turning] == [y for _, y in line]
    assert other.rectangles == plain.rectangles
    years = {"2010", "2017"}
    assert [box for box in other.boxes() if box[0] not in years] == [
        box for box in plain.boxes() if box[0] not in years
    ]
    first, last = (next(box for box in other.boxes() if box[0] == year) for year in ("2010", "2017"))
    assert (first[2], last[1]) == pytest.approx((tile, 0))


def test_the_key_of_grouped_columns_shows_them_in_the_order_in_which_they_stand() -> None:
    names = ("One of the longer names that a part may have", "Another name that has no end")
    parts = [fact(name, 5, 6, label=label) for name, label in zip(("a", "b"), names, strict=True)]
    plain, other = both(build(Grouped, {"parts": ["a", "b"]}), parts, 150)
    for stage, first in ((plain, 0), (other, 1)):
        marks = [r for r in stage.rectangles if r[3] == 7.0][:2]
        (own,) = (r for r in marks if r[4] == "data")
        assert sorted(marks).index(own) == first, (
            "the first part is the first column of its key where it is in the plot"
        )
        assert [box[1] for box in stage.boxes() if box[0] in names] == pytest.approx([11, 11])


@pytest.mark.parametrize("name", ["columns", "series"])
def test_the_latest_value_keeps_clear_of_the_head_that_it_stands_under(name: str) -> None:
    tops = [min(box[3] for box in stage.boxes()) for stage in both(*BLOCKS[name])]
    assert tops[0] == pytest.approx(tops[1])
    assert tops[0] >= HEAD_CLEAR - 0.5, "digits are a little lower than the box that is drawn round them"


def test_every_verb_of_a_surface_changes_places_and_turns_nothing_round() -> None:
    stage = Stage(100, 50, against=True)
    surface = stage.in_time(10, 60)  # what stands at 10 stands at 70, and the other way round
    assert (surface.width, surface.height, surface.turned, surface.in_time()) == (100, 50, True, surface)
    surface.squares(((10, 0),), 5, "data")
    surface.stamp("person", ((10, 23),), 23, "data", share=0.5)
    surface.wedge(20, 20, 10, 5, 0.0, 0.25, "data")
    surface.vectors(Drawing(10, 10, mirror=False), 12, 0, 20)
    surface.image(b"", 30, 0, 10, 10)
    surface.label("10", 40, 20, "axis", anchor="middle")
    surface.label("10", 10, 20, "axis")
    surface.label("10", 70, 20, "axis", anchor="end")
    assert stage.cells == [(((65, 0),), 5, "data")]
    assert stage.stamps[0][0] == ((60, 23),)
    assert stage.wedges[0][:2] == (60, 20)
    assert stage.wedges[0][4:6] == (0.0, 0.25)
    group, image = stage.images
    assert isinstance(group, Group)
    assert isinstance(image, Image)
    assert (group.x, group.scale, group.width, group.mirror) == (48, 2, 10, False)
    assert image.x == 40
    assert [(label.x, label.anchor) for label in stage.labels] == [(40, "middle"), (70, "end"), (10, "start")]


def test_time_runs_as_text_does_unless_an_edition_says_otherwise() -> None:
    stage = Stage(100, 50)
    assert isinstance(stage, LabelSurface)
    assert stage.in_time(5, 10) is stage
    assert not stage.turned
