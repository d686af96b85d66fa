"""UAX #14 as ICU has it: no failure. The guard on top of it: every difference, with its reason, in guard.txt."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factsheet.icu import bare_line_breaks, grapheme_breaks, line_breaks

from .kept import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GOLDEN = Path(__file__).parent / "guard.txt"

TEXTS = tomllib.loads((Path(__file__).parent / "breaks.toml").read_text("utf-8"))
SAMPLES: dict[str, list[str]] = TEXTS["samples"]

STACK = "in a stack: U+1039 and U+17D2 join two letters in one sign"
FINAL = "before a letter that ends a Burmese syllable: it carries U+103A, or another letter below"
MARK = "before a mark or a vowel that follows its letter"
QUANTITY = "in a Chinese or Japanese quantity: between ordinal sign, digits, magnitude and unit"


def unicodes() -> Iterator[tuple[str, list[int]]]:
    """Yield each text of LineBreakTest and the ends of its pieces."""
    for line in lines("LineBreakTest.txt"):
        text, ends = "", []
        for word in line.split():
            if word == "÷":
                ends.append(len(text))
            elif word.isalnum():
                text += chr(int(word, 16))
        yield text, ends


def marked(text: str, ends: list[int]) -> str:
    return "|".join(text[start:end] for start, end in pairwise([0, *ends]))


@pytest.mark.parametrize("language", ["en", "ar", "fr", "ru", "th"])
def test_bare_icu_breaks_every_text_as_unicode_does(language: str) -> None:
    cases = list(unicodes())
    wrong = [ascii(text) for text, ends in cases if bare_line_breaks(text, language) != ends]
    assert (len(cases), wrong) == (19_338, [])


def reason(text: str, place: int) -> str:
    """Say why no line ends in *text* at *place*."""
    before, after, rest = text[place - 1], text[place], text[place + 1 : place + 4]
    if before in "\u1039\u17d2":
        return STACK
    if "\u1000" <= after <= "\u1021" and ("\u1039" in rest[:1] or "\u103a" in rest):
        return FINAL
    if "\u0e01" <= after <= "\u17ff":
        return MARK
    assert re.search(r"(第|\uff0d|[0-9\uff10-\uff19]\w{0,3}\uff0e?)$", text[:place]), f"{text}: {place}"
    return QUANTITY


def differences() -> dict[str, list[str]]:
    """Return each break that the guard takes away (¦) beside those that stay (|), by reason."""
    texts = [("en", text) for text, _ in unicodes()]
    texts += [(language, text) for language, several in SAMPLES.items() for text in several]
    found: dict[str, list[str]] = {name: [] for name in (STACK, FINAL, MARK, QUANTITY)}
    for language, text in texts:
        bare, guarded = bare_line_breaks(text, language), line_breaks(text, language)
        assert set(guarded) <= set(bare), "the guard adds no place to break"
        taken = set(bare) - set(guarded)
        for name in {reason(text, place): None for place in sorted(taken)}:
            shown = [
                text[start:end] + ("¦" if end in taken and reason(text, end) == name else "|" * (end not in taken))
                for start, end in pairwise([0, *bare])
            ]
            found[name].append(f"{language} {''.join(shown).rstrip('|')}")
    return found


def test_every_difference_between_the_guard_and_bare_icu(golden: Callable[[str, Path], None]) -> None:
    found = differences()
    assert all(found.values()), "each reason is seen at work"
    golden("\n\n".join("\n".join((name, *rows)) for name, rows in found.items()) + "\n", GOLDEN)


@pytest.mark.parametrize("language", ["my", "km", "th", "lo"])
def test_known_words_keep_the_breaks_of_the_dictionary(language: str) -> None:
    for text in SAMPLES[language][1:]:
        assert line_breaks(text, language) == bare_line_breaks(text, language)


@pytest.mark.parametrize("language", ["my", "km", "th", "lo"])
def test_a_line_ends_only_where_a_grapheme_does(language: str) -> None:
    for text in SAMPLES[language]:
        assert set(line_breaks(text, language)) <= set(grapheme_breaks(text, language))


@pytest.mark.parametrize(("language", "cut"), TEXTS["graphemes"].items())
def test_syllables_stay_whole_where_a_word_has_to_be_cut(language: str, cut: str) -> None:
    """UAX #29 alone would cut off vowel signs of Burmese, and vowels that stand before or after a Thai letter."""
    text = cut.replace("|", "")
    assert marked(text, grapheme_breaks(text, language)) == cut


@pytest.mark.parametrize(
    ("language", "broken"), [(tag, text) for tag, texts in TEXTS["lines"].items() for text in texts]
)
def test_lines_begin_and_end_as_they_should(language: str, broken: str) -> None:
    text = broken.replace("|", "")
    assert marked(text, line_breaks(text, language)) == broken


@pytest.mark.parametrize("text", ["ก\n\u0e31", "က\u2028\u1039က", "2024\n年", "ก \u0e31ข"])
def test_the_guard_leaves_ends_of_lines_and_blanks_alone(text: str) -> None:
    assert line_breaks(text, "en") == bare_line_breaks(text, "en")
