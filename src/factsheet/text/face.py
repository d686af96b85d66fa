"""One font file: metrics, coverage, shaping by HarfBuzz, codes of its glyphs."""

from __future__ import annotations

import re
from functools import cache, cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import uharfbuzz as hb

from ..problems import FactsheetError, Position, Problem
from .codes import Codes
from .outlines import outline
from .scripts import IGNORABLE
from .subset import FontSubset, SubsetError, cut_down

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from .codes import Place

Axes = tuple[tuple[str, float], ...]
Features = tuple[tuple[str, bool], ...]

_LONGEST_NAME = 63  # the most that OpenType allows of a PostScript name
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011"
_COMMON_IGNORABLES = frozenset(filter(IGNORABLE.match, map(chr, range(0x10000))))


class Face:
    """A face as the painter sees it (``model.drawing.Face``) and as the text engine uses it.

    Attributes:
        name: ``F`` and a hash of the file's bytes and axes: the same on every machine.
        ascent, descent, cap_height: in em, as the font's own tables give them; descent is negative.
        fs_type: embedding rights (OpenType, OS/2.fsType): 2 alone means that the font may not be embedded.
        characters: what can be set with this face: what it maps, what it can stand in for (a no-break space by its
            space, U+2011 by its hyphen), and what shows nothing. U+FFFD never: it stands for something lost.
        codes: (glyph id, text) -> Code, filled as it is asked.
        position: where the brand that is being set asks for it, for what only cutting it down brings to light.

    The painter's width of a glyph (W in a CIDFont) must be ``round(advance * 1000 / upem)``: whole numbers, because
    pdfium cuts decimals off. Boxes carry the correction.
    """

    def __init__(self, path: Path, axes: Axes = ()) -> None:
        """Read the font file at *path*; *axes* places a variable font.

        Raises:
            FactsheetError: the file cannot be read, or is no font.
        """
        data = _font_bytes(path)
        self.path = path
        self.axes = axes
        self.position: Position | None = None
        self.name = "F" + sha256(data + repr(axes).encode()).hexdigest()[:10]
        self._face = hb.Face(hb.Blob(data))
        if not self._face.glyph_count or not 16 <= self._face.upem <= 16384:  # OpenType 1.9, head
            raise _invalid(path, "it is not a TrueType or OpenType font")
        self._font = hb.Font(self._face)
        if axes:
            self._font.set_variations(dict(axes))
        self._advances: dict[int, int] = {}
        self._outlines: dict[int, str] = {}
        self._subsets: dict[frozenset[int], FontSubset] = {}
        self._measure()
        self.codes = Codes(self)

    def _measure(self) -> None:
        self.upem: int = self._face.upem
        self.glyph_count: int = self._face.glyph_count
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.upem
        self.descent: float = extents.descender / self.upem
        capitals = self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        self.cap_height: float = capitals / self.upem
        self.italic_angle = int.from_bytes(self._table("post")[4:8], "big", signed=True) / 65536
        self.fs_type = int.from_bytes(self._table("OS/2")[8:10], "big")
        self.cff = "CFF " in self._face.table_tags or "CFF2" in self._face.table_tags
        name = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or ""
        pinned = "".join(f"_{value:g}{tag}" for tag, value in self.axes)  # as Adobe technical note 5902 names instances
        self.postscript_name = re.sub("[^A-Za-z0-9_.-]", "", name[:_LONGEST_NAME] + pinned) or "Font"

    def _table(self, tag: str) -> bytes:
        return bytes(self._face.reference_table(tag).data)

    def __repr__(self) -> str:
        """Name the font."""
        return f"<Face {self.postscript_name} {self.name}>"

    def __reduce__(self) -> tuple[object, tuple[Path, Axes]]:
        """Travel to another process as a path."""
        return face_of, (self.path, self.axes)

    @cached_property
    def _mapped(self) -> frozenset[str]:
        return frozenset(map(chr, self._face.unicodes))

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that can be set with this face."""
        found = set(self._mapped) | _COMMON_IGNORABLES
        if " " in found:
            found.update(_SPACES)
        if self.hyphen:
            found.update(_HYPHENS)
        return frozenset(found - {"\ufffd"})

    @cached_property
    def hyphen(self) -> str:
        """The character that a soft hyphen is shown as: U+2010, else U+002D, else none."""
        return next((character for character in "\u2010-" if character in self._mapped), "")

    @cached_property
    def _stand_ins(self) -> dict[int, str]:
        absent = [character for character in _HYPHENS if character not in self._mapped] if self.hyphen else []
        return {ord(character): self.hyphen for character in absent}

    @cached_property
    def _texts(self) -> dict[int, str]:
        """Glyph id to its own character: the lowest that is mapped to it, so that a blank is U+0020, not U+00A0."""
        texts: dict[int, str] = {}
        for code_point in self._face.unicodes:
            character = chr(code_point)
            control = code_point < 0x20 or 0x7F <= code_point < 0xA0
            glyph = self._font.get_nominal_glyph(code_point)
            if glyph and not control and not IGNORABLE.match(character):
                # A joined form of a letter stands for the letter.
                letter = normalize("NFKC", character) if "\ufb50" <= character <= "\ufefc" else character
                texts.setdefault(glyph, letter if len(letter) == 1 else character)
        return texts

    def covers(self, text: str) -> bool:
        """Say whether every character of *text* can be set with this face."""
        return self.characters.issuperset(text) or self.characters.issuperset(IGNORABLE.sub("", text))

    def glyph_of(self, character: str) -> int:
        """Return the glyph that *character* is mapped to; 0 (.notdef) where there is none."""
        return self._font.get_nominal_glyph(ord(character)) or 0

    def advance(self, glyph: int) -> int:
        """Return the advance of *glyph* in font units."""
        try:
            return self._advances[glyph]
        except KeyError:
            width: int = self._font.get_glyph_h_advance(glyph)
            return self._advances.setdefault(glyph, width)

    def text_of(self, glyph: int) -> str:
        """Return the text that *glyph* stands for when it is painted as itself."""
        return self._texts.get(glyph, "")

    def correction(self, glyphs: Iterable[int]) -> str:
        """Return the piece of a TJ array that takes back what rounding W to thousandths has added over *glyphs*."""
        if self.upem == 1000:
            return ""
        excess = 0.0
        for glyph in glyphs:
            exact = self.advance(glyph) * 1000 / self.upem
            excess += round(exact) - exact
        return f">{excess:.2f}<" if abs(excess) >= 0.01 else ""

    def outline(self, glyph: int) -> str:
        """Return the path of *glyph* in PDF's operators (ISO 32000-1, 8.5.2), in font units."""
        if glyph not in self._outlines:
            self._outlines[glyph] = outline(self._font, glyph)
        return self._outlines[glyph]

    def subset(self, glyphs: Iterable[int]) -> FontSubset:
        """Return a font program with these glyphs only, unhinted; the same glyphs give the same bytes.

        Raises:
            FactsheetError: the outlines are damaged.
        """
        key = frozenset(glyphs)
        if key not in self._subsets:
            try:
                self._subsets[key] = cut_down(self._face, sorted(key), dict(self.axes), cff=self.cff)
            except SubsetError as error:
                raise _invalid(self.path, "its outlines are damaged", self.position) from error
        return self._subsets[key]

    def shape(
        self,
        text: str,
        direction: str,
        script: str,
        language: str,
        features: Mapping[str, bool],
        before: str = "",
        after: str = "",
    ) -> tuple[Sequence[Any], list[int], list[Place]]:
        """Shape *text* with HarfBuzz, between letters that it joins on to.

        Returns:
            HarfBuzz's glyph infos (clusters count characters of *text*), glyph ids and places, in visual order.
            Characters that show nothing have no glyph.
        """
        buffer = hb.Buffer()
        if not text.isascii():
            text = text.translate(self._stand_ins)
            if IGNORABLE.search(text):
                buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        if before or after:
            buffer.add_codepoints([*map(ord, before + text + after)], len(before), len(text))
        else:
            buffer.add_str(text)
        buffer.direction = direction
        buffer.script = script
        buffer.language = language
        hb.shape(self._font, buffer, features)
        infos = buffer.glyph_infos
        return infos, [info.codepoint for info in infos], [place.position for place in buffer.glyph_positions]


def _font_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _invalid(path, error.strerror or "it cannot be opened") from error


def _invalid(path: Path, why: str, position: Position | None = None) -> FactsheetError:
    message = f"the font {path.name} cannot be used: {why}"
    remedy = "take the file from its maker again; static and variable TrueType and OpenType (CFF) files can be used"
    return FactsheetError([Problem("font-invalid", message, position or Position(str(path)), remedy)])


def face_of(path: Path, axes: Axes = ()) -> Face:
    """Return the face of a font file: one a process."""
    return _face(path, axes)


_face = cache(Face)
