"""``factsheet check``."""

from __future__ import annotations

import click

from .params import languages_option
from .report import FORMATS, Report, format_option


@click.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@languages_option
@click.option("--draft", is_flag=True, help="Let texts lack their translation.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@format_option(*FORMATS)
@click.pass_obj
def check(report: Report, editions: tuple[str, ...], languages: tuple[str, ...], draft: bool, quiet: bool) -> None:
    """Look for everything that is wrong, overflow included, without building.

    Takes editions as `build` does; writes nothing.
    """
    from ..pipeline import check as run

    deliveries = run(editions, languages=languages, draft=draft)
    if report.format == "human" and not quiet:
        for delivery in deliveries:
            if not delivery.problems:
                click.echo(f"{delivery.edition} ({delivery.language}): no problems")
    report.finish([problem for delivery in deliveries for problem in delivery.problems])
