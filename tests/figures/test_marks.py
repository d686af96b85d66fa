"""What figures draw says what the facts say: lengths from the drawing, qualifiers beside their numbers."""

from __future__ import annotations

import random
from decimal import Decimal
from types import SimpleNamespace

import pytest
from ruler import Ruler

from factsheet.figures.bars import RankedChart, RankedRow
from factsheet.figures.columns import ColumnChart, moment
from factsheet.figures.labels_of_columns import Bar, place
from factsheet.figures.numerals import numeral
from factsheet.figures.pictogram import Chart, ChartRow, _steps
from factsheet.model.facts import Date, Printed
from factsheet.problems import FactsheetError

WORDS = SimpleNamespace(
    phrase=lambda key, **more: " ".join([key, *map(str, more.values())]),
    number=lambda value, decimals=None: f"{value:,.0f}",
)


def printed(value: float | None, year: int = 2018, **more) -> Printed:
    number = "n/a" if value is None else f"{value:,.0f}"
    word = "over" if more.get("qualifier") == "more-than" else ""
    known = {"mark": "", "word": word, "suffix": "", "prose": number, "when": str(year), "source": "a"} | more
    exact = None if value is None else Decimal(str(value))
    return Printed(fact="f", at=Date(year), value=exact, number=number, **known)


def columns(*points: Printed, rivals=(), gaps=True) -> ColumnChart:
    return ColumnChart(WORDS, points, rivals, gaps)  # type: ignore[arg-type]


def bars_of(surface: Ruler) -> list:
    return [r for r in surface.rectangles if r[3] > 1.5]


def test_columns_stand_in_true_time_and_are_as_tall_as_their_values() -> None:
    surface = Ruler(291, 109)
    years = (1998, 2005, 2006, 2014)
    values = (200, 400, 300, 800)
    columns(*(printed(v, y) for v, y in zip(values, years, strict=True))).draw(surface)
    bars = bars_of(surface)
    assert [bar[0] for bar in bars] == pytest.approx([(y - 1998) / 16 * (291 - bars[0][2]) for y in years], abs=0.25)
    unit = bars[0][3] / 200
    assert [bar[3] for bar in bars] == pytest.approx([v * unit for v in values])
    assert bars[0][0] == 0
    assert bars[-1][0] + bars[-1][2] == pytest.approx(291)


def test_only_the_latest_published_column_is_hot() -> None:
    surface = Ruler(204, 109)
    columns(printed(10, 2010), printed(30, 2014), printed(None, 2017)).draw(surface)
    assert [bar[4] for bar in bars_of(surface)] == ["data", "accent"]
    assert "n/a" in [label[0] for label in surface.labels]


def test_each_year_without_a_figure_is_one_dot() -> None:
    surface = Ruler(204, 109)
    columns(printed(10, 1998), printed(20, 2007), printed(None, 2017)).draw(surface)
    dots = next(points for points, radius, fill in surface.discs if fill == "gap")
    assert len(dots) == (2017 - 1998 + 1) - 3


def test_bounds_wear_a_cap_and_their_word_and_estimates_an_edge_and_their_mark() -> None:
    surface = Ruler(291, 109)
    columns(printed(1000, 2008, qualifier="more-than"), printed(1400, 2014, status="estimated", suffix="e")).draw(
        surface
    )
    caps = [r for r in surface.rectangles if r[3] == 1.5]
    assert len(caps) == 1
    assert {"over", "e"} <= {label[0] for label in surface.labels}
    assert [(r[4], r[5]) for r in bars_of(surface)] == [("data", None), ("estimate_accent", "accent")]


def test_a_second_source_is_a_dot_on_the_bar_at_its_value() -> None:
    surface = Ruler(204, 109)
    columns(printed(10, 1998), printed(100, 2014), rivals=(printed(50, 2014),)).draw(surface)
    bar = bars_of(surface)[1]
    (x, y), radius = next((p[0], r) for p, r, fill in surface.discs if fill == "paper" and r == 2.5)
    assert radius == 2.5
    assert (x, y) == pytest.approx((bar[0] + bar[2] / 2, bar[1] + bar[3] / 2))


@pytest.mark.parametrize("seed", range(60))
def test_values_of_columns_meet_neither_each_other_nor_a_taller_bar(seed: int) -> None:
    dice = random.Random(seed)
    surface = Ruler(dice.choice([204, 247, 291]), 109)
    years = sorted(dice.sample(range(1998, 2019), dice.randint(1, 6)))
    years = [y for i, y in enumerate(years) if not i or y - years[i - 1] > 1] or years[:1]
    points = tuple(
        printed(dice.randint(1, 3000), y, **({"qualifier": "more-than"} if dice.random() < 0.4 else {})) for y in years
    )
    chart = columns(*points)
    base = surface.height - 24
    bars = chart._bars(surface, base)
    spots = place(bars, surface.width, base)
    assert len(spots) == len(bars)
    for bar, spot in zip(bars, spots, strict=True):
        assert spot.x >= -0.02
        assert spot.x + bar.numeral.stacked_number <= surface.width + 0.02
        assert base - bar.height - bar.label_height >= -0.01, "every label stays in the plot"
    assert all(spot.cost < 4 for spot in spots)


def test_a_lone_point_is_a_bar_not_a_slab() -> None:
    surface = Ruler(204, 109)
    columns(printed(10, 2014)).draw(surface)
    assert bars_of(surface)[0][2] == 18


@pytest.mark.parametrize("values", [(0, 0), (5, 5, 5), (-3, 4), (1_000_000_000, 1)])
def test_columns_survive_odd_values(values) -> None:
    surface = Ruler(291, 109)
    columns(*(printed(v, 2000 + 3 * i) for i, v in enumerate(values))).draw(surface)
    assert all(bar[3] >= 0 and bar[1] >= 0 for bar in surface.rectangles)
    assert len([label for label in surface.labels if label[3] in {"value", "latest"}]) == len(values)


def test_months_and_days_are_fractions_of_a_year() -> None:
    assert moment(Date(2017, 7)) == 2017.5
    assert moment(Date(2017, 1, 1)) == 2017


def chart(*values: float, each: float = 5000, end: float = 150000) -> Chart:
    rows = tuple(ChartRow(f"row {i}", printed(v), "") for i, v in enumerate(values))
    return Chart(WORDS, rows, each, end)  # type: ignore[arg-type]


def test_a_pictogram_draws_as_many_glyphs_as_the_value_holds() -> None:
    surface = Ruler(511, 210)
    chart(345000, 132839, 8700).draw(surface)
    whole = [len(points) for points, _, fill, share in surface.stamps if fill in {"accent", "data"} and share == 1]
    parts = [share for *_, share in surface.stamps if share < 1]
    assert whole == [69, 26, 1]
    assert parts == pytest.approx([132839 / 5000 - 26, 8700 / 5000 - 1])


def test_a_row_past_the_end_of_the_scale_wraps_and_says_so() -> None:
    surface = Ruler(511, 210)
    chart(345000, 8700).draw(surface)
    points = surface.stamps[0][0]
    assert len({round(y) for _, y in points}) == 3
    assert any("scale-wraps" in label[0] for label in surface.labels)


def test_glyphs_start_on_a_column_and_the_scale_ends_with_the_block() -> None:
    surface = Ruler(511, 210)
    chart(150000).draw(surface)
    axis = next(points for points, colour, width in surface.lines if colour == "ink")
    assert axis[0][0] % surface.pitch == pytest.approx(0)
    assert axis[1][0] == 511


@pytest.mark.parametrize(("end", "steps"), [(150000, 3), (24000, 3), (80, 4), (10, 2), (1, 2)])
def test_an_axis_has_round_steps(end: float, steps: int) -> None:
    assert _steps(end)[0] == steps


def test_labels_of_a_short_axis_are_dropped_before_they_meet() -> None:
    surface = Ruler(180, 210)
    chart(24000, each=2000, end=24000).draw(surface)
    axis = [label for label in surface.labels if label[3] == "axis"]
    assert [label[0] for label in axis] == ["0", "12,000", "24,000"]


def rows(*values: float, hot: int | None = None) -> tuple[RankedRow, ...]:
    return tuple(RankedRow(f"f{i}", f"label {i}", printed(v), i == hot) for i, v in enumerate(values))


def test_ranked_bars_are_as_long_as_their_values_from_one_zero() -> None:
    surface = Ruler(247, 60)
    RankedChart(rows(400, 200, 100, hot=0)).draw(surface)
    bars = surface.rectangles
    zero = bars[0][0]
    assert {bar[0] for bar in bars} == {zero}
    assert bars[0][2] == pytest.approx(2 * bars[1][2]) == pytest.approx(4 * bars[2][2])
    assert [bar[4] for bar in bars] == ["accent", "data", "data"]


def test_values_of_ranked_bars_stay_inside_the_block() -> None:
    surface = Ruler(120, 60)
    RankedChart(rows(1_000_000_000, 5)).draw(surface)
    for text, x, *_ in surface.labels:
        assert x + surface.measure(text, "value") <= 120.01 or text.startswith("label")


def test_a_bar_knows_its_label() -> None:
    surface = Ruler(100, 100)
    bar = Bar(printed(5, qualifier="more-than"), 0, 10, numeral(surface, printed(5), "value"), hot=False, height=20)
    assert bar.capped
    assert bar.clear == 7


def test_a_pictogram_of_thousands_of_glyphs_is_refused() -> None:
    with pytest.raises(FactsheetError) as caught:
        chart(7_600_000_000, each=500, end=18000).check()
    assert caught.value.problems[0].rule == "unit-count"
    chart(345000, 8700).check()


@pytest.mark.parametrize(("each", "end"), [(0, 100), (-5, 100), (5, -100)])
def test_a_pictogram_needs_a_unit_and_a_scale_above_zero(each: float, end: float) -> None:
    with pytest.raises(FactsheetError):
        chart(10, each=each, end=end).check()
