"""Messages as ICU sees them: authors' apostrophes made plain, simple placeholders kept apart from typed ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.placeholders import placeholders

SPELLED = "__printed"
"""Suffix of arguments that stand for a fact as it is printed: the same name may also stand for its number."""

_NAME = re.compile(r"\{\s*(?P<name>[^\s,{}]+)\s*(?P<next>[,}])")


@dataclass(frozen=True, slots=True)
class Pattern:
    """An ICU pattern and the names in it: *printed* as facts are printed, *numbers* as bare numbers."""

    icu: str
    printed: tuple[str, ...]
    numbers: tuple[str, ...]


def pattern(text: str) -> Pattern:
    r"""Turn an author's text into an ICU pattern.

    An apostrophe is a plain character in our texts, so it is doubled before ICU sees it; ``\{`` and ``\}`` are braces.

    Raises:
        BraceError: a placeholder is not closed or has no name.
    """
    printed: list[str] = []
    numbers: list[str] = []
    out, at = [], 0
    for _, offset in placeholders(text):
        match = _NAME.match(text, offset)
        if match is None:
            continue
        name, simple = match["name"], match["next"] == "}"
        (printed if simple else numbers).append(name)
        out += [_literal(text[at:offset]), f"{{{name}{SPELLED}}}" if simple else f"{{{name},"]
        at = match.end()
    icu = "".join((*out, _literal(text[at:])))
    return Pattern(icu, tuple(dict.fromkeys(printed)), tuple(dict.fromkeys(numbers)))


def _literal(text: str) -> str:
    return text.replace("'", "''").replace(r"\{", "'{'").replace(r"\}", "'}'")
