"""A font program cut down to some glyphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What a viewer does not read in an embedded CIDFont (ISO 32000-1, table 126): layout is done, names and mappings are
# the PDF's own.
_UNREAD = (
    *("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "cmap"),
    *("gasp", "kern", "meta", "name", "post", "vhea", "vmtx"),
)
_VARIATIONS = ("HVAR", "MVAR", "avar")  # read while the axes are pinned


@dataclass(slots=True)
class FontSubset:
    """A font program and where its glyphs went: old glyph id to new one."""

    data: bytes
    glyphs: dict[int, int]


class SubsetError(Exception):
    """A font program is so damaged that it cannot be cut down."""


def cut_down(face: Any, glyphs: Iterable[int], axes: Mapping[str, float], *, cff: bool) -> FontSubset:
    """Return *face* with *glyphs* (and what they are made of) alone, unhinted, at *axes*.

    Args:
        face: a HarfBuzz face.
        glyphs: glyph ids; .notdef comes along.
        axes: where a variable font is pinned; axes that are not named stay at their default.
        cff: its outlines are CFF or CFF2: return the bare CFF table, in which the CID of a glyph is its glyph id.

    Raises:
        SubsetError: HarfBuzz finds no way through the font's tables.
    """
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    if cff:
        request.flags |= hb.SubsetFlags.DOWNGRADE_CFF2 | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    variable = face.axis_infos or ()
    for axis in variable:
        request.pin_axis_location(face, axis.tag, axes.get(axis.tag, axis.default_value))
    drop = _UNREAD if variable else _UNREAD + _VARIATIONS
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(map(_tag, drop))
    try:
        plan = hb.SubsetPlan(face, request)
        cut = plan.execute()
        program = bytes((cut.reference_table("CFF ") if cff else cut.blob).data)
    except (MemoryError, RuntimeError, ValueError) as error:
        raise SubsetError(str(error)) from error
    if not program:
        message = "no outlines are left"
        raise SubsetError(message)
    return FontSubset(program, dict(plan.old_to_new_glyph_mapping))


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode("ascii"), "big")
