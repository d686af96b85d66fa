"""Texts 45 per cent longer: what a translation may do to a page that was made for English."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import cycle
from math import ceil
from typing import TYPE_CHECKING, Any

from factsheet.model.message import Message
from factsheet.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from factsheet.model.edition import Edition, PageUse

SHARE = 0.45
_KEPT = re.compile(r"(\{[^{}]*\}|\]\([^()]*\)|[\[*\\])")
_WORD = re.compile(r"\w+")
_VOWEL = re.compile("[aeiouy]")


def more_words(text: str) -> str:
    """*text* with 45 per cent more characters in words of its own; a single word is stretched."""
    words = _KEPT.sub(" ", text).split()
    more = ceil(SHARE * len(" ".join(words)))
    if len(words) < 2:
        return longer_words(text)
    padding = ""
    for word in cycle(words):
        if len(padding) >= more:
            break
        padding += f" {word}"
    return text + padding[:more].rstrip()


def longer_words(text: str) -> str:
    """*text* with each of its words 45 per cent longer."""
    return "".join(part if _KEPT.fullmatch(part) else _WORD.sub(_stretched, part) for part in _KEPT.split(text))


def _stretched(word: re.Match[str]) -> str:
    more = ceil(SHARE * len(word[0]))
    doubled = _VOWEL.sub(lambda vowel: vowel[0] * 2, word[0], count=more)
    return doubled + word[0][: more - len(doubled) + len(word[0])].lower()


def longer(edition: Edition, lengthen: Callable[[str], str] = more_words) -> Edition:
    """*edition* with every text longer: those of the blocks, of the furniture, of the facts, the names of sources."""

    def message(given: Message) -> Message:
        return replace(given, text=lengthen(given.text), checks=())

    def deep(value: Any) -> Any:
        if isinstance(value, Message):
            return message(value)
        if isinstance(value, tuple):
            return tuple(deep(entry) for entry in value)
        if isinstance(value, Options):
            return value.model_copy(update={name: deep(getattr(value, name)) for name in type(value).model_fields})
        return value

    def page(given: PageUse) -> PageUse:
        areas = {
            name: tuple(replace(use, options=deep(use.options)) for use in uses) for name, uses in given.areas.items()
        }
        section, note = (text and message(text) for text in (given.section, given.note))
        return replace(given, areas=areas, section=section, note=note)

    return replace(
        edition,
        title=message(edition.title),
        facts={
            name: replace(fact, label=lengthen(fact.label), short=lengthen(fact.short))
            for name, fact in edition.facts.items()
        },
        sources={name: replace(source, short=lengthen(source.short)) for name, source in edition.sources.items()},
        pages=tuple(page(given) for given in edition.pages),
    )
