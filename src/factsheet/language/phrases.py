"""The tool's own phrases, a TOML file a language beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ..problems import FactsheetError, Problem


@cache
def phrases(language: str) -> dict[str, str]:
    """Return the phrases of *language*, or of its base language (``fr`` for ``fr-CA``).

    Raises:
        FactsheetError: there are none, so that nothing would be said in another language by accident.
    """
    for tag in (language, language.partition("-")[0]):
        entry = files(__package__).joinpath("phrases", f"{tag}.toml")
        if entry.is_file():
            return {key: str(value) for key, value in tomllib.loads(entry.read_text("utf-8")).items()}
    known = ", ".join(sorted(e.name.removesuffix(".toml") for e in files(__package__).joinpath("phrases").iterdir()))
    raise FactsheetError(
        [Problem("language-unknown", f"the tool has no words for '{language}'", remedy=f"use one of: {known}")]
    )
