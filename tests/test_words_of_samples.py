"""Nothing in the package speaks of one sheet: no colour, name, number or wording of the samples stands in src/."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from judges.samples import DATA, editions, load

if TYPE_CHECKING:
    from collections.abc import Iterator

SRC = Path(__file__).parents[1] / "src" / "factsheet"
OTHERS = {"samples", "starter"}
"""Folders of samples that the tool makes or shows: they are of a fictional house too, and speak of nothing else."""

FILES = sorted(
    path
    for path in SRC.rglob("*")
    if path.is_file() and path.suffix in {".py", ".toml", ".yml"} and not OTHERS & set(path.parts)
    if path.name != "unicode_tables.py"  # made from Unicode's files: code points, and nothing that anybody wrote
)

HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
NUMBER = re.compile(r"(?<![\w.])\d[\d_]*(?:\.\d+)?(?![\w.]*\w)")
WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")

ALLOWED = {
    ("read/colours.py", "colour #FFFFFF"): "white is a colour that every brand has",
    ("read/colours.py", "colour #000000"): "so is black",
    ("read/svg_paint.py", "colour #000000"): "what SVG fills where nothing is said (SVG 2, 13.3)",
    ("text/bidi_explicit.py", "number 125"): "UAX #9, BD2: the deepest level",
}
"""What may stand in a file of src/ although a sample says it too, with the reason."""


def leaves(value: Any) -> Iterator[Any]:
    """Yield every scalar below *value*."""
    if isinstance(value, dict):
        for entry in value.values():
            yield from leaves(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from leaves(entry)
    else:
        yield value


def values(facts: dict[str, Any]) -> Iterator[int | float]:
    """Yield the value of every point of every fact."""
    for fact in facts.values():
        for point in [fact, *fact.get("points", [])]:
            if isinstance(point.get("value"), int | float):
                yield point["value"]


@cache
def sample_numbers() -> set[str]:
    """Return the values that nobody writes by chance: three digits or more, or a decimal.

    A figure and noughts (1000, 5000) is left out: it is the round bound of something as often as it is a sample's. So
    is a decimal of two digits, which is a distance in points as often.
    """
    written = {str(value) for path in editions() for value in values(load(path)["facts"])}
    return {number for number in written if len(number.replace(".", "")) > 2 and number[1:].strip("0")}


@cache
def sample_wordings() -> set[tuple[str, ...]]:
    """Return every text of an edition that has two words of letters or more, in lower case, without punctuation."""
    texts = {text for path in editions() for text in leaves(load(path)) if isinstance(text, str)}
    spoken = (tuple(WORD.findall(text.lower())) for text in texts if "://" not in text and "@" not in text)
    return {words for words in spoken if sum(word.isalpha() for word in words) > 1}


@cache
def sample_names() -> set[str]:
    """Return the names of the sheets, the organisations behind them and their brands."""
    names = {path.parent.name for path in editions()}
    for path in sorted(DATA.glob("**/_brand.yml")):
        names |= set(load(path)["meta"]["name"].values())
    return names | {"IOM"}


@cache
def sample_colours() -> set[str]:
    """Return the brands' colours, as six digits."""
    brands = [load(path) for path in sorted(DATA.glob("**/_brand.yml"))]
    return {str(colour).lstrip("#").lower() for brand in brands for colour in brand["color"]["palette"].values()}


def said(text: str) -> list[str]:
    """Return what *text* says that a sample says too, as ``kind what``."""
    numbers = {number.replace("_", "") for number in NUMBER.findall(text)}
    spoken = " " + " ".join(WORD.findall(text.lower())) + " "
    found = [f"colour {colour}" for colour in HEX_COLOUR.findall(text)]
    found += [
        f"colour {colour}"
        for colour in sorted(sample_colours())
        if re.search(rf"(?<![#\w])(?:0x)?{colour}\b", text, re.I)
    ]
    found += [f"number {number}" for number in sorted(numbers & sample_numbers())]
    found += [f"wording {' '.join(words)}" for words in sorted(sample_wordings()) if f" {' '.join(words)} " in spoken]
    return found + [f"name {name}" for name in sorted(sample_names()) if re.search(rf"\b{re.escape(name)}\b", text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_source_says_nothing_that_a_sample_says(path: Path) -> None:
    place = path.relative_to(SRC).as_posix()
    assert [entry for entry in said(path.read_text("utf-8")) if (place, entry) not in ALLOWED] == []


def test_the_search_finds_each_thing_that_a_sample_says() -> None:
    found = {
        **{f"number {number}": f"total = {int(number):_}" for number in sample_numbers() if number.isdigit()},
        **{f"number {number}": f"share, x = {number}, 1" for number in sample_numbers() if not number.isdigit()},
        **{f"wording {' '.join(words)}": '"' + ",\n".join(words).title() + '"' for words in sample_wordings()},
        **{f"name {name}": f"# as {name}: so" for name in sample_names()},
        **{f"colour {colour}": f'ink = "{colour.upper()}"' for colour in sample_colours()},
    }
    assert len(found) > 100
    assert [entry for entry, text in found.items() if entry not in said(text)] == []


def test_the_search_lets_pass_what_no_sample_says() -> None:
    number = max(sample_numbers(), key=len)
    assert said(f"HALF, CODE, SIZE = 0.5, 'a{number}', 9{number}, 0x{number}  # see ISO 32000-1, 9.6.4") == []


def test_any_colour_is_found() -> None:
    assert said('"#123" "#A1B2C3" "#a1b2c3d4" "#RRGGBB" # comment') == [
        "colour #123",
        "colour #A1B2C3",
        "colour #a1b2c3d4",
    ]


def test_every_exception_is_still_needed() -> None:
    needed = {(path.relative_to(SRC).as_posix(), entry) for path in FILES for entry in said(path.read_text("utf-8"))}
    assert sorted(ALLOWED.keys() - needed) == []
