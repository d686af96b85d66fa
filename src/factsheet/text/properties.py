"""Properties of characters, looked up in the tables of one pinned Unicode version: the same on every Python."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from . import unicode_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

_NONE = "-"


class Ranges(dict[int, str]):
    """Code point -> value, found at first sight in a table of ranges; `str.translate` takes it as it is.

    Args:
        table: first code point of each stretch in hexadecimal digits, and its value; read when first needed.
        values: what to say instead of values of the table.
    """

    def __init__(self, table: str, values: Mapping[str, str] | None = None) -> None:
        """Keep the table unread."""
        super().__init__()
        self._table = table
        self._values = {_NONE: "", **(values or {})}
        self._starts: list[int] = []
        self._found: list[str] = []

    def __missing__(self, code: int) -> str:
        """Look up, and remember."""
        if not self._starts:
            words = self._table.split()
            self._starts = [int(word, 16) for word in words[::2]]
            self._found = [self._values.get(word, word) for word in words[1::2]]
        value = self[code] = self._found[bisect_right(self._starts, code) - 1]
        return value


def _pairs(table: str) -> dict[str, str]:
    characters = [chr(int(word, 16)) for word in table.split()]
    return dict(zip(characters[::2], characters[1::2], strict=True))


MIRRORED: Mapping[str, str] = _pairs(unicode_tables.MIRRORED)
"""Bidi_Mirroring_Glyph: the character that looks like the mirror image of a character."""

BRACKETS: Mapping[str, str] = _pairs(unicode_tables.BRACKETS)
"""Bidi_Paired_Bracket: opening bracket -> closing bracket."""

SCRIPT = Ranges(unicode_tables.SCRIPT)
"""Code point -> ISO 15924 code; Zyyy and Zinh are shared by scripts, Zzzz is unknown."""

SCRIPT_EXTENSIONS = Ranges(unicode_tables.SCRIPT_EXTENSIONS)
"""Code point -> ISO 15924 codes joined by commas, of the scripts that use it where Script does not say so; else ''."""
