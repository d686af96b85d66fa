"""Official names in translations: whole words of the source, declined as the language declines."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import pytest

from factsheet.language.terms import in_language, names, unnamed
from factsheet.model.terms import Term


def missing(source: str, text: str, *terms: Term) -> list[str]:
    language = terms[0].language
    return [term.term for term in unnamed(source, text, in_language(terms, language), language)]


def term(name: str, *texts: str, language: str = "fr") -> Term:
    return Term(name, language, texts, "Gazette")


FUND = term("Harbour Fund", "Fonds du port")
HOUSE = term("Harbour", "Port")


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Глобального договора о безопасной миграции", "Глобальный договор о безопасной миграции", "ru"),
        ("в соответствии с **Повесткой дня** на период", "Повестка дня", "ru"),
        ("выполнение Целей", "Цели", "ru"),
        ("للمنظمة الدولية للهجرة", "المنظمة الدولية للهجرة", "ar"),
        ("وبالمنظمة الدوليّة للهجرة", "المنظمة الدولية للهجرة", "ar"),
        ("une **matrice de\nsuivi** des flux", "Matrice de suivi", "fr"),
        ("le Fonds de l'OIM", "Fonds de l’OIM", "fr"),
        ("{n, plural, one {# État Membre} other {# États Membres}}", "État Membre", "fr"),
        ("设在柏林的全球移民 数据分析中心", "全球移民数据分析中心", "zh-Hans"),
        ("ग्लोबल कॉम्पैक्ट", "ग्लोबल कॉम्पैक्ट", "hi"),
    ],
)
def test_a_name_is_there_as_its_language_declines_it(text: str, name: str, language: str) -> None:
    assert names(text, name, language)


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Всемирный пакт о миграции", "Глобальный договор о миграции", "ru"),
        ("договор Глобальный", "Глобальный договор", "ru"),
        ("Организованная миграция", "Организация миграции", "ru"),
        ("الاتفاق الدولي للهجرة", "المنظمة الدولية للهجرة", "ar"),
        ("المنظمة العالمية للهجرة", "المنظمة الدولية للهجرة", "ar"),
        ("Organisation pour les migrants", "Organisation pour les migrations", "fr"),
        ("Organisation mondiale pour les migrations", "Organisation pour les migrations", "fr"),
        ("les matrices de suivi", "Matrice de suivi", "fr"),
        ("移民数据分析中心", "全球移民数据分析中心", "zh-Hans"),
        ("", "Port", "fr"),
    ],
)
def test_another_name_is_not_taken_for_it(text: str, name: str, language: str) -> None:
    assert not names(text, name, language)


def test_terms_are_whole_words_in_their_own_case() -> None:
    assert missing("The Harbour is open", "Le quai est ouvert", HOUSE) == ["Harbour"]
    assert missing("The **Harbour\nFund** pays", "Le fonds paie", FUND) == ["Harbour Fund"]
    for source in ("The harbour is open", "Harbours are open", "Harbourside"):
        assert missing(source, "Le quai est ouvert", HOUSE) == []


def test_a_term_inside_of_a_longer_one_is_not_looked_for_again() -> None:
    fund = term("Harbour Fund", "Fonds havrais")
    assert missing("The Harbour Fund pays", "Le Fonds havrais paie", HOUSE, fund) == []
    assert missing("The Harbour Fund of the Harbour", "Le Fonds havrais du quai", HOUSE, fund) == ["Harbour"]
    assert missing("The Harbour Fund of the Harbour", "Le fonds du quai", fund, HOUSE) == ["Harbour Fund", "Harbour"]


def test_any_of_several_names_will_do() -> None:
    either = term("Harbour", "Port", "OP")
    assert missing("The Harbour", "L’OP", either) == []
    assert missing("The Harbour", "Le port", either) == []
    assert missing("The Harbour", "Le quai", either) == ["Harbour"]


def test_a_regional_language_takes_its_own_name_or_that_of_its_parent() -> None:
    french, canadian = term("Harbour", "Port"), term("Harbour", "Havre", language="fr-CA")
    fund, arabic = term("Fund", "Fonds"), term("Harbour", "ميناء", language="ar")
    assert in_language([french, canadian, fund, arabic], "fr-CA") == (canadian, fund)
    assert in_language([french, canadian, fund, arabic], "fr-FR") == (french, fund)
    assert in_language([french, canadian, fund, arabic], "ru") == ()
