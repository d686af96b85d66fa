"""A row of key figures as one picture: every tile shares its baselines, its size of number and its stem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from ..model.content import Content, Picture
from ..options import Block, FactName, Options, TextField
from .head import alt, refuse, shown, unit_words
from .marks_of_tiles import STEM_GAP, Mark, Note, mark_of
from .reckoned import Change, Kind, change
from .tile import HEIGHT, MARK_TOP, Tile
from .timeline import before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Fact, Point, Printed
    from ..model.words import Words

LEAST_SIZE = 0.6
"""The widest number sets the size of all, down to this share of the role's; then a tile is too narrow for it."""

TINIEST, WIDEST_GUTTER, GUTTER = 4.0, 24.0, 12.0
Moment = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$")]


def _tile(value: Any) -> Any:
    return {"fact": value} if isinstance(value, str) else value


class TileItem(Options):
    """One tile."""

    fact: FactName = Field(description="The number; its latest point, or the one named.")
    label: TextField | None = Field(default=None, description="What it counts; the label of the fact if left out.")
    text: TextField | None = Field(
        default=None, description="The line under the number, in place of the change, or of unit and time."
    )
    since: Moment | None = Field(
        default=None, description="The point that the change starts from; the first one if left out."
    )
    change: Kind = Field(
        default="auto", description="How the change is said; auto is times from threefold on, else the difference."
    )
    note: TextField | None = Field(
        default=None, description="A caption of up to three lines, in place of the mark under the number."
    )


TileField = Annotated[TileItem, BeforeValidator(_tile)]


class Tiles(Block):
    """Two to five key figures side by side, each with its change and a small mark of how it came about.

    Six points or more without a gap make a sparkline; fewer make bars of then and now, and of a higher value between.
    """

    name: ClassVar[str] = "tiles"
    shorthand: ClassVar[str | None] = "items"

    items: Annotated[
        tuple[TileField, ...], Field(min_length=2, max_length=5, description="The tiles: facts, or mappings with more.")
    ]

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return one picture as wide as the block."""
        tiles = tuple(_composed(words, item) for item in self.items)
        row = TileRow(tiles, brand.rule)
        said = alt(words, words.phrase("key-figures"), "", ((tile.labels[0], tile.said) for tile in tiles))
        return (Picture(row.draw, row.height, said),)

    def fact_names(self) -> Iterator[tuple[str, str]]:
        """Yield the facts that the tiles name, and the points that changes start from."""
        yield from super().fact_names()
        for index, item in enumerate(self.items):
            if item.since is not None:
                yield f"items.{index}.since", f"{item.fact.partition('@')[0]}@{item.since}"


def _composed(words: Words, item: TileItem) -> Tile:
    fact, now = words.point(item.fact)
    then = _then(fact, now, item.since)
    printed = words.printed(fact, now)
    changed = change(words, fact, then, now, item.change) if then is not None and item.text is None else None
    mark: Mark | None = Note(words.plain(item.note)) if item.note is not None else mark_of(words, fact, then, now)
    own = words.plain(item.label) if item.label is not None else ""
    labels = (own,) if own else tuple(dict.fromkeys(filter(None, (fact.label, fact.short))))
    since = "" if then is None else words.printed(fact, then).when
    unit = unit_words(words, fact) if item.text is None else ""
    own_line = words.plain(item.text) if item.text is not None else ""
    line = own_line
    if not changed and not line:
        line, unit = words.phrase("comma").join(filter(None, (unit, _time(words, now)))), ""
    return Tile(
        labels=labels,
        unit=unit,
        printed=printed,
        number=shown(words, fact, printed),
        change=changed,
        since=words.phrase("since", when=since) if changed else "",
        line=line,
        mark=mark,
        said=_said(words, printed, changed, since, mark, own_line),
        comma=words.phrase("comma"),
    )


def _then(fact: Fact, now: Point, since: str | None) -> Point | None:
    """Return the point that the change starts from: the one asked for, else the first with a value before *now*."""
    if since is None:
        return next((p for p in fact.drawn if p.value is not None and before(p.at, now.at)), None)
    found = next((p for p in fact.drawn if str(p.at) == since), None)
    if found is None or found.value is None:
        refuse("point-empty", f"'{fact.id}' has no published value at {since}", "name a point that has one")
    return found


def _time(words: Words, point: Point) -> str:
    """Return the time of a lone point, in full: a year that is only that of the publication says so."""
    said = words.date(point.at)
    return words.phrase("edition-long", year=said) if point.edition else said


def _said(words: Words, printed: Printed, changed: Change | None, since: str, mark: Mark | None, line: str) -> str:
    """Return what an alt text says of a tile: the value, the change, every value that its mark shows, its caption."""
    said = [words.phrase("alt-when", value=printed.prose, when=printed.when)]
    if changed is not None:
        said.append(f"{changed.said} {words.phrase('since', when=since)}")
    if mark is not None:
        said += mark.said(words)
    return words.phrase("comma").join(filter(None, (*said, line)))


@dataclass(frozen=True, slots=True)
class TileRow:
    """The drawing; *rule* is the weight of the line over each tile."""

    tiles: tuple[Tile, ...]
    rule: float

    @property
    def height(self) -> float:
        """Natural height: that of the tallest tile."""
        return HEIGHT if any(tile.mark is not None for tile in self.tiles) else MARK_TOP

    def draw(self, surface: Surface) -> None:
        """Draw the tiles, their numbers in one size and their stems at one place."""
        tracks = _tracks(surface, len(self.tiles))
        size = min(tile.share(surface, width) for tile, (_, width) in zip(self.tiles, tracks, strict=True))
        size = max(LEAST_SIZE, min(1.0, size))
        stem = max((tile.mark.times(surface) for tile in self.tiles if tile.mark is not None), default=0.0) + STEM_GAP
        for tile, (x, width) in zip(self.tiles, tracks, strict=True):
            surface.rectangle(x, 0, width, self.rule, "ink")
            tile.draw(surface, x, width, size, stem)


def _tracks(surface: Surface, count: int) -> list[tuple[float, float]]:
    """Return start and width of each tile. They keep the gutter of the grid, and so its columns where these divide."""
    gutter = -surface.width % surface.pitch if surface.pitch > 0 else 0.0
    gutter = gutter if TINIEST <= gutter <= WIDEST_GUTTER else GUTTER
    width = (surface.width - gutter * (count - 1)) / count
    return [(i * (width + gutter), width) for i in range(count)]
