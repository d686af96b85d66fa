"""A comparison as lines for people, who want to see what differs, and as plain values for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .compare import Comparison, Row

DIFFER = "figures-differ"
TIMES = "\N{MULTIPLICATION SIGN}"


def comparison_lines(found: Comparison) -> list[str]:
    """Return how much was compared, and of the figures those that differ."""
    if not found.languages:
        return [found.edition]
    tongues = _counted(len(found.languages), "language")
    different = [row for row in found.rows if not row.equal]
    lines = [
        f"{found.edition} ({', '.join(found.languages)})",
        f"  {_counted(len(found.rows), 'figure')} {TIMES} {tongues}: {_verdict(len(different))}",
        *(line for row in different for line in _row_lines(row)),
    ]
    if len(found.languages) > 1:
        texts = sum(problem.rule == DIFFER and not problem.where.startswith("facts.") for problem in found.problems)
        figures = f"{_counted(found.figures, 'figure')} in {_counted(found.all_texts, 'text')}"
        lines.append(f"  {figures} {TIMES} {tongues}: {_verdict(texts)}")
    for language, count in found.texts.items():
        if count < found.all_texts:
            lines.append(f"  {language}: {_counted(found.all_texts - count, 'text')} not yet translated, left out")
    return lines


def comparison_values(found: Comparison) -> dict[str, Any]:
    """Return a comparison as plain values. Numbers are texts, so that no digit is lost."""
    return {
        "edition": found.edition,
        "languages": list(found.languages),
        "figures": [_row_values(row) for row in found.rows],
        "texts": {"count": found.all_texts, "figures": found.figures, "compared": dict(found.texts)},
    }


def _row_values(row: Row) -> dict[str, Any]:
    return {
        "fact": row.fact.id,
        "at": str(row.point.at),
        "source": row.point.source,
        "value": None if row.value is None else f"{row.value:f}",
        "qualifier": row.point.qualifier,
        "equal": row.equal,
        "printed": {
            saying.language: {
                "text": saying.text,
                "value": None if saying.value is None else f"{saying.value:f}",
                "qualifiers": list(saying.qualifiers),
                "equal": saying.equal,
            }
            for saying in row.sayings
        },
    }


def _row_lines(row: Row) -> Iterator[str]:
    yield f"    {row.fact.id} {row.point.at}: {'not published' if row.value is None else f'{row.value:,f}'}"
    width = max(len(saying.language) for saying in row.sayings)
    for saying in row.sayings:
        read = "no number" if saying.value is None else f"{saying.value:,f}"
        yield f"      {saying.language:<{width}}  {saying.text}{'' if saying.equal else f'  reads {read}'}"


def _verdict(different: int) -> str:
    return "all equal" if not different else f"{different} {'differs' if different == 1 else 'differ'}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
