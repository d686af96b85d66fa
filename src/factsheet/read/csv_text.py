"""Comma-separated text (RFC 4180), each cell with its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_QUOTED = re.compile(r'"((?:[^"]|"")*+)"')
_SPACES = re.compile(r"[ \t]*")


class Cell(NamedTuple):
    """A cell without the blanks round it; its place is that of its first character."""

    text: str
    line: int
    column: int
    length: int


class CsvError(Exception):
    """A quote that cannot be read as one, with its place."""

    def __init__(self, message: str, line: int, column: int) -> None:
        """Keep the place."""
        super().__init__(message)
        self.line, self.column = line, column


def delimiter_of(text: str) -> str:
    """Return what parts the cells: the header says, and a comma wins where it does not."""
    header = _QUOTED.sub("", text.partition("\n")[0])
    return ";" if header.count(";") > header.count(",") else ","


def records(text: str, delimiter: str, most: int) -> list[list[Cell]]:
    r"""Return the records of *text* that are not blank, *most* of them.

    Args:
        text: with ``\n`` line ends.
        delimiter: a comma or a semicolon.
        most: how many to read at most.

    Raises:
        CsvError: a quote is never closed, or closes before its cell ends.
    """
    found: list[list[Cell]] = []
    reader = _Reader(text, re.compile(rf"[^\n{delimiter}]*"), delimiter)
    while reader.at < len(text) and len(found) < most:
        record = reader.record()
        if len(record) > 1 or record[0].text:
            found.append(record)
    return found


@dataclass(slots=True)
class _Reader:
    text: str
    plain: re.Pattern[str]
    delimiter: str
    at: int = 0
    line: int = 1
    begin: int = 0  # where the line begins

    def record(self) -> list[Cell]:
        """Read to the end of the record and over it."""
        cells = [self._cell()]
        while self.text.startswith(self.delimiter, self.at):
            self.at += 1
            cells.append(self._cell())
        if self.at < len(self.text):
            self.at += 1
            self._next_line(self.at)
        return cells

    def _cell(self) -> Cell:
        blanks = _SPACES.match(self.text, self.at)
        start = blanks.end() if blanks is not None else self.at
        if self.text.startswith('"', start):
            return self._quoted(start)
        found = self.plain.match(self.text, self.at)
        self.at = found.end() if found is not None else self.at
        text = self.text[start : self.at].rstrip()
        return Cell(text, self.line, min(start, self.at) - self.begin + 1, max(len(text), 1))

    def _quoted(self, start: int) -> Cell:
        line, column = self.line, start - self.begin + 1
        found = _QUOTED.match(self.text, start)
        if found is None:
            raise CsvError("this quote is never closed", line, column)
        blanks = _SPACES.match(self.text, found.end())
        self.at = blanks.end() if blanks is not None else found.end()
        if self.at < len(self.text) and self.text[self.at] not in (self.delimiter, "\n"):
            raise CsvError('the cell goes on after its closing quote; a quote in a cell is written ""', line, column)
        lines = found[0].count("\n")
        if lines:
            self.line += lines - 1
            self._next_line(start + found[0].rfind("\n") + 1)
        return Cell(found[1].replace('""', '"').strip(), line, column, len(found[0].partition("\n")[0]))

    def _next_line(self, begin: int) -> None:
        self.line += 1
        self.begin = begin
