"""What would let a team serve a site that it cannot serve: the least that was found to be enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from optimizer.domain.calendar import Window
from optimizer.domain.clock import MINUTES_PER_DAY
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.fitness import Lacks, lacks
from optimizer.review.obstacle import Hindrance, IdleTeams, Obstacle
from optimizer.review.reach import limit_min


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to change: a key of the catalogue and its values."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remedy:
    """What must change together; alternatives for the last of it.

    With all of `together`, and with one of `either` if there are any, the team could serve a case.

    Parameters
    ----------
    is_tried
        False where a road is missing, or travel by the vehicle that is needed is not known: what else
        may stand in the way is then not known either.
    """

    together: tuple[Need, ...] = ()
    either: tuple[Need, ...] = ()
    is_tried: bool = True

    @property
    def steps(self) -> int:
        """How many things must change; 0 if nothing was found to be enough."""
        return len(self.together) + bool(self.either) + (not self.is_tried)


def remedy(idle: IdleTeams, team: Team, site: Site, service: Service, *, since: date | None = None) -> Remedy:
    """The changes after which `team` could serve one case, tried before they are named.

    Parameters
    ----------
    since
        The date from which on cases are outstanding, if that is the site's release here.
    """
    lacking = lacks(team, site, service)
    needs = list(_needs_of_fitness(idle.scenario, team, site, lacking))
    if lacking.vehicle:
        vehicle = _known_vehicle(idle, site)
        if vehicle is None:
            return Remedy(tuple(needs), is_tried=False)
        team = replace(team, vehicle=vehicle)
    for _ in Hindrance:
        obstacle = idle.obstacle(team, site, service)
        if obstacle is None:
            break
        if obstacle.hindrance in _TOO_FAR:
            return _in_time(idle, team, site, service, needs)
        if obstacle.hindrance is Hindrance.OFF:
            need, team = _at_work(idle, team, site, service, obstacle)
        else:
            need, team, site = _removed(idle.scenario, team, site, obstacle, since)
        needs.append(need)
        if obstacle.hindrance is Hindrance.NO_ROAD:
            return Remedy(tuple(needs), is_tried=False)
        if obstacle.is_last:
            break
    return Remedy(tuple(needs))


_TOO_FAR = (Hindrance.NIGHTS, Hindrance.OUTSIDE_SHIFT, Hindrance.MISSED, Hindrance.LATE)


def _removed(
    scenario: Scenario, team: Team, site: Site, obstacle: Obstacle, since: date | None
) -> tuple[Need, Team, Site]:
    """The need that an obstacle makes, and team and site as they would be without it."""
    values = {"team": team, **obstacle.values}
    match obstacle.hindrance:
        case Hindrance.NO_DATES:
            dates = {"first": since or scenario.horizon.start, "last": scenario.horizon.end}
            return Need("need.dates", dates), team, replace(site, release=since, deadline=None)
        case Hindrance.CLOSED | Hindrance.SHORT_WINDOW:
            key = "need.open" if obstacle.hindrance is Hindrance.CLOSED else "need.window"
            return Need(key, values), team, replace(site, hours=None)
        case Hindrance.WORK:
            return Need("need.work", values), replace(team, max_work_minutes=obstacle.minutes), site
        case Hindrance.DRIVE:
            return Need("need.drive", values), replace(team, max_drive_minutes=obstacle.minutes), site
        case Hindrance.BREAK:
            return Need("need.no_break", values), replace(team, pause=None), site
        case _:
            return Need("need.road"), team, site


def _at_work(
    idle: IdleTeams, team: Team, site: Site, service: Service, obstacle: Obstacle
) -> tuple[Need, Team]:
    """The first date on which working would be enough; all that the site is open on if there is none such."""
    for day in obstacle.dates:
        working = replace(team, dates=team.dates | {day})
        if idle.obstacle(working, site, service) is None:
            return Need("need.works", {"team": team, "dates": (day,)}), working
    working = replace(team, dates=team.dates | set(obstacle.dates))
    return Need("need.works", {"team": team, "dates": obstacle.dates}), working


def _in_time(idle: IdleTeams, team: Team, site: Site, service: Service, needs: list[Need]) -> Remedy:
    """Bring site and team together in time.

    Nights on the way and a longer shift are alternatives; a bed at the site, and then a longer shift
    with higher limits, are tried only where neither is enough.
    """
    nights, shift = _nights(idle, team, site, service), _shift(idle, team, site, service)
    either = [need for need in (nights, shift) if need]
    if not either:
        either = [need for need in (_lodging(idle, team, site, service),) if need]
    if either:
        return Remedy(tuple(needs), tuple(either))
    limits = _limits(idle, team, site, service)
    return Remedy((*needs, *limits)) if limits else Remedy()


def _limits(idle: IdleTeams, team: Team, site: Site, service: Service) -> tuple[Need, ...]:
    """A longer shift together with higher limits on work or driving; empty if they are not enough."""
    ways = idle.ways(team, site, service)
    trip = ways.trip(
        shift=Window(team.shift.start_min, MINUTES_PER_DAY),
        max_work=MINUTES_PER_DAY,
        max_drive=MINUTES_PER_DAY,
        least="arrive",
    )
    if trip is None:
        return ()
    work_min = trip.to_min + ways.length_min + trip.on_min
    needed = (
        (Need("need.shift_end", {"team": team, "end": trip.arrive_min}), trip.arrive_min, team.shift.end_min),
        (Need("need.work", {"team": team, "minutes": work_min}), work_min, limit_min(team.max_work_minutes)),
        (
            Need("need.drive", {"team": team, "minutes": trip.drive_min}),
            trip.drive_min,
            limit_min(team.max_drive_minutes),
        ),
    )
    return tuple(need for need, minutes, limit in needed if minutes > limit)


def _nights(idle: IdleTeams, team: Team, site: Site, service: Service) -> Need | None:
    """The fewest nights away that are enough, and where one of them is slept."""
    if not idle.scenario.sleeping_places:
        return None
    most = idle.scenario.horizon.days - 1
    if most <= team.max_nights or idle.trip(replace(team, max_nights=most), site, service) is None:
        return None
    for nights in range(team.max_nights + 1, most + 1):
        rested = replace(team, max_nights=nights)
        trip = idle.trip(rested, site, service)
        if trip is not None:
            bed = int(idle.reach(rested).places[trip.ends[0] or trip.ends[1]])
            place = idle.scenario.places[idle.travel.place_ids[bed]]
            return Need("need.nights", {"team": team, "nights": nights, "place": place})
    return None


def _shift(idle: IdleTeams, team: Team, site: Site, service: Service) -> Need | None:
    """A shift that ends later, or starts earlier, or if neither is enough does both."""
    ways = idle.ways(team, site, service)
    shift = team.shift
    later = ways.trip(shift=Window(shift.start_min, MINUTES_PER_DAY), least="arrive")
    if later is not None:
        return Need("need.shift_end", {"team": team, "end": later.arrive_min})
    earlier_min = ways.latest_departure_min(shift.end_min)
    if earlier_min is not None:
        return Need("need.shift_start", {"team": team, "start": earlier_min})
    start_min = ways.latest_departure_min(MINUTES_PER_DAY)
    if start_min is None:
        return None
    whole = ways.trip(shift=Window(start_min, MINUTES_PER_DAY), least="arrive")
    return Need("need.shift", {"team": team, "start": start_min, "end": whole.arrive_min}) if whole else None


def _lodging(idle: IdleTeams, team: Team, site: Site, service: Service) -> Need | None:
    """A place to sleep at the site itself, and the fewest nights that are then enough."""
    sites = {**idle.scenario.sites, site.id: replace(site, lodging=True)}
    housed = IdleTeams(replace(idle.scenario, sites=sites), idle.travel)
    for nights in range(max(1, team.max_nights), idle.scenario.horizon.days):
        if housed.trip(replace(team, max_nights=nights), sites[site.id], service) is not None:
            return Need("need.lodging", {"team": team, "nights": nights})
    return None


def _needs_of_fitness(scenario: Scenario, team: Team, site: Site, lacking: Lacks) -> Iterator[Need]:
    """All that the team lacks; what no thing makes up for must be at the site."""
    makes_up = {
        offer: frozenset(thing for thing, offers in scenario.things.items() if offer in offers)
        for offer in sorted(lacking.offers)
    }
    things = tuple(dict.fromkeys(found for found in makes_up.values() if found))
    vehicles = site.vehicles if lacking.vehicle else frozenset()
    if lacking.skills or things or vehicles:
        features = {"skills": lacking.skills, "things": things, "vehicles": vehicles}
        yield Need("need.team", {"team": team, **features})
    missing = [offer for offer, found in makes_up.items() if not found]
    if missing:
        yield Need("need.offers", {"offers": missing})


def _known_vehicle(idle: IdleTeams, site: Site) -> str | None:
    """A vehicle that may reach the site and by which travel is known, because some team uses it."""
    day = idle.scenario.horizon.start
    known = (vehicle for vehicle in sorted(site.vehicles) if (vehicle, day) in idle.travel.layer_numbers)
    return next(known, None)
