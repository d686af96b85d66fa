"""Deliver: file names and atomic writes. Nothing is ever half-written."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from .problems import Problem, UsageError


def file_name(sheet: str, edition: str, language: str, profile: str = "screen") -> str:
    """Return ``{sheet}-{edition}-{language}[-{profile}].pdf``; screen is what most people want and has no suffix."""
    suffix = "" if profile == "screen" else f"-{profile}"
    return f"{sheet}-{edition}-{language}{suffix}.pdf"


def write(folder: Path, name: str, data: bytes) -> Path:
    """Write *data* under *folder*: to a temporary file beside the target first, then in its place.

    Raises:
        UsageError: the folder cannot be made or written to.
    """
    target, temporary = folder / name, None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        remedy = "name a folder that you may write to with -o"
        raise UsageError(
            [Problem("output-unwritable", f"{target} cannot be written: {reason}", remedy=remedy)]
        ) from error
    finally:  # an interrupt leaves nothing behind either
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()
    return target


def _umask() -> int:
    """Return the process's umask; the system has no way to read it but to set it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
