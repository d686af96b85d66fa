"""Which boxes make a line.

Ragged: as much as fits, found by bisection over the running widths. Three things better it: a last line is no widow
word, headings are balanced, and, where hyphens are asked for, a line that would end far inside the measure takes a part
of the next word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ..icu import grapheme_breaks
from ..model.placed import TooWide
from .paragraph import Row
from .scripts import IGNORABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .box import Box
    from .itemise import Manner
    from .paragraph import Paragraph
    from .shape import Shaper

_WITHOUT_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_EXACT = 1e-3  # points: far below what anyone sees, far above what adding floats costs
_NARROWER = (0.98, 0.96, 0.94)
_LAST_WORDS = 2
_LEAST_BEFORE_LAST = 0.5  # of the measure
_LAST_SHARE = 0.2
_BALANCE_STEP = 0.25  # points
MOST_HYPHENS = 2
"""Lines in a row that may end with a hyphen: three make a ladder for the eye. Only a word that no line can hold breaks
the rule.
"""
_RAGGED_ZONE = 0.12  # of the measure: a line that leaves less than that free needs no hyphen


class Broken(NamedTuple):
    """Lines of a paragraph, and the words that had to be cut because no line is wide enough for them."""

    rows: tuple[Row, ...]
    overfull: tuple[TooWide, ...] = ()

    def no_worse_than(self, other: Broken) -> bool:
        """Say whether this takes no more lines and cuts no more words."""
        return len(self.rows) <= len(other.rows) and len(self.overfull) <= len(other.overfull)


def ragged(paragraph: Paragraph, width: float, *, hyphens: bool = False) -> Broken:
    """Break into lines of at most *width* points, each as full as can be; with *hyphens* also within words."""
    rows: list[Row] = []
    overfull: dict[int, TooWide] = {}
    start = 0
    rest: Box | None = None
    while start < len(paragraph.boxes):
        row = _fitting(paragraph, start, rest, width)
        part = _hyphenated(paragraph, start, rest, row, width) if hyphens and not (row and _ladder(rows)) else None
        if part is not None:
            row, rest = part
            start += len(row.boxes) - 1
        elif row is None:
            stop = bisect_right(paragraph.stops, start)
            overfull.setdefault(stop, _word(paragraph, stop, width))
            row, start, rest = _cut(paragraph, start, rest, width)
        else:
            start, rest = start + len(row.boxes), None
        rows.append(row)
    return Broken(tuple(rows), tuple(overfull.values()))


def set_ragged(paragraph: Paragraph, width: float, *, hyphens: bool = False) -> Broken:
    """Break ragged, and somewhat narrower where that keeps the last line from being a lone word or a stub.

    A last line has two words and a fifth of the measure if 2, 4 or 6 per cent less width gives it that in as many
    lines; if not, it takes words of the line before, as long as that keeps half the measure.
    """
    broken = ragged(paragraph, width, hyphens=hyphens)
    if len(broken.rows) > 1 and not ends_well(broken, width):
        for share in _NARROWER:
            other = ragged(paragraph, width * share, hyphens=hyphens)
            if other.no_worse_than(broken) and ends_well(other, width):
                return other
        return _with_more_at_the_end(paragraph, broken, width)
    return broken


def _with_more_at_the_end(paragraph: Paragraph, broken: Broken, width: float) -> Broken:
    """Return *broken* with words of the last line but one on the last, as few as give it a good length."""
    *before, row, last = broken.rows
    end = last.start
    if row.hyphenated or paragraph.boxes[end].text != last.boxes[0].text:
        return broken
    for stop in reversed(paragraph.stops):
        if stop <= row.start:
            break
        if stop < end and stop not in {paragraph.stops[index] for index in paragraph.forced}:
            shorter, longer = paragraph.row(row.start, stop), paragraph.row(stop, len(paragraph.boxes))
            if longer.width > width + _EXACT or shorter.width < _LEAST_BEFORE_LAST * width:
                break
            moved = Broken((*before, shorter, longer), broken.overfull)
            if ends_well(moved, width):
                return moved
    return broken


def set_balanced(paragraph: Paragraph, width: float) -> Broken:
    """Break into the fewest lines that *width* allows, then as narrow as they can be."""
    broken = ragged(paragraph, width)
    low = paragraph.offsets[-1] / max(len(broken.rows), 1) / 2  # no line is that short in every one of them
    high = width
    while len(broken.rows) > 1 and high - low > _BALANCE_STEP:
        middle = (low + high) / 2
        other = ragged(paragraph, middle)
        if other.no_worse_than(broken):
            broken, high = other, middle
        else:
            low = middle
    return broken


def good_last_line(words: int, line: float, measure: float) -> bool:
    """Say whether a last line of so many words and points is no lone word and no stub."""
    return words >= _LAST_WORDS and line >= _LAST_SHARE * measure


def ends_well(broken: Broken, width: float) -> bool:
    """Say whether the last of several lines is a good one."""
    last = broken.rows[-1]
    text = "".join([box.text for box in last.boxes])
    words = [box.core for box in last.boxes] if _WITHOUT_BLANKS.search(text) else text.split(" ")
    return good_last_line(len([word for word in words if word]), last.width, width)


def _fitting(paragraph: Paragraph, start: int, rest: Box | None, width: float) -> Row | None:
    """Return the longest line from box *start* that fits, or None where not even the first piece does."""
    origin = paragraph.origin(start)
    if rest is not None:
        origin = paragraph.offsets[start + 1] - (rest.width + rest.blanks) * paragraph.manners[start].scale
    first = bisect_right(paragraph.stops, start)
    last = bisect_right(paragraph.ends, origin + width + _EXACT) - 1
    must = bisect_left(paragraph.forced, first)
    if must < len(paragraph.forced):
        last = min(last, paragraph.forced[must])
    for stop in range(last, first - 1, -1):
        # Edges may be wider than they were in context: a hyphen shows, a kern falls away.
        row = paragraph.row(start, paragraph.stops[stop], rest)
        if row.width <= width + _EXACT:
            return row
    return None


def _ladder(rows: Sequence[Row]) -> bool:
    return len(rows) >= MOST_HYPHENS and all(row.hyphenated for row in rows[-MOST_HYPHENS:])


def _hyphenated(
    paragraph: Paragraph, start: int, rest: Box | None, row: Row | None, width: float
) -> tuple[Row, Box] | None:
    """Return *row* with as much of the next word as fits and what is left of it, or None where it is better without.

    The last word of a paragraph stays whole if it can: what it leaves behind would be a line of its own.
    """
    index = start + (len(row.boxes) if row is not None else 0)
    if row is not None:
        stop = bisect_left(paragraph.stops, index)
        last = index >= len(paragraph.boxes) - 1
        if last or stop in paragraph.forced or row.width > width * (1 - _RAGGED_ZONE):
            return None
    own = rest if index == start else None
    for point in reversed(paragraph.hyphens(index, own)):
        part, left = paragraph.cut(start, index, point, rest)
        if part.width <= width + _EXACT:
            return part, left
    return None


def _word(paragraph: Paragraph, stop: int, width: float) -> TooWide:
    """Return the text up to *stop* from the place before it where a line may end, and how much wider it is."""
    first = paragraph.stops[stop - 1] if stop else 0
    row = paragraph.row(first, paragraph.stops[stop])
    text = "".join([box.text for box in row.boxes])
    return TooWide(IGNORABLE.sub("", text).strip(" "), row.width - width)


def _cut(paragraph: Paragraph, start: int, rest: Box | None, width: float) -> tuple[Row, int, Box | None]:
    """End a line inside a word; return it, and where the next one begins: a box, and what is left of it if cut."""
    stop = paragraph.stops[bisect_right(paragraph.stops, start)]
    boxes = paragraph.boxes[start:stop]
    if rest is not None:
        boxes[0] = rest
    elif boxes[0].leans:
        boxes[0] = _part(paragraph.manners[start].shaper, boxes[0].text)
    room, index = width + _EXACT, 0
    for index, box in enumerate(boxes):  # the last one is cut where only its hyphen is too much
        manner = paragraph.manners[start + index]
        if box.width * manner.scale - manner.track > room:
            break
        room -= (box.width + box.blanks) * manner.scale
    else:
        room += (boxes[-1].width + boxes[-1].blanks) * manner.scale
    text = boxes[index].text
    head = _head(text, manner, room, paragraph.language, at_least_one=index == 0)
    taken = boxes[:index]
    if head:
        taken.append(_part(manner.shaper, text[:head]))
    left = _part(manner.shaper, text[head:]) if 0 < head < len(text) else None
    row = Row(start, tuple(taken), paragraph.extent(start, taken))
    return row, start + index + (head == len(text)), left


def _head(text: str, manner: Manner, room: float, language: str, *, at_least_one: bool) -> int:
    """Return how many characters of *text* to set in *room* points, not all: up to a blank, else whole graphemes."""
    ends = grapheme_breaks(text.rstrip(" "), language)[:-1]

    def width(end: int) -> float:
        return _part(manner.shaper, text[:end]).width * manner.scale - manner.track

    fitting = bisect_right(ends, room, key=width)
    if fitting:
        return text.rfind(" ", 0, ends[fitting - 1] + 1) + 1 or ends[fitting - 1]
    return next(iter(ends), len(text)) if at_least_one else 0


def _part(shaper: Shaper, text: str) -> Box:
    return shaper.glued((text,), after_blank=False)[0]
