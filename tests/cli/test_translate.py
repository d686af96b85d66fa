"""``factsheet translate``, and builds in several languages, as people run them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.running import edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.running import Ended

    Run = Callable[..., Ended]

PO = "data/meridian-brief/2024.fr.po"


def test_extract_writes_a_po_file_and_says_where(inline: Run, project: Path) -> None:
    code, out, err = inline("translate", "extract", "meridian-brief", "-l", "fr")
    assert (code, err) == (0, "")
    assert out.startswith(str(project / PO))
    assert out.rstrip().endswith("texts")
    assert (project / PO).read_text("utf-8").count("\nmsgctxt ") == int(out.split()[-2])


def test_extract_overwrites_nothing(inline: Run, project: Path) -> None:
    inline("translate", "extract", "meridian-brief", "-l", "fr")
    (project / PO).write_text((project / PO).read_text("utf-8") + "# mine\n", "utf-8")
    code, _, err = inline("translate", "extract", "meridian-brief", "-l", "fr")
    assert code == 2
    assert "output-exists" in err
    assert (project / PO).read_text("utf-8").endswith("# mine\n")


def test_extract_of_a_broken_edition_is_a_problem(inline: Run, project: Path) -> None:
    edit(project, "unit: sailing\n", "unit: '%'\n")
    code, out, _ = inline("translate", "extract", "meridian-brief", "-l", "fr", "--format", "json")
    assert code == 1
    assert {problem["rule"] for problem in json.loads(out)["problems"]} >= {"unit-unknown"}
    assert not (project / PO).exists()


def test_the_language_of_the_edition_is_no_translation(inline: Run) -> None:
    code, _, err = inline("translate", "extract", "meridian-brief", "-l", "en")
    assert code == 2
    assert "language that the edition is written in" in err


def test_a_build_in_a_language_without_a_file_names_the_command(inline: Run) -> None:
    code, _, err = inline("build", "meridian-brief", "-l", "fr")
    assert code == 1
    assert "error[translation-missing]" in err
    assert "factsheet translate extract meridian-brief/2024 -l fr" in err


def test_a_draft_is_built_beside_the_final_one(inline: Run, project: Path) -> None:
    inline("translate", "extract", "meridian-brief", "-l", "fr")
    code, _, err = inline("build", "meridian-brief", "-l", "en", "-l", "fr", "--draft")
    assert (code, err) == (0, "")
    names = sorted(path.name for path in (project / "build").iterdir())
    assert names == ["meridian-brief-2024-en-draft.pdf", "meridian-brief-2024-fr-draft.pdf"]
    code, _, err = inline("build", "meridian-brief", "-l", "fr")
    assert code == 1
    assert "error[translation-empty]" in err


def test_all_languages_are_those_of_the_edition(inline: Run, project: Path) -> None:
    edit(project, "language: en\n", "language: en\ntranslations: [fr]\n")
    inline("translate", "extract", "meridian-brief")
    code, out, _ = inline("check", "meridian-brief", "-l", "all", "--draft")
    assert code == 0
    assert out == "meridian-brief/2024 (en): no problems\nmeridian-brief/2024 (fr): no problems\n"


def test_update_says_what_became_of_each_file(inline: Run, project: Path) -> None:
    inline("translate", "extract", "meridian-brief", "-l", "fr")
    edit(project, "title: What changed\n", "title: What has changed\n")
    code, out, err = inline("translate", "update", "meridian-brief/2024", "-l", "fr")
    assert (code, err) == (0, "")
    size = (project / PO).read_text("utf-8").count("\nmsgctxt ")
    assert out == f"{project / PO}  {size - 1} kept, 1 new\n"


def test_update_of_a_new_edition_says_where_it_begins(inline: Run, project: Path) -> None:
    inline("translate", "extract", "meridian-brief", "-l", "fr")
    text = (project / "data/meridian-brief/2024.yml").read_text("utf-8").replace("edition: 2024", "edition: 2025")
    (project / "data/meridian-brief/2025.yml").write_text(text, "utf-8")
    code, out, _ = inline("translate", "update", "meridian-brief/2025", "-l", "fr", "--format", "json")
    assert code == 0
    (file,) = json.loads(out)["files"]
    assert (file["edition"], file["language"]) == ("meridian-brief/2025", "fr")
    assert Path(file["path"]) == project / "data/meridian-brief/2025.fr.po"
    _, out, _ = inline("translate", "update", "meridian-brief/2025", "-l", "fr")
    assert out.endswith(" kept\n")


def test_update_without_a_file_is_a_problem_of_the_project(inline: Run, project: Path) -> None:
    code, out, err = inline("translate", "update", "meridian-brief", "-l", "fr")
    assert (code, out) == (1, "")
    assert "error[translation-missing]" in err
    assert "factsheet translate extract meridian-brief/2024 -l fr" in err
    assert inline("translate", "update", "meridian-brief", "-l", "en").code == 2


def test_status_is_a_table_and_exits_with_0_whatever_it_counts(inline: Run, project: Path) -> None:
    inline("translate", "extract", "meridian-brief", "-l", "fr")
    code, out, err = inline("translate", "status", "meridian-brief")
    assert (code, err) == (0, "")
    head, row = out.splitlines()
    size = (project / PO).read_text("utf-8").count("\nmsgctxt ")
    assert head.split() == ["edition", "language", "translated", "fuzzy", "empty", "obsolete", "problems"]
    assert row.split() == ["meridian-brief/2024", "fr", "0", "0", str(size), "0", "0"]


def test_status_gives_numbers_to_programs(inline: Run, project: Path) -> None:
    inline("translate", "extract", "meridian-brief", "-l", "fr")
    code, out, _ = inline("translate", "status", "meridian-brief/2024", "--format", "json")
    assert code == 0
    (row,) = json.loads(out)["translations"]
    assert row["file"] == PO
    assert row["translated"] == row["fuzzy"] == row["obsolete"] == row["problems"] == 0
    assert row["empty"] > 30


def test_status_of_a_broken_edition_is_a_problem(inline: Run, project: Path) -> None:
    edit(project, "layout: brief\n", "layout: briefs\n")
    assert inline("translate", "status", "meridian-brief").code == 1
    code, out, _ = inline("translate", "status", "meridian-brief", "--format", "json")
    assert code == 1
    assert [problem["rule"] for problem in json.loads(out)["problems"]] == ["layout-unknown"]


@pytest.mark.parametrize("command", ["update", "status"])
def test_help_is_the_golden_one(factsheet: Run, golden: Callable[[str, Path], None], command: str) -> None:
    code, out, _ = factsheet("translate", command, "--help")
    assert code == 0
    golden(out, Path(__file__).parents[1] / "golden" / f"help-translate-{command}.txt")
