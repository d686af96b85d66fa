"""Runs of text to items (one manner: face, script, style, level) and items to pieces (no place to break inside)."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ..icu import grapheme_breaks
from .bidi import levels, needs_bidi
from .scripts import CURSIVE, script_of_language, script_runs
from .shapers import shaper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.style import Style
    from .choice import Stack
    from .face import Face, Features
    from .shape import Shaper

ENDS_LINE = frozenset("\n\r\v\f\x85\u2028\u2029")  # UAX #14: BK, CR, LF, NL
LEFTWARD = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
"""Scripts that are written from right to left."""
_LETTERS = {"Arab": "\u0628", "Hebr": "\u05d0", "Syrc": "\u0712", "Thaa": "\u0780"}
_LONGEST_PIECE = 250  # characters; cutting a piece that is wider than a line costs its length each time


class Run(NamedTuple):
    """Text in one style, its colour included."""

    text: str
    style: Style
    href: str | None = None


class Manner(NamedTuple):
    """What the glyphs of one run have in common.

    Attributes:
        scale: points to a font unit.
        track: points after each letter.
        level: embedding level (UAX #9): odd from right to left.
    """

    shaper: Shaper
    scale: float
    size: float
    colour: str
    track: float
    href: str | None
    level: int


class Item(NamedTuple):
    """A stretch of text of one manner, up to offset *end* of the paragraph."""

    end: int
    manner: Manner


_Owner = tuple["Run", "Face", int]
"""A run, the face of a part of it, and its embedding level."""


class Piece(NamedTuple):
    """A part of an item. *stop*: a line may end after it; *forced*: it must."""

    text: str
    manner: Manner
    stop: bool
    forced: bool


def itemise(
    text: str, runs: Sequence[Run], stacks: Sequence[Stack], language: str, base: int = 0
) -> tuple[list[Item], set[str]]:
    """Return the items of *text*, which *runs* make up, and the characters that no face of *stacks* has.

    *base* is the embedding level of the paragraph: 1 where it is written from right to left.
    """
    own = script_of_language(language)
    parts: list[tuple[int, int, _Owner]] = []
    missing: set[str] = set()
    directions = _directions(text, base)
    start = 0
    for run, stack in zip(runs, stacks, strict=True):
        stop = start + len(run.text)
        for first, last, level in _within(directions, start, stop):
            choice = stack.choose(text[first:last], language, _preferred(own, level, base))
            parts += [(first + begin, first + end, (run, face, level)) for begin, end, face in choice.parts]
            missing |= choice.missing
        start = stop
    found: list[Item] = []
    manners: dict[tuple[int, Face, int, str], Manner] = {}
    for end, (run, face, level), script in _crossed(parts, script_runs(text, own)):
        key = id(run), face, level, script
        if key not in manners:
            chosen, scale, track = _shaped(run.style, face, level & 1, script, language)
            manners[key] = Manner(chosen, scale, run.style.size, run.style.colour, track, run.href, level)
        found.append(Item(end, manners[key]))
    return found, missing


def _directions(text: str, base: int) -> list[tuple[int, int, int]]:
    """Return (start, end, embedding level) of stretches of one level (UAX #9)."""
    if not base and not needs_bidi(text):
        return [(0, len(text), 0)]
    found: list[tuple[int, int, int]] = []
    start = 0
    for level, alike in groupby(levels(text, base)):
        end = start + len(list(alike))
        found.append((start, end, level))
        start = end
    return found


def _within(directions: Sequence[tuple[int, int, int]], start: int, stop: int) -> Iterator[tuple[int, int, int]]:
    """Yield the parts of *directions* between *start* and *stop*."""
    for first, last, level in directions:
        if first < stop and last > start:
            yield max(first, start), min(last, stop), level


def _preferred(own: str, level: int, base: int) -> str:
    """Return the script whose faces come first at *level*, for a language that is written in *own*."""
    if level & 1:
        return own if own in LEFTWARD else "Arab"
    return "" if base else own


def _crossed(
    parts: Iterable[tuple[int, int, _Owner]], scripts: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, _Owner, str]]:
    """Cut *parts* where the script changes; yield (end, owner, script)."""
    at = 0
    for begin, end, owner in parts:
        start = begin
        while start < end:
            while scripts[at][1] <= start:
                at += 1
            start = min(end, scripts[at][1])
            yield start, owner, scripts[at][2]


@lru_cache(maxsize=1_000)
def _shaped(style: Style, face: Face, leftward: int, script: str, language: str) -> tuple[Shaper, float, float]:
    """Return the shaper of an item, the points to a font unit, and the points after each letter."""
    if leftward:
        direction, track = "rtl", 0.0  # no script of this direction is tracked
    else:
        direction, track = "ltr", 0.0 if script in CURSIVE else style.track
        if script in LEFTWARD and not face.covers(_LETTERS.get(script, "")):
            script = "Latn"  # digits of another face among its letters
    units = round(track / style.size * face.upem, 4)
    chosen = shaper(face, direction, script, language, _features(bool(track), style.tabular), units)
    return chosen, style.size / face.upem, track


@cache
def _features(tracked: bool, tabular: bool) -> Features:  # a cache wants them by position
    """Return OpenType features: tracked letters stand apart, so they make no ligatures (CSS Text 3, 8.2)."""
    always = (("kern", True), ("liga", not tracked), ("clig", not tracked))
    return (*always, ("tnum", True)) if tabular else always


def pieces(given: str, text: str, items: Iterable[Item], breaks: Iterable[int], language: str) -> Iterator[Piece]:
    """Cut items at *breaks* (ends of pieces after which a line may end), and breaks at items.

    *text* is what is set, *given* what was written: it alone says where a line must end.
    """
    which = iter(items)
    item = next(which)
    start = 0
    for stop in breaks:
        while start < stop:
            if start == item.end:
                item = next(which)
            end = min(stop, item.end)
            part = text[start:end]
            if len(part) > _LONGEST_PIECE:
                *parts, part = _chopped(part, language)
                yield from (Piece(short, item.manner, stop=False, forced=False) for short in parts)
            yield Piece(part, item.manner, end == stop, end == stop and given[end - 1] in ENDS_LINE)
            start = end


def _chopped(text: str, language: str) -> list[str]:
    """Cut *text* between graphemes."""
    parts = []
    start = last = 0
    for end in grapheme_breaks(text, language):
        if end - start > _LONGEST_PIECE and last > start:
            parts.append(text[start:last])
            start = last
        last = end
    return [*parts, text[start:]]
