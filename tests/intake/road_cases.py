"""For every code of a finding about extracts, speeds and closed roads: what brings it about, and where."""

from __future__ import annotations

from functools import partial

from tests.intake.cases import Case, top

DIGEST = "ab" * 32
MAP = {"map_osm_pbf": b"the extract itself is read when travel is measured"}
DATES = "start: 2023-04-24, end: 2023-04-25"

on_roads = partial(Case, edits=top("travel: {source: roads, file: map.osm.pbf}"), tables=MAP)
with_speeds = partial(
    Case, edits=top("travel: {source: roads, file: map.osm.pbf, speeds: speeds.yaml}"), file="speeds.yaml"
)


def speeds(text: str) -> dict[str, str | bytes]:
    """The files of a scenario with a table of speeds."""
    return {**MAP, "speeds_yaml": text}


ROAD_CASES = [
    Case("E111", 16, top("travel: {source: roads}")),
    Case("E407", 16, top("travel: {source: roads, file: map.osm.pbf}")),
    Case("E008", 16, top("travel: {source: roads, file: ../map.osm.pbf}")),
    Case("E406", 16, top(f"travel: {{source: roads, file: map.osm.pbf, sha256: {DIGEST}}}"), tables=MAP),
    Case("E121", 16, top("travel: {source: roads, file: map.osm.pbf, sha256: 12}"), tables=MAP),
    Case("E007", 16, top("travel: {source: roads, file: map.osm.pbf, speeds: speeds.yaml}"), tables=MAP),
    Case("E111", 16, top("travel: {source: osrm}")),
    Case("E409", 16, top("travel: {source: osrm, url: dia-chi}")),
    Case("E409", 16, top('travel: {source: valhalla, url: "file:///etc/passwd"}')),
    Case("E409", 16, top('travel: {source: valhalla, url: "http://[::1"}')),
    Case("W404", 16, top("travel: {source: estimate, speeds: speeds.yaml}")),
    Case("E319", 16, top(f"closures: [{{way: 12, {DATES}}}]")),
    Case("E319", 16, top(f"closures: [{{lat: 21, lon: 105, {DATES}}}]")),
    Case("E308", 16, top(f"closures: [{{way: 12, road: ĐT 433, {DATES}}}]")),
    Case("E308", 16, top(f"closures: [{{lat: 21, {DATES}}}]")),
    Case("E308", 16, top(f"closures: [{{road: '', {DATES}}}]")),
    Case("E308", 16, top(f"closures: [{{site: bua-sen, road: ĐT 433, {DATES}}}]")),
    with_speeds("E103", 1, tables=speeds("- 12\n")),
    with_speeds("E110", 2, tables=speeds("walking_kmh: 4\nplane: {classes: {primary: 800}}\n")),
    with_speeds("E110", 1, tables=speeds("car: {class: {primary: 40}}\n")),
    with_speeds("E112", 1, tables=speeds("car: {classes: {primary: fast}}\n")),
    with_speeds("E113", 1, tables=speeds("walking_kmh: 0\n")),
    with_speeds("E408", 3, tables=speeds("car:\n  classes:\n    primary: 400\n")),
    with_speeds("E408", 1, tables=speeds("foot: {limits: {mud: -1}}\n")),
    with_speeds("W403", 1, tables=speeds("car: {classes: {tertary: 30}}\n")),
]
