"""Compose: an edition and its words to pages of content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.content import Columns, Composed, ComposedPage, Heading, Part, Picture, Rule, Span, plain
from ..problems import FactsheetError
from .sentences import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.content import Content, Text
    from ..model.edition import BlockUse, Edition, PageUse
    from ..model.facts import Printed
    from ..model.words import Words
    from ..problems import Problem


def compose(edition: Edition, words: Words) -> tuple[ComposedPage, ...]:
    """Return every page of *edition* as content."""
    return tuple(_page(edition, page, number, words) for number, page in enumerate(edition.pages, 1))


def _page(edition: Edition, page: PageUse, number: int, words: Words) -> ComposedPage:
    words.take()
    areas = {area: tuple(_block(use, edition, words) for use in uses) for area, uses in page.areas.items()}
    printed = [value for blocks in areas.values() for block in blocks for value in block.printed]
    return ComposedPage(
        page.template,
        areas,
        title=words.text(edition.title),
        section=words.text(page.section) if page.section is not None else (),
        note=_note(edition, number, printed, words),
        folio=words.phrase_text("folio", page=number, pages=len(edition.pages)),
    )


def _block(use: BlockUse, edition: Edition, words: Words) -> Composed:
    try:
        content = use.options.compose(words, edition.brand)
    except FactsheetError as error:
        raise FactsheetError([_located(problem, use.where, edition) for problem in error.problems]) from error
    if words.right_to_left and edition.time_axis == "ltr":
        content = tuple(map(_with_time_turned, content))
    continued = _continued(content, words) if use.flow else ()
    return Composed(use.where, content, words.take(), use.flow, continued)


def _with_time_turned(item: Content) -> Content:
    """Return *item*, time in its figures running against the reading direction."""
    if isinstance(item, Picture):
        return replace(item, turned=True)
    if isinstance(item, Part):
        return replace(item, content=tuple(map(_with_time_turned, item.content)))
    if isinstance(item, Columns):
        cells = (replace(cell, content=tuple(map(_with_time_turned, cell.content))) for cell in item.cells)
        return replace(item, cells=tuple(cells))
    return item


def _located(problem: Problem, where: str, edition: Edition) -> Problem:
    """Give a problem that a block has with its facts the place where the block is written."""
    place = problem.position or edition.position(where)
    return replace(problem, position=place, where=problem.where or where)


def _continued(content: tuple[Content, ...], words: Words) -> tuple[Content, ...]:
    """Return the head of a further part: the block's own, with the language's word for continued."""
    heading = next((item for item in content if isinstance(item, Heading)), None)
    if heading is None:
        return ()
    text = Span(words.phrase("continued", title=plain(heading.text)))
    rules = tuple(item for item in content[:1] if isinstance(item, Rule))
    return (*rules, replace(heading, text=(text,), end=()))


def _note(edition: Edition, number: int, printed: list[Printed], words: Words) -> Text:
    """The author's note, then the marks that stand on the page, then the sources of its figures, or where they are."""
    page = edition.pages[number - 1]
    parts = [words.text(page.note)] if page.note is not None else []
    listed = next((n for n, other in enumerate(edition.pages, 1) if _lists_sources(other)), None)
    if listed != number:
        parts += [(Span(said),) for said in _keys(printed, words)]
    if listed is not None and listed != number and printed:
        parts.append((Span(words.phrase("sources-page", page=listed)),))
    elif listed is None and (sources := _sources(edition, printed)):
        parts.append((Span(words.phrase("sources", list=words.phrase("separator").join(sources))),))
    return joined(parts, words)


def _lists_sources(page: PageUse) -> bool:
    return any(use.options.lists_sources for uses in page.areas.values() for use in uses)


def _keys(printed: Iterable[Printed], words: Words) -> list[str]:
    marks: dict[str, str] = {}
    for value in printed:
        if value.mark:
            marks["key-about"] = value.mark
        if value.status != "published" and value.suffix:
            marks[f"key-{'estimate' if value.status == 'estimated' else 'provisional'}"] = value.suffix
    return [words.phrase(key, mark=mark) for key, mark in sorted(marks.items())]


def _sources(edition: Edition, printed: Iterable[Printed]) -> list[str]:
    """Short names of the sources used, a derived figure's all, in the order in which the edition lists them."""
    used = {source for value in printed for source in value.sources}
    return [source.short for name, source in edition.sources.items() if name in used and source.short]
