"""Numbers read back from what is printed: separators, native digits, signs, and words for powers of ten."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

from decimal import Decimal

import pytest

from factsheet.language.figures_in_text import amounts_in, figures_in, parsed, scale_of
from factsheet.language.locales import Locale
from language.speaking import FACTS, LANGUAGES, words

N, NN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


def amounts(text: str, language: str, **house: str) -> list[tuple[str, Decimal | None]]:
    """Return each number as it is printed, and how much it is."""
    found = amounts_in(text, Locale(language, **house))
    return [(text[figure.offset : figure.offset + figure.length], figure.value) for figure in found]


def values(text: str, language: str, **house: str) -> list[str]:
    return [f"{value.normalize():f}" if value is not None else "none" for _, value in amounts(text, language, **house)]


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("USD 1,552 million, 2.8 thousand, 1,100", "en", ["1552000000", "2800", "1100"]),
        (f"1{NN}552{N}millions USD, 2,8{N}milliards, 10 978", "fr", ["1552000000", "2800000000", "10978"]),
        ("1.552 millones, 15 mil millones, 10.978", "es", ["1552000000", "15000000000", "10978"]),
        ("1,552 مليون دولار، 15 مليونا، 3 آلاف", "ar", ["1552000000", "15000000", "3000"]),
        ("15.52亿美元、280万、2万亿", "zh-Hans", ["1552000000", "2800000", "2000000000000"]),
        (f"1{N}552 млн долл. США, 5 миллиардам, 3 тыс.", "ru", ["1552000000", "5000000000", "3000"]),
        ("1.552 Millionen, 3 Milliarden, 1,5 Tausend", "de", ["1552000000", "3000000000", "1500"]),
        ("1,32,839 और 5 करोड़", "hi", ["132839", "50000000"]),
    ],
)
def test_a_number_is_worth_its_digits_times_its_power_of_ten(text: str, language: str, read: list[str]) -> None:
    assert values(text, language) == read


def test_a_billion_is_a_thousand_times_more_in_french_than_in_english() -> None:
    assert values("3 billions", "fr") == ["3000000000000"]
    assert values("3 billion", "en") == ["3000000000"]


def test_a_power_of_ten_is_part_of_the_number_and_words_that_begin_alike_are_not() -> None:
    assert amounts("10 millionaires gave 10 million", "en") == [
        ("10", Decimal(10)),
        ("10 million", Decimal(10_000_000)),
    ]


def test_native_digits_and_separators_of_a_house_are_read() -> None:
    assert values("١٬٥٥٢ مليون و١٠٫٥", "ar", digits="native") == ["1552000000", "10.5"]
    assert values("1'552.5 et 1 552", "fr", group="'", decimal=".") == ["1552.5", "1", "552"]
    assert values("10 978 personas", "es", group=" ") == ["10978"]


def test_signs_count_and_dashes_of_ranges_do_not() -> None:
    assert values("−4.0% to -3 points, 1998–2017, 10-20", "en") == ["-4", "-3", "1998", "2017", "10", "20"]


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("10.7", "es", None),
        ("10.7", "fr", None),
        ("1,500", "es", "1.5"),
        ("1.500", "es", "1500"),
        ("1.500", "en", "1.5"),
        ("10,97,8", "en", None),
        ("1,2345", "en", None),
    ],
)
def test_marks_part_groups_of_three_digits_and_nothing_else(text: str, language: str, read: str | None) -> None:
    value = parsed(text, Locale(language))
    assert value == (None if read is None else Decimal(read))
    (figure,) = figures_in(text, Locale(language))
    assert (figure.offset, figure.length, figure.digits) == (0, len(text), text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in FACTS if name != "one"])
def test_what_the_tool_prints_is_read_back_as_what_it_is(name: str, language: str) -> None:
    own = words(language)
    fact, point = own.point(name)
    shown = own.printed(fact, point)
    assert point.value is not None
    whole = point.value * {"": 1, "million": 1_000_000}[fact.scale]
    assert [figure.value for figure in amounts_in(shown.prose, own.locale)] == [whole]
    (alone,) = amounts_in(shown.number, own.locale)
    assert alone.value == point.value
    assert scale_of(own.unit(fact), language) == (6 if fact.scale else 0)
