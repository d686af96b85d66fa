"""The project of the fictional harbour for each test of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from read.harbour import Sheet

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path)
