"""Official names: a sheet's table of terms by language, which its translations are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.terms import Term
from ..problems import Position
from .csv_text import CsvError, delimiter_of, records
from .files import MAX_TEXT, decode, read_bytes
from .report import Problems, listed, quoted
from .values import language as language_tag

if TYPE_CHECKING:
    from pathlib import Path

    from .csv_text import Cell
    from .project import Project

FILE = "terms.csv"
COLUMNS = ("term", "language", "text", "source")
ALTERNATIVES = "|"
MAX_TERMS = 10_000


def read_terms(edition: Path, project: Project) -> tuple[Term, ...]:
    """Return the terms of the sheet of the edition at *edition*: none where it has no table.

    Raises:
        FactsheetError: something is wrong in the table; with every problem.
    """
    path = edition.with_name(FILE)
    if not path.exists():
        return ()
    reader = _Reader(project.relative(path), Problems())
    data = read_bytes(path, reader.file, MAX_TEXT, reader.problems, Position(reader.file))
    text = None if data is None else decode(data, reader.file, reader.problems)
    terms = () if text is None else reader.terms(text)
    reader.problems.finish()
    return terms


class _Reader:
    """Reads one table, every problem at its cell."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file, self.problems = file, problems

    def terms(self, text: str) -> tuple[Term, ...]:
        try:
            found = records(text, delimiter_of(text), MAX_TERMS + 2)
        except CsvError as error:
            position = Position(self.file, error.line, error.column)
            self.problems.add("csv-syntax", str(error), position, "close the quote, or delete it")
            return ()
        header = [cell.text for cell in found[0]] if found else []
        if missing := [name for name in COLUMNS if name not in header]:
            message = f"the table of terms has no column {listed(map(quoted, missing))}"
            self.problems.add("term-invalid", message, Position(self.file), f"its header is {','.join(COLUMNS)}")
            return ()
        if len(found) > MAX_TERMS + 1:
            message = f"the table has more than {MAX_TERMS:,} terms"
            self.problems.add("file-large", message, Position(self.file), "leave out what no sheet says")
        return self._rows(header, found[1 : MAX_TERMS + 1])

    def _rows(self, header: list[str], rows: list[list[Cell]]) -> tuple[Term, ...]:
        terms: dict[tuple[str, str], Term] = {}
        for row in rows:
            if len(row) != len(header):
                message = f"this row has {len(row)} cells, and the header has {len(header)}"
                self._add("csv-syntax", message, row[0], 'a name with a comma stands in quotes: "Safe, Orderly"')
                continue
            cells = {name: row[header.index(name)] for name in COLUMNS}
            term = self._term(cells)
            key = (term.term, term.language)
            if key in terms:
                message = f"{quoted(term.term)} has a name in '{term.language}' already"
                remedy = f"write both names in one row, with {ALTERNATIVES} between them, or delete one"
                self._add("term-invalid", message, cells["term"], remedy)
            terms.setdefault(key, term)
        return tuple(terms.values())

    def _term(self, cells: dict[str, Cell]) -> Term:
        """Return the term of a row, with a problem for each cell that cannot be what its column says."""
        for name, remedy in _REMEDIES.items():
            if not cells[name].text.strip(ALTERNATIVES):
                self._add("term-invalid", f"the {name} is empty", cells[name], remedy)
        tag = cells["language"].text
        try:
            language_tag(tag)
        except ValueError as error:
            if tag:
                self._add("term-invalid", str(error), cells["language"], "write the tag of its PO file")
        texts = tuple(filter(None, (text.strip() for text in cells["text"].text.split(ALTERNATIVES))))
        return Term(" ".join(cells["term"].text.split()), tag, texts, cells["source"].text)

    def _add(self, rule: str, message: str, cell: Cell, remedy: str) -> None:
        self.problems.add(rule, message, Position(self.file, cell.line, cell.column, cell.length), remedy)


_REMEDIES = {
    "term": "write the term as the texts of the sheet have it, or delete the row",
    "language": "write a language tag (fr, zh-Hans)",
    "text": "write its official name in this language, or delete the row",
    "source": "write where the name is established: a document, or the site of whoever it belongs to",
}
