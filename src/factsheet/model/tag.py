"""Structure elements of a tagged PDF (ISO 32000-1, 14.7 and 14.8.4)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One logical element. Two paragraphs are two elements even where they look alike: equality is identity.

    Attributes:
        type: a standard structure type (``P``, ``H1``, ``Figure``), or ``Artifact``, ``Header``, ``Footer``.
        alt: what a picture says; required for ``Figure`` (ISO 14289-1, 7.3).
        actual: the logical text, for elements whose glyphs lie in visual order (right-to-left).
        lang: BCP 47 tag where it differs from the document's.
        attributes: attribute dictionaries as (key, value) pairs, in PDF's own spelling.
        href, dest: the target of a link: an address, or a name in this document.
    """

    type: str
    alt: str | None = None
    actual: str | None = None
    lang: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    href: str | None = None
    dest: str | None = None

    @property
    def decorative(self) -> bool:
        """Whether what is painted under it is left out of the structure tree."""
        return self.type in {"Artifact", "Header", "Footer"}


ARTIFACT, HEADER, FOOTER = Tag("Artifact"), Tag("Header"), Tag("Footer")
