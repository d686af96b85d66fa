"""factsheet blocks and factsheet schema: the catalogue knows every block, its options and a sample that builds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pikepdf
import pytest
import yaml
from PIL import Image

import make_docs
from cli.running import Ended
from factsheet.editions import SCHEMAS
from factsheet.editions.catalogue import SAMPLES, entries, entry, sample_page
from factsheet.registry import BLOCKS
from judges import pixels

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_block_is_documented(name: str) -> None:
    one = entry(name)
    assert len(one.description) > 20
    assert [option.name for option in one.options if not option.description] == []
    assert [option.name for option in one.options if option.type == "a value"] == []


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_block_has_a_sample_that_builds(name: str, tmp_path: Path) -> None:
    path = tmp_path / "sample.pdf"
    path.write_bytes(sample_page(name))
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1
    (image,) = pixels.render(path, dpi=36)
    assert pixels.inked(image) > 0.01


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_the_example_is_yaml_of_that_block(name: str) -> None:
    assert list(yaml.safe_load(entry(name).example)) == [name]


def test_samples_are_of_blocks_that_there_are() -> None:
    files = {path.stem for path in (SAMPLES / "blocks").glob("[!_]*.yml")}
    assert files == set(BLOCKS)


def test_the_list_has_a_line_a_block(inline: Callable[..., Ended]) -> None:
    ended = inline("blocks")
    assert (ended.code, ended.err) == (0, "")
    assert [line.split()[0] for line in ended.out.splitlines()] == sorted(BLOCKS)
    assert all(len(line) <= 120 for line in ended.out.splitlines())


def test_one_block_is_shown_with_options_defaults_and_an_example(inline: Callable[..., Ended]) -> None:
    out = inline("blocks", "lists").out
    assert "  title: a text (needed)\n" in out
    assert "    colour: one of accent, data, ink (data if left out)\n" in out
    assert "    lists:\n" in out.partition("For example")[2]


def test_the_catalogue_is_for_programs_too(inline: Callable[..., Ended]) -> None:
    known = json.loads(inline("blocks", "--format", "json").out)
    assert [one["name"] for one in known] == sorted(BLOCKS)
    assert known == [one.as_json() for one in entries()]
    (columns,) = json.loads(inline("blocks", "columns", "--format=json").out)
    fact = next(option for option in columns["options"] if option["name"] == "fact")
    assert (fact["required"], fact["default"], fact["depth"]) == (True, None, 0)


def test_pages_with_the_blocks_are_written(inline: Callable[..., Ended], tmp_path: Path) -> None:
    ended = inline("blocks", "stat", "-o", str(tmp_path / "out"))
    assert ended.code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["stat.pdf"]
    assert (tmp_path / "out/stat.pdf").read_bytes() == sample_page("stat")


def test_a_block_that_is_none_is_wrong_usage(inline: Callable[..., Ended]) -> None:
    ended = inline("blocks", "colums")
    assert (ended.code, ended.out) == (2, "")
    assert "error[block-unknown]: there is no block 'colums'" in ended.err
    assert "did you mean 'columns'?" in ended.err


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_goes_to_standard_output_or_to_a_file(kind: str, inline: Callable[..., Ended], tmp_path: Path) -> None:
    printed = inline("schema", kind)
    assert (printed.code, printed.err) == (0, "")
    assert json.loads(printed.out)["$id"] == f"urn:factsheet:{kind}:1"
    target = tmp_path / "new" / f"{kind}.json"
    assert inline("schema", kind, "-o", str(target)) == Ended(0, "", "")
    assert target.read_text("utf-8") == printed.out


def test_a_schema_of_nothing_is_wrong_usage(inline: Callable[..., Ended]) -> None:
    assert inline("schema", "page").code == 2


def test_docs_of_the_blocks_are_up_to_date(root: Path) -> None:
    kept = (root / "docs" / "blocks.md").read_text("utf-8")
    assert kept == make_docs.blocks_text(), "run: python tests/make_docs.py"


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_block_has_a_picture_in_the_docs(name: str, root: Path) -> None:
    with Image.open(root / "docs" / "blocks" / f"{name}.png") as image:
        assert image.width == make_docs.WIDTH
        colours = image.convert("RGB").getcolors(1 << 20) or []
    assert len(colours) > 2
    assert (root / "docs" / "blocks" / f"{name}.png").stat().st_size < 40_000
