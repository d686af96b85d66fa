"""What is printed in each language: digits, separators, scales, currencies, qualifiers; and what a brand decides."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factsheet.icu import format_message
from factsheet.language import phrases as module
from factsheet.language.locales import Locale, by_language, fallbacks
from factsheet.language.numbers import when
from factsheet.language.phrases import known, phrases
from factsheet.model.brand import Separators
from factsheet.model.facts import Date
from factsheet.model.message import Message
from factsheet.problems import FactsheetError
from language.speaking import HOUSE, LANGUAGES, words

FOLDER = Path(module.__file__).parent / "phrases"
OWN = {"article-one", "number-joint", "scales", "currencies", "inflected", "year"}
"""Phrases that a language may have or not."""

FILLED = re.compile(r"\{(\w+)\}")
N, NN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
MINUS, LEFT, ARABIC = "\N{MINUS SIGN}", "\N{LEFT-TO-RIGHT MARK}", "\N{ARABIC LETTER MARK}"


def said(text: str, language: str) -> str:
    return words(language).plain(Message(text))


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", ["10,978", f"USD{N}1,552{N}million", f"about{N}2.8{N}million", f"{MINUS}4.0%", f"EUR{N}5"]),
        (
            "fr",
            [f"10{NN}978", f"1{NN}552{N}millions{N}USD", f"environ{N}2,8{N}millions", f"{MINUS}4,0{N}%", f"5{N}EUR"],
        ),
        (
            "es",
            ["10.978", f"1.552{N}millones{N}de{N}USD", f"alrededor de{N}2,8{N}millones", f"{MINUS}4,0{N}%", f"5{N}EUR"],
        ),
        (
            "ar",
            ["10,978", f"1,552{N}مليون{N}دولار{N}أمريكي", f"نحو{N}2.8{N}مليون", f"{LEFT}{MINUS}4.0%", f"5{N}يورو"],
        ),
        ("zh-Hans", ["10,978", "15.52亿美元", "约280万", f"{MINUS}4.0%", "5欧元"]),
        ("ru", [f"10{N}978", f"1{N}552{N}млн{N}долл.{N}США", f"около{N}2,8{N}млн", f"{MINUS}4,0{N}%", f"5{N}евро"]),
    ],
)
def test_figures_are_said_as_each_language_says_them(language: str, printed: list[str]) -> None:
    assert [said(f"{{{name}}}", language) for name in ("staff", "money", "loads", "loss", "euros")] == printed


def test_a_scale_has_the_plural_of_its_number() -> None:
    assert [said("{one}", tag) for tag in ("fr", "es")] == [f"1,5{N}million", f"1,5{N}millones"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_formatter_serves_texts_tiles_and_formats_that_authors_choose(language: str) -> None:
    own = words(language)
    digits = own.printed(*own.point("staff")).number
    assert own.number(Decimal(10978)) == digits
    assert said("{staff}", language) == digits
    assert said("{staff, number}", language) == digits
    assert said("{staff, number, integer}", language) == digits
    assert said("{staff, plural, other {#}}", language) == digits


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", "USD million"),
        ("fr", "millions USD"),
        ("es", "millones de USD"),
        ("ar", f"مليون دولار{N}أمريكي"),
        ("zh-Hans", "百万美元"),
        ("ru", f"млн долл.{N}США"),
    ],
)
def test_a_unit_stands_apart_from_its_number_in_the_order_of_the_language(language: str, unit: str) -> None:
    own = words(language)
    assert own.unit(own.fact("money")) == unit


def test_a_percentage_is_written_as_cldr_has_it() -> None:
    for language in LANGUAGES:
        given = format_message("{n, number, ::percent}", language, {"n": 97}).replace(LEFT, "")
        assert words(language).phrase("percent", number="97") == given


@pytest.mark.parametrize(
    ("language", "plural"),
    [("ru", "3 государства"), ("ar", "3 دول"), ("zh-Hans", "3 国"), ("fr", "3 États")],
)
def test_plurals_have_the_branches_of_the_language(language: str, plural: str) -> None:
    text = {
        "ru": "{few, plural, one {# государство} few {# государства} many {# государств} other {# государства}}",
        "ar": "{few, plural, zero {x} one {x} two {x} few {# دول} many {# دولة} other {# دولة}}",
        "zh-Hans": "{few, plural, other {# 国}}",
        "fr": "{few, plural, one {# État} other {# États}}",
    }
    assert said(text[language], language) == plural


def test_a_sign_stays_before_its_digits_where_text_runs_from_right_to_left() -> None:
    own = words("ar")
    assert own.printed(*own.point("staff@1998")).short == f"{LEFT}~1,100"
    native = words("ar", replace(HOUSE, digits={"ar": "native"}))
    assert native.printed(*native.point("staff@1998")).short == f"{ARABIC}~١٬١٠٠"
    assert words("fr").printed(*own.point("staff@1998")).short == f"~1{NN}100"


def test_latin_words_in_a_phrase_from_right_to_left_are_isolated() -> None:
    assert words("ar").phrase("alt-qr", address="https://example.org").endswith("\u2068https://example.org\u2069")
    assert "\u2068" not in words("fr").phrase("alt-qr", address="https://example.org")


@pytest.mark.parametrize(
    ("digits", "number", "when", "folio"),
    [("", "10,978", "ديسمبر 2017", "1 / 4"), ("latn", "10,978", "ديسمبر 2017", "1 / 4")]
    + [(system, "١٠٬٩٧٨", "ديسمبر ٢٠١٧", "١ / ٤") for system in ("native", "arab")],
)
def test_digits_are_latin_or_native_as_the_brand_says(digits: str, number: str, when: str, folio: str) -> None:
    own = words("ar", replace(HOUSE, digits={"ar": digits} if digits else {}))
    assert own.plain(Message("{staff}")) == number
    assert own.date(Date(2017, 12)) == when
    assert own.phrase("folio", page=1, pages=4).replace("*", "") == folio


def test_dates_are_of_the_calendar_that_sources_use() -> None:
    assert format_message("{n, number}", Locale("fa").tag, {"n": 1}) == "۱"
    assert when(Date(2017, 12), Locale("fa", "latn")).endswith("2017")
    assert when(Date(2017), Locale("th")) == "2017"


def test_a_brand_overrides_separators_for_one_language_or_for_all() -> None:
    spaced = replace(HOUSE, separators={"es": Separators(N, ",")})
    assert words("es", spaced).plain(Message("{staff} {health}")) == f"10{N}978 138,5{N}millones{N}de{N}USD"
    assert words("fr", spaced).plain(Message("{staff}")) == f"10{NN}978"
    plain = replace(HOUSE, separators={"": Separators("", ".")})
    assert (
        words("fr", plain).plain(Message("{staff} {health} {staff, number}")) == f"10978 138.5{N}millions{N}USD 10978"
    )
    assert words("fr", plain).plain(Message("{staff, plural, other {#}}")) == "10978"


def test_a_separator_that_would_change_the_figure_is_not_taken() -> None:
    clash = replace(HOUSE, separators={"fr": Separators(",", None)})
    assert words("fr", clash).plain(Message("{staff}")) == f"10{NN}978"


def test_a_brand_overrides_words_of_qualifiers() -> None:
    brand = replace(HOUSE, qualifiers={"more-than": "more than"}, words={"fr": {"more-than": "au moins"}})
    assert words("en", brand).plain(Message("{places}")) == f"more than{N}480"
    assert words("fr", brand).plain(Message("{places}")) == f"au moins{N}480"


def test_a_year_in_running_words_has_its_word_where_the_language_has_one() -> None:
    assert words("zh-Hans").phrase("since", when="1998") == "自1998年以来"
    assert words("ru").phrase("since", when="1998") == f"с 1998{N}г."
    assert words("fr").phrase("since", when="1998") == "depuis 1998"


@pytest.mark.parametrize("language", known())
def test_every_language_has_every_phrase_with_its_arguments(language: str) -> None:
    def needed(tag: str) -> dict[str, str]:
        return {k: v for k, v in phrases(tag).items() if k not in OWN and not k.startswith(("said-", "currency-"))}

    english, own = needed("en"), needed(language)
    assert own.keys() == english.keys()
    for key, text in english.items():
        assert set(FILLED.findall(text)) <= set(FILLED.findall(own[key])), key


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_phrases_can_be_filled_in(path: Path) -> None:
    arguments: dict[str, Any] = {
        **dict.fromkeys(("value", "number", "scale", "amount", "currency", "mark", "list", "title", "when"), "x"),
        **dict.fromkeys(("measure", "first", "last", "values", "name", "names", "address", "year", "word"), "x"),
        **{"page": 1, "pages": 4, "n": 3},
    }
    for key, text in tomllib.loads(path.read_text("utf-8")).items():
        filled = format_message(text.replace("'", "''"), path.stem, arguments)
        assert "{" not in filled, key
        assert filled.strip(), key


def test_broader_tags_stand_in_but_no_other_script() -> None:
    assert list(fallbacks("fr-CA")) == ["fr-CA", "fr"]
    assert list(fallbacks("zh-CN")) == ["zh-CN", "zh", "zh-Hans"]
    assert list(fallbacks("zh-Hant-TW")) == ["zh-Hant-TW", "zh-Hant"]
    assert phrases("zh")["about"] == "约"
    with pytest.raises(FactsheetError):
        phrases("zh-Hant")
    assert by_language({"": 1, "fr": 2}, "fr-CH") == 2
    assert by_language({"": 1, "fr": 2}, "es") == 1
