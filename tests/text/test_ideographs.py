"""Chinese: marks that share their blanks, gaps beside Latin, edges of lines, kinsoku, justified squares."""

# ruff: noqa: RUF001 # other scripts are what this is about

from __future__ import annotations

from itertools import accumulate

import pytest

from factsheet.model.style import Style
from factsheet.text.ideographs import GAP
from factsheet.text.typesetter import Typesetter

from .faces import HAN, SCALE, painted, pen

EM = 9
TEXT = (
    "2015年至2024年间，市供水局共修复了10,978公里的管道（约2.8%），根据报告：“这是一项重大成就”。"
    "仍有人无法获得饮用水——这是否足够？答案是：“还不够。”"
)
SCALES = {**SCALE, "justified": Style("text", EM, 14, align="justify")}
NOT_FIRST, NOT_LAST = "、。，；：？！）」』”’》", "（「『“‘《"


def chinese() -> Typesetter:
    return Typesetter(HAN, SCALES, "zh-Hans")


def width(text: str) -> float:
    return chinese().width(text, "body") / EM


@pytest.mark.parametrize(
    ("text", "squares"),
    [
        ("人口", 2),
        ("人，口", 3),
        ("（人）。口", 4),
        ("人”。", 2),
        ("人：“口", 3.5),
        ("“人", 1.5),
        ("人）", 1.5),
        ("（“人", 2),
    ],
)
def test_two_marks_that_meet_share_half_a_square_and_none_is_left_at_the_edges(text: str, squares: float) -> None:
    assert width(text) == pytest.approx(squares, abs=0.03)


def test_a_gap_stands_between_ideographs_and_latin_but_not_at_the_edges() -> None:
    latin = chinese().width("IOM", "body") / EM
    assert width("人IOM口") == pytest.approx(2 + latin + 2 * GAP, abs=0.01)
    assert width("人IOM") == pytest.approx(1 + latin + GAP, abs=0.01)
    assert width("人，IOM") == pytest.approx(2 + latin, abs=0.01)


def test_the_gap_is_a_glyph_without_text_so_that_readers_find_no_blank() -> None:
    line = chinese().line("人IOM口", "body")
    assert painted([line]) == "人IOM口"
    assert [text for run in line.runs for _, _, text in run.extras].count("\u2060") == 2


@pytest.mark.parametrize("role", ["body", "justified"])
@pytest.mark.parametrize("measure", [50, 73, 110, 200, 333])
def test_no_line_begins_or_ends_with_a_forbidden_mark_and_nothing_is_lost(role: str, measure: int) -> None:
    lines = chinese().lines(TEXT, role, measure)
    assert "".join(line.text for line in lines) == TEXT
    for line in lines:
        assert line.text[0] not in NOT_FIRST
        assert line.text[-1] not in NOT_LAST
        assert line.width <= measure + 0.01
        for run in line.runs:
            assert pen(run) == pytest.approx(run.width, abs=0.01)


@pytest.mark.parametrize("measure", [110, 200, 333])
def test_numbers_stay_whole_and_with_their_unit(measure: int) -> None:
    for line in chinese().lines(TEXT, "body", measure):
        assert not line.text.endswith(("10", "10,", "2015", "2024"))
        assert not line.text.startswith(("年", "978"))


@pytest.mark.parametrize("measure", [150, 200, 333])
def test_justified_lines_fill_the_measure_without_word_spaces(measure: int) -> None:
    *lines, last = chinese().lines(TEXT * 2, "justified", measure)
    assert [round(line.width, 2) for line in lines] == [measure] * len(lines)
    assert last.width <= measure


def test_quotation_marks_are_full_width_and_digits_latin() -> None:
    line = chinese().line("“2018”年", "body")
    faces = {run.text: run.face.postscript_name for run in line.runs}
    assert faces["2018"].startswith("SourceSans3")
    assert all(name.startswith("NotoSansSC") for text, name in faces.items() if text != "2018")


def test_headings_part_no_word() -> None:
    lines = chinese().lines("每七个人中就有一个正在迁移", "body", 55, balance=True)
    ends = [*accumulate(len(line.text) for line in lines)]
    assert len(ends) > 2
    assert set(ends) <= {1, 2, 4, 5, 7, 9, 11, 13}  # 每|七|个人|中|就有|一个|正在|迁移
