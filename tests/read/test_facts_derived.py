"""Derived facts: rates, the precision that round parts leave, and every source."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factsheet.model.facts import Date, Formula
from read.harbour import EDITION, Sheet

GROWTH = "{ratio: [ships@2023-12, ships@2020], label: Growth}"
PARTS = """\
  some: {label: Some, unit: project, value: 700, qualifier: about, at: 2018, source: register}
  lands: {label: Lands, unit: land, value: 122, at: 2018, source: survey}
  paid: {label: Paid, unit: USD, scale: million, value: 61, at: 2018, source: third}
  near: {label: Near, unit: staff, value: 11000, qualifier: almost, at: 2018, source: survey}
  then: {label: Then, unit: staff, value: 1100, qualifier: about, at: 2018, source: register}
  now: {label: Now, unit: staff, value: 10978, at: 2018, source: survey}
  fine: {label: Fine, unit: EUR, value: 242.2, at: 2018, source: survey}
  rough: {label: Rough, unit: EUR, value: 952, at: 2018, source: survey}
  cents: {label: Cents, unit: EUR, value: 733.30, at: 2018, source: survey}
  rate: {label: Rate, unit: percent, value: 97, at: 2018, source: survey}
  old: {label: Old, unit: staff, value: 1100, at: 1998-06, source: survey}
  growth: """


def growing(sheet: Sheet, text: str) -> Sheet:
    sheet.change(EDITION, "sources:\n", "sources:\n  third: {title: Third}\n")
    return sheet.change(EDITION, f"  growth: {GROWTH}", PARTS + text)


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("{ratio: [now, then]}", 10, "about"),
        ("{per: [some, lands]}", 6, "about"),
        ("{per: [lands, some], times: 100}", 20, "about"),
        ("{share: [then, now]}", 10, "about"),
        ("{ratio: [near, then]}", 10, "about"),
        ("{ratio: [near, now]}", 2, "almost"),
        ("{difference: [now, then]}", 9900, "about"),
        ("{sum: [now, then]}", 12100, "about"),
        ("{difference: [near, now]}", 1000, "almost"),
        ("{sum: [fine, rough]}", 1194, None),
        ("{sum: [fine, cents]}", Decimal("975.5"), None),
        ("{difference: [cents, cents]}", Decimal("0.00"), None),
        ("{sum: [fine, cents], decimals: 0}", 976, None),
    ],
)
def test_a_result_is_no_finer_than_its_parts(text: str, value: Decimal, qualifier: str | None, sheet: Sheet) -> None:
    (point,) = growing(sheet, text).read().facts["growth"].points
    assert (point.value, point.qualifier) == (value, qualifier)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("{per: [paid, lands]}", 500000, "USD"),
        ("{per: [lands, paid], times: 1000000}", 2, "land"),
        ("{per: [now, lands], decimals: 2}", Decimal("89.98"), "staff"),
        ("{per: [now, lands], unit: person}", 90, "person"),
    ],
)
def test_a_rate_reckons_with_whole_values_and_counts_the_first(
    text: str, value: Decimal, unit: str, sheet: Sheet
) -> None:
    fact = growing(sheet, text).read().facts["growth"]
    assert (fact.points[0].value, fact.unit, fact.scale) == (value, unit, "")


def test_a_derived_point_has_the_sources_of_all_its_parts_in_order(sheet: Sheet) -> None:
    facts = growing(sheet, "{per: [paid, half]}\n  half: {sum: [lands, lands]}").read().facts
    assert facts["growth"].points[0].sources == ("third", "survey")
    assert facts["half"].points[0].sources == ("survey",)
    assert facts["ships"].points[0].sources == ("register",)


def test_a_derived_fact_knows_how_it_was_reckoned(sheet: Sheet) -> None:
    facts = growing(sheet, "{per: [some, lands], times: 100}").read().facts
    assert facts["growth"].formula == Formula("per", ("some", "lands"), 100)
    assert facts["growth"].parts == {"some", "lands"}
    assert str(facts["growth"].formula) == "some / lands \N{MULTIPLICATION SIGN} 100"
    assert facts["some"].formula is None
    said = {
        operation: str(Formula(operation, ("a", "b@1998"))) for operation in ("ratio", "difference", "share", "sum")
    }
    assert said == {
        "ratio": "a / b@1998",
        "difference": "a - b@1998",
        "share": "a / b@1998 in per cent",
        "sum": "a + b@1998",
    }


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("{per: [some, lands], decimals: 1}", ["decimals-invented"]),
        ("{sum: [fine, rough], decimals: 1}", ["decimals-invented"]),
        ("{difference: [fine, cents], decimals: 2}", ["decimals-invented"]),
        ("{per: [rate, lands]}", ["fact-derived-unit"]),
        ("{ratio: [some, lands]}", ["fact-derived-unit"]),
        ("{sum: [rate, now]}", ["fact-derived-unit"]),
        ("{ratio: [now, old]}", ["fact-derived-measure"]),
        ("{difference: [now, old]}", ["fact-derived-measure"]),
        ("{per: [some, lands, now]}", ["fact-derived-part"]),
        ("{ratio: [now, then], times: 100}", ["value-invalid"]),
        ("{per: [some, lands], times: 0}", ["value-invalid"]),
        ("{per: [some, lands], unit: usd}", ["unit-unknown"]),
        ("{per: [lands, now]}", ["fact-derived-zero"]),
        ("{ratio: [then, now]}", ["fact-derived-zero"]),
    ],
)
def test_what_would_claim_too_much_is_a_problem(text: str, rules: list[str], sheet: Sheet) -> None:
    assert [problem.rule for problem in growing(sheet, text).problems()] == rules


def test_a_share_or_a_rate_may_be_of_another_time(sheet: Sheet) -> None:
    (point,) = growing(sheet, "{share: [old, now]}").read().facts["growth"].points
    assert (point.value, point.at) == (Decimal(10), Date(1998, 6))


def test_a_year_and_a_month_of_it_are_one_time(sheet: Sheet) -> None:
    growing(sheet, "{ratio: [now, old]}").change(EDITION, "1998-06", "2018-06")
    assert sheet.read().facts["growth"].points[0].value == 10
