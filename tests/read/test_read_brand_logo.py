"""The emblem: our own, else the small logo of the standard; vectors with words, from the project, or a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factsheet.model.drawing import Shape
from read.harbour import BRAND, EMBLEM, FILES, Sheet

if TYPE_CHECKING:
    from factsheet.problems import Problem

OURS = "    emblem: emblem.svg\n    emblem-alt: An anchor\n"
MARK = "data/harbour/mark.svg"
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="20" height="20" fill="#1e6a86"/></svg>'
)
PAINTED = (Shape("0 20 m 20 20 l 20 0 l 0 0 l h", "sea"),)
LINE = 34  # the first after what the brand of the tests says


def with_logo(sheet: Sheet, logo: str, ours: str = "") -> Sheet:
    """Let the brand have a logo of the standard, and no emblem but *ours*."""
    sheet.files[MARK] = SQUARE
    return sheet.change(BRAND, OURS, f"{ours}logo: {logo}\n")


def only(sheet: Sheet) -> Problem:
    (problem,) = sheet.problems()
    return problem


@pytest.mark.parametrize(
    "logo",
    [
        "{small: {path: mark.svg, alt: A square}}",
        "{images: {m: {path: mark.svg, alt: A square}}, small: m, large: wide.png}",
        "{images: {m: {path: mark.svg, alt: A square}}, small: {light: m, dark: x.svg}}",
        "{small: {light: {path: mark.svg, alt: A square}, dark: {path: dark.svg, alt: A square}}}",
        "{images: {m: {path: mark.svg, alt: A square}}, small: {dark: m}}",
    ],
)
def test_emblem_falls_back_to_the_small_logo(logo: str, sheet: Sheet) -> None:
    brand = with_logo(sheet, logo).read().brand
    assert brand.emblem is not None
    assert (brand.emblem.items, brand.emblem_alt) == (PAINTED, "A square")


@pytest.mark.parametrize("logo", ["mark.svg", "{small: mark.svg}", "{images: {m: mark.svg}, small: m}"])
def test_words_may_be_ours(logo: str, sheet: Sheet) -> None:
    brand = with_logo(sheet, logo, "    emblem-alt: Our square\n").read().brand
    assert brand.emblem is not None
    assert (brand.emblem.items, brand.emblem_alt) == (PAINTED, "Our square")


def test_our_emblem_wins(sheet: Sheet) -> None:
    brand = with_logo(sheet, "{small: missing.png}", OURS).read().brand
    assert brand.emblem_alt == "An anchor"


@pytest.mark.parametrize("logo", ["{medium: {path: mark.svg, alt: x}, large: wide.png}", "{images: {m: m.png}}", ""])
def test_larger_logos_are_no_emblem(logo: str, sheet: Sheet) -> None:
    brand = with_logo(sheet, logo).read().brand
    assert (brand.emblem, brand.emblem_alt) == (None, "")


def test_brand_may_want_none(sheet: Sheet) -> None:
    brand = with_logo(sheet, "logo.png", "    emblem: none\n").read().brand
    assert (brand.emblem, brand.emblem_alt) == (None, "")


@pytest.mark.parametrize(
    ("logo", "rule", "column"),
    [
        ("{small: {path: mark.PNG, alt: x}}", "logo-raster", 22),
        ("{images: {m: {path: m.jpg, alt: x}}, small: m}", "logo-raster", 51),
        ("{small: {path: https://example.org/m.svg, alt: x}}", "file-missing", 22),
        ("{small: {path: mrk.svg, alt: x}}", "file-missing", 22),
        ("{small: {path: ../../../m.svg, alt: x}}", "path-outside", 22),
        ("{small: mark.svg}", "alt-missing", 15),
        ("mark.svg", "alt-missing", 7),
        ("{small: [mark.svg]}", "value-invalid", 15),
        ("{small: {light: {alt: x}}}", "value-invalid", 23),
        ("{small: {path: mark.svg, alt: [x]}}", "value-invalid", 15),
    ],
)
def test_logo_that_cannot_be_painted_is_named_at_its_place(logo: str, rule: str, column: int, sheet: Sheet) -> None:
    problem = only(with_logo(sheet, logo))
    assert problem.rule == rule
    assert problem.position is not None
    assert (problem.position.file, problem.position.line) == (BRAND, LINE)
    assert problem.position.column == column
    if rule in {"logo-raster", "file-missing"} and "mrk" not in logo:
        assert "emblem: none" in problem.remedy


def test_images_that_name_each_other_in_a_circle_lead_to_a_file_that_is_not_there(sheet: Sheet) -> None:
    assert only(with_logo(sheet, "{images: {a: b, b: a}, small: a}", "    emblem-alt: x\n")).rule == "file-missing"


def test_emblem_of_a_raster_is_refused_too(sheet: Sheet) -> None:
    problem = only(sheet.change(BRAND, "emblem: emblem.svg", "emblem: emblem.png"))
    assert problem.rule == "logo-raster"


def test_svg_is_read_as_safely_as_our_emblem(sheet: Sheet) -> None:
    with_logo(sheet, "{small: {path: mark.svg, alt: x}}")
    sheet.files[MARK] = FILES[EMBLEM].replace("<rect", "<script/><rect")
    problem = only(sheet)
    assert problem.rule == "svg-unsafe"
    assert problem.position is not None
    assert problem.position.file == MARK
