"""Words to boxes: shaped by HarfBuzz once, kept for the life of the process."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from .box import Box
from .scripts import IGNORABLE, SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .codes import Code, Place
    from .face import Face, Features

UNSAFE_TO_BREAK = 1  # HB_GLYPH_FLAG_UNSAFE_TO_BREAK
NO_TEXT = "\u2060"
"""Text of a glyph whose text another glyph carries: an entry in ToUnicode there must be (ISO 14289-1, 7.21.7), and this
one shows and says nothing.
"""
_MOST_BOXES = 50_000  # 25 to 35 MB


class _Shaped(NamedTuple):
    """Glyphs of a text, clusters rising. *lean* is the kern with a blank set before it; None if there is no bond."""

    infos: Sequence[Any]
    glyphs: list[int]
    places: list[Place]
    lean: int | None = None
    offset: int = 0  # of clusters

    def clusters(self, start: int = 0, end: int | None = None) -> list[int]:
        """Return which character each glyph begins with."""
        return [info.cluster - self.offset for info in self.infos[start:end]]

    def tied(self, index: int) -> bool:
        """Say whether the glyph at *index* would be another, or elsewhere, without what stands before it."""
        return index < len(self.infos) and bool(self.infos[index].flags & UNSAFE_TO_BREAK)


class Shaper(dict[str, Box]):
    """word -> Box as it stands after a blank, for one face, direction, script, language, features and tracking.

    Attributes:
        blank: how a blank is written in a core.
        track: tracking in font units.
    """

    def __init__(
        self, face: Face, direction: str, script: str, language: str, features: Features, track: float
    ) -> None:
        """Keep what shaping depends on; *track* in font units."""
        super().__init__()
        self.face = face
        self.track = track
        self.blank_glyph = face.glyph_of(" ")
        self._blank_advance = face.advance(self.blank_glyph)
        self.blank = face.codes[self.blank_glyph, " "].spelling + face.correction([self.blank_glyph])
        self._segment = (direction, script, language)
        self._features = dict(features)
        self._whole = face.upem == 1000
        self._glued: dict[tuple[tuple[str, ...], bool, bool], tuple[Box, ...]] = {}

    # Two shapers with the same words, or none yet, are still two.
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment] # a dict has none; a shaper is one of a kind

    def __missing__(self, word: str) -> Box:
        """Shape a new word."""
        if len(self) >= _MOST_BOXES:
            self.clear()
        shaped = self._shape(word, after_blank=True)
        box = self[word] = self._box(word, shaped, 0, len(shaped.glyphs))
        return box

    def glued(self, pieces: tuple[str, ...], *, after_blank: bool, hyphen: bool = False) -> tuple[Box, ...]:
        """Return a box for each of *pieces*, shaped as one text.

        Args:
            pieces: texts between which there is no blank, only a place to break or a change of colour.
            after_blank: whether a blank of the same shaper stands before them.
            hyphen: show the soft hyphen at their end.
        """
        key = (pieces, after_blank, hyphen)
        boxes = self._glued.get(key)
        if boxes is None:
            if len(self._glued) >= _MOST_BOXES:
                self._glued.clear()
            boxes = self._glued[key] = self._glue(pieces, after_blank=after_blank, hyphen=hyphen)
        return boxes

    def _glue(self, pieces: tuple[str, ...], *, after_blank: bool, hyphen: bool) -> tuple[Box, ...]:
        text = "".join(pieces)
        shown = text[: -len(SOFT_HYPHEN)] + self.face.hyphen if hyphen and self.face.hyphen else text
        shaped = self._shape(shown, after_blank=after_blank)
        if len(pieces) == 1:
            return (self._box(text, shaped, 0, len(shaped.glyphs)),)
        clusters = shaped.clusters()
        starts = [0, *accumulate(map(len, pieces))]
        torn = [count for count, start in enumerate(starts[1:-1], 1) if _inside_cluster(text, start, clusters)]
        if torn:
            parts = pairwise([0, *torn, len(pieces)])
            return tuple(
                box
                for first, last in parts
                for box in self._glue(
                    pieces[first:last], after_blank=after_blank and not first, hyphen=hyphen and last == len(pieces)
                )
            )
        return tuple(
            self._box(piece, shaped, bisect_left(clusters, start), bisect_left(clusters, end), start)
            for piece, (start, end) in zip(pieces, pairwise(starts), strict=True)
        )

    def _shape(self, text: str, *, after_blank: bool) -> _Shaped:
        if after_blank:
            infos, glyphs, places = self.face.shape(" " + text, *self._segment, self._features)
            if len(glyphs) > 1 and infos[1].cluster:
                leans = infos[1].flags & UNSAFE_TO_BREAK
                lean = places[0][2] - self._blank_advance if leans else None
                return _Shaped(infos[1:], glyphs[1:], places[1:], lean, 1)
        return _Shaped(*self.face.shape(text, *self._segment, self._features))

    def _box(self, text: str, shaped: _Shaped, first: int, last: int, start: int = 0) -> Box:
        """Make a box of the glyphs *first* to *last*, which show *text*, the part of the shaped text from *start*."""
        ink = text.rstrip(" ")
        count = len(text) - len(ink)
        glyphs = shaped.glyphs[first : last - count]
        places = shaped.places[first : last - count]
        drift = sum([place[2] for place in shaped.places[last - count : last]]) - count * self._blank_advance
        core, width, codes = self._set(ink, glyphs, places, shaped, first, start)
        lean = shaped.lean if first == 0 else None
        if ink:  # kerns of blanks go into the core, so that all blanks are alike
            core = f"{self._adjust(-(lean or 0))}{core}{self.face.correction(glyphs)}{self._adjust(-drift)}"
            width += (lean or 0) + drift
        return Box(
            text,
            core,
            width,
            count * (self._blank_advance + self.track),
            count,
            frozenset([code.own for code in codes if code.own is not None]),
            tuple([code.extra for code in codes if code.extra is not None]),
            lean is not None,
            shaped.tied(last),
        )

    def _set(
        self, ink: str, glyphs: list[int], places: list[Place], shaped: _Shaped, first: int, start: int
    ) -> tuple[str, float, list[Code]]:
        """Write *glyphs* for *ink*; return core, width and the codes in it."""
        codes = self.face.codes
        if len(glyphs) == len(ink) and not self.track:
            found = [codes[pair] for pair in zip(glyphs, ink, strict=True)]
            if None not in [code.own for code in found]:
                if [code.place for code in found] == places:
                    return "".join([code.spelling for code in found]), sum([place[2] for place in places]), found
                if not any([right or up for right, up, _, _ in places]):  # noqa: C419 # half the time of a generator
                    return *self._kern(found, places), found
        clusters = [cluster - start for cluster in shaped.clusters(first, first + len(glyphs))]
        found = [codes[pair] for pair in zip(glyphs, _shares(ink, clusters), strict=True)]
        return *self._follow(found, places, clusters), found

    def _kern(self, codes: list[Code], places: list[Place]) -> tuple[str, float]:
        """Write glyphs of which only the advances differ from their own: most words are like this."""
        width = 0
        pieces = []
        for code, (_, _, advance, _) in zip(codes, places, strict=True):
            width += advance
            own = code.place[2]
            pieces.append(code.spelling if advance == own else code.spelling + self._adjust(own - advance))
        return "".join(pieces), width

    def _follow(self, codes: list[Code], places: list[Place], clusters: Sequence[int]) -> tuple[str, float]:
        """Write glyphs that kerning or anchors have moved: *pen* is where a viewer stands, *x* where HarfBuzz does."""
        pieces = []
        x = pen = 0.0
        rise = 0
        for index, (code, (right, up, advance, _)) in enumerate(zip(codes, places, strict=True)):
            if up != rise:
                pieces.append(self._rise(up))
                rise = up
            pieces.append(self._adjust(pen - x - right))
            pieces.append(code.spelling)
            pen = x + right + code.place[2] + self.track
            x += advance
            if index + 1 == len(codes) or clusters[index + 1] != clusters[index]:
                x += self.track
        if rise:
            pieces.append(self._rise(0))
        pieces.append(self._adjust(pen - x))
        return "".join(pieces), x

    def _rise(self, up: int) -> str:
        return f">]TJ {up / self.face.upem:.4g} Ts[<"

    def _adjust(self, back: float) -> str:
        """Return what moves the pen back by *back* font units."""
        if not back:
            return ""
        if self._whole and back == (whole := int(back)):
            return f">{whole}<"
        thousandths = f"{back * 1000 / self.face.upem:.2f}".rstrip("0").rstrip(".")
        return "" if thousandths in {"0", "-0"} else f">{thousandths}<"


def _inside_cluster(text: str, seam: int, clusters: Sequence[int]) -> bool:
    """Say whether a glyph stands for characters on both sides of *seam*: a ligature."""
    index = bisect_left(clusters, seam)
    beyond = clusters[index] if index < len(clusters) else len(text)
    return bool(IGNORABLE.sub("", text[seam:beyond]))


def _shares(ink: str, clusters: Sequence[int]) -> list[str]:
    """Return the text of each glyph: the first of a cluster has all of it. What shows nothing is a shown hyphen."""
    starts = sorted(set(clusters))
    text_of = {start: ink[start:end] for start, end in pairwise([*starts, len(ink)])}
    shares = []
    for index, cluster in enumerate(clusters):
        text = text_of[cluster]
        first = index == 0 or clusters[index - 1] != cluster
        shares.append((IGNORABLE.sub("", text) or SOFT_HYPHEN) if first else NO_TEXT)
    return shares


@cache
def shaper(face: Face, direction: str, script: str, language: str, features: Features, track: float) -> Shaper:
    """Return the shaper for these: one a process. *track* in font units."""
    return Shaper(face, direction, script, language, features, track)
