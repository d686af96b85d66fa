"""Typst's rendering: one compiler for all editions, as its users keep it. Run as ``python -m bench.typst_peer``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

from bench.sheet import Sheet, sheet

TEMPLATE = Path(__file__).with_name("sheet.typ")


def as_json(edition: Sheet) -> str:
    """Return *edition* as the template reads it: tuples as arrays, but the parts that it calls by name as objects."""
    parts = edition._asdict()
    parts |= {name: parts[name]._asdict() for name in ("columns", "bars")}
    return json.dumps(parts | {"tiles": [tile._asdict() for tile in edition.tiles]})


def write(count: int, out: Path, fonts: Path) -> None:
    """Write the first *count* editions to *out* with the faces in *fonts*, tagged as PDF/UA-1 asks."""
    compiler = typst.Compiler(str(TEMPLATE), font_paths=[str(fonts)], ignore_system_fonts=True)
    for number in range(count):
        inputs = {"sheet": as_json(sheet(number))}
        compiler.compile(output=str(out / f"{number:02}.pdf"), sys_inputs=inputs, pdf_standards="ua-1")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
