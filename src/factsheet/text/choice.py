"""Which face sets which characters."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from ..icu import grapheme_breaks
from ..problems import FactsheetError
from .face import Face, face_of
from .scripts import IGNORABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.brand import FaceFile

_MOST_CHOICES = 5_000


class Choice(NamedTuple):
    """Faces for a text: (start, end, face) in order; and the characters that no face has."""

    parts: tuple[tuple[int, int, Face], ...]
    missing: frozenset[str] = frozenset()


def in_order(files: Sequence[FaceFile], weight: int, *, italic: bool) -> tuple[FaceFile, ...]:
    """Return *files* as characters are looked for: family after family, in each the nearest posture and weight first.

    Variable files are pinned at the nearest of their weights. Between two weights equally near, the bolder one from 500
    on, else the lighter (CSS Fonts 4, 5.2). Of several faces of one file only the nearest is kept: what one lacks, all
    lack.
    """
    families: dict[str, list[FaceFile]] = {}
    for file in files:
        families.setdefault(file.family, []).append(file.at(weight))

    def distance(file: FaceFile) -> tuple[bool, int, int]:
        return file.italic != italic, abs(file.weight - weight), -file.weight if weight >= 500 else file.weight

    ordered = [file for family in families.values() for file in sorted(family, key=distance)]
    first = {file.path: file for file in reversed(ordered)}
    return tuple(file for file in ordered if first[file.path] is file)


def opened(file: FaceFile) -> Face:
    """Return the face of *file*.

    Raises:
        FactsheetError: it is no font after all; located where the brand asks for it.
    """
    try:
        face = face_of(file.path, file.axes)
    except FactsheetError as error:
        if file.position is None:
            raise
        raise FactsheetError([replace(problem, position=file.position) for problem in error.problems]) from error
    face.position = file.position
    return face


class Stack:
    """The faces of one family role for one weight and posture."""

    def __init__(self, files: Sequence[FaceFile], weight: int, *, italic: bool) -> None:
        """Order *files*; a face is read when it is first needed."""
        self._files = in_order(files, weight, italic=italic)
        self._choices: dict[tuple[str, str], Choice] = {}

    @cached_property
    def primary(self) -> Face:
        """The face of whatever it has; baselines are taken from it."""
        return opened(self._files[0])

    def choose(self, text: str, language: str) -> Choice:
        """Return faces for *text*: a base and its marks stay together where one face has both."""
        primary = self.primary
        if primary.characters.issuperset(text):
            return Choice(((0, len(text), primary),))
        key = (text, language)
        if key not in self._choices:
            if len(self._choices) >= _MOST_CHOICES:
                self._choices.clear()
            self._choices[key] = self._choose(text, language)
        return self._choices[key]

    def _choose(self, text: str, language: str) -> Choice:
        parts: list[tuple[int, int, Face]] = []
        missing: set[str] = set()
        start = 0
        for end in grapheme_breaks(text, language):
            for length, face in self._faces(text[start:end]):
                if face is None:
                    missing.update(IGNORABLE.sub("", text[start : start + length]))
                chosen = face or self.primary
                if parts and parts[-1][2] is chosen:
                    parts[-1] = (parts[-1][0], start + length, chosen)
                else:
                    parts.append((start, start + length, chosen))
                start += length
        return Choice(tuple(parts), frozenset(missing))

    def _faces(self, cluster: str) -> Iterator[tuple[int, Face | None]]:
        """Yield (length, face) for a grapheme cluster: one face if one can set it, composed or decomposed."""
        face = self._first(cluster)
        if face is not None or len(cluster) == 1:
            yield len(cluster), face
        else:
            yield from ((1, self._first(character)) for character in cluster)

    def _first(self, text: str) -> Face | None:
        forms = (text, normalize("NFC", text), normalize("NFD", text))
        faces = map(opened, self._files)
        return next((face for face in faces if any(face.covers(form) for form in forms)), None)
