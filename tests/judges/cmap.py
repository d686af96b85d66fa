"""ToUnicode: what the character codes of a font mean (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pikepdf import Name

if TYPE_CHECKING:
    from pikepdf import Object

RANGE = re.compile(r"<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])", re.DOTALL)
PAIR = re.compile(r"<(\w+)>\s*<(\w+)>")
UNMAPPED = "\ufffd"


class Decoder:
    """Turns the strings that a font shows into text; a code without a meaning becomes U+FFFD."""

    def __init__(self, font: Object) -> None:
        """Read the ToUnicode of *font*; a simple font without one is taken for WinAnsi."""
        self.width = 2 if font.Subtype == Name.Type0 else 1
        self.mapped = Name.ToUnicode in font
        self.meanings = read(font.ToUnicode.read_bytes().decode("latin-1")) if self.mapped else {}

    def __call__(self, shown: bytes) -> str:
        """Return the text of the codes in *shown*."""
        if not self.mapped and self.width == 1:
            return shown.decode("cp1252", "replace")
        codes = (shown[start : start + self.width] for start in range(0, len(shown), self.width))
        return "".join(self.meanings.get(int.from_bytes(code), UNMAPPED) for code in codes)


def read(cmap: str) -> dict[int, str]:
    """Return the meaning of every code in a ToUnicode CMap."""
    meanings = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        meanings.update({int(code, 16): _utf16(text) for code, text in PAIR.findall(block)})
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, start, texts in RANGE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            listed = re.findall(r"<(\w+)>", texts) if texts else _following(start, len(codes))
            meanings.update(zip(codes, map(_utf16, listed), strict=False))
    return meanings


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


def _following(start: str, count: int) -> list[str]:
    return [f"{int(start, 16) + step:0{len(start)}x}" for step in range(count)]
