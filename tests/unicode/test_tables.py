"""The tables are Unicode's, as kept here, and stand in the module as the generator makes them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import make_unicode
from factsheet.text import unicode_tables
from factsheet.text.properties import BRACKETS, MIRRORED, SCRIPT, SCRIPT_EXTENSIONS, Ranges

if TYPE_CHECKING:
    from pathlib import Path


def test_the_module_is_what_the_generator_makes_of_the_kept_files() -> None:
    assert make_unicode.TARGET.read_text("utf-8") == make_unicode.module()


@pytest.mark.parametrize("name", make_unicode.SOURCES["files"])
def test_kept_files_are_those_of_the_table_of_sources(name: str) -> None:
    first = make_unicode.read(name).partition("\n")[0]
    assert first == f"# {name.removesuffix('.txt')}-{unicode_tables.VERSION}.txt"


def test_a_file_of_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "BidiBrackets.txt.xz").write_bytes(make_unicode.packed(b"# BidiBrackets-15.0.0.txt\n"))
    monkeypatch.setattr(make_unicode, "KEPT", tmp_path)
    with pytest.raises(SystemExit, match=r"BidiBrackets\.txt has the SHA-256"):
        make_unicode.read("BidiBrackets.txt")


@pytest.mark.parametrize(
    ("character", "script", "extensions"),
    [
        ("A", "Latn", ""),
        (
            "\u0964",
            "Zyyy",
            "Beng,Deva,Dogr,Gong,Gonm,Gran,Gujr,Guru,",
        ),
        ("\u0966", "Deva", "Deva,Dogr,Kthi,Mahj"),
        ("\u0301", "Zinh", "Cher,Cyrl,Grek,Latn,"),
        ("\u30fc", "Zyyy", "Hira,Kana"),
        ("\U00010940", "Sidt", ""),  # of Unicode 17
        ("\U0010ffff", "Zzzz", ""),
    ],
)
def test_script_and_its_extensions(character: str, script: str, extensions: str) -> None:
    assert SCRIPT[ord(character)] == script
    assert SCRIPT_EXTENSIONS[ord(character)].startswith(extensions)
    assert bool(SCRIPT_EXTENSIONS[ord(character)]) == bool(extensions)


def test_reserved_code_points_have_the_class_of_their_block() -> None:
    classes = Ranges(unicode_tables.BIDI_CLASS)
    assert [classes[code] for code in (0x5FF, 0x1EE05, 0x20CF, 0xFFFE, 0x0378, 0x10FFFF)] == [
        *("R", "AL", "ET", "BN", "L", "BN"),
    ]


def test_brackets_and_mirror_images_are_pairs() -> None:
    assert (BRACKETS["("], BRACKETS["\u2329"], BRACKETS["\uff5f"]) == (")", "\u232a", "\uff60")
    assert {MIRRORED[closing] for closing in BRACKETS.values()} == set(BRACKETS)
    assert (MIRRORED["«"], MIRRORED["≤"], MIRRORED.get("“")) == ("»", "≥", None)


def test_this_pythons_own_tables_are_never_asked(environment: dict[str, str]) -> None:
    code = "import sys; sys.modules['unicodedata'] = None; from factsheet.text import bidi, scripts"
    code += "; print(list(bidi.levels('a \\u05d0', 0)), scripts.script_runs('\\u05d0', 'Latn'))"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[0, 0, 1] [(0, 1, 'Hebr')]", done.stderr
