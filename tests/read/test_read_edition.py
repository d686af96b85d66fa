"""A good edition is read as it is written; a bad one is reported whole."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factsheet.model.facts import Date, Source
from factsheet.model.message import Message
from factsheet.problems import FactsheetError, Position
from factsheet.read import read_edition
from read.harbour import BLOCKS, BRAND, EDITION, EMBLEM, FILES, LAYOUT, TABLE, Chart, Sheet

if TYPE_CHECKING:
    from pathlib import Path


def test_edition_says_what_its_file_says(sheet: Sheet) -> None:
    edition = sheet.read()
    assert (edition.sheet, edition.name, edition.file) == ("harbour", "2024", EDITION)
    assert (edition.language, edition.translations) == ("en", ("fr", "zh-Hans"))
    assert (edition.issued, edition.as_of, edition.version) == ("2024-05-31", "2023-12", 1)
    assert edition.title == Message("The harbour in numbers", where="title")
    assert edition.sources["register"] == Source(
        "register", "Register of ships", "Harbour Office (fictional)", "2024", "", ""
    )
    assert all(fact.fictional for fact in edition.facts.values())


def test_language_and_layout_come_from_the_project_where_the_edition_says_none(sheet: Sheet) -> None:
    sheet.files["data/factsheet.yml"] = "language: fr\nlayout: plain\n"
    sheet.change(EDITION, "layout: plain\n", "").change(EDITION, "[fr, zh-Hans]", "[ar]")
    edition = sheet.read()
    assert (edition.language, edition.layout.name) == ("fr", "plain")


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("", {"ar": "latn", "fa": "native"}),
        ("digits: native\n", {"": "native"}),
        ("digits: {ar: native}\n", {"ar": "native", "fa": "native"}),
    ],
)
def test_the_digits_of_an_edition_replace_those_of_its_brand(text: str, digits: dict[str, str], sheet: Sheet) -> None:
    sheet.files[BRAND] += "    digits: {ar: latn, fa: native}\n"
    assert sheet.change(EDITION, "layout: plain\n", "layout: plain\n" + text).read().brand.digits == digits


def test_digits_of_an_edition_that_no_language_has_are_a_problem(sheet: Sheet) -> None:
    (problem,) = sheet.change(EDITION, "layout: plain\n", "layout: plain\ndigits: {ar: 7}\n").problems()
    assert problem.rule == "value-invalid"
    assert problem.position is not None
    assert problem.position.column > 8


def test_blocks_know_their_place_and_so_do_their_texts(sheet: Sheet) -> None:
    (page,) = sheet.read().pages
    assert list(page.areas) == ["lede", "tiles", "left", "right"]
    first, second = page.areas["left"]
    assert (first.where, second.where) == ("page1.left.chart", "page1.left.chart-2")
    assert isinstance(first.options, Chart)
    assert first.options.title == Message("Three times the ships", ("growth",), "page1.left.chart.title")
    assert page.areas["lede"][0].options.text.where == "page1.lede.lede.text"
    assert page.section == Message("Ships and people", where="page1.section")


def test_texts_deep_in_options_know_their_place(sheet: Sheet) -> None:
    sheet.change(EDITION, "kind: line", "notes: [{text: One}, {text: {text: Two, checks: [ships]}}]")
    (chart, _) = sheet.read().pages[0].areas["left"]
    assert [message.where for _, message in chart.options.messages()] == [
        "page1.left.chart.title",
        "page1.left.chart.notes.0.text",
        "page1.left.chart.notes.1.text",
    ]


def test_edition_finds_the_place_of_every_option(sheet: Sheet) -> None:
    edition = sheet.read()

    def place(path: str) -> tuple[int, int, int] | None:
        position = edition.position(path)
        return None if position is None else (position.line, position.column, position.length)

    assert place("page1.left.chart") == (30, 11, 5)
    assert place("page1.left.chart.kind") == (33, 19, 4)
    assert place("page1.left.chart-2.title") == (34, 41, 7)
    assert place("page1.left.chart-2.nothing") == (34, 11, 5)
    assert place("page1.lede.lede.text") == place("pages.0.areas.lede.lede") == (27, 20, 46)
    assert place("page1.tiles.tiles.facts.1") == (28, 30, 12)
    assert place("page1.section") == (25, 14, 16)
    assert place("facts.ships.points.0.value") == (17, 27, 3)


def test_points_keep_source_qualifier_and_order_of_time(sheet: Sheet) -> None:
    ships = sheet.read().facts["ships"]
    assert [(str(point.at), point.value, point.source, point.qualifier) for point in ships.points] == [
        ("2020", Decimal(120), "register", "about"),
        ("2023-12", Decimal(412), "register", "more-than"),
        ("2023-12", Decimal(400), "survey", None),
        ("2024", None, "register", None),
    ]
    sailors = sheet.read().facts["sailors"]
    assert (sailors.points[0].value, sailors.points[0].status) == (Decimal("7015.5"), "estimated")
    assert sailors.points[0].at == Date(2023)


def test_fact_without_points_may_be_named(sheet: Sheet) -> None:
    sheet.change(EDITION, "  growth:", "  tugs: {label: Tugs}\n  growth:").change(EDITION, "Nothing to", "No {tugs} to")
    assert sheet.read().facts["tugs"].points == ()


def test_number_is_the_decimal_that_was_written(sheet: Sheet) -> None:
    sheet.change(EDITION, "value: 7015.5", "value: 1e3")
    assert str(sheet.read().facts["sailors"].points[0].value) == "1E+3"


@pytest.mark.parametrize("name", ["ships_bare", "ships_2020", "ships_2023_12", "ships_2020_bare", "ships, number"])
def test_placeholders_name_facts_points_and_bare_values(name: str, sheet: Sheet) -> None:
    sheet.change(
        EDITION,
        "Nothing to add",
        f"Nothing {{{name}}} to \\\\{{add\\\\}}, it's {{ships, plural, other {{# of {{sailors}}}}}}",
    )
    sheet.read()


def test_unknown_fact_inside_a_plural_is_found_in_a_folded_text(sheet: Sheet) -> None:
    folded = (
        "right:\n        lede: >-\n          Some text {ships, plural,\n          one {a} other {# of {sailor}}} more"
    )
    sheet.change(EDITION, 'right: {lede: {text: "Nothing to add"}}', folded)
    (problem,) = sheet.problems()
    assert problem.rule == "fact-unknown"
    assert problem.position == Position(EDITION, 38, 31, 8)
    assert problem.where == "page1.right.lede"


def test_five_mistakes_are_five_problems_in_the_order_of_the_file(sheet: Sheet) -> None:
    sheet.change(EDITION, "edition: 2024", "editon: 2024").change(EDITION, "2024-05-31", "last May")
    sheet.change(EDITION, "source: survey, status", "source: servey, status").change(EDITION, "{sailors}", "{sailor}")
    sheet.change(EDITION, "kind: line", "kind: lion")
    places = [(p.rule, p.position.line) for p in sheet.problems() if p.position]
    assert places == [
        ("key-unknown", 2),
        ("value-invalid", 3),
        ("source-unknown", 21),
        ("fact-unknown", 27),
        ("value-invalid", 33),
    ]


def test_mistakes_in_every_file_are_reported_together_by_file(sheet: Sheet) -> None:
    sheet.change(EDITION, "kind: line", "kind: lion").change(BRAND, "data: sea", "data: see")
    sheet.change(LAYOUT, "gutter: 12pt", "gutter: 12").change(EMBLEM, "var(--ink)", "red")
    sheet.change(TABLE, 'file = "NotoSans.ttf"', 'file = "Other.ttf"')
    files = [(p.position.file, p.rule) for p in sheet.problems() if p.position]
    assert files == [
        (EDITION, "value-invalid"),
        (BRAND, "colour-unknown"),
        (EMBLEM, "svg-colour-unknown"),
        (TABLE, "font-missing"),
        (LAYOUT, "value-invalid"),
    ]


def test_texts_of_a_badly_written_block_are_checked_too(sheet: Sheet) -> None:
    sheet.change(EDITION, "kind: line", 'kind: lion\n            notes: [{text: "{shps}"}]')
    sheet.change(EDITION, "template: cover", "templat: cover").change(
        EDITION, "Ships and people", "Ships {an} d people"
    )
    assert [(p.rule, p.position.line) for p in sheet.problems() if p.position] == [
        ("key-missing", 24),
        ("key-unknown", 24),
        ("fact-unknown", 25),
        ("value-invalid", 33),
        ("fact-unknown", 34),
    ]


def test_broken_yaml_does_not_hide_the_brand(sheet: Sheet) -> None:
    sheet.change(EDITION, "edition: 2024", "edition: '2024").change(BRAND, "data: sea", "data: see")
    assert [problem.rule for problem in sheet.problems()] == ["yaml-syntax", "colour-unknown"]


def test_badly_written_fact_is_one_problem_however_often_it_is_named(sheet: Sheet) -> None:
    sheet.change(EDITION, "value: 7015.5", "value: many")
    assert [problem.rule for problem in sheet.problems()] == ["value-invalid"]


def test_id_with_a_hyphen_is_one_problem_though_texts_spell_it_right(sheet: Sheet) -> None:
    sheet.change(EDITION, "  growth:", "  tug-boats: {label: Tugs}\n  growth:")
    sheet.change(EDITION, "Nothing to", "No {tug_boats} to")
    assert [(problem.rule, problem.caret) for problem in sheet.problems()] == [("fact-id", "write 'tug_boats'")]


def test_reading_stops_after_so_many_problems(sheet: Sheet) -> None:
    sheet.change(EDITION, "edition: 2024", "\n".join(f"k{n}: v" for n in range(5000)))
    assert len(sheet.problems()) == 300


@pytest.mark.parametrize("name", ["x" * 5000, "\\0", "..", "/", "//", "a/../../../../b"])
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (EDITION, "layout: plain", "layout: plain\nbrand: "),
        (EDITION, "layout: plain", "layout: "),
        (BRAND, "emblem: emblem.svg", "emblem: "),
    ],
)
def test_strange_file_names_are_problems(name: str, file: str, old: str, new: str, sheet: Sheet) -> None:
    assert sheet.change(file, old, f'{new}"{name}"').problems()


@pytest.mark.parametrize("content", ["", "title", "- a", "title: [a]\nfacts: x\npages: {}\nsources: [1]"])
def test_file_of_the_wrong_kind_is_told_so(content: str, sheet: Sheet) -> None:
    sheet.files[EDITION] = content
    assert {problem.rule for problem in sheet.problems()} <= {"value-invalid", "key-missing"}


def test_reading_is_quick_and_needs_no_heavy_library(sheet: Sheet) -> None:
    sheet.write()
    code = (
        "import sys, time; from pathlib import Path; from factsheet.read import locate, read_edition\n"
        "import factsheet.read.edition\n"
        "project, _ = locate([], Path(sys.argv[1])); begin = time.perf_counter()\n"
        "try: read_edition(project.data / 'harbour/2024.yml', project, {})\n"
        "except Exception: pass\n"
        "print(time.perf_counter() - begin)\n"
        "assert not {'matplotlib', 'reportlab', 'uharfbuzz', 'icu4py', 'PIL', 'numpy'} & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(sheet.root)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )
    assert float(done.stdout) < 0.25  # 0.02 s where nothing else runs


def test_locating_needs_no_pydantic_until_there_is_a_project() -> None:
    code = "import sys, factsheet.read.project; assert 'pydantic' not in sys.modules, 'pydantic is there'"
    env = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    subprocess.run([sys.executable, "-c", code], check=True, env=env)


CHARACTERS = "{}[]:,-#&*!|>'\"%@`~<\n \t\\\x00é😀0aA_.="


def mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(text)), chance.randint(0, 12)
        piece = "".join(chance.choice(CHARACTERS) for _ in range(chance.randint(0, 4)))
        other = chance.randrange(len(text))
        middle = chance.choice([piece, text[other : other + 20], piece + text[other : other + 5]])
        text = text[:at] + middle + text[at + length :]
    return text


def test_no_mutation_of_a_good_project_is_a_traceback(sheet: Sheet) -> None:
    chance = random.Random(0)
    project = sheet.write()
    originals = [name for name in FILES if not name.endswith((".ttf", "factsheet.yml"))]
    failed = 0
    for _ in range(300):
        name = chance.choice(originals)
        path: Path = sheet.root / name
        original = FILES[name]
        path.write_text(mutated(original, chance), "utf-8")
        begin = time.perf_counter()
        try:
            read_edition(sheet.root / EDITION, project, BLOCKS)
        except FactsheetError:
            failed += 1
        assert time.perf_counter() - begin < 1
        path.write_text(original, "utf-8")
    assert failed > 150  # most mutations break something, and say so
