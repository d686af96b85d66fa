"""Texts held against facts: what is spelt out must be true, and no figure is typed a second time."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, ClassVar

import pytest

from factsheet.language.proofs import _Prover, _Text, _texts, proof
from factsheet.language.sayings import Sayings
from factsheet.language.words import EditionWords
from factsheet.model.brand import Brand
from factsheet.model.edition import BlockUse, Edition, PageUse
from factsheet.model.facts import Date, Fact, Formula, Point
from factsheet.model.message import Message
from factsheet.options import Block, FactName, TextField
from factsheet.problems import Position

if TYPE_CHECKING:
    from factsheet.problems import Problem


def fact(name: str, *values: tuple[int, str | None], **more: object) -> Fact:
    qualifier, formula = more.pop("qualifier", None), more.pop("formula", None)
    points = tuple(
        Point(Date(year), None if value is None else Decimal(value), "a", qualifier)  # type: ignore[arg-type]
        for year, value in values
    )
    unit, scale = str(more.pop("unit", "person")), str(more.pop("scale", ""))
    assert not more
    return Fact(name, name, unit, points, scale=scale, formula=formula)  # type: ignore[arg-type]


HOUSE = Brand("House", {}, {}, {})
FACTS = (
    fact("staff", (1998, "1100"), (2017, "10978")),
    fact("offices", (2017, "412"), qualifier="more-than"),
    fact("growth", (2017, "10"), qualifier="about", formula=Formula("ratio", ("staff", "staff@1998"))),
    fact("spent", (2008, "1000"), (2014, "1400"), unit="USD", scale="million"),
    fact("projects", (2009, "2030"), (2018, "1900")),
    fact("share", (2017, "97"), unit="percent"),
    fact("lands", (2018, "122")),
    fact("round", (2018, "700")),
    fact("days", (2018, "31")),
    fact("target", (2018, "10.7")),
    fact("loss", (2018, "-24")),
    fact("founded", (2018, "1951"), unit="year"),
    fact("ferries", (2018, "7")),
    fact("hidden", (2018, None)),
)


class Sample(Block):
    """A text, and a fact that it may be about."""

    name: ClassVar[str] = "sample"

    text: TextField
    more: TextField | None = None
    fact: FactName | None = None


def edition(*blocks: Sample, title: Message | None = None, note: Message | None = None) -> Edition:
    uses = tuple(BlockUse("sample", block, f"page1.left.sample-{n}") for n, block in enumerate(blocks, 1))
    return SimpleNamespace(  # type: ignore[return-value]
        facts={fact.id: fact for fact in FACTS},
        brand=HOUSE,
        language="en",
        title=title or Message("Title", where="title"),
        pages=(PageUse("page", {"left": uses}, None, note),),
        position=lambda path: Position("file", len(path)),
    )


def problems(text: str, *checks: str, about: str | None = None) -> tuple[Problem, ...]:
    message = Message(text, checks, "page1.left.sample-1.text")
    whole = edition(Sample(text=message, fact=about))
    return proof(whole, EditionWords(whole, "en"))


def rules(text: str, *checks: str, about: str | None = None) -> list[str]:
    return [problem.rule for problem in problems(text, *checks, about=about)]


@pytest.mark.parametrize(
    ("text", "checks"),
    [
        ("Ten times the staff", ["growth"]),
        ("About 10 times the staff", ["growth"]),
        ("**Ten** times the staff", ["growth"]),
        ("{growth, spellout} times the staff", ["growth"]),
        ("Over a billion dollars by 2008", ["spent@2008"]),
        ("1.4 billion dollars", ["spent"]),
        ("Ninety-seven of a hundred", ["share"]),
        ("It fell by twenty-four", ["loss"]),
        ("Ten times the staff in 122 lands", ["growth", "lands"]),
    ],
)
def test_what_a_text_declares_it_says(text: str, checks: list[str]) -> None:
    assert rules(text, *checks) == []


def test_a_declared_value_that_the_text_does_not_say_is_an_error_with_what_to_write() -> None:
    (problem,) = problems("Nine times the staff", "growth")
    assert (problem.rule, problem.severity, problem.where) == ("check-failed", "error", "page1.left.sample-1.text")
    assert "about\N{NO-BREAK SPACE}10" in problem.message
    assert problem.remedy == "write 'ten' or '10', or take 'growth' out of 'checks'"
    assert problem.position is not None


@pytest.mark.parametrize(
    ("text", "checks"),
    [("Over a billion dollars", ["spent"]), ("Tenfold", ["growth"]), ("1,400 dollars", ["spent"]), ("", ["growth"])],
)
def test_what_a_text_does_not_say_fails(text: str, checks: list[str]) -> None:
    assert "check-failed" in rules(text, *checks)


@pytest.mark.parametrize(
    ("text", "found", "placeholder"),
    [
        ("Some 10,978 people", "10,978", "{staff}"),
        ("Some 10978 people", "10978", "{staff}"),
        ("From 1,100 people", "1,100", "{staff_1998}"),
        ("412 places", "412", "{offices}"),
        ("(412)", "412", "{offices}"),
        ("97% of it", "97", "{share}"),
        ("97 per cent.", "97", "{share}"),
        ("USD 1,400 million", "1,400", "{spent}"),
        ("USD 1.4 billion", "1.4 billion", "{spent}"),
        ("2,030 projects", "2,030", "{projects_2009}"),
        ("a fall of 24", "24", "{loss}"),
        ("{staff} people in 122 lands", "122", "{lands}"),
        ("{ferries, plural, one {# ferry} other {# ferries to 122 lands}}", "122", "{lands}"),
        ("[122 lands](https://example.org)", "122", "{lands}"),
    ],
)
def test_a_figure_typed_a_second_time_is_an_error(text: str, found: str, placeholder: str) -> None:
    (problem,) = problems(text)
    assert (problem.rule, problem.severity) == ("number-typed", "error")
    assert f"'{found}'" in problem.message
    assert problem.remedy == f"write {placeholder}; if it is another number, write \\{found}"


@pytest.mark.parametrize(
    "text",
    [
        "in 2018, 2017 and 1951",
        "target 10.71 and 110.7, Level 31b, L122, 122nd, COVID-31, 2018-122, 31/12",
        "1,122 lands, 122.5 lands, 122,000",
        "31 December 2017, December 31, and 31 May",
        "some 700 projects, 7 ferries",
        r"Goal \31 and article \122",
        "[the lands](https://example.org/122?lands=122)",
        "{lands} lands, {staff_1998} staff, {spent_2008_bare}",
        "{ferries, plural, =31 {none} other {some}}",
    ],
)
def test_other_numbers_are_let_alone(text: str) -> None:
    assert rules(text) == []


def test_a_declared_figure_may_be_typed() -> None:
    assert rules("In 122 lands", "lands") == []


@pytest.mark.parametrize(
    ("text", "found", "check"),
    [
        ("Four hundred twelve places", "four hundred twelve", "offices"),
        ("four hundred and twelve places", "four hundred twelve", "offices"),
        ("Over a billion dollars", "a billion", "spent@2008"),
        ("Ninety-seven per cent", "ninety-seven", "share"),
        ("one point four billion", "one point four billion", "spent"),
        ("Ten times the staff", "ten", "growth"),
    ],
)
def test_a_figure_in_words_that_is_not_declared_is_a_warning(text: str, found: str, check: str) -> None:
    (problem,) = problems(text)
    assert (problem.rule, problem.severity) == ("number-unchecked", "warning")
    assert f"'{found}'" in problem.message
    assert problem.remedy.endswith(f"{{text: …, checks: [{check}]}}")


@pytest.mark.parametrize(
    ("text", "about", "found"),
    [
        ("Ten times as many", "staff", True),
        ("Ten times as many", "growth", True),
        ("Ten of {lands}", None, False),
        ("The other ten", "offices", False),
        ("The other four hundred twelve", "staff", True),
        ("Seven crises", None, False),
        ("Ten crises", None, True),
        ("Twenty-seven of seventy crises, often", None, False),
    ],
)
def test_everyday_numbers_are_held_against_what_their_block_is_about(text: str, about: str | None, found: bool) -> None:
    assert rules(text, about=about) == ["number-unchecked"] * found


def test_one_value_is_reported_once_a_text() -> None:
    assert rules("122 here, 122 there, {staff}, 122 in all") == ["number-typed"]


def test_a_value_that_two_facts_share_is_declared_for_both() -> None:
    assert rules("Ten times", "growth", about="staff") == []


def test_titles_notes_and_every_text_of_a_block_are_read() -> None:
    typed = Message("412", where="x")
    whole = edition(Sample(text=Message("a"), more=typed), title=typed, note=typed)
    assert [problem.rule for problem in proof(whole, EditionWords(whole, "en"))] == ["number-typed"] * 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("人员增至十倍", ["number-unchecked"]),
        ("人员增至九十倍", []),
        ("投入14亿美元", ["number-typed"]),
        ("共122个国家", ["number-typed"]),
        ("2017年12月31日", []),
        ("占九十七%", ["number-unchecked"]),
    ],
)
def test_texts_without_blanks_between_words_are_read_too(text: str, found: list[str]) -> None:
    whole = edition(Sample(text=Message(text, where="page1.left.sample-1.text")))
    whole.language = "zh-Hans"  # type: ignore[misc] # a stand-in
    assert [problem.rule for problem in proof(whole, EditionWords(whole, "zh-Hans"))] == found


def test_years_of_a_fact_that_is_a_year_are_years() -> None:
    assert rules("since 1951") == []


@pytest.mark.parametrize(
    ("language", "text", "checks", "found"),
    [
        ("fr", "Dix fois plus de personnel", ["growth"], []),
        ("fr", "Le personnel a décuplé", ["growth"], []),
        ("fr", "Neuf fois plus", ["growth"], ["check-failed"]),
        ("fr", "Plus d’un milliard de dollars", ["spent@2008"], []),
        ("es", "Diez veces más personal", ["growth"], []),
        ("zh-Hans", "人员增至十倍", ["growth"], []),
        ("zh-Hans", "人员增至九倍", ["growth"], ["check-failed"]),
        ("ru", "Персонал вырос почти до десятикратного", ["growth"], []),
        ("ar", "زاد عدد الموظفين بعشرة أضعاف", ["growth"], []),
        ("fr", "Personnel : 10 978", [], ["number-typed"]),
        ("fr", "Personnel : 10\N{NARROW NO-BREAK SPACE}978", [], ["number-typed"]),
        ("ar", "١٠٬٩٧٨ موظفا", [], ["number-typed"]),
        ("fr", "quatre-vingt-dix-sept sur cent", [], []),
    ],
)
def test_a_translation_says_what_its_source_declares_or_cannot_be_told(
    language: str, text: str, checks: list[str], found: list[str]
) -> None:
    message = Message(text, tuple(checks), "page1.left.sample-1.text")
    whole = edition(Sample(text=message))
    problems = proof(whole, EditionWords(whole, language), translated=True)
    assert [problem.rule for problem in problems] == found
    assert not any("checks" in problem.remedy for problem in problems)


def test_no_value_is_written_in_digits_where_no_text_has_any() -> None:
    whole = edition(Sample(text=Message("Nobody counted the ships", where="page1.left.sample-1.text")))
    sayings = Sayings(whole, EditionWords(whole, "en"))
    prover = _Prover(whole, sayings.words, sayings, translated=False)
    assert [found for text in _texts(whole) for found in prover.problems(text)] == []
    assert "typed" not in vars(sayings)
    counted = _Text(Message("Somebody counted 3 ships", where="page1.left.sample-1.text"), None)
    assert list(prover.problems(counted)) == []
    assert "typed" in vars(sayings)
