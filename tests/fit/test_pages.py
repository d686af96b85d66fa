"""Pages of a small project: splits, flows, the dark ground. Facts are fictional."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factsheet.figures.record import record
from factsheet.fit.art import art
from factsheet.fit.checks import check_pages
from factsheet.fit.ground import turn
from factsheet.fit.nodes import texts, walk
from factsheet.model.geometry import Box
from factsheet.pipeline import place, render
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from pathlib import Path

    from factsheet.model.edition import Edition
    from factsheet.model.placed import PlacedPage

LAYOUT = """
page: {size: Letter, margin: {top: 26pt, side: 42pt, bottom: 38pt}, columns: 12, gutter: 12pt, module: 12pt, bleed: 3mm}
body: 60pt
furniture: {head: [title], foot: [note, folio]}
templates:
  side:
    furniture: {head: none}
    rows:
      - split:
          - {width: 210pt, fill: ground, bleed: true, art: true, rows: [name, news]}
          - {columns: 12, gutter: 10pt, rows: [chart, left 6 right 6]}
  rows:
    rows:
      - opener
      - {row: left 6 right 6}
      - {row: below 6 beside 6, height: 132pt}
      - {row: after 6 rest 6}
"""

WORDS = "The ferry that leaves at dawn carries more people than all the others of the day together do."
PASSAGES = "\n".join(f"            - {{title: Passage {i}, text: {WORDS}}}" for i in range(1, 7))
HEAD = """
title: Split and flow
edition: 2024
issued: 2024
layout: made
fictional: true
sources: {register: {title: Invented register, publisher: Nobody, date: 2024, short: invented}}
facts:
  boats: {label: Boats, unit: boat, source: register, points: [{at: 2020, value: 12}, {at: 2023, value: 31}]}
pages:
"""
SPLIT = f"""
  - template: side
    note: All of it is invented.
    areas:
      name: {{headline: {{title: Lantern Isles, intro: "A place with {{boats}} boats"}}}}
      news:
        text:
          title: News
          items: [{{title: Harbour, text: {WORDS}}}]
      chart: {{columns: {{fact: boats, title: More boats, measure: Boats}}}}
      left: {{text: {{title: One, items: [{{title: A, text: {WORDS}}}]}}}}
      right: {{text: {{title: Two, items: [{{title: B, text: {WORDS}}}]}}}}
"""
FLOW = f"""
  - template: rows
    areas:
      opener: {{headline: The islands}}
      left:
        text:
          title: A long story
          items:
{PASSAGES}
        flow: [left, right]
      below: {{headline: Below}}
      beside: {{headline: Beside}}
      after: {{headline: After}}
      rest: {{headline: Rest}}
"""
ACROSS = FLOW.replace("      left:\n", "      below:\n", 1).replace("[left, right]", "[below, after]")
ACROSS = ACROSS.replace(
    "      below: {headline: Below}\n", "      left: {headline: Left}\n      right: {headline: Right}\n"
)
ACROSS = ACROSS.replace("      after: {headline: After}\n", "")


@pytest.fixture
def edition(tmp_path: Path, root: Path):
    """Write an edition of these pages and read it."""

    def made(pages: str) -> Edition:
        (tmp_path / "data" / "isles").mkdir(parents=True)
        (tmp_path / "layouts").mkdir()
        (tmp_path / "data" / "factsheet.yml").write_text("language: en\n")
        (tmp_path / "layouts" / "made.yml").write_text(LAYOUT)
        for name in ("_brand.yml", "emblem.svg"):
            shutil.copy(root / "data" / "meridian-brief" / name, tmp_path / "data" / "isles" / name)
        (tmp_path / "data" / "isles" / "2024.yml").write_text(HEAD + pages)
        project, (path,) = locate((), tmp_path)
        return read_edition(path, project, BLOCKS)

    return made


def laid(edition: Edition) -> PlacedPage:
    made = place(edition, "en")
    assert made.problems == ()
    pages = turn(record(made.pages, made.typesetter))
    assert check_pages(pages) == ()
    return pages[0]


def boxes(page: PlacedPage) -> dict:
    return {where.partition(".")[2]: node.box for node, where in walk(page.placed) if node.kind == "block"}


def test_a_side_that_bleeds_runs_to_the_edges_and_its_words_keep_the_margin(edition) -> None:
    page = laid(edition(SPLIT))
    tint = next(node for node, _ in walk(page.placed) if node.kind == "band")
    assert (tint.box.x, tint.box.y) == (-page.bleed, -page.bleed)
    assert (tint.box.end, tint.box.bottom) == pytest.approx((210, page.height + page.bleed))
    found = boxes(page)
    assert (found["name.headline"].x, found["name.headline"].end) == (42, 188)
    assert (found["chart.columns"].x, found["chart.columns"].end) == (232, page.width - 42)
    assert found["left.text"].y == found["right.text"].y


def test_words_on_the_ground_take_its_colours_and_others_do_not(edition) -> None:
    colours = {text.text: {run.colour for run in text.line.runs} for text in texts(laid(edition(SPLIT)))}
    assert colours["Lantern Isles"] == {"ground_text"}
    assert colours["More boats"] == {"ink"}


def test_the_note_keeps_clear_of_the_tint(edition) -> None:
    note = next(text for text in texts(laid(edition(SPLIT))) if text.text.startswith("All of it"))
    assert note.box.x == 232


def test_a_flow_through_a_row_is_balanced_and_its_second_part_has_a_head(edition) -> None:
    page = laid(edition(FLOW))
    parts = [node for node, where in walk(page.placed) if node.kind == "block" and where.endswith("left.text")]
    assert len(parts) == 2
    assert abs(parts[0].box.height - parts[1].box.height) < 40
    assert parts[0].tag is parts[1].tag, "both are one section to a listener"
    words = [text.text for text in texts(page)]
    assert "A long story (continued)" in words
    for i in range(1, 7):
        assert words.count(f"Passage {i}") == 1, "nothing is lost or said twice"


def test_a_flow_through_rows_fills_the_first_and_goes_on_in_the_second(edition) -> None:
    page = laid(edition(ACROSS))
    parts = [node for node, where in walk(page.placed) if node.kind == "block" and where.endswith("below.text")]
    assert len(parts) == 2
    assert parts[0].box.height <= 132.01
    assert parts[1].box.y > parts[0].box.bottom
    words = [text.text for text in texts(page)]
    for i in range(1, 7):
        assert words.count(f"Passage {i}") == 1


def test_no_heading_is_left_at_the_foot_of_a_part(edition) -> None:
    page = laid(edition(FLOW))
    first = next(node for node, where in walk(page.placed) if node.kind == "block" and where.endswith("left.text"))
    assert first.children[-1].tag.type == "P"


def test_a_page_without_a_first_heading_is_a_problem(edition) -> None:
    made = place(edition(FLOW.replace("opener: {headline: The islands}", "opener: {stat: {label: Islands}}")), "en")
    problems = check_pages(record(made.pages, made.typesetter))
    assert [problem.rule for problem in problems] == ["heading-skip"]
    assert problems[0].where == "page1.left.text"


@pytest.mark.parametrize("pages", [SPLIT, FLOW], ids=["split", "flow"])
def test_split_and_flow_pass_pdf_ua(edition, pages: str, tmp_path: Path) -> None:
    from judges import verapdf

    target = tmp_path / "made.pdf"
    target.write_bytes(render(edition(pages), "en"))
    assert verapdf.failures(target, verapdf.PDF_UA_1) == []


@pytest.mark.parametrize("name", ["dots", "rings"])
def test_art_stays_inside_its_ground_and_is_the_same_each_time(name: str) -> None:
    shapes = art(name, Box(0, 0, 210.0, 842.0), 60.0)
    assert shapes
    assert shapes == art(name, Box(0, 0, 210.0, 842.0), 60.0)
    assert all(shape.clip == "0 0 210 842 re" for shape in shapes)


def test_dots_leave_the_words_their_room() -> None:
    still, rings, *_ = art("dots", Box(0, 0, 600.0, 200.0), 400.0, 60.0)
    moves = [part.split()[:2] for part in f"{still.path} {rings.path}".split("h ")]
    assert all(float(x) >= 400 for x, _ in moves)
    assert all(float(y) >= 60 for _, y in moves)


def test_a_brand_without_art_paints_none(edition) -> None:
    made = edition(SPLIT)
    made = replace(made, brand=replace(made.brand, art="none"))
    tint = next(node for node, _ in walk(laid(made).placed) if node.kind == "band")
    assert len(tint.drawing.items) == 1


def test_a_brand_with_art_paints_it_on_the_ground_that_asks_for_it(edition) -> None:
    made = edition(SPLIT)
    made = replace(made, brand=replace(made.brand, art="rings"))
    tint = next(node for node, _ in walk(laid(made).placed) if node.kind == "band")
    assert len(tint.drawing.items) == 2
