"""Each check of a translation has a PO file that breaks it, and is caught at its line."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pytest

from blocks.sheet import Sheet
from factsheet.problems import FactsheetError
from factsheet.rules import RULES
from factsheet.translation.status import status
from translation.projects import edit, fill, in_words, problems

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factsheet.model.translation import Entry

NAME, LANGUAGE = "quay/2024", "ru"
PO, YAML = "data/quay/2024.ru.po", "data/quay/2024.yml"
HERE = "‸"
"""Where a problem is expected."""

BLOCK = {
    "passage": {
        "title": "The Harbour Office",
        "text": "There are {crews} **crews** since 2019, see [the plan](https://example.org).",
    }
}
TERMS = "term,language,text,source\nHarbour Office,ru,Портовая служба,Gazette\n"
TITLE = "Руководство Портовой службы"
TEXT = (
    "Их {crews, plural, one {# **бригада**} few {# **бригады**} many {# **бригад**} other {# **бригады**}} "
    "с 2019 года, см. [план](https://example.org)."
)
GOOD = {"title": "Лист", "page1.block.passage.title": TITLE, "page1.block.passage.text": TEXT}


class Case(NamedTuple):
    """A check, the translation that breaks it, and how; HERE marks where the problem is expected."""

    rule: str
    old: str
    new: str
    line: str = ""  # where it stands at the entry's msgid, not in the translation


CASES = [
    Case("translation-empty", f'msgstr "{TITLE}"', 'msgstr ""', 'msgid "The Harbour Office"'),
    Case("translation-fuzzy", f'msgstr "{TITLE}"', f'msgstr "{HERE}{TITLE}"'),
    Case("translation-placeholder", TEXT, f"{HERE}**Бригады** с 2019 года, см. [план](https://example.org)."),
    Case("translation-placeholder", TEXT, TEXT.replace("Их {crews", f"Их {HERE}{{crew}} {{crews")),
    Case("translation-placeholder", TEXT, TEXT.replace("{crews", f"{HERE}{{crews").replace("}}", "}")),
    Case("translation-plural", TEXT, TEXT.replace("{crews", f"{HERE}{{crews").replace("few {# **бригады**} ", "")),
    Case("translation-markup", TEXT, HERE + TEXT.replace("**", "")),
    Case("translation-markup", TEXT, HERE + TEXT.replace("example.org", "example.net")),
    Case("translation-number", TEXT, TEXT.replace("2019", f"{HERE}2018")),
    Case("translation-number", TEXT, TEXT.replace("Их ", f"Их {HERE}12, ")),
    Case("translation-term", TITLE, f"{HERE}Управление порта"),
    Case("translation-long", TITLE, f"{HERE}{TITLE} {'и всего остального ' * 9}"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sheet with a good translation."""
    Sheet(tmp_path).write(BLOCK)
    (tmp_path / "data/quay/terms.csv").write_text(TERMS, "utf-8")
    fill(tmp_path, NAME, LANGUAGE, lambda entry: GOOD.get(entry.context, "Слова"))
    return tmp_path


def broken(project: Path, case: Case) -> tuple[int, int]:
    """Break the PO file; return line and column of the mark, or of the msgid that is named."""
    path = project / PO
    unfold = path.read_text("utf-8").replace('"\n"', "")  # so that each text stands on a line of its own
    assert unfold.count(case.old) == 1
    text = unfold.replace(case.old, case.new)
    if case.rule == "translation-fuzzy":
        text = text.replace('msgctxt "page1.block.passage.title"', '#, fuzzy\nmsgctxt "page1.block.passage.title"')
    path.write_text(text.replace(HERE, ""), "utf-8")
    before, mark, _ = text.partition(HERE if HERE in text else case.line)
    assert mark
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_the_good_translation_has_no_problem(project: Path) -> None:
    assert problems(project, NAME, LANGUAGE) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}:{case.new[:20]!a}")
def test_what_breaks_a_check_is_caught_at_its_line(project: Path, case: Case) -> None:
    place = broken(project, case)
    found = problems(project, NAME, LANGUAGE)
    assert {problem.rule for problem in found} == {case.rule}, found
    position = found[0].position
    assert position is not None
    assert (position.file, position.line, position.column) == (PO, *place)
    assert all(problem.remedy for problem in found)
    assert {problem.severity for problem in found} == {RULES[case.rule].severity}


def test_a_text_that_the_file_does_not_know_is_told_where_its_author_wrote_it(project: Path) -> None:
    edit(project / YAML, "title: The Harbour Office", "title: The new Harbour Office")
    (problem,) = problems(project, NAME, LANGUAGE)
    lines = (project / YAML).read_text("utf-8").split("\n")
    assert (problem.rule, problem.position and problem.position.file) == ("translation-missing", YAML)
    assert problem.position is not None
    assert "The new Harbour Office" in lines[problem.position.line - 1]
    assert problem.remedy == "run 'factsheet translate update quay/2024 -l ru'"


def test_a_badly_written_file_is_told_at_its_line(project: Path) -> None:
    path = project / PO
    text = path.read_text("utf-8").replace(f'msgstr "{TITLE}"', f'msgstr "{TITLE}')
    path.write_text(text, "utf-8")
    (problem,) = problems(project, NAME, LANGUAGE)
    assert problem.rule == "po-syntax"
    assert problem.position is not None
    assert text.split("\n")[problem.position.line - 1] == f'msgstr "{TITLE}'


def test_a_term_without_a_source_keeps_the_page_from_being_made(project: Path) -> None:
    edit(project / "data/quay/terms.csv", "Портовая служба,Gazette", "Портовая служба,")
    with pytest.raises(FactsheetError) as caught:
        in_words(project, NAME, LANGUAGE)
    (problem,) = caught.value.problems
    assert problem.rule == "term-invalid"
    assert problem.position is not None
    assert (problem.position.file, problem.position.line) == ("data/quay/terms.csv", 2)


def test_every_check_of_translations_has_such_a_case() -> None:
    ours = {rule for rule in RULES if rule.startswith("translation-")}
    assert ours == {case.rule for case in CASES} | {"translation-missing"}


def test_the_official_name_is_in_the_remedy(project: Path) -> None:
    broken(project, next(case for case in CASES if case.rule == "translation-term"))
    (problem,) = problems(project, NAME, LANGUAGE)
    assert problem.message == "the official name of 'Harbour Office' is not in this translation"
    assert problem.remedy == "write 'Портовая служба' (Gazette)"


def test_the_length_is_told_in_numbers(project: Path) -> None:
    broken(project, next(case for case in CASES if case.rule == "translation-long"))
    (problem,) = problems(project, NAME, LANGUAGE)
    room = next(int(line.split()[2]) for line in _comments(project, "The Harbour Office") if "Room" in line)
    size = len(TITLE) + len(" и всего остального") * 9
    assert problem.message == f"this translation takes {size} characters, and there is room for {room}"
    assert problem.remedy == f"shorten it by {size - room}"


def _comments(project: Path, source: str) -> list[str]:
    entry = next(part for part in (project / PO).read_text("utf-8").split("\n\n") if f'msgid "{source}"' in part)
    return [line for line in entry.split("\n") if line.startswith("#.")]


def test_han_characters_take_the_room_of_two(project: Path) -> None:
    (room,) = (int(line.split()[2]) for line in _comments(project, "The Harbour Office") if "Room" in line)
    (project / "data/quay/terms.csv").unlink()
    for size, found in ((room // 2, []), (room // 2 + 1, ["translation-long"])):
        (project / "data/quay/2024.zh-Hans.po").unlink(missing_ok=True)
        texts = {
            "page1.block.passage.title": "港" * size,
            "page1.block.passage.text": "{crews} **队** 2019 [图](https://example.org)",
        }
        fill(project, NAME, "zh-Hans", partial(_told, texts))
        assert [problem.rule for problem in problems(project, NAME, "zh-Hans")] == found


def _told(texts: Mapping[str, str], entry: Entry) -> str:
    return texts.get(entry.context, "字")


def test_status_counts_what_the_checks_find(project: Path) -> None:
    assert [one.problems for one in status(start=project).translations] == [0]
    broken(project, next(case for case in CASES if case.rule == "translation-term"))
    assert [one.problems for one in status(start=project).translations] == [1]
