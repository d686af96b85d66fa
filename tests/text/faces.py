"""What the tests of text share: the repository's faces, sentences, and readers of cores."""

# ruff: noqa: RUF001 # other scripts are what this is about

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import uharfbuzz as hb  # type: ignore[import-untyped]

from factsheet.model.brand import FaceFile
from factsheet.model.style import Style
from factsheet.text.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factsheet.model.drawing import GlyphLine, GlyphRun

FONTS = Path(__file__).parents[2] / "fonts"

SENTENCES = {
    "en": "Office staff in five offices: efficient, affluent. To Tokyo, Vaduz and Yaoundé, “AWAY”; Toward 10,978.",
    "fr": "L’Organisation compte 10\u202f978 fonctionnaires affectés : « Tout va vite », dit-elle à Yaoundé. Vrai ?",
    "es": "¿Cuántos oficiales? Tras el año 2018, Venezuela y Túnez: difícil afianzar flujos; Ávila, Úbeda.",
    "de": "Auf\u200cfassung und Schifffahrt: „Wir fühlen Tiefe“, Vögel. Überall Yacht, Tür und Straße, 12\u00a0%.",
    "ru": "Только Туркменистан и Украина: в офисах 10\u00a0978 сотрудников. Таким образом, Ульяновск. Грудь, Удача.",
    "el": "Το Υπουργείο και η Τήνος: 10.978 υπάλληλοι, Ύδρα. Τα Ψαρά· Γάμος και Υγεία το 2018.",
    "cs": "Tři sta třicet tři stříbrných stříkaček, Vlast Ťapka Ýmir: účast 10\u00a0978 lidí. Yesterday Tábor, Věc.",
}


def _file(family: str, weight: int, name: str, *, italic: bool = False, script: str = "") -> FaceFile:
    return FaceFile(family, weight, italic, FONTS / f"{name}.ttf", script=script)


NOTO = (_file("Noto Sans", 400, "NotoSans-Regular"), _file("Noto Sans", 600, "NotoSans-SemiBold"))
FACES = {
    "display": (
        _file("Source Serif 4", 400, "SourceSerif4-Regular"),
        _file("Source Serif 4", 600, "SourceSerif4-SemiBold"),
        _file("Source Serif 4", 400, "SourceSerif4-Italic", italic=True),
        *NOTO,
    ),
    "text": (
        _file("Source Sans 3", 400, "SourceSans3-Regular"),
        _file("Source Sans 3", 600, "SourceSans3-SemiBold"),
        _file("Source Sans 3", 700, "SourceSans3-Bold"),
        _file("Source Sans 3", 400, "SourceSans3-Italic", italic=True),
        *NOTO,
    ),
    "barlow": (
        _file("Barlow", 400, "Barlow-Regular"),
        _file("Barlow", 600, "Barlow-SemiBold"),
        *NOTO,
    ),
}
_PLEX = tuple(
    _file("IBM Plex Sans Arabic", weight, f"IBMPlexSansArabic-{name}", script="Arab")
    for weight, name in ((400, "Regular"), (600, "SemiBold"), (700, "Bold"))
)
_NASKH = tuple(
    _file("Noto Naskh Arabic", weight, f"NotoNaskhArabic-{name}", script="Arab")
    for weight, name in ((400, "Regular"), (700, "Bold"))
)
ARABIC = {"text": (*FACES["text"], *_PLEX), "display": (*FACES["display"], *_NASKH)}
HAN = {
    role: (
        *FACES[role],
        *(
            _file(family, weight, f"{name}-{style}", script="Hani")
            for weight, style in ((400, "Regular"), (700, "Bold"))
        ),
    )
    for role, family, name in (("text", "Noto Sans SC", "NotoSansSC"), ("display", "Noto Serif SC", "NotoSerifSC"))
}
SCALE = {
    "body": Style("text", 9, 12),
    "small": Style("text", 6.5, 9),
    "strong": Style("text", 9, 12, 600),
    "figure": Style("text", 8, 10, tabular=True),
    "caps": Style("text", 7, 9, 600, track=0.56),
    "h1": Style("display", 24, 28),
    "plain": Style("barlow", 9, 12),
}


def typesetter(language: str = "en") -> Typesetter:
    """A typesetter with nothing in its caches."""
    return Typesetter(FACES, SCALE, language)


def glyph_texts(run: GlyphRun) -> list[str]:
    """The text of each glyph of *run* in the order in which it is painted."""
    extras = {marker: text for marker, _, text in run.extras}
    shown = re.sub(">[^<]*<", "", run.core)
    codes = re.findall(r"[0-9A-F]{4}|[^0-9A-F]", shown)
    assert "".join(codes) == shown
    return [extras[code] if code in extras else run.face.text_of(int(code, 16)) for code in codes]


def painted(lines: Iterable[GlyphLine]) -> str:
    """What a reader of the glyphs finds, without the fillers."""
    return "".join(text for line in lines for run in line.runs for text in glyph_texts(run)).replace("\u2060", "")


def pen(run: GlyphRun) -> float:
    """Where a viewer's pen is after *run*, in points, by the rules of ISO 32000-1, 9.4.4, with whole W entries."""
    glyphs = {marker: glyph for marker, glyph, _ in run.extras}
    upem = run.face.upem
    x = 0.0
    for codes, between in re.findall("([^<>]*)(?:>([^<]*)<)?", run.core):
        for code in re.findall(r"[0-9A-F]{4}|[^0-9A-F]", codes):
            glyph = glyphs[code] if code in glyphs else int(code, 16)
            x += round(run.face.advance(glyph) * 1000 / upem) / 1000 + run.track / run.size
        if between and "Ts" not in between:
            x -= sum(map(float, between.split())) / 1000
    return x * run.size


def harfbuzz_width(path: Path, text: str, size: float, script: str, language: str, **features: bool) -> float:
    """The width of *text* shaped by HarfBuzz as a whole, in points."""
    face = hb.Face(hb.Blob(path.read_bytes()))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", script, language
    hb.shape(hb.Font(face), buffer, features)
    units = float(sum(place.x_advance for place in buffer.glyph_positions))
    return units * size / float(face.upem)
