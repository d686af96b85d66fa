"""Words: what blocks and figures ask when they need a language."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from ..icu import MessageError, format_message
from ..model.content import plain
from ..model.facts import ABOUT, SCALES, Printed
from ..model.placeholders import BraceError
from ..problems import FactsheetError, Problem
from .markup import spans
from .numbers import number, rounding, when
from .phrases import phrases
from .placeholders import SPELLED, Frame, pattern

if TYPE_CHECKING:
    from ..model.content import Text
    from ..model.edition import Edition
    from ..model.facts import Date, Fact, Point, Qualifier, Source, Status
    from ..model.message import Message

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_CURRENCY = re.compile(r"[A-Z]{3}")
_STATUS_MARKS = {"estimated": "estimate-mark", "provisional": "provisional-mark"}
_EXACT = Context(prec=60)  # twice the digits that a figure may have
_VALUE = "\N{OBJECT REPLACEMENT CHARACTER}"
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

    def sources(self) -> tuple[Source, ...]:
        """Return every source of the edition, in its order."""
        return tuple(self._edition.sources.values())

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
        digits = self.phrase("not-published") if value is None else self._digits(fact, value, point.qualifier)
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
            further=point.further,
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

    def _digits(self, fact: Fact, value: Decimal, qualifier: Qualifier | None) -> str:
        grouped = fact.unit != "year"
        return number(value, self.language, fact.decimals, grouped=grouped, mode=rounding(qualifier))

    def _word(self, qualifier: Qualifier | None) -> str:
        return "" if qualifier in {None, "about"} else self.phrase(str(qualifier))

    def _suffix(self, status: Status) -> str:
        return self.phrase(_STATUS_MARKS[status]) if status in _STATUS_MARKS else ""

    def _prose(self, fact: Fact, digits: str, point: Point) -> str:
        """A currency stands before its number, a scale word after it, and no line may end between them."""
        parts = [fact.unit] if _CURRENCY.fullmatch(fact.unit) else []
        parts.append(digits)
        if fact.scale:
            parts.append(self.phrase(fact.scale))
        whole = NBSP.join(parts) + ("%" if fact.unit == "percent" else "")
        before, after = self._around(point)
        return before + whole + after

    def _around(self, point: Point) -> tuple[str, str]:
        """Return what stands before and after a value in running text: its qualifier, and what its status says."""
        before, after = "", ""
        if point.status in _STATUS_MARKS:
            before, _, after = self.phrase(point.status, value=_VALUE).partition(_VALUE)
        return before + (f"{self.phrase(point.qualifier)}{NBSP}" if point.qualifier else ""), after

    def _filled(self, message: Message) -> str:
        try:
            parsed = pattern(message.text, self._frame)
            arguments: dict[str, str | Decimal] = {n + SPELLED: self._placeholder(n) for n in parsed.printed}
            arguments |= {name: self._point_value(name, message.where) for name in parsed.numbers}
            return format_message(parsed.icu, self.language, arguments)
        except (MessageError, BraceError) as error:
            position = self._edition.position(message.where)
            problem = Problem("message-invalid", str(error), position, "mend the placeholder", where=message.where)
            raise FactsheetError([problem]) from error

    def _placeholder(self, name: str) -> str:
        fact, date, bare = self._named(name)
        if not date and fact.latest is None:
            return self.phrase("not-published" if bare else "not-published-long")
        printed = self.printed(*self.point(f"{fact.id}{date}"))
        return printed.number if bare else printed.prose

    def _frame(self, name: str) -> Frame:
        fact, point, bare = self._resolve(name)
        return Frame(unit=fact.unit) if bare else Frame(*self._around(point), fact.unit)

    def _point_value(self, name: str, where: str) -> Decimal:
        """Return the number that ICU formats: the whole of it, 1,250 of a million being 1,250,000,000."""
        fact, point, _ = self._resolve(name)
        self.printed(fact, point)
        if point.value is None:
            message, remedy = f"'{name}' is not published, so there is no number", "print it as {" + name + "}"
            raise FactsheetError([Problem("point-empty", message, self._edition.position(where), remedy, where=where)])
        return point.value.scaleb(SCALES[fact.scale], _EXACT)

    def _resolve(self, name: str) -> tuple[Fact, Point, bool]:
        fact, date, bare = self._named(name)
        return (*self.point(f"{fact.id}{date}"), bare)

    def _named(self, name: str) -> tuple[Fact, str, bool]:
        """Part ``staff``, ``staff_1998``, ``staff_2017_12`` or ``staff_bare``; an id of a fact wins over a suffix."""
        bare = name not in self._edition.facts and name.endswith("_bare")
        stem = name.removesuffix("_bare") if bare else name
        if stem not in self._edition.facts and (match := re.fullmatch(r"(.+?)((?:_\d+)+)", stem)):
            return self.fact(match[1]), "@" + match[2].strip("_").replace("_", "-"), bare
        return self.fact(stem), "", bare
