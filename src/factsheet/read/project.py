"""The project: where it begins, where its files lie, and which of them a command means."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..problems import FactsheetError, Position, Problem, UsageError
from .document import Place
from .files import fault, inside
from .report import Problems, did_you_mean, listed, quoted
from .resources import bundled
from .yaml import load_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

T = TypeVar("T")

MARKER = Path("data/factsheet.yml")
"""The file that marks a project; the parent of its folder is the project's root."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What data/factsheet.yml says for every edition. *positions* has the place of each value."""

    language: str | None = None
    layout: str | None = None
    brand: str | None = None
    output: str = "build"
    positions: Mapping[str, Position] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Project:
    """A project.

    Attributes:
        root: absolute; nothing outside it is read but the bundled folders.
        data: the folder of editions, brands, pictures.
        layouts: folders of layouts, the project's own first.
        fonts: folders of fonts with their tables, the project's own first.
        defaults: what holds for every edition.
        shared: what editions share, once it is read, with its problems: brands, layouts, tables of fonts. Whoever wants
            to see a change on the disk opens the project anew, as each build and each check does.
    """

    root: Path
    data: Path
    layouts: tuple[Path, ...]
    fonts: tuple[Path, ...]
    defaults: Defaults = Defaults()
    shared: dict[tuple[str, Path], tuple[Any, Problems]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, kind: str, path: Path, read: Callable[[Problems], T], problems: Problems) -> T:
        """Return what *read* makes of the file at *path*: read once for all editions, its problems told to each.

        Args:
            kind: what the file is read as.
            path: absolute.
            read: takes the file and nothing that differs between editions.
            problems: those of the edition.
        """
        if (kind, path) not in self.shared:
            own = Problems()
            try:
                self.shared[kind, path] = read(own), own
            except FactsheetError:  # more problems than anybody reads
                problems.extend(own)
                raise
        value, found = self.shared[kind, path]
        problems.extend(found)
        read_as: T = value
        return read_as

    def relative(self, path: Path) -> str:
        """Return how problems call *path*: from the root, or from the folder that holds the bundled ones."""
        for base in (self.root, *(folder.parent for folder in (*self.layouts, *self.fonts))):
            if path.is_relative_to(base):
                return path.relative_to(base).as_posix()
        return path.name

    def layout_files(self) -> dict[str, Path]:
        """Return the layouts by name; the project's own hide the bundled ones of the same name."""
        found: dict[str, Path] = {}
        for folder in self.layouts:
            found = {path.stem: path for path in sorted(folder.glob("*.yml"))} | found
        return found

    def editions(self) -> dict[str, Path]:
        """Return every edition as SHEET/EDITION, sorted. Files that begin with ``_`` are none (``_brand.yml``)."""
        files = sorted(path for path in self.data.glob("*/*.yml") if path.name[0] not in "_.")
        return {self.name_of(path): path for path in files}

    def name_of(self, path: Path) -> str:
        """Return the name of the edition at *path*: SHEET/EDITION."""
        return f"{path.parent.name}/{path.stem}"


def locate(targets: Sequence[str], start: Path) -> tuple[Project, tuple[Path, ...]]:
    """Find the project round *start* and the editions that *targets* mean.

    Args:
        targets: ``SHEET/EDITION``, ``SHEET`` for all of its editions, or paths of editions, taken from *start*; none
            means every edition of the project.
        start: a folder in the project. Where it lies in none, the paths among the targets are tried.

    Raises:
        UsageError: there is no project, or a target does not exist.
        FactsheetError: data/factsheet.yml is badly written.
    """
    root = next(filter(None, map(_root, (start, *(start / target for target in targets)))), None)
    if root is None:
        message = f"no folder from {start} upwards holds {MARKER.as_posix()}"
        remedy = "go to the project's folder, or make a project with 'factsheet init'"
        raise UsageError([Problem("project-missing", message, remedy=remedy)])
    project = open_project(root)
    return project, _chosen(project, targets, start)


def open_project(root: Path) -> Project:
    """Return the project at *root*.

    Raises:
        FactsheetError: data/factsheet.yml is badly written.
    """
    root = root.resolve()
    folders = ((root / kind, bundled(kind)) for kind in ("layouts", "fonts"))
    layouts, fonts = (tuple(dict.fromkeys(pair)) for pair in folders)
    bare = Project(root, root / "data", layouts, fonts)
    return Project(root, bare.data, layouts, fonts, _defaults(bare))


def _root(path: Path) -> Path | None:
    try:
        path = path.resolve()
        return next((folder for folder in (path, *path.parents) if (folder / MARKER).is_file()), None)
    except (OSError, RuntimeError, ValueError):
        return None


def _defaults(project: Project) -> Defaults:
    from .schema import ProjectFile  # pydantic takes its time: finding a project needs none of it until here
    from .validate import validated

    problems = Problems()
    document = load_file(project.root / MARKER, MARKER.as_posix(), problems)
    if document is None:
        problems.stop()
    value = {} if document.value is None else document.value  # an empty file marks a project well enough
    file = validated(ProjectFile, value, Place(document), problems)
    if file is None:
        problems.stop()
    problems.finish()
    return Defaults(file.language, file.layout, file.brand, file.output, document.values)


def _chosen(project: Project, targets: Sequence[str], start: Path) -> tuple[Path, ...]:
    editions = project.editions()
    if not editions and not targets:
        message = "the project has no edition"
        raise UsageError([Problem("target-unknown", message, remedy="write data/SHEET/EDITION.yml")])
    chosen: dict[Path, None] = {} if targets else dict.fromkeys(editions.values())
    problems = []
    for target in targets:
        found = tuple(_meant(target, editions, project, start))
        chosen |= dict.fromkeys(found)
        if not found:
            problems.append(_unknown(target, editions, project, start))
    if problems:
        raise UsageError(problems)
    return tuple(chosen)


def _meant(target: str, editions: Mapping[str, Path], project: Project, start: Path) -> Iterator[Path]:
    name = target.strip("/")
    if name in editions:
        yield editions[name]
    elif "/" not in name and (sheet := [path for key, path in editions.items() if key.startswith(f"{name}/")]):
        yield from sheet
    elif target.endswith(".yml") and inside(start / target, project.root) and fault(start / target, target) is None:
        yield (start / target).resolve()


def _unknown(target: str, editions: Mapping[str, Path], project: Project, start: Path) -> Problem:
    if target.endswith(".yml"):
        if not inside(start / target, project.root):
            message = f"{quoted(target, 80)} lies outside the project"
            return Problem("path-outside", message, remedy="name an edition of this project")
        return Problem("target-unknown", f"there is no file {quoted(target, 80)}", remedy="check the path")
    names = [*editions, *dict.fromkeys(name.partition("/")[0] for name in editions)]
    remedy = f"the editions are {listed(editions)}" if editions else "the project has no edition"
    message = f"no edition or sheet is called {quoted(target)}"
    return Problem("target-unknown", message, None, remedy, did_you_mean(target, names))
