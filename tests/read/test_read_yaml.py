"""YAML is composed, never constructed: scalars stay texts, places are exact, hostile files end at once."""

from __future__ import annotations

import time

import pytest
import yaml

from factsheet.problems import FactsheetError
from factsheet.read import yaml as reader
from factsheet.read.document import Document, Place
from factsheet.read.report import Problems
from read.harbour import EDITION, Sheet


def load(text: str) -> Document:
    problems = Problems()
    document = reader.load(text, "x.yml", problems)
    problems.finish()
    assert document is not None
    return document


def rules(text: str) -> list[str]:
    problems = Problems()
    reader.load(text, "x.yml", problems)
    with pytest.raises(FactsheetError) as caught:
        problems.stop()
    return [problem.rule for problem in caught.value.problems]


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML: which one is there depends on how it was installed."""
    if request.param == "python":
        monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "scalar", ["NO", "on", "1e3", "2018-05", "2018-05-01", "007", "0x1F", "1_000", "true", ".inf", "12:30"]
)
def test_scalar_stays_what_it_looks_like(scalar: str) -> None:
    assert load(f"a: {scalar}\nb: [{scalar}]\n{scalar}: c").value == {"a": scalar, "b": [scalar], scalar: "c"}


@pytest.mark.usefixtures("parser")
def test_only_plain_null_tilde_and_nothing_are_none() -> None:
    value = load("a: null\nb: ~\nc:\nd: 'null'\ne: \"\"\nf: Null\ng: NULL\nh: none").value
    assert value == {"a": None, "b": None, "c": None, "d": "null", "e": "", "f": "Null", "g": "NULL", "h": "none"}


TEXT = """\
title: "é 😀 {a}"
list:
  - {key: one, other: [x, 'y''z']}
long: >-
  folded {b}
  text {c} of {d}
plain: first {e}
  second {f}
quoted: 'it''s {g}'
escaped: "a\\tb\\u00e9 {h}"
literal: |
  line {i}
  line {j}
empty:
"""


@pytest.mark.usefixtures("parser")
def test_place_of_each_value_and_key_is_known() -> None:
    document = load(TEXT)
    found = {path: (p.line, p.column, p.length) for path, p in document.values.items()}
    assert found["list.0.key"] == (3, 11, 3)
    assert found["list.0.other.1"] == (3, 27, 6)
    assert found["list.0"] == (3, 5, 30)
    assert found["title"] == (1, 8, 9)
    assert found["long"] == (4, 7, 2)
    assert found["empty"] == (14, 1, 5)
    keys = {path: (p.line, p.column, p.length) for path, p in document.keys.items()}
    assert keys["list.0.other"] == (3, 16, 5)
    assert keys["quoted"] == (9, 1, 6)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("path", "mark", "line", "column"),
    [
        ("title", "{a}", 1, 13),
        ("long", "{b}", 5, 10),
        ("long", "{c}", 6, 8),
        ("long", "{d}", 6, 15),
        ("plain", "{e}", 7, 14),
        ("plain", "{f}", 8, 10),
        ("quoted", "{g}", 9, 16),
        ("escaped", "{h}", 10, 22),
        ("literal", "{i}", 12, 8),
        ("literal", "{j}", 13, 8),
    ],
)
def test_character_within_a_scalar_is_found_in_every_style(path: str, mark: str, line: int, column: int) -> None:
    document = load(TEXT)
    text = document.value[path]
    position = Place(document, path).within(text, text.index(mark), len(mark))
    assert (position.line, position.column, position.length) == (line, column, 3)


def test_windows_line_ends_and_a_byte_order_mark_move_nothing(sheet: Sheet) -> None:
    text = sheet.change(EDITION, "checks: [growth]", "checks: [grwth]").files[EDITION]
    assert isinstance(text, str)
    before = text[: text.index("grwth")]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    sheet.files[EDITION] = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    position = sheet.problems()[0].position
    assert position is not None
    assert (position.line, position.column) == (line, column)


NINE = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
HOSTILE = {
    "alias bomb": ("a0: &a0 x\n" + NINE, "yaml-alias"),
    "doubling aliases": (
        "a0: &a0 [" + "x, " * 3000 + "]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 10)),
        "file-large",
    ),
    "alias of itself": ("a: &a [*a]", "yaml-alias"),
    "deep list": ("[" * 100_000, "yaml-depth"),
    "deep mapping": ("{a: " * 100_000, "yaml-depth"),
    "deep block": ("".join(" " * n + "a:\n" for n in range(1000)), "yaml-depth"),
    "deep by alias": ("x: &x " + "[" * 30 + "]" * 30 + "\ny: " + "[" * 20 + "*x" + "]" * 20, "yaml-depth"),
    "object": ("a: !!python/object/apply:os.system [ls]", "yaml-tag"),
    "verbatim tag": ("a: !<tag:yaml.org,2002:python/name:os.system> x", "yaml-tag"),
    "bad escape": ('a: "\\UFFFFFFFF"', "yaml-syntax"),
    "control character by escape": ('a: "\\x07"', "file-character"),
    "list as key": ("? [a]\n: b", "yaml-key"),
    "nothing as key": ("~: b", "yaml-key"),
    "unknown version": ("%YAML 3.0\n---\na: b", "yaml-syntax"),
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_ends_at_once(name: str) -> None:
    text, rule = HOSTILE[name]
    begin = time.perf_counter()
    assert rules(text) == [rule]
    assert time.perf_counter() - begin < 1


def test_number_of_values_is_bounded() -> None:
    assert rules("- a\n" * (reader.MAX_VALUES + 1)) == ["file-large"]


@pytest.mark.usefixtures("parser")
def test_surrogate_by_escape_never_becomes_text() -> None:
    assert rules('a: "\\ud800"') in (["yaml-syntax"], ["file-character"])


def test_first_of_equal_keys_is_kept_and_both_lines_are_named(sheet: Sheet) -> None:
    sheet.change(EDITION, "edition: 2024\n", "edition: 2024\nedition: 2025\n")
    (problem,) = sheet.problems()
    assert "first in line 2" in problem.message


def test_few_aliases_are_read_and_keep_the_place_of_what_they_repeat() -> None:
    document = load("a: &a {b: c}\nd: *a")
    assert document.value == {"a": {"b": "c"}, "d": {"b": "c"}}
    assert document.values["d.b"].line == 1


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: b: c", "a colon and a blank stand where no key can be"),
        ("a: 'b", "the quote that opens here is never closed"),
        ("a:\n\tb: c", "a tab cannot indent"),
        ("a: %b", "a text cannot begin with %"),
        ("a: `b", "a text cannot begin with `"),
        ("a: *", "a text cannot begin with * or &"),
        ("a: 1\nb\nc: 2", "this is neither a key nor a value"),
        ('a: "\\q"', "a backslash in double quotes begins an escape"),
        ("- a\nb: c", "a list entry begins with '- ', as far in as the others"),
        ("a: [b", "a list in [ ] goes wrong here"),
        ("a: |x\n b", "after | or > the text begins on the next line"),
        ("a: ]", "a value is expected here"),
        ("a: 'b' c", "a key is expected here"),
    ],
)
def test_syntax_errors_say_what_to_do_in_our_own_words(text: str, words: str) -> None:
    problems = Problems()
    assert reader.load(text, "x.yml", problems) is None
    with pytest.raises(FactsheetError) as caught:
        problems.stop()
    (problem,) = caught.value.problems
    assert problem.message == words
    assert problem.remedy
