"""Roles of colour: derived from the standard where the brand leaves them out, mixed until they can be read, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.colors
import pytest

from factsheet.model.brand import Colour
from factsheet.read.colours import black_build, chroma, contrast, mixed
from factsheet.read.css_colours import css_colour
from read.harbour import BRAND, Sheet

if TYPE_CHECKING:
    from factsheet.model.brand import Brand
    from factsheet.problems import Problem


def bare(sheet: Sheet, color: str, ours: str = "", headings: str = "Plain") -> Sheet:
    """Let the brand be a plain one with these colours and no roles."""
    part = f"defaults: {{factsheet: {{{ours}}}}}\n" if ours else ""
    sheet.files[BRAND] = f"color: {{{color}}}\ntypography: {{base: Plain, headings: {headings}}}\n{part}"
    return sheet


def brand(sheet: Sheet, color: str, ours: str = "", headings: str = "Plain") -> Brand:
    return bare(sheet, color, ours, headings).read().brand


def rgb(found: Brand, *roles: str) -> list[str]:
    return [found.colours[role].rgb for role in roles]


def only(sheet: Sheet) -> Problem:
    (problem,) = sheet.problems()
    return problem


PRIMARY = 'primary: "#1E6A86"'


def test_primary_alone_makes_a_brand_on_white_in_black(sheet: Sheet) -> None:
    found = brand(sheet, PRIMARY)
    assert rgb(found, "paper", "text", "ink", "ground", "data") == ["#FFFFFF", *["#000000"] * 3, "#1E6A86"]
    assert rgb(found, "panel", "hair", "pale") == ["#F2F2F2", "#BFBFBF", "#E0EAEE"]
    assert rgb(found, "accent") == rgb(found, "data"), "one colour must do for all marks"


def test_without_primary_nothing_can_stand_for_data(sheet: Sheet) -> None:
    problem = only(bare(sheet, 'foreground: "#111"'))
    assert (problem.rule, problem.message) == ("role-missing", "no colour is given for data")


def test_role_that_is_written_wins_over_the_standard(sheet: Sheet) -> None:
    found = brand(sheet, f'{PRIMARY}, background: "#FFF"', 'roles: {data: "#A03020", paper: "#FFFEF0"}')
    assert rgb(found, "data", "paper") == ["#A03020", "#FFFEF0"]


@pytest.mark.parametrize(
    ("color", "accent"),
    [
        ('secondary: "#B8400F"', "#B8400F"),
        ('secondary: "#707073", warning: "#B8400F"', "#B8400F"),  # a grey is none
        ('secondary: "#1E6A86", danger: "#9A4665"', "#9A4665"),  # that of data is none either
        ('secondary: "#F2C14E", danger: "#9A4665"', "#9A4665"),  # the first that is seen on paper
        ('secondary: "#F2C14E"', "#F2C14E"),
        ('info: "#2E8B57", success: "#8B0000"', "#2E8B57"),
    ],
)
def test_accent_is_the_first_colour_that_stands_out(color: str, accent: str, sheet: Sheet) -> None:
    assert rgb(brand(sheet, f"{PRIMARY}, {color}"), "accent") == [accent]


def test_colours_that_are_too_pale_for_text_are_mixed_with_it_no_more_than_needed(sheet: Sheet) -> None:
    found = brand(sheet, 'primary: "#4FA3D1", foreground: "#1A2230"')
    (data,) = rgb(found, "data")
    assert min(contrast(data, ground) for ground in rgb(found, "paper", "panel")) >= 4.5
    steps = [mixed(Colour("#4FA3D1"), Colour("#1A2230"), step / 20).rgb for step in range(21)]
    before = steps[steps.index(data) - 1]
    assert min(contrast(before, ground) for ground in rgb(found, "paper", "panel")) < 4.5


def test_dark_paper_has_light_text_and_everything_follows(sheet: Sheet) -> None:
    found = brand(sheet, 'primary: "#2A5B8A", foreground: "#F1F1F2", background: "#1A1A1A", dark: "#2D2D2E"')
    (data,) = rgb(found, "data")
    assert contrast(data, "#1A1A1A") >= 4.5
    assert rgb(found, "ground", "ground_text") == ["#F1F1F2", "#1A1A1A"]


def test_dark_is_the_ground_where_paper_can_be_read_on_it(sheet: Sheet) -> None:
    assert rgb(brand(sheet, f'{PRIMARY}, dark: "#24303C"'), "ground") == ["#24303C"]
    assert rgb(brand(sheet, f'{PRIMARY}, dark: "#9AA4AE"'), "ground") == ["#000000"]


def test_light_is_the_panel_where_it_is_a_tint(sheet: Sheet) -> None:
    assert rgb(brand(sheet, f'{PRIMARY}, light: "#EEF2E8"'), "panel") == ["#EEF2E8"]
    assert rgb(brand(sheet, f'{PRIMARY}, light: "#FFFFFF"'), "panel") == ["#F2F2F2"]


def test_ink_is_the_colour_of_headings(sheet: Sheet) -> None:
    found = brand(sheet, f'{PRIMARY}, palette: {{wine: "#6B1E3A"}}', headings="{color: wine}")
    assert rgb(found, "ink", "text") == ["#6B1E3A", "#000000"]


def test_text_of_the_standard_that_cannot_be_read_is_named_where_it_stands_and_once(sheet: Sheet) -> None:
    problem = only(bare(sheet, f'{PRIMARY}, foreground: "#999999"'))
    assert (problem.rule, problem.message) == ("contrast-low", "text on panel has a contrast of 2.72:1")
    assert problem.position is not None
    assert (problem.position.line, problem.position.column) == (1, 41)


def test_colour_of_the_standard_is_wrong_only_where_it_is_needed(sheet: Sheet) -> None:
    color = f'{PRIMARY}, foreground: "oklch(20% 0 0)"'
    assert only(bare(sheet, color)).rule == "colour-unknown"
    assert brand(sheet, color, "roles: {text: black}").colours["text"] == Colour("#000000")


def test_text_on_the_dark_ground_is_checked_too(sheet: Sheet) -> None:
    sheet.change(BRAND, "      ground: navy", "      ground: navy\n      ground-muted: fog")
    problem = only(sheet)
    assert (problem.rule, problem.message) == ("contrast-low", "ground_muted on ground has a contrast of 2.31:1")


def test_highlights_on_the_ground_are_lightened_until_they_can_be_read(sheet: Sheet) -> None:
    """Rust has 2.63:1 on navy; the role that stands in for it may be lighter, the one that is written may not."""
    colours = sheet.read().brand.colours
    assert (
        contrast(colours["accent"].rgb, colours["ground"].rgb)
        < 4.5
        <= contrast(colours["ground_accent"].rgb, colours["ground"].rgb)
    )


def test_pale_mark_is_a_warning_with_its_ratio_and_the_brand_may_say_that_it_is_labelled(sheet: Sheet) -> None:
    sheet.change(BRAND, '    rust: "#B8400F"', '    rust: "#B8400F"\n    ochre: "#E5A92B"')
    sheet.change(BRAND, "accent: rust", "accent: ochre")
    (warning,) = sheet.read().warnings
    assert (warning.rule, warning.severity) == ("contrast-mark", "warning")
    assert warning.message == "accent on paper has a contrast of 2.09:1; marks need 3:1 to be seen"
    sheet.change(BRAND, "    type:", "    labelled: [accent]\n    type:")
    assert sheet.read().warnings == ()


def test_labelled_names_marks(sheet: Sheet) -> None:
    problem = only(sheet.change(BRAND, "    type:", "    labelled: [acent]\n    type:"))
    assert (problem.rule, problem.caret) == ("value-invalid", "did you mean 'accent'?")


def test_names_of_css_are_those_of_css() -> None:
    known = {name: str(value).upper() for name, value in matplotlib.colors.CSS4_COLORS.items()}
    assert {name: css_colour(name.upper()) for name in known} == known


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("rgb(200, 10, 20)", "#C80A14"),
        ("rgb(0 0 255)", "#0000FF"),
        ("rgb(300, 0, 0)", None),
        ("rgb(1, 2 3)", None),
        ("#12345", None),
        ("hsl(1 2% 3%)", None),
        ("nocolour", None),
    ],
)
def test_colours_are_read_as_css_writes_them(text: str, value: str | None) -> None:
    assert css_colour(text) == value


def test_role_names_a_palette_entry_and_no_colour_of_css(sheet: Sheet) -> None:
    assert only(sheet.change(BRAND, "data: sea", "data: teal")).rule == "colour-unknown"


def test_mixtures_go_by_channel_and_by_plate() -> None:
    ink, white = Colour("#000000", (0, 0, 0, 100), "Black"), Colour("#FFFFFF")
    assert mixed(white, ink, 0.25) == Colour("#BFBFBF", (0, 0, 0, 25)), "white is no ink"
    assert mixed(Colour("#204060"), ink, 0.5) == Colour("#102030"), "half a build is none"
    assert mixed(ink, white, 0) is ink


def test_greys_have_little_chroma() -> None:
    assert chroma("#64748B") < 0.2 < chroma("#447099")


@pytest.mark.parametrize(("value", "black"), [("#000000", 100), ("#FFFFFF", 0), ("#52626E", 62), ("#808080", 50)])
def test_black_ink_alone_is_as_light_as_the_colour(value: str, black: int) -> None:
    assert black_build(value) == (0, 0, 0, black)


def test_builds_spots_and_black_go_by_palette_name(sheet: Sheet) -> None:
    sheet.change(BRAND, "    type:", "    spot: {sea: PANTONE 300 C}\n    ink: {fog: K}\n    type:")
    colours = sheet.read().brand.colours
    assert colours["ink"] == Colour("#0E2B3F", (93, 43, 4, 85))
    assert colours["data"] == Colour("#1E6A86", None, "PANTONE 300 C")
    assert colours["muted"] == Colour("#52626E", (0, 0, 0, 62))
    assert colours["accent"] == Colour("#B8400F")


def test_semantic_colours_may_have_builds_too(sheet: Sheet) -> None:
    found = brand(sheet, PRIMARY, "cmyk: {primary: [75, 14, 5, 50]}")
    assert found.colours["data"] == Colour("#1E6A86", (75, 14, 5, 50))
    assert found.colours["pale"].cmyk == (10.5, 2.0, 0.7, 7.0), "a tint of a build is a tint in print"


def test_one_word_prints_a_whole_brand_with_black_alone(sheet: Sheet) -> None:
    sheet.change(BRAND, "    type:", "    ink: K\n    type:")
    colours = sheet.read().brand.colours
    assert colours["navy"].cmyk == (93, 43, 4, 85), "what has a build keeps it"
    assert [(colours[name].cmyk or (1,))[:3] for name in ("sea", "rust", "fog")] == [(0, 0, 0)] * 3


@pytest.mark.parametrize(
    ("old", "new", "rule", "column"),
    [
        ("    cmyk:\n", "    spot: {see: PANTONE 300 C}\n    cmyk:\n", "colour-unknown", 12),
        ("    cmyk:\n", "    ink: {see: K}\n    cmyk:\n", "colour-unknown", 11),
        ("    cmyk:\n", "    ink: {sea: C}\n    cmyk:\n", "value-invalid", 16),
        ("    cmyk:\n", "    ink: {navy: K}\n    cmyk:\n", "value-invalid", 11),
        ("    cmyk:\n", "    ink: blue\n    cmyk:\n", "value-invalid", 10),
        ("    cmyk:\n", "    art: squares\n    cmyk:\n", "value-invalid", 10),
        ("[93, 43, 4, 85]", "[93, 43, 4, 185]", "value-invalid", 13),
        ("[93, 43, 4, 85]", "[-1, 43, 4, 85]", "value-invalid", 13),
        ("[93, 43, 4, 85]", "[75, 68, 67, 90.5]", "ink-total", 13),
    ],
)
def test_prints_are_checked_at_their_place(old: str, new: str, rule: str, column: int, sheet: Sheet) -> None:
    problem = only(sheet.change(BRAND, old, new))
    assert problem.rule == rule
    assert problem.position is not None
    line = 30 if "cmyk" not in new else 29
    assert (problem.position.line, problem.position.column) == (line, column)


def test_three_hundred_per_cent_of_ink_is_what_paper_takes(sheet: Sheet) -> None:
    sheet.change(BRAND, "[93, 43, 4, 85]", "[75, 68, 67, 90]")
    assert sheet.read().brand.colours["navy"].cmyk == (75, 68, 67, 90)
