"""The command as people run it: exit codes, what it says, what it leaves on the disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.running import edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.running import Ended


def test_build_without_names_builds_every_edition_into_build(factsheet: Callable[..., Ended], project: Path) -> None:
    code, out, err = factsheet("build")
    assert (code, err) == (0, "")
    files = sorted(path.name for path in (project / "build").iterdir())
    assert files == ["iom-snapshot-2018-en.pdf", "meridian-brief-2024-en.pdf"]
    assert all(f"{name}  " in out for name in files)


def test_build_takes_names_sheets_and_paths(factsheet: Callable[..., Ended], project: Path, tmp_path: Path) -> None:
    for target in ("meridian-brief/2024", "meridian-brief", "data/meridian-brief/2024.yml"):
        out = tmp_path / "out" / target.replace("/", "-")
        assert factsheet("build", target, "-o", str(out), "-q") == (0, "", "")
        assert [path.name for path in out.iterdir()] == ["meridian-brief-2024-en.pdf"]


def test_a_mistake_is_shown_where_it_is_and_nothing_is_written(factsheet: Callable[..., Ended], project: Path) -> None:
    edit(project, "          fact: sailings\n", "          fact: sailins\n")
    code, out, err = factsheet("build", "meridian-brief/2024")
    assert (code, out) == (1, "")
    lines = err.splitlines()
    assert lines[0].startswith("error[fact-unknown]: ")
    line = next(
        n
        for n, text in enumerate((project / "data/meridian-brief/2024.yml").read_text().split("\n"), 1)
        if text.endswith("sailins")
    )
    assert lines[1] == f"  ┌─ data/meridian-brief/2024.yml:{line}:17"
    assert lines[2] == "  │           fact: sailins"
    assert lines[3].startswith("  │                 ^^^^^^^ did you mean 'sailings'?")
    assert not (project / "build").exists()


def test_one_broken_edition_does_not_keep_the_others_from_being_built(
    factsheet: Callable[..., Ended], project: Path
) -> None:
    edit(project, "title: What changed\n", "titel: What changed\n")
    code, out, err = factsheet("build")
    assert code == 1
    assert "iom-snapshot-2018-en.pdf" in out
    assert "meridian" not in out
    assert "key-unknown" in err


def test_a_failed_build_leaves_the_last_good_file_alone(factsheet: Callable[..., Ended], project: Path) -> None:
    assert factsheet("build", "meridian-brief")[0] == 0
    target = project / "build" / "meridian-brief-2024-en.pdf"
    before = target.read_bytes()
    edit(project, "layout: brief\n", "layout: briefs\n")
    assert factsheet("build", "meridian-brief")[0] == 1
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_check_finds_overflow_and_writes_nothing(factsheet: Callable[..., Ended], project: Path) -> None:
    edit(project, "text: One pass is good on every line and every bus.", f"text: {'A very long text. ' * 60}")
    code, _, err = factsheet("check", "meridian-brief")
    assert code == 1
    assert "error[page-overflow]: page 1 holds " in err
    assert not (project / "build").exists()


def test_check_finds_a_character_that_no_font_has(factsheet: Callable[..., Ended], project: Path) -> None:
    edit(project, "title: The islands travel by water", "title: The islands travel by \U00010348")
    code, _, err = factsheet("check", "meridian-brief")
    assert code == 1
    assert "error[glyph-missing]" in err
    assert "U+10348" in err
    assert "data/meridian-brief/2024.yml:" in err


def test_check_finds_a_word_wider_than_its_column(factsheet: Callable[..., Ended], project: Path) -> None:
    edit(project, "{title: Berths,", "{title: Berths, text: Short.}\n            - {title: Long,")
    edit(project, "Two quays were widened and now take the longest ship.", "Donaudampfschifffahrtsgesellschaftskapitän")
    code, _, err = factsheet("check", "meridian-brief")
    assert code == 1
    assert "error[word-cut]" in err


def test_check_is_good_on_good_sheets(factsheet: Callable[..., Ended]) -> None:
    code, out, err = factsheet("check")
    assert (code, err) == (0, "")
    assert out.splitlines() == ["iom-snapshot/2018 (en): no problems", "meridian-brief/2024 (en): no problems"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "meridian-breif"),
        ("build", "nowhere/2018"),
        ("check", "data/none.yml"),
        ("build", "--nope"),
        ("bild",),
        ("build", "-l", "../../en"),
        ("check", "-l", "english"),
        ("build", "-o", "data/factsheet.yml"),
    ],
)
def test_wrong_usage_and_missing_files_are_2(factsheet: Callable[..., Ended], arguments: tuple[str, ...]) -> None:
    code, out, err = factsheet(*arguments)
    assert (code, out) == (2, "")
    assert err


def test_a_near_miss_is_named(factsheet: Callable[..., Ended]) -> None:
    assert "did you mean 'meridian-brief" in factsheet("build", "meridian-breif/2024")[2].lower()


def test_no_project_is_2(environment: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factsheet", "build"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "error[project-missing]" in done.stderr


def test_an_output_folder_that_cannot_be_is_2(factsheet: Callable[..., Ended], project: Path) -> None:
    (project / "file").write_text("")
    code, _, err = factsheet("build", "meridian-brief", "-o", str(project / "file" / "folder"))
    assert code == 2
    assert "error[output-unwritable]" in err


def test_a_language_without_words_is_a_problem(factsheet: Callable[..., Ended]) -> None:
    code, _, err = factsheet("check", "meridian-brief", "-l", "tlh")
    assert code == 1
    assert "error[language-unknown]" in err


def test_dates_come_from_the_edition_or_from_source_date_epoch(
    factsheet: Callable[..., Ended], project: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    import pikepdf

    def created() -> str:
        with pikepdf.open(project / "build" / "meridian-brief-2024-en.pdf") as pdf:
            return str(pdf.docinfo["/CreationDate"])

    assert factsheet("build", "meridian-brief")[0] == 0
    assert created() == "D:20240902000000+00'00'"
    environment = environment | {"SOURCE_DATE_EPOCH": "0"}
    subprocess.run(
        [sys.executable, "-m", "factsheet", "build", "meridian-brief"], cwd=project, env=environment, check=True
    )
    assert created() == "D:19700101000000+00'00'"


@pytest.mark.parametrize("command", ["", "init", "build", "check", "translate extract", "blocks", "schema"])
def test_help_is_the_golden_one(
    factsheet: Callable[..., Ended], golden: Callable[[str, Path], None], command: str
) -> None:
    code, out, _ = factsheet(*command.split(), "--help")
    assert code == 0
    name = "-".join(command.split()) or "factsheet"
    golden(out, Path(__file__).parents[1] / "golden" / f"help-{name}.txt")


@pytest.mark.parametrize("epoch", ["\u00b2", "soon", "-1", "9" * 17])
def test_a_source_date_epoch_that_is_no_time_is_2(project: Path, environment: dict[str, str], epoch: str) -> None:
    command = [sys.executable, "-m", "factsheet", "build", "meridian-brief"]
    environment = environment | {"SOURCE_DATE_EPOCH": epoch}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "error[usage-invalid]" in done.stderr
