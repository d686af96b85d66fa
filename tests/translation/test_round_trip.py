"""Whatever is changed between editions, update loses nothing, and Babel and polib read what it writes as we do."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import io
import os
from dataclasses import replace
from random import Random

import polib
import pytest
from babel.messages.pofile import read_po

from factsheet.model.translation import FUZZY, Catalogue, Entry
from factsheet.read.po import parsed
from factsheet.read.report import Problems
from factsheet.translation.carry import Carried, carried
from factsheet.translation.po import header_text, written

RUNS = int(os.environ.get("FACTSHEET_FUZZ", "60"))
WORDS = (
    *("office", "{staff}", "**bold**", '"quoted"', "back\\slash", "tab\tbed", "line\nbreak", "  blanks  ", "100 %"),
    *(
        "международная организация",
        "المنظمة الدولية",
        "全球移民数据分析中心，",
        "l’été",
        "#",
        "msgid",
        "\\n",
        "~",
        "|",
        "a" * 90,
    ),
)
HEADER = {"Project-Id-Version": "a 1", "Language": "fr", "Content-Type": "text/plain; charset=UTF-8"}
PLACES = [f"page1.left.list.items.{n}.{f}" for n in range(4) for f in ("title", "text")]
PLACES += ["title", "page1.right.text.title", "page2.right.text.title", "facts.staff.label"]


def phrase(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.randint(1, 12)))


def fresh(random: Random, known: list[str]) -> Catalogue:
    """An edition with texts of the one before, and others, in places of any order."""
    places = random.sample(PLACES, random.randint(1, len(PLACES)))
    sources = [random.choice([*known, phrase(random)]) if random.random() < 0.8 else phrase(random) for _ in places]
    entries = [
        Entry(
            place,
            source if random.random() < 0.8 else f"{source} {random.choice(WORDS)}",
            flags=("icu-message-format",) if "{" in source else (),
            comments=(f"Page 1, {place}", "Room: 40 characters, a line"),
            references=("data/a/2.yml:7", "data/a/2.yml:9"),
        )
        for place, source in zip(places, sources, strict=True)
    ]
    return Catalogue("fr", "a.fr.po", Entry("", "", header_text(HEADER)), tuple(entries))


def worked_on(random: Random, catalogue: Catalogue) -> Catalogue:
    """The same with some texts translated, some remarks, some guesses."""

    def entry(old: Entry) -> Entry:
        if old.obsolete or random.random() < 0.3:
            return old
        sure = replace(old, flags=tuple(f for f in old.flags if f != FUZZY), previous=None, previous_context=None)
        guess = replace(old, flags=tuple(dict.fromkeys((FUZZY, *old.flags))))
        made = guess if random.random() < 0.2 else sure
        return replace(made, text=phrase(random), notes=(phrase(random).replace("\n", " ").strip(),))

    return replace(catalogue, entries=tuple(map(entry, catalogue.entries)))


def reread(text: str) -> Catalogue:
    problems = Problems()
    found = parsed(text, "a.fr.po", "fr", problems)
    problems.finish()
    return found


def check_nothing_is_lost(made: Carried, new: Catalogue, old: Catalogue) -> None:
    live = [entry for entry in made.catalogue.entries if not entry.obsolete]
    assert [(e.context, e.source) for e in live] == [(e.context, e.source) for e in new.entries]
    keys = [(e.context, e.source) for e in made.catalogue.entries]
    assert len(keys) == len({*keys})  # gettext takes no text twice, obsolete or not
    kept = {(e.text, e.notes) for e in made.catalogue.entries}
    lost = [e for e in old.entries if e.text and (e.text, e.notes) not in kept]
    assert [e for e in lost if not e.obsolete or (e.context, e.source) not in keys] == []
    for entry in live:
        assert entry.fuzzy or not entry.text or (entry.source, entry.text) in {(e.source, e.text) for e in old.entries}
    assert made.kept + made.changed + made.new + made.revived == len(live)


def check_judges(catalogue: Catalogue) -> None:
    text = written(catalogue)
    live = {(e.context, e.source): e for e in catalogue.entries if not e.obsolete}
    gone = {(e.context, e.source): e.text for e in catalogue.entries if e.obsolete}

    babel = read_po(io.BytesIO(text.encode()), ignore_obsolete=False)
    messages = {(m.context, m.id): m for m in babel if m.id}
    assert messages.keys() == live.keys()
    for key, entry in live.items():
        assert (messages[key].string, messages[key].fuzzy) == (entry.text, entry.fuzzy)
        assert messages[key].auto_comments == list(entry.comments)
    assert {(m.context, m.id): m.string for m in babel.obsolete.values()} == gone

    file = polib.pofile(text)
    assert {(e.msgctxt, e.msgid): e.msgstr for e in file.obsolete_entries()} == gone
    entries = {(e.msgctxt, e.msgid): e for e in file if not e.obsolete}
    assert entries.keys() == live.keys()
    for key, entry in live.items():
        other = entries[key]
        assert (other.msgstr, other.flags) == (entry.text, list(entry.flags))
        assert (other.previous_msgid, other.previous_msgctxt) == (entry.previous, entry.previous_context)
        assert other.tcomment == "\n".join(entry.notes)
    assert [(e.context, e.source, e.text, e.obsolete) for e in reread(str(file)).entries] == [
        (e.context, e.source, e.text, e.obsolete) for e in catalogue.entries
    ]


@pytest.mark.parametrize("seed", range(RUNS))
def test_editions_follow_each_other_and_nothing_is_lost(seed: int) -> None:
    random = Random(seed)
    known = fresh(random, [phrase(random)])
    for _ in range(4):
        old = reread(written(worked_on(random, known)))
        new = fresh(random, [entry.source for entry in old.entries])
        made = carried(new, old)
        check_nothing_is_lost(made, new, old)
        check_judges(made.catalogue)
        known = reread(written(made.catalogue))
        assert known == made.catalogue
        assert carried(new, known).catalogue == known


def test_the_runs_see_every_fate_of_a_text() -> None:
    seen = {"changed": 0, "new": 0, "gone": 0, "revived": 0, "kept": 0}
    for seed in range(20):
        random = Random(seed)
        known = fresh(random, [phrase(random)])
        for _ in range(4):
            made = carried(fresh(random, [entry.source for entry in known.entries]), worked_on(random, known))
            seen = {name: count + getattr(made, name) for name, count in seen.items()}
            known = made.catalogue
    assert min(seen.values()) > 5, seen
