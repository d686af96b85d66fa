"""What tests of the command share: what a run left behind, and a word of a sample changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

BRIEF = "meridian-brief/2024.yml"


class Ended(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


def edit(project: Path, old: str, new: str, sheet: str = BRIEF) -> None:
    """Replace the one place of a sheet that reads *old*."""
    path = project / "data" / sheet
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")
