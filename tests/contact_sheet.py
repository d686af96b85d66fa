"""Make the pictures of the README from the tool's own pages: build, rasterise with PDFium, save small PNG.

python tests/contact_sheet.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from factsheet import build

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
DESK = (198, 202, 205)  # the grey of the desk that pages lie on
GAP = 24
HEIGHT = 720  # of the tallest page on the contact sheet, in pixels
STATISTICS = 2  # the page that opens the README


def page_image(path: Path, height: int, number: int = 0) -> Image.Image:
    """Return a page of *path* in RGB, *height* pixels high."""
    page = pypdfium2.PdfDocument(path)[number]
    return (
        page.render(scale=2 * height / page.get_height())
        .to_pil()
        .convert("RGB")
        .resize((round(page.get_width() * height / page.get_height()), height), Image.Resampling.LANCZOS)
    )


def sheet(images: list[Image.Image]) -> Image.Image:
    """Return *images* side by side on a grey desk, tops aligned."""
    width = sum(image.width for image in images) + GAP * (len(images) + 1)
    desk = Image.new("RGB", (width, max(image.height for image in images) + 2 * GAP), DESK)
    x = GAP
    for image in images:
        desk.paste(image, (x, GAP))
        x += image.width + GAP
    return desk


def save(image: Image.Image, path: Path) -> None:
    """Save with a palette: a page has few colours, and a picture in a repository should be small."""
    path.parent.mkdir(exist_ok=True)
    image.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Build every sample; save the page of statistics, and a contact sheet of all pages."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [delivery.path for delivery in build(start=ROOT, out=Path(folder)) if delivery.path]
        pages = [(path, number) for path in paths for number in range(len(pypdfium2.PdfDocument(path)))]
        heights = [pypdfium2.PdfDocument(path)[number].get_height() for path, number in pages]
        tallest = max(heights)
        images = [
            page_image(path, round(HEIGHT * height / tallest), number)
            for (path, number), height in zip(pages, heights, strict=True)
        ]
        save(page_image(paths[0], 1100, STATISTICS), DOCS / f"{paths[0].stem}.png")
        save(sheet(images), DOCS / "contact-sheet.png")


if __name__ == "__main__":
    main()
