"""A translation of an edition: the entries of a PO file, each with its places in that file."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..problems import Position

FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One quoted piece of a text: the offset of its first character, where that stands, and what is written there."""

    offset: int
    line: int
    column: int
    raw: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One text and its translation.

    Attributes:
        context: where the text stands (page.area.block.field); together with *source* it names the entry.
        source: the text as its author wrote it.
        text: the translation; '' where there is none yet.
        flags: ``fuzzy``, ``icu-message-format`` …, in the order of the file.
        notes: what translators remark (``# ``).
        comments: what we tell them (``#.``).
        references: places in the source files (``#:``).
        previous: the source that the translation was made for, where it has changed since (``#| msgid``).
        previous_context: the same for the context (``#| msgctxt``).
        obsolete: whether it is kept though the edition has no such text any more (``#~``).
        file: the PO file, as problems call it.
        line: the line of its ``msgid``.
        stretches: where the pieces of *text* stand.
    """

    context: str
    source: str
    text: str = ""
    flags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    previous: str | None = None
    previous_context: str | None = None
    obsolete: bool = False
    file: str = field(default="", compare=False)
    line: int = field(default=1, compare=False)
    stretches: tuple[Stretch, ...] = field(default=(), compare=False)

    @property
    def fuzzy(self) -> bool:
        """Whether somebody has to look at the translation before it holds."""
        return FUZZY in self.flags

    @property
    def position(self) -> Position:
        """Where the translation begins, or the text that has none."""
        return self.at(0, 1) if self.text else Position(self.file, self.line)

    def at(self, offset: int, length: int = 1) -> Position:
        """Return the place of ``text[offset]``; what goes on in another piece is underlined to the end of this one."""
        found = next((s for s in reversed(self.stretches) if s.offset <= offset), None)
        if found is None:
            return Position(self.file, self.line)
        start = _written(found.raw, offset - found.offset)
        end = _written(found.raw, offset - found.offset + length)
        return Position(self.file, found.line, found.column + start, max(1, end - start))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translation of one edition into one language.

    Attributes:
        language: a BCP 47 tag, that of the file's name.
        file: its path from the project's root.
        header: the entry without a source, whose text says what the file is; None where there is none.
        entries: in the order of the file, obsolete ones included.
    """

    language: str
    file: str
    header: Entry | None
    entries: tuple[Entry, ...]

    def of(self, context: str, source: str) -> Entry | None:
        """Return the entry that translates *source* where *context* says."""
        return next((e for e in self.entries if e.context == context and e.source == source and not e.obsolete), None)


def _written(raw: str, count: int) -> int:
    """Return how many characters of *raw* write the first *count* of its text: an escape is one of several."""
    at = 0
    while count > 0 and at < len(raw):
        at += 2 if raw[at] == "\\" else 1
        count -= 1
    return min(at, len(raw))
