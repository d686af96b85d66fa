"""Pictures: read from the sheet's folder, refused before they are decoded into gigabytes, never without credit."""

from __future__ import annotations

import io
import shutil
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from factsheet.pipeline import place, render
from factsheet.problems import FactsheetError
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from pathlib import Path

    from factsheet.model.edition import Edition

LAYOUT = """
page: {size: A5, margin: {top: 24pt, side: 30pt, bottom: 36pt}, columns: 8, gutter: 10pt}
templates: {page: {rows: [top, left 5 right 3]}}
"""
EDITION = """
title: Pictures
edition: 2024
issued: 2024
layout: made
fictional: true
pages:
  - template: page
    areas:
      top: {headline: A picture}
      left:
        picture:
          file: images/harbour.png
          alt: Boats at a quay
          credit: "Drawing: nobody, CC0"
          caption: "**Evening.** The last boat is in."
      right: {stat: {label: Beside it}}
"""
HERE = EDITION.split("\n").index("          file: images/harbour.png") + 1


def png(width: int = 60, height: int = 40) -> bytes:
    target = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(target, "PNG")
    return target.getvalue()


def bomb() -> bytes:
    """Return a PNG of a few bytes that claims 60,000 x 60,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.fixture
def sheet(tmp_path: Path, root: Path):
    """Write a sheet whose picture has these bytes, and read it."""

    def made(data: bytes | None = None, text: str = EDITION) -> Edition:
        folder = tmp_path / "data" / "quay"
        (folder / "images").mkdir(parents=True)
        (tmp_path / "layouts").mkdir()
        (tmp_path / "data" / "factsheet.yml").write_text("language: en\n")
        (tmp_path / "layouts" / "made.yml").write_text(LAYOUT)
        for name in ("_brand.yml", "emblem.svg"):
            shutil.copy(root / "data" / "meridian-brief" / name, folder / name)
        (folder / "images" / "harbour.png").write_bytes(png() if data is None else data)
        (folder / "2024.yml").write_text(text)
        project, (path,) = locate((), tmp_path)
        return read_edition(path, project, BLOCKS)

    return made


def rules(sheet, data: bytes | None = None, text: str = EDITION) -> list[tuple[str, int]]:
    with pytest.raises(FactsheetError) as caught:
        sheet(data, text)
    return [(p.rule, p.position.line) for p in caught.value.problems if p.position]


def test_a_picture_keeps_its_proportions_and_is_painted_once(sheet) -> None:
    edition = sheet()
    laid = place(edition, "en")
    figure = next(node for node in _walk(laid.pages[0].placed) if node.kind == "figure")
    assert figure.box.height == pytest.approx(figure.box.width * 40 / 60)
    assert figure.tag.alt == "Boats at a quay"
    data = render(edition, "en")
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert (image.Width, image.Height) == (60, 40)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA"])
def test_usual_kinds_are_painted(sheet, kind: str, mode: str) -> None:
    if kind == "JPEG" and mode in {"P", "RGBA"}:
        pytest.skip("JPEG has no such kind")
    target = io.BytesIO()
    Image.new(mode, (30, 20)).save(target, kind)
    assert b"%PDF" in render(sheet(target.getvalue()), "en")[:8]


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", png()[:60], bomb(), b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + bytes(40)],
    ids=["empty", "text", "cut", "bomb", "svg", "gif"],
)
def test_what_is_no_honest_picture_is_a_problem_at_its_line(sheet, data: bytes) -> None:
    assert rules(sheet, data) == [("picture-invalid", HERE)]


def test_other_colours_are_refused(sheet) -> None:
    target = io.BytesIO()
    Image.new("CMYK", (30, 20)).save(target, "JPEG")
    assert rules(sheet, target.getvalue()) == [("picture-invalid", HERE)]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("images/harbor.png", "file-missing"),
        ("../../../secret.png", "path-outside"),
        ("/etc/passwd", "path-outside"),
        ("images", "file-unreadable"),
    ],
)
def test_pictures_are_the_projects_own(sheet, path: str, rule: str) -> None:
    assert rules(sheet, text=EDITION.replace("images/harbour.png", path)) == [(rule, HERE)]


@pytest.mark.parametrize(("key", "rule"), [("alt", "alt-missing"), ("credit", "credit-missing")])
def test_a_picture_without_alt_or_credit_is_a_problem(sheet, key: str, rule: str) -> None:
    lines = [line for line in EDITION.split("\n") if not line.strip().startswith(f"{key}:")]
    assert [found for found, _ in rules(sheet, text="\n".join(lines))] == [rule]


def test_an_icon_that_is_not_there_is_a_problem_at_its_line(sheet) -> None:
    text = EDITION.replace(
        "right: {stat: {label: Beside it}}", "right: {icons: {title: Two, items: [{icon: sunn, text: Sun}]}}"
    )
    line = text.split("\n").index("      right: {icons: {title: Two, items: [{icon: sunn, text: Sun}]}}") + 1
    assert rules(sheet, text=text) == [("icon-unknown", line)]


def _walk(nodes):
    for node in nodes:
        yield node
        yield from _walk(node.children)
