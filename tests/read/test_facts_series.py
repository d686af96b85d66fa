"""Series: dates of every precision, digits nobody printed, values that jump."""

from __future__ import annotations

import pytest

from factsheet.model.facts import Date
from read.harbour import EDITION, Sheet

SAILORS = "  sailors: {label: Sailors, unit: person, value: 7015.5, at: 2023, source: survey, status: estimated}"


def series(sheet: Sheet, points: str, more: str = "", unit: str = "person") -> Sheet:
    text = f"  crew: {{label: Crew, unit: {unit}, source: survey{more}, points: [{points}]}}\n{SAILORS}"
    return sheet.change(EDITION, SAILORS, text)


def jumps(sheet: Sheet) -> list[tuple[str, int]]:
    """Return the value that each warning names, and its column."""
    text = str(sheet.files[EDITION])
    line = next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith("  crew:"))
    found = sheet.read().warnings
    assert all(problem.rule == "value-jump" and problem.severity == "warning" for problem in found)
    places = [problem.position for problem in found if problem.position is not None]
    assert all(place.line == line for place in places)
    return [(text.split("\n")[line - 1][place.column - 1 :][: place.length], place.column) for place in places]


def test_points_stand_in_time_whatever_their_precision(sheet: Sheet) -> None:
    points = "{at: 2020-03-09, value: 4}, {at: 2020, value: 1}, {at: 2020-03, value: 3}, {at: 2019-12-31, value: 2}"
    crew = series(sheet, points).read().facts["crew"]
    assert [point.at for point in crew.points] == [Date(2019, 12, 31), Date(2020), Date(2020, 3), Date(2020, 3, 9)]


@pytest.mark.parametrize(("decimals", "good"), [(0, True), (1, True), (2, False), (6, False)])
def test_decimals_are_those_that_every_source_printed(decimals: int, good: bool, sheet: Sheet) -> None:
    points = "{at: 2019, value: 242.2}, {at: 2020, value: null}, {at: 2021, value: 733.30}"
    series(sheet, points, f", decimals: {decimals}")
    if good:
        assert sheet.read().facts["crew"].decimals == decimals
    else:
        (problem,) = sheet.problems()
        assert (problem.rule, problem.remedy) == ("decimals-invented", "write 'decimals: 1', or leave it out")
        assert "242.2" in problem.message


@pytest.mark.parametrize(
    ("values", "odd"),
    [
        ([1100, 10978], []),
        ([1100, 11000], ["11000"]),
        ([1000, 100], ["100"]),
        ([1000, 101], []),
        ([-5, -50], ["-50"]),
        ([-5, 50], []),
        ([0, 1000, 0], []),
        ([1, 10, 1], ["10", "1"]),
    ],
)
def test_ten_times_its_neighbour_is_a_warning_at_the_later_point(
    values: list[int], odd: list[str], sheet: Sheet
) -> None:
    points = ", ".join(f"{{at: {2000 + n}, value: {value}}}" for n, value in enumerate(values))
    assert [text for text, _ in jumps(series(sheet, points))] == odd


def test_a_note_says_that_somebody_knows_why(sheet: Sheet) -> None:
    assert jumps(series(sheet, "{at: 2000, value: 1}, {at: 2001, value: 90, note: a new basin}")) == []


def test_only_drawn_points_with_values_are_compared(sheet: Sheet) -> None:
    points = "{at: 2000, value: 10}, {at: 2001, value: null}, {at: 2002, value: 20}"
    points += ", {at: 2002, value: 900, source: register}"
    assert jumps(series(sheet, points)) == []


@pytest.mark.parametrize(
    ("values", "odd"), [([97, 104], ["104"]), ([97, 98], []), ([104, 120], []), ([100, 97], []), ([230], [])]
)
def test_a_lone_percentage_over_a_hundred_is_a_warning(values: list[int], odd: list[str], sheet: Sheet) -> None:
    points = ", ".join(f"{{at: {2000 + n}, value: {value}}}" for n, value in enumerate(values))
    assert [text for text, _ in jumps(series(sheet, points, unit="percent"))] == odd


def test_two_sources_that_differ_both_stand(sheet: Sheet) -> None:
    edition = series(sheet, "{at: 2000, value: 480}, {at: 2000, value: 40, source: register}").read()
    assert edition.warnings == ()
    assert [point.value for point in edition.facts["crew"].rivals] == [40]


def test_warnings_stand_beside_errors(sheet: Sheet) -> None:
    series(sheet, "{at: 2000, value: 1}, {at: 2001, value: 90}", ", decimals: 1")
    assert {(problem.rule, problem.severity) for problem in sheet.problems()} == {
        ("decimals-invented", "error"),
        ("value-jump", "warning"),
    }
