"""What options of several commands have in common."""

from __future__ import annotations

import re

import click

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}", re.ASCII)


def language_tags(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return *values* if they look like tags of BCP 47 (the shape alone: RFC 5646, 2.1), since files are named so."""
    for value in values:
        if _TAG.fullmatch(value) is None:
            message = f"{value!r} is not a language tag (en, pt-BR, zh-Hans)."
            raise click.BadParameter(message)
    return values


languages_option = click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    callback=language_tags,
    metavar="TAG",
    help="Language (BCP 47), more than once for several, or 'all' [the edition's own].",
)
"""``-l``: the languages of a run."""
