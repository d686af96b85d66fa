"""How texts may say a number, and when they do."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from factsheet.language.spellings import _format, _patterns, joined, plainly, says, spellings


def said(text: str, value: str, language: str = "en", scale: str = "", unit: str = "") -> bool:
    ways = spellings(Decimal(value), scale, unit, language)
    plain = joined(plainly(text), language)
    return any(says(plain, form, language) for form in ways.all)


@pytest.mark.parametrize(
    ("text", "value", "scale", "unit"),
    [
        ("Ten times the staff", "10", "", ""),
        ("TEN TIMES THE STAFF", "10.0", "", ""),
        ("Over a billion dollars", "1000", "million", "USD"),
        ("one billion", "1000", "million", "USD"),
        ("1 billion", "1000", "million", "USD"),
        ("1,000,000,000", "1000", "million", "USD"),
        ("1,000 million", "1000", "million", "USD"),
        ("1.4 billion", "1400", "million", "USD"),
        ("one point four billion", "1400", "million", "USD"),
        ("USD 138.5 million", "138.5", "million", "USD"),
        ("a hundred ships", "100", "", "ship"),
        ("one hundred and seventy-two members", "172", "", "state"),
        ("one hundred seventy two members", "172", "", "state"),
        ("a hundred and seventy-two", "172", "", "state"),
        ("10,978 people", "10978", "", "person"),
        ("10978 people", "10978", "", "person"),
        ("Ninety-seven per cent", "97", "", "percent"),
        ("97% of staff", "97", "", "percent"),
        ("half of the staff", "50", "", "percent"),
        ("three quarters", "75", "", "percent"),
        ("Twice the staff", "2", "", ""),
        ("the staff doubled", "2", "", ""),
        ("since 1951", "1951", "", "year"),
        ("since nineteen fifty-one", "1951", "", "year"),
        ("three point four times", "3.4", "", ""),
        ("(three)", "3", "", ""),
        ("three-fold", "3", "", ""),
    ],
)
def test_a_text_says_a_value_in_words_or_digits(text: str, value: str, scale: str, unit: str) -> None:
    assert said(text, value, scale=scale, unit=unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Eleven times the staff", "10"),
        ("Often", "10"),
        ("tenth", "10"),
        ("thirty-three", "3"),
        ("three hundred", "3"),
        ("three million", "3"),
        ("one hundred and three", "3"),
        ("seventy-two", "70"),
        ("1,410", "410"),
        ("410.5", "410"),
        ("L3", "3"),
        ("1.4 billion", "1"),
        ("1.6 billion", "1552000000"),
        ("a ship", "1"),
        ("a billionaire", "1000000000"),
    ],
)
def test_a_longer_number_or_word_is_another_one(text: str, value: str) -> None:
    assert not said(text, value)


@pytest.mark.parametrize(
    ("language", "text", "value", "good"),
    [
        ("fr", "Dix fois plus de personnel", "10", True),
        ("fr", "vingt-et-une personnes", "21", True),
        ("fr", "vingt et une personnes", "21", True),
        ("tlh", "10,978", "10978", True),
        ("fr", "1,4 milliard", "1400000000", True),
        ("fr", "10\N{NARROW NO-BREAK SPACE}978 personnes", "10978", True),
        ("ru", "в две тысячи раз", "2000", True),
        ("ru", "две", "2", True),
        ("de", "dreihundert", "300", True),
        ("de", "dreihundert", "3", False),
        ("de", "drei Mal so viele", "3", True),
        ("ar", "ثلاثة أضعاف", "3", True),
        ("zh-Hans", "人员增至三倍", "3", True),
        ("zh-Hans", "人员增至十三倍", "3", False),
        ("zh-Hans", "人员增至三十倍", "3", False),
        ("zh-Hans", "14亿美元", "1400000000", True),
        ("ja", "三倍", "3", True),
    ],
)
def test_every_language_says_it_in_its_own_way(language: str, text: str, value: str, good: bool) -> None:
    assert said(text, value, language) is good


def test_the_usual_way_comes_first() -> None:
    ways = spellings(Decimal(1000), "million", "USD", "en")
    assert (ways.words[:2], ways.digits, ways.mixed) == (
        ("one billion", "a billion"),
        ("1,000,000,000", "1000000000"),
        ("1 billion", "1,000 million"),
    )


@pytest.mark.parametrize(
    ("language", "patterns"), [("en", 1), ("zh-Hans", 1), ("fr", 2), ("ar", 3), ("es", 3), ("ru", 3), ("he", 3)]
)
def test_a_number_is_spelt_once_for_each_gender_that_a_language_has(language: str, patterns: int) -> None:
    """The pattern of a gender that a language lacks says what the others say, whatever the number."""
    genders = ("masculine", "feminine", "neuter")
    every = ["{n, spellout}", *(f"{{n, spellout,%spellout-cardinal-{gender}}}" for gender in genders)]
    assert len(_patterns(language)) == patterns
    assert set(_patterns(language)) <= set(every)
    dice = random.Random(language)
    for digits in range(1, 13):
        for decimals in (0, 0, 0, 1, 2):
            n = Decimal(dice.randrange(10**digits)).scaleb(-decimals)
            few, all_ = ({" ".join(_format(p, n, language).split()) for p in ps} for ps in (_patterns(language), every))
            assert few == all_, n
