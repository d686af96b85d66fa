"""Facts that are reckoned from other facts, with the weakest qualifier and the honest precision of their parts."""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from ..model.facts import Fact, Formula, Point
from ..model.qualifiers import VagueError, combined
from ..model.reckoning import Part, exact, most_decimals, rounded, status
from .references import References, find_point
from .units import check_unit
from .values import MAX_DIGITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.facts import Operation
    from .document import Place
    from .report import Problems
    from .schema import DerivedFile

OPERATIONS: Mapping[Operation, str] = {
    "ratio": "two",
    "difference": "two",
    "share": "two",
    "sum": "two or more",
    "per": "two",
}
"""Key of a derived fact, and how many parts it takes."""

_ONE_MEASURE = {"ratio", "difference", "sum"}
"""Operations that say what has changed or what adds up; a share and a rate are of two measures by nature."""


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
    needs = {name: {part.partition("@")[0] for part in _formula(file).parts} for name, file in files.items()}
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


def _formula(file: DerivedFile) -> Formula:
    given = ((key, getattr(file, key)) for key in OPERATIONS)
    operation, parts = next((key, parts) for key, parts in given if parts is not None)
    return Formula(operation, tuple(map(str, parts)), 1 if file.times is None else file.times)


@dataclass(frozen=True, slots=True)
class _Reckoner:
    name: str
    file: DerivedFile
    references: References
    place: Place

    def fact(self) -> Fact | None:
        file, formula = self.file, _formula(self.file)
        check_unit(file.unit or "", self.place.at("unit").position, self.references.problems)
        if not self._well_formed(formula):
            return None
        found = [self._part(formula, index, name) for index, name in enumerate(formula.parts)]
        parts = [part for part in found if part is not None]
        if len(parts) < len(found) or not self._alike(formula, parts):
            return None
        decimals = self._decimals(formula, parts)
        point = self._point(formula, parts, decimals)
        if point is None:
            return None
        first = parts[0].fact
        kept = formula.operation in {"difference", "sum"}
        unit = first.unit if kept or formula.operation == "per" else "percent" if formula.operation == "share" else ""
        return Fact(
            self.name,
            file.label,
            unit if file.unit is None else file.unit,
            (point,),
            file.short,
            decimals,
            first.scale if kept else "",
            any(part.fact.fictional for part in parts),
            formula,
        )

    def _problem(self, rule: str, message: str, key: str, remedy: str, *index: int) -> None:
        place = self.place.at(key, *index)
        self.references.problems.add(rule, message, place.position if index else place.key, remedy)

    def _well_formed(self, formula: Formula) -> bool:
        operation = formula.operation
        others = [key for key in OPERATIONS if key != operation and getattr(self.file, key) is not None]
        if others:
            message = f"a fact is either a {operation} or a {others[0]}"
            self._problem("value-invalid", message, others[0], "write two facts")
            return False
        if self.file.times is not None and operation != "per":
            self._problem("value-invalid", f"a {operation} has no 'times'", "times", "delete it, or write 'per:'")
            return False
        many = len(formula.parts) >= 2 if operation == "sum" else len(formula.parts) == 2
        if not many:
            message = f"a {operation} is reckoned from {OPERATIONS[operation]} facts"
            self._problem("fact-derived-part", message, operation, f"write '{operation}: [first, second]'")
        return many

    def _part(self, formula: Formula, index: int, name: str) -> Part | None:
        references = self.references
        if not references.check_known(name, self.place.at(formula.operation, index).position):
            return None
        identity, _, date = name.partition("@")
        fact = references.facts.get(identity)
        if fact is None:  # badly written: its own problem says so
            return None
        point = find_point(fact, date or None)
        if point is None or point.value is None:
            message = f"'{name}' has no published value"
            self._problem("fact-derived-part", message, formula.operation, "name a point that has one", index)
            return None
        return Part(fact, point, point.value)

    def _alike(self, formula: Formula, parts: list[Part]) -> bool:
        first, operation = parts[0], formula.operation
        for index, part in enumerate(parts):
            if operation == "per":
                if part.fact.unit in {"percent", "year"}:
                    message = f"'{part.fact.id}' is no count: its unit is {part.fact.unit}"
                    self._problem("fact-derived-unit", message, operation, "name facts that count something", index)
                    return False
            elif (part.fact.unit, part.fact.scale) != (first.fact.unit, first.fact.scale):
                message = f"'{part.fact.id}' and '{first.fact.id}' differ in unit or scale"
                self._problem("fact-derived-unit", message, operation, "reckon with facts of one unit", index)
                return False
            if operation in _ONE_MEASURE and part.fact.id != first.fact.id and not part.point.at.meets(first.point.at):
                message = f"'{part.fact.id}' and '{first.fact.id}' are two facts at two times ({part.point.at})"
                remedy = "name points of one fact, or of one time: a change between two measures is no figure"
                self._problem("fact-derived-measure", message, operation, remedy, index)
                return False
        return True

    def _decimals(self, formula: Formula, parts: list[Part]) -> int:
        most, asked = most_decimals(formula, parts), self.file.decimals
        if asked is None:
            return most or 0
        if most is not None and asked > most:
            message = f"the parts of this {formula.operation} leave {most or 'no'} decimal{'' if most == 1 else 's'}"
            position = self.place.at("decimals").position
            self.references.problems.add("decimals-invented", message, position, f"write 'decimals: {most}'")
        return asked

    def _point(self, formula: Formula, parts: list[Part], decimals: int) -> Point | None:
        operation = formula.operation
        values = [part.value for part in parts]
        if operation not in {"difference", "sum"} and not values[1]:
            message = f"nothing can be divided by '{parts[1].fact.id}', which is zero"
            self._problem("fact-derived-part", message, operation, "name another fact", 1)
            return None
        try:
            qualifier = combined(operation, [part.point.qualifier for part in parts], min(values))
        except VagueError:
            message = f"the bounds of its parts leave no bound for this {operation}"
            self._problem("fact-derived-vague", message, operation, "say it in words, without a figure")
            return None
        whole = exact(formula, parts)
        value = rounded(whole, formula, parts, decimals, qualifier)
        if value and value.adjusted() >= MAX_DIGITS:
            message = f"this {operation} has more digits than a figure can have"
            self._problem("fact-derived-part", message, operation, "name other facts")
            return None
        if whole and not value:
            message = f"this {operation} rounds to zero"
            self._problem(
                "fact-derived-zero", message, operation, "give it 'decimals:', or say it as a share or a rate"
            )
            return None
        sources = dict.fromkeys(source for part in parts for source in part.point.sources)
        source, *further = sources
        first = parts[0].point
        return Point(first.at, value, source, qualifier, status(parts), edition=first.edition, further=tuple(further))
