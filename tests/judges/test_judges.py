"""The judges themselves: each has to say no to what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from judges import extract, fonts, pixels, tagtree, verapdf
from judges.cmap import read

if TYPE_CHECKING:
    from pathlib import Path

TAGGED = b"""
/P <</MCID 0>> BDC BT /F1 12 Tf 72 700 Td (One) Tj [(two) -300 (three)] TJ ET EMC
/Span <</MCID 1>> BDC /Span <</ActualText (logical)>> BDC BT 72 680 Td (lacigol) Tj ET EMC EMC
/Artifact BMC 0 0 10 10 re f BT 72 20 Td (folio) Tj ET EMC
"""
UNTAGGED = b"BT /F1 12 Tf 72 600 Td (forgotten) Tj ET 0 0 5 5 re f"


def tagged(path: Path, *content: bytes, role: Name = Name.P) -> Path:
    """Write a page of *content* with a paragraph, and in it a span, for the marked content 0 and 1."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = Dictionary(
            Font=Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        )
        page.contents_add(b"\n".join(content))
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        span = pdf.make_indirect(Dictionary(S=Name.Span, Lang=String("ar"), K=Array([1])))
        paragraph = Dictionary(S=role, P=root, Pg=page.obj, K=Array([0, span]), Alt=String("said\notherwise"))
        root.K = Array([pdf.make_indirect(paragraph)])
        pdf.Root.StructTreeRoot = root
        pdf.save(path)
    return path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """What ReportLab writes when nobody asks for anything: no tags, no embedded font, no XMP."""
    path = tmp_path / "plain.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, "A plain page")
    canvas.save()
    return path


def test_verapdf_fails_a_plain_file_under_both_standards(plain: Path) -> None:
    verdicts = verapdf.judge([(plain, verapdf.PDF_UA_1), (plain, verapdf.PDF_A_3A)])
    accessible, archival = verdicts.values()
    assert {"7.1-3", "7.1-8", "7.1-10", "7.21.4.1-1"} <= {rule.partition(":")[0] for rule in accessible}
    assert {"6.2.11.4.1-1", "6.6.2.1-1"} <= {rule.partition(":")[0] for rule in archival}


def test_verapdf_without_a_verdict_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="did not come to a verdict"):
        verapdf.failures(tmp_path / "nothing.pdf", verapdf.PDF_UA_1)


def test_tag_tree_shows_elements_text_and_artifacts(tmp_path: Path) -> None:
    assert tagtree.tree(tagged(tmp_path / "tagged.pdf", TAGGED)) == (
        'P Alt="said\\u000aotherwise"\n'
        '  1: "Onetwo three"\n'
        '  Span Lang="ar"\n'
        '    1: "logical"\n'
        'page 1 artifact "folio"\n'
    )


def test_texts_are_blocks_with_their_inline_elements(tmp_path: Path) -> None:
    assert tagtree.texts(tagged(tmp_path / "tagged.pdf", TAGGED)) == [["Onetwo threelogical"]]


def test_labels_of_a_figure_are_kept_apart(tmp_path: Path) -> None:
    pdf = tagged(tmp_path / "figure.pdf", TAGGED.replace(b" [(two)", b" ET BT [(two)"), role=Name.Figure)
    assert '1: "One | two three"' in tagtree.tree(pdf)
    assert tagtree.texts(pdf) == [["One", "two three", "logical"]]


def test_strays_are_none_on_a_clean_page(tmp_path: Path) -> None:
    assert tagtree.strays(tagged(tmp_path / "tagged.pdf", TAGGED)) == []


def test_strays_name_text_and_paint_outside_of_tags(tmp_path: Path) -> None:
    pdf = tagged(tmp_path / "stray.pdf", TAGGED, UNTAGGED)
    assert tagtree.strays(pdf) == ['page 1: "forgotten<f>" is neither tagged nor an artifact']


def test_strays_name_marked_content_that_no_element_claims(tmp_path: Path) -> None:
    pdf = tagged(tmp_path / "lost.pdf", TAGGED, b"/P <</MCID 2>> BDC BT /F1 12 Tf (lost) Tj ET EMC")
    assert tagtree.strays(pdf) == ['page 1: "lost" (MCID 2) belongs to no structure element']


def test_marked_content_left_open_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="never closed"):
        tagtree.strays(tagged(tmp_path / "open.pdf", TAGGED, b"/P <</MCID 2>> BDC"))


def test_tounicode_is_read_in_its_three_forms() -> None:
    cmap = (
        "1 beginbfchar <0001> <00660069> endbfchar\n"
        "2 beginbfrange <0002> <0003> <0041> <0004> <0005> [<0061> <D83DDE00>] endbfrange"
    )
    assert read(cmap) == {1: "fi", 2: "A", 3: "B", 4: "a", 5: "\U0001f600"}


def test_fonts_tell_a_font_that_is_not_in_the_file(plain: Path) -> None:
    assert fonts.fonts(plain) == [fonts.EmbeddedFont("Helvetica", "", embedded=False)]


def test_pdfium_finds_the_text(plain: Path) -> None:
    assert extract.pdfium(plain) == ["A plain page"]


@pytest.mark.usefixtures("poppler")
def test_poppler_finds_the_text(plain: Path) -> None:
    assert extract.poppler(plain) == ["A plain page"]


def test_normalising_drops_steering_signs_and_folds_blanks() -> None:
    assert extract.normalised("\u2067e\u0301 \u00ad\n\u202f10\u2060\u00a0978\u2069") == "é 10 978"


def test_ink_tells_a_page_from_bare_paper(plain: Path, tmp_path: Path) -> None:
    (page,) = pixels.render(plain)
    assert page.size == (596, 842)
    assert 0 < pixels.inked(page) < 0.01
    (bare,) = pixels.render(tagged(tmp_path / "bare.pdf"))
    assert pixels.inked(bare) == 0
