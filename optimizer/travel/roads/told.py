"""What is to be told about places and roads before a plan is made: far from one, over water, none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from optimizer.domain.errors import Finding, Severity, Where
from optimizer.domain.roads import Movement, RoadClosure
from optimizer.domain.scenario import Place, Scenario, Site
from optimizer.language import Language, say
from optimizer.travel.roads.snapping import FAR_M, MOST_WALK_M
from optimizer.travel.roads.source import ExtractRoads
from optimizer.travel.roads.ways import Join, MeasuredWays

NAMED_PLACES = 8
"""Places that one finding names; it counts them all."""

_VIETNAMESE_MARKS = str.maketrans(".,", ",.")

Joined = tuple[Place, Join]


def road_findings(scenario: Scenario, roads: ExtractRoads) -> tuple[Finding, ...]:
    """Everything to be told about where places join the roads, for every way in which teams move.

    Warnings: ``T201``, far from a road; ``T202``, over a river to it; ``T203``, no road of the main
    network within reach, but one for another team's vehicle or a link; ``T204``, in the water beside
    the shore.  Errors: ``T301``, no road for any team; ``T302``, none in the whole extract for a way of
    moving; ``T303``, none within reach of any place, as if the extract were another region's;
    ``T304``, a closure that no road answers to; ``T305``, out on the water, and nobody gets there.
    """
    joins = {
        movement: visited_joins(scenario, vehicles, roads.measured(min(vehicles), scenario.horizon.start))
        for movement, vehicles in vehicles_by_movement(scenario).items()
    }
    reached = {place.id for joined in joins.values() for place, join in joined if join.joined}
    reached |= {end for link in scenario.links for end in (link.origin, link.destination)}
    file = Where(file=scenario.roads.file if scenario.roads else "")
    near = {movement: joined for movement, joined in joins.items() if not _is_elsewhere(joined)}
    found = list(_elsewhere({one: joins[one] for one in joins if one not in near}, file))
    for movement, joined in near.items():
        found += _of_movement(movement, joined, reached, file)
    return (*found, *_unmatched(scenario, roads))


def vehicles_by_movement(scenario: Scenario) -> dict[Movement, set[str]]:
    """The vehicles of the teams, by how they move."""
    found: dict[Movement, set[str]] = {}
    for team in scenario.teams.values():
        found.setdefault(scenario.vehicles[team.vehicle].movement, set()).add(team.vehicle)
    return found


def visited_joins(scenario: Scenario, vehicles: set[str], made: MeasuredWays) -> list[Joined]:
    """The places that teams with some vehicles may have to get to, where they have any road."""
    numbers = {place: number for number, place in enumerate(scenario.places)}
    pairs = ((place, made.joins[numbers[place.id]]) for place in _visited(scenario, vehicles))
    return [(place, join) for place, join in pairs if join is not None]


def _is_elsewhere(visited: Sequence[Joined]) -> bool:
    """Whether there are roads, but none of them near any place."""
    return bool(visited) and not any(join.joined for _, join in visited)


def _elsewhere(lost: Mapping[Movement, Sequence[Joined]], file: Where) -> Iterator[Finding]:
    """One finding for all ways of moving by which no place is near a road: it has one cause."""
    if lost:
        nearest = min((one for joined in lost.values() for one in joined), key=lambda one: one[1].walk_m)
        values = {"moving": Moving(*lost), "nearest": Places([nearest])}
        yield Finding("T303", Severity.ERROR, file, values)


def _of_movement(
    movement: Movement, visited: Sequence[Joined], reached: Collection[str], file: Where
) -> Iterator[Finding]:
    moves = Moving(movement)
    if not visited:
        yield Finding("T302", Severity.ERROR, file, {"moving": moves})
        return
    lost = [one for one in visited if not one[1].joined]
    joined = [one for one in visited if one[1].joined]
    stranded = [one for one in lost if one[0].id not in reached]
    for code, severity, places in (
        ("T305", Severity.ERROR, [one for one in stranded if one[1].water]),
        ("T301", Severity.ERROR, [one for one in stranded if not one[1].water]),
        ("T203", Severity.WARNING, [one for one in lost if one[0].id in reached]),
        ("T201", Severity.WARNING, [one for one in joined if one[1].walk_m > FAR_M]),
        ("T202", Severity.WARNING, [one for one in joined if one[1].over_water]),
        ("T204", Severity.WARNING, [one for one in joined if one[1].water]),
    ):
        if places:
            values = {"moving": moves, "count": len(places), "places": Places(places)}
            yield Finding(code, severity, file, values)


def _visited(scenario: Scenario, vehicles: set[str]) -> Iterator[Place]:
    """The places that teams with some vehicles may have to get to."""
    bases = {team.base for team in scenario.teams.values() if team.vehicle in vehicles}
    yield from (scenario.bases[base] for base in scenario.bases if base in bases)
    yield from scenario.lodgings.values()
    for site in scenario.sites.values():
        if (not site.vehicles or site.vehicles & vehicles) and _has_work(scenario, site):
            yield site


def _has_work(scenario: Scenario, site: Site) -> bool:
    return site.lodging or any(scenario.services[service].plannable for service in site.cases)


def _unmatched(scenario: Scenario, roads: ExtractRoads) -> Iterator[Finding]:
    vehicle = min(team.vehicle for team in scenario.teams.values())
    told: set[tuple[int | None, str, float | None, float | None]] = set()
    states: dict[tuple[RoadClosure, ...], date] = {
        roads.closures(day): day for day in scenario.horizon.dates()
    }
    for closures, day in states.items():
        for number in roads.measured(vehicle, day).unmatched if closures else ():
            closure = closures[number]
            key = closure.way, closure.name, closure.lat, closure.lon
            if key not in told:
                told.add(key)
                where = Where(key="closures")
                yield Finding("T304", Severity.ERROR, where, {"closure": Closed(closure)})


class Moving:
    """Kinds of movement as a value of a finding."""

    def __init__(self, *movements: Movement) -> None:
        self._movements = movements

    def __format__(self, language: str) -> str:
        spoken: Language = "vi" if language == "vi" else "en"
        return ", ".join(say(f"moving.{movement.value}", spoken) for movement in self._movements)


@dataclass(frozen=True, slots=True)
class Closed:
    """What a closure on roads names, as a value of a finding.

    Parameters
    ----------
    road
        What the extract calls a way that is given by its id; empty where it has no name or is unknown.
    """

    closure: RoadClosure
    road: str = ""

    def __format__(self, language: str) -> str:
        spoken: Language = "vi" if language == "vi" else "en"
        one = self.closure
        if one.lat is not None:
            return say("closed.spot", spoken, lat=one.lat, lon=one.lon, radius=round(one.radius_m))
        if one.name:
            return f"“{one.name}”"
        way = say("closed.way", spoken, way=one.way)
        return f"“{self.road}” ({way})" if self.road else way


@dataclass(frozen=True, slots=True)
class Places:
    """Places, where they are and how far from which road, as a value of a finding."""

    places: Sequence[Joined]

    def __format__(self, language: str) -> str:
        spoken: Language = "vi" if language == "vi" else "en"
        named = list(_named(self.places[:NAMED_PLACES], spoken))
        return "; ".join(named if len(self.places) <= NAMED_PLACES else [*named, "…"])


def _named(places: Iterable[Joined], language: Language) -> Iterator[str]:
    for place, join in places:
        text = say(
            "road.from",
            language,
            name=place.name,
            id=place.id,
            lat=f"{place.lat:.4f}",
            lon=f"{place.lon:.4f}",
            km=_km_text(join.walk_m, language),
            road=f"“{join.road}”" if join.road else say("road.nameless", language),
            at=f"{join.lat:.4f}, {join.lon:.4f}",
        )
        if join.water:
            text += say(f"road.in_{join.water}", language, shore=round(join.shore_m))
        elif join.over_water and not join.joined:
            text += say("road.across", language)
        elif not join.joined and join.walk_m <= MOST_WALK_M:
            text += say("road.apart", language)
        yield text


def _km_text(metres: float, language: Language) -> str:
    """Kilometres to a tenth; from a hundred on, where another region's map is meant, whole ones in groups."""
    km = metres / 1000
    text = f"{km:.1f}" if km < 99.95 else f"{km:,.0f}"
    return text.translate(_VIETNAMESE_MARKS) if language == "vi" else text
