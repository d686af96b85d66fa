"""What all figures share: their head, and the alt text made from their data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from unicodedata import bidirectional

from ..model.content import Paragraph, Span
from ..options import head
from ..problems import FactsheetError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.brand import Brand
    from ..model.content import Content
    from ..model.facts import Fact, Printed
    from ..model.message import Message
    from ..model.words import Words


LEFT_MARK, ARABIC_MARK = "\N{LEFT-TO-RIGHT MARK}", "\N{ARABIC LETTER MARK}"


def signed(words: Words, sign: str, number: str) -> str:
    """Return *number* with a sign before it, which stays before its digits among words from the right, too.

    Alone a sign is neutral and would be taken for a part of those words (UAX #9, rules W4 and N1). CLDR marks the minus
    of Arabic in the same way: digits that run from left to right take it at their left, the others at their right.
    """
    if not words.right_to_left:
        return sign + number
    return (ARABIC_MARK if any(bidirectional(digit) == "AN" for digit in number) else LEFT_MARK) + sign + number


def alt(words: Words, title: str, measure: str, values: Iterable[tuple[str, str] | str]) -> str:
    """Return an alt text: title, measure, then each name with its value, qualifier included, or what says both."""
    said = words.phrase("separator").join(
        value if isinstance(value, str) else words.phrase("alt-value", name=value[0], value=value[1])
        for value in values
    )
    if not measure:
        return words.phrase("alt-untitled", title=title, values=said)
    return words.phrase("alt-figure", title=title, measure=measure, values=said)


def headed(
    words: Words, brand: Brand, title: Message, measure: Message, *, rule: bool, series: Sequence[Printed] = ()
) -> tuple[tuple[Content, ...], str]:
    """Return the head of a figure and the text of its measure, to which the period of *series* is added."""
    said = spanned(words, words.plain(measure), series)
    top = head(words, brand.rule, title)
    return (*(top if rule else top[1:]), Paragraph((Span(said),), "sub")), said


def spanned(words: Words, measure: str, series: Sequence[Printed]) -> str:
    """Return *measure* with the first and the last time of *series* that has a value."""
    told = [printed for printed in series if printed.value is not None]
    if len(told) < 2:
        return measure
    return words.phrase("period", measure=measure, first=told[0].when, last=told[-1].when)


def refuse(rule: str, message: str, remedy: str) -> NoReturn:
    """Refuse facts that this figure cannot show truly. Whoever composes knows the block and so the place.

    Raises:
        FactsheetError: always.
    """
    raise FactsheetError([Problem(rule, message, remedy=remedy)])


def unit_words(words: Words, fact: Fact) -> str:
    """Return the unit as it stands apart from its number, a currency and a scale (``USD million``).

    A unit that is a word is none of it: the label of the fact says what is counted.
    """
    return words.unit(fact)


def shown(words: Words, fact: Fact, printed: Printed) -> str:
    """Return the number of *printed* with its mark, and with the sign of a per cent."""
    if fact.unit != "percent" or printed.value is None:
        return printed.short
    return words.phrase("percent", number=printed.short)
