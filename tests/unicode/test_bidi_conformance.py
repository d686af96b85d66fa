"""Unicode's own tests of UAX #9, whole: every sequence of classes up to four, and 91,707 lines of characters."""

from __future__ import annotations

from functools import cache

from factsheet.text.bidi import base_level, levels, line_levels, visual_order

from .kept import lines

EXAMPLES = {
    **{"L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0661", "ES": "+", "ET": "%", "CS": ","},
    **{"NSM": "\u0300", "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!", "PDF": "\u202c"},
    **{"LRE": "\u202a", "LRO": "\u202d", "RLE": "\u202b", "RLO": "\u202e"},
    **{"LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069"},
}
order = cache(visual_order)


def resolved(text: str, base: int | None) -> tuple[int, bytes]:
    """Return the level of *text*, one paragraph, and the levels of its characters where it is one line."""
    level = base_level(text) if base is None else base
    return level, line_levels(text, levels(text, base), 0, len(text), level)


def same(found: bytes, expected: list[str], shown: list[int]) -> bool:
    """Compare levels and order, without characters that X9 removes (x)."""
    return all(level in ("x", str(got)) for level, got in zip(expected, found, strict=True)) and shown == [
        place for place in order(found) if expected[place] != "x"
    ]


def test_every_line_of_characters() -> None:
    wrong = []
    count = 0
    for line in lines("BidiCharacterTest.txt"):
        codes, direction, paragraph, expected, visual = line.split(";")
        text = "".join([chr(int(code, 16)) for code in codes.split()])
        level, found = resolved(text, {"0": 0, "1": 1, "2": None}[direction])
        if level != int(paragraph) or not same(found, expected.split(), [int(place) for place in visual.split()]):
            wrong.append(f"{line}: {level}, {list(found)}")
        count += 1
    assert (count, wrong) == (91_707, [])


def test_every_sequence_of_classes() -> None:
    wrong = []
    count = 0
    expected: list[str] = []
    shown: list[int] = []
    right: set[bytes] = set()
    for line in lines("BidiTest.txt"):
        key, _, value = line.partition(":")
        if key.startswith("@"):
            right = set()
        if key == "@Levels":
            expected = value.split()
        elif key == "@Reorder":
            shown = [int(place) for place in value.split()]
        else:
            sequence, _, bits = line.partition(";")
            text = "".join([EXAMPLES[name] for name in sequence.split()])
            for bit, base in ((1, None), (2, 0), (4, 1)):
                if int(bits) & bit:
                    count += 1
                    found = resolved(text, base)[1]
                    if found not in right:
                        if same(found, expected, shown):
                            right.add(found)
                        else:
                            wrong.append(f"{line} {base}: {list(found)}, not {expected}")
    assert (count, wrong) == (770_241, [])
