"""YAML in, a branded, print-quality, accessible PDF factsheet out.

The line, one frozen value from each stage to the next; nothing flows back:

    read → check → translate → compose → fit → record → paint → finish → deliver

read       paths to raw YAML with line and column                           read/
check      raw to an Edition, every problem at once                         read/, model/
translate  an Edition and a language to that language's Edition             language/
compose    blocks to content: headings, paragraphs, lists, pictures, …      blocks/, figures/
fit        content to boxes at their final places on pages                  fit/, text/
record     figures at final size to drawings, their labels set              figures/, text/
paint      pages to PDF objects, tagged as they are painted                 pages/, pdf/
finish     bytes to bytes: conformance, object streams                      pdf/
deliver    bytes to files: names, atomic write                              deliver.py

``pipeline.py`` runs it, a line a stage. ``registry.py`` is the only list of block types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model.edition import Edition
    from .pipeline import build, check
    from .problems import FactsheetError

__version__ = "0.1.0"
__all__ = ["Edition", "FactsheetError", "__version__", "build", "check"]

_HOMES = {"Edition": "model.edition", "FactsheetError": "problems", "build": "pipeline", "check": "pipeline"}


def __getattr__(name: str) -> Any:
    """Import the public names on first use (PEP 562), so that ``factsheet --help`` costs next to nothing."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
