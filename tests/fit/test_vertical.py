"""Where rows start: on the module, 12 to 44 pt apart, figures taking what gaps should not."""

from __future__ import annotations

import pytest

from factsheet.fit.vertical import CEILING, FLOOR, Strip, spread

MODULE = 12.0


def gaps(strips: tuple[Strip, ...], spots) -> list[float]:
    feet = [spot.top + strip.height + spot.extra for strip, spot in zip(strips, spots, strict=True)]
    return [b.top - foot for foot, b in zip(feet, spots[1:], strict=False)]


@pytest.mark.parametrize("seed", range(40))
def test_tops_are_on_the_module_and_gaps_in_bounds_whatever_the_heights(seed: int) -> None:
    import random

    dice = random.Random(seed)
    strips = tuple(
        Strip(dice.uniform(40, 180), dice.choice([0.0, 24.0, 60.0]), dice.random() < 0.2)
        for _ in range(dice.randint(1, 5))
    )
    spots, over = spread(strips, 144.0, 796.0, MODULE)
    assert all(abs(spot.top % MODULE) < 1e-6 for spot in spots)
    assert all(gap >= FLOOR - 1e-6 for gap in gaps(strips, spots))
    assert all(gap < CEILING + MODULE for gap in gaps(strips, spots))
    foot = spots[-1].top + strips[-1].height + spots[-1].extra
    assert over == pytest.approx(max(0.0, foot - 796.0))


def test_figures_take_what_gaps_should_not() -> None:
    rigid = (Strip(100), Strip(100))
    _, over = spread(rigid, 0, 400, MODULE)
    elastic = (Strip(100, 80), Strip(100))
    spots, _ = spread(elastic, 0, 400, MODULE)
    assert over == 0
    assert spots[0].extra == 80
    assert spots[1].extra == 0


def test_overflow_is_told_in_points_and_nothing_is_squeezed_under_the_floor() -> None:
    strips = (Strip(200), Strip(200))
    spots, over = spread(strips, 0, 300, MODULE)
    assert over == pytest.approx(116)
    assert gaps(strips, spots) == [16.0]


def test_one_strip_starts_where_it_is_told() -> None:
    spots, over = spread((Strip(50),), 144.0, 796.0, MODULE)
    assert (spots[0].top, over) == (144.0, 0.0)


def test_no_strips_need_no_room() -> None:
    assert spread((), 144.0, 796.0, MODULE) == ((), 0.0)
