"""Where to ask: a few lines and a code for the telephone's camera, whose address is printed too."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from ..model.content import Cell, Columns, Content, Paragraph, Picture, Span
from ..model.drawing import Drawing, Shape, rectangle
from ..options import Block, Flag, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface, Text
    from ..model.words import Words

SIDE = 54.0
"""Points: 19 mm. Telephones read codes from 15 mm (42.5 pt) on."""

QUIET = 4
"""Modules left free on every side (ISO/IEC 18004, 6.3.8)."""

ERROR = "m"
"""Level of error correction (ISO/IEC 18004, 6.5): a code that is torn by a seventh is still read."""

LONGEST = 128
"""Characters of an address: more make modules that a desktop printer can no longer keep apart."""

GAP, UNDER = 12.0, 8.0
FIRST, LAST = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def _address(value: Any) -> str:
    if not isinstance(value, str) or re.fullmatch(r"https?://[!-~]+", value, re.ASCII) is None:
        message = "a web address is wanted here (https://…), in ASCII"
        raise ValueError(message)
    if len(value) > LONGEST:
        message = f"an address in a code has {LONGEST} characters at most; make a short one"
        raise ValueError(message)
    return value


class Contact(Block):
    """Lines of contact with a QR code. The address in the code is always printed as the last line."""

    name: ClassVar[str] = "contact"

    title: TextField = Field(description="The line in bold, such as 'Contact'.")
    lines: Annotated[tuple[TextField, ...], Field(max_length=6, description="Lines before the address.")] = ()
    address: Annotated[str, BeforeValidator(_address)] = Field(
        description="The web address in the code, printed without https://; the shorter, the coarser the code."
    )
    code: Literal["beside", "over"] = Field(
        "beside", description="Whether the code stands at the end of the lines, which are flush with it, or over them."
    )
    tinted: Flag = Field(False, description="Whether the block stands on a tint: then the code has a field of its own.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return lines and code."""
        code = Code(self.address, *_dark_and_light(brand), field=self.tinted)
        alt = words.phrase("alt-qr", address=self.address)
        picture = Picture(code.draw, 0.0, alt, ratio=1.0, mirror=False)
        square = Cell((picture,), width=code.side)
        if self.code == "beside":
            return (Columns((Cell(self._lines(words, "caption", "end")), square), gap=GAP),)
        title, *lines = self._lines(words, "body_small", "start")
        return Columns((square, Cell(())), gap=0.0), replace(title, above=UNDER), *lines

    def _lines(self, words: Words, role: str, align: Literal["start", "end"]) -> tuple[Paragraph, ...]:
        title: Text = tuple(replace(span, bold=True, colour="ink") for span in words.text(self.title))
        printed = self.address.partition("://")[2].rstrip("/")
        address = Span(f"{FIRST}{printed}{LAST}" if words.right_to_left else printed, href=self.address)
        texts = (title, *(words.text(line) for line in self.lines), (address,))
        return tuple(Paragraph(text, role, align=align) for text in texts)


def _dark_and_light(brand: Brand) -> tuple[str, str]:
    """Return the two roles that keep their colours on the dark ground, the darker first: codes are dark on light."""
    dark, light = sorted(("ground", "ground_text"), key=lambda role: _luminance(brand.colours[role].rgb))
    return dark, light


def _luminance(rgb: str) -> float:
    red, green, blue = bytes.fromhex(rgb[1:])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class Code:
    """The drawing of a QR code.

    Attributes:
        field: whether its light field is part of the picture; else it lies outside, so that the code itself is flush
            with its column on white paper.
    """

    address: str
    dark: str
    light: str
    field: bool

    @property
    def side(self) -> float:
        """Width and height of the picture: a whole number of modules."""
        rows = modules(self.address)
        return _module(rows) * (len(rows) + (2 * QUIET if self.field else 0))

    def draw(self, surface: Surface) -> None:
        """Draw the field, then all dark modules as one path, so that no seams show between them."""
        rows = modules(self.address)
        module, start = _module(rows), QUIET if self.field else 0
        top = surface.height - start * module

        def block(x: int, y: int, width: int, height: int) -> str:
            return rectangle((start + x) * module, top - (y + height) * module, width * module, height * module)

        whole = len(rows) + 2 * QUIET
        runs = (block(x, y, length, 1) for y, row in enumerate(rows) for x, length in _runs(row))
        shapes = (
            Shape(block(-QUIET, -QUIET, whole, whole), fill=self.light),
            Shape(" ".join(runs), fill=self.dark),
        )
        surface.vectors(Drawing(surface.width, surface.height, shapes, mirror=False), 0, 0, surface.width)


@cache
def modules(address: str) -> tuple[tuple[int, ...], ...]:
    """Return the rows of the code of *address*, 1 for dark. The same address gives the same code."""
    import segno  # 40 ms, for the few sheets that have a code

    return tuple(tuple(map(int, row)) for row in segno.make_qr(address, error=ERROR, boost_error=False).matrix)


def _module(rows: tuple[tuple[int, ...], ...]) -> float:
    """Return the side of a module in hundredths of a point, the finest that a drawing keeps: so all are alike."""
    return round(SIDE * 100 / len(rows)) / 100


def _runs(row: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return start and length of each run of dark modules."""
    edges = [i for i in range(len(row) + 1) if (row[i - 1] if i else 0) != (row[i] if i < len(row) else 0)]
    return [(start, end - start) for start, end in zip(edges[::2], edges[1::2], strict=True)]
