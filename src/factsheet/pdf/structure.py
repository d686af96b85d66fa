"""The structure tree (ISO 32000-1, 14.7): nodes while painting, objects when the document is saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from ..model.tag import Tag

    Kid: TypeAlias = "Node | Annotation | tuple[int, int]"

GROUPING = frozenset({"Document", "Part", "Art", "Sect", "Div", "L", "LI", "Table", "TR", "THead", "TBody"})
"""Elements that hold elements; what is painted straight under one is decoration."""

Dictionary, Array, Text = pdfdoc.PDFDictionary, pdfdoc.PDFArray, pdfdoc.PDFString


class Indirect(pdfdoc.PDFDictionary):  # type: ignore[misc] # ReportLab is untyped
    """A dictionary that ReportLab writes as an object of its own."""

    __RefOnly__ = 1


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """An annotation that an element holds: the page that it is on, and its dictionary."""

    page: int
    dictionary: Any


class Node:
    """A structure element while the document is painted."""

    def __init__(self, tag: Tag, parent: Node | None) -> None:
        """Stand under *parent*, but enter its kids only when something is painted."""
        self.tag, self.parent = tag, parent
        self.kids: list[Kid] = []
        self.box: tuple[float, ...] | None = None
        self._used = False

    def use(self) -> None:
        """Enter the tree, the parent first: order of kids is order of painting, which is reading order."""
        if self.parent is not None and not self._used:
            self._used = True
            self.parent.use()
            self.parent.kids.append(self)


def structure_tree(root: Node, pages: list[list[Node]]) -> Any:
    """Return StructTreeRoot; *pages* holds for each page the node of each marked content id (ParentTree)."""
    made: dict[Node, Any] = {}
    tree = Indirect({"Type": "/StructTreeRoot"})
    tree["K"] = Array([_element(root, tree, made)])
    entries: list[Any] = []
    for index, nodes in enumerate(pages):
        if nodes:
            entries += [index, Array([made[node] for node in nodes])]
    held = [(kid, node) for node in made for kid in node.kids if isinstance(kid, Annotation)]
    for key, (annotation, node) in enumerate(held, len(pages)):
        annotation.dictionary["StructParent"] = key
        entries += [key, made[node]]
    tree["ParentTree"] = Indirect({"Nums": Array(entries)})
    tree["ParentTreeNextKey"] = len(pages) + len(held)
    return tree


def page_reference(index: int) -> Any:
    """Return a reference to a page, counted from 0."""
    return pdfdoc.PDFObjectReference(f"Page{index + 1}")


def _element(node: Node, parent: Any, made: dict[Node, Any]) -> Any:
    tag = node.tag
    element = made[node] = Indirect({"Type": "/StructElem", "S": f"/{tag.type}", "P": parent})
    for key, value in (("Alt", tag.alt), ("ActualText", tag.actual), ("Lang", tag.lang)):
        if value is not None:
            element[key] = Text(value)
    if attributes := _attributes(node):
        element["A"] = attributes[0] if len(attributes) == 1 else Array(attributes)
    first = next((kid[0] for kid in node.kids if isinstance(kid, tuple)), None)
    if first is not None:
        element["Pg"] = page_reference(first)
    element["K"] = Array([_kid(kid, element, first, made) for kid in node.kids])
    return element


def _kid(kid: Kid, element: Any, first: int | None, made: dict[Node, Any]) -> Any:
    if isinstance(kid, Node):
        return _element(kid, element, made)
    if isinstance(kid, Annotation):
        return Dictionary({"Type": "/OBJR", "Pg": page_reference(kid.page), "Obj": kid.dictionary})
    page, content = kid
    return content if page == first else Dictionary({"Type": "/MCR", "Pg": page_reference(page), "MCID": content})


def _attributes(node: Node) -> list[Any]:
    attributes = [Dictionary(dict(node.tag.attributes))] if node.tag.attributes else []
    if node.box is not None:
        attributes.append(Dictionary({"O": "/Layout", "BBox": Array(list(node.box)), "Placement": "/Block"}))
    return attributes
