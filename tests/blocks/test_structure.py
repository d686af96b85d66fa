"""The structure list counts what is counted, draws what is not, and lines all of it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from blocks.sheet import Sheet, text_of, tree
from factsheet.blocks.structure import Structure
from factsheet.problems import FactsheetError

if TYPE_CHECKING:
    from pathlib import Path

    from factsheet.model.placed import Placed

ITEMS = [
    {"mark": "disc", "fact": "posts", "title": "posts", "text": "Along the coast"},
    {"mark": "square", "fact": "crews", "title": "crews", "text": "On call"},
    {"mark": "cluster", "uncounted": True, "title": "helpers", "text": "Everywhere; no count is published"},
    {"mark": "ring", "fact": "posts", "title": "outposts", "text": "Inland"},
]
SEAT = {"mark": "hq", "title": "The house", "text": "by the harbour"}


def placed(folder: Path, template: str = "page", **options) -> list[Placed]:
    return Sheet(folder).write({"structure": {"items": ITEMS, **options}}, template).nodes()


def node(nodes: list[Placed], text: str) -> Placed:
    (found,) = (one for one in nodes if one.lines and text_of(one) == text)
    return found


def test_it_is_a_list_whose_counts_are_labels_and_whose_marks_say_nothing(tmp_path: Path) -> None:
    nodes = placed(tmp_path, seat=SEAT)
    assert [line[2:] for line in tree(nodes[0])][1:] == [
        "P The house\N{NO-BREAK SPACE} by the harbour",
        "L",
        *("  LI", "    Lbl 9", "    LBody", "      P posts", "      P Along the coast"),
        *("  LI", "    Lbl 12", "    LBody", "      P crews", "      P On call"),
        *("  LI", "    LBody", "      P helpers", "      P Everywhere; no count is published"),
        *("  LI", "    Lbl 9", "    LBody", "      P outposts", "      P Inland"),
    ]


def test_marks_counts_and_texts_stand_where_the_design_wants_them(tmp_path: Path) -> None:
    nodes = placed(tmp_path, items=[{**ITEMS[0]}, {**ITEMS[2]}])
    marks = [one for one in nodes if one.kind == "ornament"]
    start = marks[0].box.x
    assert [mark.box.width for mark in marks] == [16, 26]
    number = next(one for one in nodes if one.lines and text_of(one) == "9")
    assert number.box.x - start == pytest.approx(22, abs=0.1)
    first, second = node(nodes, "posts"), node(nodes, "helpers")
    column = second.box.x - first.box.x
    assert first.box.x - start == pytest.approx(22 + number.lines[0].line.width + 7, abs=0.2)
    assert column == pytest.approx(4 * 43.607, abs=0.1), "texts of neighbours start at one offset, counted or not"
    middles = [mark.box.y + mark.box.height / 2 for mark in marks]
    assert middles[0] == pytest.approx(middles[1])
    slot = second.box.x - 7 - (start + column)
    assert marks[1].box.x + 13 - (start + column) == pytest.approx(slot / 2 + 3.5, abs=0.2)


def test_texts_start_at_one_edge_whatever_the_counts(tmp_path: Path) -> None:
    nodes = placed(tmp_path, "narrow", columns=1)
    edges = {round(node(nodes, title).box.x, 2) for title in ("posts", "crews", "helpers", "outposts")}
    assert len(edges) == 1
    numbers = [one for one in nodes if one.tag is not None and one.tag.type == "Lbl"]
    assert all(one.box.x + one.lines[0].line.width < min(edges) for one in numbers)


def test_rows_stand_64_pt_apart_and_the_list_28_under_the_rule_of_its_seat(tmp_path: Path) -> None:
    nodes = placed(tmp_path, seat=SEAT)
    rule = next(one for one in nodes if one.kind == "rule")
    assert rule.box.height == 0.5
    first, last = node(nodes, "posts"), node(nodes, "outposts")
    assert first.box.y - rule.box.y == pytest.approx(28)
    assert last.box.y - first.box.y == pytest.approx(64)


def test_a_long_text_makes_its_row_higher(tmp_path: Path) -> None:
    long = {**ITEMS[0], "text": "Along the coast and up the rivers, " * 6}
    nodes = placed(tmp_path, items=[long, *ITEMS[1:]])
    assert node(nodes, "outposts").box.y - node(nodes, "posts").box.y > 64


@pytest.mark.parametrize("item", [{"uncounted": True, "fact": "posts"}, {}], ids=["both", "neither"])
def test_a_part_is_counted_or_says_that_it_is_not(tmp_path: Path, item: dict) -> None:
    sheet = Sheet(tmp_path).write({"structure": [{"mark": "disc", "title": "posts", "text": "Here", **item}]})
    with pytest.raises(FactsheetError) as caught:
        sheet.read()
    (problem,) = caught.value.problems
    assert problem.rule == "value-invalid"
    assert "uncounted: true" in problem.message


def test_every_option_says_what_it_is_for() -> None:
    assert [name for name, info in Structure.model_fields.items() if not info.description] == []
