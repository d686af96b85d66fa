"""What a check of a translated page warns of: official names, lengths, and nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from blocks.sheet import Sheet
from factsheet import pipeline
from translation.projects import edit, fill

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "page1.block.passage.title"


def found(project: Path, title: str) -> list[tuple[str, str, str]]:
    """Return rule, severity and place of what a check of the page says whose title is so translated."""
    fill(project, "quay/2024", "ru", lambda entry: title if entry.context == TITLE else "Слова")
    (delivery,) = pipeline.check(["quay/2024"], start=project, languages=["ru"])
    return [(problem.rule, problem.severity, problem.where) for problem in delivery.problems]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    Sheet(tmp_path).write({"passage": {"title": "The Harbour Office", "text": "Nothing to add."}})
    (tmp_path / "data/quay/terms.csv").write_text(
        "term,language,text,source\nHarbour Office,ru,Портовая служба,Gazette\n", "utf-8"
    )
    return tmp_path


def test_official_names_and_lengths_are_warnings_of_the_page(project: Path) -> None:
    assert found(project, "Портовая служба") == []
    assert found(project, "Управление порта") == [("translation-term", "warning", TITLE)]
    assert found(project, "Портовая служба " * 8) == [("translation-long", "warning", TITLE)]


def test_a_text_that_does_not_fit_is_not_told_in_characters_too(project: Path) -> None:
    rules = [rule for rule, *_ in found(project, "Портовая служба " * 900)]
    assert "page-overflow" in rules
    assert "translation-long" not in rules


def test_a_table_of_terms_that_is_wrong_keeps_a_translation_from_being_made(project: Path) -> None:
    edit(project / "data/quay/terms.csv", ",Gazette", ",")
    assert [rule for rule, *_ in found(project, "Портовая служба")] == ["term-invalid"]
    (english,) = pipeline.check(["quay/2024"], start=project)
    assert english.problems == ()
