"""What Unicode's files do not test: several paragraphs, lines, text that needs no bidi, odd and hostile input."""

from __future__ import annotations

from time import process_time

import pytest

from factsheet.text import unicode_tables
from factsheet.text.bidi import MIRRORED, base_level, levels, line_levels, needs_bidi, visual_order
from factsheet.text.properties import Ranges

ALEF, BEH, HEH_HEBREW = "\u0627", "\u0628", "\u05d4"


def test_every_right_to_left_character_needs_bidi_and_no_other_does() -> None:
    classes = Ranges(unicode_tables.BIDI_CLASS)
    needing = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
    wrong = [f"{code:X}" for code in range(0x110000) if needs_bidi(f"a{chr(code)}") != (classes[code] in needing)]
    assert wrong == []


def test_text_that_needs_no_bidi_stays_at_its_level() -> None:
    text = "“Так — 10\u202f978 %”, 中文\uff08x\uff09, \u2066a\u2069 \u00ad!"
    assert not needs_bidi(text)
    assert visual_order(levels(text, 0)) == list(range(len(text)))


@pytest.mark.parametrize(
    ("text", "level"),
    [("", 0), ("12 !", 0), (f"1 {ALEF}a", 1), ("a\u05d0", 0), (f"\u2067{ALEF}\u2069a", 0), (f"\u2067a{ALEF}", 0)],
)
def test_the_first_strong_character_outside_isolates_decides(text: str, level: int) -> None:
    assert base_level(text) == level


def test_each_paragraph_is_resolved_by_itself() -> None:
    text = f"a {ALEF}.\u2029{ALEF} a.\n12"
    assert list(levels(text, None)) == [0, 0, 1, 0, 0, 1, 1, 2, 1, 1, 0, 0]
    assert list(levels(text, 1)) == [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2]
    assert list(levels("\u202b\u2029a", 0)) == [0, 0, 0]  # an embedding ends with its paragraph
    pair = f"{HEH_HEBREW}(a{HEH_HEBREW}){HEH_HEBREW}"  # brackets follow the text inside them
    assert list(levels(f"ab\n{pair}\n{pair}", 0)) == [0, 0, 0, *[1, 0, 0, 1, 0, 1], 0, *[1, 0, 0, 1, 0, 1]]
    assert levels("", None) == b""
    assert list(levels("\n\n", 1)) == [1, 1]


def test_joiners_and_soft_hyphens_take_the_level_before_them() -> None:
    assert list(levels(f"\u200d{ALEF}\u200c{BEH}\u00ada\u00ad", 0)) == [0, 1, 1, 1, 1, 0, 0]
    assert list(levels("12\u00ad3", 1)) == [2, 2, 2, 2]


def test_blanks_at_the_end_of_a_line_and_before_tabs_go_back_to_the_base() -> None:
    text = f"{ALEF} \t{ALEF}  {BEH} a"
    resolved = levels(text, 1)
    assert list(resolved) == [1, 1, 1, 1, 1, 1, 1, 1, 2]
    assert list(line_levels(text, [3] * 9, 0, 6, 1)) == [3, 1, 1, 3, 1, 1]
    assert list(line_levels(text, [3] * 9, 3, 7, 1)) == [3, 3, 3, 3]
    assert line_levels(text, resolved, 4, 4, 1) == b""


def test_order_works_on_pieces_as_on_characters() -> None:
    assert visual_order([]) == []
    assert visual_order([0, 0]) == [0, 1]
    assert visual_order([1, 1, 2, 2, 1]) == [4, 2, 3, 1, 0]
    assert visual_order([0, 1, 2, 1, 0, 2, 3, 4]) == [0, 3, 2, 1, 4, 5, 7, 6]


def test_a_bracket_pairs_with_its_canonical_equivalent() -> None:
    assert levels(f"a\u2329{HEH_HEBREW}\u3009", 1) == levels(f"a\u3008{HEH_HEBREW}\u3009", 1)


def test_marks_on_a_bracket_go_with_it() -> None:
    assert list(levels(f"a(b)\u0300{HEH_HEBREW}", 1)) == [2, 2, 2, 2, 2, 1]


def test_an_isolate_takes_what_overflowed_in_it_with_it() -> None:
    too_deep = "\u202b\u202a" * 70
    assert levels(f"\u2067{too_deep}\u2069\u202ba", 0)[-1] == 2
    assert levels(f"{too_deep}\u202ba", 0)[-1] == 126


def test_sixty_three_brackets_may_be_open_and_pairs_before_the_next_stay() -> None:
    """BD16 stops there; what it has found so far it keeps."""
    pair = f"{HEH_HEBREW}(a{HEH_HEBREW}){HEH_HEBREW}"
    paired, unpaired = [1, 0, 0, 1, 0, 1], [1, 0, 0, 1, 1, 1]
    assert list(levels(pair + "(" * 70, 0))[:6] == paired
    assert list(levels("(" * 62 + pair, 0))[-6:] == paired
    assert list(levels("(" * 63 + pair, 0))[-6:] == unpaired


def test_mirror_images_go_both_ways() -> None:
    assert MIRRORED["("] == ")"
    assert all(MIRRORED[MIRRORED[character]] == character for character in "()[]{}<>«»\u2039\u203a≤≥\uff08\uff09")


@pytest.mark.parametrize(
    "part",
    [
        "%",
        "1%",
        " ",
        "(",
        "()",
        f"({ALEF})",
        f"(a{ALEF}",
        f"{ALEF}1,",
        "\u2068",
        "\u2068\u2069",
        "\u202b",
        "\u200c",
        "\u0300",
        f"\u2068{ALEF}\u2069a",
        "\t ",
    ],
    ids=ascii,
)
def test_hostile_text_costs_no_more_than_its_length(part: str) -> None:
    text = f"{HEH_HEBREW}1{HEH_HEBREW}" + part * (100_000 // len(part)) + "a"
    start = process_time()
    resolved = levels(text, 0)
    line_levels(text, resolved, 0, len(text), 0)
    assert len(resolved) == len(text)
    assert process_time() - start < 4
