"""The import rules of CONTRIBUTING's map: each broken one is named with file and line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "factsheet"

GROUND = {"problems", "model", "rules"}
STAGES = {"read", "language", "registry", "blocks", "figures", "fit", "text", "pages", "pdf", "deliver"}
ABOVE = {"editions", "translation", "mail", "preflight"}
LAYERS = {
    "problems": set(),
    "rules": set(),
    "icu": {"problems"},
    "model": {"problems"},
    "options": GROUND,
    "read": GROUND | {"options"},
    "language": GROUND | {"icu"},
    "text": GROUND | {"icu"},
    "blocks": GROUND | {"options", "text"},
    "figures": GROUND | {"options", "text"},
    "fit": GROUND | {"text"},
    "registry": GROUND | {"blocks", "figures", "options"},
    "pages": GROUND,
    "pdf": GROUND,
    "deliver": GROUND,
    "pipeline": GROUND | STAGES | {"options"},
    **{name: GROUND | STAGES | {"pipeline", "options"} for name in ABOVE},
    "cli": GROUND | ABOVE | {"pipeline", "registry"},
}
OWNERS = {
    "yaml": {"read"},
    "PIL": {"read"},
    "matplotlib": {"figures"},
    "reportlab.platypus": {"pages"},
    "reportlab": {"pages", "pdf"},
    "pikepdf": {"pdf", "preflight"},
    "uharfbuzz": {"text"},
    "icu4py": {"icu"},
    "pyphen": {"text"},
    "segno": {"figures"},
    "babel": {"language", "translation"},
    "pydantic": {"read", "blocks", "figures", "options", "editions"},
    "click": {"cli"},
    "smtplib": {"mail"},
    "distributed": {"editions"},
}


def imports(path: Path) -> set[tuple[int, str]]:
    """Return (line, absolute module name) of every import in *path*."""
    package = ("factsheet", *path.relative_to(SRC).parts[:-1])
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {(node.lineno, alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join((*base, *filter(None, [node.module])))
            found.add((node.lineno, stem))
            if stem == "factsheet":
                found |= {(node.lineno, f"{stem}.{alias.name}") for alias in node.names}
    return found


def owner(name: str) -> set[str] | None:
    """Return the layers that may import module *name*, or None where anyone may."""
    parts = name.split(".")
    return next((OWNERS[key] for i in range(len(parts), 0, -1) if (key := ".".join(parts[:i])) in OWNERS), None)


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_module_imports_only_what_its_layer_may(path: Path) -> None:
    layer = path.relative_to(SRC).parts[0].removesuffix(".py")
    if layer in {"__init__", "__main__", "py.typed"}:
        return
    broken = [] if layer in LAYERS else [f"{path}: {layer} is on no layer of the map"]
    for line, name in sorted(imports(path)):
        root, _, rest = name.partition(".")
        target = rest.partition(".")[0]
        if (
            root == "factsheet"
            and target
            and target != "__version__"
            and target != layer
            and target not in LAYERS.get(layer, set())
        ):
            broken.append(f"{path}:{line}: {layer} must not import {target}")
        if (may := owner(name)) is not None and layer not in may:
            broken.append(f"{path}:{line}: {name} belongs to {sorted(may)}")
    assert not broken, "\n".join(broken)
