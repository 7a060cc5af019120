"""A hamlet beyond a river, whose only way out is a bridge for people on foot.

::

    road |    | river |  hamlet
    x=0     0.2      0.4   0.6 km; the bridge is 300 m north of the hamlet
"""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.domain.scenario import Scenario
from optimizer.travel.roads.on_foot import walks, walks_told
from optimizer.travel.roads.source import ExtractRoads
from tests.travel.roads.drawing import Drawing, at
from tests.travel.roads.scenes import leg, scene
from tests.travel.roads.test_snapping import join, told

# To the bridge hypot(200, 300) m, over it 200 m, and 200 m on to the road.
OVER_M = 760.6


def beyond(river: dict[str, str], **bridge: str) -> Drawing:
    drawn = Drawing()
    for name, east, north in (
        ("r0", 0, -3),
        ("r1", 0, 3),
        ("w0", 0.2, -20),
        ("w1", 0.2, 20),
        ("w2", 0.4, 20),
        ("w3", 0.4, -20),
        ("m0", 0.3, -20),
        ("m1", 0.3, 20),
        ("b0", 0.4, 0.3),
        ("b1", 0.2, 0.3),
    ):
        drawn.point(name, east, north)
    drawn.way(1, "r0 r1", highway="tertiary", name="Đường huyện")
    drawn.way(2, "m0 m1" if "waterway" in river else "w0 w1 w2 w3 w0", **river)
    return drawn.way(3, "b0 b1", **bridge) if bridge else drawn


def hamlet(folder: Path, river: dict[str, str], **bridge: str) -> Scenario:
    return scene(
        folder, {"hamlet": (0.6, 0), "here": (0.1, 0)}, drawing=beyond(river, **bridge), base=(0, -1)
    )


WIDE, NARROW = {"natural": "water"}, {"waterway": "river"}


@pytest.mark.parametrize("river", [WIDE, NARROW], ids=["banks", "middle"])
def test_one_walks_over_a_footbridge(tmp_path: Path, river: dict[str, str]):
    made = hamlet(tmp_path, river, highway="footway", bridge="yes")
    found = join(made, "hamlet")
    assert (found.joined, found.bridge, found.over_water) == (True, True, False)
    assert found.walk_m == pytest.approx(OVER_M, abs=1)
    assert told(made) == {}
    # 1 km and 300 m at 30 km/h, 2.6 min, and 11.4 min on foot.
    assert leg(made, "home", "hamlet") == (15, pytest.approx(1300 + OVER_M, abs=2))
    # 760.6 m are 11.4 min.
    assert list(walks_told(walks(made), "hamlet", "vi")) == [
        "Còn 761 m đi bộ từ “Đường huyện”, qua cầu, 12 phút."
    ]


@pytest.mark.parametrize(
    "bridge",
    [
        {},
        {"highway": "footway", "bridge": "yes", "foot": "no"},
        {"highway": "motorway", "bridge": "yes"},
        {"railway": "rail", "bridge": "yes"},
        {"highway": "footway"},
    ],
    ids=["none", "closed", "expressway", "railway", "no bridge"],
)
def test_without_one_there_is_no_road_beyond_wide_water(tmp_path: Path, bridge: dict[str, str]):
    found = told(hamlet(tmp_path, WIDE, **bridge))
    assert list(found) == ["T301"]
    assert "across water" in found["T301"]


def test_a_bridge_too_far_away_is_nobodys_way_home(tmp_path: Path):
    drawn = beyond(WIDE).point("f0", 0.4, 3.2).point("f1", 0.2, 3.2)
    drawn.way(3, "f0 f1", highway="footway", bridge="yes")
    made = scene(tmp_path, {"hamlet": (0.6, 0), "here": (0.1, 0)}, drawing=drawn, base=(0, -1))
    assert join(made, "hamlet").joined is False


def test_a_road_on_the_own_bank_that_is_nearer_is_taken(tmp_path: Path):
    drawn = beyond(WIDE, highway="footway", bridge="yes").point("o0", 1, -3).point("o1", 1, 3)
    drawn.point("s0", 0, -30).point("s1", 1, -30)
    drawn.way(4, "o0 o1", highway="track", name="Đường bờ bên này").way(5, "r0 s0 s1 o0", highway="track")
    made = scene(tmp_path, {"hamlet": (0.6, 0)}, drawing=drawn, base=(0, -1))
    found = join(made, "hamlet")
    assert (found.road, found.bridge) == ("Đường bờ bên này", False)
    assert found.walk_m == pytest.approx(400, abs=1)


def test_the_line_on_the_map_goes_over_the_bridge(tmp_path: Path):
    made = hamlet(tmp_path, WIDE, highway="footway", bridge="yes")
    assert made.roads is not None
    tracer = ExtractRoads(made, made.roads).tracer(made.vehicles["xe"].movement, ())
    names = list(made.places)
    (line,) = tracer.lines(names.index("home"), [names.index("hamlet")])
    assert len(line) == 4
    for drawn, corner in zip(line, ((0, -1), (0, 0.3), (0.4, 0.3), (0.6, 0)), strict=True):
        assert drawn == pytest.approx(at(*corner), abs=1e-6)
