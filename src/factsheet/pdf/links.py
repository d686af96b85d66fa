"""Links: text cut where a link begins and ends, and the annotations that make it lead somewhere."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc

from .structure import Indirect
from .text import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.drawing import GlyphLine

Dictionary, Array, Text = pdfdoc.PDFDictionary, pdfdoc.PDFArray, pdfdoc.PDFString

PRINTED = 4  # flag of an annotation that is printed (ISO 32000-1, table of annotation flags); PDF/A wants it set
_URI = "%:/?#[]@!$&'()*+,;="  # characters of RFC 3986 that stay as they are


class Part(NamedTuple):
    """Consecutive text of one link, or of none."""

    href: str | None
    spots: list[Spot]

    @property
    def text(self) -> str:
        """What it says, without the hyphens that end its lines."""
        said = "".join(spot.line.text for spot in self.spots)
        return said.replace("\u00ad", "").strip()


def parts(spots: Iterable[Spot]) -> list[Part]:
    """Cut lines where a link begins or ends; one that goes on in the next line is one part.

    The parts come as they are read, which in a line from right to left is not as they lie.
    """
    pieces = [piece for spot in spots for piece in _pieces(spot)]
    return [Part(href, [spot for _, spot in alike]) for href, alike in groupby(pieces, lambda piece: piece[0])]


def _pieces(spot: Spot) -> Iterator[tuple[str | None, Spot]]:
    line, x, y = spot
    if not any(run.href for run in line.runs):
        yield None, spot
        return
    lefts = list(accumulate((run.width for run in line.runs), initial=x - line.lead))
    for href, alike in groupby(_as_read(line), lambda index: line.runs[index].href):
        for indices in _side_by_side(list(alike)):
            first, last = min(indices), max(indices)
            start = max(lefts[first], x)  # what hangs outside the measure is no part of the place to click
            shown = max(0.0, min(lefts[last + 1], x + line.width) - start)
            said = "".join(line.runs[index].text for index in indices)
            piece = replace(line, runs=line.runs[first : last + 1], width=shown, text=said, lead=start - lefts[first])
            yield href, Spot(piece, start, y)


def _as_read(line: GlyphLine) -> list[int]:
    """Return the indexes of the runs of *line*, which lie in visual order, in the order of its text."""
    left, found, at = list(range(len(line.runs))), [], 0
    if "".join(run.text for run in line.runs) == line.text:
        return left
    while left:  # from the right: of two runs that say the same, that one is read first
        fits = [index for index in reversed(left) if line.text.startswith(line.runs[index].text, at)]
        index = max(fits or left[-1:], key=lambda i: len(line.runs[i].text))
        left.remove(index)
        found.append(index)
        at += len(line.runs[index].text)
    return found


def _side_by_side(indices: list[int]) -> Iterator[list[int]]:
    """Yield runs of one link that lie beside each other; they are in the order in which they are read."""
    part: list[int] = []
    for index in indices:
        if part and index not in (min(part) - 1, max(part) + 1):
            yield part
            part = []
        part.append(index)
    if part:
        yield part


def annotation(href: str, spots: Iterable[Spot], text: str) -> Any:
    """Return a link annotation over *spots*; its StructParent is set when the structure tree is made.

    /Contents says the text and where it leads (ISO 14289-1, 7.18.5); /QuadPoints keeps the parts of a link on several
    lines apart (ISO 32000-1, 12.5.6.5).
    """
    quads = [_quad(spot) for spot in spots]
    xs, ys = [x for quad in quads for x in quad[::2]], [y for quad in quads for y in quad[1::2]]
    return Indirect(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": Array([min(xs), min(ys), max(xs), max(ys)]),
            "QuadPoints": Array([value for quad in quads for value in quad]),
            "Border": Array([0, 0, 0]),
            "F": PRINTED,
            "Contents": Text(text if text == href else f"{text} ({href})"),
            "A": Dictionary({"S": "/URI", "URI": Text(quote(href, safe=_URI))}),
        }
    )


def _quad(spot: Spot) -> list[float]:
    """Upper left, upper right, lower left, lower right: the order that readers expect, whatever the standard draws."""
    line, x, y = spot
    left, right = round(x, 2), round(x + line.width, 2)
    upper, lower = round(y + line.ascent, 2), round(y + line.descent, 2)
    return [left, upper, right, upper, left, lower, right, lower]
