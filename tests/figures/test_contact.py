"""A code is read by any telephone, never only by one: its address is printed too."""

from __future__ import annotations

import re
from itertools import product

import pytest
from pydantic import ValidationError
from stage import BRANDS, Stage, brand, words

from factsheet.figures.contact import QUIET, SIDE, Code, Contact, modules
from factsheet.model.content import Columns, Paragraph, Picture
from factsheet.model.drawing import Group, Shape

ADDRESS = "https://example.org/snapshot"


def contact(**options) -> Contact:
    return Contact.model_validate({"title": "Contact", "lines": ["Press office"], "address": ADDRESS, **options})


def items(block: Contact, **more):
    found = []

    def look(content):
        for item in content:
            found.append(item)
            if isinstance(item, Columns):
                for cell in item.cells:
                    look(cell.content)

    look(block.compose(words((), **more), brand(BRANDS[0])))
    return found


def drawn(code: Code, side: float) -> tuple[Shape, Shape]:
    stage = Stage(side, side)
    code.draw(stage)
    (group,) = stage.images
    assert isinstance(group, Group)
    assert group.mirror is False
    field, dark = group.items
    assert isinstance(field, Shape)
    assert isinstance(dark, Shape)
    return field, dark


def rectangles(shape: Shape) -> list[tuple[float, ...]]:
    return [tuple(map(float, found)) for found in re.findall(r"([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re", shape.path)]


@pytest.mark.parametrize("layout", ["beside", "over"])
def test_the_address_is_printed_and_said(layout: str) -> None:
    found = items(contact(code=layout))
    texts = ["".join(span.text for span in item.text) for item in found if isinstance(item, Paragraph)]
    assert texts == ["Contact", "Press office", "example.org/snapshot"]
    last = [item for item in found if isinstance(item, Paragraph)][-1]
    assert [span.href for span in last.text] == [ADDRESS]
    (picture,) = (item for item in found if isinstance(item, Picture))
    assert picture.alt == f"QR code for {ADDRESS}"
    assert picture.mirror is False


def test_the_address_stays_left_to_right_in_a_right_to_left_sheet() -> None:
    last = [item for item in items(contact(), right_to_left=True) if isinstance(item, Paragraph)][-1]
    assert last.text[0].text == "\u2066example.org/snapshot\u2069"


def test_lines_beside_a_code_are_flush_with_it() -> None:
    assert {p.align for p in items(contact()) if isinstance(p, Paragraph)} == {"end"}
    assert {p.align for p in items(contact(code="over")) if isinstance(p, Paragraph)} == {"start"}


@pytest.mark.parametrize("field", [True, False])
@pytest.mark.parametrize("address", [ADDRESS, "https://example.org/" + "a" * 100, "http://a.org"])
def test_a_code_is_large_enough_and_quiet_round_it(address: str, field: bool) -> None:
    code = Code(address, "ground", "ground_text", field)
    ground, dark = drawn(code, code.side)
    (area,) = rectangles(ground)
    runs = rectangles(dark)
    xs, ys = [r[0] for r in runs], [r[1] for r in runs]
    left, right = min(xs), max(r[0] + r[2] for r in runs)
    low, high = min(ys), max(r[1] + r[3] for r in runs)
    count = len(modules(address))
    module = (right - left) / count
    assert right - left == pytest.approx(high - low) == pytest.approx(SIDE, abs=0.3)
    assert right - left > 42.5
    assert module > 0.96, "modules are a third of a millimetre or more"
    for gap in (left - area[0], area[0] + area[2] - right, low - area[1], area[1] + area[3] - high):
        assert gap == pytest.approx(QUIET * module, abs=0.02)
    assert (area[0] >= -0.01) is field


def test_what_is_drawn_is_the_code() -> None:
    code = Code(ADDRESS, "ground", "ground_text", field=False)
    _, dark = drawn(code, code.side)
    rows = modules(ADDRESS)
    module = code.side / len(rows)
    painted = set()
    for x, y, width, height in rectangles(dark):
        assert height == pytest.approx(module, abs=0.005)
        row = round((code.side - y) / module) - 1
        painted |= {(round(x / module) + i, row) for i in range(round(width / module))}
    assert painted == {(x, y) for x, y in product(range(len(rows)), repeat=2) if rows[y][x]}


def test_a_code_has_its_three_finders_and_corrects_errors_at_level_m() -> None:
    rows = modules(ADDRESS)
    last = len(rows) - 7
    for x, y in ((0, 0), (last, 0), (0, last)):
        assert [rows[y + i][x : x + 7] for i in (0, 1, 3)] == [
            (1, 1, 1, 1, 1, 1, 1),
            (1, 0, 0, 0, 0, 0, 1),
            (1, 0, 1, 1, 1, 0, 1),
        ]
    level = (rows[8][0] ^ 1, rows[8][1] ^ 0)  # the two first bits of the format, unmasked (ISO/IEC 18004, 7.9.1)
    assert level == (0, 0), "M is 00"
    assert modules(ADDRESS) == rows


@pytest.mark.parametrize("sheet", BRANDS)
def test_it_is_dark_on_light_wherever_it_stands(sheet: str) -> None:
    (picture,) = (
        item
        for outer in contact().compose(words(()), brand(sheet))
        if isinstance(outer, Columns)
        for cell in outer.cells
        for item in cell.content
        if isinstance(item, Picture)
    )
    stage = Stage(SIDE, SIDE, sheet)
    picture.draw(stage)
    field, dark = stage.images[0].items
    colours = brand(sheet).colours
    luminance = {role: sum(bytes.fromhex(colours[role].rgb[1:])) for role in (field.fill, dark.fill)}
    assert luminance[dark.fill] < 255 < luminance[field.fill]
    from factsheet.model.brand import ON_GROUND

    assert not {field.fill, dark.fill} & set(ON_GROUND), "the dark ground does not turn it round"


@pytest.mark.parametrize(
    "address",
    ["example.org", "ftp://example.org", "https://", "https://exämple.org", "https://a b", "https://" + "a" * 128],
)
def test_an_address_that_no_code_should_hold_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        contact(address=address)
