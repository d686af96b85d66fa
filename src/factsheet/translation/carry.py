"""A translation carried on: an edition's texts of today with what translators wrote for those of yesterday."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.translation import FUZZY, Catalogue, Entry
from .pairing import pairs
from .po import ICU_FLAG, header_fields

if TYPE_CHECKING:
    from .pairing import Pair


@dataclass(frozen=True, slots=True)
class Carried:
    """A catalogue that was carried on, and how many of its texts are what they were, changed, new, gone, back again."""

    catalogue: Catalogue
    kept: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0
    revived: int = 0

    @property
    def said(self) -> str:
        """The numbers in words."""
        counts = {"kept": self.kept, "changed": self.changed, "new": self.new, "gone": self.gone, "back": self.revived}
        return ", ".join(f"{count} {word}" for word, count in counts.items() if count or word == "kept")


def carried(fresh: Catalogue, old: Catalogue) -> Carried:
    """Return *fresh* with what *old* knows.

    What is unchanged stays, what has changed becomes fuzzy with the text that it was translated from, what is gone
    becomes obsolete, what is new is empty, and what was obsolete comes back where its text does. Comments, references
    and order are those of *fresh*; translators' remarks, flags and header are those of *old*.

    Args:
        fresh: the edition's texts, nothing translated.
        old: the translation so far, or that of an earlier edition.
    """
    found = pairs(fresh.entries, old.entries)
    by_text = {id(pair.new): pair for pair in found}
    entries = [_entry(text, by_text.get(id(text))) for text in fresh.entries]
    used = {id(pair.old) for pair in found}
    left = [entry for entry in old.entries if id(entry) not in used]
    obsolete = _obsolete(left, {(entry.context, entry.source) for entry in entries})
    header = _header(fresh.header, old.header)
    changed = sum(pair.changed and bool(pair.old.text) for pair in found)
    revived = sum(pair.old.obsolete for pair in found)
    return Carried(
        replace(fresh, header=header, entries=(*entries, *obsolete)),
        kept=sum(not pair.changed for pair in found) - revived,
        changed=changed,
        new=len(entries) - sum(not pair.changed or bool(pair.old.text) for pair in found),
        gone=sum(not entry.obsolete for entry in left),
        revived=revived,
    )


def _entry(text: Entry, pair: Pair | None) -> Entry:
    """Return a text with what its partner knows; a translation whose source has changed is somebody's to look at."""
    if pair is None:
        return text
    old, stale = pair.old, pair.changed and bool(pair.old.text)
    fuzzy = stale or (old.fuzzy and bool(old.text))
    own = [flag for flag in old.flags if flag not in {FUZZY, ICU_FLAG}]
    previous, context = (old.previous, old.previous_context) if old.fuzzy else (None, None)
    if stale and previous is None:  # else the translation is older still: it was made for what is told there
        previous, context = old.source, old.context if old.context != text.context else None
    if previous == text.source:
        previous = context = None
    flags = (*((FUZZY,) if fuzzy else ()), *text.flags, *own)
    return replace(text, text=old.text, flags=flags, notes=old.notes, previous=previous, previous_context=context)


def _obsolete(left: list[Entry], current: set[tuple[str, str]]) -> tuple[Entry, ...]:
    """Return what is kept though no text asks for it: whatever somebody wrote, once, what is gone now at the end."""
    known = {}
    for entry in sorted(left, key=lambda entry: not entry.obsolete):
        if (key := (entry.context, entry.source)) not in current and (entry.text or entry.notes):
            known[key] = entry
    return tuple(_gone(entry) for entry in known.values())


def _gone(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, comments=(), references=(), previous=None, previous_context=None)


def _header(fresh: Entry | None, old: Entry | None) -> Entry | None:
    """Return the old header, in which the date and the name of the edition are those of *fresh*."""
    if fresh is None or old is None:
        return old or fresh
    now, before = header_fields(fresh.text), header_fields(old.text)
    project = before.get("Project-Id-Version", "")
    named = project.rpartition(" ")[0] == now["Project-Id-Version"].rpartition(" ")[0]
    renewed = {"POT-Creation-Date"} | ({"Project-Id-Version"} if named else set())
    lines = [_renewed(line, now, renewed) for line in old.text.split("\n")]
    title = next(iter(fresh.notes), "")
    notes = tuple(title if note == f"{project}, {title.partition(', ')[2]}" else note for note in old.notes)
    return replace(old, text="\n".join(lines), notes=notes)


def _renewed(line: str, now: dict[str, str], names: set[str]) -> str:
    name, colon, _ = line.partition(":")
    return f"{name}: {now[name.strip()]}" if colon and name.strip() in names else line
