"""``factsheet schema``."""

from __future__ import annotations

import click

from ..editions import SCHEMAS


@click.command()
@click.argument("kind", type=click.Choice(SCHEMAS), default="edition")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="File to write [standard output].")
def schema(kind: str, output: str | None) -> None:
    """Print the JSON Schema of a kind of file, with which an editor completes and checks it.

    KIND is edition (if left out), brand, layout or project.
    """
    import json
    from pathlib import Path

    from ..editions.schema import json_schema

    text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text.encode(), nl=False)
        return
    from ..editions.scaffold import write

    write(Path(output), text.encode())
