"""``time-axis: ltr``: figures in time keep their direction on a page from the right; all else is mirrored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import design
from factsheet.fit.nodes import walk
from factsheet.model.edition import from_right_to_left

if TYPE_CHECKING:
    from pathlib import Path
from mirror.pages import LOOSE, SHEETS, drawn, edition, file, from_the_right, is_mirrored, pages, painted
from read.harbour import EDITION, Sheet

IN_TIME = {"columns", "columns-2", "series", "line"}


def blocks(sheet: str, number: int) -> list[str]:
    """Of each drawing with marks the block that it is in, in the order of painting."""
    page = pages(sheet, mirrored=True, time_axis="ltr")[number]
    return [
        where.rpartition(".")[2] if node.kind == "figure" else "" for node, where in walk(page.placed) if drawn(node)
    ]


@pytest.mark.parametrize(
    ("sheet", "number", "count"),
    [("iom-snapshot", 0, 2), ("iom-snapshot", 2, 2), ("meridian-brief", 0, 1), ("meridian-profile", 0, 2)],
)
def test_only_figures_in_time_keep_their_direction(sheet: str, number: int, count: int) -> None:
    width = pages(sheet, mirrored=False)[number].width
    names = blocks(sheet, number)
    plain, turned, ltr = (
        painted(sheet, number, mirrored=mirrored, time_axis=axis)
        for mirrored, axis in ((False, "reading"), (True, "reading"), (True, "ltr"))
    )
    assert sum(name in IN_TIME for name in names) == count
    for name, before, mirror, now in zip(names, plain, turned, ltr, strict=True):
        if name not in IN_TIME:
            assert now == mirror
            continue
        assert not is_mirrored(before, now, width)
        bars, others = ([a for a in part if 5 < a.right - a.left < 30 and a.top - a.foot > 8] for part in (before, now))
        assert len(bars) == len(others)
        moves = [b.left - a.left for a, b in zip(bars, others, strict=True)]
        assert not bars or max(moves) - min(moves) <= LOOSE, "the columns have moved as one"


@pytest.mark.parametrize("sheet", SHEETS)
def test_pages_with_time_from_the_left_keep_the_design(sheet: str) -> None:
    with from_the_right():
        assert list(design.faults(replace(edition(sheet), time_axis="ltr"))) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_means_nothing_to_a_page_from_the_left(sheet: str) -> None:
    assert file(sheet, mirrored=False, time_axis="ltr") == file(sheet, mirrored=False)


def test_the_heads_of_figures_stay_at_the_reading_start() -> None:
    reading, ltr = (pages("meridian-brief", mirrored=True, time_axis=axis) for axis in ("reading", "ltr"))
    for (node, _), (other, _) in zip(walk(reading[0].placed), walk(ltr[0].placed), strict=True):
        assert other.box == node.box
        assert [(line.x, line.y) for line in other.lines] == [(line.x, line.y) for line in node.lines]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path)


def test_an_edition_says_which_way_time_runs(sheet: Sheet) -> None:
    assert sheet.read().time_axis == "reading"
    sheet.change(EDITION, "translations: [fr, zh-Hans]", "translations: [fr, ar]\ntime-axis: ltr")
    assert sheet.read().time_axis == "ltr"


def test_a_default_may_be_written(sheet: Sheet) -> None:
    sheet.change(EDITION, "layout: plain", "layout: plain\ntime-axis: reading")
    assert sheet.read().time_axis == "reading"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("rtl", "one of reading, ltr is wanted here"),
        ("ltr", "no language of this edition is written from right to left"),
    ],
)
def test_what_means_nothing_is_refused_where_it_stands(sheet: Sheet, value: str, message: str) -> None:
    sheet.change(EDITION, "layout: plain", f"layout: plain\ntime-axis: {value}")
    (problem,) = sheet.problems()
    assert problem.rule == "value-invalid"
    assert message in problem.message
    assert problem.position is not None
    assert (problem.position.file, problem.position.line) == (EDITION, 7)


@pytest.mark.parametrize("language", ["ar", "fa", "he", "ur", "ar-EG", "az-Arab", "pa-Arab-PK", "dv"])
def test_languages_from_the_right(language: str) -> None:
    assert from_right_to_left(language)


@pytest.mark.parametrize("language", ["en", "fr-CA", "zh-Hans", "az", "ks-Deva", "ar-Latn", "und", "sd-Deva-IN"])
def test_languages_from_the_left(language: str) -> None:
    assert not from_right_to_left(language)
