"""The catalogue: every block with its options and a sample, and every rule with its reason."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import rules as ground
from ..problems import Problem, UsageError
from ..read import rules as reading
from ..read.report import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.edition import Edition
    from ..options import Block
    from .walk import Walker

SAMPLES = Path(__file__).parent / "samples"
"""A sample edition a block, with a brand and a layout for them."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a block. *depth* is 1 for the keys of its entries, 2 for theirs."""

    name: str
    type: str
    description: str
    required: bool
    default: str | None
    depth: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A block: what it is, what may be said to it, and how that looks in YAML."""

    name: str
    description: str
    shorthand: str | None
    options: tuple[Option, ...]
    sample: Path

    @property
    def summary(self) -> str:
        """The first sentence, up to its first stop."""
        return re.split(r"[.:;](?:\s|$)", self.description)[0]

    @property
    def example(self) -> str:
        """The block as the sample's areas have it."""
        lines = self.sample.read_text("utf-8").splitlines()
        first = next(index for index, line in enumerate(lines) if line.strip() == f"{self.name}:")
        inner = len(lines[first]) - len(lines[first].lstrip())
        last = next(
            (n for n in range(first + 1, len(lines)) if lines[n][: inner + 1].strip()),
            len(lines),
        )
        return "\n".join(line[inner:] for line in lines[first:last])

    def as_json(self) -> dict[str, Any]:
        """Return the entry for programs."""
        options = [asdict(option) for option in self.options]
        known = {"name": self.name, "description": self.description, "shorthand": self.shorthand}
        return {**known, "options": options, "example": self.example}


def rules() -> dict[str, ground.Rule]:
    """Return every rule by id, sorted: those that reading raises, and those of the other stages."""
    read = {
        name: ground.Rule(name, reason, severity="warning" if name in ground.WARNINGS else "error")
        for name, reason in reading.RULES.items()
    }
    both = read | ground.RULES
    return {name: both[name] for name in sorted(both)}


def entries() -> tuple[Entry, ...]:
    """Return every block, by name."""
    from ..registry import BLOCKS

    return tuple(_entry(BLOCKS[name]) for name in sorted(BLOCKS))


def entry(name: str) -> Entry:
    """Return the block called *name*.

    Raises:
        UsageError: there is none.
    """
    from ..registry import BLOCKS

    if name not in BLOCKS:
        remedy, caret = f"the blocks are {listed(sorted(BLOCKS), 30)}", did_you_mean(name, BLOCKS)
        raise UsageError([Problem("block-unknown", f"there is no block {quoted(name)}", None, remedy, caret)])
    return _entry(BLOCKS[name])


def sample(name: str) -> Edition:
    """Return the sample of a block: an edition of one page."""
    from ..read import Project, bundled, read_edition
    from ..registry import BLOCKS

    project = Project(SAMPLES, SAMPLES, (SAMPLES / "layouts",), (bundled("fonts"),))
    return read_edition(SAMPLES / "blocks" / f"{name}.yml", project, BLOCKS)


def sample_page(name: str) -> bytes:
    """Return the sample of a block as PDF, built by the line."""
    from ..pipeline import render

    edition = sample(name)
    return render(edition, edition.language)


def write_samples(names: Iterable[str], folder: Path) -> tuple[Path, ...]:
    """Write the samples of blocks as NAME.pdf.

    Raises:
        UsageError: the folder cannot be made or written to.
    """
    from ..deliver import write

    return tuple(write(folder, f"{name}.pdf", sample_page(name)) for name in names)


def _entry(block: type[Block]) -> Entry:
    from .walk import Walker, said

    options = tuple(_options(Walker(), block, 0))
    return Entry(block.name, said(block), block.shorthand, options, SAMPLES / "blocks" / f"{block.name}.yml")


def _options(walker: Walker, model: Any, depth: int) -> Iterator[Option]:
    from .walk import default_of, fields_of, inner_model

    for key, name, info in fields_of(model):
        kind, required = walker.field(model, name, info), info.is_required()
        value = default_of(info)
        default = None if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        yield Option(key, kind.words, walker.describe(model, name, info), required, default, depth)
        if (inner := inner_model(info.annotation)) is not None:
            yield from _options(walker, inner, depth + 1)
