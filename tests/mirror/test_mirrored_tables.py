"""Tables from the right: columns change sides, and figures keep their units under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factsheet.fit.nodes import walk
from factsheet.fit.tables import table_box
from factsheet.model.content import Span, Table
from factsheet.text.typesetter import Typesetter
from mirror.pages import edition

if TYPE_CHECKING:
    from factsheet.model.placed import Placed, PlacedLine

WIDTH, AT = 300.0, 40.0
FIGURES = ("5", "1,234", "71")


def text(words: str) -> tuple[Span, ...]:
    return (Span(words),)


def placed(*, mirrored: bool) -> Placed:
    brand = edition("meridian-brief").brand
    rows = tuple((text(name), text(number)) for name, number in zip(("One", "Two", "Three"), FIGURES, strict=True))
    table = Table((text("Project"), text("Sum")), rows, (False, True))
    return table_box(table, WIDTH, Typesetter(brand.faces, brand.scale, "en", mirrored)).place(AT, 0)


def edges(line: PlacedLine) -> tuple[float, float]:
    """Start and end of a line, from the reading start."""
    start = line.x - line.line.width if line.end else line.x
    return start, start + line.line.width


def lines(*, mirrored: bool) -> dict[str, tuple[float, float]]:
    found = (line for node, _ in walk((placed(mirrored=mirrored),)) for line in node.lines)
    return {line.line.text.strip(): edges(line) for line in found}


def test_figures_end_together_on_a_page_from_the_left() -> None:
    found = lines(mirrored=False)
    assert [found[number][1] for number in (*FIGURES, "Sum")] == pytest.approx([AT + WIDTH] * 4)


def test_figures_have_their_units_at_one_edge_on_a_page_from_the_right_too() -> None:
    """There x counts from the right: the edge that figures share is their start, and the widest ends the column."""
    found = lines(mirrored=True)
    starts = [found[number][0] for number in FIGURES]
    assert max(starts) - min(starts) == pytest.approx(0)
    assert found["1,234"][1] == pytest.approx(AT + WIDTH)
    assert found["5"][1] < found["1,234"][1] - 10
    assert found["Sum"][1] == pytest.approx(AT + WIDTH), "the head of the column is flush with its end"
    assert found["Project"][0] == found["One"][0] == AT


def test_further_parts_of_a_table_keep_the_edge() -> None:
    brand = edition("meridian-brief").brand
    rows = tuple((text("A name"), text(number)) for number in ("1,234", *["5"] * 9))
    table = Table((text("Project"), text("Sum")), rows, (False, True))
    parts = table_box(table, WIDTH, Typesetter(brand.faces, brand.scale, "en", True)).split(100)
    assert parts is not None
    starts = {
        round(edges(line)[0], 3)
        for part in parts
        for node, _ in walk((part.place(AT, 0),))
        for line in node.lines
        if line.role == "table_number"
    }
    assert len(starts) == 1
