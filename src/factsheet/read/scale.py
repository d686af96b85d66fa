"""The type scale that a brand starts from: roles in points, the same for every brand until it says otherwise.

Of the standard's ``typography`` weight and style are taken over: of ``headings`` for h1 to h3, of ``base`` for what is
set in regular text. Its sizes and line heights speak of screens (1rem is as large as the reader likes it) and are not
read: those of pages stand under ``defaults: factsheet: type:``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.style import Style

if TYPE_CHECKING:
    from .brand_schema import Typeface, Typography

_QUIET = Style("text", 7.25, 10, colour="muted")

SCALE: dict[str, Style] = {
    "masthead": Style("display", 48, 49, 600, "ink", -0.9),
    "masthead_caption": Style("text", 8, 12, colour="muted"),
    "wordmark": Style("text", 10.5, 13, 600, "ink"),
    "dateline": Style("text", 9, 12, 600, "ink"),
    "section": Style("display", 19, 23, 600, "ink"),
    "quote": Style("display", 25, 31, 400, "ink", -0.3),
    "quote_label": Style("text", 9, 12, 700, "accent_text"),
    "h1": Style("display", 28, 32, 600, "ink", -0.35),
    "h2": Style("display", 13.5, 16, 600, "ink"),
    "h3": Style("text", 9, 12, 600, "ink"),
    "sub": Style("text", 8.5, 12, colour="muted"),
    "lede": Style("display", 14, 20, colour="ink"),
    "intro": Style("display", 11.5, 16, colour="ink"),
    "body": Style("text", 9, 12),
    "body_small": Style("text", 8.5, 11.5),
    "hero": Style("display", 39, 40, 600, "ink", -1.1),
    "target": Style("display", 34, 40, 600, "accent_text", -0.8),
    "strip": Style("display", 26, 28, 600, "ink", -0.6),
    "strip_text": Style("text", 8, 10.5),
    "row_number": Style("display", 15, 17, 600, "ink", -0.3),
    "list_letter": Style("display", 15, 17, 600, "ink"),
    "list_number": Style("text", 8.5, 12, 600, "muted"),
    "table_head": Style("text", 8, 12, 600, "ink"),
    "table_number": Style("text", 9, 12, tabular=True),
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

HEADINGS = ("h1", "h2", "h3")


def scale_of(typography: Typography | None) -> dict[str, Style]:
    """Return the type scale with the weights and styles that a brand's *typography* gives to headings and base."""
    scale = dict(SCALE)
    if typography is None:
        return scale
    base = [role for role, style in SCALE.items() if style.family == "text" and style.weight == 400]
    for roles, kind in ((base, typography.base), (HEADINGS, typography.headings)):
        for role in roles:
            scale[role] = _in(scale[role], kind)
    return scale


def _in(style: Style, kind: Typeface) -> Style:
    weight = style.weight if kind.weight is None else kind.weight
    return style.but(weight=weight, italic=style.italic if kind.style is None else kind.style != "normal")
