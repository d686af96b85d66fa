"""Texts as authors write them: inline Markdown round ICU MessageFormat whose arguments are facts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """A text before its figures are filled in.

    Attributes:
        text: the source text, or the translation of it.
        checks: facts that the text spells out in words, so that a change of the fact makes the text a problem.
        where: page.area.block.field, which is also the PO context.
    """

    text: str
    checks: tuple[str, ...] = ()
    where: str = ""
