"""Pictures and icons that authors bring: files that read has loaded and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .drawing import Drawing


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as an option names it; read fills in the rest.

    Attributes:
        path: as written, from the folder of the sheet.
        data: the bytes of a JPEG or PNG file.
        width, height: in pixels, or in units of an SVG file.
        drawing: the vectors of an SVG file.
    """

    path: str
    data: bytes = b""
    width: float = 0
    height: float = 0
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class IconFile:
    """An icon as an option names it: the stem of an SVG file in the project's icons, in one colour."""

    name: str
    drawing: Drawing | None = None
