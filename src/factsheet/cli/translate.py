"""``factsheet translate``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .params import languages_option
from .report import FORMATS, File, Progress, Report, format_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..pipeline import Delivery


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

    found = run(editions, languages)
    for one in found:
        if one.path is not None:
            report.files.append(File(one.edition, one.language, str(one.path), one.path.stat().st_size))
            if report.format == "human":
                click.echo(f"{one.path}  {one.texts} texts")
    report.finish([problem for one in found for problem in one.problems])


@translate.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@languages_option
@format_option(*FORMATS)
@click.pass_obj
def update(report: Report, editions: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Carry PO files on after an edition has changed, or into a new edition from the one before it.

    What is unchanged stays; what has changed becomes fuzzy, with the text that it was translated from; what is gone
    becomes obsolete, and comes back when its text does; what is new is empty. Without -l, for each language that has
    a file to carry on.
    """
    from ..translation.update import update as run

    found = run(editions, languages)
    for one in found:
        if one.path is not None and one.carried is not None:
            report.files.append(File(one.edition, one.language, str(one.path), one.path.stat().st_size))
            if report.format == "human":
                click.echo(f"{one.path}  {one.carried.said}" + (f" (from {one.base})" if one.base else ""))
    report.finish([problem for one in found for problem in one.problems])


@translate.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@format_option("human", "json")
@click.pass_obj
def status(report: Report, editions: tuple[str, ...]) -> None:
    """Show how far the translations are: texts translated, fuzzy, empty, obsolete; problems in them.

    A final build needs nothing fuzzy and nothing empty; 'check -l TAG' shows the problems.
    """
    from ..translation.status import lines
    from ..translation.status import status as run

    told = run(editions)
    if report.format == "json" and not told.problems:
        import json
        from dataclasses import asdict

        rows = [asdict(one) for one in told.translations]
        click.echo(json.dumps({"translations": rows}, ensure_ascii=False, indent=2).encode())
        return
    if report.format == "human":
        click.echo("\n".join(lines(told.translations)))
    report.finish(told.problems)


@translate.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@click.option("-o", "--output", type=click.Path(file_okay=False), help="Folder for the files [build/].")
@format_option(*FORMATS)
@click.pass_obj
def pseudo(report: Report, editions: tuple[str, ...], output: str | None) -> None:
    """Build editions in two languages that nobody speaks, to see what breaks before a translator is paid.

    In en-XA texts are 45 per cent longer, accented, in brackets; in ar-XB they run from right to left. Both are drafts
    to look at, written whatever is wrong; every text that does not fit is a problem.
    """
    from pathlib import Path

    from ..translation.pseudo import pseudo as run

    with Progress(quiet=False) as progress:
        deliveries = run(editions, out=Path(output) if output else None, progress=progress)
    _finish(report, deliveries)


@translate.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@languages_option
@click.option("-o", "--output", type=click.Path(file_okay=False), help="Folder for the files [build/].")
@format_option(*FORMATS)
@click.pass_obj
def proof(report: Report, editions: tuple[str, ...], languages: tuple[str, ...], output: str | None) -> None:
    """Set every text of an edition beside its translation, as a PDF for whoever reviews it.

    Texts have the names that they have in the PO file, and their figures are filled in. Without -l, for each language
    that has such a file.
    """
    from pathlib import Path

    from ..translation.proof import proof as run

    with Progress(quiet=False) as progress:
        deliveries = run(editions, languages, out=Path(output) if output else None, progress=progress)
    _finish(report, deliveries)


def _finish(report: Report, deliveries: Iterable[Delivery]) -> None:
    """Name the files that were written, and every problem."""
    deliveries = tuple(deliveries)
    for delivery in deliveries:
        if delivery.path is not None:
            report.files.append(File(delivery.edition, delivery.language, str(delivery.path), delivery.size))
            if report.format == "human":
                click.echo(f"{delivery.path}  {delivery.size / 1000:.1f} kB")
    report.finish([problem for delivery in deliveries for problem in delivery.problems])
