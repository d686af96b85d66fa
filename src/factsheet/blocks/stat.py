"""A single figure with its words beside it, for strips and bands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..model.content import Cell, Columns, Content, Paragraph, Span
from ..options import Block, FactName, TextField

if TYPE_CHECKING:
    from ..model.content import Text
    from ..model.facts import Printed
    from ..model.words import Words


class Stat(Block):
    """A number, what it counts, and a line about it; without a fact, the words alone say why no number stands there."""

    name: ClassVar[str] = "stat"

    label: TextField
    text: TextField | None = None
    fact: FactName | None = None

    def compose(self, words: Words, rule: float) -> tuple[Content, ...]:
        """Return number and words side by side, 6 pt apart."""
        beside: list[Content] = [Paragraph(words.text(self.label), "h3")]
        if self.text is not None:
            beside.append(Paragraph(words.text(self.text), "strip_text"))
        if self.fact is None:
            return tuple(beside)
        number = Paragraph(figure(words.printed(*words.point(self.fact))), "strip")
        return (Columns((Cell((number,), columns=0), Cell(tuple(beside))), gap=6),)


def figure(printed: Printed) -> Text:
    """Return a large number as spans: the qualifier word small before it, the status small after it."""
    before = (Span(printed.word + "\N{NO-BREAK SPACE}", role="h3"),) if printed.word else ()
    after = (Span("\N{THIN SPACE}" + printed.suffix, role="qualifier"),) if printed.suffix else ()
    return (*before, Span(printed.short), *after)
