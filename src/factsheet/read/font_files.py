"""Font files that a brand asks for: read, and refused where they are damaged or may not be embedded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.brand import FaceFile
from .files import fault, read_bytes
from .report import quoted
from .sfnt import REGULAR, SfntError, read_sfnt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ..problems import Position
    from .report import Problems
    from .sfnt import Sfnt

    Range = tuple[int, int]

MAX_FONT = 64 * 1024 * 1024
"""Bytes: twice the largest font of one face that is made, one with all Chinese, Japanese and Korean letters."""

RESTRICTED, PERMITTED, NO_SUBSETTING, BITMAPS_ONLY = 0x002, 0x00C, 0x100, 0x200
"""Bits of OS/2.fsType (https://learn.microsoft.com/en-us/typography/opentype/spec/os2#fstype).

Preview & print (4) and editable (8) permit what is done here: pages are for reading and printing, and the fonts in them
are subsets that nobody can write with. Older fonts set several bits; the least restrictive one counts.
"""


def read_font(path: Path, name: str, problems: Problems, position: Position) -> Sfnt | None:
    """Return what the font at *path* says of itself, or None and a problem at *position*."""
    if (found := fault(path, name)) is not None:
        problems.add("font-missing", found[1], position, "put the file there")
        return None
    data = read_bytes(path, name, MAX_FONT, problems, position)
    if data is None:
        return None
    try:
        font = read_sfnt(data)
    except SfntError as error:
        message = f"{name} is no font that can be used: {error}"
        problems.add("font-invalid", message, position, "take the .ttf or .otf file from its maker")
        return None
    if (refused := refusal(font.rights)) is not None:
        message = f"{name} {refused} (OS/2 fsType {font.rights})"
        remedy = "take another font, or a file of this one that its maker licenses for embedding"
        problems.add("font-rights", message, position, remedy)
        return None
    return font


def refusal(rights: int) -> str | None:
    """Return what a font forbids that a PDF would do with it, or None."""
    if rights & RESTRICTED and not rights & PERMITTED:
        return "may not be embedded without its maker's leave"
    if rights & NO_SUBSETTING:
        return "may be embedded as a whole only, and a PDF carries the glyphs that it needs"
    if rights & BITMAPS_ONLY:
        return "may be embedded as bitmaps only"
    return None


def faces_in(
    font: Sfnt, family: str, path: Path, position: Position, *, italic: bool, weights: Sequence[Range]
) -> Iterator[FaceFile]:
    """Yield the faces of a file: one for a static one, one for each range of *weights* that a variable one has."""
    axes = _posture(font, italic=italic)
    span = font.axes.get("wght")
    if span is None:
        weight = weights[0][0] if weights else font.weight
        yield FaceFile(family, weight, italic, path, axes, position=position)
        return
    low, high = round(span.low), round(span.high)
    for lightest, boldest in weights or ((low, high),):
        if lightest <= high and boldest >= low:
            shared = max(low, lightest), min(high, boldest)
            regular = min(max(REGULAR, shared[0]), shared[1])
            yield FaceFile(family, regular, italic, path, axes, shared, position)


def _posture(font: Sfnt, *, italic: bool) -> tuple[tuple[str, float], ...]:
    """Return where the axes of posture are pinned: italic if there is such an axis, else leaning as far as it goes."""
    if italic and "ital" in font.axes:
        return (("ital", font.axes["ital"].high),)
    if italic and "slnt" in font.axes:
        return (("slnt", font.axes["slnt"].low),)
    return ()


def lacking(font: Sfnt, letters: str) -> str:
    """Return which of *letters* the font does not have, shortened for a message."""
    missing = [letter for letter in letters if letter not in font.basic]
    return ", ".join(map(quoted, missing[:3])) + (", …" if len(missing) > 3 else "")
