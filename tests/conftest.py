"""What the tests share: the checkout, the sheets built once, poppler, golden files."""

from __future__ import annotations

import difflib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files anew instead of comparing with them")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment in which a subprocess runs factsheet from this checkout, installed or not."""
    paths = [str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


@pytest.fixture(scope="session")
def built(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every sample sheet as PDF, by file stem: built once, by the command that a user gives."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "factsheet", "build", "-l", "all", "-o", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"factsheet build ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return {path.stem: path for path in sorted(folder.glob("*.pdf"))}


@pytest.fixture(scope="session")
def poppler() -> None:
    """Skip where poppler is not installed; fail where FACTSHEET_REQUIRE_POPPLER says that it has to be."""
    if all(map(shutil.which, ("pdftotext", "pdftoppm"))):
        return
    if os.environ.get("FACTSHEET_REQUIRE_POPPLER"):
        pytest.fail("poppler-utils is not installed, and FACTSHEET_REQUIRE_POPPLER is set")
    pytest.skip("poppler-utils is not installed")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compare a text with a golden file and show the difference; with --update, write the file."""

    def compare(text: str, path: Path) -> None:
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            return
        assert path.exists(), f"{path.name} does not exist yet: look at what pytest --update writes, then keep it"
        lines = difflib.unified_diff(
            path.read_text("utf-8").splitlines(), text.splitlines(), "golden", "now", lineterm="", n=1
        )
        difference = "\n".join(lines)
        assert not difference, f"{path.name} is not what is built now (--update keeps the new one):\n{difference}"

    return compare
