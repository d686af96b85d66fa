"""Faces of variable files: pinned at the weight that is asked for, one a file; faults at the brand's line."""

from __future__ import annotations

from pathlib import Path

import pytest

from factsheet.model.brand import FaceFile
from factsheet.model.content import Span
from factsheet.model.style import Style
from factsheet.problems import FactsheetError, Position
from factsheet.text.choice import in_order
from factsheet.text.typesetter import Typesetter
from fonts.tiny import blanked, tiny_font

from .faces import NOTO

VARY = Path(__file__).parents[1] / "fonts/faces/TestVary-Regular.ttf"
FILE = FaceFile("Vary", 400, False, VARY, weights=(100, 900))
SLANTED = FaceFile("Vary", 400, True, VARY, (("wdth", 75.0),), (100, 900))
SCALE = {
    "thin": Style("text", 10, 12, 100),
    "body": Style("text", 10, 12),
    "odd": Style("text", 10, 12, 450),
    "black": Style("text", 10, 12, 1000),
}


def typesetter(*files: FaceFile) -> Typesetter:
    return Typesetter({"text": files or (FILE, *NOTO)}, SCALE, "en")


def test_any_weight_within_the_range_is_met_and_others_come_as_near_as_they_can() -> None:
    setter = typesetter()
    names = [setter.line("Hamburg", role).runs[0].face.postscript_name for role in SCALE]
    assert [name.partition("_")[2] for name in names] == ["100wght", "400wght", "450wght", "900wght"]


def test_widths_grow_with_the_weight() -> None:
    setter = typesetter()
    widths = [setter.width("Hamburg", role) for role in SCALE]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1] - 4


def test_bold_is_pinned_at_its_own_weight() -> None:
    (first, second) = typesetter().line((Span("a "), Span("b", bold=True)), "body").runs
    assert (first.face.postscript_name[-7:], second.face.postscript_name[-7:]) == ("400wght", "600wght")


def test_several_faces_of_one_file_are_tried_once() -> None:
    """What one instance of a file lacks, all of them lack; and reading each would cost as much as a font."""
    ordered = in_order((FILE, SLANTED, *NOTO), 600, italic=True)
    assert [(file.family, file.axes, file.weight) for file in ordered] == [
        ("Vary", (("wdth", 75.0), ("wght", 600.0)), 600),
        ("Noto Sans", (), 600),
        ("Noto Sans", (), 400),
    ]


def test_static_files_are_as_they_are() -> None:
    assert NOTO[0].at(900) is NOTO[0]


def test_font_that_fails_when_it_is_cut_down_is_reported_there_too(tmp_path: Path) -> None:
    path, position = tmp_path / "damaged.otf", Position("data/x/_brand.yml", 12, 7)
    path.write_bytes(blanked(tiny_font(cff=True), "CFF "))
    (run,) = typesetter(FaceFile("Damaged", 400, False, path, position=position)).line("a", "body").runs
    with pytest.raises(FactsheetError) as caught:
        run.face.subset(run.glyphs | {glyph for _, glyph, _ in run.extras})
    (problem,) = caught.value.problems
    assert (problem.rule, problem.position) == ("font-invalid", position)


def test_font_that_fails_when_it_is_set_is_reported_where_the_brand_asks_for_it(tmp_path: Path) -> None:
    path, position = tmp_path / "junk.ttf", Position("data/x/_brand.yml", 12, 7)
    path.write_bytes(b"junk")
    with pytest.raises(FactsheetError) as caught:
        typesetter(FaceFile("Junk", 400, False, path, position=position)).line("a", "body")
    (problem,) = caught.value.problems
    assert (problem.rule, problem.position) == ("font-invalid", position)
