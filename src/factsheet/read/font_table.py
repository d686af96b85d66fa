"""fonts.toml: the faces of a fonts folder."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ..problems import Position
from .files import MAX_TEXT, decode, inside, read_bytes
from .resources import bundled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .project import Project
    from .report import Problems

TABLE = "fonts.toml"
OURS = bundled("fonts")
"""The tool's own fonts folder. What its table says was checked when the files came into it, and is believed."""

_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")
_RANGE = re.compile(r"(\d{1,4})\.\.(\d{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its family, lightest and boldest weight (equal for static fonts), posture and path."""

    family: str
    weights: tuple[int, int]
    italic: bool
    path: Path

    @property
    def spelled(self) -> str:
        """The weights as the table has them."""
        low, high = self.weights
        return str(low) if low == high else f"{low}..{high}"


@dataclass(frozen=True, slots=True)
class Table:
    """The faces of a fonts folder."""

    file: str
    families: Mapping[str, list[Entry]]


def read_tables(project: Project, problems: Problems) -> tuple[Table, ...] | None:
    """Return the tables of the fonts folders, or None where one of them is broken: nobody knows what it would hold."""
    paths = [folder / TABLE for folder in project.fonts if (folder / TABLE).exists()]
    tables = [
        project.once("fonts", path, partial(_read_table, path, project.relative(path)), problems) for path in paths
    ]
    read = tuple(table for table in tables if table is not None)
    return read if len(read) == len(tables) else None


def _read_table(path: Path, name: str, problems: Problems) -> Table | None:
    data = read_bytes(path, name, MAX_TEXT, problems, Position(name))
    text = None if data is None else decode(data, name, problems)
    if text is None:
        return None
    try:
        families: dict[str, list[Entry]] = {}
        for face in tomllib.loads(text).get("face", []):
            entry = _entry(face, path.parent)
            families.setdefault(entry.family, []).append(entry)
        return Table(name, families)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _AT.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        problems.add("font-table", "this is not TOML", Position(name, line, column), "see https://toml.io")
    except (AttributeError, KeyError, TypeError, ValueError):
        message = "a face needs family (text), weight (number), italic (true or false) and file (beside the table)"
        remedy = "complete the entries under [[face]]; a variable font has a weight like '100..900'"
        problems.add("font-table", message, Position(name), remedy)
    return None


def _entry(face: Mapping[str, Any], folder: Path) -> Entry:
    family, italic, file = face["family"], face["italic"], face["file"]
    path = folder / file
    if not isinstance(family, str) or not isinstance(italic, bool) or not (folder == OURS or inside(path, folder)):
        raise ValueError(file)
    return Entry(family, _weights(face["weight"]), italic, path)


def _weights(value: Any) -> tuple[int, int]:
    if type(value) is int:
        return value, value
    found = _RANGE.fullmatch(value)
    if found is None or int(found[1]) > int(found[2]):
        raise ValueError(value)
    return int(found[1]), int(found[2])
