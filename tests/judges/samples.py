"""What the sample editions in data/ promise, read without factsheet's own reader."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class Sheet:
    """One PDF that ``factsheet build`` has to make: its file stem, its language, its pages, and what its YAML says."""

    stem: str
    language: str
    pages: int
    source: dict[str, Any]


def load(path: Path) -> dict[str, Any]:
    """Return a YAML mapping."""
    loaded = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(loaded, dict), path
    return loaded


def editions() -> list[Path]:
    """Return the files of all editions, ``data/SHEET/EDITION.yml``."""
    return sorted(path for path in DATA.glob("*/*.yml") if not path.name.startswith("_"))


def sheets() -> list[Sheet]:
    """Return every sheet: an edition in its own language, and in each for which there is a PO file."""
    default = load(DATA / "factsheet.yml").get("language", "en")
    found = []
    for path in editions():
        source = load(path)
        translations = [po.name.split(".")[1] for po in sorted(path.parent.glob(f"{path.stem}.*.po"))]
        for language in [source.get("language", default), *translations]:
            stem = f"{path.parent.name}-{path.stem}-{language}"
            found.append(Sheet(stem, language, len(source["pages"]), source))
    return found
