"""The command in a subprocess, as people run it, in a copy of the sample project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.running import Ended
from factsheet.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHEETS = {"iom-snapshot", "meridian-brief"}


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A copy of the sample project, to break: two of its sheets, and whatever they share."""
    others = [path.parent.name for path in (root / "data").glob("*/[!_]*.yml") if path.parent.name not in SHEETS]
    for name in ("data", "layouts"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns(*others))
    return tmp_path


@pytest.fixture
def factsheet(project: Path, environment: dict[str, str]) -> Callable[..., Ended]:
    """Run the command in the copy, or in *folder*; no run may end in a traceback."""

    def run(*arguments: str, folder: Path | None = None, **settings: str) -> Ended:
        command = [sys.executable, "-m", "factsheet", *arguments]
        known = {name: text for name, text in environment.items() if not name.startswith("FACTSHEET_")}
        done = subprocess.run(
            command, cwd=folder or project, env=known | settings, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def inline(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """Run the command in the copy, or in *folder*, without a process of its own, which is quicker."""
    for name in [name for name in os.environ if name.startswith("FACTSHEET_")]:
        monkeypatch.delenv(name)

    def run(*arguments: str, folder: Path | None = None, **settings: str) -> Ended:
        monkeypatch.chdir(folder or project)
        ended = CliRunner().invoke(main, list(arguments), env=settings)
        assert ended.exception is None or isinstance(ended.exception, SystemExit)
        return Ended(ended.exit_code, ended.stdout, ended.stderr)

    return run
