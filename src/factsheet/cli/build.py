"""``factsheet build``."""

from __future__ import annotations

import click

from .params import languages_option
from .report import FORMATS, File, Progress, Report, format_option


@click.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@click.option("-o", "--output", type=click.Path(file_okay=False), help="Folder for the files [build/].")
@languages_option
@click.option("--draft", is_flag=True, help="Let texts lack their translation; every page says that it is a draft.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@format_option(*FORMATS)
@click.pass_obj
def build(
    report: Report, editions: tuple[str, ...], output: str | None, languages: tuple[str, ...], draft: bool, quiet: bool
) -> None:
    """Build editions as PDF: all of the project, or those you name.

    An edition is named SHEET/EDITION, or by the path of its file. A sheet's name alone means all its editions.
    """
    from pathlib import Path

    with Progress(quiet=quiet) as progress:
        from ..pipeline import build as run

        folder = Path(output) if output else None
        deliveries = run(editions, out=folder, languages=languages, draft=draft, progress=progress)
    for delivery in deliveries:
        if delivery.path is not None:
            report.files.append(File(delivery.edition, delivery.language, str(delivery.path), delivery.size))
            if report.format == "human" and not quiet:
                click.echo(f"{delivery.path}  {delivery.size / 1000:.1f} kB")
    report.finish([problem for delivery in deliveries for problem in delivery.problems])
