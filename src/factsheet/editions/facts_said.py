"""Facts as a table for people, and as plain values for programs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.facts import Fact, Point, Source
    from .facts import Listing, Spot, Trace

_MANNERS = {"figure": "", "text": "in a text", "words": "in words"}


def listing_lines(listing: Listing) -> list[str]:
    """Return the facts of an edition as lines."""
    lines = [f"{listing.edition} ({listing.language})" if listing.language else listing.edition]
    if not listing.facts and not listing.problems:
        lines += ["", "  no facts"]
    for fact in listing.facts:
        lines += ["", *_fact_lines(fact)]
    return lines


def trace_lines(trace: Trace) -> list[str]:
    """Return where a fact comes from and where it goes as lines."""
    lines = [trace.edition, "", *_fact_lines(trace.fact), "", "  Sources"]
    lines += [f"    {line}" for line in _aligned([(source.id, _described(source)) for source in trace.sources])]
    lines += ["", "  Printed"]
    spots = [
        (f"{spot.position.file}:{spot.position.line}:{spot.position.column}", spot.where, _manner(spot, trace.fact.id))
        for spot in trace.spots
    ]
    return [*lines, *(f"    {line}" for line in _aligned(spots) or ["nowhere"])]


def listing_values(listing: Listing) -> dict[str, Any]:
    """Return the facts of an edition as plain values. Numbers are texts, so that no digit is lost."""
    facts = [fact_values(fact) for fact in listing.facts]
    return {"edition": listing.edition, "language": listing.language, "facts": facts}


def trace_values(trace: Trace) -> dict[str, Any]:
    """Return where a fact comes from and where it goes as plain values."""
    return {
        "edition": trace.edition,
        "fact": fact_values(trace.fact),
        "sources": [
            {key: getattr(source, key) for key in ("id", "title", "publisher", "date", "url", "short")}
            for source in trace.sources
        ],
        "printed": [
            {
                "file": spot.position.file,
                "line": spot.position.line,
                "column": spot.position.column,
                "where": spot.where,
                "manner": spot.manner,
                "fact": spot.fact,
            }
            for spot in trace.spots
        ],
    }


def fact_values(fact: Fact) -> dict[str, Any]:
    """Return a fact as plain values."""
    formula, drawn = fact.formula, set(map(id, fact.drawn))
    return {
        "id": fact.id,
        "label": fact.label,
        "unit": fact.unit,
        "scale": fact.scale,
        "fictional": fact.fictional,
        "formula": formula and {"operation": formula.operation, "parts": list(formula.parts), "times": formula.times},
        "points": [_point_values(point, drawn=id(point) in drawn) for point in fact.points],
    }


def _point_values(point: Point, *, drawn: bool) -> dict[str, Any]:
    return {
        "at": str(point.at),
        "of_edition": point.edition,
        "value": None if point.value is None else f"{point.value:f}",
        "qualifier": point.qualifier,
        "status": point.status,
        "sources": list(point.sources),
        "drawn": drawn,
        "preferred": point.preferred,
        "note": point.note,
    }


def _fact_lines(fact: Fact) -> list[str]:
    """Return a fact's name and what it is, then its points under one another."""
    what = ", ".join(filter(None, (fact.label, " ".join(filter(None, (fact.unit, fact.scale))))))
    head = f"  {fact.id}  {what}".rstrip()
    formula = [] if fact.formula is None else [f"    = {fact.formula}"]
    drawn, counts = set(map(id, fact.drawn)), Counter(point.at for point in fact.points)
    rows = [_row(point, drawn=id(point) in drawn, several=counts[point.at] > 1) for point in fact.points]
    return [head, *formula, *(f"    {line}" for line in _aligned(rows, right={1}) or ["no points"])]


def _row(point: Point, *, drawn: bool, several: bool) -> tuple[str, ...]:
    """Return a point as cells; the last one says which of several values of one time is drawn, and what was noted."""
    at = f"{point.at} ed." if point.edition else str(point.at)
    value = "not published" if point.value is None else f"{point.value:,f}"
    status = "" if point.status == "published" else point.status
    role = "" if not several else "second source" if not drawn else "preferred" if point.preferred else "drawn"
    remark = "; ".join(filter(None, (role, point.note)))
    return at, value, point.qualifier or "", status, ", ".join(point.sources), remark


def _described(source: Source) -> str:
    said = ", ".join(filter(None, (source.title, source.publisher, source.date)))
    return f"{said} <{source.url}>" if source.url else said


def _manner(spot: Spot, fact: str) -> str:
    by = f"as {spot.fact}" if spot.fact != fact else ""
    return ", ".join(filter(None, (_MANNERS[spot.manner], by)))


def _aligned(rows: Sequence[tuple[str, ...]], right: Iterable[int] = ()) -> list[str]:
    """Return rows as lines whose cells stand under one another; a column without any text takes no room."""
    if not rows:
        return []
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    right = set(right)
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
            if width
        ]
        lines.append("  ".join(cells).rstrip())
    return lines
