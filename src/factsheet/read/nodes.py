"""Composed YAML nodes, and how they become a document of plain values with their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..problems import Position
from .document import Document


@dataclass(slots=True)
class Node:
    """A value with its place; *height* counts the levels below it, *size* all values in it."""

    start: Any
    end: Any
    text: str | None = None
    items: list[Node] | None = None
    pairs: dict[str, tuple[Node, Node]] | None = None
    key: Node | None = None  # the key that waits for its value
    anchor: str | None = None
    height: int = 0
    size: int = 1


def flattened(root: Node, text: str, file: str) -> Document:
    """Return *root* as a document; *text* is the file that it was read from."""
    return _Flattener(text, file).document(root)


@dataclass(slots=True)
class _Flattener:
    """Turns nodes into plain values and notes the place of each."""

    text: str
    file: str
    values: dict[str, Position] = field(default_factory=dict)
    keys: dict[str, Position] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def document(self, root: Node) -> Document:
        return Document(self.file, self._value(root, ""), self.text, self.values, self.keys, self.spans)

    def _value(self, node: Node, path: str) -> Any:
        self.values[path] = self._position(node)
        prefix = f"{path}." if path else ""
        if node.items is not None:
            return [self._value(item, f"{prefix}{index}") for index, item in enumerate(node.items)]
        if node.pairs is not None:
            return {name: self._entry(*pair, f"{prefix}{name}") for name, pair in node.pairs.items()}
        self.spans[path] = (node.start.index, node.end.index)
        return node.text

    def _entry(self, key: Node, value: Node, path: str) -> Any:
        self.keys[path] = self._position(key)
        plain = self._value(value, path)
        if plain is None and value.start.index == value.end.index:  # nothing is written: it has no place of its own
            self.values[path] = self.keys[path]
        return plain

    def _position(self, node: Node) -> Position:
        start, end = node.start, node.end
        length = end.column - start.column if end.line == start.line else self._rest(node)
        return Position(self.file, start.line + 1, start.column + 1, max(length, 1))

    def _rest(self, node: Node) -> int:
        """Return how many characters of a longer scalar stand in its first line."""
        if node.text is None:
            return 1
        start: int = node.start.index
        line_end = self.text.find("\n", start)
        return (line_end if line_end >= 0 else len(self.text)) - start
