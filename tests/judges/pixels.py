"""A PDF as pictures, for what only an eye, or a count of pixels, can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PIL import ImageChops

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

PAPER = 250  # level of the darkest channel at and above which a pixel counts as bare; leaves room for antialiasing


def render(pdf: Path, dpi: float = 72) -> list[Image]:
    """Return each page as an RGB picture, drawn by PDFium."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def inked(image: Image) -> float:
    """Return the share of pixels, 0 to 1, that are not bare paper."""
    red, green, blue = image.split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    return sum(darkest.histogram()[:PAPER]) / (image.width * image.height)
