"""What is copied from the specimen, language by language, is what was written; a link stands in each."""

from __future__ import annotations

import re
import subprocess
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest

from factsheet.text.scripts import script_of_language
from judges import extract, verapdf
from specimen.page import HEIGHT, Block, page, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LANGUAGES = [*sentences()]
ROLES = ["intro", "body"]
_IDEOGRAPH = "[\u2010-\u2027\u3000-\u9fff\uff00-\uffef]"
_BETWEEN_IDEOGRAPHS = re.compile(f"(?<={_IDEOGRAPH}) (?={_IDEOGRAPH})")
_NUMBER = re.compile("\\d+(?:[.,\u066b\u066c]\\d+)*")
LEAST = {"pdfium": {"ltr": 0.99, "rtl": 0.95}, "poppler": {"ltr": 0.99, "rtl": 0.90}}
"""Of a block's text in an extractor's words, by direction: readers guess the order of right-to-left words anew."""


@pytest.fixture(scope="module", params=ROLES)
def specimen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Block]]:
    data, blocks = page(request.param)
    file = tmp_path_factory.mktemp("specimen") / f"{request.param}.pdf"
    file.write_bytes(data)
    return file, blocks


def normalised(text: str) -> str:
    return _BETWEEN_IDEOGRAPHS.sub("", extract.normalised(text))


def of_pdfium(pdf: Path, block: Block) -> str:
    document = pypdfium2.PdfDocument(pdf)
    box = block.box
    found = (
        document[0]
        .get_textpage()
        .get_text_bounded(box.x - 5, HEIGHT - box.y - box.height, box.x + box.width + 5, HEIGHT - box.y)
    )
    document.close()
    return str(found)


def of_poppler(pdf: Path, block: Block) -> str:
    box = block.box
    area = {"-x": box.x - 5, "-y": box.y, "-W": box.width + 10, "-H": box.height}
    options = [part for key, value in area.items() for part in (key, f"{value:.0f}")]
    command = ["pdftotext", "-enc", "UTF-8", *options, str(pdf), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", ["pdfium", "poppler"])
def test_what_is_copied_is_what_was_written(specimen: tuple[Path, list[Block]], language: str, reader: str) -> None:
    pdf, blocks = specimen
    block = next(block for block in blocks if block.language == language)
    found = normalised({"pdfium": of_pdfium, "poppler": of_poppler}[reader](pdf, block))
    written = normalised(block.text)
    direction = "rtl" if script_of_language(language) == "Arab" else "ltr"
    alike = SequenceMatcher(None, written, found, autojunk=False).ratio()
    assert alike >= LEAST[reader][direction], f"{alike:.4f}\n{written}\n{found}"
    numbers = _NUMBER.findall(written)
    assert len(numbers) > 3
    assert _NUMBER.findall(found) == numbers


def _in_a_language(node: Any) -> Iterator[Any]:
    """Yield the structure elements that name their language, in order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if "/Lang" in kid and kid.get("/S") == "/P":
                yield kid
            yield from _in_a_language(kid)


def test_each_language_has_a_link_and_an_element_in_its_language(specimen: tuple[Path, list[Block]]) -> None:
    with pikepdf.open(specimen[0]) as pdf:
        targets = [str(note.A.URI) for note in pdf.pages[0].Annots]
        assert [target.rsplit("/", 1)[1] for target in targets] == [
            language.partition("-")[0] for language in LANGUAGES
        ]
        assert [str(element.Lang) for element in _in_a_language(pdf.Root.StructTreeRoot)] == LANGUAGES


def test_right_to_left_elements_say_their_logical_text(specimen: tuple[Path, list[Block]]) -> None:
    pdf, blocks = specimen
    with pikepdf.open(pdf) as document:
        elements = _in_a_language(document.Root.StructTreeRoot)
        said = {str(element.Lang): str(element.get("/ActualText", "")) for element in elements}
    expected = {block.language: block.text for block in blocks if script_of_language(block.language) == "Arab"}
    assert {language: text for language, text in said.items() if text} == expected


def test_the_page_conforms(specimen: tuple[Path, list[Block]]) -> None:
    assert verapdf.failures(specimen[0], verapdf.PDF_UA_1) == []
