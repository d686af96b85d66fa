"""``facts --compare``: what every figure prints in every language, read back; and the figures of every text.

Numbers are read back from what is printed, not taken from what they were printed from: by the separators of CLDR or of
the house, native digits, and CLDR's words for powers of ten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from ..language.figures_in_text import amounts_in, scale_of
from ..language.numbers import rounding
from ..language.spellings import SPACELESS
from ..language.texts import source_texts
from ..language.words import EditionWords
from ..model.facts import SCALES, Qualifier
from ..problems import FactsheetError, Position, Problem, UsageError
from ..read import locate, read_edition, read_translation, with_excerpts
from ..read.po import languages_of
from ..registry import BLOCKS
from .compare_texts import differences, printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..model.edition import Edition
    from ..model.facts import Fact, Point
    from ..read import Project

_ROUNDED = {"half-even": ROUND_HALF_EVEN, "floor": ROUND_FLOOR, "ceiling": ROUND_CEILING}
_EXACT = Context(prec=60)


@dataclass(frozen=True, slots=True)
class Saying:
    """A figure in one language.

    Attributes:
        language: a BCP 47 tag.
        text: the figure as running text has it; where that is right, but not the number apart from its unit, as
            it is printed there.
        value: what a reader learns from it; None where it says no number.
        qualifiers: those that its words may stand for.
        equal: whether both are what the fact has.
    """

    language: str
    text: str
    value: Decimal | None
    qualifiers: tuple[Qualifier, ...]
    equal: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A point of a fact, its whole value as it is to be printed, and what is printed in each language."""

    fact: Fact
    point: Point
    value: Decimal | None
    sayings: tuple[Saying, ...]

    @property
    def equal(self) -> bool:
        """Whether all languages say the same."""
        return all(saying.equal for saying in self.sayings)


@dataclass(frozen=True, slots=True)
class Comparison:
    """An edition in its languages, its own first.

    Attributes:
        edition: its name.
        languages: those that were compared.
        rows: its figures.
        texts: how many texts were compared by language; those that are not translated yet or fuzzy are left out.
        all_texts: how many there are.
        figures: how many numbers the texts have in the language of their author.
        problems: what differs, and what keeps a translation from being read.
    """

    edition: str
    languages: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    texts: Mapping[str, int] = field(default_factory=dict)
    all_texts: int = 0
    figures: int = 0
    problems: tuple[Problem, ...] = ()


def compare(targets: Sequence[str] = (), *, start: Path | None = None) -> tuple[Comparison, ...]:
    """Compare the figures of editions in their own language and in each that has a PO file.

    Args:
        targets: editions, as ``build`` takes them.
        start: where to look for the project, upwards; the current folder if left out.

    Raises:
        UsageError: no project, or no such edition.
    """
    project, paths = locate(targets, start or Path.cwd())
    found = []
    for path in paths:
        try:
            made = _compared(read_edition(path, project, BLOCKS), path, project)
        except UsageError:
            raise
        except FactsheetError as error:
            made = Comparison(project.name_of(path), problems=error.problems)
        found.append(replace(made, problems=with_excerpts(made.problems, project.root)))
    return tuple(found)


def _compared(edition: Edition, path: Path, project: Project) -> Comparison:
    own, texts = EditionWords(edition, edition.language), source_texts(edition)
    every, counts, problems = {edition.language: own}, dict[str, int](), list[Problem]()
    for language in languages_of(path):
        try:
            catalogue = read_translation(path, language, project)
            every[language] = words = spoken(edition, language)
        except FactsheetError as error:
            problems += error.problems
            continue
        entries = ((text, catalogue.of(text.where, text.message.text)) for text in texts)
        pairs = [(text, entry) for text, entry in entries if entry is not None and entry.text and not entry.fuzzy]
        counts[language] = len(pairs)
        problems += (problem for pair in pairs for problem in differences(*pair, own, words))
    table = tuple(rows(edition, every))
    return Comparison(
        f"{edition.sheet}/{edition.name}",
        tuple(every),
        table,
        counts,
        len(texts),
        sum(len(printed(text, text.message.text, own).figures) for text in texts),
        (*_told(edition, table), *problems),
    )


def spoken(edition: Edition, language: str) -> EditionWords:
    """Return words of a translation. Words of qualifiers that a brand has for no language are those of its own.

    Raises:
        FactsheetError: the tool has no words for *language*.
    """
    return EditionWords(replace(edition, brand=replace(edition.brand, qualifiers={})), language)


def rows(edition: Edition, every: Mapping[str, EditionWords]) -> Iterator[Row]:
    """Yield every point of every fact with what the words of each language print."""
    for fact in edition.facts.values():
        for point in fact.points:
            value = _whole(fact, point)
            yield Row(fact, point, value, tuple(_saying(fact, point, value, words) for words in every.values()))


def _whole(fact: Fact, point: Point) -> Decimal | None:
    """Return what is to be printed: the value, rounded as its fact asks, times its scale."""
    if point.value is None:
        return None
    value = point.value
    if fact.decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-fact.decimals), _ROUNDED[rounding(point.qualifier)], _EXACT)
    return value.scaleb(SCALES[fact.scale], _EXACT)


def _saying(fact: Fact, point: Point, value: Decimal | None, words: EditionWords) -> Saying:
    shown = words.printed(fact, point)
    read, qualifiers = _read(shown.prose, words)
    right = read == value and qualifiers == ((point.qualifier,) if point.qualifier else ())
    alone, unit = _read(shown.number, words)[0], words.unit(fact)
    if alone is not None:
        alone = alone.scaleb(scale_of(unit, words.language), _EXACT)
    if right and alone != value:
        return Saying(words.language, f"{shown.number} {unit}".rstrip(), alone, qualifiers, equal=False)
    return Saying(words.language, shown.prose, read, qualifiers, right)


def _read(text: str, words: EditionWords) -> tuple[Decimal | None, tuple[Qualifier, ...]]:
    """Return the one number of *text*, and the qualifiers whose words stand round it."""
    figures = [*amounts_in(text, words.locale)]
    rest = text
    for figure in reversed(figures):
        rest = f"{rest[: figure.offset]} {rest[figure.offset + figure.length :]}"
    # Vowel signs are no letters for a regular expression, so that a word that ends in one has no boundary there.
    before, after = ("", "") if words.language.partition("-")[0] in SPACELESS else (r"(?<!\w)", r"(?!\w)")
    said = {qualifier: re.escape(words.phrase(qualifier)) for qualifier in get_args(Qualifier)}
    found = tuple(name for name, phrase in said.items() if re.search(f"{before}{phrase}{after}", rest))
    return (figures[0].value if len(figures) == 1 else None), found


def _told(edition: Edition, table: Sequence[Row]) -> Iterator[Problem]:
    for row in table:
        for saying in (saying for saying in row.sayings if not saying.equal):
            wanted = "no number" if row.value is None else f"{row.value:,f}"
            wanted = f"{row.point.qualifier} {wanted}" if row.point.qualifier else wanted
            name = f"'{row.fact.id}' of {row.point.at}, which is {wanted},"
            message = f"{name} prints '{saying.text}' in {saying.language}"
            position = edition.position(f"facts.{row.fact.id}") or Position(edition.file)
            remedy = "look at the words, digits and separators that the brand has for the language"
            yield Problem("figures-differ", message, position, remedy, where=f"facts.{row.fact.id}")
