"""A small project whose texts have links, for the tests of links and of the outline. Everything in it is fictional."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from factsheet.model.edition import Edition

LAYOUT = """
page: {size: A5, margin: {top: 24pt, side: 30pt, bottom: 36pt}, columns: 8, gutter: 10pt, module: 12pt, bleed: 3mm}
body: 52pt
furniture: {head: [title], foot: [note, folio]}
templates:
  page:
    rows: [opener, left 4 right 4, {band: ground, height: 60pt, rows: [below]}]
"""
LONG = (
    "The ferry that leaves at dawn carries more people than all the others of the day together do, and "
    "[the register of all sailings that the harbour office keeps](https://example.org/register?a=1&b=2) says so."
)
HEAD = """
title: Links
edition: 2024
issued: 2024
layout: made
fictional: true
sources: {register: {title: Invented register, publisher: Nobody, date: 2024, short: invented}}
facts:
  boats: {label: Boats, unit: boat, source: register, points: [{at: 2023, value: 31}]}
pages:
"""
PAGE = f"""
  - template: page
    note: "Invented by [Nobody](mailto:nobody@example.org), see [example.org](https://example.org)."
    areas:
      opener: {{headline: {{title: "All of [the islands](https://example.org/i) travel", intro: "{{boats}} in all"}}}}
      left: {{text: {{title: Word by word, items: [{{title: "A [heading](https://example.org/h)", text: "{LONG}"}}]}}}}
      right:
        lists:
          title: Lists
          lists: [{{title: Ports, items: ["[North](https://example.org/n) quay", South]}}]
      below: {{text: {{title: On the ground, items: [{{title: Dark, text: "See [there](HTTPS://example.org/é)."}}]}}}}
"""


def edition(folder: Path, pages: str = PAGE, layout: str = LAYOUT, *, types: str = "") -> Edition:
    """Write the project into *folder* and read its edition; *types* is a line of the brand's type scale."""
    sample = Path(__file__).parents[2] / "data" / "meridian-brief"
    (folder / "data" / "isles").mkdir(parents=True)
    (folder / "layouts").mkdir()
    (folder / "data" / "factsheet.yml").write_text("language: en\n")
    (folder / "layouts" / "made.yml").write_text(layout)
    for name in ("_brand.yml", "emblem.svg"):
        shutil.copy(sample / name, folder / "data" / "isles" / name)
    brand = folder / "data" / "isles" / "_brand.yml"
    if types:
        brand.write_text(brand.read_text().replace("    type:\n", f"    type:\n      {types}\n"))
    (folder / "data" / "isles" / "2024.yml").write_text(HEAD + pages)
    project, (path,) = locate((), folder)
    return read_edition(path, project, BLOCKS)
