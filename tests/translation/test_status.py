"""``translate status``: numbers of each translation, whatever is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factsheet.translation.status import Status, lines, status
from translation.projects import catalogue, copied, edit, fill

if TYPE_CHECKING:
    from pathlib import Path

BRIEF = "meridian-brief/2024"
YAML, PO = "data/meridian-brief/2024.yml", "data/meridian-brief/2024.fr.po"


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    project = copied(tmp_path, "meridian-brief")
    edit(project / YAML, "language: en\n", "language: en\ntranslations: [fr, es]\n")
    fill(project, BRIEF, "fr", lambda entry: f"fr {entry.source}")
    return project


def counted(project: Path) -> tuple[int, ...]:
    one = next(one for one in status(start=project).translations if one.language == "fr")
    return (one.translated, one.fuzzy, one.empty, one.obsolete, one.problems)


def test_a_text_is_translated_or_fuzzy_or_empty(brief: Path) -> None:
    size = len(catalogue(brief, BRIEF, "fr").entries)
    assert counted(brief) == (size, 0, 0, 0, 0)
    edit(brief / PO, 'msgstr "fr What changed"', 'msgstr ""')
    assert counted(brief) == (size - 1, 0, 1, 0, 0)
    edit(brief / PO, 'msgctxt "page1.words.text.items.0.title"', '#, fuzzy\nmsgctxt "page1.words.text.items.0.title"')
    assert counted(brief) == (size - 2, 1, 1, 0, 0)
    edit(brief / YAML, "title: Tickets", "title: Passes")
    assert counted(brief) == (size - 3, 1, 2, 0, 0)
    (brief / PO).write_text((brief / PO).read_text("utf-8") + '\n#~ msgid "Gone"\n#~ msgstr "Disparu"\n', "utf-8")
    assert counted(brief) == (size - 3, 1, 2, 1, 0)
    edit(brief / PO, 'msgstr "fr Berths"', 'msgstr "fr 17 Berths"')
    edit(brief / PO, 'msgstr "fr Weather"', 'msgstr "fr \\q"')
    assert counted(brief) == (size - 3, 1, 2, 1, 2)


def test_a_translation_that_nobody_has_begun_is_empty(brief: Path) -> None:
    french, spanish = status(start=brief).translations
    assert spanish == Status(BRIEF, "es", empty=french.translated)


def test_languages_of_files_are_shown_beside_those_of_the_edition(brief: Path) -> None:
    (brief / PO).rename(brief / PO.replace(".fr.", ".tlh."))
    found = status(start=brief).translations
    assert [(one.language, one.file is None) for one in found] == [("fr", True), ("es", True), ("tlh", False)]
    assert found[2].problems == 1  # the tool has no words for it


def test_an_edition_that_cannot_be_read_is_a_problem(brief: Path) -> None:
    edit(brief / YAML, "layout: brief\n", "layout: briefs\n")
    told = status(start=brief)
    assert told.translations == ()
    assert [(p.rule, p.position.excerpt) for p in told.problems if p.position] == [("layout-unknown", "layout: briefs")]


def test_a_file_that_is_no_text_is_counted(brief: Path) -> None:
    (brief / PO).write_bytes(b"\xff\xfe")
    one, _ = status(start=brief).translations
    assert (one.file, one.translated, one.problems) == (PO, 0, 1)


def test_the_table_has_a_line_a_translation() -> None:
    rows = [Status("quay/2024", "fr", "x.po", 7, 0, 12, 3, 1), Status("quay/2025", "zh-Hans", None, empty=19)]
    assert lines(rows) == [
        "edition    language  translated  fuzzy  empty  obsolete  problems",
        "quay/2024  fr                 7      0     12         3         1",
        "quay/2025  zh-Hans            0      0     19         0         0",
    ]
    assert lines([]) == ["edition  language  translated  fuzzy  empty  obsolete  problems"]
