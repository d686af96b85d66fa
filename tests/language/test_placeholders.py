"""Placeholders: found with their places, and everything that is wrong with them at once."""

from __future__ import annotations

import pytest

from factsheet.language.placeholders import Form, Frame, pattern
from factsheet.model.placeholders import Argument, BraceError, facts_in, placeholders, scanned


def faults(text: str) -> list[tuple[str, str]]:
    """Return kind and underlined characters of each fault."""
    return [(fault.kind, text[fault.offset : fault.offset + fault.length]) for fault in scanned(text).faults]


def test_arguments_have_their_format_style_and_hashes() -> None:
    assert scanned("{a} {b, number, ::.0} {c, plural, offset:1 one {#} other {# {d}}}").arguments == (
        Argument("a", 0, 3),
        Argument("b", 4, 21, "number", "::.0"),
        Argument("c", 22, 65, "plural", "", (48, 58)),
        Argument("d", 60, 63),
    )


def test_words_between_placeholders_are_literals() -> None:
    assert scanned("so {a} or {b, plural, one {x} other {y {c} z}}!").literals == ("so ", " or ", "x", "y ", " z", "!")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{a, plural, onee {x} othr {y}}", [("plural", "onee"), ("plural", "othr"), ("plural", "{")]),
        ("{a, plural, =0 {x} one {y} one {z} other {w}}", [("plural", "one")]),
        ("{a, plural}", [("plural", "{")]),
        ("{a, plural, other}", [("plural", "other")]),
        ("{a, plural, =x {b} other {c}}", [("plural", "=x")]),
        ("{a, selectordinal, one {#st} few {#rd}}", [("plural", "{")]),
        ("{a, select, x {y} other {z}}", [("format", "select")]),
        ("{a, numbr} and {b, spelout}", [("format", "numbr"), ("format", "spelout")]),
        ("{a,}", [("format", "}")]),
        ("a } b } {c", [("brace", "}"), ("brace", "}"), ("brace", "{")]),
        ("{a, plural, other {b", [("brace", "{")]),
        ("{" * 20, [("brace", "{")]),
        ("{a, plural, other {" * 12 + "x" + "}}" * 12, [("brace", "{")]),
        (r"\{a\} {b, plural, offset:2 =1 {} other {\}}}", []),
        ("", []),
        ("\\", []),
    ],
)
def test_every_fault_of_a_text_is_found_with_its_place(text: str, found: list[tuple[str, str]]) -> None:
    assert faults(text) == found


def test_placeholders_stop_at_a_brace() -> None:
    assert list(placeholders("{a} {b, number}")) == [("a", 0), ("b", 4)]
    with pytest.raises(BraceError) as caught:
        list(placeholders("{a} }"))
    assert caught.value.offset == 4


def test_facts_in_a_text_are_known_by_any_of_their_names() -> None:
    ids = {"staff", "staff_2017", "lands"}
    text = "{staff_1998} {staff_2017_bare} {lands_bare, spellout} {nobody_2017} {lands}"
    assert facts_in(text, ids) == ("staff", "staff_2017", "lands")


def test_a_frame_stands_round_the_number_that_icu_formats() -> None:
    made = pattern("it's {a, spellout, %x} {b, plural, one {# 'b'} other {#, {c}}}", lambda name: Frame("d'", " {e}"))
    assert made.icu == (
        "it''s d''{a__0} '{'e'}' {b, plural, one {d''{b__1} '{'e'}' ''b''} other {d''{b__2} '{'e'}', {c__printed}}}"
    )
    assert (made.printed, made.numbers) == (("c",), ("b",))
    assert made.forms == (
        *(Form("a__0", "a", "spellout", "%x"), Form("b__1", "b", "number"), Form("b__2", "b", "number")),
    )


def test_a_plural_takes_its_offset_off_its_number() -> None:
    made = pattern("{b, plural, offset:1 one {#} other {# of {b, number, ::.0}}}")
    assert [(form.name, form.style, form.less) for form in made.forms] == [("b", "", 1), ("b", "", 1), ("b", "::.0", 0)]
