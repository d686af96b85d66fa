"""What the scalars of our files may look like to an editor, by the function that reads them.

Our reader keeps every scalar as it is written; an editor's YAML parser makes numbers and booleans of some. So a schema
takes what people write: a text may be a number to the parser, a number may be quoted.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Schema = dict[str, Any]


class Kind(NamedTuple):
    """What a value may look like, and how one calls that in a sentence."""

    schema: Schema
    words: str


def _scalar(words: str, pattern: str, *types: str, **more: Any) -> Kind:
    return Kind({"type": [*types, "string"] if types else "string", "pattern": pattern, **more}, words)


WORDS = Kind({"type": ["string", "number", "boolean"], "pattern": r"\S"}, "a text")
NULL = Kind({"type": "null"}, "nothing")
ANYTHING = Kind({}, "a value")
FACT_ID = "^[a-z][a-z0-9_]*$"
_AT = r"(@\d{4}(-\d{2}){0,2})?"
FACT = _scalar("the name of a fact, or of one of its points (visits@2024)", FACT_ID[:-1] + _AT + "$")
MESSAGE = Kind(
    {
        "anyOf": [
            {"$ref": "#/$defs/words"},
            {
                "type": "object",
                "properties": {
                    "text": {"$ref": "#/$defs/words", "description": "The text itself."},
                    "checks": {
                        "type": "array",
                        "items": {"$ref": "#/$defs/fact"},
                        "description": "Facts that the text says in words, so that a change of one makes it a problem.",
                    },
                },
                "required": ["text"],
                "additionalProperties": False,
            },
        ]
    },
    "a text",
)
NAMED: dict[str, Kind] = {"words": WORDS, "fact": FACT, "message": MESSAGE}
"""What stands under ``$defs``, because so much refers to it."""

_NUMBER = r"^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,2})?$"
_LENGTH = r"(\d+(\.\d+)?|\.\d+)(pt|mm|in)$"
_WEIGHT = {"type": ["integer", "string"]}

READERS: dict[str, Kind] = {
    "options._message": Kind({"$ref": "#/$defs/message"}, MESSAGE.words),
    "options._flag": Kind({"enum": [True, False, "true", "false"]}, "true or false"),
    "options.FactRef": Kind({"$ref": "#/$defs/fact"}, FACT.words),
    "options._picture": Kind({"$ref": "#/$defs/words"}, "the name of a picture file"),
    "options._icon": Kind({"$ref": "#/$defs/words"}, "the name of an icon"),
    "options._place": Kind({"$ref": "#/$defs/words"}, "the name of a place"),
    "values.text": Kind({"$ref": "#/$defs/words"}, WORDS.words),
    "values.number": _scalar("a number", _NUMBER, "number"),
    "values.<lambda>": _scalar("a number, or null where none is published", _NUMBER, "number", "null"),
    "values.length": _scalar("a length (26pt, 3mm, 0.5in)", "^" + _LENGTH),
    "values.positive_length": _scalar("a length (26pt, 3mm, 0.5in)", "^" + _LENGTH),
    "values.signed_length": _scalar("a length, which may be negative (-0.3pt)", "^-?" + _LENGTH),
    "values.moment": _scalar(
        "a date (2024, 2024-12 or 2024-12-31)", r"^\d{4}(-\d\d){0,2}$", "integer", minimum=1000, maximum=9999
    ),
    "values.language": _scalar(
        "a language (en, pt-BR, zh-Hans)", r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{1,8})*$"
    ),
    "contact._address": _scalar("a web address", r"^https?://[!-~]+$"),
    "schema._address": _scalar("a web address", r"^https?://[^\s<>\"]+$"),
    "layout._size": Kind(
        {"anyOf": [{"enum": ["A4", "A5", "Letter", "Legal"]}, {"type": "array", "minItems": 2, "maxItems": 2}]},
        "A4, A5, Letter, Legal, or [width, height]",
    ),
    "brand_schema._name": Kind(
        {
            "anyOf": [
                {"$ref": "#/$defs/words"},
                {"type": "object", "properties": {name: {"$ref": "#/$defs/words"} for name in ("short", "full")}},
            ]
        },
        "a name, or {short: …, full: …}",
    ),
    "brand_schema._light": Kind(
        {"type": ["string", "object"], "properties": {name: {"type": "string"} for name in ("light", "dark")}},
        "a colour (#RRGGBB) or the name of one",
    ),
    "brand_schema._weight": Kind(_WEIGHT, "a weight (400, bold)"),
    "brand_schema._file_weight": Kind({"type": ["integer", "string", "array", "null"]}, "a weight (400, bold)"),
    "brand_schema._weights": Kind({"type": ["integer", "string", "array", "null"]}, "weights (400, [400, 600])"),
    "brand_schema._styles": Kind({"type": ["string", "array"]}, "normal or italic, or a list of them"),
    "brand_schema._digits": Kind({"type": "string"}, "a numbering system (latn, arab, native)"),
    "brand_schema._group": Kind({"type": "string"}, "space, narrow-space, none, or a character"),
    "brand_schema._decimal": Kind({"type": "string"}, "a character"),
    "brand_schema._black": Kind({"const": "K"}, "K"),
    "brand_schema._cmyk": Kind(
        {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 4, "maxItems": 4},
        "[cyan, magenta, yellow, black] in per cent",
    ),
}
"""By ``module.function``. A reader that is not here takes anything: a schema must not refuse what is right."""

SHORTENED = {"dot_map._named", "lists._entry", "tiles._tile", "brand_schema._family", "brand_schema._path"}
"""Readers that let a text stand for a mapping."""

SPARED = {"layout._furniture": "none"}
"""Readers that let one word stand for a list."""


TRANSPARENT = {"schema._mapping", "schema._list"}
"""Readers that only make sure of the type, so that the annotation says all."""


def name_of(reader: Callable[..., Any]) -> str:
    """Return ``module.function`` of a reader, the name that READERS goes by."""
    module = getattr(reader, "__module__", "").rpartition(".")[2]
    return f"{module}.{getattr(reader, '__qualname__', '')}"


def whole(reader: Callable[..., Any]) -> Kind | None:
    """Return the kind of a whole number between bounds, which its reader has closed over; None for other readers."""
    if name_of(reader) != "values.whole.<locals>.read":
        return None
    bounds = inspect.getclosurevars(reader).nonlocals
    low, high = bounds["low"], bounds["high"]
    words = f"a whole number from {low} to {high}"
    return _scalar(words, r"^-?\d{1,9}$", "integer", minimum=low, maximum=high)
