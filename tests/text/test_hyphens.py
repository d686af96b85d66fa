"""Hyphens: where words may be cut, where never, and what a reader of the text finds."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest

from factsheet.model.style import Style
from factsheet.text.hyphens import AFTER, BEFORE, hyphens
from factsheet.text.typesetter import Typesetter

from .faces import FACES, painted

LONG = (
    "The International Organization for Migration is the leading intergovernmental organization in the field of "
    "migration and is committed to the principle that humane and orderly migration benefits migrants and society."
)


def setter(language: str = "en", *, hyphens: bool = True) -> Typesetter:
    return Typesetter(FACES, {"body": Style("text", 9, 12, hyphens=hyphens)}, language)


def parts(text: str, language: str) -> str:
    points = [0, *hyphens(text, language), len(text)]
    return "-".join(text[first:last] for first, last in pairwise(points))


@pytest.mark.parametrize(
    ("language", "word", "cut"),
    [
        ("en-US", "organization", "or-ga-ni-za-tion"),
        ("de", "Staatsangehörigkeit,", "Staats-an-ge-hö-rig-keit,"),
        ("fr", "«\u00a0intergouvernemental\u00a0»", "«\u00a0in-ter-gou-ver-ne-men-tal\u00a0»"),
        ("ru", "правительственная", "пра-ви-тель-ствен-ная"),
        ("no", "organisasjonen", "or-ga-ni-sa-sjo-nen"),
    ],
)
def test_words_are_cut_by_the_patterns_of_their_language(language: str, word: str, cut: str) -> None:
    assert parts(word, language) == cut


@pytest.mark.parametrize(
    "text",
    [
        "https://www.intergovernmental.org/organization",
        "intergovernmental.org",
        "organization@example.org",
        "organization2024",
        "INTERGOVERNMENTAL",
        "MacCormick",
        "intergovern\u00admental",
        "organisatio\u0301n",
        "unit",
    ],
)
def test_addresses_numbers_capitals_names_and_what_the_author_hyphenated_stay_whole(text: str) -> None:
    assert hyphens(text, "en") == ()


def test_a_hyphen_that_changes_the_spelling_is_none() -> None:
    assert parts("asszonnyal", "hu") == "asszonnyal"
    assert "-" in parts("intézmények", "hu")


@pytest.mark.parametrize("language", ["ar", "zh-Hans", "hi", "th", "fi", "tlh"])
def test_languages_without_patterns_or_hyphens_have_none(language: str) -> None:
    assert hyphens("organisaatio", language) == ()


def test_two_letters_stay_and_three_go_on() -> None:
    for word in LONG.split():
        for point in hyphens(word, "en"):
            assert point >= BEFORE
            assert len(word.rstrip(".,")) - point >= AFTER


@pytest.mark.parametrize("width", range(60, 240, 9))
@pytest.mark.parametrize("language", ["en", "de"])
def test_lines_with_hyphens_lose_nothing_and_keep_the_measure(language: str, width: int) -> None:
    lines = setter(language).lines(LONG, "body", width)
    assert "".join(line.text for line in lines).replace("\u00ad", "") == LONG
    assert painted(lines).replace("\u00ad", "") == LONG
    assert max(line.width for line in lines) <= width + 0.001


def test_a_hyphen_is_seen_and_reads_as_a_soft_one() -> None:
    lines = setter().lines(LONG, "body", 100)
    cut = next(line for line in lines if line.text.endswith("\u00ad"))
    assert painted([cut]) == cut.text
    plain = setter(hyphens=False)
    assert cut.width == pytest.approx(plain.width(f"{cut.text[:-1]}\u2010", "body"), abs=0.05)


def test_no_more_than_two_lines_in_a_row_end_with_a_hyphen() -> None:
    found: set[str] = set()
    for width in range(50, 200):
        ends = "".join("h" if line.text.endswith("\u00ad") else "." for line in setter().lines(LONG, "body", width))
        assert "hhh" not in ends, width
        found.update(run for run in ("h", "hh") if run in ends)
    assert found == {"h", "hh"}


def test_a_ragged_line_that_is_nearly_full_needs_no_hyphen() -> None:
    for width in range(90, 240):
        ragged = setter(hyphens=False).lines(LONG, "body", width)
        if min(line.width for line in ragged[:-1]) > 0.9 * width:
            assert not any("\u00ad" in line.text for line in setter().lines(LONG, "body", width)), width


def test_a_word_wider_than_the_measure_is_hyphenated_instead_of_cut() -> None:
    word = "Staatsangehörigkeitsangelegenheiten"
    found = setter("de", hyphens=False).lines(f"Die {word} hier", "body", 60).overfull
    assert [cut for cut, _ in found] == [word]
    lines = setter("de").lines(f"Die {word} hier", "body", 60)
    assert lines.overfull == ()
    assert [line.text for line in lines if "\u00ad" in line.text]


def test_the_last_word_of_a_paragraph_stays_whole() -> None:
    for width in range(60, 240):
        assert not setter().lines(LONG, "body", width)[-1].text.startswith(("ety", "ciety"))


def test_headings_and_labels_have_no_hyphens() -> None:
    for width in range(90, 200, 7):
        assert not any("\u00ad" in line.text for line in setter().lines(LONG, "body", width, balance=True))
        assert not any("\u00ad" in line.text for line in setter().lines(LONG, "body", width, plain=True))


def test_nothing_is_loaded_unless_a_role_asks_for_hyphens() -> None:
    program = (
        "import sys\nfrom text.test_hyphens import LONG, setter\n"
        "setter(hyphens=False).lines(LONG, 'body', 90)\nassert 'pyphen' not in sys.modules\n"
        "setter().lines(LONG, 'body', 90)\nassert 'pyphen' in sys.modules"
    )
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}; {program}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
