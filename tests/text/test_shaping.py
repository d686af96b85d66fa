"""Boxes: their widths are HarfBuzz's, their glyphs say their text, the pen ends where they say."""

# ruff: noqa: RUF001 # other scripts are what this is about

from __future__ import annotations

import pickle
import re
from pathlib import Path

import matplotlib
import pytest

from factsheet.model.brand import FaceFile
from factsheet.model.content import Span
from factsheet.model.style import Style
from factsheet.text.face import face_of
from factsheet.text.shapers import shaper
from factsheet.text.typesetter import Typesetter

from .faces import FACES, FONTS, SCALE, SENTENCES, glyph_texts, harfbuzz_width, painted, pen, typesetter

SCRIPTS = {"ru": "Cyrl", "el": "Grek"}
KERN = (("kern", True), ("liga", True), ("clig", True))
DEJAVU = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"  # 2048 units to the em


@pytest.mark.parametrize("role", ["body", "h1"])
@pytest.mark.parametrize("language", SENTENCES)
def test_width_is_that_of_the_whole_sentence_in_one_shaping(language: str, role: str) -> None:
    style = SCALE[role]
    path = FACES[style.family][0].path
    text = SENTENCES[language]
    whole = harfbuzz_width(path, text, style.size, SCRIPTS.get(language, "Latn"), language)
    setter = typesetter(language)
    assert setter.width(text, role) == pytest.approx(whole, abs=0.01)
    assert setter.line(text, role).width == pytest.approx(whole, abs=0.01)
    (line,) = setter.lines(text, role, 5000)
    assert line.width == pytest.approx(whole, abs=0.01)


def test_the_sentences_kern_with_blanks_and_make_ligatures() -> None:
    """Else the test above would show nothing."""
    line = typesetter().line(SENTENCES["en"], "h1")
    assert {"ffi", "ff", "fi"} & {text for _, _, text in line.runs[0].extras}
    blank = f"{face_of(FACES['display'][0].path).glyph_of(' '):04X}"
    assert re.search(f"{blank}>[0-9]+<", line.runs[0].core), "no kern after a blank"


@pytest.mark.parametrize("width", [40, 90, 170, 333])
@pytest.mark.parametrize("language", SENTENCES)
def test_each_line_is_as_wide_as_that_line_shaped_alone(language: str, width: int) -> None:
    path = FACES["display"][0].path
    for line in typesetter(language).lines(SENTENCES[language], "h1", width):
        shown = line.text.rstrip(" ")
        alone = harfbuzz_width(path, shown, 24, SCRIPTS.get(language, "Latn"), language)
        # The kern of the last letter with the hanging blank is in the core: a fifth of a point at this size.
        assert line.width == pytest.approx(alone, abs=0.01 if shown == line.text else 0.5)


@pytest.mark.parametrize("role", ["body", "h1", "caps", "plain", "figure"])
@pytest.mark.parametrize("language", SENTENCES)
def test_a_viewers_pen_ends_where_the_run_says(language: str, role: str) -> None:
    for line in typesetter(language).lines(SENTENCES[language], role, 200):
        for run in line.runs:
            assert pen(run) == pytest.approx(run.width, abs=0.005)


def test_rounded_widths_of_other_units_are_corrected_at_each_word() -> None:
    assert face_of(DEJAVU).upem == 2048
    setter = Typesetter({"text": (FaceFile("DejaVu", 400, False, DEJAVU),)}, {"body": Style("text", 10, 12)}, "en")
    line = setter.line(SENTENCES["en"], "body")
    assert line.width == pytest.approx(harfbuzz_width(DEJAVU, SENTENCES["en"], 10, "Latn", "en"), abs=0.01)
    (run,) = line.runs
    assert pen(run) == pytest.approx(run.width, abs=0.005)


@pytest.mark.parametrize("language", SENTENCES)
def test_glyphs_say_the_text_in_order_at_every_width(language: str) -> None:
    text = SENTENCES[language]
    setter = typesetter(language)
    for width in range(15, 400, 5):
        lines = setter.lines(text, "body", width)
        assert "".join(line.text for line in lines) == text
        assert painted(lines) == text.replace("\u200c", "")


def test_a_ligature_carries_its_letters_and_a_joiner_prevents_it() -> None:
    (run,) = typesetter().line("office of\u200cfice", "h1").runs
    assert glyph_texts(run) == ["o", "ffi", "c", "e", " ", "o", "f", "fi", "c", "e"]
    assert {text for _, _, text in run.extras} == {"ffi", "fi"}


def test_a_letter_and_its_mark_each_carry_their_own_text() -> None:
    line = typesetter("ru").line("q\u0303 А\u0301х", "h1")
    assert [text for run in line.runs for text in glyph_texts(run)] == ["q", "\u0303", " ", "А", "\u0301", "х"]
    assert not line.missing


def test_marks_stand_where_the_font_lifts_them() -> None:
    (run,) = typesetter().line("b\u0301a", "body").runs
    ((x, y, glyph),) = run.late
    assert "Ts" not in run.core
    assert y == pytest.approx(0.05)
    assert 0 < x < 0.3
    assert run.face.outline(glyph).endswith("h")


def test_no_break_spaces_and_hyphens_keep_their_own_text() -> None:
    (run,) = typesetter("fr").line("10\u202f978\u00a0% non\u2011lieu", "plain").runs
    assert "".join(glyph_texts(run)) == "10\u202f978\u00a0% non\u2011lieu"


def test_tracking_is_in_the_width_once_a_letter_but_not_after_the_last() -> None:
    setter = typesetter()
    text = "Offices "
    style = SCALE["caps"]
    (run,) = setter.line(text, "caps").runs
    path = FACES["text"][1].path
    untracked = harfbuzz_width(path, "Offices", style.size, "Latn", "en", liga=False, clig=False)
    blank = harfbuzz_width(path, " ", style.size, "Latn", "en")
    assert run.track == style.track
    assert run.width == pytest.approx(untracked + blank + 8 * style.track, abs=0.01)
    assert setter.line(text, "caps").width == pytest.approx(untracked + 6 * style.track, abs=0.01)
    assert setter.width(text, "caps") == pytest.approx(untracked + 6 * style.track, abs=0.01)
    assert glyph_texts(run) == list(text), "tracked letters make no ligatures"


def test_tracking_does_not_move_a_mark_off_its_letter() -> None:
    tracked, plain = (typesetter().line("q\u0303q\u0303", role).runs[0] for role in ("caps", "strong"))
    em = 1000 * tracked.track / tracked.size
    shift = [float(run.core.split(">")[1].split("<")[0]) for run in (tracked, plain)]
    assert shift[0] - shift[1] == pytest.approx(em, abs=0.01)
    assert pen(tracked) == pytest.approx(tracked.width, abs=0.005)


def test_a_larger_size_tracks_in_proportion() -> None:
    (run,) = typesetter().line("AB", "caps", size=14).runs
    assert run.track == pytest.approx(2 * SCALE["caps"].track)


def test_tabular_figures_are_of_one_width() -> None:
    setter = Typesetter({"text": (FaceFile("DejaVu", 400, False, FONTS / "Barlow-Regular.ttf"),)}, {
        "old": Style("text", 10, 12), "even": Style("text", 10, 12, tabular=True)}, "en")  # fmt: skip
    assert setter.width("111", "old") != pytest.approx(setter.width("000", "old"), abs=0.01)
    assert setter.width("111", "even") == pytest.approx(setter.width("000", "even"), abs=0.01)


def test_kerning_and_letters_hold_across_a_change_of_colour() -> None:
    setter = typesetter()
    line = setter.line((Span("A"), Span("V", colour="accent"), Span("AT")), "h1")
    assert line.width == pytest.approx(setter.width("AVAT", "h1"), abs=0.001)
    assert [run.colour for run in line.runs] == ["text", "accent", "text"]


def test_a_ligature_over_a_change_of_colour_comes_apart_and_loses_nothing() -> None:
    lines = typesetter().lines((Span("of"), Span("fi", colour="accent"), Span("ce")), "h1", 500)
    assert painted(lines) == "office"
    many = tuple(Span("f", colour=colour) for colour in ["text", "accent"] * 2000)
    assert painted([typesetter().line(many, "h1")]) == "f" * 4000


def test_markers_are_private_and_named() -> None:
    for language, text in SENTENCES.items():
        for run in typesetter(language).line(text, "h1").runs:
            for marker, _, _ in run.extras:
                assert len(marker) == 1
                assert 0xE000 <= ord(marker) < 0xF900 or ord(marker) >= 0x30000
            strange = set(re.sub(r">\]TJ \S+ Ts\[<|[0-9A-F<>. -]", "", run.core))
            assert strange == {marker for marker, _, _ in run.extras}


def test_a_shaped_word_is_one_object_and_a_face_travels_as_its_path() -> None:
    face = face_of(FACES["text"][0].path)
    words = shaper(face, "ltr", "Latn", "en", KERN, 0.0)
    assert words["staff "] is words["staff "]
    assert shaper(face, "ltr", "Latn", "en", KERN, 0.0) is words
    line = typesetter().line("staff", "body")
    assert pickle.loads(pickle.dumps(line)) == line
    assert pickle.loads(pickle.dumps(line)).runs[0].face is face
