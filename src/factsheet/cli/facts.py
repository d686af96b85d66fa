"""``factsheet facts``."""

from __future__ import annotations

import sys

import click

from .report import Report, format_option


@click.command()
@click.argument("editions", nargs=-1, metavar="[SHEET/EDITION]...")
@click.option("--trace", metavar="FACT", help="Show where one fact comes from, and every place that prints it.")
@click.option("--compare", is_flag=True, help="Compare what every figure, and every translated text, says by language.")
@format_option("human", "json")
@click.pass_obj
def facts(report: Report, editions: tuple[str, ...], trace: str | None, compare: bool) -> None:
    """List the facts of editions: every point with its qualifier, its status and its source.

    Takes editions as `build` does. Where sources differ, it says which value is drawn.
    """
    if compare:
        if trace is not None:
            message = "--trace and --compare are two questions: ask one at a time."
            raise click.UsageError(message)
        _compare(report, editions)
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


def _compare(report: Report, editions: tuple[str, ...]) -> None:
    """Say whether figures are equal in all languages, and leave."""
    from ..translation.compare import compare as run
    from ..translation.compare_said import comparison_lines, comparison_values

    found = run(editions)
    problems = [problem for one in found for problem in one.problems]
    if report.format == "human":
        click.echo("\n\n".join("\n".join(comparison_lines(one)) for one in found))
        report.finish(problems)
    import json

    from .machine import document

    values = {**document(problems, ()), "editions": [comparison_values(one) for one in found]}
    click.echo(json.dumps(values, ensure_ascii=False, indent=2).encode())
    sys.exit(int(any(problem.severity == "error" for problem in problems)))
