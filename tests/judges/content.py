"""What a page paints, sorted by the marked content it stands in: structure, artifact, or nothing at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Name, String

from .cmap import Decoder

if TYPE_CHECKING:
    from pikepdf import Object

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "BI", "INLINE IMAGE"}
GAP = -200  # a jump of a fifth of an em inside TJ is a space that was not set as one

Mark = int | str | None  # an MCID, the word "artifact", or neither


@dataclass
class PageContent:
    """The text of a page: by MCID and text object, each artifact's, and whatever was painted outside of both."""

    marked: dict[int, list[str]] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)


@dataclass
class _Open:
    """A marked-content sequence that has begun; *actual* is the ActualText that stands for what it shows."""

    mark: Mark
    actual: str | None


class _Reader:
    def __init__(self) -> None:
        self.found = PageContent()
        self.open: list[_Open] = []
        self.decode: Decoder | None = None

    def read(self, stream: pikepdf.Page | Object, resources: Object) -> None:
        fonts = {name: Decoder(font) for name, font in dict(resources.get(Name.Font, {})).items()}
        saved: list[Decoder | None] = []
        for instruction in pikepdf.parse_content_stream(stream):
            operands, operator = instruction.operands, str(instruction.operator)
            if operator == "q":
                saved.append(self.decode)
            elif operator == "Q":
                self.decode = saved.pop()
            elif operator in {"BDC", "BMC"}:
                self.begin(list(operands), resources)
            elif operator == "EMC":
                self.open.pop()
            elif operator in {"BT", "Tm"}:
                self.begin_text()
            elif operator == "Tf":
                self.decode = fonts[str(operands[0])]
            elif operator in SHOWING:
                self.write(self.text(operands[-1]))
            elif operator in PAINTING:
                self.paint(operator)
            elif operator == "Do":
                self.invoke(resources[Name.XObject][str(operands[0])], resources)

    def begin(self, operands: list[Object], resources: Object) -> None:
        properties = operands[1] if len(operands) > 1 else Dictionary()
        if isinstance(properties, Name):
            properties = resources[Name.Properties][str(properties)]
        mark: Mark = "artifact" if operands[0] == Name.Artifact else None
        if Name.MCID in properties:
            mark = int(properties.MCID)
            self.found.marked.setdefault(mark, [""])
        elif mark:
            self.found.artifacts.append("")
        actual = str(properties[Name.ActualText]) if Name.ActualText in properties else None
        self.open.append(_Open(mark, actual))
        if actual:
            self.write(actual, final=True)

    def begin_text(self) -> None:
        mark = self.mark()
        if isinstance(mark, int) and self.found.marked[mark][-1]:
            self.found.marked[mark].append("")

    def write(self, text: str, *, final: bool = False) -> None:
        if not final and any(entry.actual is not None for entry in self.open):
            return
        mark = self.mark()
        if mark is None:
            self.found.unmarked.append(text)
        elif isinstance(mark, int):
            self.found.marked[mark][-1] += text
        else:
            self.found.artifacts[-1] += text

    def paint(self, operator: str) -> None:
        if self.mark() is None:
            self.found.unmarked.append(f"<{operator}>")

    def mark(self) -> Mark:
        return next((entry.mark for entry in reversed(self.open) if entry.mark is not None), None)

    def text(self, shown: Object) -> str:
        assert self.decode is not None
        if isinstance(shown, String):
            return self.decode(bytes(shown))
        pieces = []
        for entry in list(shown.as_list()):
            if isinstance(entry, String):
                pieces.append(self.decode(bytes(entry)))
            elif float(entry) < GAP and pieces and not pieces[-1].endswith(" "):
                pieces.append(" ")
        return "".join(pieces)

    def invoke(self, painted: Object, resources: Object) -> None:
        if painted.Subtype == Name.Form:
            self.read(painted, painted.get(Name.Resources, resources))
        else:
            self.paint("image")


def page_content(page: pikepdf.Page) -> PageContent:
    """Return what *page* paints; a form is read as part of it.

    Raises:
        ValueError: marked content is left open at the end of the page.
    """
    reader = _Reader()
    reader.read(page, page.resources)
    if reader.open:
        message = f"{len(reader.open)} marked-content sequences are never closed"
        raise ValueError(message)
    return reader.found
