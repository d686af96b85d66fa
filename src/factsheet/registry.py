"""The only list of block types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks.headline import Headline
from .blocks.lists import Lists
from .blocks.stat import Stat
from .blocks.text import TextColumn
from .figures.bars import Bars
from .figures.columns import SparseColumns
from .figures.pictogram import Pictogram

if TYPE_CHECKING:
    from .options import Block

BLOCKS: dict[str, type[Block]] = {
    block.name: block for block in (Headline, Lists, Stat, TextColumn, Bars, SparseColumns, Pictogram)
}
