"""What the map of one team's week shows: its places by number, its ways day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import fsum

import numpy as np

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Place, Scenario
from optimizer.report.formats import short_date_text, short_weekday_text
from optimizer.report.ground import Ground
from optimizer.report.palette import COLOURS
from optimizer.report.paper.drawing import Mark, Scene, Way
from optimizer.report.paper.marks import Marker
from optimizer.report.paper.scale import Points
from optimizer.report.paper.sheet import GREY, Stroke
from optimizer.report.team_week import TeamWeek
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.travel.hops import Hop

LINK = Stroke(0.25, GREY, 0.6, 0.9)
"""How flights, coaches and ferries are drawn."""

_DASHES = ((0.0, 0.0), (2.4, 1.0), (0.8, 0.8), (4.5, 1.0), (1.4, 1.4), (3.0, 2.0), (0.5, 1.2))
_WIDTHS = (0.5, 0.5, 0.55, 0.4, 0.75, 0.4, 0.7)
_LEAST_BEND, _MORE_BEND = 0.05, 0.018


@dataclass(frozen=True)
class WeekPlaces:
    """The places of a team's week and their marks.

    Sites are numbered as they are first visited; a base is a star, a lodging that is no site a house.
    """

    scenario: Scenario
    week: TeamWeek

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Numbers of the sites visited, from 1."""
        visited = dict.fromkeys(visit.site for route in self.week.routes for visit in route.visits)
        return {site: number for number, site in enumerate(visited, start=1)}

    @cached_property
    def others(self) -> tuple[str, ...]:
        """Ids of the base and of the places slept at or passed through that are not numbered, base first."""
        ends = (place for route in self.week.routes for place in (route.start, route.end))
        seen = dict.fromkeys((self.week.team.base, *ends, *(one.sleeps_at for one in self.week.days)))
        return tuple(place for place in seen if place not in self.numbers)

    def marker(self, place_id: str) -> Marker:
        """How a place is marked."""
        number = self.numbers.get(place_id)
        if number is not None:
            return Marker("number", str(number))
        return Marker("base" if place_id in self.scenario.bases else "lodging")


def day_stroke(number: int) -> Stroke:
    """How the ways of a day of the horizon are drawn, counted from 0: apart in print without colours too."""
    dash, gap = _DASHES[number % len(_DASHES)]
    return Stroke(_WIDTHS[number % len(_WIDTHS)], COLOURS[number % len(COLOURS)], dash, gap)


def day_label(contents: Contents, number: int) -> str:
    """``"T2 24/04"``."""
    day = contents.weeks[0].days[number].day
    return f"{short_weekday_text(day, contents.language)} {short_date_text(day)}"


def week_scene(contents: Contents, week: TeamWeek, ground: Ground) -> Scene:
    """The scene of one team's week."""
    places = WeekPlaces(contents.scenario, week)
    stretches = list(_stretches(contents, week))
    on_way = (place for _, _, hop in stretches for place in (hop.origin, hop.destination))
    shown = dict.fromkeys((*places.others, *places.numbers, *on_way))
    marks = [_mark(contents.scenario.places[one], places.marker(one)) for one in shown]
    return Scene(
        tuple(marks),
        tuple(_ways(contents, stretches, ground)),
        tuple(
            (site.lat, site.lon) for site in contents.scenario.sites.values() if site.id not in places.numbers
        ),
        commune_names(contents.scenario),
        ground,
    )


def commune_names(scenario: Scenario) -> tuple[tuple[str, float, float], ...]:
    """Names of communes, each with the middle of its sites."""
    together: dict[str, list[Place]] = {}
    for site in scenario.sites.values():
        if site.commune:
            together.setdefault(site.commune, []).append(site)
    return tuple(
        (name, fsum(one.lat for one in sites) / len(sites), fsum(one.lon for one in sites) / len(sites))
        for name, sites in together.items()
    )


def way_points(contents: Contents, ground: Ground, route: Route, ends: tuple[str, str]) -> Points:
    """Latitude and longitude along one hop: of the road where it was drawn, else of both ends."""
    vehicle = contents.scenario.teams[route.team].vehicle
    line = ground.legs.line(vehicle, route.date, *ends)
    if line is not None and len(line) > 1:
        return np.array(line)
    return np.array([[place.lat, place.lon] for place in (contents.scenario.places[one] for one in ends)])


def _mark(place: Place, marker: Marker) -> Mark:
    return Mark(place.lat, place.lon, marker, place.name)


def _stretches(contents: Contents, week: TeamWeek) -> Iterator[tuple[int, Route, Hop]]:
    """Every hop of a week with its day's number in the horizon."""
    for number, one in enumerate(week.days):
        if one.route is not None:
            for stretch in contents.ways.stretches(one.route):
                yield number, one.route, stretch.hop


def _ways(contents: Contents, stretches: Iterable[tuple[int, Route, Hop]], ground: Ground) -> Iterator[Way]:
    for number, route, hop in stretches:
        points = way_points(contents, ground, route, (hop.origin, hop.destination))
        bend = _LEAST_BEND + _MORE_BEND * (number % len(_DASHES))
        stroke = LINK if hop.by_link else day_stroke(number)
        yield Way(points, stroke, bend, short_weekday_text(route.date, contents.language))
