"""``translate extract``: an edition's texts as a PO file for a translator, who need not see YAML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..deliver import write
from ..figures.record import record_labels
from ..language.lengths import room_said
from ..language.texts import source_texts
from ..language.words import EditionWords
from ..model.message import Message
from ..model.placeholders import BRANCHED, scanned
from ..model.translation import Catalogue, Entry
from ..pipeline import ALL, place
from ..problems import FactsheetError, Position, Problem, UsageError
from ..read import locate, po_path, read_edition, with_excerpts
from ..registry import BLOCKS
from .po import ICU_FLAG, header_text, written
from .rooms import rooms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..language.texts import SourceText
    from ..model.edition import Edition
    from ..read import Project
    from .rooms import Room


@dataclass(frozen=True, slots=True)
class Extracted:
    """A PO file that was written, or what kept it from that."""

    edition: str
    language: str
    path: Path | None = None
    texts: int = 0
    problems: tuple[Problem, ...] = ()


def extract(
    targets: Sequence[str] = (), languages: Sequence[str] = (), *, start: Path | None = None
) -> tuple[Extracted, ...]:
    """Write a PO file for each edition and language.

    Args:
        targets: editions, as ``build`` takes them.
        languages: BCP 47 tags; none, or ``all``, means those of the edition's ``translations`` that have no file yet.
        start: where to look for the project, upwards; the current folder if left out.

    Raises:
        UsageError: no project, no such edition, or a file that exists already: ``update`` carries that on.
    """
    project, paths = locate(targets, start or Path.cwd())
    return tuple(one for path in paths for one in _extracted(path, project, languages))


def _extracted(path: Path, project: Project, languages: Sequence[str]) -> Iterator[Extracted]:
    name = project.name_of(path)
    try:
        edition = read_edition(path, project, BLOCKS)
        wanted = _wanted(edition, path, project, languages)
        room = rooms_of(edition) if wanted else {}
    except UsageError:
        raise
    except FactsheetError as error:
        yield Extracted(name, "", problems=with_excerpts(error.problems, project.root))
        return
    for language in wanted:
        try:
            made = catalogue(edition, language, room, project.relative(po_path(path, language)))
        except FactsheetError as error:
            yield Extracted(name, language, problems=with_excerpts(error.problems, project.root))
            continue
        target = po_path(path, language)
        write(target.parent, target.name, written(made).encode())
        yield Extracted(name, language, target, len(made.entries))


def _wanted(edition: Edition, path: Path, project: Project, languages: Sequence[str]) -> tuple[str, ...]:
    begun = [tag for tag in edition.translations if not po_path(path, tag).exists()]
    wanted = [*languages] if languages and ALL not in languages else begun
    for language in wanted:
        refuse_own(language, edition)
        if po_path(path, language).exists():
            message = f"{project.relative(po_path(path, language))} exists already"
            remedy = f"run 'factsheet translate update {edition.sheet}/{edition.name} -l {language}' to carry it on"
            raise UsageError([Problem("output-exists", message, remedy=remedy)])
    return tuple(dict.fromkeys(wanted))


def refuse_own(language: str, edition: Edition) -> None:
    """Raise UsageError where *language* is that of *edition* itself."""
    if language == edition.language:
        message, remedy = f"'{language}' is the language that the edition is written in", "name another language"
        raise UsageError([Problem("usage-invalid", message, remedy=remedy)])


def rooms_of(edition: Edition) -> Mapping[str, Room]:
    """Return the room of texts by their place, as *edition* is set in its own language."""
    laid = place(edition, edition.language)
    words = EditionWords(edition, edition.language)
    return rooms(record_labels(laid.pages, laid.typesetter), source_texts(edition), words)


def catalogue(edition: Edition, language: str, room: Mapping[str, Room], file: str) -> Catalogue:
    """Return the catalogue of *edition* for *language*, nothing translated.

    Raises:
        FactsheetError: the tool has no words for *language*, so that no page could be built in it.
    """
    words = EditionWords(edition, language)
    entries = tuple(entry_of(text, edition, words, room.get(text.where)) for text in source_texts(edition))
    header = Entry("", "", header_text(_header(edition, language)), notes=_notes(edition, language))
    return Catalogue(language, file, header, entries)


def entry_of(text: SourceText, edition: Edition, words: EditionWords, room: Room | None) -> Entry:
    """Return the entry of a text, with what its translator needs to know: where it stands, what it prints, its room."""
    position = edition.position(text.position) or Position(edition.file)
    comments = [_place(text), *_prints(text.message, words)]
    if room is not None:
        comments.append(room_said(room.characters, room.lines))
    return Entry(
        text.where,
        text.message.text,
        flags=(ICU_FLAG,) if "{" in text.message.text else (),
        comments=tuple(comments),
        references=(f"{position.file}:{position.line}",),
    )


def _place(text: SourceText) -> str:
    field = text.where.split(".", 3)[3] if text.where.count(".") > 2 else text.where.rpartition(".")[2]
    page = f"Page {text.page}, " if text.page else ""
    return f"{page}{text.kind}: {field}" if field != text.kind else f"{page}{text.kind}"


def _prints(message: Message, words: EditionWords) -> Iterator[str]:
    """Yield what each placeholder prints in the language of *words*, and what the text says in words."""
    for argument in scanned(message.text).arguments:
        source = message.text[argument.offset : argument.end]
        if argument.format in BRANCHED:
            number = words.plain(Message(f"{{{argument.name}, number}}"))
            yield f"{{{argument.name}, {argument.format}, …}}: # prints {number}"
        else:
            yield f"{source} prints {words.plain(Message(source))}"
    for name in message.checks:
        yield f"Says in words: {name}, which is {words.printed(*words.point(name)).prose}"


def _header(edition: Edition, language: str) -> dict[str, str]:
    """Return the fields of a header; the date is that of the edition, so that the same edition gives the same file."""
    issued = (edition.issued + "-01-01")[:10] if len(edition.issued) == 4 else (edition.issued + "-01")[:10]
    return {
        "Project-Id-Version": f"{edition.sheet} {edition.name}",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": f"{issued} 00:00+0000",
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "LANGUAGE <LL@li.org>",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }


def _notes(edition: Edition, language: str) -> tuple[str, ...]:
    return (
        f"{edition.sheet} {edition.name}, from {edition.language} into {language}.",
        "Keep {names in braces}: they print figures. Keep **bold**, *emphasis* and [links](address).",
        "Plurals stand inside of the text: {name, plural, one {# place} other {# places}}.",
    )
