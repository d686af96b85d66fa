"""Numbered lists side by side under one heading, with marks that the sub-line explains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from ..model.brand import TEXT_ROLES
from ..model.content import Cell, Columns, Content, Heading, Item, List, MarkName, Paragraph, Rule, Span
from ..options import Block, Options, TextField, head

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Text
    from ..model.words import Words


class Entry(Options):
    """One entry. *mark* is one of the key's; without it the first mark of the key stands there."""

    text: TextField = Field(description="What the entry says.")
    mark: MarkName | None = Field(default=None, description="A mark of the key; the first one of the key if left out.")


def _entry(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Tier(Options):
    """One list: its heading, its colour, its entries. The count beside the heading is the number of entries."""

    title: TextField = Field(description="The heading of the list; the number of its entries stands beside it.")
    items: Annotated[
        tuple[Annotated[Entry, BeforeValidator(_entry)], ...],
        Field(min_length=1, description="The entries, in the order in which they are numbered."),
    ]
    colour: Literal["accent", "data", "ink"] = Field(
        default="data", description="The role of colour of heading and numbers."
    )


class Key(Options):
    """What the marks mean."""

    dot: TextField | None = Field(default=None, description="What a dot means.")
    ring: TextField | None = Field(default=None, description="What a ring means.")
    square: TextField | None = Field(default=None, description="What a square means.")


class Lists(Block):
    """Two or more numbered lists side by side."""

    name: ClassVar[str] = "lists"

    title: TextField = Field(description="What the lists show.")
    measure: TextField | None = Field(default=None, description="What is listed, small under the title.")
    key: Key = Field(default=Key(), description="What the marks mean; the line under the title explains them.")
    lists: Annotated[tuple[Tier, ...], Field(min_length=1, max_length=4, description="The lists, at most four.")]

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the head, whose sub-line is the key, and the lists as columns of equal width."""
        cells = tuple(Cell(self._tier(words, tier)) for tier in self.lists)
        return (*head(words, brand.rule, self.title), *self._key(words), Columns(cells, above=8))

    def _marks(self) -> dict[MarkName, Any]:
        named: tuple[tuple[MarkName, Any], ...] = (
            ("dot", self.key.dot),
            ("ring", self.key.ring),
            ("square", self.key.square),
        )
        return {name: message for name, message in named if message is not None}

    def _key(self, words: Words) -> tuple[Content, ...]:
        text: list[Span] = list(words.text(self.measure)) if self.measure is not None else []
        for mark, message in self._marks().items():
            text += [Span(" ", mark=mark, colour="ink"), *words.text(message)]
        return (Paragraph(tuple(text), "sub"),) if text else ()

    def _tier(self, words: Words, tier: Tier) -> tuple[Content, ...]:
        marks, colour = self._marks(), TEXT_ROLES[tier.colour]
        default = next(iter(marks), None)
        items = []
        for number, entry in enumerate(tier.items, 1):
            mark = entry.mark or default
            said = words.plain(marks[mark]) if mark in marks else ""
            items.append(Item((Span(words.number(number)),), words.text(entry.text), mark, said))
        count: Text = (Span(words.number(len(items)), role="row_number", colour=colour),)
        title = Heading(words.text(tier.title), 3, "h3", end=count, colour=colour)
        return title, Rule(1.5, colour, above=3), List(tuple(items), "Decimal", colour)
