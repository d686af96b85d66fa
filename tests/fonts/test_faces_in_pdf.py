"""A CFF face and a variable one down the whole line: valid, every word comes back, and the letters are there to see."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from factsheet.pipeline import build
from judges import content, extract, fonts, pixels, verapdf

if TYPE_CHECKING:
    from PIL.Image import Image

FACES = Path(__file__).with_name("faces")

BRAND = """\
meta: {{name: Test}}
color:
  palette: {{night: "#1E2A4A", blue: "#2E5E9E", amber: "#9C4A12"}}
  foreground: night
  primary: blue
  secondary: amber
typography:
  fonts:
    - family: {family}
      source: file
      files: [{files}]
  base: {family}
"""
EDITION = """\
title: A test of faces
edition: 2024
issued: 2024-01-02
layout: plain
fictional: true
sources: {count: {title: A count, publisher: Nobody (fictional), date: 2024}}
facts:
  cats:
    label: Cats
    unit: cat
    source: count
    points: [{at: 2019, value: 1100}, {at: 2023, value: 2345, qualifier: about}]
pages:
  - template: page
    areas:
      opener:
        headline:
          title: The office offers fluff
          intro: "AWAY To Yard\u00a0fields: “fi” at 12\u201013, {cats} cats"
      words:
        text:
          title: Affluent
          items:
            - title: Waffles
              text: "Counter\u00adun\u00adcon\u00adsti\u00adtu\u00adtion\u00adal\u00adising deflation,
                naïve façade — first **finds** last."
      series: {columns: {fact: cats, title: More cats, measure: Cats a year}}
"""
LAYOUT = """\
page: {size: A5, margin: {top: 24pt, side: 30pt, bottom: 36pt}, columns: 8, gutter: 10pt, module: 12pt}
body: 52pt
furniture: {head: [title], foot: [folio]}
templates: {page: {rows: [{area: opener, height: 80pt}, series 6 words 2]}}
"""
SHEETS = {
    "cut": BRAND.format(family="Test Cut", files="TestCut-Regular.otf"),
    "vary": BRAND.format(family="Test Vary", files='{path: TestVary-Regular.ttf, weight: "100..900"}'),
}
TEXTS = {
    "The office offers fluff",
    "AWAY To Yard\u00a0fields: “fi” at 12\u201013, about\u00a02,345 cats",
    "Affluent",
    "Counterunconstitutionalising deflation, naïve façade — first finds last.",
}
STRINGS = [text.replace("\u00a0", " ") for text in TEXTS]


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The edition as PDF by face."""
    root = tmp_path_factory.mktemp("faces")
    (root / "layouts").mkdir()
    (root / "layouts/plain.yml").write_text(LAYOUT, "utf-8")
    for sheet, brand in SHEETS.items():
        folder = root / "data" / sheet
        folder.mkdir(parents=True)
        (folder / "_brand.yml").write_text(brand, "utf-8")
        (folder / "2024.yml").write_text(EDITION, "utf-8")
        for face in FACES.glob("*.[ot]tf"):
            shutil.copy(face, folder)
    (root / "data/factsheet.yml").write_text("language: en\n", "utf-8")
    deliveries = build(start=root, out=root / "out")
    assert [delivery.problems for delivery in deliveries] == [(), ()]
    return {delivery.edition.partition("/")[0]: delivery.path for delivery in deliveries if delivery.path}


def test_files_are_accessible_and_their_fonts_fit_for_archives(sheets: dict[str, Path]) -> None:
    flavours = [verapdf.PDF_UA_1, verapdf.PDF_A_3A, "PDFA-2B"]
    verdicts = verapdf.judge((path, flavour) for path in sheets.values() for flavour in flavours)
    assert [verdict for (_, flavour), verdict in verdicts.items() if flavour == verapdf.PDF_UA_1] == [[], []]
    failed = [rule for verdict in verdicts.values() for rule in verdict]
    assert [rule for rule in failed if rule.startswith("6.2.11")] == [], "ISO 19005, 6.2.11: fonts"


@pytest.mark.parametrize("sheet", SHEETS)
def test_codes_stand_for_the_very_characters(sheets: dict[str, Path], sheet: str) -> None:
    """A ligature stands for its letters, a blank for a no-break space, a hyphen for U+2010 and for a soft hyphen."""
    with pikepdf.open(sheets[sheet]) as document:
        marked = content.page_content(document.pages[0]).marked.values()
    texts = ["".join(pieces) for pieces in marked]
    assert any("\u00ad" in text for text in texts), "a word is hyphenated"
    assert {text.replace("\u2060", "").replace("\u00ad", "") for text in texts} >= TEXTS


@pytest.mark.parametrize("sheet", SHEETS)
def test_pdfium_finds_what_was_written(sheets: dict[str, Path], sheet: str) -> None:
    """U+FFFE is how PDFium joins a word that a hyphen parts."""
    (page,) = extract.pdfium(sheets[sheet])
    assert [string for string in STRINGS if string not in page.replace("\ufffe", "")] == []


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.usefixtures("poppler")
def test_poppler_finds_what_was_written(sheets: dict[str, Path], sheet: str) -> None:
    """poppler ends a line where a soft hyphen does."""
    (page,) = (page.replace(" ", "") for page in extract.poppler(sheets[sheet]))
    assert [string for string in STRINGS if string.replace(" ", "") not in page] == []


def test_fonts_are_subsets_and_named_by_their_weight(sheets: dict[str, Path]) -> None:
    assert {font.name for font in fonts.fonts(sheets["cut"])} == {"TestCut-Regular"}
    assert {font.name for font in fonts.fonts(sheets["vary"])} == {
        "TestVary-Regular_400wght",
        "TestVary-Regular_600wght",
        "TestVary-Regular_700wght",
    }
    assert all(font.embedded and font.tag for path in sheets.values() for font in fonts.fonts(path))


def test_programs_are_bare_cff_and_pinned_truetype(sheets: dict[str, Path]) -> None:
    assert programs(sheets["cut"]) == {("/CIDFontType0", "/FontFile3", b"\x01\x00\x04")}
    assert programs(sheets["vary"]) == {("/CIDFontType2", "/FontFile2", b"\x00\x01\x00")}


def programs(path: Path) -> set[tuple[str, str, bytes]]:
    """Return kind, key and first bytes of the font programs of a PDF."""
    found = set()
    with pikepdf.open(path) as document:
        for font in dict(document.pages[0].resources.Font).values():
            inner = font.DescendantFonts[0]
            described = dict(inner.FontDescriptor)
            key = next(key for key in described if key.startswith("/FontFile"))
            found.add((str(inner.Subtype), key, described[key].read_bytes()[:3]))
    return found


@pytest.mark.parametrize("sheet", SHEETS)
def test_letters_are_where_they_should_be(sheets: dict[str, Path], sheet: str) -> None:
    """The headline has ink like letters have, in its line and as far as it is wide, and none beyond."""
    (page,) = pixels.render(sheets[sheet], 144)
    headline = page.crop((60, 104, 60 + 2 * 330, 104 + 64))
    box = bounds(headline)
    assert box is not None
    assert box[0] < 8, "it begins at the margin"
    assert 450 < box[2] < 640, "it is as wide as its letters"
    assert 0.05 < pixels.inked(headline.crop(box)) < 0.5


def bounds(image: Image) -> tuple[int, int, int, int] | None:
    """Return the box of what is not paper."""
    return image.convert("L").point(lambda level: 255 * (level < pixels.PAPER)).getbbox()


def test_the_same_input_gives_the_same_bytes(sheets: dict[str, Path], tmp_path: Path) -> None:
    root = sheets["cut"].parents[1]
    for delivery in build(start=root, out=tmp_path):
        assert delivery.path is not None
        assert delivery.path.read_bytes() == sheets[delivery.edition.partition("/")[0]].read_bytes()
