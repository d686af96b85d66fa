"""Numbers that stand in a text as digits, and how much they are."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from .locales import separators
from .spellings import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .locales import Locale

_BLANKS = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_MARKS = "\N{RIGHT SINGLE QUOTATION MARK}\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}"
_TYPED = re.compile(rf"\d+(?:[.,'{_MARKS}{_BLANKS}]\d+)*")
_SPACED = re.compile(rf"\d{{1,3}}(?:[ {_BLANKS}]\d{{3}})+(?:[.,]\d+)?(?!\d)|{_TYPED.pattern}")


class Figure(NamedTuple):
    """A number in a text: where, its digits in European ones, and its value where the language reads it as one."""

    offset: int
    length: int
    digits: str
    value: Decimal | None


def figures_in(text: str, locale: Locale) -> Iterator[Figure]:
    """Yield the numbers of *text*, which is in the language of *locale*, in order."""
    group, _ = separators(locale.tag)
    for token in (_SPACED if group.isspace() else _TYPED).finditer(text):
        yield Figure(token.start(), len(token[0]), plainly(token[0]), parsed(token[0], locale))


def parsed(text: str, locale: Locale) -> Decimal | None:
    """Return the value of a printed number (``10 978``), or None where *locale* does not read it as one."""
    group, decimal = (plainly(mark) or " " for mark in _marks(locale))
    plain = plainly(text).replace(group, "")
    if decimal != "." and "." in plain:
        return None
    try:
        return Decimal(plain.replace(decimal, "."))
    except InvalidOperation:
        return None


def _marks(locale: Locale) -> tuple[str, str]:
    group, decimal = separators(locale.tag)
    return (group if locale.group is None else locale.group), locale.decimal or decimal
