"""The ways that relations of an extract are made of: shores of lakes, and borders."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

NOWHERE = 2**31 - 1
"""Coordinate that osmium gives to a node that the extract lacks."""


def relation_members(path: Path, is_meant: Callable[[Mapping[str, str]], bool]) -> dict[int, list[int]]:
    """Ids of ways, in order, and of the relations with some tags that are made of them.

    Raises
    ------
    RuntimeError, OSError
        If the extract cannot be read.
    """
    import osmium

    relations: Iterator[Any] = iter(osmium.FileProcessor(str(path), osmium.osm.RELATION))
    found: dict[int, list[int]] = {}
    for one in relations:
        if is_meant({tag.k: tag.v for tag in one.tags}):
            for member in one.members:
                if member.type == "w":
                    found.setdefault(member.ref, []).append(one.id)
    return dict(sorted(found.items()))


def member_lines(path: Path, ways: Sequence[int]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Ids and points of some ways, in 10⁻⁷ degrees, whatever their tags.

    Raises
    ------
    RuntimeError, OSError
        If the extract cannot be read.
    """
    import osmium

    if not ways:
        return
    reader = osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY).with_locations()
    reader.with_filter(osmium.filter.EntityFilter(osmium.osm.WAY)).with_filter(osmium.filter.IdFilter(ways))
    found: Iterator[Any] = iter(reader)
    for way in found:
        yield way.id, [(node.y, node.x) for node in way.nodes if node.y != NOWHERE]
