"""What must be true of every placed page before it is painted. No PDF is needed to know it.

A validator of PDF sees none of these: text on text, text outside the page, a character that no font has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.drawing import SetLabel
from ..model.geometry import Box
from ..model.links import is_safe
from ..problems import Problem
from ..text.rungs import RUNGS
from .nodes import texts, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.placed import Placed, PlacedPage
    from .nodes import PlacedText

SAFE = 14.0
"""Points inside the trim that a knife or a desktop printer may take."""

OVERLAP = 0.5
"""Boxes that meet by less than this are neighbours, not an overlap: the ink of most letters is smaller than its box."""

SHORTEN = "shorten the text, or give it more room in the layout"


def check_pages(pages: tuple[PlacedPage, ...], known: tuple[Problem, ...] = ()) -> tuple[Problem, ...]:
    """Return what is wrong with *pages*, whose pictures must have been recorded.

    A page that fit has found too full (it is among *known*) is not told again of every line that stands too low.
    """
    full = {problem.where.partition(".")[0] for problem in known if problem.rule == "page-overflow"}
    found = [p for n, page in enumerate(pages, 1) for p in _page(page, crowded=f"page{n}" in full)]
    return (*_headings(pages), *found)


def _headings(pages: tuple[PlacedPage, ...]) -> Iterator[Problem]:
    """Headings begin with level 1 and go down one level at a time (ISO 14289-1, 7.4.2)."""
    last = 0
    for level, node, where in _in_order(pages):
        if level > last + 1:
            text = node.lines[0].line.text.strip() if node.lines else ""
            before = f"follows one of level {last}" if last else "is the first of the document"
            message = f"the heading '{text}' is of level {level} and {before}"
            remedy = "begin the first page with a headline" if not last else "put a heading between them"
            yield Problem("heading-skip", message, None, remedy, "", where)
        last = level


def _in_order(pages: tuple[PlacedPage, ...]) -> Iterator[tuple[int, Placed, str]]:
    """Yield headings with their level as a listener hears them: all parts of a block where its first one stands."""
    blocks: dict[str, list[Placed]] = {}
    for node, where in (found for page in pages for found in walk(page.placed)):
        blocks.setdefault(where, []).append(node)
    for where, nodes in blocks.items():
        for node in nodes:
            kind = node.tag.type if node.tag else ""
            if kind.startswith("H") and kind[1:].isdigit():
                yield int(kind[1:]), node, where


def _page(page: PlacedPage, *, crowded: bool) -> Iterator[Problem]:
    found = list(texts(page))
    yield from _missing(found)
    yield from _links(found)
    wide = list(_wide(page))
    if not crowded:
        told = {id(label.line) for label, _ in wide}
        fitting = [text for text in found if id(text.line) not in told]
        yield from _outside(page, fitting)
        yield from _overlaps(fitting)
    yield from _rooms(wide)
    yield from _ladder(page)
    yield from _cuts(page)


def _missing(found: list[PlacedText]) -> Iterator[Problem]:
    for character, where in sorted({(c, text.where) for text in found for c in text.line.missing}):
        yield Problem(
            "glyph-missing",
            f"no face of the brand has '{character}' (U+{ord(character):04X})",
            remedy="add a face that has it to the brand's faces, or write another character",
            where=where,
        )


def _links(found: list[PlacedText]) -> Iterator[Problem]:
    unsafe = {(run.href, text.where): run.text.strip() for text in found for run in text.line.runs if run.href}
    for (href, where), words in unsafe.items():
        if not is_safe(href):
            message = f"the link '{words}' leads to '{href}', which is no web or mail address"
            yield Problem("link-unsafe", message, None, "begin it with https://, http:// or mailto:", "", where)


def _ladder(page: PlacedPage) -> Iterator[Problem]:
    """A label that is set smaller; letters that only stand closer need no word."""
    for node, where in walk(page.placed):
        labels = [item for item in node.drawing.items if isinstance(item, SetLabel)] if node.drawing else []
        for percent in sorted({RUNGS[label.rung].percent for label in labels} - {0}):
            said = next(label for label in labels if RUNGS[label.rung].percent == percent and label.room)
            message = f"'{said.line.text.strip()}' and labels like it are set {percent} % smaller to fit"
            yield Problem("fit-ladder", message, None, SHORTEN, "", where, severity="warning")


def _cuts(page: PlacedPage) -> Iterator[Problem]:
    for node, where in walk(page.placed):
        for word, over in node.cut:
            message = f"'{word}' is {over:.1f} pt wider than its column and had to be cut"
            yield Problem("word-cut", message, None, SHORTEN, "", where)


def _outside(page: PlacedPage, found: list[PlacedText]) -> Iterator[Problem]:
    safe = Box(SAFE, SAFE, page.width - 2 * SAFE, page.height - 2 * SAFE)
    for text in found:
        over = max(
            safe.x - text.box.x, text.box.end - safe.end, safe.y - text.box.y, text.box.bottom - safe.bottom, 0.0
        )
        if over > 0.01:
            yield Problem(
                "text-outside",
                f"'{text.text}' stands {over:.1f} pt outside the safe area",
                None,
                SHORTEN,
                "",
                text.where,
            )


def _overlaps(found: list[PlacedText]) -> Iterator[Problem]:
    ordered = sorted((text for text in found if text.text), key=lambda text: text.box.y)
    for i, text in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if other.box.y >= text.box.bottom - OVERLAP:
                break
            if text.box.meets(other.box, OVERLAP):
                deep = min(text.box.end, other.box.end) - max(text.box.x, other.box.x)
                message = f"'{text.text}' and '{other.text}' overlap by {deep:.1f} pt"
                yield Problem("text-overlap", message, None, SHORTEN, "", text.where or other.where)


def _wide(page: PlacedPage) -> Iterator[tuple[SetLabel, str]]:
    """Labels wider than the room that their figure promised them; what they cover is not told again."""
    for node, where in walk(page.placed):
        for item in node.drawing.items if node.drawing is not None else ():
            if isinstance(item, SetLabel) and item.room is not None and item.line.width > item.room + 0.01:
                yield item, where


def _rooms(wide: list[tuple[SetLabel, str]]) -> Iterator[Problem]:
    for label, where in wide:
        needs = f"needs {label.line.width:.1f} pt and has {label.room:.1f}"
        yield Problem("label-too-wide", f"'{label.line.text.strip()}' {needs}", None, SHORTEN, "", where)
