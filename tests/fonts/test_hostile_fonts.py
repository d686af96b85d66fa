"""Whatever is in a font file, nothing crashes: it is used as far as it goes, or it is a problem."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
COUNT = 120


def test_damaged_fonts_are_used_or_refused_and_never_crash(environment: dict[str, str], tmp_path: Path) -> None:
    """In a process of its own, since a crash in HarfBuzz would end this one."""
    faces = sorted(map(str, (HERE / "faces").glob("*.[ot]tf")))
    command = [sys.executable, str(HERE / "mutate.py"), str(tmp_path), str(COUNT), *faces]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    ends = json.loads(done.stdout)
    assert sum(ends.values()) == COUNT
    assert set(ends) == {"used", "refused when read", "refused when set"}, "every way out is taken"
