"""Links: text cut where a link begins and ends, and the annotations that make it lead somewhere."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc

from .structure import Indirect
from .text import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        said = "".join(run.text for spot in self.spots for run in spot.line.runs)
        return said.replace("\u00ad", "").strip()


def parts(spots: Iterable[Spot]) -> list[Part]:
    """Cut lines where a link begins or ends; one that goes on in the next line is one part."""
    pieces = [piece for spot in spots for piece in _pieces(spot)]
    return [Part(href, [spot for _, spot in alike]) for href, alike in groupby(pieces, lambda piece: piece[0])]


def _pieces(spot: Spot) -> Iterator[tuple[str | None, Spot]]:
    line, x, y = spot
    if not any(run.href for run in line.runs):
        yield None, spot
        return
    left, end = x - line.lead, x + line.width
    for href, alike in groupby(line.runs, lambda run: run.href):
        runs = tuple(alike)
        width = sum(run.width for run in runs)
        start = max(left, x)  # what hangs outside the measure is no part of the place to click
        shown = max(0.0, min(left + width, end) - start)
        yield href, Spot(replace(line, runs=runs, width=shown, lead=start - left), start, y)
        left += width


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
