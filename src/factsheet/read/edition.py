"""An edition: everything that one document needs, read and checked, every problem at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..model.edition import Edition, from_right_to_left
from ..problems import Position, Problem, UsageError
from .brand import read_brand
from .brand_words import EVERY, read_digits
from .csv_points import Tables
from .document import Document, Place
from .facts import known_ids, read_facts, read_sources
from .files import inside, require
from .find_brand import find_brand
from .layout import read_layout
from .pages import PageReader
from .pictures import Pictures
from .places import Places
from .references import References
from .report import Problems, quoted
from .schema import EditionFile
from .validate import validated
from .yaml import load_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..model.brand import Brand
    from ..model.edition import TimeAxis
    from ..model.layout import Layout
    from ..options import Block
    from .project import Project


def read_edition(path: Path, project: Project, blocks: Mapping[str, type[Block]]) -> Edition:
    """Read the edition at *path* with its brand, its layout and its fonts.

    Args:
        path: a YAML file of the project.
        project: as ``locate`` found it.
        blocks: the registered blocks by name.

    Raises:
        UsageError: the file is not there, may not be read or lies outside the project.
        FactsheetError: something is wrong in it, or in a file it needs; carries every problem, by file and line.
    """
    path = path if path.is_relative_to(project.root) else path.resolve()
    if not inside(path, project.root):
        raise UsageError([Problem("path-outside", f"{path.name} lies outside the project")])
    require(path, project.relative(path))
    problems = Problems()
    document = load_file(path, project.relative(path), problems)
    brand_path = find_brand(path, _named_brand(document), project, problems)
    brand = None if brand_path is None else read_brand(brand_path, project, problems)
    edition = None if document is None else _EditionReader(path, document, project, problems).edition(brand, blocks)
    problems.finish()
    if edition is None:
        problems.stop()
    return replace(edition, warnings=problems.warnings)


def _named_brand(document: Document | None) -> tuple[str, Position] | None:
    value = document.value.get("brand") if document is not None and isinstance(document.value, dict) else None
    return (value, Place(document, "brand").position) if document is not None and isinstance(value, str) else None


class _EditionReader:
    """Reads one edition, part by part, so that a mistake in one part hides none in another."""

    def __init__(self, path: Path, document: Document, project: Project, problems: Problems) -> None:
        self.path, self.project, self.problems = path, project, problems
        self.document, self.place = document, Place(document)

    def edition(self, brand: Brand | None, blocks: Mapping[str, type[Block]]) -> Edition | None:
        file = validated(EditionFile, self.document.value, self.place, self.problems)
        layout = self._layout()
        raw_sources, raw_facts = self._part("sources", {}), self._part("facts", {})
        sources = read_sources(raw_sources, self.place.at("sources"), self.problems)
        fictional = self._part("fictional", "") == "true"
        tables = Tables(self.path.parent, self.project, self.problems)
        facts = read_facts(raw_facts, self.place.at("facts"), raw_sources, tables, self.problems, fictional=fictional)
        reader = PageReader(
            blocks,
            layout,
            References(known_ids(raw_facts), facts, self.problems),
            self.problems,
            Pictures(self.path.parent, self.project, None if brand is None else brand.colours, self.problems),
            Places(self.project, self.problems),
        )
        raw_pages: list[Any] = self._part("pages", [])
        pages = reader.pages(raw_pages, self.place.at("pages")) if self.place.at("pages").exists else ()
        if file is None:
            reader.references.check_raw(self._part("title", ""), self.place.at("title"))
            return None
        reader.references.check_message(file.title, self.place.at("title"), "title")
        self._check_name(file)
        language = self._default(file, "language")
        if brand is None or layout is None or language is None:
            return None
        return Edition(
            sheet=self.path.parent.name,
            name=self.path.stem,
            file=self.document.file,
            title=replace(file.title, where="title"),
            language=language,
            issued=str(file.issued),
            facts=facts,
            sources=sources,
            pages=pages,
            brand=self._with_digits(brand, file),
            layout=layout,
            as_of="" if file.as_of is None else str(file.as_of),
            version=file.version,
            translations=self._translations(file, language),
            time_axis=self._time_axis(file, language),
            positions={**self.document.values, **reader.positions},
        )

    def _part(self, key: str, default: Any) -> Any:
        """Return a part of the file that has the type it should have, else *default*."""
        value = self.document.value.get(key) if isinstance(self.document.value, dict) else None
        return value if isinstance(value, type(default)) else default

    def _layout(self) -> Layout | None:
        own, default = self._part("layout", ""), self.project.defaults.layout
        if own:
            return read_layout(own, self.place.at("layout").position, self.project, self.problems)
        if default is not None:
            return read_layout(default, self.project.defaults.positions["layout"], self.project, self.problems)
        if not self.place.at("layout").exists:
            self._missing("layout")
        return None

    def _default(self, file: EditionFile, key: str) -> str | None:
        value: str | None = getattr(file, key) or getattr(self.project.defaults, key)
        if value is None:
            self._missing(key)
        return value

    def _missing(self, key: str) -> None:
        message = f"the key '{key}' is missing"
        remedy = f"add '{key}:' here, or for every edition in data/factsheet.yml"
        self.problems.add("key-missing", message, self.place.position, remedy)

    def _check_name(self, file: EditionFile) -> None:
        """An edition that was copied to a new year still says the old one until somebody changes it."""
        if file.edition is not None and file.edition != self.path.stem:
            message = f"the file is {quoted(self.path.name)} but says that it is edition {quoted(file.edition)}"
            position = self.place.at("edition").position
            self.problems.add("edition-mismatch", message, position, f"write 'edition: {self.path.stem}'")

    def _with_digits(self, brand: Brand, file: EditionFile) -> Brand:
        """Return *brand* with the digits of this edition: those for all languages replace all of the brand's."""
        if file.digits is None:
            return brand
        given = read_digits(file.digits, self.place.at("digits"), self.problems)
        return replace(brand, digits=given if EVERY in given else {**brand.digits, **given})

    def _time_axis(self, file: EditionFile, language: str) -> TimeAxis:
        """Text that runs from left to right has no time that runs against it."""
        if file.time_axis == "ltr" and not any(map(from_right_to_left, (language, *file.translations))):
            message = "no language of this edition is written from right to left, so time runs as 'ltr' anyway"
            remedy = "delete it, or name such a language under 'translations:'"
            self.problems.add("value-invalid", message, self.place.at("time-axis").position, remedy)
        return file.time_axis

    def _translations(self, file: EditionFile, language: str) -> tuple[str, ...]:
        for index, tag in enumerate(file.translations):
            if tag == language or tag in file.translations[:index]:
                message = f"{quoted(tag)} is a language of this edition already"
                position = self.place.at("translations", index).position
                self.problems.add("value-invalid", message, position, "delete it")
        return file.translations
