"""The files of the Unicode Character Database that lie here."""

from __future__ import annotations

import lzma
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


def lines(name: str) -> Iterator[str]:
    """Yield the lines of *name* without comments."""
    with lzma.open(HERE / f"{name}.xz", "rt", encoding="utf-8") as file:
        for line in file:
            text = line.partition("#")[0].strip()
            if text:
                yield text
