"""Proofs: every text beside its translation, in order, each in its own direction; what is open is flagged; PDF/UA-1."""

# ruff: noqa: RUF001 -- texts in other scripts

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factsheet.fit.checks import check_pages
from factsheet.fit.nodes import texts, walk
from factsheet.language.texts import source_texts
from factsheet.model.content import plain
from factsheet.problems import UsageError
from factsheet.read import locate, po_path, read_edition, read_translation
from factsheet.registry import BLOCKS
from factsheet.translation.extract import extract
from factsheet.translation.po import written
from factsheet.translation.proof import proof, proof_of
from factsheet.translation.proof_pages import proof_pages
from factsheet.translation.proof_rows import COLUMN, OTHER, SIDE
from judges import tagtree, verapdf

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factsheet.model.edition import Edition
    from factsheet.model.placed import Placed, PlacedPage
    from factsheet.model.translation import Catalogue, Entry

SHEET = "iom-snapshot/2018"
LEDE = {
    "fr": "Un milliard de personnes sont en mouvement. L’Organisation, fondée en {founded}, a grandi avec elles.",
    "ar": "مليار شخص في حالة تنقل. وقد نمت المنظمة التي تأسست عام {founded} معهم.",
    "zh-Hans": "十亿人正在迁移。本组织成立于{founded}年，随之壮大。",
}
NOTE = {
    "fr": "La santé coûte {health_expense}",
    "ar": "تكلف الصحة {health_expense}",
    "zh-Hans": "卫生费用{health_expense}",
}
PRINTED = {"fr": "138,5 millions USD", "ar": "138.5 مليون دولار أمريكي", "zh-Hans": "1.385亿美元"}
EMPTY, FUZZY, WRONG = "page1.drivers.icons.title", "page1.masthead.masthead.caption", "page1.drivers.icons.items.2.text"


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample with files in three languages that repeat most of its words."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("data/factsheet.yml", "data/icons", "data/places.csv", "data/iom-snapshot", "layouts"):
        source, target = root / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.po"))
        else:
            shutil.copy(source, target)
    extract([SHEET], tuple(LEDE), start=folder)
    for language in LEDE:
        _, known, path = opened(folder, language)
        entries = tuple(_filled(entry, language) for entry in known.entries)
        path.write_text(written(replace(known, entries=entries)), "utf-8")
    return folder


def opened(project: Path, language: str) -> tuple[Edition, Catalogue, Path]:
    found, (path,) = locate([SHEET], project)
    return read_edition(path, found, BLOCKS), read_translation(path, language, found), po_path(path, language)


def _filled(entry: Entry, language: str) -> Entry:
    said = {"page1.lede.lede.text": LEDE, "page3.scale.pictogram.rows.0.note": NOTE}.get(entry.context)
    text = said[language] if said else entry.source
    changed: Mapping[str, Entry] = {
        EMPTY: replace(entry, text=""),
        FUZZY: replace(entry, text=text, flags=("fuzzy",)),
        WRONG: replace(entry, text="{nobody} is here"),
    }
    return changed.get(entry.context, replace(entry, text=text))


def pages(project: Path, language: str) -> tuple[PlacedPage, ...]:
    edition, catalogue, _ = opened(project, language)
    return proof_pages(proof_of(edition, catalogue))


def entries(found: tuple[PlacedPage, ...]) -> list[tuple[str, Placed]]:
    """Return every entry with the name of its text."""
    return [(where, node) for page in found for node, where in walk(page.placed) if node.kind == "entry"]


def lines(node: Placed) -> list[tuple[str, float, bool]]:
    """Return the lines of each paragraph of an entry: (text, x, whether that is its end)."""
    return [
        ("".join(line.line.text for line in part.lines).strip(), part.lines[0].x, part.lines[0].end)
        for part, _ in walk((node,))
        if part.lines
    ]


EACH = pytest.mark.parametrize("language", LEDE)


@EACH
def test_every_text_stands_beside_its_translation_under_its_name_in_reading_order(project: Path, language: str) -> None:
    edition, catalogue, _ = opened(project, language)
    made = proof_of(edition, catalogue)
    assert [pair.where for pair in made.pairs] == [text.where for text in source_texts(edition)]
    set_entries = entries(proof_pages(made))
    assert [where for where, _ in set_entries] == [pair.where for pair in made.pairs]
    for pair, (where, node) in zip(made.pairs, set_entries, strict=True):
        said = [text.replace("\n", " ") for text, _, _ in lines(node)]
        wanted = [where, *([pair.state] if pair.state else []), plain(pair.source), plain(pair.said)]
        assert len(said) == len(list(filter(None, wanted)))
        assert said[0] == where
        assert "".join(plain(pair.source).split()) in {"".join(text.split()) for text in said}
        assert "".join(plain(pair.said).split()) in {"", *("".join(text.split()) for text in said)}


@EACH
def test_figures_are_filled_in_as_each_language_says_them(project: Path, language: str) -> None:
    (node,) = [
        node for where, node in entries(pages(project, language)) if where == "page3.scale.pictogram.rows.0.note"
    ]
    _, source, said = (" ".join(text.split()) for text, _, _ in lines(node))
    assert source == "Migration health costs USD 138.5 million a year"
    assert said.endswith(PRINTED[language])


@EACH
def test_each_language_keeps_its_direction_and_the_source_stands_on_the_left(project: Path, language: str) -> None:
    found = pages(project, language)
    assert not any(page.right_to_left for page in found)
    (node,) = [node for where, node in entries(found) if where == "page1.lede.lede.text"]
    (_, *_), (_, left, left_end), (_, right, right_end) = lines(node)
    assert (left, left_end) == (SIDE, False)
    assert (right, right_end) == ((OTHER + COLUMN, True) if language == "ar" else (OTHER, False))
    tags = [part.tag for part, _ in walk((node,)) if part.tag and part.tag.type == "P"]
    assert [tag.lang for tag in tags] == ["en", language]
    assert [bool(tag.actual) for tag in tags] == [False, language == "ar"]


@EACH
def test_what_is_open_is_flagged_and_counted(project: Path, language: str) -> None:
    found = pages(project, language)
    flagged = {
        where: text
        for where, node in entries(found)
        for text, x, _ in lines(node)[1:2]
        if x == OTHER and text[0].isupper()
    }
    assert {flagged[EMPTY], flagged[FUZZY], flagged[WRONG]} == {"Not translated", "To be checked", "Cannot be printed"}
    (raw,) = [lines(node)[-1][0] for where, node in entries(found) if where == WRONG]
    assert raw == "{nobody} is here"
    (counts,) = [text.text for text in texts(found[0]) if text.text.startswith("Proof of the translation")]
    assert counts.endswith("To be checked: 1 · Not translated: 1 · Cannot be printed: 1")


@EACH
def test_nothing_overlaps_or_leaves_the_page_and_every_character_has_a_glyph(project: Path, language: str) -> None:
    assert check_pages(pages(project, language)) == ()


def test_pages_and_blocks_are_headings(project: Path) -> None:
    found = [
        (node.tag.type, "".join(line.line.text for line in node.lines))
        for page in pages(project, "fr")
        for node, _ in walk(page.placed)
        if node.tag and node.tag.type.startswith("H") and node.lines
        if node.tag.type[1:].isdigit()
    ]
    assert found[:4] == [
        ("H1", "Organization snapshot 2018"),
        ("H2", "Title"),
        ("H2", "Page 1"),
        ("H3", "Masthead"),
    ]
    assert [text for kind, text in found if kind == "H2"][-3:] == ["Names of facts", "Sources", "Names of the house"]


def test_a_text_longer_than_a_page_goes_on_on_the_next_one_and_loses_nothing(project: Path) -> None:
    edition, catalogue, _ = opened(project, "ar")
    made = proof_of(edition, catalogue)
    words = [f"word{number}" for number in range(2_000)]
    long = replace(made.pairs[3], source=(replace(made.pairs[3].source[0], text=" ".join(words)),))
    found = proof_pages(replace(made, pairs=(*made.pairs[:3], long, *made.pairs[4:])))
    parts = [node for where, node in entries(found) if where == long.where]
    assert len(parts) > 1
    assert check_pages(found) == ()
    said = [text for node in parts for text, x, _ in lines(node) if x == SIDE and text.startswith("word")]
    assert " ".join(said).split() == words
    tags = {id(part.tag) for node in parts for part, _ in walk((node,)) if part.tag and part.tag.lang == "en"}
    assert len(tags) == 1, "one paragraph, on however many pages"


@pytest.fixture(scope="module")
def files(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every proof, by its language."""
    made = proof([SHEET], start=project, out=tmp_path_factory.mktemp("proofs"))
    assert [one.problems for one in made] == [()] * len(LEDE)
    return {one.language: one.path for one in made if one.path}


def test_proofs_are_named_by_edition_and_language(files: dict[str, Path]) -> None:
    assert {path.name for path in files.values()} == {f"iom-snapshot-2018-{language}-proof.pdf" for language in LEDE}


def test_no_rule_of_pdf_ua_1_fails_and_nothing_is_untagged(files: dict[str, Path]) -> None:
    found = verapdf.judge((path, verapdf.PDF_UA_1) for path in files.values())
    assert list(found.values()) == [[]] * len(LEDE)
    assert [tagtree.strays(path) for path in files.values()] == [[]] * len(LEDE)


def test_a_listener_meets_the_name_then_the_source_then_the_translation(files: dict[str, Path]) -> None:
    tree = tagtree.tree(files["ar"])
    name = tree.index("page1.lede.lede.text")
    source = tree.index("One billion people", name)
    said = tree.index('P Lang="ar" ActualText="مليار شخص', source)
    assert "page1." not in tree[name + 1 : said]


def test_the_same_translation_gives_the_same_bytes(project: Path, files: dict[str, Path], tmp_path: Path) -> None:
    (again,) = proof([SHEET], ["fr"], start=project, out=tmp_path)
    assert again.path is not None
    assert again.path.read_bytes() == files["fr"].read_bytes()


def test_a_language_without_a_file_is_a_problem_and_that_of_the_edition_wrong_usage(
    project: Path, tmp_path: Path
) -> None:
    (made,) = proof([SHEET], ["es"], start=project, out=tmp_path)
    assert [problem.rule for problem in made.problems] == ["translation-missing"]
    assert made.problems[0].remedy == "run 'factsheet translate extract iom-snapshot/2018 -l es'"
    with pytest.raises(UsageError):
        proof([SHEET], ["en"], start=project, out=tmp_path)
    assert not list(tmp_path.iterdir())
