"""Lines and columns in time: true places, zero, gaps that stay open, values and qualifiers at their marks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stage import BRANDS, WIDTHS, Stage, build, drawn, fact, picture, point
from test_marks import printed

from factsheet.figures.ends import apart
from factsheet.figures.grouped import Grouped
from factsheet.figures.lines import Lines
from factsheet.figures.pyramid import Pyramid
from factsheet.figures.series import Series
from factsheet.figures.stacked import Stacked
from factsheet.figures.timeline import even, months, runs, tick_choices
from factsheet.model.facts import Date, Fact
from factsheet.problems import FactsheetError

Bar = tuple[float, float, float, float, str, str | None]

RISE = fact("rise", *range(10, 30))
OPEN = fact("open", 5, 7, 9, None, None, 6, 8)
A = fact("a", 100, 200, 300, label="By sea")
B = fact("b", 50, 80, point(2012, 90, qualifier="more-than"), label="By land")
LINE, SERIES = build(Lines, {"facts": ["rise"]}), build(Series, {"fact": "rise"})


def columns(stage: Stage) -> list[Bar]:
    return [r for r in stage.rectangles if r[3] != 1.5]


def caps(stage: Stage) -> list[Bar]:
    return [r for r in stage.rectangles if r[3] == 1.5]


def test_months_and_years_are_counted_as_far_as_they_are_known() -> None:
    assert months(Date(2016), Date(2017, 12)) == 12
    assert months(Date(2017, 1), Date(2017, 12)) == 11
    assert months(Date(2017, 1, 1), Date(2017, 1, 16)) == pytest.approx(15 / 31)
    assert months(Date(2017), Date(2017, 12)) > 0


def test_only_what_follows_without_a_gap_may_be_joined() -> None:
    years = (2010, 2011, 2012, 2014, 2015)
    series = [printed(5, year) for year in years]
    assert runs(series) == ((0, 1, 2), (3, 4))
    assert not even(series)
    series[1] = replace(series[1], value=None)
    assert runs(series) == ((0,), (2,), (3, 4))
    assert even([printed(5, year) for year in range(2000, 2006)])


@pytest.mark.parametrize("count", range(1, 60))
def test_named_times_run_from_first_to_last(count: int) -> None:
    for choice in tick_choices(count):
        assert choice[0] == 0
        assert choice[-1] == count - 1
        assert list(choice) == sorted(set(choice))
        assert len(choice) <= 8


def test_labels_that_would_meet_are_pushed_apart_and_the_others_stay() -> None:
    placed = apart([10, 11, 60], [11, 11, 11], 0, 100)
    assert placed[2] == 60
    assert placed[1] - placed[0] >= 11
    assert apart([98, 99], [10, 10], 0, 100)[1] == 95


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_dense_series_starts_and_ends_on_the_edges_and_is_as_tall_as_its_values(width: float, sheet: str) -> None:
    stage = drawn(SERIES, [RISE], width, sheet)
    bars = columns(stage)
    assert bars[0][0] == 0
    assert bars[-1][0] + bars[-1][2] == pytest.approx(width)
    unit = bars[0][3] / 10
    assert [bar[3] for bar in bars] == pytest.approx([unit * value for value in range(10, 30)])
    assert [bar[4] for bar in bars] == ["data"] * 19 + ["accent"]
    gap = bars[1][0] - bars[0][0] - bars[0][2]
    assert 0 < gap <= 2.6 + 0.01


def test_only_first_and_last_value_of_a_dense_series_are_named() -> None:
    stage = drawn(SERIES, [RISE])
    assert [label.text for label in stage.labels if label.role in {"value", "latest"}] == ["29", "10"]
    last = next(label for label in stage.labels if label.text == "29")
    assert (last.role, last.size, last.weight) == ("latest", 12, 700)


def test_years_without_a_figure_stay_open_in_a_dense_series() -> None:
    stage = drawn(build(Series, {"fact": "open"}), [OPEN])
    bars = columns(stage)
    assert len(bars) == 5
    step = bars[1][0] - bars[0][0]
    assert bars[3][0] - bars[2][0] == pytest.approx(3 * step)
    assert next(len(points) for points, radius, _ in stage.discs if radius == 0.85) == 2
    assert any("not published" in text for text in stage.texts)


def test_columns_below_zero_hang_from_the_axis() -> None:
    stage = drawn(build(Series, {"fact": "a"}), [fact("a", 5, -5)])
    up, down = columns(stage)
    assert up[1] + up[3] == pytest.approx(down[1])
    assert up[3] == pytest.approx(down[3])
    (axis,) = [points for points, colour, _ in stage.lines if colour == "ink"]
    assert axis[0][1] == pytest.approx(down[1])


def test_a_line_is_at_its_values_over_an_area_from_zero() -> None:
    stage = drawn(LINE, [RISE])
    (points, colour, _) = next(line for line in stage.lines if len(line[0]) > 2)
    zero = next(points[0][1] for points, c, _ in stage.lines if c == "ink")
    unit = (zero - points[0][1]) / 10
    assert [zero - y for _, y in points] == pytest.approx([unit * v for v in range(10, 30)])
    assert colour == "data"
    ((corners, fill),) = stage.areas
    assert fill == "pale"
    assert corners[0][1] == corners[-1][1] == zero


def test_a_line_is_never_joined_across_a_gap() -> None:
    stage = drawn(build(Lines, {"facts": ["open"]}), [OPEN])
    strokes = [points for points, colour, _ in stage.lines if colour == "data"]
    assert [len(points) for points in strokes] == [3, 2]
    assert len(stage.areas) == 2
    assert stage.texts.count("n/a") == 2


def test_a_line_names_first_highest_and_last_and_nothing_else() -> None:
    stage = drawn(build(Lines, {"facts": ["a"]}), [fact("a", 4, 9, 25, 16, 11)])
    assert sorted(label.text for label in stage.labels if label.role in {"value", "latest"}) == ["11", "25", "4"]
    last = next(label for label in stage.labels if label.role == "latest")
    assert last.size == 13
    years = [label.text for label in stage.labels if label.role == "axis"]
    assert years == ["2014", "2012", "2010"]


def test_a_value_is_not_taken_for_that_of_another_point() -> None:
    """Where the line climbs at once, the first value stands at its own dot and not over the climb."""
    stage = drawn(build(Lines, {"facts": ["a"]}), [fact("a", 1200, 8200, 9900, 7000)], WIDTHS[6])
    first = next(label for label in stage.labels if label.text == "1,200")
    dot = next(points[0] for points, radius, fill in stage.discs if (radius, fill) == (2.6, "data"))
    assert abs(stage.height - first.y - dot[1]) < 8
    assert first.x > dot[0]


def test_several_lines_are_named_at_their_ends_in_their_own_colours() -> None:
    stage = drawn(build(Lines, {"facts": ["a", "b"], "highlight": "b"}), [A, B], WIDTHS[6])
    colours = {label.text: label.colour for label in stage.labels}
    assert (colours["By sea"], colours["By land"]) == ("data", "accent_text")
    assert {"300", "90", "over"} <= set(stage.texts)
    assert not stage.areas


def test_estimates_do_not_look_published() -> None:
    guess = fact("a", 5, 6, point(2012, 7, status="estimated"))
    line = drawn(build(Lines, {"facts": ["a"]}), [guess])
    assert any(fill == "estimate_accent" for _, _, fill in line.discs)
    assert any("estimate" in text for text in line.texts)
    bar = columns(drawn(build(Series, {"fact": "a"}), [guess]))[-1]
    assert (bar[4], bar[5]) == ("estimate_accent", "accent")


def test_stacked_parts_are_as_tall_as_their_values_and_their_sum_is_named() -> None:
    stage = drawn(build(Stacked, {"parts": ["a", "b"]}), [A, B], WIDTHS[7])
    bars = columns(stage)
    assert [bar[4] for bar in bars] == ["data", "ink"] * 3
    unit = bars[0][3] / 100
    assert bars[4][3] == pytest.approx(300 * unit)
    tops = [bar[1] for bar in bars[1::2]]
    foot = bars[0][1] + bars[0][3]
    assert [foot - top for top in tops] == pytest.approx([(150 * unit), (280 * unit), (390 * unit)], abs=1.01)
    assert {"150", "280", "390", "over"} <= set(stage.texts)
    ((x, y, *_),) = caps(stage)
    assert x == bars[-1][0], "the sum with a bound in it is a bound"
    assert y < bars[-1][1]
    assert {"300", "By sea", "90", "By land"} <= set(stage.texts)


def test_a_sum_with_a_part_that_is_not_published_is_not_named() -> None:
    stage = drawn(build(Stacked, {"parts": ["a", "b"]}), [A, fact("b", 50, None, 90)], WIDTHS[7])
    assert "n/a" in stage.texts
    assert "200" not in stage.texts


def test_bounds_in_different_directions_have_no_sum() -> None:
    less = fact("b", point(2010, 50, qualifier="less-than"))
    more = fact("a", point(2010, 100, qualifier="more-than"))
    assert "150" not in drawn(build(Stacked, {"parts": ["a", "b"]}), [more, less], WIDTHS[7]).texts


@pytest.mark.parametrize("other", [fact("b", 5, -5), fact("b", 5, 5, unit="USD"), fact("b", 5, scale="million")])
def test_what_cannot_be_summed_is_not_stacked(other: Fact) -> None:
    with pytest.raises(FactsheetError) as caught:
        picture(build(Stacked, {"parts": ["a", "b"]}), [A, other])
    assert [problem.rule for problem in caught.value.problems] == ["parts-of-whole"]


def test_grouped_columns_stand_side_by_side_from_one_zero() -> None:
    stage = drawn(build(Grouped, {"parts": ["a", "b"]}), [A, B], WIDTHS[7])
    bars = columns(stage)
    assert [bar[4] for bar in bars] == ["data", "ink"] * 3
    unit = bars[0][3] / 100
    assert [bar[3] for bar in bars] == pytest.approx([unit * v for v in (100, 50, 200, 80, 300, 90)])
    assert bars[1][0] > bars[0][0] + bars[0][2]
    assert len(caps(stage)) == 1, "the bound wears its cap"
    assert "over" in stage.texts


@pytest.mark.parametrize("kind", [Stacked, Grouped])
def test_a_key_tells_parts_by_place_where_no_label_fits_at_the_end(kind: type) -> None:
    facts = [fact("a", 1, 2, label="Women trained in provinces"), fact("b", 2, 3, label="Men trained in provinces")]
    stage = drawn(build(kind, {"parts": ["a", "b"]}), facts, WIDTHS[3])
    marks = [r for r in stage.rectangles if r[4] == "hair"]
    assert len(marks) == 2
    places = [x if kind is Grouped else y % 13 for x, y, *_ in marks]
    assert places[0] != pytest.approx(places[1])
    assert not stage.too_wide()


def test_a_pyramid_has_one_scale_both_ways_and_a_column_of_labels() -> None:
    facts = [fact("m", 29), fact("w", point(2010, 14.5, qualifier="about"))]
    rows = [{"label": "25-34", "start": "m", "end": "w"}]
    stage = drawn(build(Pyramid, {"start": "Men", "end": "Women", "rows": rows}), facts)
    left, right = stage.rectangles
    assert left[2] == pytest.approx(2 * right[2])
    assert right[0] - (left[0] + left[2]) == pytest.approx(44)
    assert {"29", "~14.5", "Men", "Women", "25-34"} == set(stage.texts)


def test_alt_texts_have_every_point_with_its_qualifier() -> None:
    assert "2012: 9" in picture(build(Lines, {"facts": ["open"]}), [OPEN]).alt
    assert "2013: not published" in picture(build(Series, {"fact": "open"}), [OPEN]).alt
    said = picture(build(Stacked, {"parts": ["a", "b"]}), [A, B]).alt
    assert "2012: By sea: 300, By land: over\N{NO-BREAK SPACE}90, Total: over\N{NO-BREAK SPACE}390" in said
    assert "By land: 50 (2010)" in picture(build(Lines, {"facts": ["a", "b"]}), [A, B]).alt
