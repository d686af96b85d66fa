"""``factsheet facts --compare``: exit codes, and what people and programs are told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.running import Ended

    Run = Callable[..., Ended]

SHEET = "iom-snapshot/2018"


@pytest.fixture
def po(inline: Run, project: Path) -> Path:
    """A translation into French that repeats the words of its source."""
    for path in project.glob("data/*/*.po"):
        path.unlink()
    inline("translate", "extract", SHEET, "-l", "fr")
    path = project / "data/iom-snapshot/2018.fr.po"
    entries = path.read_text("utf-8").split("\n\n")
    filled = [entry.replace('msgstr ""', f"msgstr {entry.rpartition('msgid ')[2].rpartition('msgstr')[0].strip()}")
              for entry in entries[1:]]  # fmt: skip
    path.write_text("\n\n".join([entries[0], *filled]), "utf-8")
    return path


def test_equal_figures_are_one_line_and_exit_0(inline: Run, po: Path) -> None:
    code, out, err = inline("facts", SHEET, "--compare")
    assert (code, err) == (0, "")
    assert po.exists()
    assert [line.partition(":")[2] for line in out.splitlines()[1:]] == [" all equal", " all equal"]


def test_a_changed_digit_is_told_with_its_line_and_exit_1(inline: Run, po: Path) -> None:
    text = po.read_text("utf-8")
    head, _, tail = text.rpartition("Target 10.7 asks")
    assert "Target 10.7 asks" in head
    po.write_text(f"{head}Target 11.7 asks{tail}", "utf-8")
    line = head.count("\n") + 1
    code, out, err = inline("facts", SHEET, "--compare")
    assert code == 1
    assert out.splitlines()[2].endswith(": 1 differs")
    assert "error[figures-differ]: the translation into fr has '11.7' where the source has '10.7'" in err
    assert f"data/iom-snapshot/2018.fr.po:{line}:" in err


def test_programs_get_every_figure_and_every_problem(inline: Run, po: Path) -> None:
    po.write_text(po.read_text("utf-8").replace('msgstr "the SDG', 'msgstr "8 the SDG'), "utf-8")
    code, out, _ = inline("facts", SHEET, "--compare", "--format", "json")
    assert code == 1
    document = json.loads(out)
    assert document["version"] == 1
    ((problem,), (edition,)) = document["problems"], document["editions"]
    assert (problem["rule"], problem["file"]) == ("figures-differ", "data/iom-snapshot/2018.fr.po")
    assert edition["languages"] == ["en", "fr"]
    assert all(figure["equal"] for figure in edition["figures"])


def test_a_question_at_a_time(inline: Run) -> None:
    code, _, err = inline("facts", "--compare", "--trace", "staff")
    assert code == 2
    assert "ask one at a time" in err


def test_an_edition_that_cannot_be_read_is_a_problem(inline: Run, project: Path) -> None:
    path = project / "data/meridian-brief/2024.yml"
    path.write_text(path.read_text("utf-8").replace("unit: sailing\n", "unit: '%'\n"), "utf-8")
    code, out, err = inline("facts", "meridian-brief", "--compare")
    assert (code, out.strip()) == (1, "meridian-brief/2024")
    assert "unit-unknown" in err
