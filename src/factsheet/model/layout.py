"""Page geometry as a layout file gives it, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Frame:
    """Columns side by side: where they start, how wide all of them are. Columns are numbered from 1."""

    x: float
    width: float
    columns: int
    gutter: float

    @property
    def column(self) -> float:
        """Width of one column."""
        return (self.width - (self.columns - 1) * self.gutter) / self.columns

    @property
    def pitch(self) -> float:
        """From the start of a column to the start of the next."""
        return self.column + self.gutter

    def span(self, columns: int) -> float:
        """Return the width of *columns* columns with the gutters between them."""
        return self.column * columns + self.gutter * (columns - 1)

    def offset(self, column: int) -> float:
        """Return how far *column* starts from the start of the frame."""
        return (column - 1) * self.pitch


@dataclass(frozen=True, slots=True)
class Grid:
    """The page and its columns. Positions count from the reading start."""

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
    def frame(self) -> Frame:
        """The columns between the side margins."""
        return Frame(self.side, self.measure, self.columns, self.gutter)

    @property
    def column(self) -> float:
        """Width of one column."""
        return self.frame.column


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
    """Areas side by side. *height* is a floor, never a ceiling; *flush* rows stand straight under the one before."""

    areas: tuple[Area, ...]
    height: float | None = None
    bleed: bool = False
    flush: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Rows on a tint that runs to the bleed.

    Attributes:
        role: colour of the tint.
        height: a floor, never a ceiling.
        padding: over and under the rows.
        gap: between its rows.
        art: whether the brand's art is painted on it.
        clear: how many columns the art leaves to words.
        art_height: how far down it reaches; to the foot if None.
        flush: whether it stands straight under the row before.
        floor: whether the tint runs on to the foot of the page, under the footer.
        top: whether its rows stand at its top, not in its middle.
    """

    role: str
    rows: tuple[Row, ...]
    height: float | None = None
    padding: float = 0.0
    art: bool = False
    flush: bool = False
    floor: bool = False
    top: bool = False
    gap: float = 12.0
    clear: int = 0
    art_height: float | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One column of a split page, with rows of its own.

    Attributes:
        width: points from edge to edge; None takes what the others leave.
        fill: role of its tint, which runs to the bleed where *bleed* is on.
        art: whether the brand's art is painted on the tint.
    """

    rows: tuple[Row | Band, ...]
    columns: int
    gutter: float
    width: float | None = None
    fill: str | None = None
    bleed: bool = False
    art: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """Columns of the page side by side, from the first row to the foot; *gap* between them and inside a tint."""

    sides: tuple[Side, ...]
    gap: float


@dataclass(frozen=True, slots=True)
class Template:
    """The rows of one kind of page."""

    name: str
    rows: tuple[Row | Band | Split, ...]
    head: tuple[str, ...]
    foot: tuple[str, ...]
    body: float | None = None  # where its content starts, where that is not as the layout says

    @property
    def split(self) -> Split | None:
        """The split that the page is, if it is one: then it is the only row."""
        return next((row for row in self.rows if isinstance(row, Split)), None)

    def columns(self) -> Iterator[tuple[Area, ...]]:
        """Yield the areas of each column of the page in reading order; a page that is no split is one column."""
        for rows in [side.rows for side in self.split.sides] if self.split else [self.rows]:
            yield tuple(area for row in rows for area in _areas(row))

    def areas(self) -> Iterator[Area]:
        """Yield every area in reading order."""
        for column in self.columns():
            yield from column


def _areas(row: Row | Band | Split) -> Iterator[Area]:
    if isinstance(row, Row):
        yield from row.areas
    elif isinstance(row, Band):
        for inner in row.rows:
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
