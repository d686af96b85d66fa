"""factsheet init: a project that builds at once, keeps the design, and never overwrites."""

from __future__ import annotations

import errno
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import design
from factsheet.editions.scaffold import STARTER, begin
from factsheet.problems import UsageError
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.running import Ended

EDITION = "data/lantern-libraries/2025.yml"
FILES = [
    "data/.schema/brand.json",
    "data/.schema/edition.json",
    "data/.schema/layout.json",
    "data/.schema/project.json",
    "data/factsheet.yml",
    EDITION,
    "data/lantern-libraries/_brand.yml",
    "data/lantern-libraries/emblem.svg",
    "layouts/one-page.yml",
]


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def faults(folder: Path) -> list[str]:
    project, paths = locate((), folder)
    return [fault for path in paths for fault in design.faults(read_edition(path, project, BLOCKS))]


@pytest.mark.parametrize("there", [False, True], ids=["new", "empty"])
def test_a_new_project_builds_at_once(there: bool, inline: Callable[..., Ended], tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mine"
    if there:
        folder.mkdir(parents=True)
    ended = inline("init", str(folder))
    assert (ended.code, ended.err) == (0, "")
    assert written(folder) == FILES
    assert all(name in ended.out for name in FILES)
    assert inline("build", folder=folder).code == 0
    assert (folder / "build/lantern-libraries-2025-en.pdf").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["mine"]


def test_the_current_folder_is_the_default(inline: Callable[..., Ended], tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    assert inline("init", folder=folder).code == 0
    assert written(folder) == sorted([*FILES, "notes.txt"])
    assert inline("check", folder=folder).err == ""


def test_the_starter_keeps_the_design(tmp_path: Path) -> None:
    begin(tmp_path / "mine")
    assert faults(tmp_path / "mine") == []


def test_another_year_moves_every_year_along(inline: Callable[..., Ended], tmp_path: Path) -> None:
    assert inline("init", str(tmp_path / "mine"), "--year", "2031").code == 0
    text = (tmp_path / "mine/data/lantern-libraries/2031.yml").read_text("utf-8")
    edition = yaml.safe_load(text)
    assert (edition["edition"], str(edition["issued"])) == (2031, "2031-03-14")
    assert [point["at"] for point in edition["facts"]["visits"]["points"]] == [2021, 2024, 2027, 2029, 2030]
    assert "{visits_2021}" in text
    assert faults(tmp_path / "mine") == []


def test_every_number_of_the_starter_that_looks_like_a_year_is_one() -> None:
    facts = yaml.safe_load((STARTER / EDITION).read_text("utf-8"))["facts"].values()
    points = [point for fact in facts for point in fact.get("points", [fact]) if "value" in point]
    assert len(points) > 10
    assert [point["value"] for point in points if re.search(r"(?<!\d)20\d\d(?!\d)", str(point["value"]))] == []


@pytest.mark.parametrize("name", ["data", "layouts"])
def test_what_exists_is_named_and_left_alone(name: str, inline: Callable[..., Ended], tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / name).write_text("precious")
    ended = inline("init", folder=folder)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"error[output-exists]: {name} exists already\n")
    assert written(folder) == [name]
    assert (folder / name).read_text() == "precious"


def test_a_second_init_is_refused(tmp_path: Path) -> None:
    begin(tmp_path / "mine")
    before = {name: (tmp_path / "mine" / name).read_bytes() for name in written(tmp_path / "mine")}
    with pytest.raises(UsageError, match="exist already"):
        begin(tmp_path / "mine", 2030)
    assert {name: (tmp_path / "mine" / name).read_bytes() for name in written(tmp_path / "mine")} == before


def test_a_place_that_cannot_be_is_2(inline: Callable[..., Ended], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = inline("init", str(tmp_path / "file" / "mine"))
    assert ended.code == 2
    assert "error[output-unwritable]" in ended.err


@pytest.mark.parametrize("there", [False, True], ids=["new", "empty"])
def test_a_run_that_is_stopped_leaves_nothing(there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mine"
    if there:
        folder.mkdir()
    moves = iter([True, False] if there else [False])
    rename = Path.rename

    def full(self: Path, target: Path) -> Path:
        if next(moves):
            return rename(self, target)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(UsageError, match="No space left"):
        begin(folder)
    assert written(tmp_path) == []
    assert sorted(path.name for path in tmp_path.rglob("*")) == (["mine"] if there else [])


def test_files_name_schemas_that_init_writes_and_that_take_them(tmp_path: Path) -> None:
    begin(tmp_path)
    named = {}
    for name in written(tmp_path):
        if name.endswith(".yml"):
            first = (tmp_path / name).read_text("utf-8").split("\n")[0]
            found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
            assert found, name
            named[name] = (tmp_path / name).parent / found[1]
    assert len(named) == 4
    for name, schema in named.items():
        text = (tmp_path / name).read_text("utf-8")
        value = json.loads(json.dumps(yaml.safe_load(text), default=str))
        assert list(Draft202012Validator(json.loads(schema.read_text("utf-8"))).iter_errors(value)) == [], name


def test_the_starter_says_that_it_is_invented() -> None:
    edition = yaml.safe_load((STARTER / EDITION).read_text("utf-8"))
    assert edition["fictional"] is True
    assert all("do not exist" in page["note"] for page in edition["pages"])


def test_the_starter_explains_itself() -> None:
    """A comment for every part: an officer who has never seen YAML begins here."""
    text = (STARTER / EDITION).read_text("utf-8")
    assert text.count("#") > 30
    assert max(map(len, text.split("\n"))) <= 120
    for word in ("two blanks", "quotes", "factsheet check", "factsheet blocks", "{", "**"):
        assert word in text
