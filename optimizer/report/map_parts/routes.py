"""Teams and their days: routes, stops with all who are served there, ways, nights."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.plan import Route, Visit
from optimizer.report.changes import Compared
from optimizer.report.map_parts.source import Content, Source
from optimizer.report.offline import plain
from optimizer.report.palette import team_style
from optimizer.report.team_week import TeamWeek
from optimizer.report.ways import Stretch, is_flight


def teams(source: Source) -> list[Content]:
    """Every team, in the scenario's order."""
    return [_team(source, number, week) for number, week in enumerate(source.weeks)]


def routes(source: Source) -> list[Content]:
    """Every day route."""
    return [_route(source, route) for route in source.plan.routes]


def nights(source: Source) -> list[Content]:
    """Every team's nights away, by place."""
    return [night for week in source.weeks for night in _nights(source, week)]


def _team(source: Source, number: int, week: TeamWeek) -> Content:
    style = team_style(number)
    told: Content = {
        "name": source.team_name(week.team.id),
        "colour": style.colour,
        "ink": style.ink,
        "pattern": style.pattern,
        "base": source.places[week.team.base],
        "officers": week.team.officers,
        "cases": sum(week.cases.values()),
        "metres": round(week.km * 1000),
        "nights": week.nights,
    }
    frozen = [
        number for number, one in enumerate(week.days) if source.promises.is_frozen(week.team.id, one.day)
    ]
    return {**told, **({"frozen": frozen} if frozen else {}), **_staffed(source, week)}


def _staffed(source: Source, week: TeamWeek) -> Content:
    """Why a team of officers may not leave, by the number of the day."""
    if source.staff.crew(week.team.id) is None:
        return {}
    why = {number: source.staff.why_home(week.team.id, one.day) for number, one in enumerate(week.days)}
    home = {str(number): plain(reason) for number, reason in why.items() if reason is not None}
    return {"home": home} if home else {}


def _route(source: Source, route: Route) -> Content:
    beside = zip(route.visits, source.comparison.of(route), strict=True)
    return {
        "team": source.teams[route.team],
        "day": source.scenario.horizon.day_number(route.date),
        "depart": route.depart,
        "arrive": route.arrive,
        "metres": round(route.km * 1000),
        "travel": route.travel_minutes,
        "end": source.places[route.end],
        "breaks": [[taken.start, taken.minutes] for taken in route.breaks],
        "stops": [_stop(source, route, visit, compared) for visit, compared in beside],
        "ways": [_way(source, route, stretch) for stretch in source.ways.stretches(route)],
    }


def _stop(source: Source, route: Route, visit: Visit, compared: Compared | None) -> Content:
    told: Content = {
        "place": source.places[visit.site],
        "arrive": visit.arrive,
        "start": visit.start,
        "finish": visit.finish,
        "setup": source.scenario.sites[visit.site].setup_minutes,
        "cases": source.by_service(visit.cases),
    }
    if visit.guests:
        told["guests"] = [
            {
                "home": source.places[party.home],
                "shuttle": party.by_shuttle,
                "cases": source.by_service(party.cases),
            }
            for party in source.parties.of(visit)
        ]
    if source.promises.is_pinned(route, visit):
        told["pinned"] = True
    if compared:
        told["fate"] = compared.fate.value
    if compared and compared.before and compared.is_moved:
        told["before"] = [compared.before.start, compared.before.number_of_cases]
    return told


def _way(source: Source, route: Route, stretch: Stretch) -> Content:
    hop = stretch.hop
    drawn: Content = {
        "from": source.places[hop.origin],
        "to": source.places[hop.destination],
        "depart": stretch.depart_min,
        "minutes": hop.minutes,
        "metres": hop.metres,
    }
    if hop.by_link:
        drawn["link"] = "flight" if is_flight(hop) else "link"
        drawn["fare"] = hop.fare_dong
        return drawn
    line = source.line_number(route, hop.origin, hop.destination)
    return drawn if line is None else {**drawn, "line": line}


def _nights(source: Source, week: TeamWeek) -> Iterable[Content]:
    away: dict[str, list[int]] = {}
    for number, one in enumerate(week.days[:-1]):
        if one.sleeps_at != week.team.base:
            away.setdefault(one.sleeps_at, []).append(number)
    team = source.teams[week.team.id]
    for place, days in away.items():
        yield {"team": team, "place": source.places[place], "days": days}
