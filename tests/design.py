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
from factsheet.fit.ladder import BODY
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
SET_BY_HAND = {"wordmark"}
"""Roles whose lines an author breaks: a name stands in the lines that it always stands in."""
LEAST_LINES = 2


def faults(edition: Edition) -> Iterator[str]:
    """Yield every breach of the design's rules in the pages of *edition*."""
    laid = place(edition, edition.language)
    yield from (f"{p.where}: {p.message}" for p in laid.problems)
    pages = record(laid.pages, laid.typesetter)
    yield from (f"{p.where}: {p.rule}: {p.message}" for p in check_pages(pages))
    for page in pages:
        rows = [node for node in page.placed if node.kind in {"columns", "strip"}]
        yield from _module(page, edition.layout.grid.module)
        yield from _mates(rows)
        yield from _bodies(rows)
        yield from _sizes(page)
        yield from _fonts(page, edition)
        yield from _last_lines(page)
        yield from _parts(page)
        yield from _feet(page)
        yield from _gaps(rows, edition)
        yield from _hot(page)


def _heads(row: Placed) -> list[tuple[str, Placed]]:
    """The blocks of a row that begin with a rule: (where, rule)."""
    blocks = [(where, node) for node, where in walk((row,)) if node.kind == "block" and node.children]
    return [(where, node.children[0]) for where, node in blocks if node.children[0].kind == "rule"]


def _module(page: PlacedPage, module: float) -> Iterator[str]:
    for node, where in walk(page.placed):
        # A tint that starts over the trim runs to the bleed; what it holds starts at the trim.
        tops = [node] if node.kind == "band" and node.box.y >= 0 else []
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
        firsts: dict[str, list[float]] = {}
        for block in blocks:
            line = next(n.lines[0] for n, _ in walk((block,)) if n.lines)
            firsts.setdefault(line.role, []).append(line.y)  # a number in large type stands lower than a heading
        for name, values in (("rules", tops), *((f"first baselines of {role}", ys) for role, ys in firsts.items())):
            if values and max(values) - min(values) > MATE_TOLERANCE:
                yield f"{[where for where, _ in heads]}: {name} of mates differ: {values}"


def _bodies(rows: list[Placed]) -> Iterator[str]:
    """Mates whose heads have as many lines begin their running text on one baseline, in one size."""
    for row in rows:
        alike: dict[tuple[object, ...], list[tuple[str, float, float]]] = {}
        for where, block in [(where, node) for node, where in walk((row,)) if node.kind == "block"]:
            lines = [placed for node, _ in walk((block,)) if node.kind == "text" for placed in node.lines]
            first = next((i for i, placed in enumerate(lines) if placed.role in BODY and placed.line.runs), None)
            if first is not None:
                heads = tuple(placed.role for placed in lines[:first])
                size = lines[first].line.runs[0].size
                alike.setdefault((*heads, lines[first].role), []).append((where, lines[first].y, size))
        for mates in alike.values():
            for name, values in (("baselines", [y for _, y, _ in mates]), ("sizes", [size for _, _, size in mates])):
                if max(values) - min(values) > MATE_TOLERANCE:
                    yield f"{[where for where, _, _ in mates]}: first {name} of running text differ: {values}"


def _parts(page: PlacedPage) -> Iterator[str]:
    """A paragraph that goes on elsewhere leaves two lines behind, and takes two along."""
    parts: dict[int, list[tuple[str, Placed]]] = {}
    for node, where in walk(page.placed):
        if node.kind == "text" and node.tag is not None and node.tag.type == "P":
            parts.setdefault(id(node.tag), []).append((where, node))
    for nodes in (nodes for nodes in parts.values() if len(nodes) > 1):
        for where, node in nodes:
            if len({placed.y for placed in node.lines}) < LEAST_LINES:
                yield f"{where}: {node.lines[0].line.text.strip()!r} stands alone, away from its paragraph"


def _feet(page: PlacedPage) -> Iterator[str]:
    """No block, and no part of one, ends with a heading."""
    for block, where in walk(page.placed):
        shown = [node for node, _ in walk((block,)) if node.lines or node.kind == "figure"]
        tag = shown[-1].tag if block.kind == "block" and len(shown) > 1 else None
        if tag is not None and tag.type.startswith("H") and shown[-1].lines:
            yield f"{where}: the heading {shown[-1].lines[0].line.text.strip()!r} stands alone at the foot"


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
        if lines[-1].role in SET_BY_HAND:
            continue
        if len(last.text.split()) < LAST_LINE_WORDS or last.width < LAST_LINE_SHARE * node.box.width:
            yield f"{where}: last line {last.text.strip()!r} stands alone"


def _gaps(rows: list[Placed], edition: Edition) -> Iterator[str]:
    columns: dict[float, list[Placed]] = {}
    for row in rows:
        columns.setdefault(row.box.x if row.kind == "columns" else rows[0].box.x, []).append(row)
    for upper, lower in (pair for column in columns.values() for pair in pairwise(column)):
        gap = lower.box.y - upper.box.bottom
        flush = abs(gap) < 1e-6 and lower.kind == "strip"
        if not flush and not LEAST_GAP - 1e-6 <= gap <= MOST_GAP + 1e-6:
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
