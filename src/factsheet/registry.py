"""The only list of block types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks.dateline import Dateline
from .blocks.headline import Headline
from .blocks.icons import Icons
from .blocks.lede import Lede
from .blocks.letters import Letters
from .blocks.lists import Lists
from .blocks.masthead import Masthead
from .blocks.notes import Notes
from .blocks.pairs import Pairs
from .blocks.paragraph import ParagraphBlock
from .blocks.passage import PassageBlock
from .blocks.picture import PictureBlock
from .blocks.quote import Quote
from .blocks.section import Section
from .blocks.stat import Stat
from .blocks.strip import Strip
from .blocks.structure import Structure
from .blocks.table import TableBlock
from .blocks.text import TextColumn
from .figures.bars import Bars
from .figures.columns import SparseColumns
from .figures.contact import Contact
from .figures.crowd import Crowd
from .figures.donut import Donut
from .figures.dot_map import DotMap
from .figures.grouped import Grouped
from .figures.lines import Lines
from .figures.pictogram import Pictogram
from .figures.pyramid import Pyramid
from .figures.series import Series
from .figures.stacked import Stacked
from .figures.tiles import Tiles
from .figures.waffle import Waffle

if TYPE_CHECKING:
    from .options import Block

_TEXTS: tuple[type[Block], ...] = (
    Dateline,
    Headline,
    Icons,
    Lede,
    Letters,
    Lists,
    Masthead,
    Notes,
    Pairs,
    ParagraphBlock,
    PassageBlock,
    PictureBlock,
    Quote,
    Section,
    Stat,
    Strip,
    Structure,
    TableBlock,
    TextColumn,
)
_FIGURES: tuple[type[Block], ...] = (
    Bars,
    Contact,
    Crowd,
    Donut,
    DotMap,
    Grouped,
    Lines,
    Pictogram,
    Pyramid,
    Series,
    SparseColumns,
    Stacked,
    Tiles,
    Waffle,
)

BLOCKS: dict[str, type[Block]] = {block.name: block for block in (*_TEXTS, *_FIGURES)}
"""Every block by the name that authors write."""
