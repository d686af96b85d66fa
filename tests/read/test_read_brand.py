"""Brands: Posit's standard is read as it stands, our own part is closed, colours and fonts are checked."""

from __future__ import annotations

import pytest

from factsheet.model.brand import Colour, FaceFile
from factsheet.model.drawing import Shape
from factsheet.model.style import Style
from factsheet.read.colours import contrast
from factsheet.read.css_colours import hexadecimal
from factsheet.read.scale import SCALE
from read.harbour import BRAND, EDITION, EMBLEM, FILES, TABLE, Sheet

NAVY = Colour("#0E2B3F", (93.0, 43.0, 4.0, 85.0))


def ours(text: str) -> str:
    """Return a brand file with *text* before our part."""
    before, mark, after = FILES[BRAND].partition("defaults:\n")
    return f"{text}\n{mark}{after}" if text else before + mark + after


def test_brand_says_what_its_file_says(sheet: Sheet) -> None:
    brand = sheet.read().brand
    assert (brand.name, brand.rule, brand.emblem_alt) == ("Harbour Office", 1.5, "An anchor")
    assert brand.qualifiers == {"more-than": "above"}
    assert brand.emblem is not None
    assert brand.emblem.items == (Shape("0 20 m 40 20 l 40 10 l 0 10 l h", "ink"),)


def test_roles_and_palette_names_are_colours_and_the_build_for_print_follows_the_name(sheet: Sheet) -> None:
    colours = sheet.read().brand.colours
    assert colours["navy"] == colours["ink"] == colours["text"] == colours["ground"] == NAVY
    assert colours["accent_text"] == Colour("#B8400F")
    assert colours["mist"] == Colour("#DFEAED")


def test_roles_that_a_brand_leaves_out_take_the_colour_of_another(sheet: Sheet) -> None:
    colours = sheet.read().brand.colours
    assert colours["paper"] == colours["white"] == Colour("#FFFFFF")
    assert colours["ghost"] == colours["pale"]
    assert colours["gap"] == colours["muted"]


def test_paper_is_white_without_a_palette_entry_too(sheet: Sheet) -> None:
    sheet.change(BRAND, '    white: "#FFF"\n', "").change(BRAND, "panel: white", 'panel: "#fefefe"')
    assert sheet.read().brand.colours["paper"] == Colour("#FFFFFF")


def test_colours_may_have_light_and_dark_forms_and_name_each_other(sheet: Sheet) -> None:
    sheet.change(BRAND, "foreground: navy", "foreground: {light: dark, dark: white}\n  dark: dark")
    sheet.change(BRAND, '    fog: "#52626E"', '    fog: {light: "#52626E", dark: "#FFF"}\n    dark: navy')
    colours = sheet.read().brand.colours
    assert colours["text"] == NAVY
    assert colours["muted"] == Colour("#52626E")


def test_type_scale_is_the_usual_one_but_for_what_the_brand_says(sheet: Sheet) -> None:
    scale = sheet.read().brand.scale
    assert scale["h1"] == Style("display", 30, 32, 600, "accent_text", -0.35)
    assert {role: style for role, style in scale.items() if role != "h1"} == {
        role: style for role, style in SCALE.items() if role != "h1"
    }


def test_type_may_be_named_with_either_dash(sheet: Sheet) -> None:
    sheet.change(BRAND, "h1: {size: 30pt,", "row-number: {track: -0.5pt, tabular: true, weight: semi-bold,")
    assert sheet.read().brand.scale["row_number"] == Style("display", 15, 17, 600, "accent_text", -0.5, tabular=True)


def test_faces_are_the_familys_and_then_the_fallbacks(sheet: Sheet) -> None:
    brand, fonts = sheet.read().brand, sheet.root.resolve() / "fonts"
    plain = FaceFile("Plain", 400, italic=False, path=fonts / "Plain.ttf")
    semibold = FaceFile("Plain", 600, italic=False, path=fonts / "Plain-SemiBold.ttf")
    fallback = FaceFile("Noto Sans", 400, italic=False, path=fonts / "NotoSans.ttf")
    assert brand.faces == {"display": (plain, semibold, fallback), "text": (plain, semibold, fallback)}


@pytest.mark.parametrize(
    ("weight", "weights"),
    [("600", [600]), ("[regular]", [400]), ("500..900", [600]), ("100..900", [400, 600]), ("auto", [400, 600])],
)
def test_brand_may_ask_for_some_weights_of_a_family(weight: str, weights: list[int], sheet: Sheet) -> None:
    faces = sheet.change(BRAND, "weight: [400, 600]", f"weight: {weight}").read().brand.faces["text"]
    assert [face.weight for face in faces if face.family == "Plain"] == weights


def test_our_face_lists_come_before_the_standards_families(sheet: Sheet) -> None:
    sheet.change(BRAND, "    type:", "    faces: {display: [Noto Sans, Plain]}\n    type:")
    faces = sheet.read().brand.faces
    assert [face.family for face in faces["display"]] == ["Noto Sans", "Plain", "Plain"]
    assert [face.family for face in faces["text"]] == ["Plain", "Plain", "Noto Sans"]


def test_headings_have_a_family_of_their_own(sheet: Sheet) -> None:
    sheet.change(BRAND, "  base: Plain", "  base: {family: Plain, size: 9pt}\n  headings: Noto Sans")
    faces = sheet.read().brand.faces
    assert [face.family for face in faces["display"]] == ["Noto Sans"]
    assert faces["text"][0].family == "Plain"


def test_font_that_is_declared_but_not_used_is_not_looked_for(sheet: Sheet) -> None:
    unused = "  fonts:\n    - {family: Mono, source: system}\n    - {family: Web, source: file, files: [https://x.org/a.woff2]}\n"
    sheet.change(BRAND, "  fonts:\n", unused).change(BRAND, "  base: Plain", "  base: Plain\n  monospace: Mono")
    assert sheet.read().brand.name == "Harbour Office"


STANDARD = """\
meta:
  name: {short: Harbour, full: Harbour Office}
  link: {home: https://example.org, mastodon: https://example.org/@harbour}
logo:
  images: {mark: {path: mark.png, alt: An anchor}, wide: wide.svg}
  small: mark
  medium: {light: wide.svg, dark: {path: wide-dark.svg, alt: x}}
  large: https://example.org/logo.svg
color:
  palette: {navy: "#0E2B3F", sea: "#1E6A86", rust: "#B8400F", fog: "#52626E", mist: "#dfeaed", white: "#FFF",
    rose: "rgb(200, 10, 20)", named: rebeccapurple}
  foreground: navy
  background: {light: white, dark: navy}
  primary: sea
  secondary: "#52626E"
  success: named
typography:
  fonts:
    - {family: Plain, source: google, weight: [400, 600], style: [normal, italic], display: swap}
    - {family: Other, source: bunny, weight: 100..900}
    - {family: Local, source: system}
  base: {family: Plain, size: 16px, line-height: 1.5, weight: 400}
  headings: {family: Plain, color: primary, weight: semi-bold, style: normal, line-height: 1.2}
  monospace: Other
  monospace-inline: {family: Other, color: rust, background-color: mist}
  monospace-block: {family: Other}
  link: {weight: bold, decoration: underline, color: {light: sea, dark: mist}}
"""


def test_every_part_of_the_standard_is_accepted(sheet: Sheet) -> None:
    sheet.files[BRAND] = ours(STANDARD).replace("  bootstrap:", "  quarto:\n  shiny: {theme: x}\n  bootstrap:")
    brand = sheet.read().brand
    assert brand.colours["rose"] == Colour("#C80A14")
    assert brand.colours["sea"] == Colour("#1E6A86")


def test_brand_of_the_standard_alone_wants_an_emblem_that_can_be_painted_and_nothing_else(sheet: Sheet) -> None:
    sheet.files[BRAND] = STANDARD
    assert [problem.rule for problem in sheet.problems()] == ["logo-raster"]


def test_mistakes_in_every_section_are_reported_together(sheet: Sheet) -> None:
    sheet.change(BRAND, "size: 30pt", "size: 30").change(BRAND, "data: sea", "data: see")
    sheet.change(BRAND, "more-than: above", "mor-than: above").change(BRAND, "[93, 43, 4, 85]", "black")
    sheet.change(BRAND, "base: Plain", "base: Plane").change(BRAND, "emblem-alt", "emblm-alt")
    assert [(p.rule, p.position.line) for p in sheet.problems() if p.position] == [
        ("font-missing", 14),
        ("colour-unknown", 22),
        ("value-invalid", 30),
        ("value-invalid", 32),
        ("key-unknown", 33),
        ("key-unknown", 35),
    ]


@pytest.mark.parametrize("content", ["- a", "text", "color: [a]", "defaults: {factsheet: [a]}", "meta: {name: [a]}"])
def test_brand_file_of_the_wrong_kind_is_told_so(content: str, sheet: Sheet) -> None:
    sheet.files[BRAND] = content
    assert "value-invalid" in {problem.rule for problem in sheet.problems()}


def test_nearest_brand_file_is_the_editions_own(sheet: Sheet) -> None:
    sheet.files["data/_brand.yml"] = (
        FILES[BRAND].replace("Harbour Office", "The Port").replace("emblem.svg", "harbour/emblem.svg")
    )
    assert sheet.read().brand.name == "Harbour Office"
    del sheet.files[BRAND]
    (sheet.root / BRAND).unlink()
    assert sheet.read().brand.name == "The Port"


def test_edition_and_project_may_name_another_brand_file(sheet: Sheet) -> None:
    sheet.files["data/night.yml"] = (
        FILES[BRAND].replace("Harbour Office", "Night").replace("emblem.svg", "harbour/emblem.svg")
    )
    del sheet.files[BRAND]
    sheet.files["data/factsheet.yml"] = "language: en\nbrand: night.yml\n"
    assert sheet.read().brand.name == "Night"
    sheet.change(EDITION, "layout: plain", "layout: plain\nbrand: ../day.yml")
    sheet.files["data/day.yml"] = (
        FILES[BRAND].replace("Harbour Office", "Day").replace("emblem.svg", "harbour/emblem.svg")
    )
    assert sheet.read().brand.name == "Day"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21),
        ("#52626E", "#FFFFFF", 6.30),
        ("#EA6B3F", "#FFFFFF", 3.15),
        ("#B8400F", "#F6F1E7", 4.94),
    ],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_contrast_problem_names_the_measured_ratio_rounded_down(sheet: Sheet) -> None:
    (problem,) = sheet.change(BRAND, '"#52626E"', '"#777777"').problems()  # 4.478:1
    assert problem.message == "muted on paper has a contrast of 4.47:1"


@pytest.mark.parametrize(("text", "rgb"), [("#abc", "#AABBCC"), ("#0e2b3f", "#0E2B3F"), ("#abcd", None), ("abc", None)])
def test_colours_are_hexadecimal(text: str, rgb: str | None) -> None:
    assert hexadecimal(text) == rgb


@pytest.mark.parametrize(
    "entry",
    [
        'family = "Plain"\nweight = "400"\nitalic = false\nfile = "Plain.ttf"',
        'family = "Plain"\nweight = 400\nitalic = 0\nfile = "Plain.ttf"',
        'family = "Plain"\nweight = 400\nitalic = false',
        'family = "Plain"\nweight = 400\nitalic = false\nfile = "../../x.ttf"',
    ],
)
def test_table_of_fonts_is_complete(entry: str, sheet: Sheet) -> None:
    sheet.files[TABLE] = f"[[face]]\n{entry}\n"
    assert [problem.rule for problem in sheet.problems()] == ["font-table"]


def test_project_without_any_font_says_so_once_a_family(sheet: Sheet) -> None:
    del sheet.files[TABLE]
    assert [(problem.rule, problem.message) for problem in sheet.problems()] == [
        ("font-missing", "no fonts folder has 'Noto Sans'"),
        ("font-missing", "no fonts folder has 'Plain'"),
    ]


def test_emblem_of_the_palettes_own_colour_is_named_by_it(sheet: Sheet) -> None:
    sheet.change(EMBLEM, "var(--ink)", "#0e2b3f")
    emblem = sheet.read().brand.emblem
    assert emblem is not None
    assert emblem.items[0] == Shape("0 20 m 40 20 l 40 10 l 0 10 l h", "navy")
