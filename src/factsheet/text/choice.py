"""Which face sets which characters.

Latin letters, digits and what stands between them come from the brand's own faces in every script, so that numbers look
alike on all pages. All else comes from the faces of the script in which a text is written, its blanks and punctuation
too: a comma of Arabic is another one than that of Latin, and word spaces of one face are all alike.
"""

from __future__ import annotations

import re
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
_LETTER = "[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_WESTERN = re.compile(
    f"[$+#~\u00a3\u00a5\u00b1\u00d7\u20ac\u2212\u2248]*{_LETTER}"
    f"(?:[\u0021-\u002f\u003a-\u007e\u00a0\u2009\u202f\u2010-\u2013\u2019 ]*{_LETTER})*[%\u2030\u00b0]?"
)
"""Latin words and numbers, with signs before and after them."""


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
        self._scripts = frozenset(file.script for file in files if file.script)
        self._choices: dict[tuple[str, str, str], Choice] = {}
        self._found: dict[tuple[str, str], Face | None] = {}

    @cached_property
    def primary(self) -> Face:
        """The face of whatever it has; baselines are taken from it."""
        return opened(self._files[0])

    def choose(self, text: str, language: str, script: str = "") -> Choice:
        """Return faces for *text*: a base and its marks stay together where one face has both.

        Args:
            text: of one direction.
            language: a BCP 47 tag.
            script: the one in which it is written (ISO 15924), if that has faces of its own; they come first then.
        """
        if script not in self._scripts:
            script = ""
            if self.primary.characters.issuperset(text):
                return Choice(((0, len(text), self.primary),))
        key = (text, language, script)
        if key not in self._choices:
            if len(self._choices) >= _MOST_CHOICES:
                self._choices.clear()
            self._choices[key] = self._choose(text, language, script)
        return self._choices[key]

    def _choose(self, text: str, language: str, script: str) -> Choice:
        parts: list[tuple[int, int, Face]] = []
        missing: set[str] = set()
        start = 0
        for end, preferred in _manners(text, script):
            for length, face in self._sequence(text[start:end], language, preferred):
                if face is None:
                    missing.update(IGNORABLE.sub("", text[start : start + length]))
                chosen = face or self.primary
                if parts and parts[-1][2] is chosen:
                    parts[-1] = (parts[-1][0], start + length, chosen)
                else:
                    parts.append((start, start + length, chosen))
                start += length
        return Choice(tuple(parts), frozenset(missing))

    def _sequence(self, text: str, language: str, script: str) -> Iterator[tuple[int, Face | None]]:
        """Yield (length, face) for stretches of *text*."""
        first = self._first(text[0], script)
        if first is not None and first.characters.issuperset(text):
            yield len(text), first
            return
        start = 0
        for end in grapheme_breaks(text, language):
            yield from self._faces(text[start:end], script)
            start = end

    def _faces(self, cluster: str, script: str) -> Iterator[tuple[int, Face | None]]:
        """Yield (length, face) for a grapheme cluster: one face if one can set it, composed or decomposed."""
        face = self._first(cluster, script)
        if face is not None or len(cluster) == 1:
            yield len(cluster), face
        else:
            yield from ((1, self._first(character, script)) for character in cluster)

    def _first(self, text: str, script: str) -> Face | None:
        """Return the first face that has *text*, those of *script* before the others."""
        key = (text, script)
        if key not in self._found:
            if len(self._found) >= _MOST_CHOICES:
                self._found.clear()
            forms = (text, normalize("NFC", text), normalize("NFD", text))
            files = sorted(self._files, key=lambda file: file.script != script) if script else self._files
            faces = map(opened, files)
            self._found[key] = next((face for face in faces if any(face.covers(form) for form in forms)), None)
        return self._found[key]


def _manners(text: str, script: str) -> Iterator[tuple[int, str]]:
    """Yield (end, script to prefer) for stretches of *text*: none within Latin words and numbers."""
    if script:
        end = 0
        for found in _WESTERN.finditer(text):
            if found.start() > end:
                yield found.start(), script
            yield (end := found.end()), ""
        if end < len(text):
            yield len(text), script
    elif text:
        yield len(text), ""
