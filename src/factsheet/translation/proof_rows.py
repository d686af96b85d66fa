"""A row of a proof: the name of a text, what is to be done with it, the text and its translation side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from ..fit.boxes import RuleBox
from ..fit.texts import text_box
from ..model.content import Paragraph
from ..model.geometry import Box
from ..model.placed import Placed, PlacedLine
from ..model.tag import Tag

if TYPE_CHECKING:
    from ..fit.texts import TextBox
    from ..model.content import Text
    from ..model.drawing import GlyphLine
    from ..text.typesetter import Typesetter

    State = Literal["", "fuzzy", "empty", "wrong"]

WIDTH, SIDE, GUTTER = 595.28, 42.0, 24.0
MEASURE = WIDTH - 2 * SIDE
COLUMN = (MEASURE - GUTTER) / 2
OTHER = SIDE + COLUMN + GUTTER
"""Where the translations begin."""

HAIRLINE, ABOVE, BELOW = 0.5, 4.0, 7.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation, figures filled in; *state* is what is to be done with the translation."""

    where: str
    kind: str
    page: int
    source: Text
    said: Text
    state: State = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair, set. What goes on on another page has neither name nor flag there.

    Attributes:
        name, flag: the line over the texts.
        source, said: the texts in their columns; None where there is none.
        leading: of the line over the texts.
        tags: of the entry, its label, its body and its flag, one for all parts of a row.
    """

    name: GlyphLine | None
    flag: GlyphLine | None
    source: TextBox | None
    said: TextBox | None
    leading: float
    tags: tuple[Tag, Tag, Tag, Tag]

    @property
    def lead(self) -> float:
        """What stands over the texts."""
        return ABOVE + (self.leading if self.name else 0.0)

    @property
    def height(self) -> float:
        """The taller of the texts with what stands over and under it."""
        return self.lead + max(box.height for box in (self.source, self.said) if box) + BELOW

    def split(self, height: float) -> tuple[Row, Row] | None:
        """Return the lines of both texts that fit into *height*, and the rest."""
        parts = [_split(box, height - self.lead - BELOW) for box in (self.source, self.said)]
        (source, more), (said, more_said) = parts
        if not (source or said) or not (more or more_said):
            return None
        return replace(self, source=source, said=said), replace(self, name=None, flag=None, source=more, said=more_said)

    def place(self, y: float, baseline: float, listed: Tag, where: str) -> Placed:
        """Return the row under a hairline, an entry of the list *listed*; the first lines of both texts are level.

        Args:
            y: its top.
            baseline: from the top of the line over the texts to its baseline.
            listed: the tag of the list, which may go on on other pages.
            where: the name of the text.
        """
        box, base = Box(SIDE, y, MEASURE, self.height), y + ABOVE + baseline
        entry, label, body, flag = self.tags
        outer: list[Placed] = []
        inner: list[Placed] = []
        if self.name is not None:
            outer.append(Placed(box, label, lines=(PlacedLine(self.name, SIDE, base, role="caption"),), kind="text"))
        if self.flag is not None:
            inner.append(Placed(box, flag, lines=(PlacedLine(self.flag, OTHER, base, role="caption"),), kind="text"))
        first = max(text.baseline for text in (self.source, self.said) if text)
        for x, text in ((SIDE, self.source), (OTHER, self.said)):
            if text is not None:
                inner.append(text.place(x, y + self.lead + first - text.baseline))
        outer.append(Placed(box, body, children=tuple(inner)))
        rule = RuleBox(MEASURE, HAIRLINE, "hair").place(SIDE, y)
        item = Placed(box, entry, children=tuple(outer), kind="entry")
        return Placed(box, listed, children=(rule, item), where=where, kind="list")


def row_of(pair: Pair, flag: str, left: Typesetter, right: Typesetter) -> Row:
    """Return a pair, set: the source by *left*, its translation by *right*, *flag* in the language of the source."""
    return Row(
        left.line(f"{pair.where} ", "caption"),
        left.line(f"{flag} ", "caption", colour="accent_text", weight=700) if flag else None,
        _set(pair.source, left),
        _set(pair.said, right) if pair.said else None,
        left.style("caption").leading,
        (Tag("LI"), Tag("Lbl"), Tag("LBody"), Tag("P")),
    )


def _set(text: Text, typesetter: Typesetter) -> TextBox:
    """Return a text in its column, flush where its language begins."""
    align: Literal["start", "end"] = "end" if typesetter.right_to_left else "start"
    box = text_box(Paragraph(text, "body", align=align), COLUMN, typesetter)
    return replace(box, tag=replace(box.tag, lang=typesetter.language))


def _split(box: TextBox | None, height: float) -> tuple[TextBox | None, TextBox | None]:
    if box is None or box.height <= height:
        return box, None
    return box.split(height) or (None, box)
