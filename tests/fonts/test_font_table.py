"""fonts/: the table says what is there, every face may be embedded, every family has its licence."""

from __future__ import annotations

import importlib.util
import re
import shutil
import struct
import sys
import tomllib
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from types import ModuleType

FONTS = Path(__file__).parents[2] / "fonts"
TABLE: dict[str, list[dict[str, Any]]] = tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))
FACES, LICENCES = TABLE["face"], TABLE["license"]
CUT = [face for face in FACES if "subset" in face]
SIZE_LIMIT = 16_000_000  # bytes; what a clone and a wheel may carry
POSTSCRIPT_NAME, WINDOWS = 6, 3  # name table: name ID, platform ID
COPYRIGHT, LICENCE, FAMILY_NAMES = 0, 13, (1, 3, 4, 6, 16)  # name IDs
SUBSETS: dict[str, Any] = tomllib.loads((FONTS / "subsets.toml").read_text("utf-8"))

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


def script(name: str) -> ModuleType:
    """Return a script of the folder as a module; it finds the others beside it, as it does when it is run."""
    specification = importlib.util.spec_from_file_location(name, FONTS / f"{name}.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def cut() -> ModuleType:
    """The script fonts/cut.py."""
    return script("cut")


@pytest.fixture(scope="module")
def fetch(cut: ModuleType) -> ModuleType:
    """The script fonts/fetch.py."""
    return script("fetch")


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


def test_folder_stays_small_enough_to_clone() -> None:
    files = [path for path in FONTS.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    total = sum(path.stat().st_size for path in files)
    print(f"{len(FACES)} faces, {total:,} bytes")
    assert total <= SIZE_LIMIT


def test_names_that_licences_reserve_are_in_the_table() -> None:
    """Both the licence and the fonts' own copyright may reserve a name."""
    reserved = {licence["family"]: licence.get("reserved", "") for licence in LICENCES}
    for face in FACES:
        said = [(FONTS / face["license-file"]).read_text("utf-8").partition("\n\n")[0]]
        said.append(TTFont(FONTS / face["file"], lazy=True)["name"].getDebugName(COPYRIGHT))
        names = {name for text in said for name in re.findall(r"Reserved Font Names? \W(\w+)", text)}
        assert names <= {reserved[face["family"]]}, face["file"]


@pytest.mark.parametrize("face", CUT, ids=lambda face: face["file"])
def test_cut_face_bears_no_reserved_name_and_keeps_copyright_and_licence(face: dict[str, Any]) -> None:
    reserved = next(licence for licence in LICENCES if licence["family"] == face["family"]).get("reserved")
    names = TTFont(FONTS / face["file"], lazy=True)["name"]
    shown = [names.getDebugName(kind) or "" for kind in FAMILY_NAMES]
    assert shown[0].startswith(face["family"])
    assert reserved is None or not any(reserved.lower() in name.lower() for name in (*shown, face["family"]))
    assert all(names.getDebugName(kind) for kind in (COPYRIGHT, LICENCE))


@pytest.mark.parametrize("face", [face for face in FACES if face not in CUT], ids=lambda face: face["file"])
def test_whole_face_is_the_packages_file(face: dict[str, Any]) -> None:
    assert "source-sha256" not in face, "one hash is enough where both files are the same"


@pytest.mark.parametrize("face", CUT, ids=lambda face: face["file"])
def test_cut_face_has_what_its_subset_says_and_no_hinting(face: dict[str, Any], cut: ModuleType) -> None:
    font = TTFont(FONTS / face["file"], lazy=True)
    assert set(font.getBestCmap()) <= cut.code_points(SUBSETS[face["subset"]])
    assert not {"fpgm", "prep", "cvt ", "vmtx", "DSIG"} & set(font.keys())
    assert face["source-sha256"] != face["sha256"]


def test_every_subset_is_used() -> None:
    assert {face["subset"] for face in CUT} == SUBSETS.keys() - {"harfbuzz"}


def test_subset_is_made_of_ranges_rows_and_letters(cut: ModuleType) -> None:
    assert cut.code_points({"ranges": "0041-0043 00E9", "letters": "ż"}) == set(map(ord, "ABCéż"))
    level = cut.code_points({"gb2312": "16-55"})
    assert len(level) == 3755
    assert ord("啊") in level
    assert ord("座") in level
    with pytest.raises(ValueError, match="invalid literal"):
        cut.code_points({"ranges": "A-Ω"})


def test_cutting_keeps_letters_kerns_and_the_licence_and_gives_the_same_bytes_again(cut: ModuleType) -> None:
    whole = (FONTS / "Barlow-Regular.ttf").read_bytes()
    once, again = (cut.cut(whole, map(ord, "AVé5\u0301")) for _ in range(2))
    assert once == again
    font = TTFont(BytesIO(once))
    assert set(font.getBestCmap()) == set(map(ord, "AVé5\u0301"))
    features = {
        record.FeatureTag for table in ("GSUB", "GPOS") for record in font[table].table.FeatureList.FeatureRecord
    }
    assert {"kern", "mark", "tnum"} <= features
    assert "smcp" not in features
    assert "SIL Open Font License" in font["name"].getDebugName(LICENCE)


def test_made_file_is_verified_before_and_after_it_is_cut(fetch: ModuleType, cut: ModuleType) -> None:
    whole = (FONTS / "Barlow-Regular.ttf").read_bytes()
    lean = cut.cut(whole, map(ord, "AV"))
    subsets = {"harfbuzz": "0", "two": {"letters": "AV"}}
    entry = {"file": "Lean.ttf", "path": "whole.ttf", "package": "p", "version": "1", "subset": "two"}
    entry |= {"source-sha256": sha256(whole).hexdigest(), "sha256": sha256(lean).hexdigest()}
    assert fetch.made(whole, entry, subsets) == lean
    with pytest.raises(ValueError, match=r"Lean\.ttf, cut by HarfBuzz .* has another SHA-256"):
        fetch.made(whole, entry | {"sha256": "0"}, subsets)
    with pytest.raises(ValueError, match=r"whole\.ttf in p@1 has another SHA-256"):
        fetch.made(whole + b"x", entry, subsets)
    with pytest.raises(KeyError, match="three"):
        fetch.made(whole, entry | {"subset": "three"}, subsets)
