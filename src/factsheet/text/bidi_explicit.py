"""Explicit directional formatting: levels of embeddings, overrides and isolates, and runs to resolve (UAX #9, X1-X10).

`bidi` tells which letter stands for which class.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .bidi_resolve import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MAX_DEPTH = 125  # BD2
_OUT = frozenset("12345b")  # what X9 removes
_STRONG_OR_ISOLATE = re.compile("[LRAijf]").search
_ISOLATE_OR_PDI = re.compile("[ijfk]").finditer


def isolates(classes: str) -> dict[int, int]:
    """Return the place of each isolate initiator that has a matching PDI, and that PDI's (BD9)."""
    matches = {}
    opened = []
    for found in _ISOLATE_OR_PDI(classes):
        if found.group() != "k":
            opened.append(found.start())
        elif opened:
            matches[opened.pop()] = found.start()
    return matches


def first_strong(classes: str, start: int, end: int, matches: Mapping[int, int]) -> int | None:
    """Return the level that the first strong character outside isolates asks for (P2, P3)."""
    while (found := _STRONG_OR_ISOLATE(classes, start, end)) is not None:
        if found.group() in "LRA":
            return int(found.group() != "L")
        if found.start() not in matches:
            return None
        start = matches[found.start()]
    return None


def embedded(classes: str, text: str, base: int) -> bytes:
    """Return the levels of a paragraph, without its separator, that has explicit formatting."""
    matches = isolates(classes)
    found, overridden = _explicit(classes, base, matches)
    explicit = bytes(found)
    for sequence, before, after in _sequences(classes, explicit, matches, base):
        level = explicit[sequence[0]]
        part = "".join([overridden[place] for place in sequence])
        characters = "".join([text[place] for place in sequence])
        start, end = ("R" if max(level, outside) & 1 else "L" for outside in (before, after))
        for place, final in zip(sequence, resolved(part, characters, level, start, end), strict=True):
            found[place] = final
    for place, letter in enumerate(classes):
        if letter in _OUT:
            found[place] = found[place - 1] if place else base
    return bytes(found)


class _Status(NamedTuple):
    level: int
    override: str
    isolate: bool


class _Stack:
    """The directional status stack, and what overflowed it (X1)."""

    def __init__(self, base: int) -> None:
        self.entries = [_Status(base, "", isolate=False)]
        self.lost_isolates = self.lost_embeddings = self.isolates = 0

    def open(self, letter: str) -> None:
        """Enter an embedding, an override (X2-X5) or an isolate (X5a, X5b)."""
        level = self.entries[-1].level
        isolate = letter in "ij"
        inside = (level + 1) | 1 if letter in "34j" else (level + 2) & ~1
        if inside <= _MAX_DEPTH and not self.lost_isolates and not self.lost_embeddings:
            self.isolates += isolate
            self.entries.append(_Status(inside, {"2": "L", "4": "R"}.get(letter, ""), isolate))
        elif isolate:
            self.lost_isolates += 1
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def close_isolate(self) -> None:
        """Leave the innermost isolate and all embeddings in it (X6a)."""
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.isolates:
            self.lost_embeddings = 0
            while not self.entries.pop().isolate:
                pass
            self.isolates -= 1

    def close_embedding(self) -> None:
        """Leave the innermost embedding or override, if no isolate is within it (X7)."""
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif not self.entries[-1].isolate and len(self.entries) > 1:
            self.entries.pop()


def _explicit(classes: str, base: int, matches: Mapping[int, int]) -> tuple[bytearray, list[str]]:
    """Return explicit levels, and the classes that overrides leave (X1-X8)."""
    found = bytearray([base]) * len(classes)
    overridden = list(classes)
    stack = _Stack(base)
    for place, letter in enumerate(classes):
        if letter == "k":
            stack.close_isolate()
        found[place], override, _ = stack.entries[-1]
        if override and letter not in _OUT:
            overridden[place] = override
        if letter == "f":  # X5c
            inside = first_strong(classes, place + 1, matches.get(place, len(classes)), matches)
            stack.open("j" if inside else "i")
        elif letter in "1234ij":
            stack.open(letter)
        elif letter == "5":
            stack.close_embedding()
    return found, overridden


def _sequences(
    classes: str, explicit: bytes, matches: Mapping[int, int], base: int
) -> Iterator[tuple[list[int], int, int]]:
    """Yield isolating run sequences (BD13): places of characters, and the levels of what is before and after (X10)."""
    kept = [place for place, letter in enumerate(classes) if letter not in _OUT]
    runs = _level_runs(kept, explicit)
    beginning = {run[0]: run for run in runs}
    rank = {place: index for index, place in enumerate(kept)}
    continuing = set(matches.values())
    for run in runs:
        if run[0] in continuing:
            continue
        sequence = list(run)
        while sequence[-1] in matches:
            sequence += beginning[matches[sequence[-1]]]
        first, last = rank[sequence[0]], rank[sequence[-1]] + 1
        before = explicit[kept[first - 1]] if first else base
        after = base if last == len(kept) or classes[sequence[-1]] in "ijf" else explicit[kept[last]]
        yield sequence, before, after


def _level_runs(kept: Sequence[int], explicit: bytes) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in kept:
        if runs and explicit[runs[-1][-1]] == explicit[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
