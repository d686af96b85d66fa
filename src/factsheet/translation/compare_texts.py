"""The figures of a text and those of its translation, as both are printed: each must be in the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..language.checks import faults
from ..language.figures_in_text import amounts_in
from ..language.numbers import when
from ..language.phrases import phrases
from ..language.spellings import joined, plainly, says, spellings
from ..model.facts import Date
from ..model.message import Message
from ..problems import FactsheetError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..language.figures_in_text import Figure
    from ..language.locales import Locale
    from ..language.texts import SourceText
    from ..language.words import EditionWords
    from ..model.translation import Entry

UNSPOKEN = frozenset({"fact", "source", "brand"})
"""Kinds of texts that are printed as they are written, without placeholders."""

_UNREADABLE = "translation-placeholder"

_WRITTEN_OUT = 20
"""Up to here numbers are often written out; in languages that inflect their numerals, one may not be recognised."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A text as it is printed, with its figures."""

    text: str
    figures: tuple[Figure, ...]
    locale: Locale

    def has(self, figure: Figure) -> bool:
        """Say whether the text has a figure in words, or as the name of a month."""
        if figure.value is None:
            return False
        language = self.locale.language
        said = joined(plainly(self.text), language)
        known = spellings(abs(figure.value), "", "", language)
        if any(says(said, form, language) for form in (*known.words, *known.other)):
            return True
        months = (Date(2000, int(figure.value)),) if figure.value in range(1, 13) else ()
        words = set(re.findall(r"[^\W\d_]+", said))
        return any(words & set(re.findall(r"[^\W\d_]+", plainly(when(month, self.locale)))) for month in months)

    def shown(self, figure: Figure) -> str:
        """Return a figure as it is printed."""
        return self.text[figure.offset : figure.offset + figure.length]

    def may_have(self, figure: Figure) -> bool:
        """Say whether the text may have a figure in words that nobody can recognise."""
        inflected = phrases(self.locale.language).get("inflected")
        return bool(inflected) and figure.value is not None and abs(figure.value) in range(_WRITTEN_OUT + 1)


def printed(text: SourceText, said: str, words: EditionWords) -> _Said:
    """Return what *said*, the text or its translation, prints in the language of *words*."""
    shown = said if text.kind in UNSPOKEN else words.plain(Message(said, where=text.where))
    return _Said(shown, tuple(amounts_in(shown, words.locale)), words.locale)


def differences(text: SourceText, entry: Entry, own: EditionWords, words: EditionWords) -> Iterator[Problem]:
    """Yield a problem for each figure of a text that its translation does not have, and the other way round.

    Args:
        text: as its author wrote it.
        entry: its translation.
        own: words of the edition's language.
        words: those of the translation's.
    """
    wrong = [f for f in faults(text.message, entry.text, own.language, words.locale) if f.rule == _UNREADABLE]
    for fault in wrong:
        yield Problem(fault.rule, fault.message, entry.at(fault.offset, fault.length), fault.remedy, where=text.where)
    if wrong:
        return
    try:
        source, said = printed(text, text.message.text, own), printed(text, entry.text, words)
    except FactsheetError as error:
        for problem in error.problems:
            yield Problem(problem.rule, problem.message, entry.position, problem.remedy, where=text.where)
        return
    missing, extra = unequal(source, said)
    for lost, found in zip_longest(missing, extra):
        if lost is None or found is None:
            what = f"has no '{source.shown(lost)}'" if lost else f"has '{said.shown(found)}', which the source has not"
        elif source.shown(lost) == said.shown(found):
            what = f"has '{said.shown(found)}', which it reads as {found.value:,f}, not as {lost.value:,f}"
        else:
            what = f"has '{said.shown(found)}' where the source has '{source.shown(lost)}'"
        position = entry.position if found is None else entry.at(*_place(entry.text, said, found))
        message = f"the translation into {words.language} {what}"
        remedy = "write the placeholder of the source, or the same number"
        yield Problem("figures-differ", message, position, remedy, where=text.where)


def unequal(source: _Said, said: _Said) -> tuple[list[Figure], list[Figure]]:
    """Return the figures that *said* lacks, and those that it has too many.

    What one says in digits the other may say in words, and a figure may be told again where none is lost.
    """
    rest = list(said.figures)
    missing = []
    for figure in source.figures:
        same = next((other for other in rest if _same(figure, other)), None)
        if same is not None:
            rest.remove(same)
        elif not said.has(figure):
            missing.append(figure)
    told = {figure.value for figure in source.figures}
    extra = [figure for figure in rest if not source.has(figure) and (missing or figure.value not in told)]
    if not extra:
        missing = [figure for figure in missing if not said.may_have(figure)]
    return missing, extra


def _same(figure: Figure, other: Figure) -> bool:
    """By value, or by digits where the language of either reads no number in them: target 10.7 in Spanish."""
    if figure.value is None or other.value is None:
        return figure.digits == other.digits
    return figure.value == other.value


def _place(text: str, said: _Said, figure: Figure) -> tuple[int, int]:
    """Return offset and length of a printed figure in the translation; of its start where a placeholder prints it."""
    shown = said.shown(figure)
    at = text.find(shown)
    return (at, len(shown)) if at >= 0 else (0, 1)
