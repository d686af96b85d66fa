"""YAML as people mean it: every scalar stays the text that was written, and nothing is ever constructed.

PyYAML parses (libyaml where it is there) to events with marks; this module composes them, so that depth, aliases and
size are bounded before anything grows. What ``2018``, ``NO`` or ``1e3`` means is for the key's own type to say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from ..problems import Position
from .document import Document
from .files import MAX_TEXT, decode, read_bytes, refused
from .nodes import Node, flattened
from .syntax import add_syntax_problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .report import Problems

MAX_DEPTH = 40
MAX_ALIASES = 20
MAX_VALUES = 50_000
"""Values of a file, those that aliases repeat included."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null"}


class _StopError(Exception):
    """Composing cannot go on; the problem is noted already."""


def load(text: str, file: str, problems: Problems) -> Document | None:
    """Return *text* as a document, or None where it is no YAML; problems are noted either way."""
    composer = _Composer(text, file, problems)
    try:
        root = composer.compose()
    except _StopError:
        return None
    document = Document(file, None, text, {"": Position(file)}, {}, {})
    return document if root is None else flattened(root, text, file)


@dataclass(slots=True)
class _Composer:
    text: str
    file: str
    problems: Problems
    root: Node | None = None
    open: list[Node] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    aliases: int = 0
    documents: int = 0

    def compose(self) -> Node | None:
        for event in self._events():
            match event:
                case yaml.DocumentStartEvent():
                    self._document(event)
                case yaml.AliasEvent():
                    self._attach(self._alias(event))
                case yaml.ScalarEvent():
                    self._attach(self._scalar(event))
                case yaml.CollectionStartEvent():
                    self._begin(event)
                case yaml.CollectionEndEvent():
                    self._end(event)
        return self.root

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.text, Loader=_LOADER)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            add_syntax_problem(error, self.text, self.file, self.problems)
            raise _StopError from error

    def _problem(self, rule: str, message: str, mark: Any, remedy: str, length: int = 1) -> None:
        self.problems.add(rule, message, Position(self.file, mark.line + 1, mark.column + 1, length), remedy)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._problem("yaml-documents", "a second document begins here", event.start_mark, "keep one a file")
            raise _StopError

    def _untagged(self, event: Any) -> None:
        if event.tag is not None:
            message = "tags are not allowed"
            self._problem("yaml-tag", message, event.start_mark, "delete it, or quote a text that begins with !")

    def _scalar(self, event: Any) -> Node:
        self._untagged(event)
        text: str | None = event.value
        if not event.style and text in _NULLS:
            text = None
        elif refused(event.value):
            message = "an escape here makes a character that is invisible"
            self._problem("file-character", message, event.start_mark, "delete it")
        node = Node(event.start_mark, event.end_mark, text)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _alias(self, event: Any) -> Node:
        self.aliases += 1
        node = self.anchors.get(event.anchor)
        if node is None:
            message = f"no value before this is called &{event.anchor}"
            self._problem("yaml-alias", message, event.start_mark, "quote a text that begins with *")
            raise _StopError
        if self.aliases > MAX_ALIASES:
            message = f"there are more than {MAX_ALIASES} aliases"
            self._problem("yaml-alias", message, event.start_mark, "write the values out")
            raise _StopError
        return node

    def _begin(self, event: Any) -> None:
        self._untagged(event)
        node = Node(event.start_mark, event.end_mark, anchor=event.anchor)
        if isinstance(event, yaml.MappingStartEvent):
            node.pairs = {}
        else:
            node.items = []
        self.open.append(node)
        self._bound(node, len(self.open))

    def _end(self, event: Any) -> None:
        node = self.open.pop()
        if event.end_mark.line == node.start.line:
            node.end = event.end_mark
        if node.anchor is not None:
            self.anchors[node.anchor] = node
        self._attach(node)

    def _bound(self, node: Node, depth: int) -> None:
        if depth + node.height > MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} deep"
            self._problem("yaml-depth", message, node.start, "nest less")
            raise _StopError

    def _attach(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        self._bound(node, len(self.open))
        parent.height = max(parent.height, node.height + 1)
        parent.size += node.size
        if parent.size > MAX_VALUES:
            self._problem("file-large", f"the file holds more than {MAX_VALUES} values", node.start, "split it")
            raise _StopError
        if parent.items is not None:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            self._pair(parent, parent.key, node)
            parent.key = None

    def _pair(self, parent: Node, key: Node, value: Node) -> None:
        pairs = parent.pairs if parent.pairs is not None else {}
        if key.text is None:
            self._problem("yaml-key", "a key is a plain text", key.start, "quote a text that begins with [ or {")
            return
        length = max(key.end.column - key.start.column, 1)
        if key.text == "<<":
            self._problem("yaml-merge", "merge keys are not read", key.start, "write the keys out", length)
        elif key.text in pairs:
            first = pairs[key.text][0].start.line + 1
            message = f"the key '{key.text}' stands here twice, first in line {first}"
            self._problem("yaml-key-duplicate", message, key.start, "keep one of the two", length)
        else:
            pairs[key.text] = (key, value)


def load_file(path: Path, file: str, problems: Problems) -> Document | None:
    """Return the YAML file at *path*, called *file* in problems, or None where it cannot be read."""
    data = read_bytes(path, file, MAX_TEXT, problems, Position(file))
    text = None if data is None else decode(data, file, problems)
    return None if text is None else load(text, file, problems)
