"""The parts of files whose models leave them open, since the reader validates each of their entries by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..model.brand import FALLBACK_ROLES, ROLES
from ..read import brand_schema, layout, rows, schema
from ..read.derived import OPERATIONS
from ..read.scale import SCALE
from ..registry import BLOCKS
from .kinds import FACT_ID, NAMED, Kind, Schema
from .walk import fields_of, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..options import Block
    from .walk import Walker

_ROW = r"^\s*([a-z][a-z0-9_-]*\s*$|(\S+\s+\d+\s*)+$)"


def _named(value: Kind, names: Schema | None = None) -> Kind:
    """A mapping of names to values of one kind."""
    schema: Schema = {"type": "object", "additionalProperties": value.schema}
    return Kind(schema | ({"propertyNames": names} if names else {}), f"a mapping; each entry is {value.words}")


def _sources(walker: Walker) -> Kind:
    return _named(walker.model(schema.SourceFile))


def _facts(walker: Walker) -> Kind:
    """A fact has points, or one value of its own, or takes them from a table, or is reckoned from other facts."""
    models = (schema.FactFile, schema.TableFactFile, schema.DerivedFile)
    kinds = [*map(walker.model, models), _single(walker)]
    derived = walker.definitions["DerivedFile"]
    derived["oneOf"] = [{"required": [operation]} for operation in OPERATIONS]
    return _named(Kind({"anyOf": [kind.schema for kind in kinds]}, "a fact"), {"pattern": FACT_ID})


def _single(walker: Walker) -> Kind:
    fact, point = walker.mapping(schema.FactFile), walker.mapping(schema.PointFile)
    both = {key: part for key, part in (fact["properties"] | point["properties"]).items() if key != "points"}
    walker.definitions["OnePoint"] = fact | {
        "description": "A fact with one value of its own.",
        "properties": both,
        "required": [*fact["required"], *point["required"]],
    }
    return Kind({"$ref": "#/$defs/OnePoint"}, "a fact with one value")


def _pages(walker: Walker) -> Kind:
    return Kind({"type": "array", "items": walker.model(schema.PageFile).schema, "minItems": 1}, "a list of pages")


def _areas(walker: Walker) -> Kind:
    block = {"$ref": "#/$defs/block"}
    walker.definitions["block"] = _block(walker)
    some = {"anyOf": [block, {"type": "array", "items": block, "minItems": 1}]}
    return Kind({"type": "object", "additionalProperties": some}, "a mapping of areas to blocks")


def _block(walker: Walker) -> Schema:
    properties = {name: _block_options(walker, block) for name, block in BLOCKS.items()}
    flow = {
        "type": "array",
        "items": {"$ref": "#/$defs/words"},
        "description": "Areas that the block runs through, its own first.",
    }
    return {
        "type": "object",
        "description": "A block: its name is the only key.",
        "properties": {**properties, "flow": flow},
        "oneOf": [{"required": [name]} for name in properties],
        "additionalProperties": False,
    }


def _block_options(walker: Walker, block: type[Block]) -> Schema:
    """Return the schema of the options of *block*, or of what may stand for them."""
    options, description = walker.model(block).schema, said(block)
    if block.shorthand is None:
        return {**options, "description": description}
    short = walker.field(block, block.shorthand, block.model_fields[block.shorthand]).schema
    if short == {"$ref": "#/$defs/message"}:  # a mapping would be the options themselves
        short = {"$ref": "#/$defs/words"}
    return {"anyOf": [options, short], "description": description}


def _row(walker: Walker) -> Kind:
    if "row" not in walker.definitions:
        walker.definitions["row"] = {}  # a band has rows itself
        parts = [walker.model(model).schema for model in (rows.AreaRow, rows.WideRow, rows.BandRow)]
        walker.definitions["row"] = {
            "description": "Areas side by side with their columns ('left 6 right 6'), or one area over all columns.",
            "anyOf": [{"type": "string", "pattern": _ROW}, *parts],
        }
    return Kind({"$ref": "#/$defs/row"}, "a row")


def _rows(walker: Walker) -> Kind:
    return Kind({"type": "array", "items": _row(walker).schema, "minItems": 1}, "a list of rows")


def _template_rows(walker: Walker) -> Kind:
    row = _row(walker)
    split = walker.model(rows.SplitRow)
    return Kind({"type": "array", "items": {"anyOf": [row.schema, split.schema]}, "minItems": 1}, "a list of rows")


def _sides(walker: Walker) -> Kind:
    side = walker.model(rows.SideRow)
    return Kind({"type": "array", "items": side.schema, "minItems": 2}, "a list of columns")


def _templates(walker: Walker) -> Kind:
    return _named(walker.model(layout.TemplateFile))


def _keys(names: Iterable[str], value: Kind) -> Kind:
    """A mapping whose keys are known, written with hyphens or underscores."""
    spelt = sorted({spelling for name in names for spelling in (name, name.replace("_", "-"))})
    properties = dict.fromkeys(spelt, value.schema)
    return Kind({"type": ["object", "null"], "properties": properties, "additionalProperties": False}, "a mapping")


def _either_model(model: Any, walker: Walker) -> Kind:
    return Kind({"anyOf": [walker.model(model).schema, {"type": "null"}]}, "a mapping")


def _root(model: Any, walker: Walker) -> Kind:
    """What a model of names and values takes, or nothing."""
    inner = walker.of(fields_of(model)[0][2].annotation)
    return Kind({"anyOf": [inner.schema, {"type": "null"}]}, inner.words)


def _ink(walker: Walker) -> Kind:
    """Black ink for all texts, or by name of the palette."""
    return Kind({"anyOf": [{"const": "K"}, _root(brand_schema.Inks, walker).schema]}, "K, or a mapping of names to K")


def _by_language(kind: Kind) -> Kind:
    """One for every language, or one for each."""
    each = {"type": "object", "additionalProperties": kind.schema, "propertyNames": {"pattern": "^[a-z]{2,3}(-|$)"}}
    return Kind({"anyOf": [kind.schema, each, {"type": "null"}]}, f"{kind.words}, or a mapping of languages to them")


def _brand(walker: Walker) -> Schema:
    """Posit's standard is open, our own part of it is closed."""
    ours = walker.model(brand_schema.Ours).schema
    parts: dict[str, Any] = {"meta": brand_schema.Meta, "color": brand_schema.ColourFile}
    properties = {key: _either_model(model, walker).schema for key, model in parts.items()}
    properties["typography"] = _either_model(brand_schema.Typography, walker).schema
    properties["defaults"] = {"type": ["object", "null"], "properties": {"factsheet": ours}}
    return {"type": "object", "description": "A brand file (_brand.yml).", "properties": properties}


SPECIAL: dict[str, Callable[[Walker], Kind]] = {
    "schema.EditionFile.sources": _sources,
    "schema.EditionFile.facts": _facts,
    "schema.EditionFile.pages": _pages,
    "schema.EditionFile.digits": lambda walker: _by_language(walker.of(brand_schema.Digits)),
    "schema.PageFile.areas": _areas,
    "layout.LayoutFile.templates": _templates,
    "layout.TemplateFile.rows": _template_rows,
    "rows.BandRow.rows": _rows,
    "rows.SideRow.rows": _rows,
    "rows.SplitRow.split": _sides,
    "brand_schema.Ours.roles": lambda walker: _keys((*ROLES, *FALLBACK_ROLES), NAMED["words"]),
    "brand_schema.Ours.type": lambda walker: _keys(SCALE, walker.model(brand_schema.TypeFile)),
    "brand_schema.Ours.type_by_script": lambda walker: _keys(
        brand_schema.SCRIPTS, _keys(SCALE, walker.model(brand_schema.TypeFile))
    ),
    "brand_schema.Ours.cmyk": partial(_root, brand_schema.Builds),
    "brand_schema.Ours.spot": partial(_root, brand_schema.Spots),
    "brand_schema.Ours.ink": _ink,
    "brand_schema.Ours.digits": lambda walker: _by_language(walker.of(brand_schema.Digits)),
    "brand_schema.Ours.separators": lambda walker: _by_language(walker.model(brand_schema.SeparatorsFile)),
    "brand_schema.Ours.faces": partial(_either_model, brand_schema.FacesFile),
    "brand_schema.Ours.qualifiers": lambda walker: _by_language(walker.model(brand_schema.Qualifiers)),
}
"""Fields whose models say only "a mapping" or "a list", since the reader validates each entry by itself."""

ROOTS: dict[str, Callable[[Walker], Schema]] = {
    "edition": lambda walker: walker.mapping(schema.EditionFile),
    "brand": _brand,
    "layout": lambda walker: walker.mapping(layout.LayoutFile),
    "project": lambda walker: walker.mapping(schema.ProjectFile),
}
"""Kinds of files."""
