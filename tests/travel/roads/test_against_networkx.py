"""Everything from the file to the minutes, against networkx on the raw pieces of the ways."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.roads import RoadClosure
from optimizer.travel.packed import unpack
from optimizer.travel.roads.source import ExtractRoads
from tests.build import day
from tests.travel.roads.drawing import Drawing
from tests.travel.roads.scenes import scene

SIDE = 4
KMH = {"secondary": 38.0, "residential": 20.0, "track": 12.0}
NODES = st.integers(0, SIDE * SIDE - 1)
Way = tuple[list[int], str, int]

WAYS = st.lists(
    st.tuples(
        st.lists(NODES, min_size=2, max_size=5, unique=True),
        st.sampled_from(sorted(KMH)),
        st.sampled_from([0, 0, 1]),
    ),
    min_size=1,
    max_size=9,
)


def spot(node: int) -> tuple[float, float]:
    """Kilometres east and north; moved a little, so that no two ways are equally long."""
    row, column = divmod(node, SIDE)
    return column + 0.07 * math.sin(5.0 * node), row + 0.07 * math.cos(3.0 * node)


def raw_graph(ways: Sequence[Way], closed: set[int]) -> nx.DiGraph[int]:
    """Every piece of every open way, quickest first where two ways share one."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(SIDE * SIDE))
    for number, (nodes, road_class, oneway) in enumerate(ways, start=1):
        for one, other in () if number in closed else pairwise(nodes):
            km = math.dist(spot(one), spot(other))
            minutes = km / KMH[road_class] * 60
            for tail, head in ((one, other),) if oneway else ((one, other), (other, one)):
                if graph.get_edge_data(tail, head, {"minutes": math.inf})["minutes"] > minutes:
                    graph.add_edge(tail, head, minutes=minutes, km=km)
    return graph


def drawing(ways: Sequence[Way]) -> Drawing:
    drawn = Drawing()
    for node in range(SIDE * SIDE):
        drawn.point(str(node), *spot(node))
    for number, (nodes, road_class, oneway) in enumerate(ways, start=1):
        tags = {"highway": road_class, **({"oneway": "yes"} if oneway else {})}
        drawn.way(number, " ".join(map(str, nodes)), **tags)
    return drawn


@settings(max_examples=40)
@given(WAYS, st.sets(st.integers(1, 9), max_size=2))
def test_minutes_and_metres_are_those_of_the_quickest_open_way(ways: list[Way], closed: set[int]):
    graph = raw_graph(ways, closed)
    used = sorted({node for nodes, *_ in ways for node in nodes})
    closures = tuple(RoadClosure(day(0), day(0), way=one) for one in sorted(closed) if one <= len(ways))
    with TemporaryDirectory() as folder:
        sites = {f"n{node}": spot(node) for node in used}
        base = spot(used[0])
        made = scene(Path(folder), sites, drawing=drawing(ways), base=base, road_closures=closures)
        assert made.roads is not None
        # Nobody walks here: neighbours on one stretch would, against its direction too.
        still = replace(made.roads, walking_kmh=0.01)
        measured = ExtractRoads(replace(made, roads=still), still).measured("xe", day(0))
    minutes, metres = unpack(measured.ways)
    # A place beside the main network has to walk to it; that is other tests' business.
    on_road = [
        (at, node)
        for at, node in enumerate(used, start=1)
        if (join := measured.joins[at]) is not None and join.joined and join.walk_m < 0.05
    ]
    for i, one in on_road:
        quickest, paths = nx.single_source_dijkstra(graph, one, weight="minutes")
        for j, other in on_road:
            if other not in quickest:
                assert minutes[i, j] > 2_000  # walked, or none at all
                continue
            # Rounded up, and from the drawn point to the road at most 5 cm on foot, 0.3 min, twice.
            assert quickest[other] - 0.01 <= minutes[i, j] <= quickest[other] + 1.61
            km = sum(graph.edges[pair]["km"] for pair in pairwise(paths[other]))
            assert metres[i, j] == pytest.approx(1000 * km, abs=3)
