"""A list with icons is a list to those who hear it, and rows of 16.4 pt to those who see it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from blocks.sheet import ROOT, Sheet, text_of, tree
from factsheet.blocks.icons import Icons, drawn
from factsheet.model.brand import Colour
from factsheet.model.drawing import Shape
from factsheet.model.image import IconFile
from factsheet.problems import FactsheetError
from factsheet.read.report import Problems
from factsheet.read.svg import read_svg

if TYPE_CHECKING:
    from pathlib import Path

ICONS = sorted((ROOT / "data" / "icons").glob("*.svg"))
COLOURS = {"ink": Colour("#000000")}
ITEMS = [
    {"icon": "sun", "text": "Warm days"},
    {"icon": "waves", "text": "High tides"},
    {"icon": "bars", "text": "Growth"},
]


def read(path: Path):
    problems = Problems()
    drawing = read_svg(path.read_bytes(), path.name, COLOURS, problems)
    problems.finish()
    return drawing


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_lines_of_one_weight_and_colour_on_the_grid(path: Path) -> None:
    drawing = read(path)
    assert (drawing.width, drawing.height) == (20, 20)
    for shape in drawing.items:
        assert isinstance(shape, Shape)
        assert (shape.fill, shape.stroke, shape.width, shape.cap, shape.join) == (None, "ink", 1.4, 1, 1)
        numbers = [float(word) for word in shape.path.split() if word.lstrip("-").replace(".", "").isdigit()]
        assert all(1.3 <= number <= 18.7 for number in numbers), "its ink stays inside the square"


def test_the_icons_that_the_sheets_name_are_there() -> None:
    drivers = {"sun", "waves", "shield", "hourglass", "briefcase", "bars"}
    assert {path.stem for path in ICONS} >= drivers | {"book", "page-plus", "person", "envelope", "download"}


def test_entries_are_a_list_and_icons_say_nothing(tmp_path: Path) -> None:
    nodes = Sheet(tmp_path).write({"icons": {"title": "What moves us", "items": ITEMS}}).nodes()
    assert list(tree(nodes[0])) == [
        "Sect",
        "  H2 What moves us",
        "  L",
        *(f"    {line}" for item in ITEMS for line in ("LI", "  LBody", f"    P {item['text']}")),
    ]


def test_rows_stand_16_4_pt_apart_under_hairlines(tmp_path: Path) -> None:
    nodes = Sheet(tmp_path).write({"icons": {"title": "What moves us", "items": ITEMS}}).nodes()
    rules = [node for node in nodes if node.kind == "rule"]
    assert [node.box.height for node in rules] == [0.5] * 3
    assert [b.box.y - a.box.y for a, b in pairwise(rules)] == pytest.approx([16.4, 16.4])
    icons = [node for node in nodes if node.kind == "ornament"]
    texts = [node for node in nodes if node.kind == "text" and text_of(node) in {item["text"] for item in ITEMS}]
    for icon, text in zip(icons, texts, strict=True):
        assert (icon.box.width, icon.box.height) == (12, 12)
        assert text.box.x - rules[0].box.x == pytest.approx(20)
        assert abs((icon.box.y + icon.box.height / 2) - (text.box.y + text.box.height / 2)) < 1


def test_an_icon_takes_one_colour_and_hangs_by_its_margin() -> None:
    ornament = drawn(IconFile("sun", read(ROOT / "data" / "icons" / "sun.svg")), 20, "data")
    assert {shape.stroke for shape in ornament.drawing.items} == {"data"}
    assert ornament.hang == pytest.approx(1.9)


def test_an_icon_that_is_not_there_is_a_problem_at_its_line(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path).write({"icons": {"title": "One", "items": [{"icon": "sum", "text": "Warm"}]}})
    with pytest.raises(FactsheetError) as caught:
        sheet.read()
    (problem,) = caught.value.problems
    assert (problem.rule, problem.caret) == ("icon-unknown", "did you mean 'sun'?")
    assert problem.position is not None
    text = (tmp_path / "data/quay/2024.yml").read_text().split("\n")
    assert "sum" in text[problem.position.line - 1]


def test_every_option_says_what_it_is_for() -> None:
    assert [name for name, info in Icons.model_fields.items() if not info.description] == []
