"""Page geometry as a layout file gives it, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Grid:
    """The page and its columns. Column positions count from the reading start; columns are numbered from 1."""

    width: float
    height: float
    top: float
    side: float
    bottom: float
    columns: int
    gutter: float
    module: float
    bleed: float

    @property
    def measure(self) -> float:
        """Width of all columns."""
        return self.width - 2 * self.side

    @property
    def column(self) -> float:
        """Width of one column."""
        return (self.measure - (self.columns - 1) * self.gutter) / self.columns

    def span(self, columns: int) -> float:
        """Return the width of *columns* columns with the gutters between them."""
        return self.column * columns + self.gutter * (columns - 1)

    def start(self, column: int) -> float:
        """Return the x of the start edge of *column*."""
        return self.side + (column - 1) * (self.column + self.gutter)


@dataclass(frozen=True, slots=True)
class Area:
    """A named area: columns *first* to *last*."""

    name: str
    first: int
    last: int

    @property
    def columns(self) -> int:
        """How many columns it spans."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Row:
    """Areas side by side. *height* is a floor, never a ceiling; *lead* marks the row that opens the page."""

    areas: tuple[Area, ...]
    height: float | None = None
    bleed: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Rows on a tint that runs to the bleed; *role* is the colour."""

    role: str
    rows: tuple[Row, ...]
    height: float | None = None
    padding: float = 0.0


@dataclass(frozen=True, slots=True)
class Template:
    """The rows of one kind of page."""

    name: str
    rows: tuple[Row | Band, ...]
    head: tuple[str, ...]
    foot: tuple[str, ...]

    def areas(self) -> Iterator[Area]:
        """Yield every area in reading order."""
        for row in self.rows:
            for inner in row.rows if isinstance(row, Band) else (row,):
                yield from inner.areas


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout file, checked. *body* is where content starts, *foot* the top of the footer line, from the page top."""

    name: str
    grid: Grid
    body: float
    foot: float
    templates: tuple[Template, ...]

    def template(self, name: str) -> Template | None:
        """Return the template called *name*."""
        return next((template for template in self.templates if template.name == name), None)
