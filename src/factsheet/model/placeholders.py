"""The arguments of a message: ICU's braces, read just so far that each name is found with its place and its format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

FORMATS = ("number", "spellout", "ordinal", "plural", "selectordinal")
"""What may follow a fact's name. ICU knows more (date, select, choice), but facts are numbers."""

KEYWORDS = ("zero", "one", "two", "few", "many", "other")
"""Plural categories of CLDR (https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules)."""

BRANCHED = frozenset({"plural", "selectordinal"})
"""Formats that choose among branches."""

_NAME = re.compile(r"\s*([^\s,{}]*)\s*")
_FORMAT = re.compile(r"\s*([^\s,{}]*)\s*")
_OFFSET = re.compile(r"\s*(?:offset\s*:\s*\d+)?")
_SELECTOR = re.compile(r"\s*([^\s{}]*)\s*")
_EXACT = re.compile(r"=\d+", re.ASCII)
_MAX_DEPTH = 8


class BraceError(Exception):
    """A brace opens what is never closed, or closes what was never opened."""

    def __init__(self, message: str, offset: int) -> None:
        """Keep the place of the brace in the text."""
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Argument:
    """One placeholder.

    Attributes:
        name: a fact, a point of one, with or without ``_bare``.
        offset: where its brace opens; *end* is behind the brace that closes it.
        format: ``number``, ``plural`` …, or empty where the fact is printed as it is.
        style: what follows the format.
        hashes: offsets of each ``#`` in the branches of a plural, which stands for the number.
    """

    name: str
    offset: int
    end: int
    format: str = ""
    style: str = ""
    hashes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a text, and with which characters of it; *choices* are what may stand there."""

    kind: Literal["brace", "format", "plural"]
    message: str
    offset: int
    length: int = 1
    remedy: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """A text, read: its placeholders by their place, the words between them, and what is wrong."""

    arguments: tuple[Argument, ...]
    literals: tuple[str, ...]
    faults: tuple[Fault, ...]


def scanned(text: str) -> Scan:
    r"""Return the placeholders of *text*, those within plurals too. A brace that fits nowhere ends the reading.

    An apostrophe is a plain character in our texts and ``\{`` a literal brace, unlike in ICU's own syntax
    (https://unicode-org.github.io/icu/userguide/format_parse/messages/).
    """
    scanner = _Scanner(text)
    try:
        scanner.message(0, None)
    except BraceError as error:
        remedy = "close it, or write \\{ for a brace that is meant as one"
        scanner.faults.append(Fault("brace", str(error), error.offset, remedy=remedy))
    ordered = sorted(scanner.arguments, key=lambda argument: argument.offset)
    return Scan(tuple(ordered), tuple(scanner.literals), tuple(scanner.faults))


def placeholders(text: str) -> Iterator[tuple[str, int]]:
    """Yield (name, offset of its brace) of each argument of *text*.

    Raises:
        BraceError: a placeholder is not closed or has no name, or a brace closes nothing.
    """
    scan = scanned(text)
    for fault in scan.faults:
        if fault.kind == "brace":
            raise BraceError(fault.message, fault.offset)
    for argument in scan.arguments:
        yield argument.name, argument.offset


def facts_in(text: str, ids: Container[str]) -> tuple[str, ...]:
    """Return the facts that placeholders of *text* name, of those in *ids*: ``staff`` of ``{staff_1998_bare}``."""
    stems = (_stem(argument.name, ids) for argument in scanned(text).arguments)
    return tuple(dict.fromkeys(filter(None, stems)))


def _stem(name: str, ids: Container[str]) -> str:
    while name and name not in ids:
        name = name.rpartition("_")[0]
    return name


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0
    arguments: list[Argument] = field(default_factory=list)
    literals: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def message(self, depth: int, hashes: list[int] | None) -> None:
        """Read to the end of the text, or to the brace that closes a branch of a plural."""
        start = self.at
        while self.at < len(self.text):
            character = self.text[self.at]
            if character == "{":
                self._literal(start)
                self._argument(depth)
                start = self.at
                continue
            if character == "}" and depth:
                break
            if character == "}":
                remedy = "write \\} for a brace that is meant as one"
                self.faults.append(Fault("brace", "this brace closes nothing", self.at, remedy=remedy))
            elif character == "#" and hashes is not None:
                hashes.append(self.at)
            self.at += 2 if character == "\\" else 1
        self._literal(start)

    def _literal(self, start: int) -> None:
        if self.at > start:
            self.literals.append(self.text[start : self.at])

    def _argument(self, depth: int) -> None:
        start = self.at
        if depth > _MAX_DEPTH:
            raise BraceError("placeholders are nested too deep", start)
        name = self._take(_NAME, start + 1)[1]
        if not name:
            raise BraceError("this placeholder has no name", start)
        kind, style, hashes = "", "", list[int]()
        if self._next(start) == ",":
            found = self._take(_FORMAT, self.at + 1)
            kind = found[1]
            if kind in BRANCHED:
                self._branches(start, depth, hashes)
            else:
                self._check_format(kind, found.start(1))
                style = self._style(start)
        if self._next(start) != "}":
            raise BraceError("this placeholder is not closed", start)
        self.at += 1
        self.arguments.append(Argument(name, start, self.at, kind, style, tuple(hashes)))

    def _check_format(self, kind: str, offset: int) -> None:
        if kind not in FORMATS:
            message = f"no format of a figure is called '{kind[:40]}'"
            remedy = f"the formats are {', '.join(FORMATS)}"
            self.faults.append(Fault("format", message, offset, max(len(kind), 1), remedy, FORMATS))

    def _branches(self, start: int, depth: int, hashes: list[int]) -> None:
        if self._next(start) == ",":
            self._take(_OFFSET, self.at + 1)
        seen: set[str] = set()
        while True:
            selector = self._take(_SELECTOR, self.at)
            if self._next(start) != "{":
                break
            self._check_selector(selector, seen)
            opening = self.at
            self.at += 1
            self.message(depth + 1, hashes)
            if self._next(opening) == "}":
                self.at += 1
        if selector[1]:
            message = f"'{selector[1][:40]}' has no words in braces"
            self._plural(message, selector.start(1), len(selector[1]), f"write '{selector[1][:40]} {{…}}'")
        elif "other" not in seen:
            self._plural("this plural has no 'other' branch", start, 1, "add 'other {…}': every language needs it")

    def _check_selector(self, selector: re.Match[str], seen: set[str]) -> None:
        word, offset = selector[1], selector.start(1)
        if word in seen:
            self._plural(f"there are two '{word}' branches", offset, len(word), "keep one of the two")
        elif word not in KEYWORDS and not _EXACT.fullmatch(word):
            message = f"no plural category is called '{word[:40]}'"
            self._plural(message, offset, max(len(word), 1), f"write {', '.join(KEYWORDS)}, or =0, =1 …", KEYWORDS)
        seen.add(word)

    def _plural(self, message: str, offset: int, length: int, remedy: str, choices: tuple[str, ...] = ()) -> None:
        self.faults.append(Fault("plural", message, offset, length, remedy, choices))

    def _style(self, start: int) -> str:
        """Pass over a number style to its closing brace and return it."""
        open_braces, begin = 0, self.at
        while (character := self._next(start)) != "}" or open_braces:
            open_braces += {"{": 1, "}": -1}.get(character, 0)
            self.at += 1
        return self.text[begin : self.at].removeprefix(",").strip()

    def _take(self, pattern: re.Pattern[str], start: int) -> re.Match[str]:
        found = pattern.match(self.text, start)
        if found is None:
            raise BraceError("this placeholder is not closed", start)
        self.at = found.end()
        return found

    def _next(self, start: int) -> str:
        if self.at >= len(self.text):
            raise BraceError("this brace is never closed", start)
        return self.text[self.at]
