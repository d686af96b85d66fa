"""Notes: sources in the manner of each language, nothing said twice; and sentences that stand behind each other."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

from types import SimpleNamespace

import pytest

from factsheet.blocks.notes import Notes
from factsheet.blocks.sentences import joined
from factsheet.language.locales import Locale
from factsheet.language.words import EditionWords
from factsheet.model.content import Paragraph, Span, plain
from factsheet.model.facts import Source
from factsheet.model.message import Message
from language.speaking import HOUSE


def words(language: str, *sources: Source) -> EditionWords:
    listed = {source.id: source for source in sources}
    return EditionWords(
        SimpleNamespace(facts={}, sources=listed, brand=HOUSE, position=lambda where: None),  # type: ignore[arg-type]
        language,
    )


def said(language: str, *sources: Source, title: str = "T.", text: str | None = None) -> str:
    note = Message(text) if text is not None else None
    block = Notes.model_construct(title=Message(title), text=note)
    (paragraph,) = block.compose(words(language, *sources), HOUSE)
    assert isinstance(paragraph, Paragraph)
    return plain(paragraph.text)


def source(title: str, publisher: str = "", date: str = "2014") -> Source:
    return Source("a", title, publisher, date, short="A")


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "T. Register, Observatory, 2014; Register, Observatory, 2014. Note."),
        ("fr", "T. Register, Observatory, 2014\N{NARROW NO-BREAK SPACE}; Register, Observatory, 2014. Note."),
        ("ar", "T. Register، Observatory، 2014؛ Register، Observatory، 2014. Note."),
        ("zh-Hans", "T. Register，Observatory，2014；Register，Observatory，2014。Note."),
        ("fa", "T. Register، Observatory، ۲۰۱۴؛ Register، Observatory، ۲۰۱۴. Note."),
        ("hi", "T. Register, Observatory, 2014; Register, Observatory, 2014। Note."),
        ("am", "T. Register፣ Observatory፣ 2014፤ Register፣ Observatory፣ 2014። Note."),
        ("my", "T. Register၊ Observatory၊ ၂၀၁၄; Register၊ Observatory၊ ၂၀၁၄။ Note."),
        ("th", "T. Register, Observatory, 2014; Register, Observatory, 2014 Note."),
        ("el", "T. Register, Observatory, 2014· Register, Observatory, 2014. Note."),
    ],
)
def test_commas_stops_and_digits_are_those_of_the_language(language: str, printed: str) -> None:
    first = source("Register", "Observatory")
    second = Source("b", "Register", "Observatory", "2014", short="B")
    assert said(language, first, second, text="Note.") == printed


def test_a_full_width_stop_or_colon_has_its_blank_in_its_square() -> None:
    assert said("zh-Hans", source("登记"), title="来源：", text="注。") == "来源：登记，2014。注。"
    assert said("zh-Hans", source("登记"), title="来源。") == "来源。登记，2014。"


def test_a_source_without_a_short_name_is_not_listed() -> None:
    assert said("en", source("Register"), Source("b", "Drawing")) == "T. Register, 2014."


def test_a_publisher_that_the_title_names_is_not_said_again_in_isolates_either() -> None:
    style = Locale("ar")
    names = ("المنظمة نقلاً عن SourceWatch", "SourceWatch")
    title, publisher = map(style.isolated, names)
    assert publisher == "\u2068SourceWatch\u2069"
    assert said("ar", source(title, publisher)) == f"T. {title}، 2014."
    both = [style.isolated(text) for text in ("SourceWatch yearbook", "SourceWatch")]
    assert said("ar", source(*both)) == f"T. {both[0]}، 2014."
    assert said("en", source("Yearbook", "SourceWatch")) == "T. Yearbook, SourceWatch, 2014."


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Snapshot 2014"),
        ("en", "Snapshot, July 2014"),
        ("en", "Snapshot (2014)"),
        ("fr", "Aperçu, juillet 2014"),
        ("ru", "Обзор, июль 2014 года"),
        ("ru", "Обзор, июль 2014\u00a0г."),
        ("zh-Hans", "概览，2014年7月"),
        ("zh-Hans", "2014年概览"),
        ("ar", "لمحة، تموز/يوليه 2014"),
        ("fa", "گزارش، ژوئیهٔ ۲۰۱۴"),
        ("my", "အစီရင်ခံစာ ၂၀၁၄ ခုနှစ်"),
        ("de", "\u2068Snapshot 2014\u2069"),
    ],
)
def test_a_date_that_begins_or_ends_the_title_is_said_once(language: str, title: str) -> None:
    ending = {"zh-Hans": "。", "my": "။"}.get(language, ".")
    assert said(language, source(title)) == f"T. {title}{ending}"


@pytest.mark.parametrize(
    "title",
    [
        "Snapshot 2013",
        "Budget 2014/15",
        "Budget 2014\N{EN DASH}15",
        "Trips, 1990\N{EN DASH}2014",
        "Register 12014",
        "The 2014 count of wells",
        "Snapshot of 2014, second printing",
    ],
)
def test_a_year_elsewhere_in_the_title_is_not_taken_for_the_date(title: str) -> None:
    assert said("en", source(title)) == f"T. {title}, 2014."


def test_a_date_that_says_more_than_the_title_is_said_in_words() -> None:
    assert said("en", source("Snapshot 2014", date="2014-07")) == "T. Snapshot 2014, July 2014."
    assert said("en", source("Snapshot, July 2014", date="2014-07")) == "T. Snapshot, July 2014."
    assert said("de", source("Bericht", date="2014-07-03")) == "T. Bericht, 3. Juli 2014."


def test_sentences_stand_behind_each_other_as_the_language_sets_them() -> None:
    def run(language: str, *texts: str) -> str:
        return plain(joined([(Span(text),) for text in texts], words(language)))

    assert run("en", "One.", "Two.") == "One. Two."
    assert run("zh-Hans", "一。", "“估”：估计数。", "见第2页。") == "一。“估”：估计数。见第2页。"
    assert run("zh-Hans", "Not translated yet.", "“~”：约数。") == "Not translated yet. “~”：约数。"
    assert run("th", "หนึ่ง", "สอง") == "หนึ่ง สอง"
    assert run("am", "አንድ።", "ሁለት።") == "አንድ። ሁለት።"
    assert run("en") == ""
