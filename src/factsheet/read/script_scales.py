"""Type scales of scripts beside Latin: what differs by default, and how a brand's own choices carry over.

Arabic letters stand lower than Latin ones of the same size and their marks reach further; Chinese characters fill their
square; in India, Thailand and Burma marks stand on marks. So sizes of headings go down, and leading goes up. What a
brand changes for Latin (a heading of 25 instead of 28 pt) changes the other scripts in the same proportion, until the
brand says for a script what it wants.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from .scale import SCALE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.style import Style

SMALLEST = 7.25
"""Points; nothing is set smaller because its script is another one."""

_GRID = 0.25  # points to which sizes and leading are rounded


class _Set(NamedTuple):
    """How a script sets a role: size and leading in points, and a weight where it is another one."""

    size: float
    leading: float
    weight: int | None = None


_ROWS = {
    "masthead_caption": _Set(8, 13),
    "wordmark": _Set(10.5, 14),
    "dateline": _Set(9, 14),
    "quote_label": _Set(9, 14),
    "h3": _Set(9, 14),
    "intro": _Set(11.5, 18),
    "body": _Set(8.75, 14),
    "body_small": _Set(8.5, 13),
    "strip_text": _Set(8, 12),
    "list_number": _Set(8.5, 14),
    "table_head": _Set(8, 14),
    "table_number": _Set(9, 14),
    "qualifier": _Set(7.25, 11),
    "note": _Set(8.25, 13),
    "axis": _Set(8, 11),
    "caption": _Set(7.25, 11),
    "folio": _Set(7.25, 11),
    "callout": _Set(9.5, 14),
}
"""What Arabic and Chinese have in common. Roles that share a line (texts and numbers of a table) share a leading."""

_ARABIC = _ROWS | {
    "masthead": _Set(41, 52, 700),
    "section": _Set(18, 26, 700),
    "quote": _Set(23, 36, 500),
    "h1": _Set(27, 38, 700),
    "h2": _Set(13.5, 18, 700),
    "sub": _Set(8.25, 14),
    "lede": _Set(14, 23),
    "list_letter": _Set(12, 14),
}

_CHINESE = _ROWS | {
    "masthead": _Set(42, 53, 700),
    "section": _Set(18, 25, 700),
    "quote": _Set(23, 36),
    "h1": _Set(26, 34, 700),
    "h2": _Set(13, 18, 700),
    "sub": _Set(8, 12),
    "lede": _Set(14.5, 25),
    "hero": _Set(38, 40),
}
"""Chinese headings are bold: semibold ones look thin beside Latin ones."""

_ROLES = {"Arab": _ARABIC, "Hani": _CHINESE}


class _Lead(NamedTuple):
    """Leading of a script that is set in the sizes of Latin: so much of Latin's, but at least so many em."""

    share: float
    least: float


_LEADS = {
    "Beng": _Lead(1.2, 1.4),
    "Deva": _Lead(1.2, 1.2),
    "Ethi": _Lead(1.1, 1.1),
    "Mymr": _Lead(1.35, 1.5),
    "Thai": _Lead(1.2, 1.45),
}
"""Measured on words with marks above and below, in the Noto faces: from the highest ink to the lowest there are 1.17 em
in Devanagari, 1.39 in Bengali, 1.44 in Thai, 1.50 in Burmese, 0.95 in Ethiopic, 1.10 to 1.18 in Latin. Lines of text
clear each other as Latin ones do (9/12: 0.2 em), lines of headings by nothing, but they do not touch.
"""

_MASTHEAD = 41.0  # points, as in Arabic: 48 with such a leading would not go into the band

NUMERALS = frozenset({"hero", "target", "strip", "row_number", "value", "latest"})
"""Roles of numbers: those are the same glyphs in every script, so they keep their tracking."""

JUSTIFIED = frozenset({"body", "body_small", "intro", "lede"})
"""Running text of squares, which Chinese readers expect to end in one line (clreq, 3.1.1)."""

_KEPT = NUMERALS | {"running", "running_title"}
"""Roles of one line, whose size and leading are those of Latin but where a table above says otherwise."""

SCRIPTS = (*_ROLES, *_LEADS)
"""Scripts with a type scale of their own by default, by ISO 15924 code."""


def scale_for(script: str, latin: Mapping[str, Style]) -> dict[str, Style]:
    """Return the type scale of *script* for a brand whose scale for Latin is *latin*; Greek and Cyrillic have that."""
    if script not in SCRIPTS:
        return dict(latin)
    return {role: _styled(script, role, style) for role, style in latin.items()}


def spared(scale: Mapping[str, Style], latin: Mapping[str, Style]) -> dict[str, Style]:
    """Return *scale* knowing what its leading has beyond that of Latin.

    It is for marks between lines: at the edges of a text it is spare, so that gaps are those of every language.
    """
    return {role: style.but(spare=_spare(style, latin[role])) for role, style in scale.items()}


def _spare(style: Style, latin: Style) -> float:
    return max(0.0, round(style.leading - style.size * latin.leading / latin.size, 2))


def _styled(script: str, role: str, style: Style) -> Style:
    """Return *style* of a brand's Latin scale as *script* has it; what the brand has changed changes in proportion."""
    usual = SCALE[role]
    ours = _usual(script, role)
    size = max(SMALLEST, _carried(ours.size, usual.size, style.size))
    leading = _carried(ours.leading, usual.leading, style.leading)
    weight = style.weight
    if ours.weight is not None:
        weight = min(max(style.weight + ours.weight - usual.weight, 100), 900)
    track = style.track if role in NUMERALS else 0.0
    align = "justify" if script == "Hani" and role in JUSTIFIED else style.align
    return style.but(size=size, leading=leading, weight=weight, track=track, italic=False, align=align)


def _usual(script: str, role: str) -> _Set:
    """Return how *script* sets *role* where the brand says nothing."""
    usual = SCALE[role]
    if script in _ROLES:
        return _ROLES[script].get(role, _Set(usual.size, usual.leading))
    if role in _KEPT:
        return _Set(usual.size, usual.leading)
    size = _MASTHEAD if role == "masthead" else usual.size
    lead = _LEADS[script]
    return _Set(size, ceil(max(usual.leading * lead.share * size / usual.size, size * lead.least) / _GRID) * _GRID)


def _carried(ours: float, usual: float, given: float) -> float:
    """Return the points that stand to *ours* as those *given* for Latin stand to the *usual* ones."""
    if ours == usual or given == usual:
        return given if ours == usual else ours
    return round(ours * given / usual / _GRID) * _GRID
