"""Fonts of a brand: variable and static, scripts, rights, coverage; each fault where the brand asks for the font."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factsheet.problems import Position, Problem
from fonts.tiny import BASIC, tiny_font
from read.harbour import BRAND, TABLE, Sheet

if TYPE_CHECKING:
    from factsheet.model.brand import FaceFile

WEIGHT = ("wght", 100, 400, 900)
GOOGLE = "source: google, weight: [400, 600]}"
PLAIN = "fonts/Plain.ttf"
HOUSE = "data/harbour/house.ttf"


def own(sheet: Sheet, files: str, more: str = "", **fonts: bytes) -> Sheet:
    """Let the family of the brand lie beside it."""
    sheet.files |= {f"data/harbour/{name}.ttf": data for name, data in fonts.items()}
    return sheet.change(BRAND, GOOGLE, f"source: file{more}, files: {files}}}")


def plain(sheet: Sheet) -> list[FaceFile]:
    return [face for face in sheet.read().brand.faces["text"] if face.family == "Plain"]


def only(sheet: Sheet) -> Problem:
    (problem,) = sheet.problems()
    return problem


def place(problem: Problem) -> tuple[str, int, int]:
    assert problem.position is not None
    return problem.position.file, problem.position.line, problem.position.column


def test_own_files_lie_beside_the_brand_file_and_are_static_if_they_say_no_axes(sheet: Sheet) -> None:
    files = "[a.ttf, {path: b.ttf, weight: bold}, {path: c.ttf, style: italic}, d.ttf]"
    fonts = {"a": tiny_font(), "b": tiny_font(), "c": tiny_font(), "d": tiny_font(weight=800, italic=True)}
    faces = plain(own(sheet, files, "", **fonts))
    assert [(face.weight, face.italic, face.path.name) for face in faces] == [
        (400, False, "a.ttf"),
        (700, False, "b.ttf"),
        (400, True, "c.ttf"),
        (800, True, "d.ttf"),
    ]
    assert all(face.path.is_absolute() and face.weights is None and not face.axes for face in faces)


def test_one_weight_of_a_family_is_that_of_its_files(sheet: Sheet) -> None:
    (face,) = plain(own(sheet, "[a.ttf]", ", weight: 500", a=tiny_font()))
    assert face.weight == 500


@pytest.mark.parametrize(
    ("files", "more", "weights"),
    [
        ("[{path: a.ttf, weight: 100..900}]", "", [(100, 900)]),
        ("[{path: a.ttf, weight: [100, 900]}]", "", [(100, 900)]),
        ("[{path: a.ttf, weight: 250..950}]", "", [(250, 900)]),
        ("[{path: a.ttf, weight: 600}]", "", [(600, 600)]),
        ("[a.ttf]", "", [(100, 900)]),
        ("[a.ttf]", ", weight: [400, bold]", [(400, 400), (700, 700)]),
        ("[a.ttf]", ", weight: 300..500", [(300, 500)]),
    ],
)
def test_variable_file_gives_the_weights_that_are_asked_for(
    files: str, more: str, weights: list[tuple[int, int]], sheet: Sheet
) -> None:
    faces = plain(own(sheet, files, more, a=tiny_font(axes=(WEIGHT,))))
    assert [face.weights for face in faces] == weights
    assert [face.weight for face in faces] == [min(max(400, low), high) for low, high in weights]


def test_variable_file_is_pinned_at_the_weight_nearest_to_the_one_wanted(sheet: Sheet) -> None:
    (face,) = plain(own(sheet, "[{path: a.ttf, weight: 300..700}]", a=tiny_font(axes=(WEIGHT,))))
    assert [face.at(weight).axes for weight in (100, 450, 900)] == [
        (("wght", 300.0),),
        (("wght", 450.0),),
        (("wght", 700.0),),
    ]
    assert face.at(450).at(700) == face.at(450), "once pinned it stays"


@pytest.mark.parametrize(
    ("axis", "style", "axes"),
    [
        (("ital", 0, 0, 1), "italic", (("ital", 1.0),)),
        (("slnt", -12, 0, 0), "italic", (("slnt", -12.0),)),
        (("slnt", -12, 0, 0), "normal", ()),
        (("opsz", 8, 12, 48), "italic", ()),
    ],
)
def test_italics_of_a_variable_file_are_on_an_axis_of_its_own(
    axis: tuple[str, float, float, float], style: str, axes: tuple[tuple[str, float], ...], sheet: Sheet
) -> None:
    font = tiny_font(axes=(axis, WEIGHT))
    (face,) = plain(own(sheet, f"[{{path: a.ttf, weight: 100..900, style: {style}}}]", a=font))
    assert face.axes == axes
    assert face.at(700).axes == tuple(sorted((*axes, ("wght", 700.0))))


def test_table_may_hold_a_variable_font(sheet: Sheet) -> None:
    sheet.files[PLAIN] = tiny_font(axes=(WEIGHT,))
    sheet.change(
        TABLE,
        'weight = 400\nitalic = false\nfile = "Plain.ttf"',
        'weight = "200..800"\nitalic = false\nfile = "Plain.ttf"',
    )
    sheet.change(BRAND, "weight: [400, 600]", "weight: [100..300, 700]")
    assert [face.weights for face in plain(sheet)] == [(200, 300), (700, 700)]


def test_range_for_a_static_file_is_a_mistake(sheet: Sheet) -> None:
    problem = only(own(sheet, "[{path: a.ttf, weight: 100..900}]", a=tiny_font(weight=500)))
    assert problem.rule == "value-invalid"
    assert problem.remedy == "write the one that it has, 500"
    assert place(problem) == (BRAND, 13, 67)


def test_weight_that_a_variable_file_has_not_is_named(sheet: Sheet) -> None:
    problem = only(own(sheet, "[{path: a.ttf, weight: 950}]", a=tiny_font(axes=(WEIGHT,))))
    assert (problem.rule, problem.remedy) == ("font-missing", "it has the weights 100 to 900")
    assert place(problem) == (BRAND, 13, 67)


@pytest.mark.parametrize("weight", ["900..100", "0..400", "bold..900"])
def test_range_of_weights_rises(weight: str, sheet: Sheet) -> None:
    assert only(sheet.change(BRAND, "weight: [400, 600]", f"weight: {weight}")).rule == "value-invalid"


SCRIPTS = """\
    faces:
      text: [Plain]
      Arab: {text: [Noto Sans]}
      Deva: {display: [Noto Sans], text: [Plain]}
    type:"""


def test_faces_of_scripts_follow_the_brands_own_and_precede_the_fallbacks(sheet: Sheet) -> None:
    sheet.change(BRAND, "    type:", SCRIPTS)
    table = sheet.files[TABLE]
    assert isinstance(table, str)
    sheet.files[TABLE] = table + '[[face]]\nfamily = "Other"\nweight = 400\nitalic = false\nfile = "Other.ttf"\n'
    sheet.files["fonts/Other.ttf"] = tiny_font()
    sheet.change(BRAND, "Arab: {text: [Noto Sans]}", "Arab: {text: [Other]}")
    faces = sheet.read().brand.faces
    assert list(dict.fromkeys(face.family for face in faces["text"])) == ["Plain", "Other", "Noto Sans"]
    assert list(dict.fromkeys(face.family for face in faces["display"])) == ["Plain", "Other", "Noto Sans"]


def test_script_that_is_none_is_named(sheet: Sheet) -> None:
    sheet.change(BRAND, "    type:", SCRIPTS.replace("Arab", "Arbb"))
    problem = only(sheet)
    assert (problem.rule, problem.caret) == ("key-unknown", "did you mean 'Arab'?")
    assert place(problem) == (BRAND, 33, 7)


@pytest.mark.parametrize("rights", [0x000, 0x004, 0x008, 0x00C, 0x006, 0x00A])
def test_fonts_that_may_be_embedded_are_taken(rights: int, sheet: Sheet) -> None:
    """Preview and print (4) and editable (8) are enough; the least restrictive of several bits counts."""
    sheet.files[PLAIN] = tiny_font(rights=rights)
    assert len(plain(sheet)) == 2


@pytest.mark.parametrize(
    ("rights", "words"),
    [
        (0x002, "may not be embedded"),
        (0x104, "as a whole only"),
        (0x100, "as a whole only"),
        (0x208, "as bitmaps only"),
    ],
)
def test_fonts_that_forbid_what_a_pdf_does_are_refused_where_the_brand_asks_for_them(
    rights: int, words: str, sheet: Sheet
) -> None:
    problem = only(own(sheet, "[house.ttf]", house=tiny_font(rights=rights)))
    assert problem.rule == "font-rights"
    assert words in problem.message
    assert f"fsType {rights}" in problem.message
    assert place(problem) == (BRAND, 13, 45)


def test_rights_of_a_font_that_no_text_is_set_in_do_not_matter(sheet: Sheet) -> None:
    sheet.files["data/harbour/mono.ttf"] = tiny_font(rights=2)
    mono = "  fonts:\n    - {family: Mono, source: file, files: [mono.ttf]}\n"
    sheet.change(BRAND, "  fonts:\n", mono).change(BRAND, "  base: Plain", "  base: Plain\n  monospace: Mono")
    assert sheet.read().brand.name == "Harbour Office"


def test_first_family_has_letters_and_digits(sheet: Sheet) -> None:
    sheet.files[PLAIN] = tiny_font(BASIC.replace("Q", "").replace("7", ""))
    problem = only(sheet)
    assert (problem.rule, problem.message) == ("font-coverage", "'Plain' lacks 'Q', '7'")
    assert place(problem) == (BRAND, 14, 9)


def test_family_of_another_script_needs_none(sheet: Sheet) -> None:
    sheet.files["fonts/NotoSans.ttf"] = tiny_font(" \u0627\u0628")
    sheet.change(BRAND, "    type:", "    faces: {Arab: {text: [Noto Sans]}}\n    type:")
    assert sheet.read().brand.faces["text"][-1].family == "Noto Sans"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (tiny_font()[:200], "cut off"),
        (b"OTTO", "cut off or damaged"),
        (b"wOF2" + bytes(4), "web font (WOFF2)"),
        (b"ttcf" + bytes(4), "a collection"),
        (b"%PDF-1.7", "no TrueType or OpenType font"),
        (b"", "no TrueType or OpenType font"),
        (tiny_font().replace(b"hmtx", b"hmtz"), "no table hmtx"),
        (tiny_font().replace(b"glyf", b"glyg"), "no outlines"),
    ],
)
def test_file_that_is_no_font_is_named_where_the_brand_asks_for_it(data: bytes, words: str, sheet: Sheet) -> None:
    problem = only(own(sheet, "[house.ttf]", house=data))
    assert problem.rule == "font-invalid"
    assert words in problem.message
    assert place(problem) == (BRAND, 13, 45)


def test_font_beyond_any_honest_size_is_not_read(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheet.read.font_files.MAX_FONT", 1000)
    problem = only(own(sheet, "[house.ttf]", house=tiny_font() + bytes(1000)))
    assert (problem.rule, place(problem)) == ("file-large", (BRAND, 13, 45))


def test_fault_of_a_fallback_font_is_its_tables(sheet: Sheet) -> None:
    sheet.files["fonts/NotoSans.ttf"] = b"junk"
    assert (only(sheet).rule, place(only(sheet))) == ("font-invalid", (TABLE, 1, 1))


def test_face_knows_where_the_brand_asks_for_it(sheet: Sheet) -> None:
    (face, *_) = plain(own(sheet, "[house.ttf]", house=tiny_font()))
    assert face.position == Position(BRAND, 13, 45, 9)
