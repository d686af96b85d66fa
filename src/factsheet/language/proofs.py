"""Texts held against the facts they speak of: what is spelt out must be true, and no figure is typed twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ..model.facts import Date, family
from ..model.placeholders import facts_in, scanned
from ..problems import Problem
from .locales import Locale, separators
from .numbers import when
from .phrases import phrases
from .sayings import Sayings
from .spellings import SPACELESS, candidates, joined, magnitude, plainly, says, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.edition import BlockUse, Edition
    from ..model.facts import Fact, Point
    from ..model.message import Message
    from .sayings import Value
    from .words import EditionWords

EVERYDAY, DIGIT = 12, 9
"""Numbers up to the first fill ordinary prose, so that they are held only against facts that the same block names;
where a block names none, those of one digit are let go: two tiers and three aims are no figures."""

_NEAR = 64  # characters in which the word beside a number is looked for
_YEARS = range(1800, 2101)
_LINK = re.compile(r"\]\([^()\s]+\)")
_MARKS = "\N{RIGHT SINGLE QUOTATION MARK}\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}"
_BLANKS = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_DIGITS = rf"\d++(?:[.,'{_MARKS}{_BLANKS}]\d++)*+(?![-./:]\d)"
_SPACED_DIGITS = rf"(?:\d{{1,3}}(?:[ {_BLANKS}]\d{{3}})+(?:,\d+)?(?!\d)|{_DIGITS})"
_NUMBER = re.compile(rf"(?<![\w\\])(?<!\w[-./:,'{_MARKS}]){_DIGITS}(?!\w)")
_SPACED_NUMBER = re.compile(rf"(?<![\w\\])(?<!\w[-./:,'{_MARKS}]){_SPACED_DIGITS}(?!\w)")
"""The same where blanks part the groups of digits: they may be typed as plain ones."""

_CLOSE_NUMBER = re.compile(rf"(?<![A-Za-z\d_\\])(?<![A-Za-z\d_][-./:,]){_DIGITS}(?![A-Za-z\d_])")
"""A number as a token of its own: no part of a word, a date or a path, and not after a backslash. In languages that put
no blanks between words, only Latin letters make it part of a word."""


def proof(edition: Edition, words: EditionWords, *, translated: bool = False) -> tuple[Problem, ...]:
    """Return what is wrong with the numbers that texts of *edition* say themselves.

    ``check-failed``: a text does not say the value of a fact that it declares under ``checks``. ``number-typed``: it
    says in digits what is the value of a fact. ``number-unchecked``, a warning: it says one in words and declares none.

    A *translated* text can declare nothing, and what its source declares has been proven there. So numbers in words are
    let alone, and where numerals are inflected (``inflected`` among the phrases), one that is not found may be there.
    """
    prover = _Prover(edition, words, Sayings(edition, words), translated)
    return tuple(problem for text in _texts(edition) for problem in prover.problems(text))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, and the facts that its block names; where it names none, it may speak of any (None)."""

    message: Message
    spoken_of: frozenset[str] | None


def _texts(edition: Edition) -> Iterator[_Text]:
    yield _Text(edition.title, _spoken_of((), (edition.title,), edition))
    for page in edition.pages:
        for use in (use for uses in page.areas.values() for use in uses):
            yield from _texts_of(use, edition)
        for message in filter(None, (page.section, page.note)):
            yield _Text(message, _spoken_of((), (message,), edition))


def _texts_of(use: BlockUse, edition: Edition) -> Iterator[_Text]:
    messages = tuple(message for _, message in use.options.messages())
    named = tuple(name for _, name in use.options.fact_names())
    spoken_of = _spoken_of(named, messages, edition)
    for message in messages:
        yield _Text(message, spoken_of)


def _spoken_of(named: Iterable[str], messages: Iterable[Message], edition: Edition) -> frozenset[str] | None:
    """Return the facts that a block names in options, placeholders and checks, and those derived from them."""
    ids = {name.partition("@")[0] for name in named}
    for message in messages:
        ids |= {name.partition("@")[0] for name in message.checks}
        ids |= set(facts_in(message.text, edition.facts))
    return family(edition.facts, ids) if ids else None


@dataclass(frozen=True, slots=True)
class _Prover:
    """Holds texts against the values of an edition."""

    edition: Edition
    words: EditionWords
    sayings: Sayings
    translated: bool

    @property
    def language(self) -> str:
        return self.words.language

    def problems(self, text: _Text) -> Iterator[Problem]:
        checked = [self.words.point(name) for name in text.message.checks]
        yield from self._failed(text.message, checked)
        amounts = {magnitude(fact, point.value or Decimal(0)) for fact, point in checked}
        told = set[str]()
        for literal in scanned(text.message.text).literals:
            for found, value in self._found(_LINK.sub("]", literal), text.spoken_of):
                known = value.amount in amounts or bool({found, found.partition(" ")[0]} & told)
                if not known and (found[:1].isdecimal() or not self.translated):
                    told.add(found)
                    yield self._problem(text.message, found, value)

    def _failed(self, message: Message, checked: list[tuple[Fact, Point]]) -> Iterator[Problem]:
        if not checked or (self.translated and "inflected" in phrases(self.language)):
            return
        said = joined(plainly(self.words.plain(message)), self.language)
        for name, (fact, point) in zip(message.checks, checked, strict=True):
            ways = spellings(abs(point.value or Decimal(0)), fact.scale, fact.unit, self.language)
            if not any(says(said, form, self.language) for form in ways.all):
                prose = self.words.printed(fact, point).prose
                spelt, digits = min(ways.words or ways.digits, key=len), min((*ways.digits, *ways.mixed), key=len)
                remedy = f"write '{spelt}' or '{digits}'"
                remedy += "" if self.translated else f", or take '{name}' out of 'checks'"
                yield self._at("check-failed", f"the text does not say '{name}', which is {prose}", message, remedy)

    def _found(self, literal: str, spoken_of: frozenset[str] | None) -> Iterator[tuple[str, Value]]:
        """Yield each number in a piece of a text that is the value of a fact, as it stands there."""
        for token in self._number.finditer(literal):
            value = self.sayings.typed.get(plainly(token[0]))
            if value is not None and not self._is_date(token, literal):
                yield token[0], value
        plain = joined(plainly(literal), self.language)
        spoken = self.sayings.spoken
        for form in dict.fromkeys(candidates(plain, spoken.openers, spoken.longest, self.language)):
            shown, values = spoken.forms.get(form, ("", {}))
            meant = next((value for value in values.values() if _meant(value, spoken_of)), None)
            if meant is not None and says(plain, form, self.language):
                yield shown, meant

    @property
    def _number(self) -> re.Pattern[str]:
        if self._spaceless:
            return _CLOSE_NUMBER
        return _SPACED_NUMBER if separators(self.words.locale.tag)[0].isspace() else _NUMBER

    @property
    def _spaceless(self) -> bool:
        return self.language.partition("-")[0] in SPACELESS

    def _is_date(self, token: re.Match[str], literal: str) -> bool:
        """Say whether a number is a year, or stands beside a word of dates (31 December)."""
        if token[0].isdecimal() and len(token[0]) == 4 and int(token[0]) in _YEARS:
            return True
        blanks, word = (r"\W{0,2}", r"(\w)") if self._spaceless else (r"\W{1,2}", r"(\w+)")
        before = re.search(rf"{word}{blanks}$", literal[max(0, token.start() - _NEAR) : token.start()])
        after = re.match(rf"{blanks}{word}", literal[token.end() : token.end() + _NEAR])
        return any(found is not None and found[1].casefold() in _months(self.language) for found in (before, after))

    def _problem(self, message: Message, found: str, value: Value) -> Problem:
        if not found[:1].isdecimal():
            said = f"'{found}' is said here in words, and is the value of '{value.fact}'"
            remedy = f"declare it, so that a change is noticed: {{text: …, checks: [{value.reference}]}}"
            return self._at("number-unchecked", said, message, remedy, "warning")
        said = f"'{found}' is typed here, and is the value of '{value.fact}': one fact, one place"
        remedy = f"write {value.placeholder}; if it is another number, write \\{found}"
        return self._at("number-typed", said, message, remedy)

    def _at(
        self,
        rule: str,
        said: str,
        message: Message,
        remedy: str,
        severity: Literal["error", "warning"] = "error",
    ) -> Problem:
        position = self.edition.position(f"{message.where}.text")
        return Problem(rule, said, position, remedy, where=message.where, severity=severity)


def _meant(value: Value, spoken_of: frozenset[str] | None) -> bool:
    """Say whether a number may well be *value*: an everyday one only in a block that speaks of its fact."""
    if spoken_of is None:
        return value.amount > DIGIT
    return value.amount > EVERYDAY or value.fact in spoken_of


@lru_cache(16)
def _months(language: str) -> frozenset[str]:
    """Return the words of dates: names of months, alone and after a day."""
    dates = (Date(2000, month, day) for month in range(1, 13) for day in (None, 1))
    return frozenset(word for at in dates for word in re.findall(r"[^\W\d]+", when(at, Locale(language)).casefold()))
