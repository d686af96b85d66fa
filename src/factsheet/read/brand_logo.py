"""The emblem of pages: ours, else the small logo of the standard. SVG alone is painted; nothing is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from ..model.brand import ROLES, Colour
from .files import read_bytes
from .find_brand import inside_project
from .report import quoted
from .svg import MAX_SVG, read_svg
from .values import described

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..model.drawing import Drawing
    from .brand_schema import Ours
    from .document import Place
    from .project import Project
    from .report import Problems

NONE = "none"
"""As ``emblem:`` it says that pages carry no emblem, whatever logos the brand has."""

_RASTER = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".ico")
_WITHOUT = f"or write 'emblem: {NONE}' under defaults.factsheet"


class Logo(NamedTuple):
    """A file, the words for it, and where the brand names it."""

    path: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class LogoReader:
    """Finds and reads the emblem of pages.

    Attributes:
        place: where ``logo`` stands in the brand file.
        ours: where ``defaults: factsheet:`` stands.
        folder: that of the brand file.
        project: what the file must lie in.
        problems: takes what is wrong.
    """

    place: Place
    ours: Place
    folder: Path
    project: Project
    problems: Problems

    def emblem(self, logo: Any, ours: Ours, colours: Mapping[str, Colour]) -> tuple[Drawing | None, str]:
        """Return the emblem, or None, and its words."""
        if ours.emblem == NONE:
            return None, ""
        if ours.emblem is not None:
            found: Logo | None = Logo(ours.emblem, ours.emblem_alt or "", self.ours.at("emblem"))
        else:
            found = self._small(logo)
            if found is not None:
                found = found._replace(alt=ours.emblem_alt or found.alt)
        if found is None or not self._checked(found):
            return None, ""
        return self._read(found, colours), found.alt

    def _small(self, logo: Any) -> Logo | None:
        """Return the small logo of the standard; a brand may also give one logo for all sizes."""
        if isinstance(logo, str):
            return Logo(logo, "", self.place)
        if not isinstance(logo, dict) or logo.get("small") is None:
            return None
        images = logo.get("images")
        return self._resource(logo["small"], self.place.at("small"), images if isinstance(images, dict) else {})

    def _resource(self, value: Any, place: Place, images: Mapping[str, Any]) -> Logo | None:
        """Return a logo: a path, a name under ``images``, ``{path:, alt:}``, or forms for light and dark pages."""
        if isinstance(value, dict) and not value.keys().isdisjoint({"light", "dark"}):
            form = "light" if "light" in value else "dark"
            return self._resource(value[form], place.at(form), {} if isinstance(value[form], dict) else images)
        if isinstance(value, str):
            return self._resource(images[value], place, {}) if value in images else Logo(value, "", place)
        path, alt = (value.get("path"), value.get("alt")) if isinstance(value, dict) else (None, None)
        if isinstance(path, str) and isinstance(alt, str | None):
            return Logo(path, alt or "", place.at("path") if place.at("path").exists else place)
        message = f"a logo is a path, the name of one under 'images', or {{path: …, alt: …}}, not {described(value)}"
        self.problems.add("value-invalid", message, place.position)
        return None

    def _checked(self, logo: Logo) -> bool:
        """Say whether the file can be painted at all; then it needs words too."""
        position = logo.place.position
        if "://" in logo.path:
            message = "logos are never fetched"
            self.problems.add("file-missing", message, position, f"put the file beside the brand file, {_WITHOUT}")
            return False
        if logo.path.lower().endswith(_RASTER):
            message = (
                f"{quoted(logo.path)} is a picture of dots, which is neither sharp in print nor in the brand's inks"
            )
            self.problems.add("logo-raster", message, position, f"give the logo as an SVG file, {_WITHOUT}")
            return False
        if not logo.alt:
            message = "the emblem has no words for those who do not see it"
            ours = logo.place.path.startswith(self.ours.path)
            remedy = (
                "add 'emblem-alt:'" if ours else "add 'alt:' to the logo, or 'emblem-alt:' under defaults.factsheet"
            )
            self.problems.add("alt-missing", message, logo.place.key if ours else position, remedy)
        return True

    def _read(self, logo: Logo, colours: Mapping[str, Colour]) -> Drawing | None:
        path, position = self.folder / logo.path, logo.place.position
        if inside_project(path, position, self.project, self.problems) is None:
            return None
        data = read_bytes(path, quoted(logo.path), MAX_SVG, self.problems, position)
        if data is None:
            return None
        # A role without a colour is reported once, not by the emblem too.
        awaited = {role: Colour("") for role in ROLES if role not in colours}
        return read_svg(data, self.project.relative(path.resolve()), {**colours, **awaited}, self.problems)
