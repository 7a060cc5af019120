"""The JSON Schemas of a scenario and a plan, for editors that complete and check."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from optimizer.domain.plan import Plan
from optimizer.intake.format import ScenarioForm
from optimizer.intake.origins import Loc
from optimizer.intake.sections import FILE_BRANCH, LIST_BRANCH
from optimizer.language import Language

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def scenario_schema(language: Language = "en") -> dict[str, Any]:
    """JSON Schema of a scenario file, its descriptions in one language."""
    schema = ScenarioForm.model_json_schema(by_alias=True)
    return {"$schema": _DIALECT, **_in_language(schema, language)}


def plan_schema() -> dict[str, Any]:
    """JSON Schema of a plan file."""
    return {"$schema": _DIALECT, **Plan.model_json_schema(by_alias=True)}


def keys_at(loc: Loc) -> list[str]:
    """The keys that the format knows in the map at `loc` of a scenario file."""
    schema = bilingual_schema()
    nodes = [schema]
    for part in loc:
        if part in (FILE_BRANCH, LIST_BRANCH):
            continue
        nodes = [inner for node in nodes for inner in _into(node, part, schema)]
    found = [
        key for node in nodes for branch in _branches(node, schema) for key in branch.get("properties", {})
    ]
    return list(dict.fromkeys(found))


@cache
def bilingual_schema() -> dict[str, Any]:
    """The schema as the models give it: `description` in English, `vi` in Vietnamese, `unit`."""
    return ScenarioForm.model_json_schema(by_alias=True)


def _branches(node: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in node:
        yield from _branches(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
        return
    yield node
    for choice in (*node.get("anyOf", ()), *node.get("oneOf", ()), *node.get("allOf", ())):
        yield from _branches(choice, schema)


def _into(node: dict[str, Any], part: str | int, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for branch in _branches(node, schema):
        if isinstance(part, int):
            inside = branch.get("items")
        else:
            inside = branch.get("properties", {}).get(part, branch.get("additionalProperties"))
        if isinstance(inside, dict):
            yield inside


def _in_language(node: Any, language: Language) -> Any:
    if isinstance(node, list):
        return [_in_language(item, language) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _in_language(value, language) for key, value in node.items()}
    for key in ("kind", "unit", "vi"):
        if isinstance(words := made.get(key), str):  # of this format's own; a key named so is a map
            del made[key]
            if key == language:
                made["description"] = words
    return made
