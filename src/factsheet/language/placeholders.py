"""Messages as ICU sees them: authors' apostrophes made plain, and a qualifier before every number that has one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.placeholders import BRANCHED, BraceError, scanned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..model.placeholders import Argument

SPELLED = "__printed"
"""Suffix of arguments that stand for a fact as it is printed: the same name may also stand for its number."""

_OFFSET = re.compile(r"[^,]*,[^,]*,\s*offset\s*:\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round the number of a fact whose format the author chose, and what its unit asks of that format."""

    before: str = ""
    after: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A number in a format that the author chose: the argument that stands for it, its fact, what is asked.

    *less* is what a plural takes off its number (its ``offset``).
    """

    argument: str
    name: str
    kind: str
    style: str = ""
    less: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """An ICU pattern and what it needs.

    Attributes:
        icu: the pattern. ICU itself chooses the branches of plurals and nothing else.
        printed: names of facts as they are printed.
        numbers: names of facts whose numbers choose a branch.
        forms: numbers that somebody formats, so that digits and separators are those of all others.
    """

    icu: str
    printed: tuple[str, ...]
    numbers: tuple[str, ...]
    forms: tuple[Form, ...] = ()


def pattern(text: str, frame: Callable[[str], Frame] = lambda name: Frame()) -> Pattern:
    r"""Turn an author's text into an ICU pattern.

    An apostrophe is a plain character in our texts, so it is doubled before ICU sees it; ``\{`` and ``\}`` are braces.

    Args:
        text: as the author wrote it.
        frame: what a fact's name asks for where its number has a format (``{staff, spellout}``).

    Raises:
        BraceError: a placeholder is not closed or has no name, or its format is not one for figures.
    """
    scan = scanned(text)
    if scan.faults:
        raise BraceError(scan.faults[0].message, scan.faults[0].offset)
    forms: list[Form] = []
    edits = sorted(edit for argument in scan.arguments for edit in _edits(argument, text, frame, forms))
    out, at = [], 0
    for start, end, written in edits:
        out += [_literal(text[at:start]), written]
        at = end
    icu = "".join((*out, _literal(text[at:])))
    printed = [argument.name for argument in scan.arguments if not argument.format]
    numbers = [argument.name for argument in scan.arguments if argument.format in BRANCHED]
    return Pattern(icu, tuple(dict.fromkeys(printed)), tuple(dict.fromkeys(numbers)), tuple(forms))


def _edits(
    argument: Argument, text: str, frame: Callable[[str], Frame], forms: list[Form]
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what ICU reads instead). A plural keeps its branches, which have edits of their own."""
    start, end, name, kind = argument.offset, argument.end, argument.name, argument.format
    if not kind:
        yield start, end, f"{{{name}{SPELLED}}}"
        return
    asked = frame(name)

    def formed(kind: str, style: str = "", less: int = 0) -> str:
        forms.append(Form(f"{name}__{len(forms)}", name, kind, style, less))
        return f"{_quoted(asked.before)}{{{forms[-1].argument}}}{_quoted(asked.after)}"

    if kind not in BRANCHED:
        yield start, end, formed(kind, _style(argument.style, asked.unit) if kind == "number" else argument.style)
        return
    yield start, text.index(",", start), f"{{{name}"
    offset = _OFFSET.match(text, start)
    for at in argument.hashes:
        yield at, at + 1, formed("number", _style("", asked.unit), int(offset[1]) if offset else 0)


def _style(style: str, unit: str) -> str:
    """Return the number style for a unit: a year is never grouped, and a percentage is not multiplied by 100 again."""
    if unit == "percent" and style == "percent":
        return "::percent"
    if unit != "year":
        return style
    skeleton = {"": "::", "integer": "::precision-integer "}.get(style, f"{style} ")
    return f"{skeleton}group-off" if skeleton.startswith("::") else style


def _quoted(words: str) -> str:
    """Return the tool's own words as a literal in a pattern."""
    return words.replace("'", "''").replace("{", "'{'").replace("}", "'}'")


def _literal(text: str) -> str:
    return text.replace("'", "''").replace(r"\{", "'{'").replace(r"\}", "'}'")
