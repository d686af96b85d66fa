"""Lettered lists side by side: points that belong together but count nothing."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from ..model.brand import TEXT_ROLES
from ..model.content import Cell, Columns, Content, Item, List, Paragraph, Rule, Span
from ..options import Block, Options, TextField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.brand import Brand
    from ..model.words import Words

RULE = 1.5


class LetteredList(Options):
    """One list: its heading, its colour, its points."""

    title: TextField = Field(description="The heading of the list.")
    items: Annotated[tuple[TextField, ...], Field(min_length=1, max_length=13, description="The points.")]
    colour: Literal["accent", "data", "ink"] = Field(default="data", description="The role of heading and letters.")


class Letters(Block):
    """One to four lists side by side; the letters run on from one to the next."""

    name: ClassVar[str] = "letters"

    lists: Annotated[tuple[LetteredList, ...], Field(min_length=1, max_length=4, description="The lists.")]

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the lists as columns of equal width."""
        alphabet = words.phrase("letters").split()
        letters = chain(alphabet, (f"{first}{second}" for first in alphabet for second in alphabet))
        return (Columns(tuple(Cell(self._list(words, each, letters)) for each in self.lists)),)

    @staticmethod
    def _list(words: Words, each: LetteredList, letters: Iterator[str]) -> tuple[Content, ...]:
        colour = TEXT_ROLES[each.colour]
        items = tuple(Item((Span(next(letters), colour=colour),), words.text(text)) for text in each.items)
        title = Paragraph(words.text(each.title), "h3", colour=colour)
        return title, Rule(RULE, colour, above=4), List(items, "LowerAlpha", colour, label_role="list_letter")
