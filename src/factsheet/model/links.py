"""Addresses that a link may lead to."""

from __future__ import annotations

import re

_SAFE = re.compile(r"https?://[^\s/?#]\S*|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)


def is_safe(address: str) -> bool:
    """Say whether a reader may follow *address*: a web page or a mail address, in full.

    Others run something (``javascript:``), reach into the reader's machine (``file:``), or mean nothing outside the
    project (``page.html``).
    """
    return _SAFE.fullmatch(address) is not None
