"""Words: what blocks and figures ask when they need a language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ..icu import MessageError, format_message
from ..model.content import plain
from ..model.facts import Printed
from ..model.placeholders import BraceError
from ..problems import FactsheetError, Problem
from .markup import spans
from .numbers import number, when
from .phrases import phrases
from .placeholders import SPELLED, pattern

if TYPE_CHECKING:
    from ..model.content import Text
    from ..model.edition import Edition
    from ..model.facts import Date, Fact, Point, Qualifier, Status
    from ..model.message import Message

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
ABOUT = "~"
_CURRENCY = re.compile(r"[A-Z]{3}")
_SCALES = {"thousand", "million", "billion"}
_STATUS_MARKS = {"estimated": "estimate-mark", "provisional": "provisional-mark"}
NBSP = "\N{NO-BREAK SPACE}"


class EditionWords:
    """The words of one edition in one language; keeps a record of the points it was asked to print."""

    def __init__(self, edition: Edition, language: str) -> None:
        """Find the phrases of *language*; raise FactsheetError where there are none."""
        self.language = language
        self.right_to_left = language.partition("-")[0] in RIGHT_TO_LEFT
        self.used: dict[tuple[str, str], Printed] = {}
        self._edition = edition
        self._phrases = phrases(language)

    def phrase(self, key: str, **arguments: str | int) -> str:
        """Return one of the tool's own phrases with its arguments filled in."""
        text = self._phrases[key]
        return format_message(text.replace("'", "''"), self.language, arguments) if arguments else text

    def phrase_text(self, key: str, **arguments: str | int) -> Text:
        """Return a phrase with its inline Markdown as spans."""
        return spans(self.phrase(key, **arguments))

    def number(self, value: Decimal | float, decimals: int | None = None) -> str:
        """Return *value* grouped, with a true minus."""
        return number(Decimal(str(value)), self.language, decimals)

    def date(self, at: Date) -> str:
        """Return a year, month or day as the language writes it."""
        return when(at, self.language)

    def fact(self, name: str) -> Fact:
        """Return the fact called *name* (a point after ``@`` is left to ``point``)."""
        return self._edition.facts[name.partition("@")[0]]

    def point(self, name: str) -> tuple[Fact, Point]:
        """Return the point that ``id`` (the latest) or ``id@2014`` names."""
        fact, (_, _, at) = self.fact(name), name.partition("@")
        points = [point for point in fact.drawn if not at or str(point.at) == at]
        chosen = points[-1] if at and points else fact.latest
        if chosen is None:
            problem = Problem("fact-empty", f"the fact '{name}' has no point to print", remedy="give it a value")
            raise FactsheetError([problem])
        return fact, chosen

    def series(self, fact: Fact) -> tuple[Printed, ...]:
        """Return the drawn points of *fact* in order of time."""
        return tuple(self.printed(fact, point) for point in fact.drawn)

    def printed(self, fact: Fact, point: Point) -> Printed:
        """Return how *point* is printed: number, mark, word and suffix apart, and the whole as prose says it."""
        moment = self.phrase("edition-year", year=str(point.at)) if point.edition else self.date(point.at)
        value = point.value
        digits = self.phrase("not-published") if value is None else self._digits(fact, value)
        value_words = self.phrase("not-published-long") if value is None else self._prose(fact, digits, point)
        printed = Printed(
            fact=fact.id,
            at=point.at,
            value=value,
            number=digits,
            mark=ABOUT if point.qualifier == "about" else "",
            word=self._word(point.qualifier),
            suffix=self._suffix(point.status),
            prose=value_words,
            when=moment,
            source=point.source,
            qualifier=point.qualifier,
            status=point.status,
        )
        self.used[fact.id, f"{point.at}/{point.source}"] = printed
        return printed

    def take(self) -> tuple[Printed, ...]:
        """Return what was printed since the last call, in order, and forget it."""
        used, self.used = tuple(self.used.values()), {}
        return used

    def text(self, message: Message) -> Text:
        """Return *message* with its figures filled in and its inline Markdown as spans."""
        return spans(self._filled(message))

    def plain(self, message: Message) -> str:
        """Return the words of *message* alone."""
        return plain(self.text(message))

    def _digits(self, fact: Fact, value: Decimal) -> str:
        return number(value, self.language, fact.decimals, grouped=fact.unit != "year")

    def _word(self, qualifier: Qualifier | None) -> str:
        return "" if qualifier in {None, "about"} else self.phrase(str(qualifier))

    def _suffix(self, status: Status) -> str:
        return self.phrase(_STATUS_MARKS[status]) if status in _STATUS_MARKS else ""

    def _prose(self, fact: Fact, digits: str, point: Point) -> str:
        """A currency stands before its number, a scale word after it, and no line may end between them."""
        parts = [fact.unit] if _CURRENCY.fullmatch(fact.unit) else []
        parts.append(digits)
        if fact.scale in _SCALES:
            parts.append(fact.scale)
        whole = NBSP.join(parts) + ("%" if fact.unit == "percent" else "")
        if point.qualifier:
            whole = f"{self.phrase(point.qualifier)}{NBSP}{whole}"
        return self.phrase(point.status, value=whole) if point.status in _STATUS_MARKS else whole

    def _filled(self, message: Message) -> str:
        try:
            parsed = pattern(message.text)
            arguments: dict[str, str | Decimal] = {n + SPELLED: self._placeholder(n) for n in parsed.printed}
            arguments |= {name: self._point_value(name) for name in parsed.numbers}
            return format_message(parsed.icu, self.language, arguments)
        except (MessageError, BraceError) as error:
            position = self._edition.position(message.where)
            problem = Problem("message-invalid", str(error), position, "mend the placeholder", where=message.where)
            raise FactsheetError([problem]) from error

    def _placeholder(self, name: str) -> str:
        fact, point, bare = self._resolve(name)
        printed = self.printed(fact, point)
        return printed.number if bare else printed.prose

    def _point_value(self, name: str) -> Decimal:
        fact, point, _ = self._resolve(name)
        self.printed(fact, point)
        return point.value if point.value is not None else Decimal(0)

    def _resolve(self, name: str) -> tuple[Fact, Point, bool]:
        """Find ``staff``, ``staff_1998``, ``staff_2017_12`` or ``staff_bare``; an id of a fact wins over a suffix."""
        bare = name not in self._edition.facts and name.endswith("_bare")
        stem = name.removesuffix("_bare") if bare else name
        if stem not in self._edition.facts and (match := re.fullmatch(r"(.+?)((?:_\d+)+)", stem)):
            stem = f"{match[1]}@{match[2].strip('_').replace('_', '-')}"
        return (*self.point(stem), bare)
