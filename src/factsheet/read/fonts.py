"""Fonts of a brand: from the tables of the fonts folders, or from beside the brand file. Never fetched."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..model.brand import FaceFile
from ..problems import Position
from .families import FALLBACK_FAMILIES
from .files import inside
from .font_files import faces_in, lacking, read_font
from .font_table import OURS, TABLE
from .report import did_you_mean, listed, quoted
from .sfnt import BASIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from .brand_schema import FontFile, FontPath
    from .document import Place
    from .families import Family
    from .font_table import Entry, Table
    from .project import Project
    from .report import Problems
    from .sfnt import Sfnt

    Range = tuple[int, int]


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
    _read: dict[Path, Sfnt | None] = field(default_factory=dict)

    def faces(self, families: Iterable[Family]) -> tuple[FaceFile, ...]:
        """Return the files of *families* and then of the fallback families, in order.

        The first family is the primary one: it has the letters and digits of Basic Latin, since baselines are its.
        """
        found: dict[FaceFile, None] = {}
        for index, family in enumerate(families):
            faces = [replace(face, script=family.script) for face in self._family(family.name, family.position)]
            if index == 0:
                self._check_primary(family, faces)
            found |= dict.fromkeys(faces)
        there = {face.path for face in found}
        found |= dict.fromkeys(face for face in self._fallbacks() if face.path not in there)
        return tuple(found)

    def _fallbacks(self) -> Iterable[FaceFile]:
        """Yield the files of the fallback families. A fonts folder need not have those of every script."""
        for script, family in FALLBACK_FAMILIES.items():
            if not script or any(family in table.families for table in self.tables or ()):
                yield from (replace(face, script=script) for face in self._tabled(family, (), None, None))

    def _check_primary(self, family: Family, faces: Iterable[FaceFile]) -> None:
        for face in faces:
            font = self._font(face.path, self.project.relative(face.path), family.position)
            if font is not None and (missing := lacking(font, BASIC)):
                message = f"{quoted(family.name)} lacks {missing}"
                remedy = "put a family with the letters a to z and the digits first, and this one under its script"
                self.problems.add("font-coverage", message, family.position, remedy)
                return
            if face.path.parent == OURS:  # the faces of a family there have the same letters
                return

    def _family(self, family: str, position: Position) -> Iterable[FaceFile]:
        if family not in self.declared:
            return self._tabled(family, (), None, position)
        font, place = self.declared[family]
        if font.source == "system":
            message = f"{quoted(family)} is a system font, which differs from machine to machine"
            remedy = "use 'source: file' with the font's files, or 'source: google' for a family of the fonts folder"
            self.problems.add("font-system", message, place.at("source").position, remedy)
            return ()
        if font.source == "file":
            return self._own(font, place)
        return self._tabled(family, font.weight, font.italic, place.at("family").position)

    def _tabled(
        self, family: str, weights: tuple[Range, ...], italic: bool | None, position: Position | None
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
        at = position or Position(table.file)
        faces: list[FaceFile] = []
        fit = False
        for entry in table.families[family]:
            ranges = _shared(entry.weights, weights)
            if not ranges or italic not in {None, entry.italic}:
                continue
            fit = True
            faces += self._entry_faces(entry, at, ranges)
        if not fit:
            there = sorted({entry.spelled for entry in table.families[family]})
            message = f"no fonts folder has these weights and styles of {quoted(family)}"
            self.problems.add("font-missing", message, position, f"there are the weights {listed(there)}")
        return faces

    def _entry_faces(self, entry: Entry, at: Position, ranges: tuple[Range, ...]) -> Iterable[FaceFile]:
        """Return the faces of a file of a table.

        Those of the tool's own fonts folder are taken unopened: an edition needs few of them, and what they are was
        checked when they came into the folder (fonts/fetch.py, tests/fonts).
        """
        low, high = entry.weights
        if low == high and entry.path.parent == OURS and entry.path.exists():
            return (FaceFile(entry.family, low, entry.italic, entry.path, position=at),)
        font = self._font(entry.path, self.project.relative(entry.path), at)
        if font is None:
            return ()
        return faces_in(font, entry.family, entry.path, at, italic=entry.italic, weights=ranges)

    def _own(self, font: FontFile, place: Place) -> list[FaceFile]:
        found: list[FaceFile] = []
        for index, file in enumerate(font.files):
            at = place.at("files", index)
            path = self._path(file, at.at("path") if at.at("path").exists else at)
            if path is not None and (read := self._read[path]) is not None:
                found += self._own_faces(font, file, path, read, at)
        if not font.files:
            message = f"{quoted(font.family)} has no files"
            self.problems.add("font-missing", message, place.at("family").position, "list them under 'files:'")
        return found

    def _own_faces(self, font: FontFile, file: FontPath, path: Path, read: Sfnt, place: Place) -> list[FaceFile]:
        """Return the faces of a file of the brand. What the brand leaves open the font says itself."""
        weights = file.weight or (font.weight if "wght" in read.axes else font.single_weight)
        position = (place.at("weight") if place.at("weight").exists else place).position
        if file.weight and "wght" not in read.axes and file.weight[0][0] != file.weight[0][1]:
            message = f"{quoted(file.path)} is not variable: it has one weight"
            self.problems.add("value-invalid", message, position, f"write the one that it has, {read.weight}")
            return []
        italic = read.italic if file.style is None else file.style != "normal"
        asked = (place.at("path") if place.at("path").exists else place).position
        faces = list(faces_in(read, font.family, path, asked, italic=italic, weights=weights))
        if not faces:
            span = read.axes["wght"]
            message = f"{quoted(file.path)} has none of these weights"
            remedy = f"it has the weights {span.low:g} to {span.high:g}"
            self.problems.add("font-missing", message, position, remedy)
        return faces

    def _path(self, file: FontPath, place: Place) -> Path | None:
        """Return where a file of the brand lies, once it is read."""
        position = place.position
        if "://" in file.path:
            self.problems.add("font-missing", "fonts are never fetched", position, "put the file beside the brand file")
            return None
        path = self.folder / file.path
        if not inside(path, self.project.root):
            message = f"{quoted(file.path)} lies outside the project"
            self.problems.add("path-outside", message, position, "put the file into the project")
            return None
        path = path.resolve()
        self._font(path, file.path, position)
        return path

    def _font(self, path: Path, name: str, position: Position) -> Sfnt | None:
        if path not in self._read:
            self._read[path] = read_font(path, name, self.problems, position)
        return self._read[path]


def _shared(has: Range, wanted: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return what a file with the weights *has* gives of those *wanted*; a brand that asks for none takes all."""
    if not wanted:
        return (has,)
    both = ((max(has[0], low), min(has[1], high)) for low, high in wanted)
    return tuple((low, high) for low, high in both if low <= high)
