"""WeasyPrint's rendering: one style sheet for all editions, figures as SVG. Run as ``python -m bench.weasy_peer``."""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from weasyprint import CSS, HTML  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

from bench.sheet import FACES, sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bench.sheet import Chart, Sheet, Tile, Value

INK, QUIET, LEAF, OCHRE, CLAY = "#123A2B", "#566258", "#2B7553", "#E5A92B", "#A8401F"
STYLE = Path(__file__).with_name("sheet.css")
FULL = 511.28  # between the margins, in points
HALF, QUARTER = (FULL - 12) / 2, (FULL - 36) / 4
CHART_HEIGHT, TILE_HEIGHT = 130.0, 32.0


def html(edition: Sheet) -> str:
    """Return *edition* as HTML."""
    table, names, rows = edition.table
    words, passages = edition.passages
    parts = [
        f'<html lang="en"><meta charset="utf-8"><title>{escape(edition.title)}</title>',
        f'<h1 data-note="{escape(edition.note)}">{escape(edition.title)}</h1>',
        f"<p class=intro>{escape(edition.intro)}</p>",
        f"<div class=row>{''.join(map(_tile, edition.tiles))}</div>",
        f"<div class=row>{_chart(edition.columns, _columns)}{_chart(edition.bars, _bars)}</div>",
        f"<div class=row><div class=table><h2>{escape(table)}</h2>{_table(names, rows)}</div>",
        f"<div class=words><h2>{escape(words)}</h2>",
        *(f"<h3>{escape(title)}</h3><p>{escape(text)}</p>" for title, text in passages),
        "</div></div>",
    ]
    return "".join(parts)


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th scope=col>{escape(name)}</th>" for name in names)
    body = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody><tr>{'</tr><tr>'.join(body)}</tr></tbody></table>"


def _tile(tile: Tile) -> str:
    said = f"{tile.label}: {tile.then.printed}, {tile.now.printed}"
    return (
        f"<div class=tile><p class=label>{escape(tile.label)}</p><p class=number>{tile.now.printed}</p>"
        f"<p class=since><b>{tile.change}</b> since {tile.then.label}</p>"
        f"{_svg(QUARTER, TILE_HEIGHT, said, _small_bars(tile))}</div>"
    )


def _chart(chart: Chart, draw: Callable[[tuple[Value, ...]], Iterator[str]]) -> str:
    head = f"<h2>{escape(chart.title)}</h2><p class=measure>{escape(chart.measure)}</p>"
    return f"<div>{head}{_svg(HALF, CHART_HEIGHT, chart.alt, draw(chart.values))}</div>"


def _svg(width: float, height: float, said: str, marks: Iterable[str]) -> str:
    size = f'width="{width:g}pt" height="{height:g}pt" viewBox="0 0 {width:g} {height:g}"'
    return f'<svg {size} role="img" aria-label="{escape(said)}" font-family="Barlow">{"".join(marks)}</svg>'


def _bar(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{fill}"/>'


def _label(x: float, y: float, said: str, size: float, fill: str, weight: int = 400, anchor: str = "start") -> str:
    place = f'x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{size}" font-weight="{weight}" fill="{fill}">{escape(said)}</text>'


def _small_bars(tile: Tile) -> Iterator[str]:
    now, then = tile.now, tile.then
    scale = min(QUARTER - 24, (QUARTER - 62) * now.amount / then.amount) / now.amount
    yield _bar(24, 4, scale * then.amount, 6, LEAF)
    yield _bar(24, 18, scale * now.amount, 6, OCHRE)
    yield _label(0, 9.7, then.label, 7.5, QUIET)
    yield _label(0, 23.7, now.label, 7.5, CLAY, 700)
    yield _label(28 + scale * then.amount, 9.8, then.printed, 8, INK, 600)
    yield _bar(23.6, 0, 0.8, 28, INK)


def _columns(values: tuple[Value, ...]) -> Iterator[str]:
    base, slot = CHART_HEIGHT - 14, HALF / len(values)
    most, last = max(value.amount for value in values), len(values) - 1
    for i, value in enumerate(values):
        middle, tall, hot = slot * (i + 0.5), (base - 22) * value.amount / most, i == last
        yield _bar(middle - 9, base - tall, 18, tall, OCHRE if hot else LEAF)
        size, ink = (12.5, CLAY) if hot else (8.75, INK)
        yield _label(middle, base - tall - 4, value.printed, size, ink, 600, "middle")
        yield _label(middle, CHART_HEIGHT - 2, value.label, 8, CLAY if hot else QUIET, anchor="middle")
    yield _bar(0, base - 0.4, HALF, 0.8, INK)


def _bars(values: tuple[Value, ...]) -> Iterator[str]:
    pitch = (CHART_HEIGHT - 15) / (len(values) - 1)
    for i, value in enumerate(values):
        y, long = 3 + i * pitch, (HALF - 100) * value.amount / values[0].amount
        yield _bar(60, y, long, 9, LEAF if i else OCHRE)
        yield _label(0, y + 7.6, value.label, 8.5, INK)
        yield _label(64 + long, y + 7.6, value.printed, 8.75, INK, 600)
    yield _bar(59.6, 0, 0.8, CHART_HEIGHT, INK)


def style(fonts: Path) -> str:
    """Return the style sheet with the faces in *fonts*."""
    faces = [
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{fonts.as_uri()}/{name}.ttf") }}'
        for name, (family, weight) in FACES.items()
    ]
    return "\n".join([*faces, STYLE.read_text("utf-8")])


def write(count: int, out: Path, fonts: Path) -> None:
    """Write the first *count* editions to *out* with the faces in *fonts*, tagged as PDF/UA-1 asks."""
    configuration = FontConfiguration()
    styles = [CSS(string=style(fonts), font_config=configuration)]
    for number in range(count):
        page = HTML(string=html(sheet(number)))
        page.write_pdf(out / f"{number:02}.pdf", stylesheets=styles, font_config=configuration, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
