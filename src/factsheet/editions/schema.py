"""JSON Schema of what people write, made from the models that read it, so that an editor completes and checks it."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from .schema_parts import ROOTS, SPECIAL
from .walk import Walker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .kinds import Schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: str) -> Schema:
    """Return the JSON Schema of a kind of file, one of SCHEMAS.

    Its ``$id`` is a name, not an address: nothing has to be fetched to use it.
    """
    walker = Walker(SPECIAL, descriptions())
    root = ROOTS[kind](walker)
    used = {name: walker.definitions[name] for name in sorted(_reached(root, walker.definitions))}
    return {"$schema": _DIALECT, "$id": f"urn:factsheet:{kind}:1", "title": f"factsheet: {kind}", **root, "$defs": used}


def strangers() -> set[str]:
    """Return the readers of values that no kind is known of, so that a schema takes anything there."""
    walker = Walker(SPECIAL)
    for root in ROOTS.values():
        root(walker)
    return walker.strangers


def descriptions() -> dict[str, str]:
    """Return what the keys of files are for, by ``module.Model.field``."""
    table = tomllib.loads(files(__package__).joinpath("keys.toml").read_text("utf-8"))
    return {f"{model}.{key}": text for model, keys in table.items() for key, text in keys.items()}


def _reached(schema: Schema, definitions: dict[str, Schema]) -> set[str]:
    """Return the names of the definitions that *schema* leads to."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        new = set(_references(waiting.pop())) - found
        found |= new
        waiting += [definitions[name] for name in new]
    return found


def _references(schema: Any) -> Iterator[str]:
    """Yield the names of definitions that a part of a schema refers to."""
    if isinstance(schema, dict):
        if isinstance(reference := schema.get("$ref"), str):
            yield reference.rpartition("/")[2]
        for part in schema.values():
            yield from _references(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _references(part)
