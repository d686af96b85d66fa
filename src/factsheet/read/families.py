"""Families that a brand asks for, and those that follow them in every face list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..problems import Position

FALLBACK_FAMILIES = {
    "": "Noto Sans",
    "Arab": "IBM Plex Sans Arabic",
    "Beng": "Noto Sans Bengali",
    "Deva": "Noto Sans Devanagari",
    "Ethi": "Noto Sans Ethiopic",
    "Mymr": "Noto Sans Myanmar",
    "Thai": "Noto Sans Thai",
    "Hani": "Noto Sans SC",
}
"""Families that follow the brand's own in every face list, so that a letter which those lack is still set.

By script (ISO 15924); the one of none, with Greek, Cyrillic and signs, comes first, and the largest last.
"""


class Family(NamedTuple):
    """A family that is asked for, where, and the script that it is for; '' if for none in particular."""

    name: str
    position: Position
    script: str = ""
