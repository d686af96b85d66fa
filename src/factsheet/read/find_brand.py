"""Which brand file an edition takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..problems import Position
from .files import fault, inside
from .report import quoted

if TYPE_CHECKING:
    from pathlib import Path

    from .project import Project
    from .report import Problems

NAME = "_brand.yml"


def find_brand(edition: Path, named: tuple[str, Position] | None, project: Project, problems: Problems) -> Path | None:
    """Return the brand file of an edition.

    The nearest ``_brand.yml`` from the edition's folder upwards is it, unless the edition names another one (a path
    from its folder); the project's default (a path from data/) comes last.
    """
    if named is not None:
        return _named_brand(edition.parent / named[0], *named, project, problems)
    for folder in (edition.parent, *edition.parent.parents):
        if not folder.is_relative_to(project.root):
            break
        if (folder / NAME).exists():
            return inside_project(folder / NAME, Position(project.relative(folder / NAME)), project, problems)
    if (default := project.defaults.brand) is not None:
        return _named_brand(project.data / default, default, project.defaults.positions["brand"], project, problems)
    position = Position(project.relative(edition))
    problems.add("brand-missing", "no brand file is found", position, f"write {NAME} beside the edition or in data/")
    return None


def _named_brand(path: Path, name: str, position: Position, project: Project, problems: Problems) -> Path | None:
    if inside_project(path, position, project, problems) is None:
        return None
    if (found := fault(path, quoted(name))) is not None:
        problems.add(*found, position, "check the path")
        return None
    return path


def inside_project(path: Path, position: Position, project: Project, problems: Problems) -> Path | None:
    """Return *path*, or None and a problem at *position* where it, links followed, lies outside the project."""
    if inside(path, project.root):
        return path
    problems.add("path-outside", f"{path.name} lies outside the project", position, "put the file into the project")
    return None
