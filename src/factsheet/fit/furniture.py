"""Running head and footer.

Emblem, title, section and folio are artifacts of pagination (ISO 32000-1, 14.8.2.2). The note is not: sources, and
the words that say what is invented, are for every reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.content import plain
from ..model.geometry import Box
from ..model.placed import Placed, PlacedLine
from ..model.tag import FOOTER, HEADER
from .texts import tag_of

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import ComposedPage, Span
    from ..model.layout import Layout, Template
    from ..text.typesetter import Typesetter

EMBLEM, EMBLEM_GAP = 14.0, 6.0
TITLE_DROP = 1.0  # the title's line box starts this far under the top of the emblem
GAP = 12.0


def _with_blank(text: tuple[Span, ...]) -> tuple[Span, ...]:
    return (*text, text[-1].__class__(" ")) if text else text


def head(
    page: ComposedPage, number: int, layout: Layout, template: Template, brand: Brand, typesetter: Typesetter
) -> Placed | None:
    """Return the running head: emblem and title at the start, section at the end."""
    grid, lines, children = layout.grid, [], []
    x, y = grid.side, grid.top + TITLE_DROP
    if "emblem" in template.head and brand.emblem is not None:
        children.append(Placed(Box(x, grid.top, EMBLEM, EMBLEM), HEADER, drawing=brand.emblem, kind="emblem"))
        x += EMBLEM + EMBLEM_GAP
    if "title" in template.head and page.title:
        line = typesetter.line(_with_blank(page.title), "running_title")
        lines.append(PlacedLine(line, x, y + typesetter.baseline("running_title"), role="running_title"))
    if "section" in template.head and page.section:
        line = typesetter.line(_with_blank(page.section), "running")
        end = grid.side + grid.measure
        lines.append(PlacedLine(line, end, y + typesetter.baseline("running"), end=True, role="running"))
    if not lines and not children:
        return None
    box = Box(grid.side, grid.top, grid.measure, EMBLEM)
    text = Placed(box, HEADER, lines=tuple(lines), kind="furniture")
    return Placed(box, children=(*children, text), where=f"page{number}.section", kind="furniture")


def foot(page: ComposedPage, number: int, layout: Layout, template: Template, typesetter: Typesetter) -> Placed | None:
    """Return the footer: the note at the start, as many lines as it needs, and the folio at the end."""
    grid, lines = layout.grid, []
    room, base = grid.measure, layout.foot + typesetter.baseline("caption")
    if "folio" in template.foot:
        folio = typesetter.line(_with_blank(page.folio), "folio")
        lines.append(PlacedLine(folio, grid.side + grid.measure, base, end=True, role="folio"))
        room -= folio.width + GAP
    leading = typesetter.style("caption").leading
    children = []
    if "note" in template.foot and page.note:
        note = typesetter.lines(_with_blank(page.note), "caption", room)
        placed = tuple(PlacedLine(line, grid.side, base + i * leading, role="caption") for i, line in enumerate(note))
        box = Box(grid.side, layout.foot, room, leading * len(note))
        children.append(
            Placed(
                box,
                tag_of("P", plain(page.note), typesetter),
                lines=placed,
                cut=note.overfull,
                where=f"page{number}.note",
                kind="text",
            )
        )
    if lines:
        box = Box(grid.side, layout.foot, grid.measure, leading)
        children.append(Placed(box, FOOTER, lines=tuple(lines), where=f"page{number}.folio", kind="furniture"))
    if not children:
        return None
    return Placed(Box(grid.side, layout.foot, grid.measure, leading), children=tuple(children), kind="furniture")
