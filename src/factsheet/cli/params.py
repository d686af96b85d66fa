"""What options of several commands have in common."""

from __future__ import annotations

import re

import click

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}", re.ASCII)


def language_tag(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return *value* if it looks like a tag of BCP 47 (the shape alone: RFC 5646, 2.1), since files are named by it."""
    if value is not None and _TAG.fullmatch(value) is None:
        message = f"{value!r} is not a language tag (en, pt-BR, zh-Hans)."
        raise click.BadParameter(message)
    return value
