"""That a value is not published is said in more letters in some languages: it never lies on a neighbour."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stage import Stage, words
from test_marks import printed

from factsheet.figures.columns import ColumnChart
from factsheet.figures.series import SeriesChart

SAID, WORDS = "not given", words([])


def unpublished(year: int, said: str = SAID):
    return replace(printed(None, year), number=said)


def drawn(chart, width: float, *, against: bool = False) -> Stage:
    stage = Stage(width, 108, against=against)
    chart.draw(stage)
    return stage


@pytest.mark.parametrize("against", [False, True])
@pytest.mark.parametrize(
    "series",
    [
        (printed(686, 1998), printed(2030, 2009), printed(2600, 2014), unpublished(2017)),
        (printed(686, 1998), unpublished(2000), printed(2600, 2002), printed(2700, 2017)),
        (unpublished(1998), printed(2030, 2001), printed(2600, 2017)),
    ],
)
def test_it_takes_two_lines_between_columns_that_leave_no_room_for_one(series, *, against: bool) -> None:
    stage = drawn(ColumnChart(WORDS, series, (), gaps=False), 206.04, against=against)
    boxes = {text: box for text, *box in stage.boxes()}
    assert SAID not in boxes
    upper, lower = boxes["not"], boxes["given"]
    assert upper[3] < lower[3]
    assert max(upper[0], lower[0]) < min(upper[1], lower[1]), "one stands over the other"
    for x, _, width, *_ in stage.rectangles:
        assert not any(start < x + width and end > x for start, end, *_ in (upper, lower))
    assert stage.faults() == []


def test_it_stays_on_one_line_where_there_is_room() -> None:
    series = (printed(686, 1998), printed(2030, 2001), unpublished(2017))
    stage = drawn(ColumnChart(WORDS, series, (), gaps=False), 206.04)
    assert SAID in stage.texts


def test_a_short_word_stands_in_the_middle_over_its_year() -> None:
    series = (printed(686, 1998), unpublished(2008, "n/a"), printed(2030, 2017))
    stage = drawn(ColumnChart(WORDS, series, (), gaps=False), 206.04)
    boxes = {text: box for text, *box in stage.boxes()}
    middles = [(boxes[text][0] + boxes[text][1]) / 2 for text in ("n/a", "2008")]
    assert middles[0] == pytest.approx(middles[1], abs=0.01)


@pytest.mark.parametrize("against", [False, True])
@pytest.mark.parametrize("said", ["n/a", SAID])
def test_in_a_dense_series_it_stands_over_the_columns_that_it_covers(said: str, *, against: bool) -> None:
    series = (*(printed(20 + i, 2000 + i) for i in range(12)), unpublished(2012, said))
    numbers = tuple(point.short for point in series)
    stage = drawn(SeriesChart(WORDS, series, numbers, ""), 206.04, against=against)
    (label,) = (box for text, *box in stage.boxes() if text == said)
    start, end, _, foot = label
    for x, y, width, *_ in stage.rectangles:
        assert not (start < x + width and end > x and foot > y)
    assert (start if against else 206.04 - end) == pytest.approx(0, abs=0.01)
    assert stage.faults() == []
