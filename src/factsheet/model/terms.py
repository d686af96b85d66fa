"""Official names: what a term is called in another language, as whoever it belongs to calls it."""

from __future__ import annotations

from typing import NamedTuple


class Term(NamedTuple):
    """A term in one language.

    Attributes:
        term: as source texts write it.
        language: a BCP 47 tag.
        texts: its official name, then others that hold as well.
        source: where the name is established.
    """

    term: str
    language: str
    texts: tuple[str, ...]
    source: str
