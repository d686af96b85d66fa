"""How facts and texts are said: qualifiers never lost, years never grouped, apostrophes plain."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from factsheet.language.markup import spans
from factsheet.language.placeholders import pattern
from factsheet.language.words import NBSP, EditionWords
from factsheet.model.brand import Brand
from factsheet.model.content import Span, plain
from factsheet.model.facts import Date, Fact, Point
from factsheet.model.message import Message
from factsheet.problems import FactsheetError

HOUSE = Brand("House", {}, {}, {})


def point(year: int, value: str | None, **more: Any) -> Point:
    return Point(Date(year), None if value is None else Decimal(value), "a", **more)


FACTS = {
    "staff": Fact("staff", "Staff", "person", (point(1998, "1100", qualifier="about"), point(2017, "10978"))),
    "places": Fact(
        "places",
        "Places",
        "place",
        (point(2014, "480", qualifier="more-than", preferred=True), point(2014, "400", qualifier="more-than")),
    ),
    "money": Fact("money", "Money", "USD", (point(2018, "138.5"),), scale="million"),
    "founded": Fact("founded", "Founded", "year", (point(1951, "1951"),)),
    "guess": Fact("guess", "Guess", "person", (point(2013, "1300", status="estimated"),)),
    "hidden": Fact("hidden", "Hidden", "project", (point(2014, "2600"), point(2017, None))),
    "unknown": Fact("unknown", "Unknown", "person", ()),
    "loss": Fact("loss", "Loss", "percent", (point(2017, "-4.0"),)),
}


@pytest.fixture
def words() -> EditionWords:
    edition = SimpleNamespace(facts=FACTS, brand=HOUSE, position=lambda where: None)
    return EditionWords(edition, "en")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{staff} people", "10,978 people"),
        ("{staff_1998} people", f"about{NBSP}1,100 people"),
        ("{staff_1998_bare} people", "1,100 people"),
        ("{places} places", f"over{NBSP}480 places"),
        ("costs {money} a year", f"costs USD{NBSP}138.5{NBSP}million a year"),
        ("since {founded}", "since 1951"),
        ("{guess}", "1,300 (estimate)"),
        ("{staff, number, ::compact-short}", "11K"),
        ("{staff, plural, one {# person} other {# people}}", "10,978 people"),
        ("{staff, plural, one {one} other {{staff} in all}}", "10,978 in all"),
        ("{staff, spellout} and {staff}", "ten thousand nine hundred seventy-eight and 10,978"),
        ("l'{staff} d'or, it's", "l'10,978 d'or, it's"),
        (r"a \{literal\} brace", "a {literal} brace"),
        ("{loss}", "\N{MINUS SIGN}4.0%"),
        ("{founded, number} {founded, number, integer} {founded, number, ::.0}", "1951 1951 1951.0"),
        ("{founded, plural, one {# year} other {# years, {founded, plural, other {#}}}}", "1951 years, 1951"),
        ("{founded, spellout, %spellout-numbering-year}", "nineteen fifty-one"),
        ("{money, number} or {money, number, ::compact-long}", "138,500,000 or 138 million"),
        ("{loss, number, ::percent} {loss, number, percent}", "\N{MINUS SIGN}4% \N{MINUS SIGN}4%"),
        ("{places, plural, one {# place} other {# places}}", f"over{NBSP}480 places"),
        ("{guess, number} and {guess, spellout}", "1,300 (estimate) and one thousand three hundred (estimate)"),
        ("{staff_1998, plural, other {it''s # of {places}}}", f"it''s about{NBSP}1,100 of over{NBSP}480"),
        ("{hidden_2017} and {hidden_2017_bare}", "not published and n/a"),
        ("{unknown}, {unknown_bare}", "not published, n/a"),
        (r"article \17", "article 17"),
    ],
)
def test_texts_say_facts_with_their_qualifiers(words: EditionWords, text: str, said: str) -> None:
    assert words.plain(Message(text)) == said


def test_a_printed_value_keeps_its_parts(words: EditionWords) -> None:
    about = words.printed(*words.point("staff@1998"))
    over = words.printed(*words.point("places"))
    estimate = words.printed(*words.point("guess"))
    assert (about.mark, about.number, about.word, about.short) == ("~", "1,100", "", "~1,100")
    assert (over.mark, over.number, over.word) == ("", "480", "over")
    assert (estimate.suffix, estimate.word) == ("e", "")


def test_latest_is_the_last_point_with_a_value(words: EditionWords) -> None:
    assert words.printed(*words.point("hidden")).when == "2014"
    assert [p.number for p in words.series(FACTS["hidden"])] == ["2,600", "n/a"]


def test_words_remember_what_they_printed_until_it_is_taken(words: EditionWords) -> None:
    words.plain(Message("{staff} in {places}"))
    assert [printed.fact for printed in words.take()] == ["staff", "places"]
    assert words.take() == ()


def test_a_broken_message_is_a_problem_not_a_traceback(words: EditionWords) -> None:
    with pytest.raises(FactsheetError) as caught:
        words.plain(Message("{staff, plural, one {# person}"))
    assert caught.value.problems[0].rule == "message-invalid"


@pytest.mark.parametrize("form", ["number", "spellout", "plural, other {# projects}"])
def test_a_point_without_a_value_is_no_number(words: EditionWords, form: str) -> None:
    with pytest.raises(FactsheetError) as caught:
        words.plain(Message(f"{{hidden_2017, {form}}}"))
    assert caught.value.problems[0].rule == "point-empty"


def test_a_printed_value_has_the_sources_of_all_its_parts(words: EditionWords) -> None:
    made = Point(Date(2018), Decimal(3), "a", further=("b", "a", "c"))
    assert words.printed(FACTS["staff"], made).sources == ("a", "b", "c")


def test_a_language_without_words_is_a_problem() -> None:
    with pytest.raises(FactsheetError) as caught:
        EditionWords(SimpleNamespace(facts={}, brand=HOUSE), "tlh")  # type: ignore[arg-type]
    assert caught.value.problems[0].rule == "language-unknown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", (Span("plain"),)),
        ("a **b** c", (Span("a "), Span("b", bold=True), Span(" c"))),
        ("*em* and **bo*th***", None),
        ("[site](https://example.org)", (Span("site", href="https://example.org"),)),
        ("5 * 3 = 15", (Span("5 * 3 = 15"),)),
        (r"\*kept\*", (Span("*kept*"),)),
    ],
)
def test_inline_markdown(text: str, expected: tuple[Span, ...] | None) -> None:
    found = spans(text)
    assert "".join(span.text for span in found) == plain(found)
    if expected is not None:
        assert found == expected


def test_placeholders_are_told_apart_from_numbers() -> None:
    parsed = pattern("{a} {b, plural, other {{a} x}} {b}")
    assert (parsed.printed, parsed.numbers) == (("a", "b"), ("b",))
