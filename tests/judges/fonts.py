"""The fonts of a PDF: their names, whether they are subsets, whether they are in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pikepdf import Object

PROGRAMS = (Name.FontFile, Name.FontFile2, Name.FontFile3)
TAGGED = re.compile(r"^/(?:([A-Z]{6})\+)?(.*)$")


@dataclass(frozen=True, order=True)
class EmbeddedFont:
    """A font: PostScript name, subset tag (ISO 32000-1, 9.6.4) or nothing, and whether its program is embedded."""

    name: str
    tag: str
    embedded: bool


def fonts(pdf: Path) -> list[EmbeddedFont]:
    """Return every font that a page or a form of *pdf* may use, sorted, each once."""
    with pikepdf.open(pdf) as document:
        return sorted({_described(font) for page in document.pages for font in _fonts(page.resources, set())})


def _fonts(resources: Object, seen: set[tuple[int, int]]) -> Iterator[Object]:
    yield from dict(resources.get(Name.Font, {})).values()
    for painted in dict(resources.get(Name.XObject, {})).values():
        if Name.Resources in painted and painted.objgen not in seen:
            seen.add(painted.objgen)
            yield from _fonts(painted.Resources, seen)


def _described(font: Object) -> EmbeddedFont:
    inner = font.DescendantFonts[0] if font.Subtype == Name.Type0 else font
    parts = TAGGED.match(str(font.get(Name.BaseFont, "/Type3")))
    assert parts is not None
    descriptor = inner.get(Name.FontDescriptor, Dictionary())
    embedded = font.Subtype == Name.Type3 or any(program in descriptor for program in PROGRAMS)
    return EmbeddedFont(parts[2], parts[1] or "", embedded)
