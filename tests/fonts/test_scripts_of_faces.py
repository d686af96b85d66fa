"""Every brand sets every script: each of its faces has the letters, and joins and stacks them after it was cut down."""

# ruff: noqa: RUF001 # other scripts are what this is about

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped]

from factsheet.read import open_project
from factsheet.read.brand import read_brand
from factsheet.read.families import FALLBACK_FAMILIES
from factsheet.read.report import Problems
from factsheet.text.face import face_of
from fonts.exemplars import ALPHABETS, SENTENCES

if TYPE_CHECKING:
    from factsheet.model.brand import Brand, FaceFile

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "fonts"
BRANDS = ("iom-snapshot", "meridian-brief")
ROLES = ("display", "text")
WITHOUT_ITALICS = {"Arab", "Beng", "Deva", "Ethi", "Hani", "Mymr", "Thai"}

each_brand = pytest.mark.parametrize("brand", BRANDS, indirect=True)
each_role = pytest.mark.parametrize("role", ROLES)
each_language = pytest.mark.parametrize("language", ALPHABETS)


@pytest.fixture(scope="module")
def brand(request: pytest.FixtureRequest) -> Brand:
    problems = Problems()
    found = read_brand(ROOT / "data" / request.param / "_brand.yml", open_project(ROOT), problems)
    problems.finish()
    assert found is not None
    return found


def families(brand: Brand, role: str, script: str) -> dict[str, list[FaceFile]]:
    """Return the faces that set a script, by family, in order; those of no script for Greek and Cyrillic."""
    named = {face.script for face in brand.faces[role]}
    found: dict[str, list[FaceFile]] = {}
    for face in brand.faces[role]:
        if face.script == (script if script in named else ""):
            found.setdefault(face.family, []).append(face)
    return found


def lacking(face: FaceFile, letters: str) -> str:
    return "".join(letter for letter in letters if not face_of(face.path).covers(letter))


@each_brand
@each_role
@each_language
def test_first_family_of_a_script_that_has_a_letter_has_them_all_in_every_weight(
    language: str, role: str, brand: Brand
) -> None:
    """Or a word would be set in two families. Italics need only be whole where there are italics."""
    script, letters = ALPHABETS[language]
    for faces in families(brand, role, script).values():
        missing = {face.path.name: lacking(face, letters) for face in faces if not face.italic}
        own_letters = [letter for letter in letters if letter.isalpha()]
        if any(face_of(face.path).covers(own_letters[0]) for face in faces):
            assert not any(missing.values()), missing
            return
    pytest.fail(f"no family of {brand.name} sets {language}")


@each_brand
@each_role
@each_language
def test_weights_that_the_type_scale_asks_for_are_near(language: str, role: str, brand: Brand) -> None:
    script, letters = ALPHABETS[language]
    scale = brand.scale_of(script)
    wanted = {style.weight for style in scale.values() if style.family == role}
    faces = next(faces for faces in families(brand, role, script).values() if not lacking(faces[0], letters))
    there = {face.weight for face in faces if not face.italic}
    far = {weight for weight in wanted if min(abs(weight - other) for other in there) > 100}
    assert not far, f"{script} {role}: {sorted(far)}, of {sorted(there)}"


@each_brand
@pytest.mark.parametrize("script", ["Arab", "Hani"])
def test_headings_in_arabic_and_chinese_are_bold(script: str, brand: Brand) -> None:
    scale = brand.scale_of(script)
    assert {scale[role].weight for role in ("masthead", "h1", "section", "h2")} == {700}
    faces = next(iter(families(brand, "display", script).values()))
    assert 700 in {face.weight for face in faces}


@each_brand
@each_role
def test_cyrillic_and_greek_have_italics(role: str, brand: Brand) -> None:
    letters = ALPHABETS["ru"][1] + ALPHABETS["uk"][1] + ALPHABETS["el"][1]
    italics = [face for face in brand.faces[role] if face.italic and not face.script]
    assert any(not lacking(face, letters) for face in italics)


def shaped(name: str, text: str, script: str, language: str) -> list[str]:
    """Return the glyph ids that HarfBuzz makes of *text*, in logical order."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / name))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.script, buffer.language = script, language
    buffer.guess_segment_properties()
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(font, buffer, {})
    return [info.codepoint for info in buffer.glyph_infos]


@each_brand
@each_role
@each_language
def test_no_glyph_is_missing_from_a_sentence(language: str, role: str, brand: Brand) -> None:
    script, letters = ALPHABETS[language]
    for face in (face for faces in families(brand, role, script).values() for face in faces):
        if face.italic or lacking(face, letters):
            continue
        text = "".join(letter for letter in SENTENCES[language] if face_of(face.path).covers(letter))
        assert 0 not in shaped(face.path.name, text, script, language), face.path.name


JOINED = {
    "lam and alef are one": ("لا", "Arab", "ar", ["IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-Bold.ttf"], 1),
    "ksha is one": ("क्ष", "Deva", "hi", ["NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-SemiBold.ttf"], 1),
    "reph comes above the letter": ("र्क", "Deva", "hi", ["NotoSansDevanagari-Regular.ttf"], 2),
    "kssa of Bengali is one": ("ক্ষ", "Beng", "bn", ["NotoSansBengali-Regular.ttf", "NotoSansBengali-SemiBold.ttf"], 1),
    "medial ra of Burmese goes round": ("ကြ", "Mymr", "my", ["NotoSansMyanmar-Regular.ttf"], 2),
    "stacked letters of Burmese": ("န္ဒ", "Mymr", "my", ["NotoSansMyanmar-SemiBold.ttf"], 2),
}


@pytest.mark.parametrize("claim", JOINED)
def test_cut_faces_still_join(claim: str) -> None:
    text, script, language, files, count = JOINED[claim]
    assert {name: len(shaped(name, text, script, language)) for name in files} == dict.fromkeys(files, count)


@pytest.mark.parametrize("name", ["NotoNaskhArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf"])
def test_arabic_letters_have_their_four_forms(name: str) -> None:
    (alone,) = shaped(name, "ہ", "Arab", "ur")
    first, middle, last = (shaped(name, text, "Arab", "ur") for text in ("ہب", "بہب", "بہ"))
    assert len({alone, first[-1], middle[1], last[0]}) == 4


@pytest.mark.parametrize("name", ["NotoSansThai-Regular.ttf", "NotoSansThai-SemiBold.ttf"])
def test_tone_marks_of_thai_stand_above_vowels(name: str) -> None:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / name))))
    buffer = hb.Buffer()
    buffer.add_str("ที่")
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {})
    tops = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        extents = font.get_glyph_extents(info.codepoint)
        tops.append(extents.y_bearing + place.y_offset)
    assert tops == sorted(tops)
    assert len(set(tops)) == 3


@pytest.mark.parametrize(("name", "rows"), [("NotoSansSC", 88), ("NotoSerifSC", 56)])
@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_chinese_faces_have_the_characters_of_the_standard(name: str, rows: int, style: str) -> None:
    """GB/T 2312: 3,755 characters of level 1 in rows 16 to 55, 3,008 of level 2 in rows 56 to 87."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, rows) for cell in range(1, 95))
    characters = "".join(code.decode("gb2312", "ignore") for code in codes)
    assert len(characters) == {88: 6763, 56: 3755}[rows]
    assert face_of(FONTS / f"{name}-{style}.ttf").covers(characters)


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.ttf", "NotoSerifSC-Bold.ttf"])
def test_chinese_punctuation_can_be_set_on_half_a_square(name: str) -> None:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / name))))
    widths = []
    for features in ({}, {"halt": True}):
        buffer = hb.Buffer()
        buffer.add_str("，")
        buffer.guess_segment_properties()
        hb.shape(font, buffer, features)
        widths.append(buffer.glyph_positions[0].x_advance)
    assert widths == [1000, 500]


def test_every_fallback_is_in_the_table_and_follows_in_every_list() -> None:
    problems = Problems()
    brand = read_brand(ROOT / "data/meridian-brief/_brand.yml", open_project(ROOT), problems)
    assert brand is not None
    for faces in brand.faces.values():
        fallbacks = {(face.script, face.family) for face in faces}
        assert fallbacks >= set(FALLBACK_FAMILIES.items())


@each_brand
def test_scripts_without_italics_have_none(brand: Brand) -> None:
    for script in sorted(WITHOUT_ITALICS):
        assert not any(style.italic for style in brand.scale_of(script).values())
        assert not any(face.italic for face in brand.faces["text"] if face.script == script)
