"""What a figure reckons itself: the change between two points, the total of some parts. Never stronger than its parts.

The rules are those of derived facts: the weakest qualifier, a bound rounded the way in which it stays true, and no
figure at all where the bounds of the parts leave none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..model.facts import ABOUT, Formula, Printed
from ..model.qualifiers import VagueError, combined
from ..model.reckoning import Part, exact, most_decimals, rounded, status
from .head import signed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from ..model.facts import Fact, Operation, Point, Qualifier, Status
    from ..model.words import Words

    Pair = tuple[Fact, Point]

Kind = Literal["auto", "difference", "times"]

TIMES_FROM = 3
"""From this ratio on a factor says more than a difference: two and a half times is easier to see as "+105"."""

TENTHS_BELOW = 10
TIMES = "\N{MULTIPLICATION SIGN}"
_MARKS = {"estimated": "estimate-mark", "provisional": "provisional-mark"}


class Reckoned(NamedTuple):
    """A value with the qualifier and the status that its parts leave it."""

    value: Decimal
    decimals: int
    qualifier: Qualifier | None
    status: Status


@dataclass(frozen=True, slots=True)
class Change:
    """A change as it stands in a tile.

    Attributes:
        text: with its sign (``+105``, ``~+3,000``).
        word: the qualifier word before it, or empty.
        suffix: what follows it small (``e`` for an estimate), or empty.
        said: the whole as an alt text says it.
        falls: whether the later value is the lower one.
    """

    text: str
    word: str
    suffix: str
    said: str
    falls: bool


def change(words: Words, fact: Fact, then: Point, now: Point, kind: Kind = "auto") -> Change | None:
    """Return the change from *then* to *now*, or None where nothing true can be said in a figure."""
    if then.value is None or now.value is None or fact.unit == "year":
        return None
    parts = (_part(fact, now, now.value), _part(fact, then, then.value))
    if _by_factor(fact, then.value, now.value, kind) and (found := reckon("ratio", parts)) is not None:
        return _change(words, found, TIMES)
    found = reckon("difference", parts, fact.decimals)
    if found is None:
        return None
    if not found.value:
        steady = words.phrase("unchanged")
        return Change(steady, "", "", steady, falls=False) if now.value == then.value else None
    return _change(words, found, "" if found.value < 0 else "+", "percent-points" if fact.unit == "percent" else "")


def total(words: Words, pairs: Sequence[Pair]) -> Printed | None:
    """Return the sum of *pairs* as it is printed, or None where a part is not published or the bounds leave no sum."""
    parts = [_part(fact, point, point.value) for fact, point in pairs if point.value is not None]
    found = reckon("sum", parts) if parts and len(parts) == len(pairs) else None
    if found is None:
        return None
    point = pairs[0][1]
    number = words.number(found.value, found.decimals)
    word, mark = _qualified(words, found)
    return Printed(
        fact="",
        at=point.at,
        value=found.value,
        number=number,
        mark=signed(words, mark, number).removesuffix(number) if mark else "",
        word=word,
        suffix=_suffix(words, found),
        prose=_said(words, found, number),
        when=words.date(point.at),
        source=point.source,
        qualifier=found.qualifier,
        status=found.status,
    )


def reckon(operation: Operation, parts: Sequence[Part], decimals: int | None = None) -> Reckoned | None:
    """Return *operation* on *parts*, or None where their bounds leave no figure.

    *decimals* are those asked for; the parts may allow fewer. A ratio has one below ten and none from there on.
    """
    values = [part.value for part in parts]
    try:
        qualifier = combined(operation, [part.point.qualifier for part in parts], min(values))
    except VagueError:
        return None
    formula = Formula(operation, ())
    whole = exact(formula, parts) if len(parts) > 1 else values[0]
    most = most_decimals(formula, parts)
    places = most if most is not None else 1 if whole < TENTHS_BELOW else 0
    places = places if decimals is None else min(places, decimals)
    return Reckoned(rounded(whole, formula, parts, places, qualifier), places, qualifier, status(parts))


def _part(fact: Fact, point: Point, value: Decimal) -> Part:
    return Part(fact, point, value)


def _by_factor(fact: Fact, then: Decimal, now: Decimal, kind: Kind) -> bool:
    """A factor says how often; of percentages, falls and what was nothing it says nothing."""
    if kind == "difference" or fact.unit == "percent" or then <= 0 or now <= then:
        return False
    return kind == "times" or now >= TIMES_FROM * then


def _change(words: Words, found: Reckoned, sign: str, phrase: str = "") -> Change:
    """Return what was found with its sign; *phrase* is what the number stands in."""
    word, mark = _qualified(words, found)
    number = words.number(found.value, found.decimals)
    text, bare = (signed(words, before, number) if before else number for before in (mark + sign, sign))
    if phrase:
        text, bare = (words.phrase(phrase, number=said) for said in (text, bare))
    return Change(text, word, _suffix(words, found), _said(words, found, bare), falls=found.value < 0)


def _qualified(words: Words, found: Reckoned) -> tuple[str, str]:
    """Return the word before the number and the mark joined to it."""
    if found.qualifier == "about":
        return "", ABOUT
    return (words.phrase(found.qualifier) if found.qualifier else ""), ""


def _suffix(words: Words, found: Reckoned) -> str:
    return words.phrase(_MARKS[found.status]) if found.status in _MARKS else ""


def _said(words: Words, found: Reckoned, number: str) -> str:
    said = number
    if found.qualifier:
        said = words.phrase("qualified", word=words.phrase(found.qualifier), value=number)
    return words.phrase(found.status, value=said) if found.status in _MARKS else said
