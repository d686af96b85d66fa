"""Every figure keeps labels apart and ink inside, whatever the data; what cannot fit is a problem, not a mess."""

from __future__ import annotations

from typing import Any

import pytest
from stage import BRANDS, LONG, WIDTHS, Stage, build, drawn, fact, picture, point, row, typesetter

from factsheet.figures.crowd import Crowd
from factsheet.figures.donut import Donut
from factsheet.figures.grouped import Grouped
from factsheet.figures.lines import Lines
from factsheet.figures.pyramid import Pyramid
from factsheet.figures.series import Series
from factsheet.figures.stacked import Stacked
from factsheet.figures.surface import draw
from factsheet.figures.waffle import Waffle
from factsheet.model.drawing import SetLabel, Shape

SERIES: dict[str, list[Any]] = {
    "one point": [7],
    "two": [3, 9],
    "not published": [None],
    "none at the end": [4, 5, None],
    "all equal": [5] * 8,
    "zeros": [0, 0, 0, 0, 0, 0, 0],
    "negative": [5, -3, 8, -12, 6, -1],
    "falling below": [5, 3, 1, -2, -4, -9],
    "all negative": [-5, -3, -8],
    "forty": [(i * 37) % 41 + 1 for i in range(40)],
    "huge": [1_000_000_000, 1, 999_999_999],
    "tiny": ["0.001", "0.002", "0.0015"],
    "gaps": [5, None, 8, None, None, 3, 9, None, 4],
    "steep": [1, 100, 2, 99, 3, 98, 1200],
    "one spike": [10, 11, 400_000, 12, 13],
    "first is highest": [123456, 4, 3, 2, 1],
}
UNEVEN = (
    point(1998, 1100, qualifier="about"),
    point(2007, 5500, qualifier="more-than"),
    point(2008, 5600, qualifier="more-than", status="published"),
    point(2014, 8400, status="estimated"),
)


def fine(stage: Stage) -> None:
    assert stage.too_wide() or not stage.faults(), stage.faults()


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("values", SERIES.values(), ids=SERIES)
def test_lines_and_columns(values: list[Any], width: float, sheet: str) -> None:
    a = fact("a", *values)
    for block in (build(Lines, {"facts": ["a"]}), build(Series, {"fact": "a"})):
        stage = drawn(block, [a], width, sheet)
        assert not stage.faults()


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", [WIDTHS[3], WIDTHS[5], WIDTHS[12]], ids=[3, 5, 12])
@pytest.mark.parametrize("kind", [Lines, Stacked, Grouped])
@pytest.mark.parametrize("values", SERIES.values(), ids=SERIES)
def test_several_series(values: list[Any], kind: type, width: float, sheet: str) -> None:
    if kind is Stacked:
        values = [None if v is None else abs(float(v)) for v in values]
    facts = [
        fact("a", *values),
        fact("b", *reversed(values)),
        fact("c", *(None if v is None else float(v) / 2 for v in values)),
        fact("d", *values, label=LONG),
    ]
    for count in (2, 4):
        names = [one.id for one in facts[:count]]
        fine(drawn(build(kind, {"facts" if kind is Lines else "parts": names}), facts, width, sheet))


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_qualified_points_at_uneven_times(width: float, sheet: str) -> None:
    a, b = fact("a", *UNEVEN), fact("b", *UNEVEN[1:], label="Others")
    for kind, options in (
        (Lines, {"facts": ["a"]}),
        (Lines, {"facts": ["a", "b"]}),
        (Series, {"fact": "a"}),
        (Stacked, {"parts": ["a", "b"]}),
        (Grouped, {"parts": ["a", "b"]}),
    ):
        fine(drawn(build(kind, options), [a, b], width, sheet))


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("values", [v for v in SERIES.values() if any(x is not None for x in v)])
def test_tiles(values: list[Any], width: float, sheet: str) -> None:
    facts = [
        fact("a", *values),
        fact("b", *UNEVEN),
        fact("c", 1552, unit="USD", scale="million", label=LONG),
        fact("d", *values, unit="USD", scale="billion", short="D"),
        fact("e", 12, 54, unit="percent"),
    ]
    for count in (2, 5):
        fine(drawn(row(*(one.id for one in facts[:count])), facts, width, sheet))


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("value", [0, 0.4, 1, 50, 97, 99.6, 100])
def test_crowds(value: float, width: float, sheet: str) -> None:
    facts = [fact("a", point(2020, value, qualifier="more-than"), unit="percent")]
    for text, rest in (
        ("of every 100 staff work in the field", "the others elsewhere"),
        (LONG, LONG),
        ("of 100", None),
    ):
        options = {"fact": "a", "text": text} | ({"rest": rest} if rest else {})
        stage = drawn(build(Crowd, options), facts, width, sheet)
        assert sum(len(points) for points, *_ in stage.stamps) == 100
        fine(stage)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("count", [12, 13, 17, 100, 365, 700, 997, 1200])
def test_waffles(count: int, width: float) -> None:
    facts = [fact("a", count), fact("b", 7)]
    stage = drawn(build(Waffle, {"fact": "a", "highlight": "b"}), facts, width)
    corners = [corner for points, *_ in stage.cells for corner in points]
    (side,) = {round(side, 6) for _, side, _ in stage.cells}
    assert len(set(corners)) == count
    assert max(x for x, _ in corners) + side == pytest.approx(width)
    assert max(y for _, y in corners) + side == pytest.approx(stage.height)
    assert side > 0.3


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize(
    "values", [[100, 0], [50, 50], [99.9, 0.1], [20] * 5, [33.3, 33.3, 33.3], [46, 27, 17, 8, 2], [100, 0, 0, 0, 0]]
)
def test_donuts(values: list[Any], width: float, sheet: str) -> None:
    for long in (False, True):
        facts = [
            fact(f"p{i}", point(2020, v, qualifier="about"), unit="percent", label=LONG if long else f"Part {i}")
            for i, v in enumerate(values)
        ]
        whole = fact("all", point(2020, 18.6, qualifier="more-than"), unit="USD", scale="million")
        block = build(Donut, {"facts": [one.id for one in facts], "total": "all"})
        fine(drawn(block, [*facts, whole], width, sheet))


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("values", [[5], [0, 0], [1e9, 1], [4, 6, 12, 22, 29, 19, 8], [3] * 20, [-4, 5]])
def test_pyramids(values: list[Any], width: float, sheet: str) -> None:
    facts = [fact(f"p{i}", point(2020, v, qualifier="more-than")) for i, v in enumerate(values)]
    rows = [{"label": f"{i}-{i + 4}", "start": one.id, "end": one.id} for i, one in enumerate(facts)]
    fine(drawn(build(Pyramid, {"start": "Men", "end": LONG, "rows": rows}), facts, width, sheet))


@pytest.mark.parametrize("sheet", BRANDS)
def test_every_figure_is_recorded_with_its_labels(sheet: str) -> None:
    """The surface that draws through matplotlib takes every mark that these figures make."""
    a, b = fact("a", 40, 60, 50, point(2013, 30, status="estimated"), unit="percent"), fact("b", 60, 40, unit="percent")
    ages = {"label": "0-4", "start": "a", "end": "b"}
    blocks = [
        build(Crowd, {"fact": "a", "text": "of 100"}),
        build(Donut, {"facts": ["a@2010", "b@2010"]}),
        build(Grouped, {"parts": ["a", "b"]}),
        build(Lines, {"facts": ["a"]}),
        build(Pyramid, {"start": "A", "end": "B", "rows": [ages]}),
        build(Series, {"fact": "a"}),
        build(Stacked, {"parts": ["a", "b"]}),
        build(Waffle, {"fact": "a"}),
        row("a", "b"),
    ]
    for block in blocks:
        stage = drawn(block, [a, b], 249.64, sheet)
        drawing = draw(picture(block, [a, b], sheet), stage.width, stage.height, typesetter(sheet), stage.pitch)
        texts = [item.line.text.strip() for item in drawing.items if isinstance(item, SetLabel)]
        assert texts == [text.strip() for text in stage.texts]
        assert any(isinstance(item, Shape) for item in drawing.items)
