"""The process of the command line is settled before it loads anything heavy; nobody else's process is."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factsheet.cli import main

if TYPE_CHECKING:
    from pathlib import Path

RUN = """
import atexit, gc, json, os, sys
from factsheet.cli import main

@main.command()
def probe():
    blas = os.environ["OPENBLAS_NUM_THREADS"]
    print(json.dumps([blas, gc.get_threshold()[0], "numpy" in sys.modules, gc.get_freeze_count()]))

atexit.register(lambda: print(json.dumps(gc.get_freeze_count())))  # what is registered later is called before
sys.argv = ["factsheet", "probe"]
main()
"""


@pytest.mark.parametrize(("asked", "threads"), [("", "1"), ("4", "4")], ids=["unset", "set by the user"])
def test_a_command_settles_its_process_before_it_runs(asked: str, threads: str, environment: dict[str, str]) -> None:
    own = {name: value for name, value in environment.items() if name != "OPENBLAS_NUM_THREADS"}
    if asked:
        own["OPENBLAS_NUM_THREADS"] = asked
    done = subprocess.run([sys.executable, "-c", RUN], env=own, capture_output=True, text=True, check=True)
    (blas, threshold, numpy, frozen), frozen_at_end = map(json.loads, done.stdout.splitlines())
    assert (blas, numpy, frozen) == (threads, False, 0)
    assert threshold > 10_000
    assert frozen_at_end > 10_000


def test_a_command_in_somebody_elses_process_leaves_it_as_it_is(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.chdir(project)
    before = gc.get_threshold()
    assert CliRunner().invoke(main, ["blocks"]).exit_code == 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
