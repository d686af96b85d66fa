"""The pages of a proof: each text with its translation beside it, both in their own script and direction.

Pages run from left to right whatever the languages are, so that the source stands on the left in every proof. Whoever
listens meets each text as an entry of a list: its name, what is to be done with it, the source, the translation.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..fit.boxes import RuleBox
from ..fit.furniture import Furniture
from ..fit.texts import text_box
from ..language.phrases import phrases
from ..model.content import ComposedPage, Heading, Paragraph, Span, plain
from ..model.drawing import Drawing, Shape, rectangle
from ..model.geometry import Box
from ..model.layout import Grid, Layout, Template
from ..model.placed import Placed, PlacedLine, PlacedPage
from ..model.tag import ARTIFACT, HEADER, Tag
from ..text.scripts import script_of_language
from ..text.typesetter import Typesetter
from .proof_rows import COLUMN, MEASURE, OTHER, SIDE, WIDTH, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..fit.texts import TextBox
    from ..language.words import EditionWords
    from ..model.edition import Edition
    from .proof_rows import Pair, Row

HEIGHT, TOP, BOTTOM = 841.89, 26.0, 38.0
STRIP_AT, STRIP = 50.0, 22.0  # the strip with the names of the languages
TITLE_AT, TITLE_GAP = 60.0, 12.0
AFTER_STRIP, BEFORE_PAGE, BEFORE_BLOCK = 14.0, 20.0, 10.0
RULE_GAP, HEAD_GAP = 6.0, 4.0
ABOVE_FOOT = 12.0  # what the rows leave free over the footer
BETWEEN = " \N{EN DASH} "
GRID = Grid(WIDTH, HEIGHT, TOP, SIDE, BOTTOM, 12, 12.0, 12.0, 0.0)
TEMPLATE = Template("proof", (), ("emblem", "title", "section"), ("note", "folio"))
LAYOUT = Layout("proof", GRID, STRIP_AT, HEIGHT - BOTTOM, (TEMPLATE,))
FOOT = LAYOUT.foot - ABOVE_FOOT
WHOLE = FOOT - STRIP_AT - STRIP - AFTER_STRIP
"""What a page holds; a text that is taller goes on on the next one."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What is proven: the texts of an edition in their order, the words of both languages, the PO file's name."""

    edition: Edition
    file: str
    source_words: EditionWords
    words: EditionWords
    pairs: tuple[Pair, ...]


def proof_pages(proof: Proof) -> tuple[PlacedPage, ...]:
    """Return the pages of a proof."""
    setter = _Setter(proof, _typesetter(proof, proof.source_words), _typesetter(proof, proof.words))
    setter.title()
    group = block = ""
    for pair in proof.pairs:
        heads = []
        if (name := _group(pair, proof.source_words)) != group:
            group, block = name, ""
            heads.append(Heading((Span(name),), 2, "h2"))
        if pair.page and (where := ".".join(pair.where.split(".")[:3])) != block:
            block = where
            heads.append(Heading((Span(pair.kind.capitalize()),), 3, "h3"))
        setter.row(pair, heads)
    return setter.finished()


def _typesetter(proof: Proof, words: EditionWords) -> Typesetter:
    brand = proof.edition.brand
    scale = brand.scale_of(script_of_language(words.language))
    return Typesetter(brand.faces, scale, words.language, words.right_to_left)


def _group(pair: Pair, words: EditionWords) -> str:
    return words.phrase("proof-page", page=pair.page) if pair.page else words.phrase(f"proof-{pair.kind}")


@dataclass(slots=True)
class _Setter:
    """Sets row after row, and begins a page where the next one has no room."""

    proof: Proof
    left: Typesetter
    right: Typesetter
    pages: list[list[Placed]] = field(default_factory=list)
    y: float = 0.0
    begun: float = 0.0  # where the rows of this page begin
    list_tag: Tag = field(default_factory=lambda: Tag("L"))

    # -- what stands on every page ------------------------------------------------------------------------------------

    def title(self) -> None:
        """Begin the first page with the title, and how much there is to do."""
        words, told = self.proof.source_words, Counter(pair.state for pair in self.proof.pairs)
        counts = [("texts", len(self.proof.pairs)), *((state, told[state]) for state in ("fuzzy", "empty", "wrong"))]
        said = [
            words.phrase("alt-value", name=words.phrase(f"proof-{key}"), value=words.number(count, 0))
            for key, count in counts
            if count or key == "texts"
        ]
        self.pages.append([])
        self.y = TITLE_AT
        self._text(Heading(words.text(self.proof.edition.title), 1, "h1"))
        self._text(Paragraph((Span(words.phrase("proof")), Span(f" · {' · '.join(said)}")), "sub"), HEAD_GAP)
        self._strip(self.y + TITLE_GAP, (Tag("P", lang=words.language), Tag("P", lang=self.proof.words.language)))

    def _next_page(self) -> None:
        self.pages.append([])
        self._strip(STRIP_AT, (HEADER, HEADER))

    def _strip(self, y: float, tags: tuple[Tag, Tag]) -> None:
        """Place the names of both languages on a tint from edge to edge."""
        box = Box(0, y, WIDTH, STRIP)
        tint = Drawing(WIDTH, STRIP, (Shape(rectangle(0, 0, WIDTH, STRIP), fill="panel"),))
        self.pages[-1].append(Placed(box, ARTIFACT, drawing=tint, kind="band"))
        sides = zip((SIDE, OTHER), (self.left, self.right), tags, strict=True)
        for x, typesetter, tag in sides:
            language = typesetter.language
            name = Span(_own_name(language)), Span(f"  {language} ", role="caption", colour="muted")
            line = typesetter.line(name, "h3")
            base = y + (STRIP + 0.7 * typesetter.style("h3").size) / 2
            end = typesetter.right_to_left
            tag = replace(tag, actual=plain(name)) if end and tag is not HEADER else tag
            placed = PlacedLine(line, x + COLUMN if end else x, base, end=end, role="h3")
            self.pages[-1].append(Placed(Box(x, y, COLUMN, STRIP), tag, lines=(placed,), kind="text"))
        self.y = self.begun = y + STRIP + AFTER_STRIP

    def _text(self, item: Heading | Paragraph, above: float = 0.0) -> None:
        box = text_box(item, MEASURE, self.left)
        self.pages[-1].append(box.place(SIDE, self.y + above))
        self.y += above + box.height

    # -- rows ---------------------------------------------------------------------------------------------------------

    def row(self, pair: Pair, heads: list[Heading]) -> None:
        """Place a pair under its headings, which stay with it."""
        words = self.proof.source_words
        flag = words.phrase(f"proof-{pair.state}") if pair.state else ""
        row = row_of(pair, flag, self.left, self.right)
        boxes = [text_box(head, MEASURE, self.left) for head in heads]
        room = sum(box.height + BEFORE_PAGE + RULE_GAP + HEAD_GAP for box in boxes)
        if self.y > self.begun and self.y + room + min(row.height, WHOLE) > FOOT:
            self._next_page()
        for head, box in zip(heads, boxes, strict=True):
            self._head(head, box)
        while row.height > FOOT - self.y and (parts := row.split(FOOT - self.y)) is not None:
            self._place(parts[0], pair.where)
            self._next_page()
            row = parts[1]
        self._place(row, pair.where)

    def _head(self, head: Heading, box: TextBox) -> None:
        self.list_tag = Tag("L", attributes=(("O", "/List"), ("ListNumbering", "/None")))
        if head.level == 2:
            self.y += BEFORE_PAGE if self.y > self.begun else 0.0
            rule = RuleBox(MEASURE, self.proof.edition.brand.rule, "ink")
            self.pages[-1].append(rule.place(SIDE, self.y))
            self.y += RULE_GAP
        else:
            self.y += BEFORE_BLOCK if self.y > self.begun else 0.0
        self.pages[-1].append(box.place(SIDE, self.y))
        self.y += box.height + HEAD_GAP

    def _place(self, row: Row, where: str) -> None:
        self.pages[-1].append(row.place(self.y, self.left.baseline("caption"), self.list_tag, where))
        self.y += row.height

    # -- furniture ----------------------------------------------------------------------------------------------------

    def finished(self) -> tuple[PlacedPage, ...]:
        """Return the pages with running heads and folios."""
        return tuple(
            PlacedPage(WIDTH, HEIGHT, 0.0, (*self._furniture(number, nodes),))
            for number, nodes in enumerate(self.pages, 1)
        )

    def _furniture(self, number: int, nodes: list[Placed]) -> Iterator[Placed]:
        words, edition = self.proof.source_words, self.proof.edition
        names = BETWEEN.join(_own_name(tag) for tag in (self.left.language, self.right.language))
        page = ComposedPage(
            TEMPLATE.name,
            {},
            title=words.text(edition.title),
            section=(Span(names),),
            note=words.phrase_text("proof-note", name=self.proof.file),
            folio=words.phrase_text("folio", page=number, pages=len(self.pages)),
        )
        furniture = Furniture(page, number, LAYOUT, TEMPLATE, edition.brand, self.left, GRID.frame)
        if (head := furniture.head()) is not None:
            yield head
        yield from nodes
        if (foot := furniture.foot()) is not None:
            yield foot


def _own_name(language: str) -> str:
    """Return what a language calls itself."""
    return phrases(language)["language-name"]
