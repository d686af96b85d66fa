"""What is read of a font file is what fontTools reads, whatever kind of file and of cmap it is."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, newTable  # type: ignore[import-untyped]
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable  # type: ignore[import-untyped]

from factsheet.read.font_files import refusal
from factsheet.read.sfnt import BASIC, SfntError, read_sfnt
from fonts.tiny import tiny_font

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "fonts").glob("*.ttf"), *(ROOT / "tests/fonts/faces").glob("*.[ot]tf")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_faces_are_read_as_fonttools_reads_them(path: Path) -> None:
    font, read = TTFont(path), read_sfnt(path.read_bytes())
    os2 = font["OS/2"]
    assert (read.rights, read.weight, read.italic) == (os2.fsType, os2.usWeightClass, bool(os2.fsSelection & 0x201))
    axes = font["fvar"].axes if "fvar" in font else []
    assert read.axes == {axis.axisTag: (axis.minValue, axis.defaultValue, axis.maxValue) for axis in axes}
    assert read.basic == {letter for letter in BASIC if ord(letter) in font.getBestCmap()}


def mapped(kind: int, platform: int, encoding: int, letters: str) -> bytes:
    """Return a tiny font whose one cmap subtable is of *kind*."""
    font = TTFont(BytesIO(tiny_font(letters)))
    table = newTable("cmap")
    subtable = CmapSubtable.newSubtable(kind)
    subtable.platformID, subtable.platEncID, subtable.language = platform, encoding, 0
    subtable.cmap = {ord(letter): "square" for letter in letters}
    table.tableVersion, table.tables = 0, [subtable]
    font["cmap"] = table
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("kind", "platform", "encoding"), [(4, 3, 1), (4, 0, 3), (6, 0, 3), (12, 3, 10), (12, 0, 4)])
def test_every_format_of_cmap_gives_its_letters(kind: int, platform: int, encoding: int) -> None:
    assert read_sfnt(mapped(kind, platform, encoding, "ACDEXYZz059")).basic == set("ACDEXYZz059")


def test_symbols_are_no_letters() -> None:
    """Platform 3, encoding 0: a font of dingbats maps its own codes."""
    assert read_sfnt(mapped(4, 3, 0, "ABC")).basic == set()


def test_segments_may_go_through_a_table_of_glyphs() -> None:
    """Format 4 with idRangeOffset, which fontTools writes where glyph ids jump."""
    font = TTFont(BytesIO(tiny_font("ABCDE")))
    glyphs = dict(zip(map(ord, "ABCDE"), ["square", "space", "square", "space", "square"], strict=True))
    for table in font["cmap"].tables:
        table.cmap = glyphs
    stream = BytesIO()
    font.save(stream)
    assert read_sfnt(stream.getvalue()).basic == set("ABCDE")


def test_font_without_rights_restricts_nothing() -> None:
    font = TTFont(BytesIO(tiny_font(rights=2)))
    del font["OS/2"]
    stream = BytesIO()
    font.save(stream)
    assert (read_sfnt(stream.getvalue()).rights, read_sfnt(stream.getvalue()).weight) == (0, 400)


@pytest.mark.parametrize(
    ("rights", "refused"),
    [
        (0, False),
        (2, True),
        (4, False),
        (6, False),
        (8, False),
        (10, False),
        (0x100, True),
        (0x108, True),
        (0x200, True),
    ],
)
def test_rights_say_what_may_be_embedded(rights: int, refused: bool) -> None:
    assert (refusal(rights) is not None) is refused


@pytest.mark.parametrize("cut", [0, 3, 4, 11, 12, 40, 200, 700])
def test_cut_font_is_an_error_and_no_other(cut: int) -> None:
    with pytest.raises(SfntError):
        read_sfnt(tiny_font()[:cut])


@pytest.mark.parametrize(
    ("tag", "offset", "value"), [("head", 18, 0), ("head", 18, 9), ("head", 18, 60000), ("maxp", 4, 0)]
)
def test_units_and_glyphs_are_within_bounds(tag: str, offset: int, value: int) -> None:
    data = bytearray(tiny_font())
    records = (struct.unpack_from(">4s4xII", data, 12 + 16 * index) for index in range(data[5]))
    start = next(start for name, start, _ in records if name.decode() == tag)
    struct.pack_into(">H", data, start + offset, value)
    with pytest.raises(SfntError):
        read_sfnt(bytes(data))
