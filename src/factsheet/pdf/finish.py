"""Finish: bytes to bytes. ReportLab writes no object streams and no end of line before ``endstream``; qpdf does."""

from __future__ import annotations

from io import BytesIO

import pikepdf


def finish(raw: bytes) -> bytes:
    """Return the document rewritten: object streams (half the size of a tagged page), an ID made from the content."""
    target = BytesIO()
    with pikepdf.open(BytesIO(raw)) as pdf:
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]  # ReportLab made it from the clock; without it both halves come from the content
        pdf.save(
            target,
            deterministic_id=True,
            compress_streams=True,
            recompress_flate=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()
