"""``factsheet check``."""

from __future__ import annotations

import click

from .report import finish


@click.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@click.option("-l", "--language", metavar="TAG", help="Language to check (BCP 47) [the edition's own].")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
def check(editions: tuple[str, ...], language: str | None, quiet: bool) -> None:
    """Look for everything that is wrong, overflow included, without building.

    Takes editions as `build` does; writes nothing.
    """
    from ..problems import UsageError

    try:
        from ..pipeline import check as run

        deliveries = run(editions, language=language)
    except UsageError as error:
        finish(error.problems, error.exit_code)
    if not quiet:
        for delivery in deliveries:
            if not delivery.problems:
                click.echo(f"{delivery.edition} ({delivery.language}): no problems")
    finish([problem for delivery in deliveries for problem in delivery.problems])
