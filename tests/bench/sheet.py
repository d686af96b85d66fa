"""The sheet that all peers set: one A4 page by a fictional observatory, as data. Every number of it is invented.

Every number is new in every edition, so that no tool finds a finished result among what it has kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

EDITIONS = 21
"""The first alone is the cold run; the other twenty say what one more costs."""

TITLE = "Harbours of the Lantern Isles"
NOTE = "Illustrative data. Every figure on this page is invented and describes no real country."
SOURCE = "sample register"
PUBLISHER = "Meridian Observatory (fictional)"

FACES = {  # the files of fonts/ that the sheet is set in: family, weight
    "Barlow-Regular": ("Barlow", 400),
    "Barlow-SemiBold": ("Barlow", 600),
    "Barlow-Bold": ("Barlow", 700),
    "BarlowCondensed-SemiBold": ("Barlow Condensed", 600),
}


class Slot(NamedTuple):
    """A number of the sheet: what it is in the first edition, and how much it grows from one to the next."""

    first: int
    step: int

    def at(self, edition: int) -> int:
        """Return the number as *edition* has it."""
        return self.first + edition * self.step


INTRO = "In a year {sailings} sailings carried {travellers} people, and {boats} boats were at work on the lines."
PASSAGE_HEAD = "What changed"
PASSAGES = {
    "Berths": "The harbour office counts {berths} berths. Two quays were widened and now take the longest ship.",
    "Tickets": "One pass is good on every line and every bus; {tickets} were sold over the counter and on board.",
    "Crews": "Every crew trains on electric drives, ashore and at sea: {trained} people passed the test of the year.",
    "Weather": "Sailings are called off a day ahead. The office took {calls} calls, most of them in the storm weeks.",
    "Schools": "Schools by the sea sent {pupils} pupils on board, to learn knots, tides and the names of the buoys.",
}
IN_TEXT = {
    "sailings": Slot(41_206, 37),
    "travellers": Slot(2_310_417, 10_133),
    "boats": Slot(1_104, 7),
    "berths": Slot(3_971, 13),
    "tickets": Slot(611_309, 1_171),
    "trained": Slot(2_207, 11),
    "calls": Slot(52_114, 97),
    "pupils": Slot(7_815, 12),
}

THEN, NOW = 2019, 2024
TILES = {  # by fact: its label, its number then and now
    "crew": ("People in crews", Slot(3_119, 19), Slot(4_623, 29)),
    "cargo": ("Tonnes of cargo", Slot(61_233, 163), Slot(88_427, 207)),
    "parcels": ("Parcels landed", Slot(21_338, 83), Slot(34_571, 47)),
    "repairs": ("Repairs made", Slot(5_262, 17), Slot(6_984, 31)),
}

COLUMN_HEAD = ("More sailings than ever", "Sailings a year")
COLUMNS = {
    2019: Slot(21_347, 43),
    2020: Slot(27_873, 61),
    2021: Slot(25_452, 79),
    2022: Slot(33_684, 101),
    2023: Slot(38_119, 53),
    2024: Slot(44_905, 89),
}

BAR_HEAD = ("North Quay lands the most", "Travellers landed in a month")
BARS = {  # by fact: its label and its number, the largest first in every edition
    "north": ("North Quay", Slot(71_583, 211)),
    "lantern": ("Lantern Pier", Slot(58_129, 193)),
    "reef": ("Reef Landing", Slot(45_218, 127)),
    "mill": ("Mill Bridge", Slot(31_764, 109)),
    "far": ("Far Shore", Slot(20_346, 71)),
    "salt": ("Salt Steps", Slot(9_482, 23)),
}

TABLE_HEAD = "Six harbours in the register"
COLUMN_NAMES = ("Harbour", "Arrivals", "Cargo, t", "Repairs")
TABLE = {  # by harbour: its cells
    "north": (Slot(11_087, 31), Slot(23_574, 67), Slot(1_961, 9)),
    "lantern": (Slot(12_539, 27), Slot(17_328, 59), Slot(3_757, 5)),
    "reef": (Slot(14_676, 33), Slot(13_691, 41), Slot(5_987, 7)),
    "mill": (Slot(15_782, 29), Slot(8_195, 11), Slot(2_948, 3)),
    "far": (Slot(16_865, 39), Slot(5_741, 3), Slot(7_561, 17)),
    "salt": (Slot(18_907, 51), Slot(2_617, 3), Slot(9_834, 7)),
}


class Value(NamedTuple):
    """A number with what it is of; *printed* as readers see it, because not every peer groups digits."""

    label: str
    amount: int
    printed: str


class Tile(NamedTuple):
    """A key figure, the number that it grew from, and by how much."""

    label: str
    now: Value
    then: Value
    change: str


class Chart(NamedTuple):
    """A figure of values: columns over years, or bars, the largest first."""

    title: str
    measure: str
    values: tuple[Value, ...]
    alt: str


class Sheet(NamedTuple):
    """What one edition prints, to the letter. Plain values all through, so that it goes to a peer as JSON."""

    title: str
    intro: str
    tiles: tuple[Tile, ...]
    columns: Chart
    bars: Chart
    table: tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]
    passages: tuple[str, tuple[tuple[str, str], ...]]
    note: str

    def numbers(self) -> Iterator[str]:
        """Yield every number that is new in this edition, as it is printed."""
        for tile in self.tiles:
            yield from (tile.now.printed, tile.then.printed, tile.change)
        yield from (value.printed for chart in (self.columns, self.bars) for value in chart.values)
        yield from (cell for row in self.table[2] for cell in row[1:])
        words = (word.strip(".,;") for text in (self.intro, *dict(self.passages[1]).values()) for word in text.split())
        yield from (word for word in words if word[:1].isdecimal())


def singles(edition: int) -> Mapping[str, int]:
    """Return the facts of *edition* that have one number each, by name; those of cells are NORTH_0 and so on."""
    cells = {f"{name}_{i}": slot for name, row in TABLE.items() for i, slot in enumerate(row)}
    slots = {**IN_TEXT, **{name: slot for name, (_, slot) in BARS.items()}, **cells}
    return {name: slot.at(edition) for name, slot in slots.items()}


def sheet(edition: int) -> Sheet:
    """Return what *edition* prints; editions count from 0."""
    said = {name: f"{value:,}" for name, value in singles(edition).items()}
    rows = tuple((BARS[name][0], *(said[f"{name}_{i}"] for i in range(len(row)))) for name, row in TABLE.items())
    title, measure = COLUMN_HEAD
    return Sheet(
        TITLE,
        INTRO.format(**said),
        tuple(_tile(label, then.at(edition), now.at(edition)) for label, then, now in TILES.values()),
        _chart(
            title, f"{measure}, {THEN}\N{EN DASH}{NOW}", ((str(y), slot.at(edition)) for y, slot in COLUMNS.items())
        ),
        _chart(*BAR_HEAD, ((label, slot.at(edition)) for label, slot in BARS.values())),
        (TABLE_HEAD, COLUMN_NAMES, rows),
        (PASSAGE_HEAD, tuple((title, text.format(**said)) for title, text in PASSAGES.items())),
        f"{NOTE} Sources: {SOURCE}.",
    )


def _value(label: str, amount: int) -> Value:
    return Value(label, amount, f"{amount:,}")


def _tile(label: str, then: int, now: int) -> Tile:
    return Tile(label, _value(str(NOW), now), _value(str(THEN), then), f"+{now - then:,}")


def _chart(title: str, measure: str, values: Iterable[tuple[str, int]]) -> Chart:
    found = tuple(_value(label, amount) for label, amount in values)
    return Chart(title, measure, found, f"{title}. {measure}: {'; '.join(f'{v.label}: {v.printed}' for v in found)}")
