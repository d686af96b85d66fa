"""Maps tell the truth about places, take no side, and keep every name where it can be read."""

from __future__ import annotations

import re
from math import sqrt
from typing import TYPE_CHECKING, Any

import pytest
from atlas import EUROPE, GROUPS, INSET, PLACES, drawn, picture, world_map
from pydantic import ValidationError
from stage import BRANDS, brand, words

from factsheet.figures.dot_map import DotMap
from factsheet.figures.dot_map_chart import MERIDIAN
from factsheet.figures.land import is_land, rows
from factsheet.figures.projection import WIDTH, Projection, latitude_of, northing, stretch, turned
from factsheet.model.content import Columns, Heading, Ornament, Paragraph

if TYPE_CHECKING:
    from factsheet.model.drawing import Shape

EVERYWHERE = sorted({name for _, _, names in GROUPS for name in names})


def middle(shape: Shape) -> tuple[float, float]:
    numbers = [float(text) for text in re.findall(r"-?[\d.]+", shape.path)]
    if shape.path.endswith("re"):
        x, y, width, height = numbers
        return x + width / 2, y + height / 2
    xs, ys = numbers[::2], numbers[1::2]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


# -- the projection and the land ------------------------------------------------------------------------------------


def test_equal_earth_has_its_published_proportions_and_areas() -> None:
    assert WIDTH / (2 * northing(90)) == pytest.approx(2.05458, abs=1e-5)
    bands = [(0, 20), (30, 50), (60, 80)]
    for low, high in bands:
        steps = [low + (high - low) * (i + 0.5) / 400 for i in range(400)]
        flat = sum(stretch(at) * (northing(at + 0.025) - northing(at - 0.025)) for at in steps)
        assert flat / 400 * (high - low) / 0.05 == pytest.approx(globe(low, high), rel=1e-3)


def globe(low: float, high: float) -> float:
    """The area of a degree of longitude between two parallels of a globe with the radius 1."""
    from math import radians, sin

    return radians(1) * (sin(radians(high)) - sin(radians(low)))


@pytest.mark.parametrize("latitude", [-90, -56, -10.5, 0, 33, 73, 90])
def test_parallels_are_found_again(latitude: float) -> None:
    assert latitude_of(northing(latitude)) == pytest.approx(latitude, abs=1e-3)


def test_an_enlarged_map_moves_one_point_and_grows_round_it() -> None:
    whole = Projection(90, 250, 100, MERIDIAN)
    large = whole.enlarged(3, whole.point(10, 50), (60, 60))
    assert large.point(10, 50) == pytest.approx((60, 60))
    near, far = whole.point(12, 48), large.point(12, 48)
    base = whole.point(10, 50)
    assert (far[0] - 60, far[1] - 60) == pytest.approx((3 * (near[0] - base[0]), 3 * (near[1] - base[1])))


LAND = [(2.3, 48.8), (-60, -10), (134, -25), (100, 60), (-100, 40), (25, -29), (175, 66), (-178, 67), (-45, 70)]
SEA = [(-30, 0), (170, 0), (-175, 0), (0, -40), (180, 30), (-179, 55), (51, 42), (75, -40), (-86, 59)]


@pytest.mark.parametrize(("place", "land"), [*((p, True) for p in LAND), *((p, False) for p in SEA)])
def test_land_is_land_and_seas_are_not_filled(place: tuple[float, float], land: bool) -> None:
    """Among them both sides of the antimeridian, the Caspian Sea and Hudson Bay: holes, and rings cut in two."""
    assert is_land(*place) is land


def test_the_table_is_complete_and_in_order() -> None:
    assert len(rows()) == (73 + 56) * 2
    for runs in rows():
        edges = [edge for run in runs for edge in run]
        assert edges == sorted(set(edges))
        assert all(0 <= edge <= 720 for edge in edges)


def test_a_quarter_of_the_globe_between_the_parallels_is_land() -> None:
    cells = sum(
        (end - start) * stretch(73 - 0.25 - i / 2) for i, runs in enumerate(rows()) for start, end in runs
    )  # 149 million km² of land, less Antarctica, Greenland's north and the Arctic islands: about 131
    share = cells * 0.25 / (sum(stretch(73 - 0.25 - i / 2) * 720 for i in range(len(rows()))) * 0.25)
    assert 0.28 < share < 0.33


# -- dots -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [206.0, 320.9, 511.28, 700.0])
def test_dots_are_one_series_on_land_inside_the_picture(width: float) -> None:
    made = drawn(world_map([("disc", "Offices", ["Dakar"])]), width)
    ((points, radius, colour),) = made.stage.discs
    assert colour == "land"
    assert radius == pytest.approx(1.32 * max(2.4, min(3.55, 3.55 * width / 511)) / 3.55)
    assert all(x - radius >= 0 and x + radius <= width and y - radius >= 0 for x, y in points)
    assert max(y for _, y in points) + radius <= made.stage.height
    rows_of_dots = sorted({round(y, 3) for _, y in points})
    pitch = radius / 1.32 * 3.55
    assert rows_of_dots[1] - rows_of_dots[0] == pytest.approx(pitch * sqrt(3) / 2, abs=0.01)
    covered = len(points) * pitch**2 * sqrt(3) / 2 / (width * made.stage.height)
    assert 0.22 < covered < 0.28, "as much of the picture is land, whatever its width"


def test_at_full_width_the_map_is_as_high_as_the_grid_expects() -> None:
    made = picture(world_map(), BRANDS[0])
    assert made.tall is not None
    assert made.tall(511) == pytest.approx(217, abs=1.5)
    assert made.mirror is False


@pytest.mark.parametrize("sheet", BRANDS)
def test_no_dot_lies_under_a_name_a_sign_or_the_inset(sheet: str) -> None:
    made = drawn(world_map(inset=INSET), sheet=sheet)
    frame, part = made.outlines
    names = [made.name(name) for name in EVERYWHERE]
    for x, y in made.dots:
        assert not any(box.x - 1.4 < x < box.end + 1.4 and box.y - 1.4 < y < box.bottom + 1.4 for box in names)
    inside = [(x, y) for x, y in made.dots if frame.x <= x <= frame.end and frame.y <= y <= frame.bottom]
    assert len(inside) > 300
    assert all(frame.x + 2 < x < frame.end - 2 and frame.y + 2 < y < frame.bottom - 2 for x, y in inside)
    assert any(part.x < x < part.end and part.y < y < part.bottom for x, y in made.dots)


# -- signs and names ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", [293.25, 511.28])
@pytest.mark.parametrize("inset", [None, INSET], ids=["bare", "inset"])
def test_every_name_is_set_once_and_clear_of_the_others(width: float, inset: dict[str, Any] | None, sheet: str) -> None:
    made = drawn(world_map(inset=inset), width, sheet)
    assert not made.stage.faults()
    assert not made.stage.too_wide()
    for name in EVERYWHERE:
        made.name(name)


def test_signs_stand_at_their_places_or_a_dot_beside_them() -> None:
    made = drawn(world_map([("disc", "Offices", ["Dakar", "Tokyo", "New York", "Washington, D.C."])]))
    discs = [middle(shape) for shape in made.signs]
    scale = 511.28 / WIDTH
    dakar = PLACES["Dakar"]
    origin = discs[0][0] - scale * turned(dakar.longitude, MERIDIAN) * stretch(dakar.latitude)
    for (x, y), name in zip(discs, ["Dakar", "Tokyo", "New York", "Washington, D.C."], strict=True):
        place = PLACES[name]
        true = origin + scale * turned(place.longitude, MERIDIAN) * stretch(place.latitude)
        north = discs[0][1] + scale * (northing(place.latitude) - northing(dakar.latitude))
        assert sqrt((x - true) ** 2 + (y - north) ** 2) <= 3.56
    (x0, y0), (x1, y1) = discs[2:]
    assert sqrt((x0 - x1) ** 2 + (y0 - y1) ** 2) > 7.8, "New York and Washington cover each other"


def test_roles_at_one_place_nest_under_one_name() -> None:
    made = drawn(world_map([("disc", "Regional", ["Bangkok"]), ("ring", "Coordinating", ["Bangkok"])]))
    ring, disc = made.signs
    assert middle(ring) == pytest.approx(middle(disc), abs=0.02)
    assert (ring.stroke, disc.fill) == ("data", "ink")
    made.name("Bangkok")


def test_each_mark_differs_in_shape_and_colour() -> None:
    marks = ("hq", "disc", "ring", "square", "triangle", "diamond", "cluster")
    shapes = [drawn(world_map([(mark, "One", ["Dakar"])])).signs for mark in marks]
    assert len({re.sub(r"[-\d. ]", "", s[0].path) + str(s[0].stroke) + str(s[0].at and 7) for s in shapes}) == len(
        marks
    )


def test_a_headquarters_is_bold() -> None:
    made = drawn(world_map())
    weights = {label.text: label.weight for label in made.stage.labels}
    assert (weights["Geneva"], weights["Dakar"]) == (700, 600)


def test_a_label_may_differ_from_the_name_of_its_place() -> None:
    made = drawn(world_map([("disc", "Offices", [{"place": "Geneva", "label": "Genève"}, "Dakar", {"place": "Rome"}])]))
    assert made.stage.texts == ["Genève", "Dakar", "Rome"]


@pytest.mark.parametrize("side", ["start", "end"])
def test_islands_and_the_far_north_and_south_are_never_off_the_map(side: str) -> None:
    far = [("disc", "Far", ["Honolulu", "Longyearbyen", "Scott Base", *EUROPE])]
    for inset in (None, {**INSET, "at": side}):
        made = drawn(world_map(far, inset=inset))
        assert not made.stage.faults()
        for shape in made.signs:
            x, y = middle(shape)
            assert 3.9 <= x <= 511.28 - 3.9
            assert 3.9 <= y <= made.stage.height - 3.9


# -- the inset ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("width", [293.25, 511.28])
def test_an_inset_is_two_to_three_times_as_large_and_matches_its_frame(width: float, sheet: str) -> None:
    frame, part = drawn(world_map(inset=INSET), width, sheet).outlines
    assert 2 <= frame.width / part.width <= 3.001
    assert frame.width / part.width == pytest.approx(frame.height / part.height)


def test_an_inset_holds_its_places_and_hides_no_other() -> None:
    made = drawn(world_map(inset=INSET))
    frame, part = made.outlines
    height = made.stage.height
    assert not frame.meets(part)
    inner = [middle(s) for s in made.signs if frame.x < middle(s)[0] < frame.end and height - middle(s)[1] > frame.y]
    assert len(inner) == len(EUROPE) + 1  # Berlin has two marks
    for name in EVERYWHERE:
        box = made.name(name)
        assert frame.meets(box) is (name in EUROPE)
    assert part.x <= 511.28 / 2 + 200, "Europe lies east of the inset"


@pytest.mark.parametrize(
    ("at", "right_to_left", "left"), [("start", False, True), ("end", False, False), ("start", True, False)]
)
def test_only_the_side_of_the_inset_turns_round(at: str, right_to_left: bool, left: bool) -> None:
    made = drawn(world_map(inset={**INSET, "at": at}), right_to_left=right_to_left)
    frame, _ = made.outlines
    assert (frame.x == 0) is left
    dakar, tokyo = made.name("Dakar"), made.name("Tokyo")
    assert dakar.x < tokyo.x, "east is right in every language"


def test_an_inset_may_be_given_in_degrees() -> None:
    bounds = {"north": 46, "south": 20, "west": 118, "east": 150}
    made = drawn(world_map(inset={"label": "East Asia", "bounds": bounds, "at": "end"}))
    frame, part = made.outlines
    assert frame.meets(made.name("Tokyo"))
    assert not part.meets(made.name("Manila"))


WRONG = {
    "both": {"around": ["Rome"], "bounds": {"north": 46, "south": 20, "west": 118, "east": 150}},
    "neither": {},
    "upside down": {"bounds": {"north": 20, "south": 46, "west": 118, "east": 150}},
    "across the cut": {"bounds": {"north": 60, "south": 46, "west": 170, "east": -150}},
    "off the globe": {"bounds": {"north": 95, "south": 46, "west": 118, "east": 150}},
}


@pytest.mark.parametrize("inset", WRONG.values(), ids=WRONG)
def test_an_inset_that_makes_no_sense_is_refused(inset: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        world_map(inset={"label": "Words", **inset})


# -- words ----------------------------------------------------------------------------------------------------------


def test_alt_text_names_every_group_with_its_places() -> None:
    said = picture(world_map(), BRANDS[0]).alt
    assert said.startswith("Map of the world. Headquarters: Geneva; Regional offices: Dakar, Nairobi, ")
    assert "Administrative centres: Manila and Panama;" in said
    assert said.endswith("Data centre: Berlin.")
    assert picture(world_map(title="Close by"), BRANDS[0]).alt.startswith("Close by. Headquarters: Geneva;")


def test_a_map_explains_its_marks_unless_a_list_does() -> None:
    def keys(block: DotMap) -> tuple[list[str], int]:
        content = [item for item in block.compose(words(()), brand(BRANDS[0])) if isinstance(item, Columns)]
        entries = [e for row in content for cell in row.cells for e in cell.content if isinstance(e, Columns)]
        parts = [item for entry in entries for cell in entry.cells for item in cell.content]
        texts = ["".join(s.text for s in item.text) for item in parts if isinstance(item, Paragraph)]
        return texts, sum(isinstance(item, Ornament) for item in parts)

    assert keys(world_map()) == ([label for _, label, _ in GROUPS], len(GROUPS))
    assert keys(world_map(key=False)) == ([], 0)


def test_a_disclaimer_closes_the_block_and_a_bare_map_has_no_heading() -> None:
    content = world_map().compose(words(()), brand(BRANDS[0]))
    assert isinstance(content[-1], Paragraph)
    assert "".join(span.text for span in content[-1].text) == "No side is taken."
    assert not any(isinstance(item, Heading) for item in content)
    with pytest.raises(ValidationError, match="disclaimer"):
        DotMap.model_validate({"groups": [{"mark": "disc", "label": "One", "places": ["Rome"]}]})


def test_the_same_map_is_drawn_the_same_way() -> None:
    one, other = (drawn(world_map(inset=INSET)) for _ in range(2))
    assert one.dots == other.dots
    assert one.stage.labels == other.stage.labels
    assert one.signs == other.signs
