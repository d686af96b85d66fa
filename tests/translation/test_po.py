"""PO files: read with every place, written as gettext writes them, and unharmed by the readers of others."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import polib
import pytest
from babel.messages.pofile import read_po

from factsheet.model.translation import Catalogue, Entry
from factsheet.problems import FactsheetError, Position
from factsheet.read.po import parsed
from factsheet.read.report import Problems
from factsheet.translation.po import header_fields, header_text, written

if TYPE_CHECKING:
    from pathlib import Path

    from factsheet.problems import Problem

HEADER = {"Project-Id-Version": "a 1", "Language": "fr", "Content-Type": "text/plain; charset=UTF-8"}
LONG = (
    "One billion people are on the move, more than ever before, and the Organization has grown with them; see {staff}."
)
ENTRIES = (
    Entry("page1.a", "Plain", "Simple", comments=("Page 1", "Room: 20 characters"), references=("data/a.yml:3",)),
    Entry(
        "page1.b", LONG, LONG * 2, flags=("fuzzy", "icu-message-format"), previous="Old\ntext", previous_context="x.b"
    ),
    Entry("page1.c", 'Quotes " and \\ and\ttab', "Guillemets", notes=("a translator's remark", "", "another")),
    Entry("page1.d", "International Organization\nfor Migration", "Organisation\ninternationale\n"),
    Entry("page1.e", "Chinese", "全球移民数据分析中心设在柏林，满足了对可靠数据的需求。" * 3),
    Entry("page1.f", "Empty"),
    Entry("page1.g", "Gone " + LONG, "Disparu", notes=("kept",), obsolete=True),
)
CATALOGUE = Catalogue("fr", "a.fr.po", Entry("", "", header_text(HEADER), notes=("Title",)), ENTRIES)
SAFE = {"icu-message-format"}
"""Flags that gettext does not know and drops."""


def read(text: str) -> tuple[Catalogue, list[tuple[int, int, str]]]:
    problems = Problems()
    found = parsed(text, "a.fr.po", "fr", problems)
    told: tuple[Problem, ...] = ()
    try:
        problems.finish()
    except FactsheetError as error:
        told = error.problems
    assert {problem.rule for problem in told} <= {"po-syntax"}
    places = [(problem.position or Position(""), problem.message) for problem in told]
    return found, [(place.line, place.column, message) for place, message in places]


def test_what_is_written_is_read_again() -> None:
    again, problems = read(written(CATALOGUE))
    assert problems == []
    assert again == CATALOGUE
    assert written(again) == written(CATALOGUE)


def test_a_header_keeps_its_fields_in_their_order() -> None:
    assert list(header_fields(header_text(HEADER)).items()) == list(HEADER.items())


def test_lines_are_no_longer_than_79_columns_and_texts_break_after_blanks() -> None:
    lines = written(CATALOGUE).split("\n")
    wide = [line for line in lines if sum(1 + ("\u2e80" < c < "\uffef") for c in line) > 79]
    assert wide == []
    assert '"One billion people are on the move, more than ever before, and the "' in lines


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is not installed")
def test_gettext_would_write_the_same_file(tmp_path: Path) -> None:
    entries = tuple(entry for entry in ENTRIES if entry.context != "page1.e" and not SAFE & set(entry.flags))
    text = written(Catalogue("fr", "a.fr.po", CATALOGUE.header, entries))
    (tmp_path / "a.po").write_text(text, "utf-8")
    done = subprocess.run(["msgcat", str(tmp_path / "a.po")], capture_output=True, text=True, check=True)
    assert done.stdout == text


def test_babel_reads_the_same_texts() -> None:
    catalogue = read_po(io.BytesIO(written(CATALOGUE).encode()), ignore_obsolete=False)
    found = {message.context: message for message in catalogue if message.id}
    for entry in ENTRIES:
        if not entry.obsolete:
            assert (found[entry.context].id, found[entry.context].string) == (entry.source, entry.text)
            assert found[entry.context].fuzzy == entry.fuzzy
            told = [note for note in found[entry.context].user_comments if not note.startswith("|")]
            assert told == list(entry.notes)
    assert [message.id for message in catalogue.obsolete.values()] == [ENTRIES[-1].source]


def test_polib_reads_and_writes_the_same_texts() -> None:
    for text in (written(CATALOGUE), str(polib.pofile(written(CATALOGUE)))):
        file = polib.pofile(text)
        assert file.metadata["Language"] == "fr"
        found = {entry.msgctxt: entry for entry in file}
        for entry in ENTRIES:
            other = found[entry.context]
            assert (other.msgid, other.msgstr, other.obsolete) == (entry.source, entry.text, entry.obsolete)
            assert (other.previous_msgid, other.previous_msgctxt) == (entry.previous, entry.previous_context)
            assert other.flags == list(entry.flags)
            assert other.tcomment == "\n".join(entry.notes)


def test_what_polib_writes_is_read_unharmed() -> None:
    again, problems = read(str(polib.pofile(written(CATALOGUE))))
    assert problems == []
    assert again.entries == ENTRIES


def test_every_character_of_a_translation_has_its_place() -> None:
    text = 'msgid "a"\nmsgstr ""\n"first \\"{one}\\" "\n"and {two}"\n'
    entry = read(text)[0].entries[0]
    lines = text.split("\n")
    for word in ("first", "{one}", "{two}", "and"):
        place = entry.at(entry.text.index(word), len(word))
        assert lines[place.line - 1][place.column - 1 :][: place.length] == word
    assert entry.at(entry.text.index('"')).length == 2
    assert (entry.line, entry.position.line) == (1, 3)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('msgid "a\nmsgstr ""\n', [(1, 7, "a text in quotes is wanted here")]),
        ('msgid "a"\n', [(1, 1, "this entry has no msgstr")]),
        ('"lost"\n', [(1, 1, "a text in quotes is wanted here")]),
        ("nonsense\n", [(1, 1, "a text in quotes is wanted here")]),
        ('msgid "a"\nmsgstr "\\q"\n', [(2, 9, "'\\q' means nothing in a PO file")]),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
            [(1, 1, "this entry"), (2, 1, "plural forms"), (3, 1, "plural")],
        ),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', [(4, 1, "line 1 has the same text already")]),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', [(2, 1, "there are two msgid in this entry")]),
        ('msgid "a"\nmsgstr "b" "c"\n', [(2, 8, "a text in quotes is wanted here")]),
    ],
)
def test_what_is_badly_written_is_told_with_line_and_column(text: str, found: list[tuple[int, int, str]]) -> None:
    told = read(text)[1]
    assert [(line, column) for line, column, _ in told] == [(line, column) for line, column, _ in found]
    for (*_, message), (*_, start) in zip(told, found, strict=True):
        assert message.startswith(start)


def test_entries_need_no_empty_line_between_them() -> None:
    text = 'msgid "a"\nmsgstr "b"\n#. hint\nmsgid "c"\nmsgstr "d"\n#~ msgid "e"\n#~ msgstr "f"\n'
    found, problems = read(text)
    assert problems == []
    assert [(e.source, e.text, e.obsolete) for e in found.entries] == [
        ("a", "b", False),
        ("c", "d", False),
        ("e", "f", True),
    ]
    assert found.entries[1].comments == ("hint",)
