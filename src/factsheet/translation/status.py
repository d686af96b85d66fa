"""``translate status``: how far each translation of each edition is."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from ..language.terms import in_language
from ..language.texts import source_texts
from ..language.translated import entry_problems
from ..language.words import EditionWords
from ..problems import FactsheetError, UsageError
from ..read import locate, po_path, read_edition, with_excerpts
from ..read.po import languages_of, read_po
from ..read.report import Problems
from ..read.terms import read_terms
from ..registry import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.edition import Edition
    from ..model.terms import Term
    from ..model.translation import Catalogue
    from ..problems import Problem
    from ..read import Project


@dataclass(frozen=True, slots=True)
class Status:
    """How far one translation is.

    Attributes:
        edition: as SHEET/EDITION.
        language: a BCP 47 tag.
        file: the PO file, from the project's root; None where there is none.
        translated: texts that are translated, and need nobody to look at them.
        fuzzy: texts whose translation somebody has to look at.
        empty: texts without a translation, those that the file does not know included.
        obsolete: entries that are kept though their text is gone.
        problems: what is wrong in the translations, warnings included; ``check`` shows it.
    """

    edition: str
    language: str
    file: str | None = None
    translated: int = 0
    fuzzy: int = 0
    empty: int = 0
    obsolete: int = 0
    problems: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """The translations of a project, and what keeps editions or tables of terms from being read."""

    translations: tuple[Status, ...] = ()
    problems: tuple[Problem, ...] = ()


def status(targets: Sequence[str] = (), *, start: Path | None = None) -> Told:
    """Return how far the translations of editions are: into their ``translations``, and into whatever has a file.

    Args:
        targets: editions, as ``build`` takes them.
        start: where to look for the project, upwards; the current folder if left out.

    Raises:
        UsageError: no project, or no such edition.
    """
    project, paths = locate(targets, start or Path.cwd())
    found: list[Status] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found += _of_edition(path, project)
        except UsageError:
            raise
        except FactsheetError as error:
            problems += (problem for problem in error.problems if problem not in problems)
    return Told(tuple(found), with_excerpts(problems, project.root))


def lines(found: Sequence[Status]) -> list[str]:
    """Return a table: names of columns, then a line a translation, numbers to the end of theirs."""
    names = [one.name for one in fields(Status) if one.name != "file"]
    rows = [names, *([str(getattr(one, name)) for name in names] for one in found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    signs = [f"{'<' if name in {'edition', 'language'} else '>'}{w}" for name, w in zip(names, widths, strict=True)]
    return ["  ".join(map(format, row, signs)) for row in rows]


def _of_edition(path: Path, project: Project) -> Iterator[Status]:
    edition = read_edition(path, project, BLOCKS)
    terms = read_terms(path, project)
    for language in dict.fromkeys((*edition.translations, *languages_of(path))):
        yield _of_language(edition, path, language, project, terms)


def _of_language(edition: Edition, path: Path, language: str, project: Project, terms: Iterable[Term]) -> Status:
    name, file, wrong = project.name_of(path), po_path(path, language), Problems()
    texts = source_texts(edition)
    try:
        catalogue = read_po(file, language, project, wrong) if file.exists() else None
    except FactsheetError:  # there are more than anybody counts
        catalogue = None
    if catalogue is None:
        said = project.relative(file) if file.exists() else None
        return Status(name, language, said, empty=len(texts), problems=len(wrong))
    entries = [catalogue.of(text.where, text.message.text) for text in texts]
    known = [entry for entry in entries if entry is not None and entry.text]
    return Status(
        name,
        language,
        catalogue.file,
        translated=sum(not entry.fuzzy for entry in known),
        fuzzy=sum(entry.fuzzy for entry in known),
        empty=len(texts) - len(known),
        obsolete=sum(entry.obsolete for entry in catalogue.entries),
        problems=len(wrong) + _faults(edition, catalogue, terms),
    )


def _faults(edition: Edition, catalogue: Catalogue, terms: Iterable[Term]) -> int:
    try:
        words = EditionWords(edition, catalogue.language)
    except FactsheetError as error:  # the tool has no words for it
        return len(error.problems)
    official = in_language(terms, catalogue.language)
    pairs = ((text, catalogue.of(text.where, text.message.text)) for text in source_texts(edition))
    return sum(
        len([*entry_problems(text, entry, edition, words, official)]) for text, entry in pairs if entry and entry.text
    )
