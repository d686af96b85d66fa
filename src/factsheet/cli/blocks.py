"""``factsheet blocks``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .report import Report, format_option

if TYPE_CHECKING:
    from ..editions.catalogue import Entry, Option


@click.command()
@click.argument("name", required=False)
@click.option("-o", "--output", type=click.Path(file_okay=False), help="Folder to write a page with the block to.")
@format_option("human", "json")
@click.pass_obj
def blocks(report: Report, name: str | None, output: str | None) -> None:
    """Show which blocks there are, or everything about the one called NAME.

    With -o, a sample of each block shown is built as NAME.pdf.
    """
    from pathlib import Path

    from ..editions.catalogue import entries, entry, write_samples

    chosen = entries() if name is None else (entry(name),)
    if report.format == "json":
        import json

        click.echo(json.dumps([one.as_json() for one in chosen], ensure_ascii=False, indent=2).encode())
    elif name is None:
        width = max(len(one.name) for one in chosen)
        for one in chosen:
            click.echo(f"{one.name.ljust(width)}  {one.summary}")
    else:
        click.echo("\n".join(_shown(chosen[0])))
    if output is not None:
        for path in write_samples([one.name for one in chosen], Path(output)):
            if report.format == "human":
                click.echo(str(path))


def _shown(entry: Entry) -> list[str]:
    shown = [click.style(entry.name, bold=True), "", entry.description, ""]
    for option in entry.options:
        shown += _option(option)
    return [*shown, click.style("For example", bold=True), "", *(f"    {line}" for line in entry.example.splitlines())]


def _option(option: Option) -> list[str]:
    need = "needed" if option.required else f"{option.default} if left out" if option.default else "may be left out"
    lead = "  " * (option.depth + 1)
    lines = [f"{lead}{click.style(option.name, bold=True)}: {option.type} ({need})"]
    return [*lines, f"{lead}    {option.description}", ""] if option.description else [*lines, ""]
