"""What a text may say of an edition's values, by how it says it: in words, or in digits."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from .numbers import number
from .spellings import magnitude, plainly, spellings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.edition import Edition
    from ..model.facts import Fact
    from .words import EditionWords


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a text may say: its fact, its time where it is not the latest, and how much it is."""

    fact: str
    date: str
    amount: Decimal

    @property
    def placeholder(self) -> str:
        """As a text names it, in braces."""
        return f"{{{self.fact}{'_' if self.date else ''}{self.date.replace('-', '_')}}}"

    @property
    def reference(self) -> str:
        """As options name it."""
        return f"{self.fact}{'@' if self.date else ''}{self.date}"


@dataclass(frozen=True, slots=True)
class Spoken:
    """Values by the words that say them.

    Attributes:
        forms: by the words in small letters, their usual spelling and the values of the facts that have it.
        openers: the first of these words.
        longest: how many words there are at most.
    """

    forms: Mapping[str, tuple[str, Mapping[str, Value]]]
    openers: frozenset[str]
    longest: int


@dataclass
class Sayings:
    """How the values of *edition* may be said. Found once asked: most texts have no digits of their own."""

    edition: Edition
    words: EditionWords

    @cached_property
    def values(self) -> list[tuple[Value, Fact, Decimal]]:
        """Every value with its fact, and how much it is in the scale of that; the latest of each fact first."""
        found: list[tuple[Value, Fact, Decimal]] = []
        for fact in self.edition.facts.values():
            points = reversed([point for point in fact.drawn if point.value is not None])
            for age, point in enumerate(points):
                amount = abs(point.value or Decimal(0))
                value = Value(fact.id, str(point.at) if age else "", magnitude(fact, amount))
                found.append((value, fact, amount))
        return found

    @cached_property
    def spoken(self) -> Spoken:
        """Values by what says them in words, or in digits and words."""
        forms: dict[str, tuple[str, dict[str, Value]]] = {}
        for value, fact, amount in self.values:
            ways = spellings(amount, fact.scale, fact.unit, self.words.language)
            for form in (*(ways.words if value.amount >= 2 else ()), *filter(_telling, ways.mixed)):
                forms.setdefault(plainly(form), (form, {}))[1].setdefault(fact.id, value)
        openers = frozenset(form.partition(" ")[0] for form in forms)
        return Spoken(forms, openers, max((form.count(" ") + 1 for form in forms), default=0))

    @cached_property
    def typed(self) -> Mapping[str, Value]:
        """Values by their digits."""
        found: dict[str, Value] = {}
        for value, fact, amount in self.values:
            ways = spellings(amount, fact.scale, fact.unit, self.words.language)
            groups = (fact.unit != "year", False)
            printed = [number(amount, self.words.locale, fact.decimals, grouped=grouped) for grouped in groups]
            for form in (*printed, *ways.digits):
                if _telling(form):
                    found.setdefault(plainly(form), value)
        return found


def _telling(form: str) -> bool:
    """Say whether *form* has two significant digits or more: a bare 5 or 100 stands for anything."""
    return len("".join(str(int(digit)) for digit in form if digit.isdecimal()).strip("0")) > 1
