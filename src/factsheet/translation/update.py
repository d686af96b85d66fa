"""``translate update``: PO files carried on, after their edition has changed or from the edition before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..deliver import write
from ..pipeline import ALL
from ..problems import FactsheetError, Position, Problem, UsageError
from ..read import locate, po_path, read_edition, read_translation, with_excerpts
from ..read.po import edition_before, languages_of
from ..registry import BLOCKS
from .carry import Carried, carried
from .extract import catalogue, refuse_own, rooms_of
from .po import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..model.edition import Edition
    from ..read import Project
    from .rooms import Room


@dataclass(frozen=True, slots=True)
class Updated:
    """A PO file that was carried on, or what kept it from that.

    Attributes:
        edition: as SHEET/EDITION.
        language: a BCP 47 tag.
        path: the file; None where it could not be written.
        base: the file of an earlier edition that it was begun from, from the project's root; '' where it was its own.
        carried: what became of its texts.
        problems: what is wrong.
    """

    edition: str
    language: str
    path: Path | None = None
    base: str = ""
    carried: Carried | None = None
    problems: tuple[Problem, ...] = ()


def update(
    targets: Sequence[str] = (), languages: Sequence[str] = (), *, start: Path | None = None
) -> tuple[Updated, ...]:
    """Carry the PO files of editions on.

    Args:
        targets: editions, as ``build`` takes them.
        languages: BCP 47 tags; none, or ``all``, means those that have something to carry on: a file of the edition,
            or for its ``translations`` one of an earlier edition.
        start: where to look for the project, upwards; the current folder if left out.

    Raises:
        UsageError: no project, no such edition, or a file that cannot be written.
    """
    project, paths = locate(targets, start or Path.cwd())
    return tuple(one for path in paths for one in _updated(path, project, languages))


def _updated(path: Path, project: Project, languages: Sequence[str]) -> Iterator[Updated]:
    name = project.name_of(path)
    try:
        edition = read_edition(path, project, BLOCKS)
        wanted = _wanted(edition, path, project, languages)
        room = rooms_of(edition) if wanted else {}
    except UsageError:
        raise
    except FactsheetError as error:
        yield Updated(name, "", problems=with_excerpts(error.problems, project.root))
        return
    for language in wanted:
        try:
            yield _carried(edition, path, project, language, room)
        except UsageError:
            raise
        except FactsheetError as error:
            yield Updated(name, language, problems=with_excerpts(error.problems, project.root))


def _wanted(edition: Edition, path: Path, project: Project, languages: Sequence[str]) -> tuple[str, ...]:
    if languages and ALL not in languages:
        for language in languages:
            refuse_own(language, edition)
        return tuple(dict.fromkeys(languages))
    tags = dict.fromkeys((*edition.translations, *languages_of(path)))
    return tuple(tag for tag in tags if _base(path, tag, project) is not None)


def _base(path: Path, language: str, project: Project) -> Path | None:
    """Return the edition whose file is carried on: the one at *path*, else the last before it that has one."""
    return path if po_path(path, language).exists() else edition_before(path, language, project)


def _carried(edition: Edition, path: Path, project: Project, language: str, room: Mapping[str, Room]) -> Updated:
    target, base, name = po_path(path, language), _base(path, language, project), project.name_of(path)
    if base is None:
        message = f"there is no translation into '{language}': neither {project.relative(target)} nor an earlier one"
        remedy = f"run 'factsheet translate extract {name} -l {language}'"
        position = edition.position("translations") or Position(edition.file)
        raise FactsheetError([Problem("translation-missing", message, position, remedy)])
    old = read_translation(base, language, project)
    made = carried(catalogue(edition, language, room, project.relative(target)), old)
    data = written(made.catalogue).encode()
    if base != path or data != target.read_bytes():
        write(target.parent, target.name, data)
    return Updated(name, language, target, "" if base == path else old.file, made)
