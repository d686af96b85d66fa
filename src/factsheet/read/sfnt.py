"""What a font file says of itself: rights, weight, axes, the letters of Basic Latin (OpenType 1.9).

Read from its tables without a shaper, so that a damaged or restricted font is known by the line that asks for it.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Table = bytes | memoryview
    Tables = Mapping[str, Table]

BASIC = ascii_letters + digits
"""What every page is made of: letters of Latin words, names and addresses, and figures."""

_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_STRANGERS = {
    b"wOFF": "a web font (WOFF)",
    b"wOF2": "a web font (WOFF2)",
    b"ttcf": "a collection of fonts",
}
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_OUTLINES = ("glyf", "CFF ", "CFF2")
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Subtables of cmap by platform and encoding, the one that says most first."""

REGULAR = 400


class SfntError(Exception):
    """The file is no font that can be used; the message says why."""


class Axis(NamedTuple):
    """The range of a variable font's axis."""

    low: float
    default: float
    high: float


@dataclass(frozen=True, slots=True)
class Sfnt:
    """A font file.

    Attributes:
        rights: OS/2.fsType; 0, which permits everything, where there is no OS/2 table.
        weight: OS/2.usWeightClass.
        italic: whether it says that it is italic or oblique.
        axes: what can be varied, by tag.
        basic: the characters of BASIC that it has.
    """

    rights: int
    weight: int
    italic: bool
    axes: Mapping[str, Axis]
    basic: frozenset[str]


def read_sfnt(data: bytes) -> Sfnt:
    """Read a font file.

    Raises:
        SfntError: it is none, or it is damaged where one can see it without drawing a glyph.
    """
    try:
        tables = _tables(data)
        _check(tables)
        os2 = tables.get("OS/2", bytes(64))
        weight, rights, selection = (struct.unpack_from(">H", os2, offset)[0] for offset in (4, 8, 62))
        known = weight if 100 <= weight <= 1000 else REGULAR
        return Sfnt(rights, known, bool(selection & 0x201), _axes(tables.get("fvar", b"")), _basic(tables["cmap"]))
    except (struct.error, UnicodeDecodeError) as error:
        message = "it is cut off or damaged"
        raise SfntError(message) from error


def _tables(data: bytes) -> Tables:
    if data[:4] not in _SIGNATURES:
        stranger = _STRANGERS.get(data[:4], "no TrueType or OpenType font")
        message = f"it is {stranger}"
        raise SfntError(message)
    (count,) = struct.unpack_from(">4xH", data)
    view, tables = memoryview(data), {}
    for index in range(count):
        tag, start, length = struct.unpack_from(">4s4xII", data, 12 + 16 * index)
        if start + length > len(data):
            message = "it is cut off"
            raise SfntError(message)
        tables[tag.decode("ascii")] = view[start : start + length]
    return tables


def _check(tables: Tables) -> None:
    missing = [tag for tag in _NEEDED if tag not in tables]
    if missing or not any(tag in tables for tag in _OUTLINES):
        message = f"it has no table {missing[0]}" if missing else "it has no outlines"
        raise SfntError(message)
    (units,), (glyphs,) = struct.unpack_from(">18xH", tables["head"]), struct.unpack_from(">4xH", tables["maxp"])
    if not 16 <= units <= 16384 or not glyphs:
        message = "it has no glyphs" if units else "it is damaged"
        raise SfntError(message)


def _axes(fvar: Table) -> dict[str, Axis]:
    if not fvar:
        return {}
    start, count, size = struct.unpack_from(">4xH2xHH", fvar)
    axes = {}
    for index in range(count):
        tag, *limits = struct.unpack_from(">4siii", fvar, start + size * index)
        axes[tag.decode("ascii")] = Axis(*(limit / 65536 for limit in limits))
    return axes


def _basic(cmap: Table) -> frozenset[str]:
    """Return the characters of BASIC that a cmap table maps to a glyph other than .notdef."""
    (count,) = struct.unpack_from(">2xH", cmap)
    records = (struct.unpack_from(">HHI", cmap, 4 + 8 * index) for index in range(count))
    offsets = {(platform, encoding): offset for platform, encoding, offset in records}
    found = next((offsets[key] for key in _UNICODE if key in offsets), None)
    if found is None:
        return frozenset()
    (kind,) = struct.unpack_from(">H", cmap, found)
    glyph_of = _FORMATS[kind](cmap[found:]) if kind in _FORMATS else lambda code: 0
    return frozenset(character for character in BASIC if glyph_of(ord(character)))


def _segments(table: Table) -> Callable[[int], int]:
    """Format 4: segments of 16-bit codes."""
    (doubled,) = struct.unpack_from(">6xH", table)
    count = doubled // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", table, 14 + place)
        for place in (0, doubled + 2, 2 * doubled + 2, 3 * doubled + 2)
    )

    def glyph_of(code: int) -> int:
        index = bisect_left(ends, code)
        if index == count or code < starts[index]:
            return 0
        if not offsets[index]:
            return int(code + deltas[index]) & 0xFFFF
        place = 16 + 3 * doubled + 2 * index + offsets[index] + 2 * (code - starts[index])
        return int(struct.unpack_from(">H", table, place)[0])

    return glyph_of


def _trimmed(table: Table) -> Callable[[int], int]:
    """Format 6: one run of 16-bit codes."""
    first, count = struct.unpack_from(">6xHH", table)
    glyphs = struct.unpack_from(f">{count}H", table, 10)
    return lambda code: glyphs[code - first] if first <= code < first + count else 0


def _groups(table: Table) -> Callable[[int], int]:
    """Format 12: groups of 32-bit codes."""
    (count,) = struct.unpack_from(">12xI", table)
    groups = [struct.unpack_from(">III", table, 16 + 12 * index) for index in range(min(count, len(table) // 12))]

    def glyph_of(code: int) -> int:
        return next((glyph + code - start for start, end, glyph in groups if start <= code <= end), 0)

    return glyph_of


_FORMATS = {4: _segments, 6: _trimmed, 12: _groups}
