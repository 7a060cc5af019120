"""Small extracts drawn by hand: points in kilometres from a corner, roads as lists of points."""

from __future__ import annotations

import math
from pathlib import Path

import osmium

CORNER_LAT, CORNER_LON = 20.0, 105.0
_KM_PER_DEGREE = 111.19508


def at(east_km: float, north_km: float) -> tuple[float, float]:
    """Latitude and longitude of a point so many kilometres east and north of the corner."""
    lat = CORNER_LAT + north_km / _KM_PER_DEGREE
    lon = CORNER_LON + east_km / (_KM_PER_DEGREE * math.cos(math.radians(CORNER_LAT)))
    return lat, lon


class Drawing:
    """An extract in the making."""

    def __init__(self) -> None:
        self._nodes: dict[str, tuple[float, float]] = {}
        self._node_tags: dict[str, dict[str, str]] = {}
        self._ways: list[tuple[int, list[str], dict[str, str]]] = []
        self._relations: list[tuple[int, list[int], dict[str, str]]] = []

    def point(self, name: str, east_km: float, north_km: float, /, **tags: str) -> Drawing:
        """Put down a point, with the tags of a barrier if it is one."""
        self._nodes[name] = (east_km, north_km)
        self._node_tags[name] = tags
        return self

    def way(self, way_id: int, points: str, **tags: str) -> Drawing:
        """Draw a way through points, named in order and separated by spaces."""
        self._ways.append((way_id, points.split(), tags))
        return self

    def relation(self, relation_id: int, ways: list[int], **tags: str) -> Drawing:
        """Make a relation of ways, as lakes and borders are."""
        self._relations.append((relation_id, ways, tags))
        return self

    def write(self, path: Path) -> Path:
        """Write the extract; its ending decides the format."""
        path.unlink(missing_ok=True)
        numbers = {name: number for number, name in enumerate(self._nodes, start=1)}
        with osmium.SimpleWriter(str(path)) as writer:
            for name, (east_km, north_km) in self._nodes.items():
                lat, lon = at(east_km, north_km)
                writer.add_node(
                    osmium.osm.mutable.Node(id=numbers[name], location=(lon, lat), tags=self._node_tags[name])
                )
            for way_id, points, tags in self._ways:
                nodes = [numbers[point] for point in points]
                writer.add_way(osmium.osm.mutable.Way(id=way_id, nodes=nodes, tags=tags))
            for relation_id, ways, tags in self._relations:
                members = [("w", way, "outer") for way in ways]
                writer.add_relation(osmium.osm.mutable.Relation(id=relation_id, members=members, tags=tags))
        return path


def valley() -> Drawing:
    """A valley road, a track up to a hamlet, a one-way circuit, a ferry, and an island road.

    ::

        hamlet
          | track (4)
        west ----------- mid ---------- east        road (1) of 4 km, secondary
                          |              :
                       circle (2,3)      : ferry (5), 20 minutes
                                         :
                                    shore ---- isle   road (6)

        lone ---- away                                road (7), joined with nothing
    """
    drawn = Drawing()
    for name, east, north in (
        ("west", 0, 0),
        ("mid", 2, 0),
        ("east", 4, 0),
        ("hamlet", 0, 1.9),
        ("c1", 2, -0.5),
        ("c2", 2.3, -0.8),
        ("c3", 2, -1.1),
        ("c4", 1.7, -0.8),
        ("shore", 4, -3),
        ("isle", 6, -3),
        ("lone", 20, 20),
        ("away", 21, 20),
    ):
        drawn.point(name, east, north)
    return (
        drawn.way(1, "west mid east", highway="secondary", name="Đường Hoà Bình", ref="ĐT 433")
        .way(2, "mid c1", highway="residential")
        .way(3, "c1 c2 c3 c4 c1", highway="residential", junction="roundabout")
        .way(4, "west hamlet", highway="track", surface="dirt")
        .way(5, "east shore", route="ferry", duration="00:20")
        .way(6, "shore isle", highway="residential", name="Đường Đảo")
        .way(7, "lone away", highway="residential")
    )
