"""``defaults: factsheet: type:`` and ``type-by-script:``: the type scales of a brand, each entry checked by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.brand import ROLES, SAME_SCRIPT
from .brand_schema import SCRIPTS, TypeFile, Types, TypesByScript
from .report import did_you_mean, listed, quoted
from .scale import scale_of
from .script_scales import SCRIPTS as SCALED
from .script_scales import scale_for, spared
from .validate import validated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model.brand import Colour
    from ..model.style import Style
    from .brand_schema import Typography
    from .document import Place
    from .report import Problems


def known_roles(
    given: Mapping[str, Any], names: Iterable[str], place: Place, kind: str, problems: Problems
) -> dict[str, tuple[str, Any]]:
    """Return what is given by known name, with the key as it is written: ``accent-text`` is ``accent_text``."""
    known = dict.fromkeys(names)
    found = {}
    for key, value in given.items():
        name = key.replace("-", "_")
        if name in known:
            found[name] = (key, value)
        else:
            message, caret = f"there is no {kind} {quoted(key)}", did_you_mean(name, known)
            problems.add("key-unknown", message, place.at(key).key, f"there are {listed(known, 30)}", caret)
    return found


@dataclass(frozen=True, slots=True)
class ScaleReader:
    """Reads the type scales of a brand.

    Attributes:
        place: where ``defaults: factsheet:`` stands.
        colours: by role; None where they are badly written, and then no colour of a role is looked up.
        problems: takes what is wrong.
    """

    place: Place
    colours: Mapping[str, Colour] | None
    problems: Problems

    def latin(self, value: Any, typography: Typography | None) -> dict[str, Style]:
        """Return the type scale by role: the usual one with what *typography* and ``type:`` say."""
        types = validated(Types, {} if value is None else value, self.place.at("type"), self.problems)
        return self._changed(scale_of(typography), {} if types is None else types.root, self.place.at("type"))

    def others(self, value: Any, latin: Mapping[str, Style]) -> dict[str, dict[str, Style]]:
        """Return the type scales of other scripts: those that have one by default, and those that the brand names."""
        place = self.place.at("type-by-script")
        scales = {script: scale_for(script, latin) for script in SCALED}
        given = validated(TypesByScript, {} if value is None else value, place, self.problems)
        for code, part in ({} if given is None else given.root).items():
            if code not in SCRIPTS:
                message, caret = f"there is no script {quoted(code)} here", did_you_mean(code, SCRIPTS)
                remedy = f"scripts are named by their ISO 15924 codes: {listed(SCRIPTS, 40)}"
                self.problems.add("key-unknown", message, place.at(code).key, remedy, caret)
                continue
            types = validated(Types, {} if part is None else part, place.at(code), self.problems)
            script = SAME_SCRIPT.get(code, code)
            scale = scales.get(script) or scale_for(script, latin)
            scales[script] = self._changed(scale, {} if types is None else types.root, place.at(code))
        return {script: spared(scale, latin) for script, scale in scales.items()}

    def _changed(self, scale: Mapping[str, Style], given: Mapping[str, Any], place: Place) -> dict[str, Style]:
        """Return *scale* with what is *given* for its roles."""
        changed = dict(scale)
        for role, (key, value) in known_roles(given, scale, place, "role of the type scale", self.problems).items():
            file = validated(TypeFile, value, place.at(key), self.problems)
            changes = {} if file is None else file.model_dump(exclude_none=True)
            if (colour := changes.get("colour")) is not None and self.colours is not None:
                changes["colour"] = self._text_colour(colour, self.colours, place.at(key, "colour"))
            changed[role] = changed[role].but(**changes)
        return changed

    def _text_colour(self, name: str, colours: Mapping[str, Colour], place: Place) -> str:
        role = name.replace("-", "_")
        found = next((known for known in (role, name) if known in colours), None)
        if found is None:
            message, caret = f"no role of colour is called {quoted(name)}", did_you_mean(role, colours)
            self.problems.add("colour-unknown", message, place.position, f"the roles are {listed(ROLES)}", caret)
        return found or name
