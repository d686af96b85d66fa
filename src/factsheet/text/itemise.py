"""Runs of text to items (one manner: face, script, style, level) and items to pieces (no place to break inside)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..icu import grapheme_breaks
from .scripts import CURSIVE, script_of_language, script_runs
from .shape import shaper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.style import Style
    from .choice import Stack
    from .face import Face, Features
    from .shape import Shaper

ENDS_LINE = frozenset("\n\r\v\f\x85\u2028\u2029")  # UAX #14: BK, CR, LF, NL
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


class Piece(NamedTuple):
    """A part of an item. *stop*: a line may end after it; *forced*: it must."""

    text: str
    manner: Manner
    stop: bool
    forced: bool


def itemise(text: str, runs: Sequence[Run], stacks: Sequence[Stack], language: str) -> tuple[list[Item], set[str]]:
    """Return the items of *text*, which *runs* make up, and the characters that no face of *stacks* has."""
    parts: list[tuple[int, int, tuple[Run, Face]]] = []
    missing: set[str] = set()
    start = 0
    for run, stack in zip(runs, stacks, strict=True):
        if run.text:
            choice = stack.choose(text[start : start + len(run.text)], language)
            parts += [(start + first, start + last, (run, face)) for first, last, face in choice.parts]
            missing |= choice.missing
            start += len(run.text)
    scripts = script_runs(text, script_of_language(language))
    return [_item(end, run, face, script, language) for end, (run, face), script in _crossed(parts, scripts)], missing


def _crossed(
    parts: Iterable[tuple[int, int, tuple[Run, Face]]], scripts: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, tuple[Run, Face], str]]:
    """Cut *parts* where the script changes; yield (end, owner, script)."""
    at = 0
    for begin, end, owner in parts:
        start = begin
        while start < end:
            while scripts[at][1] <= start:
                at += 1
            start = min(end, scripts[at][1])
            yield start, owner, scripts[at][2]


def _item(end: int, run: Run, face: Face, script: str, language: str, level: int = 0) -> Item:
    style = run.style
    track = 0.0 if script in CURSIVE else style.track
    direction = "rtl" if level & 1 else "ltr"
    units = round(track / style.size * face.upem, 4)
    chosen = shaper(face, direction, script, language, _features(bool(track), style.tabular), units)
    return Item(end, Manner(chosen, style.size / face.upem, style.size, style.colour, track, run.href, level))


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
