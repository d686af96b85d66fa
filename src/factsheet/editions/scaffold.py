"""Beginning a project: a starter of one page, copied whole or not at all."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..deliver import write as deliver
from ..problems import Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

STARTER = Path(__file__).parent / "starter"
"""A project of a fictional organisation. Every number from 2000 to 2099 in its edition is a year."""

SCHEMAS_FOLDER = Path("data/.schema")
_YEAR = re.compile(r"(?<![\d.])20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Made:
    """What was written, from the project's folder, and what to do next."""

    files: tuple[str, ...]
    next_step: str


def begin(folder: Path, year: int | None = None) -> Made:
    """Begin a project in *folder*, which is made where it does not exist.

    Args:
        folder: where to.
        year: year of the first edition; left out, that of the starter. Never that of a clock: the same command gives
            the same files.

    Raises:
        UsageError: something of that name exists there already, or the folder cannot be written to.
    """
    contents = dict(sorted(_contents(year)))
    tops = list(dict.fromkeys(Path(name).parts[0] for name in contents))
    if there := [name for name in tops if (folder / name).exists() or (folder / name).is_symlink()]:
        message = f"{' and '.join(str(folder / name) for name in there)} exist{'s' if len(there) == 1 else ''} already"
        remedy = "name a new folder, as in 'factsheet init my-project', or move away what is in the way"
        raise UsageError([Problem("output-exists", message, remedy=remedy)])
    try:
        _place(contents, tops, folder)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"{folder} cannot be written: {reason}"
        raise UsageError([Problem("output-unwritable", message, remedy="name another folder")]) from error
    edition = next(name for name in contents if re.fullmatch(r"data/[^/]+/\d+\.yml", name))
    step = "factsheet build" if folder == Path() else f"cd {folder} && factsheet build"
    return Made(tuple(contents), f"Now run:  {step}\nThen open {edition} in an editor and make it yours.")


def write(path: Path, data: bytes) -> None:
    """Write one file, whole or not at all.

    Raises:
        UsageError: it cannot be written.
    """
    deliver(path.parent, path.name, data)


def _contents(year: int | None) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file of the project, the schemas that its files refer to included."""
    from . import SCHEMAS
    from .schema import json_schema

    for path in STARTER.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            name, data = path.relative_to(STARTER).as_posix(), path.read_bytes()
            if path.stem.isdigit():
                by = 0 if year is None else year - int(path.stem)
                name, data = _shifted(name, by), _shifted(data.decode(), by).encode()
            yield name, data
    for kind in SCHEMAS:
        schema = json.dumps(json_schema(kind), ensure_ascii=False, indent=1) + "\n"
        yield (SCHEMAS_FOLDER / f"{kind}.json").as_posix(), schema.encode()


def _shifted(text: str, by: int) -> str:
    return _YEAR.sub(lambda found: str(int(found[0]) + by), text)


def _place(contents: dict[str, bytes], tops: list[str], folder: Path) -> None:
    """Write beside the place, then move: a run that is stopped leaves no half of a project."""
    new = not folder.exists()
    home = folder.absolute().parent if new else folder
    home.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".factsheet-", dir=home))
    project, moved = beside / "project", list[Path]()  # mkdtemp's own folder is for its owner alone
    try:
        for name, data in contents.items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_bytes(data)
        if new:
            project.rename(folder)
            return
        for name in tops:
            (project / name).rename(folder / name)
            moved.append(folder / name)
    except BaseException:
        for path in moved:
            shutil.rmtree(path, ignore_errors=True)
        raise
    finally:
        with suppress(OSError):
            shutil.rmtree(beside)
