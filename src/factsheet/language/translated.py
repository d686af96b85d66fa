"""An edition in another language: every text replaced by its translation, or told why it cannot be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.message import Message
from ..problems import FactsheetError, Position, Problem
from .checks import faults
from .lengths import length, room_in
from .locales import locale
from .terms import in_language
from .texts import source_texts
from .words import EditionWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..model.edition import Edition, PageUse
    from ..model.facts import Fact, Source
    from ..model.terms import Term
    from ..model.translation import Catalogue, Entry
    from .locales import Locale
    from .texts import SourceText

MOST = 10
"""Missing translations that are named one by one: a file that nobody has begun to translate is one problem."""


def translated(edition: Edition, catalogue: Catalogue, *, terms: Iterable[Term] = (), draft: bool = False) -> Edition:
    """Return *edition* with the texts of *catalogue*.

    Args:
        edition: as its author wrote it.
        catalogue: its translation.
        terms: official names, in any language.
        draft: whether a text that is not translated yet may stand in the language of the edition, and one that somebody
            has to look at (fuzzy) as it is.

    Raises:
        FactsheetError: a translation is missing, wrong, or (not in a draft) still to be looked at; with all of them.
    """
    texts = source_texts(edition)
    entries = {text.where: catalogue.of(text.where, text.message.text) for text in texts}
    problems = [*_missing(texts, entries, edition, catalogue)] if not draft else []
    said: dict[str, Entry] = {}
    words, official = EditionWords(edition, catalogue.language), in_language(terms, catalogue.language)
    for text in texts:
        entry = entries[text.where]
        if entry is None or not entry.text:
            continue
        found = [*entry_problems(text, entry, edition, words, official)]
        wrong = any(problem.severity == "error" for problem in found)
        if not (wrong and draft):
            said[text.where] = entry
            problems += found
        if entry.fuzzy and not draft:
            problems.append(_fuzzy(entry))
    if any(problem.severity == "error" for problem in problems):
        raise FactsheetError(sorted(problems, key=_place))
    return _replaced(edition, catalogue, said, tuple(problems))


def entry_problems(
    text: SourceText, entry: Entry, edition: Edition, words: EditionWords, terms: Iterable[Term] = ()
) -> Iterator[Problem]:
    """Yield what is wrong in one translation, each at its place in the PO file.

    Args:
        text: what its author wrote.
        entry: its translation.
        edition: in the language of its author.
        words: those of the language of *entry*.
        terms: official names in that language, the longest first.
    """
    sound = True
    for fault in faults(text.message, entry.text, edition.language, words.locale, terms):
        position = entry.at(fault.offset, fault.length)
        yield Problem(fault.rule, fault.message, position, fault.remedy, where=text.where, severity=fault.severity)
        sound = sound and fault.severity != "error"
    if sound and (room := room_in(entry.comments)) is not None:
        yield from _long(entry, words, room)


def _long(entry: Entry, words: EditionWords, room: int) -> Iterator[Problem]:
    """Yield what is to be said of a translation that is longer than its room, figures filled in."""
    try:
        size = length(" ".join(words.plain(Message(entry.text)).split()))
    except FactsheetError:  # ICU cannot read a format of it: whoever sets it says so
        return
    if size > room:
        message = f"this translation takes {size} characters, and there is room for {room}"
        remedy = f"shorten it by {size - room}"
        yield Problem("translation-long", message, entry.position, remedy, where=entry.context, severity="warning")


def _missing(
    texts: Iterable[SourceText], entries: Mapping[str, Entry | None], edition: Edition, catalogue: Catalogue
) -> Iterator[Problem]:
    """Yield the texts that no entry translates: those that are new to the file, and those that nobody translated."""
    new = [text for text in texts if entries[text.where] is None]
    remedy = f"run 'factsheet translate update {edition.sheet}/{edition.name} -l {catalogue.language}'"
    for text in new[:MOST]:
        message = f"{_quoted(text.message.text)} is not in {catalogue.file}"
        position = edition.position(text.position) or Position(edition.file)
        yield Problem("translation-missing", message, position, remedy, where=text.where)
    if len(new) > MOST:
        message = f"{len(new) - MOST} more texts of the edition are not in {catalogue.file}"
        yield Problem("translation-missing", message, Position(catalogue.file), remedy)
    empty = [entry for entry in entries.values() if entry is not None and not entry.text]
    remedy = "translate it, or build a draft with --draft"
    for entry in empty[:MOST]:
        message = f"{_quoted(entry.source)} has no translation"
        yield Problem("translation-empty", message, entry.position, remedy, where=entry.context)
    if len(empty) > MOST:
        message = f"{len(empty) - MOST} more texts have no translation"
        yield Problem("translation-empty", message, empty[MOST].position, remedy)


def _fuzzy(entry: Entry) -> Problem:
    message = "somebody has to look at this translation: its source has changed since, or it is a guess"
    return Problem("translation-fuzzy", message, entry.position, "mend it and take the flag 'fuzzy' away")


def _replaced(
    edition: Edition, catalogue: Catalogue, said: Mapping[str, Entry], problems: tuple[Problem, ...]
) -> Edition:
    places = {f"{where}{end}": entry.position for where, entry in said.items() for end in ("", ".text")}

    def words(where: str, text: str) -> str:
        return said[where].text if where in said else text

    def message(old: Message) -> Message:
        """What stays in the language of its author says its figures in that language: it has been proven there."""
        return replace(old, text=said[old.where].text) if old.where in said else replace(old, checks=())

    name, alt, style = edition.brand.name, edition.brand.emblem_alt, locale(catalogue.language, edition.brand)
    return replace(
        edition,
        title=message(edition.title),
        language=catalogue.language,
        translated_from=edition.language,
        facts={key: _fact(fact, words) for key, fact in edition.facts.items()},
        sources={key: _source(source, words, style) for key, source in edition.sources.items()},
        pages=tuple(_page(page, message) for page in edition.pages),
        # The words of qualifiers for every language are those of the language that the edition is written in.
        brand=replace(
            edition.brand, name=words("brand.name", name), emblem_alt=words("brand.emblem_alt", alt), qualifiers={}
        ),
        positions={**(edition.positions or {}), **places},
        warnings=(*edition.warnings, *problems),
    )


def _page(page: PageUse, message: Callable[[Message], Message]) -> PageUse:
    areas = {
        area: tuple(replace(use, options=use.options.with_messages(use.where, message)) for use in uses)
        for area, uses in page.areas.items()
    }
    section, note = (text and message(text) for text in (page.section, page.note))
    return replace(page, areas=areas, section=section, note=note)


def _fact(fact: Fact, words: Callable[[str, str], str]) -> Fact:
    label, short = (words(f"facts.{fact.id}.{key}", getattr(fact, key)) for key in ("label", "short"))
    return replace(fact, label=label, short=short)


def _source(source: Source, words: Callable[[str, str], str], style: Locale) -> Source:
    """Titles that keep their own language keep their own direction, too."""
    said = {key: words(f"sources.{source.id}.{key}", getattr(source, key)) for key in ("title", "publisher", "short")}
    return replace(source, **{key: style.isolated(text) for key, text in said.items()})


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= 40 else f"'{line[:40]}…'"


def _place(problem: Problem) -> Position:
    return problem.position or Position("")
