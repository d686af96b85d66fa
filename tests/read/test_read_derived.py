"""Derived facts: exact reckoning, the weakest qualifier, rounding that keeps a bound true."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factsheet.model.facts import Date
from factsheet.model.qualifiers import VagueError, combined
from read.harbour import EDITION, Sheet

GROWTH = "{ratio: [ships@2023-12, ships@2020], label: Growth}"
BOATS = """\
  a: {label: A, unit: boat, scale: thousand, value: 412, qualifier: more-than, at: 2017, source: register}
  b: {label: B, unit: boat, scale: thousand, value: 119, at: 2017, source: survey, status: estimated}
  growth: """


def derived(sheet: Sheet, text: str) -> tuple[Decimal | None, str | None, str, str]:
    sheet.change(EDITION, f"  growth: {GROWTH}", BOATS + text)
    fact = sheet.read().facts["growth"]
    (point,) = fact.points
    return point.value, point.qualifier, fact.unit, fact.scale


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{ratio: [a, b]}", (Decimal(3), "more-than", "", "")),
        ("{ratio: [a, b], decimals: 1}", (Decimal("3.4"), "more-than", "", "")),
        ("{ratio: [b, a], decimals: 2}", (Decimal("0.29"), "less-than", "", "")),
        ("{ratio: [b, b@2017], decimals: 1}", (Decimal("1.0"), None, "", "")),
        ("{difference: [a, b]}", (Decimal(293), "more-than", "boat", "thousand")),
        ("{difference: [b, a]}", (Decimal(-293), "less-than", "boat", "thousand")),
        ("{sum: [a, b, a]}", (Decimal(943), "more-than", "boat", "thousand")),
        ("{share: [b, a], decimals: 1}", (Decimal("28.9"), "less-than", "percent", "")),
        ("{share: [b, a], unit: boats}", (Decimal(29), "less-than", "boats", "")),
    ],
)
def test_derived_value_is_exact_and_bounded_the_safe_way(
    text: str, expected: tuple[Decimal, str, str, str], sheet: Sheet
) -> None:
    assert derived(sheet, text) == expected


def test_derived_point_takes_time_and_source_of_its_first_part_and_is_an_estimate_if_any_part_is(sheet: Sheet) -> None:
    derived(sheet, "{ratio: [a, b], label: Growth, short: Up}")
    fact = sheet.read().facts["growth"]
    (point,) = fact.points
    assert (point.at, point.source, point.status) == (Date(2017), "register", "estimated")
    assert (fact.label, fact.short, fact.decimals, fact.fictional) == ("Growth", "Up", 0, True)


def test_facts_may_be_derived_from_derived_ones_in_any_order(sheet: Sheet) -> None:
    sheet.change(EDITION, f"  growth: {GROWTH}", f"{BOATS}{{difference: [twice, b]}}\n  twice: {{sum: [b, b]}}")
    assert sheet.read().facts["growth"].points[0].value == 119


def test_exact_values_round_half_to_even(sheet: Sheet) -> None:
    sheet.change(
        EDITION, f"  growth: {GROWTH}", "  c: {label: C, value: 5, at: 1, source: survey}\n  growth: {ratio: [c, c]}"
    )
    sheet.change(EDITION, "at: 1,", "at: 2001,")
    sheet.change(
        EDITION,
        "growth: {ratio: [c, c]}",
        "d: {label: D, value: 2, at: 2001, source: survey}\n  growth: {ratio: [c, d]}",
    )
    assert sheet.read().facts["growth"].points[0].value == 2


E, ABOUT, ALMOST, MORE, LESS, UP = None, "about", "almost", "more-than", "less-than", "up-to"


@pytest.mark.parametrize(
    ("operation", "qualifiers", "expected"),
    [
        ("ratio", [E, E], E),
        ("ratio", [E, ABOUT], ABOUT),
        ("ratio", [MORE, E], MORE),
        ("ratio", [E, MORE], LESS),
        ("ratio", [E, LESS], MORE),
        ("ratio", [UP, E], UP),
        ("ratio", [MORE, ABOUT], ABOUT),
        ("ratio", [ALMOST, E], ALMOST),
        ("ratio", [E, ALMOST], ABOUT),
        ("share", [LESS, E], LESS),
        ("difference", [E, MORE], LESS),
        ("sum", [MORE, MORE], MORE),
        ("sum", [LESS, UP], LESS),
        ("sum", [UP, UP, E], UP),
        ("sum", [ALMOST, E], ALMOST),
        ("sum", [ALMOST, ABOUT], ABOUT),
    ],
)
def test_result_carries_the_weakest_qualifier(
    operation: str, qualifiers: list[str | None], expected: str | None
) -> None:
    assert combined(operation, qualifiers, Decimal(1)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("operation", "qualifiers", "least"),
    [
        ("ratio", [MORE, MORE], 1),
        ("ratio", [MORE, LESS], 1),
        ("difference", [MORE, MORE], 1),
        ("difference", [LESS, UP], 1),
        ("sum", [MORE, LESS], 1),
        ("ratio", [E, UP], 1),
        ("ratio", [MORE, E], -1),
    ],
)
def test_bounds_that_leave_no_bound_are_vague(operation: str, qualifiers: list[str | None], least: int) -> None:
    with pytest.raises(VagueError):
        combined(operation, qualifiers, Decimal(least))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{ratio: [a, zero]}", "fact-derived-part"),
        ("{ratio: [a, b, a]}", "fact-derived-part"),
        ("{sum: [a]}", "fact-derived-part"),
        ("{ratio: [other, b]}", "fact-derived-part"),
        ("{ratio: [a, b], sum: [a, b]}", "value-invalid"),
        ("{ratio: [a, tons]}", "fact-derived-unit"),
        ("{ratio: a}", "value-invalid"),
        ("{ratio: [a, b], at: 2017}", "key-unknown"),
    ],
)
def test_what_cannot_be_reckoned_is_a_problem(text: str, rule: str, sheet: Sheet) -> None:
    extra = (
        "zero: {label: Z, unit: boat, scale: thousand, value: 0, at: 2017, source: survey}\n  "
        "tons: {label: T, unit: ton, scale: thousand, value: 1, at: 2001, source: survey}\n  "
        "other: {difference: [growth, b]}\n  growth: "
    )
    sheet.change(EDITION, f"  growth: {GROWTH}", BOATS.removesuffix("growth: ") + extra + text)
    assert rule in {problem.rule for problem in sheet.problems()}
