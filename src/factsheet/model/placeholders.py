"""The arguments of a message: ICU's braces, read just so far that each name is found with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"\s*([^\s,{}]*)\s*")
_CHOICES = re.compile(r"\s*(plural|select|selectordinal)\s*,")
_SELECTOR = re.compile(r"[^{}]*")
_MAX_DEPTH = 8


class BraceError(Exception):
    """A brace opens what is never closed, or closes too soon."""

    def __init__(self, message: str, offset: int) -> None:
        """Keep the place of the brace in the text."""
        super().__init__(message)
        self.offset = offset


def placeholders(text: str) -> Iterator[tuple[str, int]]:
    r"""Yield (name, offset of its brace) of each argument of *text*, those within plurals too.

    An apostrophe is a plain character in our texts and ``\{`` a literal brace, unlike in ICU's own syntax
    (https://unicode-org.github.io/icu/userguide/format_parse/messages/).

    Raises:
        BraceError: a placeholder is not closed or has no name.
    """
    yield from _Scanner(text).message(0)


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0

    def message(self, depth: int) -> Iterator[tuple[str, int]]:
        """Read to the end of the text, or to the brace that closes a branch of a plural."""
        while self.at < len(self.text):
            character = self.text[self.at]
            if character == "{":
                yield from self._argument(depth)
            elif character == "}" and depth:
                return
            else:
                self.at += 2 if character == "\\" else 1

    def _argument(self, depth: int) -> Iterator[tuple[str, int]]:
        start = self.at
        if depth > _MAX_DEPTH:
            raise BraceError("placeholders are nested too deep", start)
        found = self._take(_NAME, start + 1)
        if not found[1]:
            raise BraceError("this placeholder has no name", start)
        yield found[1], start
        if self._next(start) == ",":
            self.at += 1
            choices = _CHOICES.match(self.text, self.at)
            if choices is None:
                self._style(start)
            else:
                self.at = choices.end()
                yield from self._branches(start, depth)
        if self._next(start) != "}":
            raise BraceError("this placeholder is not closed", start)
        self.at += 1

    def _branches(self, start: int, depth: int) -> Iterator[tuple[str, int]]:
        self._take(_SELECTOR, self.at)
        while self._next(start) == "{":
            opening = self.at
            self.at += 1
            yield from self.message(depth + 1)
            if self._next(opening) == "}":
                self.at += 1
            self._take(_SELECTOR, self.at)

    def _style(self, start: int) -> None:
        """Pass over a number or date style to its closing brace."""
        open_braces = 0
        while (character := self._next(start)) != "}" or open_braces:
            open_braces += {"{": 1, "}": -1}.get(character, 0)
            self.at += 1

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
