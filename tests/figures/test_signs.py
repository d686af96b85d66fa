"""Signs stay before their digits among words from the right, and alt texts say what a second source has."""

from __future__ import annotations

from decimal import Decimal

import pytest
from stage import build, fact, picture, point, words

from factsheet.figures.columns import SparseColumns
from factsheet.figures.head import ARABIC_MARK, LEFT_MARK, signed
from factsheet.figures.reckoned import change, total
from factsheet.model.facts import Date, Point


def test_a_sign_is_marked_only_where_words_run_from_the_right() -> None:
    assert signed(words([]), "+", "105") == "+105"
    assert signed(words([], right_to_left=True), "+", "105") == LEFT_MARK + "+105"
    assert signed(words([], right_to_left=True), "+", "\u0661\u0660\u0665") == ARABIC_MARK + "+\u0661\u0660\u0665"


@pytest.mark.parametrize(
    ("then", "now", "unit", "text"),
    [
        (67, 172, "person", "+105"),
        (172, 67, "person", "\N{MINUS SIGN}105"),
        (10, 45, "percent", "+35 points"),
        (100, 1000, "person", "\N{MULTIPLICATION SIGN}10"),
    ],
)
def test_changes_carry_their_sign_in_either_direction(then: int, now: int, unit: str, text: str) -> None:
    shown = fact("shown", then, now, unit=unit)
    for right_to_left in (False, True):
        made = change(words([shown], right_to_left=right_to_left), shown, *shown.points)
        assert made is not None
        assert made.text.replace(LEFT_MARK, "") == text
        assert made.said.replace(LEFT_MARK, "") == text
        assert made.falls == (now < then)
        assert made.text.startswith(LEFT_MARK) == (right_to_left and text[0] in "+\N{MULTIPLICATION SIGN}")


def test_the_mark_of_about_stays_with_a_change_and_with_a_total() -> None:
    shown = fact("shown", point(2010, 1100, qualifier="about"), 10978)
    made = change(words([shown], right_to_left=True), shown, *shown.points)
    assert made is not None
    assert made.text == LEFT_MARK + "~\N{MULTIPLICATION SIGN}10"
    whole = total(words([shown], right_to_left=True), [(shown, p) for p in shown.points])
    assert whole is not None
    assert whole.short == LEFT_MARK + "~" + whole.number


def test_an_alt_text_says_what_a_second_source_has() -> None:
    second = Point(Date(2014), Decimal(8), "t")
    shown = fact("two", point(2010, 5), point(2014, 9, preferred=True), second)
    assert picture(build(SparseColumns, {"fact": "two"}), [shown]).alt.endswith("2014: 9; 2014, second source: 8.")
