"""``translate update``: next year's edition, and the same edition with other words, lists and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from blocks.sheet import Sheet
from factsheet.language.texts import source_texts
from factsheet.language.words import EditionWords
from factsheet.model.message import Message
from factsheet.problems import UsageError
from factsheet.read import open_project
from factsheet.read.po import edition_before, languages_of
from factsheet.translation.update import update
from translation.projects import catalogue, copied, edit, edition, fill, in_words, problems

if TYPE_CHECKING:
    from pathlib import Path

    from factsheet.model.translation import Entry

LANGUAGES = ("fr", "es", "ar", "zh-Hans", "ru")
SNAPSHOT, NEXT = "iom-snapshot/2018", "iom-snapshot/2019"
OBSERVERS = "page2.opener.headline.intro"
BRIEF, PO = "meridian-brief/2024", "data/meridian-brief/2024.fr.po"


def echo(entry: Entry) -> str:
    return f"fr {entry.source}"


@pytest.fixture
def snapshot(tmp_path: Path) -> Path:
    """The snapshot of 2018 in every language, and a copy for 2019 with one number and one sentence changed."""
    project = copied(tmp_path, "iom-snapshot")
    later = project / "data/iom-snapshot/2019.yml"
    later.write_text((project / "data/iom-snapshot/2018.yml").read_text("utf-8"), "utf-8")
    edit(later, "edition: 2018\n", "edition: 2019\n")
    edit(later, "{at: 2018, value: 8, source: snapshot-2018,", "{at: 2018, value: 21, source: snapshot-2018,")
    edit(later, "now measured within the UN-wide", "measured today within the UN-wide")
    return project


def test_next_years_edition_leaves_one_fuzzy_text_in_each_language(snapshot: Path) -> None:
    found = update([NEXT], LANGUAGES, start=snapshot)
    assert [(one.language, one.base, one.problems) for one in found] == [
        (language, f"data/iom-snapshot/2018.{language}.po", ()) for language in LANGUAGES
    ]
    for language in LANGUAGES:
        before, after = (catalogue(snapshot, name, language) for name in (SNAPSHOT, NEXT))
        (fuzzy,) = [entry for entry in after.entries if entry.fuzzy]
        assert "measured today within" in fuzzy.source
        assert fuzzy.previous == fuzzy.source.replace("measured today", "now measured")
        assert [(e.context, e.text, e.notes, e.obsolete) for e in after.entries] == [
            (e.context, e.text, e.notes, e.obsolete) for e in before.entries
        ]
        told = next(entry for entry in after.entries if entry.context == OBSERVERS).comments
        assert any("observers" in comment and comment.endswith(" prints 21") for comment in told)
        assert [p.rule for p in problems(snapshot, NEXT, language) if p.severity == "error"] == ["translation-fuzzy"]


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_next_years_number_agrees_without_a_translator(snapshot: Path, language: str) -> None:
    """21 observers are not 8 of them with another figure: the noun has another form."""
    update([NEXT], [language], start=snapshot)
    said = []
    for name in (SNAPSHOT, NEXT):
        (text,) = (e.text for e in catalogue(snapshot, name, language).entries if e.context == OBSERVERS)
        said.append(EditionWords(edition(snapshot, name), language).plain(Message(text)))
    assert [re.findall(r"\d+", text)[-1] for text in said] == ["8", "21"]
    before, after = (re.sub(r"\d+", "", text).split() for text in said)
    assert len(before) == len(after)
    assert 1 <= sum(one != other for one, other in zip(before, after, strict=True)) <= 2


COUNTED = {
    "ru": (
        "Работает {crews, plural, one {# бригада} few {# бригады} many {# бригад} other {# бригады}}.",
        {1: "Работает 1 бригада.", 2: "Работает 2 бригады.", 5: "Работает 5 бригад.", 21: "Работает 21 бригада."},
    ),
    "ar": (
        "يعمل {crews, plural, zero {لا أحد} one {طاقم واحد} two {طاقمان} few {# أطقم} many {# طاقما} other {# طاقم}}.",
        {1: "يعمل طاقم واحد.", 2: "يعمل طاقمان.", 5: "يعمل 5 أطقم.", 21: "يعمل 21 طاقما."},
    ),
}


@pytest.mark.parametrize("language", COUNTED)
def test_nouns_agree_with_each_new_number(tmp_path: Path, language: str) -> None:
    text, said = COUNTED[language]
    Sheet(tmp_path).write({"passage": {"title": "Crews", "text": "There are {crews} crews at work."}})
    where = "page1.block.passage.text"
    fill(tmp_path, "quay/2024", language, lambda entry: text if entry.context == where else "—")
    value = 12
    for number, words in said.items():
        edit(tmp_path / "data/quay/2024.yml", f"unit: crew, value: {value},", f"unit: crew, value: {number},")
        (made,) = update(["quay/2024"], [language], start=tmp_path)
        assert made.carried is not None
        assert (made.carried.changed, made.carried.new, made.carried.gone) == (0, 0, 0)
        spoken = in_words(tmp_path, "quay/2024", language)
        message = next(t.message for t in source_texts(spoken) if t.where == where)
        assert EditionWords(spoken, language).plain(message) == words
        value = number


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    project = copied(tmp_path, "meridian-brief")
    fill(project, BRIEF, "fr", echo)
    return project


def fuzzy(project: Path) -> list[tuple[str, str | None]]:
    return [(e.source, e.previous) for e in catalogue(project, BRIEF, "fr").entries if e.fuzzy]


def test_a_moved_and_an_inserted_item_make_nothing_fuzzy(brief: Path) -> None:
    sheet = brief / "data/meridian-brief/2024.yml"
    lines = sheet.read_text("utf-8").split("\n")
    first = next(number for number, line in enumerate(lines) if "title: Berths" in line)
    lines[first : first + 2] = [
        lines[first + 1],
        "            - {title: Lamps, text: Every quay is lit at night.}",
        lines[first],
    ]
    sheet.write_text("\n".join(lines), "utf-8")
    (made,) = update([BRIEF], ["fr"], start=brief)
    assert fuzzy(brief) == []
    assert made.carried is not None
    assert (made.carried.new, made.carried.gone) == (2, 0)
    entries = catalogue(brief, BRIEF, "fr").entries
    assert [e.source for e in entries if not e.text] == ["Lamps", "Every quay is lit at night."]
    assert {e.text for e in entries if e.text} == {echo(e) for e in entries if e.text}
    assert [e.context for e in entries] == [text.where for text in source_texts(edition(brief, BRIEF))]


def test_a_changed_number_changes_comments_alone(brief: Path) -> None:
    before = catalogue(brief, BRIEF, "fr")
    edit(brief / "data/meridian-brief/2024.yml", "unit: person, value: 2000,", "unit: person, value: 2500,")
    update([BRIEF], ["fr"], start=brief)
    after = catalogue(brief, BRIEF, "fr")
    changed = [(a, b) for a, b in zip(before.entries, after.entries, strict=True) if a != b]
    assert {a.source for a, _ in changed if "{figure_unit}" in a.source}
    for old, new in changed:
        assert (old.context, old.source, old.text, old.flags) == (new.context, new.source, new.text, new.flags)
    assert any("2\N{NARROW NO-BREAK SPACE}500" in comment for _, new in changed for comment in new.comments)


def test_a_changed_text_is_fuzzy_and_comes_back_as_it_was_made_for(brief: Path) -> None:
    sheet = brief / "data/meridian-brief/2024.yml"
    edit(sheet, "title: What changed\n", "title: What has changed\n")
    update([BRIEF], ["fr"], start=brief)
    assert fuzzy(brief) == [("What has changed", "What changed")]
    assert '#| msgid "What changed"\n' in (brief / PO).read_text("utf-8")


def test_a_text_that_is_gone_is_kept_and_revived(brief: Path) -> None:
    sheet = brief / "data/meridian-brief/2024.yml"
    line = "            - {title: Tickets, text: One pass is good on every line and every bus.}\n"
    edit(sheet, line, "")
    update([BRIEF], ["fr"], start=brief)
    assert '#~ msgid "Tickets"\n#~ msgstr "fr Tickets"\n' in (brief / PO).read_text("utf-8")
    edit(sheet, "            - {title: Crews", f"{line}            - {{title: Crews")
    (made,) = update([BRIEF], ["fr"], start=brief)
    assert made.carried is not None
    assert made.carried.revived == 2
    assert "#~" not in (brief / PO).read_text("utf-8")
    assert problems(brief, BRIEF, "fr") == ()


def test_what_needs_no_change_is_not_written(brief: Path) -> None:
    file = brief / PO
    update([BRIEF], ["fr"], start=brief)
    before = (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino)
    (made,) = update([BRIEF], ["fr"], start=brief)
    assert made.path == file
    assert (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino) == before
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []


def test_a_badly_written_file_is_left_alone(brief: Path) -> None:
    file = brief / PO
    broken = file.read_text("utf-8").replace('msgstr "fr', 'msgstr "fr\\q', 1)
    file.write_text(broken, "utf-8")
    edit(brief / "data/meridian-brief/2024.yml", "title: What changed\n", "title: What has changed\n")
    (made,) = update([BRIEF], ["fr"], start=brief)
    assert made.path is None
    assert [(p.rule, p.position.file) for p in made.problems if p.position] == [("po-syntax", PO)]
    assert file.read_text("utf-8") == broken


def test_the_last_edition_that_has_one_lends_its_file(tmp_path: Path) -> None:
    (tmp_path / "data/quay").mkdir(parents=True)
    (tmp_path / "data/pier").mkdir()
    (tmp_path / "data/factsheet.yml").write_text("language: en\n", "utf-8")
    project = open_project(tmp_path)
    for name in ("quay/2018-2", "quay/2018-10", "quay/2019", "quay/2020", "pier/2019"):
        (tmp_path / f"data/{name}.yml").write_text("", "utf-8")
    for name in ("quay/2018-2.fr", "quay/2018-10.fr", "quay/2020.fr", "pier/2019.fr", "quay/2018-10.zh-Hans"):
        (tmp_path / f"data/{name}.po").write_text("", "utf-8")

    def before(name: str, language: str = "fr") -> str | None:
        found = edition_before(project.data / f"quay/{name}.yml", language, project)
        return None if found is None else found.stem

    assert [before(name) for name in ("2018-2", "2018-10", "2019", "2020", "2021")] == [
        None,
        "2018-2",
        "2018-10",
        "2018-10",
        "2020",
    ]
    assert before("2021", "zh-Hans") == "2018-10"
    assert before("2021", "ru") is None
    assert languages_of(project.data / "quay/2018-10.yml") == ("fr", "zh-Hans")
    assert languages_of(project.data / "quay/2018.yml") == ()


def test_without_a_language_whatever_has_a_file_is_carried_on(brief: Path) -> None:
    assert [made.language for made in update([BRIEF], start=brief)] == ["fr"]
    edit(brief / "data/meridian-brief/2024.yml", "language: en\n", "language: en\ntranslations: [es, fr]\n")
    assert [made.language for made in update([BRIEF], ["all"], start=brief)] == ["fr"]


def test_a_language_with_nothing_to_carry_on_names_the_command_that_begins_one(brief: Path) -> None:
    (made,) = update([BRIEF], ["es"], start=brief)
    (problem,) = made.problems
    assert problem.rule == "translation-missing"
    assert problem.remedy == "run 'factsheet translate extract meridian-brief/2024 -l es'"
    with pytest.raises(UsageError):
        update([BRIEF], ["en"], start=brief)
