"""Rules: one list of every id, each raised somewhere, each with a case that fails, each shown in the docs."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import make_docs
from factsheet import pipeline
from factsheet.cli.human import caret
from factsheet.editions.catalogue import rules
from factsheet.editions.scaffold import begin
from factsheet.language.words import EditionWords
from factsheet.problems import FactsheetError
from factsheet.read import RULES as READING
from factsheet.read import locate, read_edition, with_excerpts
from factsheet.registry import BLOCKS
from factsheet.rules import RULES
from read.harbour import Sheet
from read.test_read_rules import CASES as OF_READING
from read.test_read_rules import Case as ReadingCase
from read.test_read_rules import expected

if TYPE_CHECKING:
    from factsheet.problems import Problem

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "factsheet"
HOMES = {SRC / "rules.py", SRC / "read" / "rules.py"}
ID = re.compile(r"[a-z]+(-[a-z]+)+")
RAISING = {"add", "warn", "_add", "_at", "_problem", "Problem", "SvgError"}
"""Calls whose first argument is the id of a rule."""

EDITION = "data/lantern-libraries/2025.yml"
BRAND = "data/lantern-libraries/_brand.yml"
LAYOUT = "layouts/one-page.yml"
HERE = "‸"


class Case(NamedTuple):
    """Words of a file of the starter and what they are changed to; HERE marks where the problem is expected."""

    rule: str
    file: str
    old: str
    new: str


LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
CASES = [
    Case("message-invalid", EDITION, '"{open_late} branches now', '"{open_late, number, ::xyz} branches now'),
    Case("check-failed", EDITION, "text: Three times as many", f"text: {HERE}Four times as many"),
    Case("number-typed", EDITION, "text: with one card for every branch", f'text: {HERE}"with 48,200 cards"'),
    Case("number-unchecked", EDITION, "title: What changed", f"title: {HERE}Of fourteen branches"),
    Case(
        "heading-skip",
        LAYOUT,
        "- {area: opener, height: 74pt}\n      - series 7 words 5",
        "- series 7 words 5\n      - opener",
    ),
    Case("page-overflow", EDITION, "text: Every branch can be entered", f"text: {'Step by step. ' * 200} entered"),
    Case("fit-ladder", EDITION, "text: Every branch can be entered", f"text: {'Step by step. ' * 34} entered"),
    Case("link-unsafe", EDITION, "title: Doors", 'title: "[Doors](www.example.org)"'),
    Case("text-outside", LAYOUT, "margin: {top: 26pt", "margin: {top: 0pt"),
    Case("text-overlap", BRAND, "    rule: 1pt", "    type: {body_small: {leading: 3pt}}\n    rule: 1pt"),
    Case("label-too-wide", EDITION, "label: Harbour Street", f"label: {'Harbour Street ' * 9}"),
    Case("glyph-missing", EDITION, "title: What changed", "title: What \U00010348 changed"),
    Case("word-cut", EDITION, "{title: Doors,", f"{{title: {LONG},"),
]


def changed(case: Case, folder: Path) -> tuple[int, int] | None:
    """Make the starter with the change of *case* in *folder*; return line and column of its mark, if it has one."""
    begin(folder)
    text = (folder / case.file).read_text("utf-8")
    assert text.count(case.old) == 1, case.old
    before, mark, after = text.replace(case.old, case.new).partition(HERE)
    (folder / case.file).write_text(before + after, "utf-8")
    return (before.count("\n") + 1, len(before) - before.rfind("\n")) if mark else None


def found(folder: Path) -> list[Problem]:
    return [problem for delivery in pipeline.check(start=folder) for problem in delivery.problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_mistake_has_its_rule_its_place_and_a_remedy(case: Case, tmp_path: Path) -> None:
    place = changed(case, tmp_path / "mine")
    problems = [problem for problem in found(tmp_path / "mine") if problem.rule == case.rule]
    assert problems, found(tmp_path / "mine")
    assert all(problem.remedy for problem in problems)
    position = problems[0].position
    assert position is not None
    assert (tmp_path / "mine" / position.file).is_file()
    if place is not None:
        assert (position.file, position.line, position.column) == (case.file, *place)


def test_fact_without_a_figure_is_never_printed(tmp_path: Path) -> None:
    """Reading refuses it already (point-empty); whoever makes an edition by hand is told as well."""
    begin(tmp_path / "mine")
    project, (path,) = locate((), tmp_path / "mine")
    edition = read_edition(path, project, BLOCKS)
    facts = {**edition.facts, "branches": replace(edition.facts["branches"], points=())}
    with pytest.raises(FactsheetError) as caught:
        EditionWords(replace(edition, facts=facts), "en").point("branches")
    assert [problem.rule for problem in caught.value.problems] == ["fact-empty"]


@pytest.mark.parametrize("case", OF_READING, ids=lambda case: f"{case.rule}:{case.new.strip()[:40]!a}")
def test_caret_stands_under_what_is_wrong(case: ReadingCase, sheet: Sheet) -> None:
    """The place that a problem names is there, and what is underlined is no blank."""
    expected(case, sheet)
    for problem in with_excerpts(sheet.problems(), sheet.root):
        position = problem.position
        assert position is not None
        line = (sheet.root / position.file).read_text("utf-8").split("\n")[position.line - 1]
        assert 1 <= position.column <= len(line) + 1
        if position.excerpt:
            assert position.excerpt == "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in line)[:160]
            under = caret(position.excerpt, position.column, position.length)
            marked = [c for c, sign in zip(position.excerpt, under, strict=False) if sign == "^"]
            assert "".join(marked).strip() or position.column > len(position.excerpt) or marked == ["\t"]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path)


def raised() -> dict[str, set[str]]:
    """Every id that the code raises, with the files that do."""
    where: dict[str, set[str]] = {}
    for path in sorted(set(SRC.rglob("*.py")) - HOMES):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(first := node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in RAISING and isinstance(first.value, str) and ID.fullmatch(first.value):
                    where.setdefault(first.value, set()).add(path.relative_to(ROOT).as_posix())
    return where


def test_every_id_that_the_code_raises_is_in_the_list() -> None:
    assert {rule: files for rule, files in raised().items() if rule not in rules()} == {}


def test_every_id_of_the_list_is_raised_somewhere() -> None:
    texts = [path.read_text("utf-8") for path in set(SRC.rglob("*.py")) - HOMES]
    assert [rule for rule in rules() if not any(f'"{rule}"' in text for text in texts)] == []


def test_every_id_has_a_case_that_fails() -> None:
    tests = set((ROOT / "tests").rglob("*.py")) - {ROOT / "tests" / "make_docs.py"}
    words = {word for path in tests for word in re.findall(r"[a-z]+(?:-[a-z]+)+", path.read_text("utf-8"))}
    assert sorted(set(rules()) - words) == []


def test_warnings_are_called_warnings_in_the_list() -> None:
    known = {rule.id for rule in rules().values() if rule.severity == "warning"}
    texts = [path.read_text("utf-8") for path in set(SRC.rglob("*.py")) - HOMES]
    pattern = re.compile(r'\.warn\(\s*"([a-z-]+)"|Problem\(\s*"([a-z-]+)"[^()]*severity="warning"')
    raised = {one or other for text in texts for one, other in pattern.findall(text)}
    assert raised <= known


def test_ids_have_one_home_and_a_reason() -> None:
    assert set(READING) & set(RULES) == set()
    assert list(rules()) == sorted(rules())
    for rule in rules().values():
        assert ID.fullmatch(rule.id)
        assert len(rule.reason) > 10
        assert not rule.reason.endswith(".")
        assert not rule.remedy.endswith(".")
    assert [rule.id for rule in RULES.values() if not rule.remedy] == []


def test_titles_are_words() -> None:
    assert rules()["fact-unknown"].title == "Fact unknown"


def test_docs_of_the_rules_are_up_to_date(tmp_path: Path) -> None:
    kept = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert kept == make_docs.rules_text(tmp_path), "run: python tests/make_docs.py"
