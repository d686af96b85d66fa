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


SPLIT = """      - split:
          - {width: 210pt, fill: ground, bleed: true, rows: [lede]}
          - {columns: 12, gutter: 10pt, rows: [tiles, left 5 right 7]}
"""


def split(sheet: Sheet, rows: str = SPLIT) -> Sheet:
    """Put a split in the place of the rows of the template."""
    text = sheet.files[LAYOUT]
    assert isinstance(text, str)
    sheet.files[LAYOUT] = text[: text.index("    rows:") + len("    rows:\n")] + rows
    return sheet


def test_a_split_has_columns_with_rows_of_their_own(sheet: Sheet) -> None:
    (template,) = split(sheet).read().layout.templates
    found = template.split
    assert found is not None
    assert [(side.width, side.fill, side.bleed, side.columns, side.gutter) for side in found.sides] == [
        (210, "ground", True, 1, 12),
        (None, None, False, 12, 10),
    ]
    assert [[area.name for area in column] for column in template.columns()] == [["lede"], ["tiles", "left", "right"]]


def test_a_split_is_the_whole_page(sheet: Sheet) -> None:
    split(sheet, SPLIT.replace("[tiles, left 5 right 7]", "[left 5 right 7]") + "      - tiles\n")
    assert {problem.rule for problem in sheet.problems()} == {"split-alone"}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("fill: ground", "fill: grund", "colour-unknown"),
        ("width: 210pt", "width: 210", "value-invalid"),
        ("left 5 right 7", "left 6 right 7", "row-too-wide"),
        ("rows: [lede]", "rows: []", "value-invalid"),
        ("bleed: true", "bleeds: true", "key-unknown"),
    ],
)
def test_sides_of_a_split_are_checked(sheet: Sheet, old: str, new: str, rule: str) -> None:
    split(sheet, SPLIT.replace(old, new))
    assert [problem.rule for problem in sheet.problems()] == [rule]


@pytest.mark.parametrize(
    ("flow", "rule"),
    [
        ("[left, right]", None),
        ("[right, left]", "flow-areas"),
        ("[left]", "value-invalid"),
        ("[left, left]", "flow-areas"),
        ("[left, tiles]", "flow-areas"),
        ("[left, rigth]", "area-unknown"),
    ],
)
def test_a_flow_runs_on_through_later_areas_of_its_width(sheet: Sheet, flow: str, rule: str | None) -> None:
    sheet.change(LAYOUT, "left 5 . 1 right 6", "left 6 right 6")
    sheet.change(EDITION, '      right: {lede: {text: "Nothing to add"}}\n', "")
    text = sheet.files[EDITION]
    assert isinstance(text, str)
    head, _, rest = text.partition("      left:")
    sheet.files[EDITION] = f"{head}      left: {{lede: {{text: Much to add}}, flow: {flow}}}\n" + _after(rest)
    if rule is None:
        (use,) = sheet.read().pages[0].areas["left"]
        assert use.flow == ("left", "right")
        return
    found = {problem.rule for problem in sheet.problems()}
    assert rule in found
    assert found <= {rule, "area-empty"}


def _after(rest: str) -> str:
    """Return what follows the entry of an area: the first line that is indented no deeper."""
    lines = rest.split("\n")[1:]
    while lines and (lines[0].startswith("       ") or not lines[0].strip()):
        lines.pop(0)
    return "\n".join(lines)


def test_template_without_rows_is_refused(sheet: Sheet) -> None:
    text = sheet.files[LAYOUT]
    assert isinstance(text, str)
    sheet.files[LAYOUT] = text[: text.index("    rows:")] + "    rows: []\n"
    assert [problem.rule for problem in sheet.problems()] == ["value-invalid"]


def test_pages_are_not_held_against_a_broken_layout(sheet: Sheet) -> None:
    sheet.change(LAYOUT, "left 5 . 1 right 6", "left 5 right").change(EDITION, "kind: line", "kind: lion")
    assert {problem.rule for problem in sheet.problems()} == {"value-invalid"}
