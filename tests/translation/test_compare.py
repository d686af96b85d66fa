"""The same figure in every language: what is printed is read back, and a digit that differs is found at its line."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factsheet.language.texts import SourceText, source_texts
from factsheet.language.words import EditionWords
from factsheet.model.brand import Separators
from factsheet.model.message import Message
from factsheet.model.translation import Entry, Stretch
from factsheet.read import locate, po_path, read_edition, read_translation
from factsheet.registry import BLOCKS
from factsheet.translation.compare import compare, rows, spoken
from factsheet.translation.compare_said import comparison_lines, comparison_values
from factsheet.translation.compare_texts import differences
from factsheet.translation.extract import extract
from factsheet.translation.po import written
from language.speaking import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factsheet.model.brand import Brand
    from factsheet.translation.compare import Row

SHEET = "iom-snapshot/2018"
TONGUES = ("ar", "es", "fr", "ru", "zh-Hans")
SOURCE = (
    "One billion people; about ten times the staff of 1998, {staff} in {places} places; {money} in July 2014 for three "
    "aims, target 10.7"
)
SAID = {
    "fr": "Un milliard de personnes ; environ dix fois le personnel de 1998, {staff} dans {places} lieux ; {money} en "
    "juillet 2014 pour trois buts, cible 10.7",
    "es": "Mil millones de personas; unas diez veces el personal de 1998, {staff} en {places} lugares; {money} en "
    "julio de 2014 para tres fines, meta 10.7",
    "ar": "مليار شخص؛ نحو عشرة أضعاف موظفي عام 1998، {staff} في {places} مكانا؛ {money} في يوليو "
    "2014 لثلاثة أهداف، المقصد 10.7",
    "ru": "Один миллиард человек; персонал примерно в десять раз больше, чем в 1998 г., {staff} в {places} местах; "
    "{money} в июле 2014 г., три цели, задача 10.7",
    "zh-Hans": "10亿人；员工约为1998年的10倍，{staff}人，{places}个地点；2014年7月{money}，三个目标，具体目标10.7",
}


def told(source: str, said: str, language: str) -> list[tuple[str, str]]:
    """Return what differs, and the characters of the translation that are underlined."""
    text = SourceText("page1.a.b.text", Message(source, where="page1.a.b.text"), "lede", 1)
    entry = Entry("page1.a.b.text", source, said, file="a.po", line=3, stretches=(Stretch(0, 4, 9, said),))
    found = []
    for problem in differences(text, entry, words("en"), words(language)):
        place = problem.position
        assert place is not None
        assert (place.line, problem.where) == (4, "page1.a.b.text")
        found.append((problem.message, said[place.column - 9 :][: place.length]))
    return found


@pytest.mark.parametrize("language", SAID)
def test_a_faithful_translation_has_the_figures_of_its_source(language: str) -> None:
    assert told(SOURCE, SAID[language], language) == []


@pytest.mark.parametrize("language", SAID)
def test_a_digit_that_was_changed_by_hand_is_underlined(language: str) -> None:
    ((message, typed),) = told(SOURCE, SAID[language].replace("1998", "1989"), language)
    assert message == f"the translation into {language} has '1989' where the source has '1998'"
    assert typed == "1989"


@pytest.mark.parametrize(
    ("source", "said", "language", "found"),
    [
        ("Some 3 million passes", "Quelque 3 milliards de cartes", "fr", ["3 milliards"]),
        ("Some 3 million passes", "Quelque 3 millions de cartes", "fr", []),
        ("Some 3 million passes", "约300万张", "zh-Hans", []),
        ("Some 3 million passes", "约300亿张", "zh-Hans", ["300亿"]),
        ("Some 1,500 passes", "Unos 1,500 pases", "es", ["1,500"]),
        ("Some 1,500 passes", "Unos 1.500 pases", "es", []),
        ("12 ships", "двенадцать кораблей", "ru", []),
        ("12 ships", "с двенадцатью кораблями", "ru", []),
        ("12 ships", "13 кораблей", "ru", ["13"]),
        ("412 ships", "корабли", "ru", ["к"]),
        ("A drop of -4 points", "Une baisse de 4 points", "fr", ["4"]),
        ("In 2014 and 2017", "En 2014 et 2014", "fr", ["2014"]),
        ("In 2014", "En 2014 (oui, 2014)", "fr", []),
        ("{staff} people", "{staff} personnes et {nobody}", "fr", ["{nobody}"]),
    ],
)
def test_figures_are_compared_by_what_they_are_worth(source: str, said: str, language: str, found: list[str]) -> None:
    assert [typed for _, typed in told(source, said, language)] == found


# -- the sample's own translations ----------------------------------------------------------------------------------


def test_the_figures_of_the_sample_are_equal_in_its_six_languages(root: Path) -> None:
    (found,) = compare([SHEET], start=root)
    assert found.problems == ()
    assert found.languages == ("en", *TONGUES)
    assert found.texts == dict.fromkeys(TONGUES, found.all_texts)


@pytest.mark.parametrize("language", TONGUES)
def test_every_digit_that_is_changed_in_a_translation_of_the_sample_is_found(root: Path, language: str) -> None:
    found, (path,) = locate([SHEET], root)
    edition, catalogue = read_edition(path, found, BLOCKS), read_translation(path, language, found)
    own, tongue = EditionWords(edition, edition.language), spoken(edition, language)
    tried = 0
    for text in source_texts(edition):
        entry = catalogue.of(text.where, text.message.text)
        assert entry is not None
        words_alone = re.sub(r"\{[^{}]*\}|\]\([^()]*\)", lambda part: "x" * len(part[0]), entry.text)
        for digit in re.finditer(r"\d", words_alone):
            other = str((int(digit[0]) + 1) % 10)
            changed = replace(entry, text=entry.text[: digit.start()] + other + entry.text[digit.end() :])
            assert [p.rule for p in differences(text, changed, own, tongue)][:1] == ["figures-differ"], changed.text
            tried += 1
    assert tried > 50


# -- editions ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A sample with files in five languages that repeat its words."""
    for name in ("data/factsheet.yml", "data/icons", "data/places.csv", "data/iom-snapshot", "layouts"):
        source, target = root / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.po"))
        else:
            shutil.copy(source, target)
    extract([SHEET], TONGUES, start=tmp_path)
    for language in TONGUES:
        rewrite(tmp_path, language, lambda entry: replace(entry, text=entry.source))
    return tmp_path


def rewrite(project: Path, language: str, change: Callable[[Entry], Entry]) -> Path:
    """Write a PO file again with every entry changed; return its path."""
    found, (path,) = locate([SHEET], project)
    known = read_translation(path, language, found)
    target = po_path(path, language)
    target.write_text(written(replace(known, entries=tuple(map(change, known.entries)))), "utf-8")
    return target


def test_all_figures_of_a_sample_are_equal_in_all_languages(project: Path) -> None:
    (found,) = compare([SHEET], start=project)
    assert found.problems == ()
    assert found.languages == ("en", *TONGUES)
    edition_points = sum(len(row.sayings) == len(found.languages) for row in found.rows)
    assert edition_points == len(found.rows) > 50
    assert all(row.equal for row in found.rows)
    lines = comparison_lines(found)
    assert lines == [
        f"{SHEET} (en, ar, es, fr, ru, zh-Hans)",
        f"  {len(found.rows)} figures × 6 languages: all equal",
        f"  {found.figures} figures in {found.all_texts} texts × 6 languages: all equal",
    ]


def test_each_language_prints_the_figure_in_its_own_way(project: Path) -> None:
    (found,) = compare([SHEET], start=project)
    row = next(row for row in found.rows if row.fact.id == "operational_expenditure")
    assert row.value == 1_552_000_000
    assert {saying.language: saying.text.replace("\u202f", " ").replace("\u00a0", " ") for saying in row.sayings} == {
        "en": "USD 1,552 million",
        "ar": "1,552 مليون دولار أمريكي",
        "es": "1.552 millones de USD",
        "fr": "1 552 millions USD",
        "ru": "1 552 млн долл. США",
        "zh-Hans": "15.52亿美元",
    }


def test_a_digit_that_a_translator_changed_is_found_at_its_line(project: Path) -> None:
    path = rewrite(project, "fr", lambda entry: replace(entry, text=entry.text.replace("10.7", "10.8")))
    (found,) = compare([SHEET], start=project)
    assert found.problems
    assert all(row.equal for row in found.rows)
    lines = path.read_text("utf-8").split("\n")
    for problem in found.problems:
        place = problem.position
        assert (problem.rule, place and place.file) == ("figures-differ", "data/iom-snapshot/2018.fr.po")
        assert place is not None
        assert lines[place.line - 1][place.column - 1 :][: place.length] == "10.8"
        assert place.excerpt == lines[place.line - 1]
    assert comparison_lines(found)[2].endswith(f"{len(found.problems)} differs")


def test_what_is_not_translated_yet_is_left_out_and_counted(project: Path) -> None:
    rewrite(project, "fr", lambda entry: replace(entry, text="") if "10.7" in entry.source else entry)
    rewrite(
        project,
        "ru",
        lambda entry: replace(entry, text="7", flags=("fuzzy",)) if "10.7" in entry.source else entry,
    )
    (found,) = compare([SHEET], start=project)
    assert found.problems == ()
    left = found.all_texts - found.texts["fr"]
    assert left == found.all_texts - found.texts["ru"] > 0
    for language in ("fr", "ru"):
        assert f"  {language}: {left} text not yet translated, left out" in comparison_lines(found)


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_are_compared(project: Path) -> None:
    path = rewrite(project, "fr", lambda entry: entry)
    path.write_text(path.read_text("utf-8") + "nonsense\n", "utf-8")
    (found,) = compare([SHEET], start=project)
    assert [problem.rule for problem in found.problems] == ["po-syntax"]
    assert found.languages == ("en", "ar", "es", "ru", "zh-Hans")


def test_without_translations_figures_are_read_back_all_the_same(project: Path) -> None:
    for path in project.glob("data/*/*.po"):
        path.unlink()
    (found,) = compare([SHEET], start=project)
    assert comparison_lines(found) == [f"{SHEET} (en)", f"  {len(found.rows)} figures × 1 language: all equal"]


def compared(project: Path, change: Callable[[Brand], Brand]) -> list[Row]:
    """Return the figures that differ under a changed brand, in English and French."""
    found, (path,) = locate([SHEET], project)
    edition = read_edition(path, found, BLOCKS)
    edition = replace(edition, brand=change(edition.brand))
    every = {language: EditionWords(edition, language) for language in ("en", "fr")}
    return [row for row in rows(edition, every) if not row.equal]


def test_a_wrong_word_for_a_power_of_ten_is_found(project: Path) -> None:
    wrong = {"million": "{n, plural, one {milliard} other {milliards}}"}
    different = compared(project, lambda brand: replace(brand, words={"fr": wrong}))
    assert {row.fact.id for row in different} == {
        *("operational_expenditure", "health_expense", "total_expenditure", "downloads"),
    }
    for row in different:
        english, french = row.sayings
        assert english.equal
        assert (french.equal, french.value) == (False, row.value and row.value * 1000)


def test_separators_of_a_house_are_read_as_the_house_means_them(project: Path) -> None:
    spaced = {"": Separators(" ", ",")}
    assert compared(project, lambda brand: replace(brand, separators=spaced)) == []


def test_a_qualifier_that_says_something_else_is_found(project: Path) -> None:
    different = compared(project, lambda brand: replace(brand, words={"fr": {"more-than": "moins de"}}))
    assert different
    assert all(row.point.qualifier == "more-than" for row in different)
    assert {row.sayings[1].qualifiers for row in different} == {("more-than", "less-than")}


def test_values_for_programs_say_the_same(project: Path) -> None:
    (found,) = compare([SHEET], start=project)
    values = comparison_values(found)
    assert values["languages"] == ["en", *TONGUES]
    row = next(row for row in values["figures"] if (row["fact"], row["at"]) == ("staff", "1998"))
    assert (row["value"], row["qualifier"], row["equal"]) == ("1100", "about", True)
    assert row["printed"]["zh-Hans"] == {"text": "约1,100", "value": "1100", "qualifiers": ["about"], "equal": True}
