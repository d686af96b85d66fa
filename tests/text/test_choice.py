"""Which face sets a character; what no face has is reported."""

# ruff: noqa: RUF001 # other scripts are what this is about

from __future__ import annotations

import pytest

from factsheet.model.brand import FaceFile
from factsheet.model.content import Span
from factsheet.model.style import Style
from factsheet.text.choice import in_order
from factsheet.text.typesetter import Typesetter

from .faces import FACES, FONTS, SCALE, glyph_texts, painted, typesetter


def names(line: object) -> list[str]:
    """The PostScript names of the faces of a line's runs."""
    return [run.face.postscript_name for run in line.runs]  # type: ignore[attr-defined]


def test_a_character_that_the_first_family_lacks_is_taken_from_the_second() -> None:
    line = typesetter().line("Barlow и Noto", "plain")
    set_by = [(text, run.face.postscript_name) for run in line.runs for text in glyph_texts(run)]
    assert [text for text, _ in set_by] == list("Barlow и Noto")
    assert [text for text, face in set_by if face == "NotoSans-Regular"] == ["и"]
    assert line.missing == ()


def test_the_second_family_gives_its_nearest_weight() -> None:
    assert names(typesetter().line((Span("жук", bold=True),), "plain")) == ["NotoSans-SemiBold"]


def test_what_no_face_has_is_reported_sorted_once_and_drawn_as_notdef() -> None:
    line = typesetter().line("人 and \U0001f600 and 人 \x07", "body")
    assert line.missing == ("\x07", "人", "\U0001f600")
    assert names(line)[0] == "SourceSans3-Regular"
    assert (0, "人") in {(glyph, text) for run in line.runs for _, glyph, text in run.extras}
    assert painted([line]) == line.text


def test_a_line_reports_only_what_it_holds() -> None:
    lines = typesetter().lines("one 人 two three four", "body", 40)
    assert [line.missing for line in lines if "人" in line.text] == [("人",)]
    assert all(line.missing == () for line in lines if "人" not in line.text)


def test_what_was_lost_is_always_missing() -> None:
    assert typesetter().line("a\ud800b", "plain").missing == ("\ufffd",)
    assert typesetter().lines("a\ufffdb", "body", 100)[0].missing == ("\ufffd",)


@pytest.mark.parametrize("role", ["body", "plain"])
def test_joiners_and_isolates_are_never_missing_and_leave_no_glyph(role: str) -> None:
    line = typesetter().line("\u2068a\u200db\u2069\u2060c\ufe0f\ufeff\U000e0067", role)
    assert line.missing == ()
    assert painted([line]) == "abc"
    assert line.width == pytest.approx(typesetter().width("abc", role), abs=0.001)


def test_marks_stay_with_their_letter() -> None:
    """Barlow has the accent but no Cyrillic; Noto Sans has both parts."""
    line = typesetter("ru").line("a\u0301 х\u0301", "plain")
    assert names(line) == ["Barlow-Regular", "NotoSans-Regular"]
    assert line.missing == ()
    assert painted([line]) == "a\u0301 х\u0301"


def test_no_break_characters_are_set_with_what_the_face_has_for_them() -> None:
    line = typesetter("fr").line("1\u202f2\u00a03\u20114\u20095", "plain")
    assert names(line) == ["Barlow-Regular"]
    assert line.missing == ()


def test_faces_are_ordered_by_family_then_posture_then_weight() -> None:
    def order(weight: int, *, italic: bool = False) -> list[tuple[str, int, bool]]:
        return [(file.family, file.weight, file.italic) for file in in_order(FACES["text"], weight, italic=italic)]

    assert order(400)[:2] == [("Source Sans 3", 400, False), ("Source Sans 3", 600, False)]
    assert order(620)[0] == ("Source Sans 3", 600, False)
    assert order(650)[0] == ("Source Sans 3", 700, False)
    assert order(400, italic=True)[0] == ("Source Sans 3", 400, True)
    assert order(600)[-2:] == [("Noto Sans", 600, False), ("Noto Sans", 400, False)]


def test_bold_is_semibold_and_bolder_where_the_role_is_semibold() -> None:
    setter = typesetter()
    assert names(setter.line((Span("a", bold=True),), "body")) == ["SourceSans3-SemiBold"]
    assert names(setter.line((Span("a", bold=True),), "strong")) == ["SourceSans3-Bold"]
    assert names(setter.line((Span("a", emphasis=True),), "body")) == ["SourceSans3-Italic"]


def test_a_family_role_without_faces_is_named() -> None:
    setter = Typesetter({"text": ()}, {"body": Style("text", 9, 12), "other": Style("mono", 9, 12)}, "en")
    for role, family in (("body", "text"), ("other", "mono")):
        with pytest.raises(ValueError, match=f"no faces for '{family}'"):
            setter.line("a", role)


def test_a_face_is_read_only_when_it_is_needed() -> None:
    absent = FaceFile("Absent", 400, False, FONTS / "absent.ttf")
    setter = Typesetter({"text": (*FACES["text"], absent)}, SCALE, "en")
    assert setter.line("Latin", "body").missing == ()
