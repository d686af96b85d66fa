"""Where the folders lie that come with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Kind = Literal["layouts", "fonts", "data"]


def bundled(kind: Kind) -> Path:
    """Return the bundled folder of *kind*.

    A wheel carries the folders inside the package, under ``bundled``; in a checkout they lie at the root of the
    repository, where people look for them.
    """
    package = Path(__file__).resolve().parents[1]
    packed = package / "bundled" / kind
    return packed if packed.is_dir() else package.parents[1] / kind
