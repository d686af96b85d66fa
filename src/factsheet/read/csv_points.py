"""Facts whose points lie in a CSV file of the project."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..problems import Position
from .csv_text import CsvError, delimiter_of, records
from .document import Document, Place
from .files import MAX_TEXT, decode, inside, read_bytes
from .report import did_you_mean, listed, quoted
from .schema import PointFile
from .validate import validated

if TYPE_CHECKING:
    from pathlib import Path

    from .csv_text import Cell
    from .project import Project
    from .report import Problems
    from .schema import TableFactFile

MAX_ROWS = 10_000
MAX_POINTS = 1_000
"""Points of one fact. A series that is read by people has a few dozen; a file with more is filtered with ``where``."""

_COLUMNS = ("at", "value", "qualifier", "status", "note")


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file, read: the places of its columns by name, and its rows, each as wide as the header."""

    file: str
    columns: dict[str, int]
    rows: list[list[Cell]]


@dataclass(slots=True)
class Tables:
    """The CSV files of an edition, each read once.

    Attributes:
        folder: where the edition lies; names of files are taken from there.
        project: nothing outside it is read.
        problems: takes what is wrong.
    """

    folder: Path
    project: Project
    problems: Problems
    read: dict[str, Table | None] = field(default_factory=dict)

    def points(self, file: TableFactFile, place: Place) -> list[tuple[PointFile, Place]] | None:
        """Return the points of the fact at *place* with the row of each, or None where they cannot be read.

        Rows with an empty value are gaps: the file has them for other columns.
        """
        if file.from_ not in self.read:
            self.read[file.from_] = self._table(file.from_, place.at("from"))
        table = self.read[file.from_]
        if table is None or not self._known(file, table, place) or not (rows := self._rows(file, table, place)):
            return None
        document = _document(file, table, rows)
        made = [
            (validated(PointFile, value, at, self.problems), at)
            for index, value in enumerate(document.value)
            if value["value"] and (at := Place(document, str(index)))
        ]
        points = [(point, at) for point, at in made if point is not None]
        return points if len(points) == len(made) else None

    def _table(self, name: str, place: Place) -> Table | None:
        path = self.folder / name
        if not inside(path, self.project.root):
            message = f"{quoted(name)} lies outside the project"
            self.problems.add("path-outside", message, place.position, "copy it to the edition's folder")
            return None
        data = read_bytes(path, name, MAX_TEXT, self.problems, place.position)
        file = self.project.relative(path.resolve())
        text = None if data is None else decode(data, file, self.problems)
        if text is None:
            return None
        try:
            found = records(text, delimiter_of(text), MAX_ROWS + 2)
        except CsvError as error:
            self.problems.add("csv-syntax", str(error), Position(file, error.line, error.column))
            return None
        return self._checked(file, found)

    def _checked(self, file: str, found: list[list[Cell]]) -> Table | None:
        if not found:
            self.problems.add("csv-syntax", "the file is empty", Position(file), "its first line names its columns")
            return None
        header, *rows = found
        names = [cell.text for cell in header]
        before = len(self.problems)
        for index, cell in enumerate(header):
            if cell.text and cell.text in names[:index]:
                message = f"two columns are called {quoted(cell.text)}"
                self.problems.add("csv-syntax", message, _position(file, cell), "give one of them another name")
        for row in rows:
            if len(row) != len(header):
                message = f"this row has {len(row)} cells, and the header has {len(header)}"
                remedy = 'a cell that holds the character between cells stands in quotes: "1,5"'
                self.problems.add("csv-syntax", message, _position(file, row[0]), remedy)
        if len(rows) > MAX_ROWS:
            message = f"the file has more than {MAX_ROWS:,} rows"
            self.problems.add("file-large", message, _position(file, rows[-1][0]), "leave out what no fact needs")
        columns = {name: index for index, name in enumerate(names) if name}
        return Table(file, columns, rows) if len(self.problems) == before else None

    def _known(self, file: TableFactFile, table: Table, place: Place) -> bool:
        asked = [(getattr(file, key), place.at(key).position) for key in _COLUMNS if getattr(file, key) is not None]
        asked += [(column, place.at("where", column).key) for column in file.where]
        unknown = [(name, position) for name, position in asked if name not in table.columns]
        for name, position in unknown:
            message, caret = f"{table.file} has no column {quoted(name)}", did_you_mean(name, table.columns)
            remedy = f"its columns are {listed(table.columns)}"
            self.problems.add("csv-column-unknown", message, position, remedy, caret)
        return not unknown

    def _rows(self, file: TableFactFile, table: Table, place: Place) -> list[list[Cell]]:
        asked = [(table.columns[name], text) for name, text in file.where.items()]
        rows = [row for row in table.rows if all(row[column].text == text for column, text in asked)]
        if not rows:
            key = "where" if file.where else "from"
            remedy = "check what 'where:' asks for" if file.where else "write rows under its header"
            self.problems.add("csv-row-missing", f"{table.file} has no such row", place.at(key).position, remedy)
        elif len(rows) > MAX_POINTS:
            message = f"{len(rows):,} rows of {table.file} are meant here; a fact has {MAX_POINTS:,} points at most"
            remedy = "choose rows with 'where: {column: text}'"
            self.problems.add("file-large", message, place.at("from").position, remedy)
            return []
        return rows


def _position(file: str, cell: Cell) -> Position:
    return Position(file, cell.line, cell.column, cell.length)


def _document(file: TableFactFile, table: Table, rows: list[list[Cell]]) -> Document:
    """Return *rows* as a document of points, so that a mistake in a cell is found and reported as one in YAML is."""
    columns = {key: table.columns[name] for key in _COLUMNS if (name := getattr(file, key)) is not None}
    values: dict[str, Position] = {"": Position(table.file)}
    points: list[dict[str, Any]] = []
    for index, row in enumerate(rows):
        values[str(index)] = _position(table.file, row[columns["at"]])
        cells = {key: row[column] for key, column in columns.items()}
        values |= {f"{index}.{key}": _position(table.file, cell) for key, cell in cells.items()}
        filled = {key: cell.text for key, cell in cells.items() if cell.text or key in {"at", "value"}}
        points.append(filled)
    return Document(table.file, points, "", values, {}, {})
