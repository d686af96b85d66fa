"""A map of the world in dots, its places marked by shape and colour; a crowded part is shown again, enlarged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from ..model.content import Cell, Columns, Content, Heading, Ornament, Paragraph, Picture
from ..model.message import Message
from ..model.signs import SignName, sign_drawing
from ..options import Block, Flag, Options, PlaceField, TextField
from .dot_map_chart import MERIDIAN, MapChart
from .dot_map_inset import Inset
from .dot_map_sheet import Pin
from .projection import turned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.brand import Brand
    from ..model.words import Words

KEY_COLUMNS, KEY_SIGN, KEY_GAP = 3, 12.0, 5.0


def _named(value: Any) -> Any:
    """Let a name alone stand for a place under that name."""
    if isinstance(value, str):
        return {"place": value, "label": value}
    if isinstance(value, dict) and isinstance(value.get("place"), str):
        return {"label": value["place"], **value}
    return value


class MapPlace(Options):
    """A place on the map. A name alone is a place with that name for its label."""

    place: PlaceField = Field(description="The place, by its name in data/places.csv.")
    label: TextField = Field(
        Message(""), description="What stands beside it on the map; the name of the place if left out."
    )


class MapGroup(Options):
    """Places that are something together, under one mark."""

    mark: SignName = Field(description="The mark of its places; each differs in shape and colour.")
    label: TextField = Field(description="What its places are.")
    places: Annotated[
        tuple[Annotated[MapPlace, BeforeValidator(_named)], ...],
        Field(min_length=1, description="Its places, by their names in data/places.csv."),
    ]


class MapBounds(Options):
    """A part of the Earth between two parallels and two meridians, in degrees."""

    north: Annotated[float, Field(ge=-90, le=90, description="Its northern parallel.")]
    south: Annotated[float, Field(ge=-90, le=90, description="Its southern parallel.")]
    west: Annotated[float, Field(ge=-180, le=180, description="Its western meridian; west of Greenwich is negative.")]
    east: Annotated[float, Field(ge=-180, le=180, description="Its eastern meridian.")]

    @model_validator(mode="after")
    def _upright(self) -> MapBounds:
        if self.south >= self.north:
            message = "the southern parallel lies north of the northern one"
            raise ValueError(message)
        if turned(self.west, MERIDIAN) >= turned(self.east, MERIDIAN):
            message = "the part runs from west to east, and not across 169 degrees west, where the map is cut"
            raise ValueError(message)
        return self


class MapInset(Options):
    """A crowded part of the map, shown again two or three times as large, with a matching frame on the map."""

    label: TextField = Field(description="The line over it, such as 'The coast, enlarged'.")
    around: tuple[PlaceField, ...] = Field((), description="The places that it must show; or write bounds.")
    bounds: MapBounds | None = Field(None, description="What it shows, in degrees, instead of around.")
    at: Literal["start", "end"] = Field("start", description="The side of the map that it stands on, in the sea.")

    @model_validator(mode="after")
    def _one(self) -> MapInset:
        if bool(self.around) == (self.bounds is not None):
            message = "an inset has 'around:' with places or 'bounds:' in degrees"
            raise ValueError(message)
        return self


class DotMap(Block):
    """Places of the world by what they are. It is never mirrored: east is right in every language."""

    name: ClassVar[str] = "map"

    title: TextField | None = Field(None, description="What the map shows, as a finding; a bare map has none.")
    groups: Annotated[
        tuple[MapGroup, ...], Field(min_length=1, description="What is marked; a place in two groups has both marks.")
    ]
    inset: MapInset | None = Field(None, description="A crowded part, enlarged.")
    key: Flag = Field(True, description="Whether the marks are explained under the map, not by a list beside it.")
    disclaimer: TextField = Field(description="The line under the map: that it takes no side on borders.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return title, map, key and disclaimer."""
        chart = MapChart(self._pins(words), self._inset(words))
        picture = Picture(chart.draw, 0.0, self._alt(words), tall=chart.height, above=12, mirror=False)
        title = (Heading(words.text(self.title), 2, "h2"),) if self.title is not None else ()
        disclaimer = Paragraph(words.text(self.disclaimer), "caption", above=6)
        return (*title, picture, *(self._key(words) if self.key else ()), disclaimer)

    def _pins(self, words: Words) -> tuple[Pin, ...]:
        """Return the places in the order in which they are named; one in several groups is one pin."""
        pins: dict[tuple[float, float], Pin] = {}
        for group in self.groups:
            for entry in group.places:
                at = (entry.place.longitude, entry.place.latitude)
                known = pins.get(at, Pin(entry.place, words.plain(entry.label), ()))
                if group.mark not in known.signs:
                    known = Pin(known.place, known.label, (*known.signs, group.mark))
                pins[at] = known
        return tuple(pins.values())

    def _inset(self, words: Words) -> Inset | None:
        if self.inset is None:
            return None
        bounds = self.inset.bounds
        corners = ((bounds.west, bounds.north), (bounds.east, bounds.south)) if bounds is not None else ()
        places = tuple((place.longitude, place.latitude) for place in self.inset.around)
        at_left = (self.inset.at == "start") != words.right_to_left
        return Inset(words.plain(self.inset.label), corners or places, bounded=bool(corners), at_left=at_left)

    def _key(self, words: Words) -> tuple[Content, ...]:
        """Return the marks with what they mean, three in a row."""
        entries = [
            Columns(
                (
                    Cell((Ornament(sign_drawing(group.mark, KEY_SIGN), KEY_SIGN),), width=KEY_SIGN),
                    Cell((Paragraph(words.text(group.label), "sub"),)),
                ),
                gap=KEY_GAP,
            )
            for group in self.groups
        ]
        rows = [entries[i : i + KEY_COLUMNS] for i in range(0, len(entries), KEY_COLUMNS)]
        wide = min(KEY_COLUMNS, len(entries))
        return tuple(
            Columns(tuple(Cell((*row[i : i + 1],)) for i in range(wide)), above=4 if number else 8)
            for number, row in enumerate(rows)
        )

    def _alt(self, words: Words) -> str:
        groups = (
            words.phrase(
                "alt-value",
                name=words.plain(group.label),
                value=series(words, [words.plain(entry.label) for entry in group.places]),
            )
            for group in self.groups
        )
        said = words.phrase("separator").join(groups)
        if self.title is None:
            return words.phrase("alt-map", values=said)
        return words.phrase("alt-untitled", title=words.plain(self.title), values=said)


def series(words: Words, names: Sequence[str]) -> str:
    """Return names as a sentence lists them: with what parts a list (、 in Chinese), the last one after an 'and'."""
    if len(names) < 2:
        return "".join(names)
    return words.phrase("list-last", names=words.phrase("list-comma").join(names[:-1]), last=names[-1])
