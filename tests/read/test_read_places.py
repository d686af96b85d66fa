"""Places come from one table, with their source; what is wrong in it or not in it is a problem at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from blocks.sheet import ROOT, Sheet
from factsheet.problems import FactsheetError
from factsheet.read.places import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

    from factsheet.problems import Problem

HEADER = "name,latitude,longitude,country,source\n"
ROME = "Rome,41.89,12.51,IT,survey\n"
SAN_JOSE = "San Jose\u0301"  # the accent as a character of its own, as some keyboards and file systems write it


def block(*places, **options) -> dict:
    group = {"mark": "disc", "label": "Offices", "places": list(places)}
    return {"map": {"groups": [group], "disclaimer": "No side is taken.", **options}}


def problems(sheet: Sheet) -> tuple[Problem, ...]:
    with pytest.raises(FactsheetError) as caught:
        sheet.read()
    return caught.value.problems


def test_a_place_knows_its_coordinates_and_their_source(tmp_path: Path) -> None:
    edition = Sheet(tmp_path).write(block("Rome", {"place": "Washington, D.C.", "label": "Washington"})).read()
    rome, washington = edition.pages[0].areas["block"][0].options.groups[0].places
    assert (rome.place.latitude, rome.place.longitude, rome.place.country) == (41.89, 12.51, "IT")
    assert "GeoNames" in rome.place.source
    assert (rome.label.text, washington.label.text) == ("Rome", "Washington")
    assert washington.label.where == "page1.block.map.groups.0.places.1.label"
    assert washington.place.longitude == -77.04


def test_names_are_the_same_however_their_accents_are_written(tmp_path: Path) -> None:
    edition = Sheet(tmp_path).write(block(SAN_JOSE)).read()
    assert edition.pages[0].areas["block"][0].options.groups[0].places[0].place.latitude == 9.93


def test_a_name_that_the_table_does_not_have_is_a_problem_at_its_line(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path).write(block("Rome", "Nairobbi", {"place": "Berlon", "label": "Berlin"}))
    found = problems(sheet)
    assert [(p.rule, p.caret) for p in found] == [
        ("place-unknown", "did you mean 'Nairobi'?"),
        ("place-unknown", "did you mean 'Berlin'?"),
    ]
    lines = (tmp_path / "data/quay/2024.yml").read_text("utf-8").split("\n")
    for problem, name in zip(found, ("Nairobbi", "Berlon"), strict=True):
        assert problem.position is not None
        assert lines[problem.position.line - 1][problem.position.column - 1 :].startswith(name)


WRONG = {
    "no number": ("Oslo,north,10.75,NO,survey", "place-invalid", 3, 6),
    "off the globe": ("Oslo,59.91,190,NO,survey", "place-invalid", 3, 12),
    "over the pole": ("Oslo,-90.5,10.75,NO,survey", "place-invalid", 3, 6),
    "a comma": ('Oslo,"59,91",10.75,NO,survey', "place-invalid", 3, 6),
    "not a number": ("Oslo,nan,10.75,NO,survey", "place-invalid", 3, 6),
    "a power": ("Oslo,5e1,10.75,NO,survey", "place-invalid", 3, 6),
    "no source": ("Oslo,59.91,10.75,NO,", "place-invalid", 3, 21),
    "no name": (",59.91,10.75,NO,survey", "place-invalid", 3, 1),
    "no country": ("Oslo,59.91,10.75,Norway,survey", "place-invalid", 3, 18),
    "twice": ("Rome,41.9,12.5,IT,other", "place-duplicate", 3, 1),
    "a short row": ("Oslo,59.91,10.75", "csv-syntax", 3, 1),
    "an open quote": ('"Oslo,59.91,10.75,NO,survey', "csv-syntax", 3, 1),
}


@pytest.mark.parametrize(("row", "rule", "line", "column"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_in_the_table_is_told_at_its_cell(
    tmp_path: Path, row: str, rule: str, line: int, column: int
) -> None:
    found = problems(Sheet(tmp_path).write(block("Rome"), places=f"{HEADER}{ROME}{row}\n"))
    assert [(p.rule, p.position.file, p.position.line, p.position.column) for p in found if p.position] == [
        (rule, "data/places.csv", line, column)
    ]
    assert all(problem.remedy for problem in found)


def test_every_mistake_of_the_table_is_told_at_once(tmp_path: Path) -> None:
    rows = "".join(f"{row}\n" for row, rule, *_ in WRONG.values() if rule != "csv-syntax")
    found = problems(Sheet(tmp_path).write(block("Rome", "Atlantis"), places=HEADER + ROME + rows))
    assert {p.rule for p in found} == {"place-invalid", "place-duplicate", "place-unknown"}
    assert len([p for p in found if p.rule == "place-invalid"]) == 9


def test_the_table_has_five_columns_in_any_order(tmp_path: Path) -> None:
    turned = "source;country;longitude;latitude;name;note\nsurvey;IT;12.51;41.89;Rome;the city\n"
    Sheet(tmp_path).write(block("Rome"), places=turned).read()
    found = problems(Sheet(tmp_path).write(block("Rome"), places="name,lat,longitude,country\nRome,1,2,IT\n"))
    assert [(p.rule, p.remedy) for p in found] == [("place-invalid", f"its header is {','.join(COLUMNS)}")]
    assert "'latitude', 'source'" in found[0].message


def test_a_project_without_the_table_has_no_places(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path).write(block("Rome", "Oslo"), places="")
    assert [(p.rule, p.position.file) for p in problems(sheet) if p.position] == [
        ("file-missing", "data/quay/2024.yml")
    ]
    (tmp_path / "data" / "places.csv").mkdir()
    assert [p.rule for p in problems(sheet)] == ["file-unreadable"]


def test_a_project_that_names_no_place_needs_no_table(tmp_path: Path) -> None:
    Sheet(tmp_path).write({"headline": "Words"}, places="").read()


@pytest.mark.parametrize("text", ["", "\n\n", "\x00", "name\n" * 3])
def test_a_hostile_table_is_a_problem_and_no_fault_of_ours(tmp_path: Path, text: str) -> None:
    sheet = Sheet(tmp_path).write(block("Rome"))
    (tmp_path / "data" / "places.csv").write_text(text, "utf-8")
    assert {p.rule for p in problems(sheet)} <= {"place-invalid", "file-character"}


def test_a_map_without_a_disclaimer_is_not_printed(tmp_path: Path) -> None:
    bare = block("Rome")
    del bare["map"]["disclaimer"]
    assert [p.rule for p in problems(Sheet(tmp_path).write(bare))] == ["disclaimer-missing"]


def test_our_own_table_is_sorted_and_says_where_it_comes_from() -> None:
    header, *rows = (ROOT / "data" / "places.csv").read_text("utf-8").splitlines()
    assert header == ",".join(COLUMNS)
    assert len(rows) >= 22
    assert [row.strip('"') for row in rows] == sorted(row.strip('"') for row in rows)
    assert all("GeoNames (CC BY 4.0)" in row for row in rows)
