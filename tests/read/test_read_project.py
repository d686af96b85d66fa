"""The project is found from anywhere in it; targets are sheets, editions or paths; what is unknown is wrong usage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factsheet.problems import FactsheetError, Problem, UsageError
from factsheet.read import locate
from read.harbour import EDITION, LAYOUT, Sheet

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = ("data/harbour/2023.yml", "data/airport/2024.yml", "data/airport/_brand.yml", "data/airport/.2.yml")


@pytest.fixture
def root(sheet: Sheet) -> Path:
    for name in OTHERS:
        sheet.files[name] = "title: x\n"
    sheet.write()
    return sheet.root.resolve()


def names(root: Path, *targets: str, start: str = ".") -> list[str]:
    project, paths = locate(targets, root / start)
    assert project.root == root
    return [project.name_of(path) for path in paths]


def wrong(root: Path, *targets: str) -> tuple[Problem, ...]:
    with pytest.raises(UsageError) as caught:
        locate(targets, root)
    return caught.value.problems


@pytest.mark.parametrize("start", [".", "data", "data/harbour", "layouts"])
def test_no_target_means_every_edition_sorted_from_anywhere_in_the_project(start: str, root: Path) -> None:
    assert names(root, start=start) == ["airport/2024", "harbour/2023", "harbour/2024"]


def test_targets_are_editions_sheets_and_paths_in_the_order_given(root: Path) -> None:
    assert names(root, "harbour/2024", "airport") == ["harbour/2024", "airport/2024"]
    assert names(root, "harbour") == names(root, "harbour/") == ["harbour/2023", "harbour/2024"]
    assert names(root, EDITION) == names(root, "2024.yml", start="data/harbour") == ["harbour/2024"]
    assert names(root, str(root / EDITION), "harbour/2024") == ["harbour/2024"]


def test_path_finds_its_project_from_outside(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    project, paths = locate([str(root / EDITION)], tmp_path_factory.mktemp("elsewhere"))
    assert (project.root, paths) == (root, (root / EDITION,))


def test_all_unknown_targets_are_named_with_what_was_meant(root: Path) -> None:
    problems = wrong(root, "harbour/2025", "harbor", "harbour/2024", "data/harbour/1.yml")
    assert [(problem.rule, problem.caret) for problem in problems] == [
        ("target-unknown", "did you mean 'harbour/2024'?"),
        ("target-unknown", "did you mean 'harbour'?"),
        ("target-unknown", ""),
    ]


def test_path_out_of_the_project_is_refused(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "2024.yml"
    other.write_text("title: x")
    assert [problem.rule for problem in wrong(root, str(other))] == ["path-outside"]


@pytest.mark.parametrize("target", ["\x00", "x" * 5000, "../..", "~", "", "\x00.yml", "x" * 5000 + ".yml", "data/.yml"])
def test_strange_targets_are_wrong_usage(target: str, root: Path) -> None:
    assert [problem.rule for problem in wrong(root, target)] in (["target-unknown"], ["path-outside"])


def test_project_without_editions_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/factsheet.yml").write_text("")
    assert [problem.message for problem in wrong(tmp_path)] == ["the project has no edition"]


def test_bad_marker_is_a_problem_of_the_project(sheet: Sheet) -> None:
    sheet.files["data/factsheet.yml"] = "language: English\nlayuot: x\n"
    with pytest.raises(FactsheetError) as caught:
        sheet.write()
    assert not isinstance(caught.value, UsageError)
    assert [(p.rule, p.position.line) for p in caught.value.problems if p.position] == [
        ("value-invalid", 1),
        ("key-unknown", 2),
    ]


def test_own_layouts_hide_the_bundled_ones(sheet: Sheet) -> None:
    project, _ = locate([], sheet.write().root)
    assert project.layouts[0] == project.root / "layouts"
    assert project.layout_files()["plain"] == project.root / LAYOUT
    assert project.relative(project.root / EDITION) == EDITION
    assert project.relative(project.layouts[1] / "x.yml") == "layouts/x.yml"
