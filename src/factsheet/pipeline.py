"""The line: build() and check(), a line a stage."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .blocks.compose import compose
from .figures.record import record, record_labels
from .fit.checks import check_pages
from .fit.ground import turn
from .fit.page import fit
from .language.proofs import proof
from .language.words import EditionWords
from .model.placed import Metadata
from .problems import FactsheetError, Position, Problem, UsageError
from .read import locate, read_edition, with_excerpts
from .registry import BLOCKS
from .text.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .model.edition import Edition
    from .model.placed import PlacedPage
    from .read import Project

    Progress = Callable[[str, str], None]

OUTPUT = "build"
LAST_SECOND = 253_402_300_799  # of the year 9999, the last that a date in a PDF can say


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
    language: str | None = None,
    progress: Progress = lambda edition, stage: None,
) -> tuple[Delivery, ...]:
    """Build editions and write their files.

    Args:
        targets: ``SHEET``, ``SHEET/EDITION`` or paths; none means every edition of the project.
        start: where to look for the project, upwards; the current folder if left out.
        out: the output folder; the project's ``build/`` if left out.
        language: a BCP 47 tag; the edition's own language if left out.
        progress: called with the edition and the stage that begins.

    Returns:
        One delivery an edition. An edition with problems is not written; the others are.

    Raises:
        UsageError: no project, no such edition, or an output folder that cannot be written to.
    """
    project, paths = locate(targets, start or Path.cwd())
    folder = out or project.root / OUTPUT
    return tuple(_deliver(path, project, folder, language, progress) for path in paths)


def check(
    targets: Sequence[str] = (), *, start: Path | None = None, language: str | None = None
) -> tuple[Delivery, ...]:
    """Run the line through fit, so that overflow is found too; load neither matplotlib nor ReportLab.

    Arguments are those of ``build``; nothing is written.
    """
    project, paths = locate(targets, start or Path.cwd())
    return tuple(_checked(path, project, language) for path in paths)


def place(edition: Edition, language: str, progress: Callable[[str], None] = lambda stage: None) -> Laid:
    """Run compose and fit: an edition in one language to placed pages, pictures not yet drawn."""
    progress("compose")
    words = EditionWords(edition, language)
    typesetter = Typesetter(edition.brand.faces, edition.brand.scale, language, words.right_to_left)
    content = compose(edition, words)
    progress("fit")
    pages, problems = fit(content, edition.layout, edition.brand, typesetter)
    metadata = Metadata(
        title=words.plain(edition.title),
        author=edition.brand.name,
        subject=_subject(edition, words),
        language=language,
        issued=_issued(edition),
        right_to_left=words.right_to_left,
    )
    return Laid(pages, typesetter, metadata, (*edition.warnings, *proof(edition, words), *problems))


def render(edition: Edition, language: str, progress: Callable[[str], None] = lambda stage: None) -> bytes:
    """Run the line from compose to finish and return the PDF.

    Raises:
        FactsheetError: with every problem found, if one of them is an error.
    """
    return _rendered(edition, language, progress)[0]


def _rendered(edition: Edition, language: str, progress: Callable[[str], None]) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the PDF, and the warnings that it was made with."""
    laid = place(edition, language, progress)
    progress("record")
    pages = turn(record(laid.pages, laid.typesetter))
    found = tuple(p for p in (*laid.problems, *check_pages(pages, laid.problems)) if not p.quiet)
    problems = _located(found, edition)
    if any(problem.severity == "error" for problem in problems):
        raise FactsheetError(problems)
    from .pages.document import paint
    from .pdf.canvas import ScreenCanvas
    from .pdf.finish import finish

    progress("paint")
    raw = paint(pages, laid.metadata, partial(ScreenCanvas, brand=edition.brand, metadata=laid.metadata))
    progress("finish")
    return finish(raw), problems


def _deliver(path: Path, project: Project, folder: Path, language: str | None, progress: Progress) -> Delivery:
    from .deliver import file_name, write

    name = project.name_of(path)
    try:
        progress(name, "read")
        edition = read_edition(path, project, BLOCKS)
        tag = language or edition.language
        data, problems = _rendered(edition, tag, lambda stage: progress(name, stage))
        progress(name, "deliver")
        target = write(folder, file_name(edition.sheet, edition.name, tag), data)
    except UsageError:
        raise
    except FactsheetError as error:
        return Delivery(name, language or "", problems=with_excerpts(error.problems, project.root))
    return Delivery(name, tag, target, len(data), with_excerpts(problems, project.root))


def _checked(path: Path, project: Project, language: str | None) -> Delivery:
    name = project.name_of(path)
    try:
        edition = read_edition(path, project, BLOCKS)
        laid = place(edition, language or edition.language)
        pages = record_labels(laid.pages, laid.typesetter)
        problems = _located((*laid.problems, *check_pages(pages, laid.problems)), edition)
    except FactsheetError as error:
        return Delivery(name, language or "", problems=with_excerpts(error.problems, project.root))
    return Delivery(name, language or edition.language, problems=with_excerpts(problems, project.root))


def _located(problems: tuple[Problem, ...], edition: Edition) -> tuple[Problem, ...]:
    """Give a problem of a page the place in the file where its block was written."""
    return tuple(
        replace(p, position=edition.position(p.where) or Position(edition.file)) if p.position is None else p
        for p in problems
    )


def _subject(edition: Edition, words: EditionWords) -> str:
    """What the document is about: the first text after its first title."""
    for page in edition.pages:
        for uses in page.areas.values():
            for use in uses:
                said = [words.plain(message) for _, message in use.options.messages()]
                return said[1] if len(said) > 1 else said[0]
    return ""


def _issued(edition: Edition) -> str:
    """The edition's own date; SOURCE_DATE_EPOCH overrides it (https://reproducible-builds.org/specs/source-date-epoch/)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return edition.issued
    if not (epoch.isascii() and epoch.isdigit() and int(epoch) <= LAST_SECOND):
        message = f"SOURCE_DATE_EPOCH is '{epoch[:20]}', which is no number of seconds since 1970"
        raise UsageError([Problem("usage-invalid", message, remedy="set it to whole seconds, or unset it")])
    return datetime.fromtimestamp(int(epoch), UTC).isoformat()
