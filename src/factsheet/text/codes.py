"""How glyphs are written: four hexadecimal digits, or a marker where a glyph has another text than its own."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..model.drawing import Face

Place = tuple[int, int, int, int]  # x offset, y offset, x advance, y advance, in font units

# Private use and the planes above the ideographs: never a digit, a blank, or half a character.
_MARKERS = map(chr, chain(range(0xE000, 0xF900), range(0x30000, 0x110000)))


class Code(NamedTuple):
    """How one glyph with one text is written in a TJ array.

    Attributes:
        spelling: four hexadecimal digits, or a marker character where the glyph has another text than its own.
        place: where it stands when nothing moves it.
        own: the glyph id where the text is the glyph's own.
        extra: (marker, glyph id, text) where it is not.
    """

    spelling: str
    place: Place
    own: int | None
    extra: tuple[str, int, str] | None

    @property
    def glyph(self) -> int:
        """The glyph id."""
        return self.extra[1] if self.extra else self.own or 0


class Codes(dict[tuple[int, str], Code]):
    """Codes of one face: (glyph id, text) -> Code."""

    def __init__(self, face: Face) -> None:
        """Write the glyphs of *face*."""
        self._face = face

    def __missing__(self, pair: tuple[int, str]) -> Code:
        """Write a new pair."""
        glyph, text = pair
        place = (0, 0, self._face.advance(glyph), 0)
        if self._face.text_of(glyph) == text:
            code = Code(f"{glyph:04X}", place, glyph, None)
        else:
            marker = next(_MARKERS)
            code = Code(marker, place, None, (marker, glyph, text))
        self[pair] = code
        return code
