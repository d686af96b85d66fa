"""Run by test_hostile_fonts.py in a process of its own: damage fonts in many ways and use each as the line would.

Prints how many were used and how many refused, as JSON. Anything but a FactsheetError is a failure, and so is a crash.
"""

from __future__ import annotations

import json
import random
import struct
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.problems import FactsheetError, Position
from factsheet.read.font_files import read_font
from factsheet.read.report import Problems
from factsheet.text.face import Face

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "AWAY To office, naïve “fields”"
POSITION = Position("brand")


def tables(font: bytes) -> dict[str, tuple[int, int]]:
    """Return offset and length of each table."""
    (count,) = struct.unpack_from(">4xH", font)
    records = (struct.unpack_from(">4s4xII", font, 12 + 16 * index) for index in range(count))
    return {tag.decode(): (offset, length) for tag, offset, length in records}


def damaged(font: bytes, dice: random.Random, kind: int) -> bytes:
    """Return *font*, cut off, with noise in it, a table of noise, or a number in it that is far too large or zero."""
    data = bytearray(font)
    offset, length = dice.choice(sorted(tables(font).values()))
    if kind == 0:
        return bytes(data[: dice.randrange(len(data))])
    if kind == 1:
        for _ in range(dice.randrange(1, 40)):
            data[dice.randrange(len(data))] = dice.randrange(256)
    elif kind == 2:
        data[offset : offset + length] = dice.randbytes(length)
    elif kind == 3:
        at = offset + 2 * dice.randrange(max(1, min(length, 64) // 2))
        data[at : at + 2] = dice.choice([b"\xff\xff", b"\0\0", b"\x7f\xff"])
    else:
        at = 12 + 16 * dice.randrange(len(tables(font))) + dice.choice([8, 12])
        data[at : at + 4] = struct.pack(">I", dice.choice([0, 0xFFFFFFFF, len(font) - 1, dice.randrange(len(font))]))
    return bytes(data)


def glyphless(font: bytes) -> bytes:
    """Return *font* with no glyphs, as its maxp says."""
    data, (offset, _) = bytearray(font), tables(font)["maxp"]
    data[offset + 4 : offset + 6] = b"\0\0"
    return bytes(data)


def fonts(sources: list[Path], count: int) -> Iterator[bytes]:
    """Yield *count* damaged fonts, the same at each run."""
    dice = random.Random(4)
    whole = [source.read_bytes() for source in sources]
    yield from map(glyphless, whole)
    for index in range(count - len(whole)):
        yield damaged(whole[index % len(whole)], dice, index // len(whole) % 5)


def use(path: Path) -> str:
    """Read, shape and cut down a font; return how far it came."""
    problems = Problems()
    font = read_font(path, path.name, problems, POSITION)
    if font is None:
        return "refused when read"
    try:
        axes = (("wght", 650.0),) if "wght" in font.axes else ()
        face = Face(path, axes)
        _, glyphs, _ = face.shape(TEXT, "ltr", "Latn", "en", {"kern": True})
        face.correction(glyphs)
        face.covers(TEXT)
        face.subset(glyphs)
    except FactsheetError as error:
        return "refused when set" if error.problems[0].rule == "font-invalid" else "refused otherwise"
    return "used"


def main(folder: str, count: str, *sources: str) -> None:
    """Run the command line."""
    path, ends = Path(folder) / "font", Counter[str]()
    for data in fonts([Path(source) for source in sources], int(count)):
        path.write_bytes(data)
        ends[use(path)] += 1
    print(json.dumps(ends))


if __name__ == "__main__":
    main(*sys.argv[1:])
