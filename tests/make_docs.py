"""Make the reference in docs/ from the code: rules with the messages of their failing cases, blocks with pictures.

python tests/make_docs.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from click import unstyle

from factsheet.cli.human import lines
from factsheet.editions.catalogue import entries, rules, sample, sample_page
from factsheet.problems import FactsheetError
from factsheet.read import with_excerpts

if TYPE_CHECKING:
    from factsheet.editions.catalogue import Entry, Option
    from factsheet.problems import Problem

DOCS = Path(__file__).parents[1] / "docs"
WIDTH = 640  # pixels of a picture of a block
AIR = 8  # points round the block
COLOURS = 64

RULES_HEAD = """\
# Rules

<!-- Made by tests/make_docs.py: change the code, then run it again. -->

Everything that `factsheet` can find wrong, by the id that stands in brackets in a message. An error keeps a file from
being written and makes the exit code 1 (in your files) or 2 (in the command); a warning does neither. Under each rule
stands what the tool says of a small file that breaks it.
"""

BLOCKS_HEAD = """\
# Blocks

<!-- Made by tests/make_docs.py: change the code, then run it again. -->

What can stand in an area of a page. `factsheet blocks NAME` prints the same, and with `-o DIR` builds the sample. The
library in the pictures is fictional, and its numbers are invented.
"""


def rules_text(scratch: Path) -> str:
    """Return docs/rules.md; *scratch* is a folder to break files in."""
    examples = _examples(scratch)
    parts = [RULES_HEAD]
    for rule in rules().values():
        parts.append(f"## {rule.id}\n\n{rule.severity.capitalize()}. {_sentence(rule.reason)}\n")
        if rule.remedy:
            parts.append(f"What to do: {rule.remedy}.\n")
        if rule.id in examples:
            parts.append(f"```\n{examples[rule.id]}\n```\n")
    return "\n".join(parts)


def blocks_text() -> str:
    """Return docs/blocks.md."""
    return "\n".join([BLOCKS_HEAD, *(_block(entry) for entry in entries())])


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _examples(scratch: Path) -> dict[str, str]:
    """Return what the tool says of the first failing case of each rule."""
    import test_rules
    from read import harbour, test_read_rules

    said: dict[str, str] = {}
    for number, case in enumerate(test_read_rules.CASES):
        if case.rule not in said:
            sheet = harbour.Sheet(scratch / f"harbour{number}")
            test_read_rules.expected(case, sheet)
            said[case.rule] = _said(_problems(sheet), case.rule)
    for other in test_rules.CASES:
        if other.rule not in said:
            folder = scratch / other.rule
            test_rules.changed(other, folder)
            said[other.rule] = _said(test_rules.found(folder), other.rule)
    return said


def _problems(sheet: Any) -> tuple[Problem, ...]:
    try:
        sheet.read()
    except FactsheetError as error:
        return with_excerpts(error.problems, sheet.root)
    return ()


def _said(problems: Any, rule: str) -> str:
    problem = next(problem for problem in problems if problem.rule == rule)
    shown = "\n".join(lines(problem))
    return unstyle(shown).replace("\x07", "\N{SYMBOL FOR BELL}")


def _block(entry: Entry) -> str:
    picture = f"![A page with the block {entry.name}](blocks/{entry.name}.png)"
    table = ["| option | what | |", "|---|---|---|", *map(_row, entry.options)]
    short = f"\nA value without keys is its `{entry.shorthand}`.\n" if entry.shorthand else ""
    example = f"```yaml\n{entry.example}\n```\n"
    return "\n".join([f"## {entry.name}\n", f"{entry.description}\n", f"{picture}\n", example, *table, short])


def _row(option: Option) -> str:
    name = f"{' ' * 2 * option.depth}{'… ' * option.depth}`{option.name}`".strip()
    need = "needed" if option.required else f"`{option.default}` if left out" if option.default else ""
    said = option.description.replace("|", "\\|")
    return f"| {name} | {said} {_sentence(option.type)} | {need} |"


def picture(name: str) -> Any:
    """Return the picture of a block: its sample rasterised, cropped to the block, in few colours."""
    import pypdfium2
    from PIL import Image

    page = pypdfium2.PdfDocument(sample_page(name))[0]
    left, top, right, bottom = _box(name)
    scale = WIDTH / (right - left)
    image = page.render(scale=2 * scale).to_pil().convert("RGB")
    cut = image.crop(tuple(round(side * 2 * scale) for side in (left, top, right, bottom)))
    small = cut.resize((WIDTH, round((bottom - top) * scale)), Image.Resampling.LANCZOS)
    return small.quantize(COLOURS, dither=Image.Dither.NONE)


def _box(name: str) -> tuple[float, float, float, float]:
    """Return where the block stands on its page, with air round it: left, top, right, bottom in points."""
    from factsheet.fit.nodes import walk
    from factsheet.pipeline import place

    edition = sample(name)
    (page,) = place(edition, edition.language).pages
    grid = edition.layout.grid
    box = next(n.box for n, where in walk(page.placed) if n.kind == "block" and where == f"page1.block.{name}")
    return grid.side - AIR, box.y - AIR, grid.width - grid.side + AIR, box.bottom + AIR


def main() -> None:
    """Write the files."""
    with tempfile.TemporaryDirectory() as scratch:
        (DOCS / "rules.md").write_text(rules_text(Path(scratch)), "utf-8")
    (DOCS / "blocks.md").write_text(blocks_text(), "utf-8")
    (DOCS / "blocks").mkdir(exist_ok=True)
    for entry in entries():
        picture(entry.name).save(DOCS / "blocks" / f"{entry.name}.png", optimize=True)


if __name__ == "__main__":
    main()
