"""Right to left: order, joining, brackets, marks, blanks that hang at the left, faces by direction."""

# ruff: noqa: RUF001 # other scripts are what this is about

from __future__ import annotations

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped]

from factsheet.model.content import Span
from factsheet.model.style import Style
from factsheet.text.typesetter import Typesetter

from .faces import ARABIC, FACES, FONTS, SCALE, glyph_texts, painted, pen

ARAB = "في عام 2024 أحصى المرصد 10,978 بئراً (أي الكثير) في 119 موقعاً؛ وهذا كثير"
SCALES = {**SCALE, "naskh": Style("naskh", 12, 20), "justified": Style("text", 9, 12, align="justify")}
NASKH = {**ARABIC, "naskh": tuple(file for file in ARABIC["display"])}


def leftward(language: str = "ar") -> Typesetter:
    return Typesetter(NASKH, SCALES, language, right_to_left=True)


def width_of(name: str, text: str, size: float) -> float:
    """The width of *text*, which is Arabic alone, shaped by HarfBuzz as a whole."""
    face = hb.Face(hb.Blob((FONTS / f"{name}.ttf").read_bytes()))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "rtl", "Arab", "ar"
    hb.shape(hb.Font(face), buffer, {"kern": True, "liga": True})
    return float(sum(place.x_advance for place in buffer.glyph_positions)) * size / float(face.upem)


def test_words_are_as_wide_as_in_one_shaping() -> None:
    text = "المرصد الكثير من الآبار في المدينة"
    assert leftward().width(text, "body") == pytest.approx(width_of("IBMPlexSansArabic-Regular", text, 9), abs=0.02)


@pytest.mark.parametrize("role", ["body", "naskh", "justified"])
@pytest.mark.parametrize("width", [60, 110, 400])
def test_a_viewers_pen_ends_where_each_run_says(role: str, width: int) -> None:
    for line in leftward().lines(ARAB, role, width):
        for run in line.runs:
            assert pen(run) == pytest.approx(run.width, abs=0.01)
        assert sum(run.width for run in line.runs) == pytest.approx(line.width + line.lead, abs=0.01)


def test_a_line_is_seen_from_right_to_left_with_its_numbers_from_left_to_right() -> None:
    (line,) = leftward().lines("عام 2024 كثير", "body", 500)
    assert [run.text.strip() for run in line.runs] == ["كثير", "2024", "عام"]
    assert "".join(glyph_texts(line.runs[1])) == "2024"
    assert "".join(glyph_texts(line.runs[0])).strip() == "ريثك"


def test_digits_come_from_the_latin_face_and_blanks_from_the_arabic_one() -> None:
    (line,) = leftward().lines("عام 2024 كثير", "body", 500)
    faces = [run.face.postscript_name for run in line.runs]
    assert faces[1].startswith("SourceSans3")
    assert faces[0] == faces[2] != faces[1]
    assert line.runs[1].text == "2024"


def test_the_logical_text_of_a_line_is_kept() -> None:
    lines = leftward().lines(ARAB, "body", 90)
    assert len(lines) > 2
    assert "".join(line.text for line in lines) == ARAB


def test_a_blank_at_a_line_end_hangs_at_the_left() -> None:
    first, *_, last = leftward().lines(ARAB, "body", 90)
    assert first.text.endswith(" ")
    assert first.lead > 1
    assert last.lead == 0


def test_a_blank_after_latin_at_a_line_end_hangs_at_the_left_too() -> None:
    lines = leftward().lines("كثير من Aqualink Meridian", "body", 80)
    ends = [line for line in lines if line.text.endswith("Aqualink ")]
    assert [line.runs[0].text for line in ends] == [" "]
    assert ends[0].lead > 1


def test_letters_join_on_across_a_change_of_weight() -> None:
    whole = leftward().line((Span("كتاب"),), "body").runs[0]
    parts = leftward().line((Span("كت"), Span("اب", bold=True)), "body")
    assert [run.text for run in parts.runs] == ["اب", "كت"]
    alone = leftward().line("كت", "body").runs[0]
    assert parts.runs[1].core != alone.core, "the second letter must have its middle form, not its last"
    assert whole.core.endswith(parts.runs[1].core[-4:])


def test_letters_join_on_across_a_change_of_colour() -> None:
    plain = leftward().line("كتاب", "body")
    coloured = leftward().line((Span("كت"), Span("اب", colour="accent")), "body")
    assert "".join(run.core for run in coloured.runs) == plain.runs[0].core
    assert [run.colour for run in coloured.runs] == ["accent", "text"]


def test_a_bracket_says_what_it_looks_like() -> None:
    (run,) = leftward().line("(كثير)", "body").runs
    assert "".join(glyph_texts(run)) == "(ريثك)"


def test_each_letter_of_a_ligature_is_found_once() -> None:
    (run,) = leftward().line("لا إله", "body").runs
    assert "".join(glyph_texts(run))[::-1] == "لا إله"


def test_marks_are_painted_late_and_their_letters_carry_them() -> None:
    (run,) = leftward().line("بئراً", "naskh").runs
    assert run.late
    assert "".join(glyph_texts(run)).replace("\u2060", "")[::-1] == "بئراً"
    assert all(-0.01 <= x <= run.width / run.size + 0.01 for x, _, _ in run.late)


def test_justified_lines_have_one_width_and_their_blanks_stretch() -> None:
    *lines, _ = leftward().lines((ARAB + " ") * 4, "justified", 300)
    assert len(lines) == 3
    assert {round(line.width, 2) for line in lines} == {300}


def test_arabic_in_a_left_to_right_text_keeps_its_place() -> None:
    (line,) = Typesetter(NASKH, SCALES, "en").lines("The word كثير جدا means much.", "body", 500)
    assert [run.text.strip() for run in line.runs] == ["The word", "كثير جدا", "means much."]
    assert painted([line]).startswith("The word ")
    assert line.lead == 0
    assert FACES["text"]


def test_digits_of_persian_are_shaped_as_persian() -> None:
    (persian,) = leftward("fa").line("۱۰٬۹۷۸", "naskh").runs
    (arabic,) = leftward("ar").line("۱۰٬۹۷۸", "naskh").runs
    assert persian.face is arabic.face
    assert persian.core != arabic.core or persian.extras != arabic.extras
