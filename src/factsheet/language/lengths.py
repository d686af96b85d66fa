"""How long a translation is beside the room that its text has on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..problems import Problem

_ROOM = re.compile(r"Room: (\d{1,6}) characters\b.*", re.ASCII)
_UNSEEN = {"Mn", "Me", "Cf"}
_OF_PAGES = frozenset({"page-overflow", "label-too-wide", "word-cut", "text-outside", "text-overlap"})


def room_said(characters: int, lines: int) -> str:
    """Return what a translator is told of the room of a text."""
    return f"Room: {characters} characters, {'a line' if lines == 1 else f'{lines} lines'}"


def room_in(comments: Iterable[str]) -> int | None:
    """Return the characters that comments tell of, or None where they tell of no room."""
    found = next(filter(None, map(_ROOM.fullmatch, comments)), None)
    return None if found is None else int(found[1])


def length(text: str) -> int:
    """Return how many characters of Latin width *text* takes: wide ones count two (UAX #11), marks count none."""
    seen = (character for character in text if category(character) not in _UNSEEN)
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in seen)


def told_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return *problems* without the translations that may be too long, where the page has been found too full.

    What does not fit says so in points, and names its text or its block: its number of characters adds nothing.
    """
    problems = tuple(problems)
    full = {problem.where for problem in problems if problem.rule in _OF_PAGES}
    return tuple(p for p in problems if p.rule != "translation-long" or ".".join(p.where.split(".")[:3]) not in full)
