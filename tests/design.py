"""The design's acceptance checks as a script over the placed boxes; prints what it finds, and nothing when all is well.

python tests/design.py [SHEET/EDITION ...]
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.figures.record import record
from factsheet.fit.checks import check_pages
from factsheet.fit.nodes import texts, walk
from factsheet.model.drawing import Shape
from factsheet.pipeline import place
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsheet.model.edition import Edition
    from factsheet.model.placed import Placed, PlacedPage

SMALLEST = 7.25
LEAST_GAP, MOST_GAP, MOST_SLACK = 12.0, 44.0, 36.0
RULE_TOLERANCE, MATE_TOLERANCE = 0.5, 0.25
LAST_LINE_SHARE, LAST_LINE_WORDS = 0.2, 2


def faults(edition: Edition) -> Iterator[str]:
    """Yield every breach of the design's rules in the pages of *edition*."""
    laid = place(edition, edition.language)
    yield from (f"{p.where}: {p.message}" for p in laid.problems)
    pages = record(laid.pages, laid.typesetter, laid.pitch)
    yield from (f"{p.where}: {p.rule}: {p.message}" for p in check_pages(pages))
    for page in pages:
        rows = [node for node in page.placed if node.kind in {"columns", "strip"}]
        yield from _module(page, edition.layout.grid.module)
        yield from _mates(rows)
        yield from _sizes(page)
        yield from _fonts(page, edition)
        yield from _last_lines(page)
        yield from _gaps(rows, edition)
        yield from _hot(page)


def _heads(row: Placed) -> list[tuple[str, Placed]]:
    """The blocks of a row that begin with a rule: (where, rule)."""
    blocks = [(where, node) for node, where in walk((row,)) if node.kind == "block" and node.children]
    return [(where, node.children[0]) for where, node in blocks if node.children[0].kind == "rule"]


def _module(page: PlacedPage, module: float) -> Iterator[str]:
    for node, where in walk(page.placed):
        tops = [node] if node.kind == "band" else []
        if node.kind == "columns" and node in page.placed:
            tops += [rule for _, rule in _heads(node)[:1]]
        for top in tops:
            off = min(top.box.y % module, module - top.box.y % module)
            if off > RULE_TOLERANCE:
                yield f"{where}: {top.kind} at {top.box.y:.2f} is {off:.2f} pt off the module"


def _mates(rows: list[Placed]) -> Iterator[str]:
    for row in rows:
        heads = _heads(row)
        tops = [rule.box.y for _, rule in heads]
        blocks = [node for node, _ in walk((row,)) if node.kind == "block" and node.children[0].kind == "rule"]
        firsts = [next(n.lines[0].y for n, _ in walk((block,)) if n.lines) for block in blocks]
        for name, values in (("rules", tops), ("first baselines", firsts)):
            if values and max(values) - min(values) > MATE_TOLERANCE:
                yield f"{[where for where, _ in heads]}: {name} of mates differ: {values}"


def _sizes(page: PlacedPage) -> Iterator[str]:
    for text in texts(page):
        if text.size < SMALLEST - 1e-6:
            yield f"{text.where}: {text.text!r} is set in {text.size:g} pt"


def _fonts(page: PlacedPage, edition: Edition) -> Iterator[str]:
    brand = {file.path.name for files in edition.brand.faces.values() for file in files}
    for text in texts(page):
        for run in text.line.runs:
            if Path(run.face.path).name not in brand:  # type: ignore[attr-defined] # our faces know their file
                yield f"{text.where}: {text.text!r} is set in {run.face.postscript_name}"


def _last_lines(page: PlacedPage) -> Iterator[str]:
    for node, where in walk(page.placed):
        lines = [placed for placed in node.lines if not placed.end]
        if node.kind != "text" or len(lines) < 2 or len({line.y for line in lines}) < 2:
            continue
        last = lines[-1].line
        if len(last.text.split()) < LAST_LINE_WORDS or last.width < LAST_LINE_SHARE * node.box.width:
            yield f"{where}: last line {last.text.strip()!r} stands alone"


def _gaps(rows: list[Placed], edition: Edition) -> Iterator[str]:
    for upper, lower in pairwise(rows):
        gap = lower.box.y - upper.box.bottom
        if not LEAST_GAP - 1e-6 <= gap <= MOST_GAP + 1e-6:
            yield f"gap of {gap:.1f} pt at {lower.box.y:.0f}"
    slack = edition.layout.foot - max(row.box.bottom for row in rows)
    if not 0 <= slack <= MOST_SLACK:
        yield f"foot slack of {slack:.1f} pt"


def _hot(page: PlacedPage) -> Iterator[str]:
    for node, where in walk(page.placed):
        if node.kind == "figure" and node.drawing is not None:
            shapes = [item for item in node.drawing.items if isinstance(item, Shape)]
            hot = {colour for s in shapes for colour in (s.fill, s.stroke) if colour and colour.startswith("accent")}
            if len(hot) > 1:
                yield f"{where}: hot colours {sorted(hot)}"


def main(targets: list[str]) -> int:
    """Check the named editions, or all of the project."""
    project, paths = locate(targets, Path.cwd())
    found = [
        f"{project.name_of(path)}: {fault}" for path in paths for fault in faults(read_edition(path, project, BLOCKS))
    ]
    print("\n".join(found) or f"{len(paths)} editions: nothing found")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
