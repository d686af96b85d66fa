"""What a brand says of language: digits, separators, words of qualifiers; for all languages or one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, RootModel

from ..model.brand import Separators
from .brand_schema import Digits, Qualifiers, SeparatorsFile
from .report import quoted
from .validate import validated
from .values import described, language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .document import Place
    from .report import Problems

EVERY = ""
"""Stands for the languages that have no entry of their own."""

File = TypeVar("File", bound=BaseModel)


class DigitsFile(RootModel[Digits]):
    """A numbering system."""


def read_digits(value: Any, place: Place, problems: Problems) -> Mapping[str, str]:
    """Return numbering systems by language: ``latn``, or ``{ar: arab, fa: native}``."""
    found = _by_language(DigitsFile, value, place, problems, shared=isinstance(value, str))
    return {tag: file.root for tag, file, _ in found}


def read_separators(value: Any, place: Place, problems: Problems) -> Mapping[str, Separators]:
    """Return separators by language: ``{group: space, decimal: ","}``, or such a mapping by language."""
    shared = isinstance(value, dict) and not value.keys().isdisjoint(SeparatorsFile.model_fields)
    read = {}
    for tag, file, at in _by_language(SeparatorsFile, value, place, problems, shared=shared):
        if file.group == file.decimal is not None:
            message = f"groups of digits and decimals cannot both be parted by {quoted(file.decimal)}"
            problems.add("value-invalid", message, at.at("group").position)
        read[tag] = Separators(file.group, file.decimal)
    return read


def read_qualifiers(value: Any, place: Place, problems: Problems) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return the words of qualifiers: those for editions in whatever language, and those by language."""
    by_language = isinstance(value, dict) and bool(value) and all(isinstance(part, dict) for part in value.values())
    read = {
        tag: file.model_dump(by_alias=True, exclude_none=True)
        for tag, file, _ in _by_language(Qualifiers, value, place, problems, shared=not by_language)
    }
    return read.pop(EVERY, {}), read


def _by_language(
    model: type[File], value: Any, place: Place, problems: Problems, *, shared: bool
) -> Iterator[tuple[str, File, Place]]:
    """Yield (language, entry, its place); what is *shared* by all languages is one entry."""
    if value is None:
        return
    if shared:
        file = validated(model, value, place, problems)
        if file is not None:
            yield EVERY, file, place
        return
    if not isinstance(value, dict):
        problems.add("value-invalid", f"a mapping by language is wanted here, not {described(value)}", place.position)
        return
    for tag, entry in value.items():
        try:
            language(tag)
        except ValueError as error:
            problems.add("value-invalid", str(error), place.at(tag).key)
            continue
        file = validated(model, entry, place.at(tag), problems)
        if file is not None:
            yield tag, file, place.at(tag)
