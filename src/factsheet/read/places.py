"""Places: the project's table of names and coordinates, read once something names one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import normalize

from ..model.places import Place
from ..problems import Position
from .csv_text import CsvError, delimiter_of, records
from .files import MAX_TEXT, decode, read_bytes
from .report import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from .csv_text import Cell
    from .project import Project
    from .report import Problems

FILE = "places.csv"
COLUMNS = ("name", "latitude", "longitude", "country", "source")
MAX_PLACES = 10_000

_DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,8})?", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_REACH = {"latitude": 90.0, "longitude": 180.0}


@dataclass(slots=True)
class Places:
    """The places of a project.

    Attributes:
        project: says where the table lies: ``data/places.csv``.
        problems: takes what is wrong in it, and names that it does not have.
        table: the places by name, once they are read.
    """

    project: Project
    problems: Problems
    table: dict[str, Place] | None = field(default=None, init=False)
    asked: bool = field(default=False, init=False)

    def place(self, place: Place, position: Position, where: str) -> Place:
        """Return *place* with its coordinates; one that the table does not have is a problem at *position*."""
        if not self.asked:
            self.asked, self.table = True, self._read(position)
        if self.table is None:
            return place
        found = self.table.get(normalize("NFC", place.name))
        if found is None:
            message, caret = f"there is no place {quoted(place.name)}", did_you_mean(place.name, self.table)
            remedy = f"write it into {self._said} with its coordinates and their source"
            self.problems.add("place-unknown", message, position, remedy, caret, where)
        return found or place

    @property
    def _said(self) -> str:
        return self.project.relative(self.project.data / FILE)

    def _read(self, position: Position) -> dict[str, Place] | None:
        """Return the places by name; None where there is no table to speak of."""
        data = read_bytes(self.project.data / FILE, self._said, MAX_TEXT, self.problems, position)
        text = None if data is None else decode(data, self._said, self.problems)
        if text is None:
            return None
        try:
            found = records(text, delimiter_of(text), MAX_PLACES + 2)
        except CsvError as error:
            position = Position(self._said, error.line, error.column)
            self.problems.add("csv-syntax", str(error), position, "close the quote, or delete it")
            return None
        header = [cell.text for cell in found[0]] if found else []
        if missing := [name for name in COLUMNS if name not in header]:
            message = f"the table of places has no column {listed(map(quoted, missing))}"
            self.problems.add("place-invalid", message, Position(self._said), f"its header is {','.join(COLUMNS)}")
            return None
        if len(found) > MAX_PLACES + 1:
            message, remedy = f"the table has more than {MAX_PLACES:,} places", "leave out what no map shows"
            self.problems.add("file-large", message, Position(self._said), remedy)
        return self._places(header, found[1 : MAX_PLACES + 1])

    def _places(self, header: list[str], rows: list[list[Cell]]) -> dict[str, Place]:
        table: dict[str, Place] = {}
        columns = {name: header.index(name) for name in COLUMNS}
        for row in rows:
            if len(row) != len(header):
                message = f"this row has {len(row)} cells, and the header has {len(header)}"
                self._add("csv-syntax", message, row[0], 'a name with a comma stands in quotes: "Harbour, Old"')
                continue
            cells = {name: row[column] for name, column in columns.items()}
            place = self._place(cells)
            if place.name in table:
                message = f"{quoted(place.name)} is in the table already"
                self._add("place-duplicate", message, cells["name"], "tell the two apart, or delete one")
            table.setdefault(place.name, place)
        return table

    def _place(self, cells: dict[str, Cell]) -> Place:
        """Return the place of a row, with a problem for each cell that cannot be what its column says."""
        if not cells["name"].text:
            self._add("place-invalid", "the name is empty", cells["name"], "write the name, or delete the row")
        if not _COUNTRY.fullmatch(cells["country"].text):
            message = f"{quoted(cells['country'].text)} is no country"
            self._add("place-invalid", message, cells["country"], "write the two letters of ISO 3166-1, such as CH")
        if not cells["source"].text:
            self._add("place-invalid", "the source is empty", cells["source"], "write where the coordinates come from")
        latitude, longitude = (self._degrees(name, cells[name]) for name in _REACH)
        name = normalize("NFC", cells["name"].text)
        return Place(name, latitude, longitude, cells["country"].text, cells["source"].text)

    def _degrees(self, name: str, cell: Cell) -> float:
        reach = _REACH[name]
        if _DEGREES.fullmatch(cell.text) and abs(value := float(cell.text)) <= reach:
            return value
        message = f"{quoted(cell.text)} is no {name}"
        self._add("place-invalid", message, cell, f"write degrees from -{reach:g} to {reach:g}, such as -6.25")
        return 0.0

    def _add(self, rule: str, message: str, cell: Cell, remedy: str) -> None:
        self.problems.add(rule, message, Position(self._said, cell.line, cell.column, cell.length), remedy)
