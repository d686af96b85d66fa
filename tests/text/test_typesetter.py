"""The typesetter: roles, spans, baselines, caches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factsheet.model.content import Span
from factsheet.text.face import face_of
from factsheet.text.scripts import script_of_language, script_runs

from .faces import FACES, FONTS, SCALE, SENTENCES, typesetter


def test_an_unknown_role_is_named_with_those_there_are() -> None:
    for ask in (typesetter().style, typesetter().baseline, lambda role: typesetter().width("a", role)):
        with pytest.raises(ValueError, match=r"no role 'titel'.*body.*h1") as caught:
            ask("titel")
        assert not isinstance(caught.value, KeyError)
    with pytest.raises(ValueError, match="no role 'titel'"):
        typesetter().line((Span("a", role="titel"),), "body")


def test_a_baseline_halves_the_leading_round_the_primary_face() -> None:
    face = face_of(FACES["text"][0].path)
    above = (12 - (face.ascent - face.descent) * 9) / 2
    assert typesetter().baseline("body") == pytest.approx(above + face.ascent * 9)
    assert typesetter("ru").baseline("body") == typesetter("el").baseline("body")


def test_spans_become_runs() -> None:
    text = (
        Span("Read "),
        Span("this", bold=True, href="https://iom.int"),
        Span(" or ", colour="accent"),
        Span("that", emphasis=True),
        Span("BIG", role="h1"),
    )
    line = typesetter().line(text, "body", colour="paper")
    described = [(run.face.postscript_name, run.size, run.colour, run.href) for run in line.runs]
    assert described == [
        ("SourceSans3-Regular", 9, "paper", None),
        ("SourceSans3-SemiBold", 9, "paper", "https://iom.int"),
        ("SourceSans3-Regular", 9, "accent", None),
        ("SourceSans3-Italic", 9, "paper", None),
        ("SourceSerif4-Regular", 24, "paper", None),
    ]
    assert line.ascent == pytest.approx(line.runs[-1].face.ascent * 24)
    assert line.width == pytest.approx(sum(run.width for run in line.runs), abs=0.001)
    assert line.text == "Read this or thatBIG"


def test_weight_and_size_override_the_role() -> None:
    (run,) = typesetter().line("12", "body", weight=700, size=20).runs
    assert (run.face.postscript_name, run.size) == ("SourceSans3-Bold", 20)
    assert typesetter().width("12", "body", weight=700, size=20) == pytest.approx(run.width)


def test_spans_measure_as_the_string_they_make() -> None:
    setter = typesetter()
    text = "Toward VAVAT, 10\u202f978 AWAY"
    for first in range(1, 14):
        cut = (Span(text[:first]), Span(text[first:15], colour="data"), Span(text[15:]))
        assert setter.width(cut, "h1") == pytest.approx(setter.width(text, "h1"), abs=0.001)


def test_runs_of_equal_manner_are_painted_as_one() -> None:
    assert len(typesetter().line((Span("one "), Span("two "), Span("three")), "body").runs) == 1


def test_what_was_set_is_not_set_again() -> None:
    setter = typesetter()
    text = (Span(SENTENCES["en"]), Span(" End.", bold=True))
    first = setter.lines(text, "body", 150)
    assert setter.hits() == {"paragraphs": 0, "lines": 0}
    again = setter.lines((Span(SENTENCES["en"]), Span(" End.", bold=True)), "body", 150)
    assert again is first
    assert setter.hits() == {"paragraphs": 0, "lines": 1}
    assert setter.lines(text, "body", 170) != first
    assert setter.hits() == {"paragraphs": 1, "lines": 1}
    assert setter.line(text, "body") is setter.line(text, "body")


def test_a_second_typesetter_sets_the_same_without_shaping_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SENTENCES["es"]
    first = typesetter("es").lines(text, "h1", 222)
    face = face_of(FACES["display"][0].path)
    monkeypatch.setattr(type(face), "shape", lambda *_: pytest.fail("shaped again"))
    assert typesetter("es").lines(text, "h1", 222) == first


def test_lines_remember_what_was_cut_when_they_travel() -> None:
    import pickle

    lines = typesetter().lines("Donaudampfschifffahrt", "body", 30)
    travelled = pickle.loads(pickle.dumps(lines))
    assert travelled == lines
    assert [word for word, _ in lines.overfull] == ["Donaudampfschifffahrt"]
    assert travelled.overfull == lines.overfull


def test_scripts() -> None:
    assert script_runs("10 Staff и 5 people", "Latn") == [(0, 9, "Latn"), (9, 13, "Cyrl"), (13, 19, "Latn")]
    assert script_runs("10 978 %", script_of_language("ru")) == [(0, 8, "Cyrl")]
    assert script_runs("«Число» 10", "Latn") == [(0, 10, "Cyrl")]
    assert [script_of_language(tag) for tag in ("fr", "el", "sr-Latn", "zh-Hans", "uz-Cyrl-UZ", "ar", "xx")] == [
        "Latn", "Grek", "Latn", "Hani", "Cyrl", "Arab", "Latn",
    ]  # fmt: skip


def test_the_repository_has_the_faces_that_these_tests_use() -> None:
    assert all(file.path.parent == FONTS and file.path.exists() for files in FACES.values() for file in files)
    assert {style.family for style in SCALE.values()} <= FACES.keys()


@pytest.mark.parametrize("language", SENTENCES)
def test_a_colour_changes_nothing_but_the_colour(language: str) -> None:
    plain = typesetter(language).line(SENTENCES[language], "body")
    red = typesetter(language).line(SENTENCES[language], "body", colour="accent")
    assert {run.colour for run in red.runs} == {"accent"} != {run.colour for run in plain.runs}
    assert replace(red, runs=plain.runs) == plain
    spans = typesetter(language).line((Span(SENTENCES[language]),), "body", colour="accent")
    assert red == spans  # which is shaped in its colour
