"""Units: a currency's code, percent, year, or a word; what else people write is taught."""

from __future__ import annotations

import pytest

from factsheet.problems import Position
from factsheet.read.report import Problems
from factsheet.read.units import CURRENCIES, check_unit


def mistakes(unit: str) -> list[tuple[str, str]]:
    problems = Problems()
    check_unit(unit, Position("file"), problems)
    return [(problem.caret, problem.remedy) for problem in problems._found]


@pytest.mark.parametrize(
    "unit",
    [
        *("", "person", "thousand trips", "square kilometre", "percentage point", "USD", "XOF", "percent", "year"),
        *("years", "cup", "m²", "حالة", "人", "Mitgliedstaat", "l'heure", "km/h"),
    ],
)
def test_good_units_are_taken(unit: str) -> None:
    assert mistakes(unit) == []


@pytest.mark.parametrize(
    ("unit", "meant", "remedy"),
    [
        ("usd", "USD", "write 'unit: USD'"),
        ("Eur", "EUR", "write 'unit: EUR'"),
        ("%", "percent", "percent"),
        ("per cent", "percent", "percent"),
        ("Percent", "percent", "write 'unit: percent'"),
        ("٪", "percent", "percent"),
        ("Year", "year", "write 'unit: year'"),
        ("$", "", "ISO 4217"),
        ("US$ million", "", "ISO 4217"),
        ("€", "", "ISO 4217"),
        ("UDS", "", "ISO 4217"),
        ("USD million", "", "write 'unit: USD' and 'scale: million'"),
        ("billions USD", "", "write 'unit: USD' and 'scale: "),
        ("thousand EUR", "", "write 'unit: EUR' and 'scale: thousand'"),
        ("USD bn", "", "write 'unit: USD' and 'scale: billion'"),
        ("USD per person", "", "write 'unit: USD'; the label"),
        ("1000", "", "or a word"),
        ("--", "", "or a word"),
    ],
)
def test_wrong_units_have_a_remedy(unit: str, meant: str, remedy: str) -> None:
    ((caret, said),) = mistakes(unit)
    assert remedy in said
    assert caret == (f"did you mean '{meant}'?" if meant else "")


def test_currencies_are_codes() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in CURRENCIES)
    assert {"USD", "EUR", "CHF", "XAF", "SLE", "VES"} <= CURRENCIES
