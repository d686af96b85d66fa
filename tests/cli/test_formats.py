"""The report as JSON and as SARIF: one document on standard output, whatever became of the run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from cli.running import BRIEF, Ended, edit
from factsheet.cli.sarif import log
from factsheet.editions.catalogue import rules
from factsheet.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = {"type": "object", "properties": {"text": {"type": "string", "minLength": 1}}, "required": ["text"]}
ONE = {"type": "integer", "minimum": 1}


def closed(needed: str = "", **properties: Any) -> dict[str, Any]:
    """An object that has these properties and no others, as every object of SARIF is defined."""
    required = needed.split()
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def listed(items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = closed(
    "id",
    id={"type": "string"},
    name={"type": "string", "pattern": "^([A-Z][a-z]+)+$"},
    shortDescription=TEXT,
    help=TEXT,
    defaultConfiguration=closed(level=LEVEL),
)
REGION = closed(startLine=ONE, startColumn=ONE, endLine=ONE, endColumn=ONE, snippet=TEXT)
ARTIFACT = closed(uri={"type": "string", "pattern": "^[^/ \\\\:][^ \\\\:]*$"}, uriBaseId={"type": "string"})
LOCATION = closed(
    physicalLocation=closed(artifactLocation=ARTIFACT, region=REGION),
    logicalLocations=listed(closed(fullyQualifiedName={"type": "string"})),
)
RESULT = closed(
    "message",
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations=listed(LOCATION),
)
SARIF = closed(
    "version runs",
    **{"$schema": {"type": "string", "pattern": "^https://"}},
    version={"const": "2.1.0"},
    runs=listed(
        closed(
            "tool",
            tool=closed(
                "driver",
                driver=closed(
                    "name",
                    name={"type": "string"},
                    version={"type": "string"},
                    rules=listed(RULE, uniqueItems=True),
                ),
            ),
            invocations=listed(
                closed("executionSuccessful", executionSuccessful={"type": "boolean"}, exitCode={"type": "integer"})
            ),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results=listed(RESULT),
        )
    ),
)
"""As much of the JSON Schema of SARIF 2.1.0 as a log of ours has, by hand: no Python package carries the whole."""

KEYS = ["rule", "severity", "message", "file", "line", "column", "length", "where", "remedy", "caret"]


def sarif(text: str) -> dict[str, Any]:
    """Return the one run of a log that is as it should be."""
    read = json.loads(text)
    assert [f"{e.json_path}: {e.message}" for e in Draft202012Validator(SARIF).iter_errors(read)] == []
    (run,) = read["runs"]
    return dict(run)


def break_brief(project: Path) -> tuple[int, int]:
    """Misspell a fact of the brief; return line and column of it."""
    edit(project, "          fact: sailings\n", "          fact: sailins\n")
    lines = (project / "data" / BRIEF).read_text("utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if text.endswith("sailins"))
    return line, lines[line - 1].index("sailins") + 1


def test_json_of_a_good_build_lists_the_files(inline: Callable[..., Ended], project: Path) -> None:
    ended = inline("build", "meridian-brief", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    report = json.loads(ended.out)
    path = project / "build" / "meridian-brief-2024-en.pdf"
    file = {"edition": "meridian-brief/2024", "language": "en", "path": str(path), "bytes": path.stat().st_size}
    assert report == {"version": 1, "problems": [], "files": [file]}


def test_json_of_a_problem_has_its_place(inline: Callable[..., Ended], project: Path) -> None:
    line, column = break_brief(project)
    ended = inline("check", "--format=json")
    assert (ended.code, ended.err) == (1, "")
    report = json.loads(ended.out)
    (problem,) = report["problems"]
    assert list(problem) == KEYS
    assert problem | {"message": "", "remedy": ""} == {
        "rule": "fact-unknown",
        "severity": "error",
        "message": "",
        "file": "data/meridian-brief/2024.yml",
        "line": line,
        "column": column,
        "length": 7,
        "where": "page1.series.columns",
        "remedy": "",
        "caret": "did you mean 'sailings'?",
    }
    assert report["files"] == []


def test_json_has_good_files_beside_problems(inline: Callable[..., Ended], project: Path) -> None:
    break_brief(project)
    report = json.loads(inline("build", "--format", "json").out)
    assert [file["edition"] for file in report["files"]] == ["iom-snapshot/2018"]
    assert [problem["rule"] for problem in report["problems"]] == ["fact-unknown"]


def test_sarif_of_a_problem_has_rule_and_region(inline: Callable[..., Ended], project: Path) -> None:
    line, column = break_brief(project)
    ended = inline("check", "--format", "sarif")
    assert (ended.code, ended.err) == (1, "")
    run = sarif(ended.out)
    (result,) = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert result["ruleId"] == rule["id"] == "fact-unknown"
    assert rule["shortDescription"]["text"] == rules()["fact-unknown"].reason
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "data/meridian-brief/2024.yml"
    region = {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + 7}
    assert physical["region"] == region | {"snippet": {"text": "sailins"}}
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]


def test_sarif_of_nothing_wrong_is_a_log_without_results(inline: Callable[..., Ended]) -> None:
    run = sarif(inline("check", "--format", "sarif").out)
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == sorted(rules())


def test_sarif_takes_any_name_of_a_file_and_any_rule() -> None:
    position = Position("data/süd & nord/2024 neu.yml", 3, 5, 2, "a b\tc")
    problems = [
        Problem("page-overflow", "too much", position, severity="warning"),
        Problem("rule-of-tomorrow", "new", where="page1"),
    ]
    run = sarif(json.dumps(log(problems, rules(), 0)))
    first, second = run["results"]
    uri = first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert (first["level"], uri) == ("warning", "data/s%C3%BCd%20%26%20nord/2024%20neu.yml")
    assert "ruleIndex" not in second
    assert second["locations"] == [{"logicalLocations": [{"fullyQualifiedName": "page1"}]}]


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        (("build", "nowhere"), "target-unknown"),
        (("build", "--nope"), "usage-invalid"),
        (("check", "-l", "en", "-l"), "usage-invalid"),
    ],
)
def test_wrong_usage_is_reported_in_the_format_too(
    arguments: tuple[str, ...], rule: str, inline: Callable[..., Ended]
) -> None:
    as_json = inline(arguments[0], "--format", "json", *arguments[1:])
    assert (as_json.code, as_json.err) == (2, "")
    assert [problem["rule"] for problem in json.loads(as_json.out)["problems"]] == [rule]
    as_sarif = inline(arguments[0], "--format=sarif", *arguments[1:])
    assert (as_sarif.code, as_sarif.err) == (2, "")
    run = sarif(as_sarif.out)
    assert [result["ruleId"] for result in run["results"]] == [rule]
    assert run["invocations"] == [{"executionSuccessful": False, "exitCode": 2}]


def test_format_comes_from_the_environment_too(inline: Callable[..., Ended]) -> None:
    ended = inline("check", FACTSHEET_CHECK_FORMAT="json")
    assert json.loads(ended.out)["problems"] == []
    wrong = inline("check", "--nope", FACTSHEET_CHECK_FORMAT="json")
    assert json.loads(wrong.out)["problems"][0]["rule"] == "usage-invalid"


def test_a_format_that_is_none_is_wrong_usage(inline: Callable[..., Ended]) -> None:
    ended = inline("check", "--format", "xml")
    assert (ended.code, ended.out) == (2, "")
    assert "'human', 'json', 'sarif'" in ended.err
