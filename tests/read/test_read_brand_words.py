"""What a brand says of language: digits, separators, qualifiers; art by name."""

from __future__ import annotations

import pytest

from factsheet.model.brand import Separators
from read.harbour import BRAND, Sheet

LINE = 31


def ours(sheet: Sheet, text: str) -> Sheet:
    return sheet.change(BRAND, "    type:", f"    {text}\n    type:")


def test_nothing_said_is_the_languages_own(sheet: Sheet) -> None:
    brand = sheet.read().brand
    assert (brand.digits, brand.separators, brand.words, brand.art) == ({}, {}, {}, "none")


@pytest.mark.parametrize("art", ["dots", "rings", "none"])
def test_art_is_a_named_routine(art: str, sheet: Sheet) -> None:
    assert ours(sheet, f"art: {art}").read().brand.art == art


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("latn", {"": "latn"}),
        ("{ar: arab, fa: native}", {"ar": "arab", "fa": "native"}),
        ("{zh-Hans: latn}", {"zh-Hans": "latn"}),
    ],
)
def test_digits_hold_for_all_languages_or_go_by_language(text: str, digits: dict[str, str], sheet: Sheet) -> None:
    assert ours(sheet, f"digits: {text}").read().brand.digits == digits


@pytest.mark.parametrize(
    ("text", "separators"),
    [
        ('{group: space, decimal: ","}', {"": Separators("\u00a0", ",")}),
        ("{group: none}", {"": Separators("")}),
        ('{decimal: "."}', {"": Separators(None, ".")}),
        (
            '{es: {group: narrow-space}, ar: {group: "\u066c", decimal: "\u066b"}, de: {}}',
            {"es": Separators("\u202f"), "ar": Separators("\u066c", "\u066b"), "de": Separators()},
        ),
    ],
)
def test_separators_are_characters_or_names_of_them(text: str, separators: object, sheet: Sheet) -> None:
    assert ours(sheet, f"separators: {text}").read().brand.separators == separators


def test_qualifiers_are_words_for_all_languages_or_by_language(sheet: Sheet) -> None:
    brand = sheet.read().brand
    assert (brand.qualifiers, brand.words) == ({"more-than": "above"}, {})
    sheet.change(BRAND, "{more-than: above}", "{en: {more-than: above}, pt-BR: {about: cerca de, up-to: até}}")
    brand = sheet.read().brand
    assert brand.qualifiers == {}
    assert brand.words == {"en": {"more-than": "above"}, "pt-BR": {"about": "cerca de", "up-to": "até"}}


@pytest.mark.parametrize(
    ("text", "rule", "column", "caret"),
    [
        ("digits: arabic", "value-invalid", 13, ""),
        ("digits: [latn]", "value-invalid", 13, ""),
        ("digits: {AR: arab}", "value-invalid", 14, ""),
        ("digits: {ar: ar}", "value-invalid", 18, ""),
        ("separators: {group: ;}", "value-invalid", 25, ""),
        ("separators: {decimal: space}", "value-invalid", 27, ""),
        ('separators: {group: ",", decimal: ","}', "value-invalid", 25, ""),
        ("separators: {es: {grup: space}}", "key-unknown", 23, "did you mean 'group'?"),
        ("separators: {esp-: {group: space}}", "value-invalid", 18, ""),
        ("separators: narrow", "value-invalid", 17, ""),
    ],
)
def test_mistakes_stand_at_their_place(text: str, rule: str, column: int, caret: str, sheet: Sheet) -> None:
    (problem,) = ours(sheet, text).problems()
    assert (problem.rule, problem.caret) == (rule, caret)
    assert problem.position is not None
    assert (problem.position.line, problem.position.column) == (LINE, column)
    assert "pydantic" not in problem.message


def test_qualifier_that_is_none_is_named_in_whatever_language(sheet: Sheet) -> None:
    (problem,) = sheet.change(BRAND, "{more-than: above}", "{fr: {mor-than: plus de}}").problems()
    assert (problem.rule, problem.caret) == ("key-unknown", "did you mean 'more-than'?")
