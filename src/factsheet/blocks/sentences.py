"""How texts of their own stand behind each other as the sentences of one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from ..model.content import Span, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.content import Text
    from ..model.words import Words

_WIDE = {"F", "W"}
"""Widths of UAX #11: characters that fill a square, full stops with the white of their square behind them."""


def joined(texts: Iterable[Text], words: Words) -> Text:
    """Return *texts*, which end as sentences do, as one text."""
    spans: Text = ()
    for text in texts:
        before = plain(spans)
        gap = (Span(blank),) if before and (blank := _blank(before, words)) else ()
        spans = (*spans, *gap, *text)
    return spans


def stop(words: Words) -> str:
    """Return what ends a sentence of the language: nothing in Thai."""
    return words.phrase("sentences").rstrip()


def _blank(before: str, words: Words) -> str:
    """Return what parts a text from *before*: a blank, or after a full-width stop what the language has behind its."""
    return words.phrase("sentences")[len(stop(words)) :] if east_asian_width(before[-1]) in _WIDE else " "
