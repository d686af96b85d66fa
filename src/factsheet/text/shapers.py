"""The shapers of this process: one for each face, direction, script, language, set of features and tracking."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from . import bidi
from .shape import Shaper

if TYPE_CHECKING:
    from .face import Face, Features


@cache
def shaper(face: Face, direction: str, script: str, language: str, features: Features, track: float) -> Shaper:
    """Return the shaper for these: one a process. *track* in font units."""
    made = Shaper(face, direction, script, language, features, track)
    _SHAPERS.append(made)
    return made


_SHAPERS: list[Shaper] = []


def forget() -> None:
    """Let go of every shaped word and every known level, as at the start of a process: for measurements."""
    bidi.forget()
    for each in _SHAPERS:
        each.forget()
