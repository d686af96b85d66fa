"""Layout files: page, grid, furniture, templates of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator

from ..model.layout import Grid, Layout, Template
from ..options import Options
from .document import Place
from .report import did_you_mean, listed, quoted
from .rows import RowReader
from .schema import Parts
from .validate import validated
from .values import Length, PositiveLength, described, length, positive_length, whole
from .yaml import load_file

if TYPE_CHECKING:
    from pathlib import Path

    from ..model.layout import Band, Row, Split
    from ..problems import Position
    from .project import Project
    from .report import Problems

SIZES = {"A4": (595.28, 841.89), "A5": (419.53, 595.28), "Letter": (612.0, 792.0), "Legal": (612.0, 1008.0)}
"""Trim sizes in points, portrait (ISO 216; ANSI/ASME Y14.1)."""

HEAD_TO_BODY = 32.0
"""Points from the top margin to the content where a layout names no ``body``: a running head and the air under it."""


def _size(value: Any) -> tuple[float, float]:
    if isinstance(value, str) and value in SIZES:
        return SIZES[value]
    if isinstance(value, list) and len(value) == 2:
        return positive_length(value[0]), positive_length(value[1])
    message = f"a page size ({', '.join(SIZES)}, or [width, height]) is wanted here, not {described(value)}"
    raise ValueError(message)


def _furniture(value: Any) -> Any:
    return [] if value == "none" else value


class Margin(Options):
    """Distances from the trimmed edge to what the grid holds."""

    top: Length
    side: Length
    bottom: Length


class PageFile(Options):
    """The page and its grid."""

    size: Annotated[tuple[float, float], BeforeValidator(_size)]
    margin: Margin
    columns: Annotated[int, BeforeValidator(whole(1, 48))]
    gutter: Length
    module: Annotated[float, BeforeValidator(positive_length)] = 12.0
    bleed: Annotated[float, BeforeValidator(length)] = 0.0


Head = Annotated[tuple[Literal["emblem", "title", "section"], ...], BeforeValidator(_furniture)]
Foot = Annotated[tuple[Literal["note", "folio"], ...], BeforeValidator(_furniture)]


class Furniture(Options):
    """What stands in the running head and the footer; ``none`` leaves one empty."""

    head: Head | None = None
    foot: Foot | None = None


class LayoutFile(Options):
    """layouts/NAME.yml."""

    page: PageFile
    templates: Parts
    body: PositiveLength | None = None
    furniture: Furniture = Furniture()


class TemplateFile(Options):
    """One kind of page."""

    rows: list[Any]
    furniture: Furniture = Furniture()
    body: Length | None = None


def read_layout(name: str, named: Position | None, project: Project, problems: Problems) -> Layout | None:
    """Return the layout called *name*.

    Args:
        name: the stem of a file in one of the project's layout folders.
        named: where an edition or the project names it.
        project: says where layouts lie.
        problems: takes what is wrong.
    """
    found = project.layout_files()
    if name not in found:
        remedy = f"the layouts are {listed(found)}" if found else "write one in layouts/"
        message = f"no layout is called {quoted(name)}"
        problems.add("layout-unknown", message, named, remedy, did_you_mean(name, found))
        return None
    return project.once("layout", found[name], lambda own: _read_layout(name, found[name], project, own), problems)


def _read_layout(name: str, path: Path, project: Project, problems: Problems) -> Layout | None:
    document = load_file(path, project.relative(path), problems)
    if document is None:
        return None
    place = Place(document)
    file = validated(LayoutFile, document.value, place, problems)
    raw = document.value.get("templates") if isinstance(document.value, dict) else None
    templates = _templates(file, raw, place.at("templates"), problems)
    layout = None if file is None else _layout(name, file, templates, place, problems)
    return None if len(problems) else layout  # pages are not held against half a layout


def _layout(
    name: str, file: LayoutFile, templates: tuple[Template, ...], place: Place, problems: Problems
) -> Layout | None:
    page = file.page
    margin = page.margin
    grid = Grid(*page.size, margin.top, margin.side, margin.bottom, page.columns, page.gutter, page.module, page.bleed)
    body = margin.top + HEAD_TO_BODY if file.body is None else file.body
    foot = grid.height - margin.bottom
    if grid.column <= 0:
        message = "margins and gutters leave no width for the columns"
        problems.add("value-invalid", message, place.at("page").key, "make them smaller, or take fewer columns")
    if foot <= body:
        message = "margins and body leave no height for the content"
        problems.add("value-invalid", message, place.at("page").key, "make them smaller")
    return Layout(name, grid, body, foot, templates)


def _templates(file: LayoutFile | None, raw: Any, place: Place, problems: Problems) -> tuple[Template, ...]:
    """Read the templates; without a grid, each row may be as wide as it likes."""
    templates = []
    columns = 0 if file is None else file.page.columns
    general = Furniture() if file is None else file.furniture
    for name, value in raw.items() if isinstance(raw, dict) else ():
        own = validated(TemplateFile, value, place.at(name), problems)
        if own is not None:
            rows = RowReader(columns, problems).template(own.rows, place.at(name, "rows"))
            templates.append(_template(name, rows, own, general))
    return tuple(templates)


def _template(name: str, rows: tuple[Row | Band | Split, ...], file: TemplateFile, general: Furniture) -> Template:
    own = file.furniture
    head = own.head if own.head is not None else general.head
    foot = own.foot if own.foot is not None else general.foot
    return Template(name, rows, head or (), foot or (), file.body)
