"""The report as SARIF 2.1.0, which code hosts show beside the lines of a file.

Clauses are those of https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .. import __version__
from ..problems import ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..problems import Position, Problem
    from ..rules import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""The name that SARIF gives to the folder which relative addresses start from (3.4.4): here, the project's root."""


def log(problems: Sequence[Problem], rules: Mapping[str, Rule], code: int) -> dict[str, Any]:
    """Return a log with one run.

    Args:
        problems: as found; each becomes a result.
        rules: every rule by id.
        code: the exit code of the run. A run that found problems has still been executed successfully (3.20.14).
    """
    order = {rule: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "factsheet", "version": __version__, "rules": [_rule(r) for r in rules.values()]}},
        "invocations": [{"executionSuccessful": code <= ExitCode.PROJECT, "exitCode": code}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, order) for problem in problems],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": rule.reason},
        "defaultConfiguration": {"level": rule.severity},
    }
    return said | ({"help": {"text": rule.remedy}} if rule.remedy else {})


def _result(problem: Problem, order: Mapping[str, int]) -> dict[str, Any]:
    said = [problem.message, problem.caret, problem.remedy]
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "level": problem.severity,
        "message": {"text": "; ".join(part for part in said if part)},
    }
    if problem.rule in order:
        result["ruleIndex"] = order[problem.rule]
    location: dict[str, Any] = {}
    if problem.position is not None:
        location["physicalLocation"] = _physical(problem.position)
    if problem.where:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.where}]
    return result | ({"locations": [location]} if location else {})


def _physical(position: Position) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": position.line,
        "startColumn": position.column,
        "endLine": position.line,
        "endColumn": position.column + position.length,
    }
    if position.excerpt:
        region["snippet"] = {"text": position.excerpt[position.column - 1 :][: position.length]}
    return {"artifactLocation": {"uri": quote(position.file), "uriBaseId": ROOT}, "region": region}
