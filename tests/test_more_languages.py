"""Whole sheets in the languages that no sample is translated into: a brief filled with words of each of them."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import re
import tomllib
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import ImageChops

from factsheet import pipeline
from factsheet.fit.nodes import walk
from factsheet.icu import line_breaks
from factsheet.language.phrases import known, phrases
from factsheet.model.drawing import SetLabel
from factsheet.text.scripts import script_of_language
from judges import pixels, tagtree, verapdf
from translation import projects

if TYPE_CHECKING:
    from collections.abc import Callable

    from factsheet.model.placed import Placed
    from factsheet.model.translation import Entry

SHEET = "meridian-brief/2024"
TRANSLATED = {"en", "fr", "es", "ar", "ru", "zh-Hans"}  # the snapshot is there to see in these
LANGUAGES = sorted(set(known()) - TRANSLATED)
ROOM = {"page-overflow", "fit-ladder", "label-too-wide", "word-cut", "text-overlap", "text-outside"}
"""What is wrong where a text is too long for its place: a translator mends it."""

SENTENCES = Path(__file__).parent / "specimen" / "sentences.toml"
FURTHER = {
    "pt": "O observatório contou poços em muitas ilhas e o seu relatório nomeia um parceiro para a água",
    "de": "Das Observatorium zählte Brunnen auf vielen Inseln und sein Bericht nennt einen Partner für das Wasser",
}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_MARKUP = re.compile(r"\]\([^)]*\)|[*\[\]\u2066-\u2069]|\S*\d\S*")


def vocabulary(language: str) -> list[str]:
    """Return words of *language*: what a line may end after, without markup, numbers and punctuation."""
    table = tomllib.loads(SENTENCES.read_text("utf-8"))
    text = FURTHER.get(language) or table[language]["text"]
    text = " ".join(_MARKUP.sub(" ", text).split())
    ends = line_breaks(text, language)
    pieces = (text[start:end] for start, end in zip([0, *ends], ends, strict=False))
    stripped = (piece.strip(" .,;:·،؛۔၊။፤፣፦-") for piece in pieces)
    return [word for word in stripped if word not in {"", "%"}]


def filler(language: str) -> Callable[[Entry], str]:
    """Return what fills an entry: at most as long as its source, with its placeholders, and bold where it is."""
    words = cycle(vocabulary(language))
    joint = "" if script_of_language(language) in {"Thai", "Mymr"} else " "

    def filled(entry: Entry) -> str:
        text = next(words)
        while len(longer := f"{text}{joint}{next(words)}") <= 0.8 * len(entry.source):
            text = longer
        text = f"**{text}**" if "**" in entry.source else text
        return " ".join((text, *_PLACEHOLDER.findall(entry.source)))

    return filled


class Built:
    """What came of the brief in one language: what kept it from being written, and the page all the same."""

    def __init__(self, language: str, folder: Path) -> None:
        project = projects.copied(folder, "meridian-brief")
        projects.fill(project, SHEET, language, filler(language))
        (self.delivery,) = pipeline.build([SHEET], start=project, languages=[language], out=folder / "out")
        edition = projects.in_words(project, SHEET, language)
        laid = pipeline.place(edition, language)
        pages, self.problems = pipeline.recorded(laid, edition)
        self.nodes = [node for page in pages for node, _ in walk(page.placed)]
        self.pdf = folder / f"{language}.pdf"
        self.pdf.write_bytes(pipeline.painted(pages, laid.metadata, edition.brand))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    return {language: Built(language, tmp_path_factory.mktemp(language)) for language in LANGUAGES}


@pytest.fixture(scope="module")
def verdicts(built: dict[str, Built]) -> dict[str, list[str]]:
    found = verapdf.judge((one.pdf, verapdf.PDF_UA_1) for one in built.values())
    return {pdf.stem: failed for (pdf, _), failed in found.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_built_or_only_lacks_room(language: str, built: dict[str, Built]) -> None:
    one = built[language]
    found = {problem.rule: problem.message for problem in (*one.delivery.problems, *one.problems)}
    assert found.keys() <= ROOM, found
    assert one.delivery.path is not None or found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_of_pdf_ua_1_fails(language: str, verdicts: dict[str, list[str]]) -> None:
    assert verdicts[language] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_tool_says_itself_stands_on_the_page_in_the_language(language: str, built: dict[str, Built]) -> None:
    said = phrases(language)
    texts = [plain(text) for page in tagtree.texts(built[language].pdf) for text in page]
    about, sources = plain(said["key-about"].replace("{mark}", "~")), plain(said["sources"].partition("{")[0])
    assert any(about in text and sources in text for text in texts)
    labels = {plain(text) for node in built[language].nodes for text in labels_of(node)}
    assert plain(said["other-years"]) in labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_mirrored_where_its_language_runs_from_right_to_left(language: str, built: dict[str, Built]) -> None:
    (page,) = pixels.render(built[language].pdf)
    red, _, blue = page.crop((0, 0, page.width, 60)).split()
    ochre = ImageChops.subtract(red, blue).point(lambda level: 255 * (level > 150)).getbbox()
    assert ochre is not None, "the emblem is not at the head of the page"
    assert (ochre[0] > page.width / 2) is (language in {"fa", "ur"})
    with pikepdf.open(built[language].pdf) as pdf:
        assert str(pdf.Root.Lang) == language
        assert (pdf.Root.ViewerPreferences.get("/Direction") == "/R2L") is (language in {"fa", "ur"})


def labels_of(node: Placed) -> list[str]:
    """Return the texts in the drawing of a node, in reading order of their letters."""
    return [item.line.text for item in node.drawing.items if isinstance(item, SetLabel)] if node.drawing else []


def plain(text: str) -> str:
    """Return the letters and digits of a text: readers leave out what only says where lines end or run."""
    return re.sub(r"[\W_]+", "", text)
