"""What a shaped word is: glyphs as a piece of a TJ array, and its width.

A box holds for every size, colour, place and document, because it is written for a text space in which one unit is one
em. So the painter sets ``/F 1 Tf``, puts the size into Tm, and ``track / size Tc``.

Inside ``[<core>]TJ`` a core is codes of four digits; markers, which name entries of *extras*; adjustments between ``>``
and ``<`` in thousandths of an em; and, for marks that a font lifts, ``>]TJ 0.12 Ts[<``, back at ``0 Ts`` when it ends.

Tracking: Tc adds to the advance of every code, blanks too (ISO 32000-1, 9.3.2). Widths here include it once for each
code; a mark gets none, its core takes the Tc back. Whoever measures a line leaves out what follows its last letter.
"""

from __future__ import annotations

from typing import NamedTuple

Late = tuple[float, float, int]
"""A mark painted after the glyphs of its line: x from the left end of its core and y in font units, glyph id."""


class Box(NamedTuple):
    """A shaped piece of text between two places where a line may end.

    Attributes:
        text: the piece, with its trailing blanks.
        core: its glyphs without trailing blanks, written as above.
        width: of the core in font units, tracking included.
        blanks: width of the trailing blanks in font units, tracking included.
        blank_count: how many trailing blanks; each is painted as ``Shaper.blank``.
        glyphs: ids of glyphs painted as themselves.
        extras: (marker, glyph id, text) for the others.
        leans: shaped otherwise than at the start of a line, by the blank before it.
        tied: shaped otherwise than at the end of a line, by what follows it without a blank.
        late: marks that are painted after the glyphs of the line.
        lead, hang: what of its width is blank, and falls away, at the start and at the end of a line (ideographs).
    """

    text: str
    core: str
    width: float
    blanks: float
    blank_count: int
    glyphs: frozenset[int]
    extras: tuple[tuple[str, int, str], ...]
    leans: bool = False
    tied: bool = False
    late: tuple[Late, ...] = ()
    lead: float = 0.0
    hang: float = 0.0
