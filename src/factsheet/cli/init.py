"""``factsheet init``."""

from __future__ import annotations

import click


@click.command()
@click.argument("folder", required=False, default=".", metavar="[DIR]")
@click.option("--year", type=click.IntRange(1900, 2199), metavar="YEAR", help="Year of the first edition [2025].")
def init(folder: str, year: int | None) -> None:
    """Begin a project in DIR (the current folder if left out): one page to build at once and then make your own.

    The files explain themselves. Nothing that exists is overwritten.
    """
    from pathlib import Path

    from ..editions.scaffold import begin

    made = begin(Path(folder), year)
    for path in made.files:
        click.echo(path)
    click.echo("\n" + made.next_step)
