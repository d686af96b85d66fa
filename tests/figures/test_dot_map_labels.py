"""Names beside signs: whatever the crowd, none covers another, a sign or an edge, and none is lost in silence."""

from __future__ import annotations

import random

import pytest

from factsheet.figures.dot_map_labels import arrange
from factsheet.figures.dot_map_lines import cross, touches
from factsheet.figures.dot_map_spots import Name, Room, Spot
from factsheet.model.geometry import Box

FRAME = Box(0, 0, 500, 200)


def scattered(seed: int, count: int, box: Box = FRAME) -> tuple[Name, ...]:
    dice = random.Random(seed)
    return tuple(
        Name(f"n{i}", dice.uniform(box.x + 6, box.end - 6), dice.uniform(box.y + 6, box.bottom - 6), 4, w)
        for i, w in enumerate(dice.uniform(15, 60) for _ in range(count))
    )


def sign(name: Name) -> Box:
    return Box(name.x - name.reach, name.y - name.reach, 2 * name.reach, 2 * name.reach)


def faults(names: tuple[Name, ...], spots: tuple[Spot, ...], walls: tuple[Box, ...] = ()) -> list[str]:
    found = []
    for i, (name, spot) in enumerate(zip(names, spots, strict=True)):
        box = spot.box
        if box.x < 0 or box.end > FRAME.end or box.y < 0 or box.bottom > FRAME.bottom:
            found.append(f"{name.text} stands outside")
        found += [f"{name.text} on a wall" for wall in walls if box.meets(wall)]
        for other, taken in zip(names[i + 1 :], spots[i + 1 :], strict=True):
            if box.meets(taken.box):
                found.append(f"{name.text} on {other.text}")
        for other in names:
            if other is not name and box.meets(sign(other)):
                found.append(f"{name.text} on the sign of {other.text}")
    return found


@pytest.mark.parametrize("seed", range(40))
def test_names_in_a_crowd_cover_nothing(seed: int) -> None:
    names = scattered(seed, 12 + seed % 15)
    spots = arrange(names, Room(FRAME, (), lambda box: 0.0))
    assert not any(spot.lost for spot in spots)
    assert not faults(names, spots)


@pytest.mark.parametrize("seed", range(15))
def test_names_keep_off_walls(seed: int) -> None:
    walls = (Box(150, 60, 200, 80),)
    names = tuple(name for name in scattered(seed, 25) if not sign(name).meets(walls[0], -1))
    spots = arrange(names, Room(FRAME, walls, lambda box: 0.0))
    assert not faults(names, spots, walls)


@pytest.mark.parametrize("seed", range(8))
def test_a_heap_is_led_out_of(seed: int) -> None:
    names = scattered(seed, 9, Box(230, 85, 40, 30))
    spots = arrange(names, Room(FRAME, (), lambda box: 0.0))
    assert not any(spot.lost for spot in spots)
    assert not faults(names, spots)
    led = [spot for spot in spots if spot.leader]
    assert led
    for spot in led:
        assert not any(touches(spot.leader, other.box) for other in spots if other is not spot)


def test_a_name_that_fits_nowhere_is_kept_inside_and_marked() -> None:
    names = (Name("wide", 30, 30, 4, 90), Name("narrow", 30, 60, 4, 20))
    room = Room(Box(0, 0, 80, 80), (), lambda box: 0.0)
    wide, narrow = arrange(names, room)
    assert wide.lost
    assert not narrow.lost


def test_a_lone_name_stands_after_its_sign_or_over_the_sea() -> None:
    name = Name("Rome", 100, 100, 4, 30)
    (spot,) = arrange((name,), Room(FRAME, (), lambda box: 0.0))
    assert spot.x == pytest.approx(106.6)
    assert spot.leader is None
    (spot,) = arrange((name,), Room(FRAME, (), lambda box: 1.0 if box.end > 100 else 0.0))
    assert spot.box.end <= 100


def test_the_order_of_drawing_does_not_come_from_chance() -> None:
    names = scattered(3, 30)
    room = Room(FRAME, (), lambda box: 0.0)
    assert arrange(names, room) == arrange(names, room)


def test_lines_touch_boxes_and_cross_each_other() -> None:
    box = Box(10, 10, 10, 10)
    assert touches(((0, 0), (30, 30)), box)
    assert touches(((15, 0), (15, 12)), box)
    assert not touches(((0, 0), (9, 30)), box)
    assert not touches(((15, 0), (15, 9)), box)
    assert not touches(None, box)
    assert cross(((0, 0), (10, 10)), ((0, 10), (10, 0)))
    assert not cross(((0, 0), (10, 10)), ((20, 0), (20, 10)))
