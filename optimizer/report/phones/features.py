"""The whole plan as map features (GeoJSON), for map apps and geographic information systems.

References
----------
RFC 7946: positions are longitude, then latitude, in degrees of WGS 84; every collection has its
bounding box; there is no other reference system.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Place, Site
from optimizer.report.palette import team_style
from optimizer.report.phones.told import harmless
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.review.legs import stops

Feature = dict[str, Any]
_DECIMALS = 6  # a tenth of a metre; more says nothing


def features_text(contents: Contents) -> str:
    """The plan's features as the text of a GeoJSON file, one feature on a line."""
    features = [*_places(contents), *_routes(contents), *_visits(contents)]
    written = ",\n".join(json.dumps(one, ensure_ascii=False, allow_nan=False) for one in features)
    box = json.dumps(_box([contents.scenario.places[one] for one in contents.scenario.places]))
    return f'{{"type": "FeatureCollection", "bbox": {box}, "features": [\n{written}\n]}}\n'


def _places(contents: Contents) -> Iterator[Feature]:
    scenario = contents.scenario
    for kind, places in (("base", scenario.bases), ("lodging", scenario.lodgings)):
        for place in places.values():
            yield _feature(f"{kind}/{place.id}", _point(place), {"kind": kind, **_named(place)})
    for site in scenario.sites.values():
        yield _feature(f"site/{site.id}", _point(site), {"kind": "site", **_site(contents, site)})


def _site(contents: Contents, site: Site) -> dict[str, object]:
    due = contents.tally.due(site)
    served = {service: contents.tally.served.get((site.id, service), 0) for service in due}
    return {
        **_named(site),
        "commune": harmless(site.commune),
        "outstanding": sum(due.values()),
        "served": sum(served.values()),
        "left": sum(due.values()) - sum(served.values()),
        **{harmless(f"left_{service}"): due[service] - served[service] for service in due},
    }


def _routes(contents: Contents) -> Iterator[Feature]:
    ranks = {team: rank for rank, team in enumerate(contents.scenario.teams)}
    for route in contents.plan.routes:
        line = [_position(contents.scenario.places[place]) for place in stops(route)]
        yield _feature(
            f"route/{route.team}/{route.date.isoformat()}",
            {"type": "LineString", "coordinates": line},
            {
                "kind": "route",
                **_of_team(contents, route),
                "depart": format_clock(route.depart),
                "arrive": format_clock(route.arrive),
                "ends_at": harmless(contents.place_name(route.end)),
                "km": round(route.km, 3),
                "travel_minutes": route.travel_minutes,
                "cases": sum(visit.number_of_cases for visit in route.visits),
                "stroke": team_style(ranks[route.team]).colour,
                "stroke-width": 3,
            },
        )


def _visits(contents: Contents) -> Iterator[Feature]:
    ranks = {team: rank for rank, team in enumerate(contents.scenario.teams)}
    for route in contents.plan.routes:
        for number, visit in enumerate(route.visits, start=1):
            site = contents.scenario.sites[visit.site]
            yield _feature(
                f"visit/{route.team}/{route.date.isoformat()}/{number}",
                _point(site),
                {
                    "kind": "visit",
                    **_of_team(contents, route),
                    "order": number,
                    "site": harmless(site.id),
                    "name": harmless(site.name),
                    "commune": harmless(site.commune),
                    "arrive": format_clock(visit.arrive),
                    "start": format_clock(visit.start),
                    "finish": format_clock(visit.finish),
                    "cases": visit.number_of_cases,
                    **{
                        harmless(f"cases_{service}"): cases
                        for service, cases in visit.cases_by_service.items()
                    },
                    "marker-color": team_style(ranks[route.team]).colour,
                },
            )


def _of_team(contents: Contents, route: Route) -> dict[str, object]:
    return {
        "team": harmless(route.team),
        "team_name": harmless(contents.team_called(route.team)),
        "date": route.date.isoformat(),
    }


def _named(place: Place) -> dict[str, object]:
    return {"place": harmless(place.id), "name": harmless(place.name)}


def _feature(feature_id: str, geometry: Feature, properties: dict[str, object]) -> Feature:
    return {"type": "Feature", "id": harmless(feature_id), "geometry": geometry, "properties": properties}


def _point(place: Place) -> Feature:
    return {"type": "Point", "coordinates": _position(place)}


def _position(place: Place) -> list[float]:
    return [round(place.lon, _DECIMALS), round(place.lat, _DECIMALS)]


def _box(places: Sequence[Place]) -> list[float]:
    """West, south, east, north."""
    positions = [_position(place) for place in places]
    longitudes, latitudes = zip(*positions, strict=True)
    return [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
