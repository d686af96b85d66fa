"""Every text 45 per cent longer: the page is fitted, or a problem names block and points. Nothing is covered."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from longer import SHARE, longer, longer_words, more_words

from factsheet.figures.record import record_labels
from factsheet.fit.checks import check_pages
from factsheet.fit.nodes import texts
from factsheet.pipeline import place
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from factsheet.model.edition import Edition
    from factsheet.model.placed import PlacedPage
    from factsheet.problems import Problem

PROJECT, PATHS = locate((), Path(__file__).parents[2])
OF_LABELS = {"label-too-wide", "word-cut"}
OF_WORDS = {"check-failed", "number-typed", "number-unchecked"}
EACH = pytest.mark.parametrize("lengthen", [more_words, longer_words])
SAMPLE = pytest.mark.parametrize("path", PATHS, ids=[PROJECT.name_of(path) for path in PATHS])


def fitted(edition: Edition) -> tuple[tuple[PlacedPage, ...], list[Problem]]:
    """The pages, and what fit and its checks say; what is said of words in numbers is not about room."""
    laid = place(edition, edition.language)
    pages = record_labels(laid.pages, laid.typesetter)
    problems = (*laid.problems, *check_pages(pages, laid.problems))
    return pages, [problem for problem in problems if problem.rule not in OF_WORDS]


@EACH
@pytest.mark.parametrize("text", ["Morning", "People or cases, {year} edition", "A [link](https://a.example) **on**"])
def test_the_helper_makes_texts_longer_and_keeps_what_is_no_text(lengthen: Callable[[str], str], text: str) -> None:
    words = re.sub(r"\{.*?\}|\(.*?\)|[\[\]*]", "", text)
    assert len(lengthen(text)) - len(text) >= 0.8 * SHARE * len(words)
    for kept in re.findall(r"\{.*?\}|\]\(.*?\)", text):
        assert kept in lengthen(text)


@EACH
@SAMPLE
def test_a_sample_with_longer_texts_is_fitted_or_names_block_and_points(
    path: Path, lengthen: Callable[[str], str]
) -> None:
    edition = read_edition(path, PROJECT, BLOCKS)
    long = longer(edition, lengthen)
    pages, problems = fitted(long)
    assert sum(len(text.text) for page in pages for text in texts(page)) > 1.2 * sum(
        len(text.text) for page in fitted(edition)[0] for text in texts(page)
    )
    for problem in problems:
        assert re.match(r"page\d+\b", problem.where)
        assert edition.position(problem.where) is not None
        if problem.severity == "error":
            assert problem.rule in {*OF_LABELS, "page-overflow"}
            assert re.search(r"\d+\.\d pt", problem.message)
            assert problem.where.count(".") == 2, "the block, not the page alone"


@EACH
@SAMPLE
def test_with_room_to_grow_longer_texts_cover_nothing_and_stay_on_the_page(
    path: Path, lengthen: Callable[[str], str]
) -> None:
    edition = longer(read_edition(path, PROJECT, BLOCKS), lengthen)
    layout = edition.layout
    taller = replace(layout, foot=layout.foot + 240, grid=replace(layout.grid, height=layout.grid.height + 240))
    errors = {problem.rule for problem in fitted(replace(edition, layout=taller))[1] if problem.severity == "error"}
    assert errors <= OF_LABELS, "no text-overlap, no text-outside, and room enough for all rows"
