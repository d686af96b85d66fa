"""What editions share is read once a project, and each edition is told of all that is wrong in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factsheet.problems import FactsheetError
from factsheet.read import read_edition
from factsheet.read.report import LIMIT, Problems
from read.harbour import BLOCKS, BRAND, EDITION, LAYOUT, TABLE

if TYPE_CHECKING:
    from factsheet.problems import Problem
    from factsheet.read import Project
    from read.harbour import Sheet

NEXT = "data/harbour/2025.yml"


@pytest.fixture
def sheet(sheet: Sheet) -> Sheet:
    """The project with a second edition."""
    text = sheet.files[EDITION]
    assert isinstance(text, str)
    sheet.files[NEXT] = text.replace("edition: 2024\n", "edition: 2025\n")
    return sheet


def wrong(project: Project, name: str) -> tuple[Problem, ...]:
    with pytest.raises(FactsheetError) as caught:
        read_edition(project.root / name, project, BLOCKS)
    return caught.value.problems


def test_editions_of_a_project_have_one_brand_and_one_layout_between_them(sheet: Sheet) -> None:
    project = sheet.write()
    first, second = (read_edition(project.root / name, project, BLOCKS) for name in (EDITION, NEXT))
    assert first.brand is second.brand
    assert first.layout is second.layout
    assert {kind for kind, _ in project.shared} == {"brand", "layout", "fonts"}


def test_a_project_that_is_opened_anew_sees_what_has_changed(sheet: Sheet) -> None:
    before = sheet.read()
    sheet.change(BRAND, "accent: rust", "accent: fog").change(LAYOUT, "bleed: 3mm", "bleed: 5mm")
    after = sheet.read()
    assert after.brand.colours["accent"] == before.brand.colours["muted"] != before.brand.colours["accent"]
    assert after.layout.grid.bleed > before.layout.grid.bleed


def test_a_copy_with_other_folders_has_read_nothing_yet(sheet: Sheet) -> None:
    project = sheet.write()
    read_edition(project.root / EDITION, project, BLOCKS)
    assert replace(project, fonts=()).shared == {}


def test_every_edition_is_warned_of_what_is_odd_in_its_brand(sheet: Sheet) -> None:
    sheet.change(BRAND, "accent: rust", "accent: mist")
    project = sheet.write()
    first, second = (read_edition(project.root / name, project, BLOCKS).warnings for name in (EDITION, NEXT))
    assert [warning.rule for warning in first] == ["contrast-mark"]
    assert second == first


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        (BRAND, "accent: rust", "accent: rest", "colour-unknown"),
        (LAYOUT, "size: A4", "size: A44", "value-invalid"),
        (TABLE, 'file = "Plain.ttf"', "file = 7", "font-table"),
    ],
    ids=["brand", "layout", "table of fonts"],
)
def test_every_edition_is_told_what_is_wrong_in_what_it_shares(
    file: str, old: str, new: str, rule: str, sheet: Sheet
) -> None:
    project = sheet.change(file, old, new).write()
    first, second = wrong(project, EDITION), wrong(project, NEXT)
    assert second == first
    assert [problem.position.file for problem in first if problem.position] == [file] * len(first)
    assert rule in {problem.rule for problem in first}


def test_a_brand_with_more_mistakes_than_anybody_reads_stops_every_edition(sheet: Sheet) -> None:
    typed = "\n".join(f"      role_{n}: navy" for n in range(400))
    project = (
        sheet.change(BRAND, "      pale: mist", f"      pale: mist\n{typed}")
        .change(EDITION, "lede: {l", "x: {l")
        .write()
    )
    first, second = wrong(project, EDITION), wrong(project, NEXT)
    assert len(first) == len(second) == LIMIT


def test_a_file_that_is_read_as_two_things_is_kept_as_two(sheet: Sheet) -> None:
    project, problems = sheet.write(), Problems()
    asked: list[str] = []

    def read(kind: str) -> str:
        asked.append(kind)
        return f"a {kind}"

    path = project.root / LAYOUT
    found = [project.once(kind, path, lambda _, kind=kind: read(kind), problems) for kind in ("brand", "layout") * 2]
    assert found == ["a brand", "a layout"] * 2
    assert asked == ["brand", "layout"]
