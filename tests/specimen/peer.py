"""The same page by WeasyPrint (Pango), with the same faces, to be held beside ours glyph by glyph.

``python -m specimen.peer OUT.pdf``; WeasyPrint comes with the extra ``bench``.
"""

from __future__ import annotations

import html
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.text.scripts import script_of_language
from specimen.page import HEIGHT, LEFT, MEASURE, TOP, WIDTH, brand, sentences

if TYPE_CHECKING:
    from factsheet.model.content import Span


def document(role: str = "intro") -> str:
    """Return the page as HTML."""
    made = brand()
    style = made.scale[role]
    faces = {file for file in made.faces[style.family] if file.weights is None}
    rules = [
        f"@font-face {{font-family: '{file.family}'; font-weight: {file.weight}; "
        f"font-style: {'italic' if file.italic else 'normal'}; src: url('{file.path.as_uri()}')}}"
        for file in sorted(faces, key=lambda file: str(file.path))
    ]
    families = [*dict.fromkeys(f"'{file.family}'" for file in made.faces[style.family])]
    paragraphs = []
    for language, text in sentences().items():
        scaled = made.scale_of(script_of_language(language))[role]
        direction = "rtl" if script_of_language(language) == "Arab" else "ltr"
        size = f"font-size: {scaled.size}pt; line-height: {scaled.leading}pt; font-weight: {scaled.weight}"
        content = "".join(map(_marked, text))
        paragraphs.append(f'<p lang="{language}" dir="{direction}" style="{size}">{content}</p>')
    sheet = (
        f"@page {{size: {WIDTH}pt {HEIGHT}pt; margin: {TOP}pt {WIDTH - LEFT - MEASURE}pt {TOP}pt {LEFT}pt}}"
        f"body {{font-family: {', '.join(families)}; color: #0e2b3f; margin: 0}} p {{margin: 0 0 9pt}}"
        "b {font-weight: 700} a, i {color: #b8400f; text-decoration: none; font-style: normal}"
    )
    return f"<html><head><style>{''.join(rules)}{sheet}</style></head><body>{''.join(paragraphs)}</body></html>"


def _marked(span: Span) -> str:
    text = html.escape(span.text)
    if span.bold:
        return f"<b>{text}</b>"
    if span.href:
        return f'<a href="{span.href}">{text}</a>'
    return f"<i>{text}</i>" if span.colour else text


if __name__ == "__main__":
    from weasyprint import HTML  # type: ignore[import-not-found]

    HTML(string=document()).write_pdf(Path(sys.argv[1]))
