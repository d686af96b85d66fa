"""Boxes of one line to a GlyphLine."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from ..model.drawing import GlyphLine, GlyphRun
from .blanks import stretchable, stretched

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.style import Style
    from .box import Box
    from .face import Face
    from .itemise import Manner
    from .paragraph import Paragraph, Row


class Lines(tuple[GlyphLine, ...]):
    """Set lines.

    Attributes:
        overfull: words that no line was wide enough for; they are cut between letters. Nothing is lost, but it looks
            wrong, so whoever places the lines makes a problem of it.
    """

    overfull: tuple[str, ...]

    def __new__(cls, lines: Iterable[GlyphLine] = (), overfull: tuple[str, ...] = ()) -> Lines:
        """Join *lines*."""
        made = super().__new__(cls, lines)
        made.overfull = overfull
        return made


def set_row(paragraph: Paragraph, row: Row) -> GlyphLine:
    """Return one row of *paragraph* as a line. The blanks at its end are set, and hang outside its width."""
    manners = paragraph.manners[row.start : row.start + len(row.boxes)]
    slack = 0.0 if row.measure is None else row.measure - row.width
    if not slack:
        pairs = zip(row.boxes, manners, strict=True)
        runs = tuple([_run(manner, [box for box, _ in alike]) for manner, alike in groupby(pairs, itemgetter(1))])
    else:
        runs = _stretched_runs(row.boxes, manners, slack)
    text = "".join([box.text for box in row.boxes])
    missing = tuple([character for character in paragraph.missing if character in text])
    return GlyphLine(
        runs,
        row.width + slack,
        text,
        max([run.face.ascent * run.size for run in runs], default=0.0),
        min([run.face.descent * run.size for run in runs], default=0.0),
        missing=missing,
    )


def empty_line(face: Face, style: Style) -> GlyphLine:
    """Return a line with nothing on it, as high as its style."""
    return GlyphLine((), 0.0, "", face.ascent * style.size, face.descent * style.size)


def _stretched_runs(boxes: Sequence[Box], manners: Sequence[Manner], slack: float) -> tuple[GlyphRun, ...]:
    """Return the runs of a line whose blanks share *slack*, each by its width; those at the line's end stay."""
    points = stretchable(boxes, manners)
    ratio, last = slack / sum(points), max(index for index, box in enumerate(boxes) if box.core)
    runs = []
    for manner, alike in groupby(range(len(boxes)), manners.__getitem__):
        indices = list(alike)
        cores = [stretched(boxes[i], manner.shaper, ratio, hangs=i >= last) for i in indices]
        run = _run(manner, [boxes[i] for i in indices])
        wider = ratio * sum([points[i] for i in indices])
        runs.append(replace(run, core="".join(cores), width=run.width + wider))
    return tuple(runs)


def _run(manner: Manner, boxes: Sequence[Box]) -> GlyphRun:
    shaper = manner.shaper
    blank = shaper.blank
    glyphs = frozenset().union(*[box.glyphs for box in boxes])
    if any([box.blank_count for box in boxes]):  # noqa: C419 # half the time of a generator
        glyphs |= {shaper.blank_glyph}
    return GlyphRun(
        shaper.face,
        manner.size,
        manner.colour,
        "".join([box.core + blank * box.blank_count for box in boxes]),
        glyphs,
        tuple(dict.fromkeys([extra for box in boxes for extra in box.extras])),
        sum([box.width + box.blanks for box in boxes]) * manner.scale,
        track=manner.track,
        href=manner.href,
        text="".join([box.text for box in boxes]),
    )
