"""Make src/factsheet/text/unicode_tables.py from files of the Unicode Character Database; run by hand.

    python tests/make_unicode.py                      # from the files kept in tests/unicode
    python tests/make_unicode.py /usr/share/unicode   # take these files first (Debian's unicode-data installs there)

tests/unicode/sources.toml names the version and the SHA-256 of each file; one that differs is refused.
"""

from __future__ import annotations

import hashlib
import lzma
import re
import sys
import textwrap
import tomllib
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KEPT = Path(__file__).parent / "unicode"
SOURCES = tomllib.loads((KEPT / "sources.toml").read_text("utf-8"))
TARGET = Path(__file__).parents[1] / "src" / "factsheet" / "text" / "unicode_tables.py"

CODE_POINTS = 0x110000
_DEFAULTS = re.compile(r"# @missing: (\w+)\.\.(\w+); (\w+)")

HEADER = '''"""Properties of characters, made by tests/make_unicode.py from the Unicode Character Database {version}.

The data is Unicode's (© Unicode, Inc., Unicode License v3; see NOTICE). `properties` turns it into look-ups.
"""

VERSION = "{version}"
'''


def read(name: str) -> str:
    """Return the kept file *name*, checked against the hash in sources.toml."""
    content = lzma.decompress((KEPT / f"{name}.xz").read_bytes())
    digest = hashlib.sha256(content).hexdigest()
    if digest != SOURCES["files"][name]:
        sys.exit(f"{name} has the SHA-256 {digest}, which is not the one in sources.toml")
    return content.decode("utf-8")


def take(folder: Path) -> None:
    """Keep the files of *folder*, a copy of the database, that sources.toml names."""
    for name in SOURCES["files"]:
        (found,) = folder.rglob(name)
        (KEPT / f"{name}.xz").write_bytes(packed(found.read_bytes()))


def packed(content: bytes) -> bytes:
    """Return *content* as small as xz makes it."""
    return lzma.compress(content, preset=9 | lzma.PRESET_EXTREME)


def records(text: str) -> Iterator[tuple[range, list[str]]]:
    """Yield code points and further fields of each record (UAX #44, 4.2)."""
    for line in text.splitlines():
        first, *fields = (field.strip() for field in line.partition("#")[0].split(";"))
        if fields:
            low, _, high = first.partition("..")
            yield range(int(low, 16), int(high or low, 16) + 1), fields


def short_names(prop: str) -> dict[str, str]:
    """Return the short name of each value of *prop* by its long one."""
    rows = (re.split(r"\s*;\s*", line) for line in read("PropertyValueAliases.txt").splitlines())
    return {row[2].split()[0]: row[1] for row in rows if row[0] == prop}


def bidi_classes() -> list[str]:
    """Return the Bidi_Class of every code point; reserved ones take what the comments of the file assign."""
    text = read("DerivedBidiClass.txt")
    short = short_names("bc")
    classes = ["L"] * CODE_POINTS
    for low, high, name in _DEFAULTS.findall(text):
        for code in range(int(low, 16), int(high, 16) + 1):
            classes[code] = short[name]
    for codes, (name,) in records(text):
        classes[codes.start : codes.stop] = [name] * len(codes)
    return classes


def scripts() -> list[str]:
    """Return the Script of every code point as its ISO 15924 code."""
    short = short_names("sc")
    found = ["Zzzz"] * CODE_POINTS
    for codes, (name,) in records(read("Scripts.txt")):
        found[codes.start : codes.stop] = [short[name]] * len(codes)
    return found


def extensions(script: list[str]) -> list[str]:
    """Return Script_Extensions of every code point that has more to say than its Script: codes joined by commas."""
    found = [""] * CODE_POINTS
    for codes, (names,) in records(read("ScriptExtensions.txt")):
        for code in codes:
            if names != script[code]:
                found[code] = ",".join(names.split())
    return found


def mirrored() -> Iterator[str]:
    """Yield each character that has a mirror image (Bidi_Mirroring_Glyph), and that image."""
    for codes, (image,) in records(read("BidiMirroring.txt")):
        yield from (f"{codes.start:X}", image.lstrip("0"))


def brackets() -> Iterator[str]:
    """Yield each opening bracket and the one that closes it (Bidi_Paired_Bracket)."""
    for codes, (closing, kind) in records(read("BidiBrackets.txt")):
        if kind == "o":
            yield from (f"{codes.start:X}", closing.lstrip("0"))


def ranges(values: Iterable[str]) -> Iterator[str]:
    """Yield the first code point and the value of each stretch of one value; ``-`` for none."""
    start = 0
    for value, same in groupby(values):
        yield from (f"{start:X}", value or "-")
        start += sum(1 for _ in same)


def constant(name: str, words: Iterable[str], meaning: str) -> str:
    """Return the source of one string constant."""
    lines = textwrap.wrap(" ".join(words), 120, break_long_words=False)
    return f'\n{name} = """\n' + "\n".join(lines) + f'\n"""\n"""{meaning}"""\n'


def module() -> str:
    """Return the source of the table module."""
    script = scripts()
    return HEADER.format(version=SOURCES["version"]) + "".join(
        (
            constant(
                "BIDI_CLASS", ranges(bidi_classes()), "Bidi_Class: first code point of each stretch, and the class."
            ),
            constant("MIRRORED", mirrored(), "Bidi_Mirroring_Glyph: pairs of a character and its image."),
            constant("BRACKETS", brackets(), "Bidi_Paired_Bracket: pairs of an opening bracket and its closing one."),
            constant("SCRIPT", ranges(script), "Script: first code point of each stretch, and the ISO 15924 code."),
            constant(
                "SCRIPT_EXTENSIONS",
                ranges(extensions(script)),
                "Script_Extensions: first code point of each stretch, and its scripts; - where Script says it all.",
            ),
        )
    )


if __name__ == "__main__":
    if sys.argv[1:]:
        take(Path(sys.argv[1]))
    TARGET.write_text(module(), "utf-8")
