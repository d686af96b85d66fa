"""The outline (bookmarks) from headings of the first and second level (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from .structure import Indirect, page_reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEVELS = {"H1": 1, "H2": 2}
"""Structure types that are entered, with their level."""


class Bookmark(NamedTuple):
    """A heading: what it says, and where its upper edge is, in PDF's coordinates; pages count from 0."""

    level: int
    title: str
    page: int
    top: float


class Outline(Indirect):
    """The root of the outline. ReportLab asks its own to prepare themselves; this one is ready."""

    ready = 1

    def prepare(self, document: Any, canvas: Any) -> None:
        """Do nothing."""


@dataclass(slots=True)
class _Entry:
    mark: Bookmark
    kids: list[_Entry] = field(default_factory=list)


def outline(bookmarks: Sequence[Bookmark]) -> Outline | None:
    """Return the outline of *bookmarks*, which are in reading order; None where there are none."""
    if not bookmarks:
        return None
    root = Outline({"Type": "/Outlines"})
    _enter(root, _nested(bookmarks))
    return root


def _nested(bookmarks: Iterable[Bookmark]) -> list[_Entry]:
    """Put each heading under the last one of a higher level."""
    top: list[_Entry] = []
    path: list[_Entry] = []
    for mark in bookmarks:
        while path and path[-1].mark.level >= mark.level:
            path.pop()
        entry = _Entry(mark)
        (path[-1].kids if path else top).append(entry)
        path.append(entry)
    return top


def _enter(parent: Any, entries: Sequence[_Entry]) -> int:
    """Link *entries* under *parent*, all of them open; return how many are shown there."""
    made = [_item(entry.mark, parent) for entry in entries]
    shown = len(made) + sum(_enter(item, entry.kids) for item, entry in zip(made, entries, strict=True) if entry.kids)
    for before, after in pairwise(made):
        before["Next"], after["Prev"] = after, before
    parent["First"], parent["Last"], parent["Count"] = made[0], made[-1], shown
    return shown


def _item(mark: Bookmark, parent: Any) -> Indirect:
    place = pdfdoc.PDFArray([page_reference(mark.page), "/XYZ", "null", round(mark.top, 2), "null"])
    return Indirect({"Title": pdfdoc.PDFString(mark.title), "Parent": parent, "Dest": place})
