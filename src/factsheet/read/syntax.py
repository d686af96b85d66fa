"""What a YAML parser complains of, in words that say what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..problems import Position

if TYPE_CHECKING:
    from .report import Problems

QUOTE_BRACE = 'a text that begins with { must be quoted: "{name} …"'


class _Saying(NamedTuple):
    pattern: re.Pattern[str]
    message: str
    remedy: str


def _saying(pattern: str, message: str, remedy: str) -> _Saying:
    return _Saying(re.compile(pattern), message, remedy)


_SAYINGS = (
    _saying(
        "mapping values are not allowed",
        "a colon and a blank stand where no key can be",
        "quote a text that holds ': ', and check the indentation of a key",
    ),
    _saying(
        "could not find expected ':'", "this is neither a key nor a value", "write 'key: value', or indent the text"
    ),
    _saying("quoted scalar.*end of stream", "the quote that opens here is never closed", "close it"),
    _saying("unknown escape", "a backslash in double quotes begins an escape", "use single quotes, or write \\\\"),
    _saying("escape code|escape sequence", "this escape names no character", "write the character itself"),
    _saying("scanning an (alias|anchor)", "a text cannot begin with * or &", "quote the text"),
    _saying("scanning a (tag|directive)|parsing a tag", "a text cannot begin with ! or %", "quote the text"),
    _saying("block scalar", "after | or > the text begins on the next line", "put the text on a line of its own"),
    _saying("flow sequence", "a list in [ ] goes wrong here", "put commas between, close it, or quote the text"),
    _saying("flow mapping|flow node", "keys in { } go wrong here", "put commas between, close it, or quote the text"),
    _saying("block (collection|sequence)", "a list entry begins with '- ', as far in as the others", "indent it alike"),
    _saying("expected key|block mapping", "a key is expected here", "indent it like the keys above, or quote the text"),
    _saying("node content", "a value is expected here", "quote a text that begins with a sign"),
    _saying("incompatible YAML|directive|document start", "this YAML directive is not understood", "delete the line"),
)
"""The messages of libyaml and of PyYAML's own parser (they differ in words), most particular first."""

_BRACED = re.compile(r"(?:^|[:,\-\[{])\s*(\{[^{}]*\})[^{}\[\],]*$")
_PLACEHOLDER = re.compile(r"\{\s*[a-z][a-z0-9_]*\s*[,}]")


def add_syntax_problem(error: Exception, text: str, file: str, problems: Problems) -> None:
    """Note that *text* is not YAML: where the parser stopped, in our words."""
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    line = min(line, len(lines) - 1)
    if (brace := _brace(error, lines, line, column)) is not None:
        message = "a value that begins with { is a mapping to YAML, not a text"
        problems.add("yaml-brace", message, Position(file, *brace), QUOTE_BRACE, "quote the text")
        return
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    message, remedy = _translated(said, lines[line][column : column + 1])
    if "quoted scalar" in said and (opening := getattr(error, "context_mark", None)) is not None:
        line, column = opening.line, opening.column
    problems.add("yaml-syntax", message, Position(file, line + 1, column + 1), remedy)


def _translated(said: str, character: str) -> tuple[str, str]:
    if "cannot start any token" in said:
        if character == "\t":
            return "a tab cannot indent", "indent with blanks"
        return f"a text cannot begin with {character}", "quote the text"
    for saying in _SAYINGS:
        if saying.pattern.search(said):
            return saying.message, saying.remedy
    return "this is not YAML", "check quotes, colons and indentation"


def _brace(error: Exception, lines: list[str], line: int, column: int) -> tuple[int, int, int] | None:
    """Return line, column and length of the ``{`` that was meant as a placeholder, if that is what went wrong."""
    if (found := _BRACED.search(lines[line][:column])) is not None:
        return line + 1, found.start(1) + 1, len(found[1])
    context = getattr(error, "context_mark", None)
    if context is None or context.line >= len(lines):
        return None
    if (opened := _PLACEHOLDER.match(lines[context.line], context.column)) is not None:
        return context.line + 1, context.column + 1, len(opened[0])
    return None
