"""Texts at a given width: paragraphs, headings, lines with marks in them, lists."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..model.content import Paragraph, plain
from ..model.drawing import Drawing
from ..model.geometry import Box
from ..model.marks import SIDE, mark
from ..model.placed import Placed, PlacedLine
from ..model.tag import ARTIFACT, Tag
from .boxes import EPSILON, RuleBox

if TYPE_CHECKING:
    from ..model.content import Heading, Item, List, MarkName, Span, Text
    from ..model.drawing import GlyphLine
    from ..model.placed import TooWide
    from ..text.lines import Lines
    from ..text.typesetter import Typesetter

END_GAP = 12.0
BEFORE_MARK, AFTER_MARK = 8.0, 3.0
LIST_PITCH, LIST_BASELINE, LIST_LABEL, LIST_MARK = 18.0, 12.0, 15.0, 20.0
LETTER, LETTER_PITCH, LETTER_BASELINE = "list_letter", 20.0, 13.5
"""Large letters before the entries need more room over the line. They share its baseline: between two lines a reader
that goes by places would find them in the middle of a sentence.
"""
HAIRLINE = 0.5
BALANCED = frozenset({"intro", "quote"})
"""Roles of a few large lines, which look best of nearly equal length, as headings do."""
SPARED_ABOVE = dict.fromkeys(("masthead", "section", "h1", "h2", "h3", "quote", "quote_label"), 1.0) | dict.fromkeys(
    ("sub", "intro", "masthead_caption"), 0.0
)
"""How much of what a script has to spare at the edges of a text is taken from above it; half, where nothing is said.
Between a heading and what explains it nothing is: there letters that reach far down meet others that reach far up.
"""
LINK = "accent_text"
"""Colour of links in running text: it tells them from the words around them, as lines under them would."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """One paragraph or heading, already broken. *end* stands at the reading end, on the last baseline."""

    width: float
    lines: tuple[GlyphLine, ...]
    leading: float
    baseline: float
    tag: Tag
    role: str
    above: float = 0.0
    end: GlyphLine | None = None
    end_role: str = ""
    offsets: tuple[tuple[float, int], ...] | None = None  # x and row of each line, where marks stand between
    marks: tuple[tuple[float, int, MarkName, str], ...] = ()
    cut: tuple[TooWide, ...] = ()
    flush_end: bool = False
    stretch: float = 0.0
    shares: tuple[float, ...] = ()
    spare: float = 0.0  # points of the leading that its first and last line do without

    @property
    def rows(self) -> int:
        """How many rows of leading it takes."""
        return self.offsets[-1][1] + 1 if self.offsets else len(self.lines)

    @property
    def height(self) -> float:
        """Rows of leading."""
        return self.rows * self.leading - self.spare

    @property
    def heads(self) -> bool:
        """Whether it heads what follows, and so may not end a part."""
        return self.tag.type.startswith("H")

    def split(self, height: float) -> tuple[TextBox, TextBox] | None:
        """Return the lines that fit into *height* and the rest: two lines at least on either side."""
        count = int((height + self.spare + EPSILON) // self.leading)
        if self.heads or self.offsets or self.end or not 2 <= count <= len(self.lines) - 2:
            return None
        first, rest = self.lines[:count], self.lines[count:]
        return replace(self, lines=first), replace(self, lines=rest, cut=(), above=0.0)

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Return the lines at their baselines, the marks as artifacts beside them."""
        first = y + self.baseline
        spots = self.offsets or tuple((0.0, row) for row in range(len(self.lines)))
        lines = [
            PlacedLine(
                line, x + (self.width if self.flush_end else dx), first + row * self.leading, self.flush_end, self.role
            )
            for line, (dx, row) in zip(self.lines, spots, strict=True)
        ]
        if self.end is not None:
            last = first + (self.rows - 1) * self.leading
            lines.append(PlacedLine(self.end, x + self.width, last, end=True, role=self.end_role))
        box = Box(x, y, self.width, self.height)
        text = Placed(box, self.tag, lines=tuple(lines), cut=self.cut, kind="text")
        if not self.marks:
            return text
        marks = (_mark(name, colour, x + dx, first + row * self.leading) for dx, row, name, colour in self.marks)
        return Placed(box, children=(text, *marks), kind="stack")


def _mark(name: MarkName, colour: str, x: float, baseline: float) -> Placed:
    """Return a mark as an artifact; its middle lies at the middle of the small letters."""
    drawing = Drawing(SIDE, SIDE, mark(name, colour))
    return Placed(Box(x, baseline - 2.8 - SIDE / 2, SIDE, SIDE), ARTIFACT, drawing=drawing, kind="mark")


def linked(text: Text) -> Text:
    """Return running text with its links in the colour of accents, where they have none of their own."""
    if not any(span.href for span in text):
        return text
    return tuple(replace(span, colour=span.colour or LINK) if span.href else span for span in text)


def tag_of(kind: str, text: str, typesetter: Typesetter) -> Tag:
    """Return the tag of a text. Right-to-left glyphs lie in visual order, so there the element says the text."""
    return Tag(kind, actual=text if typesetter.right_to_left else None)


def text_box(item: Heading | Paragraph, width: float, typesetter: Typesetter) -> TextBox:
    """Return a heading or paragraph broken to *width*."""
    level = getattr(item, "level", None)
    kind = f"H{level}" if level else "P"
    style, end, room = typesetter.style(item.role), None, width
    if item.end:
        end_role = item.end[0].role or item.role
        end = typesetter.line(_plain_role(item.end), end_role, colour=item.end[0].colour or item.colour)
        room = width - end.width - END_GAP
    box = TextBox(
        width,
        (),
        style.leading,
        typesetter.baseline(item.role) - style.spare * SPARED_ABOVE.get(item.role, 0.5),
        tag_of(kind, " ".join(filter(None, (plain(item.text), plain(item.end)))), typesetter),
        item.role,
        item.above,
        end,
        item.end[0].role or item.role if item.end else "",
        spare=style.spare,
    )
    if any(span.mark for span in item.text):
        return _with_marks(box, item.text, item.role, room, typesetter)
    # An end text is one string with what it follows: the blank between them is set with the last line.
    text = (*item.text, item.text[-1].__class__(" ")) if item.end and item.text else item.text
    text = text if level else linked(text)
    lines = typesetter.lines(text, item.role, room, colour=item.colour, balance=bool(level) or item.role in BALANCED)
    flush_end = isinstance(item, Paragraph) and item.align == "end"
    return replace(box, lines=lines, cut=lines.overfull, flush_end=flush_end)


def _plain_role(text: Text) -> Text:
    return tuple(replace(span, role=None, colour=None) for span in text)


def _with_marks(box: TextBox, text: Text, role: str, width: float, typesetter: Typesetter) -> TextBox:
    """Set each piece between marks as a line of its own, or several, on the next row where it does not fit."""
    lines: list[GlyphLine] = []
    offsets: list[tuple[float, int]] = []
    marks: list[tuple[float, int, MarkName, str]] = []
    x, row = 0.0, 0
    for lead, piece in _pieces(text):
        words = linked((*piece, piece[-1].__class__(" ")))
        line = typesetter.line(words, role)
        wide = (BEFORE_MARK + SIDE + AFTER_MARK if lead else 0.0) + line.width
        if x and x + wide > width:
            x, row = 0.0, row + 1
        if lead and lead.mark:
            x += BEFORE_MARK if x else 0.0
            marks.append((x, row, lead.mark, lead.colour or "ink"))
            x += SIDE + AFTER_MARK
        parts = (line,) if line.width <= width - x + EPSILON else typesetter.lines(words, role, width - x, plain=True)
        for index, part in enumerate(parts):
            row += index > 0
            lines.append(part)
            offsets.append((x, row))
        x += parts[-1].width
    return replace(box, lines=tuple(lines), offsets=tuple(offsets), marks=tuple(marks))


def _pieces(text: Text) -> list[tuple[Span | None, list[Span]]]:
    """Split *text* at its marks: (mark before the piece, the spans of the piece)."""
    pieces: list[tuple[Span | None, list[Span]]] = []
    for span in text:
        if span.mark:
            pieces.append((span, []))
        elif pieces:
            pieces[-1][1].append(span)
        else:
            pieces.append((None, [span]))
    return [(lead, piece) for lead, piece in pieces if piece]


@dataclass(frozen=True, slots=True)
class ListBox:
    """A list: number, text, and a mark at the reading end; a hairline under each entry."""

    width: float
    entries: tuple[tuple[GlyphLine, Lines, Item], ...]
    item: List
    leading: float
    right_to_left: bool = False
    above: float = 0.0
    tag: Tag = field(default_factory=lambda: Tag("L"))
    heads: bool = False
    stretch: float = 0.0
    shares: tuple[float, ...] = ()

    @property
    def height(self) -> float:
        """18 pt an entry, 20 under large letters, and a leading for each further line."""
        return sum(self._entry_height(lines) for _, lines, _ in self.entries)

    def split(self, height: float) -> tuple[ListBox, ListBox] | None:
        """Return the entries that fit into *height* and the rest; both are parts of one list."""
        count, used = 0, 0.0
        for _, lines, _ in self.entries:
            used += self._entry_height(lines)
            if used > height + EPSILON:
                break
            count += 1
        if not 0 < count < len(self.entries):
            return None
        return replace(self, entries=self.entries[:count]), replace(self, entries=self.entries[count:], above=0.0)

    def _entry_height(self, lines: tuple[GlyphLine, ...]) -> float:
        return (LETTER_PITCH if self._lettered else LIST_PITCH) + (len(lines) - 1) * self.leading

    @property
    def _lettered(self) -> bool:
        return self.item.label_role == LETTER

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Return L > LI > Lbl, LBody; the mark is a Figure in the LBody."""
        top, children = y, []
        for label, lines, item in self.entries:
            height = self._entry_height(lines)
            children.append(self._entry(label, lines, item, Box(x, y, self.width, height)))
            y += height
            children.append(RuleBox(self.width, HAIRLINE, "hair").place(x, y - HAIRLINE))
        return Placed(Box(x, top, self.width, self.height), self.tag, children=tuple(children), kind="list")

    def _entry(self, label: GlyphLine, lines: Lines, item: Item, box: Box) -> Placed:
        baseline = box.y + (LETTER_BASELINE if self._lettered else LIST_BASELINE)
        number = Placed(
            box, Tag("Lbl"), lines=(PlacedLine(label, box.x, baseline, role=self.item.label_role),), kind="text"
        )
        body = tuple(
            PlacedLine(line, box.x + LIST_LABEL, baseline + i * self.leading, role="body")
            for i, line in enumerate(lines)
        )
        said = plain(item.body) if self.right_to_left else None
        text = Placed(box, Tag("Span", actual=said), lines=body, cut=lines.overfull, kind="text")
        parts = [text]
        if item.mark:
            spot = _mark(item.mark, self.item.colour, box.end - SIDE, baseline)
            parts.append(replace(spot, tag=Tag("Figure", alt=item.mark_alt)) if item.mark_alt else spot)
        return Placed(box, Tag("LI"), children=(number, Placed(box, Tag("LBody"), children=tuple(parts))), kind="entry")


def list_box(item: List, width: float, typesetter: Typesetter) -> ListBox:
    """Return a list broken to *width*."""
    entries = []
    for entry in item.items:
        room = width - LIST_LABEL - (LIST_MARK if entry.mark else 0.0)
        label = typesetter.line((*entry.label, entry.label[-1].__class__(" ")), item.label_role)
        lines = typesetter.lines(linked((*entry.body, entry.body[-1].__class__(" "))), "body", room)
        entries.append((label, lines, entry))
    leading = typesetter.style("body").leading
    attributes = (("O", "/List"), ("ListNumbering", f"/{item.numbering}"))
    tag = Tag("L", attributes=attributes)
    return ListBox(width, tuple(entries), item, leading, typesetter.right_to_left, item.above, tag)
