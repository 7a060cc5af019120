"""How far one walks between a place and its road: told wherever a plan is read."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.domain.errors import ScenarioError
from optimizer.domain.roads import Movement
from optimizer.domain.scenario import Place, Scenario
from optimizer.language import Language, say
from optimizer.travel.roads.source import ExtractRoads
from optimizer.travel.roads.ways import Join

TOLD_FROM_M = 50.0
"""Nearer to its road a place lies beside it."""


@dataclass(frozen=True, slots=True)
class Walk:
    """The way on foot between a place and the road that it joins.

    Parameters
    ----------
    minutes
        Rounded up; a leg's own minutes are rounded once, for the whole of it.
    join
        The road, and where on it.
    """

    place: Place
    movement: Movement
    metres: int
    minutes: int
    join: Join

    def text(self, language: Language, *, moving: bool = False) -> str:
        """``"Còn 340 m đi bộ từ “ĐT 433”, 6 phút."``.

        Parameters
        ----------
        moving
            Whether to say whose road it is.
        """
        road = f"“{self.join.road}”" if self.join.road else say("road.nameless", language)
        if moving:
            road += f" ({say(f'moving.{self.movement.value}', language)})"
        over = "walk.over_bridge" if self.join.bridge else "walk.over_water" if self.join.over_water else ""
        return say(
            "walk.text",
            language,
            length=_length(self.metres, language),
            road=road,
            minutes=self.minutes,
            over=say(over, language) if over else "",
        )


def walks(scenario: Scenario) -> dict[tuple[Movement, str], Walk]:
    """The ways on foot of `TOLD_FROM_M` and more, by movement of the teams' vehicles and id of the place.

    Empty where travel is not measured on an extract, or what was measured is not at hand.
    """
    if scenario.roads is None:
        return {}
    roads = ExtractRoads(scenario, scenario.roads)
    found: dict[tuple[Movement, str], Walk] = {}
    for vehicle in sorted({team.vehicle for team in scenario.teams.values()}):
        movement = scenario.vehicles[vehicle].movement
        try:
            joins = roads.measured(vehicle, scenario.horizon.start).joins
        except ScenarioError:
            continue
        for place, join in zip(scenario.places.values(), joins, strict=True):
            if join is not None and join.joined and join.walk_m >= TOLD_FROM_M:
                metres = round(join.walk_m)
                minutes = math.ceil(metres * 60 / (1000 * scenario.roads.walking_kmh))
                found[movement, place.id] = Walk(place, movement, metres, minutes, join)
    return found


def walks_told(found: Mapping[tuple[Movement, str], Walk], place: str, language: Language) -> Iterator[str]:
    """A sentence for every way on foot to a place; whose it is, where there is more than one."""
    here = [one for (_, to), one in found.items() if to == place]
    yield from (one.text(language, moving=len(here) > 1) for one in here)


def _length(metres: int, language: Language) -> str:
    if metres < 1000:
        return f"{metres} m"
    km = f"{metres / 1000:.1f}"
    return f"{km.replace('.', ',') if language == 'vi' else km} km"
