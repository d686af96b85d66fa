"""A sheet of a fictional observatory with one block or a few, in a temporary folder, read and placed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from factsheet.blocks.icons import Icons
from factsheet.blocks.strip import Strip
from factsheet.blocks.structure import Structure
from factsheet.figures.contact import Contact
from factsheet.figures.dot_map import DotMap
from factsheet.fit.nodes import walk
from factsheet.pipeline import place, render
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsheet.model.edition import Edition
    from factsheet.model.placed import Placed

ROOT = Path(__file__).parents[2]
KNOWN = {**BLOCKS, **{block.name: block for block in (Icons, Strip, Structure, Contact, DotMap)}}
LAYOUT = """
page: {size: A4, margin: {top: 26pt, side: 42pt, bottom: 38pt}, columns: 12, gutter: 12pt, module: 12pt}
furniture: {head: [], foot: [folio]}
templates:
  page: {rows: [top, block]}
  band: {rows: [top, {band: ground, padding: 12pt, rows: [block]}]}
  narrow: {rows: [top, block 4 . 8]}
"""
HEAD = """
title: A sheet
issued: 2024
layout: made
fictional: true
sources: {register: {title: Register, publisher: Meridian Observatory (fictional), date: 2024}}
facts:
  posts: {label: Posts, unit: post, value: 9, at: 2023, source: register}
  boats: {label: Boats, unit: boat, value: 1542, qualifier: more-than, at: 2023, source: register}
  calls: {label: Calls, unit: call, scale: million, value: 2.8, qualifier: about, at: 2023, source: register}
  crews: {label: Crews, unit: crew, value: 12, at: 2023, source: register}
pages:
"""


@dataclass(frozen=True)
class Sheet:
    """A project with one page."""

    folder: Path

    def write(self, block: dict[str, Any], template: str = "page", places: str | None = None) -> Sheet:
        """Write the page with *block* under a headline."""
        home = self.folder / "data" / "quay"
        (self.folder / "layouts").mkdir(parents=True, exist_ok=True)
        home.mkdir(parents=True, exist_ok=True)
        shutil.copytree(ROOT / "data" / "icons", self.folder / "data" / "icons", dirs_exist_ok=True)
        if places is None:
            shutil.copy(ROOT / "data" / "places.csv", self.folder / "data" / "places.csv")
        elif places:
            (self.folder / "data" / "places.csv").write_text(places, "utf-8")
        for name in ("_brand.yml", "emblem.svg"):
            shutil.copy(ROOT / "data" / "meridian-brief" / name, home / name)
        (self.folder / "data" / "factsheet.yml").write_text("language: en\n", "utf-8")
        (self.folder / "layouts" / "made.yml").write_text(LAYOUT, "utf-8")
        page = {"template": template, "areas": {"top": {"headline": "A page"}, "block": block}}
        text = yaml.safe_dump([page], allow_unicode=True, sort_keys=False, width=1000)
        (home / "2024.yml").write_text(HEAD + text, "utf-8")
        return self

    def read(self) -> Edition:
        """Read the edition."""
        project, (path,) = locate((), self.folder)
        return read_edition(path, project, KNOWN)

    def nodes(self) -> list[Placed]:
        """The nodes of the block, parents first."""
        return [node for node, where in walk(self._placed()) if where.startswith("page1.block.")]

    def render(self) -> bytes:
        """The page as PDF; raises what is wrong with it."""
        return render(self.read(), "en")

    def _placed(self) -> tuple[Placed, ...]:
        laid = place(self.read(), "en")
        assert not laid.problems, laid.problems
        return laid.pages[0].placed


def text_of(node: Placed) -> str:
    """The words of a node itself."""
    return "".join(line.line.text for line in node.lines).strip()


def tree(node: Placed, depth: int = 0) -> Iterator[str]:
    """Yield the structure elements under *node* with their texts, artifacts left out."""
    if node.tag is not None and node.tag.decorative:
        return
    if node.tag is not None:
        yield "  " * depth + " ".join(filter(None, (node.tag.type, text_of(node))))
        depth += 1
    for child in node.children:
        yield from tree(child, depth)
