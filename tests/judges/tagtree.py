"""The structure tree of a PDF as text that a person can read, and what stands outside of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name

from .content import page_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pikepdf import Object

    from .content import PageContent

PROPERTIES = ("Lang", "T", "Alt", "E", "ActualText")
ATTRIBUTES = ("Scope", "ColSpan", "RowSpan", "Headers", "ListNumbering", "Placement")
INLINE = {"Span", "Link", "Em", "Strong", "Reference", "Quote", "Code"}


@dataclass
class Leaf:
    """Content of an element: the number of a page from 0, an MCID and its text objects, or a line on an annotation."""

    page: int = 0
    mcid: int = -1
    texts: list[str] = field(default_factory=list)
    annotation: str = ""


@dataclass
class Element:
    """A structure element: its type, what it says about itself, and what it holds."""

    role: str
    properties: dict[str, str]
    kids: list[Element | Leaf] = field(default_factory=list)

    def leaves(self) -> Iterator[Leaf]:
        """Yield the content below, in order."""
        for kid in self.kids:
            if isinstance(kid, Leaf):
                yield kid
            else:
                yield from kid.leaves()


class Structure:
    """The structure tree of a document, and what each of its pages paints."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Read the tree; a document without one has no *roots*."""
        self.pages: list[PageContent] = [page_content(page) for page in pdf.pages]
        self._numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        tree = pdf.Root.get(Name.StructTreeRoot, Dictionary())
        self.roots = [self._element(child, None) for child in _kids(tree)]

    def _element(self, node: Object, page: Object | None) -> Element:
        page = node.get(Name.Pg, page)
        element = Element(str(node.S)[1:], dict(_described(node)))
        for kid in _kids(node):
            inner = isinstance(kid, Dictionary) and Name.S in kid
            element.kids.append(self._element(kid, page) if inner else self._leaf(kid, page))
        return element

    def _leaf(self, kid: Object | int, page: Object | None) -> Leaf:
        if isinstance(kid, Dictionary) and kid.get(Name.Type) == Name.OBJR:
            return Leaf(annotation=_annotation(kid.Obj))
        if isinstance(kid, Dictionary):
            page, kid = kid.get(Name.Pg, page), kid.MCID
        assert page is not None, "marked content without a page"
        number, mcid = self._numbers[page.objgen], int(kid)
        return Leaf(number, mcid, self.pages[number].marked.get(mcid, ["<nothing>"]))


def tree(pdf: Path) -> str:
    """Return the structure tree, one line an element or piece of text (``page: "text"``), then the pages' artifacts.

    The labels of a figure are kept apart by bars; the lines of a paragraph are not, so that a lost space shows.
    """
    with pikepdf.open(pdf) as document:
        structure = Structure(document)
    lines = [line for root in structure.roots for line in _lines(root, 0)]
    lines += [
        f"page {number} artifact {_quoted(text)}"
        for number, content in enumerate(structure.pages, start=1)
        for text in content.artifacts
        if text
    ]
    return "\n".join(lines) + "\n"


def strays(pdf: Path) -> list[str]:
    """Return all that is painted outside of tags and artifacts, and marked content that no element claims."""
    with pikepdf.open(pdf) as document:
        structure = Structure(document)
    claimed = {(leaf.page, leaf.mcid) for root in structure.roots for leaf in root.leaves()}
    found = []
    for number, content in enumerate(structure.pages):
        if content.unmarked:
            stray = _quoted("".join(content.unmarked))
            found.append(f"page {number + 1}: {stray} is neither tagged nor an artifact")
        found += [
            f"page {number + 1}: {_quoted(''.join(texts))} (MCID {mcid}) belongs to no structure element"
            for mcid, texts in content.marked.items()
            if (number, mcid) not in claimed
        ]
    return found


def texts(pdf: Path) -> list[list[str]]:
    """Return, for each page, the text of each block (its inline elements in it) and of each label of a figure.

    ActualText stands for the text below it, as it does for a reader.
    """
    with pikepdf.open(pdf) as document:
        structure = Structure(document)
    found: list[list[str]] = [[] for _ in structure.pages]
    for root in structure.roots:
        for page, text in _blocks(root):
            found[page].append(text)
    return found


def _blocks(element: Element) -> Iterator[tuple[int, str]]:
    if element.role == "Figure":
        yield from ((leaf.page, text) for leaf in element.leaves() for text in leaf.texts if text)
        return
    running: dict[int, str] = {}
    for page, text in _running(element):
        running[page] = running.get(page, "") + text
    yield from running.items()
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _blocks_within(kid)


def _blocks_within(element: Element) -> Iterator[tuple[int, str]]:
    if element.role not in INLINE:
        yield from _blocks(element)
        return
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _blocks_within(kid)


def _running(element: Element) -> Iterator[tuple[int, str]]:
    """Yield the text of a block and of the inline elements in it."""
    if "ActualText" in element.properties:
        yield from ((leaf.page, element.properties["ActualText"]) for leaf in list(element.leaves())[:1])
        return
    for kid in element.kids:
        if isinstance(kid, Leaf):
            yield kid.page, "".join(kid.texts)
        elif kid.role in INLINE:
            yield from _running(kid)


def _lines(element: Element, depth: int) -> Iterator[str]:
    said = (f"{name}={_quoted(text)}" for name, text in element.properties.items())
    yield "  " * depth + " ".join([element.role, *said])
    between = " | " if element.role == "Figure" else ""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _lines(kid, depth + 1)
        else:
            line = kid.annotation or f"{kid.page + 1}: {_quoted(between.join(filter(None, kid.texts)))}"
            yield "  " * (depth + 1) + line


def _kids(node: Object) -> list[Object]:
    kids = node.get(Name.K, Array())
    return list(kids.as_list()) if isinstance(kids, Array) else [kids]


def _described(node: Object) -> Iterator[tuple[str, str]]:
    """Yield name and value of what a structure element says about itself, geometry left out."""
    for name in PROPERTIES:
        if f"/{name}" in node:
            yield name, str(node[f"/{name}"])
    attributes = node.get(Name.A, Array())
    for owner in attributes.as_list() if isinstance(attributes, Array) else [attributes]:
        for name in ATTRIBUTES:
            if isinstance(owner, Dictionary) and f"/{name}" in owner:
                yield name, str(owner[f"/{name}"]).removeprefix("/")


def _annotation(target: Object) -> str:
    """Return a line for an annotation: its kind, where it leads, its description."""
    action = target.get(Name.A, Dictionary())
    goal = str(action.get(Name.URI, "")) or ("inside" if Name.Dest in target or Name.D in action else "")
    kind, description = str(target.get(Name.Subtype, "/?"))[1:], str(target.get(Name.Contents, ""))
    return f"annotation {kind} {_quoted(goal)} {_quoted(description)}"


def _quoted(text: str) -> str:
    return '"' + "".join(c if c.isprintable() or c == "\u00a0" else f"\\u{ord(c):04x}" for c in text) + '"'
