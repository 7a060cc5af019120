"""The search against networkx on random networks."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from optimizer.travel.packed import METRE_BITS, NO_ROAD, unpack
from optimizer.travel.roads.search import between

JUNCTIONS = 7
ARCS = st.tuples(
    st.integers(0, JUNCTIONS - 1), st.integers(0, JUNCTIONS - 1), st.integers(0, 4), st.integers(0, 3)
)


@given(st.lists(ARCS, min_size=1, max_size=25), st.lists(ARCS, min_size=1, max_size=5))
def test_ways_are_the_quickest_and_of_those_the_shortest(
    arcs: list[tuple[int, int, int, int]], places: list[tuple[int, int, int, int]]
):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(JUNCTIONS))
    tails = np.array([tail for tail, *_ in arcs])
    order = np.argsort(tails, kind="stable")
    costs = np.array([(ms << METRE_BITS) + dm for *_, ms, dm in arcs])
    for tail, head, ms, dm in arcs:
        cost = (ms << METRE_BITS) + dm
        if not graph.has_edge(tail, head) or graph.edges[tail, head]["cost"] > cost:
            graph.add_edge(tail, head, cost=cost)
    first = np.concatenate([[0], np.cumsum(np.bincount(tails, minlength=JUNCTIONS))])
    heads = np.array([head for _, head, *_ in arcs])
    doors = np.array([[one, other] for one, other, *_ in places])
    leave = np.array([[ms << METRE_BITS, NO_ROAD if dm == 0 else dm] for *_, ms, dm in places])
    enter = np.array([[dm, ms << METRE_BITS] for *_, ms, dm in places])
    ways = np.full((len(places), len(places)), NO_ROAD)
    between(first, heads[order], costs[order], doors, leave, enter, np.arange(len(places)), ways)
    for i in range(len(places)):
        for j in range(len(places)):
            found = [
                int(leave[i, a])
                + nx.dijkstra_path_length(graph, doors[i, a], doors[j, b], "cost")
                + int(enter[j, b])
                for a in range(2)
                for b in range(2)
                if leave[i, a] < NO_ROAD and nx.has_path(graph, doors[i, a], doors[j, b])
            ]
            assert ways[i, j] == min(found, default=NO_ROAD)
    assert unpack(ways)[0].shape == ways.shape
