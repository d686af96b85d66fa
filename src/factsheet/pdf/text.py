"""Lines of glyphs to one text object (ISO 32000-1, 9.4): whoever brackets the string brackets the whole paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.drawing import GlyphLine, GlyphRun
    from .fonts import DocumentFonts
    from .inks import ScreenInks


class Spot(NamedTuple):
    """A line and where its left edge and baseline are, in PDF's coordinates."""

    line: GlyphLine
    x: float
    y: float


@dataclass(slots=True)
class _State:
    """What the text object has set so far, so that nothing is set twice."""

    font: str = ""
    colour: str = ""
    track: float = 0.0


def text_object(spots: Iterable[Spot], fonts: DocumentFonts, inks: ScreenInks) -> str:
    """Return BT … ET for all lines, the marks painted after them, or nothing where there is nothing to show."""
    state, out = _State(), ["BT"]
    marks: list[str] = []
    for line, x, y in spots:
        out += _line(line, x - line.lead, y, state, fonts, inks)
        marks += _marks(line, x - line.lead, y, inks)
    if state.track:
        out.append("0 Tc")
    return " ".join([*out, "ET", *marks]) if len(out) > 1 else ""


def _line(line: GlyphLine, x: float, y: float, state: _State, fonts: DocumentFonts, inks: ScreenInks) -> Iterable[str]:
    place: tuple[float, float] | None = None
    for run in line.runs:
        codes = fonts[run.face].hexadecimal(run)
        if codes:
            yield from _settings(run, state, inks)
            # The font has size 1 and the matrix the real one: kerns and tracking are then in em, good for every size.
            if place != (run.size, run.rise):
                place = (run.size, run.rise)
                size = f"{run.size:g}"
                yield f"{size} 0 0 {size} {x:.3f} {y + run.rise:.3f} Tm"
            yield _shown(codes)
        x += run.width


def _marks(line: GlyphLine, x: float, y: float, inks: ScreenInks) -> Iterable[str]:
    """Yield the marks of a line as outlines: the letters carry their text, and no glyph of theirs can tear a word."""
    for run in line.runs:
        if run.late:
            yield inks.fill(run.colour)
            scale = f"{run.size / run.face.upem:.6f}"
            for right, up, glyph in run.late:
                left, foot = x + right * run.size, y + run.rise + up * run.size
                yield f"q {scale} 0 0 {scale} {left:.3f} {foot:.3f} cm {run.face.outline(glyph)} f Q"
        x += run.width


def _settings(run: GlyphRun, state: _State, inks: ScreenInks) -> Iterable[str]:
    if state.font != run.face.name:
        state.font = run.face.name
        yield f"/{run.face.name} 1 Tf"
    if state.colour != run.colour:
        state.colour = run.colour
        yield inks.fill(run.colour)
    track = run.track / run.size
    if state.track != track:
        state.track = track
        yield f"{track:.5f} Tc" if track else "0 Tc"


def _shown(codes: str) -> str:
    """Return the TJ operator. A blank keeps numbers apart where an empty string between them falls away."""
    array = f"[<{codes}>]".replace("<>", " ")
    return f"{array}TJ" if array.strip("[] ") else ""
