"""Pairs of a name and a value, a line each, for the facts that stand beside everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Content, Heading, Paragraph, Rule, Span
from ..options import Block, FactName, Options, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Text
    from ..model.words import Words

HAIRLINE = 0.5


class Pair(Options):
    """A name, and what stands at the end of its line: a text, or a fact."""

    label: TextField = Field(description="The name.")
    text: TextField | None = Field(default=None, description="The value as a text.")
    fact: FactName | None = Field(default=None, description="The value as a fact, with its qualifier and unit.")


class Pairs(Block):
    """Names at the start of a line, values at its end, a hairline over each."""

    name: ClassVar[str] = "pairs"
    shorthand: ClassVar[str | None] = "items"

    title: TextField | None = Field(default=None, description="A heading over the pairs.")
    items: Annotated[tuple[Pair, ...], Field(min_length=1, description="The pairs.")]

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return a hairline and a paragraph for each pair."""
        content: list[Content] = []
        if self.title is not None:
            content.append(Heading(words.text(self.title), 2, "h2"))
        for pair in self.items:
            content.append(Rule(HAIRLINE, "hair", above=4))
            content.append(Paragraph(words.text(pair.label), "sub", end=_value(words, pair), above=4))
        return (*content, Rule(HAIRLINE, "hair", above=4))


def _value(words: Words, pair: Pair) -> Text:
    if pair.fact is not None:
        return (Span(words.printed(*words.point(pair.fact)).prose, role="h3"),)
    if pair.text is None:
        return ()
    return tuple(Span(span.text, bold=span.bold, emphasis=span.emphasis, role="h3") for span in words.text(pair.text))
