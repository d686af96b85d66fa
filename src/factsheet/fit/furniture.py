"""Running head and footer.

Emblem, title, section and folio are artifacts of pagination (ISO 32000-1, 14.8.2.2). The note is not: sources, and
the words that say what is invented, are for every reader.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.content import plain
from ..model.drawing import Drawing, Shape, rectangle
from ..model.geometry import Box
from ..model.placed import Placed, PlacedLine
from ..model.tag import FOOTER, HEADER
from ..text.rungs import AS_IS, CLOSER, LEAST, SMALLER
from .checks import SAFE
from .nodes import UNDER
from .texts import linked, tag_of

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import ComposedPage, Text
    from ..model.drawing import GlyphLine
    from ..model.layout import Frame, Layout, Template
    from ..model.placed import PlacedPage
    from ..model.tag import Tag
    from ..text.lines import Lines
    from ..text.typesetter import Typesetter

EMBLEM, EMBLEM_GAP = 14.0, 6.0
TITLE_DROP = 1.0  # the title's line box starts this far under the top of the emblem
GAP = 12.0
DRAFT_SIZE, DRAFT_BASE, DRAFT_TAB, DRAFT_PAD = 7.5, 9.2, 13.0, 5.0
"""Of the mark of drafts: its size, how far its baseline and the foot of its tab lie under the edge of the page, and
the paper on either side of it."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The furniture of one page; it keeps to *frame*, the columns that carry the main text."""

    page: ComposedPage
    number: int
    layout: Layout
    template: Template
    brand: Brand
    typesetter: Typesetter
    frame: Frame

    def head(self) -> Placed | None:
        """Return the running head: emblem and title at the start, section at the end."""
        frame, top, wanted, page = self.frame, self.layout.grid.top, self.template.head, self.page
        children, x = [], frame.x
        if "emblem" in wanted and self.brand.emblem is not None:
            box = Box(x, top, EMBLEM, EMBLEM)
            children.append(Placed(box, HEADER, drawing=self.brand.emblem, kind="emblem"))
            x += EMBLEM + EMBLEM_GAP
        title = page.title if "title" in wanted else ()
        section = page.section if "section" in wanted else ()
        lines = self._head_lines(title, section, x, top + TITLE_DROP)
        if not lines and not children:
            return None
        box = Box(frame.x, top, frame.width, EMBLEM)
        text = Placed(box, HEADER, lines=lines, kind="furniture")
        return Placed(box, children=(*children, text), where=f"page{self.number}.section", kind="furniture")

    def _head_lines(self, title: Text, section: Text, x: float, top: float) -> tuple[PlacedLine, ...]:
        """Return title and section on one line, both as far down the fit ladder as lets them keep apart."""
        end = self.frame.x + self.frame.width
        first: tuple[PlacedLine, ...] = ()
        for rung in (AS_IS, CLOSER, SMALLER, LEAST):
            setter = self.typesetter.lowered(rung)
            lines = (
                *((self._line(title, "running_title", x, top, setter=setter),) if title else ()),
                *((self._line(section, "running", end, top, end=True, setter=setter),) if section else ()),
            )
            if x + sum(placed.line.width for placed in lines) + GAP * (len(lines) - 1) <= end:
                return lines
            first = first or lines
        return first

    def foot(self) -> Placed | None:
        """Return the footer: the note at the start, as many lines as it needs, and the folio at the end."""
        frame, top, children = self.frame, self.layout.foot, []
        box = Box(frame.x, top, frame.width, self._leading)
        if self._note_lines:
            children.append(self._note())
        if (folio := self._folio) is not None:
            where = f"page{self.number}.folio"
            children.append(Placed(box, FOOTER, lines=(folio,), where=where, kind="furniture"))
        return Placed(box, children=tuple(children), kind="furniture") if children else None

    @property
    def note_top(self) -> float:
        """Where the note starts: at the foot, or as far above it as keeps its last line in the safe area."""
        last = self.typesetter.baseline("caption") + UNDER * self.typesetter.style("caption").size
        lines = self._leading * (len(self._note_lines) - 1)
        return min(self.layout.foot, self.layout.grid.height - SAFE - lines - last)

    @property
    def _leading(self) -> float:
        return self.typesetter.style("caption").leading

    @property
    def _folio(self) -> PlacedLine | None:
        if "folio" not in self.template.foot:
            return None
        return self._line(self.page.folio, "folio", self.frame.x + self.frame.width, self.layout.foot, end=True)

    @property
    def _note_lines(self) -> Lines:
        """The lines of the note beside the folio; kept by the typesetter."""
        wanted = "note" in self.template.foot and self.page.note
        return self.typesetter.lines(linked(_with_blank(self.page.note)) if wanted else "", "caption", self._note_room)

    @property
    def _note_room(self) -> float:
        return self.frame.width - (self._folio.line.width + GAP if self._folio is not None else 0.0)

    def _note(self) -> Placed:
        lines, top, x = self._note_lines, self.note_top, self.frame.x
        base = top + self.typesetter.baseline("caption")
        placed = tuple(PlacedLine(line, x, base + i * self._leading, role="caption") for i, line in enumerate(lines))
        return Placed(
            Box(x, top, self._note_room, self._leading * len(lines)),
            tag_of("P", plain(self.page.note), self.typesetter),
            lines=placed,
            cut=lines.overfull,
            where=f"page{self.number}.note",
            kind="text",
        )

    def _line(
        self, text: Text, role: str, x: float, top: float, *, end: bool = False, setter: Typesetter | None = None
    ) -> PlacedLine:
        setter = setter or self.typesetter
        line = setter.line(_with_blank(text), role)
        return PlacedLine(line, x, top + setter.baseline(role), end=end, role=role)


def drafted(pages: tuple[PlacedPage, ...], word: str, side: float, typesetter: Typesetter) -> tuple[PlacedPage, ...]:
    """Return *pages*, each with *word* on a tab of paper at the end of its upper edge, *side* from its end.

    It stands outside of the safe area, where nothing else may stand: so it covers no text, and every layout has room
    for it. A listener hears it once, at the end of the first page.
    """
    line = typesetter.line(f"{word} ", "caption", colour="accent_text", weight=700, size=DRAFT_SIZE)
    said = [tag_of("P", word, typesetter), *[HEADER] * (len(pages) - 1)]
    return tuple(
        replace(page, placed=(*page.placed, _draft_tab(line, page, side, tag, number)))
        for number, (page, tag) in enumerate(zip(pages, said, strict=True), 1)
    )


def _draft_tab(line: GlyphLine, page: PlacedPage, side: float, tag: Tag, number: int) -> Placed:
    width, end = line.width + 2 * DRAFT_PAD, page.width - side
    box = Box(end + DRAFT_PAD - width, 0.0, width, DRAFT_TAB)
    tab = Drawing(width, DRAFT_TAB, (Shape(rectangle(0, 0, width, DRAFT_TAB), fill="paper"),))
    mark = PlacedLine(line, end, DRAFT_BASE, end=True, role="caption")
    children = (Placed(box, HEADER, drawing=tab, kind="band"), Placed(box, tag, lines=(mark,), kind="furniture"))
    return Placed(box, children=children, where=f"page{number}.draft", kind="furniture")


def _with_blank(text: Text) -> Text:
    return (*text, text[-1].__class__(" ")) if text else text
