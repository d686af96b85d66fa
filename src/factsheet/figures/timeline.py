"""Points in time along a figure: steps, gaps, what may be joined, and the texts of years."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..model.facts import Date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.content import Surface
    from ..model.facts import Printed
    from ..model.words import Words

MONTHS, DAYS = 12, 31
SLACK = 1.5
"""A step this many times the smallest one is a gap: February is shorter than March, and is none."""

YEAR_CLEAR, BOLD = 6.0, 700


def before(one: Date, other: Date) -> bool:
    """Whether *one* comes first; a year alone comes before its months."""
    return _key(one) < _key(other)


def _key(at: Date) -> tuple[int, int, int]:
    return at.year, at.month or 0, at.day or 0


def months(first: Date, then: Date) -> float:
    """Return the months from one date to a later one: whole years where either is known to the year alone.

    Within one year such a date counts as its January; within one month days are parts of it.
    """
    years = MONTHS * (then.year - first.year)
    vague = first.month is None or then.month is None
    if vague and years:
        return float(years)
    whole = years + (then.month or 1) - (first.month or 1)
    return float(whole) if whole or vague else ((then.day or 1) - (first.day or 1)) / DAYS


def union(lines: Sequence[Sequence[Printed]]) -> tuple[Printed, ...]:
    """Return one point a time of several series, in order; one with a value where there is one."""
    found: dict[Date, Printed] = {}
    for printed in (point for series in lines for point in series):
        if printed.at not in found or found[printed.at].value is None:
            found[printed.at] = printed
    return tuple(found[at] for at in sorted(found, key=_key))


def offsets(series: Sequence[Printed]) -> tuple[float, ...]:
    """Return how far each point is along the series, from 0 to 1; a lone one stands at 0."""
    moments = [months(series[0].at, printed.at) for printed in series]
    return tuple(moment / (moments[-1] or 1.0) for moment in moments)


def smallest_step(series: Sequence[Printed]) -> float:
    """Return the months between the two points that are closest; 0 where there are fewer than two."""
    return min((months(a.at, b.at) for a, b in pairwise(series)), default=0.0)


def even(series: Sequence[Printed]) -> bool:
    """Whether nothing is missing: every point has a value, and all steps are equal."""
    steps = [months(a.at, b.at) for a, b in pairwise(series)]
    told = all(printed.value is not None for printed in series)
    return told and bool(steps) and max(steps) - min(steps) < 1e-6 and min(steps) > 0


def runs(series: Sequence[Printed]) -> tuple[tuple[int, ...], ...]:
    """Return the indexes of points that follow each other without a gap: only these may be joined."""
    found: list[list[int]] = []
    step = smallest_step(series) * SLACK
    for index, printed in enumerate(series):
        if printed.value is None:
            continue
        last = found[-1][-1] if found else None
        joined = last is not None and last == index - 1 and months(series[last].at, printed.at) <= step
        if joined:
            found[-1].append(index)
        else:
            found.append([index])
    return tuple(map(tuple, found))


def gaps(series: Sequence[Printed]) -> tuple[float, ...]:
    """Return how far along the series the years without a point are; none where points are finer than years."""
    if len(series) < 2 or any(printed.at.month for printed in series):
        return ()
    years = {printed.at.year for printed in series}
    first, last = series[0].at.year, series[-1].at.year
    step = max(1, round(smallest_step(series) / MONTHS))
    return tuple((year - first) / (last - first) for year in range(first, last, step) if year not in years)


def times(words: Words, series: Sequence[Printed]) -> tuple[str, ...]:
    """Return the time of each point as an axis has it: the year alone where that tells the points apart."""
    plain = len({printed.at.year for printed in series}) == len(series)
    return tuple(words.date(Date(p.at.year)) if plain and p.when == words.date(p.at) else p.when for p in series)


def set_times(
    surface: Surface,
    texts: Sequence[str],
    middles: Sequence[float],
    y: float,
    *,
    choices: Sequence[Sequence[int]],
    hot: int | None = None,
) -> None:
    """Set times under their marks and inside the figure: those of the first of *choices* that keep apart.

    *choices* are indexes in order of time, those that name most of them first. The last choice is taken if none fits,
    and of it what has room from its end on: the latest time is the last to go.
    """
    placed: list[tuple[float, int]] = []
    for choice in choices:
        placed = _apart(surface, texts, middles, choice, hot)
        if len(placed) == len(choice):
            break
    for x, index in placed:
        weight, colour = (BOLD, "accent_text") if index == hot else (None, None)
        surface.label(texts[index], x, y, "axis", weight=weight, colour=colour, room=surface.width)


def _apart(
    surface: Surface, texts: Sequence[str], middles: Sequence[float], choice: Sequence[int], hot: int | None
) -> list[tuple[float, int]]:
    """Return start and index of those of *choice* that keep apart, from the last one on."""
    found: list[tuple[float, int]] = []
    limit = surface.width + YEAR_CLEAR
    for index in reversed(choice):
        width = surface.measure(texts[index], "axis", weight=BOLD if index == hot else None)
        x = max(0.0, min(middles[index] - width / 2, surface.width - width))
        if not found or x + width + YEAR_CLEAR <= limit:
            found.append((x, index))
            limit = x
    return found


def tick_choices(count: int, most: int = 8) -> tuple[tuple[int, ...], ...]:
    """Return which of *count* times may be named, the best first.

    All, up to *most*; else four to six at equal steps; else five, four or three that are nearly so; else both ends.
    """
    last = count - 1
    strides = [step for step in range(1, count) if last % step == 0]
    equal = [tuple(range(0, count, step)) for step in strides if count <= most or last // step < 6]
    nearly = [tuple(round(i * last / (n - 1)) for i in range(n)) for n in (5, 4, 3) if n < count]
    ends = (0, last) if last else (0,)
    return (*(one for one in equal if len(one) > 3 or one == tuple(range(count))), *nearly, ends)
