"""Official names come from a table by language, each with its source; what is wrong in it is told at its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factsheet.model.terms import Term
from factsheet.problems import FactsheetError
from factsheet.read import open_project
from factsheet.read.terms import COLUMNS, read_terms

if TYPE_CHECKING:
    from pathlib import Path

    from factsheet.problems import Problem

HEADER = "term,language,text,source\n"
COMPACT = '"Compact for Safe, Orderly Ports",fr,"Pacte pour des ports sûrs, ordonnés",Resolution 9\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "quay"
    folder.mkdir(parents=True)
    (tmp_path / "data" / "factsheet.yml").write_text("language: en\n", "utf-8")
    return folder


def terms(home: Path, text: str | bytes) -> tuple[Term, ...]:
    (home / "terms.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_terms(home / "2024.yml", open_project(home.parents[1]))


def problems(home: Path, text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(FactsheetError) as caught:
        terms(home, text)
    return caught.value.problems


def test_a_term_has_its_names_and_its_source(home: Path) -> None:
    harbour = "Harbour  Office,ar,مكتب الميناء | مكتب,Gazette\n"
    assert terms(home, HEADER + COMPACT + harbour) == (
        Term("Compact for Safe, Orderly Ports", "fr", ("Pacte pour des ports sûrs, ordonnés",), "Resolution 9"),
        Term("Harbour Office", "ar", ("مكتب الميناء", "مكتب"), "Gazette"),
    )


def test_a_sheet_needs_no_table(home: Path) -> None:
    assert read_terms(home / "2024.yml", open_project(home.parents[1])) == ()


def test_columns_stand_in_any_order_beside_others(home: Path) -> None:
    (term,) = terms(home, "source;note;text;language;term\nGazette;;Pacte, le;fr;Compact\n")
    assert term == Term("Compact", "fr", ("Pacte, le",), "Gazette")


WRONG = {
    "no term": (",fr,Pacte,Gazette", "term-invalid", 1),
    "no language": ("Compact,,Pacte,Gazette", "term-invalid", 9),
    "no name": ("Compact,fr,,Gazette", "term-invalid", 12),
    "alternatives without one": ("Compact,fr,|,Gazette", "term-invalid", 12),
    "no source": ("Compact,fr,Pacte,", "term-invalid", 18),
    "a language that is none": ("Compact,French,Pacte,Gazette", "term-invalid", 9),
    "the same term again": (COMPACT.strip(), "term-invalid", 1),
    "a cell too many": ("Compact,fr,Pacte, mondial,Gazette", "csv-syntax", 1),
    "an open quote": ('Compact,fr,"Pacte,Gazette', "csv-syntax", 12),
}


@pytest.mark.parametrize(("row", "rule", "column"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_at_its_cell(home: Path, row: str, rule: str, column: int) -> None:
    (problem,) = problems(home, f"{HEADER}{COMPACT}{row}\n")
    assert problem.position is not None
    place = (problem.position.file, problem.position.line, problem.position.column)
    assert (problem.rule, place) == (rule, ("data/quay/terms.csv", 3, column))
    assert problem.remedy


def test_every_mistake_is_told_at_once(home: Path) -> None:
    rows = "".join(f"{row}\n" for name, (row, *_) in WRONG.items() if name != "an open quote")
    found = problems(home, HEADER + COMPACT + rows)
    assert {problem.position.line for problem in found if problem.position} == {*range(3, 3 + len(WRONG) - 1)}


def test_a_table_without_its_columns_says_which(home: Path) -> None:
    (problem,) = problems(home, "term,lang,text\nCompact,fr,Pacte\n")
    assert (problem.rule, problem.remedy) == ("term-invalid", f"its header is {','.join(COLUMNS)}")
    assert "'language', 'source'" in problem.message


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "term-invalid"),
        (b"term\xff", "file-encoding"),
        ("term\x07", "file-character"),
        ("a,a\n" * 9, "term-invalid"),
    ],
)
def test_a_hostile_table_is_a_problem_and_no_fault_of_ours(home: Path, text: str | bytes, rule: str) -> None:
    assert [problem.rule for problem in problems(home, text)] == [rule]


def test_a_folder_in_its_place_is_a_problem(home: Path) -> None:
    (home / "terms.csv").mkdir()
    with pytest.raises(FactsheetError) as caught:
        read_terms(home / "2024.yml", open_project(home.parents[1]))
    assert [problem.rule for problem in caught.value.problems] == ["file-unreadable"]


def test_tables_of_the_samples_are_sorted_and_whole(root: Path) -> None:
    tables = sorted((root / "data").glob("*/terms.csv"))
    project = open_project(root)
    for table in tables:
        found = read_terms(table.with_name("any.yml"), project)
        assert [(term.term, term.language) for term in found] == sorted({(t.term, t.language) for t in found})
        assert len(found) > 20
