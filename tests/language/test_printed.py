"""A printed fact never loses its qualifier: over qualifiers, statuses, scales, units and values."""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import product
from types import SimpleNamespace
from typing import get_args

import pytest

from factsheet.language.phrases import phrases
from factsheet.language.words import NBSP, EditionWords
from factsheet.model.brand import Brand
from factsheet.model.facts import SCALES, Date, Fact, Point, Qualifier, Status
from factsheet.model.message import Message

HOUSE = Brand("House", {}, {}, {})
UNITS = ("person", "USD", "percent", "year", "")
SHAPES = sorted(product((None, *get_args(Qualifier)), get_args(Status), SCALES, UNITS), key=str)
MARKS = {"published": "", "estimated": "estimate-mark", "provisional": "provisional-mark"}


def facts() -> list[Fact]:
    """One fact of every shape, with a value of its own; the same ones each time."""
    chance = random.Random(1951)
    made = []
    for number, (qualifier, status, scale, unit) in enumerate(SHAPES):
        digits = Decimal(chance.randrange(1, 10**9)).scaleb(-chance.randrange(4))
        decimals = chance.choice((None, 0))
        point = Point(Date(2018, chance.choice((None, 12))), digits, "a", qualifier, status)
        made.append(Fact(f"x{number}", "X", unit, (point,), decimals=decimals, scale=scale))
    return made


@pytest.fixture(scope="module")
def words() -> EditionWords:
    edition = SimpleNamespace(facts={fact.id: fact for fact in facts()}, brand=HOUSE, position=lambda where: None)
    return EditionWords(edition, "en")  # type: ignore[arg-type]


def test_there_is_a_fact_of_every_shape() -> None:
    assert len(facts()) == 6 * 3 * 4 * 5


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: fact.id)
def test_every_printed_fact_keeps_its_qualifier(fact: Fact, words: EditionWords) -> None:
    point, own = fact.points[0], phrases("en")
    printed = words.printed(fact, point)
    qualifier = own[point.qualifier] if point.qualifier else ""

    assert f"{qualifier}{NBSP if qualifier else ''}" in printed.prose
    assert printed.prose.startswith(qualifier)
    assert printed.number in printed.prose
    assert f"({point.status.removesuffix('d')}" in printed.prose or point.status != "estimated"
    assert "(provisional)" in printed.prose or point.status != "provisional"
    assert fact.scale in printed.prose
    assert fact.unit != "USD" or "USD" in printed.prose

    assert words.plain(Message(f"{{{fact.id}}}")) == printed.prose
    for bare in (f"{fact.id}_bare", f"{fact.id}_{str(point.at).replace('-', '_')}_bare"):
        assert words.plain(Message(f"{{{bare}}}")) == printed.number
    assert not any(word in printed.number for word in filter(None, (qualifier, fact.scale, fact.unit)))

    assert (printed.mark, printed.word) == {
        None: ("", ""),
        "about": ("~", ""),
    }.get(point.qualifier, ("", qualifier))
    assert printed.suffix == own.get(MARKS[point.status], "")
    assert (printed.qualifier, printed.status) == (point.qualifier, point.status)


@pytest.mark.parametrize("fact", facts()[::7], ids=lambda fact: fact.id)
@pytest.mark.parametrize("form", ["number", "spellout", "number, ::compact-long", "plural, one {#} other {# in all}"])
def test_a_format_keeps_the_qualifier_and_the_status_too(fact: Fact, form: str, words: EditionWords) -> None:
    point = fact.points[0]
    said = words.plain(Message(f"so {{{fact.id}, {form}}}"))
    bare = words.plain(Message(f"so {{{fact.id}_bare, {form}}}"))
    qualifier = f"{phrases('en')[point.qualifier]}{NBSP}" if point.qualifier else ""
    status = {"published": "", "estimated": " (estimate)", "provisional": " (provisional)"}[point.status]
    inner, tail = bare.removeprefix("so ").removesuffix(" in all"), " in all" * bare.endswith(" in all")
    assert said == f"so {qualifier}{inner}{status}{tail}"
    if fact.unit == "year":
        assert "," not in bare


@pytest.mark.parametrize(
    ("qualifier", "value", "number"),
    [
        ("more-than", "733.7", "733"),
        ("less-than", "733.3", "734"),
        ("up-to", "733.3", "734"),
        ("almost", "733.3", "734"),
        ("about", "733.7", "734"),
        (None, "734.5", "734"),
    ],
)
def test_fewer_decimals_leave_a_bound_true(
    qualifier: Qualifier | None, value: str, number: str, words: EditionWords
) -> None:
    point = Point(Date(2018), Decimal(value), "a", qualifier)
    assert words.printed(Fact("x", "X", "person", (point,), decimals=0), point).number == number
