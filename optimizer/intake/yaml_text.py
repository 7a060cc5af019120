"""YAML as the frozen copy is written in: each item on one line, all text in quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_BARE = re.compile(r"[a-z_]+")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def entries(values: Mapping[str, Any]) -> Iterator[str]:
    """One line for each key."""
    return (f"{key_text(key)}: {flow(value)}" for key, value in values.items())


def map_of(section: str, values: Mapping[str, Any]) -> Iterator[str]:
    """A section that is a map, a line for each key; nothing if it is empty."""
    if values:
        yield f"{section}:"
        yield from (f"  {line}" for line in entries(values))


def list_of(section: str, values: Iterable[Any]) -> Iterator[str]:
    """A section that is a list, a line for each item; nothing if it is empty."""
    items = [f"  - {flow(value)}" for value in values]
    if items:
        yield f"{section}:"
        yield from items


def flow(value: Any) -> str:
    """A value on one line, without the blank ones in it."""
    if isinstance(value, dict):
        filled = (f"{key_text(key)}: {flow(item)}" for key, item in value.items() if item is not None)
        return "{" + ", ".join(filled) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    return _quoted(value) if isinstance(value, str) else json.dumps(value)


def key_text(key: str) -> str:
    """A key, in quotes unless it is a plain word."""
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    return _UNPRINTABLE.sub(lambda mark: f"\\u{ord(mark[0]):04x}", json.dumps(text, ensure_ascii=False))
