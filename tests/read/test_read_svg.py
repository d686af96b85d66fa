"""SVG files become flat drawings, y up, in colours of the brand; what is unsafe or unknown is refused."""

from __future__ import annotations

import math
import re
import time

import pytest

from factsheet.model.brand import Colour
from factsheet.model.drawing import Drawing, Shape
from factsheet.problems import FactsheetError, Problem
from factsheet.read.report import Problems
from factsheet.read.svg import read_svg

COLOURS = {
    "navy": Colour("#0E2B3F"),
    "sea-blue": Colour("#1E6A86"),
    "ink": Colour("#0E2B3F"),
    "accent_text": Colour("#B8400F"),
}
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'


def drawing(content: str, head: str = HEAD) -> Drawing:
    problems = Problems()
    made = read_svg(f"{head}{content}</svg>".encode(), "x.svg", COLOURS, problems)
    problems.finish()
    assert made is not None
    return made


def shape(content: str, head: str = HEAD) -> Shape:
    (item,) = drawing(content, head).items
    assert isinstance(item, Shape)
    return item


def problems_of(data: str | bytes) -> tuple[Problem, ...]:
    problems = Problems()
    assert read_svg(data.encode() if isinstance(data, str) else data, "x.svg", COLOURS, problems) is None
    with pytest.raises(FactsheetError) as caught:
        problems.stop()
    return caught.value.problems


def path(data: str) -> str:
    return shape(f'<path d="{data}" fill="var(--ink)"/>').path


def end_points(text: str) -> list[tuple[float, float]]:
    """The points that a path goes through, y up."""
    return [(float(x), float(y)) for x, y in re.findall(r"(\S+) (\S+) [mlc]", text)]


def test_drawing_has_the_size_of_its_view_box_and_is_never_mirrored() -> None:
    made = drawing('<rect width="40" height="20" fill="var(--ink)"/>')
    assert (made.width, made.height, made.mirror) == (40, 20, False)


def test_a_drawing_that_points_somewhere_says_so_and_is_mirrored() -> None:
    made = drawing('<path class="ink" d="M0 0H4"/>', HEAD.replace("<svg", '<svg class="directional"', 1))
    assert made.mirror
    assert made.items == drawing('<path class="ink" d="M0 0H4"/>').items


def test_y_runs_up_from_the_lower_left_of_the_view_box() -> None:
    head = HEAD.replace("0 0 40 20", "10 5 40 20")
    assert (
        shape('<rect x="10" y="5" width="4" height="2" fill="#0e2b3f"/>', head).path == "0 20 m 4 20 l 4 18 l 0 18 l h"
    )


def test_small_view_box_is_enlarged_so_that_two_decimals_are_enough() -> None:
    head = HEAD.replace("0 0 40 20", "0 0 1 0.5")
    made = drawing('<rect width="0.25" height="0.25" fill="var(--ink)"/>', head)
    assert (made.width, made.height) == (100, 50)
    assert made.items[0] == Shape("0 50 m 25 50 l 25 25 l 0 25 l h", "ink")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4", "1 18 m 3 16 l"),
        ("M1 2 3 4 5 6", "1 18 m 3 16 l 5 14 l"),
        ("m1 2 3 4z m1 1h1", "1 18 m 4 14 l h 2 17 m 3 17 l"),
        ("M1,2H9V8h-1v-1", "1 18 m 9 18 l 9 12 l 8 12 l 8 13 l"),
        ("M0 0C1 1 2 1 3 0S5-1 6 0", "0 20 m 1 19 2 19 3 20 c 4 21 5 21 6 20 c"),
        ("M0 0c1 1 2 1 3 0s2-1 3 0", "0 20 m 1 19 2 19 3 20 c 4 21 5 21 6 20 c"),
        ("M0 0Q3 3 6 0T12 0", "0 20 m 2 18 4 18 6 20 c 8 22 10 22 12 20 c"),
        ("M0 0q3 3 6 0t6 0", "0 20 m 2 18 4 18 6 20 c 8 22 10 22 12 20 c"),
        ("M.5.5-.5-.5", "0.5 19.5 m -0.5 20.5 l"),
        ("M1e1 0L10 5z L9 9", "10 20 m 10 15 l h 10 20 m 9 11 l"),
        ("M5 5A0 3 0 0 1 9 9", "5 15 m 9 11 l"),
        ("M5 5A3 3 0 0 1 5 5L6 6", "5 15 m 6 14 l"),
    ],
)
def test_path_commands_become_absolute_lines_and_curves(data: str, expected: str) -> None:
    assert path(data) == expected


@pytest.mark.parametrize("large", [0, 1])
@pytest.mark.parametrize("sweep", [0, 1])
def test_arc_ends_where_it_should_and_stays_on_its_circle(large: int, sweep: int) -> None:
    made = path(f"M10 5a8 8 0 {large}{sweep}8 8")
    points = end_points(made)
    assert points[-1] == (18, 7)
    centre = (18, 15) if large == sweep else (10, 7)
    assert all(math.dist(centre, point) == pytest.approx(8, abs=0.02) for point in points)
    assert made.count(" c") == (3 if large else 1)


def test_arc_with_radii_that_are_too_small_becomes_a_half_circle() -> None:
    assert end_points(path("M4 10A1 1 0 0 1 12 10"))[1] == pytest.approx((8, 14), abs=0.01)


def test_turned_ellipse_keeps_its_turn() -> None:
    points = end_points(path("M0 10A10 5 90 0 1 10 10"))
    assert points[-1] == (10, 10)
    assert max(y for _, y in points) == pytest.approx(20, abs=0.01)


def test_circle_and_ellipse_are_four_curves_and_rounded_corners_one_each() -> None:
    assert shape('<circle cx="10" cy="10" r="5" fill="var(--ink)"/>').path.count(" c") == 4
    assert " l" not in shape('<ellipse cx="10" cy="10" rx="5" ry="3" fill="var(--ink)"/>').path
    rounded = shape('<rect width="20" height="10" rx="2" fill="var(--ink)"/>').path
    assert (rounded.count(" c"), rounded.count(" l")) == (4, 4)


def test_lines_and_polygons_are_read() -> None:
    assert shape('<line x1="1" y1="1" x2="2" y2="1" stroke="var(--ink)"/>').path == "1 19 m 2 19 l"
    assert shape('<polyline points="1,1 2,2" stroke="var(--ink)" fill="none"/>').path == "1 19 m 2 18 l"
    assert shape('<polygon points="1 1 2 2 3 1" fill="var(--ink)"/>').path == "1 19 m 2 18 l 3 19 l h"


@pytest.mark.parametrize(
    ("transform", "expected"),
    [
        ("translate(2)", "2 20 m 3 20 l"),
        ("translate(2, 3)", "2 17 m 3 17 l"),
        ("scale(2)", "0 20 m 2 20 l"),
        ("rotate(90)", "0 20 m 0 19 l"),
        ("rotate(180 1 1)", "2 18 m 1 18 l"),
        ("matrix(1 0 0 1 5 5)", "5 15 m 6 15 l"),
        ("translate(1 1) scale(2)", "1 19 m 3 19 l"),
        ("skewY(45)", "0 20 m 1 19 l"),
    ],
)
def test_transformations_apply_from_the_inside_out(transform: str, expected: str) -> None:
    assert shape(f'<g transform="{transform}"><path d="M0 0h1" fill="var(--ink)"/></g>').path == expected


def test_paint_is_inherited_and_strokes_grow_with_their_group() -> None:
    made = shape(
        '<g fill="none" stroke="#1E6A86" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="bevel"'
        ' stroke-dasharray="1 2" transform="scale(2)"><path d="M0 0h5"/></g>'
    )
    assert (made.fill, made.stroke, made.width, made.cap, made.join, made.dash) == (None, "sea-blue", 3, 1, 2, (2, 4))


@pytest.mark.parametrize(
    ("attribute", "name"),
    [
        ('fill="#0E2B3F"', "navy"),
        ('fill="var(--ink)"', "ink"),
        ('fill="var(--accent-text)"', "accent_text"),
        ('fill="var( --sea-blue )"', "sea-blue"),
        ('class="sea-blue"', "sea-blue"),
    ],
)
def test_colours_are_those_of_the_brand(attribute: str, name: str) -> None:
    assert shape(f'<path d="M0 0h5v5z" {attribute}/>').fill == name


def test_what_draws_nothing_leaves_nothing() -> None:
    made = drawing('<title>An anchor</title><rect width="0" height="5"/><path d="M0 0h1" fill="none"/><path d=""/>')
    assert made.items == ()


def test_notes_of_drawing_programs_are_passed_over() -> None:
    head = HEAD.replace("<svg ", '<svg xmlns:tool="https://example.org/tool" ')
    assert drawing('<tool:view zoom="2"/><rect width="4" height="4" fill="var(--ink)" tool:x="1"/>', head).items


ENTITY = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
UNSAFE = {
    "entities": f"{ENTITY}{HEAD}<title>&b;</title></svg>",
    "outer entity": f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{HEAD}<title>&x;</title></svg>',
    "outer document type": f'<!DOCTYPE svg PUBLIC "x" "http://example.org/x.dtd">{HEAD}</svg>',
    "script": f"{HEAD}<script>x()</script></svg>",
    "style": f"{HEAD}<style>* {{}}</style></svg>",
    "use": f'{HEAD}<use href="https://example.org/x.svg#y"/></svg>',
    "depth": HEAD + "<g>" * 100_000,
}


@pytest.mark.parametrize("name", UNSAFE)
def test_unsafe_file_is_refused_at_once(name: str) -> None:
    begin = time.perf_counter()
    assert [problem.rule for problem in problems_of(UNSAFE[name])] == ["svg-unsafe"]
    assert time.perf_counter() - begin < 1


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "svg-syntax"),
        (b"PNG", "svg-syntax"),
        (b"<html/>", "svg-syntax"),
        (b"\xff\xfe<\x00", "file-encoding"),
        (b'<?xml version="1.0" encoding="utf-16"?><svg/>', "svg-syntax"),
        (f'{HEAD}<path d="M0 0 L1e9 0" fill="var(--ink)"/></svg>'.encode(), "svg-path"),
        (
            f'{HEAD}<g transform="scale(1e6) scale(1e6)"><path d="M9 9h9" fill="var(--ink)"/></g></svg>'.encode(),
            "svg-path",
        ),
        (
            f'{HEAD}<path d="M0 0h9" transform="scale(1 2)" fill="none" stroke="var(--ink)"/></svg>'.encode(),
            "svg-unsupported",
        ),
        (f'{HEAD}<path d="M0 0h9" transform="spin(1)" fill="var(--ink)"/></svg>'.encode(), "svg-unsupported"),
        (f'{HEAD}<path d="M0 0h9" fill="url(#a)"/></svg>'.encode(), "svg-colour-unknown"),
        (f'{HEAD}<path d="M0 0h9" fill="currentColor"/></svg>'.encode(), "svg-colour-unknown"),
        (f'{HEAD}<path d="M0 0h9" class="cls-1"/></svg>'.encode(), "svg-colour-unknown"),
        (f'{HEAD}<path d="M0 0h9" fill="var(--ink)" display="none"/></svg>'.encode(), "svg-unsupported"),
        (f'{HEAD}<path d="M0 0h9" fill="var(--ink)" clip-path="url(#c)"/></svg>'.encode(), "svg-unsupported"),
        (f'{HEAD}<polygon points="1 2 3" fill="var(--ink)"/></svg>'.encode(), "svg-path"),
        (f'{HEAD}<circle r="much" fill="var(--ink)"/></svg>'.encode(), "svg-path"),
    ],
)
def test_what_cannot_be_painted_is_a_problem(data: bytes, rule: str) -> None:
    assert [problem.rule for problem in problems_of(data)] == [rule]


def test_every_fault_of_a_file_is_reported_with_its_line() -> None:
    found = problems_of(f'{HEAD}\n<text>a</text>\n<path d="M0 0h9" fill="red"/>\n  <script/></svg>')
    places = [(p.rule, p.position.line, p.position.column) for p in found if p.position]
    assert places == [("svg-unsupported", 2, 1), ("svg-colour-unknown", 3, 1), ("svg-unsafe", 4, 3)]


def test_long_path_is_read_in_time() -> None:
    begin = time.perf_counter()
    assert path("M0 0" + "l1 1 " * 40_000).count(" l") == 40_000
    assert time.perf_counter() - begin < 2
