"""Rebuild this folder from fonts.toml, or check that it still is what the table says.

``python fonts/fetch.py`` gets each package once with the ``npm`` command and takes the files that the table lists, but
only where their SHA-256 is the listed one. Faces with a ``subset`` are cut down (cut.py, which needs uharfbuzz).
``python fonts/fetch.py --check`` fetches nothing.
Exit codes: 0 all files are as listed, 1 some are not, 2 npm failed or a package is not what the table says.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Entry = dict[str, Any]
Subsets = dict[str, Any]


def entries(folder: Path) -> list[Entry]:
    """Return every entry of *folder*'s fonts.toml that stands for a file: licences, then faces."""
    table = tomllib.loads((folder / "fonts.toml").read_text("utf-8"))
    return [*table["license"], *table["face"]]


def faults(folder: Path) -> list[str]:
    """Return what is wrong with *folder*: files missing, files not listed, files of another hash."""
    listed = {entry["file"]: entry["sha256"] for entry in entries(folder)}
    present = {
        path.relative_to(folder).as_posix(): path
        for pattern in ("*.ttf", "*.otf", "LICENSES/*")
        for path in folder.glob(pattern)
    }
    missing = [f"{name}: missing" for name in sorted(listed.keys() - present.keys())]
    strangers = [f"{name}: not in fonts.toml" for name in sorted(present.keys() - listed.keys())]
    changed = [
        f"{name}: its SHA-256 is not the one in fonts.toml"
        for name in sorted(listed.keys() & present.keys())
        if hashlib.sha256(present[name].read_bytes()).hexdigest() != listed[name]
    ]
    return missing + strangers + changed


def pack(package: str, version: str, folder: Path) -> Path:
    """Let npm put *package* into *folder* as a tarball, and return its path."""
    command = ["npm", "pack", f"{package}@{version}", "--silent", "--pack-destination", str(folder)]
    before = set(folder.glob("*.tgz"))
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (tarball,) = set(folder.glob("*.tgz")) - before
    return tarball


def extract(tarball: Path, wanted: list[Entry], subsets: Subsets, folder: Path) -> None:
    """Write the *wanted* files of *tarball* into *folder*; npm keeps every file below ``package/``.

    Raises:
        KeyError: the package lacks a file, or the table a subset.
        ValueError: a file of the package, or what is made of it, has another hash than the table; nothing is written
            for it.
    """
    with tarfile.open(tarball) as archive:
        for entry in wanted:
            member = archive.extractfile(f"package/{entry['path']}")
            content = made(member.read() if member else b"", entry, subsets)
            target = folder / entry["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def made(content: bytes, entry: Entry, subsets: Subsets) -> bytes:
    """Return the file of *entry* as this folder has it: *content* of the package as it is, or cut down.

    Raises:
        KeyError: the table has no such subset.
        ValueError: either has another hash than the table.
    """
    origin = f"{entry['path']} in {entry['package']}@{entry['version']}"
    if "subset" not in entry:
        verify(content, entry["sha256"], origin)
        return content
    from cut import code_points, cut, harfbuzz

    verify(content, entry["source-sha256"], origin)
    lean = cut(content, code_points(subsets[entry["subset"]]))
    verify(lean, entry["sha256"], f"{entry['file']}, cut by HarfBuzz {harfbuzz()} (listed: {subsets['harfbuzz']}),")
    return lean


def verify(content: bytes, listed: str, what: str) -> None:
    """Make sure that *content* has the hash that is *listed*.

    Raises:
        ValueError: it has another one; the message says which.
    """
    found = hashlib.sha256(content).hexdigest()
    if found != listed:
        message = f"{what} has another SHA-256 than listed: {found} ({len(content)} bytes)"
        raise ValueError(message)


def fetch(folder: Path) -> None:
    """Write every listed file into *folder*, one download a package."""
    subsets = tomllib.loads((folder / "subsets.toml").read_text("utf-8"))
    packages: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries(folder):
        packages.setdefault((entry["package"], entry["version"]), []).append(entry)
    with tempfile.TemporaryDirectory() as scratch:
        for (package, version), wanted in packages.items():
            extract(pack(package, version, Path(scratch)), wanted, subsets, folder)


def main() -> int:
    """Run the command line; return the exit code."""
    parser = argparse.ArgumentParser(description="Rebuild fonts/ from fonts.toml, or check it.")
    parser.add_argument("--check", action="store_true", help="only compare the files with the table")
    if not parser.parse_args().check:
        try:
            fetch(HERE)
        except (OSError, subprocess.CalledProcessError, KeyError, ValueError) as error:
            print(f"fetch.py: {error}", file=sys.stderr)
            return 2
    found = faults(HERE)
    print("\n".join(found) or f"{len(entries(HERE))} files are as listed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
