"""Boxes of one line to a GlyphLine."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ..model.drawing import GlyphLine, GlyphRun
from .bidi import visual_order
from .blanks import stretchable, stretched
from .box import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.placed import TooWide
    from ..model.style import Style
    from .face import Face
    from .itemise import Manner
    from .paragraph import Paragraph, Row
    from .shape import Shaper


class Lines(tuple[GlyphLine, ...]):
    """Set lines.

    Attributes:
        overfull: words that no line was wide enough for; they are cut between letters. Nothing is lost, but it looks
            wrong, so whoever places the lines makes a problem of it.
    """

    overfull: tuple[TooWide, ...]

    def __new__(cls, lines: Iterable[GlyphLine] = (), overfull: tuple[TooWide, ...] = ()) -> Lines:
        """Join *lines*."""
        made = super().__new__(cls, lines)
        made.overfull = overfull
        return made


def set_row(paragraph: Paragraph, row: Row) -> GlyphLine:
    """Return one row of *paragraph* as a line. The blanks at its end are set, and hang outside its width."""
    boxes: Sequence[Box] = row.boxes
    manners: Sequence[Manner] = paragraph.manners[row.start : row.start + len(row.boxes)]
    order: Sequence[int] = range(len(boxes))
    lead = 0.0
    if paragraph.directed:
        boxes, manners, lead = _hung(boxes, manners, paragraph.level)
        order = visual_order([manner.level for manner in manners])
    slack = 0.0 if row.measure is None else row.measure - row.width
    runs = _runs(boxes, manners, order, slack)
    text = "".join([box.text for box in boxes])
    missing = tuple([character for character in paragraph.missing if character in text])
    return GlyphLine(
        runs,
        row.width + slack,
        text,
        max([run.face.ascent * run.size for run in runs], default=0.0),
        min([run.face.descent * run.size for run in runs], default=0.0),
        lead,
        missing,
    )


def _hung(boxes: Sequence[Box], manners: Sequence[Manner], level: int) -> tuple[Sequence[Box], Sequence[Manner], float]:
    """Return a line whose last blanks are at the level of its paragraph (UAX #9, L1), and how much hangs at its left.

    Blanks after the last word belong to its box; they become one of their own, since they may go elsewhere.
    """
    count = len(boxes)
    while count and not boxes[count - 1].core:
        count -= 1
    ends = count and boxes[count - 1].blank_count
    if not ends and count == len(boxes):
        return boxes, manners, 0.0
    kept, levels = [*boxes[:count]], [*manners[:count]]
    hanging = [*zip(boxes[count:], manners[count:], strict=True)]
    if ends:
        box = kept[-1]
        kept[-1] = box._replace(text=box.text[:-ends], blanks=0.0, blank_count=0)
        hanging.insert(0, (Box(" " * ends, "", 0.0, box.blanks, ends, frozenset(), ()), levels[-1]))
    width = sum([box.blanks * manner.scale for box, manner in hanging])
    levels += [manner if manner.level == level else manner._replace(level=level) for _, manner in hanging]
    return (*kept, *[box for box, _ in hanging]), levels, width if level & 1 else 0.0


def empty_line(face: Face, style: Style) -> GlyphLine:
    """Return a line with nothing on it, as high as its style."""
    return GlyphLine((), 0.0, "", face.ascent * style.size, face.descent * style.size)


def _runs(boxes: Sequence[Box], manners: Sequence[Manner], order: Sequence[int], slack: float) -> tuple[GlyphRun, ...]:
    """Return the runs of a line as they are seen; its blanks share *slack*, each by its width; last ones stay."""
    points = [0.0] * len(boxes)
    last, ratio = len(boxes), 0.0
    if slack:
        points = stretchable(boxes, manners)
        ratio, last = slack / sum(points), max(index for index, box in enumerate(boxes) if box.core)
    runs = []
    for manner, alike in groupby(order, manners.__getitem__):
        indices = list(alike)
        if slack:
            cores = [stretched(boxes[i], manner.shaper, ratio, hangs=i >= last) for i in indices]
        else:
            cores = [_with_blanks(boxes[i], manner.shaper) for i in indices]
        runs.append(_run(manner, [boxes[i] for i in indices], cores, [ratio * points[i] for i in indices]))
    return tuple(runs)


def _with_blanks(box: Box, shaper: Shaper) -> str:
    if not box.blank_count:
        return box.core
    blanks = shaper.blank * box.blank_count
    return blanks + box.core if shaper.leftward else box.core + blanks


def _run(manner: Manner, boxes: Sequence[Box], cores: Sequence[str], wider: Sequence[float]) -> GlyphRun:
    shaper, scale = manner.shaper, manner.scale
    if len(boxes) == 1:
        (box,), core = boxes, cores[0]
        glyphs, extras, text = box.glyphs, box.extras, box.text
        width = (box.width + box.blanks) * scale + wider[0]
        blank, late = bool(box.blank_count), bool(box.late)
    else:
        core = "".join(cores)
        glyphs = frozenset().union(*[box.glyphs for box in boxes])
        extras = tuple(dict.fromkeys([extra for box in boxes for extra in box.extras]))
        texts = [box.text for box in boxes]
        text = "".join(texts[::-1] if manner.level & 1 else texts)
        width = sum([box.width + box.blanks for box in boxes]) * scale + sum(wider)
        blank, late = any([box.blank_count for box in boxes]), any([box.late for box in boxes])  # noqa: C419 # faster
    if blank:
        glyphs |= {shaper.blank_glyph}
    marks = _late(manner, boxes, wider) if late else ()
    size, colour, track, href = manner.size, manner.colour, manner.track, manner.href
    return GlyphRun(shaper.face, size, colour, core, glyphs, extras, width, 0.0, track, href, text, marks)


def _late(manner: Manner, boxes: Sequence[Box], wider: Sequence[float]) -> tuple[tuple[float, float, int], ...]:
    """Return the marks that are painted after the glyphs of the line, in em from the left end of these boxes."""
    upem, leftward = manner.shaper.face.upem, manner.shaper.leftward
    marks = []
    x = 0.0  # font units
    for box, points in zip(boxes, wider, strict=True):
        blanks = box.blanks + points / manner.scale
        start = x + blanks if leftward else x
        marks += [((start + dx) / upem, dy / upem, glyph) for dx, dy, glyph in box.late]
        x += box.width + blanks
    return tuple(marks)
