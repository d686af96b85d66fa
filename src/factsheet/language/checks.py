"""A translation held against its source: placeholders, plurals, markup, figures typed by hand, official names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from ..model.content import plain
from ..model.facts import Date
from ..model.placeholders import BRANCHED, scanned
from .figures_in_text import figures_in
from .locales import Locale
from .markup import spans
from .numbers import when
from .plurals import categories, examples
from .spellings import joined, plainly, says, spellings
from .terms import unnamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.content import Text
    from ..model.message import Message
    from ..model.placeholders import Argument, Scan
    from ..model.terms import Term
    from .figures_in_text import Figure

_BARE = "_bare"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a translation, and with which characters of it."""

    rule: str
    message: str
    remedy: str
    offset: int = 0
    length: int = 1
    severity: Literal["error", "warning"] = "error"


def faults(source: Message, text: str, language: str, locale: Locale, terms: Iterable[Term] = ()) -> Iterator[Fault]:
    """Yield what is wrong in a translation.

    Args:
        source: what its author wrote.
        text: the translation.
        language: that of *source*.
        locale: that of *text*.
        terms: official names in the language of *text*, the longest first.
    """
    scan = scanned(text)
    if scan.faults:
        for fault in scan.faults:
            remedy = fault.remedy or "write the placeholder as the source does"
            yield Fault("translation-placeholder", fault.message, remedy, fault.offset, fault.length)
        return
    known = scanned(source.text)
    yield from _placeholders(known, scan)
    yield from _plurals(scan, text, locale.language)
    yield from _markup(spans(source.text), spans(text))
    yield from _figures(source.text, text, Locale(language), locale)
    for term in unnamed(source.text, text, terms, locale.language):
        message = f"the official name of '{term.term}' is not in this translation"
        remedy = f"write '{term.texts[0]}' ({term.source})"
        yield Fault("translation-term", message, remedy, severity="warning")


def _placeholders(source: Scan, scan: Scan) -> Iterator[Fault]:
    """A figure may be told again, or with its qualifier where the source tells it bare; none is lost and none added."""
    wanted = [argument.name for argument in source.arguments]
    given = [argument.name for argument in scan.arguments]
    for name in dict.fromkeys(wanted):
        if name not in given and name.removesuffix(_BARE) not in given:
            message = f"the placeholder {{{name}}} is missing: a reader of this language would not learn the figure"
            yield Fault("translation-placeholder", message, f"write {{{name}}} where the figure belongs")
    allowed = {*wanted, *(name.removesuffix(_BARE) for name in wanted)}
    for argument in scan.arguments:
        if argument.name not in allowed:
            shown = ", ".join(f"{{{name}}}" for name in dict.fromkeys(wanted)) or "none"
            message = f"the source has no placeholder {{{argument.name}}}"
            remedy = f"the placeholders of the source are {shown}; names are not translated"
            yield Fault("translation-placeholder", message, remedy, argument.offset, len(argument.name) + 2)


def _plurals(scan: Scan, text: str, language: str) -> Iterator[Fault]:
    for argument in scan.arguments:
        if argument.format in BRANCHED:
            has = _selectors(argument, text)
            for word, numbers in categories(language, argument.format).items():
                told = {f"={number}" for number in numbers}
                if word not in has and not told <= has:
                    message = f"the plural of {{{argument.name}}} has no '{word}' branch, which this language needs"
                    remedy = f"add '{word} {{…}}', for {examples(language, word, argument.format)}"
                    yield Fault("translation-plural", message, remedy, argument.offset, len(argument.name) + 1)


def _selectors(argument: Argument, text: str) -> set[str]:
    """Return the words before the branches of a plural."""
    found, word, depth = set[str](), "", 0
    for character in text[argument.offset + 1 : argument.end - 1]:
        if character == "{":
            found |= {word.split()[-1]} if not depth and word.split() else set()
            depth += 1
        elif character == "}":
            depth -= 1
        word = "" if character in "{}," else word + character
    return found


def _markup(source: Text, text: Text) -> Iterator[Fault]:
    for manner, sign in (("bold", "**"), ("emphasis", "*")):
        wanted, given = (sum(getattr(span, manner) for span in one) for one in (source, text))
        if bool(wanted) != bool(given):
            message = f"the source has {'some' if wanted else 'no'} {manner} words, the translation {given or 'none'}"
            yield Fault("translation-markup", message, f"write {sign}words{sign} as the source does")
    if (stars := plain(text).count("*")) > plain(source).count("*"):
        message = f"{stars} of the stars open or close nothing, and would be printed"
        yield Fault("translation-markup", message, "set the same stars before and after the words")
    wanted_links, links = (Counter(span.href for span in one if span.href) for one in (source, text))
    for address in (wanted_links - links) + (links - wanted_links):
        message = f"the link to {address} is {'missing' if address in wanted_links else 'not in the source'}"
        yield Fault("translation-markup", message, "keep each [words](address), and translate the words alone")


def _figures(source: str, text: str, own: Locale, locale: Locale) -> Iterator[Fault]:
    """A figure that the source has neither in digits nor in words was typed where it has a placeholder, or is wrong."""
    known = [figure for part in scanned(source).literals for figure in figures_in(part, own)]
    digits = {figure.digits for figure in known}
    values = {figure.value for figure in known} | _months(source, own)
    for offset, literal in _literals(text):
        for figure in figures_in(literal, locale):
            if figure.digits in digits or figure.value in values or _said(figure, source, own.language):
                continue
            typed = literal[figure.offset : figure.offset + figure.length]
            remedy = "write the placeholder that stands for it, or the number that the source has"
            message = f"the source has no number '{typed}'"
            yield Fault("translation-number", message, remedy, offset + figure.offset, figure.length)


def _months(source: str, own: Locale) -> set[Decimal | None]:
    """Return the numbers of the months that the source names: other languages write them so (2014年7月)."""
    words = set(re.findall(r"[^\W\d]+", source.casefold()))
    return {Decimal(month) for month in range(1, 13) if when(Date(2000, month), own).casefold().split()[0] in words}


def _said(figure: Figure, source: str, language: str) -> bool:
    """Say whether the source spells the figure out."""
    if figure.value is None:
        return False
    said = joined(plainly(source), language)
    return any(says(said, form, language) for form in spellings(figure.value, "", "", language).all)


def _literals(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words between placeholders with their offsets."""
    at = 0
    for literal in scanned(text).literals:
        at = text.index(literal, at)
        yield at, literal
        at += len(literal)
