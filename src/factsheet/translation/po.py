r"""PO files as gettext, Poedit and Weblate write them, so that none of them changes what it does not translate.

Grammar: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. Lines are broken as ``msgcat`` breaks
them: after a blank (and between wide characters), within 79 columns, and after each ``\n``.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model.translation import Catalogue, Entry

COLUMNS = 79
ICU_FLAG = "icu-message-format"
"""The flag by which Weblate checks placeholders and plurals as ICU writes them."""

_WIDE = r"\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef"
_ESCAPES = str.maketrans(
    {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r", "\a": r"\a", "\b": r"\b", "\f": r"\f", "\v": r"\v"}
)


def written(catalogue: Catalogue) -> str:
    """Return a catalogue as the text of a PO file, obsolete entries last."""
    header = () if catalogue.header is None else (catalogue.header,)
    entries = sorted(catalogue.entries, key=lambda entry: entry.obsolete)
    return "\n".join("\n".join(_lines(entry)) + "\n" for entry in chain(header, entries))


def header_text(fields: Mapping[str, str]) -> str:
    """Return the text of a header entry."""
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def header_fields(text: str) -> dict[str, str]:
    """Return the fields of a header entry, in their order."""
    pairs = (line.partition(":") for line in text.split("\n") if line.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _lines(entry: Entry) -> Iterator[str]:
    yield from (f"# {note}".rstrip() for note in entry.notes)
    if not entry.obsolete:
        yield from (f"#. {comment}".rstrip() for comment in entry.comments)
        yield from _references(entry.references)
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"
    if not entry.obsolete:  # where "#~|" is allowed, Babel warns and polib drops it
        if entry.previous_context is not None:
            yield from _text("msgctxt", entry.previous_context, "#| ")
        if entry.previous is not None:
            yield from _text("msgid", entry.previous, "#| ")
    now = "#~ " if entry.obsolete else ""
    if entry.context:
        yield from _text("msgctxt", entry.context, now)
    yield from _text("msgid", entry.source, now)
    yield from _text("msgstr", entry.text, now)


def _references(places: Iterable[str]) -> Iterator[str]:
    line = "#:"
    for place in places:
        if line != "#:" and len(line) + 1 + len(place) > COLUMNS:
            yield line
            line = "#:"
        line += f" {place}"
    if line != "#:":
        yield line


def _text(keyword: str, text: str, prefix: str) -> Iterator[str]:
    """Yield a text as one quoted line where that has room, else as several after an empty one."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text) or [""]
    whole = f'{prefix}{keyword} "{text.translate(_ESCAPES)}"'
    if len(lines) == 1 and _width(whole) <= COLUMNS:
        yield whole
        return
    yield f'{prefix}{keyword} ""'
    for line in lines:
        yield from (f'{prefix}"{part}"' for part in _parts(line, COLUMNS - len(prefix) - 2))


def _parts(line: str, room: int) -> Iterator[str]:
    part, width = "", 0
    for word in re.findall(r"[^ ]+ *| +", line):
        for piece in _pieces(word):
            said = piece.translate(_ESCAPES)
            if part and width + _width(said) > room:
                yield part
                part, width = "", 0
            part, width = part + said, width + _width(said)
    yield part


def _pieces(word: str) -> Iterator[str]:
    """Yield the parts of a word between which a line may end: wide characters stand alone."""
    yield from re.findall(rf"[{_WIDE}] *|[^{_WIDE}]+", word)


def _width(text: str) -> int:
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
