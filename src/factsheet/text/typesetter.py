"""What blocks, figures and fit ask of text: widths, lines, baselines."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..icu import line_breaks, phrase_breaks
from .breaking import set_balanced, set_ragged
from .choice import Stack
from .ideographs import IDEOGRAPHIC
from .itemise import Run
from .justify import set_justified
from .lines import Lines, empty_line, set_row
from .paragraph import Paragraph
from .rungs import lowered
from .scripts import script_of_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model.brand import FaceFile
    from ..model.content import Span, Text
    from ..model.drawing import GlyphLine
    from ..model.style import Style

_RECENT = 2_000  # paragraphs and lines kept: 20 to 45 MB of full ones
_MOST_WIDTHS = 20_000
_BLANKS = re.compile(" +|$")
BOLD = 600
BOLDER = 700
"""Weight of bold inside a role that is itself semibold or more."""


SLANTED = frozenset({"Armn", "Cyrl", "Geor", "Grek", "Latn"})
"""Scripts that have italics; in the others emphasis is weight."""


class Typesetter:
    """Sets text in one language with the faces and the type scale of one brand.

    What it has set it keeps by content, so keep the typesetter: a known width costs a third of a microsecond, a known
    line little more.

    Attributes:
        language: a BCP 47 tag, for line breaks and for the font's forms of that language.
        right_to_left: whether the language is written so.
    """

    def __init__(
        self,
        faces: Mapping[str, Sequence[FaceFile]],
        scale: Mapping[str, Style],
        language: str,
        right_to_left: bool = False,  # as the edition gives it
    ) -> None:
        """Take a brand's faces by family role and its type scale by role."""
        self.language = language
        self.right_to_left = right_to_left
        script = script_of_language(language)
        self._upright, self._squares = script not in SLANTED, script in IDEOGRAPHIC
        self._faces = faces
        self._scale = scale
        self._lowered: dict[tuple[int, frozenset[str]], Typesetter] = {}
        self._widths: dict[tuple[Text | str, str, int | None, float | None], float] = {}
        self._manner = lru_cache(maxsize=None)(self._find_manner)
        self._spanned = lru_cache(maxsize=None)(self._find_spanned)
        self._stack = lru_cache(maxsize=None)(self._find_stack)
        self._paragraph = lru_cache(maxsize=_RECENT)(self._shape_paragraph)
        self._label = lru_cache(maxsize=_RECENT)(self._shape_label)
        self._line = lru_cache(maxsize=_RECENT)(self._set_line)
        self._lines = lru_cache(maxsize=_RECENT)(self._set_lines)

    def style(self, role: str) -> Style:
        """Return the style of *role*.

        Raises:
            ValueError: the type scale has no such role; the message names those it has.
        """
        try:
            return self._scale[role]
        except KeyError:
            message = f"the type scale has no role '{role}'; it has {', '.join(sorted(self._scale))}"
            raise ValueError(message) from None

    def lowered(self, rung: int, roles: frozenset[str] | None = None) -> Typesetter:
        """Return the same with *roles*, or all of the scale, on *rung* of the fit ladder."""
        roles = frozenset(self._scale) if roles is None else roles
        if not rung:
            return self
        key = rung, roles
        if key not in self._lowered:
            scale = {name: lowered(style, rung) if name in roles else style for name, style in self._scale.items()}
            self._lowered[key] = Typesetter(self._faces, scale, self.language, self.right_to_left)
        return self._lowered[key]

    def baseline(self, role: str) -> float:
        """Return the points from the top of a line box of *role* to its baseline.

        By the primary face, whatever the text: so the baselines of neighbours meet in every script.
        """
        style = self.style(role)
        face = self._stack(style.family, style.weight, style.italic).primary
        above = (style.leading - (face.ascent - face.descent) * style.size) / 2
        return above + face.ascent * style.size

    def line(
        self,
        text: Text | str,
        role: str,
        *,
        colour: str | None = None,
        weight: int | None = None,
        size: float | None = None,
    ) -> GlyphLine:
        """Set *text* on one line, however long; what would end a line is set as a blank.

        *colour* is that of every span without its own. *weight* and *size* (points; tracking grows with it) are for
        what the role sets.
        """
        return self._line(text, role, colour, weight, size)

    def lines(
        self,
        text: Text | str,
        role: str,
        width: float,
        *,
        colour: str | None = None,
        balance: bool = False,
        plain: bool = False,
    ) -> Lines:
        r"""Set *text* in lines of at most *width* points, which end where the language lets them, and at ``\n``.

        The role says whether they are justified, and whether words are hyphenated. Otherwise they are as full as can
        be, but for a last line that would be one word or less than a fifth of the measure. With *balance* there are as
        few lines as *width* allows, these as narrow as they can be: for headings; in Chinese they part no word. *plain*
        lines are ragged and without hyphens whatever the role says: for labels, which are set one by one.
        A word wider than a line is cut, and named in ``overfull``. Nothing gives no line.
        """
        return self._lines(text, role, width, colour, balance, plain)

    def width(self, text: Text | str, role: str, *, weight: int | None = None, size: float | None = None) -> float:
        """Return the points that *text* takes on one line, without the blank at its end."""
        key = (text, role, weight, size)
        try:
            return self._widths[key]
        except KeyError:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            label = self._label(text, role, None, weight, size)
            whole = label.row(0, len(label.boxes)).boxes if label.ideographic else label.boxes
            width = self._widths[key] = label.extent(0, whole)
            return width

    def hits(self) -> dict[str, int]:
        """Return how often paragraphs and their lines were found instead of set, for tests and measurements."""
        return {"paragraphs": self._paragraph.cache_info().hits, "lines": self._lines.cache_info().hits}

    def _set_line(
        self, text: Text | str, role: str, colour: str | None, weight: int | None, size: float | None
    ) -> GlyphLine:
        if colour and isinstance(text, str):  # colour shapes nothing: what was measured is only coloured
            line = self._line(text, role, None, weight, size)
            return replace(line, runs=tuple([run._replace(colour=colour) for run in line.runs]))
        label = self._label(text, role, colour, weight, size)
        if label.boxes:
            return set_row(label, label.row(0, len(label.boxes)))
        style = self._manner(role, colour, weight, size)
        return empty_line(self._stack(style.family, style.weight, style.italic).primary, style)

    def _set_lines(
        self, text: Text | str, role: str, width: float, colour: str | None, balance: bool, plain: bool
    ) -> Lines:
        paragraph, style = self._paragraph(text, role, colour, balance and self._squares), self.style(role)
        if balance:
            broken = set_balanced(paragraph, width)
        elif style.align == "justify" and not plain:
            broken = set_justified(paragraph, width, hyphens=style.hyphens)
        else:
            broken = set_ragged(paragraph, width, hyphens=style.hyphens and not plain)
        return Lines([set_row(paragraph, row) for row in broken.rows], broken.overfull)

    def _shape_paragraph(self, text: Text | str, role: str, colour: str | None, phrases: bool) -> Paragraph:
        runs = self._runs(text, role, colour, None, None)
        breaks = phrase_breaks if phrases else line_breaks
        return Paragraph(runs, self._stacks(runs), self.language, breaks, int(self.right_to_left))

    def _shape_label(
        self, text: Text | str, role: str, colour: str | None, weight: int | None, size: float | None
    ) -> Paragraph:
        runs = self._runs(text, role, colour, weight, size)
        return Paragraph(runs, self._stacks(runs), self.language, _words, int(self.right_to_left))

    def _runs(
        self, text: Text | str, role: str, colour: str | None, weight: int | None, size: float | None
    ) -> tuple[Run, ...]:
        base = self._manner(role, colour, weight, size)
        if isinstance(text, str):
            return (Run(text, base),)
        return tuple([self._run(span, base, colour) for span in text])

    def _run(self, span: Span, base: Style, colour: str | None) -> Run:
        if span.role is None and not span.bold and not span.emphasis and span.colour is None:
            return Run(span.text, base, span.href)
        style = self._spanned(base, colour, span.role, span.bold, span.emphasis, span.colour)
        return Run(span.text, style, span.href)

    def _find_spanned(
        self, base: Style, colour: str | None, role: str | None, bold: bool, emphasis: bool, own: str | None
    ) -> Style:  # a cache wants it so
        style = base if role is None else self._manner(role, colour, None, None).but(leading=base.leading)
        if bold or (emphasis and self._upright):
            style = style.but(weight=BOLDER if style.weight >= BOLD else BOLD)
        if emphasis and not self._upright:
            style = style.but(italic=True)
        return style if own is None else style.but(colour=own)

    def _find_manner(self, role: str, colour: str | None, weight: int | None, size: float | None) -> Style:
        style = self.style(role)
        if size is not None:
            style = style.but(size=size, track=style.track * size / style.size)
        return style.but(colour=colour or style.colour, weight=style.weight if weight is None else weight)

    def _stacks(self, runs: Sequence[Run]) -> list[Stack]:
        return [self._stack(run.style.family, run.style.weight, run.style.italic) for run in runs]

    def _find_stack(self, family: str, weight: int, italic: bool) -> Stack:  # a cache wants it so
        files = self._faces.get(family)
        if not files:
            message = f"the brand has no faces for '{family}'; it has them for {', '.join(sorted(self._faces))}"
            raise ValueError(message)
        return Stack(files, weight, italic=italic)


def _words(text: str, _language: str) -> list[int]:
    """Return the end of each word: a label is never broken, so words are all that shaping needs."""
    ends = [found.end() for found in _BLANKS.finditer(text)]
    return ends[:-1] if len(ends) > 1 and ends[-2] == len(text) else ends
