"""Tiles: one grid, one size, one stem; changes no stronger than their parts; marks that hide nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from stage import BRANDS, PITCH, WIDTHS, Stage, drawn, fact, picture, point, row

from factsheet.model.facts import Date, Point
from factsheet.problems import FactsheetError

STAFF = fact("staff", point(1998, 1100, qualifier="about"), point(Date(2017, 12), 10978), label="Staff worldwide")
STATES = fact("states", point(1998, 67), point(2018, 172, edition=True), label="Member States")
MONEY = fact("money", point(2018, 1552, edition=True), unit="USD", scale="million", label="Expenditure")
PLACES = fact(
    "places",
    point(1998, 119),
    point(2014, 480, qualifier="more-than"),
    point(2017, 412, qualifier="more-than"),
    label="Field locations",
)
FACTS = (STAFF, STATES, MONEY, PLACES)
ROW = row("staff", "states", "money", "places")


def tile(*points: Any, width: float = 249.64, unit: str = "person", **options: str) -> Stage:
    one = fact("a", *points, unit=unit)
    return drawn(row({"fact": "a", **options}, "states"), [one, STATES], width)


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_tiles_stand_on_columns_of_the_page_where_these_divide(count: int, sheet: str) -> None:
    stage = drawn(row(*ROW.items[:count]), FACTS, WIDTHS[12], sheet)
    rules = [r for r in stage.rectangles if r[1] == 0]
    assert [r[0] for r in rules] == pytest.approx([i * 12 / count * PITCH for i in range(count)], abs=0.05)
    assert rules[-1][0] + rules[-1][2] == pytest.approx(WIDTHS[12])


def test_all_tiles_share_baselines_and_size() -> None:
    stage = drawn(ROW, FACTS, WIDTHS[12])
    numbers = [label for label in stage.labels if label.role == "hero"]
    assert [label.text for label in numbers] == ["10,978", "172", "1,552", "412"]
    assert len({(label.y, label.size) for label in numbers}) == 1
    for role in ("h3", "sub"):
        assert len({label.y for label in stage.labels if label.role == role and label.text != "over"}) == 1


def test_the_widest_number_sets_the_size_of_all() -> None:
    wide = drawn(ROW, FACTS, WIDTHS[12])
    narrow = drawn(ROW, FACTS, 330)
    sizes = [next(label.size or 0 for label in s.labels if label.role == "hero") for s in (wide, narrow)]
    assert sizes[0] == pytest.approx(39)
    assert 0.6 * 39 <= sizes[1] < 39
    assert "10,978" not in narrow.too_wide()


def test_a_tile_too_narrow_for_its_number_is_a_problem_and_not_a_smaller_number() -> None:
    stage = drawn(ROW, FACTS, 200)
    assert next(label.size for label in stage.labels if label.role == "hero") == pytest.approx(0.6 * 39)
    assert "10,978" in stage.too_wide()


@pytest.mark.parametrize(
    ("points", "text", "suffix"),
    [
        ((point(1998, 1100, qualifier="about"), point(2017, 10978)), "~\N{MULTIPLICATION SIGN}10", ""),
        ((point(1998, 119), point(2017, 412, qualifier="more-than")), "over \N{MULTIPLICATION SIGN}3.4", ""),
        ((point(1998, 67), point(2018, 172)), "+105", ""),
        ((point(2018, 5310), point(2024, 4310)), "\N{MINUS SIGN}1,000", ""),
        ((point(1998, "242.2"), point(2014, 1400, status="estimated")), "\N{MULTIPLICATION SIGN}5.8", "e"),
        ((point(2020, 8000, qualifier="about"), point(2021, 10978)), "~+3,000", ""),
        ((point(2020, 100), point(2021, 100)), "unchanged", ""),
    ],
)
def test_a_change_takes_the_weakest_qualifier_and_rounds_the_safe_way(
    points: tuple[Point, ...], text: str, suffix: str
) -> None:
    stage = tile(*points, width=511)
    said = [label for label in stage.labels if label.role == "sub" and label.x < 200]
    assert said[0].text == text
    assert said[1].text == f"since {points[0].at}"
    assert (suffix in stage.texts) == bool(suffix)


@pytest.mark.parametrize("values", [(340, 480), (480, 412)])
def test_between_two_bounds_there_is_no_change(values: tuple[int, int]) -> None:
    stage = tile(*(point(2007 + i, v, qualifier="more-than") for i, v in enumerate(values)))
    assert "2008" in stage.texts
    assert not any("since 2007" in text for text in stage.texts)


def test_rises_and_falls_differ_in_colour_and_sign() -> None:
    up, down = tile(10, 12, width=511), tile(12, 10, width=511)
    assert next(label.colour for label in up.labels if label.text == "+2") == "accent_text"
    assert next(label.colour for label in down.labels if label.text == "\N{MINUS SIGN}2") == "data"


def test_per_cent_changes_by_points_and_wears_its_sign() -> None:
    stage = tile(8, 32, unit="percent", width=511)
    assert "32%" in stage.texts
    assert "+24 points" in stage.texts


def test_the_author_chooses_how_a_change_is_said_and_from_when() -> None:
    assert "\N{MULTIPLICATION SIGN}2.5" in tile(4, 6, 10, width=511, change="times").texts
    assert "+36" in tile(4, 40, width=511, change="difference").texts
    stage = tile(4, 6, 10, width=511, since="2011")
    assert {"+4", "since 2011"} <= set(stage.texts)


def test_a_start_that_is_not_published_is_refused() -> None:
    with pytest.raises(FactsheetError) as caught:
        tile(4, None, 10, since="2011")
    assert [problem.rule for problem in caught.value.problems] == ["point-empty"]


def test_the_start_of_a_change_is_checked_like_any_fact() -> None:
    block = row({"fact": "staff@2017-12", "since": "1999"}, "states")
    assert ("items.0.since", "staff@1999") in list(block.fact_names())


def test_a_unit_is_said_in_the_label_or_with_the_time_and_never_after_the_number() -> None:
    assert {"1,552", "USD million, 2018 edition"} <= set(drawn(ROW, FACTS, WIDTHS[12]).texts)
    dollars = fact("a", 242, 400, unit="USD", scale="million", label="Spent in all the years", short="Spent")
    for width, label in ((WIDTHS[12], "Spent in all the years, USD million"), (210, "Spent, USD million")):
        assert label in drawn(row("a", "states"), [dollars, STATES], width).texts


def test_six_points_without_a_gap_are_a_line_and_nothing_else_is() -> None:
    line = tile(*range(20, 26), width=511)
    (points, colour, _) = next(line_ for line_ in line.lines if len(line_[0]) > 2)
    assert (len(points), colour) == (6, "data")
    steps = [b[0] - a[0] for a, b in pairwise(points)]
    assert max(steps) - min(steps) < 0.01
    for values in (range(20, 25), (20, 21, 22, None, 24, 25, 26)):
        assert not any(len(line_[0]) > 2 for line_ in tile(*values, width=511).lines)


def test_bars_of_then_and_now_start_at_one_zero_and_are_as_long_as_their_values() -> None:
    stage = drawn(ROW, FACTS, WIDTHS[12])
    stems = [points[0][0] for points, colour, _ in stage.lines if colour == "ink"]
    tiles = [r[0] for r in stage.rectangles if r[1] == 0]
    assert {round(stem - start, 2) for stem, start in zip(stems, (tiles[0], tiles[1], tiles[3]), strict=True)} == {
        round(stems[0], 2)
    }
    bars = [r for r in stage.rectangles if r[1] > 0 and r[0] == stems[0]]
    assert bars[0][2] / bars[1][2] == pytest.approx(1100 / 10978)
    assert [bar[4] for bar in bars] == ["data", "accent"]
    assert bars[1][0] + bars[1][2] == pytest.approx(tiles[1] - 12, abs=0.05), "the latest reaches the end of its tile"


def test_a_higher_value_in_between_is_not_hidden() -> None:
    stage = drawn(ROW, FACTS, WIDTHS[12])
    assert {"1998", "2014", "2017", "480"} <= set(stage.texts)
    assert len([r for r in stage.rectangles if r[2] == 1.5 and r[1] > 80]) == 2, "caps of the two bounds"
    assert len([label for label in stage.labels if label.text == "412"]) == 1, "the latest value is the number itself"


def test_one_point_has_a_caption_and_no_mark() -> None:
    stage = drawn(row({"fact": "money", "note": "No year is printed."}, "states"), FACTS, WIDTHS[6])
    assert "No year is printed." in stage.texts
    assert not [points for points, *_ in stage.lines if points[0][0] < 100]
    long = drawn(row({"fact": "money", "note": "word " * 60}, "states"), FACTS, WIDTHS[6])
    assert len([label for label in long.labels if label.role == "caption"]) == 3
    assert long.too_wide()


def test_a_line_without_a_mark_under_it_may_take_two() -> None:
    stage = drawn(row("staff", "money", "money"), FACTS, 240)
    lines = [label.text.strip() for label in stage.labels if label.role == "sub" and 70 < label.x < 100]
    assert lines == ["USD million,", "2018 edition"]


def test_a_row_without_marks_is_lower() -> None:
    bare = row("money", "money")
    assert picture(bare, FACTS).height < picture(ROW, FACTS).height == 116


def test_alt_text_has_every_value_that_is_drawn_with_its_qualifier() -> None:
    said = picture(ROW, FACTS).alt
    for part in (
        "Staff worldwide: 10,978",
        "about\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}10 since 1998",
        "over\N{NO-BREAK SPACE}480 (2014)",
    ):
        assert part in said
    assert "about\N{NO-BREAK SPACE}1,100 (1998)" in said
    assert "Expenditure: USD\N{NO-BREAK SPACE}1,552\N{NO-BREAK SPACE}million (2018 ed.);" in said
    own = picture(row({"fact": "money", "text": "of which half abroad"}, "states"), FACTS).alt
    assert "(2018 ed.), of which half abroad" in own
