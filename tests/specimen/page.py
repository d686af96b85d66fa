"""A page of one sentence in fourteen languages, set by the text engine with the faces of a brand.

``python -m specimen.page OUT.pdf`` (with ``src`` and ``tests`` on the path) writes it; to be looked at glyph by glyph.
"""

from __future__ import annotations

import re
import sys
import tomllib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factsheet.model.content import Span, plain
from factsheet.model.geometry import Box
from factsheet.model.placed import Metadata, Placed, PlacedLine, PlacedPage
from factsheet.model.tag import Tag
from factsheet.pages.document import paint
from factsheet.pdf.canvas import ScreenCanvas
from factsheet.pdf.finish import finish
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS
from factsheet.text.scripts import script_of_language
from factsheet.text.typesetter import Typesetter

if TYPE_CHECKING:
    from factsheet.model.brand import Brand
    from factsheet.model.content import Text

ROOT = Path(__file__).parents[2]
LEFT, TOP, MEASURE, WIDTH, HEIGHT = 90.0, 56.0, 430.0, 595.0, 842.0
_MARKUP = re.compile(r"\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)|([^*\[]+)")


class Block(NamedTuple):
    """One language on the page: what is written, and where it stands, in points from the top left corner."""

    language: str
    text: str
    box: Box


def sentences() -> dict[str, Text]:
    """Return the sentence of each language as spans."""
    table = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))
    return {language: _spans(entry["text"]) for language, entry in table.items()}


def _spans(text: str) -> Text:
    spans = []
    for bold, coloured, link, address, other in _MARKUP.findall(text):
        if bold:
            spans.append(Span(bold, bold=True))
        elif coloured:
            spans.append(Span(coloured, colour="accent_text"))
        elif link:
            spans.append(Span(link, colour="accent_text", href=address))
        else:
            spans.append(Span(other))
    return tuple(spans)


def brand() -> Brand:
    """Return the brand of the first sample."""
    project, paths = locate(("iom-snapshot/2018",), ROOT)
    return read_edition(paths[0], project, BLOCKS).brand


def page(role: str = "intro", *, family: str | None = None) -> tuple[bytes, list[Block]]:
    """Return the PDF and its blocks; *family* is another family role than that of *role*."""
    made = brand()
    placed: list[Placed] = []
    blocks: list[Block] = []
    y = TOP
    for language, text in sentences().items():
        right_to_left = script_of_language(language) == "Arab"
        scale = made.scale_of(script_of_language(language))
        if family:
            scale = {name: style.but(family=family) for name, style in scale.items()}
        setter = Typesetter(made.faces, scale, language, right_to_left)
        leading = scale[role].leading
        lines = setter.lines(text, role, MEASURE)
        assert not any(line.missing for line in lines), f"{language}: {[line.missing for line in lines]}"
        starts = [LEFT + (MEASURE - line.width if right_to_left else 0) for line in lines]
        set_lines = [
            PlacedLine(line, x, y + setter.baseline(role) + leading * index)
            for index, (line, x) in enumerate(zip(lines, starts, strict=True))
        ]
        box = Box(LEFT, y, MEASURE, leading * len(lines))
        label = Typesetter(made.faces, made.scale, "en").line(language, "caption")
        placed.append(Placed(box, Tag("P"), lines=(PlacedLine(label, 40, y + setter.baseline(role)),)))
        actual = plain(text) if right_to_left else None
        placed.append(Placed(box, Tag("P", actual=actual, lang=language), lines=tuple(set_lines)))
        blocks.append(Block(language, plain(text), box))
        y += box.height + 9
    metadata = Metadata("Specimen", made.name, "One sentence in fourteen languages", "en", "2024-01-01")
    pages = (PlacedPage(WIDTH, HEIGHT, 0, tuple(placed)),)
    return finish(paint(pages, metadata, partial(ScreenCanvas, brand=made, metadata=metadata))), blocks


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(page()[0])
