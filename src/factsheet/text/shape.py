"""Words to boxes: shaped by HarfBuzz once, kept for the life of the process."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from .box import Box
from .ideographs import IDEOGRAPHIC, spaced
from .scripts import ALONE, IGNORABLE, JOINING, SOFT_HYPHEN
from .writing import NO_TEXT, Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .codes import Place
    from .face import Face, Features
    from .ideographs import Spaced
    from .writing import Written

UNSAFE_TO_BREAK = 1  # HB_GLYPH_FLAG_UNSAFE_TO_BREAK
_MOST_BOXES = 50_000  # 25 to 35 MB


class _Shaped(NamedTuple):
    """Glyphs in the order of their text, clusters rising.

    *lean* is the kern with a blank set before it; None if there is no bond.
    """

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
        leftward: whether cores run from right to left.
        ideographic: whether the script is set in squares.
        alone: whether no piece changes with what is set beside it.
        contextual: whether shapes or spaces depend on neighbours in other styles.
        first: word -> Box as it stands where there is no blank before it.
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
        self.leftward = direction == "rtl"
        self.script = script
        self.ideographic = script in IDEOGRAPHIC
        self.alone = script in ALONE
        self.contextual = script in JOINING or self.ideographic
        self.first = _First(self)
        self._writer = Writer(face, track, script)
        self._segment = (direction, script, language)
        self._features = dict(features)
        self._glued: dict[tuple[tuple[str, ...], bool, bool, str, str], tuple[Box, ...]] = {}

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

    def forget(self) -> None:
        """Let go of every word."""
        self.clear()
        self.first.clear()
        self._glued.clear()

    def glued(
        self, pieces: tuple[str, ...], *, after_blank: bool, hyphen: bool = False, before: str = "", after: str = ""
    ) -> tuple[Box, ...]:
        """Return a box for each of *pieces*, shaped as one text.

        Args:
            pieces: texts between which there is no blank, only a place to break or a change of colour.
            after_blank: whether a blank of the same shaper stands before them.
            hyphen: show the soft hyphen at their end.
            before: letters of another style that they join on to, or what their spaces depend on (ideographs).
            after: likewise what follows them.
        """
        key = (pieces, after_blank, hyphen, before, after)
        boxes = self._glued.get(key)
        if boxes is None:
            if len(self._glued) >= _MOST_BOXES:
                self._glued.clear()
            boxes = self._glued[key] = self._glue(*key)
        return boxes

    def _glue(
        self, pieces: tuple[str, ...], after_blank: bool, hyphen: bool, before: str, after: str
    ) -> tuple[Box, ...]:
        text = "".join(pieces)
        shown = text[: -len(SOFT_HYPHEN)] + self.face.hyphen if hyphen and self.face.hyphen else text
        if self.ideographic:
            shaped = self._shape(shown, after_blank=after_blank)
            (piece,) = pieces
            return (self._box(piece, shaped, 0, len(shaped.glyphs), 0, before, after),)
        shaped = self._shape(shown, after_blank=after_blank, before=before, after=after)
        if len(pieces) == 1:
            return (self._box(text, shaped, 0, len(shaped.glyphs)),)
        clusters = shaped.clusters()
        starts = [0, *accumulate(map(len, pieces))]
        torn = [count for count, start in enumerate(starts[1:-1], 1) if _inside_cluster(text, start, clusters)]
        if torn:
            return self._torn(pieces, [0, *torn, len(pieces)], after_blank, hyphen, before, after)
        return tuple(
            self._box(piece, shaped, bisect_left(clusters, start), bisect_left(clusters, end), start)
            for piece, (start, end) in zip(pieces, pairwise(starts), strict=True)
        )

    def _torn(
        self, pieces: tuple[str, ...], seams: Sequence[int], after_blank: bool, hyphen: bool, before: str, after: str
    ) -> tuple[Box, ...]:
        """Shape what stands between *seams* by itself: ligatures lie over them."""
        count = len(pieces)
        return tuple(
            box
            for first, last in pairwise(seams)
            for box in self._glue(
                pieces[first:last],
                after_blank and not first,
                hyphen and last == count,
                before if not first else "",
                after if last == count else "",
            )
        )

    def _shape(self, text: str, *, after_blank: bool, before: str = "", after: str = "") -> _Shaped:
        if after_blank:
            infos, glyphs, places = self._shaped(" " + text, "", after)
            if len(glyphs) > 1 and infos[1].cluster:
                leans = infos[1].flags & UNSAFE_TO_BREAK
                lean = places[0][2] - self._blank_advance if leans else None
                return _Shaped(infos[1:], glyphs[1:], places[1:], lean, 1)
        return _Shaped(*self._shaped(text, before, after), offset=len(before))

    def _shaped(self, text: str, before: str, after: str) -> tuple[Sequence[Any], list[int], list[Place]]:
        """Return what HarfBuzz makes of *text*, in the order of the text."""
        shaped = self.face.shape(text, *self._segment, self._features, before, after)
        if not self.leftward:
            return shaped
        infos, glyphs, places = shaped
        return infos[::-1], glyphs[::-1], places[::-1]

    def _box(
        self, text: str, shaped: _Shaped, first: int, last: int, start: int = 0, before: str = "", after: str = ""
    ) -> Box:
        """Make a box of the glyphs *first* to *last*, which show *text*, the part of the shaped text from *start*."""
        ink = text.rstrip(" ")
        count = len(text) - len(ink)
        glyphs = shaped.glyphs[first : last - count]
        places = shaped.places[first : last - count]
        drift = sum([place[2] for place in shaped.places[last - count : last]]) - count * self._blank_advance
        lean = shaped.lean if first == 0 else None
        sides = None
        if self.ideographic and ink and len(glyphs) == len(ink):
            sides = spaced(self.face, ink, places, before, after if not count else "")
            places = sides.places
        written = self._written(ink, glyphs, places, shaped, first, start)
        box = self._edged(written, ink, lean or 0, drift, sides)._replace(
            text=text,
            blanks=count * (self._blank_advance + self.track),
            blank_count=count,
            leans=lean is not None,
            tied=shaped.tied(last),
        )
        return box if sides is None else box._replace(lead=sides.lead, hang=0.0 if count else sides.hang)

    def _written(
        self, ink: str, glyphs: list[int], places: list[Place], shaped: _Shaped, first: int, start: int
    ) -> Written:
        """Write *glyphs*; their clusters are read only where they may not be one for each character."""
        plain = not self.leftward and not self.track and len(glyphs) == len(ink)
        if plain and not any([right or up for right, up, _, _ in places]):  # noqa: C419 # half the time of a generator
            return self._writer.write(ink, glyphs, places, None)
        clusters = [cluster - start for cluster in shaped.clusters(first, first + len(glyphs))]
        write = self._writer.write_leftward if self.leftward else self._writer.write
        return write(ink, glyphs, places, clusters)

    def _edged(self, written: Written, ink: str, kern: float, drift: float, sides: Spaced | None) -> Box:
        """Return a box of what is written. Kerns of blanks go into its core, so that all blanks are alike."""
        core, width, codes, painted, late = written
        extras = [code.extra for code in codes if code.extra is not None]
        shift = drift if self.leftward else kern
        if ink:
            before, after = self._writer.adjust(-kern), self._writer.adjust(-drift)
            if self.leftward:
                before, after = after, before
            core = f"{before}{core}{self.face.correction(painted)}{after}"
            width += kern + drift
        if sides is not None and (sides.before or sides.after):
            gap = self.face.codes[self.blank_glyph, NO_TEXT]
            extras += [gap.extra] if gap.extra else []
            left, right = (
                gap.spelling + self._writer.adjust(gap.place[2] - wide) if wide else ""
                for wide in (sides.before, sides.after)
            )
            core = left + core + right
            width += sides.before + sides.after
            shift += sides.before
        return Box(
            ink,
            core,
            width,
            0.0,
            0,
            frozenset([code.own for code in codes if code.own is not None]),
            tuple(extras),
            late=tuple([(x + shift, y, glyph) for x, y, glyph in late]) if late else (),
        )


class _First(dict[str, Box]):
    """word -> Box where no blank is set before it."""

    def __init__(self, shaper: Shaper) -> None:
        super().__init__()
        self._shaper = shaper

    def __missing__(self, word: str) -> Box:
        if len(self) >= _MOST_BOXES:
            self.clear()
        (box,) = self._shaper.glued((word,), after_blank=False)
        self[word] = box
        return box


def _inside_cluster(text: str, seam: int, clusters: Sequence[int]) -> bool:
    """Say whether a glyph stands for characters on both sides of *seam*: a ligature."""
    index = bisect_left(clusters, seam)
    beyond = clusters[index] if index < len(clusters) else len(text)
    return bool(IGNORABLE.sub("", text[seam:beyond]))
