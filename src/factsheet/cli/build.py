"""``factsheet build``."""

from __future__ import annotations

import click

from .report import Progress, finish


@click.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@click.option("-o", "--output", type=click.Path(file_okay=False), help="Folder for the files [build/].")
@click.option("-l", "--language", metavar="TAG", help="Language to build (BCP 47) [the edition's own].")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
def build(editions: tuple[str, ...], output: str | None, language: str | None, quiet: bool) -> None:
    """Build editions as PDF: all of the project, or those you name.

    An edition is named SHEET/EDITION, or by the path of its file. A sheet's name alone means all its editions.
    """
    from pathlib import Path

    from ..problems import UsageError

    progress = Progress(quiet=quiet)
    try:
        from ..pipeline import build as run

        deliveries = run(editions, out=Path(output) if output else None, language=language, progress=progress)
    except UsageError as error:
        progress.clear()
        finish(error.problems, error.exit_code)
    progress.clear()
    for delivery in deliveries:
        if delivery.path is not None and not quiet:
            click.echo(f"{delivery.path}  {delivery.size / 1000:.1f} kB")
    finish([problem for delivery in deliveries for problem in delivery.problems])
