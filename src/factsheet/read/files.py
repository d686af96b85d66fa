"""Reading bytes from the disk: bounded, from regular files, from inside the project."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from ..problems import Position, Problem, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from .report import Problems

MAX_TEXT = 2 * 1024 * 1024
"""Bytes of a YAML or TOML file: a hundred times the longest edition that fits its pages."""

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, and what YAML 1.1 takes for line breaks (editors do not, so line numbers would go wrong)."""


def inside(path: Path, folder: Path) -> bool:
    """Say whether *path*, links followed, lies in *folder*."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def fault(path: Path, name: str) -> tuple[str, str] | None:
    """Return rule and message where *path* cannot be read. Pipes and devices are refused before they are opened."""
    try:
        if not path.exists():
            return "file-missing", f"there is no file {name}"
        if not path.is_file():
            return "file-unreadable", f"{name} is not a regular file"
        with path.open("rb"):
            return None
    except OSError as error:
        return "file-unreadable", f"{name} cannot be read: {error.strerror}"
    except ValueError:
        return "file-unreadable", "this cannot be the name of a file"


def require(path: Path, name: str) -> None:
    """Make sure that a file which the command names can be read.

    Raises:
        UsageError: it is not there, or may not be read.
    """
    if (found := fault(path, name)) is not None:
        raise UsageError([Problem(*found)])


def read_bytes(path: Path, name: str, limit: int, problems: Problems, position: Position) -> bytes | None:
    """Return the bytes of *path*, or None and a problem at *position* (where a file names it, else in itself)."""
    if (found := fault(path, name)) is not None:
        problems.add(*found, position)
        return None
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        problems.add("file-large", f"{name} is larger than {limit // 1024} kB", position)
        return None
    return data


def decode(data: bytes, file: str, problems: Problems) -> str | None:
    r"""Return *data* as text with ``\n`` line ends and without a byte order mark, or None and a problem."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problems.add("file-encoding", "the file is not UTF-8", _end(before, file), "save it as UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (found := _REFUSED.search(text)) is None:
        return text
    message = f"the file holds the invisible character U+{ord(found[0]):04X}"
    problems.add("file-character", message, _end(text[: found.start()], file), "delete it")
    return None


def refused(text: str) -> bool:
    """Say whether a scalar holds, by way of an escape, what a file may not hold."""
    return _REFUSED.search(text) is not None


def _end(before: str, file: str) -> Position:
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return Position(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
