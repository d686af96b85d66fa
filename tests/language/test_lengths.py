"""How long a translation is, and what is said of one that is too long."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import pytest

from factsheet.language.lengths import length, room_in, room_said, told_once
from factsheet.problems import Problem


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("Staff", 5),
        ("职员 staff", 4 + 1 + 5),
        ("（人）", 6),
        ("cafe\u0301", 4),
        ("المنظّمة", 7),
        ("\u2067a\u2069", 1),
        ("ｱ", 1),
        ("", 0),
    ],
)
def test_wide_characters_count_two_and_marks_none(text: str, characters: int) -> None:
    assert length(text) == characters


def test_the_room_that_is_told_is_read_again() -> None:
    for characters, lines in ((42, 1), (1200, 12)):
        assert room_in(["Page 1, lede: text", room_said(characters, lines)]) == characters
    assert room_in([room_said(9, 1)]) == 9
    assert room_in(["Page 1", "a Room: 9 characters", "Room: many characters"]) is None


def long(where: str) -> Problem:
    return Problem("translation-long", "", where=where, severity="warning")


def test_what_the_page_says_of_a_block_is_not_said_again_in_characters() -> None:
    here, there = long("page1.left.text.items.0.title"), long("page1.right.text.title")
    full = Problem("page-overflow", "", where="page1.left.text")
    smaller = Problem("fit-ladder", "", where="page1.right.text", severity="warning")
    other = Problem("translation-term", "", where="page1.left.text.title", severity="warning")
    assert told_once([here, there, other, full, smaller]) == (there, other, full, smaller)
    assert told_once([here]) == (here,)
