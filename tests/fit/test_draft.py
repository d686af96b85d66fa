"""The mark of drafts: on every page of every layout, over nothing, and heard once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factsheet.fit.checks import SAFE
from factsheet.fit.nodes import texts, walk
from factsheet.model.tag import HEADER
from factsheet.pipeline import as_draft, place
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS
from factsheet.translation.pseudo import LEFTWARD, LONGER, pseudo_edition

if TYPE_CHECKING:
    from factsheet.model.edition import Edition
    from factsheet.model.placed import Placed, PlacedPage

PROJECT, PATHS = locate((), Path(__file__).parents[2])
SAMPLE = pytest.mark.parametrize("path", PATHS, ids=[PROJECT.name_of(path) for path in PATHS])
EACH = pytest.mark.parametrize("language", ["", LONGER, LEFTWARD])


def edition_at(path: Path, language: str = "") -> Edition:
    edition = read_edition(path, PROJECT, BLOCKS)
    return pseudo_edition(edition, language) if language else edition


def drafts(edition: Edition) -> tuple[tuple[PlacedPage, ...], tuple[PlacedPage, ...]]:
    """Return the pages without their marks, and with them."""
    laid = place(edition, edition.language)
    return laid.pages, as_draft(laid.pages, edition, laid.typesetter)


def marks(page: PlacedPage) -> list[Placed]:
    return [node for node, where in walk(page.placed) if where.endswith(".draft") and (node.lines or node.drawing)]


@EACH
@SAMPLE
def test_every_page_says_that_it_is_a_draft_outside_of_the_safe_area_and_inside_of_the_page(
    path: Path, language: str
) -> None:
    plain, marked = drafts(edition_at(path, language))
    assert len(plain) == len(marked)
    for page, number in zip(marked, range(1, 100), strict=False):
        (text,) = [text for text in texts(page) if text.where == f"page{number}.draft"]
        assert text.text
        assert text.box.y > 0
        assert text.box.bottom < SAFE
        assert SAFE < text.box.x < text.box.end < page.width - SAFE
        tab, word = marks(page)
        assert tab.box.x < text.box.x < text.box.end < tab.box.end
        assert tab.box.y <= text.box.y < text.box.bottom < tab.box.bottom < SAFE
        assert {run.colour for run in word.lines[0].line.runs} == {"accent_text"}


@EACH
@SAMPLE
def test_the_mark_changes_nothing_else_on_the_page(path: Path, language: str) -> None:
    plain, marked = drafts(edition_at(path, language))
    for before, after in zip(plain, marked, strict=True):
        assert after.placed[:-1] == before.placed


@SAMPLE
def test_the_mark_is_heard_once_and_is_an_artifact_elsewhere(path: Path) -> None:
    _, marked = drafts(edition_at(path))
    first, *others = ([node.tag for node in marks(page)] for page in marked)
    assert first[0] is HEADER
    assert first[1] is not None
    assert first[1].type == "P"
    assert all(tag is HEADER for tags in others for tag in tags)


def test_from_right_to_left_the_element_says_the_word_and_the_mark_stands_at_the_reading_end() -> None:
    (path, *_) = PATHS
    _, marked = drafts(edition_at(path, LEFTWARD))
    tab, word = marks(marked[0])
    assert word.tag is not None
    assert word.tag.actual == "مسودة"
    assert tab.box.x > marked[0].width / 2
    assert marked[0].right_to_left
