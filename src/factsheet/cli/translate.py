"""``factsheet translate``."""

from __future__ import annotations

import click

from .params import languages_option
from .report import FORMATS, Report, format_option


@click.group()
def translate() -> None:
    """Translate editions: PO files out, checked translations in."""


@translate.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@languages_option
@format_option(*FORMATS)
@click.pass_obj
def extract(report: Report, editions: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Write data/SHEET/EDITION.TAG.po with every text of an edition, for a translator.

    Without -l, for each language under 'translations' in the edition that has no file yet. Nothing is overwritten.
    """
    from ..translation.extract import extract as run
    from .report import File

    found = run(editions, languages)
    for one in found:
        if one.path is not None:
            report.files.append(File(one.edition, one.language, str(one.path), one.path.stat().st_size))
            if report.format == "human":
                click.echo(f"{one.path}  {one.texts} texts")
    report.finish([problem for one in found for problem in one.problems])
