"""The families of a brand by family role: its own, then those of other scripts, then the fallbacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.brand import SAME_SCRIPT
from .brand_schema import SCRIPTS, FacesFile
from .families import Family
from .font_table import read_tables
from .fonts import FontShelf
from .report import did_you_mean, listed, quoted
from .validate import validated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..model.brand import FaceFile
    from .brand_schema import Typography
    from .document import Place
    from .project import Project
    from .report import Problems

ROLES = ("display", "text")


@dataclass(frozen=True, slots=True)
class FacesReader:
    """Finds the faces of a brand.

    Attributes:
        place: where ``defaults: factsheet: faces:`` stands.
        standard: where ``typography`` stands.
        folder: that of the brand file.
        project: says where fonts lie.
        problems: takes what is wrong.
    """

    place: Place
    standard: Place
    folder: Path
    project: Project
    problems: Problems

    def faces(self, value: Any, typography: Typography) -> dict[str, tuple[FaceFile, ...]] | None:
        """Return the faces by family role in the order in which a character is looked for."""
        ours = validated(FacesFile, self._known({} if value is None else value), self.place, self.problems)
        if ours is None:
            return None
        declared = {
            font.family: (font, self.standard.at("fonts", index)) for index, font in enumerate(typography.fonts)
        }
        tables = read_tables(self.project, self.problems)
        shelf = FontShelf(declared, self.folder, self.project, tables, self.problems)
        return {role: shelf.faces([*self._own(role, ours, typography), *self._scripts(role, ours)]) for role in ROLES}

    def _known(self, value: Any) -> Any:
        """Return *value* without keys that are neither a family role nor a script, each noted."""
        if not isinstance(value, dict):
            return value
        known = (*ROLES, *SCRIPTS)
        for key in [key for key in value if key not in known]:
            message, caret = f"there is no key {quoted(key)} here", did_you_mean(key, known)
            remedy = f"the keys here are {listed(ROLES)} and scripts: {listed(SCRIPTS, 40)}"
            self.problems.add("key-unknown", message, self.place.at(key).key, remedy, caret)
        return {key: part for key, part in value.items() if key in known}

    def _own(self, role: str, ours: FacesFile, typography: Typography) -> list[Family]:
        """Return the families of a role: our own list, else what the standard says of headings and of base text."""
        families = ours.display if role == "display" else ours.text
        if families is not None:
            return list(self._listed(families, self.place.at(role)))
        kinds = {"base": typography.base.family}
        if role == "display":
            kinds = {"headings": typography.headings.family} | kinds
        for kind, family in kinds.items():
            if family is not None:
                place = self.standard.at(kind)
                return [Family(family, (place.at("family") if place.at("family").exists else place).position)]
        return []

    def _scripts(self, role: str, ours: FacesFile) -> Iterator[Family]:
        """Yield the families of other scripts; a script with one list alone has it for both roles."""
        for script, faces in ours.scripts.items():
            first, second = (faces.display, faces.text) if role == "display" else (faces.text, faces.display)
            name = role if first is not None else ROLES[1 - ROLES.index(role)]
            families = second or () if first is None else first
            yield from self._listed(families, self.place.at(script, name), SAME_SCRIPT.get(script, script))

    @staticmethod
    def _listed(families: tuple[str, ...], place: Place, script: str = "") -> Iterator[Family]:
        return (Family(family, place.at(index).position, script) for index, family in enumerate(families))
