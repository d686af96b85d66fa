"""The line: build() and check(), a line a stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .blocks.compose import compose
from .figures.record import record, record_labels
from .fit.checks import check_pages
from .fit.furniture import drafted
from .fit.ground import turn
from .fit.page import fit
from .language.about import about
from .language.lengths import told_once
from .language.phrases import phrases
from .language.proofs import proof
from .language.translated import translated
from .language.words import EditionWords
from .problems import FactsheetError, Position, Problem, UsageError
from .read import locate, po_path, read_edition, read_translation, with_excerpts
from .read.terms import read_terms
from .registry import BLOCKS
from .text.scripts import script_of_language
from .text.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .model.brand import Brand
    from .model.edition import Edition
    from .model.placed import Metadata, PlacedPage
    from .read import Project

    Progress = Callable[[str, str], None]
    Stage = Callable[[str], None]

OUTPUT = "build"
ALL = "all"
"""Stands for every language of an edition: its own, and those of its translations."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of one edition in one language: a file with its warnings, or what kept it from being written."""

    edition: str
    language: str
    path: Path | None = None
    size: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """Placed pages and what recording them needs."""

    pages: tuple[PlacedPage, ...]
    typesetter: Typesetter
    metadata: Metadata
    problems: tuple[Problem, ...]


def build(
    targets: Sequence[str] = (),
    *,
    start: Path | None = None,
    out: Path | None = None,
    languages: Sequence[str] = (),
    draft: bool = False,
    progress: Progress = lambda edition, stage: None,
) -> tuple[Delivery, ...]:
    """Build editions and write their files.

    Args:
        targets: ``SHEET``, ``SHEET/EDITION`` or paths; none means every edition of the project.
        start: where to look for the project, upwards; the current folder if left out.
        out: the output folder; the project's ``build/`` if left out.
        languages: BCP 47 tags, or ``all`` for every language of an edition; its own if left out.
        draft: whether texts may lack their translation; every page then says that it is a draft.
        progress: called with the edition and the stage that begins.

    Returns:
        One delivery an edition and language. What has problems is not written; the others are.

    Raises:
        UsageError: no project, no such edition, or an output folder that cannot be written to.
    """
    project, paths = locate(targets, start or Path.cwd())
    folder = out or project.root / OUTPUT

    def deliver(edition: Edition, name: str) -> Delivery:
        from .deliver import file_name, write

        data, problems = _rendered(edition, edition.language, lambda stage: progress(name, stage), draft=draft)
        progress(name, "deliver")
        tag = f"{edition.language}-draft" if draft else edition.language
        target = write(folder, file_name(edition.sheet, edition.name, tag), data)
        return Delivery(name, edition.language, target, len(data), problems)

    return tuple(d for path in paths for d in _each(path, project, languages, draft, deliver, progress))


def check(
    targets: Sequence[str] = (), *, start: Path | None = None, languages: Sequence[str] = (), draft: bool = False
) -> tuple[Delivery, ...]:
    """Run the line through fit, so that overflow is found too; load neither matplotlib nor ReportLab.

    Arguments are those of ``build``; nothing is written.
    """
    project, paths = locate(targets, start or Path.cwd())

    def checked(edition: Edition, name: str) -> Delivery:
        laid = place(edition, edition.language)
        pages = record_labels(laid.pages, laid.typesetter)
        problems = _located((*laid.problems, *check_pages(pages, laid.problems)), edition)
        return Delivery(name, edition.language, problems=problems)

    return tuple(d for path in paths for d in _each(path, project, languages, draft, checked))


def in_language(edition: Edition, path: Path, language: str, project: Project, *, draft: bool = False) -> Edition:
    """Return *edition*, which was read from *path*, in *language*.

    Raises:
        FactsheetError: there is no translation, or something is wrong in it.
    """
    if language == edition.language:
        return edition
    phrases(language)  # raises where the tool has no words for it: then a translation would not help
    if not (file := po_path(path, language)).exists():
        message = f"there is no translation into '{language}': {project.relative(file)} does not exist"
        remedy = f"run 'factsheet translate extract {project.name_of(path)} -l {language}'"
        position = edition.position("translations") or Position(edition.file)
        raise FactsheetError([Problem("translation-missing", message, position, remedy)])
    terms = read_terms(path, project)
    return translated(edition, read_translation(path, language, project), terms=terms, draft=draft)


def place(edition: Edition, language: str, progress: Stage = lambda stage: None) -> Laid:
    """Run compose and fit: an edition in one language to placed pages, pictures not yet drawn."""
    progress("compose")
    words = EditionWords(edition, language)
    scale = edition.brand.scale_of(script_of_language(language))
    typesetter = Typesetter(edition.brand.faces, scale, language, words.right_to_left)
    content = compose(edition, words)
    progress("fit")
    pages, problems = fit(content, edition.layout, edition.brand, typesetter)
    proven = proof(edition, words, translated=bool(edition.translated_from))
    return Laid(pages, typesetter, about(edition, words), (*edition.warnings, *proven, *problems))


def recorded(
    laid: Laid, edition: Edition, progress: Stage = lambda stage: None
) -> tuple[tuple[PlacedPage, ...], tuple[Problem, ...]]:
    """Draw the pictures of placed pages; return the pages and all that is wrong with them, each in its file."""
    progress("record")
    pages = turn(record(laid.pages, laid.typesetter))
    found = tuple(p for p in (*laid.problems, *check_pages(pages, laid.problems)) if not p.quiet)
    return pages, _located(found, edition)


def as_draft(pages: tuple[PlacedPage, ...], edition: Edition, typesetter: Typesetter) -> tuple[PlacedPage, ...]:
    """Return *pages* of *edition*, each of which says that it is a draft."""
    word = EditionWords(edition, edition.language).phrase("draft")
    return drafted(pages, word, edition.layout.grid.side, typesetter)


def painted(
    pages: tuple[PlacedPage, ...], metadata: Metadata, brand: Brand, progress: Stage = lambda stage: None
) -> bytes:
    """Paint and finish pages, whose pictures are recorded, and return the PDF."""
    from .pages.document import paint
    from .pdf.canvas import ScreenCanvas
    from .pdf.finish import finish

    progress("paint")
    raw = paint(pages, metadata, partial(ScreenCanvas, brand=brand, metadata=metadata))
    progress("finish")
    return finish(raw)


def render(edition: Edition, language: str, progress: Stage = lambda stage: None) -> bytes:
    """Run the line from compose to finish and return the PDF.

    Raises:
        FactsheetError: with every problem found, if one of them is an error.
    """
    return _rendered(edition, language, progress)[0]


def _rendered(
    edition: Edition, language: str, progress: Stage, *, draft: bool = False
) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the PDF, and the warnings that it was made with."""
    laid = place(edition, language, progress)
    pages, problems = recorded(laid, edition, progress)
    if any(problem.severity == "error" for problem in problems):
        raise FactsheetError(problems)
    pages = as_draft(pages, edition, laid.typesetter) if draft else pages
    return painted(pages, laid.metadata, edition.brand, progress), problems


def _each(
    path: Path,
    project: Project,
    languages: Sequence[str],
    draft: bool,
    made: Callable[[Edition, str], Delivery],
    progress: Progress = lambda edition, stage: None,
) -> Iterator[Delivery]:
    """Yield what *made* makes of the edition at *path* in each of *languages*, or what keeps it from that."""
    name = project.name_of(path)
    try:
        progress(name, "read")
        edition = read_edition(path, project, BLOCKS)
    except UsageError:
        raise
    except FactsheetError as error:
        for language in languages or ("",):
            yield Delivery(name, language, problems=with_excerpts(error.problems, project.root))
        return
    for language in _chosen(edition, languages):
        try:
            delivery = made(in_language(edition, path, language, project, draft=draft), name)
        except UsageError:
            raise
        except FactsheetError as error:
            delivery = Delivery(name, language, problems=error.problems)
        yield replace(delivery, problems=with_excerpts(delivery.problems, project.root))


def _chosen(edition: Edition, languages: Sequence[str]) -> tuple[str, ...]:
    every = (edition.language, *edition.translations)
    named = (tag for language in languages for tag in (every if language == ALL else (language,)))
    return tuple(dict.fromkeys(named)) or (edition.language,)


def _located(problems: tuple[Problem, ...], edition: Edition) -> tuple[Problem, ...]:
    """Give a problem of a page the place in the file where its block was written."""
    return tuple(
        replace(p, position=edition.position(p.where) or Position(edition.file)) if p.position is None else p
        for p in told_once(problems)
    )
