"""``factsheet translate pseudo`` and ``proof``: what they write, and what they say."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.running import Ended

    Run = Callable[..., Ended]


def test_pseudo_writes_drafts_and_ends_with_1_where_something_does_not_fit(inline: Run, project: Path) -> None:
    before = sorted(project.glob("data/**/*"))
    code, out, err = inline("translate", "pseudo", "iom-snapshot", "-o", "looks")
    assert code == 1
    assert sorted(path.name for path in (project / "looks").iterdir()) == [
        "iom-snapshot-2018-ar-XB.pdf",
        "iom-snapshot-2018-en-XA.pdf",
    ]
    assert [line.split("  ")[0] for line in out.splitlines()] == [
        "looks/iom-snapshot-2018-en-XA.pdf",
        "looks/iom-snapshot-2018-ar-XB.pdf",
    ]
    assert re.search(r"error\[page-overflow\]: en-XA: page \d holds \d+\.\d pt more than it has room for", err)
    assert "= in page1." in err
    assert sorted(project.glob("data/**/*")) == before


def test_pseudo_ends_with_0_where_all_fits_and_tells_programs_of_its_files(inline: Run) -> None:
    code, out, _ = inline("translate", "pseudo", "meridian-brief", "--format", "json")
    document = json.loads(out)
    assert code == 0
    assert [file["language"] for file in document["files"]] == ["en-XA", "ar-XB"]
    assert {problem["severity"] for problem in document["problems"]} <= {"warning"}


def test_pseudo_of_a_broken_edition_writes_nothing(inline: Run, project: Path) -> None:
    path = project / "data/meridian-brief/2024.yml"
    path.write_text(path.read_text("utf-8").replace("unit: sailing\n", "unit: '%'\n"), "utf-8")
    code, _, err = inline("translate", "pseudo", "meridian-brief")
    assert code == 1
    assert err.count("error[unit-unknown]") == 1
    assert not (project / "build").exists()


def test_proof_writes_what_is_begun_and_says_where(inline: Run, project: Path) -> None:
    inline("translate", "extract", "meridian-brief", "-l", "fr", "-l", "ar")
    code, out, err = inline("translate", "proof", "meridian-brief")
    assert (code, err) == (0, "")
    assert [line.split("  ")[0].rpartition("/")[2] for line in out.splitlines()] == [
        "meridian-brief-2024-ar-proof.pdf",
        "meridian-brief-2024-fr-proof.pdf",
    ]
    assert (project / "build/meridian-brief-2024-fr-proof.pdf").read_bytes().startswith(b"%PDF")


def test_a_proof_of_what_is_not_begun_names_the_command_that_begins_it(inline: Run) -> None:
    code, _, err = inline("translate", "proof", "meridian-brief", "-l", "ru")
    assert code == 1
    assert "factsheet translate extract meridian-brief/2024 -l ru" in err
    code, _, err = inline("translate", "proof", "meridian-brief", "-l", "en")
    assert code == 2
    assert "language that the edition is written in" in err
