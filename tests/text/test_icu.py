"""The door to ICU: offsets, messages, errors for translators, nothing from the machine."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factsheet.icu import MessageError, format_message, grapheme_breaks, line_breaks

if TYPE_CHECKING:
    from collections.abc import Mapping


def parts(text: str, ends: list[int]) -> list[str]:
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def test_lines_may_end_after_blanks_hyphens_and_slashes() -> None:
    text = "est-ce que https://iom.int/a 10\u202f978 %"
    assert parts(text, line_breaks(text, "fr")) == [
        "est-",
        "ce ",
        "que ",
        "https://",
        "iom.int/",
        "a ",
        "10\u202f978 ",
        "%",
    ]


def test_offsets_count_characters_not_utf16() -> None:
    text = "😀 😀 ab 🇸🇳🇫🇷 c"
    assert "".join(parts(text, line_breaks(text, "en"))) == text
    assert line_breaks(text, "en")[-1] == len(text)
    assert parts("e\u0301🇸🇳😀\ud800", grapheme_breaks("e\u0301🇸🇳😀\ud800", "en")) == ["e\u0301", "🇸🇳", "😀", "\ud800"]


def test_half_a_character_is_no_crash() -> None:
    assert line_breaks("a\ud800 b", "en") == [3, 4]
    assert line_breaks("", "en") == []


@pytest.mark.parametrize(
    ("pattern", "language", "arguments", "expected"),
    [
        ("{n} people", "en", {"n": 10978}, "10,978 people"),
        (
            "{n, plural, one {# человек} few {# человека} many {# человек} other {# человека}}",
            "ru",
            {"n": 5},
            "5 человек",
        ),
        ("{n, number, ::compact-long}", "fr", {"n": Decimal(2800000)}, "2,8 millions"),
        ("{n, spellout}", "fr", {"n": 28}, "vingt-huit"),
        ("{d, date, long}", "en", {"d": date(2018, 5, 1)}, "May 1, 2018"),
        ("l''{name} '{kept}'", "fr", {"name": "eau"}, "l'eau {kept}"),
        ("{n}", "en", {"n": 10**30}, "1" + ",000" * 10),
    ],
)
def test_messages(
    pattern: str, language: str, arguments: Mapping[str, int | Decimal | str | date], expected: str
) -> None:
    assert format_message(pattern, language, arguments) == expected


@pytest.mark.parametrize(
    ("pattern", "arguments", "words"),
    [
        ("{n people", {"n": 1}, "cannot be read"),
        ("{n", {"n": 1}, "opened but not closed"),
        ("{n, plural, one {# man}}", {"n": 1}, "no 'other' branch"),
        ("{n, number, ::nonsense}", {"n": 1}, "number format"),
        ("{n, shout}", {"n": 1}, "after the comma"),
        ("{n, plural, other {#}}", {"n": "ten"}, "need a number"),
        ("{staff} in {place}", {"staff": 1}, "no value for {place}"),
        ("{n, plural, one {{place}} other {}}", {"n": 1}, "no value for {place}"),
        ("{n, plural, other {#}}", {}, "no value for {n}"),
        ("half \ud800", {}, "lone surrogate"),
        ("{n, select, other {" * 5000 + "}}" * 5000, {"n": "x"}, "nested too deeply"),
    ],
)
def test_errors_are_said_in_words(pattern: str, arguments: Mapping[str, int | str], words: str) -> None:
    with pytest.raises(MessageError, match=words):
        format_message(pattern, "en", arguments)


def test_an_argument_of_a_branch_not_taken_needs_no_value() -> None:
    assert format_message("{n, plural, one {{place}} other {x}}", "en", {"n": 2}) == "x"


@pytest.mark.parametrize("machine", ["ja_JP.UTF-8", "fr_FR.UTF-8", "C"])
def test_the_machines_locale_changes_nothing(machine: str, environment: dict[str, str]) -> None:
    """ICU has no rules for spelling out in Kinyarwanda, and takes those of the machine unless it is stopped."""
    code = "from factsheet.icu import format_message as f; import os; print(f('{n} {n, spellout}', 'rw', {'n': 2300}))"
    code += "; assert os.environ['LC_ALL'] == os.environ['EXPECTED']"
    env = {**environment, "LC_ALL": machine, "EXPECTED": machine, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2.300 two thousand three hundred"


def test_importing_the_door_does_not_import_icu(environment: dict[str, str]) -> None:
    code = "import sys, factsheet.icu; sys.exit('icu4py' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
