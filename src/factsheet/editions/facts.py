"""The facts of editions: every point with its source, and every place that prints one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..blocks.compose import compose
from ..language.words import EditionWords
from ..model.edition import Edition
from ..model.facts import family
from ..model.placeholders import facts_in
from ..problems import FactsheetError, Position, Problem, UsageError
from ..read import locate, read_edition, with_excerpts
from ..read.report import did_you_mean, listed, quoted
from ..registry import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from ..model.edition import BlockUse
    from ..model.facts import Fact, Source
    from ..model.message import Message
    from ..read import Project

    Manner = Literal["figure", "text", "words"]


@dataclass(frozen=True, slots=True)
class Listing:
    """The facts of one edition, or what keeps it from being read."""

    edition: str
    language: str = ""
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that prints a fact.

    Attributes:
        where: page.area.block.option.
        position: file, line and column.
        manner: a block is made of it (figure), a text has it in braces (text), or says it in words (words).
        fact: the fact itself, or the one that is derived from it.
    """

    where: str
    position: Position
    manner: Manner
    fact: str


@dataclass(frozen=True, slots=True)
class Trace:
    """One fact of one edition: where it comes from, and where it goes."""

    edition: str
    fact: Fact
    sources: tuple[Source, ...]
    spots: tuple[Spot, ...]


def listings(targets: Sequence[str] = (), *, start: Path | None = None) -> tuple[Listing, ...]:
    """Return the facts of editions, in the order of their files.

    Args:
        targets: editions, as ``build`` takes them.
        start: where to look for the project, upwards; the current folder if left out.

    Raises:
        UsageError: no project, or no such edition.
    """
    project, paths = locate(targets, start or Path.cwd())
    found = []
    for path in paths:
        name, read = project.name_of(path), _read(path, project)
        if isinstance(read, Edition):
            found.append(Listing(name, read.language, tuple(read.facts.values())))
        else:
            found.append(Listing(name, problems=read))
    return tuple(found)


def _read(path: Path, project: Project) -> Edition | tuple[Problem, ...]:
    """Return an edition, or what is wrong with it."""
    try:
        return read_edition(path, project, BLOCKS)
    except UsageError:
        raise
    except FactsheetError as error:
        return with_excerpts(error.problems, project.root)


def traces(fact: str, targets: Sequence[str] = (), *, start: Path | None = None) -> tuple[Trace, ...]:
    """Return where *fact* comes from and where it is printed, for each edition that has it.

    Raises:
        UsageError: no project, no such edition, or no edition with such a fact.
        FactsheetError: something is wrong in an edition.
    """
    project, paths = locate(targets, start or Path.cwd())
    read = {project.name_of(path): _read(path, project) for path in paths}
    if problems := [problem for found in read.values() if not isinstance(found, Edition) for problem in found]:
        raise FactsheetError(problems)
    editions = {name: found for name, found in read.items() if isinstance(found, Edition)}
    known = dict.fromkeys(name for edition in editions.values() for name in edition.facts)
    if fact not in known:
        message, remedy = f"no fact is called {quoted(fact)}", f"the facts are {listed(known)}"
        raise UsageError([Problem("fact-unknown", message, None, remedy, did_you_mean(fact, known))])
    return tuple(trace(edition, fact, name) for name, edition in editions.items() if fact in edition.facts)


def trace(edition: Edition, fact: str, name: str) -> Trace:
    """Return where *fact* of *edition*, which is called *name*, comes from, and every place that prints it."""
    found = edition.facts[fact]
    used = dict.fromkeys(source for point in found.points for source in point.sources)
    sources = tuple(edition.sources[source] for source in used if source in edition.sources)
    spots = sorted(_spots(edition, family(edition.facts, [fact])), key=lambda spot: spot.position)
    return Trace(name, found, sources, tuple(spots))


def _spots(edition: Edition, ids: frozenset[str]) -> Iterator[Spot]:
    pages = compose(edition, EditionWords(edition, edition.language))
    printed = {
        block.where: {value.fact for value in block.printed} & ids
        for page in pages
        for blocks in page.areas.values()
        for block in blocks
    }
    yield from _spots_of_text(edition, edition.title, ids)
    for page in edition.pages:
        for use in (use for uses in page.areas.values() for use in uses):
            yield from _spots_of_block(edition, use, ids, printed[use.where])
        for message in filter(None, (page.section, page.note)):
            yield from _spots_of_text(edition, message, ids)


def _spots_of_block(edition: Edition, use: BlockUse, ids: frozenset[str], printed: set[str]) -> Iterator[Spot]:
    """Yield the texts that name a fact, and the first option that makes the block print it."""
    told = set[str]()
    for _, message in use.options.messages():
        for spot in _spots_of_text(edition, message, ids):
            told |= {spot.fact} if spot.manner == "text" else set()
            yield spot
    named = {name: path for path, name in reversed(list(use.options.fact_names()))}
    for name, path in reversed(named.items()):
        if (fact := name.partition("@")[0]) in printed:
            told.add(fact)
            yield _spot(edition, f"{use.where}.{path}", "figure", fact)
    for fact in sorted(printed - told):
        yield _spot(edition, use.where, "figure", fact)


def _spots_of_text(edition: Edition, message: Message, ids: frozenset[str]) -> Iterator[Spot]:
    for fact in filter(ids.__contains__, facts_in(message.text, edition.facts)):
        yield _spot(edition, message.where, "text", fact)
    for fact in dict.fromkeys(name.partition("@")[0] for name in message.checks):
        if fact in ids:
            yield _spot(edition, message.where, "words", fact)


def _spot(edition: Edition, where: str, manner: Manner, fact: str) -> Spot:
    position = edition.position(f"{where}.text") or Position(edition.file)
    return Spot(where, position, manner, fact)
