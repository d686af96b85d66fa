"""Read and check: paths to an Edition, every problem at once and each with its place. The only door to the disk.

YAML is composed by hand from a parser's events (``yaml``), the parts of a file are validated one by one (``validate``)
against models of what people write (``schema``, ``brand_schema``, ``layout``), and references between them last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .edition import read_edition
    from .excerpts import with_excerpts
    from .po import po_path, read_translation
    from .project import Defaults, Project, locate, open_project
    from .resources import bundled
    from .rules import RULES

__all__ = [
    "RULES",
    "Defaults",
    "Project",
    "bundled",
    "locate",
    "open_project",
    "po_path",
    "read_edition",
    "read_translation",
    "with_excerpts",
]

_HOMES = {
    "Defaults": "project",
    "Project": "project",
    "RULES": "rules",
    "bundled": "resources",
    "locate": "project",
    "open_project": "project",
    "po_path": "po",
    "read_edition": "edition",
    "read_translation": "po",
    "with_excerpts": "excerpts",
}


def __getattr__(name: str) -> Any:
    """Import the public names on first use (PEP 562): pydantic's models cost more than reading a file."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
