"""Justified lines: straight edges, spaces in range, last lines, and when it is better not to."""

from __future__ import annotations

import re

import pytest

from factsheet.icu import line_breaks
from factsheet.model.content import Span
from factsheet.model.style import Style
from factsheet.text.blanks import stretchable
from factsheet.text.breaking import ends_well, ragged, set_ragged
from factsheet.text.choice import Stack
from factsheet.text.itemise import Run
from factsheet.text.justify import SHRINK, STRETCH, filled, set_justified
from factsheet.text.lines import set_row
from factsheet.text.paragraph import Paragraph, Row
from factsheet.text.typesetter import Typesetter

from .faces import FACES, painted, pen

TEXTS = {
    "en": "It works with its partners in the international community to assist in meeting the operational challenges "
    "of migration, to advance understanding of migration issues, to encourage social and economic development through "
    "migration, and to uphold the human dignity and well-being of migrants wherever they happen to be in the world.",
    "de": "Die Internationale Organisation für Migration ist die führende zwischenstaatliche Organisation auf dem "
    "Gebiet der Migration und setzt sich dafür ein, dass eine menschenwürdige und geordnete Migration den Migranten "
    "und der Gesellschaft zugutekommt, und zwar überall dort, wo sie tätig ist.",
    "fr": "L'Organisation internationale pour les migrations est la principale organisation intergouvernementale du "
    "domaine\u00a0: elle compte 10\u202f978 fonctionnaires\u00a0; «\u00a0Tout va vite\u00a0», dit-elle à Yaoundé, et "
    "chacun voit avec quelle rapidité un si grand nombre de personnes se déplacent chaque année.",
}
WIDTHS = range(200, 512, 13)
BODY = Style("text", 9, 12, align="justify", hyphens=True)


def setter(language: str = "en", style: Style = BODY) -> Typesetter:
    return Typesetter(FACES, {"body": style}, language)


def shaped(language: str, text: str | None = None) -> Paragraph:
    stack = Stack(FACES["text"], 400, italic=False)
    return Paragraph([Run(text or TEXTS[language], BODY)], [stack], language, line_breaks)


def spaces(paragraph: Paragraph, row: Row) -> float:
    """How wide the spaces of a row are, as a share of their own width."""
    manners = paragraph.manners[row.start : row.start + len(row.boxes)]
    room = sum(stretchable(row.boxes, manners))
    return 1 + (row.measure - row.width) / room if row.measure is not None and room else 1.0


@pytest.mark.parametrize("hyphens", [False, True])
@pytest.mark.parametrize("language", TEXTS)
def test_spaces_stay_within_three_quarters_and_eight_fifths(language: str, hyphens: bool) -> None:
    paragraph = shaped(language)
    widest = narrowest = 1.0
    for width in WIDTHS:
        for row in set_justified(paragraph, width, hyphens=hyphens).rows:
            share = spaces(paragraph, row)
            assert 1 - SHRINK - 0.001 <= share <= 1 + STRETCH + 0.001, width
            widest, narrowest = max(widest, share), min(narrowest, share)
    assert widest > 1.3
    assert narrowest < 0.95


@pytest.mark.parametrize("language", TEXTS)
def test_a_justified_paragraph_has_a_straight_edge_but_for_its_last_line(language: str) -> None:
    straight = 0
    for width in WIDTHS:
        lines = setter(language).lines(TEXTS[language], "body", width)
        assert max(line.width for line in lines) <= width + 0.001
        full = [abs(line.width - width) < 0.01 for line in lines[:-1]]
        short = [line.width for line in lines[:-1] if line.width < width - 0.01]
        if all(full):
            straight += 1
        elif sum(full) > len(full) / 2:
            assert min(short) > 0.96 * width, "what ends short ends a little short"
            assert len(short) <= 0.25 * len(lines)
    assert straight > len(WIDTHS) / 3


@pytest.mark.parametrize("language", TEXTS)
def test_glyphs_are_painted_to_the_edge_that_the_line_claims(language: str) -> None:
    """By the painter's own arithmetic: what is in the TJ array ends where the measure does, the hanging blank aside."""
    checked = 0
    for width in WIDTHS:
        for line in setter(language).lines(TEXTS[language], "body", width):
            (run,) = line.runs
            hangs = len(line.text) - len(line.text.rstrip(" "))
            assert pen(run) == pytest.approx(line.width + hangs * 1.8, abs=0.02)
            assert run.width == pytest.approx(pen(run), abs=0.02)
            checked += abs(line.width - width) < 0.01
    assert checked > 20


def test_nothing_is_lost_and_no_more_than_two_hyphens_follow_each_other() -> None:
    for language, text in TEXTS.items():
        for width in range(80, 512, 7):
            lines = setter(language).lines(text, "body", width)
            assert "".join(line.text for line in lines).replace("\u00ad", "") == text
            assert painted(lines).replace("\u00ad", "") == text
            straight = sum(abs(line.width - width) < 0.01 for line in lines) > 1
            seen = ("\u00ad", "-") if straight else ("\u00ad",)
            ends = "".join("h" if line.text.rstrip(" ").endswith(seen) else "." for line in lines)
            assert "hhh" not in ends


def test_no_break_spaces_stretch_as_blanks_do_and_narrow_ones_stay() -> None:
    text = "a\u00a0b c d\u202fe f g\u00a0h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q"
    paragraph = shaped("fr", text)
    row = set_justified(paragraph, 61, hyphens=False).rows[0]
    assert row.measure == 61
    manners = paragraph.manners[: len(row.boxes)]
    said = "".join(box.text for box in row.boxes).rstrip(" ")
    blank = 0.2 * 9  # Source Sans 3
    assert (said.count("\u00a0"), said.count("\u202f")) == (2, 1)
    assert sum(stretchable(row.boxes, manners)) == pytest.approx(blank * (said.count(" ") + 2))
    line = set_row(paragraph, row)
    wider = re.findall(r">(-?\d+\.\d\d)<", line.runs[0].core)
    assert len(set(wider)) == 1, "all spaces are alike"
    assert len(wider) == said.count(" ") + 2
    assert pen(line.runs[0]) == pytest.approx(61 + blank, abs=0.02)


def test_a_line_of_several_styles_and_sizes_is_stretched_in_all_of_them() -> None:
    text = (Span(TEXTS["en"][:90]), Span(TEXTS["en"][90:200], bold=True), Span(TEXTS["en"][200:], role="lede"))
    scale = {"body": BODY, "lede": Style("display", 11, 14)}
    lines = Typesetter(FACES, scale, "en").lines(text, "body", 300)
    mixed = [line for line in lines[:-1] if len(line.runs) > 1]
    assert mixed
    for line in mixed:
        hangs = line.runs[-1].size * (0.2 if line.runs[-1].size == 9 else 0.25) if line.text.endswith(" ") else 0.0
        assert sum(run.width for run in line.runs) == pytest.approx(line.width + hangs, abs=1.0)


def test_a_line_that_a_line_end_closes_keeps_its_own_width() -> None:
    lines = setter().lines(f"Short.\n{TEXTS['en']}\nEnd of it.", "body", 300)
    assert lines[0].text.startswith("Short.")
    assert lines[0].width < 40
    assert lines[-1].width < 60
    assert sum(abs(line.width - 300) < 0.01 for line in lines) >= 3


def test_a_line_that_ends_in_the_word_before_a_line_end_is_stretched_like_others() -> None:
    """A part of the last box before a line end is not the last line."""
    text = "It works with its partners everywhere, intergovernmentally\nand so on."
    paragraph = shaped("en", text)
    cut = paragraph.boxes[6].text.index("governmentally")
    row, _ = paragraph.cut(0, 6, cut)
    assert row.start + len(row.boxes) == paragraph.stops[paragraph.forced[0]]
    assert filled(paragraph, row, row.width + 3).measure == pytest.approx(row.width + 3)
    whole = paragraph.row(0, 7)
    assert filled(paragraph, whole, whole.width + 3).measure is None


@pytest.mark.parametrize("language", TEXTS)
def test_a_last_line_is_no_lone_word_where_another_setting_can_be_had(language: str) -> None:
    paragraph = shaped(language)
    for width in range(200, 512, 3):
        broken = set_justified(paragraph, width, hyphens=True)
        if any(row.measure for row in broken.rows):
            last = "".join(box.text for box in broken.rows[-1].boxes)
            well = len(last.split(" ")) > 1 and broken.rows[-1].width >= 0.2 * width
            assert well or not ends_well(set_ragged(paragraph, width, hyphens=True), width), width


def test_where_most_lines_cannot_be_justified_the_paragraph_is_ragged() -> None:
    plain = setter(style=BODY.but(align="start", hyphens=False))
    narrow = setter(style=BODY.but(hyphens=False))
    assert narrow.lines(TEXTS["en"], "body", 90) == plain.lines(TEXTS["en"], "body", 90)


def test_a_word_wider_than_the_measure_is_named_as_in_ragged_lines() -> None:
    lines = setter().lines("An unsplit.example.org/very/long/address_of_no_use_to_anyone is here.", "body", 60)
    assert max(line.width for line in lines) <= 60.001
    assert setter().lines("\u00a0" * 3, "body", 60)[0].width >= 0
    assert setter().lines("", "body", 60) == ()


def test_all_breaks_are_weighed_together() -> None:
    """The widest spaces of a paragraph are at times narrower than those that filling line after line would give."""
    paragraph = shaped("en")
    better = 0
    for width in WIDTHS:
        measured = [row for row in set_justified(paragraph, width, hyphens=True).rows if row.measure]
        greedy = ragged(paragraph, width).rows[:-1]
        if len(measured) < len(greedy):
            continue
        worst = max(spaces(paragraph, row) for row in measured)
        worst_greedy = max(spaces(paragraph, row._replace(measure=width)) for row in greedy)
        assert worst <= max(worst_greedy, 1 + STRETCH)
        better += worst < worst_greedy - 0.05
    assert better > 5
