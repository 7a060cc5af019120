"""YAML as the planner wrote it: values with their lines, and nothing guessed.

Only plain data is read.  Words such as ``no`` and ``on``, times such as ``11:00`` and dates
stay text, as YAML 1.2 has it; what they mean is for the fields to say.  Size, depth and what
aliases expand to are bounded, and a key written twice is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from optimizer.domain.errors import Where
from optimizer.intake.cleaning import clean_text
from optimizer.intake.collect import Findings

MOST_NODES = 500_000
MOST_DEPTH = 20

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?")
_INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_STRING_TAG = "tag:yaml.org,2002:str"
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "map", "seq"))


class WrittenFloat(float):
    """A number with a fraction, and how it was written: 1.000 may well mean a thousand."""

    text: str

    def __str__(self) -> str:
        return self.text


Scalar = str | int | float | bool | None


@dataclass(slots=True)
class Node:
    """A value, the line of its key (or of itself in a list), and how many values it holds."""

    line: int
    value: Scalar | dict[str, Node] | list[Node]
    size: int = 1

    def children(self) -> Iterable[Node]:
        """The values inside, if it is a map or a list."""
        if isinstance(self.value, dict):
            return self.value.values()
        return self.value if isinstance(self.value, list) else ()

    def line_at(self, path: tuple[str | int, ...]) -> int:
        """The line of the value at `path`, or of the nearest thing around it."""
        node = self
        for part in path:
            inside: Node | None = None
            if isinstance(node.value, dict):
                inside = node.value.get(str(part))
            elif isinstance(node.value, list) and isinstance(part, int) and part < len(node.value):
                inside = node.value[part]
            if inside is None:
                break
            node = inside
        return node.line


class _Stopped(Exception):  # noqa: N818 - not an error of the program: the finding is gathered
    """The rest of the file cannot be read."""


@dataclass(slots=True)
class _Open:
    node: Node
    anchor: str | None
    key: str | None = None
    key_line: int = 0
    merges: bool = False
    merged: list[Node] = field(default_factory=list)


def read_yaml(text: str, file: str, findings: Findings) -> Node | None:
    """The tree of a YAML text, or None after a finding that stops the reading."""
    builder = _Builder(file, findings)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as problem:
        _tell_syntax(text, problem, file, findings)
        return None
    except (yaml.YAMLError, ValueError) as problem:  # characters that YAML does not allow
        findings.add("E101", Where(file=file), problem=str(problem).partition("\n")[0])
        return None
    except _Stopped:
        return None
    return builder.root


def _tell_syntax(text: str, problem: yaml.MarkedYAMLError, file: str, findings: Findings) -> None:
    mark = problem.problem_mark or problem.context_mark
    index = mark.line if mark is not None else 0
    lines = text.splitlines()[index : index + 1]
    indentation = lines[0][: len(lines[0]) - len(lines[0].lstrip())] if lines else ""
    where = Where(file=file, line=index + 1)
    if "\t" in indentation:
        findings.add("E102", where)
    else:
        findings.add("E101", where, problem=problem.problem or problem.context or "")


class _Builder:
    """Puts the events of a YAML text together, without recursion."""

    def __init__(self, file: str, findings: Findings) -> None:
        self.root: Node | None = None
        self._file = file
        self._findings = findings
        self._anchors: dict[str, Node] = {}
        self._open: list[_Open] = []
        self._nodes = 0

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        line = 1 if mark is None else mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(event, Node(line, {}), line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(event, Node(line, []), line)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._end()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._stop("E108", line)

    def _stop(self, code: str, line: int, **values: object) -> None:
        where = Where(file=self._file, line=line)
        self._findings.add(code, where, nodes=MOST_NODES, depth=MOST_DEPTH, **values)
        raise _Stopped

    def _count(self, nodes: int, line: int, code: str) -> None:
        self._nodes += nodes
        if self._nodes > MOST_NODES:
            self._stop(code, line)

    def _start(self, event: yaml.CollectionStartEvent, node: Node, line: int) -> None:
        self._check_tag(event.tag, line)
        self._count(1, line, "E104")
        if self._expects_key():
            self._stop("E109", line)
        if len(self._open) >= MOST_DEPTH:
            self._stop("E104", line)
        self._open.append(_Open(node, event.anchor))

    def _end(self) -> None:
        closed = self._open.pop()
        for node in closed.merged:
            _merge(closed.node, node)
        closed.node.size += sum(child.size for child in closed.node.children())
        self._put(closed.node, closed.anchor)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._check_tag(event.tag, line)
        self._count(1, line, "E104")
        text, changed = clean_text(event.value)
        if changed:
            self._findings.add("W002", Where(file=self._file, line=line))
        if self._expects_key():
            self._open[-1].key = text
            self._open[-1].key_line = line
            self._open[-1].merges = text == "<<" and event.implicit[0]
            return
        as_written = event.tag in (_STRING_TAG, "!") or (event.tag is None and not event.implicit[0])
        self._put(Node(line, text if as_written else resolve(text)), event.anchor)

    def _alias(self, event: yaml.AliasEvent, line: int) -> None:
        target = self._anchors.get(event.anchor or "")
        if target is None:
            self._stop("E105", line)
        elif self._expects_key():
            self._stop("E109", line)
        else:
            self._count(target.size, line, "E105")
            self._put(Node(line, target.value, target.size), None)

    def _expects_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].node.value, dict) and self._open[-1].key is None

    def _put(self, node: Node, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        if isinstance(around.node.value, list):
            around.node.value.append(node)
        elif isinstance(around.node.value, dict) and around.key is not None:
            key, around.key = around.key, None
            node = Node(around.key_line, node.value, node.size)
            if around.merges:
                around.merged.append(node)
            elif key in around.node.value:
                where = Where(file=self._file, line=around.key_line, key=key)
                self._findings.add("E106", where, key=key, first=around.node.value[key].line)
            else:
                around.node.value[key] = node

    def _check_tag(self, tag: str | None, line: int) -> None:
        if tag not in (None, "!") and tag not in _PLAIN_TAGS:
            self._stop("E107", line, tag=str(tag))


def _merge(into: Node, node: Node) -> None:
    """Fill in keys of ``<<: *other`` that are not given."""
    sources = node.value if isinstance(node.value, list) else [node]
    for source in sources:
        if isinstance(source.value, dict) and isinstance(into.value, dict):
            for key, child in source.value.items():
                into.value.setdefault(key, child)


def resolve(text: str) -> Scalar:
    """What a word without quotes stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        number = WrittenFloat(text)
        number.text = text
        return number
    if _INFINITE.fullmatch(text):
        return float(text.replace(".", "", 1))
    return text
