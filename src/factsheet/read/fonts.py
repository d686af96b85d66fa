"""Font files of a brand: from the tables of the fonts folders, or from beside the brand file. Never fetched."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.brand import FaceFile
from ..problems import Position
from .files import MAX_TEXT, decode, fault, inside, read_bytes
from .report import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from .brand_schema import FontFile, FontPath
    from .document import Place
    from .project import Project
    from .report import Problems

FALLBACK_FAMILIES = ("Noto Sans",)
"""Families that follow the brand's own in every face list, so that a letter which those lack is still set."""

TABLE = "fonts.toml"
_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""First bytes of TrueType and OpenType files (OpenType 1.9, Organization of an OpenType font)."""

_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Table:
    """The faces of a fonts folder."""

    file: str
    families: Mapping[str, list[FaceFile]]


def read_tables(project: Project, problems: Problems) -> tuple[Table, ...] | None:
    """Return the tables of the fonts folders, or None where one of them is broken: nobody knows what it would hold."""
    paths = [folder / TABLE for folder in project.fonts if (folder / TABLE).exists()]
    tables = [_read_table(path, project.relative(path), problems) for path in paths]
    read = tuple(table for table in tables if table is not None)
    return read if len(read) == len(tables) else None


def _read_table(path: Path, name: str, problems: Problems) -> Table | None:
    data = read_bytes(path, name, MAX_TEXT, problems, Position(name))
    text = None if data is None else decode(data, name, problems)
    if text is None:
        return None
    try:
        families: dict[str, list[FaceFile]] = {}
        for entry in tomllib.loads(text).get("face", []):
            face = _face(entry, path.parent)
            families.setdefault(face.family, []).append(face)
        return Table(name, families)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _AT.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        problems.add("font-table", "this is not TOML", Position(name, line, column), "see https://toml.io")
    except (AttributeError, KeyError, TypeError, ValueError):
        message = "a face needs family (text), weight (number), italic (true or false) and file (beside the table)"
        problems.add("font-table", message, Position(name), "complete the entries under [[face]]")
    return None


def _face(entry: Mapping[str, Any], folder: Path) -> FaceFile:
    family, weight, italic, file = entry["family"], entry["weight"], entry["italic"], entry["file"]
    path = folder / file
    well_typed = isinstance(family, str) and type(weight) is int and isinstance(italic, bool)
    if not well_typed or not inside(path, folder):
        raise ValueError(file)
    return FaceFile(family, weight, italic, path)


def check_font(path: Path, name: str, problems: Problems, position: Position) -> bool:
    """Say whether *path* is a font file, by its first bytes; where it is none, note it at *position*."""
    if (found := fault(path, name)) is not None:
        problems.add("font-missing", found[1], position, "put the file there")
        return False
    with path.open("rb") as stream:
        if stream.read(4) in _SIGNATURES:
            return True
    problems.add("font-invalid", f"{name} is no TrueType or OpenType font", position, "take the .ttf or .otf file")
    return False


def _any(weight: int) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class FontShelf:
    """Finds the files of a family.

    Attributes:
        declared: ``typography.fonts`` by family, each with its place.
        folder: that of the brand file.
        project: says where fonts lie.
        tables: those of the fonts folders, the project's own first; None where one is broken.
        problems: takes what is wrong.
    """

    declared: Mapping[str, tuple[FontFile, Place]]
    folder: Path
    project: Project
    tables: tuple[Table, ...] | None
    problems: Problems

    def faces(self, families: Iterable[tuple[str, Position]]) -> tuple[FaceFile, ...]:
        """Return the files of *families* and then of the fallback families, in order."""
        found: dict[FaceFile, None] = {}
        for family, position in families:
            found |= dict.fromkeys(self._family(family, position))
        for family in FALLBACK_FAMILIES:
            found |= dict.fromkeys(self._tabled(family, _any, None, None))
        return tuple(found)

    def _family(self, family: str, position: Position) -> Iterable[FaceFile]:
        if family not in self.declared:
            return self._tabled(family, _any, None, position)
        font, place = self.declared[family]
        if font.source == "system":
            message = f"{quoted(family)} is a system font, which differs from machine to machine"
            remedy = "use 'source: file' with the font's files, or 'source: google' for a family of the fonts folder"
            self.problems.add("font-system", message, place.at("source").position, remedy)
            return ()
        if font.source == "file":
            return self._own(font, place)
        return self._tabled(family, font.wanted, font.italic, place.at("family").position)

    def _tabled(
        self, family: str, wanted: Callable[[int], bool], italic: bool | None, position: Position | None
    ) -> list[FaceFile]:
        if self.tables is None:
            return []
        table = next((table for table in self.tables if family in table.families), None)
        if table is None:
            known = list(dict.fromkeys(family for table in self.tables for family in table.families))
            remedy = f"add its files and their entries to {TABLE}; the fonts folders have {listed(known) or 'nothing'}"
            message = f"no fonts folder has {quoted(family)}"
            self.problems.add("font-missing", message, position, remedy, did_you_mean(family, known))
            return []
        faces = [face for face in table.families[family] if wanted(face.weight) and italic in {None, face.italic}]
        if not faces:
            weights = sorted({face.weight for face in table.families[family]})
            message = f"no fonts folder has these weights and styles of {quoted(family)}"
            remedy = f"there are the weights {listed(map(str, weights))}"
            self.problems.add("font-missing", message, position, remedy)
        at, name = Position(table.file), self.project.relative
        return [face for face in faces if check_font(face.path, name(face.path), self.problems, at)]

    def _own(self, font: FontFile, place: Place) -> list[FaceFile]:
        found = []
        for index, file in enumerate(font.files):
            at = place.at("files", index)
            path = self._path(file, at.at("path") if at.at("path").exists else at)
            if path is not None:
                weight = file.weight or font.single_weight
                found.append(FaceFile(font.family, weight, file.style in {"italic", "oblique"}, path))
        if not font.files:
            message = f"{quoted(font.family)} has no files"
            self.problems.add("font-missing", message, place.at("family").position, "list them under 'files:'")
        return found

    def _path(self, file: FontPath, place: Place) -> Path | None:
        position = place.position
        if "://" in file.path:
            self.problems.add("font-missing", "fonts are never fetched", position, "put the file beside the brand file")
            return None
        path = self.folder / file.path
        if not inside(path, self.project.root):
            message = f"{quoted(file.path)} lies outside the project"
            self.problems.add("path-outside", message, position, "put the file into the project")
            return None
        return path.resolve() if check_font(path, file.path, self.problems, position) else None
