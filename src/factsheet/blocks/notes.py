"""Where the figures of an edition come from, and what its marks mean."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar
from unicodedata import decimal

from pydantic import Field

from ..model.content import Content, Paragraph, Span
from ..model.facts import Date
from ..options import Block, TextField
from .sentences import joined, stop

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.facts import Source
    from ..model.words import Words

_ISOLATES = "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"
_RANGE = "/\N{EN DASH}-"  # before or behind a year, it makes two of it
_WORD = 8
"""Characters that may follow a year where it ends a title: its word (года, ခုနှစ်), or a month in figures (年7月)."""


class Notes(Block):
    """Every source of the edition, then the author's notes. Footers of other pages point to it."""

    name: ClassVar[str] = "notes"
    lists_sources: ClassVar[bool] = True
    shorthand: ClassVar[str | None] = "text"

    title: TextField = Field(description="The bold words that the paragraph begins with.")
    text: TextField | None = Field(default=None, description="Notes after the sources.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return one paragraph."""
        heading = tuple(replace(span, bold=True) for span in words.text(self.title))
        listed = words.phrase("separator").join(_said(source, words) for source in words.sources() if source.short)
        notes = words.text(self.text) if self.text is not None else ()
        texts = (heading, (Span(f"{listed}{stop(words)}"),), notes)
        return (Paragraph(joined(filter(None, texts), words), "caption"),)


def _said(source: Source, words: Words) -> str:
    """Return a source in words: title, publisher, date; what the title says already is not said again.

    In an edition from right to left, names that run the other way come in isolates.
    """
    title, publisher = (text.strip(_ISOLATES) for text in (source.title, source.publisher))
    at = Date(*map(int, source.date.split("-"))) if source.date else None
    date = words.date(at) if at is not None and not _dated(title, at, words) else ""
    parts = [source.title, "" if publisher in title else source.publisher, date]
    return words.phrase("comma").join(part for part in parts if part)


def _dated(title: str, at: Date, words: Words) -> bool:
    """Say whether *title* begins or ends with a date as precise as *at*: "Snapshot, July 2014" of 2014."""
    if at.month is not None:
        return title.endswith(words.date(at))
    digits = "".join(str(decimal(character)) if character.isdecimal() else character for character in title)
    for year in re.finditer(rf"(?<![\d{_RANGE}]){at.year}(?![{_RANGE}]?\d)", digits):
        tail = digits[year.end() :].strip()
        if not year.start() or (len(tail) <= _WORD and not re.search(r"[\s,;]", tail)):
            return True
    return False
