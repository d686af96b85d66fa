"""Brand files: ``_brand.yml`` to a Brand with its colours, faces, type scale and emblem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.brand import FALLBACK_ROLES, ROLES, Brand, Colour
from .brand_schema import Builds, ColourFile, FacesFile, Meta, Ours, Qualifiers, Roles, TypeFile, Types, Typography
from .colours import Palette, role_colours
from .document import Place
from .files import read_bytes
from .find_brand import inside_project
from .fonts import FontShelf, read_tables
from .report import did_you_mean, listed, quoted
from .scale import SCALE
from .svg import MAX_SVG, read_svg
from .validate import Model, validated
from .values import described
from .yaml import load_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ..model.brand import FaceFile
    from ..model.drawing import Drawing
    from ..model.style import Style
    from ..problems import Position
    from .project import Project
    from .report import Problems

_OURS = ("defaults", "factsheet")


def read_brand(path: Path, project: Project, problems: Problems) -> Brand | None:
    """Return the brand at *path*, or None where something in it is wrong."""
    before = len(problems)
    document = load_file(path, project.relative(path), problems)
    if document is None:
        return None
    if not isinstance(document.value, dict | None):
        message = f"a mapping of keys to values is wanted here, not {described(document.value)}"
        problems.add("value-invalid", message, Place(document).position, "see https://posit-dev.github.io/brand-yml/")
        return None
    brand = _BrandReader(Place(document), path, project, problems).brand()
    return brand if len(problems) == before else None


@dataclass(frozen=True, slots=True)
class _BrandReader:
    """Reads a brand section by section, so that a mistake in one hides none in another."""

    place: Place
    path: Path
    project: Project
    problems: Problems

    def brand(self) -> Brand | None:
        meta, typography = self._section(Meta, {}, "meta"), self._section(Typography, {}, "typography")
        ours = self._section(Ours, {}, *_OURS)
        colours = self._colours()
        faces = None if typography is None else self._faces(typography)
        scale = self._scale(colours)
        qualifiers = self._section(Qualifiers, {}, *_OURS, "qualifiers")
        emblem = None if ours is None or colours is None else self._emblem(ours, colours)
        if meta is None or ours is None or colours is None or faces is None or qualifiers is None:
            return None
        return Brand(
            name=meta.name or "",
            colours=colours,
            faces=faces,
            scale=scale,
            rule=ours.rule,
            emblem=emblem,
            emblem_alt=ours.emblem_alt or "",
            qualifiers=qualifiers.model_dump(by_alias=True, exclude_none=True),
        )

    def _section(self, model: type[Model], default: Any, *keys: str) -> Model | None:
        """Return a part of the file; one with nothing after its key is as good as none (the standard's template)."""
        value: Any = self.place.document.value
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return validated(model, default if value is None else value, self.place.at(*keys), self.problems)

    def _colours(self) -> dict[str, Colour] | None:
        """Return the colours; None where palette or roles are badly written, since all else would be wrong too."""
        place = self.place.at(*_OURS)
        color, builds = self._section(ColourFile, {}, "color"), self._section(Builds, {}, *_OURS, "cmyk")
        roles = self._section(Roles, {}, *_OURS, "roles")
        if color is None or roles is None:
            return None
        cmyk = {} if builds is None else builds.root
        for name in cmyk:
            if name not in color.palette:
                message = f"no palette entry is called {quoted(name)}"
                remedy, caret = f"the palette has {listed(color.palette)}", did_you_mean(name, color.palette)
                self.problems.add("colour-unknown", message, place.at("cmyk", name).key, remedy, caret)
        palette = Palette(color.palette, color.theme, cmyk, self.place.at("color"), self.problems)
        named = palette.colours()
        known = self._known(roles.root, (*ROLES, *FALLBACK_ROLES), place.at("roles"), "role of colour")
        written = {role: (name, place.at("roles", key)) for role, (key, name) in known.items()}
        return named | role_colours(written, palette, place.at("roles"))

    def _known(
        self, given: Mapping[str, Any], names: Iterable[str], place: Place, kind: str
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
                self.problems.add("key-unknown", message, place.at(key).key, f"there are {listed(known, 30)}", caret)
        return found

    def _faces(self, typography: Typography) -> dict[str, tuple[FaceFile, ...]] | None:
        ours, place = self._section(FacesFile, {}, *_OURS, "faces"), self.place.at("typography")
        if ours is None:
            return None
        declared = {font.family: (font, place.at("fonts", index)) for index, font in enumerate(typography.fonts)}
        tables = read_tables(self.project, self.problems)
        shelf = FontShelf(declared, self.path.parent, self.project, tables, self.problems)
        lists: dict[str, tuple[str, ...] | None] = {"display": ours.display, "text": ours.text}
        return {role: shelf.faces(self._families(role, families, typography)) for role, families in lists.items()}

    def _families(self, role: str, ours: tuple[str, ...] | None, typography: Typography) -> list[tuple[str, Position]]:
        """Return the families of a role: our own list, else what the standard says of headings and of base text."""
        if ours is not None:
            place = self.place.at(*_OURS, "faces", role)
            return [(family, place.at(index).position) for index, family in enumerate(ours)]
        kinds = {"base": typography.base.family}
        if role == "display":
            kinds = {"headings": typography.headings.family} | kinds
        for kind, family in kinds.items():
            if family is not None:
                place = self.place.at("typography", kind)
                return [(family, (place.at("family") if place.at("family").exists else place).position)]
        return []

    def _scale(self, colours: Mapping[str, Colour] | None) -> dict[str, Style]:
        types, place = self._section(Types, {}, *_OURS, "type"), self.place.at(*_OURS, "type")
        scale = dict(SCALE)
        given = {} if types is None else types.root
        for role, (key, value) in self._known(given, SCALE, place, "role of the type scale").items():
            file = validated(TypeFile, value, place.at(key), self.problems)
            changes = {} if file is None else file.model_dump(exclude_none=True)
            if (colour := changes.get("colour")) is not None and colours is not None:
                changes["colour"] = self._text_colour(colour, colours, place.at(key, "colour"))
            scale[role] = scale[role].but(**changes)
        return scale

    def _text_colour(self, name: str, colours: Mapping[str, Colour], place: Place) -> str:
        role = name.replace("-", "_")
        found = next((known for known in (role, name) if known in colours), None)
        if found is None:
            message, caret = f"no role of colour is called {quoted(name)}", did_you_mean(role, colours)
            self.problems.add("colour-unknown", message, place.position, f"the roles are {listed(ROLES)}", caret)
        return found or name

    def _emblem(self, ours: Ours, colours: dict[str, Colour]) -> Drawing | None:
        name, place = ours.emblem, self.place.at(*_OURS, "emblem")
        if name is None:
            return None
        if not ours.emblem_alt:
            message = "the emblem has no words for those who do not see it"
            self.problems.add("alt-missing", message, place.key, "add 'emblem-alt:'")
        path = self.path.parent / name
        if inside_project(path, place.position, self.project, self.problems) is None:
            return None
        data = read_bytes(path, quoted(name), MAX_SVG, self.problems, place.position)
        if data is None:
            return None
        # A role without a colour is reported once, not by the emblem too.
        awaited = {role: Colour("") for role in ROLES if role not in colours}
        return read_svg(data, self.project.relative(path.resolve()), colours | awaited, self.problems)
