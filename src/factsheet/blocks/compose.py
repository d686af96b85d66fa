"""Compose: an edition and its words to pages of content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.content import Composed, ComposedPage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.content import Text
    from ..model.edition import BlockUse, Edition, PageUse
    from ..model.facts import Printed
    from ..model.words import Words


def compose(edition: Edition, words: Words) -> tuple[ComposedPage, ...]:
    """Return every page of *edition* as content."""
    return tuple(_page(edition, page, number, words) for number, page in enumerate(edition.pages, 1))


def _page(edition: Edition, page: PageUse, number: int, words: Words) -> ComposedPage:
    words.take()
    areas = {area: tuple(_block(use, edition.brand.rule, words) for use in uses) for area, uses in page.areas.items()}
    printed = [value for blocks in areas.values() for block in blocks for value in block.printed]
    return ComposedPage(
        page.template,
        areas,
        title=words.text(edition.title),
        section=words.text(page.section) if page.section is not None else (),
        note=_note(edition, page, printed, words),
        folio=words.phrase_text("folio", page=number, pages=len(edition.pages)),
    )


def _block(use: BlockUse, rule: float, words: Words) -> Composed:
    content = use.options.compose(words, rule)
    return Composed(use.where, content, words.take())


def _note(edition: Edition, page: PageUse, printed: list[Printed], words: Words) -> Text:
    """The author's note, then the marks that stand on the page, then the sources of its figures."""
    parts = [words.text(page.note)] if page.note is not None else []
    parts += [(Span(said),) for said in _keys(printed, words)]
    if sources := _sources(edition, printed):
        listed = words.phrase("separator").join(sources)
        parts.append((Span(words.phrase("sources", list=listed)),))
    return tuple(span for i, part in enumerate(parts) for span in (*((Span(" "),) if i else ()), *part))


def _keys(printed: Iterable[Printed], words: Words) -> list[str]:
    marks: dict[str, str] = {}
    for value in printed:
        if value.mark:
            marks["key-about"] = value.mark
        if value.status != "published" and value.suffix:
            marks[f"key-{'estimate' if value.status == 'estimated' else 'provisional'}"] = value.suffix
    return [words.phrase(key, mark=mark) for key, mark in sorted(marks.items())]


def _sources(edition: Edition, printed: Iterable[Printed]) -> list[str]:
    """Short names of the sources used, in the order in which the edition lists them."""
    used = {value.source for value in printed}
    return [source.short for name, source in edition.sources.items() if name in used and source.short]
