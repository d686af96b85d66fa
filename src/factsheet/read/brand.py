"""Brand files: ``_brand.yml`` to a Brand with its colours, faces, type scale and emblem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.brand import FALLBACK_ROLES, ROLES, Brand
from .brand_faces import FacesReader
from .brand_logo import LogoReader
from .brand_prints import read_prints
from .brand_schema import ColourFile, Meta, Ours, Roles, Typography
from .brand_words import read_digits, read_qualifiers, read_separators
from .colours import Palette
from .document import Place
from .roles import RoleReader
from .type_scale import ScaleReader, known_roles
from .validate import Model, validated
from .values import described
from .yaml import load_file

if TYPE_CHECKING:
    from pathlib import Path

    from ..model.brand import Colour, FaceFile
    from .project import Project
    from .report import Problems

_OURS = ("defaults", "factsheet")


def read_brand(path: Path, project: Project, problems: Problems) -> Brand | None:
    """Return the brand at *path*, or None where something in it is wrong. A project reads each of its brands once."""
    return project.once("brand", path, lambda own: _read_brand(path, project, own), problems)


def _read_brand(path: Path, project: Project, problems: Problems) -> Brand | None:
    document = load_file(path, project.relative(path), problems)
    if document is None:
        return None
    if not isinstance(document.value, dict | None):
        message = f"a mapping of keys to values is wanted here, not {described(document.value)}"
        problems.add("value-invalid", message, Place(document).position, "see https://posit-dev.github.io/brand-yml/")
        return None
    brand = _BrandReader(Place(document), path, project, problems).brand()
    return None if len(problems) else brand


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
        colours = self._colours(typography, ours)
        faces = None if typography is None else self._faces(typography)
        place = self.place.at(*_OURS)
        scales = ScaleReader(place, colours, self.problems)
        scale = scales.latin(self._value(*_OURS, "type"), typography)
        others = scales.others(self._value(*_OURS, "type-by-script"), scale)
        digits = read_digits(self._value(*_OURS, "digits"), place.at("digits"), self.problems)
        separators = read_separators(self._value(*_OURS, "separators"), place.at("separators"), self.problems)
        shared, words = read_qualifiers(self._value(*_OURS, "qualifiers"), place.at("qualifiers"), self.problems)
        if ours is None or colours is None:
            return None
        logo = LogoReader(self.place.at("logo"), place, self.path.parent, self.project, self.problems)
        emblem, alt = logo.emblem(self._value("logo"), ours, colours)
        if meta is None or faces is None:
            return None
        return Brand(
            name=meta.name or "",
            colours=colours,
            faces=faces,
            scale=scale,
            rule=ours.rule,
            emblem=emblem,
            emblem_alt=alt,
            qualifiers=shared,
            art=ours.art,
            digits=digits,
            separators=separators,
            words=words,
            scales=others,
        )

    def _value(self, *keys: str) -> Any:
        value: Any = self.place.document.value
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def _section(self, model: type[Model], default: Any, *keys: str) -> Model | None:
        """Return a part of the file; what has nothing after its key is as good as none (the standard's template)."""
        value = self._value(*keys)
        if isinstance(value, dict) and keys[0] != "defaults":
            value = {key: part for key, part in value.items() if part is not None}
        return validated(model, default if value is None else value, self.place.at(*keys), self.problems)

    def _colours(self, typography: Typography | None, ours: Ours | None) -> dict[str, Colour] | None:
        """Return the colours; None where palette or roles are badly written, since all else would be wrong too."""
        place = self.place.at(*_OURS)
        color, roles = self._section(ColourFile, {}, "color"), self._section(Roles, {}, *_OURS, "roles")
        if color is None:
            return None
        prints = read_prints(self._value(*_OURS), [*color.palette, *color.theme], place, self.problems)
        if roles is None:
            return None
        palette = Palette(color.palette, color.theme, prints, self.place.at("color"), self.problems)
        colours = palette.colours()
        known = known_roles(roles.root, (*ROLES, *FALLBACK_ROLES), place.at("roles"), "role of colour", self.problems)
        written = {role: (name, place.at("roles", key)) for role, (key, name) in known.items()}
        heading = None if typography is None else typography.headings.color
        headings = None if heading is None else (heading, self.place.at("typography", "headings", "color"))
        labelled = () if ours is None else ours.labelled
        return colours | RoleReader(palette, written, headings, labelled, place.at("roles")).colours()

    def _faces(self, typography: Typography) -> dict[str, tuple[FaceFile, ...]] | None:
        place = self.place.at(*_OURS, "faces")
        reader = FacesReader(place, self.place.at("typography"), self.path.parent, self.project, self.problems)
        return reader.faces(self._value(*_OURS, "faces"), typography)
