"""The samples keep the design's rules, and the script that says so can fail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import design
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

PROJECT, PATHS = locate((), Path(__file__).parents[1])


@pytest.mark.parametrize("path", PATHS, ids=[PROJECT.name_of(path) for path in PATHS])
def test_the_samples_keep_the_design(path: Path) -> None:
    assert list(design.faults(read_edition(path, PROJECT, BLOCKS))) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda e: replace(e, layout=replace(e.layout, grid=replace(e.layout.grid, module=7.0))), "off the module"),
        (lambda e: replace(e, layout=replace(e.layout, foot=e.layout.foot - 200)), "more than it has room for"),
        (lambda e: replace(e, layout=replace(e.layout, foot=e.layout.foot + 80)), "outside the safe area"),
        (lambda e: replace(e, brand=_with_size(e.brand, "h2", 40.0)), "overlap"),
        (lambda e: replace(e, brand=_with_size(e.brand, "caption", 5.0)), "is set in 5 pt"),
    ],
)
def test_the_script_finds_what_is_broken(change, found: str) -> None:
    broken = change(read_edition(PATHS[0], PROJECT, BLOCKS))
    assert any(found in fault for fault in design.faults(broken)), list(design.faults(broken))


def _with_size(brand, role: str, size: float):
    return replace(brand, scale={**brand.scale, role: brand.scale[role].but(size=size)})
