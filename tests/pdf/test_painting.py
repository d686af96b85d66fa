"""Drawings and lines to operators: paths mirror, anchors change sides, glyphs never flip; codes are a document's."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from factsheet.model.drawing import Drawing, GlyphLine, GlyphRun, Group, Image, SetLabel, Shape, number, rectangle
from factsheet.pdf.drawing import drawing_operators, shape_operators
from factsheet.pdf.fonts import DocumentFonts
from factsheet.pdf.text import Spot, text_object

INKS = SimpleNamespace(fill=lambda role: f"({role}) rg", stroke=lambda role: f"({role}) RG")
FACE = SimpleNamespace(name="Fabc", text_of=chr, glyph_count=0x300)


def run(core: str = "0041", width: float = 6.0, **more) -> GlyphRun:
    known = {"size": 10.0, "colour": "ink", "glyphs": frozenset({0x41}), "extras": ()} | more
    return GlyphRun(FACE, core=core, width=width, **known)  # type: ignore[arg-type]


def line(*runs: GlyphRun, text: str = "A") -> GlyphLine:
    return GlyphLine(runs, sum(r.width for r in runs), text, 7, -2)


@pytest.fixture
def fonts() -> DocumentFonts:
    return DocumentFonts(SimpleNamespace(fontMapping={}, delayedFonts=[]))


@pytest.mark.parametrize(
    ("value", "spelled"), [(0, "0"), (-0.001, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (1e6, "1000000"), (0.005, "0.01")]
)
def test_numbers_are_spelled_as_pdf_reads_them(value: float, spelled: str) -> None:
    assert number(value) in {spelled, "0"} if value == 0.005 else number(value) == spelled


def test_a_mirrored_drawing_turns_paths_and_anchors_but_no_glyph(fonts: DocumentFonts) -> None:
    drawing = Drawing(
        100, 50, (Shape("0 0 m 1 1 l", stroke="ink", width=1), SetLabel(line(run()), 10, 5, "start", "axis"))
    )
    plain = drawing_operators(drawing, 0, 0, 1, False, fonts, INKS)
    turned = drawing_operators(drawing, 0, 0, 1, True, fonts, INKS)
    assert "q 1 0 0 1 0 0 cm" in plain
    assert "q -1 0 0 1 100 0 cm" in turned
    assert "10 0 0 10 10.000 5.000 Tm" in plain
    assert "10 0 0 10 84.000 5.000 Tm" in turned, "the label ends where it began, counted from the other side"


def test_a_drawing_may_refuse_to_be_mirrored(fonts: DocumentFonts) -> None:
    emblem = Drawing(40, 40, (Shape(rectangle(0, 0, 1, 1), fill="ink"),), mirror=False)
    assert "q 0.35 0 0 0.35 5 6 cm" in drawing_operators(emblem, 5, 6, 0.35, True, fonts, INKS)


@pytest.mark.parametrize(("anchor", "left"), [("start", 50), ("middle", 47), ("end", 44)])
def test_labels_hang_on_their_anchor(fonts: DocumentFonts, anchor: str, left: float) -> None:
    drawing = Drawing(100, 50, (SetLabel(line(run()), 50, 5, anchor, "axis"),))  # type: ignore[arg-type]
    assert f"10 0 0 10 {left}.000 5.000 Tm" in drawing_operators(drawing, 0, 0, 1, False, fonts, INKS)


def test_stamps_are_relative_to_each_other_and_do_not_drift() -> None:
    at = tuple((i * 3.333333, 0.0) for i in range(30))
    code = shape_operators(Shape("P", fill="ink", at=at), INKS)
    moves = [float(dx) for dx in re.findall(r"1 0 0 1 (\S+) 0 cm P f", code)]
    assert sum(moves) == pytest.approx(at[-1][0], abs=0.01)


def test_a_group_is_moved_and_scaled(fonts: DocumentFonts) -> None:
    group = Group((Shape("P", fill="ink"),), x=3, y=4, scale=2)
    assert "q 2 0 0 2 3 4 cm (ink) rg P f Q" in drawing_operators(Drawing(9, 9, (group,)), 0, 0, 1, False, fonts, INKS)


def test_a_group_that_keeps_its_sides_changes_its_place_alone(fonts: DocumentFonts) -> None:
    """In a drawing 100 wide, what reaches from 10 to 30 on the left reaches from 70 to 90 when that is mirrored."""
    group = Group((Shape("P", fill="ink"),), x=10, y=4, scale=2, mirror=False, width=10)
    code = drawing_operators(Drawing(100, 9, (group,)), 0, 0, 1, True, fonts, INKS)
    assert code == "q -1 0 0 1 100 0 cm q -2 0 0 2 30 4 cm (ink) rg P f Q Q"
    turning = Group((group,))
    assert "q 1 0 0 1 0 0 cm q -2 0 0 2 30 4 cm" in drawing_operators(
        Drawing(100, 9, (turning,)), 0, 0, 1, True, fonts, INKS
    )
    keeping = Group((group,), mirror=False, width=100)
    assert "q -1 0 0 1 100 0 cm q 2 0 0 2 10 4 cm" in drawing_operators(
        Drawing(100, 9, (keeping,)), 0, 0, 1, True, fonts, INKS
    )


def test_a_photograph_changes_its_place_and_keeps_its_sides(fonts: DocumentFonts) -> None:
    drawing = Drawing(100, 50, (Image(b"", 10, 5, 20, 20),))
    code = drawing_operators(drawing, 0, 0, 1, True, fonts, INKS, lambda image: "(image)")
    assert code == "q -1 0 0 1 100 0 cm q -1 0 0 1 40 0 cm (image) Q Q"
    plain = drawing_operators(drawing, 0, 0, 1, False, fonts, INKS, lambda image: "(image)")
    assert plain == "q 1 0 0 1 0 0 cm (image) Q"


def test_a_shape_without_ink_paints_nothing() -> None:
    assert shape_operators(Shape("P"), INKS) == ""


def test_settings_are_written_once_and_one_matrix_serves_a_line(fonts: DocumentFonts) -> None:
    spots = [Spot(line(run(), run("0042")), 10, 20), Spot(line(run("0043")), 10, 8)]
    code = text_object(spots, fonts, INKS)
    assert code.count(" Tf") == 1
    assert code.count(" rg") == 1
    assert re.findall(r"(\S+ \S+) Tm", code) == ["10.000 20.000", "10.000 8.000"]
    assert code.startswith("BT ")
    assert code.endswith(" ET")


def test_tracking_is_in_em_and_does_not_leak(fonts: DocumentFonts) -> None:
    code = text_object([Spot(line(run(track=-0.5)), 0, 0), Spot(line(run()), 0, -10)], fonts, INKS)
    assert "-0.05000 Tc" in code
    assert re.search(r"-0\.05000 Tc .* 0 Tc .* 0\.000 -10\.000 Tm", code)


def test_an_empty_string_between_numbers_keeps_them_apart(fonts: DocumentFonts) -> None:
    code = text_object([Spot(line(run("0041>12<>-30<0042")), 0, 0)], fonts, INKS)
    assert "[<0041>12 -30<0042>]TJ" in code


def test_nothing_to_show_is_no_text_object(fonts: DocumentFonts) -> None:
    assert text_object([], fonts, INKS) == ""
