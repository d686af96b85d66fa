"""The drawing of a dot map: the whole Earth between two parallels, and an inset in the sea."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.drawing import Drawing
from ..model.geometry import Box
from .dot_map_inset import CAPTION, CAPTION_GAP, enlarge
from .dot_map_labels import arrange
from .dot_map_sheet import DOT, PITCH, SIGN_CLEAR, View, dots_of, grown, pitch_of
from .dot_map_spots import SIZE, Name, Room
from .land import NORTH, SOUTH, extent
from .projection import WIDTH, Projection, northing

if TYPE_CHECKING:
    from ..model.content import Surface
    from .dot_map_inset import Enlargement, Inset
    from .dot_map_lines import Line
    from .dot_map_sheet import Pin

    Points = tuple[tuple[float, float], ...]

MERIDIAN = 11.0
"""Central meridian in degrees: the map is cut in the Bering Strait, where no land is."""

BEYOND = 2.0  # points kept beyond a place that lies farther north or south than the land that is drawn
EDGE = 1.5  # points over the first and under the last row of dots
FRAME, LEADER = 0.8, 0.6  # weights of lines
FRAME_CLEAR, NAME_CLEAR = 2.0, 1.5
BOLD, SEMIBOLD = 700, 600


@dataclass(frozen=True, slots=True)
class MapChart:
    """The drawing."""

    pins: tuple[Pin, ...]
    inset: Inset | None

    def height(self, width: float) -> float:
        """Return its height in points: that of the land, or more where a place lies beyond it in the north or south."""
        north, south = self._ends(width)
        return (north - south) * width / WIDTH

    def _ends(self, width: float) -> tuple[float, float]:
        """Return the upper and the lower end of the map, in radii of the globe north of the equator."""
        radius = width / WIDTH
        edges = [(northing(pin.place.latitude), (pin.reach + BEYOND) / radius) for pin in self.pins]
        north = max(northing(NORTH) + EDGE / radius, *(at + reach for at, reach in edges))
        return north, min(northing(SOUTH) - EDGE / radius, *(at - reach for at, reach in edges))

    def draw(self, surface: Surface) -> None:
        """Draw land, frames, signs and names."""
        pitch = pitch_of(surface.width)
        views: tuple[View, ...] = (self._whole(surface),)
        placed = None
        if self.inset is not None:
            placed = enlarge(self.inset, views[0], dots_of(views[0], pitch).count)
            views = _parted(views[0], placed, _caption(surface, self.inset, placed))
        drawn = [_view(surface, view, pitch) for view in views]
        surface.dots(tuple(dot for land, _ in drawn for dot in land), DOT * pitch / PITCH, "land")
        for box in (placed.frame, placed.part) if placed is not None else ():
            _outline(surface, box)
        for leader in (line for _, leaders in drawn for line in leaders):
            surface.line(leader, "ink", LEADER)
        places = [pair for view in views for pair in zip(view.pins, view.points(), strict=True)]
        items = tuple(shape for pin, (x, y) in places for shape in pin.shapes(x, surface.height - y))
        surface.vectors(Drawing(surface.width, surface.height, items, mirror=False), 0, 0, surface.width)

    def _whole(self, surface: Surface) -> View:
        """Return the whole map: its land in the middle, or against the far side where an inset needs the sea."""
        scale, frame = surface.width / WIDTH, Box(0, 0, surface.width, surface.height)
        west, east = (edge * scale for edge in extent(MERIDIAN))
        middle = (surface.width - west - east) / 2
        if self.inset is not None:
            middle = surface.width - east - DOT if self.inset.at_left else DOT - west
        y = scale * self._ends(surface.width)[0]
        view = View(frame, frame, Projection(scale, middle, y, MERIDIAN), self.pins)
        for x, _, reach in view.discs(0.0):  # a place on an island may lie farther out than the continents
            middle += max(0.0, reach - x) - max(0.0, x + reach - surface.width)
        return replace(view, projection=replace(view.projection, x=middle))


def _parted(whole: View, placed: Enlargement, caption: Box) -> tuple[View, View]:
    """Return the map without the places of the inset, and the inset with them."""
    frame, projection = placed.frame, placed.projection(whole.projection)
    inset = View(grown(frame, -FRAME), grown(frame, -FRAME_CLEAR), projection, whole.pins)
    held = [disc for disc in inset.discs(FRAME) if _holds(frame, disc)]
    inner = tuple(pin for pin, disc in zip(whole.pins, inset.discs(FRAME), strict=True) if disc in held)
    outer = tuple(pin for pin in whole.pins if pin not in inner)
    walls = (*(grown(box, FRAME_CLEAR) for box in (frame, placed.part)), caption)
    hidden = (grown(frame, FRAME_CLEAR), grown(caption, NAME_CLEAR))
    return replace(whole, pins=outer, walls=walls, hidden=hidden), replace(inset, pins=inner)


def _holds(frame: Box, disc: tuple[float, float, float]) -> bool:
    x, y, radius = disc
    return frame.x <= x - radius and x + radius <= frame.end and frame.y <= y - radius and y + radius <= frame.bottom


def _outline(surface: Surface, box: Box) -> None:
    across = box.x + box.width / 2  # begun in a side, so that the corners are joined
    corners = ((box.end, box.y), (box.end, box.bottom), (box.x, box.bottom), (box.x, box.y))
    surface.line(((across, box.y), *corners, (across, box.y)), "ink", FRAME)


def _caption(surface: Surface, inset: Inset, placed: Enlargement) -> Box:
    """Set the line over the inset; return its box."""
    width, y = surface.measure(inset.label, "caption"), placed.caption
    x = placed.frame.x if inset.at_left else placed.frame.end - width
    surface.label(inset.label, x, y, "caption", room=surface.width)
    return Box(x, y - CAPTION, width, CAPTION + CAPTION_GAP)


def _view(surface: Surface, view: View, pitch: float) -> tuple[Points, tuple[Line, ...]]:
    """Set the names of a view; return the dots of its land that names and signs leave, and the leaders of names."""
    dots = dots_of(view, pitch)
    names = tuple(_name(surface, pin, point) for pin, point in zip(view.pins, view.points(), strict=True))
    spots = arrange(names, Room(view.room, view.walls, dots.share))
    for name, spot in zip(names, spots, strict=True):
        room, weight = 0.0 if spot.lost else view.room.width, _weight(name.loud)
        surface.label(name.text, spot.x, spot.y, "axis", colour="ink", weight=weight, size=SIZE, room=room)
    boxes = (*view.hidden, *(grown(spot.box, NAME_CLEAR) for spot in spots))
    leaders = tuple(spot.leader for spot in spots if spot.leader is not None)
    return dots.without(boxes, view.discs(SIGN_CLEAR)), leaders


def _name(surface: Surface, pin: Pin, point: tuple[float, float]) -> Name:
    width = surface.measure(pin.label, "axis", weight=_weight(pin.loud), size=SIZE)
    return Name(pin.label, *point, pin.reach, width, pin.loud)


def _weight(loud: bool) -> int:
    return BOLD if loud else SEMIBOLD
