"""The process of the command line: ours alone, so that it may be settled for what we do in it.

None of this is for the library: there the process belongs to somebody else. Nothing of it changes what is written.
"""

from __future__ import annotations

import atexit
import gc
import os

_THRESHOLDS = (200_000, 10, 10)
"""Objects made, less those let go, before the young ones are looked through for cycles, and how often before the older
ones are. With Python's own 700, a sixth of an edition's time went into it, over modules that never go. The libraries
alone are 180,000 objects, and an edition leaves 4,000 in cycles: so a build of thousands still has its memory back.
"""


def settle() -> None:
    """Settle the process, before any heavy library is loaded.

    OpenBLAS starts a thread a core and lets them spin while numpy is loaded; figures multiply matrices of three by
    three. What is alive at the end is frozen, because the interpreter looks through it all before it gives it back to
    the system, which takes it anyway: https://docs.python.org/3.11/library/gc.html#gc.freeze.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(*_THRESHOLDS)
    atexit.register(gc.freeze)
