"""The text that two unrelated extractors find: PDFium (Chrome's) and poppler (the Linux desktop's)."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from pathlib import Path

# Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties.txt): signs that steer, and are not read.
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def normalised(text: str) -> str:
    """Return *text* as NFC, without default-ignorable characters, every run of blanks and line ends one space."""
    return " ".join(IGNORABLE.sub("", unicodedata.normalize("NFC", text)).split())


def pdfium(pdf: Path) -> list[str]:
    """Return the normalised text of each page as PDFium extracts it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [normalised(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def poppler(pdf: Path) -> list[str]:
    """Return the normalised text of each page as ``pdftotext`` extracts it."""
    command = ["pdftotext", "-enc", "UTF-8", str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return [normalised(page) for page in done.stdout.decode("utf-8").split("\f")[:-1]]
