"""The surface that figures draw on: plain matplotlib artists at final size, no Axes and no Figure.

Axes would cost ten times as much and put every mark where ticks and margins leave room for it, not where the design
wants it. A Figure would load them all the same, with polar and three-dimensional ones, for a tenth of a run's time,
and do nothing that a list does not. One collection a series, not one artist a mark.
"""

from __future__ import annotations

from math import degrees
from typing import TYPE_CHECKING, cast

from matplotlib import rc_context, rcParamsDefault
from matplotlib.collections import PathCollection
from matplotlib.patches import PathPatch, Rectangle, Wedge
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform

from ..model.drawing import Drawing
from .glyphs import GLYPHS
from .labels import LabelSurface
from .recorder import Recorder
from .rooms import set_labels

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from ..model.content import Picture
    from ..text.typesetter import Typesetter

_READ = frozenset({"hatch", "image", "lines", "patch", "path"})
DEFAULTS = {name: value for name, value in rcParamsDefault.items() if name.partition(".")[0] in _READ}
"""Those of matplotlib's own parameters that artists read. To be told its ``backend``, it would load pyplot."""

PLAIN = IdentityTransform()
INK = "black"  # any colour: the recorder reads roles, not colours
EDGE = 1.0
KEEP = 2.0  # how far a clip reaches over and under its glyph


class _Sheet:
    """What a collection asks of the figure that it is on. Patches ask for nothing."""

    dpi = 72

    def get_figure(self, root: bool) -> _Sheet:
        return self


SHEET = _Sheet()


class MatplotlibSurface(LabelSurface):
    """Turns marks into artists; y runs down here and up in matplotlib."""

    def __init__(
        self,
        width: float,
        height: float,
        typesetter: Typesetter,
        pitch: float,
        shared: float | None = None,
        *,
        against: bool = False,
    ) -> None:
        """Make an empty surface of this size in points."""
        super().__init__(width, height, typesetter, pitch, shared, against=against)
        self._recorder = Recorder(width, height)

    def rectangle(self, x: float, y: float, width: float, height: float, fill: str, *, edge: str | None = None) -> None:
        """Draw a bar. Its edge lies inside, so that the bar keeps its length."""
        self._add(Rectangle((x, self.height - y - height), width, height, linewidth=0, facecolor=INK), f"fill={fill}")
        if edge and height > EDGE:
            inner = (x + EDGE / 2, self.height - y - height + EDGE / 2)
            patch = Rectangle(inner, width - EDGE, height - EDGE, linewidth=EDGE, edgecolor=INK, fill=False)
            self._add(patch, f"stroke={edge}")

    def line(self, points: tuple[tuple[float, float], ...], colour: str, width: float) -> None:
        """Draw a polyline with butt ends."""
        path = Path([(x, self.height - y) for x, y in points])
        patch = PathPatch(path, fill=False, edgecolor=INK, linewidth=width, joinstyle="round", capstyle="butt")
        self._add(patch, f"stroke={colour}")

    def dots(
        self,
        points: tuple[tuple[float, float], ...],
        radius: float,
        fill: str,
        *,
        edge: str | None = None,
        edge_width: float = 0.0,
    ) -> None:
        """Draw discs as one collection."""
        roles = f"fill={fill}" + (f";stroke={edge};width={edge_width}" if edge else "")
        self._stamped(Path.unit_circle(), points, Affine2D().scale(radius), roles)

    def stamp(
        self, glyph: str, points: tuple[tuple[float, float], ...], height: float, fill: str, *, share: float = 1.0
    ) -> None:
        """Draw unit glyphs as one collection, clipped where only a share of one is meant."""
        outline, box_width, box_height = GLYPHS[glyph]
        path = Path([point for _, point in outline], [code for code, _ in outline])
        scale = height / box_height
        clip = None
        if share < 1:
            x, y = points[0][0], self.height - points[0][1]
            low, high, end = y - KEEP, y + height + KEEP, x + box_width * scale * share
            clip = Path([(x, low), (end, low), (end, high), (x, high), (x, low)], closed=True)
        self._stamped(path, points, Affine2D().scale(scale), f"fill={fill}", clip)

    def area(self, points: tuple[tuple[float, float], ...], fill: str) -> None:
        """Fill a polygon."""
        path = Path([(x, self.height - y) for x, y in (*points, points[0])], closed=True)
        self._add(PathPatch(path, linewidth=0, facecolor=INK), f"fill={fill}")

    def wedge(
        self, x: float, y: float, radius: float, hole: float, start: float, share: float, fill: str, *, gap: float = 0.0
    ) -> None:
        """Fill a slice of a ring; *gap* points are left free at either end, the same at every radius."""
        first, last = 90 - 360 * (start + share), 90 - 360 * start
        trim = degrees(gap / 2 / radius) if share < 1 else 0.0
        patch = Wedge((x, self.height - y), radius, first + trim, last - trim, width=radius - hole)
        patch.set(linewidth=0, facecolor=INK)
        self._add(patch, f"fill={fill}")

    def squares(self, points: tuple[tuple[float, float], ...], side: float, fill: str) -> None:
        """Draw squares as one collection."""
        unit = Path([(0, 0), (1, 0), (1, -1), (0, -1), (0, 0)], closed=True)
        self._stamped(unit, points, Affine2D().scale(side), f"fill={fill}")

    def drawing(self, *, mirror: bool) -> Drawing:
        """Return what was drawn: picture files, marks, labels."""
        labels = set_labels(self.labels, self._type)
        return Drawing(self.width, self.height, (*self.images, *self._recorder.shapes, *labels), mirror)

    def _stamped(
        self,
        path: Path,
        points: tuple[tuple[float, float], ...],
        transform: Affine2D,
        roles: str,
        clip: Path | None = None,
    ) -> None:
        offsets = [(x, self.height - y) for x, y in points]
        series = PathCollection([path], offsets=offsets, offset_transform=PLAIN, facecolors=[INK], linewidths=[0])
        series.set_transform(transform)
        series.set_figure(cast("Figure", SHEET))
        if clip is not None:
            series.set_clip_path(clip, PLAIN)
        self._add(series, roles)

    def _add(self, artist: Artist, roles: str) -> None:
        artist.set_gid(roles)
        if not artist.is_transform_set():
            artist.set_transform(PLAIN)
        artist.draw(self._recorder)


def defaults() -> AbstractContextManager[None]:
    """Draw with matplotlib's own parameters: a user's matplotlibrc is for the user's own charts."""
    return rc_context(DEFAULTS)


def draw(
    picture: Picture, width: float, height: float, typesetter: Typesetter, pitch: float, shared: float | None = None
) -> Drawing:
    """Return *picture* drawn at its final size, its labels set; inside ``defaults``."""
    surface = MatplotlibSurface(width, height, typesetter, pitch, shared, against=picture.turned)
    picture.draw(surface)
    return surface.drawing(mirror=picture.mirror)
