"""The type scale that a brand starts from: roles in points, the same for every brand until it says otherwise."""

from __future__ import annotations

from ..model.style import Style

_QUIET = Style("text", 7.25, 10, colour="muted")

SCALE: dict[str, Style] = {
    "h1": Style("display", 28, 32, 600, "ink", -0.35),
    "h2": Style("display", 13.5, 16, 600, "ink"),
    "h3": Style("text", 9, 12, 600, "ink"),
    "sub": Style("text", 8.5, 12, colour="muted"),
    "lede": Style("display", 14, 20, colour="ink"),
    "intro": Style("display", 11.5, 16, colour="ink"),
    "body": Style("text", 9, 12),
    "body_small": Style("text", 8.5, 11.5),
    "hero": Style("display", 39, 40, 600, "ink", -1.1),
    "strip": Style("display", 26, 28, 600, "ink", -0.6),
    "strip_text": Style("text", 8, 10.5),
    "row_number": Style("display", 15, 17, 600, "ink", -0.3),
    "list_number": Style("text", 8.5, 12, 600, "muted"),
    "value": Style("text", 8.75, 12, 600, "ink"),
    "latest": Style("text", 12.5, 14, 700, "accent_text"),
    "qualifier": _QUIET,
    "note": Style("text", 8.25, 11, colour="muted"),
    "axis": Style("text", 8, 10, colour="muted", tabular=True),
    "caption": _QUIET,
    "running": Style("text", 8, 12, colour="muted"),
    "running_title": Style("text", 8, 12, 600, "ink"),
    "folio": _QUIET,
    "callout": Style("text", 9.5, 12, 500, "accent_text"),
}
"""Names are those that blocks, figures and furniture set text in. 7.25 pt is the smallest that stays readable."""
