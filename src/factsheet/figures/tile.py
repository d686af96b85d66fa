"""One key figure: its label, its number, its change, its mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .numerals import QUALIFIER, SUFFIX_GAP, WORD_GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.content import Surface
    from ..model.facts import Printed
    from .marks_of_tiles import Mark
    from .reckoned import Change

HEIGHT, MARK_TOP = 116.0, 82.0
LABEL, NUMBER, LINE = 16.5, 54.5, 74.5
"""Baselines of label, number and the line under it, below the rule."""

HERO, WORD, SECOND = "hero", "h3", "sub"
BOLD = 600
PIECE_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile before it has a place.

    Attributes:
        labels: what it counts, the longer first.
        unit: what has to be said in the label, or else after the change (``USD million``).
        printed: the value.
        number: the value as it is set, with the sign of a per cent.
        change: what has changed, or None.
        since: the words after the change.
        line: what stands under the number where there is no change.
        comma: what stands between two parts of a line.
        mark: what stands under that.
        said: all of it for an alt text.
    """

    labels: tuple[str, ...]
    unit: str
    printed: Printed
    number: str
    change: Change | None
    since: str
    line: str
    mark: Mark | None
    said: str
    comma: str = ", "

    def share(self, surface: Surface, width: float) -> float:
        """Return how large the number may be in *width*, as a share of its role's size."""
        fixed = self._before(surface)
        if self.printed.suffix:
            fixed += SUFFIX_GAP + surface.measure(self.printed.suffix, QUALIFIER)
        return (width - fixed) / max(surface.measure(self.number, HERO), 0.01)

    def draw(self, surface: Surface, x: float, width: float, share: float, stem: float) -> None:
        """Draw it from *x*; *share* is the size of the number, *stem* where bars of marks start."""
        in_label = self._label(surface, x, width)
        self._number(surface, x, width, share)
        self._second(surface, x, width, "" if in_label else self.unit)
        if self.mark is not None:
            self.mark.draw(surface, x, width, stem)

    def _before(self, surface: Surface) -> float:
        return surface.measure(self.printed.word, WORD) + WORD_GAP if self.printed.word else 0.0

    def _label(self, surface: Surface, x: float, width: float) -> bool:
        """Set the first label that fits, with the unit if it can; return whether the unit is said."""
        united = [label + self.comma + self.unit for label in self.labels] if self.unit else []
        beside = self.change is not None and self._fits(surface, self._pieces(self.unit), width)
        choices = [*united, *(self.labels if beside or not self.unit else ())]
        text = next((c for c in choices if surface.measure(c, WORD) <= width), choices[-1])
        surface.label(text, x, LABEL, WORD, room=width)
        return text in united or not self.unit

    def _number(self, surface: Surface, x: float, width: float, share: float) -> None:
        size = share * self._size(surface)
        start = self._before(surface)
        if self.printed.word:
            surface.label(self.printed.word, x, NUMBER, WORD)
        surface.label(self.number, x + start, NUMBER, HERO, size=size, room=width - start)
        if self.printed.suffix:
            end = x + start + surface.measure(self.number, HERO, size=size) + SUFFIX_GAP
            surface.label(self.printed.suffix, end, NUMBER, QUALIFIER, room=max(0.0, x + width - end))

    def _size(self, surface: Surface) -> float:
        """Return the size that the brand gives the role, which a surface tells by its widths."""
        return surface.measure("0", HERO) / max(surface.measure("0", HERO, size=1.0), 0.01)

    def _second(self, surface: Surface, x: float, width: float, unit: str) -> None:
        if self.change is None:
            self._line(surface, x, width)
            return
        end = x + width
        for text, role, colour, weight, before in self._pieces(unit):
            x += before
            surface.label(text, x, LINE, role, colour=colour, weight=weight, room=max(0.0, end - x))
            x += surface.measure(text, role, weight=weight)

    def _line(self, surface: Surface, x: float, width: float) -> None:
        """Set what stands in place of a change, in more than one line where neither mark nor edge is in the way."""
        lines = surface.wrap(self.line, SECOND, width) if self.mark is None else (self.line,)
        free = LINE + (len(lines) - 1) * surface.leading(SECOND) < surface.height
        for i, line in enumerate(lines if free else (self.line,)):
            if line:
                surface.label(line, x, LINE + i * surface.leading(SECOND), SECOND, room=width)

    def _pieces(self, unit: str) -> Iterator[tuple[str, str, str | None, int | None, float]]:
        """Yield text, role, colour, weight and the space before it of what the line of change is made of."""
        if self.change is None:
            return
        text = " ".join(filter(None, (self.change.word, self.change.text)))
        yield text, SECOND, "data" if self.change.falls else "accent_text", BOLD, 0.0
        if self.change.suffix:
            yield self.change.suffix, QUALIFIER, None, None, SUFFIX_GAP
        yield self.since + (self.comma + unit if unit else ""), SECOND, None, None, PIECE_GAP

    @staticmethod
    def _fits(surface: Surface, pieces: Iterator[tuple[str, str, str | None, int | None, float]], width: float) -> bool:
        return sum(before + surface.measure(text, role, weight=w) for text, role, _, w, before in pieces) <= width
