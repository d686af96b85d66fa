"""``translate pseudo``: editions in languages that nobody speaks, to see what breaks before a translator is paid.

The tags are those of pseudo-languages elsewhere: regions of private use (ISO 3166-1: XA to XZ).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..deliver import file_name, write
from ..language.locales import by_language
from ..language.phrases import phrases
from ..language.texts import source_texts
from ..pipeline import OUTPUT, Delivery, as_draft, painted, place, recorded
from ..problems import FactsheetError, UsageError
from ..read import locate, read_edition, with_excerpts
from ..registry import BLOCKS
from .pseudo_texts import has_words, leftward, longer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ..model.brand import Brand
    from ..model.edition import Edition, PageUse
    from ..model.facts import Fact, Source
    from ..model.message import Message
    from ..pipeline import Progress
    from ..read import Project

T = TypeVar("T", "Fact", "Source")

LONGER, LEFTWARD = "en-XA", "ar-XB"
PSEUDO: Mapping[str, Callable[[str], str]] = {LONGER: longer, LEFTWARD: leftward}
"""What is done to the texts of each pseudo-language."""

_SETTINGS = ("scales", "currencies", "inflected", "article-one", "number-joint", "letters", "said-", "currency-")
"""Phrases, or beginnings of their names, that are no words for a page."""

_LABELS, _NAMES = ("label", "short"), ("title", "publisher", "short")
"""What of facts and sources is translated."""


def pseudo(
    targets: Sequence[str] = (),
    *,
    start: Path | None = None,
    out: Path | None = None,
    progress: Progress = lambda edition, stage: None,
) -> tuple[Delivery, ...]:
    """Build editions in each pseudo-language as drafts.

    They are there to be looked at, so they are written whatever is wrong with them; the problems come with them, and
    say in which of the languages they are.

    Args:
        targets: editions, as ``build`` takes them.
        start: where to look for the project, upwards; the current folder if left out.
        out: the output folder; the project's ``build/`` if left out.
        progress: called with the edition and the stage that begins.

    Raises:
        UsageError: no project, no such edition, or an output folder that cannot be written to.
    """
    project, paths = locate(targets, start or Path.cwd())
    folder = out or project.root / OUTPUT
    return tuple(delivery for path in paths for delivery in _deliveries(path, project, folder, progress))


def _deliveries(path: Path, project: Project, folder: Path, progress: Progress) -> Iterator[Delivery]:
    name = project.name_of(path)
    try:
        edition = read_edition(path, project, BLOCKS)
    except UsageError:
        raise
    except FactsheetError as error:
        yield Delivery(name, "", problems=with_excerpts(error.problems, project.root))
        return
    for language in PSEUDO:
        try:
            delivery = _delivered(pseudo_edition(edition, language), name, folder, progress)
        except UsageError:
            raise
        except FactsheetError as error:
            delivery = Delivery(name, language, problems=error.problems)
        yield replace(delivery, problems=with_excerpts(delivery.problems, project.root))


def _delivered(edition: Edition, name: str, folder: Path, progress: Progress) -> Delivery:
    def stage(begun: str) -> None:
        progress(f"{name} ({edition.language})", begun)

    laid = place(edition, edition.language, stage)
    pages, problems = recorded(laid, edition, stage)
    data = painted(as_draft(pages, edition, laid.typesetter), laid.metadata, edition.brand, stage)
    target = write(folder, file_name(edition.sheet, edition.name, edition.language), data)
    told = tuple(replace(problem, message=f"{edition.language}: {problem.message}") for problem in problems)
    return Delivery(name, edition.language, target, len(data), told)


def pseudo_edition(edition: Edition, language: str) -> Edition:
    """Return *edition* in a pseudo-language: every text that a translator would translate, and the tool's own words.

    What its texts declare is forgotten, since no number can be recognised in them; what reading found odd was told.
    """
    texts = {text.where: PSEUDO[language](text.message.text) for text in source_texts(edition)}

    def message(old: Message) -> Message:
        return replace(old, text=texts.get(old.where, old.text), checks=())

    def named(kind: str, of: Mapping[str, T], fields: tuple[str, ...]) -> dict[str, T]:
        said = {key: {n: texts.get(f"{kind}.{key}.{n}", getattr(of[key], n)) for n in fields} for key in of}
        return {key: replace(of[key], **said[key]) for key in of}

    return replace(
        edition,
        title=message(edition.title),
        language=language,
        translated_from=edition.language,
        facts=named("facts", edition.facts, _LABELS),
        sources=named("sources", edition.sources, _NAMES),
        pages=tuple(_page(page, message) for page in edition.pages),
        brand=_brand(edition, language, texts),
        warnings=(),
    )


def _page(page: PageUse, message: Callable[[Message], Message]) -> PageUse:
    areas = {
        area: tuple(replace(use, options=use.options.with_messages(use.where, message)) for use in uses)
        for area, uses in page.areas.items()
    }
    section, note = (text and message(text) for text in (page.section, page.note))
    return replace(page, areas=areas, section=section, note=note)


def _brand(edition: Edition, language: str, texts: Mapping[str, str]) -> Brand:
    """Return the brand with its names changed. The tool's words from right to left are real ones: it has Arabic."""
    brand = edition.brand
    own = {**phrases(edition.language), **brand.qualifiers, **(by_language(brand.words, edition.language) or {})}
    said = {key: longer(text) for key, text in own.items() if has_words(text) and not key.startswith(_SETTINGS)}
    return replace(
        brand,
        name=texts.get("brand.name", brand.name),
        emblem_alt=texts.get("brand.emblem_alt", brand.emblem_alt),
        qualifiers={},
        words={**brand.words, **({language: said} if language == LONGER else {})},
    )
