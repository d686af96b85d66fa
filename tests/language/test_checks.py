"""A translation held against its source: what is lost, added, or typed by hand."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import pytest

from factsheet.language.checks import faults
from factsheet.language.locales import Locale
from factsheet.language.plurals import categories
from factsheet.model.message import Message

PLACEHOLDER = "translation-placeholder"


def found(source: str, text: str, language: str = "fr") -> list[tuple[str, str]]:
    """Return the rule and the underlined characters of each fault."""
    told = faults(Message(source), text, "en", Locale(language))
    return [(fault.rule, text[fault.offset : fault.offset + fault.length]) for fault in told]


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("{staff} people in {places} places", "Dans {places} lieux, {staff} personnes", "fr"),
        ("Some {fund_bare} projects", "{fund} projets", "fr"),
        ("**{staff}** people, see [here](https://a.org)", "**{staff}** personnes, voir [ici](https://a.org)", "fr"),
        ("{n, plural, one {# State} other {# States}}", "{n} États", "fr"),
        ("{n} States", "{n, plural, one {# государство} few {# государства} many {#} other {#}}", "ru"),
        ("{n} States", "{n, plural, =0 {x} =1 {x} =2 {x} few {#} many {#} other {#}}", "ar"),
        ("{n} States", "{n, plural, other {# 国}}", "zh-Hans"),
        ("Target 10.7 asks", "La cible 10.7 demande", "fr"),
        ("A rate of 10.7", "Un taux de 10,7", "fr"),
        ("10,978 people", "10 978 personnes", "fr"),
        ("Seven crises", "7 crises", "fr"),
        ("July 2014", "2014年7月", "zh-Hans"),
        ("5 * 3", "5 * 3", "fr"),
    ],
)
def test_a_good_translation_has_no_fault(source: str, text: str, language: str) -> None:
    assert found(source, text, language) == []


@pytest.mark.parametrize(
    ("source", "text", "faults"),
    [
        ("{staff} people", "Le personnel", [(PLACEHOLDER, "L")]),
        (
            "{staff} people",
            "{personnel} personnes",
            [(PLACEHOLDER, "{"), (PLACEHOLDER, "{personnel}")],
        ),
        (
            "{staff} people",
            "{staff_bare} personnes",
            [(PLACEHOLDER, "{"), (PLACEHOLDER, "{staff_bare}")],
        ),
        ("{staff} people", "{staff personnes", [(PLACEHOLDER, "{")]),
        ("{staff} people", "10 978 personnes", [(PLACEHOLDER, "1"), ("translation-number", "10 978")]),
        ("{staff} people", "{staff} soit 11 000 personnes", [("translation-number", "11 000")]),
        ("In 2017", "En 2018", [("translation-number", "2018")]),
        ("A **bold** word", "Un mot gras", [("translation-markup", "U")]),
        ("A word", "Un *mot*", [("translation-markup", "U")]),
        ("A **bold** word", "Un mot **gras** **", [("translation-markup", "U")]),
        ("[site](https://a.org)", "[site](https://b.org)", [("translation-markup", "[")] * 2),
        (
            "{n, plural, other {#}}",
            "{n, plural, one {#} othr {#}}",
            [(PLACEHOLDER, "othr"), (PLACEHOLDER, "{")],
        ),
    ],
)
def test_a_fault_has_its_rule_and_its_place(source: str, text: str, faults: list[tuple[str, str]]) -> None:
    assert found(source, text) == faults


def test_a_plural_needs_the_branches_of_its_language() -> None:
    text = "{n, plural, one {# государство} other {# государств}}"
    told = list(faults(Message("{n} States"), text, "en", Locale("ru")))
    assert [fault.rule for fault in told] == ["translation-plural"] * 2
    assert told[0].message == "the plural of {n} has no 'few' branch, which this language needs"
    assert told[0].remedy == "add 'few {…}', for 2, 3, 4, 22 …"


def test_branches_inside_of_branches_are_no_branches_of_the_outer_plural() -> None:
    text = "{n, plural, one {{m, plural, one {#} few {#} many {#} other {#}}} other {#{m}}}"
    assert len(found("{n} {m}", text, "ru")) == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", {"other"}),
        ("en", {"one", "other"}),
        ("fr", {"one", "other"}),
        ("ru", {"one", "few", "many"}),
        ("ar", {"zero", "one", "two", "few", "many", "other"}),
    ],
)
def test_languages_have_their_plural_categories(language: str, words: set[str]) -> None:
    assert set(categories(language)) == words


def test_digits_of_other_scripts_are_read_as_figures() -> None:
    assert found("{staff} people", "{staff} شخصا من ١٢٬٠٠٠", "ar-EG") == [("translation-number", "١٢٬٠٠٠")]
    assert found("12,000 people", "١٢٬٠٠٠ شخص", "ar-EG") == []
