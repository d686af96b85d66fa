"""Words: what blocks and figures ask when they need a language."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING

from ..icu import MessageError, format_message
from ..model.content import plain
from ..model.facts import ABOUT, SCALES, Printed
from ..model.placeholders import BraceError
from ..problems import FactsheetError, Problem
from .locales import by_language, locale
from .markup import spans
from .numbers import formatted, number, rounding, when
from .phrases import phrases
from .placeholders import SPELLED, Frame, pattern
from .quantities import quantity, unit

if TYPE_CHECKING:
    from ..icu import Argument
    from ..model.content import Text
    from ..model.edition import Edition
    from ..model.facts import Date, Fact, Point, Qualifier, Source, Status
    from ..model.message import Message

_STATUS_MARKS = {"estimated": "estimate-mark", "provisional": "provisional-mark"}
_EXACT = Context(prec=60)  # twice the digits that a figure may have
_ROUNDED = {"half-even": ROUND_HALF_EVEN, "floor": ROUND_FLOOR, "ceiling": ROUND_CEILING}
_VALUE = "\N{OBJECT REPLACEMENT CHARACTER}"
_YEAR = re.compile(r"\d{4}")
NBSP = "\N{NO-BREAK SPACE}"


class EditionWords:
    """The words of one edition in one language; keeps a record of the points it was asked to print.

    The house wins over the tool: words of qualifiers, digits and separators are those of the brand where it has any.
    """

    def __init__(self, edition: Edition, language: str) -> None:
        """Find the phrases of *language*; raise FactsheetError where there are none."""
        brand = edition.brand
        self.language = language
        self.locale = locale(language, brand)
        self.right_to_left = self.locale.right_to_left
        self.used: dict[tuple[str, str], Printed] = {}
        self._edition = edition
        self._phrases = {**phrases(language), **brand.qualifiers, **(by_language(brand.words, language) or {})}

    def phrase(self, key: str, **arguments: Argument) -> str:
        """Return one of the tool's own phrases with its arguments filled in."""
        text = self._phrases[key]
        if not arguments:
            return text
        given = {name: self._placed(value, name) for name, value in arguments.items()}
        return format_message(text.replace("'", "''"), self.locale.tag, given)

    def _placed(self, value: Argument, name: str) -> Argument:
        """Return an argument as it stands in a phrase: a year with its word, what runs rightwards by itself."""
        if not isinstance(value, str):
            return value
        if name == "when" and "year" in self._phrases and _YEAR.fullmatch(value):
            return format_message(self._phrases["year"], self.locale.tag, {"year": value})
        return self.locale.isolated(value)

    def sources(self) -> tuple[Source, ...]:
        """Return every source of the edition, in its order."""
        return tuple(self._edition.sources.values())

    def phrase_text(self, key: str, **arguments: str | int) -> Text:
        """Return a phrase with its inline Markdown as spans."""
        return spans(self.phrase(key, **arguments))

    def number(self, value: Decimal | float, decimals: int | None = None) -> str:
        """Return *value* grouped, with a true minus."""
        return number(Decimal(str(value)), self.locale, decimals)

    def unit(self, fact: Fact) -> str:
        """Return the unit of *fact* as it stands apart from its number: a currency and a scale (``USD million``)."""
        return unit(fact, self._phrases, self.phrase, self.locale)

    def date(self, at: Date) -> str:
        """Return a year, month or day as the language writes it."""
        return when(at, self.locale)

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
        value_words = self.phrase("not-published-long") if value is None else self._prose(fact, value, digits, point)
        printed = Printed(
            fact=fact.id,
            at=point.at,
            value=value,
            number=digits,
            mark=self.locale.sign(ABOUT) if point.qualifier == "about" else "",
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
        return number(value, self.locale, fact.decimals, grouped=grouped, mode=rounding(qualifier))

    def _word(self, qualifier: Qualifier | None) -> str:
        return "" if qualifier in {None, "about"} else self.phrase(str(qualifier))

    def _suffix(self, status: Status) -> str:
        return self.phrase(_STATUS_MARKS[status]) if status in _STATUS_MARKS else ""

    def _prose(self, fact: Fact, value: Decimal, digits: str, point: Point) -> str:
        if fact.decimals is not None:
            place = Decimal(1).scaleb(-fact.decimals)
            value = value.quantize(place, _ROUNDED[rounding(point.qualifier)], _EXACT)
        before, after = self._around(point)
        return before + quantity(fact, value, digits, self._phrases, self.phrase, self.locale) + after

    def _around(self, point: Point) -> tuple[str, str]:
        """Return what stands before and after a value in running text: its qualifier, and what its status says."""
        said = _VALUE
        if point.qualifier:
            said = self.phrase("qualified", word=self.phrase(point.qualifier), value=said)
        if point.status in _STATUS_MARKS:
            said = self.phrase(point.status, value=said)
        before, _, after = said.partition(_VALUE)
        return before, after

    def _filled(self, message: Message) -> str:
        try:
            parsed = pattern(message.text, self._frame)
            arguments: dict[str, Argument] = {n + SPELLED: self._placeholder(n) for n in parsed.printed}
            arguments |= {name: self._point_value(name, message.where) for name in parsed.numbers}
            for form in parsed.forms:
                value = self._point_value(form.name, message.where) - form.less
                arguments[form.argument] = formatted(value, self.locale, form.kind, form.style)
            return format_message(parsed.icu, self.locale.tag, arguments)
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
