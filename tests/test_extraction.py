"""Every composed string comes back out of the PDF, from two extractors: what is copied is what was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factsheet.figures.record import record_labels
from factsheet.fit.nodes import texts
from factsheet.pipeline import place
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS
from judges import extract

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT, PATHS = locate((), Path(__file__).parents[1])
each_edition = pytest.mark.parametrize("path", PATHS, ids=[PROJECT.name_of(path) for path in PATHS])


def composed(path: Path) -> list[set[str]]:
    """Return the strings of each page, a line each, as fit has set them."""
    edition = read_edition(path, PROJECT, BLOCKS)
    laid = place(edition, edition.language)
    pages = record_labels(laid.pages, laid.typesetter)
    return [{extract.normalised(text.text) for text in texts(page)} - {""} for page in pages]


def lost(
    path: Path, built: dict[str, Path], extractor: Callable[[Path], list[str]], *, blanks: bool = True
) -> list[str]:
    stem = next(stem for stem in built if stem.startswith(PROJECT.name_of(path).replace("/", "-")))
    pages = extractor(built[stem])
    return [
        string
        for strings, page in zip(composed(path), pages, strict=True)
        for string in strings
        if (string if blanks else string.replace(" ", "")) not in page
    ]


@each_edition
def test_pdfium_finds_every_composed_string(path: Path, built: dict[str, Path]) -> None:
    assert sum(map(len, composed(path))) > 30
    assert lost(path, built, extract.pdfium) == []


@each_edition
@pytest.mark.usefixtures("poppler")
def test_poppler_finds_every_composed_string_but_for_blanks(path: Path, built: dict[str, Path]) -> None:
    """poppler guesses blanks from distances, and drops those between single characters of two fonts ("1 / 1")."""

    def unspaced(pdf: Path) -> list[str]:
        return [page.replace(" ", "") for page in extract.poppler(pdf)]

    assert lost(path, built, unspaced, blanks=False) == []
