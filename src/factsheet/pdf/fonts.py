"""Type0 fonts of one document: which glyphs it paints under which codes, written when the document is saved.

A code is the glyph id while a glyph stands for its own text. Another text for the same glyph gets a code of its own
beyond the last glyph, so that ToUnicode is exact (ISO 32000-1, 9.10.3): what is copied is what was written.
"""

from __future__ import annotations

import hashlib
from array import array
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from ..model.drawing import Face, GlyphRun

Dictionary, Array, Name, Text = pdfdoc.PDFDictionary, pdfdoc.PDFArray, pdfdoc.PDFName, pdfdoc.PDFString
FIRST_EXTRA = 0xE000
"""Codes of glyphs whose text is not their own start here; no face that we could embed has as many glyphs as that."""

SYMBOLIC = 4  # flag of a font that keeps its own encoding (ISO 32000-1, table 123)
STEM = 80  # no face says it; readers use it only to fake a missing font


class DocumentFont:
    """One face in one document."""

    def __init__(self, face: Face) -> None:
        """Start with no glyph but .notdef, which every font must have."""
        self.face = face
        self.glyphs: set[int] = {0}
        self.extras: dict[tuple[int, str], int] = {}

    def hexadecimal(self, run: GlyphRun) -> str:
        """Note the glyphs of *run* and return the inside of its string with this document's codes."""
        self.glyphs |= run.glyphs
        core = run.core
        for marker, glyph, text in run.extras:
            code = self.extras.setdefault((glyph, text), FIRST_EXTRA + len(self.extras))
            core = core.replace(marker, f"{code:04X}")
        return core

    def rows(self) -> list[tuple[int, int, str]]:
        """Return (code, glyph, text) of everything painted, in order of code."""
        own = [(glyph, glyph, self.face.text_of(glyph)) for glyph in sorted(self.glyphs)]
        return own + [(code, glyph, text) for (glyph, text), code in self.extras.items()]

    def addObjects(self, document: Any) -> None:  # noqa: N802 # ReportLab calls it when it saves
        """Write the font: program, descriptor, descendant, ToUnicode."""
        face, rows = self.face, self.rows()
        subset = face.subset({glyph for _, glyph, _ in rows})
        base = f"/{_tag(subset.data)}+{face.postscript_name}"
        descriptor = self._descriptor(document, subset.data, base)
        kind = "CIDFontType0" if face.cff else "CIDFontType2"
        descendant = {
            "Type": Name("Font"),
            "Subtype": Name(kind),
            "BaseFont": base,
            "CIDSystemInfo": Dictionary({"Registry": Text("Adobe"), "Ordering": Text("Identity"), "Supplement": 0}),
            "FontDescriptor": document.Reference(descriptor),
            "DW": 1000,
            "W": _widths(face, rows),
        }
        if not face.cff:
            descendant["CIDToGIDMap"] = _stream(document, _glyph_map(rows, subset.glyphs))
        font = {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": base,
            "Encoding": Name("Identity-H"),
            "DescendantFonts": Array([document.Reference(Dictionary(descendant))]),
            "ToUnicode": _stream(document, _to_unicode(rows)),
        }
        document.idToObject["BasicFonts"].dict[face.name] = document.Reference(Dictionary(font), face.name)

    def _descriptor(self, document: Any, program: bytes, base: str) -> Any:
        face = self.face
        ascent, descent = round(face.ascent * 1000), round(face.descent * 1000)
        entries = {
            "Type": Name("FontDescriptor"),
            "FontName": base,
            "Flags": SYMBOLIC,
            "FontBBox": Array([-500, descent, 2000, ascent]),
            "ItalicAngle": round(face.italic_angle),
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": round(face.cap_height * 1000),
            "StemV": STEM,
        }
        if face.cff:
            entries["FontFile3"] = _stream(document, program, Subtype=Name("OpenType"))
        else:
            entries["FontFile2"] = _stream(document, program, Length1=len(program))
        return Dictionary(entries)


class DocumentFonts:
    """All faces of one document, in order of first use."""

    def __init__(self, document: Any) -> None:
        """Take ReportLab's document, which asks each font for its objects when it is saved."""
        self._document = document
        self._fonts: dict[str, DocumentFont] = {}

    def __getitem__(self, face: Face) -> DocumentFont:
        """Return the font of *face*, entering it in the document on first use."""
        font = self._fonts.get(face.name)
        if font is None:
            font = self._fonts[face.name] = DocumentFont(face)
            self._document.fontMapping[f"type0:{face.name}"] = f"/{face.name}"
            self._document.delayedFonts.append(font)
        return font


def _tag(program: bytes) -> str:
    """Six capitals that name a subset (ISO 32000-1, 9.6.4): a hash, so that the same glyphs get the same tag."""
    return "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])


def _stream(document: Any, content: bytes, **entries: Any) -> Any:
    """Return a reference to a deflated stream. ReportLab would encode text again, so the content is bytes."""
    return document.Reference(pdfdoc.PDFStream(Dictionary(dict(entries)), content, [pdfdoc.PDFZCompress]))


def _widths(face: Face, rows: list[tuple[int, int, str]]) -> Any:
    """Return W: integers, since some viewers cut decimals off; the text carries the rest in its adjustments."""
    widths: list[Any] = []
    previous = None
    for code, glyph, _ in rows:
        width = round(face.advance(glyph) * 1000 / face.upem)
        if previous is not None and code == previous + 1:
            widths[-1].append(width)
        else:
            widths += [code, [width]]
        previous = code
    return Array([Array(entry) if isinstance(entry, list) else entry for entry in widths])


def _glyph_map(rows: list[tuple[int, int, str]], new: dict[int, int]) -> bytes:
    """Return CIDToGIDMap: two bytes for each code up to the last."""
    table = array("H", bytes(2 * (rows[-1][0] + 1)))
    for code, glyph, _ in rows:
        table[code] = new.get(glyph, 0)
    if array("H", [1]).tobytes()[0] == 1:
        table.byteswap()  # the map is big-endian whatever the machine is
    return table.tobytes()


def _to_unicode(rows: list[tuple[int, int, str]]) -> bytes:
    """Return a ToUnicode CMap, at most 100 entries a section (ISO 32000-1, 9.10.3; Adobe technical note 5411)."""
    pairs = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, _, text in rows if text]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):
        part = pairs[start : start + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
