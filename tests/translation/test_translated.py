"""From a PO file to pages: what is extracted, what a final build refuses, what a draft lets pass."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factsheet import pipeline
from factsheet.blocks.compose import compose
from factsheet.fit.nodes import texts
from factsheet.language.texts import source_texts
from factsheet.language.translated import translated
from factsheet.language.words import EditionWords
from factsheet.model.content import plain
from factsheet.problems import FactsheetError, UsageError
from factsheet.read import locate, po_path, read_edition, read_translation
from factsheet.registry import BLOCKS
from factsheet.translation.extract import extract
from factsheet.translation.po import written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factsheet.model.edition import Edition
    from factsheet.model.translation import Catalogue, Entry

SHEET = "meridian-brief/2024"


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    for name in ("data/factsheet.yml", "data/icons", "data/places.csv", "data/meridian-brief", "layouts"):
        source, target = root / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    return tmp_path


def edition(project: Path) -> Edition:
    found, (path,) = locate([SHEET], project)
    return read_edition(path, found, BLOCKS)


def catalogue(project: Path, language: str = "fr") -> Catalogue:
    found, (path,) = locate([SHEET], project)
    return read_translation(path, language, found)


def rewrite(project: Path, change: Callable[[Entry], Entry], language: str = "fr") -> None:
    """Write the PO file again with every entry changed."""
    known = catalogue(project, language)
    path = po_path(locate([SHEET], project)[1][0], language)
    path.write_text(written(replace(known, entries=tuple(map(change, known.entries)))), "utf-8")


def copied(entry: Entry) -> Entry:
    return replace(entry, text=entry.source)


def problems(project: Path, **more: object) -> list[tuple[str, str]]:
    """Return rule and file of each problem of a check in French."""
    (delivery,) = pipeline.check([SHEET], start=project, languages=["fr"], **more)  # type: ignore[arg-type]
    return [(p.rule, p.position.file if p.position else "") for p in delivery.problems]


def test_every_text_of_an_edition_has_an_entry_with_its_place_and_what_it_prints(project: Path) -> None:
    (made,) = extract([SHEET], ["fr"], start=project)
    assert made.path == project / "data/meridian-brief/2024.fr.po"
    entries = catalogue(project).entries
    assert made.texts == len(entries) >= 40
    assert [entry.context for entry in entries] == [text.where for text in source_texts(edition(project))]
    lines = (project / "data/meridian-brief/2024.yml").read_text("utf-8").split("\n")
    for entry in entries:
        file, _, line = entry.references[0].rpartition(":")
        assert file == "data/meridian-brief/2024.yml"
        if entry.context.startswith("page") and "\n" not in entry.source:
            assert entry.source.split(" ")[0].strip("*") in "".join(lines[int(line) - 1 : int(line) + 1])
    told = [comment for entry in entries for comment in entry.comments]
    assert any(comment.startswith("Room: ") for comment in told)
    flagged = [entry for entry in entries if "icu-message-format" in entry.flags]
    assert flagged == [entry for entry in entries if "{" in entry.source]
    assert flagged
    assert all(any("prints" in comment for comment in entry.comments) for entry in flagged)


def test_figures_are_shown_to_the_translator_in_their_own_language(project: Path) -> None:
    extract([SHEET], ["fr", "en-GB"], start=project)
    told = "\n".join(comment for entry in catalogue(project).entries for comment in entry.comments)
    assert "\N{NARROW NO-BREAK SPACE}" in told


def test_the_same_edition_gives_the_same_file(project: Path) -> None:
    (made,) = extract([SHEET], ["fr"], start=project)
    assert made.path is not None
    first = made.path.read_bytes()
    made.path.unlink()
    extract([SHEET], ["fr"], start=project)
    assert made.path.read_bytes() == first


def test_nothing_is_overwritten(project: Path) -> None:
    extract([SHEET], ["fr"], start=project)
    with pytest.raises(UsageError) as caught:
        extract([SHEET], ["fr"], start=project)
    assert caught.value.problems[0].rule == "output-exists"
    assert "translate update meridian-brief/2024 -l fr" in caught.value.problems[0].remedy


def test_without_a_language_the_translations_of_the_edition_are_begun(project: Path) -> None:
    path = project / "data/meridian-brief/2024.yml"
    path.write_text(
        path.read_text("utf-8").replace("language: en\n", "language: en\ntranslations: [fr, es]\n"), "utf-8"
    )
    if "translations" not in path.read_text("utf-8"):
        path.write_text("translations: [fr, es]\n" + path.read_text("utf-8"), "utf-8")
    extract([SHEET], ["fr"], start=project)
    assert [made.language for made in extract([SHEET], start=project)] == ["es"]
    assert extract([SHEET], start=project) == ()


def test_a_language_without_words_of_the_tool_is_a_problem(project: Path) -> None:
    (made,) = extract([SHEET], ["tlh"], start=project)
    assert [problem.rule for problem in made.problems] == ["language-unknown"]
    assert made.path is None


def test_a_build_without_a_translation_says_how_to_begin_one(project: Path) -> None:
    (delivery,) = pipeline.build([SHEET], start=project, languages=["fr"], out=project / "out")
    (problem,) = delivery.problems
    assert problem.rule == "translation-missing"
    assert problem.remedy == "run 'factsheet translate extract meridian-brief/2024 -l fr'"
    assert not (project / "out").exists()


def test_a_final_build_refuses_what_is_not_translated_and_what_is_fuzzy(project: Path) -> None:
    extract([SHEET], ["fr"], start=project)
    found = problems(project)
    assert {rule for rule, _ in found} == {"translation-empty"}
    assert len(found) == 11
    rewrite(
        project,
        lambda entry: (
            replace(copied(entry), flags=(*entry.flags, "fuzzy")) if entry.context == "title" else copied(entry)
        ),
    )
    assert problems(project).count(("translation-fuzzy", "data/meridian-brief/2024.fr.po")) == 1


def test_a_draft_is_marked_on_every_page_and_in_its_name(project: Path) -> None:
    extract([SHEET], ["fr"], start=project)
    (delivery,) = pipeline.build([SHEET], start=project, languages=["fr"], draft=True, out=project / "out")
    assert [p.message for p in delivery.problems if p.severity == "error"] == []
    assert delivery.path == project / "out/meridian-brief-2024-fr-draft.pdf"
    made = translated(edition(project), catalogue(project), draft=True)
    laid = pipeline.place(made, "fr")
    for page in pipeline.as_draft(laid.pages, made, laid.typesetter):
        assert "Projet" in [text.text for text in texts(page)]


def test_texts_facts_and_sources_are_said_in_the_language(project: Path) -> None:
    extract([SHEET], ["fr"], start=project)
    whole = edition(project)
    known = catalogue(project)
    spoken = replace(known, entries=tuple(replace(e, text=f"fr {e.source}") for e in known.entries))
    made = translated(whole, spoken)
    assert (made.language, made.translated_from) == ("fr", "en")
    assert made.title.text == f"fr {whole.title.text}"
    for before, after in zip(source_texts(whole), source_texts(made), strict=True):
        assert (after.where, after.message.text) == (before.where, f"fr {before.message.text}")
        assert after.message.checks == before.message.checks
    assert plain(compose(made, EditionWords(made, "fr"))[0].title).startswith("fr ")


def test_a_changed_source_is_not_silently_taken_for_the_old_one(project: Path) -> None:
    extract([SHEET], ["fr"], start=project)
    rewrite(project, copied)
    path = project / "data/meridian-brief/2024.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("One pass is good", "One card is good"), "utf-8")
    (delivery,) = pipeline.check([SHEET], start=project, languages=["fr"])
    (problem,) = [p for p in delivery.problems if p.rule == "translation-missing"]
    assert problem.position is not None
    assert (
        "One card is good"
        in text.replace("One pass is good", "One card is good").split("\n")[problem.position.line - 1]
    )
    assert problem.remedy.startswith("run 'factsheet translate update meridian-brief/2024 -l fr'")


def test_a_fault_stands_under_its_words_in_the_po_file(project: Path) -> None:
    extract([SHEET], ["fr"], start=project)
    rewrite(project, lambda e: replace(e, text=e.source.replace("{", "{x", 1)))
    (delivery,) = pipeline.check([SHEET], start=project, languages=["fr"])
    found = [p for p in delivery.problems if p.rule == "translation-placeholder"]
    assert found
    lines = (project / "data/meridian-brief/2024.fr.po").read_text("utf-8").split("\n")
    named = [p for p in found if "has no placeholder" in p.message]
    for problem in named:
        place = problem.position
        assert place is not None
        assert lines[place.line - 1][place.column - 1 :].startswith("{x")


def test_a_wrong_translation_in_a_draft_leaves_the_source_in_its_place(project: Path) -> None:
    extract([SHEET], ["fr"], start=project)
    rewrite(project, lambda e: replace(e, text="{nobody}" if "{" in e.source else ""))
    made = translated(edition(project), catalogue(project), draft=True)
    assert [text.message.text for text in source_texts(made)] == [
        t.message.text for t in source_texts(edition(project))
    ]
    with pytest.raises(FactsheetError):
        translated(edition(project), catalogue(project))


def test_several_languages_are_built_in_one_run(project: Path) -> None:
    extract([SHEET], ["fr"], start=project)
    rewrite(project, copied)
    deliveries = pipeline.check([SHEET], start=project, languages=["en", "fr", "es"])
    assert [delivery.language for delivery in deliveries] == ["en", "fr", "es"]
    assert deliveries[0].problems == ()
    assert [p.rule for p in deliveries[2].problems] == ["translation-missing"]
