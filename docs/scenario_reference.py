"""The scenario reference: every section with its keys, from the JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from scenario_prose import INTRODUCTION, LIMITS, MORE

from optimizer.intake.fields import MOST_CASES
from optimizer.intake.format import MOST_DAYS
from optimizer.intake.schemas import bilingual_schema
from optimizer.intake.sites import MOST_SITES

_KINDS = {
    "id": "id",
    "text": "text",
    "tags": "tags",
    "notes": "text, or a list of texts",
    "yes_no": "yes or no",
    "date": "date",
    "dates": "dates",
    "several": "number or range",
    "time": "time",
    "window": "times",
    "windows": "list of times",
}
_PLAIN = {"integer": "whole number", "number": "number", "string": "text"}
_FILE = {"type": "string"}


def scenario_page() -> str:
    """The scenario reference: each section with its keys."""
    schema = bilingual_schema()
    sections: dict[str, Mapping[str, Any]] = {"ScenarioForm": schema}
    for name in _in_order(schema, schema):
        sections.setdefault(name, schema["$defs"][name])
    example = (
        files("optimizer.intake").joinpath("starters", "en", "scenario.yaml").read_text(encoding="utf-8")
    )
    table = files("optimizer.intake").joinpath("starters", "en", "sites.csv").read_text(encoding="utf-8-sig")
    parts = [INTRODUCTION.format(example=example, table=table.replace("\r", ""))]
    for name, section in sections.items():
        parts.append(f"## {_title(name)}\n\n{section['description']}\n\n{_table(section)}")
        if name in MORE:
            parts.append(MORE[name])
    parts.append(LIMITS.format(days=MOST_DAYS, sites=MOST_SITES, cases=MOST_CASES))
    return "\n".join(parts)


def _in_order(node: Any, schema: Mapping[str, Any]) -> Iterator[str]:
    """Names of the sections in the order in which a reader meets them."""
    if isinstance(node, dict):
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            yield name
            yield from _in_order(schema["$defs"][name], schema)
        for key, value in node.items():
            if key != "$defs":
                yield from _in_order(value, schema)
    elif isinstance(node, list):
        for value in node:
            yield from _in_order(value, schema)


def _title(name: str) -> str:
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", name.removesuffix("Form")).lower()
    return (
        "The scenario file"
        if name == "ScenarioForm"
        else f"A {words}"
        if name in _SINGLE
        else words.capitalize()
    )


_SINGLE = frozenset(
    {
        "ServiceForm",
        "PlaceForm",
        "SiteForm",
        "TeamForm",
        "VehicleForm",
        "LinkForm",
        "ClosureForm",
        "PinForm",
        "RecordForm",
        "ShuttleForm",
        "PostForm",
        "OfficerForm",
        "DutyForm",
        "KitForm",
    }
)


def _table(section: Mapping[str, Any]) -> str:
    required = set(section.get("required", ()))
    rows = ["| key | type | default | unit | meaning | ý nghĩa |", "|---|---|---|---|---|---|"]
    for key, field in section["properties"].items():
        default = "**required**" if key in required else _default(field.get("default"))
        rows.append(
            f"| `{key}` | {_kind(field)} | {default} | {field.get('unit', '')} "
            f"| {field['description']} | {field['vi']} |"
        )
    return "\n".join(rows) + "\n"


def _default(value: Any) -> str:
    if value is None or value in ([], {}, ""):
        return ""
    if isinstance(value, dict):
        return "see below"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else f"`{value}`"


def _kind(node: Mapping[str, Any]) -> str:
    """A type in words."""
    choices = [one for one in (*node.get("anyOf", ()), *node.get("oneOf", ())) if one.get("type") != "null"]
    if isinstance(node.get("kind"), str):
        words = _KINDS[node["kind"]]
    elif "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        words = f"[{name.removesuffix('Form').lower()}](#{_title(name).lower().replace(' ', '-')})"
    elif choices:
        words = " or ".join("file name" if one == _FILE else _kind(one) for one in choices)
    elif "enum" in node:
        words = ", ".join(f"`{value}`" for value in node["enum"])
    elif node.get("type") == "array":
        words = f"list of {_kind(node['items'])}"
    elif node.get("type") == "object":
        words = f"map of {_kind(node['additionalProperties'])}"
    else:
        words = _PLAIN[node["type"]] + _limits(node)
    return words


def _limits(node: Mapping[str, Any]) -> str:
    if "exclusiveMinimum" in node:
        return f", over {node['exclusiveMinimum']:g} to {node['maximum']:g}"
    if "minimum" in node and "maximum" in node:
        return f", {node['minimum']:,} to {node['maximum']:,}".replace(",", " ").replace("  ", ", ", 1)
    return ""
