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


def cut_down(face: Any, glyphs: Iterable[int], axes: Mapping[str, float], *, retain: bool) -> FontSubset:
    """Return *face* with *glyphs* (and what they are made of) alone, unhinted, at *axes*.

    Args:
        face: a HarfBuzz face.
        glyphs: glyph ids; .notdef comes along.
        axes: where a variable font is pinned; axes that are not named stay at their default.
        retain: keep glyph ids, as fonts with CFF outlines need: there the CID is the glyph id.
    """
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    if retain:
        request.flags |= hb.SubsetFlags.RETAIN_GIDS
    variable = face.axis_infos or ()
    for axis in variable:
        request.pin_axis_location(face, axis.tag, axes.get(axis.tag, axis.default_value))
    drop = _UNREAD if variable else _UNREAD + _VARIATIONS
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(map(_tag, drop))
    plan = hb.SubsetPlan(face, request)
    return FontSubset(bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping))


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode("ascii"), "big")
