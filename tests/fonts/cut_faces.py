"""Cut the faces that tests use out of whole ones: Basic Latin, Latin-1, quotes and dashes; kerns and ligatures kept.

``python tests/fonts/cut_faces.py SOURCE…`` takes the files that faces/faces.toml names as sources, wherever they lie,
and writes the faces of the table; test_faces.py holds the result against it. A cut has a name of its own, so that
nobody takes it for the whole face.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FACES = Path(__file__).with_name("faces")
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA1, 0xAD),
    *range(0xAE, 0x100),
    *map(ord, "\u2013\u2014\u2018\u2019\u201c\u201d"),
]
"""Without the no-break space, the soft hyphen and U+2010, so that other glyphs stand in for them."""

NAMES = {0: "{copyright}", 1: "{family}", 3: "{file}", 4: "{family} Regular", 6: "{name}"}


def entries() -> list[dict[str, Any]]:
    """Return the entries of the table."""
    table: list[dict[str, Any]] = tomllib.loads((FACES / "faces.toml").read_text("utf-8"))["face"]
    return table


def sha256(path: Path) -> str:
    """Return the hash of a file as the table has it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def cut(source: Path, entry: dict[str, Any]) -> None:
    """Write the face of *entry*."""
    options = Options(layout_features=["kern", "liga", "mark", "mkmk", "ccmp"], hinting=False, notdef_outline=True)
    options.name_IDs, options.recalc_timestamp = [*NAMES, 2, 5, 13, 14], False
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    name = Path(entry["file"]).stem
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID].format(**entry, name=name)
    if "CFF " in font:
        font["CFF "].cff.fontNames = [name]
    font.save(FACES / entry["file"])


def main(sources: list[str]) -> None:
    """Run the command line."""
    found = {Path(source).name: Path(source) for source in sources}
    for entry in entries():
        source = found[entry["source"]]
        assert sha256(source) == entry["source-sha256"], f"{source} is not the file of {entry['package']}"
        cut(source, entry)
        print(entry["file"], sha256(FACES / entry["file"]), (FACES / entry["file"]).stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1:])
