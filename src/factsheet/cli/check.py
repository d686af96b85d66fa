"""``factsheet check``."""

from __future__ import annotations

import click

from .params import language_tag
from .report import FORMATS, Report, format_option


@click.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@click.option("-l", "--language", callback=language_tag, metavar="TAG", help="Language (BCP 47) [the edition's own].")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@format_option(*FORMATS)
@click.pass_obj
def check(report: Report, editions: tuple[str, ...], language: str | None, quiet: bool) -> None:
    """Look for everything that is wrong, overflow included, without building.

    Takes editions as `build` does; writes nothing.
    """
    from ..pipeline import check as run

    deliveries = run(editions, language=language)
    if report.format == "human" and not quiet:
        for delivery in deliveries:
            if not delivery.problems:
                click.echo(f"{delivery.edition} ({delivery.language}): no problems")
    report.finish([problem for delivery in deliveries for problem in delivery.problems])
