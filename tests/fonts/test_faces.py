"""The faces that tests use: cut, licensed, named apart from what they were cut from, with what tests need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from fonts.cut_faces import CHARACTERS, FACES, entries, sha256

each_face = pytest.mark.parametrize("face", entries(), ids=lambda face: face["file"])


def test_table_and_folder_agree() -> None:
    listed = {name for face in entries() for name in (face["file"], face["license-file"])}
    assert {path.name for path in FACES.iterdir()} == listed | {"faces.toml"}


@each_face
def test_face_is_the_listed_one_small_and_free_to_embed(face: dict[str, Any]) -> None:
    path = FACES / face["file"]
    assert sha256(path) == face["sha256"]
    assert path.stat().st_size < 100_000
    font = TTFont(path)
    assert font["OS/2"].fsType == 0
    assert font.getBestCmap().keys() <= set(CHARACTERS)
    assert {"kern"} <= {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert {"liga"} <= {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


@each_face
def test_cut_has_its_own_name_the_makers_copyright_and_the_licence(face: dict[str, Any]) -> None:
    names = TTFont(FACES / face["file"])["name"]
    assert (names.getDebugName(1), names.getDebugName(6)) == (face["family"], Path(face["file"]).stem)
    assert names.getDebugName(0) == face["copyright"]
    licence = (FACES / face["license-file"]).read_text("utf-8")
    assert face["license"] == "OFL-1.1"
    assert licence.startswith(face["copyright"])
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "with Reserved Font Name" not in licence
