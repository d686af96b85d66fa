"""Placed pages to a PDF through platypus: one template and one frame a page size, one flowable a page."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate

from .spread import Spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.placed import Metadata, PlacedPage

PRODUCER = "factsheet"


def paint(pages: tuple[PlacedPage, ...], metadata: Metadata, canvas: Callable[..., Any]) -> bytes:
    """Return *pages* as a PDF painted on *canvas*, a maker of canvases that have the four verbs."""
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=(pages[0].width, pages[0].height),
        pageTemplates=[_template(page, number) for number, page in enumerate(pages)],
        title=metadata.title,
        author=metadata.author,
        subject=metadata.subject,
        creator=PRODUCER,
        producer=PRODUCER,
        lang=metadata.language,
        displayDocTitle=1,
        pageCompression=1,
    )
    document.build(_story(pages), canvasmaker=canvas)
    return target.getvalue()


def _template(page: PlacedPage, number: int) -> PageTemplate:
    frame = Frame(0, 0, page.width, page.height, 0, 0, 0, 0, id="page")
    return PageTemplate(f"page{number}", [frame], pagesize=(page.width, page.height))


def _story(pages: tuple[PlacedPage, ...]) -> list[Any]:
    story: list[Any] = []
    for number, page in enumerate(pages):
        if number:
            story += [NextPageTemplate(f"page{number}"), PageBreak()]
        story.append(Spread(page))
    return story
