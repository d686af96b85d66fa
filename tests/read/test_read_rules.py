"""Every rule has a file that breaks it, and the problem stands at the very line and column."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factsheet.problems import ExitCode, FactsheetError, UsageError
from factsheet.read import RULES, bundled, locate, open_project, read_edition
from fonts.tiny import tiny_font
from read.harbour import BRAND, DOCKS, EDITION, EMBLEM, LAYOUT, MARKER, TABLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from factsheet.problems import Problem
    from read.harbour import Sheet

READ = Path(__file__).parents[2] / "src" / "factsheet" / "read"
HERE = "‸"


class Case(NamedTuple):
    """Words of a good file and what they are changed to; HERE marks where the problem is expected."""

    rule: str
    file: str
    old: str
    new: str
    caret: str = ""


SHIPS = "{at: 2023-12, value: 412, qualifier: more-than}"
GROWTH = "{ratio: [ships@2023-12, ships@2020], label: Growth}"
TUGS = "  tugs: {label: Tugs, unit: ship, value: 7, at: 2024, source: register}"
FROM = "  docks: {label: Docks, unit: dock, source: register, from: docks.csv, at: year, value: docks}"
CHART = "- chart: {fact: sailors, title: Sailors}"
ROLES = "roles:\n      ink: navy\n      text: foreground\n      muted: fog\n"
RECT = '<rect x="0" y="0" width="40" height="10" fill="var(--ink)"/>'
BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))


def docks(old: str, new: str) -> str:
    """Return the facts with one more, whose points are rows of a file, *old* in it being *new*."""
    assert old in FROM
    return f"{GROWTH}\n{FROM.replace(old, new)}"


CASES = [
    Case("file-character", EDITION, "in numbers", f"in {HERE}\x07numbers"),
    Case("file-character", EDITION, "The harbour in numbers", f'{HERE}"The harbour\\0"'),
    Case("file-character", EDITION, "in numbers", f"in {HERE}\u2028numbers"),
    Case("yaml-syntax", EDITION, "title: The", f"title: a{HERE}: The"),
    Case("yaml-syntax", EDITION, "edition: 2024", f"edition: {HERE}'2024"),
    Case("yaml-syntax", EDITION, "label: Ships", f"label: {HERE}@Ships"),
    Case("yaml-syntax", EDITION, "    label: Ships", f"{HERE}\tlabel: Ships"),
    Case("yaml-syntax", EDITION, "[fr, zh-Hans]", f"[fr, zh-Hans\nlayout{HERE}: plain"),
    Case("yaml-brace", EDITION, "The harbour in numbers", f"{HERE}{{ships}} in numbers", "quote the text"),
    Case("yaml-brace", EDITION, "The harbour in numbers", f"{HERE}{{ships}}", "quote the text"),
    Case("yaml-brace", EDITION, '{text: "Nothing to add"}', f"{{text: {HERE}{{ships}} to add}}", "quote the text"),
    Case("yaml-brace", EDITION, '{text: "Nothing to add"}', f"{HERE}{{ships, plural, one {{# x}} other {{# y}}}}"),
    Case("yaml-tag", EDITION, "The harbour in numbers", f"{HERE}!!python/object/apply:os.system true"),
    Case("yaml-tag", EDITION, "edition: 2024", f"edition: {HERE}!str 2024"),
    Case("yaml-key", EDITION, "edition: 2024", f"edition: 2024\n? {HERE}[a]\n: b"),
    Case("yaml-key-duplicate", EDITION, "edition: 2024", f"edition: 2024\n{HERE}edition: 2024"),
    Case("yaml-merge", EDITION, "edition: 2024", f"edition: 2024\n{HERE}<<: {{version: 2}}"),
    Case("yaml-alias", EDITION, "edition: 2024", f"edition: {HERE}*year"),
    Case("yaml-alias", EDITION, "[fr, zh-Hans]", f"&a [fr, {HERE}*a]"),
    Case("yaml-depth", EDITION, "[fr, zh-Hans]", "[" * 39 + f"{HERE}[" + "]" * 40),
    Case("yaml-documents", EDITION, "pages:\n", f"{HERE}---\npages:\n"),
    Case("key-unknown", EDITION, "edition: 2024", f"edition: 2024\n{HERE}pubisher: x"),
    Case("key-unknown", EDITION, "translations:", f"{HERE}translation:", "did you mean 'translations'?"),
    Case("key-unknown", EDITION, "qualifier: more-than", f"{HERE}qualifer: more-than", "did you mean 'qualifier'?"),
    Case("key-unknown", EDITION, "kind: line", f"{HERE}king: line", "did you mean 'kind'?"),
    Case("key-unknown", EDITION, "checks: [growth]", f"{HERE}chekcs: [growth]", "did you mean 'checks'?"),
    Case("key-unknown", EDITION, "checks: [growth]", f"{HERE}where: x"),
    Case("key-unknown", MARKER, "language: en", f"{HERE}langauge: en", "did you mean 'language'?"),
    Case("key-unknown", LAYOUT, "gutter:", f"module: 12pt\n  {HERE}guter: 1pt\n  gutter:", "did you mean 'gutter'?"),
    Case("key-unknown", BRAND, "    emblem: ", f"    {HERE}emblm: x\n    emblem: ", "did you mean 'emblem'?"),
    Case("key-unknown", BRAND, "h1: {size", f"{HERE}h11: {{size", "did you mean 'h1'?"),
    Case("key-unknown", BRAND, "hair: mist", f"hair: mist\n      {HERE}hairs: mist", "did you mean 'hair'?"),
    Case("key-missing", EDITION, "issued: 2024-05-31\n", "", ""),
    Case("key-missing", EDITION, "register: {title: Register of ships, ", f"{HERE}register: {{"),
    Case("key-missing", EDITION, "    label: Ships\n", ""),
    Case("key-missing", EDITION, SHIPS, f"{HERE}{{at: 2023-12}}"),
    Case("key-missing", EDITION, ", title: Sailors}", "}"),
    Case("key-missing", EDITION, "layout: plain\n", ""),
    Case("value-invalid", EDITION, "2024-05-31", f"{HERE}2024-02-30"),
    Case("value-invalid", EDITION, "fictional: true", f"fictional: {HERE}yes"),
    Case("value-invalid", EDITION, "value: 412,", f"value: {HERE}1_000,"),
    Case("value-invalid", EDITION, "value: 412,", f"value: {HERE}NaN,"),
    Case("value-invalid", EDITION, "value: 412,", f"value: {HERE}+412,"),
    Case("value-invalid", EDITION, "value: 412,", f"value: {HERE}1e99,"),
    Case("value-invalid", EDITION, "zh-Hans]", f"{HERE}ZH]"),
    Case("value-invalid", EDITION, "[fr, zh-Hans]", f"[fr, {HERE}en]"),
    Case("value-invalid", EDITION, "qualifier: more-than", f"qualifier: {HERE}more-then", "did you mean 'more-than'?"),
    Case("value-invalid", EDITION, "kind: line", f"kind: {HERE}lines", "did you mean 'line'?"),
    Case("value-invalid", EDITION, "kind: line", f"ticks: {HERE}many"),
    Case("value-invalid", EDITION, "kind: line", f"quiet: {HERE}on"),
    Case("value-invalid", EDITION, "[ships, sailors@2023]", f"[{HERE}sai-lors]", "did you mean 'sai_lors'?"),
    Case("value-invalid", EDITION, "[ships, sailors@2023]", f"{HERE}[]"),
    Case("value-invalid", EDITION, CHART, f"- {HERE}plain text"),
    Case("value-invalid", EDITION, CHART, f"- {HERE}{{chart: {{}}, lede: x}}"),
    Case("value-invalid", EDITION, "https://example.org/survey", f"{HERE}javascript:void"),
    Case("value-invalid", LAYOUT, "gutter: 12pt", f"gutter: {HERE}12"),
    Case("value-invalid", LAYOUT, "size: A4", f"size: {HERE}A44"),
    Case("value-invalid", LAYOUT, "left 5 . 1 right 6", f"left 5 {HERE}right"),
    Case("value-invalid", LAYOUT, "foot: [folio]", f"foot: [{HERE}foli]", "did you mean 'folio'?"),
    Case("value-invalid", BRAND, "[93, 43, 4, 85]", f"{HERE}[93, 43, 4]"),
    Case("edition-mismatch", EDITION, "edition: 2024", f"edition: {HERE}2023"),
    Case("fact-id", EDITION, "  growth: {", f"  {HERE}gr-owth: 1\n  growth: {{", "write 'gr_owth'"),
    Case("fact-unknown", EDITION, "[ships, sailors@2023]", f"[ships, {HERE}sailor]", "did you mean 'sailors'?"),
    Case("fact-unknown", EDITION, "{sailors} sailors", f"{HERE}{{sailor}} sailors", "did you mean 'sailors'?"),
    Case("fact-unknown", EDITION, "{ships_2023_12}", f"{HERE}{{ship_2023_12}}", "did you mean 'ships_2023_12'?"),
    Case("fact-unknown", EDITION, "[growth]", f"[{HERE}grwth]", "did you mean 'growth'?"),
    Case(
        "fact-unknown", EDITION, "section: Ships", f"section: Ships {HERE}{{shipz_bare}}", "did you mean 'ships_bare'?"
    ),
    Case("fact-unknown", EDITION, "ratio: [ships@2023-12,", f"ratio: [{HERE}shps@2023-12,"),
    Case("fact-derived-part", EDITION, "ships@2020]", f"{HERE}ships@2024]"),
    Case("fact-derived-part", EDITION, GROWTH, f"{{{HERE}ratio: [ships], label: Growth}}"),
    Case("fact-derived-part", EDITION, "growth: {ratio: [ships@2023-12,", f"{HERE}growth: {{ratio: [growth,"),
    Case("fact-derived-unit", EDITION, "ships@2020]", f"{HERE}sailors]"),
    Case("fact-derived-vague", EDITION, "{ratio: [ships@2023-12, ships@2020],", f"{{{HERE}ratio: [ships, ships],"),
    Case("fact-derived-measure", EDITION, GROWTH, f"{{sum: [ships@2020, {HERE}tugs], label: Growth}}\n{TUGS}"),
    Case("fact-derived-zero", EDITION, GROWTH, f"{{{HERE}per: [tugs, ships@2020], label: Growth}}\n{TUGS}"),
    Case("decimals-invented", EDITION, "    unit: ship\n", f"    unit: ship\n    decimals: {HERE}1\n"),
    Case("decimals-invented", EDITION, "ships@2020], label", f"ships@2020], decimals: {HERE}1, label"),
    Case("unit-unknown", EDITION, "unit: ship", f"unit: {HERE}usd", "did you mean 'USD'?"),
    Case("unit-unknown", EDITION, "unit: ship", f"unit: {HERE}'%'", "did you mean 'percent'?"),
    Case("unit-unknown", EDITION, "unit: ship", f"unit: {HERE}USD million"),
    Case("unit-unknown", EDITION, GROWTH, GROWTH.replace("label", f"unit: {HERE}Year, label"), "did you mean 'year'?"),
    Case("point-empty", EDITION, "{sailors} sailors", f"{HERE}{{ships_2024, plural, other {{# ships}}}}"),
    Case("fact-empty", EDITION, "value: 7015.5", "value: null"),
    Case("point-empty", EDITION, "checks: [growth]", f"checks: [{HERE}ships@2024]"),
    Case("csv-column-unknown", EDITION, GROWTH, docks("value: docks", f"value: {HERE}dock"), "did you mean 'docks'?"),
    Case(
        "csv-column-unknown",
        EDITION,
        GROWTH,
        docks("value: docks", f"value: docks, where: {{{HERE}basins: old}}"),
        "did you mean 'basin'?",
    ),
    Case("csv-row-missing", EDITION, GROWTH, docks("value: docks", f"value: docks, where: {HERE}{{basin: new}}")),
    Case("csv-syntax", DOCKS, "year,docks,basin\n2019,7,old\n2024,9,old\n", ""),
    Case("csv-syntax", DOCKS, "2024,9,old", f'2024,{HERE}"9,old'),
    Case("csv-syntax", DOCKS, "2024,9,old", f'2024,{HERE}"9"9,old'),
    Case("csv-syntax", DOCKS, "2024,9,old", f"{HERE}2024,1,000,old"),
    Case("csv-syntax", DOCKS, "year,docks,basin", f"year,docks,{HERE}docks"),
    Case("value-invalid", DOCKS, "2019,7,old", f"{HERE}2019-13,7,old"),
    Case("value-invalid", DOCKS, "2024,9,old", f"2024,  {HERE}~9 ,old"),
    Case("value-invalid", DOCKS, "2024,9,old", f'2024,{HERE}"1,000",old'),
    Case("key-missing", EDITION, GROWTH, docks("from: docks.csv, at: year,", "from: docks.csv,")),
    Case(
        "key-unknown",
        EDITION,
        GROWTH,
        docks("value: docks", f"value: docks, {HERE}wher: {{basin: old}}"),
        "did you mean 'where'?",
    ),
    Case("file-missing", EDITION, GROWTH, docks("from: docks.csv", f"from: {HERE}dock.csv")),
    Case("file-unreadable", EDITION, GROWTH, docks("from: docks.csv", f"from: {HERE}.")),
    Case("path-outside", EDITION, GROWTH, docks("from: docks.csv", f"from: {HERE}../../../docks.csv")),
    Case("point-duplicate", DOCKS, "2024,9,old", f"{HERE}2019,9,old"),
    Case("point-unknown", EDITION, "sailors@2023]", f"{HERE}sailors@2022]", "did you mean '2023'?"),
    Case("point-unknown", EDITION, "{sailors} sailors", f"{HERE}{{sailors_2019}} sailors"),
    Case("point-duplicate", EDITION, SHIPS, f"{SHIPS}\n      - {HERE}{SHIPS}"),
    Case(
        "source-missing",
        EDITION,
        "  sailors: {label: Sailors, unit: person, value: 7015.5, at: 2023, source: survey,",
        f"  {HERE}sailors: {{label: Sailors, unit: person, value: 7015.5, at: 2023,",
    ),
    Case("source-unknown", EDITION, "source: survey, status", f"source: {HERE}survy, status", "did you mean 'survey'?"),
    Case("text-brace", EDITION, '"Nothing to add"', f'"Nothing {HERE}{{to add"'),
    Case("text-brace", EDITION, '"Nothing to add"', f"'It''s {HERE}{{}} nothing'"),
    Case("text-brace", EDITION, '"Nothing to add"', f'"Nothing {HERE}}} to add"'),
    Case("text-format", EDITION, "{sailors} sailors", f"{{sailors, {HERE}spelout}}", "did you mean 'spellout'?"),
    Case("text-format", EDITION, "{sailors} sailors", f"{{sailors, {HERE}date}}"),
    Case(
        "text-plural",
        EDITION,
        "{sailors} sailors",
        f"{{sailors, plural, {HERE}onee {{x}} other {{y}}}}",
        "did you mean 'one'?",
    ),
    Case("text-plural", EDITION, "{sailors} sailors", f"{HERE}{{sailors, plural, one {{x}}}}"),
    Case("text-plural", EDITION, "{sailors} sailors", f"{{sailors, plural, one {{x}} {HERE}one {{z}} other {{y}}}}"),
    Case("block-unknown", EDITION, CHART, f"- {HERE}cart: {{fact: sailors}}", "did you mean 'chart'?"),
    Case("layout-unknown", EDITION, "layout: plain", f"layout: {HERE}plane", "did you mean 'plain'?"),
    Case("layout-unknown", EDITION, "layout: plain", f"layout: {HERE}../layouts/plain"),
    Case("template-unknown", EDITION, "template: cover", f"template: {HERE}cver", "did you mean 'cover'?"),
    Case(
        "area-unknown",
        EDITION,
        "      right: {",
        f"      {HERE}rihgt: {{lede: x}}\n      right: {{",
        "did you mean 'right'?",
    ),
    Case("area-empty", EDITION, '      right: {lede: {text: "Nothing to add"}}\n', ""),
    Case("area-empty", EDITION, 'right: {lede: {text: "Nothing to add"}}', f"{HERE}right: []"),
    Case("area-duplicate", LAYOUT, "left 5 . 1 right 6", f"left 5 . 1 {HERE}left 6"),
    Case("split-alone", LAYOUT, "    rows:\n", f"    {HERE}rows:\n      - {{split: [{{rows: [a]}}, {{rows: [b]}}]}}\n"),
    Case(
        "flow-areas",
        EDITION,
        '      right: {lede: {text: "Nothing to add"}}\n',
        f"      right: {{flow: {HERE}[left, right], lede: x}}\n",
    ),
    Case("row-too-wide", LAYOUT, "left 5 . 1 right 6", f"{HERE}left 5 . 2 right 6"),
    Case("role-missing", BRAND, f"    {ROLES}      data: sea\n", f"    {HERE}{ROLES}"),
    Case("colour-unknown", BRAND, "data: sea", f"data: {HERE}seaa", "did you mean 'sea'?"),
    Case("colour-unknown", BRAND, "foreground: navy", "foreground: foreground"),
    Case("colour-unknown", BRAND, "navy: [93", f"{HERE}nvy: [93", "did you mean 'navy'?"),
    Case("colour-unknown", BRAND, "colour: accent-text", f"colour: {HERE}accnt", "did you mean 'accent'?"),
    Case("colour-unknown", LAYOUT, "band: panel", f"band: {HERE}pannel", "did you mean 'panel'?"),
    Case("colour-invalid", BRAND, '"#52626E"', f'{HERE}"#52626"\n    fog2: fog'),
    Case("contrast-low", BRAND, "muted: fog", f"muted: {HERE}mist"),
    Case("ink-total", BRAND, "[93, 43, 4, 85]", f"{HERE}[93, 93, 90, 85]"),
    Case("font-system", BRAND, "source: google", f"source: {HERE}system"),
    Case("font-missing", BRAND, "base: Plain", f"base: {HERE}Plane", "did you mean 'Plain'?"),
    Case("font-missing", BRAND, "weight: [400, 600]", "weight: 300"),
    Case("font-missing", BRAND, "source: google, weight: [400, 600]}", f"source: file, files: [{HERE}x.ttf]}}"),
    Case(
        "font-missing",
        BRAND,
        "source: google, weight: [400, 600]}",
        f"source: file, files: [{{path: {HERE}https://example.org/x.ttf}}]}}",
    ),
    Case("font-invalid", BRAND, "source: google, weight: [400, 600]}", f"source: file, files: [{HERE}emblem.svg]}}"),
    Case("font-table", TABLE, '[[face]]\nfamily = "Noto', f"[[face]]\nfamily = {HERE}Noto"),
    Case(
        "path-outside",
        BRAND,
        "source: google, weight: [400, 600]}",
        f"source: file, files: [{{path: {HERE}../../../x.ttf, weight: bold}}]}}",
    ),
    Case("path-outside", BRAND, "emblem: emblem.svg", f"emblem: {HERE}/etc/hostname"),
    Case("path-outside", EDITION, "layout: plain", f"layout: plain\nbrand: {HERE}../../../_brand.yml"),
    Case("file-missing", EDITION, "layout: plain", f"layout: plain\nbrand: {HERE}other.yml"),
    Case("file-missing", BRAND, "emblem: emblem.svg", f"emblem: {HERE}emblm.svg"),
    Case("file-unreadable", BRAND, "emblem: emblem.svg", f"emblem: {HERE}."),
    Case(
        "alt-missing", BRAND, "    emblem: emblem.svg\n    emblem-alt: An anchor\n", f"    {HERE}emblem: emblem.svg\n"
    ),
    Case(
        "logo-raster",
        BRAND,
        "    emblem: emblem.svg\n    emblem-alt: An anchor\n",
        f"logo: {{small: {{path: {HERE}mark.png, alt: An anchor}}}}\n",
    ),
    Case("svg-syntax", EMBLEM, "</svg>", f"</{HERE}g></svg>"),
    Case("svg-syntax", EMBLEM, ' viewBox="0 0 40 20"', ""),
    Case("svg-unsafe", EMBLEM, RECT, f"{HERE}<script>alert(1)</script>"),
    Case("svg-unsafe", EMBLEM, RECT, f'{HERE}<rect width="1" height="1" fill="var(--ink)" onclick="x()"/>'),
    Case("svg-unsafe", EMBLEM, RECT, f'{HERE}<rect width="1" height="1" style="fill: red" fill="var(--ink)"/>'),
    Case("svg-unsafe", EMBLEM, RECT, f'{HERE}<image href="https://example.org/x.png"/>'),
    Case("svg-unsafe", EMBLEM, RECT, f"{HERE}<foreignObject/>"),
    Case("svg-unsafe", EMBLEM, RECT, "<g>" * 31 + f"{HERE}<g>" + "</g>" * 32),
    Case("svg-unsupported", EMBLEM, RECT, f"{HERE}<text>Harbour</text>"),
    Case("svg-unsupported", EMBLEM, RECT, f'{HERE}<path d="M0 0h9v9z" fill-rule="evenodd" fill="var(--ink)"/>'),
    Case("svg-unsupported", EMBLEM, RECT, f'{HERE}<rect width="9" height="9" fill="var(--ink)" opacity="0.5"/>'),
    Case("svg-path", EMBLEM, RECT, f'{HERE}<path d="M0 0 L 9" fill="var(--ink)"/>'),
    Case("svg-path", EMBLEM, RECT, f'{HERE}<path d="L 9 9" fill="var(--ink)"/>'),
    Case("svg-colour-unknown", EMBLEM, RECT, f'{HERE}<rect width="9" height="9" fill="#123456"/>'),
    Case("svg-colour-unknown", EMBLEM, RECT, f'{HERE}<rect width="9" height="9"/>'),
]


def expected(case: Case, sheet: Sheet) -> tuple[int, int] | None:
    """Change the file of *case* and return line and column of its mark, if it has one."""
    sheet.change(case.file, case.old, case.new)
    if case.file == DOCKS:
        sheet.change(EDITION, GROWTH, f"{GROWTH}\n{FROM}")
    text = sheet.files[case.file]
    assert isinstance(text, str)
    before, mark, after = text.partition(HERE)
    sheet.files[case.file] = before + after
    return (before.count("\n") + 1, len(before) - before.rfind("\n")) if mark else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}:{case.new.strip()[:40]!a}")
def test_mistake_is_one_problem_at_its_place(case: Case, sheet: Sheet) -> None:
    place = expected(case, sheet)
    problems = sheet.problems()
    assert [problem.rule for problem in problems] == [case.rule], problems
    position = problems[0].position
    assert position is not None
    assert position.file == case.file
    if place is not None:
        assert (position.line, position.column) == place
    if case.caret:
        assert problems[0].caret == case.caret
    assert "Input should" not in problems[0].message
    assert "pydantic" not in repr(problems)


def fails(call: Callable[[], object]) -> tuple[Problem, ...]:
    with pytest.raises(FactsheetError) as caught:
        call()
    return caught.value.problems


def jumping(sheet: Sheet) -> tuple[Problem, ...]:
    sheet.change(DOCKS, "2024,9,", "2024,90,").change(EDITION, GROWTH, f"{GROWTH}\n{FROM}")
    return sheet.read().warnings


def large(sheet: Sheet) -> tuple[Problem, ...]:
    sheet.files[EDITION] = b"#" * (3 << 20)
    return sheet.problems()


def latin(sheet: Sheet) -> tuple[Problem, ...]:
    sheet.files[EDITION] = "title: Zahlen\nnote: Häfen\n".encode("latin-1")
    return sheet.problems()


def brandless(sheet: Sheet) -> tuple[Problem, ...]:
    del sheet.files[BRAND]
    return sheet.problems()


def projectless(sheet: Sheet) -> tuple[Problem, ...]:
    return fails(lambda: locate([], sheet.root))


def mistyped(sheet: Sheet) -> tuple[Problem, ...]:
    sheet.write()
    return fails(lambda: locate(["harbor/2024"], sheet.root))


def restricted(sheet: Sheet) -> tuple[Problem, ...]:
    sheet.files["fonts/Plain.ttf"] = tiny_font(rights=2)
    return sheet.problems()


def wordless(sheet: Sheet) -> tuple[Problem, ...]:
    sheet.files["fonts/Plain.ttf"] = tiny_font("0123456789 ")
    return sheet.problems()


def pale(sheet: Sheet) -> tuple[Problem, ...]:
    return sheet.change(BRAND, "accent: rust", "accent: mist").read().warnings


WHOLE_FILES: dict[str, tuple[Callable[[Sheet], tuple[Problem, ...]], tuple[str, int, int] | None]] = {
    "value-jump": (jumping, (DOCKS, 3, 6)),
    "file-large": (large, (EDITION, 1, 1)),
    "file-encoding": (latin, (EDITION, 2, 8)),
    "brand-missing": (brandless, (EDITION, 1, 1)),
    "font-rights": (restricted, (BRAND, 13, 16)),
    "font-coverage": (wordless, (BRAND, 14, 9)),
    "contrast-mark": (pale, (BRAND, 23, 15)),
    "project-missing": (projectless, None),
    "target-unknown": (mistyped, None),
}


@pytest.mark.parametrize("rule", WHOLE_FILES)
def test_file_that_cannot_be_used_is_a_problem(rule: str, sheet: Sheet) -> None:
    run, place = WHOLE_FILES[rule]
    problems = run(sheet)
    assert [problem.rule for problem in problems] == [rule]
    position = problems[0].position
    assert (position and (position.file, position.line, position.column)) == place


ELSEWHERE = {
    *("picture-invalid", "credit-missing", "icon-unknown"),  # test_read_pictures.py
    *("place-unknown", "place-invalid", "place-duplicate", "disclaimer-missing"),  # test_read_places.py
    "po-syntax",  # tests/translation/test_po.py
    "term-invalid",  # test_read_terms.py
}
"""Rules whose cases need files of another kind, and stand in a module of their own."""


def test_every_rule_has_a_failing_case() -> None:
    assert {case.rule for case in CASES} | set(WHOLE_FILES) | ELSEWHERE == set(RULES)


def test_rules_in_the_code_are_the_rules_of_the_table() -> None:
    raised, written = set(), set()
    for path in READ.glob("*.py"):
        if path.name == "rules.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written.add(node.value)
            if isinstance(node, ast.Call) and node.args and isinstance(first := node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in {"add", "_add", "_problem", "Problem", "SvgError"}:
                    raised.add(first.value)
    assert raised <= set(RULES)
    assert set(RULES) <= written


def test_rule_ids_are_words_with_hyphens_and_have_a_reason() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", rule) and reason for rule, reason in RULES.items())


def test_missing_edition_is_wrong_usage(sheet: Sheet) -> None:
    project = sheet.write()
    with pytest.raises(UsageError) as caught:
        read_edition(sheet.root / "data/harbour/1999.yml", project, {})
    assert caught.value.exit_code == ExitCode.USAGE
    assert caught.value.problems[0].rule == "file-missing"


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_edition_that_is_no_regular_file_is_refused_unopened(kind: str, sheet: Sheet) -> None:
    project = sheet.write()
    path = sheet.root / "data/harbour/2025.yml"
    if kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    assert [problem.rule for problem in fails(lambda: read_edition(path, project, {}))] == ["file-unreadable"]


def test_link_out_of_the_project_is_not_followed(sheet: Sheet, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "font.ttf").write_bytes(b"OTTO")
    sheet.change(BRAND, "source: google, weight: [400, 600]}", "source: file, files: [font.ttf]}")
    project = sheet.write()
    (sheet.root / "data/harbour/font.ttf").symlink_to(other / "font.ttf")
    problems = fails(lambda: read_edition(sheet.root / EDITION, project, {}))
    assert "path-outside" in {problem.rule for problem in problems}


def test_bundled_folders_are_those_of_the_checkout(root: Path) -> None:
    assert bundled("layouts") == root / "layouts"
    assert open_project(root).fonts == (root / "fonts",)
