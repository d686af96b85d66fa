"""Every sample sheet before its judges: veraPDF, tag tree, two extractors, fonts, pixels, size, and the same bytes."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from factsheet.model.edition import from_right_to_left
from judges import extract, fonts, pixels, tagtree, verapdf
from judges.samples import Sheet, sheets

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_PAGE, FURTHER_PAGE = 60_000, 20_000  # bytes; small enough to send to anybody
MORE_LETTERS = {"ar": 40_000, "zh-Hans": 150_000}  # faces beside those of Latin; a letter in Chinese is 250 bytes
LEAST_INK, MOST_INK = 0.01, 0.9  # share of a page's pixels; outside of it a page is bare or covered
_IDEOGRAPH = re.compile("([\u3000-\u9fff\uff00-\uffef\u2018-\u201d\u2014])(?=.)")
_HYPHENS = dict.fromkeys(map(ord, "-\u2010\ufffe"))  # PDFium says U+FFFE for a hyphen at the end of a line
_NO_LETTERS = re.compile(r"[\W_]+")
GOLDEN = Path(__file__).parent / "golden"

each_sheet = pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.stem)


@pytest.fixture(scope="module")
def verdicts(built: dict[str, Path]) -> dict[str, list[str]]:
    """The rules of PDF/UA-1 that each sheet fails."""
    found = verapdf.judge((pdf, verapdf.PDF_UA_1) for pdf in built.values())
    return {pdf.stem: failed for (pdf, _), failed in found.items()}


def test_build_makes_every_sheet_and_nothing_else(built: dict[str, Path]) -> None:
    assert sorted(built) == sorted(sheet.stem for sheet in sheets())


@each_sheet
def test_no_rule_of_pdf_ua_1_fails(sheet: Sheet, verdicts: dict[str, list[str]]) -> None:
    assert verdicts[sheet.stem] == []


@each_sheet
def test_everything_painted_is_tagged_or_an_artifact(sheet: Sheet, built: dict[str, Path]) -> None:
    assert tagtree.strays(built[sheet.stem]) == []


@each_sheet
def test_tag_tree_is_the_golden_one(sheet: Sheet, built: dict[str, Path], golden: Callable[[str, Path], None]) -> None:
    golden(tagtree.tree(built[sheet.stem]), GOLDEN / f"{sheet.stem}.tags.txt")


@each_sheet
def test_no_page_is_added_or_lost(sheet: Sheet, built: dict[str, Path]) -> None:
    with pikepdf.open(built[sheet.stem]) as pdf:
        assert len(pdf.pages) == sheet.pages


@each_sheet
def test_every_font_is_an_embedded_subset_of_a_face_in_the_table(
    sheet: Sheet, built: dict[str, Path], root: Path
) -> None:
    table = tomllib.loads((root / "fonts" / "fonts.toml").read_text("utf-8"))
    names = {Path(face["file"]).stem for face in table["face"]}
    found = fonts.fonts(built[sheet.stem])
    assert found
    assert [font for font in found if not font.embedded or not font.tag or font.name not in names] == []


@each_sheet
def test_pdfium_finds_every_word_on_its_page(sheet: Sheet, built: dict[str, Path]) -> None:
    assert lost_words(sheet, built[sheet.stem], extract.pdfium(built[sheet.stem])) == []


@each_sheet
@pytest.mark.usefixtures("poppler")
def test_poppler_finds_every_word_on_its_page(sheet: Sheet, built: dict[str, Path]) -> None:
    assert lost_words(sheet, built[sheet.stem], extract.poppler(built[sheet.stem])) == []


@each_sheet
def test_title_and_language_are_in_the_catalogue(sheet: Sheet, built: dict[str, Path]) -> None:
    with pikepdf.open(built[sheet.stem]) as pdf, pdf.open_metadata() as metadata:
        assert str(pdf.Root.Lang) == sheet.language
        assert metadata["dc:title"]
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


@each_sheet
def test_every_page_shows_something(sheet: Sheet, built: dict[str, Path]) -> None:
    shares = [pixels.inked(image) for image in pixels.render(built[sheet.stem], dpi=36)]
    assert [share for share in shares if not LEAST_INK < share < MOST_INK] == []


@each_sheet
def test_file_is_small_enough_to_send(sheet: Sheet, built: dict[str, Path]) -> None:
    limit = FIRST_PAGE + FURTHER_PAGE * (sheet.pages - 1) + MORE_LETTERS.get(sheet.language, 0)
    assert built[sheet.stem].stat().st_size <= limit


@pytest.mark.parametrize("home", ["furnished", "unwritable"])
def test_another_machine_makes_the_same_bytes(
    home: str, built: dict[str, Path], environment: dict[str, str], root: Path, tmp_path: Path
) -> None:
    kept = {name: value for name, value in environment.items() if name in {"PATH", "PYTHONPATH"}}
    command = [sys.executable, "-m", "factsheet", "build", "-l", "all", "-o", str(tmp_path / "again")]
    done = subprocess.run(
        command, cwd=root, env={**kept, **HABITS[home](tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    again = {pdf.stem: digest(pdf) for pdf in (tmp_path / "again").glob("*.pdf")}
    assert again == {stem: digest(pdf) for stem, pdf in built.items()}


def furnished(scratch: Path) -> dict[str, str]:
    """Return the environment of somebody who has set up matplotlib and ReportLab to their own taste."""
    (scratch / ".config" / "matplotlib").mkdir(parents=True)
    (scratch / ".config" / "matplotlib" / "matplotlibrc").write_text("font.size: 30\nlines.linewidth: 9\n")
    (scratch / ".reportlab_settings").write_text(
        "pageCompression = 0\nuseA85 = 1\ndefaultGraphicsFontName = 'Courier'\n"
    )
    return {"HOME": str(scratch), "PYTHONHASHSEED": "0", "TZ": "America/St_Johns", "LC_ALL": "C", "COLUMNS": "40"}


def unwritable(_: Path) -> dict[str, str]:
    """Return the environment of a system user: a home that is not there and that nobody can make, root included."""
    home = "/proc/nobody"
    return {"HOME": home, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}


HABITS = {"furnished": furnished, "unwritable": unwritable}


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lost_words(sheet: Sheet, pdf: Path, extracted: list[str]) -> list[str]:
    """Return, as ``page: word``, the words of tagged text that are not, or not as often, in the *extracted* pages.

    Readers guess anew where words from right to left begin and end, so there letters are looked for, without blanks and
    marks; labels of figures lie in visual order.
    """
    lost = []
    for number, (texts, page) in enumerate(zip(tagtree.texts(pdf), extracted, strict=True), start=1):
        tagged = Counter(word for text in texts for word in words(text))
        assert tagged, f"page {number} has no tagged text"
        missing = (tagged - Counter(words(page))).elements()
        if from_right_to_left(sheet.language):
            letters = _NO_LETTERS.sub("", page)
            parts = (part for word in missing for part in _NO_LETTERS.split(word))
            missing = iter([part for part in parts if part not in letters and part[::-1] not in letters])
        lost += [f"{number}: {word}" for word in missing]
    return lost


def words(text: str) -> list[str]:
    """Return the words of *text*. A line may end after a hyphen, and between two ideographs, as blanks may not show."""
    joined = extract.normalised(text).replace("- ", "-").translate(_HYPHENS)
    return _IDEOGRAPH.sub(r"\1 ", joined).split()
