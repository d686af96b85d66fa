"""The JSON Schemas take every sample, refuse what the reader refuses, and tell an editor what each key is for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from factsheet.editions import SCHEMAS
from factsheet.editions.catalogue import SAMPLES
from factsheet.editions.kinds import READERS, SHORTENED, SPARED
from factsheet.editions.scaffold import STARTER
from factsheet.editions.schema import descriptions, json_schema
from factsheet.registry import BLOCKS

ROOT = Path(__file__).parents[1]
EDITION = STARTER / "data/lantern-libraries/2025.yml"
BRAND = STARTER / "data/lantern-libraries/_brand.yml"
LAYOUT = STARTER / "layouts/one-page.yml"
MARKER = STARTER / "data/factsheet.yml"


def files() -> list[tuple[str, Path]]:
    """Every YAML file that we ship, with its kind."""
    homes = [(ROOT / "data", ROOT / "layouts"), (STARTER / "data", STARTER / "layouts"), (SAMPLES, SAMPLES / "layouts")]
    found = [("layout", path) for _, layouts in homes for path in sorted(layouts.glob("*.yml"))]
    for data, _ in homes:
        found += [("project", path) for path in data.glob("factsheet.yml")]
        for path in sorted(data.glob("*/*.yml")):
            kind = "brand" if path.name == "_brand.yml" else "layout" if path.parent.name == "layouts" else "edition"
            found.append((kind, path))
    return list(dict.fromkeys(found))


def loaded(text: str) -> Any:
    """Return YAML as an editor's parser sees it: dates are texts to JSON."""
    return json.loads(
        json.dumps(yaml.safe_load(text), default=lambda value: str(value) if isinstance(value, date) else 0)
    )


def faults(kind: str, value: Any) -> list[str]:
    return [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(json_schema(kind)).iter_errors(value)
    ]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_is_one_and_needs_no_address(kind: str) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:factsheet:{kind}:1"
    assert [text for text in references(schema) if not text.startswith("#/$defs/")] == []


@pytest.mark.parametrize(("kind", "path"), files(), ids=lambda part: part if isinstance(part, str) else str(part.name))
def test_files_that_we_ship_are_taken(kind: str, path: Path) -> None:
    assert faults(kind, loaded(path.read_text("utf-8"))) == []


CHANGES = {
    "unknown key": ("edition", EDITION, "issued: 2025-03-14", "isued: 2025-03-14"),
    "missing title": ("edition", EDITION, "title: Lantern Libraries 2025", "# title: Lantern Libraries 2025"),
    "unknown block": ("edition", EDITION, "        headline:", "        hedline:"),
    "unknown option of a block": ("edition", EDITION, "          highlight: harbour", "          highlght: harbour"),
    "missing option of a block": ("edition", EDITION, "          fact: visits\n", ""),
    "two blocks under one key": ("edition", EDITION, "      series:\n", "      series:\n        headline: Two\n"),
    "wrong qualifier": ("edition", EDITION, "qualifier: more-than}", "qualifier: roughly}"),
    "wrong status": ("edition", EDITION, "status: provisional}", "status: new}"),
    "no number": ("edition", EDITION, "value: 48200", "value: many"),
    "no date": ("edition", EDITION, "issued: 2025-03-14", "issued: last year"),
    "no id": ("edition", EDITION, "  open_late: {label", "  open-late: {label"),
    "no flag": ("edition", EDITION, "fictional: true ", "fictional: maybe "),
    "unknown role": ("brand", BRAND, "      ghost: haze", "      gost: haze"),
    "unknown key of ours": ("brand", BRAND, "    rule: 1pt", "    rul: 1pt"),
    "length without a unit": ("layout", LAYOUT, "gutter: 12pt", "gutter: 12"),
    "unknown furniture": ("layout", LAYOUT, "foot: [note, folio]", "foot: [note, page]"),
    "row without columns": ("layout", LAYOUT, "- ranking 7 lists 5", "- ranking 7 lists"),
    "unknown default": ("project", MARKER, "language: en", "langage: en"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_mistakes_are_refused(name: str) -> None:
    kind, path, old, new = CHANGES[name]
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    assert faults(kind, loaded(text.replace(old, new))) != []


WAYS = [
    ("title: Lantern Libraries 2025", "title: 2025"),
    ("edition: 2025", 'edition: "2025"'),
    ("issued: 2025-03-14", "issued: 2025-03"),
    ("issued: 2025-03-14", "issued: 2025"),
    ("value: 48200", 'value: "48200"'),
    ("value: 48200", "value: 4.82e4"),
    ("value: 48200", "value: null"),
    ("unit: visit ", "unit: NO "),
    ("fictional: true   ", 'version: "1"\nfictional: "true"'),
    (
        "        headline:\n          title: More people come, and they stay later\n",
        "        headline:\n          title: Yes\n",
    ),
    (
        "      first: {stat: {fact: branches, label: branches, text: one of them on wheels}}",
        "      first: {headline: 14}",
    ),
    ("      ranking:\n        bars:", "      ranking:\n      - bars:"),
    ("at: 2015", 'at: "2015-06-30"'),
]


@pytest.mark.parametrize(("old", "new"), WAYS)
def test_other_ways_to_write_it_are_taken(old: str, new: str) -> None:
    """Numbers as texts, texts as numbers, a shorthand, a list of one block."""
    text = EDITION.read_text("utf-8")
    assert text.count(old) == 1, old
    assert faults("edition", loaded(text.replace(old, new))) == []


def test_choices_are_those_of_the_reader() -> None:
    schema = json_schema("edition")
    point = schema["$defs"]["PointFile"]["properties"]
    assert point["status"]["enum"] == ["published", "provisional", "estimated"]
    assert {"about", "more-than"} <= set(point["qualifier"]["anyOf"][0]["enum"])
    assert set(BLOCKS) <= set(schema["$defs"]["block"]["properties"])


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_says_what_it_is_for(kind: str) -> None:
    schema = json_schema(kind)
    known = [(name, part) for name, part in {"": schema, **schema["$defs"]}.items() if name not in UNTOLD]
    silent = [
        f"{name}.{key}"
        for name, part in known
        for key, value in part.get("properties", {}).items()
        if not value.get("description") and (name, key) not in STANDARD
    ]
    assert silent == [], "give the field a description, or the key a line in editions/keys.toml"


UNTOLD = {"ColourFile"}
"""Its semantic colours explain themselves: primary, danger."""

STANDARD = {("", key) for key in ("meta", "color", "typography", "defaults")}
"""Sections of Posit's standard, which has its own documentation."""


def test_descriptions_are_of_fields_that_there_are() -> None:
    from factsheet.read import brand_schema, layout, rows, schema

    known = {
        f"{module.__name__.rpartition('.')[2]}.{name}.{field}"
        for module in (brand_schema, layout, rows, schema)
        for name, model in vars(module).items()
        if hasattr(model, "model_fields")
        for field in model.model_fields
    }
    assert sorted(set(descriptions()) - known) == []


def test_every_reader_of_a_value_is_known() -> None:
    """A reader that is not known lets anything pass: give it a line in editions/kinds.py."""
    from factsheet.editions.schema import strangers

    assert strangers() == set()
    assert not set(READERS) & (SHORTENED | set(SPARED))


def references(schema: Any) -> list[str]:
    if isinstance(schema, dict):
        own = [schema["$ref"]] if isinstance(schema.get("$ref"), str) else []
        return own + [text for part in schema.values() for text in references(part)]
    return [text for part in schema for text in references(part)] if isinstance(schema, list) else []
