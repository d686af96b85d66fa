"""The fit ladder: what fits is not touched, what does not goes down a rung at a time, the rest is said in points."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import design
from factsheet import pipeline
from factsheet.figures.record import record_labels
from factsheet.figures.rooms import set_labels
from factsheet.fit.checks import check_pages
from factsheet.fit.ladder import BODY, HEADINGS, STEPS, Fitted, fitted, ladder_problems
from factsheet.fit.nodes import texts, walk
from factsheet.model.content import Span
from factsheet.model.drawing import Label
from factsheet.model.geometry import Box
from factsheet.model.message import Message
from factsheet.model.placed import Placed
from factsheet.model.style import Style
from factsheet.pipeline import place
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS
from factsheet.text.rungs import CLOSER, LEAST, RUNGS, SMALLER, SMALLEST, lowered
from factsheet.text.typesetter import Typesetter

if TYPE_CHECKING:
    from factsheet.fit.ladder import Attempt
    from factsheet.model.edition import Edition

ROOT = Path(__file__).parents[2]
PROJECT, PATHS = locate((), ROOT)


def sample(name: str = "meridian-brief", cut: float = 0.0) -> Edition:
    """A sample edition whose pages are *cut* points shorter."""
    edition = read_edition(next(path for path in PATHS if path.parent.name == name), PROJECT, BLOCKS)
    return replace(edition, layout=replace(edition.layout, foot=edition.layout.foot - cut))


def sizes(edition: Edition) -> dict[str, set[float]]:
    """The sizes of what is set on the pages of *edition* outside of figures, by role."""
    found: dict[str, set[float]] = {}
    for page in place(edition, edition.language).pages:
        for text in texts(page):
            found.setdefault(text.role, set()).update(run.size for run in text.line.runs)
    return found


def setter(**styles: Style) -> Typesetter:
    known = {role: Style("text", 9, 12) for role in BODY | HEADINGS}
    files = sample().brand.faces
    return Typesetter(files, known | styles, "en")


def test_a_rung_keeps_proportions_and_stops_at_the_smallest_size() -> None:
    body = Style("text", 10, 14, track=-0.1)
    closer, smaller, least = (lowered(body, rung) for rung in (CLOSER, SMALLER, LEAST))
    assert (closer.size, closer.leading, closer.track) == pytest.approx((10, 14, -0.15))
    assert (smaller.size, smaller.leading, smaller.track) == pytest.approx((9.6, 13.44, -0.096 - 0.048))
    assert (least.size, least.leading) == pytest.approx((9.2, 12.88))
    assert lowered(Style("text", 7.5, 10), LEAST).size == SMALLEST
    assert lowered(Style("text", 7.0, 10), LEAST).size == 7.0, "what is smaller already is not made larger"


def test_what_fits_is_tried_once() -> None:
    tried: list[Typesetter] = []

    def attempt(own: Typesetter) -> tuple[tuple[Placed, ...], float]:
        tried.append(own)
        return (), 0.0

    column = fitted(attempt, setter())
    assert len(tried) == 1
    assert (column.step, column.over, list(ladder_problems(column, 1))) == (None, 0.0, [])


@pytest.mark.parametrize("index", range(len(STEPS)))
def test_a_column_goes_as_little_down_as_makes_it_fit(index: int) -> None:
    usual = setter()
    wanted = usual.lowered(*STEPS[index])
    column = fitted(lambda own: ((), 0.0 if own is wanted else 5.0), usual)
    assert column.step == STEPS[index]
    (problem,) = ladder_problems(column, 3)
    assert (problem.rule, problem.severity, problem.where) == ("fit-ladder", "warning", "page3")
    percent = RUNGS[STEPS[index].rung].percent
    assert problem.quiet == (percent == 0)
    assert problem.message.startswith("the running text of page 3 is set ")
    assert (f"{percent} % smaller" in problem.message) == (percent > 0)


def test_running_text_goes_first_and_headings_come_along_at_the_last_step_only() -> None:
    assert [RUNGS[step.rung].percent for step in STEPS] == [0, 4, 8, 8]
    assert [bool(step.roles & HEADINGS) for step in STEPS] == [False, False, False, True]
    assert all(step.roles >= BODY for step in STEPS)


def test_what_nothing_makes_fit_is_left_as_it_was_and_names_block_and_points() -> None:
    usual = setter()
    blocks = tuple(
        Placed(Box(0, 0, 9, h), where=f"page2.{name}.text", kind="block") for name, h in (("a", 40), ("b", 90))
    )
    column = fitted(lambda own: (blocks if own is usual else (), own.style("body").size * 2), usual)
    assert column.placed == blocks
    (problem,) = ladder_problems(column, 2)
    assert (problem.rule, problem.severity, problem.where) == ("page-overflow", "error", "page2.b.text")
    assert problem.message == (
        "page 2 holds 18.0 pt more than it has room for, and 16.6 pt with its text set 8 % smaller, headings too; "
        "its tallest block, b.text, takes 90.0 pt"
    )


@pytest.mark.parametrize("name", ["iom-snapshot", "meridian-brief", "meridian-profile"])
def test_samples_are_not_touched(name: str) -> None:
    edition = sample(name)
    assert not [problem for problem in place(edition, "en").problems if problem.rule == "fit-ladder"]
    for role, found in sizes(edition).items():
        if role in BODY | HEADINGS:
            assert found == {edition.brand.scale[role].size}


def test_a_page_that_is_too_short_goes_down_and_then_says_so() -> None:
    steps = []
    for cut in range(0, 72, 4):
        edition = sample(cut=cut)
        laid = place(edition, "en")
        problems = [problem for problem in laid.problems if problem.rule in {"fit-ladder", "page-overflow"}]
        steps.append(" ".join(problem.rule for problem in problems))
        pages = record_labels(laid.pages, laid.typesetter)
        wrong = {problem.rule for problem in check_pages(pages, laid.problems)}
        assert not wrong & {"text-overlap", "text-outside"}
        if steps[-1] == "fit-ladder":
            found = sizes(edition)
            shares = {found[role].pop() / edition.brand.scale[role].size for role in BODY & found.keys()}
            assert max(shares) - min(shares) < 0.07, "7.25 pt may stop one role before another"
            assert all(len(found[role]) <= 1 for role in found.keys() & (BODY | HEADINGS)), "row mates are alike"
            assert not list(design._bodies([node for page in pages for node in page.placed]))
    assert re.fullmatch(r"( ?)*(fit-ladder ?)+(page-overflow ?)+", " ".join(steps)), steps


def test_no_role_is_set_under_the_smallest_size() -> None:
    edition = sample("meridian-brief", 40)
    small = replace(edition, brand=replace(edition.brand, scale={
        **edition.brand.scale, "body_small": Style("text", 7.5, 10)
    }))  # fmt: skip
    for role, found in sizes(small).items():
        assert min(found) >= min(SMALLEST, small.brand.scale[role].size), role


def test_the_same_page_is_fitted_the_same_twice() -> None:
    first, second = (place(sample(cut=40), "en") for _ in range(2))
    assert [[text.box for text in texts(page)] for page in first.pages] == [
        [text.box for text in texts(page)] for page in second.pages
    ]


def test_only_a_check_tells_of_letters_that_stand_closer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from factsheet.fit import page as fit_page

    def closer(attempt: Attempt, typesetter: Typesetter) -> Fitted:
        return replace(fitted(attempt, typesetter), step=STEPS[0])

    monkeypatch.setattr(fit_page, "fitted", closer)
    (checked,) = pipeline.check(["meridian-brief"], start=ROOT)
    assert [problem.rule for problem in checked.problems] == ["fit-ladder"]
    (built,) = pipeline.build(["meridian-brief"], start=ROOT, out=tmp_path)
    assert built.problems == ()
    assert built.path is not None


def test_a_build_tells_of_text_that_is_set_smaller(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipeline, "read_edition", lambda *_: sample(cut=40))
    (built,) = pipeline.build(["meridian-brief"], start=ROOT, out=tmp_path)
    assert [(problem.rule, problem.severity) for problem in built.problems] == [("fit-ladder", "warning")]
    assert built.path is not None


def label(text: str, room: float | None, short: str | None = None, role: str = "body") -> Label:
    return Label(text, 0, 0, role, room=room, short=short)


def test_labels_that_have_room_are_as_their_role_says() -> None:
    usual = setter()
    (one,) = set_labels([label("Harbours", 100)], usual)
    assert (one.line.runs[0].size, one.rung) == (9, 0)
    assert one.line == usual.line("Harbours ", "body")


@pytest.mark.parametrize(("share", "rung", "size"), [(0.999, CLOSER, 9), (0.97, SMALLER, 8.64), (0.925, LEAST, 8.28)])
def test_a_label_goes_as_little_down_as_its_room_wants(share: float, rung: int, size: float) -> None:
    usual = setter()
    room = usual.width("Harbours and islands", "body") * share
    (one,) = set_labels([label("Harbours and islands", room, "Harbours")], usual)
    assert one.rung == rung
    assert one.line.runs[0].size == pytest.approx(size)
    assert one.line.width <= room + 0.01
    assert one.line.text == "Harbours and islands "


def test_labels_of_one_kind_go_down_together_and_others_stay() -> None:
    usual = setter(axis=Style("text", 8, 10))
    room = usual.width("Harbours and islands", "body") * 0.97
    made = set_labels(
        [label("Harbours and islands", room), label("Ferries", 90), label("2024", 90, role="axis")], usual
    )
    assert [one.rung for one in made] == [SMALLER, SMALLER, 0]
    assert len({one.line.runs[0].size for one in made[:2]}) == 1


def test_the_short_form_comes_last_and_then_nothing_has_to_shrink() -> None:
    usual = setter()
    room = usual.width("Harbours", "body") + 1
    short, other = set_labels([label("Harbours and islands", room, "Harbours"), label("Ferries", 90)], usual)
    assert short.line.text == "Harbours "
    assert (short.rung, other.rung) == (0, 0)


def test_a_label_that_nothing_makes_fit_is_left_for_the_checks_and_shrinks_nobody() -> None:
    usual = setter()
    wide, other = set_labels([label("Harbours and islands", 20), label("Ferries", 90)], usual)
    assert (wide.rung, other.rung) == (0, 0)
    assert wide.line.width > 20


def test_a_label_of_the_smallest_size_only_stands_closer() -> None:
    usual = setter(axis=Style("text", 7.25, 10))
    room = usual.width("Harbours and islands", "axis") * 0.9
    (one,) = set_labels([label("Harbours and islands", room, role="axis")], usual)
    assert one.line.runs[0].size == SMALLEST


def test_running_title_and_section_keep_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = sample()
    page = edition.pages[0]
    wide = "A section whose name is as long as the line has room for it beside the title of all the pages"
    found = set()
    for length in range(40, len(wide), 2):
        long = replace(edition, pages=(replace(page, section=Message(wide[:length])),))
        made = place(long, "en").pages[0]
        head = next(node for node, where in walk(made.placed) if where.endswith(".section") and node.lines)
        title, section = head.lines
        apart = (section.x - section.line.width) - (title.x + title.line.width)
        size = section.line.runs[0].size
        found.add(round(size / 8, 2))
        assert title.line.runs[0].size == size, "both or none"
        assert apart >= 12 - 0.01 or size == 8
    assert found >= {1.0, 0.96, 0.92}


def test_a_long_note_rises_so_that_its_last_line_stays_in_the_safe_area() -> None:
    edition = sample("iom-snapshot")
    note = Message(" ".join(["A note that takes more lines than the foot of the page has room for."] * 16))
    long = replace(edition, pages=(replace(edition.pages[0], note=note),))
    made = place(long, "en")
    lines = [text for text in texts(made.pages[0]) if text.where.endswith(".note")]
    assert len(lines) > 3
    assert lines[-1].box.bottom <= made.pages[0].height - 14 + 0.01
    assert lines[0].box.y < edition.layout.foot
    others = [node.box.bottom for node, _ in walk(made.pages[0].placed) if node.kind == "block"]
    assert any(problem.rule == "page-overflow" for problem in made.problems) or max(others) < lines[0].box.y


def test_a_key_line_wider_than_its_column_is_broken() -> None:
    from factsheet.fit.texts import text_box
    from factsheet.model.content import Paragraph

    words = (
        Span(" ", mark="dot"),
        Span("country offices that are open all the year"),
        Span(" ", mark="ring"),
        Span("others"),
    )
    box = text_box(Paragraph(words, "body"), 80, setter())
    assert box.rows > 2
    assert max(x + line.width for (x, _), line in zip(box.offsets or (), box.lines, strict=True)) <= 80.01
    assert "".join(line.text for line in box.lines).split() == [
        "country",
        "offices",
        "that",
        "are",
        "open",
        "all",
        "the",
        "year",
        "others",
    ]
