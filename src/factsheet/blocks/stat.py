"""A single figure with its words beside it, for strips and bands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Cell, Columns, Content, Paragraph, Rule, Span
from ..options import Block, FactName, Flag, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Text
    from ..model.facts import Printed
    from ..model.words import Words


HAIRLINE = 0.5


class Stat(Block):
    """A number, what it counts, and a line about it; without a fact, the words alone say why no number stands there."""

    name: ClassVar[str] = "stat"

    label: TextField = Field(description="What the number counts, or what is spoken of where there is none.")
    text: TextField | None = Field(default=None, description="A line about it.")
    fact: FactName | None = Field(default=None, description="The number.")
    number: TextField | None = Field(
        default=None, description="A number that counts nothing, such as that of a target."
    )
    stacked: Flag = Field(default=False, description="Whether number and words stand one under the other, ruled above.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return number and words side by side, 6 pt apart, or one under the other below a hairline."""
        beside: list[Content] = [Paragraph(words.text(self.label), "h3")]
        if self.text is not None:
            beside.append(Paragraph(words.text(self.text), "strip_text"))
        number = self._number(words)
        if not number:
            return tuple(beside)
        if self.stacked:
            return Rule(HAIRLINE), Paragraph(number, "target", above=6), *beside
        return (Columns((Cell((Paragraph(number, "strip"),), columns=0), Cell(tuple(beside))), gap=6),)

    def _number(self, words: Words) -> Text:
        if self.fact is not None:
            return figure(words.printed(*words.point(self.fact)))
        return words.text(self.number) if self.number is not None else ()


def figure(printed: Printed) -> Text:
    """Return a large number as spans: the qualifier word small before it, the status small after it."""
    before = (Span(printed.word + "\N{NO-BREAK SPACE}", role="h3"),) if printed.word else ()
    after = (Span("\N{THIN SPACE}" + printed.suffix, role="qualifier"),) if printed.suffix else ()
    return (*before, Span(printed.short), *after)
