"""Where a value came from, for the findings about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from optimizer.domain.errors import Where
from optimizer.intake.yaml_lines import Node

Loc = tuple[str | int, ...]


class Origin(Protocol):
    """Tells the place of a value inside something that was read."""

    def where(self, loc: Loc) -> Where:
        """The place of the value at `loc`, or of the nearest thing around it."""


@dataclass(frozen=True, slots=True)
class YamlOrigin:
    """Something in a YAML file, at `path` from its root."""

    file: str
    root: Node
    path: Loc = ()

    def where(self, loc: Loc) -> Where:
        """Line and key path."""
        path = self.path + loc
        return Where(file=self.file, line=self.root.line_at(path), key=key_path(path))

    def into(self, part: str | int) -> YamlOrigin:
        """The origin of a part of this."""
        return YamlOrigin(self.file, self.root, (*self.path, part))


@dataclass(frozen=True, slots=True)
class RowOrigin:
    """A row of a table, counted from 1 with the heading as the first."""

    file: str
    row: int

    def where(self, loc: Loc) -> Where:
        """Row and column."""
        column = next((part for part in reversed(loc) if isinstance(part, str)), "")
        return Where(file=self.file, line=self.row, column=column)


class Located(dict[str, Any]):
    """A mapping that knows where it was read."""

    origin: Origin


def key_path(loc: Loc) -> str:
    """``teams[2].shift``: items are counted from 1, as people do."""
    text = ""
    for part in loc:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def plain(origin: YamlOrigin, node: Node) -> Any:
    """Ordinary dicts, lists and scalars of a YAML tree, every dict knowing its place."""
    if isinstance(node.value, dict):
        made = Located()
        made.origin = origin
        for key, child in node.value.items():
            made[key] = plain(origin.into(key), child)
        return made
    if isinstance(node.value, list):
        return [plain(origin.into(index), child) for index, child in enumerate(node.value)]
    return node.value
