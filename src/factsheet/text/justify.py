"""Justified lines: all breaks of a paragraph are weighed together, as Knuth and Plass do it (1981).

Every way to break it costs something: spaces far from their own width, hyphens, a last line that is a word or a stub.
The cheapest way is taken; hyphens are looked for only where without them spaces would have to stretch far. Where a line
cannot be had with spaces in range, they stretch as far as they may, and the line ends a little short. Where many lines
would, the measure is too narrow for the words, and the paragraph is ragged.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from .blanks import inner_blanks, outer_blanks, stretchable
from .breaking import MOST_HYPHENS, Broken, ends_well, good_last_line, set_ragged
from .scripts import HYPHENS, SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .box import Box
    from .paragraph import Paragraph, Row

SHRINK, STRETCH = 0.25, 0.6
"""How much narrower and wider than its own width a word space may be: 0.75 to 1.6 of it."""

WELL = 0.4
"""How far spaces may stretch before hyphens are looked for."""

_MARGIN = 0.02  # kept by the search: the edges of a line are shaped anew, which moves its width a little
_HYPHEN, _HYPHENS_IN_A_ROW, _HYPHEN_BEFORE_LAST = 3_600.0, 3_000.0, 5_000.0
_BAD_LAST_LINE = 1e7  # more than all else together
_SHORT, _SHORTER = 1e5, 1e8  # of a line that ends short at all, and by the square of the share of the measure
_SHORTEST, _SHORT_LINES = 0.03, 0.25  # of the measure that may be missing, and of the lines that may end short
_EXACT = 1e-3  # points


class _Place(NamedTuple):
    """A place where a line may end: after a box, or within it after *point* characters.

    Attributes:
        end: points before the end of a line that ends here; *blanks*, those of them that can stretch.
        start: points before a line that starts here; *left*, those of them that can stretch.
        hyphen: whether a hyphen is seen there.
        forced: whether a line must end there.
    """

    box: int
    point: int
    end: float
    blanks: float
    start: float
    left: float
    hyphen: bool = False
    forced: bool = False


class _Node(NamedTuple):
    """The cheapest way to a place, by the number of lines in a row that end with a hyphen."""

    place: _Place | None = None
    start: float = 0.0
    left: float = 0.0
    cost: float = 0.0
    hyphens: int = 0
    before: _Node | None = None


def set_justified(paragraph: Paragraph, width: float, *, hyphens: bool = False) -> Broken:
    """Break into lines of *width* points; the last one, and one that a line end closes, keep their own length.

    With *hyphens* also within words.
    """
    node = _best(paragraph, width, hyphens=hyphens)
    if node is None:
        return set_ragged(paragraph, width, hyphens=hyphens)
    rows = [filled(paragraph, row, width) for row in _rows(paragraph, node)]
    short = sum(row.measure is not None and row.measure < width - _EXACT for row in rows)
    if short > _SHORT_LINES * len(rows):
        return set_ragged(paragraph, width, hyphens=hyphens)
    if node.cost >= _BAD_LAST_LINE and ends_well(ragged := set_ragged(paragraph, width, hyphens=hyphens), width):
        return ragged
    return Broken(tuple(rows))


def _best(paragraph: Paragraph, width: float, *, hyphens: bool) -> _Node | None:
    """Return the first of three searches that ends well, each with more freedom, else the cheapest they found."""
    found: list[_Node] = []
    places = _places(paragraph)
    for index, (stretch, short) in enumerate(((WELL, 0.0), (STRETCH, 0.0), (STRETCH, _SHORTEST * width))):
        if hyphens and index == 1:
            places = _places(paragraph, hyphens=True)
        node = _cheapest(places, width, stretch, short)
        if node is not None:
            found.append(node)
            if node.cost < _BAD_LAST_LINE:
                break
    return min(found, key=lambda node: node.cost, default=None)


def _places(paragraph: Paragraph, *, hyphens: bool = False) -> list[_Place]:
    """Return the places in order; the last one is the end of the paragraph."""
    boxes, manners = paragraph.boxes, paragraph.manners
    inner = [inner_blanks(box, manner) for box, manner in zip(boxes, manners, strict=True)]
    trailing = [outer_blanks(box, manner) for box, manner in zip(boxes, manners, strict=True)]
    before = [0.0, *accumulate(a + b for a, b in zip(inner, trailing, strict=True))]
    forced = {len(boxes), *_closed(paragraph)}
    places: list[_Place] = []
    first, shown = 0, 0.0  # stretchable points before the end of the last ink
    for stop, end in zip(paragraph.stops, paragraph.ends, strict=True):
        for index in range(first, stop):
            if hyphens and stop < len(boxes):  # the last word stays whole
                places += _within(paragraph, index, before[index])
            if boxes[index].core:
                shown = before[index] + inner[index]
        hyphen = stop < len(boxes) and boxes[stop - 1].text.endswith(HYPHENS)
        soft = hyphen and boxes[stop - 1].text.endswith(SOFT_HYPHEN)
        reach = paragraph.offsets[stop - 1] + paragraph.row(stop - 1, stop).width if soft else end
        places.append(
            _Place(stop - 1, 0, reach, shown, paragraph.origin(stop), before[stop], hyphen, forced=stop in forced)
        )
        first = stop
    return places


def _within(paragraph: Paragraph, index: int, blanks: float) -> Iterator[_Place]:
    """Yield the places within a box, by the widths that its parts have on their own."""
    manner = paragraph.manners[index]
    for point in paragraph.hyphens(index):
        part, left = paragraph.cut(index, index, point)
        inside = blanks + inner_blanks(part.boxes[0], manner)
        start = paragraph.offsets[index + 1] - (left.width + left.blanks) * manner.scale
        yield _Place(index, point, paragraph.offsets[index] + part.width, inside, start, inside, hyphen=True)


def _cheapest(places: Sequence[_Place], width: float, stretch: float, short: float = 0.0) -> _Node | None:
    """Return the end of the cheapest chain of lines, or None where there is none.

    Spaces stretch by *stretch* of their width at most; lines may end *short* of the measure by so many points.
    """
    active = [_Node()]
    for place in places:
        found: dict[int, _Node] = {}
        gone = 0
        for node in active:
            slack = width - (place.end - node.start)
            room = place.blanks - node.left
            if slack < -(SHRINK - _MARGIN) * room - _EXACT:
                gone += not place.hyphen
                continue
            missing = 0.0 if place.forced else slack - (stretch - _MARGIN) * room - _EXACT
            if missing > short:
                break  # those that follow start even later
            following = _following(node, place, slack, room, width)
            if missing > 0:
                following = following._replace(cost=following.cost + _SHORT + _SHORTER * (missing / width) ** 2)
            known = found.get(following.hyphens)
            if following.hyphens <= MOST_HYPHENS and (known is None or following.cost < known.cost):
                found[following.hyphens] = following
        active = [*([] if place.forced else active[gone:]), *found.values()]
        if not active:
            return None
    return active[0] if places else None


def _following(node: _Node, place: _Place, slack: float, room: float, width: float) -> _Node:
    """Return the way to *place* by a line from *node*."""
    limit = (STRETCH if slack > 0 else SHRINK) * room
    badness = 0.0 if place.forced and slack >= 0 else 100 * min(1.0, abs(slack) / max(limit, 1e-9)) ** 3
    cost = node.cost + (1 + badness) ** 2
    if place.hyphen:
        cost += _HYPHEN + (_HYPHENS_IN_A_ROW if node.hyphens else 0.0)
    elif place.forced and node.place is not None:
        cost += 0.0 if good_last_line(2 if room > 0 else 1, width - slack, width) else _BAD_LAST_LINE
        cost += _HYPHEN_BEFORE_LAST if node.hyphens else 0.0
    return _Node(place, place.start, place.left, cost, node.hyphens + 1 if place.hyphen else 0, node)


def _rows(paragraph: Paragraph, node: _Node) -> Iterator[Row]:
    """Yield the lines of a chain."""
    chain: list[_Place] = []
    while node.place is not None and node.before is not None:
        chain.append(node.place)
        node = node.before
    start, taken = 0, 0  # the box that the next line begins with, and how much of it is gone
    rest: Box | None = None
    for place in reversed(chain):
        if place.point:
            point = place.point - (taken if place.box == start else 0)
            row, rest = paragraph.cut(start, place.box, point, rest)
            start, taken = place.box, place.point
        else:
            row = paragraph.row(start, place.box + 1, rest)
            start, taken, rest = place.box + 1, 0, None
        yield row


def filled(paragraph: Paragraph, row: Row, width: float) -> Row:
    """Return *row* knowing how wide its blanks make it; a last line keeps its own width if it has room for it."""
    end = row.start + len(row.boxes)
    cut = row.boxes[-1].text.endswith(SOFT_HYPHEN) and not paragraph.boxes[end - 1].text.endswith(SOFT_HYPHEN)
    last = not cut and (end == len(paragraph.boxes) or end in _closed(paragraph))
    room = sum(stretchable(row.boxes, paragraph.manners[row.start : end]))
    slack = min(width - row.width, 0.0 if last else STRETCH * room)
    return row if last and slack >= 0 else row._replace(measure=row.width + slack)


def _closed(paragraph: Paragraph) -> set[int]:
    """Return the numbers of boxes after which a line must end."""
    return {paragraph.stops[index] for index in paragraph.forced}
