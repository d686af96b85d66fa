"""Every figure of the snapshot stands in the tag tree, inside its block, beside its label: what a listener hears."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from factsheet.fit.nodes import walk
from factsheet.pipeline import place
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS
from judges import extract, tagtree

HERE = Path(__file__).parent
NUMBERS: list[dict[str, Any]] = yaml.safe_load((HERE / "seed_numbers.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def blocks(built: dict[str, Path]) -> dict[str, str]:
    """What the tag tree says of each block of the snapshot: the elements of a block are one section."""
    tree = tagtree.tree(built["iom-snapshot-2018-en"])
    sections = re.split(r"^  Sect\b", tree, flags=re.M)[1:]
    project, (path,) = locate(["iom-snapshot/2018"], HERE.parent)
    laid = place(read_edition(path, project, BLOCKS), "en")
    names = [where for page in laid.pages for node, where in walk(page.placed) if node.kind == "block"]
    assert len(names) == len(sections)
    return {name: extract.normalised(text) for name, text in zip(names, sections, strict=True)}


@pytest.mark.parametrize("number", NUMBERS, ids=lambda n: f"{n['page']}.{n['block']}:{n['spelling']}")
def test_the_figure_is_said_in_its_block_beside_its_label(number: dict[str, Any], blocks: dict[str, str]) -> None:
    said = blocks[f"page{number['page']}.{number['block']}"]
    spelling = re.escape(number["spelling"])
    assert re.search(rf"(?<![\d.,]){spelling}(?![\d])", said), said
    assert number["label"].lower() in said.lower(), said


def test_there_are_sixty_odd() -> None:
    assert 60 <= len(NUMBERS) < 70
