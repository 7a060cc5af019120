"""A team's week for a navigation app (GPX 1.1): a point for each place, a route for each day.

A route leads from stop to stop; the way along the roads is the app's to find.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from gpxpy.gpx import GPX, GPXRoute, GPXRoutePoint, GPXWaypoint

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Place, Team
from optimizer.report.formats import short_date_text, short_weekday_text
from optimizer.report.phones.calendar import moment
from optimizer.report.phones.told import Told, harmless
from optimizer.report.workbook_sheets.contents import Contents


def team_track(contents: Contents, team: Team) -> str:
    """The places and routes of one team as the text of a GPX file."""
    told = Told(contents)
    own = [route for route in contents.plan.routes if route.team == team.id]
    track = GPX()
    track.creator = f"Luu Dong {contents.plan.made_by.version}"
    track.name = harmless(f"{contents.team_name(team)} – {contents.scenario.name}")
    track.waypoints.extend(_points(contents, told, team, own))
    track.routes.extend(_route(contents, told, route) for route in own)
    return str(track.to_xml(version="1.1"))


def _points(contents: Contents, told: Told, team: Team, own: list[Route]) -> Iterator[GPXWaypoint]:
    """Every place of the week once: what is to be done there, day by day."""
    tasks: dict[str, list[str]] = {team.base: []}
    for route in own:
        for visit, beside in zip(route.visits, contents.comparison.of(route), strict=True):
            lines = [_day(contents, route), *told.visit_lines(route, visit, beside)]
            tasks.setdefault(visit.site, []).append("\n".join(lines))
        tasks.setdefault(route.end, [])
    for place_id, done in tasks.items():
        place = contents.scenario.places[place_id]
        kind = "base" if place_id == team.base else "work" if done else "lodging"
        yield GPXWaypoint(
            place.lat,
            place.lon,
            name=told.place(place_id),
            description="\n\n".join(done) or None,
            type=kind,
            symbol="Flag, Blue" if kind == "work" else "Residence" if kind == "base" else "Lodging",
        )


def _route(contents: Contents, told: Told, route: Route) -> GPXRoute:
    drawn = GPXRoute(
        name=f"{_day(contents, route)} – {told.day_title(route)}",
        description="\n".join(told.day_lines(route)),
    )
    places = contents.scenario.places
    drawn.points.append(_stop(told, route, places[route.start], route.depart))
    drawn.points.extend(_stop(told, route, places[visit.site], visit.arrive) for visit in route.visits)
    drawn.points.append(_stop(told, route, places[route.end], route.arrive))
    return drawn


def _stop(told: Told, route: Route, place: Place, at_min: int) -> GPXRoutePoint:
    return GPXRoutePoint(
        place.lat,
        place.lon,
        name=told.place(place.id),
        time=moment(route.date, at_min).astimezone(UTC),
    )


def _day(contents: Contents, route: Route) -> str:
    return f"{short_weekday_text(route.date, contents.language)} {short_date_text(route.date)}"
