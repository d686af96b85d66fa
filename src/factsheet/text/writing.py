"""Glyphs of a piece to its core: written as HarfBuzz has placed them, and so that whoever copies them gets the text.

From left to right the first glyph of a cluster carries its text, if the glyphs are not its characters one by one.

From right to left readers turn round what they find, glyph by glyph. So each glyph carries one character: a ligature
the last of its characters, and invisible glyphs without an advance, spread over it, the others. Readers turn brackets
round as well, as Unicode mirrors them; so a bracket carries what it looks like.

Marks that are raised or stacked, and from right to left the dots that some faces keep apart from their letters, are no
part of a core: they are painted as outlines after the text. As glyphs they would stand out of order, or be taken for
the start of another line, and the word would be torn.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .bidi import MIRRORED
from .scripts import IGNORABLE, SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .box import Late
    from .codes import Code, Place
    from .face import Face

NO_TEXT = "\u2060"
"""Text of a glyph whose text another glyph carries: an entry in ToUnicode there must be (ISO 14289-1, 7.21.7), and this
one shows and says nothing.
"""


STACKED = frozenset({"Khmr", "Lana", "Laoo", "Mymr", "Thai"})
"""Scripts whose signs stand over and under the letter before them: readers sort them out of order."""


class Written(NamedTuple):
    """A core, its width in font units, the codes in it, the glyphs painted in it, and what is painted later."""

    core: str
    width: float
    codes: list[Code]
    painted: list[int]
    late: tuple[Late, ...] = ()


class Writer:
    """Writes glyphs of one face; *track* in font units after each cluster."""

    def __init__(self, face: Face, track: float, script: str) -> None:
        """Keep what cores depend on."""
        self.face = face
        self.track = track
        self._stacked = script in STACKED
        self._whole = face.upem == 1000

    def write(self, ink: str, glyphs: list[int], places: list[Place], clusters: Sequence[int] | None) -> Written:
        """Write glyphs that show *ink* from left to right; without *clusters* each glyph is a character of its own."""
        codes = self.face.codes
        if len(glyphs) == len(ink) and not self.track:
            found = [codes[pair] for pair in zip(glyphs, ink, strict=True)]
            if None not in [code.own for code in found]:
                if [code.place for code in found] == places:
                    core = "".join([code.spelling for code in found])
                    return Written(core, sum([place[2] for place in places]), found, glyphs)
                if not any([right or up for right, up, _, _ in places]):  # noqa: C419 # half the time of a generator
                    return Written(*self._kern(found, places), found, glyphs)
        return self._follow(ink, glyphs, places, list(range(len(glyphs))) if clusters is None else clusters)

    def _kern(self, codes: list[Code], places: list[Place]) -> tuple[str, float]:
        """Write glyphs of which only the advances differ from their own: most words are like this."""
        width = 0
        pieces = []
        for code, (_, _, advance, _) in zip(codes, places, strict=True):
            width += advance
            own = code.place[2]
            pieces.append(code.spelling if advance == own else code.spelling + self.adjust(own - advance))
        return "".join(pieces), width

    def _follow(self, ink: str, glyphs: list[int], places: list[Place], clusters: Sequence[int]) -> Written:
        """Write glyphs that kerning or anchors have moved: *pen* is where a viewer stands, *x* where HarfBuzz does."""
        pieces: list[str] = []
        codes: list[Code] = []
        late: list[Late] = []
        x = pen = 0.0
        for first, last, text in _clusters(ink, clusters):
            body = [first] if last == first + 1 else self._body(places, first, last)
            shares = _shares(text, len(body))
            for index in range(first, last):
                right, up, advance, _ = places[index]
                if index in body:
                    code = self.face.codes[glyphs[index], shares[body.index(index)]]
                    codes.append(code)
                    pieces += [self._raised(up), self.adjust(pen - x - right), code.spelling, self._lowered(up)]
                    pen = x + right + code.place[2] + self.track
                else:
                    late.append((x + right, up, glyphs[index]))
                x += advance
            x += self.track
        pieces.append(self.adjust(pen - x))
        return Written("".join(pieces), x, codes, [code.glyph for code in codes], tuple(late))

    def _body(self, places: Sequence[Place], first: int, last: int) -> list[int]:
        """Return which glyphs of a cluster stand on the line, all but marks that are raised or stacked."""
        if self._stacked:
            return [i for i in range(first, last) if places[i][2] and not places[i][1]] or [first]
        return [i for i in range(first, last) if not places[i][1]] or [first]

    def write_leftward(self, ink: str, glyphs: list[int], places: list[Place], clusters: Sequence[int]) -> Written:
        """Write glyphs that show *ink* from right to left; all are in the order of the text, as *clusters* rise."""
        starts = sorted(set(clusters))
        text_of = {start: ink[start:end] for start, end in pairwise([*starts, len(ink)])}
        pieces: list[str] = []
        codes: list[Code] = []
        late: list[Late] = []
        x = pen = 0.0
        end = len(glyphs)
        while end:
            start = end - 1
            while start and clusters[start - 1] == clusters[end - 1]:
                start -= 1
            cluster = list(zip(glyphs[start:end], places[start:end], strict=True))[::-1]  # as it is seen
            x, pen = self._cluster(text_of[clusters[start]], cluster, x, pen, pieces, codes, late)
            end = start
        pieces.append(self.adjust(pen - x))
        painted = [code.glyph for code in codes]
        return Written("".join(pieces), x, codes, painted, tuple(late))

    def _cluster(
        self,
        text: str,
        glyphs: list[tuple[int, Place]],
        x: float,
        pen: float,
        pieces: list[str],
        codes: list[Code],
        late: list[Late],
    ) -> tuple[float, float]:
        """Write the glyphs of one cluster; return where HarfBuzz and a viewer stand after it."""
        text = IGNORABLE.sub("", text) or NO_TEXT
        body = [index for index, (_, place) in enumerate(glyphs) if place[2]] or [len(glyphs) - 1]
        shares, hidden = _leftward_shares(text, len(body))
        left = x
        for index, (glyph, (right, up, advance, _)) in enumerate(glyphs):
            if index in body:
                code = self.face.codes[glyph, self._seen(glyph, shares[body.index(index)])]
                codes.append(code)
                pieces += [self._raised(up), self.adjust(pen - x - right), code.spelling, self._lowered(up)]
                pen = x + right + code.place[2]
            else:
                late.append((x + right, up, glyph))
            x += advance
        blank = self.face.glyph_of(" ")
        for count, character in enumerate(hidden, 1):  # in one place they would be taken for one another
            code = self.face.codes[blank, character]
            away = (x - left) * (len(hidden) - count) / (len(hidden) + 1)
            at = x - away
            pieces += [self.adjust(pen - at), code.spelling]
            codes.append(code)
            pen = at + code.place[2]
        return x, pen

    def _seen(self, glyph: int, text: str) -> str:
        """Return what a mirrored bracket looks like, else *text*."""
        mirrored = MIRRORED.get(text, "")
        return mirrored if mirrored and self.face.text_of(glyph) == mirrored else text

    def _raised(self, up: int) -> str:
        return f">]TJ {up / self.face.upem:.4g} Ts[<" if up else ""

    def _lowered(self, up: int) -> str:
        return ">]TJ 0 Ts[<" if up else ""

    def adjust(self, back: float) -> str:
        """Return what moves the pen back by *back* font units."""
        if not back:
            return ""
        if self._whole and back == (whole := int(back)):
            return f">{whole}<"
        thousandths = f"{back * 1000 / self.face.upem:.2f}".rstrip("0").rstrip(".")
        return "" if thousandths in {"0", "-0"} else f">{thousandths}<"


def _clusters(ink: str, clusters: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Yield (first glyph, past the last one, text that is seen) in order; what shows nothing is a hyphen."""
    first = 0
    for start, end in pairwise([*sorted(set(clusters)), len(ink)]):
        last = first + clusters.count(start)
        yield first, last, IGNORABLE.sub("", ink[start:end]) or SOFT_HYPHEN
        first = last


def _shares(text: str, count: int) -> list[str]:
    """Return what each of *count* glyphs of a cluster carries."""
    return list(text) if count == len(text) else [text, *[NO_TEXT] * (count - 1)]


def _leftward_shares(text: str, count: int) -> tuple[list[str], str]:
    """Return what each of *count* glyphs carries, in the order in which they are seen, and what goes on hidden ones."""
    if count == 1:
        return [text[-1]], text[-2::-1] if len(text) > 1 else ""
    if count == len(text):
        return list(text[::-1]), ""
    return [*[NO_TEXT] * (count - 1), text], ""
