"""Our rendering: a project with the sheet's editions, as a user would write it, and the command that builds them."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Any

import yaml

from bench import sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LAYOUT = """\
page:
  size: A4
  margin: {top: 42pt, side: 42pt, bottom: 42pt}
  columns: 12
  gutter: 12pt
body: 42pt
furniture: {head: none, foot: [note, folio]}
templates:
  page:
    rows: [opener, tiles, series 6 ranking 6, table 7 words 5]
"""


def write_project(root: Path, brand: Path, editions: int) -> Path:
    """Write a project with *editions* of the sheet in *brand*, a folder with a _brand.yml, and return its *root*."""
    for path, text in (("layouts/harbours.yml", LAYOUT), ("data/factsheet.yml", "language: en\n")):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    shutil.copytree(brand, root / "data/harbours", ignore=lambda _, names: [n for n in names if n[0].isdecimal()])
    for number in range(editions):
        text = yaml.safe_dump(_edition(number), sort_keys=False, allow_unicode=True, width=110)
        (root / f"data/harbours/{number:02}.yml").write_text(text, "utf-8")
    return root


def targets(editions: int) -> list[str]:
    """Return the names of the first *editions*."""
    return [f"harbours/{number:02}" for number in range(editions)]


def command(editions: int, out: Path) -> list[str]:
    """Return the command that builds the first *editions*, to be given in the project's folder."""
    return [sys.executable, "-m", "factsheet", "build", "-q", "-o", str(out), *targets(editions)]


def _edition(number: int) -> Mapping[str, Any]:
    return {
        "title": sheet.TITLE,
        "issued": f"{sheet.NOW}-09-02",
        "as-of": sheet.NOW,
        "language": "en",
        "layout": "harbours",
        "fictional": True,
        "sources": {
            "register": {"title": "Register (invented)", "publisher": sheet.PUBLISHER, "short": sheet.SOURCE},
        },
        "facts": _facts(number),
        "pages": [{"template": "page", "note": sheet.NOTE, "areas": _areas()}],
    }


def _facts(number: int) -> dict[str, Any]:
    labels = {name: label for name, (label, _) in sheet.BARS.items()}
    facts: dict[str, Any] = {
        name: _fact(labels.get(name, name.replace("_", " ").capitalize()), value=value, at=sheet.NOW)
        for name, value in sheet.singles(number).items()
    }
    for name, (label, then, now) in sheet.TILES.items():
        facts[name] = _fact(label, points=_points({sheet.THEN: then, sheet.NOW: now}, number))
    facts["series"] = _fact(sheet.COLUMN_HEAD[1], points=_points(sheet.COLUMNS, number))
    return facts


def _points(slots: Mapping[int, sheet.Slot], number: int) -> list[dict[str, int]]:
    return [{"at": year, "value": slot.at(number)} for year, slot in slots.items()]


def _fact(label: str, **values: Any) -> dict[str, Any]:
    return {"label": label, "unit": "count", "source": "register", **values}


def _areas() -> dict[str, Any]:
    title, measure = sheet.COLUMN_HEAD
    names = [{"title": name, "number": index > 0} for index, name in enumerate(sheet.COLUMN_NAMES)]
    rows = [[sheet.BARS[n][0], *(f"{{{n}_{i}}}" for i in range(len(row)))] for n, row in sheet.TABLE.items()]
    said = [{"title": title, "text": text} for title, text in sheet.PASSAGES.items()]
    bars = {"title": sheet.BAR_HEAD[0], "measure": sheet.BAR_HEAD[1], "facts": list(sheet.BARS), "highlight": "north"}
    return {
        "opener": {"headline": {"title": sheet.TITLE, "intro": sheet.INTRO}},
        "tiles": {"tiles": list(sheet.TILES)},
        "series": {"columns": {"fact": "series", "title": title, "measure": measure, "gaps": "silent"}},
        "ranking": {"bars": bars},
        "table": {"table": {"title": sheet.TABLE_HEAD, "columns": names, "rows": rows}},
        "words": {"text": {"title": sheet.PASSAGE_HEAD, "items": said}},
    }
