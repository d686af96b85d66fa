"""Rows of a template: ``lede 7 . 1 drivers 4`` and its longer forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..model.brand import FALLBACK_ROLES, ROLES
from ..model.layout import Area, Band, Row
from ..options import Flag, Options
from .report import did_you_mean, listed, quoted
from .validate import validated
from .values import Length, PositiveLength, Text, described

if TYPE_CHECKING:
    from .document import Place
    from .report import Problems

_TOKEN = re.compile(r"\S+")
_AREA = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
_COUNT = re.compile(r"[1-9]\d?", re.ASCII)
_EMPTY = "."


class AreaRow(Options):
    """One area over all columns."""

    area: Text
    height: PositiveLength | None = None
    bleed: Flag = False


class WideRow(Options):
    """Areas side by side, with a height."""

    row: Text
    height: PositiveLength | None = None
    bleed: Flag = False


class BandRow(Options):
    """Rows on a tint."""

    band: Text
    rows: list[Any]
    height: PositiveLength | None = None
    padding: Length = 0.0


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one template; *columns* is 0 where the grid is not known."""

    columns: int
    problems: Problems
    seen: set[str] = field(default_factory=set)

    def rows(self, raw: list[Any], place: Place) -> tuple[Row | Band, ...]:
        """Return the rows that are well written; those that are not are problems."""
        if not raw:
            self.problems.add("value-invalid", "a template has one row or more", place.key, "write its rows")
        read = (self._row(value, place.at(index)) for index, value in enumerate(raw))
        return tuple(row for row in read if row is not None)

    def _row(self, value: Any, place: Place) -> Row | Band | None:
        if isinstance(value, dict) and "band" in value:
            return self._band(value, place)
        return self._plain(value, place)

    def _plain(self, value: Any, place: Place) -> Row | None:
        if isinstance(value, str):
            return self._made(value, place)
        if isinstance(value, dict) and "area" in value:
            one = validated(AreaRow, value, place, self.problems)
            return None if one is None else self._made(one.area, place.at("area"), one.height, bleed=one.bleed)
        if isinstance(value, dict) and "row" in value:
            wide = validated(WideRow, value, place, self.problems)
            return None if wide is None else self._made(wide.row, place.at("row"), wide.height, bleed=wide.bleed)
        message = f"a row is wanted here, not {described(value)}"
        remedy = "write 'left 6 right 6', {area: …}, {row: …} or {band: …, rows: […]}"
        self.problems.add("value-invalid", message, place.position, remedy)
        return None

    def _band(self, value: dict[str, Any], place: Place) -> Band | None:
        band = validated(BandRow, value, place, self.problems)
        if band is None:
            return None
        roles = (*ROLES, *FALLBACK_ROLES)
        role = band.band.replace("-", "_")
        if role not in roles:
            message, caret = f"no role of colour is called {quoted(band.band)}", did_you_mean(role, roles)
            remedy = f"the roles are {listed(roles, 20)}"
            self.problems.add("colour-unknown", message, place.at("band").position, remedy, caret)
        if not band.rows:
            self.problems.add("value-invalid", "a band has one row or more", place.at("rows").key, "write its rows")
        read = (self._plain(row, place.at("rows", index)) for index, row in enumerate(band.rows))
        return Band(role, tuple(row for row in read if row is not None), band.height, band.padding)

    def _made(self, text: str, place: Place, height: float | None = None, *, bleed: bool = False) -> Row | None:
        areas = self._areas(text, place)
        return Row(areas, height, bleed) if areas else None

    def _areas(self, text: str, place: Place) -> tuple[Area, ...]:
        tokens = [(found[0], found.start()) for found in _TOKEN.finditer(text)]
        if len(tokens) == 1 and tokens[0][0] != _EMPTY:
            name, offset = tokens[0]
            return (Area(name, 1, max(self.columns, 1)),) if self._named(name, offset, text, place) else ()
        areas, first = [], 1
        for index in range(0, len(tokens), 2):
            (name, offset), count = tokens[index], tokens[index + 1][0] if index + 1 < len(tokens) else ""
            if _COUNT.fullmatch(count) is None:
                message = f"the number of columns of {quoted(name)} is missing"
                position = place.within(text, offset, len(name))
                self.problems.add("value-invalid", message, position, f"write '{name} 6'")
                return ()
            if name != _EMPTY and self._named(name, offset, text, place):
                areas.append(Area(name, first, first + int(count) - 1))
            first += int(count)
        self._check({name for name, _ in tokens[::2]}, first - 1, text, place)
        return tuple(areas)

    def _check(self, names: set[str], columns: int, text: str, place: Place) -> None:
        if self.columns and columns > self.columns:
            message = f"this row takes {columns} columns of {self.columns}"
            self.problems.add("row-too-wide", message, place.position, "take fewer columns")
        if not names - {_EMPTY}:
            self.problems.add("value-invalid", f"{quoted(text)} names no area", place.position, "name one")

    def _named(self, name: str, offset: int, text: str, place: Place) -> bool:
        position = place.within(text, offset, len(name))
        if _AREA.fullmatch(name) is None:
            remedy = "an area's name has small letters, digits, - and _"
            self.problems.add("value-invalid", f"{quoted(name)} cannot be the name of an area", position, remedy)
            return False
        if name in self.seen:
            message = f"the area '{name}' stands in this template twice"
            self.problems.add("area-duplicate", message, position, "give one of the two another name")
            return False
        self.seen.add(name)
        return True
