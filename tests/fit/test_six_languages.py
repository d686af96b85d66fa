"""The snapshot in six languages keeps one design: the same rows, words clear of art, every page within its room."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factsheet.figures.record import record_labels
from factsheet.fit.nodes import texts, walk
from factsheet.pipeline import in_language, place
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from factsheet.model.placed import PlacedLine, PlacedPage

PROJECT, PATHS = locate(("iom-snapshot/2018",), Path(__file__).parents[2])
LANGUAGES = ["en", "fr", "es", "ar", "zh-Hans", "ru"]
SAME_TOPS = {1: ["lede", "drivers", "tiles", "series-first", "series-second", "crowd"], 3: ["scale", "series-first"]}
_HEIGHT = re.compile(r"-?[\d.e-]+ (-?[\d.e-]+) [mlc]")
_DOT = re.compile(r"(-?[\d.]+) (-?[\d.]+) m")


@cache
def pages(language: str) -> tuple[PlacedPage, ...]:
    edition = read_edition(PATHS[0], PROJECT, BLOCKS)
    laid = place(in_language(edition, PATHS[0], language, PROJECT), language)
    assert laid.problems == ()
    return record_labels(laid.pages, laid.typesetter)


def tops(language: str, number: int) -> dict[str, float]:
    found = {}
    for node, where in walk(pages(language)[number - 1].placed):
        if node.kind == "block" and where:
            found.setdefault(where.split(".")[1], node.box.y)
    return found


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("number", SAME_TOPS)
def test_rows_stand_where_they_stand_in_english(number: int, language: str) -> None:
    """Leading differs by script; what is spare of it at the edges of texts does not move a row."""
    english, other = tops("en", number), tops(language, number)
    assert {area: other[area] for area in SAME_TOPS[number]} == {area: english[area] for area in SAME_TOPS[number]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_on_art(language: str) -> None:
    seen = 0
    for page in pages(language):
        words = [text.box for text in texts(page)]
        for node, _ in walk(page.placed):
            if node.kind != "band" or node.drawing is None or len(node.drawing.items) < 2:
                continue
            for shape in node.drawing.items[1:]:
                for x, y in ((float(x), float(y)) for x, y in _DOT.findall(shape.path)):
                    at = (node.box.x + x, node.box.bottom - y)
                    seen += 1
                    on = [box for box in words if box.x < at[0] < box.end and box.y < at[1] < box.bottom]
                    assert on == [], f"art at {at} lies under words"
    assert seen > 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_large_letters_share_the_baseline_of_their_entry_and_clear_the_rule_above(language: str) -> None:
    letters = [
        (letter, text, entry.box.y)
        for page in pages(language)
        for entry, _ in walk(page.placed)
        if entry.kind == "entry"
        for letter, text in zip(entry.children[0].lines, entry.children[1].children[0].lines, strict=False)
        if letter.role == "list_letter"
    ]
    assert len(letters) == 6
    for letter, text, top in letters:
        assert letter.y == text.y
        assert letter.y - 0.72 * max(run.size for run in letter.line.runs) > top + 1


HEADS = {"masthead", "section", "h1", "h2", "h3", "quote", "quote_label"}


def lowest(placed: PlacedLine) -> float:
    """Where the lowest mark of a line ends that is painted as an outline: the dots of Arabic letters in some faces."""
    depths = [
        -(up + min(float(y) for y in _HEIGHT.findall(run.face.outline(glyph))) / run.face.upem) * run.size
        for run in placed.line.runs
        for _, up, glyph in run.late
    ]
    return placed.y + max(depths, default=0.0)


def test_dots_under_a_heading_clear_the_text_below_it() -> None:
    found = 0
    for page in pages("ar"):
        for node, _ in walk(page.placed):
            for head, text in pairwise([kid for kid in node.children if kid.lines]):
                if head.lines[-1].role in HEADS and text.lines[0].role not in HEADS:
                    size = max(run.size for run in text.lines[0].line.runs)
                    found += lowest(head.lines[-1]) > head.lines[-1].y
                    assert lowest(head.lines[-1]) + 0.25 * size <= text.lines[0].y - 0.7 * size
    assert found > 5
