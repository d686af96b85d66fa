"""Rows of a template: ``lede 7 . 1 drivers 4`` and its longer forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from ..model.brand import FALLBACK_ROLES, ROLES
from ..model.layout import Area, Band, Row, Side, Split
from ..options import Flag, Options
from .report import did_you_mean, listed, quoted
from .validate import validated
from .values import Length, PositiveLength, Text, described, whole

if TYPE_CHECKING:
    from .document import Place
    from .report import Problems

_TOKEN = re.compile(r"\S+")
_AREA = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
_COUNT = re.compile(r"[1-9]\d?", re.ASCII)
_EMPTY = "."

SPLIT_GAP = 22.0
"""Points between the columns of a split, and between a tint and what stands on it: nearly two gutters."""

SIDE_GUTTER = 12.0
MOST_SIDES = 4


class AreaRow(Options):
    """One area over all columns."""

    area: Text
    height: PositiveLength | None = None
    bleed: Flag = False
    flush: Flag = False


class WideRow(Options):
    """Areas side by side, with a height."""

    row: Text
    height: PositiveLength | None = None
    bleed: Flag = False
    flush: Flag = False


class SplitRow(Options):
    """Columns of the page side by side, each with rows of its own."""

    split: list[Any]
    gap: Length = SPLIT_GAP


class SideRow(Options):
    """One column of a split."""

    rows: list[Any]
    width: PositiveLength | None = None
    columns: Annotated[int, BeforeValidator(whole(1, 48))] = 1
    gutter: Length = SIDE_GUTTER
    fill: Text | None = None
    bleed: Flag = False
    art: Flag = False


class BandRow(Options):
    """Rows on a tint."""

    band: Text
    rows: list[Any]
    height: PositiveLength | None = None
    padding: Length = 0.0
    art: Flag = False
    flush: Flag = False
    floor: Flag = False
    top: Flag = False
    gap: Length = 12.0
    clear: Annotated[int, BeforeValidator(whole(0, 48))] = 0
    art_height: Annotated[PositiveLength | None, Field(alias="art-height")] = None


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one template; *columns* is 0 where the grid is not known."""

    columns: int
    problems: Problems
    seen: set[str] = field(default_factory=set)

    def template(self, raw: list[Any], place: Place) -> tuple[Row | Band | Split, ...]:
        """Return the rows of a template: rows and bands, or one split."""
        if not any(isinstance(value, dict) and "split" in value for value in raw):
            return self.rows(raw, place)
        if len(raw) > 1:
            message = "a split is the whole page, from its first row to the foot"
            self.problems.add("split-alone", message, place.key, "move the other rows into its columns")
        at = next(i for i, value in enumerate(raw) if isinstance(value, dict) and "split" in value)
        split = self._split(raw[at], place.at(at))
        return () if split is None else (split,)

    def rows(self, raw: list[Any], place: Place) -> tuple[Row | Band, ...]:
        """Return the rows that are well written; those that are not are problems."""
        if not raw:
            self.problems.add("value-invalid", "one row or more is wanted here", place.key, "write its rows")
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
            return None if one is None else self._made(one.area, place.at("area"), one)
        if isinstance(value, dict) and "row" in value:
            wide = validated(WideRow, value, place, self.problems)
            return None if wide is None else self._made(wide.row, place.at("row"), wide)
        message = f"a row is wanted here, not {described(value)}"
        remedy = "write 'left 6 right 6', {area: …}, {row: …}, {band: …, rows: […]}, or one {split: […]}"
        self.problems.add("value-invalid", message, place.position, remedy)
        return None

    def _split(self, value: dict[str, Any], place: Place) -> Split | None:
        split = validated(SplitRow, value, place, self.problems)
        if split is None:
            return None
        if not 2 <= len(split.split) <= MOST_SIDES:
            message = f"a split has 2 to {MOST_SIDES} columns, not {len(split.split)}"
            self.problems.add("value-invalid", message, place.at("split").key, "write a row instead")
        sides = (self._side(side, place.at("split", index)) for index, side in enumerate(split.split))
        return Split(tuple(side for side in sides if side is not None), split.gap)

    def _side(self, value: Any, place: Place) -> Side | None:
        side = validated(SideRow, value, place, self.problems)
        if side is None:
            return None
        fill = None if side.fill is None else self._role(side.fill, place.at("fill"))
        rows = RowReader(side.columns, self.problems, self.seen).rows(side.rows, place.at("rows"))
        return Side(rows, side.columns, side.gutter, side.width, fill, side.bleed, side.art)

    def _role(self, name: str, place: Place) -> str:
        roles = (*ROLES, *FALLBACK_ROLES)
        role = name.replace("-", "_")
        if role not in roles:
            message, caret = f"no role of colour is called {quoted(name)}", did_you_mean(role, roles)
            self.problems.add("colour-unknown", message, place.position, f"the roles are {listed(roles, 20)}", caret)
        return role

    def _band(self, value: dict[str, Any], place: Place) -> Band | None:
        band = validated(BandRow, value, place, self.problems)
        if band is None:
            return None
        role = self._role(band.band, place.at("band"))
        if not band.rows:
            self.problems.add("value-invalid", "a band has one row or more", place.at("rows").key, "write its rows")
        read = (self._plain(row, place.at("rows", index)) for index, row in enumerate(band.rows))
        return Band(
            role,
            tuple(row for row in read if row is not None),
            band.height,
            band.padding,
            band.art,
            band.flush,
            band.floor,
            band.top,
            band.gap,
            band.clear,
            band.art_height,
        )

    def _made(self, text: str, place: Place, given: AreaRow | WideRow | None = None) -> Row | None:
        areas = self._areas(text, place)
        if not areas:
            return None
        return Row(areas) if given is None else Row(areas, given.height, given.bleed, given.flush)

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
