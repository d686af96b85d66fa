"""Sixty paragraphs on a page: CPU of the text engine and its PDF beside ReportLab's own Paragraph, unshaped.

Both write a whole document, fonts and saving included; ours is tagged as well. Every paragraph is the sentence of the
specimen with another number in it. First: nothing of the language has been set in this process. Again: the same texts
in a new document. New numbers: the words are known, the paragraphs are not. New words: no word is known.
"""

from __future__ import annotations

import html
import io
import time
from dataclasses import replace
from functools import cache, partial
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import pytest
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from factsheet.model.brand import Brand, Colour
from factsheet.model.content import Span
from factsheet.model.geometry import Box
from factsheet.model.placed import Metadata, Placed, PlacedLine, PlacedPage
from factsheet.model.style import Style
from factsheet.model.tag import Tag
from factsheet.pages.document import paint
from factsheet.pdf.canvas import ScreenCanvas
from factsheet.text.shapers import forget
from factsheet.text.typesetter import Typesetter
from specimen.page import brand
from specimen.page import sentences as written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsheet.model.content import Text

pytestmark = pytest.mark.bench

COUNT, ROUNDS = 60, 5
SIZE, LEADING, MEASURE, LEFT, TOP, FOOT = 10, 15, 440, 56, 50, 790
FONTS = {
    "ar": "IBMPlexSansArabic", "zh-Hans": "NotoSansSC", "hi": "NotoSansDevanagari", "th": "NotoSansThai",
}  # fmt: skip
LIMITS = {"ar": (1.0, 0.25)} | dict.fromkeys(("en", "fr", "ru", "zh-Hans", "hi", "th"), (0.85, 0.25))
"""What is hoped for: CPU first and again, as shares of ReportLab's."""

SCALE = {"body": Style("text", SIZE, LEADING)}


class Case(NamedTuple):
    """A language and how it is set."""

    language: str
    right_to_left: bool
    house: Brand

    def setter(self) -> Typesetter:
        """A typesetter with empty caches of its own."""
        return Typesetter(self.house.faces, SCALE, self.language, self.right_to_left)


@cache
def sentences() -> dict[str, Text]:
    """Return the sentences of the specimen, their coloured words in a colour but no links: ReportLab's have none."""
    return {language: tuple(replace(span, href=None) for span in text) for language, text in written().items()}


def varied(language: str, number: int) -> Text:
    first, *others = sentences()[language]
    return (Span(f"{first.text} {number * 7919 % 10000} "), *others)


def unseen(language: str, number: int) -> Text:
    """The sentence with every word changed: its letters moved on by *number* within their alphabet."""
    return tuple(replace(span, text="".join(_moved(c, number) for c in span.text)) for span in sentences()[language])


def _moved(character: str, number: int) -> str:
    for first, last in (("a", "z"), ("а", "я"), ("ا", "غ"), ("क", "ह"), ("ก", "ฮ"), ("一", "丏")):  # noqa: RUF001
        if first <= character <= last:
            return chr(ord(first) + (ord(character) - ord(first) + number) % (ord(last) - ord(first) + 1))
    return character


def ours(case: Case, setter: Typesetter, texts: Sequence[Text]) -> tuple[float, int]:
    """Return CPU milliseconds and pages."""
    start = time.process_time()
    pages: list[list[Placed]] = [[]]
    y = TOP
    for text in texts:
        lines = setter.lines(text, "body", MEASURE)
        if y + LEADING * len(lines) > FOOT:
            pages.append([])
            y = TOP
        placed = tuple(PlacedLine(line, LEFT, y + LEADING * index) for index, line in enumerate(lines))
        y += LEADING * len(lines)
        pages[-1].append(Placed(Box(LEFT, y, MEASURE, 0), Tag("P"), lines=placed))
    metadata = Metadata("Bench", "", "", case.language, "2024-01-01", case.right_to_left)
    sheets = tuple(PlacedPage(595, 842, 0, tuple(nodes)) for nodes in pages)
    paint(sheets, metadata, partial(ScreenCanvas, brand=case.house, metadata=metadata))
    return (time.process_time() - start) * 1e3, len(sheets)


def theirs(language: str, texts: Sequence[Text]) -> float:
    wrap = {"wordWrap": "CJK"} if language in {"zh-Hans", "th"} else {}
    style = ParagraphStyle("body", fontName=_registered(language), fontSize=SIZE, leading=LEADING, **wrap)
    marked = ["".join(map(_marked, text)) for text in texts]
    start = time.process_time()
    template = SimpleDocTemplate(
        io.BytesIO(), pagesize=(595, 842), leftMargin=LEFT, rightMargin=99, topMargin=TOP, bottomMargin=52
    )
    template.build([Paragraph(text, style) for text in marked])
    return (time.process_time() - start) * 1e3


def _registered(language: str) -> str:
    name = FONTS.get(language, "SourceSans3")
    files = {file.path.stem: file.path for file in brand().faces["text"]}
    bold = next(stem for stem in (f"{name}-Bold", f"{name}-SemiBold") if stem in files)
    pdfmetrics.registerFont(TTFont(name, str(files[f"{name}-Regular"])))
    pdfmetrics.registerFont(TTFont(f"{name}B", str(files[bold])))
    pdfmetrics.registerFontFamily(name, normal=name, bold=f"{name}B", italic=name, boldItalic=f"{name}B")
    return name


def _marked(span: Span) -> str:
    text = html.escape(span.text)
    text = f"<b>{text}</b>" if span.bold else text
    return f'<font color="{HexColor("#b8400f").hexval().replace("0x", "#")}">{text}</font>' if span.colour else text


@pytest.mark.parametrize("language", LIMITS)
def test_sixty_paragraphs(language: str) -> None:
    house = brand()
    colours = {**house.colours, "text": Colour("#1B2B38")}
    case = Case(language, language == "ar", Brand(house.name, colours, house.faces, SCALE))
    texts = [varied(language, number) for number in range(COUNT)]
    ours(case, case.setter(), texts[:2])
    theirs(language, texts[:2])
    found: dict[str, list[float]] = {"theirs": [], "first": [], "again": [], "new numbers": [], "new words": []}
    for turn in range(1, ROUNDS + 1):
        found["theirs"].append(theirs(language, texts))
        forget()
        setter = case.setter()
        first, pages = ours(case, setter, texts)
        found["first"].append(first)
        found["again"].append(ours(case, setter, texts)[0])
        others = [varied(language, number) for number in range(COUNT * turn, COUNT * (turn + 1))]
        found["new numbers"].append(ours(case, setter, others)[0])
        found["new words"].append(ours(case, setter, [unseen(language, n + 7 * turn) for n in range(COUNT)])[0])
        assert pages > 1
        assert setter.hits()["lines"] >= COUNT
    middle = {name: median(times) for name, times in found.items()}
    shares = {name: middle[name] / middle["theirs"] for name in found if name != "theirs"}
    said = ", ".join(f"{name} {share:.2f}" for name, share in shares.items())
    hoped = LIMITS[language]
    print(f"\n{language}: ReportLab {middle['theirs']:.0f} ms; {said} of it (hoped: {hoped[0]}, {hoped[1]})")
