"""Justified and hyphenated pages: what a brand asks for, in the PDF and in what readers find there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linked import LONG, PAGE, edition

from factsheet.fit.nodes import texts
from factsheet.pipeline import place, render
from factsheet.problems import FactsheetError
from judges import extract, tagtree, verapdf

if TYPE_CHECKING:
    from pathlib import Path

JUSTIFIED = "body_small: {align: justify, hyphens: true}"
WORDS = (
    "The intergovernmental organization of the islands recommends an internationally recognised registration of all "
    "transportation between neighbouring administrations, notwithstanding the considerable inconvenience."
)


def test_a_brand_turns_justified_lines_and_hyphens_on(tmp_path: Path) -> None:
    made = edition(tmp_path, types=JUSTIFIED)
    style = made.brand.scale["body_small"]
    assert (style.align, style.hyphens) == ("justify", True)
    assert made.brand.scale["body"].align == "start", "the default is ragged"
    assert not any(other.hyphens for role, other in made.brand.scale.items() if role != "body_small")


@pytest.mark.parametrize("types", ["body: {align: center}", "body: {hyphens: perhaps}"])
def test_other_values_are_refused(types: str, tmp_path: Path) -> None:
    with pytest.raises(FactsheetError) as caught:
        edition(tmp_path, types=types)
    assert [problem.rule for problem in caught.value.problems] == ["value-invalid"]


@pytest.mark.usefixtures("poppler")
def test_hyphenated_pages_pass_pdf_ua_and_read_as_whole_words(tmp_path: Path) -> None:
    made = edition(tmp_path, PAGE.replace(LONG, WORDS), types=JUSTIFIED)
    lines = [text for text in texts(place(made, "en").pages[0]) if text.where.endswith("left.text")]
    cut = [text.line for text in lines if text.line.text.endswith("\u00ad")]
    assert cut, "the column is narrow enough"
    file = tmp_path / "justified.pdf"
    file.write_bytes(render(made, "en"))
    assert verapdf.failures(file, verapdf.PDF_UA_1) == []
    assert WORDS in tagtree.tree(file).replace("\\u00ad", "")
    joined = extract.pdfium(file)[0].replace("\ufffe", "")  # what pdfium gives for a hyphen at the end of a line
    assert WORDS in joined
    assert "".join(WORDS.split()) in "".join(extract.poppler(file)[0].replace("-", "").split())


def test_justified_pages_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, second = (render(edition(tmp_path / name, types=JUSTIFIED), "en") for name in ("a", "b"))
    assert first == second
