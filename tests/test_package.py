"""The package: what it needs, what it carries, that it works away from the checkout, and that it starts light."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from importlib import metadata
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path

IMPORTED_AS = {"PIL": "pillow", "pydantic_core": "pydantic", "yaml": "pyyaml"}
HEAVY = {"icu4py", "matplotlib", "numpy", "pikepdf", "pydantic", "reportlab", "uharfbuzz", "yaml"}
MODULES_AFTER = """
import json, sys
sys.argv = ["factsheet", *sys.argv[1:]]
from factsheet.cli import main
try:
    main()
except SystemExit as stop:
    code = stop.code
print()
print(json.dumps([code or 0, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    """The project table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return table


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built with the hatchling that is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment of its own, with *wheel* in it and today's libraries behind it."""
    home = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    python = home / "bin" / "python"
    install = ["install", "--quiet", "--no-deps", "--no-index", "--no-compile", str(wheel)]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*pip, *install], check=True, capture_output=True)
    (site,) = home.glob("lib/python*/site-packages")
    (site / "libraries.pth").write_text("\n".join({sysconfig.get_path(kind) for kind in ("purelib", "platlib")}))
    return python.parent


def clean(**settings: str) -> dict[str, str]:
    """Return the environment without anything that would lead Python back to the checkout."""
    return {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")} | settings


def run(command: list[str], folder: Path) -> str:
    """Run an installed *command* in *folder* and return what it prints."""
    done = subprocess.run(command, cwd=folder, env=clean(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout


def modules_after(*arguments: str, root: Path, environment: dict[str, str]) -> set[str]:
    """Return the top-level modules that are loaded once factsheet has run with *arguments*."""
    command = [sys.executable, "-c", MODULES_AFTER, *arguments]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stdout + done.stderr
    return set(modules)


def third_party(root: Path) -> set[str]:
    """Return the distributions that the package imports, at the top of a module or anywhere in it."""
    found: set[str] = set()
    for path in sorted((root / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return {IMPORTED_AS.get(name, name) for name in found - sys.stdlib_module_names - {"factsheet"}}


def needed(requirements: list[str]) -> dict[NormalizedName, Requirement]:
    """Return what *requirements* need, and what that needs in turn, by canonical name, as far as it applies here."""
    found: dict[NormalizedName, Requirement] = {}
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if applies and name not in found:
            found[name] = requirement
            waiting += map(Requirement, metadata.requires(name) or [])
    return found


def installed_version(name: str) -> str:
    """Return the version of a distribution, or nothing where it is not installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def test_dependencies_are_what_the_code_imports(project: dict[str, Any], root: Path) -> None:
    declared = {Requirement(text).name for text in project["dependencies"]}
    assert declared == third_party(root)


def test_constraints_pin_all_that_is_needed_within_the_bounds(project: dict[str, Any], root: Path) -> None:
    lines = (root / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    pinned = {canonicalize_name(name): version for name, version in pins.items()}
    strangers = [name for name, version in pinned.items() if installed_version(name) not in {version, ""}]
    if strangers:
        pytest.skip(f"other versions than those of constraints.txt are installed: {strangers}")
    required = needed([*project["dependencies"], *project["optional-dependencies"]["test"]])
    assert len(required) > len(project["dependencies"])
    assert [name for name in required if name not in pinned] == []
    assert [name for name, known in required.items() if not known.specifier.contains(pinned[name])] == []


def test_wheel_carries_layouts_data_and_fonts_and_nothing_else(wheel: Path, root: Path) -> None:
    tracked = {
        f"factsheet/bundled/{path.relative_to(root).as_posix()}"
        for folder in ("layouts", "data", "fonts")
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    sources = {
        path.relative_to(root / "src").as_posix()
        for path in (root / "src" / "factsheet").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in names if ".dist-info/" not in name} == tracked | sources


def test_wheel_carries_the_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    licences = {name.partition(".dist-info/licenses/")[2] for name in names if ".dist-info/licenses/" in name}
    assert {"LICENSE", "NOTICE", "fonts/LICENSES/OFL-NotoSans.txt"} <= licences


def test_installed_command_tells_its_version(installed: Path, wheel: Path, tmp_path: Path) -> None:
    version = wheel.name.split("-")[1]
    assert version in run([str(installed / "factsheet"), "--version"], tmp_path).split()


def test_installed_command_builds_the_same_bytes_away_from_the_checkout(
    installed: Path, built: dict[str, Path], root: Path, tmp_path: Path
) -> None:
    shutil.copytree(root / "data", tmp_path / "data")
    run([str(installed / "factsheet"), "build", "-l", "all", "-o", "out"], tmp_path)
    made = {pdf.stem: pdf.read_bytes() for pdf in (tmp_path / "out").glob("*.pdf")}
    assert sorted(made) == sorted(built)
    assert [stem for stem, pdf in built.items() if pdf.read_bytes() != made[stem]] == []


def test_help_loads_no_heavy_library(root: Path, environment: dict[str, str]) -> None:
    modules = modules_after("--help", root=root, environment=environment)
    assert "click" in modules
    assert modules & HEAVY == set()


def test_check_loads_neither_matplotlib_nor_reportlab(root: Path, environment: dict[str, str]) -> None:
    modules = modules_after("check", root=root, environment=environment)
    assert "yaml" in modules
    assert modules & {"matplotlib", "reportlab"} == set()
