"""fonts/: the table says what is there, every face may be embedded, every family has its licence."""

from __future__ import annotations

import importlib.util
import shutil
import struct
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

FONTS = Path(__file__).parents[2] / "fonts"
FACES: list[dict[str, Any]] = tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))["face"]
SIZE_LIMIT = 16_000_000  # bytes; what a clone and a wheel may carry
POSTSCRIPT_NAME, WINDOWS = 6, 3  # name table: name ID, platform ID

each_face = pytest.mark.parametrize("face", FACES, ids=lambda face: face["file"])


def tables(font: bytes) -> dict[str, bytes]:
    """Return the tables of an sfnt by tag (OpenType, "Organization of an OpenType font")."""
    count = struct.unpack_from(">4xH", font)[0]
    records = (struct.unpack_from(">4s4xII", font, 12 + 16 * index) for index in range(count))
    return {tag.decode("ascii"): font[start : start + length] for tag, start, length in records}


def postscript_name(name: bytes) -> str:
    """Return the PostScript name that the table *name* gives for Windows."""
    count, strings = struct.unpack_from(">2xHH", name)
    for index in range(count):
        platform, _, _, kind, length, start = struct.unpack_from(">6H", name, 6 + 12 * index)
        if (platform, kind) == (WINDOWS, POSTSCRIPT_NAME):
            return name[strings + start : strings + start + length].decode("utf-16-be")
    return ""


@pytest.fixture(scope="module")
def fetch() -> ModuleType:
    """The script fonts/fetch.py."""
    specification = importlib.util.spec_from_file_location("fetch", FONTS / "fetch.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_table_and_folder_agree(fetch: ModuleType) -> None:
    assert fetch.faults(FONTS) == []


def test_check_tells_missing_changed_and_unlisted_files(fetch: ModuleType, tmp_path: Path) -> None:
    copy = shutil.copytree(FONTS, tmp_path / "fonts")
    (copy / "Barlow-Bold.ttf").unlink()
    (copy / "LICENSES/OFL-Barlow.txt").write_text("changed")
    (copy / "Comic.ttf").touch()
    assert fetch.faults(copy) == [
        "Barlow-Bold.ttf: missing",
        "Comic.ttf: not in fonts.toml",
        "LICENSES/OFL-Barlow.txt: its SHA-256 is not the one in fonts.toml",
    ]


@each_face
def test_face_is_what_the_table_says(face: dict[str, Any]) -> None:
    font = (FONTS / face["file"]).read_bytes()
    found = tables(font)
    os2 = found["OS/2"]
    weight, fs_type, selection = (struct.unpack_from(">H", os2, offset)[0] for offset in (4, 8, 62))
    assert len(font) == face["bytes"]
    assert weight == face["weight"]
    assert bool(selection & 1) == face["italic"]
    assert fs_type == 0, "OS/2 fsType 0 is installable embedding; anything else restricts what a PDF may carry"
    assert "glyf" in found
    assert "fvar" not in found, "faces are static TrueType"


@each_face
def test_file_has_the_name_that_a_pdf_shows(face: dict[str, Any]) -> None:
    name = postscript_name(tables((FONTS / face["file"]).read_bytes())["name"])
    assert name == Path(face["file"]).stem
    assert name.startswith(face["family"].replace(" ", "") + "-")


@each_face
def test_family_has_its_licence(face: dict[str, Any]) -> None:
    licence = (FONTS / face["license-file"]).read_text("utf-8")
    assert face["license"] == "OFL-1.1"
    assert face["license-file"] == f"LICENSES/OFL-{face['family'].replace(' ', '')}.txt"
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert licence.startswith("Copyright ")


def test_no_face_is_listed_twice() -> None:
    keys = [(face["family"], face["weight"], face["italic"]) for face in FACES]
    assert len(keys) == len(set(keys))


def test_notice_names_every_family() -> None:
    notice = (FONTS.parent / "NOTICE").read_text("utf-8")
    assert [face["family"] for face in FACES if face["family"] not in notice] == []


def test_faces_stay_small_enough_to_clone() -> None:
    total = sum(face["bytes"] for face in FACES)
    print(f"{len(FACES)} faces, {total:,} bytes")
    assert total <= SIZE_LIMIT
