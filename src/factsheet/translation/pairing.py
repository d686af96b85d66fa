"""Which entry of an older PO file each text of an edition goes on with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..model.translation import Entry

    Key = Callable[[Entry], object]

ALIKE = 0.6
"""How much of two texts has to be the same for one to be the other, changed: what ``msgmerge`` asks for."""

_COMPARED, _LONGEST = 40, 400
"""Texts of one list that are compared with each other, and characters of each that count: files may be hostile."""

_INDEX = re.compile(r"\.\d+(?=\.|$)")
_PAGE = re.compile(r"page\d+$")
_SUFFIX = re.compile(r"-\d+$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text (an entry that nobody translated), the entry that it goes on with, and whether its words changed."""

    new: Entry
    old: Entry
    changed: bool


def pairs(texts: Sequence[Entry], entries: Sequence[Entry]) -> tuple[Pair, ...]:
    """Pair the texts of an edition with the entries of a file, each at most once.

    A text that is still what it was comes first, wherever it stands now: at its place, else in the same field of the
    same block (an item of a list has moved), else in that field of such a block elsewhere, else among what is obsolete.
    What is left of both sides has been changed: the most alike in one list, then what stands at one place, whatever it
    says, then the most alike in blocks of that name.

    Args:
        texts: the edition's, in its order.
        entries: those of the file, in its order, obsolete ones too.
    """
    current, obsolete = ([entry for entry in entries if entry.obsolete == gone] for gone in (False, True))
    pairing = _Pairing(texts, current)
    for pool in (current, obsolete):
        for key in (_context, _slot, _kind):
            pairing.same(key, pool)
    pairing.alike(_slot)
    pairing.placed()
    pairing.alike(_kind)
    return tuple(pairing.found)


@dataclass(slots=True)
class _Pairing:
    """Texts and entries, and those of both that have found their partner."""

    texts: Sequence[Entry]
    entries: Sequence[Entry]
    found: list[Pair] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def same(self, key: Key, entries: Iterable[Entry]) -> None:
        """Pair what has the same words and the same *key*, in order."""
        known: dict[object, list[Entry]] = {}
        for entry in self._free(entries):
            known.setdefault((key(entry), entry.source), []).append(entry)
        for text in self._free(self.texts):
            if waiting := known.get((key(text), text.source)):
                self._pair(text, waiting.pop(0), changed=False)

    def placed(self) -> None:
        """Pair what stands at the same place."""
        known = {entry.context: entry for entry in self._free(self.entries)}
        for text in self._free(self.texts):
            if text.context in known:
                self._pair(text, known[text.context], changed=True)

    def alike(self, key: Key) -> None:
        """Pair what has the same *key* and much the same words, the most alike first."""
        for _, text, entry in sorted(self._scores(key), key=lambda score: -score[0]):
            if not {id(text), id(entry)} & self.taken:
                self._pair(text, entry, changed=True)

    def _scores(self, key: Key) -> Iterator[tuple[float, Entry, Entry]]:
        """Yield how much alike texts and entries are that may be each other."""
        groups: dict[object, tuple[list[Entry], list[Entry]]] = {}
        for side, entries in enumerate((self.texts, self.entries)):
            for entry in self._free(entries):
                groups.setdefault(key(entry), ([], []))[side].append(entry)
        for texts, entries in groups.values():
            for text, entry in product(texts[:_COMPARED], entries[:_COMPARED]):
                if score := likeness(text.source, entry.source):
                    yield score, text, entry

    def _free(self, entries: Iterable[Entry]) -> list[Entry]:
        return [entry for entry in entries if id(entry) not in self.taken]

    def _pair(self, text: Entry, entry: Entry, *, changed: bool) -> None:
        self.taken |= {id(text), id(entry)}
        self.found.append(Pair(text, entry, changed))


def likeness(one: str, other: str) -> float:
    """Return how much of two texts is the same, ALIKE to 1; 0 where it is less."""
    matcher = SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False)
    quick = matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE
    ratio = matcher.ratio() if quick else 0.0
    return ratio if ratio >= ALIKE else 0.0


def _context(entry: Entry) -> str:
    return entry.context


def _slot(entry: Entry) -> str:
    """Return the place of an entry without the numbers of list items: ``page1.left.text.items.title``."""
    return _INDEX.sub("", entry.context)


def _kind(entry: Entry) -> str:
    """Return what field of what block an entry is, whatever its page and area: ``text.items.title``."""
    first, *rest = _slot(entry).split(".")
    if _PAGE.fullmatch(first) and len(rest) > 2:
        return ".".join((_SUFFIX.sub("", rest[1]), *rest[2:]))
    return ".".join((_PAGE.sub("page", first), rest[-1] if rest else ""))
