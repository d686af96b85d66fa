"""One issue of a sheet, checked: facts, sources, pages of blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..problems import Position, Problem
    from .brand import Brand
    from .facts import Fact, Source
    from .layout import Layout
    from .message import Message


_PAGE = re.compile(r"page(\d+)")

_SCRIPT = re.compile(r"[a-z]{2,3}-([A-Z][a-z]{3})\b")
_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})
_LANGUAGES = frozenset(
    {*("ar", "arc", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn"), *("nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi")}
)

TimeAxis = Literal["reading", "ltr"]
"""Which way time runs in figures: as text does, or from left to right in a language from right to left, too."""


def from_right_to_left(language: str) -> bool:
    """Say whether a language (a BCP 47 tag) is written from right to left: as its script is, if the tag names one."""
    script = _SCRIPT.match(language)
    return script[1] in _SCRIPTS if script else language.partition("-")[0] in _LANGUAGES


@dataclass(frozen=True, slots=True)
class BlockUse:
    """A block where it is used: its name, its checked options, and the place that names it (page.area.block)."""

    name: str
    options: Any
    where: str
    flow: tuple[str, ...] = ()  # the areas that it runs through, its own first


@dataclass(frozen=True, slots=True)
class PageUse:
    """One page: a template and what fills its areas."""

    template: str
    areas: Mapping[str, tuple[BlockUse, ...]]
    section: Message | None = None
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything one document needs. *positions* says where in the files a dotted path was written.

    Of a translation, *language* is that of its texts, and *translated_from* the one they were translated from.
    """

    sheet: str
    name: str
    file: str
    title: Message
    language: str
    issued: str
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    pages: tuple[PageUse, ...]
    brand: Brand
    layout: Layout
    as_of: str = ""
    version: int = 1
    translations: tuple[str, ...] = ()
    time_axis: TimeAxis = "reading"
    positions: Mapping[str, Position] | None = None
    warnings: tuple[Problem, ...] = ()  # what reading found odd, but may be meant
    translated_from: str = ""

    def position(self, path: str) -> Position | None:
        """Return the place of *path*, or of the nearest part of the file that holds it."""
        while path and self.positions:
            if path in self.positions:
                return self.positions[path]
            page = _PAGE.fullmatch(path)
            path = f"pages.{int(page[1]) - 1}" if page else path.rpartition(".")[0]
        return None
