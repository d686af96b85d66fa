"""Layouts: lengths in points, rows as areas on a grid, furniture inherited and taken away."""

from __future__ import annotations

import pytest

from factsheet.model.layout import Area, Band, Grid, Row
from read.harbour import EDITION, LAYOUT, Sheet


def test_layout_says_what_its_file_says(sheet: Sheet) -> None:
    layout = sheet.read().layout
    assert layout.grid == Grid(595.28, 841.89, 26, 42, 38, 12, 12, 12, 8.5039)
    assert (layout.name, layout.body) == ("plain", 58)
    assert layout.foot == pytest.approx(803.89)
    (cover,) = layout.templates
    assert (cover.head, cover.foot) == ((), ("folio",))
    assert cover.rows == (
        Row((Area("lede", 1, 12),), 72, bleed=True),
        Row((Area("tiles", 1, 12),)),
        Band("panel", (Row((Area("left", 1, 5), Area("right", 7, 12))),), None, 13),
    )


def test_page_may_be_of_any_size_and_content_begin_where_the_layout_says(sheet: Sheet) -> None:
    sheet.change(LAYOUT, "size: A4", "size: [100mm, 8in]").change(LAYOUT, "templates:", "body: 0.5in\ntemplates:")
    layout = sheet.read().layout
    assert (layout.grid.width, layout.grid.height, layout.body) == (283.4646, 576, 36)


@pytest.mark.parametrize(("size", "sides"), [("A5", (419.53, 595.28)), ("Letter", (612, 792)), ("Legal", (612, 1008))])
def test_usual_sizes_have_names(size: str, sides: tuple[float, float], sheet: Sheet) -> None:
    sheet.change(LAYOUT, "size: A4", f"size: {size}")
    grid = sheet.read().layout.grid
    assert (grid.width, grid.height) == sides


@pytest.mark.parametrize(
    ("row", "areas"),
    [
        ("left 6 right 6", (Area("left", 1, 6), Area("right", 7, 12))),
        ("left 4 right 4", (Area("left", 1, 4), Area("right", 5, 8))),
        (". 3 left 3 . 2 right 4", (Area("left", 4, 6), Area("right", 9, 12))),
    ],
)
def test_row_counts_columns_from_the_reading_start(row: str, areas: tuple[Area, ...], sheet: Sheet) -> None:
    sheet.change(LAYOUT, "[left 5 . 1 right 6]", f'["{row}"]')
    band = sheet.read().layout.templates[0].rows[2]
    assert isinstance(band, Band)
    assert band.rows == (Row(areas),)


def test_row_with_a_height_may_hold_several_areas(sheet: Sheet) -> None:
    sheet.change(
        LAYOUT, "{band: panel, padding: 13pt, rows: [left 5 . 1 right 6]}", "{row: left 6 right 6, height: 40pt}"
    )
    assert sheet.read().layout.templates[0].rows[2] == Row((Area("left", 1, 6), Area("right", 7, 12)), 40)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- tiles", "- {rows: [tiles]}"),
        ("- tiles", "- [tiles]"),
        ("- tiles", '- "."'),
        ("- tiles", '- ". 12"'),
        ("- tiles", "- tiles 0"),
        ("- tiles", "- Tiles"),
        ("- tiles", "- {area: tiles, height: 0pt}"),
        ("- tiles", "- {band: panel, rows: []}"),
        ("rows: [left 5 . 1 right 6]", "rows: [{band: panel, rows: [left 6 right 6]}]"),
        ("side: 42pt", "side: 300pt"),
        ("top: 26pt", "top: 900pt"),
        ("top: 26pt", "top: -1pt"),
        ("columns: 12", "columns: 1.5"),
        ("size: A4", "size: [10pt]"),
        ("{head: none}", "{head: nothing}"),
    ],
)
def test_rows_and_pages_that_mean_nothing_are_refused(old: str, new: str, sheet: Sheet) -> None:
    assert [problem.rule for problem in sheet.change(LAYOUT, old, new).problems()] == ["value-invalid"]


def test_split_is_no_key_yet(sheet: Sheet) -> None:
    sheet.change(LAYOUT, "- {area: lede, height: 1in, bleed: true}", "- {area: lede, split: []}")
    assert [problem.rule for problem in sheet.problems()] == ["key-unknown"]


def test_template_without_rows_is_refused(sheet: Sheet) -> None:
    text = sheet.files[LAYOUT]
    assert isinstance(text, str)
    sheet.files[LAYOUT] = text[: text.index("    rows:")] + "    rows: []\n"
    assert [problem.rule for problem in sheet.problems()] == ["value-invalid"]


def test_pages_are_not_held_against_a_broken_layout(sheet: Sheet) -> None:
    sheet.change(LAYOUT, "left 5 . 1 right 6", "left 5 right").change(EDITION, "kind: line", "kind: lion")
    assert {problem.rule for problem in sheet.problems()} == {"value-invalid"}
