"""A year with factsheet, played through with the command itself: begin, build, check, edit, break, mend.

What it says is a golden text: look at it before keeping it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.running import Ended

GOLDEN = Path(__file__).parents[1] / "golden" / "play.txt"
WIDTH = 72
EDITION = "data/lantern-libraries/2025.yml"
BRAND = "data/lantern-libraries/_brand.yml"


@dataclass
class Play:
    """The play, and its script as it goes along."""

    run: Callable[..., Ended]
    folder: Path
    script: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.script += [f"# {text}", ""]

    def type(self, *arguments: str) -> int:
        ended = self.run(*arguments, folder=self.folder)
        said = re.sub(r"\d+\.\d kB", "… kB", (ended.out + ended.err).replace(str(self.folder), "…").rstrip())
        self.script += [f"$ factsheet {' '.join(arguments)}", *([said] if said else []), f"[{ended.code}]", ""]
        return ended.code

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new), "utf-8")
        self.script += [f"- {old.strip()[:WIDTH]}", f"+ {new.strip()[:WIDTH]}", ""]


def test_a_year_with_factsheet(
    factsheet: Callable[..., Ended], tmp_path: Path, golden: Callable[[str, Path], None]
) -> None:
    folder = tmp_path / "stage"
    folder.mkdir()
    play = Play(factsheet, folder)

    play.say("begin, and build at once")
    assert play.type("init") == 0
    assert play.type("check") == 0
    assert play.type("build") == 0
    page = folder / "build/lantern-libraries-2025-en.pdf"
    first = page.read_bytes()

    play.say("one number changes, in one place")
    play.edit(EDITION, "value: 48200, at: 2024", "value: 51300, at: 2024")
    assert play.type("build") == 0
    second = page.read_bytes()
    assert second != first

    play.say("three mistakes at once, in two files")
    play.edit(EDITION, "          fact: visits\n", "          fact: visit\n")
    play.edit(EDITION, "qualifier: more-than}", "qualifier: roughly}")
    play.edit(BRAND, '    slate: "#566074"', '    slate: "#9AA2B0"')
    assert play.type("build") == 1
    assert page.read_bytes() == second

    play.say("mended, but for one")
    play.edit(EDITION, "          fact: visit\n", "          fact: visits\n")
    play.edit(BRAND, '    slate: "#9AA2B0"', '    slate: "#566074"')
    assert play.type("check", "lantern-libraries/2025") == 1

    play.say("and a text that is far too long")
    play.edit(EDITION, "qualifier: roughly}", "qualifier: more-than}")
    play.edit(
        EDITION, "text: Every branch can be entered without a step.", f"text: {'Step after step after step. ' * 40}"
    )
    assert play.type("check") == 1

    play.say("all is well again, down to the last byte")
    play.edit(
        EDITION, f"text: {'Step after step after step. ' * 40}", "text: Every branch can be entered without a step."
    )
    play.edit(EDITION, "value: 51300, at: 2024", "value: 48200, at: 2024")
    assert play.type("check") == 0
    assert play.type("build", "-q") == 0
    assert page.read_bytes() == first

    play.say("slips of the hand")
    assert play.type("init") == 2
    assert play.type("build", "lantern-library") == 2
    golden("\n".join(play.script), GOLDEN)
