"""A paragraph: runs of text as one row of shaped boxes, measured, with the places where a line may end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .hyphens import BEFORE, hyphens
from .itemise import ENDS_LINE, itemise, pieces
from .scripts import HYPHENS, SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .box import Box
    from .choice import Stack
    from .itemise import Manner, Piece, Run

# What ends a line and tabs are set as blanks; half a character as what stands for something lost.
_PLAIN = dict.fromkeys(map(ord, [*ENDS_LINE, "\t"]), " ") | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_NOT_PLAIN = re.compile("[\n\r\v\f\x85\u2028\u2029\t\ud800-\udfff]")


class Row(NamedTuple):
    """The boxes of one line, from box *start* of its paragraph.

    Attributes:
        width: points without what hangs at its end.
        measure: points to which its blanks are stretched or shrunk; None leaves them as they are.
    """

    start: int
    boxes: tuple[Box, ...]
    width: float
    measure: float | None = None

    @property
    def hyphenated(self) -> bool:
        """Whether a hyphen is seen at its end, ours or the author's."""
        return self.boxes[-1].text.endswith(HYPHENS)


def _alike(one: Manner, other: Manner) -> bool:
    """Say whether letters of the two are shaped together: in one manner, the colour aside."""
    return one is other or (one.shaper is other.shaper and one.scale == other.scale)


class Paragraph:
    """Runs of text, shaped. Pieces with no blank between them are shaped together.

    Attributes:
        boxes: in logical order.
        manners: of each box.
        offsets: points before each box, and at the end.
        stops: for each place where a line may end, the number of boxes before it.
        ends: for each of them, points before what would hang there (blanks, tracking); never falling.
        forced: which of them end a line however short.
        missing: characters that no face has, sorted.
    """

    __slots__ = ("_glue", "_ink_end", "boxes", "ends", "forced", "language", "manners", "missing", "offsets", "stops")

    def __init__(
        self, runs: Sequence[Run], stacks: Sequence[Stack], language: str, breaks: Callable[[str, str], list[int]]
    ) -> None:
        """Shape *runs*, each with the faces of its stack; *breaks* gives the ends of the pieces of a text."""
        self.language = language
        self.boxes: list[Box] = []
        self.manners: list[Manner] = []
        self.offsets: list[float] = [0.0]
        self.stops: list[int] = []
        self.ends: list[float] = []
        self.forced: list[int] = []
        self._ink_end = 0.0
        self._glue: dict[int, tuple[int, int]] = {}  # of boxes shaped together: the first, and past the last
        given = "".join([run.text for run in runs])
        text = given.translate(_PLAIN) if _NOT_PLAIN.search(given) else given
        items, missing = itemise(text, runs, stacks, language)
        self.missing = tuple(sorted(missing))
        if text:
            self._fill(pieces(given, text, items, breaks(given, language), language))

    def _fill(self, found: Iterable[Piece]) -> None:
        glued: list[Piece] = []
        for piece in found:
            if glued and (glued[-1].text[-1] == " " or not _alike(glued[-1].manner, piece.manner)):
                self._add(glued)
                glued = []
            glued.append(piece)
        self._add(glued)

    def _add(self, glued: list[Piece]) -> None:
        """Shape pieces as one text and measure them."""
        manner = glued[0].manner
        shaper = manner.shaper
        after_blank = bool(self.boxes and self.boxes[-1].blank_count and _alike(self.manners[-1], manner))
        if len(glued) == 1:
            text = glued[0].text
            boxes = (shaper[text],) if after_blank else shaper.glued((text,), after_blank=False)
        else:
            boxes = shaper.glued(tuple([piece.text for piece in glued]), after_blank=after_blank)
            first = len(self.boxes)
            group = (first, first + len(glued))
            self._glue |= dict.fromkeys(range(*group), group)
        for box, piece in zip(boxes, glued, strict=True):
            self._measure(box, piece)

    def _measure(self, box: Box, piece: Piece) -> None:
        manner = piece.manner
        x = self.offsets[-1]
        if box.core:
            self._ink_end = x + box.width * manner.scale - manner.track
        self.offsets.append(x + (box.width + box.blanks) * manner.scale)
        self.boxes.append(box)
        self.manners.append(manner)
        if piece.stop:
            if piece.forced:
                self.forced.append(len(self.stops))
            self.stops.append(len(self.boxes))
            self.ends.append(self._ink_end)

    def extent(self, start: int, boxes: Sequence[Box]) -> float:
        """Return the width of *boxes*, from box *start* on, without the blanks and the tracking at their end."""
        x = end = 0.0
        for box, manner in zip(boxes, self.manners[start : start + len(boxes)], strict=True):
            if box.core:
                end = x + box.width * manner.scale - manner.track
            x += (box.width + box.blanks) * manner.scale
        return max(end, 0.0)

    def row(self, start: int, end: int, rest: Box | None = None) -> Row:
        """Return boxes *start* to *end* as a line of their own: its edges shaped as edges, a soft hyphen shown.

        *rest* stands in for the first box, where the line before has taken a part of it.
        """
        boxes = self.boxes[start:end]
        if rest is not None:
            boxes[0] = rest
        hyphen = end < len(self.boxes) and boxes[-1].text.endswith(SOFT_HYPHEN)
        first, last = self._group(start)
        head = min(last, end)
        leans = boxes[0].leans if start == first else self.boxes[start - 1].tied
        opens = rest is None and leans
        if opens:
            boxes[: head - start] = self._alone(start, boxes[: head - start], hyphen=hyphen and head == end)
        first, last = self._group(end - 1)
        if (hyphen or (end < last and boxes[-1].tied)) and not (opens and head == end):
            tail = max(first - start, 0)
            boxes[tail:] = self._alone(start + tail, boxes[tail:], after_blank=boxes[tail].leans, hyphen=hyphen)
        return Row(start, tuple(boxes), self.extent(start, boxes))

    def hyphens(self, index: int, rest: Box | None = None) -> tuple[int, ...]:
        """Return the offsets at which box *index*, or what is *rest* of it, may be cut with a hyphen.

        Pieces shaped together, or set in several manners, are no single word, so they have none.
        """
        if index in self._glue or (index and not self.boxes[index - 1].blank_count):
            return ()
        text = self.boxes[index].text
        points = hyphens(text.rstrip(" "), self.language)
        if rest is None:
            return points
        taken = len(text) - len(rest.text)
        return tuple([point - taken for point in points if point - taken >= BEFORE])

    def cut(self, start: int, index: int, point: int, rest: Box | None = None) -> tuple[Row, Box]:
        """Return the line from box *start* that ends with a hyphen in box *index*, and what is left of that box.

        *point* counts the characters of the box, or of *rest* where that stands for it.
        """
        manner = self.manners[index]
        before = list(self.row(start, index, rest).boxes) if index > start else []
        text = rest.text if rest is not None and not before else self.boxes[index].text
        after_blank = bool(before and before[-1].blank_count and _alike(self.manners[index - 1], manner))
        head = manner.shaper.glued((text[:point] + SOFT_HYPHEN,), after_blank=after_blank, hyphen=True)
        (left,) = manner.shaper.glued((text[point:],), after_blank=False)
        boxes = (*before, *head)
        return Row(start, boxes, self.extent(start, boxes)), left

    def _group(self, index: int) -> tuple[int, int]:
        return self._glue.get(index, (index, index + 1))

    def _alone(
        self, start: int, boxes: list[Box], *, after_blank: bool = False, hyphen: bool = False
    ) -> tuple[Box, ...]:
        texts = tuple([box.text for box in boxes])
        return self.manners[start].shaper.glued(texts, after_blank=after_blank, hyphen=hyphen)
