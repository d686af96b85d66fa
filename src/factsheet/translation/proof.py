"""``translate proof``: a text beside its translation, as a PDF for whoever reviews it and never opens a PO file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..deliver import file_name, write
from ..fit.checks import check_pages
from ..language.about import about
from ..language.checks import faults
from ..language.texts import source_texts
from ..language.words import EditionWords
from ..model.content import Span
from ..model.message import Message
from ..pipeline import ALL, OUTPUT, Delivery, painted
from ..problems import FactsheetError, Position, Problem, UsageError
from ..read import locate, po_path, read_edition, read_translation, with_excerpts
from ..read.po import languages_of
from ..registry import BLOCKS
from .compare import spoken
from .compare_texts import UNSPOKEN
from .extract import refuse_own
from .proof_pages import Proof, proof_pages
from .proof_rows import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..language.texts import SourceText
    from ..model.content import Text
    from ..model.edition import Edition
    from ..model.translation import Catalogue, Entry
    from ..pipeline import Progress
    from ..read import Project
    from .proof_rows import State

PLACEHOLDER = "translation-placeholder"
"""A translation with this fault cannot be filled in; it is shown as it is written."""


def proof(
    targets: Sequence[str] = (),
    languages: Sequence[str] = (),
    *,
    start: Path | None = None,
    out: Path | None = None,
    progress: Progress = lambda edition, stage: None,
) -> tuple[Delivery, ...]:
    """Write a proof of each translation, whatever is still missing in it.

    Args:
        targets: editions, as ``build`` takes them.
        languages: BCP 47 tags; none, or ``all``, means those that an edition has a PO file for.
        start: where to look for the project, upwards; the current folder if left out.
        out: the output folder; the project's ``build/`` if left out.
        progress: called with the edition and the stage that begins.

    Raises:
        UsageError: no project, no such edition, or an output folder that cannot be written to.
    """
    project, paths = locate(targets, start or Path.cwd())
    folder = out or project.root / OUTPUT
    return tuple(one for path in paths for one in _deliveries(path, project, languages, folder, progress))


def _deliveries(
    path: Path, project: Project, languages: Sequence[str], folder: Path, progress: Progress
) -> Iterator[Delivery]:
    name = project.name_of(path)
    try:
        progress(name, "read")
        edition = read_edition(path, project, BLOCKS)
    except UsageError:
        raise
    except FactsheetError as error:
        yield Delivery(name, "", problems=with_excerpts(error.problems, project.root))
        return
    for language in languages if languages and ALL not in languages else languages_of(path):
        refuse_own(language, edition)
        try:
            catalogue = _catalogue(edition, path, language, project)
            delivery = _delivered(edition, catalogue, name, folder, progress)
        except UsageError:
            raise
        except FactsheetError as error:
            delivery = Delivery(name, language, problems=error.problems)
        yield replace(delivery, problems=with_excerpts(delivery.problems, project.root))


def _catalogue(edition: Edition, path: Path, language: str, project: Project) -> Catalogue:
    if (file := po_path(path, language)).exists():
        return read_translation(path, language, project)
    message = f"there is no translation into '{language}' to prove: {project.relative(file)} does not exist"
    remedy = f"run 'factsheet translate extract {project.name_of(path)} -l {language}'"
    raise FactsheetError([Problem("translation-missing", message, Position(edition.file), remedy)])


def _delivered(edition: Edition, catalogue: Catalogue, name: str, folder: Path, progress: Progress) -> Delivery:
    def stage(begun: str) -> None:
        progress(f"{name} ({catalogue.language})", begun)

    stage("fit")
    made = proof_of(edition, catalogue)
    pages = proof_pages(made)
    places = {entry.context: entry.position for entry in catalogue.entries if not entry.obsolete}
    problems = tuple(replace(p, position=places.get(p.where, Position(catalogue.file))) for p in check_pages(pages))
    words = made.source_words
    title = words.phrase("alt-value", name=words.plain(edition.title), value=words.phrase("proof"))
    told = replace(about(edition, words), title=title, right_to_left=False)
    data = painted(pages, told, edition.brand, stage)
    target = write(folder, file_name(edition.sheet, edition.name, f"{catalogue.language}-proof"), data)
    return Delivery(name, catalogue.language, target, len(data), problems)


def proof_of(edition: Edition, catalogue: Catalogue) -> Proof:
    """Return every text of *edition* beside what *catalogue* has for it, in the order of reading, figures filled in.

    Raises:
        FactsheetError: the tool has no words for the language.
    """
    own, words = EditionWords(edition, edition.language), spoken(edition, catalogue.language)
    entries = ((text, catalogue.of(text.where, text.message.text)) for text in source_texts(edition))
    pairs = tuple(_pair(text, entry, own, words) for text, entry in entries)
    return Proof(edition, catalogue.file, own, words, pairs)


def _pair(text: SourceText, entry: Entry | None, own: EditionWords, words: EditionWords) -> Pair:
    source = _said(text, text.message.text, own)
    if entry is None or not entry.text:
        return Pair(text.where, text.kind, text.page, source, (), "empty")
    wrong = any(fault.rule == PLACEHOLDER for fault in faults(text.message, entry.text, own.language, words.locale))
    try:
        said = () if wrong else _said(text, entry.text, words)
    except FactsheetError:
        said = ()
    state: State = "wrong" if not said else "fuzzy" if entry.fuzzy else ""
    return Pair(text.where, text.kind, text.page, source, said or (Span(entry.text),), state)


def _said(text: SourceText, said: str, words: EditionWords) -> Text:
    """Return a text as it is printed; what is no message is printed as it is written."""
    return (Span(said),) if text.kind in UNSPOKEN else words.text(Message(said, where=text.where))
