"""matplotlib artists to a Drawing. An artist's gid names the roles of its colours: ``fill=accent;stroke=ink``.

matplotlib hands colours on as numbers, so that two roles of one colour could not be told apart; the gid can.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from ..model.drawing import Shape, number, numbers

if TYPE_CHECKING:
    from matplotlib.transforms import Transform

CAPS, JOINS = {"butt": 0, "round": 1, "projecting": 2}, {"miter": 0, "round": 1, "bevel": 2}


def operators(path: Path, transform: Transform) -> str:
    """Return *path* in PDF's path operators (ISO 32000-1, 8.5.2); a quadratic curve becomes a cubic one."""
    out: list[str] = []
    x0 = y0 = 0.0
    for vertices, code in path.iter_segments(transform, simplify=False, curves=True):
        v = [float(value) for value in vertices]
        if code == Path.MOVETO:
            out.append(f"{numbers(*v)} m")
        elif code == Path.LINETO:
            out.append(f"{numbers(*v)} l")
        elif code == Path.CURVE3:
            x1, y1, x2, y2 = v
            control = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3, x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3)
            out.append(f"{numbers(*control, x2, y2)} c")
        elif code == Path.CURVE4:
            out.append(f"{numbers(*v)} c")
        elif code == Path.CLOSEPOLY:
            out.append("h")
            continue
        x0, y0 = v[-2:]
    return " ".join(out)


class Recorder(RendererBase):
    """Records what artists draw as Shapes, in points, y up."""

    def __init__(self, width: float, height: float) -> None:
        """Take the size in points; 72 dots an inch make a pixel of matplotlib's one point."""
        super().__init__()
        self.width, self.height, self.dpi = width, height, 72
        self.shapes: list[Shape] = []
        self._roles: list[dict[str, str]] = [{}]

    def flipy(self) -> bool:
        """Say that y runs up, as in PDF."""
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size in points."""
        return self.width, self.height

    def points_to_pixels(self, points: Any) -> Any:
        """Return *points*: they are the unit."""
        return points

    def open_group(self, s: str, gid: str | None = None) -> None:
        """Read the roles of the artist that begins."""
        pairs = (pair.split("=") for pair in gid.split(";")) if gid else ()
        self._roles.append(dict(pairs) if gid else self._roles[-1])

    def close_group(self, s: str) -> None:
        """Forget them."""
        self._roles.pop()

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803 # the base class names it
    ) -> None:
        """Record one path."""
        self.shapes.append(self._shape(gc, operators(path, transform)))

    def draw_path_collection(
        self,
        gc: GraphicsContextBase,
        master_transform: Transform,
        paths: Any,
        all_transforms: Any,
        offsets: Any,
        offset_trans: Transform,
        *style: Any,
        **options: Any,
    ) -> None:
        """Record one path with the places where it is stamped: a tenth of the bytes of single artists."""
        if len(paths) != 1:
            super().draw_path_collection(
                gc, master_transform, paths, all_transforms, offsets, offset_trans, *style, **options
            )
            return
        own = Affine2D(all_transforms[0]) + master_transform if len(all_transforms) else master_transform
        at = tuple((round(float(x), 2), round(float(y), 2)) for x, y in offset_trans.transform(offsets))
        self.shapes.append(self._shape(gc, operators(paths[0], own), at))

    def _shape(self, gc: GraphicsContextBase, path: str, at: tuple[tuple[float, float], ...] = ()) -> Shape:
        roles = self._roles[-1]
        stroke = roles.get("stroke")
        clip, transform = cast("tuple[Path | None, Transform]", gc.get_clip_path())
        return Shape(
            path,
            fill=roles.get("fill"),
            stroke=stroke,
            width=float(roles.get("width", number(gc.get_linewidth()))) if stroke else 0.0,
            cap=CAPS[gc.get_capstyle()] if stroke else 0,
            join=JOINS[gc.get_joinstyle()] if stroke else 0,
            clip=operators(clip, transform) if clip is not None else None,
            at=at,
        )
