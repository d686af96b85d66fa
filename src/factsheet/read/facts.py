"""Sources and facts of an edition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.facts import Date, Fact, Point, Source
from .derived import OPERATIONS, derive
from .plausible import check_decimals, check_jumps
from .report import did_you_mean, listed, quoted
from .schema import DerivedFile, FactFile, PointFile, SourceFile, TableFactFile
from .units import check_unit
from .validate import validated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .csv_points import Tables
    from .document import Place
    from .report import Problems

_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_POINT_KEYS = ("at", "value", "qualifier", "status", "note", "preferred", "edition")


def read_sources(raw: Mapping[str, Any], place: Place, problems: Problems) -> dict[str, Source]:
    """Return the sources that are well written."""
    sources = {}
    for name, value in raw.items():
        file = validated(SourceFile, value, place.at(name), problems)
        if file is not None:
            date = "" if file.date is None else str(file.date)
            sources[name] = Source(name, file.title, file.publisher, date, file.url, file.short)
    return sources


def read_facts(
    raw: Mapping[str, Any],
    place: Place,
    sources: Mapping[str, Any],
    tables: Tables,
    problems: Problems,
    *,
    fictional: bool,
) -> dict[str, Fact]:
    """Return the facts that are well written, in the order of the file.

    Args:
        raw: the facts as the file has them.
        place: where they stand.
        sources: the sources as the file has them: one that is badly written is known all the same.
        tables: the CSV files that facts name.
        problems: takes what is wrong.
        fictional: whether every figure is invented.
    """
    plain: dict[str, Fact] = {}
    derived: dict[str, DerivedFile] = {}
    reader = _FactReader(sources, tables, problems, fictional)
    for name, value in raw.items():
        if not _well_named(name, place.at(name), problems):
            continue
        if isinstance(value, dict) and value.keys() & OPERATIONS.keys():
            if (file := validated(DerivedFile, value, place.at(name), problems)) is not None:
                derived[name] = file
        elif (fact := reader.fact(name, value, place.at(name))) is not None:
            plain[name] = fact
    plain |= derive(derived, plain, raw, place, problems)
    return {name: plain[name] for name in raw if name in plain}


def known_ids(raw: Mapping[str, Any]) -> dict[str, None]:
    """Return the ids that texts may name; a badly spelt one is known in its right spelling too, and reported once."""
    return dict.fromkeys((*raw, *map(_better, raw)))


def _better(name: str) -> str:
    return name.lower().replace("-", "_")


def _well_named(name: str, place: Place, problems: Problems) -> bool:
    if _ID.fullmatch(name) is not None:
        return True
    caret = f"write '{_better(name)}'" if _ID.fullmatch(_better(name)) else ""
    remedy = "an id begins with a small letter and goes on with small letters, digits and underscores"
    problems.add("fact-id", f"{quoted(name)} cannot be the id of a fact", place.key, remedy, caret)
    return False


@dataclass(frozen=True, slots=True)
class _FactReader:
    """Reads facts that have points of their own, in the edition or in a CSV file."""

    sources: Mapping[str, Any]
    tables: Tables
    problems: Problems
    fictional: bool

    def fact(self, name: str, value: Any, place: Place) -> Fact | None:
        file, points = self._written(value, place)
        if file is None or points is None:
            return None
        check_unit(file.unit, place.at("unit").position, self.problems)
        check_decimals(file.decimals, points, place, self.problems)
        _check_source(file.source, place.at("source"), self.sources, self.problems)
        for point, at in points:
            _check_source(point.source, at.at("source"), self.sources, self.problems)
            if not (point.source or file.source):
                remedy = "add 'source:' to the point or to the fact"
                self.problems.add("source-missing", "this figure has no source", at.key, remedy)
        _check_rivals(points, file.source, self.problems)
        made = sorted(((_point(point, file.source), at) for point, at in points), key=lambda pair: order(pair[0].at))
        series = tuple(point for point, _ in made)
        fact = Fact(name, file.label, file.unit, series, file.short, file.decimals, file.scale or "", self.fictional)
        check_jumps(fact, {id(point): at for point, at in made}, self.problems)
        return fact

    def _written(
        self, value: Any, place: Place
    ) -> tuple[FactFile | TableFactFile | None, list[tuple[PointFile, Place]] | None]:
        """Return the fact as it is written, and its points with the place of each."""
        if isinstance(value, dict) and "from" in value:
            table = validated(TableFactFile, value, place, self.problems)
            return table, None if table is None else self.tables.points(table, place)
        value, single = _split(value) if isinstance(value, dict) else (value, {})
        file = validated(FactFile, value, place, self.problems)
        return file, _points(file, single, place, self.problems)


def order(at: Date) -> tuple[int, int, int]:
    """Return a key that sorts dates of any precision by time: a year stands before its months."""
    return at.year, at.month or 0, at.day or 0


def _split(value: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part the one-point shorthand from the fact's own keys."""
    single = {key: value[key] for key in _POINT_KEYS if key in value}
    return {key: entry for key, entry in value.items() if key not in single}, single


def _points(
    file: FactFile | None, single: dict[str, Any], place: Place, problems: Problems
) -> list[tuple[PointFile, Place]] | None:
    if not single:
        points = () if file is None else file.points
        return [(point, place.at("points", index)) for index, point in enumerate(points)]
    point = validated(PointFile, single, place, problems)
    if file is not None and file.points:
        message = "a fact has either points or one value of its own"
        problems.add("value-invalid", message, place.at("points").key, "move the value into the points")
        return None
    return None if point is None else [(point, place)]


def _check_source(source: str | None, place: Place, sources: Mapping[str, Any], problems: Problems) -> None:
    if source is not None and source not in sources:
        remedy = f"the sources are {listed(sources)}" if sources else "describe it under 'sources:'"
        message = f"no source is called {quoted(source)}"
        problems.add("source-unknown", message, place.position, remedy, did_you_mean(source, sources))


def _check_rivals(points: list[tuple[PointFile, Place]], default: str | None, problems: Problems) -> None:
    """Several sources may give a value for one time; one source may not, and one value at most is preferred."""
    given: set[tuple[Date, str | None]] = set()
    preferred: set[Date] = set()
    for point, place in points:
        source = point.source or default
        if (point.at, source) in given:
            message = f"there are two values for {point.at} from one source"
            problems.add("point-duplicate", message, place.key, "keep one of the two")
        elif point.preferred and point.at in preferred:
            message = f"two values for {point.at} are preferred"
            problems.add("point-duplicate", message, place.at("preferred").key, "prefer one of the two")
        given.add((point.at, source))
        preferred |= {point.at} if point.preferred else set()


def _point(point: PointFile, default: str | None) -> Point:
    source = point.source or default or ""
    return Point(
        point.at, point.value, source, point.qualifier, point.status, point.note, point.preferred, point.edition
    )
