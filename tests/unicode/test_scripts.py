"""Which script characters that scripts share belong to (UAX #24)."""

from __future__ import annotations

import pytest

from factsheet.text.scripts import script_of_language, script_runs


def runs(text: str, language_script: str) -> list[str]:
    return [f"{script}:{text[start:end]}" for start, end, script in script_runs(text, language_script)]


@pytest.mark.parametrize(
    ("text", "language_script", "expected"),
    [
        ("10 %, “ok”", "Latn", ["Latn:10 %, “ok”"]),
        ("10 %", "Cyrl", ["Cyrl:10 %"]),
        ("— Дом, 10 Data; x", "Cyrl", ["Cyrl:— Дом, 10 ", "Latn:Data; x"]),
        ("\ue000 a\U0010ffff", "Cyrl", ["Latn:\ue000 a\U0010ffff"]),
        ("", "Arab", ["Arab:"]),
    ],
)
def test_what_all_scripts_share_follows_what_stands_before_it(
    text: str, language_script: str, expected: list[str]
) -> None:
    assert runs(text, language_script) == expected


@pytest.mark.parametrize(
    ("text", "language_script", "expected"),
    [
        ("abc। हिन्दी।", "Deva", ["Latn:abc", "Deva:। हिन्दी।"]),
        ("বাংলা। x", "Deva", ["Beng:বাংলা। ", "Latn:x"]),  # a danda stays in a run of a script that has it
        ("WHO، ٢٠٢٤", "Arab", ["Latn:WHO", "Arab:، ٢٠٢٤"]),
        ("WHO، x", "Latn", ["Latn:WHO، x"]),  # and where the language has none, it makes no run of its own
        ("ـــ ܐـܐ", "Arab", ["Arab:ـــ ", "Syrc:ܐـܐ"]),
        ("ABC「中文」、DE", "Hani", ["Latn:ABC", "Hani:「中文」、", "Latn:DE"]),
        ("カーー漢ー", "Hani", ["Kana:カーー", "Hani:漢ー"]),
        ("Дом · Жук", "Cyrl", ["Cyrl:Дом · Жук"]),  # the middle dot's scripts leave out Cyrillic
        ("१॥ ૧", "Gujr", ["Deva:१॥ ", "Gujr:૧"]),
    ],
)
def test_what_some_scripts_share_stays_among_them(text: str, language_script: str, expected: list[str]) -> None:
    assert runs(text, language_script) == expected


def test_marks_never_leave_their_letter() -> None:
    assert runs("и\u0301ю q\u0303 a\u0951\u064b", "Cyrl") == ["Cyrl:и\u0301ю ", "Latn:q\u0303 a\u0951\u064b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Да (yes) нет", ["Cyrl:Да (", "Latn:yes", "Cyrl:) нет"]),
        ("Да [a (b) c] нет", ["Cyrl:Да [", "Latn:a (b) c", "Cyrl:] нет"]),
        ("(yes да) a", ["Latn:(yes ", "Cyrl:да", "Latn:) a"]),
        ("yes) да (a", ["Latn:yes) ", "Cyrl:да (", "Latn:a"]),
        ("Да (a [b) c] д", ["Cyrl:Да (", "Latn:a [b", "Cyrl:) ", "Latn:c] ", "Cyrl:д"]),
    ],
)
def test_a_closing_bracket_has_the_script_of_the_opening_one(text: str, expected: list[str]) -> None:
    assert runs(text, "Cyrl") == expected


@pytest.mark.parametrize(
    ("language", "script"),
    [
        *[("en", "Latn"), ("ru", "Cyrl"), ("sr-Latn", "Latn"), ("zh-Hant", "Hani"), ("ff-Adlm", "Adlm")],
        *[("pa", "Guru"), ("pa-Arab", "Arab"), ("or", "Orya"), ("dv", "Thaa"), ("tlh", "Latn")],
        *[("ja-Jpan", "Hani"), ("ko-Kore-KR", "Hang"), ("ur-Aran", "Arab")],
    ],
)
def test_the_script_of_a_language(language: str, script: str) -> None:
    assert script_of_language(language) == script
