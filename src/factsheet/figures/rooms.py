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
_RUNGS = (AS_IS, CLOSER, SMALLER, LEAST)


def set_labels(labels: Iterable[Label], typesetter: Typesetter) -> tuple[SetLabel, ...]:
    """Return *labels* as glyph lines at their anchors."""
    texts = [(label, _text(label, typesetter)) for label in labels]
    rungs: dict[Kind, int] = {}
    for label, text in texts:
        if label.room is not None and label.room > 0 and _fits(label, text, LEAST, typesetter):
            rung = next(rung for rung in _RUNGS if _fits(label, text, rung, typesetter))
            rungs[_kind(label)] = max(rung, rungs.get(_kind(label), AS_IS))
    return tuple(_set(label, text, rungs.get(_kind(label), AS_IS), typesetter) for label, text in texts)


def _kind(label: Label) -> Kind:
    return label.role, label.weight, label.size


def _text(label: Label, typesetter: Typesetter) -> str:
    """Return the text, or its short form where no rung makes the text fit."""
    return label.text if not label.short or _fits(label, label.text, LEAST, typesetter) else label.short


def _fits(label: Label, text: str, rung: int, typesetter: Typesetter) -> bool:
    return label.room is None or _line(label, text, rung, typesetter).width <= label.room + TOLERANCE


def _set(label: Label, text: str, rung: int, typesetter: Typesetter) -> SetLabel:
    line = _line(label, text, rung, typesetter)
    return SetLabel(line, label.x, label.y, label.anchor, label.role, label.room, rung)


def _line(label: Label, text: str, rung: int, typesetter: Typesetter) -> GlyphLine:
    """Set *text*; a blank ends it, so that labels are words apart to whoever reads the text."""
    size = None if label.size is None else shrunk(label.size, rung)
    return typesetter.lowered(rung).line(
        text.rstrip() + " ", label.role, colour=label.colour, weight=label.weight, size=size
    )
