"""What all figures share: their head, and the alt text made from their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.words import Words


def alt(words: Words, title: str, measure: str, values: Iterable[tuple[str, str]]) -> str:
    """Return an alt text: title, measure, then each name with its value, qualifier included."""
    said = words.phrase("separator").join(words.phrase("alt-value", name=name, value=value) for name, value in values)
    if not measure:
        return words.phrase("alt-untitled", title=title, values=said)
    return words.phrase("alt-figure", title=title, measure=measure, values=said)
