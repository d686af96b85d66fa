"""The surface that draws through matplotlib: what it loads, and what of a user's taste it lets in."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import matplotlib as mpl
import pytest
from matplotlib.patheffects import withSimplePatchShadow
from stage import BRANDS, brand, typesetter

from factsheet.figures.rooms import blanked, set_labels
from factsheet.figures.surface import MatplotlibSurface, defaults
from factsheet.model.drawing import Label, SetLabel, Shape
from factsheet.text.rungs import AS_IS, LEAST
from factsheet.text.typesetter import Typesetter

if TYPE_CHECKING:
    from pathlib import Path

    from factsheet.model.drawing import Drawing

BUILD = """
import sys
from pathlib import Path
from factsheet.pipeline import build
(made,) = build(["meridian-brief"], out=Path(sys.argv[1]))
assert made.path is not None, made.problems
print(*[name for name in sys.modules if name.startswith(("matplotlib", "mpl_toolkits"))])
"""


def marks() -> Drawing:
    surface = MatplotlibSurface(100, 50, typesetter(BRANDS[0]), 43.6)
    surface.rectangle(0, 0, 10, 20, "data", edge="accent")
    surface.line(((0, 0), (50, 25), (100, 0)), "ink", 0.75)
    surface.dots(((10, 10), (20, 10)), 2.5, "gap", edge="paper", edge_width=1)
    surface.stamp("person", ((10, 23), (20, 23)), 23, "data", share=0.5)
    surface.wedge(50, 25, 20, 10, 0.0, 0.25, "accent", gap=1)
    surface.label("2,019", 50, 45, "axis", anchor="middle")
    return surface.drawing(mirror=False)


def test_a_build_loads_no_axes_and_no_pyplot(environment: dict[str, str], root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", BUILD, str(tmp_path)]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "matplotlib.patches" in loaded
    assert loaded & {"matplotlib.axes", "matplotlib.figure", "matplotlib.pyplot", "mpl_toolkits"} == set()


def test_marks_keep_the_order_in_which_they_are_drawn() -> None:
    *shapes, label = marks().items
    assert [(item.fill, item.stroke) for item in shapes if isinstance(item, Shape)] == [
        ("data", None),
        (None, "accent"),
        (None, "ink"),
        ("gap", "paper"),
        ("data", None),
        ("accent", None),
    ]
    assert isinstance(label, SetLabel)
    assert [len(item.at) for item in shapes if isinstance(item, Shape)] == [0, 0, 0, 2, 2, 0]
    assert [item.clip is not None for item in shapes if isinstance(item, Shape)] == [*[False] * 4, True, False]


def test_a_users_own_parameters_change_no_mark() -> None:
    taste = {
        "path.effects": [withSimplePatchShadow()],
        "path.sketch": (10, 10, 1),
        "lines.linewidth": 9,
        "patch.linewidth": 9,
        "hatch.linewidth": 9,
    }
    wanted = marks()
    with mpl.rc_context(taste):
        assert marks() != wanted  # so the parameters would tell
        with defaults():
            assert marks() == wanted
        assert mpl.rcParams["lines.linewidth"] == 9


@pytest.mark.parametrize("sheet", BRANDS)
@pytest.mark.parametrize("text", ["10,978", "Toward VAVAT", "AV ", ""])
def test_a_label_measures_what_it_is_set_in(text: str, sheet: str) -> None:
    surface = MatplotlibSurface(100, 50, typesetter(sheet), 43.6)
    surface.label(text, 0, 10, "value", colour="accent")
    (label,) = surface.drawing(mirror=False).items
    assert isinstance(label, SetLabel)
    assert label.line.text == blanked(text)
    assert surface.measure(text, "value") == label.line.width


def test_labels_that_fit_are_set_on_no_other_rung() -> None:
    setter = Typesetter(brand(BRANDS[0]).faces, brand(BRANDS[0]).scale, "en")
    tried: list[int] = []
    lowered = setter.lowered
    setter.lowered = lambda rung, roles=None: tried.append(rung) or lowered(rung, roles)  # type: ignore[method-assign]
    wide = setter.width("10,978 ", "value")
    fit = Label("10,978", 0, 0, "value", "start", room=wide)
    assert [label.rung for label in set_labels([fit, fit], setter)] == [AS_IS, AS_IS]
    assert set(tried) == {AS_IS}
    tight = replace(fit, room=wide * 0.94)
    assert [label.rung for label in set_labels([fit, tight], setter)] == [LEAST, LEAST]  # of one kind, so alike
    none = replace(fit, room=wide * 0.5)
    assert [label.rung for label in set_labels([none], setter)] == [AS_IS]
