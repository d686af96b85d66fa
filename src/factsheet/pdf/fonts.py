"""Type0 fonts of one document: which glyphs it paints under which codes, written when the document is saved.

A code is the glyph id while a glyph stands for its own text. Another text for the same glyph gets a code of its own
beyond the last glyph, so that ToUnicode is exact (ISO 32000-1, 9.10.3): what is copied is what was written.
From code to glyph there are two steps, by way of the CID (9.7.4, 9.7.5), and one of them is ours to give. TrueType: the
CID is the code, and CIDToGIDMap leads on. CFF has no such map, its CID is the glyph id in the program: a CMap of our
own leads from code to CID.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from itertools import chain
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.drawing import Face, GlyphRun, Subset

Row = tuple[int, int, str]  # code, glyph id, text

Dictionary, Array, Name, Text = pdfdoc.PDFDictionary, pdfdoc.PDFArray, pdfdoc.PDFName, pdfdoc.PDFString

CODES = 0x10000  # two bytes each
SYMBOLIC = 4  # flag of a font that keeps its own encoding (ISO 32000-1, table 123)
STEM = 80  # no face says it; readers use it only to fake a missing font

_MOVES = re.compile("(>[^<]*<)")
_CODE = re.compile("[0-9A-F]{4}")


class DocumentFont:
    """One face in one document."""

    def __init__(self, face: Face) -> None:
        """Start with no glyph but .notdef, which every font must have."""
        self.face = face
        self.glyphs: set[int] = {0}
        self.extras: dict[tuple[int, str], int] = {}
        # Where a face leaves no room beyond its last glyph, ids of glyphs that are not painted are lent as codes.
        self._free = chain(range(face.glyph_count, CODES), range(face.glyph_count - 1, 0, -1))
        self._lent: set[int] = set()

    def hexadecimal(self, run: GlyphRun) -> str:
        """Note the glyphs of *run* and return the inside of its string with this document's codes."""
        core, displaced = run.core, run.glyphs & self._lent
        if displaced:
            core = self._moved(core, displaced)
        self.glyphs |= run.glyphs - displaced
        for marker, glyph, text in run.extras:
            core = core.replace(marker, f"{self._extra(glyph, text):04X}")
        return core

    def _extra(self, glyph: int, text: str) -> int:
        """Return the code of *glyph* where it stands for *text*, which is not its own, or where its id is lent."""
        pair = glyph, text
        if pair not in self.extras:
            code = next(code for code in self._free if code not in self.glyphs)
            if code < self.face.glyph_count:
                self._lent.add(code)
            self.extras[pair] = code
        return self.extras[pair]

    def _moved(self, core: str, displaced: frozenset[int]) -> str:
        """Return *core* with other codes for glyphs whose ids are lent. Numbers between codes stay."""
        codes = {f"{glyph:04X}": f"{self._extra(glyph, self.face.text_of(glyph)):04X}" for glyph in displaced}
        parts = _MOVES.split(core)
        parts[::2] = [_CODE.sub(lambda found: codes.get(found[0], found[0]), part) for part in parts[::2]]
        return "".join(parts)

    def rows(self) -> list[Row]:
        """Return (code, glyph, text) of everything painted, in order of code."""
        own = [(glyph, glyph, self.face.text_of(glyph)) for glyph in self.glyphs]
        return sorted(own + [(code, glyph, text) for (glyph, text), code in self.extras.items()])

    def addObjects(self, document: Any) -> None:  # noqa: N802 # ReportLab calls it when it saves
        """Write the font: program, descriptor, descendant, ToUnicode."""
        face, rows = self.face, self.rows()
        subset = face.subset({glyph for _, glyph, _ in rows})
        tag = _tag(subset.data)
        base = f"/{tag}+{face.postscript_name}"
        descendant = {
            "Type": Name("Font"),
            "Subtype": Name("CIDFontType0" if face.cff else "CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": _system(),
            "FontDescriptor": document.Reference(_descriptor(face, document, subset.data, base)),
            "DW": 1000,
            "W": _widths(face, {(subset.glyphs[glyph] if face.cff else code): glyph for code, glyph, _ in rows}),
        }
        if not face.cff:
            descendant["CIDToGIDMap"] = _stream(document, _glyph_map(rows, subset.glyphs))
        font = {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": base,
            "Encoding": _encoding(document, rows, subset, tag) if face.cff else Name("Identity-H"),
            "DescendantFonts": Array([document.Reference(Dictionary(descendant))]),
            "ToUnicode": _stream(document, _to_unicode(rows)),
        }
        document.idToObject["BasicFonts"].dict[face.name] = document.Reference(Dictionary(font), face.name)


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


def _descriptor(face: Face, document: Any, program: bytes, base: str) -> Any:
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
        # Bare CFF and not an OpenType file round it: PDF 1.3 has it, so PDF/X-1a may carry it, and FreeType takes a
        # CID for a glyph id in an OpenType file even where the program is CID-keyed.
        entries["FontFile3"] = _stream(document, program, Subtype=Name("CIDFontType0C"))
    else:
        entries["FontFile2"] = _stream(document, program, Length1=len(program))
    return Dictionary(entries)


def _tag(program: bytes) -> str:
    """Six capitals that name a subset (ISO 32000-1, 9.6.4): a hash, so that the same glyphs get the same tag."""
    return "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])


def _system() -> Any:
    """Return the character collection of glyphs that are none: the same for a CIDFont and its CMap (9.7.3)."""
    return Dictionary({"Registry": Text("Adobe"), "Ordering": Text("Identity"), "Supplement": 0})


def _stream(document: Any, content: bytes, **entries: Any) -> Any:
    """Return a reference to a deflated stream. ReportLab would encode text again, so the content is bytes."""
    return document.Reference(pdfdoc.PDFStream(Dictionary(dict(entries)), content, [pdfdoc.PDFZCompress]))


def _widths(face: Face, glyphs: dict[int, int]) -> Any:
    """Return W by CID: integers, since some viewers cut decimals off; the text carries the rest in its adjustments."""
    widths: list[Any] = []
    previous = None
    for cid, glyph in sorted(glyphs.items()):
        width = round(face.advance(glyph) * 1000 / face.upem)
        if previous is not None and cid == previous + 1:
            widths[-1].append(width)
        else:
            widths += [cid, [width]]
        previous = cid
    return Array([Array(entry) if isinstance(entry, list) else entry for entry in widths])


def _glyph_map(rows: list[Row], new: dict[int, int]) -> bytes:
    """Return CIDToGIDMap: two bytes for each code up to the last."""
    table = array("H", bytes(2 * (rows[-1][0] + 1)))
    for code, glyph, _ in rows:
        table[code] = new.get(glyph, 0)
    if array("H", [1]).tobytes()[0] == 1:
        table.byteswap()  # the map is big-endian whatever the machine is
    return table.tobytes()


def _encoding(document: Any, rows: list[Row], subset: Subset, tag: str) -> Any:
    """Return a CMap from codes to CIDs (ISO 32000-1, 9.7.5.3; Adobe technical note 5014)."""
    name = f"{tag}-H"
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def",
        f"/CMapName /{name} def /CMapType 1 def /WMode 0 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *_sections("cidchar", [f"<{code:04X}> {subset.glyphs[glyph]}" for code, glyph, _ in rows]),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    content = "\n".join(lines).encode("ascii")
    return _stream(document, content, Type=Name("CMap"), CMapName=Name(name), CIDSystemInfo=_system(), WMode=0)


def _to_unicode(rows: list[Row]) -> bytes:
    """Return a ToUnicode CMap (ISO 32000-1, 9.10.3; Adobe technical note 5411)."""
    pairs = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, _, text in rows if text]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *_sections("bfchar", pairs),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode("ascii")


def _sections(kind: str, entries: list[str]) -> Iterable[str]:
    """Yield the lines of a CMap's mappings, at most 100 a section as PostScript wants it."""
    for start in range(0, len(entries), 100):
        part = entries[start : start + 100]
        yield from (f"{len(part)} begin{kind}", *part, f"end{kind}")
