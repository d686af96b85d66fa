"""What ``factsheet --help`` costs beside an empty interpreter. Run with: pytest -m bench -s tests/bench"""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

RUNS = 15
TARGET = 5.0  # times an empty interpreter
EMPTY = [sys.executable, "-c", "pass"]
HELP = [sys.executable, "-m", "factsheet", "--help"]


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long *command* takes as a process."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


@pytest.mark.bench
def test_help_costs_little_more_than_python(environment: dict[str, str]) -> None:
    runs = [(seconds(EMPTY, environment), seconds(HELP, environment)) for _ in range(RUNS)]
    empty, helped = map(min, zip(*runs, strict=True))
    print(f"python {empty * 1000:.0f} ms, factsheet --help {helped * 1000:.0f} ms, ratio {helped / empty:.1f}")
    assert helped <= TARGET * empty
