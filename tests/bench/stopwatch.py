"""Where our CPU time goes: builds editions and prints seconds by edition and stage, as JSON.

Run as ``python -m bench.stopwatch EDITIONS OUT`` in the project's folder. Imports are counted by themselves, wherever
they happen: the line imports late what it may not need.
"""

from __future__ import annotations

import builtins
import json
import sys
from collections import defaultdict
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

START, IMPORTS = "start", "imports"


class Stopwatch:
    """CPU seconds by edition and stage, from the start of the process on."""

    def __init__(self) -> None:
        """Count as start what this process has spent until now."""
        self.spent: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._edition, self._stage, self._since = "", START, 0.0

    def turn(self, edition: str, stage: str) -> None:
        """End the stage that runs and begin the next."""
        now = process_time()
        self.spent[self._edition, self._stage] += now - self._since
        self._edition, self._stage, self._since = edition, stage, now

    def counting_imports(self, load: Callable[..., Any]) -> Callable[..., Any]:
        """Return *load*, Python's own, so that the outermost import of each chain is a stage of its own."""

        def timed(*given: Any, **named: Any) -> Any:
            if self._stage == IMPORTS:
                return load(*given, **named)
            stage = self._stage
            self.turn(self._edition, IMPORTS)
            try:
                return load(*given, **named)
            finally:
                self.turn(self._edition, stage)

        return timed


def main(editions: int, out: Path) -> None:
    """Build the first *editions* of the project here and print what each stage took."""
    watch = Stopwatch()
    builtins.__import__ = watch.counting_imports(builtins.__import__)
    from factsheet.pipeline import build

    names = [f"harbours/{number:02}" for number in range(editions)]
    deliveries = build(names, out=out, progress=watch.turn)
    watch.turn("", START)
    if any(delivery.problems for delivery in deliveries):
        sys.exit(f"the sheet has problems: {[delivery.problems for delivery in deliveries]}")
    print(json.dumps([[edition, stage, seconds] for (edition, stage), seconds in watch.spent.items()]))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
