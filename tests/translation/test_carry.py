"""What becomes of translations when the texts of an edition change, move, go and come back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factsheet.model.translation import Catalogue, Entry
from factsheet.translation.carry import Carried, carried
from factsheet.translation.pairing import likeness
from factsheet.translation.po import header_text

LIST = "page1.left.list.items"
OLD = "The office opened in spring and serves every island."
CHANGED = "The office opened in autumn and serves every island."
OTHER = "Nothing of the kind was ever said about boats"


def text(context: str, source: str, *comments: str) -> Entry:
    return Entry(context, source, comments=comments, references=("data/a/2.yml:9",))


def done(context: str, source: str, translation: str | None = None, **more: object) -> Entry:
    return replace(Entry(context, source, source.upper() if translation is None else translation), **more)  # type: ignore[arg-type]


def items(*sources: str) -> list[Entry]:
    return [text(f"{LIST}.{number}.text", source) for number, source in enumerate(sources)]


def translated(*sources: str) -> list[Entry]:
    return [replace(entry, text=entry.source.upper()) for entry in items(*sources)]


def carry(texts: list[Entry], entries: list[Entry]) -> Carried:
    return carried(Catalogue("fr", "2.fr.po", None, tuple(texts)), Catalogue("fr", "1.fr.po", None, tuple(entries)))


def said(made: Carried) -> list[tuple[str, str, str, bool, str | None]]:
    """Return source, translation, kind, fuzzy and previous source of each entry."""
    return [(e.source, e.text, "gone" if e.obsolete else "text", e.fuzzy, e.previous) for e in made.catalogue.entries]


def fuzzy(made: Carried) -> list[str]:
    return [entry.source for entry in made.catalogue.entries if entry.fuzzy]


def test_what_is_unchanged_stays_with_all_that_its_translator_wrote() -> None:
    old = done("a.b", OLD, "Traduit", notes=("a remark", "of two lines"), flags=("no-wrap",), comments=("old",))
    made = carry([text("a.b", OLD, "new")], [old])
    (entry,) = made.catalogue.entries
    assert entry == replace(old, comments=("new",), references=("data/a/2.yml:9",))
    assert (made.kept, made.changed, made.new, made.gone, made.revived) == (1, 0, 0, 0, 0)
    assert made.catalogue.file == "2.fr.po"


def test_what_has_changed_is_fuzzy_with_the_text_that_it_was_translated_from() -> None:
    made = carry([text("a.b", CHANGED)], [done("a.b", OLD, "Traduit", notes=("kept",))])
    assert said(made) == [(CHANGED, "Traduit", "text", True, OLD)]
    assert made.catalogue.entries[0].notes == ("kept",)
    assert (made.kept, made.changed) == (0, 1)


def test_what_is_gone_is_obsolete_and_what_is_new_is_empty() -> None:
    made = carry([text("a.b", OLD), text("a.d", OTHER)], [done("a.b", OLD), done("a.c", "Gone", "Disparu")])
    assert said(made) == [
        (OLD, OLD.upper(), "text", False, None),
        (OTHER, "", "text", False, None),
        ("Gone", "Disparu", "gone", False, None),
    ]
    assert (made.kept, made.new, made.gone, made.said) == (1, 1, 1, "1 kept, 1 new, 1 gone")


def test_what_nobody_translated_leaves_nothing_behind() -> None:
    assert said(carry([text("a.b", CHANGED)], [text("a.b", OLD), text("a.c", OTHER)])) == [
        (CHANGED, "", "text", False, None)
    ]


def test_what_comes_back_is_revived() -> None:
    gone = carry([text("a.b", OLD)], [done("a.b", OLD), done("a.c", OTHER, "Traduit", notes=("kept",))]).catalogue
    made = carry([text("a.b", OLD), text("a.c", OTHER)], [*gone.entries])
    assert said(made)[1] == (OTHER, "Traduit", "text", False, None)
    assert made.catalogue.entries[1].notes == ("kept",)
    assert (made.revived, made.kept, made.new) == (1, 1, 0)


def test_moving_items_of_a_list_makes_nothing_fuzzy() -> None:
    for order in (("C", "A", "B"), ("B", "A"), ("X", "A", "B", "C"), ("A", "X", "B", "C")):
        made = carry(items(*order), translated("A", "B", "C"))
        assert fuzzy(made) == []
        known = {entry.source: entry.text for entry in made.catalogue.entries if not entry.obsolete}
        assert known == {name: "" if name == "X" else name for name in order}


def test_an_item_that_moved_and_changed_is_found_by_its_words() -> None:
    made = carry(items("New first", CHANGED, "B"), translated("B", OLD))
    assert said(made) == [
        ("New first", "", "text", False, None),
        (CHANGED, OLD.upper(), "text", True, OLD),
        ("B", "B", "text", False, None),
    ]


def test_a_text_of_two_blocks_follows_its_own() -> None:
    left, right = "page1.left.list.items", "page1.right.list.items"
    old = [done(f"{right}.0.text", OLD, "right"), done(f"{left}.0.text", OLD, "left")]
    assert [e.text for e in carry([text(f"{left}.1.text", OLD)], old).catalogue.entries if not e.obsolete] == ["left"]
    changed = carry([text(f"{left}.1.text", CHANGED), text(f"{right}.1.text", CHANGED)], old).catalogue.entries
    assert [(entry.text, entry.fuzzy) for entry in changed] == [("left", True), ("right", True)]


def test_equal_texts_of_a_list_keep_their_own_translations() -> None:
    old = [done(f"{LIST}.0.text", "Geneva", "one"), done(f"{LIST}.1.text", "Geneva", "two")]
    assert [e.text for e in carry(items("Geneva", "Geneva"), old).catalogue.entries] == ["one", "two"]
    assert {e.text for e in carry(items("X", "Geneva", "Geneva"), old).catalogue.entries} == {"", "two", "one"}


def test_fields_of_one_item_are_not_taken_for_each_other() -> None:
    old = [done("page1.a.b.items.0.title", "Staff", "le personnel"), done("page1.a.b.items.0.text", "Staff", "du")]
    new = [text("page1.a.b.items.1.text", "Staff"), text("page1.a.b.items.1.title", "Staff")]
    assert [entry.text for entry in carry(new, old).catalogue.entries] == ["du", "le personnel"]


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("page1.left.text.title", "page2.right.text.title", True),
        ("page1.left.text.title", "page1.left.text-2.title", True),
        ("page1.section", "page2.section", True),
        ("facts.staff.label", "facts.people.label", True),
        ("sources.a.title", "sources.b.title", True),
        ("page1.left.text.title", "page1.left.text.intro", False),
        ("page1.left.text.title", "page1.left.stat.title", False),
        ("facts.staff.label", "facts.staff.short", False),
        ("title", "brand.name", False),
    ],
)
def test_a_text_follows_its_block_but_not_into_another_field(before: str, after: str, follows: bool) -> None:
    made = carry([text(after, OLD)], [done(before, OLD, "Traduit")])
    assert said(made)[0] == (OLD, "Traduit" if follows else "", "text", False, None)
    assert made.gone == (not follows)


def test_a_text_that_moved_to_another_page_and_changed_says_where_it_was() -> None:
    made = carry([text("page2.right.text.title", CHANGED)], [done("page1.left.text.title", OLD, "Traduit")])
    (entry,) = made.catalogue.entries
    assert (entry.text, entry.fuzzy, entry.previous, entry.previous_context) == (
        "Traduit",
        True,
        OLD,
        "page1.left.text.title",
    )


def test_what_is_fuzzy_stays_so_with_the_text_that_it_was_made_for() -> None:
    first = carry([text("a.b", CHANGED)], [done("a.b", OLD, "Traduit")]).catalogue
    assert said(carry([text("a.b", CHANGED)], [*first.entries])) == [(CHANGED, "Traduit", "text", True, OLD)]
    assert said(carry([text("a.b", OTHER)], [*first.entries])) == [(OTHER, "Traduit", "text", True, OLD)]
    assert said(carry([text("a.b", OLD)], [*first.entries])) == [(OLD, "Traduit", "text", True, None)]


def test_a_guess_of_a_translator_stays_one() -> None:
    guess = done("a.b", OLD, "Traduit", flags=("fuzzy",))
    assert said(carry([text("a.b", OLD)], [guess])) == [(OLD, "Traduit", "text", True, None)]
    assert said(carry([text("a.b", CHANGED)], [guess])) == [(CHANGED, "Traduit", "text", True, OLD)]


def test_what_a_translator_has_mended_forgets_what_it_was_translated_from() -> None:
    """Some editors take the flag away and leave the previous text."""
    mended = done("a.b", CHANGED, "Traduit", previous=OLD)
    assert said(carry([text("a.b", CHANGED)], [mended])) == [(CHANGED, "Traduit", "text", False, None)]
    assert said(carry([text("a.b", OTHER)], [mended])) == [(OTHER, "Traduit", "text", True, CHANGED)]


def test_the_order_is_that_of_the_sheet_and_obsolete_entries_come_last_in_theirs() -> None:
    old = [done("a.1", "One"), done("a.9", "Nine", obsolete=True), done("a.2", "Two"), done("a.3", "Three")]
    made = carry([text("a.3", "Three"), text("a.1", "One")], old)
    assert [(entry.source, entry.obsolete) for entry in made.catalogue.entries] == [
        ("Three", False),
        ("One", False),
        ("Nine", True),
        ("Two", True),
    ]


def test_of_two_obsolete_entries_of_one_text_the_last_is_kept() -> None:
    old = [done("a.1", "One", "first", obsolete=True), done("a.1", "One", "second", obsolete=True)]
    assert [(e.text, e.obsolete) for e in carry([], old).catalogue.entries] == [("second", True)]
    old = [done("a.1", "One", "first", obsolete=True), done("a.1", "One", "second")]
    assert [(e.text, e.obsolete) for e in carry([], old).catalogue.entries] == [("second", True)]


def test_the_flag_of_placeholders_follows_the_text() -> None:
    plain, figure = text("a.b", "Staff"), replace(text("a.b", "{staff}"), flags=("icu-message-format",))
    (entry,) = carry([plain], [done("a.b", "{staff}", "{staff}", flags=("icu-message-format",))]).catalogue.entries
    assert entry.flags == ("fuzzy",)
    (entry,) = carry([figure], [done("a.b", "Staff", "Personnel")]).catalogue.entries
    assert entry.flags == ("fuzzy", "icu-message-format")


def header(name: str, *notes: str, **fields: str) -> Entry:
    known = {"Project-Id-Version": name, "POT-Creation-Date": "2018-01-01 00:00+0000"}
    return Entry("", "", header_text(known | fields), notes=(f"{name}, from en into fr.", *notes))


def test_the_header_is_that_of_the_translator_with_the_edition_of_today() -> None:
    own = header("a 1", "Copyright of the office.", Translator="A. Writer", Plural="nplurals=2; plural=(n > 1);")
    fresh = replace(header("a 2"), text=header("a 2").text.replace("2018", "2019"))
    made = carried(Catalogue("fr", "2", fresh, ()), Catalogue("fr", "1", own, ())).catalogue.header
    assert made is not None
    assert made.notes == ("a 2, from en into fr.", "Copyright of the office.")
    assert made.text == own.text.replace("a 1", "a 2").replace("2018", "2019")


def test_a_name_that_somebody_gave_the_project_stays() -> None:
    own = replace(header("Snapshots of all years"), notes=("Ours.",))
    made = carried(Catalogue("fr", "2", header("a 2"), ()), Catalogue("fr", "1", own, ())).catalogue.header
    assert made is not None
    assert made.text.startswith("Project-Id-Version: Snapshots of all years\n")
    assert made.notes == ("Ours.",)


def test_a_file_without_a_header_gets_one() -> None:
    made = carried(Catalogue("fr", "2", header("a 2"), ()), Catalogue("fr", "1", None, ()))
    assert made.catalogue.header == header("a 2")


def test_likeness_is_none_or_enough() -> None:
    assert likeness(OLD, CHANGED) > 0.8
    assert likeness(OLD, OTHER) == 0.0
    assert likeness(OLD, OLD) == 1.0
