"""What is printed in each language: digits, separators, scales, currencies, qualifiers; and what a brand decides."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from factsheet.figures.dot_map import series
from factsheet.icu import format_message, line_breaks
from factsheet.language import phrases as module
from factsheet.language.locales import Locale, by_language, fallbacks
from factsheet.language.numbers import when
from factsheet.language.phrases import known, phrases
from factsheet.language.words import EditionWords
from factsheet.model.brand import Separators
from factsheet.model.facts import SCALES, Date, Fact, Point, Qualifier
from factsheet.model.message import Message
from factsheet.problems import FactsheetError
from factsheet.translation.compare import rows
from language.speaking import HOUSE, LANGUAGES, words

FOLDER = Path(module.__file__).parent / "phrases"
OWN = {"article-one", "number-joint", "scales", "currencies", "inflected", "year"}
"""Phrases that a language may have or not."""

FILLED = re.compile(r"\{(\w+)\}")
N, NN, JOINER = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{WORD JOINER}"
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


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        # fa, bn and my have digits of their own in CLDR; hi and bn group by lakh; ur, hi and bn count by lakh and
        # crore, th by ten and a hundred thousand: what CLDR's compact-long has, to the last digit.
        (
            "fa",
            [
                "۱٬۲۳۴٬۵۶۷٫۸",
                "حدود ۲٫۸ میلیون",
                "۱۹۵۱",
                f"{LEFT}{MINUS}۴٫۰٪",
                "بیش از ۴۸۰",
                "۱٬۵۵۲ میلیون دلار آمریکا",
                "۳۱ دسامبر ۲۰۱۷",
                "از سال ۱۹۹۸",
            ],
        ),
        (
            "ur",
            [
                "1,234,567.8",
                "لگ بھگ 28 لاکھ",
                "1951",
                f"{LEFT}{MINUS}4.0%",
                "480 سے زیادہ",
                "1.552 ارب امریکی ڈالر",
                "31 دسمبر، 2017",
                "1998 سے",
            ],
        ),
        # CLDR calls the dollar यूएस डॉलर; India's government, its broadcaster and the United Nations write अमेरिकी डॉलर.
        (
            "hi",
            [
                "12,34,567.8",
                "लगभग 28 लाख",
                "1951",
                f"{MINUS}4.0%",
                "480 से अधिक",
                "1.552 अरब अमेरिकी डॉलर",
                "31 दिसंबर 2017",
                "1998 से",
            ],
        ),
        (
            "bn",
            [
                "১২,৩৪,৫৬৭.৮",
                "আনুমানিক ২৮ লাখ",
                "১৯৫১",
                f"{MINUS}৪.০%",
                "৪৮০-এর অধিক",
                "১৫৫.২ কোটি মার্কিন ডলার",
                "৩১ ডিসেম্বর, ২০১৭",
                "১৯৯৮ সাল থেকে",
            ],
        ),
        # CLDR has a blank between scale and currency; Thai sets none between words that belong together.
        (
            "th",
            [
                "1,234,567.8",
                "ประมาณ 2.8 ล้าน",
                "1951",
                f"{MINUS}4.0%",
                "มากกว่า 480",
                "1.552 พันล้านดอลลาร์สหรัฐ",
                "31 ธันวาคม 2017",
                "ตั้งแต่ ค.ศ. 1998",
            ],
        ),
        # CLDR says 1,552 million in ကုဋေ, crores, which reports have given up for သန်း, millions; and it sets a currency
        # behind its number, where Burmese sets nouns before theirs.
        (
            "my",
            [
                "၁,၂၃၄,၅၆၇.၈",
                "၂.၈ သန်း ခန့်",
                "၁၉၅၁",
                f"{MINUS}၄.၀%",
                "၄၈၀ ကျော်",
                "အမေရိကန် ဒေါ်လာ ၁,၅၅၂ သန်း",
                "၂၀၁၇ ဒီဇင်ဘာ ၃၁",
                "၁၉၉၈ ခုနှစ်မှစ၍",
            ],
        ),
        (
            "am",
            [
                "1,234,567.8",
                "በግምት 2.8 ሚሊዮን",
                "1951",
                f"{MINUS}4.0%",
                "ከ480 በላይ",
                "1,552 ሚሊዮን የአሜሪካን ዶላር",
                "31 ዲሴምበር 2017",
                "ከ1998 እ.ኤ.አ. ጀምሮ",
            ],
        ),
        (
            "el",
            [
                "1.234.567,8",
                "περίπου 2,8 εκατομμύρια",
                "1951",
                f"{MINUS}4,0%",
                "πάνω από 480",
                "1.552 εκατομμύρια δολάρια ΗΠΑ",
                "31 Δεκεμβρίου 2017",
                "από το 1998",
            ],
        ),
        # CLDR's names of currencies have capitals (Dólares americanos), which no sentence of Portuguese has; so the
        # code stands here, before its number as CLDR has US$.
        (
            "pt",
            [
                "1.234.567,8",
                "cerca de 2,8 milhões",
                "1951",
                f"{MINUS}4,0%",
                "mais de 480",
                "USD 1.552 milhões",
                "31 de dezembro de 2017",
                "desde 1998",
            ],
        ),
        (
            "de",
            [
                "1.234.567,8",
                "rund 2,8 Millionen",
                "1951",
                f"{MINUS}4,0 %",
                "über 480",
                "1.552 Millionen US-Dollar",
                "31. Dezember 2017",
                "seit 1998",
            ],
        ),
    ],
)
def test_numbers_and_dates_of_further_languages(language: str, printed: list[str]) -> None:
    own = words(language)
    texts = [said(f"{{{name}}}", language) for name in ("loads", "founded", "loss", "places", "money")]
    dates = [own.date(Date(2017, 12, 31)), own.phrase("since", when=own.date(Date(1998)))]
    found = [own.number(Decimal("1234567.8")), *texts, *dates]
    assert [text.replace(N, " ").replace(JOINER, "") for text in found] == printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_ends_between_a_number_and_its_qualifier_its_scale_or_its_sign(language: str) -> None:
    for fact in ("staff", "places", "one", "loss"):
        quantity = words(language).printed(*words(language).point(fact)).prose
        if fact == "one" and language in {"ur", "hi", "bn", "th"}:
            quantity = quantity.replace(" ", N)  # ICU's compact notation has a plain blank there
        own = phrases(language)["more-than"]
        first = own if quantity.startswith(own) else ""  # a line may end inside the word of a qualifier: más | de
        assert line_breaks(quantity.removeprefix(first), language) == [len(quantity.removeprefix(first))]


def test_a_scale_has_the_plural_of_its_number() -> None:
    scaled = {"fr": "million", "es": "millones", "pt": "milhão", "de": "Millionen", "el": "εκατομμύρια"}
    assert {tag: said("{one}", tag) for tag in scaled} == {tag: f"1,5{N}{word}" for tag, word in scaled.items()}


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
        ("fa", f"میلیون دلار{N}آمریکا"),
        ("ur", f"دس لاکھ امریکی{N}ڈالر"),
        ("hi", f"दस लाख अमेरिकी{N}डॉलर"),
        ("bn", f"দশ লাখ মার্কিন{N}ডলার"),
        ("th", f"ล้าน{JOINER}ดอลลาร์สหรัฐ"),
        ("my", f"အမေရိကန်{N}ဒေါ်လာ သန်း"),
        ("am", f"ሚሊዮን የአሜሪካን{N}ዶላር"),
        ("el", f"εκατομμύρια δολάρια{N}ΗΠΑ"),
        ("pt", "milhões de USD"),
        ("de", "Millionen US-Dollar"),
    ],
)
def test_a_unit_stands_apart_from_its_number_in_the_order_of_the_language(language: str, unit: str) -> None:
    own = words(language)
    assert own.unit(own.fact("money")) == unit


def test_a_thousand_in_portuguese_takes_no_preposition() -> None:
    assert words("pt").phrase("money-unit", scale="mil", currency="USD") == "mil USD"


def test_a_percentage_is_written_as_cldr_has_it() -> None:
    for language in LANGUAGES:
        own = words(language)
        given = format_message("{n, number, ::percent}", language, {"n": 97}).replace(LEFT, "")
        assert own.phrase("percent", number=own.number(Decimal(97))) == given


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
    assert list(own) == list(english)
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
        assert filled.strip() or key in {"sentences", "list-comma"}, key


def test_every_language_is_told_apart_in_these_tests() -> None:
    assert set(LANGUAGES) == set(known())


@pytest.mark.parametrize("language", known())
def test_letters_of_a_list_are_enough_for_two_full_columns_and_none_comes_twice(language: str) -> None:
    letters = phrases(language)["letters"].split()
    assert len(set(letters)) == len(letters) >= 26


@pytest.mark.parametrize("language", known())
def test_qualifiers_of_one_language_have_words_of_their_own(language: str) -> None:
    own = [phrases(language)[key] for key in ("about", "almost", "more-than", "less-than", "up-to")]
    assert len(set(own)) == len(own)


@pytest.mark.parametrize("language", known())
def test_no_line_ends_before_a_mark_that_a_blank_stands_before(language: str) -> None:
    for key, text in phrases(language).items():
        assert re.search(r" [:;!?%»]", text) is None, key


def test_french_sets_narrow_blanks_before_semicolons_and_full_ones_before_colons() -> None:
    said = "".join(text for key, text in phrases("fr").items() if not key.startswith("said-"))
    assert set(re.findall(r"(.)[;!?]", said)) == {NN}
    assert set(re.findall(r"(.):", said)) == {N}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_printed_of_a_figure_is_read_back(language: str) -> None:
    shapes = product((None, *get_args(Qualifier)), SCALES, ("person", "USD", "percent"), ("5", "150", "1552", "2.8"))
    facts = {
        f"x{number}": Fact(f"x{number}", "X", unit, (Point(Date(2018), Decimal(value), "a", qualifier),), scale=scale)
        for number, (qualifier, scale, unit, value) in enumerate(shapes)
    }
    edition: Any = SimpleNamespace(facts=facts, brand=HOUSE, position=lambda where: None)
    table = rows(edition, {language: EditionWords(edition, language)})
    assert [saying.text for row in table for saying in row.sayings if not saying.equal] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "A, B and C"), ("zh-Hans", "A、B和C"), ("th", "A B และC"), ("am", "A፣ B እና C"), ("my", "A၊ Bနှင့် C")],
)
def test_names_are_listed_as_the_language_lists_them(language: str, said: str) -> None:
    assert series(words(language), ["A", "B", "C"]) == said


def test_broader_tags_stand_in_but_no_other_script() -> None:
    assert list(fallbacks("fr-CA")) == ["fr-CA", "fr"]
    assert list(fallbacks("zh-CN")) == ["zh-CN", "zh", "zh-Hans"]
    assert list(fallbacks("zh-Hant-TW")) == ["zh-Hant-TW", "zh-Hant"]
    assert phrases("zh")["about"] == "约"
    with pytest.raises(FactsheetError):
        phrases("zh-Hant")
    assert by_language({"": 1, "fr": 2}, "fr-CH") == 2
    assert by_language({"": 1, "fr": 2}, "es") == 1
