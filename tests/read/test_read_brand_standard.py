"""Brands written for any tool: every construct of Posit's standard is read, and each of them is a working brand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factsheet.model.brand import ROLES
from factsheet.read.colours import contrast
from fonts.tiny import tiny_font
from read.harbour import BRAND, Sheet

if TYPE_CHECKING:
    from factsheet.model.brand import Brand

BRANDS = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).with_name("brands")).glob("*.yml"))}
WEIGHT = (("wght", 100, 400, 900),)

each_brand = pytest.mark.parametrize("name", BRANDS)


def read(sheet: Sheet, name: str) -> Brand:
    sheet.files[BRAND] = BRANDS[name]
    sheet.files["data/harbour/house.ttf"] = tiny_font(axes=WEIGHT)
    sheet.files["data/harbour/house-italic.ttf"] = tiny_font(axes=WEIGHT, italic=True)
    sheet.files["data/harbour/house-plain.otf"] = tiny_font(cff=True, weight=500)
    return sheet.read().brand


def rgb(brand: Brand, *roles: str) -> list[str]:
    return [brand.colours[role].rgb for role in roles]


@each_brand
def test_brand_of_the_standard_fills_every_role_and_every_text_can_be_read(name: str, sheet: Sheet) -> None:
    brand = read(sheet, name)
    assert set(ROLES) <= set(brand.colours)
    for role in ("ink", "text", "muted", "data", "accent_text"):
        assert min(contrast(*rgb(brand, role, ground)) for ground in ("paper", "panel")) >= 4.5, role
    for role in ("ground_text", "ground_muted", "ground_accent"):
        assert contrast(*rgb(brand, role, "ground")) >= 4.5, role
    assert all(brand.faces[role] for role in ("display", "text"))


def test_semantic_colours_are_roles(sheet: Sheet) -> None:
    brand = read(sheet, "colours-direct")
    assert rgb(brand, "text", "paper", "data", "muted") == ["#1A2421", "#FFFFFF", "#1F6F8B", "#5F6B70"]
    assert rgb(brand, "panel", "ground", "ink") == ["#F4F6F2", "#22313A", "#1A2421"]
    assert rgb(brand, "accent") == ["#D2691E"], "secondary is a grey, so the accent is the warning"


def test_names_lead_to_colours_through_palette_theme_and_css(sheet: Sheet) -> None:
    brand = read(sheet, "colours-by-name")
    assert rgb(brand, "paper", "text", "data", "accent") == ["#FFFFFF", "#181818", "#126698", "#A0522D"]
    assert rgb(brand, "clay", "mist") == ["#A0522D", "#E6F0F5"]
    assert "odd" not in brand.colours, "a notation that is not read is left out until something needs it"


def test_names_of_the_brand(sheet: Sheet) -> None:
    assert read(sheet, "meta-short").name == "Harbour Office"
    assert read(sheet, "meta-full").name == "Office of the Harbour Master"


def test_families_may_be_strings(sheet: Sheet) -> None:
    faces = read(sheet, "type-simple").faces
    assert (faces["display"][0].family, faces["text"][0].family) == ("Plain", "Noto Sans")


def test_weight_style_and_colour_of_headings_are_taken_over_and_sizes_of_screens_are_not(sheet: Sheet) -> None:
    brand = read(sheet, "type-full")
    h1, body = brand.scale["h1"], brand.scale["body"]
    assert (h1.weight, h1.italic, h1.size) == (600, True, 28)
    assert (body.weight, body.italic, body.size, body.leading) == (400, False, 9, 12)
    assert rgb(brand, "ink", "text") == ["#A33B20", "#202020"]


def test_files_may_be_variable_and_what_the_brand_leaves_open_the_font_says(sheet: Sheet) -> None:
    faces = read(sheet, "fonts").faces
    house = [face for face in faces["text"] if face.family == "House"]
    assert [(face.weight, face.italic, face.weights) for face in house] == [
        (400, False, (100, 900)),
        (400, True, (100, 900)),
        (500, False, None),
    ]
    assert [face.weight for face in faces["display"] if face.family == "Plain"] == [400, 600]


def test_small_logo_is_the_emblem_and_light_forms_count(sheet: Sheet) -> None:
    brand = read(sheet, "logo-and-more")
    assert brand.emblem is not None
    assert brand.emblem_alt == "An anchor"
    assert rgb(brand, "text", "paper", "data") == ["#101010", "#FFFFFF", "#0E4A6B"]


@each_brand
def test_brand_of_the_standard_takes_our_part_too(name: str, sheet: Sheet) -> None:
    ours = "defaults: {factsheet: {rule: 2pt, art: dots, roles: {accent: '#B02000'}}}\n"
    sheet.files[BRAND] = BRANDS[name].partition("defaults:")[0] + ours
    for path in ("house.ttf", "house-italic.ttf", "house-plain.otf"):
        sheet.files[f"data/harbour/{path}"] = tiny_font(axes=WEIGHT if "plain" not in path else ())
    brand = sheet.read().brand
    assert (brand.rule, brand.art, *rgb(brand, "accent")) == (2, "dots", "#B02000")
