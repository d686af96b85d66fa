"""``factsheet facts``: what the sheets say, where it comes from, where it goes; and builds that only warn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.running import edit
from factsheet.blocks.compose import compose
from factsheet.language.words import EditionWords
from factsheet.model.content import plain
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.running import Ended

    Run = Callable[..., Ended]
    Golden = Callable[[str, Path], None]

GOLDEN = Path(__file__).parents[1] / "golden"
IOM = "iom-snapshot/2018.yml"


@pytest.mark.parametrize("name", ["iom-snapshot/2018", "meridian-brief/2024"])
def test_facts_of_the_samples_are_the_golden_ones(factsheet: Run, golden: Golden, name: str) -> None:
    code, out, err = factsheet("facts", name)
    assert (code, err) == (0, "")
    golden(out, GOLDEN / f"facts-{name.replace('/', '-')}.txt")


def test_a_trace_of_a_sample_is_the_golden_one(factsheet: Run, golden: Golden) -> None:
    code, out, err = factsheet("facts", "iom-snapshot", "--trace", "projects")
    assert (code, err) == (0, "")
    golden(out, GOLDEN / "facts-trace-projects.txt")


def test_help_is_the_golden_one(factsheet: Run, golden: Golden) -> None:
    golden(factsheet("facts", "--help").out, GOLDEN / "help-facts.txt")


def test_every_edition_is_listed_where_none_is_named(factsheet: Run) -> None:
    out = factsheet("facts").out
    assert [line for line in out.splitlines() if line[:1].strip()] == [
        "iom-snapshot/2018 (en)",
        "meridian-brief/2024 (en)",
    ]


def test_json_says_the_same_with_every_digit(factsheet: Run, project: Path) -> None:
    edit(project, "value: 138.5,", "value: 138.50,", IOM)
    code, out, err = factsheet("facts", "iom-snapshot", "--format", "json")
    assert (code, err) == (0, "")
    (edition,) = json.loads(out)["editions"]
    facts = {fact["id"]: fact for fact in edition["facts"]}
    assert (edition["edition"], edition["language"]) == ("iom-snapshot/2018", "en")
    assert facts["health_expense"]["points"][0]["value"] == "138.50"
    assert facts["projects_growth"]["formula"] == {
        "operation": "ratio",
        "parts": ["projects@2014", "projects@1998"],
        "times": 1,
    }
    drawn = {(point["at"], point["value"]): point["drawn"] for point in facts["projects"]["points"]}
    assert (drawn["2014", "2600"], drawn["2014", "2400"], drawn["2017", None]) == (True, False, True)


def test_a_trace_names_every_place_with_its_line_and_column(factsheet: Run, project: Path) -> None:
    edit(project, "intro: Four services,", "intro: Of {projects_1998} and {projects_growth} times,", IOM)
    out = factsheet("facts", "iom-snapshot", "--trace", "projects", "--format", "json").out
    (edition,) = json.loads(out)["editions"]
    lines = (project / "data" / IOM).read_text("utf-8").splitlines()
    found = [(spot["where"].rpartition(".")[2], spot["manner"], spot["fact"]) for spot in edition["printed"]]
    assert found == [
        ("intro", "text", "projects"),
        ("intro", "text", "projects_growth"),
        ("fact", "figure", "projects"),
        ("title", "words", "projects_growth"),
    ]
    for spot, start in zip(edition["printed"], ["Of {", "Of {", "projects", "Over three"], strict=True):
        assert spot["file"] == f"data/{IOM}"
        assert lines[spot["line"] - 1][spot["column"] - 1 :].startswith(start)
    assert [source["id"] for source in edition["sources"]] == [
        *("structure", "sourcewatch", "arab-info-mall", "un-ceb", "snapshot-2018"),
    ]


def test_a_fact_that_is_nowhere_printed_says_so(factsheet: Run, project: Path) -> None:
    edit(
        project,
        "  electric:",
        "  diesel: {label: Diesel, unit: ship, value: 3, at: 2023, source: register}\n  electric:",
    )
    assert factsheet("facts", "--trace", "diesel").out.endswith("  Printed\n    nowhere\n")


def test_an_unknown_fact_is_wrong_usage_with_what_was_probably_meant(factsheet: Run) -> None:
    code, out, err = factsheet("facts", "--trace", "projets")
    assert (code, out) == (2, "")
    assert "error[fact-unknown]: no fact is called 'projets'" in err
    assert "did you mean 'projects'?" in err


def test_an_unknown_edition_is_wrong_usage(factsheet: Run) -> None:
    assert factsheet("facts", "iom-snapshot/1999").code == 2


@pytest.mark.parametrize("more", [(), ("--trace", "sailings"), ("--format", "json")])
def test_facts_that_cannot_be_read_are_problems(factsheet: Run, project: Path, more: tuple[str, ...]) -> None:
    edit(project, "unit: sailing\n", "unit: '%'\n")
    code, out, err = factsheet("facts", "meridian-brief", *more)
    assert code == 1
    assert "unit-unknown" in (out if "json" in more else err)


def test_neither_a_listing_nor_a_trace_loads_what_draws(factsheet: Run) -> None:
    err = factsheet("facts", "--trace", "projects", PYTHONPROFILEIMPORTTIME="1").err
    assert "factsheet.editions.facts" in err
    assert not [name for name in ("matplotlib", "reportlab", "pikepdf") if f" {name}" in err]


def test_a_warning_is_printed_and_the_file_is_written_all_the_same(factsheet: Run, project: Path) -> None:
    edit(project, "{at: 2021, value: 2950, qualifier: about}", "{at: 2021, value: 295, qualifier: about}")
    edit(project, "One pass is good", "Forty-one passes are good")
    for command in ("check", "build"):
        code, out, err = factsheet(command, "meridian-brief")
        assert code == 0
        assert [line.partition(":")[0] for line in err.splitlines() if line.startswith("warning")] == [
            *("warning[value-jump]", "warning[value-jump]", "warning[number-unchecked]"),
        ]
        assert err.splitlines()[-1] == "0 errors, 3 warnings"
        assert "no problems" not in out
    assert (project / "build" / "meridian-brief-2024-en.pdf").is_file()


def test_an_error_beside_a_warning_keeps_the_file_from_being_written(factsheet: Run, project: Path) -> None:
    edit(project, "{at: 2021, value: 2950, qualifier: about}", "{at: 2021, value: 295, qualifier: about}")
    edit(project, "One pass is good", "The 365 passes are good")
    code, out, err = factsheet("build", "meridian-brief")
    assert (code, out) == (1, "")
    assert "error[number-typed]: '365' is typed here, and is the value of 'lantern_line'" in err
    assert err.splitlines()[-1] == "1 error, 2 warnings"
    assert not (project / "build").exists()


def test_a_page_names_every_source_of_a_derived_figure(project: Path) -> None:
    edit(project, "  drawing:\n", "  census: {title: Census, date: 2023, short: sample census}\n  drawing:\n")
    facts = "  islands: {label: Islands, unit: island, value: 5, at: 2023, source: census}\n"
    facts += "  each: {per: [sailings, islands], label: Sailings an island}\n"
    edit(project, "  on_time:", f"{facts}  on_time:")
    edit(project, "intro: Five lines carry everyone.", "intro: Five lines sail {each} times.")
    found, (path,) = locate(["meridian-brief"], project)
    edition = read_edition(path, found, BLOCKS)
    (page,) = compose(edition, EditionWords(edition, "en"))
    assert "Sources: sample register; sample census." in plain(page.note)


def test_a_sheet_takes_its_facts_from_a_csv_file(factsheet: Run, project: Path) -> None:
    rows = "year;trips;how\n2015;3120;\n2019;4480;\n2021;2950;about\n2023;5260;\n"
    (project / "data/meridian-brief/sailings.csv").write_text(rows, "utf-8")
    text = (project / "data/meridian-brief/2024.yml").read_text("utf-8")
    start, end = text.index("    points:\n"), text.index("  on_time:")
    edit(project, text[start:end], "    from: sailings.csv\n    at: year\n    value: trips\n    qualifier: how\n")
    assert factsheet("build", "meridian-brief", "-o", "csv").code == 0
    (project / "data/meridian-brief/2024.yml").write_text(text, "utf-8")
    assert factsheet("build", "meridian-brief", "-o", "yml").code == 0
    made, plain = ((project / folder / "meridian-brief-2024-en.pdf").read_bytes() for folder in ("csv", "yml"))
    assert made == plain
