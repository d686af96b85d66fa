"""Pictures and icons: read from the project, and checked before anything decodes them."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .files import inside, read_bytes
from .report import did_you_mean, listed, quoted
from .svg import MAX_SVG, read_svg

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..model.brand import Colour
    from ..model.drawing import Drawing
    from ..model.image import IconFile, PictureFile
    from ..problems import Position
    from .project import Project
    from .report import Problems

ICONS = "icons"

MAX_BYTES = 20 * 1024 * 1024
"""Bytes of a picture: several times what an A4 page at 300 ppi needs as JPEG."""

MAX_PIXELS = 40_000_000
"""Pixels: an A3 page at 400 ppi. A small file may claim billions, and would be decoded into as many bytes."""

FORMATS = {"JPEG", "PNG"}
MODES = {"1", "L", "P", "RGB", "RGBA", "LA", "PA"}


@dataclass(frozen=True, slots=True)
class Pictures:
    """Reads the pictures and icons of one sheet.

    Attributes:
        folder: the sheet's, from which pictures are named.
        project: says where the root is, which pictures may not leave, and where icons lie.
        colours: the brand's, by role and palette name, which vectors are painted in; None where there is no brand.
        problems: takes what is wrong.
    """

    folder: Path
    project: Project
    colours: Mapping[str, Colour] | None
    problems: Problems

    def picture(self, picture: PictureFile, position: Position, where: str) -> PictureFile:
        """Return *picture* with its bytes or vectors and its size; where it cannot be used, a problem at *position*."""
        name = PurePosixPath(picture.path)
        path, said = self.folder / name, quoted(picture.path, 80)
        if name.is_absolute() or "\\" in picture.path or not inside(path, self.project.root):
            remedy = "put it into the sheet's folder images/"
            self.problems.add("path-outside", f"{said} lies outside the project", position, remedy, where=where)
            return picture
        if name.suffix.lower() == ".svg":
            drawing = self._vectors(path, picture.path, position)
            return (
                picture
                if drawing is None
                else replace(picture, drawing=drawing, width=drawing.width, height=drawing.height)
            )
        data = read_bytes(path, picture.path, MAX_BYTES, self.problems, position)
        if data is None:
            return picture
        fault, width, height = _size(data)
        if fault:
            remedy = "save it as JPEG or PNG in RGB or grey"
            self.problems.add("picture-invalid", f"{said} {fault}", position, remedy, where=where)
        return replace(picture, data=data, width=width, height=height)

    def icon(self, icon: IconFile, position: Position, where: str) -> IconFile:
        """Return *icon* with its vectors; one that does not exist is a problem at *position*."""
        folder = self.project.data / ICONS
        known = sorted(path.stem for path in folder.glob("*.svg"))
        if icon.name not in known:
            message, remedy = f"there is no icon {quoted(icon.name)}", f"the icons are {listed(known, 40)}"
            caret = did_you_mean(icon.name, known)
            self.problems.add("icon-unknown", message, position, remedy, caret, where)
            return icon
        path = folder / f"{icon.name}.svg"
        return replace(icon, drawing=self._vectors(path, self.project.relative(path), position))

    def _vectors(self, path: Path, said: str, position: Position) -> Drawing | None:
        data = read_bytes(path, said, MAX_SVG, self.problems, position)
        if data is None or self.colours is None:
            return None
        return read_svg(data, self.project.relative(path.resolve()), self.colours, self.problems)


def _size(data: bytes) -> tuple[str, int, int]:
    """Return what is wrong with a picture, or nothing, and its width and height; its pixels are decoded once."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=sorted(FORMATS)) as image:
            warnings.simplefilter("ignore")  # Pillow warns of large pictures; they are refused here
            width, height = image.size
            if width * height > MAX_PIXELS:
                return f"has {width} x {height} pixels, more than {MAX_PIXELS // 1_000_000} million", 0, 0
            if image.mode not in MODES:
                return f"has colours of the kind {image.mode}, which are not read", 0, 0
            image.load()
    except UnidentifiedImageError:
        return "is no JPEG or PNG", 0, 0
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, EOFError) as error:
        return f"is damaged ({type(error).__name__})", 0, 0
    return "", width, height
