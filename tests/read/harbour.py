"""A small project of a fictional harbour in a temporary folder; tests change a word of it and read it again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

import pytest
from pydantic import Field

from factsheet.options import Block, FactName, Flag, Options, TextField
from factsheet.problems import FactsheetError
from factsheet.read import open_project, read_edition
from fonts.tiny import tiny_font

if TYPE_CHECKING:
    from pathlib import Path

    from factsheet.model.edition import Edition
    from factsheet.problems import Problem
    from factsheet.read import Project

EDITION = "data/harbour/2024.yml"
BRAND = "data/harbour/_brand.yml"
EMBLEM = "data/harbour/emblem.svg"
LAYOUT = "layouts/plain.yml"
TABLE = "fonts/fonts.toml"
DOCKS = "data/harbour/docks.csv"
MARKER = "data/factsheet.yml"

FILES = {
    MARKER: "language: en\n",
    EDITION: """\
title: The harbour in numbers
edition: 2024
issued: 2024-05-31
as-of: 2023-12
translations: [fr, zh-Hans]
layout: plain
fictional: true
sources:
  register: {title: Register of ships, publisher: Harbour Office (fictional), date: 2024}
  survey: {title: Survey of sailors, url: https://example.org/survey}
facts:
  ships:
    label: Ships
    unit: ship
    source: register
    points:
      - {at: 2020, value: 120, qualifier: about}
      - {at: 2023-12, value: 412, qualifier: more-than}
      - {at: 2023-12, value: 400, source: survey}
      - {at: 2024, value: null, note: not counted yet}
  sailors: {label: Sailors, unit: person, value: 7015.5, at: 2023, source: survey, status: estimated}
  growth: {ratio: [ships@2023-12, ships@2020], label: Growth}
pages:
  - template: cover
    section: Ships and people
    areas:
      lede: {lede: "**{ships_2023_12}** ships, {sailors} sailors"}
      tiles: {tiles: [ships, sailors@2023]}
      left:
        - chart:
            fact: ships
            title: {text: Three times the ships, checks: [growth]}
            kind: line
        - chart: {fact: sailors, title: Sailors}
      right: {lede: {text: "Nothing to add"}}
""",
    DOCKS: """\
year,docks,basin
2019,7,old
2024,9,old
""",
    BRAND: """\
meta: {name: {short: Harbour, full: Harbour Office}}
color:
  palette:
    navy: "#0E2B3F"
    sea: "#1E6A86"
    rust: "#B8400F"
    fog: "#52626E"
    mist: "#dfeaed"
    white: "#FFF"
  foreground: navy
typography:
  fonts:
    - {family: Plain, source: google, weight: [400, 600]}
  base: Plain
defaults:
  bootstrap: {navbar-bg: $brand-navy}
  factsheet:
    roles:
      ink: navy
      text: foreground
      muted: fog
      data: sea
      accent: rust
      accent-text: rust
      ground: navy
      panel: white
      hair: mist
      pale: mist
    cmyk:
      navy: [93, 43, 4, 85]
    type:
      h1: {size: 30pt, colour: accent-text}
    qualifiers: {more-than: above}
    emblem: emblem.svg
    emblem-alt: An anchor
""",
    EMBLEM: """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <rect x="0" y="0" width="40" height="10" fill="var(--ink)"/>
</svg>
""",
    LAYOUT: """\
page:
  size: A4
  margin: {top: 26pt, side: 42pt, bottom: 38pt}
  columns: 12
  gutter: 12pt
  bleed: 3mm
furniture: {head: [emblem, title], foot: [folio]}
templates:
  cover:
    furniture: {head: none}
    rows:
      - {area: lede, height: 1in, bleed: true}
      - tiles
      - {band: panel, padding: 13pt, rows: [left 5 . 1 right 6]}
""",
    TABLE: """\
[[face]]
family = "Plain"
weight = 400
italic = false
file = "Plain.ttf"

[[face]]
family = "Plain"
weight = 600
italic = false
file = "Plain-SemiBold.ttf"

[[face]]
family = "Noto Sans"
weight = 400
italic = false
file = "NotoSans.ttf"
""",
}


FONTS = {
    "fonts/Plain.ttf": tiny_font(),
    "fonts/Plain-SemiBold.ttf": tiny_font(cff=True, weight=600),
    "fonts/NotoSans.ttf": tiny_font(),
}


class Lede(Block):
    """A text."""

    name: ClassVar[str] = "lede"
    shorthand: ClassVar[str | None] = "text"

    text: TextField


class Tiles(Block):
    """Figures in a row."""

    name: ClassVar[str] = "tiles"
    shorthand: ClassVar[str | None] = "facts"

    facts: Annotated[tuple[FactName, ...], Field(min_length=1)]


class Note(Options):
    """A text in a list."""

    text: TextField


class Chart(Block):
    """A figure."""

    name: ClassVar[str] = "chart"

    fact: FactName
    title: TextField
    kind: Literal["bars", "line"] = "bars"
    ticks: int = 5
    quiet: Flag = False
    notes: tuple[Note, ...] = ()


BLOCKS: dict[str, type[Block]] = {block.name: block for block in (Lede, Tiles, Chart)}


@dataclass
class Sheet:
    """The project; *files* is what will be written."""

    root: Path
    files: dict[str, str | bytes] = field(default_factory=lambda: {**FILES, **FONTS})

    def change(self, file: str, old: str, new: str) -> Sheet:
        """Replace the one place of *file* that reads *old*."""
        text = self.files[file]
        assert isinstance(text, str)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.files[file] = text.replace(old, new)
        return self

    def write(self) -> Project:
        """Write the files; the project reads its own folders only, so that no bundled font helps it out."""
        for name, content in self.files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        project = open_project(self.root)
        return replace(project, layouts=project.layouts[:1], fonts=project.fonts[:1])

    def read(self) -> Edition:
        """Read the edition."""
        return read_edition(self.root / EDITION, self.write(), BLOCKS)

    def problems(self) -> tuple[Problem, ...]:
        """Read the edition, which must fail, and return what is wrong with it."""
        with pytest.raises(FactsheetError) as caught:
            self.read()
        return caught.value.problems
