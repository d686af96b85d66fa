"""``factsheet facts``."""

from __future__ import annotations

import click

from .report import Report, format_option


@click.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@click.option("--trace", metavar="FACT", help="Show where one fact comes from, and every place that prints it.")
@format_option("human", "json")
@click.pass_obj
def facts(report: Report, editions: tuple[str, ...], trace: str | None) -> None:
    """List the facts of editions: every point with its qualifier, its status and its source.

    Takes editions as `build` does. Where sources differ, it says which value is drawn.
    """
    from ..editions import facts as found
    from ..editions import facts_said as said

    if trace is not None:
        traces = found.traces(trace, editions)
        lines, values = [said.trace_lines(one) for one in traces], [said.trace_values(one) for one in traces]
        problems = []
    else:
        listings = found.listings(editions)
        lines, values = [said.listing_lines(one) for one in listings], [said.listing_values(one) for one in listings]
        problems = [problem for listing in listings for problem in listing.problems]
    if report.format == "json" and not problems:
        import json

        click.echo(json.dumps({"editions": values}, ensure_ascii=False, indent=2).encode())
        return
    if report.format == "human":
        click.echo("\n\n".join("\n".join(part) for part in lines))
    report.finish(problems)
