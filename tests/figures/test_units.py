"""Crowds, waffles and donuts: as many marks as the number says, parts of one whole only."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from stage import BRANDS, WIDTHS, Stage, brand, build, drawn, fact, picture, point, words

from factsheet.blocks.compose import _block
from factsheet.figures.crowd import Crowd
from factsheet.figures.donut import Donut
from factsheet.figures.waffle import Waffle
from factsheet.model.content import Picture
from factsheet.model.edition import BlockUse
from factsheet.problems import FactsheetError, Position

if TYPE_CHECKING:
    from factsheet.model.facts import Fact
    from factsheet.options import Block

FIELD = fact("field", 97, unit="percent")
CROWD = build(Crowd, {"fact": "field", "text": "of every 100 staff work in the field", "rest": "three work elsewhere"})
MANY = fact("many", point(2018, 700, qualifier="about"))
SIX = fact("six", point(2018, 6, qualifier="about"), label="Each country")
PARTS = (
    fact("eu", 46, unit="percent", label="EU"),
    fact("states", 27, unit="percent", label="States"),
    fact("un", 17, unit="percent", label="UN funds"),
    fact("other", 10, unit="percent", label="Other"),
)
NAMES = [one.id for one in PARTS]
BUDGET = fact("budget", point(2024, 18.6), unit="USD", scale="million")


def refused(block: Block, facts: list[Fact]) -> str:
    with pytest.raises(FactsheetError) as caught:
        picture(block, facts)
    (problem,) = caught.value.problems
    assert problem.remedy
    return problem.rule


def test_a_crowd_on_a_page_is_two_lines_of_fifty_with_the_minority_last() -> None:
    stage = drawn(CROWD, [FIELD], WIDTHS[12])
    (first, height, colour), (rest, _, hot) = stage.stamps
    assert (len(first), len(rest), colour, hot) == (97, 3, "data", "accent")
    assert height == 19.5
    rows = sorted({y for _, y in (*first, *rest)})
    assert len(rows) == 2
    assert first[0][0] == 0
    assert rest[-1][0] + height * 10 / 23 == pytest.approx(WIDTHS[12])
    assert {y for _, y in rest} == {rows[-1]}


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_crowd_says_its_number_and_both_texts_at_every_width(width: float, sheet: str) -> None:
    stage = drawn(CROWD, [FIELD], width, sheet)
    said = " ".join(text.strip() for text in stage.texts)
    assert all(part in said for part in ("97", "of every 100 staff work in the field", "three work elsewhere"))
    assert not stage.too_wide()


@pytest.mark.parametrize(("value", "unit"), [(101, "percent"), (-1, "percent"), (97, "person")])
def test_what_is_no_share_of_a_hundred_is_no_crowd(value: float, unit: str) -> None:
    assert refused(CROWD, [fact("field", value, unit=unit)]) == "parts-of-whole"


def test_a_crowd_is_said_with_its_qualifier() -> None:
    about = fact("field", point(2018, 97, qualifier="about"), unit="percent")
    assert picture(CROWD, [about]).alt == "about 97 of every 100 staff work in the field. three work elsewhere."
    assert "~97" in drawn(CROWD, [about], WIDTHS[12]).texts


def test_a_waffle_has_a_square_for_each_and_those_that_are_talked_of_first() -> None:
    stage = drawn(build(Waffle, {"fact": "many", "highlight": "six"}), [MANY, SIX], WIDTHS[7])
    (hot, side, accent), (rest, _, data) = stage.cells
    assert (len(hot), accent, len(rest), data) == (6, "accent", 694, "data")
    columns = len({x for x, _ in (*hot, *rest)})
    assert 700 % columns == 0, "the last row is full"
    assert stage.height == pytest.approx(84, abs=12)
    xs = sorted({x for x, _ in (*hot, *rest)})
    assert xs[1] - xs[0] - side == pytest.approx(1.9)


def test_gaps_of_a_waffle_shrink_with_its_squares() -> None:
    stage = drawn(build(Waffle, {"fact": "many"}), [MANY], WIDTHS[3])
    ((corners, side, _),) = stage.cells
    assert corners[1][0] - corners[0][0] - side < side / 2


@pytest.mark.parametrize(("count", "scale"), [(11, ""), (1201, ""), ("12.5", ""), (100, "million")])
def test_a_waffle_is_of_whole_things_that_can_be_seen(count: float, scale: str) -> None:
    facts = [fact("many", count, scale=scale), SIX]
    assert refused(build(Waffle, {"fact": "many"}), facts) == "unit-count"


def test_no_more_squares_stand_out_than_there_are() -> None:
    block = build(Waffle, {"fact": "many", "highlight": "more"})
    assert refused(block, [fact("many", 20), fact("more", 21)]) == "unit-count"


def test_slices_are_as_large_as_their_shares_clockwise_from_the_top_the_largest_first() -> None:
    stage = drawn(build(Donut, {"facts": ["other", "un", "eu", "states"], "last": "other"}), PARTS)
    shares = [wedge[5] for wedge in stage.wedges]
    starts = [wedge[4] for wedge in stage.wedges]
    assert shares == pytest.approx([0.46, 0.27, 0.17, 0.10])
    assert starts == pytest.approx([0, 0.46, 0.73, 0.90])
    for _, _, radius, hole, *_ in stage.wedges:
        assert hole / radius == pytest.approx(0.61)
    assert [text for text in stage.texts if text.endswith("%")] == ["46%", "27%", "17%", "10%"]


def test_other_stays_last_whatever_its_share() -> None:
    facts = [fact("a", 30, unit="percent"), fact("b", 20, unit="percent"), fact("rest", 50, unit="percent")]
    stage = drawn(build(Donut, {"facts": ["rest", "a", "b"], "last": "rest"}), facts)
    assert [wedge[5] for wedge in stage.wedges] == pytest.approx([0.3, 0.2, 0.5])


@pytest.mark.parametrize("highlight", [None, "eu", "un"])
def test_at_most_one_slice_is_hot_and_no_two_are_alike(highlight: str | None) -> None:
    stage = drawn(build(Donut, {"facts": NAMES} | ({"highlight": highlight} if highlight else {})), PARTS)
    colours = [wedge[6] for wedge in stage.wedges]
    assert len(set(colours)) == len(colours)
    assert colours.count("accent") == 1
    bars = [r[4] for r in stage.rectangles]
    assert bars == colours, "the list repeats the colours in their order"


def test_the_whole_stands_in_the_hole_with_its_unit() -> None:
    stage = drawn(build(Donut, {"facts": NAMES, "total": "budget"}), [*PARTS, BUDGET])
    assert {"18.6", "USD million"} <= set(stage.texts)
    assert not stage.too_wide()


def test_parts_that_miss_a_hundred_by_rounding_say_so() -> None:
    facts = [fact(name, "33.3", unit="percent") for name in ("a", "b", "c")]
    block = build(Donut, {"facts": ["a", "b", "c"]})
    assert any("rounding" in text for text in drawn(block, facts).texts)
    assert not any("rounding" in text for text in drawn(build(Donut, {"facts": NAMES}), PARTS).texts)


@pytest.mark.parametrize(
    ("values", "unit"), [((60, 50), "percent"), ((60, 30), "percent"), ((60, 40), "person"), ((130, -30), "percent")]
)
def test_what_is_no_whole_is_no_donut(values: tuple[int, int], unit: str) -> None:
    facts = [fact("a", values[0], unit=unit), fact("b", values[1], unit=unit)]
    assert refused(build(Donut, {"facts": ["a", "b"]}), facts) == "parts-of-whole"


def test_a_donut_runs_clockwise_on_a_mirrored_page_too() -> None:
    block = build(Donut, {"facts": NAMES})
    content = block.compose(words(PARTS, right_to_left=True), brand(BRANDS[0]))
    made = next(item for item in content if isinstance(item, Picture))
    assert made.tall is not None
    stage = Stage(WIDTHS[6], made.tall(WIDTHS[6]))
    made.draw(stage)
    assert [wedge[4] + wedge[5] for wedge in stage.wedges] == pytest.approx([1, 0.54, 0.27, 0.10])


def test_alt_texts_have_every_part() -> None:
    assert "EU: 46%; States: 27%; UN funds: 17%; Other: 10%" in picture(build(Donut, {"facts": NAMES}), PARTS).alt
    block = build(Waffle, {"fact": "many", "highlight": "six"})
    assert "about\N{NO-BREAK SPACE}700" in picture(block, [MANY, SIX]).alt


def test_a_refusal_names_the_block_and_its_place() -> None:
    place = Position("data/x/2024.yml", 18, 13)
    edition = SimpleNamespace(brand=brand(BRANDS[0]), position={"page1.left.donut": place}.get)
    use = BlockUse("donut", build(Donut, {"facts": NAMES[:2]}), "page1.left.donut")
    with pytest.raises(FactsheetError) as caught:
        _block(use, edition, words(PARTS))  # type: ignore[arg-type] # all that it asks of one
    assert [(p.position, p.where) for p in caught.value.problems] == [(place, "page1.left.donut")]
