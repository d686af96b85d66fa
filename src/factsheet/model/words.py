"""Words: how one language says numbers, dates, qualifiers and the tool's own phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from decimal import Decimal

    from .content import Text
    from .facts import Date, Fact, Point, Printed, Source
    from .message import Message


class Words(Protocol):
    """What blocks and figures ask when they need words. Nothing is printed past it, so it knows what was printed."""

    language: str
    right_to_left: bool

    def text(self, message: Message) -> Text:
        """Return *message* with its figures filled in and its inline Markdown as spans."""
        ...

    def plain(self, message: Message) -> str:
        """Return the same as one string, for alt texts and metadata."""
        ...

    def fact(self, name: str) -> Fact:
        """Return the fact called *name*; read has made sure that it exists."""
        ...

    def point(self, name: str) -> tuple[Fact, Point]:
        """Return the fact and the point that ``id`` (its latest) or ``id@2014`` names."""
        ...

    def printed(self, fact: Fact, point: Point) -> Printed:
        """Return how *point* of *fact* is printed."""
        ...

    def series(self, fact: Fact) -> tuple[Printed, ...]:
        """Return the drawn points of *fact* in order of time."""
        ...

    def number(self, value: Decimal | float, decimals: int | None = None) -> str:
        """Return *value* grouped, with a true minus."""
        ...

    def unit(self, fact: Fact) -> str:
        """Return the unit as it stands apart from its number: a currency and a scale (``USD million``)."""
        ...

    def date(self, at: Date) -> str:
        """Return a year, month or day as the language writes it."""
        ...

    def phrase(self, key: str, **arguments: str | int) -> str:
        """Return one of the tool's own phrases."""
        ...

    def sources(self) -> tuple[Source, ...]:
        """Return every source of the edition, in its order."""
        ...

    def phrase_text(self, key: str, **arguments: str | int) -> Text:
        """Return a phrase with its inline Markdown as spans."""
        ...

    def take(self) -> tuple[Printed, ...]:
        """Return what was printed since the last call, in order, and forget it."""
        ...
