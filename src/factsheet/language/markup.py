"""Inline Markdown: ``**bold**``, ``*emphasis*``, ``[text](address)``; a backslash takes the next character as it is."""

from __future__ import annotations

import re

from ..model.content import Span, Text

_TOKEN = re.compile(r"\\(?P<escaped>[\\*\[\]{}_0-9])|(?P<stars>\*{1,2})|\[(?P<words>[^\[\]]+)\]\((?P<href>[^()\s]+)\)")


def spans(text: str) -> Text:
    """Return *text* as spans. Stars that open nothing, or close nothing, stay plain characters."""
    found: list[Span] = []
    manner = {"**": False, "*": False}

    def add(words: str, href: str | None = None) -> None:
        if words:
            found.append(Span(words, bold=manner["**"], emphasis=manner["*"], href=href))

    at = 0
    for token in _TOKEN.finditer(text):
        stars = token["stars"]
        if stars and not manner[stars] and stars not in text[token.end() :]:
            continue
        add(text[at : token.start()])
        at = token.end()
        if stars:
            manner[stars] = not manner[stars]
        else:
            add(token["escaped"] or token["words"], token["href"])
    add(text[at:])
    return _joined(found)


def _joined(found: list[Span]) -> Text:
    """Join neighbours of one manner, so that kerning and ligatures hold between them."""
    out: list[Span] = []
    for span in found:
        if out and (out[-1].bold, out[-1].emphasis, out[-1].href) == (span.bold, span.emphasis, span.href):
            out[-1] = Span(out[-1].text + span.text, span.bold, span.emphasis, href=span.href)
        else:
            out.append(span)
    return tuple(out)
