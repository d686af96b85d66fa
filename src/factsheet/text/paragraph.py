"""A paragraph: runs of text as one row of shaped boxes, measured, with the places where a line may end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .hyphens import BEFORE, hyphens
from .ideographs import EDGE
from .itemise import ENDS_LINE, itemise, pieces
from .pieces import alike, around, shaped
from .scripts import HYPHENS, SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .box import Box
    from .choice import Stack
    from .itemise import Manner, Piece, Run
    from .pieces import Glue

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
        level: the embedding level of all of it: 1 from right to left.
        directed: whether some of its boxes are not of level 0.
        ideographic: whether some are set in squares, so that the ends of lines are trimmed.
    """

    __slots__ = (
        *("_glue", "boxes", "directed", "ends", "forced", "ideographic", "language", "level"),
        *("manners", "missing", "offsets", "stops"),
    )

    def __init__(
        self,
        runs: Sequence[Run],
        stacks: Sequence[Stack],
        language: str,
        breaks: Callable[[str, str], list[int]],
        level: int = 0,
    ) -> None:
        """Shape *runs*, each with the faces of its stack; *breaks* gives the ends of the pieces of a text."""
        self.language = language
        self.level = level
        self.boxes: list[Box] = []
        self.manners: list[Manner] = []
        self.offsets: list[float] = [0.0]
        self.stops: list[int] = []
        self.ends: list[float] = []
        self.forced: list[int] = []
        self._glue: Glue = {}
        given = "".join([run.text for run in runs])
        text = given.translate(_PLAIN) if _NOT_PLAIN.search(given) else given
        items, missing = itemise(text, runs, stacks, language, level)
        self.directed = any(item.manner.level for item in items)
        self.ideographic = any(item.manner.shaper.ideographic for item in items)
        self.missing = tuple(sorted(missing))
        if text:
            self._fill([*pieces(given, text, items, breaks(given, language), language)])

    def _fill(self, found: list[Piece]) -> None:
        self.boxes, self._glue = shaped(found)
        self.manners = [piece.manner for piece in found]
        x = ink_end = 0.0
        for count, (box, piece) in enumerate(zip(self.boxes, found, strict=True), 1):
            manner = piece.manner
            if box.core:
                ink_end = x + (box.width - box.hang) * manner.scale - manner.track
            x += (box.width + box.blanks) * manner.scale
            self.offsets.append(x)
            if piece.stop:
                if piece.forced:
                    self.forced.append(len(self.stops))
                self.stops.append(count)
                self.ends.append(ink_end)

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
        if self.ideographic:
            self._trim(start, boxes)
        return Row(start, tuple(boxes), self.extent(start, boxes))

    def _trim(self, start: int, boxes: list[Box]) -> None:
        """Take from the ends of a line what is blank in its first and last ideograph, or beside them."""
        for index in {0, len(boxes) - 1}:
            shaper = self.manners[start + index].shaper
            if shaper.ideographic and boxes[index].core:
                text = boxes[index].text
                last = index == len(boxes) - 1
                before = boxes[index - 1].text if index else ""
                left, right = around(shaper, before, text, text, "" if last else boxes[index + 1].text)
                (boxes[index],) = shaper.glued(
                    (text,), after_blank=False, before=left if index else EDGE, after=EDGE if last else right
                )

    def origin(self, start: int) -> float:
        """Return the points before a line that begins with box *start*."""
        if start == len(self.boxes):
            return self.offsets[start]
        return self.offsets[start] + self.boxes[start].lead * self.manners[start].scale

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
        after_blank = bool(before and before[-1].blank_count and alike(self.manners[index - 1], manner))
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
