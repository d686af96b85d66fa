"""What fit hands on: every box at its final place, and the texts in it already set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .content import Picture
    from .drawing import Drawing, GlyphLine
    from .geometry import Box
    from .tag import Tag


class TooWide(NamedTuple):
    """A word that no line was wide enough for, and by how many points it is wider."""

    word: str
    over: float


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line at its start edge and baseline (page coordinates); *end* lines hold *x* with their reading end."""

    line: GlyphLine
    x: float
    y: float
    end: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A node of the page in reading order: text, a drawing, a picture still to be recorded, or a group of nodes."""

    box: Box
    tag: Tag | None = None
    lines: tuple[PlacedLine, ...] = ()
    drawing: Drawing | None = None
    picture: Picture | None = None
    shared: float | None = None
    pitch: float = 0.0  # of the columns it stands in, for pictures that keep to them
    ground: bool = False  # whether it stands on the dark ground, where roles take other colours
    children: tuple[Placed, ...] = ()
    cut: tuple[TooWide, ...] = ()  # words wider than the measure, which had to be cut
    where: str = ""
    kind: str = ""  # rule, band, block, furniture … : what the checks of placed boxes look for


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """One page. *height* and *width* are the trimmed size; *right_to_left* the side that x counts from."""

    width: float
    height: float
    bleed: float
    placed: tuple[Placed, ...]
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; dates in ISO 8601, from the edition, never from the clock."""

    title: str
    author: str
    subject: str
    language: str
    issued: str
    right_to_left: bool = False
