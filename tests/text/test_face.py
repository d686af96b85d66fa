"""A face: metrics, coverage, own texts, subsets; other kinds of font files."""

from __future__ import annotations

import pickle
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet  # type: ignore[import-untyped]
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables.TupleVariation import TupleVariation  # type: ignore[import-untyped]

from factsheet.problems import FactsheetError
from factsheet.text.face import Face, face_of
from fonts.tiny import blanked, tiny_font

from .faces import FONTS

if TYPE_CHECKING:
    from pathlib import Path

    from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]

    from factsheet.model.drawing import Face as PaintersFace

SERIF = FONTS / "SourceSerif4-Regular.ttf"
SANS = FONTS / "SourceSans3-Regular.ttf"
GLYPHS = [".notdef", "space", "A", "B", "nbsp"]


def square(pen: BasePen) -> None:
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((500, 500))
    pen.lineTo((500, 0))
    pen.closePath()


def build(path: Path, *, cff: bool, variable: bool = False) -> Path:
    """Write a font of a blank and two squares."""
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(GLYPHS)
    # Tab and blank share a glyph, as in many fonts; so do the two blanks.
    builder.setupCharacterMap({0x09: "space", 0x20: "space", 0xA0: "space", 0x41: "A", 0x42: "B"})
    if cff:
        pen = T2CharStringPen(600, None)
        square(pen)
        shapes = {name: pen.getCharString() for name in GLYPHS}
        builder.setupCFF("Squares", {}, shapes, {})
    else:
        outline = TTGlyphPen(None)
        square(outline)
        shape = outline.glyph()
        builder.setupGlyf(dict.fromkeys(GLYPHS, shape))
    builder.setupHorizontalMetrics(dict.fromkeys(GLYPHS, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sCapHeight=500, fsType=2, version=4)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares (A)/1"})
    builder.setupPost(italicAngle=-12)
    if variable:
        builder.setupFvar([("wght", 400, 400, 900, "Weight")], [])
        wider = [(0, 0), (0, 0), (200, 0), (200, 0), (0, 0), (100, 0), (0, 0), (0, 0)]
        builder.setupGvar({name: [TupleVariation({"wght": (0, 1, 1)}, wider)] for name in GLYPHS})
    builder.save(path)
    return path


def test_metrics_are_the_fonts_own_in_em() -> None:
    face: PaintersFace = face_of(SERIF)
    font = TTFont(SERIF)
    assert face.upem == 1000
    assert (face.ascent, face.descent) == (font["hhea"].ascent / 1000, font["hhea"].descent / 1000)
    assert face.cap_height == font["OS/2"].sCapHeight / 1000
    assert face.postscript_name == "SourceSerif4-Regular"
    assert face.italic_angle == 0
    assert face_of(FONTS / "SourceSerif4-Italic.ttf").italic_angle < 0
    assert not face.cff
    assert face_of(SERIF).fs_type == font["OS/2"].fsType


def test_the_name_depends_on_the_bytes_and_axes_and_on_nothing_else(tmp_path: Path) -> None:
    copy = tmp_path / "other name.ttf"
    copy.write_bytes(SERIF.read_bytes())
    assert face_of(copy).name == face_of(SERIF).name != face_of(SANS).name
    assert face_of(SERIF).name.isalnum()
    assert Face(SERIF, (("wght", 700.0),)).name != face_of(SERIF).name


def test_faces_are_one_a_process_however_they_are_asked_for() -> None:
    assert face_of(SERIF) is face_of(SERIF, ())


def test_the_own_text_of_a_glyph_is_its_lowest_character(tmp_path: Path) -> None:
    face = face_of(build(tmp_path / "squares.ttf", cff=False))
    assert face.text_of(face.glyph_of(" ")) == " ", "neither tab nor no-break space"
    assert face.text_of(face.glyph_of("A")) == "A"
    assert face.text_of(0) == face.text_of(4) == ""
    real = face_of(SERIF)
    assert real.text_of(real.glyph_of("\u00a0")) in {" ", "\u00a0"}
    assert real.text_of(real.glyph_of("-")) == "-"


def test_coverage_counts_what_can_stand_in(tmp_path: Path) -> None:
    face = face_of(build(tmp_path / "squares.ttf", cff=False))
    assert face.covers("A B\u00a0\u202f\u200b\U000e0067")
    assert not face.covers("C")
    assert not face.covers("\u2011"), "no hyphen at all"
    assert face_of(FONTS / "Barlow-Regular.ttf").covers("\u2011\u202f")


def test_a_subset_is_smaller_keeps_its_glyphs_and_is_always_the_same() -> None:
    face = face_of(SANS)
    glyphs = [face.glyph_of(character) for character in "Migration é"]
    subset = face.subset(glyphs)
    assert subset is face.subset(list(reversed(glyphs)))
    assert subset.data == Face(SANS).subset(glyphs).data
    assert len(subset.data) < 10_000
    font = TTFont(BytesIO(subset.data))
    assert set(font.keys()) - {"GlyphOrder"} == {"head", "hhea", "hmtx", "maxp", "glyf", "loca"}
    cut = hb.Font(hb.Face(hb.Blob(subset.data)))
    for glyph in glyphs:
        assert cut.get_glyph_h_advance(subset.glyphs[glyph]) == face.advance(glyph)
    assert subset.glyphs[0] == 0


@pytest.mark.parametrize("options", [{}, {"cids": True}, {"axes": (("wght", 100, 400, 900),)}])
def test_a_cff_subset_is_a_bare_program_whose_cids_are_its_glyph_ids(options: dict[str, Any], tmp_path: Path) -> None:
    """Whether it was keyed by name, by CID (then not those of the source), or variable and is now pinned."""
    path = tmp_path / "tiny.otf"
    path.write_bytes(tiny_font(cff=True, **options))
    face = face_of(path, (("wght", 900.0),) if "axes" in options else ())
    assert face.cff
    subset = face.subset([2])
    assert subset.glyphs == {0: 0, 2: 1}
    program = CFFFontSet()
    program.decompile(BytesIO(subset.data), None)
    top = program[0]
    assert getattr(top, "ROS", None) == (("Adobe", "Identity", 0) if options else None)
    assert len(top.charset) == 2
    assert not options or top.charset[1] == "cid00001"
    square = top.CharStrings[top.charset[1]]
    square.decompile()
    assert (550 in square.program) is ("axes" in options), "the outline is that of the weight"


def test_names_and_rights_are_read_as_they_are(tmp_path: Path) -> None:
    face = face_of(build(tmp_path / "squares.ttf", cff=False))
    assert face.postscript_name == "SquaresA1"
    assert face.fs_type == 2
    assert face.italic_angle == -12
    assert face.cap_height == 0.5


def test_axes_change_advances_and_the_subset(tmp_path: Path) -> None:
    path = build(tmp_path / "variable.ttf", cff=False, variable=True)
    light, heavy = face_of(path), face_of(path, (("wght", 900.0),))
    assert (light.advance(2), heavy.advance(2)) == (600, 700)
    cut = TTFont(BytesIO(heavy.subset([2]).data))
    assert "fvar" not in cut
    assert "gvar" not in cut
    assert cut["hmtx"].metrics[cut.getGlyphOrder()[1]][0] == 700


def test_instances_are_named_by_their_axes(tmp_path: Path) -> None:
    path = tmp_path / "tiny.ttf"
    path.write_bytes(tiny_font(axes=(("wght", 100, 400, 900), ("wdth", 60, 100, 100))))
    assert face_of(path).postscript_name == "Tiny-Regular"
    assert face_of(path, (("wdth", 62.5), ("wght", 650.0))).postscript_name == "Tiny-Regular_62.5wdth_650wght"


def test_there_is_one_face_for_a_file_and_a_place_on_its_axes(tmp_path: Path) -> None:
    path = build(tmp_path / "variable.ttf", cff=False, variable=True)
    heavy = (("wght", 900.0),)
    assert face_of(path, heavy) is face_of(path, heavy) is not face_of(path)
    assert pickle.loads(pickle.dumps(face_of(path, heavy))) is face_of(path, heavy)


def test_glyphs_are_counted() -> None:
    assert face_of(SERIF).glyph_count == TTFont(SERIF)["maxp"].numGlyphs


@pytest.mark.parametrize("content", [b"", b"junk", b"\0\1\0\0" + b"\xff" * 400])
def test_a_file_that_is_no_font_is_a_problem_that_names_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)
    with pytest.raises(FactsheetError) as caught:
        face_of(path)
    (problem,) = caught.value.problems
    assert problem.rule == "font-invalid"
    assert problem.position is not None
    assert problem.position.file == str(path)
    assert problem.remedy


def test_a_font_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(FactsheetError, match="font-invalid"):
        face_of(tmp_path / "absent.ttf")


def test_outlines_that_cannot_be_cut_out_are_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "damaged.otf"
    path.write_bytes(blanked(tiny_font(cff=True), "CFF "))
    with pytest.raises(FactsheetError, match=r"font-invalid: the font damaged\.otf cannot be used: its outlines"):
        face_of(path).subset([2])
