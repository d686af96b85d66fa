"""What a document says of itself: title, author, subject, language, date."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..model.placed import Metadata
from ..problems import Problem, UsageError

if TYPE_CHECKING:
    from ..model.edition import Edition
    from .words import EditionWords

LAST_SECOND = 253_402_300_799  # of the year 9999, the last that a date in a PDF can say


def about(edition: Edition, words: EditionWords) -> Metadata:
    """Return what a document of *edition* in the language of *words* says of itself."""
    return Metadata(
        title=words.plain(edition.title),
        author=edition.brand.name,
        subject=_subject(edition, words),
        language=words.language,
        issued=_issued(edition),
        right_to_left=words.right_to_left,
    )


def _subject(edition: Edition, words: EditionWords) -> str:
    """What the document is about: the first text after its first title."""
    for page in edition.pages:
        for uses in page.areas.values():
            for use in uses:
                said = [words.plain(message) for _, message in use.options.messages()]
                return said[1] if len(said) > 1 else said[0]
    return ""


def _issued(edition: Edition) -> str:
    """The edition's own date; SOURCE_DATE_EPOCH overrides it (https://reproducible-builds.org/specs/source-date-epoch/)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return edition.issued
    if not (epoch.isascii() and epoch.isdigit() and int(epoch) <= LAST_SECOND):
        message = f"SOURCE_DATE_EPOCH is '{epoch[:20]}', which is no number of seconds since 1970"
        raise UsageError([Problem("usage-invalid", message, remedy="set it to whole seconds, or unset it")])
    return datetime.fromtimestamp(int(epoch), UTC).isoformat()
