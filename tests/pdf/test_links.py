"""Links: an element in its paragraph, an annotation over its words, and only where a reader may follow."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pikepdf
import pytest
from linked import LONG, PAGE, edition

from factsheet.figures.record import record_labels
from factsheet.fit.checks import check_pages
from factsheet.fit.ground import turn
from factsheet.fit.nodes import texts
from factsheet.model.content import Span
from factsheet.model.drawing import GlyphLine, GlyphRun
from factsheet.model.links import is_safe
from factsheet.model.placed import Metadata, PlacedLine
from factsheet.model.tag import ARTIFACT, HEADER, Tag
from factsheet.pdf.canvas import ScreenCanvas
from factsheet.pdf.links import annotation, parts
from factsheet.pdf.text import Spot
from factsheet.pipeline import place, render
from factsheet.text.typesetter import Typesetter
from judges import extract, tagtree, verapdf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF of two pages with links."""
    folder = tmp_path_factory.mktemp("linked")
    target = folder / "linked.pdf"
    target.write_bytes(render(edition(folder, PAGE * 2), "en"))
    return target


def links(page: pikepdf.Page) -> dict[str, pikepdf.Object]:
    """The annotations of a page by the address that they lead to."""
    return {str(found.A.URI): found for found in page.Annots}


def test_no_rule_of_pdf_ua_1_fails(file: Path) -> None:
    assert verapdf.failures(file, verapdf.PDF_UA_1) == []
    assert tagtree.strays(file) == []


def test_a_link_is_an_element_in_its_paragraph_between_the_words_around_it(file: Path) -> None:
    tree = tagtree.tree(file)
    assert (
        """    P
      1: "The ferry that leaves at dawn carries more people than all the others of the day together do, and "
      Link
        1: "the register of all sailings that the harbour office keeps"
        annotation Link "https://example.org/register?a=1&b=2" \
"the register of all sailings that the harbour office keeps (https://example.org/register?a=1&b=2)"
      1: " says so."
"""
        in tree
    )
    for parent, said, address in (
        ("H1", "the islands", "https://example.org/i"),
        ("H3", "heading", "https://example.org/h"),
        ("Span", "North", "https://example.org/n"),
        ("P", "Nobody", "mailto:nobody@example.org"),
    ):
        assert f'annotation Link "{address}" "{said} ({address})"' in tree
        lines = tree.split("\n")
        at = next(i for i, line in enumerate(lines) if line.strip() == f'1: "{said}"')
        depth = len(lines[at - 1]) - len(lines[at - 1].lstrip())
        above = next(line for line in reversed(lines[: at - 1]) if len(line) - len(line.lstrip()) < depth)
        assert above.split()[0] == parent


def test_every_annotation_is_found_from_its_number_and_says_that_it_is_printed_without_a_border(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        entries = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        assert list(entries) == sorted(entries)
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) > max(entries)
        found = [annotation for page in pdf.pages for annotation in page.Annots]
        assert len(found) == 2 * 7
        assert len({int(one.StructParent) for one in found}) == len(found)
        for one in found:
            element = entries[int(one.StructParent)]
            assert element.S == "/Link"
            assert element.P.S in {"/P", "/H1", "/H3", "/Span"}
            (reference,) = [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary)]
            assert reference.Type == "/OBJR"
            assert reference.Obj.objgen == one.objgen
            assert (int(one.F), [int(side) for side in one.Border]) == (4, [0, 0, 0])
            assert one.A.S == "/URI"
            assert str(one.Contents).endswith(f"({unquote(str(one.A.URI))})")
        assert {str(page.Tabs) for page in pdf.pages} == {"/S"}


def test_an_address_is_written_in_ascii(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        assert "HTTPS://example.org/%C3%A9" in links(pdf.pages[0])


def test_a_link_over_several_lines_has_a_quadrilateral_a_line_over_its_words(file: Path, tmp_path: Path) -> None:
    made = place(edition(tmp_path), "en").pages[0]
    words: dict[str, list[tuple[float, float, float]]] = {}
    for text in texts(made):
        x = text.box.x
        for run in text.line.runs:
            if run.href:
                words.setdefault(run.href, []).append(
                    (x, x + min(run.width, text.box.end - x), made.height - text.box.bottom)
                )
            x += run.width
    with pikepdf.open(file) as pdf:
        for address, found in links(pdf.pages[0]).items():
            where = next(words[href] for href in words if href.replace("é", "%C3%A9") == address)
            quads = [float(value) for value in found.QuadPoints]
            assert len(quads) == 8 * len(where)
            left, lower, right, upper = (float(value) for value in found.Rect)
            for index, (start, end, foot) in enumerate(where):
                x1, y1, x2, y2, x3, y3, x4, y4 = quads[index * 8 : index * 8 + 8]
                assert (x1, x2) == (x3, x4) == pytest.approx((start, end), abs=0.02)
                assert y1 == y2 > y3 == y4
                assert y3 - 1 < foot < y1
                assert left <= x1 < x2 <= right
                assert lower <= y3 < y1 <= upper
        assert len(links(pdf.pages[0])["https://example.org/register?a=1&b=2"].QuadPoints) > 8


def test_the_text_is_found_as_if_there_were_no_link(file: Path) -> None:
    said = " ".join(extract.pdfium(file)[0].split())
    assert "All of the islands travel" in said
    assert "together do, and the register of all sailings that the harbour office keeps says so." in said


def test_links_have_the_colour_of_accents_in_running_text_alone(tmp_path: Path) -> None:
    made = place(edition(tmp_path), "en")
    page = turn(record_labels(made.pages, made.typesetter))[0]
    colours = {run.text.strip(): run.colour for text in texts(page) for run in text.line.runs if run.href}
    assert colours["North"] == colours["Nobody"] == colours["example.org"] == "accent_text"
    assert colours["there"] == "ground_accent"
    assert (colours["the islands"], colours["heading"]) == ("ink", "ink")


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org", True),
        ("HTTP://example.org/a?b#c", True),
        ("mailto:nobody@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("ftp://example.org", False),
        ("www.example.org", False),
        ("page2.html", False),
        ("https://", False),
        ("https:/example.org", False),
        ("mailto:nobody", False),
        ("https://example.org x", False),
        ("data:text/html,x", False),
    ],
)
def test_only_web_and_mail_addresses_are_followed(address: str, safe: bool) -> None:
    assert is_safe(address) == safe


@pytest.mark.parametrize("address", ["javascript:x", "www.example.org", "file:///x"])
def test_any_other_address_is_a_problem_of_its_block(address: str, tmp_path: Path) -> None:
    pages = PAGE.replace("https://example.org/h", address).replace("mailto:nobody@example.org", address)
    made = place(edition(tmp_path, pages), "en")
    problems = check_pages(record_labels(made.pages, made.typesetter))
    assert [(problem.rule, problem.where, problem.severity) for problem in problems] == [
        ("link-unsafe", "page1.left.text", "error"),
        ("link-unsafe", "page1.note", "error"),
    ]
    assert problems[0].message == f"the link 'heading' leads to '{address}', which is no web or mail address"


def test_the_head_of_a_part_that_goes_on_is_no_link_again(tmp_path: Path) -> None:
    """It is an artifact, and an annotation must be in the structure tree (ISO 14289-1, 7.18.1)."""
    passages = ", ".join(f'{{title: Passage {i}, text: "{LONG}"}}' for i in range(6))
    pages = f"""
  - template: page
    areas:
      opener: {{headline: Opener}}
      left:
        text: {{title: "A [story](https://example.org/story)", items: [{passages}]}}
        flow: [left, right]
      below: {{headline: Below}}
"""
    data = render(edition(tmp_path, pages), "en")
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [str(one.A.URI) for one in pdf.pages[0].Annots]
        assert found.count("https://example.org/story") == 1
        assert found.count("https://example.org/register?a=1&b=2") == 6
    target = tmp_path / "flow.pdf"
    target.write_bytes(data)
    assert verapdf.failures(target, verapdf.PDF_UA_1) == []


@pytest.mark.parametrize(
    ("tag", "address", "count"),
    [
        (Tag("P"), "https://example.org", 1),
        (ARTIFACT, "https://example.org", 0),
        (HEADER, "https://example.org", 0),
        (Tag("Sect"), "https://example.org", 0),
        (Tag("P"), "javascript:x", 0),
    ],
)
def test_only_content_leads_anywhere_and_only_where_a_reader_may_follow(
    tag: Tag, address: str, count: int, tmp_path: Path
) -> None:
    made = edition(tmp_path)
    target = BytesIO()
    canvas = ScreenCanvas(target, brand=made.brand, metadata=Metadata("Links", "", "", "en", "2024"))
    line = Typesetter(made.brand.faces, made.brand.scale, "en").line((Span("there", href=address),), "body")
    with canvas.tagged(tag):
        canvas.text((PlacedLine(line, 30, 40),))
    canvas.save()
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages[0].get("/Annots", [])) == count


def test_the_same_links_give_the_same_bytes(file: Path, tmp_path: Path) -> None:
    assert render(edition(tmp_path, PAGE * 2), "en") == file.read_bytes()


def run(text: str, width: float, href: str | None = None) -> GlyphRun:
    return GlyphRun(None, 10, "ink", "", frozenset(), (), width, href=href, text=text)  # type: ignore[arg-type]


def test_a_hanging_blank_is_no_place_to_click() -> None:
    line = GlyphLine((run("see ", 20), run("there ", 30, "https://a.example")), 47, "see there ", 7, -2)
    before, link = parts([Spot(line, 100, 50)])
    assert (before.href, before.spots[0].x) == (None, 100)
    assert (link.spots[0].x, link.spots[0].line.width) == (120, 27)
    assert link.text == "there"
    made = annotation("https://a.example", link.spots, link.text)
    assert made["Rect"].sequence == [120, 48, 147, 57]


def test_a_blank_that_hangs_on_the_left_of_a_line_from_right_to_left_is_none_either() -> None:
    line = GlyphLine((run("there ", 30, "https://a.example"), run("see ", 20)), 47, "see there ", 7, -2, lead=3)
    before, link = parts([Spot(line, 100, 50)])
    assert (before.href, before.spots[0].x) == (None, 127)
    assert (link.spots[0].x, link.spots[0].line.width, link.spots[0].line.lead) == (100, 27, 3)


def test_a_link_that_goes_on_in_the_next_line_from_right_to_left_is_one_link() -> None:
    """It ends one line on the left and begins the next one on the right."""
    lines = (
        GlyphLine((run("the ", 20, "https://a.example"), run("see ", 20)), 40, "see the ", 7, -2),
        GlyphLine((run("now ", 20), run("list ", 20, "https://a.example")), 40, "list now ", 7, -2),
    )
    before, link, after = parts([Spot(line, 0, y) for line, y in zip(lines, (60, 48), strict=True)])
    assert [part.href for part in (before, link, after)] == [None, "https://a.example", None]
    assert link.text == "the list"
    assert [(spot.x, spot.y) for spot in link.spots] == [(0, 60), (20, 48)]


def test_a_link_in_two_directions_is_said_as_it_is_read() -> None:
    """A number runs from left to right among words that do not: what is read first lies on the right."""
    link = "https://a.example"
    line = GlyphLine(
        (run("end ", 20), run("of ", 20, link), run("2018 ", 20, link), run("list ", 20, link)),
        80,
        "list 2018 of end ",
        7,
        -2,
    )
    found, _ = parts([Spot(line, 0, 0)])
    assert (found.text, found.spots[0].x, found.spots[0].line.width) == ("list 2018 of", 20, 60)


def test_a_link_whose_parts_do_not_lie_together_is_one_element_with_two_places() -> None:
    link = "https://a.example"
    line = GlyphLine((run("b ", 10, link), run("c ", 10), run("a ", 10, link)), 30, "a b c ", 7, -2)
    found, _ = parts([Spot(line, 0, 0)])
    assert found.text == "a b"
    assert sorted(spot.x for spot in found.spots) == [0, 20]


def test_a_link_that_is_cut_by_a_hyphen_says_whole_words_and_an_address_is_said_once() -> None:
    lines = [GlyphLine((run(text, 30, "https://a.example"),), 30, text, 7, -2) for text in ("inter\u00ad", "national")]
    (link,) = parts([Spot(line, 0, y) for line, y in zip(lines, (60, 48), strict=True)])
    assert link.text == "international"
    assert len(annotation("https://a.example", link.spots, link.text)["QuadPoints"].sequence) == 16
    assert annotation("https://a.example", link.spots, "https://a.example")["Contents"].s == "https://a.example"


def test_neighbours_that_lead_elsewhere_are_two_links() -> None:
    line = GlyphLine((run("a", 5, "https://a.example"), run("b", 5, "https://b.example")), 10, "ab", 7, -2)
    assert [part.href for part in parts([Spot(line, 0, 0)])] == ["https://a.example", "https://b.example"]
