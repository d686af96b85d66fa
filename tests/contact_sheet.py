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
SMALL = 560  # of the pages of translations
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


def sheet(rows: list[list[Image.Image]]) -> Image.Image:
    """Return *rows* of images side by side on a grey desk, tops aligned."""
    width = max(sum(image.width for image in row) + GAP * (len(row) + 1) for row in rows)
    heights = [max(image.height for image in row) for row in rows]
    desk = Image.new("RGB", (width, sum(heights) + GAP * (len(rows) + 1)), DESK)
    y = GAP
    for row, height in zip(rows, heights, strict=True):
        x = GAP
        for image in row:
            desk.paste(image, (x, y))
            x += image.width + GAP
        y += height + GAP
    return desk


def save(image: Image.Image, path: Path) -> None:
    """Save with a palette: a page has few colours, and a picture in a repository should be small."""
    path.parent.mkdir(exist_ok=True)
    image.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Build every sample; save the page of statistics, a sheet of all pages in English, and one of all languages."""
    with tempfile.TemporaryDirectory() as folder:
        made = build(start=ROOT, out=Path(folder), languages=("all",))
        paths = [delivery.path for delivery in made if delivery.path and delivery.language == "en"]
        pages = [(path, number) for path in paths for number in range(len(pypdfium2.PdfDocument(path)))]
        heights = [pypdfium2.PdfDocument(path)[number].get_height() for path, number in pages]
        images = [
            page_image(path, round(HEIGHT * height / max(heights)), number)
            for (path, number), height in zip(pages, heights, strict=True)
        ]
        save(page_image(paths[0], 1100, STATISTICS), DOCS / f"{paths[0].stem}.png")
        save(sheet([images]), DOCS / "contact-sheet.png")
        translated = [delivery.path for delivery in made if delivery.path and delivery.language != "en"]
        rows = [
            [page_image(path, SMALL, number) for number in range(len(pypdfium2.PdfDocument(path)))]
            for path in translated
        ]
        save(sheet([row for row in rows if row]), DOCS / "languages.png")


if __name__ == "__main__":
    main()
