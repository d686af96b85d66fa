"""How a brand's colours are printed: builds, spot inks, black alone; by palette name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .brand_schema import Builds, Inks, Spots
from .colours import Prints
from .report import did_you_mean, listed, quoted
from .validate import validated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .document import Place
    from .report import Problems

MOST_INK = 300
"""Per cent of ink on one spot: coated paper takes 300 to 330 before it sets off (ISO 12647-2)."""


_TABLES: dict[str, type[Builds | Spots | Inks]] = {"cmyk": Builds, "spot": Spots, "ink": Inks}


def read_prints(ours: Any, names: Sequence[str], place: Place, problems: Problems) -> Prints:
    """Return how colours are printed.

    Args:
        ours: what stands under ``defaults: factsheet:``.
        names: palette entries and semantic colours, which alone can be printed.
        place: where *ours* stands.
        problems: takes what is wrong.
    """
    values = ours if isinstance(ours, dict) else {}
    all_black = isinstance(values.get("ink"), str)
    if all_black:  # one word for every colour that has no build
        validated(Inks, {"": values["ink"]}, place.at("ink"), problems)
    found: dict[str, Mapping[str, Any]] = {"ink": {}}
    for key, model in _TABLES.items():
        if key != "ink" or not all_black:
            file = validated(model, values.get(key) or {}, place.at(key), problems)
            found[key] = {} if file is None else file.root
        _check_names(found[key], names, place.at(key), problems)
    _check_builds(found["cmyk"], found["ink"], place, problems)
    return Prints(found["cmyk"], found["spot"], frozenset(found["ink"]), all_black)


def _check_names(table: Mapping[str, Any], names: Sequence[str], place: Place, problems: Problems) -> None:
    for name in table:
        if name not in names:
            message, caret = f"no palette entry is called {quoted(name)}", did_you_mean(name, names)
            problems.add("colour-unknown", message, place.at(name).key, f"the palette has {listed(names)}", caret)


def _check_builds(builds: Mapping[str, Any], black: Mapping[str, Any], place: Place, problems: Problems) -> None:
    for name, build in builds.items():
        if sum(build) > MOST_INK:
            message = f"{quoted(name)} takes {sum(build):g} % of ink"
            remedy = f"at most {MOST_INK} % dries; let black stand for equal parts of cyan, magenta and yellow"
            problems.add("ink-total", message, place.at("cmyk", name).position, remedy)
        if name in black:
            message = f"{quoted(name)} has a build already"
            problems.add("value-invalid", message, place.at("ink", name).key, "delete it here or under 'cmyk:'")
