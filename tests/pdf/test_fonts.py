"""Fonts in a document: codes, the way from code to glyph, and programs of every kind that a brand may have."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from factsheet.model.brand import FaceFile
from factsheet.model.drawing import GlyphRun
from factsheet.model.style import Style
from factsheet.pdf.fonts import CODES, DocumentFont, DocumentFonts
from factsheet.pdf.text import Spot, text_object
from factsheet.text.typesetter import Typesetter
from fonts.tiny import tiny_font
from judges import extract, pixels, verapdf

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PIL.Image import Image

WEIGHT = (("wght", 100, 400, 900),)
KINDS: dict[str, tuple[dict[str, Any], float, float]] = {  # how a font is made; width and advance of its square in em
    "truetype": ({}, 0.5, 0.6),
    "variable-truetype": ({"axes": WEIGHT}, 0.55, 0.65),
    "cff": ({"cff": True}, 0.5, 0.6),
    "cid-keyed-cff": ({"cff": True, "cids": True}, 0.5, 0.6),
    "variable-cff2": ({"cff": True, "axes": WEIGHT}, 0.55, 0.6),
}
BLANK = 0.6
INKS: Any = SimpleNamespace(fill=lambda role: "0 g", stroke=lambda role: "0 G")
SIZE, LEFT, FOOT = 40, 20, 30


def face(count: int) -> Any:
    """A face of *count* glyphs of which each stands for the character of its number."""
    return SimpleNamespace(name="Fabc", text_of=lambda glyph: chr(glyph), glyph_count=count)


def run(core: str, glyphs: Iterable[int] = (), *extras: tuple[str, int, str]) -> GlyphRun:
    return GlyphRun(face(0), 10.0, "ink", core, frozenset(glyphs), extras, 5.0)


def test_a_glyph_has_its_id_as_code_and_another_text_one_beyond_the_last_glyph() -> None:
    font = DocumentFont(face(300))
    assert font.hexadecimal(run("0041", [0x41])) == "0041"
    assert font.hexadecimal(run("\ue000", (), ("\ue000", 0x41, "a"))) == f"{300:04X}"
    assert font.hexadecimal(run("\ue007", (), ("\ue007", 0x41, "a"))) == f"{300:04X}", "the same pair, the same code"
    assert font.hexadecimal(run("\ue000", (), ("\ue000", 0x41, "b"))) == f"{301:04X}"
    assert font.rows() == [(0, 0, "\0"), (0x41, 0x41, "A"), (300, 0x41, "a"), (301, 0x41, "b")]


def test_a_face_that_leaves_no_code_lends_ids_of_glyphs_that_are_not_painted() -> None:
    font = DocumentFont(face(CODES - 1))
    last = CODES - 2  # the last glyph
    assert font.hexadecimal(run(f"{last:04X}", [last])) == f"{last:04X}"
    assert font.hexadecimal(run("\ue000", (), ("\ue000", 5, "x"))) == f"{CODES - 1:04X}", "the one code left"
    assert font.hexadecimal(run("\ue000", (), ("\ue000", 5, "y"))) == f"{last - 1:04X}", "that of the last is painted"


def test_a_glyph_whose_id_is_lent_is_written_with_another_code_wherever_it_comes_later() -> None:
    font = DocumentFont(face(CODES))
    lent = int(font.hexadecimal(run("\ue000", (), ("\ue000", 5, "x"))), 16)
    core = f"0041>{lent}<{lent:04X}>]TJ 0.05 Ts[<{lent:04X}0041"
    other = f"{lent - 1:04X}"
    assert font.hexadecimal(run(core, [0x41, lent])) == f"0041>{lent}<{other}>]TJ 0.05 Ts[<{other}0041"
    rows = {code: (glyph, text) for code, glyph, text in font.rows()}
    assert rows[lent] == (5, "x")
    assert rows[lent - 1] == (lent, chr(lent))


def painted(path: Path, kind: str) -> Path:
    """Write a PDF with one line in a font of *kind*: two letters, a blank, two more, the last with another text."""
    options, _, _ = KINDS[kind]
    font = path / f"{kind}.otf"
    font.write_bytes(tiny_font(**options))
    variable = (100, 900) if options.get("axes") else None
    faces = {"text": (FaceFile("Tiny", 900, False, font, weights=variable),)}
    setter = Typesetter(faces, {"body": Style("text", SIZE, 48, 900)}, "en")
    canvas = Canvas(str(path / f"{kind}.pdf"), pagesize=(260, 90), pdfVersion=(1, 7), invariant=1)
    canvas._preamble = ""
    canvas._code.append(text_object([Spot(setter.line("Ab cd", "body"), LEFT, FOOT)], DocumentFonts(canvas._doc), INKS))
    canvas.save()
    return path / f"{kind}.pdf"


@pytest.mark.parametrize("kind", KINDS)
def test_letters_are_painted_where_they_stand_and_found_as_they_are_written(kind: str, tmp_path: Path) -> None:
    """All letters of the font share one glyph, so all but one have another text than the glyph's own."""
    path = painted(tmp_path, kind)
    _, width, advance = KINDS[kind]
    assert extract.pdfium(path) == ["Ab cd"]
    starts = [0, advance, 2 * advance + BLANK, 3 * advance + BLANK]
    (page,) = pixels.render(path, 144)
    found = strokes(page, 2 * (90 - FOOT - 10))
    wanted = [(2 * (LEFT + start * SIZE), 2 * (LEFT + (start + width) * SIZE)) for start in starts]
    assert found == [pytest.approx(stroke, abs=1.5) for stroke in wanted]


def strokes(page: Image, y: int) -> list[tuple[int, int]]:
    """Return where ink begins and ends along a row of pixels."""
    row = page.convert("L").crop((0, y, page.width, y + 1)).tobytes()
    dark = [level < 128 for level in row]
    edges = [x for x in range(1, page.width) if dark[x] != dark[x - 1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("poppler")
def test_poppler_reads_them_too(kind: str, tmp_path: Path) -> None:
    assert extract.poppler(painted(tmp_path, kind)) == ["Ab cd"]


def test_fonts_of_every_kind_are_fit_for_archives(tmp_path: Path) -> None:
    """Programs, widths, CMaps and subset names pass every font rule of PDF/A-2 and of PDF/UA-1."""
    pairs = [(painted(tmp_path, kind), flavour) for kind in KINDS for flavour in (verapdf.PDF_UA_1, "PDFA-2B")]
    failed = {(path.stem, rule) for (path, _), rules in verapdf.judge(pairs).items() for rule in rules}
    assert [rule for rule in failed if re.match(r"(6\.2\.11|7\.21)\b", rule[1])] == []
    assert failed, "a bare page does break other rules, so the judge has judged"


def type0(document: pikepdf.Pdf) -> pikepdf.Object:
    """Return the font of a page that is ours; ReportLab's canvas adds one that it does not use."""
    return next(font for font in dict(document.pages[0].resources.Font).values() if font.Subtype == pikepdf.Name.Type0)


def test_cff_has_a_cmap_of_its_own_and_truetype_a_map_to_glyphs(tmp_path: Path) -> None:
    with pikepdf.open(painted(tmp_path, "cid-keyed-cff")) as document:
        font = type0(document)
        inner, cmap = font.DescendantFonts[0], font.Encoding.read_bytes()
        assert (str(inner.Subtype), str(inner.FontDescriptor.FontFile3.Subtype)) == ("/CIDFontType0", "/CIDFontType0C")
        assert font.Encoding.CIDSystemInfo == inner.CIDSystemInfo
        # The square, glyph 2, is a zero by itself; so each of the four letters has a code beyond the last glyph.
        codes = {int(code, 16): int(cid) for code, cid in re.findall(rb"<(\w{4})> (\d+)\n", cmap)}
        assert codes == {0: 0, 1: 1, 3: 2, 4: 2, 5: 2, 6: 2}
        assert pikepdf.Array([0, [600, 600, 600]]) == inner.W
    with pikepdf.open(painted(tmp_path, "truetype")) as document:
        font = type0(document)
        assert font.Encoding == pikepdf.Name("/Identity-H")
        assert font.DescendantFonts[0].CIDToGIDMap.read_bytes() == bytes([0, 0, 0, 1, 0, 0, *(0, 2) * 4])
