"""Levels of an isolating run sequence: weak types, brackets, neutrals, implicit levels (UAX #9, W1-W7, N0-N2, I1-I2).

`bidi` tells which letter stands for which class.
"""

from __future__ import annotations

import re
from functools import cache

from .properties import BRACKETS

_MOST_OPEN = 63  # BD16: brackets that may stand open at a time

_MARKS_OF_ISOLATE = re.compile("([ijfk])m+")
_MARKS = re.compile("(.)m+")
_AFTER_ARABIC = re.compile("A[^LRAE]*E[^LRA]*")
_BETWEEN_EUROPEAN = re.compile("(?<=E)[+,](?=E)")
_BETWEEN_ARABIC = re.compile("(?<=N),(?=N)")
_TERMINATORS = re.compile("((?<=E)%+)|%+E?")
_AFTER_LEFT = re.compile("L[^LRE]*E[^LR]*")
_TO_OTHER = str.maketrans("+%,", "ooo")
_NEUTRAL = "oSwijfk"
_WITHIN_LEFT = re.compile(f"(?<=L)[{_NEUTRAL}]+(?=L)")
_WITHIN_RIGHT = re.compile(f"(?<=[REN])[{_NEUTRAL}]+(?=[REN])")
_TO_LEFT = str.maketrans(_NEUTRAL, "L" * len(_NEUTRAL))
_TO_RIGHT = str.maketrans(_NEUTRAL, "R" * len(_NEUTRAL))
_NUMBERS_TO_RIGHT = bytes.maketrans(b"EN", b"RR")

_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}  # the only brackets that are canonically equivalent to others
_OPENING = {opening: _CANONICAL.get(closing, closing) for opening, closing in BRACKETS.items()}
_CLOSING = {closing: _CANONICAL.get(closing, closing) for closing in BRACKETS.values()}
_BRACKET = re.compile("[" + re.escape("".join([*_OPENING, *_CLOSING])) + "]")
_WITH_MARKS = re.compile(".m*").match


def resolved(classes: str, text: str, level: int, start: str, end: str) -> bytes:
    """Return the levels of a sequence without what X9 removes.

    Args:
        classes: a letter a character, after overrides.
        text: the characters.
        level: the explicit level.
        start: L or R, the direction before the sequence (sos).
        end: the direction after it (eos).
    """
    odd = level & 1
    found = _weak(start + classes)
    if "o" in found and _BRACKET.search(text):
        found = _bracketed(found, start + classes, text, "R" if odd else "L")
    found += end
    if odd:
        found = _WITHIN_LEFT.sub(lambda run: "L" * len(run.group()), found).translate(_TO_RIGHT)
    else:
        found = _WITHIN_RIGHT.sub(lambda run: "R" * len(run.group()), found).translate(_TO_LEFT)
    return found[1:-1].translate(_implicit(level)).encode("latin-1")


def _weak(classes: str) -> str:
    """Resolve weak types (W1-W7); the first letter is the direction before the sequence."""
    if "m" in classes:
        classes = _MARKS_OF_ISOLATE.sub(lambda run: run.group(1) + "o" * (len(run.group()) - 1), classes)
        classes = _MARKS.sub(lambda run: run.group(1) * len(run.group()), classes)
    if "A" in classes:
        if "E" in classes:
            classes = _AFTER_ARABIC.sub(lambda run: run.group().replace("E", "N"), classes)
        classes = classes.replace("A", "R")
    if "E" in classes:
        classes = _BETWEEN_EUROPEAN.sub("E", classes)
        classes = _TERMINATORS.sub(lambda run: "E" * len(run[0]) if run[1] or run[0][-1] == "E" else run[0], classes)
    if "N" in classes:
        classes = _BETWEEN_ARABIC.sub("N", classes)
    classes = classes.translate(_TO_OTHER)
    if "E" in classes:
        classes = _AFTER_LEFT.sub(lambda run: run.group().replace("E", "L"), classes)
    return classes


def _bracketed(weak: str, classes: str, text: str, embedding: str) -> str:
    """Resolve paired brackets (N0).

    Args:
        weak: what W1-W7 leave, beginning with the direction before the sequence.
        classes: the same before W1.
        text: the characters of the sequence.
        embedding: the direction of its level.
    """
    found = bytearray(weak, "ascii")
    for opening, closing in _paired(weak, text):
        inside = set(found[opening + 1 : closing].translate(_NUMBERS_TO_RIGHT).decode()) & {"L", "R"}
        if not inside:
            continue
        direction = embedding if embedding in inside or _strong_before(found, opening) == embedding else inside.pop()
        for place in (opening, closing):
            run = _WITH_MARKS(classes, place)
            length = len(run.group()) if run else 1
            found[place : place + length] = direction.encode() * length
    return found.decode("ascii")


def _strong_before(classes: bytearray, place: int) -> str:
    right = max(classes.rfind(letter, 0, place) for letter in b"REN")
    return "R" if right > classes.rfind(b"L", 0, place) else "L"


def _paired(weak: str, text: str) -> list[tuple[int, int]]:
    """Return the places in *weak* of brackets that pair, in the order of the opening ones (BD16)."""
    pairs = []
    opened: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        place = found.start() + 1
        if weak[place] != "o":
            continue
        if (bracket := found.group()) in _OPENING:
            if len(opened) == _MOST_OPEN:
                break
            opened.append((_OPENING[bracket], place))
            continue
        for index in range(len(opened) - 1, -1, -1):
            if opened[index][0] == _CLOSING[bracket]:
                pairs.append((opened[index][1], place))
                del opened[index:]
                break
    return sorted(pairs)


@cache
def _implicit(level: int) -> dict[int, str]:
    """Return a table for `str.translate`: class -> level, as a character (I1, I2)."""
    odd = level & 1
    rises = {"L": odd, "R": 1 - odd, "E": 2 - odd, "N": 2 - odd}
    return {ord(letter): chr(level + rise) for letter, rise in rises.items()}
