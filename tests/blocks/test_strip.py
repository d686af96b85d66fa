"""A strip is figures in a row: numbers on one line, their qualifiers with them, labels on the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from blocks.sheet import Sheet, text_of, tree
from factsheet.problems import FactsheetError

if TYPE_CHECKING:
    from pathlib import Path

CELLS = [
    {"icon": "book", "fact": "boats", "label": "boats"},
    {"icon": "person", "fact": "crews", "label": "crews"},
    {"icon": "download", "fact": "calls", "label": "million calls"},
]


def test_numbers_carry_their_qualifiers_and_icons_say_nothing(tmp_path: Path) -> None:
    nodes = Sheet(tmp_path).write({"strip": CELLS}).nodes()
    said = [line.strip() for line in tree(nodes[0])]
    assert said == ["Sect", "P over\N{NO-BREAK SPACE}1,542", "P boats", "P 12", "P crews", "P ~2.8", "P million calls"]


def test_cells_share_the_lines_of_icons_numbers_and_labels(tmp_path: Path) -> None:
    nodes = Sheet(tmp_path).write({"strip": CELLS}).nodes()
    baselines = [node.lines[0].y for node in nodes if node.lines]
    assert len(set(baselines[::2])) == 1
    assert len(set(baselines[1::2])) == 1
    icons = [node for node in nodes if node.kind == "ornament"]
    assert {icon.box.width for icon in icons} == {20.0}
    assert len({icon.box.y for icon in icons}) == 1


def test_a_cell_without_an_icon_keeps_the_line(tmp_path: Path) -> None:
    bare = {key: value for key, value in CELLS[1].items() if key != "icon"}
    nodes = Sheet(tmp_path).write({"strip": [CELLS[0], bare]}).nodes()
    baselines = [node.lines[0].y for node in nodes if node.lines]
    assert baselines[0] == baselines[2]


@pytest.mark.parametrize("count", [1, 6])
def test_a_strip_has_two_to_five_cells(tmp_path: Path, count: int) -> None:
    with pytest.raises(FactsheetError) as caught:
        Sheet(tmp_path).write({"strip": [CELLS[0]] * count}).read()
    assert [problem.rule for problem in caught.value.problems] == ["value-invalid"]


def test_on_the_dark_ground_it_is_painted_light(tmp_path: Path) -> None:
    assert Sheet(tmp_path).write({"strip": CELLS}, "band").render().startswith(b"%PDF")
    numbers = [text_of(node) for node in Sheet(tmp_path).write({"strip": CELLS}, "band").nodes() if node.lines]
    assert "12" in numbers
