"""Labels that are wider than the room their figure keeps for them: the fit ladder, one line at a time.

Letters a little closer, then 4 and 8 per cent smaller, then the short form of the text; all labels of one kind in a
figure alike, so that none looks like a slip. What still does not fit is left as it is, for the checks to find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.drawing import SetLabel
from ..text.rungs import AS_IS, CLOSER, LEAST, SMALLER, shrunk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.drawing import GlyphLine, Label
    from ..text.typesetter import Typesetter

    Kind = tuple[str, int | None, float | None]

TOLERANCE = 0.01


def set_labels(labels: Iterable[Label], typesetter: Typesetter) -> tuple[SetLabel, ...]:
    """Return *labels* as glyph lines at their anchors."""
    texts = [(label, _text(label, typesetter)) for label in labels]
    rungs: dict[Kind, int] = {}
    for label, text in texts:
        if label.room is not None and label.room > 0:
            rungs[_kind(label)] = max(_rung(label, text, typesetter), rungs.get(_kind(label), AS_IS))
    return tuple(_set(label, text, rungs.get(_kind(label), AS_IS), typesetter) for label, text in texts)


def blanked(text: str) -> str:
    """Return *text* as it is set, and so measured: a blank ends it, to part labels for whoever reads the text."""
    return text.rstrip() + " "


def _kind(label: Label) -> Kind:
    return label.role, label.weight, label.size


def _text(label: Label, typesetter: Typesetter) -> str:
    """Return the text, or its short form where no rung makes the text fit."""
    if not label.short or any(_fits(label, label.text, rung, typesetter) for rung in (AS_IS, LEAST)):
        return label.text
    return label.short


def _rung(label: Label, text: str, typesetter: Typesetter) -> int:
    """Return the first rung on which *text* fits; nearly all do as they are, so that no other is set to find out."""
    if _fits(label, text, AS_IS, typesetter) or not _fits(label, text, LEAST, typesetter):
        return AS_IS
    return next(rung for rung in (CLOSER, SMALLER, LEAST) if _fits(label, text, rung, typesetter))


def _fits(label: Label, text: str, rung: int, typesetter: Typesetter) -> bool:
    return label.room is None or _line(label, text, rung, typesetter).width <= label.room + TOLERANCE


def _set(label: Label, text: str, rung: int, typesetter: Typesetter) -> SetLabel:
    line = _line(label, text, rung, typesetter)
    return SetLabel(line, label.x, label.y, label.anchor, label.role, label.room, rung)


def _line(label: Label, text: str, rung: int, typesetter: Typesetter) -> GlyphLine:
    size = None if label.size is None else shrunk(label.size, rung)
    return typesetter.lowered(rung).line(blanked(text), label.role, colour=label.colour, weight=label.weight, size=size)
