r"""PO files: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html.

Read by hand, since every problem of a translation has its line and column, and what was translated before
(``#| msgid``) has to survive the reading: polib knows an entry's line alone, and Babel drops the previous text, takes
``{name}`` for a format of Python's, and flags it so. Both judge what we read and write (tests/translation).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.translation import Catalogue, Entry, Stretch
from ..problems import Position
from .files import MAX_TEXT, decode, read_bytes
from .report import Problems

if TYPE_CHECKING:
    from pathlib import Path

    from .project import Project

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(?=\"|$)")


def po_path(edition: Path, language: str) -> Path:
    """Return where the translation of the edition at *edition* lies: ``2018.fr.po`` beside ``2018.yml``."""
    return edition.with_name(f"{edition.stem}.{language}.po")


def edition_before(edition: Path, language: str, project: Project) -> Path | None:
    """Return the last edition of the sheet before this one, by name, that is translated into *language*."""
    earlier = (path for path in project.editions().values() if path.parent == edition.parent)
    found = [path for path in earlier if _by_name(path) < _by_name(edition) and po_path(path, language).is_file()]
    return max(found, key=_by_name, default=None)


def languages_of(edition: Path) -> tuple[str, ...]:
    """Return the languages that the edition at *edition* has PO files in, sorted."""
    names = (path.name for path in edition.parent.glob("*.po") if path.name.startswith(f"{edition.stem}."))
    tags = (name.removeprefix(f"{edition.stem}.").removesuffix(".po") for name in names)
    return tuple(sorted(tag for tag in tags if tag and "." not in tag))


def _by_name(edition: Path) -> list[tuple[int, str]]:
    """Order editions as people number them: 2018-2 before 2018-10."""
    parts = re.findall(r"\d+|\D+", edition.stem, re.ASCII)
    return [(int(part), "") if part.isdigit() and part.isascii() else (-1, part) for part in parts]


def read_translation(edition: Path, language: str, project: Project) -> Catalogue:
    """Read the translation of the edition at *edition*.

    Raises:
        FactsheetError: it cannot be read, or is badly written; with every problem.
    """
    problems = Problems()
    catalogue = read_po(po_path(edition, language), language, project, problems)
    problems.finish()
    if catalogue is None:
        problems.stop()
    return catalogue


def read_po(path: Path, language: str, project: Project, problems: Problems) -> Catalogue | None:
    """Read a PO file; what is wrong with it goes to *problems*, each with its line.

    Returns:
        The catalogue of what is well written, or None where the file cannot be read as text.
    """
    file = project.relative(path)
    data = read_bytes(path, file, MAX_TEXT, problems, Position(file))
    text = None if data is None else decode(data, file, problems)
    return None if text is None else parsed(text, file, language, problems)


def parsed(text: str, file: str, language: str, problems: Problems) -> Catalogue:
    """Return the entries of a PO file's *text*."""
    reader = _Reader(file, problems)
    for number, line in enumerate(text.split("\n"), 1):
        reader.line(line, number)
    reader.close()
    header = next((entry for entry in reader.entries if not entry.source and not entry.context), None)
    return Catalogue(language, file, header, tuple(entry for entry in reader.entries if entry is not header))


@dataclass(slots=True)
class _Draft:
    """An entry that is being read."""

    parts: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    obsolete: bool = False
    first: int = 0
    line: int = 0


@dataclass(slots=True)
class _Reader:
    """Reads line by line."""

    file: str
    problems: Problems
    entries: list[Entry] = field(default_factory=list)
    draft: _Draft = field(default_factory=_Draft)
    open: tuple[dict[str, str], str] | None = None  # the text that a quoted line goes on with
    known: dict[tuple[str, str], int] = field(default_factory=dict)

    def line(self, line: str, number: int) -> None:
        stripped = line.strip()
        if not stripped:
            self.open = None
            if "msgstr" in self.draft.parts:
                self.close()
            return
        column = len(line) - len(line.lstrip()) + 1
        if stripped.startswith("#~"):
            self._obsolete(stripped[2:], column + 2, number)
        elif stripped.startswith("#"):
            self._comment(stripped, column, number)
        else:
            self._message(stripped, column, number, obsolete=False)

    def close(self) -> None:
        """Keep the entry that was read, if it is one."""
        draft, self.draft, self.open = self.draft, _Draft(), None
        if not draft.parts:
            return
        if missing := [key for key in ("msgid", "msgstr") if key not in draft.parts]:
            self._wrong(f"this entry has no {missing[0]}", draft.first, 1, f"write '{missing[0]} \"\"'")
            return
        key = (draft.parts.get("msgctxt", ""), draft.parts["msgid"])
        if not draft.obsolete:
            if key in self.known:
                self._wrong(f"line {self.known[key]} has the same text already", draft.line, 1, "delete one of the two")
                return
            self.known[key] = draft.line
        self.entries.append(
            Entry(
                *key,
                text=draft.parts["msgstr"],
                flags=tuple(dict.fromkeys(draft.flags)),
                notes=tuple(draft.notes),
                comments=tuple(draft.comments),
                references=tuple(draft.references),
                previous=draft.before.get("msgid"),
                previous_context=draft.before.get("msgctxt"),
                obsolete=draft.obsolete,
                file=self.file,
                line=draft.line,
                stretches=tuple(draft.stretches),
            )
        )

    def _obsolete(self, rest: str, column: int, number: int) -> None:
        inner = rest.lstrip()
        column += len(rest) - len(inner)
        if inner.startswith("|"):
            self._fresh(number)
            self._previous(inner[1:], column + 1, number)
        elif inner:
            self._message(inner, column, number, obsolete=True)

    def _comment(self, line: str, column: int, number: int) -> None:
        self._fresh(number)
        kind, rest = line[1:2], line[2:].strip()
        if kind == ",":
            self.draft.flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
        elif kind == ".":
            self.draft.comments.append(rest)
        elif kind == ":":
            self.draft.references += rest.split()
        elif kind == "|":
            self._previous(line[2:], column + 2, number)
        else:
            self.draft.notes.append(line[1:].removeprefix(" ").rstrip())

    def _previous(self, rest: str, column: int, number: int) -> None:
        inner = rest.lstrip()
        self._part(inner, column + len(rest) - len(inner), number, self.draft.before)

    def _message(self, line: str, column: int, number: int, *, obsolete: bool) -> None:
        found = _KEYWORD.match(line)
        if found is not None and found[1] in {"msgctxt", "msgid"}:
            self._fresh(number)
        self.draft.obsolete = self.draft.obsolete or obsolete
        self._part(line, column, number, self.draft.parts)

    def _fresh(self, number: int) -> None:
        """End the entry before, where this line begins another one."""
        if "msgstr" in self.draft.parts:
            self.close()
        self.draft.first = self.draft.first or number

    def _part(self, line: str, column: int, number: int, parts: dict[str, str]) -> None:
        """Read a keyword with its text, or a text that goes on with the one before."""
        found = _KEYWORD.match(line)
        if found is not None:
            key = found[1]
            if key == "msgid_plural" or "[" in key:
                remedy = "write plurals inside of the text: {n, plural, one {…} other {…}}"
                self._wrong("plural forms of gettext are not used here", number, column, remedy)
                key = "msgid_plural"
            elif key in parts:
                self._wrong(f"there are two {key} in this entry", number, column, "leave an empty line between entries")
            elif key == "msgid" and parts is self.draft.parts:
                self.draft.line = number
            self.open = (parts, key)
            parts[key] = ""
            line, column = line[found.end() :], column + found.end()
            if not line:
                return
        quoted = _STRING.fullmatch(line)
        if quoted is None or self.open is None or self.open[0] is not parts:
            self._wrong("a text in quotes is wanted here", number, column, "close it with a quote, on the same line")
            return
        _, key = self.open
        if key == "msgstr":
            self.draft.stretches.append(Stretch(len(parts[key]), number, column + 1, quoted[1]))
        parts[key] += self._unescaped(quoted[1], number, column + 1)

    def _unescaped(self, raw: str, number: int, column: int) -> str:
        def said(found: re.Match[str]) -> str:
            if found[1] in _ESCAPES:
                return _ESCAPES[found[1]]
            remedy = 'write \\\\ for a backslash, \\" for a quote, \\n for the end of a line'
            self._wrong(f"'{found[0]}' means nothing in a PO file", number, column + found.start(), remedy)
            return found[0]

        return re.sub(r"\\(.)", said, raw)

    def _wrong(self, message: str, line: int, column: int, remedy: str) -> None:
        self.problems.add("po-syntax", message, Position(self.file, line, column), remedy)
