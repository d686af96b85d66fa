"""Projects for tests of translations: copies of samples, PO files filled in, and what is found wrong in them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.language.translated import translated
from factsheet.problems import FactsheetError
from factsheet.read import locate, po_path, read_edition, read_translation
from factsheet.read.terms import read_terms
from factsheet.registry import BLOCKS
from factsheet.translation.extract import extract
from factsheet.translation.po import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from factsheet.model.edition import Edition
    from factsheet.model.translation import Catalogue, Entry
    from factsheet.problems import Problem

ROOT = Path(__file__).parents[2]


def copied(target: Path, *sheets: str) -> Path:
    """Copy sheets of the sample project, and what they share, to *target*."""
    for name in ("data/factsheet.yml", "data/icons", "data/places.csv", "layouts", *(f"data/{s}" for s in sheets)):
        source, there = ROOT / name, target / name
        there.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, there)
    return target


def catalogue(project: Path, name: str, language: str) -> Catalogue:
    found, (path,) = locate([name], project)
    return read_translation(path, language, found)


def edition(project: Path, name: str) -> Edition:
    found, (path,) = locate([name], project)
    return read_edition(path, found, BLOCKS)


def fill(project: Path, name: str, language: str, words: Callable[[Entry], str]) -> Path:
    """Fill the PO file of an edition in, which is begun where there is none."""
    _, (path,) = locate([name], project)
    file = po_path(path, language)
    if not file.exists():
        (made,) = extract([name], [language], start=project)
        assert made.problems == ()
    known = catalogue(project, name, language)
    entries = tuple(replace(entry, text=words(entry)) for entry in known.entries)
    file.write_text(written(replace(known, entries=entries)), "utf-8")
    return file


def in_words(project: Path, name: str, language: str) -> Edition:
    """Return an edition in another language; warnings come with it."""
    found, (path,) = locate([name], project)
    terms = read_terms(path, found)
    return translated(edition(project, name), read_translation(path, language, found), terms=terms)


def problems(project: Path, name: str, language: str) -> tuple[Problem, ...]:
    """Return everything that is wrong in a translation."""
    try:
        return in_words(project, name, language).warnings
    except FactsheetError as error:
        return error.problems


def edit(path: Path, old: str, new: str) -> None:
    """Replace the one place of a file that reads *old*."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")
