"""How much room each text has on the page, in characters, as the page was set in the language of its author."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..fit.nodes import walk
from ..model.content import plain
from ..model.drawing import SetLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..language.texts import SourceText
    from ..language.words import EditionWords
    from ..model.placed import Placed, PlacedPage


@dataclass(frozen=True, slots=True)
class Room:
    """What a text may take: so many characters, in so many lines."""

    characters: int
    lines: int


@dataclass(frozen=True, slots=True)
class _Set:
    """A text as it was set: its words, the points that a line may have, the points that its lines have."""

    words: str
    width: float
    lines: int
    used: float


def rooms(pages: tuple[PlacedPage, ...], texts: Iterable[SourceText], words: EditionWords) -> Mapping[str, Room]:
    """Return the room of texts by their place; of those that are not found on the page, or set freely, none.

    A text may fill the lines that it has: more of them would take the room of what follows.

    Args:
        pages: placed, the labels of figures recorded.
        texts: those of the edition.
        words: those that *pages* were set in.
    """
    blocks: dict[str, list[_Set]] = {}
    for page in pages:
        for node, where in walk(page.placed):
            blocks.setdefault(where, []).extend(_set(node))
    found = {}
    for text in texts:
        block = ".".join(text.where.split(".")[:3])
        said = _plainly(plain(words.text(text.message)))
        room = next(filter(None, (_room(one, said) for one in blocks.get(block, ()))), None)
        if room is not None:
            found[text.where] = room
    return found


def _set(node: Placed) -> Iterator[_Set]:
    starts = [placed for placed in node.lines if not placed.end]
    if starts:
        said = "".join(placed.line.text for placed in starts)
        yield _Set(_plainly(said), node.box.width, len(starts), sum(placed.line.width for placed in starts))
    for item in () if node.drawing is None else node.drawing.items:
        if isinstance(item, SetLabel) and item.room:
            yield _Set(_plainly(item.line.text), item.room, 1, item.line.width)


def _room(one: _Set, said: str) -> Room | None:
    if not said or said not in one.words or not one.used:
        return None
    average = one.used / len(one.words)
    characters = int(one.width / average) * one.lines - (len(one.words) - len(said))
    return Room(max(characters, len(said)), one.lines)


def _plainly(text: str) -> str:
    return " ".join(text.split())
