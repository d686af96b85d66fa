"""Fonts of one square for every letter: small, whole, and as odd as a test wants them."""

from __future__ import annotations

import struct
from functools import cache
from io import BytesIO
from string import ascii_letters, digits
from typing import TYPE_CHECKING, Any

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict  # type: ignore[import-untyped]
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.misc.psCharStrings import T2CharString  # type: ignore[import-untyped]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib.tables.TupleVariation import TupleVariation  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]

Axis = tuple[str, float, float, float]  # tag, least, default, most

BASIC = f" {ascii_letters}{digits}"
_ORDER = (".notdef", "space", "square")
_CIDS = (".notdef", "cid00100", "cid00200")
_WIDER = [(0, 0), (0, 0), (50, 0), (50, 0), (0, 0), (50, 0), (0, 0), (0, 0)]  # 4 points, 4 phantom points


@cache
def tiny_font(
    letters: str = BASIC,
    *,
    rights: int = 0,
    weight: int = 400,
    italic: bool = False,
    cff: bool = False,
    cids: bool = False,
    axes: tuple[Axis, ...] = (),
) -> bytes:
    """Return a font file with a square for each of *letters*; every axis makes it up to 50 units wider.

    Outlines are TrueType, or with *cff* CFF (CFF2 where there are axes), with *cids* CID-keyed: then CID 100 is the
    blank and CID 200 the square, whatever their glyph ids.
    """
    order = _CIDS if cids else _ORDER
    _, blank, square = order
    builder = FontBuilder(1000, isTTF=not cff)
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder(list(order))
    builder.setupCharacterMap({ord(letter): blank if letter.isspace() else square for letter in letters})
    if cff and not axes:
        builder.setupCFF("Tiny-Regular", {}, {name: _charstring(drawn=name != blank) for name in order}, {})
    elif not cff:
        builder.setupGlyf({name: _glyph(drawn=name != blank) for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sCapHeight=500, fsType=rights, usWeightClass=weight, fsSelection=italic, version=4)
    builder.setupNameTable({"familyName": "Tiny", "styleName": "Regular", "psName": "Tiny-Regular"})
    builder.setupPost()
    if axes:
        builder.setupFvar([(*axis, axis[0]) for axis in axes], [])
        regions = [{axis[0]: (0, 1, 1)} for axis in axes]
        if cff:
            builder.setupCFF2({name: _blended(len(axes), drawn=name != blank) for name in order}, [{}], regions)
        else:
            builder.setupGvar({square: [TupleVariation(region, _WIDER) for region in regions]})
    if cids:
        _key_by_cid(builder.font["CFF "].cff.topDictIndex[0])
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


def blanked(font: bytes, tag: str) -> bytes:
    """Return *font* with nothing but zeros in its table *tag*."""
    records = (struct.unpack_from(">4s4xII", font, 12 + 16 * index) for index in range(font[5]))
    start, length = next((start, length) for name, start, length in records if name.decode() == tag)
    return font[:start] + bytes(length) + font[start + length :]


def _square(pen: BasePen) -> None:
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((500, 500))
    pen.lineTo((500, 0))
    pen.closePath()


def _glyph(*, drawn: bool) -> object:
    pen = TTGlyphPen(None)
    if drawn:
        _square(pen)
    return pen.glyph()


def _charstring(*, drawn: bool) -> object:
    pen = T2CharStringPen(600, None)
    if drawn:
        _square(pen)
    return pen.getCharString()


def _blended(axes: int, *, drawn: bool) -> object:
    """A square whose right side moves by 50 units on each axis."""
    if not drawn:
        return T2CharString(program=[])
    wider = [50] * axes
    program = [0, 0, "rmoveto", 500, "vlineto", 500, *wider, 1, "blend", "hlineto", -500, "vlineto"]
    return T2CharString(program=program)


def _key_by_cid(top: Any) -> None:
    """Turn the name-keyed font that *top* is the top dictionary of into a CID-keyed one (Adobe technical note 5176)."""
    inner = FontDict()
    inner.Private, inner.FontName = top.Private, "Tiny-Regular-Alphabetic"
    array = FDArrayIndex()
    array.strings, array.GlobalSubrs = None, top.GlobalSubrs
    array.append(inner)
    select = FDSelect()
    select.gidArray, select.format = [0] * len(_CIDS), 3
    top.ROS, top.CIDCount, top.FDArray, top.FDSelect = ("Adobe", "Identity", 0), 201, array, select
    strings = top.CharStrings
    strings.fdArray, strings.fdSelect = array, select
    del top.Private
