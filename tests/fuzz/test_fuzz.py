"""Whatever stands in its files, the tool says what is wrong, soon, and writes nowhere else.

FACTSHEET_FUZZ=10000 tries so many variants of files; a variant is known by its number, so a failure can be repeated.
"""

from __future__ import annotations

import os
import shutil
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from factsheet import FactsheetError, build, check
from factsheet.editions.scaffold import begin
from factsheet.language.words import EditionWords
from factsheet.model.message import Message
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS
from fuzz.mutate import mutated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VARIANTS = int(os.environ.get("FACTSHEET_FUZZ", "400"))
LONGEST = 1.0  # seconds of processor time for one variant
ROOT = Path(__file__).parents[2]
TURNS = (0, 1, 2, 1, 2)  # the first sample has four pages and costs as much as the others together
BUILT = 10  # of so many good variants, one is built too

Tree = dict[str, tuple[int, int]]


@dataclass
class Target:
    """A project with one edition; *files* are those that get broken."""

    root: Path
    files: list[Path]

    def tree(self) -> Tree:
        """Every file with its time and size, but for those of the output folder."""
        found = (path for path in self.root.rglob("*") if path.is_file() and "build" not in path.parts)
        return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in found}


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> list[Target]:
    """The two samples and the starter, each as a project of its own."""
    found = []
    for sheet in ("iom-snapshot", "meridian-brief"):
        root = tmp_path_factory.mktemp(sheet)
        others = {path.parent.name for path in (ROOT / "data").glob("*/[!_]*.yml")} - {sheet}
        shutil.copytree(ROOT / "data", root / "data", ignore=shutil.ignore_patterns(*others))
        shutil.copytree(ROOT / "layouts", root / "layouts")
        found.append(root)
    begin(tmp_path_factory.mktemp("starter") / "mine")
    found.append(tmp_path_factory.getbasetemp() / "starter0" / "mine")
    return [Target(root, _broken(root)) for root in found]


def _broken(root: Path) -> list[Path]:
    """The files to break: the edition most often, since it is what people write most of."""
    (edition,) = (path for path in root.glob("data/*/*.yml") if path.name != "_brand.yml")
    layout = root / "layouts" / f"{LAYOUTS[edition.parent.name]}.yml"
    return [*[edition] * 4, *[edition.parent / "_brand.yml"] * 2, layout, layout, root / "data/factsheet.yml"]


LAYOUTS = {"iom-snapshot": "snapshot", "meridian-brief": "brief", "lantern-libraries": "one-page"}


def said(target: Target, number: int, run: Callable[..., object]) -> str:
    """Run and return what went wrong with the run itself: any exception but ours, or too long a time."""
    start = time.process_time()
    try:
        run()
    except FactsheetError:
        pass
    except Exception as error:  # the very thing that is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {error}"[:300]
    spent = time.process_time() - start
    return f"took {spent:.1f} s" if number and spent > LONGEST else ""


def tried(target: Target, number: int) -> str:
    """Break a file of *target*, check it, mend it; return what went wrong with that."""
    random = Random(number)
    path = random.choice(target.files)
    good = path.read_bytes()
    path.write_bytes(mutated(good, random))
    before = target.tree()
    clean: list[bool] = []

    def run() -> None:
        deliveries = check(start=target.root)
        clean.append(not any(delivery.problems for delivery in deliveries))

    try:
        found = said(target, number, run)
        if clean == [True] and number % BUILT == 0:
            found = found or said(target, number, lambda: build(start=target.root))
        after = target.tree()
    finally:
        path.write_bytes(good)
    strange = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    found = found or (f"touched {sorted(strange)}" if strange else "")
    return f"variant {number}, {path.relative_to(target.root)}: {found}" if found else ""


def test_broken_files_give_problems_and_nothing_else(targets: list[Target]) -> None:
    for target in targets:  # the first runs import
        build(start=target.root)
    found = filter(None, (tried(targets[TURNS[number % len(TURNS)]], number) for number in range(VARIANTS)))
    assert list(found) == []


PIECES = [
    "{visits}", "{visits_2015}", "{members_bare}", "{visits", "}", "{", "{}", "{ }", "{visits,", ", plural,",
    " one {", " other {", "#", "{members, plural, one {# person} other {# people}}",
    "{members, select, a {x} other {y}}", "{members, spellout}", "{visits, number}",
    "{visits, number, ::compact-short}", "{visits, number, ::.00 sign-always}", "{visits, number, ::xyz}",
    "{visits, date, short}", "{visits, ordinal}", "{visits, duration}",
    "{members, selectordinal, few {#} other {#th}}", "{members, plural, offset:1 other {#}}", "'", "''", "'{'", "\\{",
    "\\}", "\\", "**", "*", "_", "[", "](", ")", "[a](https://example.org)", "[a](javascript:x)", "\u202e", "\u200f",
    "\0", "\ud800", "\U0010ffff", "é", "e\u0301" * 9, "\U0001f469\u200d\U0001f467", "ﷺ", "कि", "\u00ad", "\u00a0",
    "\n", "\t", "0" * 50, " ", "x" * 300, "::", "{0}", "{1}", "{visits@2015}", "{VISITS}", "{visits__printed}",
    "=0 {a}", "{members, plural, =48200 {a} other {b}}",
]  # fmt: skip


def texts(number: int) -> Iterator[str]:
    """Yield so many texts of pieces that mean something to ICU, to Markdown or to Unicode."""
    for seed in range(number):
        random = Random(seed)
        yield "".join(random.choice(PIECES) for _ in range(random.randrange(1, 9)))


def test_texts_that_mean_something_to_icu_are_read_or_refused(targets: list[Target]) -> None:
    project, (path,) = locate((), targets[2].root)
    edition = read_edition(path, project, BLOCKS)
    known = set(edition.facts)
    failed = []
    for text in texts(5 * VARIANTS):
        if (wrong := unread(text, EditionWords(edition, "en"), known)) is not None:
            failed.append(wrong)
    assert failed == []


def unread(text: str, words: EditionWords, known: set[str]) -> str | None:
    """Return what goes wrong with *text* where it does not end in words or in a problem of ours."""
    from factsheet.model.placeholders import BraceError, placeholders

    try:
        names = {name for name, _ in placeholders(text)}
    except BraceError:
        return None
    if not names <= known | {"visits_2015", "members_bare"}:
        return None  # reading refuses it
    try:
        words.text(Message(text))
    except FactsheetError:
        return None
    except Exception as error:
        return f"{text!r}: {type(error).__name__}: {error}"
    return None
