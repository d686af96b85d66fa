"""Facts from CSV files: whatever a spreadsheet saves, and a place for every mistake in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factsheet.read.csv_points import MAX_POINTS, MAX_ROWS
from factsheet.read.csv_text import Cell, CsvError, delimiter_of, records
from read.harbour import DOCKS, EDITION, Sheet

if TYPE_CHECKING:
    from decimal import Decimal

    from factsheet.model.facts import Point

GROWTH = "{ratio: [ships@2023-12, ships@2020], label: Growth}"


def fact(sheet: Sheet, more: str = "", content: str | bytes | None = None, source: str = "source: register, ") -> Sheet:
    """Add the fact 'docks', whose points lie in a file with *content*."""
    text = f"{GROWTH}\n  docks: {{label: Docks, unit: dock, {source}from: docks.csv, at: year, value: docks{more}}}"
    sheet.change(EDITION, GROWTH, text)
    if content is not None:
        sheet.files[DOCKS] = content
    return sheet


def points(sheet: Sheet) -> tuple[Point, ...]:
    return sheet.read().facts["docks"].points


def values(sheet: Sheet) -> dict[str, Decimal | None]:
    return {str(point.at): point.value for point in points(sheet)}


def test_rows_are_points_in_order_of_time(sheet: Sheet) -> None:
    content = "docks,year,what\n9,2024-05-31,more-than\n7.50,2019,\n8,2021-03,about\n"
    found = points(fact(sheet, ", qualifier: what", content))
    assert [(str(p.at), str(p.value), p.qualifier, p.source) for p in found] == [
        ("2019", "7.50", None, "register"),
        ("2021-03", "8", "about", "register"),
        ("2024-05-31", "9", "more-than", "register"),
    ]


def test_columns_give_status_and_note(sheet: Sheet) -> None:
    content = "year,docks,state,why\n2019,7,estimated,\n2024,90,,new basin\n"
    sheet = fact(sheet, ", status: state, note: why", content)
    assert [(p.status, p.note) for p in points(sheet)] == [("estimated", ""), ("published", "new basin")]
    assert sheet.read().warnings == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfyear,docks\r\n2019,7\r\n2024,9\r\n",
        b"year;docks\n2019;7\n2024;9",
        b'"year";"docks"\n"2019";"7"\n2024;9\n',
        b'year,docks,"a, b; c; d"\n2019,7,"x\n""y"""\n2024,9,\n',
        b"\n year , docks \n 2019 ,\t7\n\n2024,9\n\n",
        b"docks,year,\n7,2019,\n9,2024,\n",
    ],
)
def test_files_are_read_as_spreadsheets_write_them(content: bytes, sheet: Sheet) -> None:
    assert values(fact(sheet, content=content)) == {"2019": 7, "2024": 9}


def test_an_empty_value_is_a_gap(sheet: Sheet) -> None:
    assert values(fact(sheet, content="year,docks\n2019,7\n2020,\n2024,9\n")) == {"2019": 7, "2024": 9}


def test_where_chooses_rows(sheet: Sheet) -> None:
    content = "year,docks,country,kind\n2019,7,SEN,a\n2019,70,KEN,a\n2019,700,SEN,b\n"
    assert values(fact(sheet, ", where: {country: SEN, kind: a}", content)) == {"2019": 7}


def test_one_file_may_serve_many_facts(sheet: Sheet) -> None:
    fact(sheet, content="year,docks,ferries\n2019,7,3\n")
    more = "ferries: {label: Ferries, from: docks.csv, at: year, value: ferries, source: survey}"
    sheet.change(EDITION, f"  growth: {GROWTH}", f"  {more}\n  growth: {GROWTH}")
    facts = sheet.read().facts
    assert (facts["docks"].latest.value, facts["ferries"].latest.value) == (7, 3)  # type: ignore[union-attr]


def test_a_file_may_lie_elsewhere_in_the_project(sheet: Sheet) -> None:
    sheet.files["data/shared/all.csv"] = "year,docks\n2019,7\n"
    assert values(fact(sheet).change(EDITION, "from: docks.csv", "from: ../shared/all.csv")) == {"2019": 7}


def test_a_fact_of_a_table_is_reckoned_with_like_any_other(sheet: Sheet) -> None:
    fact(sheet).change(EDITION, GROWTH, "{difference: [docks@2024, docks@2019], label: New docks}")
    assert sheet.read().facts["growth"].points[0].value == 2


def test_every_bad_cell_is_a_problem_at_its_line_and_column(sheet: Sheet) -> None:
    content = 'year,docks,what\n2019,7,\n20x9, 8,about\n2021,"1,000",\n2022,9,circa\n2023,n/a,\n'
    problems = fact(sheet, ", qualifier: what", content).problems()
    found = [(p.rule, p.position.file, p.position.line, p.position.column) for p in problems if p.position]
    assert found == [("value-invalid", DOCKS, *place) for place in ((3, 1), (4, 6), (5, 8), (6, 6))]


def test_a_missing_source_is_a_problem_of_the_row(sheet: Sheet) -> None:
    (problem, *_) = fact(sheet, source="").problems()
    assert (problem.rule, problem.position and problem.position.file) == ("source-missing", DOCKS)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"year,docks\n2019,\xe4\n", "file-encoding"),
        (b"year,docks\n2019,7\x00\n", "file-character"),
        (b"year,docks\n" + b"#" * (2 << 20), "file-large"),
        (b"year,docks\n" + b"2019,7\n" * (MAX_ROWS + 1), "file-large"),
        (b"year,docks\n" + b"2019,7\n" * (MAX_POINTS + 1), "file-large"),
        (b"year,docks\n", "csv-row-missing"),
        (b"", "csv-syntax"),
        (b'year,docks\n2019,"7\n' + b"x\n" * 99_000, "csv-syntax"),
    ],
)
def test_files_that_cannot_be_used_are_one_problem(content: bytes, rule: str, sheet: Sheet) -> None:
    assert [problem.rule for problem in fact(sheet, content=content).problems()] == [rule]


def test_links_out_of_the_project_are_not_followed(sheet: Sheet, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("other") / "secret.csv"
    secret.write_text("year,docks\n2019,7\n")
    fact(sheet)
    del sheet.files[DOCKS]
    sheet.write()
    (sheet.root / DOCKS).symlink_to(secret)
    assert [problem.rule for problem in sheet.problems()] == ["path-outside"]


def test_a_file_with_points_has_no_others(sheet: Sheet) -> None:
    assert [p.rule for p in fact(sheet, ", points: []").problems()] == ["key-unknown"]


def test_cells_know_their_places() -> None:
    (_, row) = records('a,b\n"x\ny" , é z\n', ",", 9)
    assert row == [Cell("x\ny", 2, 1, 2), Cell("é z", 3, 6, 3)]
    with pytest.raises(CsvError, match="never closed") as caught:
        records('a\n\n  "b', ",", 9)
    assert (caught.value.line, caught.value.column) == (3, 3)


@pytest.mark.parametrize(
    ("header", "found"), [("a,b", ","), ("a;b", ";"), ('"a,b";c', ";"), ("a", ","), ("a,b;c,d", ","), ("", ",")]
)
def test_the_header_says_what_parts_the_cells(header: str, found: str) -> None:
    assert delimiter_of(f"{header}\n1;2;3;4;5") == found
