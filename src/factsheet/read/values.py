"""What a scalar means: its key's own type reads the text. Messages are for whoever wrote the file."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator

from ..model.facts import Date
from .report import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

POINTS = {"pt": 1.0, "mm": 72 / 25.4, "in": 72.0}
"""Points a unit. A PostScript point is 1/72 inch, an inch 25.4 mm."""

MAX_LENGTH = 14400.0
"""Points: the largest page side that PDF allows (ISO 32000-1, annex C.2)."""

MAX_DIGITS = 30

_NUMBER = re.compile(r"-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,2})?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)
_LENGTH = re.compile(r"(-?(?:\d+(?:\.\d+)?|\.\d+))(pt|mm|in)", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{1,8})*", re.ASCII)


def described(value: Any) -> str:
    """Say what stands in a file, for ``… is wanted here, not …``."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return quoted(value)
    return (
        "a list" if isinstance(value, list | tuple) else "keys with values" if isinstance(value, dict) else str(value)
    )


def unwanted(wanted: str, value: Any) -> ValueError:
    """Return the error for a value of the wrong type."""
    return ValueError(f"{wanted} is wanted here, not {described(value)}")


def text(value: Any) -> str:
    """Read a text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise unwanted("a text", "an empty text" if value == "" else value)
    return value


def number(value: Any) -> Decimal:
    """Read a decimal number exactly as it is written; ``1e3`` is one, ``NaN`` and ``1_000`` are not."""
    if not isinstance(value, str) or _NUMBER.fullmatch(value) is None:
        if isinstance(value, str) and value[:1] in "+~<>≈" and value[:1]:
            message = f"a number stands alone, not as {described(value)}: 'more than' is 'qualifier: more-than'"
            raise ValueError(message)
        if isinstance(value, str) and re.fullmatch(r"[\d,_ \u00a0\u202f]+", value):
            message = f"a number has digits only, not {described(value)}: the language groups them"
            raise ValueError(message)
        raise unwanted("a number", value)
    read = Decimal(value)
    if (read and not -MAX_DIGITS < read.adjusted() < MAX_DIGITS) or len(value) > 2 * MAX_DIGITS:
        message = f"{described(value)} has more digits than a figure can have"
        raise ValueError(message)
    return read


def whole(low: int, high: int) -> Callable[[Any], int]:
    """Return a reader of whole numbers from *low* to *high*."""

    def read(value: Any) -> int:
        if isinstance(value, str) and _WHOLE.fullmatch(value) and low <= int(value) <= high:
            return int(value)
        raise unwanted(f"a whole number from {low} to {high}", value)

    return read


def length(value: Any) -> float:
    """Read ``26pt``, ``3mm`` or ``0.5in`` as points, zero or more."""
    read = signed_length(value)
    if read < 0:
        raise unwanted("a length of zero or more", value)
    return read


def signed_length(value: Any) -> float:
    """Read a length that may be negative, as tracking is. The unit is required: a bare number means nothing."""
    found = _LENGTH.fullmatch(value) if isinstance(value, str) and len(value) < MAX_DIGITS else None
    if found is None or abs(read := float(found[1]) * POINTS[found[2]]) > MAX_LENGTH:
        raise unwanted("a length with its unit (26pt, 3mm, 0.5in)", value)
    return round(read, 4)


def positive_length(value: Any) -> float:
    """Read a length of more than zero."""
    read = length(value)
    if read == 0:
        raise unwanted("a length of more than zero", value)
    return read


def moment(value: Any) -> Date:
    """Read a year, a month or a day of the Gregorian calendar, written as ISO 8601 has it."""
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise unwanted("a date (2017, 2017-12 or 2017-12-31)", value)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        message = f"{described(value)} is not in the calendar"
        raise ValueError(message) from None
    return Date(year or 0, month, day)


def language(value: Any) -> str:
    """Read a language tag (BCP 47) in its usual spelling, since files are named by it."""
    if not isinstance(value, str) or len(value) > 35 or _LANGUAGE.fullmatch(value) is None:
        raise unwanted("a language tag (en, pt-BR, zh-Hans)", value)
    return value


Text = Annotated[str, BeforeValidator(text)]
Number = Annotated[Decimal, BeforeValidator(number)]
Length = Annotated[float, BeforeValidator(length)]
SignedLength = Annotated[float, BeforeValidator(signed_length)]
PositiveLength = Annotated[float, BeforeValidator(positive_length)]
When = Annotated[Date, BeforeValidator(moment)]
Language = Annotated[str, BeforeValidator(language)]
Published = Annotated[Decimal | None, BeforeValidator(lambda value: None if value is None else number(value))]
"""A number, or ``null`` where a source says that none is published."""
