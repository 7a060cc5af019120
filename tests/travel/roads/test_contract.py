"""A contracted network has the same costs between the junctions that matter, with fewer others."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.roads import RoadClosure
from optimizer.travel.roads.closed import closed_roads
from optimizer.travel.roads.contract import Contracted, contracted
from optimizer.travel.roads.source import ExtractRoads
from tests.build import day
from tests.travel.roads.drawing import Drawing
from tests.travel.roads.scenes import leg, scene

Arc = tuple[int, int, int]
JUNCTIONS = 12


def contract(arcs: list[Arc], doors: set[int]) -> Contracted:
    tails, heads, costs = np.array(arcs, dtype=np.int64).reshape(-1, 3).T
    return contracted(tails, heads, costs, np.isin(np.arange(JUNCTIONS), list(doors)))


def arcs_of(made: Contracted) -> set[Arc]:
    """Arcs by the old numbers."""
    old = np.flatnonzero(made.number >= 0)
    return {
        (int(old[tail]), int(old[made.heads[at]]), int(made.costs[at]))
        for tail in range(made.junctions)
        for at in range(made.first[tail], made.first[tail + 1])
    }


def both_ways(*stretches: Arc) -> list[Arc]:
    return [arc for one, other, cost in stretches for arc in ((one, other, cost), (other, one, cost))]


def test_a_road_in_pieces_is_one_arc():
    # 0 -1- 1 -2- 2 -4- 3
    made = contract(both_ways((0, 1, 1), (1, 2, 2), (2, 3, 4)), {0, 3})
    assert arcs_of(made) == {(0, 3, 7), (3, 0, 7)}


def test_a_road_that_is_one_way_in_the_middle_is_one_way():
    made = contract([*both_ways((0, 1, 1), (2, 3, 4)), (1, 2, 2)], {0, 3})
    assert arcs_of(made) == {(0, 3, 7)}


def test_dead_ends_are_gone_with_all_that_hangs_on_them():
    # From 1 a lane leads to 4 and on to 5 and 6; of it nothing is left, and 1 lies along a road then.
    made = contract(both_ways((0, 1, 1), (1, 2, 2), (1, 4, 9), (4, 5, 9), (4, 6, 9)), {0, 2})
    assert arcs_of(made) == {(0, 2, 3), (2, 0, 3)}


def test_a_place_on_the_way_stays():
    made = contract(both_ways((0, 1, 1), (1, 2, 2)), {0, 1, 2})
    assert arcs_of(made) == set(both_ways((0, 1, 1), (1, 2, 2)))


def test_of_two_roads_between_the_same_ends_the_quicker_counts():
    made = contract(both_ways((0, 1, 1), (1, 2, 2), (0, 3, 1), (3, 2, 1)), {0, 2})
    assert arcs_of(made) == {(0, 2, 2), (2, 0, 2)}


def test_nothing_is_left_of_a_network_without_places():
    assert contract(both_ways((0, 1, 1), (1, 2, 1), (2, 0, 1)), set()).junctions == 0


@given(
    st.lists(
        st.tuples(
            st.integers(0, JUNCTIONS - 1), st.integers(0, JUNCTIONS - 1), st.integers(1, 9), st.booleans()
        ),
        min_size=1,
        max_size=20,
    ),
    st.sets(st.integers(0, JUNCTIONS - 1), min_size=1, max_size=4),
)
def test_every_way_costs_what_it_did(stretches: list[tuple[int, int, int, bool]], doors: set[int]):
    arcs = [(one, other, cost) for one, other, cost, _ in stretches]
    arcs += [(other, one, cost) for one, other, cost, both in stretches if both]
    made = contract(arcs, doors)
    whole, left = nx.MultiDiGraph(), nx.MultiDiGraph()
    whole.add_nodes_from(range(JUNCTIONS))
    left.add_nodes_from(doors)
    whole.add_weighted_edges_from(arcs)
    left.add_weighted_edges_from(arcs_of(made))
    for door in doors:
        expected = nx.single_source_dijkstra_path_length(whole, door)
        found = nx.single_source_dijkstra_path_length(left, door)
        assert {to: found[to] for to in doors & set(found)} == {
            to: expected[to] for to in doors & set(expected)
        }


def pieces() -> Drawing:
    """A road of three ways end to end, with a lane that leads nowhere."""
    drawn = Drawing()
    for number in range(4):
        drawn.point(f"p{number}", number, 0)
    for number, (one, other) in enumerate(pairwise(["p0", "p1", "p2", "p3"]), start=1):
        drawn.way(number, f"{one} {other}", highway="tertiary", name="Đường liên xã")
    return drawn.point("lane", 1, 1).way(9, "p1 lane", highway="residential")


def test_the_middle_one_of_three_ways_in_a_row_is_closed_by_its_id(tmp_path: Path):
    made = scene(tmp_path, {"west": (0, 0), "east": (3, 0)}, drawing=pieces(), base=(0.2, 0))
    assert made.roads is not None
    passage = ExtractRoads(made, made.roads).passage(made.vehicles["xe"].movement)
    tails, heads, ms, _ = passage.arcs(closed_roads(passage.network, ()).mask(passage.network.edges))
    doors = np.isin(np.arange(passage.network.junctions), [0, 3])
    assert contracted(tails, heads, ms, doors).junctions == 2
    # 3 km at 30 km/h.
    assert leg(made, "west", "east") == (6, 3000)
    (tmp_path / "shut").mkdir()
    shut = scene(
        tmp_path / "shut",
        {"west": (0, 0), "east": (3, 0)},
        drawing=pieces(),
        base=(0.2, 0),
        days=2,
        road_closures=(RoadClosure(day(1), day(1), way=2),),
    )
    assert leg(shut, "west", "east") == (6, 3000)
    assert leg(shut, "west", "east", on=1) is None
