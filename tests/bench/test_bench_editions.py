"""An edition with every number new: our CPU beside Typst's and WeasyPrint's for the same page, and where ours goes.

Run with: pip install -c constraints.txt -e '.[bench]', then pytest -m bench -s tests/bench. Times are reported, not
judged: aimed at is a cold run of at most WeasyPrint's, and a marginal edition of at most four times Typst's.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw
import pytest

from bench import ours
from bench.measure import Tool, cost_table, costs, run, share_table, shares
from bench.sheet import EDITIONS, FACES, sheet
from factsheet.pipeline import check
from judges.extract import pdfium

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS, RUNS = 5, 3
TYPST, WEASYPRINT = "typst", "weasyprint"
AIMS = "aimed at: cold / weasyprint at most 1.00, marginal / typst at most 4.00"
WORD = re.compile(r"[\w+][\w,]*")


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of ours with every edition."""
    return ours.write_project(tmp_path_factory.mktemp("project"), root / "data/meridian-brief", EDITIONS)


@pytest.fixture(scope="module")
def surroundings(root: Path, environment: dict[str, str]) -> dict[str, str]:
    """The environment of the children: factsheet, and the peers of this folder."""
    # Else our sources are compiled anew in every child, while the peers have their bytecode.
    kept = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(root / "tests"), environment["PYTHONPATH"]])}


@pytest.fixture(scope="module")
def tools(root: Path, project: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Tool]:
    """We and the peers. These get a folder with the faces that the sheet is set in, and no other."""
    for name in (TYPST, WEASYPRINT):
        done = subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True, text=True, check=False)
        if done.returncode:
            why = done.stderr.strip().rpartition("\n")[2]
            pytest.skip(f"{name} is wanted, from the extra 'bench' and with the libraries of the system: {why}")
    fonts = tmp_path_factory.mktemp("fonts")
    for name in FACES:
        shutil.copy(root / f"fonts/{name}.ttf", fonts)

    def peer(name: str, module: str) -> Tool:
        start = [sys.executable, "-m", module]
        return Tool(name, lambda editions, out: [*start, str(editions), str(out), str(fonts)], project)

    return [
        Tool("factsheet", ours.command, project),
        peer(TYPST, "bench.typst_peer"),
        peer(WEASYPRINT, "bench.weasy_peer"),
    ]


def words(pdf: Path) -> Counter[str]:
    """Return the words and numbers of the only page of *pdf*."""
    (page,) = pdfium(pdf)
    return Counter(WORD.findall(page))


def tagged(pdf: Path) -> bool:
    """Return whether *pdf* says that it is tagged."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return bool(pypdfium2.raw.FPDFCatalog_IsTagged(document))
    finally:
        document.close()


def test_no_number_of_an_edition_stands_in_another() -> None:
    printed = Counter(number for edition in range(EDITIONS) for number in sheet(edition).numbers())
    assert len(printed) > 40 * EDITIONS
    assert [number for number, times in printed.items() if times > 1] == []


def test_the_sheet_has_no_problem_in_its_first_and_its_last_edition(project: Path) -> None:
    (first, *_, last) = ours.targets(EDITIONS)
    assert [delivery.problems for delivery in check([first, last], start=project)] == [(), ()]


@pytest.mark.bench
def test_an_edition_with_every_number_new_beside_the_peers(
    tools: list[Tool], surroundings: dict[str, str], tmp_path: Path
) -> None:
    found = costs(tools, tmp_path, surroundings, ROUNDS)
    print(f"\nCPU, median of {ROUNDS} rounds\n{cost_table(found, (TYPST, WEASYPRINT))}\n{AIMS}")
    files = {tool.name: sorted((tmp_path / tool.name).glob("*.pdf")) for tool in tools}
    assert {name: len(made) for name, made in files.items()} == dict.fromkeys(files, EDITIONS)
    for number, editions in enumerate(zip(*files.values(), strict=True)):
        ours_says, *peers_say = map(words, editions)
        assert set(sheet(number).numbers()) <= set(ours_says)
        assert peers_say == [ours_says] * len(peers_say), f"edition {number} is not the same text everywhere"
        assert all(map(tagged, editions))


@pytest.mark.bench
def test_the_share_of_each_stage(project: Path, surroundings: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench.stopwatch", str(EDITIONS), str(tmp_path)]
    found = [shares(run(command, project, surroundings)) for _ in range(RUNS)]
    print(f"\nCPU of factsheet by stage, median of {RUNS} runs\n{share_table(found)}")
    assert {"start", "imports", "read", "compose", "fit", "record", "paint", "finish", "deliver"} <= set(found[0])
    assert len({path.read_bytes() for path in tmp_path.glob("*.pdf")}) == EDITIONS
