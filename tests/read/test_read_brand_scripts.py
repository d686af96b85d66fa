"""Scripts of a brand: faces by script and the tool's own for all of them, and the type scale of each script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factsheet.model.style import Style
from factsheet.problems import FactsheetError, Position
from factsheet.read import open_project
from factsheet.read.brand import read_brand
from factsheet.read.families import FALLBACK_FAMILIES
from factsheet.read.font_files import read_font
from factsheet.read.report import Problems
from factsheet.read.script_scales import NUMERALS, SCRIPTS, SMALLEST, scale_for, spared
from fonts.tiny import tiny_font
from read.harbour import BRAND, TABLE, Sheet

if TYPE_CHECKING:
    from factsheet.model.brand import Brand
    from factsheet.read.project import Project
    from factsheet.read.sfnt import Sfnt

ROOT = Path(__file__).parents[2]
TYPE = "    type:\n      h1: {size: 30pt, colour: accent-text}\n"
STACKED = ("Beng", "Deva", "Mymr", "Thai")


def brand_of(sheet: str) -> Brand:
    problems = Problems()
    brand = read_brand(ROOT / "data" / sheet / "_brand.yml", open_project(ROOT), problems)
    problems.finish()
    assert brand is not None
    return brand


def typed(sheet: Sheet, text: str) -> Sheet:
    """Let *text* stand for the type scale of the brand."""
    return sheet.change(BRAND, TYPE, text)


def size(style: Style) -> tuple[float, float, int]:
    return style.size, style.leading, style.weight


@pytest.mark.parametrize(
    ("role", "arabic", "chinese"),
    [
        ("masthead", (41, 52, 700), (42, 53, 700)),
        ("h1", (27, 38, 700), (26, 34, 700)),
        ("section", (18, 26, 700), (18, 25, 700)),
        ("h2", (13.5, 18, 700), (13, 18, 700)),
        ("h3", (9, 14, 600), (9, 14, 600)),
        ("sub", (8.25, 14, 400), (8, 12, 400)),
        ("lede", (14, 23, 400), (14.5, 25, 400)),
        ("intro", (11.5, 18, 400), (11.5, 18, 400)),
        ("body", (8.75, 14, 400), (8.75, 14, 400)),
        ("body_small", (8.5, 13, 400), (8.5, 13, 400)),
        ("hero", (39, 40, 600), (38, 40, 600)),
        ("caption", (7.25, 11, 400), (7.25, 11, 400)),
        ("quote", (23, 36, 500), (23, 36, 400)),
    ],
)
def test_arabic_and_chinese_are_set_as_the_design_has_them(
    role: str, arabic: tuple[float, float, int], chinese: tuple[float, float, int]
) -> None:
    brand = brand_of("iom-snapshot")
    assert size(brand.scale_of("Arab")[role]) == arabic
    assert size(brand.scale_of("Hani")[role]) == chinese


@pytest.mark.parametrize("script", SCRIPTS)
def test_scale_of_a_script_is_whole_readable_and_without_italics(script: str) -> None:
    scale = brand_of("meridian-brief").scale_of(script)
    latin = brand_of("meridian-brief").scale
    assert scale.keys() == latin.keys()
    assert min(style.size for style in scale.values()) >= SMALLEST
    assert not any(style.italic for style in scale.values())
    assert {role for role, style in scale.items() if style.track} <= NUMERALS
    assert all(scale[role].track == latin[role].track for role in NUMERALS)
    assert all(scale[role].leading >= latin[role].leading for role in ("body", "h2", "h3", "caption", "intro", "lede"))
    assert {(style.family, style.colour) for style in scale.values()} == {
        (style.family, style.colour) for style in latin.values()
    }


@pytest.mark.parametrize("script", STACKED)
def test_marks_on_marks_have_room_in_headings_and_in_text(script: str) -> None:
    """From the highest ink to the lowest: 1.17 em in Devanagari, 1.39 in Bengali, 1.44 in Thai, 1.50 in Burmese."""
    ink = {"Beng": 1.39, "Deva": 1.17, "Mymr": 1.5, "Thai": 1.44}[script]
    scale = brand_of("iom-snapshot").scale_of(script)
    for role in ("masthead", "section", "h1", "h2", "body", "caption"):
        assert scale[role].leading >= ink * scale[role].size, role


@pytest.mark.parametrize("script", ["Latn", "Cyrl", "Grek", "Hebr", ""])
def test_other_scripts_are_set_as_latin(script: str) -> None:
    brand = brand_of("iom-snapshot")
    assert brand.scale_of(script) == brand.scale


@pytest.mark.parametrize(("code", "script"), [("Hans", "Hani"), ("Hant", "Hani"), ("Jpan", "Hani")])
def test_ways_of_writing_chinese_have_one_scale(code: str, script: str) -> None:
    brand = brand_of("iom-snapshot")
    assert brand.scale_of(code) == brand.scale_of(script) != brand.scale


def test_what_a_brand_changes_for_latin_changes_other_scripts_in_proportion(sheet: Sheet) -> None:
    typed(sheet, "    type:\n      h1: {size: 14pt, leading: 16pt, weight: 700}\n      h2: {colour: accent-text}\n")
    scale = sheet.read().brand.scale_of("Arab")
    assert size(scale["h1"]) == (13.5, 19, 800), "half of 27/38, and as much bolder"
    assert size(scale["h2"]) == (13.5, 18, 700)
    assert scale["h2"].colour == "accent_text"


def test_no_script_is_set_smaller_than_can_be_read(sheet: Sheet) -> None:
    typed(sheet, "    type:\n      sub: {size: 7.25pt}\n")
    brand = sheet.read().brand
    assert {script: brand.scale_of(script)["sub"].size for script in SCRIPTS} == dict.fromkeys(SCRIPTS, 7.25)


def test_brand_says_how_a_script_is_set(sheet: Sheet) -> None:
    text = TYPE + "    type-by-script:\n      Arab: {h1: {size: 24pt, leading: 36pt, weight: bold}}\n      Hans:\n"
    typed(sheet, text + "      Cyrl: {body-small: {size: 8pt}}\n")
    brand = sheet.read().brand
    latin = brand.scale["h1"]
    spare = round(36 - 24 * latin.leading / latin.size, 2)
    assert brand.scale_of("Arab")["h1"] == Style("display", 24, 36, 700, "accent_text", spare=spare)
    small = brand.scale["body_small"]
    assert brand.scale_of("Cyrl")["body_small"].but(spare=0.0) == small.but(size=8)
    assert brand.scale_of("Cyrl")["h1"] == brand.scale["h1"]
    assert brand.scale_of("Hani") == spared(scale_for("Hani", brand.scale), brand.scale)


def test_mistakes_in_the_scale_of_a_script_are_located_and_told_together(sheet: Sheet) -> None:
    text = "    type-by-script:\n      Arbb: {h1: {size: 24pt}}\n      Arab: {h9: {size: 24pt}, h1: {size: 24}}\n"
    problems = typed(sheet, text + "      Hani: {h1: {colour: blu}}\n").problems()
    assert [problem.rule for problem in problems] == ["key-unknown", "key-unknown", "value-invalid", "colour-unknown"]
    assert problems[0].caret == "did you mean 'Arab'?"
    assert [problem.position.line for problem in problems if problem.position] == [32, 33, 33, 34]


def test_scale_by_script_is_a_mapping(sheet: Sheet) -> None:
    (problem,) = typed(sheet, "    type-by-script: [Arab]\n").problems()
    assert problem.rule == "value-invalid"


def test_faces_know_their_script(sheet: Sheet) -> None:
    table = sheet.files[TABLE]
    assert isinstance(table, str)
    for family in ("Kufi", "Song"):
        table += f'[[face]]\nfamily = "{family}"\nweight = 400\nitalic = false\nfile = "{family}.ttf"\n'
        sheet.files[f"fonts/{family}.ttf"] = tiny_font(" \u0627\u56fd")
    sheet.files[TABLE] = table
    sheet.change(BRAND, "    type:\n", "    faces: {Arab: {text: [Kufi]}, Hans: {display: [Song]}}\n    type:\n")
    faces = sheet.read().brand.faces["text"]
    assert [(face.family, face.script) for face in faces if face.weight == 400] == [
        ("Plain", ""),
        ("Kufi", "Arab"),
        ("Song", "Hani"),
        ("Noto Sans", ""),
    ]


def test_brand_without_a_word_on_scripts_has_faces_for_all(sheet: Sheet) -> None:
    project = sheet.write()
    project = open_project(project.root)
    brand = read_brand(project.root / BRAND, project, Problems())
    assert brand is not None
    for faces in brand.faces.values():
        families = dict.fromkeys((face.script, face.family) for face in faces)
        assert list(families) == [("", "Plain"), *FALLBACK_FAMILIES.items()]


def test_family_that_the_brand_lists_does_not_come_again_as_a_fallback() -> None:
    for faces in brand_of("meridian-brief").faces.values():
        paths = [face.path for face in faces]
        assert len(paths) == len(set(paths))
        scripts = {face.script for face in faces if face.family == "IBM Plex Sans Arabic"}
        assert scripts == {"Arab"}


def test_of_the_tools_own_fonts_one_file_of_each_primary_family_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def noted(path: Path, name: str, *rest: object) -> Sfnt | None:
        opened.append(path.name)
        return read_font(path, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("factsheet.read.fonts.read_font", noted)
    brand = brand_of("iom-snapshot")
    assert opened == ["SourceSerif4-Regular.ttf", "SourceSans3-Regular.ttf"]
    assert all(face.path.exists() for faces in brand.faces.values() for face in faces)


def test_face_that_is_missing_from_the_tools_own_folder_is_noticed(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    project: Project = sheet.write()
    (project.root / "fonts/NotoSans.ttf").unlink()
    for module in ("fonts", "font_table"):
        monkeypatch.setattr(f"factsheet.read.{module}.OURS", project.fonts[0])
    problems = Problems()
    assert read_brand(project.root / BRAND, project, problems) is None
    with pytest.raises(FactsheetError) as caught:
        problems.finish()
    assert [(problem.rule, problem.position) for problem in caught.value.problems] == [
        ("font-missing", Position("fonts/fonts.toml"))
    ]
