"""CPU time of child processes, and what is made of it: cold, marginal, ratios, shares. Tables for people."""

from __future__ import annotations

import json
import subprocess
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from bench.sheet import EDITIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path


class Tool(NamedTuple):
    """A tool with the command that builds the first editions into a folder, and the folder where to give it."""

    name: str
    command: Callable[[int, Path], list[str]]
    folder: Path


class Cost(NamedTuple):
    """CPU seconds of one edition in a fresh process, and of one more beside it."""

    cold: float
    marginal: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> str:
    """Run *command* and return what it prints; raises with what it complained of."""
    done = subprocess.run(command, cwd=folder, env=dict(environment), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout


def cpu(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """Return the seconds, user and system, of *command* with all its processes and threads."""
    import resource  # not on Windows, where the tests that measure nothing still have to be found

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(command, folder, environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def costs(tools: Sequence[Tool], out: Path, environment: Mapping[str, str], rounds: int) -> dict[str, list[Cost]]:
    """Return the cost of each tool in every round; each leaves its editions in the folder of its name in *out*.

    The tools take turns within a round, so that a machine that is busy for a while slows all of them. The first run of
    each is for the caches of the disk, and does not count.
    """
    for tool in tools:
        (out / tool.name).mkdir()
        run(tool.command(1, out / tool.name), tool.folder, environment)
    found: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
    for _ in range(rounds):
        for tool in tools:
            one, all_ = (cpu(tool.command(n, out / tool.name), tool.folder, environment) for n in (1, EDITIONS))
            found[tool.name].append(Cost(one, (all_ - one) / (EDITIONS - 1)))
    return found


def ratio(costs: Iterable[Cost], others: Iterable[Cost], field: str) -> float:
    """Return the median over the rounds of the ratio within a round."""
    ratios: list[float] = [getattr(a, field) / getattr(b, field) for a, b in zip(costs, others, strict=True)]
    return median(ratios)


def cost_table(found: Mapping[str, Sequence[Cost]], references: Sequence[str]) -> str:
    """Return medians in milliseconds, each with its ratios to *references* and its spread over the rounds."""
    heads = [f"/ {name}" for name in references]
    lines = [
        "".join([" " * 12, *(f"{head:>14}" for kind in Cost._fields for head in (f"{kind} ms", "spread", *heads))])
    ]
    for name, rounds in found.items():
        cells = [f"{name:12}"]
        for field in Cost._fields:
            values = [getattr(cost, field) for cost in rounds]
            middle = median(values)
            cells += [f"{1000 * middle:14.1f}", f"{(max(values) - min(values)) / middle:14.0%}"]
            cells += [f"{ratio(rounds, found[reference], field):14.2f}" for reference in references]
        lines.append("".join(cells))
    return "\n".join(lines)


def shares(printed: str) -> dict[str, Cost]:
    """Return the cost of each stage from what the stopwatch *printed* about all editions: the first one is the cold."""
    rows: list[tuple[str, str, float]] = [tuple(row) for row in json.loads(printed)]
    first = next(edition for edition, _, _ in rows if edition)
    found: dict[str, Cost] = {}
    for edition, stage, seconds in rows:
        cold, marginal = found.get(stage, Cost(0.0, 0.0))
        if edition in ("", first):
            found[stage] = Cost(cold + seconds, marginal)
        else:
            found[stage] = Cost(cold, marginal + seconds / (EDITIONS - 1))
    return found


def share_table(runs: Sequence[Mapping[str, Cost]]) -> str:
    """Return the median of each stage over *runs* in milliseconds, with its share of the whole."""
    middle = {stage: Cost(*(median(getattr(run[stage], f) for run in runs) for f in Cost._fields)) for stage in runs[0]}
    whole = Cost(*(sum(getattr(cost, field) for cost in middle.values()) for field in Cost._fields))
    lines = ["".join([" " * 12, *(f"{head:>14}" for kind in Cost._fields for head in (f"{kind} ms", "share"))])]
    for stage, cost in {**middle, "all": whole}.items():
        cells = (f"{1000 * part:14.1f}{part / total:14.0%}" for part, total in zip(cost, whole, strict=True))
        lines.append("".join([f"{stage:12}", *cells]))
    return "\n".join(lines)
