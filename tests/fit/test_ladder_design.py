"""What the design's script says of row mates, of parts of a paragraph, and of headings at a foot."""

from __future__ import annotations

import design
from factsheet.model.drawing import GlyphLine, GlyphRun
from factsheet.model.geometry import Box
from factsheet.model.placed import Placed, PlacedLine, PlacedPage
from factsheet.model.tag import Tag

BOX = Box(0, 0, 100, 50)


def text(kind: str | Tag, *ys: float, role: str = "body", size: float = 9.0) -> Placed:
    run = GlyphRun(None, size, "text", "", frozenset(), (), 40)  # type: ignore[arg-type]
    line = GlyphLine((run,), 40, "two words ", 7, -2)
    tag = Tag(kind) if isinstance(kind, str) else kind
    return Placed(BOX, tag, lines=tuple(PlacedLine(line, 0, y, role=role) for y in ys), kind="text")


def block(name: str, *children: Placed) -> Placed:
    return Placed(BOX, Tag("Sect"), children=children, where=f"page1.{name}.text", kind="block")


def row(*blocks: Placed) -> Placed:
    return Placed(BOX, children=blocks, kind="columns")


def page(*nodes: Placed) -> PlacedPage:
    return PlacedPage(400, 600, 8, nodes)


def test_mates_begin_their_running_text_on_one_baseline_and_in_one_size() -> None:
    head = text("H2", 20, role="h2")
    even = row(block("a", head, text("P", 40)), block("b", head, text("P", 40)))
    assert list(design._bodies([even])) == []
    (fault,) = design._bodies([row(block("a", head, text("P", 40)), block("b", head, text("P", 41)))])
    assert "first baselines of running text differ: [40, 41]" in fault
    (fault,) = design._bodies([row(block("a", head, text("P", 40)), block("b", head, text("P", 40, size=8.3)))])
    assert "first sizes of running text differ" in fault


def test_a_head_of_two_lines_pushes_its_own_text_down_and_that_is_right() -> None:
    one, two = text("H2", 20, role="h2"), text("H2", 20, 36, role="h2")
    assert list(design._bodies([row(block("a", one, text("P", 40)), block("b", two, text("P", 56)))])) == []


def test_a_line_of_a_paragraph_that_stands_alone_elsewhere_is_found() -> None:
    tag = Tag("P")
    assert list(design._parts(page(text(tag, 10, 22), text(tag, 10, 22)))) == []
    (fault,) = design._parts(page(block("a", text(tag, 10, 22)), block("b", text(tag, 10))))
    assert fault == "page1.b.text: 'two words' stands alone, away from its paragraph"
    assert list(design._parts(page(text("P", 10)))) == [], "a paragraph of one line is whole"


def test_a_heading_at_the_foot_of_a_block_is_found() -> None:
    assert list(design._feet(page(block("a", text("H3", 10), text("P", 22))))) == []
    (fault,) = design._feet(page(block("a", text("P", 10), text("H3", 22))))
    assert fault == "page1.a.text: the heading 'two words' stands alone at the foot"
    assert list(design._feet(page(block("a", text("H1", 10))))) == [], "a headline may be all there is"
    figure = Placed(BOX, Tag("Figure"), kind="figure")
    assert list(design._feet(page(block("a", text("P", 4), text("H2", 10), figure)))) == []
