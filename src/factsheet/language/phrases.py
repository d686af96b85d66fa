"""The tool's own phrases, a TOML file a language beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ..problems import FactsheetError, Problem
from .locales import fallbacks


@cache
def phrases(language: str) -> dict[str, str]:
    """Return the phrases of *language*, or of a broader tag (``fr`` for ``fr-CA``).

    Raises:
        FactsheetError: there are none, so that nothing would be said in another language by accident.
    """
    for tag in fallbacks(language):
        entry = files(__package__).joinpath("phrases", f"{tag}.toml")
        if entry.is_file():
            return {key: str(value) for key, value in tomllib.loads(entry.read_text("utf-8")).items()}
    message, remedy = f"the tool has no words for '{language}'", f"use one of: {', '.join(known())}"
    raise FactsheetError([Problem("language-unknown", message, remedy=remedy)])


def known() -> tuple[str, ...]:
    """Return the languages that the tool has phrases in."""
    names = (entry.name for entry in files(__package__).joinpath("phrases").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))
