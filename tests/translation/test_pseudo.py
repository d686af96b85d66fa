"""Pseudo-languages: words change and nothing else; what does not fit is told, and the drafts can be looked at."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import bidirectional

import pytest

from factsheet.figures.record import record_labels
from factsheet.fit.checks import check_pages
from factsheet.fit.nodes import texts
from factsheet.language.markup import spans
from factsheet.language.texts import source_texts
from factsheet.model.placeholders import scanned
from factsheet.pipeline import place
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS
from factsheet.translation.pseudo import LEFTWARD, LONGER, PSEUDO, pseudo, pseudo_edition
from factsheet.translation.pseudo_texts import SHARE

if TYPE_CHECKING:
    from factsheet.model.edition import Edition
    from factsheet.model.placed import PlacedPage
    from factsheet.problems import Problem

ROOT = Path(__file__).parents[2]
PROJECT, PATHS = locate((), ROOT)
SAMPLE = pytest.mark.parametrize("path", PATHS, ids=[PROJECT.name_of(path) for path in PATHS])
EACH = pytest.mark.parametrize("language", PSEUDO)
OF_LABELS = {"label-too-wide", "word-cut"}
TEXTS = (
    "Conflict",
    "One billion people are on the move, more than ever before.",
    "International Organization\nfor Migration",
    "**{staff}** work in {field_locations, number, ::compact-long} places, {staff_bare} of them in *the field*",
    "{n, plural, =0 {No State} one {# Member State of {x}} other {# Member States of {x}}} met",
    "See [the whole of it](https://a.example/of-it?x=1), or write to desk@a.example: a{a}a \\{sic\\} \\*",
)


def fitted(edition: Edition) -> tuple[tuple[PlacedPage, ...], list[Problem]]:
    laid = place(edition, edition.language)
    pages = record_labels(laid.pages, laid.typesetter)
    return pages, [*laid.problems, *check_pages(pages, laid.problems)]


def sample(path: Path, language: str) -> Edition:
    return pseudo_edition(read_edition(path, PROJECT, BLOCKS), language)


@EACH
@pytest.mark.parametrize("text", TEXTS)
def test_placeholders_plurals_markup_and_links_stay_as_they_are(language: str, text: str) -> None:
    made = PSEUDO[language](text)
    before, after = scanned(text), scanned(made)
    assert after.faults == ()
    told = [[(a.name, a.format, a.style, len(a.hashes)) for a in scan.arguments] for scan in (before, after)]
    assert told[0] == told[1]
    assert re.findall(r"(=\d|one|other) \{", made) == re.findall(r"(=\d|one|other) \{", text)
    assert re.findall(r"[*\\\n]|\]\(.*?\)|\S+@\w+.\w+", made) == re.findall(r"[*\\\n]|\]\(.*?\)|\S+@\w+.\w+", text)
    shape = [[(s.bold, s.emphasis, s.href) for s in spans(said)] for said in (text, made[1:-1])]
    assert shape[0] == shape[1]


@pytest.mark.parametrize("text", TEXTS[:4])
def test_longer_texts_are_45_per_cent_longer_accented_and_in_brackets(text: str) -> None:
    def words(said: str) -> str:
        return re.sub(r"\{.*?\}|\*", "", said)

    made = PSEUDO[LONGER](text)
    assert (made[0], made[-1]) == ("[", "]")
    assert SHARE - 0.05 < len(words(made)) / len(words(text)) - 1 < 1.9 * SHARE
    assert not re.findall("[acegino]", re.sub(r"\{.*?\}", "", made))


def test_letters_of_any_alphabet_become_arabic_ones_and_acronyms_stay() -> None:
    made = PSEUDO[LEFTWARD]("L'été des données, Ελλάδα и Россия: SDG 10.7 at 1,100?")
    letters = [character for character in made if character.isalpha()]
    assert "".join(letter for letter in letters if bidirectional(letter) != "AL") == "SDG"
    assert "،" in made
    assert "؟" in made
    assert "10.7" in made
    assert "1,100" in made


@EACH
@SAMPLE
def test_every_text_that_a_translator_would_translate_is_changed(path: Path, language: str) -> None:
    before = read_edition(path, PROJECT, BLOCKS)
    made = pseudo_edition(before, language)
    assert (made.language, made.translated_from) == (language, before.language)
    changed = {text.where: text.message for text in source_texts(made)}
    for text in source_texts(before):
        assert changed[text.where].text == PSEUDO[language](text.message.text)
        assert changed[text.where].checks == ()


@SAMPLE
def test_the_words_of_the_tool_are_longer_too(path: Path) -> None:
    made = sample(path, LONGER)
    pages, _ = fitted(made)
    said = " ".join(text.text for page in pages for text in texts(page))
    words = re.findall(r"[^\W\d_]{4,}", re.sub(r"\S+[@.]\S*[a-z]", "", said))
    unchanged = {word for word in words if word.isascii()}
    assert not unchanged


@SAMPLE
def test_a_page_from_right_to_left_holds_arabic_letters_acronyms_and_addresses(path: Path) -> None:
    made = sample(path, LEFTWARD)
    pages, problems = fitted(made)
    assert all(page.right_to_left for page in pages)
    assert "glyph-missing" not in {problem.rule for problem in problems}
    said = " ".join(text.text for page in pages for text in texts(page))
    letters = [character for character in said if character.isalpha()]
    assert sum(bidirectional(letter) == "AL" for letter in letters) > 0.95 * len(letters)


@EACH
@SAMPLE
def test_every_overflow_of_a_sample_is_a_problem_with_block_and_points_and_none_an_overlap(
    path: Path, language: str
) -> None:
    edition = sample(path, language)
    for problem in fitted(edition)[1]:
        assert edition.position(problem.where) is not None
        if problem.severity == "error":
            assert problem.rule in {*OF_LABELS, "page-overflow"}
            assert re.search(r"\d+\.\d pt", problem.message)
            assert problem.where.count(".") == 2, "the block, not the page alone"


@EACH
@SAMPLE
def test_with_room_to_grow_pseudo_languages_cover_nothing_and_stay_on_the_page(path: Path, language: str) -> None:
    edition = sample(path, language)
    layout = edition.layout
    taller = replace(layout, foot=layout.foot + 260, grid=replace(layout.grid, height=layout.grid.height + 260))
    problems = fitted(replace(edition, layout=taller))[1]
    assert {problem.rule for problem in problems if problem.severity == "error"} <= OF_LABELS


def test_drafts_are_written_whatever_is_wrong_and_nothing_goes_into_the_data(tmp_path: Path) -> None:
    before = sorted(ROOT.glob("data/*/*"))
    made = pseudo(["iom-snapshot/2018"], start=ROOT, out=tmp_path)
    assert [(one.language, one.path) for one in made] == [
        (language, tmp_path / f"iom-snapshot-2018-{language}.pdf") for language in ("en-XA", "ar-XB")
    ]
    assert all(one.path and one.path.read_bytes().startswith(b"%PDF-1.7") for one in made)
    for one in made:
        errors = [problem for problem in one.problems if problem.severity == "error"]
        assert errors
        assert all(problem.message.startswith(f"{one.language}: ") for problem in one.problems)
        assert all(problem.position and problem.position.excerpt for problem in errors)
    assert sorted(ROOT.glob("data/*/*")) == before
