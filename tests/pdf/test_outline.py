"""The outline: headings of two levels, nested, each leading to its own upper edge."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from linked import PAGE, edition

from factsheet.fit.nodes import texts, walk
from factsheet.pdf.outline import Bookmark, outline
from factsheet.pipeline import place, render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def entries(parent: pikepdf.Object, level: int = 1) -> Iterator[tuple[int, pikepdf.Object]]:
    """The entries under *parent*, with their level; their links to each other are looked at on the way."""
    entry, before = parent.get("/First"), None
    while entry is not None:
        assert entry.Parent.objgen == parent.objgen
        assert (entry.get("/Prev") is None) == (before is None)
        if before is not None:
            assert entry.Prev.objgen == before.objgen
        yield level, entry
        yield from entries(entry, level + 1)
        before, entry = entry, entry.get("/Next")
    if before is not None:
        assert parent.Last.objgen == before.objgen


def test_headings_of_two_levels_are_nested_and_lead_to_their_own_upper_edge(tmp_path: Path) -> None:
    made = edition(tmp_path, PAGE * 2)
    with pikepdf.open(BytesIO(render(made, "en"))) as pdf:
        found = list(entries(pdf.Root.Outlines))
        assert [(level, str(entry.Title)) for level, entry in found] == [
            (1, "All of the islands travel"),
            (2, "Word by word"),
            (2, "Lists"),
            (2, "On the ground"),
        ] * 2
        assert int(pdf.Root.Outlines.Count) == len(found)
        assert [int(entry.Count) for level, entry in found if level == 1] == [3, 3]
        assert pdf.Root.PageMode == "/UseOutlines"
        places = [(pdf.pages.index(pikepdf.Page(entry.Dest[0])), float(entry.Dest[3])) for _, entry in found]
    assert [page for page, _ in places] == [0] * 4 + [1] * 4
    pages = place(made, "en").pages
    for (_, entry), (number, top) in zip(found, places, strict=True):
        page = pages[number]
        heading = next(t for t in texts(page) if str(entry.Title).startswith(t.text) and t.role in {"h1", "h2"})
        box = next(node.box for node, _ in walk(page.placed) if any(p.line is heading.line for p in node.lines))
        assert page.height - box.bottom < top < page.height - box.y + heading.line.ascent
        assert top >= page.height - heading.box.y, "the letters are seen whole"


def test_one_page_has_an_outline_that_does_not_open_by_itself(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(render(edition(tmp_path), "en"))) as pdf:
        assert len(list(entries(pdf.Root.Outlines))) == 4
        assert pdf.Root.get("/PageMode") != "/UseOutlines"


def test_without_headings_there_is_none() -> None:
    assert outline(()) is None


def test_a_heading_before_the_first_of_its_higher_level_stands_at_the_top() -> None:
    root = outline(
        [Bookmark(level, name, 0, 9.0) for level, name in ((2, "a"), (1, "b"), (2, "c"), (2, "d"), (1, "e"))]
    )
    assert root is not None
    first, last = root["First"], root["Last"]
    assert (first["Title"].s, last["Title"].s, root["Count"]) == ("a", "e", 5)
    assert "First" not in first
    second = first["Next"]
    assert (second["First"]["Title"].s, second["Last"]["Title"].s, second["Count"]) == ("c", "d", 2)
    assert second["First"]["Next"] is second["Last"]
