"""Breaks files of a project in ways that people and enemies do; the same seed always breaks them alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

NASTY = [
    "", "~", "null", "true", "NO", "0", "-1", "-0", "1e3", "1e99999", "1e-99999", "9" * 400, "0x1F", "1_000", ".5",
    ".nan", ".inf", "2018-13-45", "0000", "2018-02-30", "99999", "2024-05", "12:30:45", "1.5pt", "-3mm", "1e9pt",
    "14400pt", "0pt", "A4", '"\\u200F\\u202Eאבג"', "مرحبا بالعالم", "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    '"\\0"', '"\\uD800"', "a\u0300" * 30, "x" * 5000, '"' + "word " * 900 + '"', "W" * 90, "{", "}", "[", "]", "{}",
    "[]", "[[[[[[[[]]]]]]]]", "{a: {b: {c: d}}}", "[a, b", "!!python/object/apply:os.system [true]", "!!binary abc",
    "!x y", "&a x", "*a", "&a [*a]", "<<: *a", "|\n  block", ">-", "%x", "@x", "`x`", "'", '"', "#x", "? x", "- x",
    "---", "...", "../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "C:\\x", '"{"', '"{visits"',
    '"{visits, plural, one {#}}"', '"{nobody}"', '"\\\\{x\\\\}"', '"**"', '"[a](javascript:x)"',
    '"{visits, number, ::x}"', "#FFFFFF", '"#FFFFFF"', '"#12"', "var(--x)", "ink", "paper", "accent-text", "about",
    "more-than", "estimated", "en", "ar", "tlh", "left 6 right 6", ". 12", "left 99", "left -1", "a a a", "[1, 2]",
    "[ink, ink]", "{text: x, checks: [x]}", "{text: }", "staff@2017",
]  # fmt: skip
"""Values that mean something else to YAML, to ICU, to a path, to a layout, or nothing at all."""

SIGNS = "{}[]:,&*!#|>'\"%@`-?\t\0\x07\x1b\u2028\ufeff\u202e\u200d\ud7ff\U0010ffff \n"
_VALUE = re.compile(r"(?<=: )[^\n#]+")
_FLOW = re.compile(r"(?<=: )[^,{}\[\]\n]+(?=[,}])")
_KEY = re.compile(r"[A-Za-z_][\w-]*(?=:)")


def mutated(data: bytes, random: Random) -> bytes:
    """Return *data* after one to three changes."""
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        data = random.choice(CHANGES)(data, random)
    return data


def _flipped(data: bytes, random: Random) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _on_lines(change: Callable[[list[str], int, Random], None]) -> Callable[[bytes, Random], bytes]:
    def changed(data: bytes, random: Random) -> bytes:
        lines = data.decode("utf-8", "surrogateescape").split("\n")
        change(lines, random.randrange(len(lines)), random)
        return "\n".join(lines).encode("utf-8", "surrogateescape")

    return changed


def _delete(lines: list[str], at: int, _: Random) -> None:
    del lines[at]


def _duplicate(lines: list[str], at: int, random: Random) -> None:
    lines.insert(random.randrange(len(lines) + 1), lines[at])


def _swap(lines: list[str], at: int, random: Random) -> None:
    other = random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _indent(lines: list[str], at: int, random: Random) -> None:
    by = random.choice([-4, -2, -1, 1, 2, 4])
    lines[at] = " " * by + lines[at] if by > 0 else lines[at][min(-by, len(lines[at]) - len(lines[at].lstrip())) :]


def _on_match(pattern: re.Pattern[str], make: Callable[[str, Random], str]) -> Callable[[bytes, Random], bytes]:
    def changed(data: bytes, random: Random) -> bytes:
        text = data.decode("utf-8", "surrogateescape")
        found = list(pattern.finditer(text))
        if not found:
            return data
        match = random.choice(found)
        text = text[: match.start()] + make(match[0], random) + text[match.end() :]
        return text.encode("utf-8", "surrogateescape")

    return changed


def _sign(data: bytes, random: Random) -> bytes:
    text = data.decode("utf-8", "surrogateescape")
    at = random.randrange(len(text) + 1)
    return (text[:at] + random.choice(SIGNS) + text[at + random.randrange(2) :]).encode("utf-8", "surrogateescape")


def _renamed(key: str, random: Random) -> str:
    at = random.randrange(len(key))
    return random.choice(
        [key[:at] + key[at + 1 :] or "x", key.upper(), f"{key}s", key.replace("-", "_"), "<<", "where"]
    )


def _nasty(_: str, random: Random) -> str:
    return random.choice(NASTY)


def _moved(value: str, random: Random) -> str:
    """A value of another length or sign: what figures and layouts are drawn from."""
    return random.choice(
        [value * 9, value[: len(value) // 2], f"-{value}", f"{value}000000", f'"{value}"', value[::-1]]
    )


CHANGES = [
    _flipped,
    _cut,
    _on_lines(_delete),
    _on_lines(_duplicate),
    _on_lines(_swap),
    _on_lines(_indent),
    _on_match(_VALUE, _nasty),
    _on_match(_FLOW, _nasty),
    _on_match(_FLOW, _nasty),
    _on_match(_FLOW, _moved),
    _on_match(_VALUE, _moved),
    _on_match(_KEY, _renamed),
    _sign,
]
