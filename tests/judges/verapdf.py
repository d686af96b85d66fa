"""veraPDF's verdict: the rules of PDF/UA or PDF/A that a file breaks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ENGINE = Path(__file__).with_name("verapdf_engine.py")
PDF_UA_1 = "PDFUA-1"
PDF_A_3A = "PDFA-3A"


def judge(files: Iterable[tuple[Path, str]]) -> dict[tuple[Path, str], list[str]]:
    """Return, for each file and flavour, the rules that fail; one JVM (1.5 s) for all of them."""
    pairs = list(files)
    arguments = [text for path, flavour in pairs for text in (str(path), flavour)]
    done = subprocess.run([sys.executable, str(ENGINE), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        message = f"veraPDF did not come to a verdict:\n{done.stderr}"
        raise RuntimeError(message)
    return dict(zip(pairs, json.loads(done.stdout.splitlines()[-1]), strict=True))


def failures(pdf: Path, flavour: str) -> list[str]:
    """Return the rules of *flavour* that *pdf* fails, as ``clause-test: message``."""
    return judge([(pdf, flavour)])[pdf, flavour]
