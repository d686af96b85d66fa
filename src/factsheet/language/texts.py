"""The texts of an edition that a translator translates, each with the place that names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.edition import BlockUse, Edition

_UNSPOKEN = re.compile(r"[\W\d_]*|\S+@\S+\.\S+|https?://\S+")
"""Texts that are the same in every language: figures and signs, addresses."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text of an edition.

    Attributes:
        where: its place (page.area.block.field), which is also its PO context.
        message: the text with what it declares.
        kind: the block that it belongs to, or ``title``, ``page``, ``fact``, ``source``, ``brand``.
        page: the number of its page; 0 where it has none.
        position: what its place in the file goes by (see ``Edition.position``).
    """

    where: str
    message: Message
    kind: str
    page: int = 0
    position: str = ""


def source_texts(edition: Edition) -> tuple[SourceText, ...]:
    """Return every text that is to be translated, in the order of reading: no place twice, and none without words."""
    found = (text for text in _all(edition) if not _UNSPOKEN.fullmatch(text.message.text))
    return tuple({text.where: text for text in found}.values())


def _all(edition: Edition) -> Iterator[SourceText]:
    yield SourceText("title", edition.title, "title", position="title")
    for number, page in enumerate(edition.pages, 1):
        if page.section is not None:
            yield _message(page.section, "page", number)
        for use in (use for uses in page.areas.values() for use in uses):
            for _, message in use.options.messages():
                yield _message(message, use.name, number)
        if page.note is not None:
            yield _message(page.note, "page", number)
    yield from _facts(edition)
    yield from _sources(edition)
    yield _named("brand.name", edition.brand.name, "brand")
    yield _named("brand.emblem_alt", edition.brand.emblem_alt, "brand")


def _facts(edition: Edition) -> Iterator[SourceText]:
    """Yield the names of facts that blocks are made of: a fact that is only told of in texts is named by none."""
    named = {name.partition("@")[0] for use in uses_of(edition) for _, name in use.options.fact_names()}
    for fact in edition.facts.values():
        if fact.id in named:
            yield _named(f"facts.{fact.id}.label", fact.label, "fact")
            yield _named(f"facts.{fact.id}.short", fact.short, "fact")


def _sources(edition: Edition) -> Iterator[SourceText]:
    """Yield what is printed of the sources: their titles where a block lists them, else their short names."""
    listed = any(use.options.lists_sources for use in uses_of(edition))
    for source in edition.sources.values():
        if source.short:
            for key in ("title", "publisher") if listed else ("short",):
                yield _named(f"sources.{source.id}.{key}", getattr(source, key), "source")


def uses_of(edition: Edition) -> Iterator[BlockUse]:
    """Yield every block of *edition*, in the order of reading."""
    for page in edition.pages:
        for uses in page.areas.values():
            yield from uses


def _message(message: Message, kind: str, page: int) -> SourceText:
    return SourceText(message.where, message, kind, page, f"{message.where}.text")


def _named(where: str, text: str, kind: str) -> SourceText:
    return SourceText(where, Message(text, where=where), kind, position=where)
