"""Cut a face down to the characters and features that factsheets use. fetch.py calls it for entries with a subset.

HarfBuzz does the cutting; the same version makes the same bytes on every machine. Hinting goes, since a PDF is drawn
without it, and so do features that nothing here turns on (small capitals, stylistic sets, vertical setting).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FEATURES = (
    *("ccmp", "locl", "rlig", "liga", "clig", "calt", "rclt", "mark", "mkmk", "kern", "dist", "curs"),
    *("isol", "init", "medi", "fina", "rtlm"),  # Arabic, and what runs from right to left
    *("nukt", "akhn", "rphf", "rkrf", "pref", "blwf", "abvf", "half", "pstf", "vatu", "cjct"),  # Indic letters
    *("pres", "abvs", "blws", "psts", "haln", "abvm", "blwm"),  # Indic, Burmese: forms and marks
    *("tnum", "pnum"),
    *("halt", "palt", "chws"),  # Chinese punctuation on less than a square
)
"""Layout features that stay, with the glyphs that they lead to."""

UNUSED = ("BASE", "DSIG", "STAT", "VORG", "gasp", "meta", "vhea", "vmtx")
"""Tables that go: signatures, vertical setting, hints for screens."""

NAMES = (0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17)
"""Records of the name table that stay: copyright, trademark and licence are among them."""


def harfbuzz() -> str:
    """Return the version of HarfBuzz that cuts."""
    return str(hb.version_string())


def code_points(subset: Mapping[str, str]) -> set[int]:
    """Return the characters of a subset of subsets.toml.

    ``ranges`` has hexadecimal code points and ranges of them, ``gb2312`` rows of that standard (16-55 is its first
    level: the 3,755 characters that are used most), ``letters`` single characters.

    Raises:
        ValueError: a range is badly written.
    """
    found = set(map(ord, subset.get("letters", "")))
    for low, high in _spans(subset.get("ranges", ""), 16):
        found.update(range(low, high + 1))
    for low, high in _spans(subset.get("gb2312", ""), 10):
        found.update(point for row in range(low, high + 1) for point in _row(row))
    return found


def _spans(text: str, base: int) -> Iterator[tuple[int, int]]:
    for part in text.split():
        low, _, high = part.partition("-")
        yield int(low, base), int(high or low, base)


def _row(row: int) -> Iterator[int]:
    """Yield what a row of GB/T 2312-1980 holds; a row has 94 cells, and some are empty."""
    for cell in range(1, 95):
        character = bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312", "ignore")
        yield from map(ord, character)


def cut(data: bytes, characters: Iterable[int]) -> bytes:
    """Return the font *data* with *characters* alone, as far as it has them."""
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.UNICODE).update(characters)
    for kind, values in (
        (hb.SubsetInputSets.LAYOUT_FEATURE_TAG, map(_tag, FEATURES)),
        (hb.SubsetInputSets.NAME_ID, NAMES),
    ):
        kept: Any = request.sets(kind)
        kept.clear()
        kept.update(values)
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(map(_tag, UNUSED))
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_BIDI_CLOSURE
    return bytes(hb.subset(hb.Face(hb.Blob(data)), request).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode("ascii"), "big")
