"""A YAML file as plain values, together with the place of each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..problems import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Document:
    """A file, read.

    Attributes:
        file: its path from the project's root, with ``/``.
        value: dicts, lists, texts and None; every scalar is the text that was written.
        text: the whole file.
        values: place of each value by dotted path (``pages.0.areas.left.0.columns.fact``); the root is the empty path.
        keys: place of the key of each value that has one, by the same paths.
        spans: start and end of each scalar as offsets into *text*, by the same paths.
    """

    file: str
    value: Any
    text: str
    values: Mapping[str, Position]
    keys: Mapping[str, Position]
    spans: Mapping[str, tuple[int, int]]

    def nearest(self, path: str) -> str:
        """Return *path*, or the longest part of it that the file holds."""
        while path and path not in self.values:
            path = path.rpartition(".")[0]
        return path


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a document, by its dotted path. It need not be there: then its parent's place stands for it."""

    document: Document
    path: str = ""

    def at(self, *parts: str | int) -> Place:
        """Return the place of a part of this value."""
        return Place(self.document, ".".join(filter(None, (self.path, *map(str, parts)))))

    @property
    def exists(self) -> bool:
        """Whether the file holds it."""
        return self.path in self.document.values

    @property
    def position(self) -> Position:
        """Where the value stands."""
        return self.document.values[self.document.nearest(self.path)]

    @property
    def key(self) -> Position:
        """Where its key stands; where it has none, the value."""
        path = self.document.nearest(self.path)
        return self.document.keys.get(path, self.document.values[path])

    def within(self, text: str, offset: int, length: int = 1) -> Position:
        """Return the position of ``text[offset]``, *text* being the value of this scalar.

        Escapes and folding move characters about, so where the file does not hold *text* as it is, the character is
        found by counting its like from the start of the scalar.
        """
        span = self.document.spans.get(self.document.nearest(self.path))
        if span is None:
            return self.position
        raw = self.document.text[slice(*span)]
        start = raw.find(text)
        found = start + offset if start >= 0 else _occurrence(raw, text[offset], text.count(text[offset], 0, offset))
        return self._position(span[0] + found, length) if found >= 0 else self.position

    def _position(self, index: int, length: int) -> Position:
        before = self.document.text[:index]
        line = before.count("\n") + 1
        return Position(self.document.file, line, index - (before.rfind("\n") + 1) + 1, length)


def _occurrence(raw: str, character: str, skip: int) -> int:
    index = raw.find(character)
    for _ in range(skip):
        if index < 0:
            break
        index = raw.find(character, index + 1)
    return index


def parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    """Return the parts of a mapping or list with their keys; a scalar has none."""
    return value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()


def paths(value: Any, prefix: str = "") -> Iterator[str]:
    """Yield the dotted path of *value* and of each of its parts."""
    yield prefix
    for key, part in parts(value):
        yield from paths(part, f"{prefix}.{key}" if prefix else str(key))
