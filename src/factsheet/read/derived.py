"""Facts that are reckoned from other facts, with the weakest qualifier and the honest precision of their parts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from ..model.facts import Fact, Point
from .qualifiers import VagueError, combined
from .references import References, find_point
from .values import MAX_DIGITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.facts import Qualifier, Status
    from .document import Place
    from .report import Problems
    from .schema import DerivedFile

OPERATIONS = {"ratio": "two", "difference": "two", "share": "two", "sum": "two or more"}
"""Key of a derived fact, and how many parts it takes."""

_EXACT = Context(prec=200)
_ROUNDING = {"more-than": ROUND_FLOOR, "less-than": ROUND_CEILING, "up-to": ROUND_CEILING, "almost": ROUND_CEILING}
"""A bound is rounded the way in which it stays true (over 412 / 119 is over 3.4, not 3.5); all else half to even."""


@dataclass(frozen=True, slots=True)
class _Part:
    fact: Fact
    point: Point
    value: Decimal


def derive(
    files: Mapping[str, DerivedFile],
    plain: Mapping[str, Fact],
    ids: Mapping[str, Any],
    place: Place,
    problems: Problems,
) -> dict[str, Fact]:
    """Return the derived facts, each with one point; those that cannot be reckoned are problems.

    Args:
        files: the derived facts as written.
        plain: the facts they are reckoned from.
        ids: every fact of the file.
        place: where the facts stand.
        problems: takes what is wrong.
    """
    known = dict(plain)
    needs = {name: {part.partition("@")[0] for part in _operation(file)[1]} for name, file in files.items()}
    try:
        ordered = list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        name = next(name for name in error.args[1] if name in files)
        message = f"'{name}' is reckoned from itself"
        problems.add("fact-derived-part", message, place.at(name).key, "name facts with points of their own")
        return {}
    for name in ordered:
        if name in files:
            reckoner = _Reckoner(name, files[name], References(ids, known, problems), place.at(name))
            if (fact := reckoner.fact()) is not None:
                known[name] = fact
    return {name: fact for name, fact in known.items() if name in files}


def _operation(file: DerivedFile) -> tuple[str, tuple[str, ...]]:
    given = ((key, getattr(file, key)) for key in OPERATIONS)
    return next((key, parts) for key, parts in given if parts is not None)


@dataclass(frozen=True, slots=True)
class _Reckoner:
    name: str
    file: DerivedFile
    references: References
    place: Place

    def fact(self) -> Fact | None:
        operation, names = _operation(self.file)
        if not self._counted(operation, names):
            return None
        parts = [part for index, name in enumerate(names) if (part := self._part(operation, index, name)) is not None]
        if len(parts) < len(names) or not self._alike(operation, parts):
            return None
        point = self._point(operation, parts)
        if point is None:
            return None
        file, first = self.file, parts[0].fact
        kept = operation in {"difference", "sum"}
        unit = first.unit if kept else "percent" if operation == "share" else ""
        return Fact(
            self.name,
            file.label,
            unit if file.unit is None else file.unit,
            (point,),
            file.short,
            file.decimals,
            first.scale if kept else "",
            any(part.fact.fictional for part in parts),
        )

    def _problem(self, rule: str, message: str, operation: str, remedy: str, *index: int) -> None:
        place = self.place.at(operation, *index)
        self.references.problems.add(rule, message, place.position if index else place.key, remedy)

    def _counted(self, operation: str, names: tuple[str, ...]) -> bool:
        others = [key for key in OPERATIONS if key != operation and getattr(self.file, key) is not None]
        if others:
            message = f"a fact is either a {operation} or a {others[0]}"
            self._problem("value-invalid", message, others[0], "write two facts")
            return False
        many = len(names) >= 2 if operation == "sum" else len(names) == 2
        if not many:
            message = f"a {operation} is reckoned from {OPERATIONS[operation]} facts"
            self._problem("fact-derived-part", message, operation, f"write '{operation}: [first, second]'")
        return many

    def _part(self, operation: str, index: int, name: str) -> _Part | None:
        references = self.references
        if not references.check_name(name, self.place.at(operation, index).position):
            return None
        identity, _, date = name.partition("@")
        fact = references.facts.get(identity)
        if fact is None:  # badly written: its own problem says so
            return None
        point = find_point(fact, date or None)
        if point is None or point.value is None:
            message = f"'{name}' has no published value"
            self._problem("fact-derived-part", message, operation, "name a point that has one", index)
            return None
        return _Part(fact, point, point.value)

    def _alike(self, operation: str, parts: list[_Part]) -> bool:
        for index, part in enumerate(parts):
            if (part.fact.unit, part.fact.scale) != (parts[0].fact.unit, parts[0].fact.scale):
                message = f"'{part.fact.id}' and '{parts[0].fact.id}' differ in unit or scale"
                self._problem("fact-derived-unit", message, operation, "reckon with facts of one unit", index)
                return False
        return True

    def _point(self, operation: str, parts: list[_Part]) -> Point | None:
        values = [part.value for part in parts]
        if operation in {"ratio", "share"} and not values[1]:
            message = f"nothing can be divided by '{parts[1].fact.id}', which is zero"
            self._problem("fact-derived-part", message, operation, "name another fact", 1)
            return None
        try:
            qualifier = combined(operation, [part.point.qualifier for part in parts], min(values))
        except VagueError:
            message = f"the bounds of its parts leave no bound for this {operation}"
            self._problem("fact-derived-vague", message, operation, "say it in words, without a figure")
            return None
        value = _rounded(_reckoned(operation, values), self.file.decimals, qualifier)
        if value and value.adjusted() >= MAX_DIGITS:
            message = f"this {operation} has more digits than a figure can have"
            self._problem("fact-derived-part", message, operation, "name other facts")
            return None
        first = parts[0].point
        return Point(first.at, value, first.source, qualifier, _status(parts), edition=first.edition)


def _reckoned(operation: str, values: list[Decimal]) -> Decimal:
    first, second = values[0], values[1]
    if operation == "ratio":
        return _EXACT.divide(first, second)
    if operation == "share":
        return _EXACT.divide(_EXACT.multiply(first, Decimal(100)), second)
    if operation == "difference":
        return _EXACT.subtract(first, second)
    total = Decimal(0)
    for value in values:
        total = _EXACT.add(total, value)
    return total


def _rounded(value: Decimal, decimals: int, qualifier: Qualifier | None) -> Decimal:
    rounding = _ROUNDING.get(qualifier or "", ROUND_HALF_EVEN)
    return value.quantize(Decimal(1).scaleb(-decimals), rounding, _EXACT)


def _status(parts: list[_Part]) -> Status:
    statuses = {part.point.status for part in parts}
    return "estimated" if "estimated" in statuses else "provisional" if "provisional" in statuses else "published"
