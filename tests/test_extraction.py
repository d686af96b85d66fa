"""Every composed string comes back out of the PDF, from two extractors: what is copied is what was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factsheet.figures.record import record_labels
from factsheet.fit.nodes import texts
from factsheet.language.translated import translated
from factsheet.model.edition import from_right_to_left
from factsheet.pipeline import place
from factsheet.read import locate, read_edition, read_translation
from factsheet.registry import BLOCKS
from judges import extract

if TYPE_CHECKING:
    from collections.abc import Callable


def languages(path: Path) -> list[str]:
    """The languages of an edition whose lines an extractor can give back in order: those from left to right."""
    translations = [po.name.split(".")[1] for po in sorted(path.parent.glob(f"{path.stem}.*.po"))]
    return ["en", *(language for language in translations if not from_right_to_left(language))]


PROJECT, PATHS = locate((), Path(__file__).parents[1])
EDITIONS = [(path, language) for path in PATHS for language in languages(path)]
each_edition = pytest.mark.parametrize(
    ("path", "language"), EDITIONS, ids=[f"{PROJECT.name_of(path)}-{language}" for path, language in EDITIONS]
)


def composed(path: Path, language: str) -> list[set[str]]:
    """Return the strings of each page, a line each, as fit has set them."""
    edition = read_edition(path, PROJECT, BLOCKS)
    if language != edition.language:
        edition = translated(edition, read_translation(path, language, PROJECT), draft=False)
    laid = place(edition, language)
    pages = record_labels(laid.pages, laid.typesetter)
    return [{extract.normalised(text.text) for text in texts(page)} - {""} for page in pages]


def lost(
    path: Path, language: str, built: dict[str, Path], extractor: Callable[[Path], list[str]], *, blanks: bool = True
) -> list[str]:
    pages = extractor(built[f"{PROJECT.name_of(path).replace('/', '-')}-{language}"])
    return [
        string
        for strings, page in zip(composed(path, language), pages, strict=True)
        for string in strings
        if (string if blanks else string.replace(" ", "")).removesuffix("-")
        not in page  # a hyphen may go where a line ends
    ]


@each_edition
def test_pdfium_finds_every_composed_string(path: Path, language: str, built: dict[str, Path]) -> None:
    assert sum(map(len, composed(path, language))) > 30
    assert lost(path, language, built, extract.pdfium) == []


@each_edition
@pytest.mark.usefixtures("poppler")
def test_poppler_finds_every_composed_string_but_for_blanks(path: Path, language: str, built: dict[str, Path]) -> None:
    """poppler guesses blanks from distances, and drops those between single characters of two fonts ("1 / 1")."""

    def unspaced(pdf: Path) -> list[str]:
        return [page.replace(" ", "") for page in extract.poppler(pdf)]

    assert lost(path, language, built, unspaced, blanks=False) == []
