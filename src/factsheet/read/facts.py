"""Sources and facts of an edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..model.facts import Date, Fact, Point, Source
from .derived import OPERATIONS, derive
from .report import did_you_mean, listed, quoted
from .schema import DerivedFile, FactFile, PointFile, SourceFile
from .validate import validated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Place
    from .report import Problems

_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_POINT_KEYS = ("at", "value", "qualifier", "status", "note", "preferred", "edition")
_NOT_YET = {"from": "figures out of CSV files", "per": "rates"}


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
    raw: Mapping[str, Any], place: Place, sources: Mapping[str, Any], problems: Problems, *, fictional: bool
) -> dict[str, Fact]:
    """Return the facts that are well written, in the order of the file.

    Args:
        raw: the facts as the file has them.
        place: where they stand.
        sources: the sources as the file has them: one that is badly written is known all the same.
        problems: takes what is wrong.
        fictional: whether every figure is invented.
    """
    plain: dict[str, Fact] = {}
    derived: dict[str, DerivedFile] = {}
    for name, value in raw.items():
        if not _well_named(name, place.at(name), problems):
            continue
        if isinstance(value, dict) and value.keys() & OPERATIONS.keys():
            if (file := validated(DerivedFile, value, place.at(name), problems)) is not None:
                derived[name] = file
        elif (fact := _fact(name, value, place.at(name), sources, problems, fictional=fictional)) is not None:
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


def _fact(
    name: str, value: Any, place: Place, sources: Mapping[str, Any], problems: Problems, *, fictional: bool
) -> Fact | None:
    if isinstance(value, dict):
        if (kind := next((key for key in _NOT_YET if key in value), None)) is not None:
            message = f"{_NOT_YET[kind]} ('{kind}') are not read by this version"
            problems.add("fact-kind-unknown", message, place.at(kind).key, "write the points out")
            return None
        value, single = _split(value)
    else:
        single = {}
    file = validated(FactFile, value, place, problems)
    points = _points(file, single, place, problems)
    if file is None or points is None:
        return None
    _check_source(file.source, place.at("source"), sources, problems)
    for point, at in points:
        _check_source(point.source, at.at("source"), sources, problems)
        if not (point.source or file.source):
            remedy = "add 'source:' to the point or to the fact"
            problems.add("source-missing", "this figure has no source", at.key, remedy)
    _check_rivals(points, file.source, problems)
    made = sorted((_point(point, file.source) for point, _ in points), key=lambda point: order(point.at))
    return Fact(name, file.label, file.unit, tuple(made), file.short, file.decimals, file.scale or "", fictional)


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
