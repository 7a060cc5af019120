"""What every part of the map draws from: the plan, its scenario, and the numbers that stand for ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Team
from optimizer.report.account import Account
from optimizer.report.formats import short_date_text, short_weekday_text
from optimizer.report.ground import Ground, packed_line
from optimizer.report.offline import plain

Content = dict[str, Any]
"""JSON: numbers, texts, lists and objects."""


@dataclass(frozen=True)
class Source(Account):
    """A plan with everything that its map says about it."""

    ground: Ground = field(default_factory=Ground)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Numbers of places by id."""
        return _numbered(self.scenario.places)

    @cached_property
    def services(self) -> Mapping[str, int]:
        """Numbers of services by id."""
        return _numbered(self.scenario.services)

    @cached_property
    def teams(self) -> Mapping[str, int]:
        """Numbers of teams by id."""
        return _numbered(self.scenario.teams)

    @cached_property
    def lines(self) -> dict[tuple[int, ...], int]:
        """Numbers of the lines that ways follow, in the order in which they were first asked for."""
        return {}

    def line_number(self, route: Route, origin: str, destination: str) -> int | None:
        """The number of the line of one hop; None where it is drawn without one."""
        vehicle = self.scenario.teams[route.team].vehicle
        line = self.ground.legs.line(vehicle, route.date, origin, destination)
        return None if line is None else self.lines.setdefault(tuple(packed_line(line)), len(self.lines))

    def by_service(self, cases: Mapping[str, int]) -> list[list[int]]:
        """Cases by the numbers of services."""
        return [[self.services[service], count] for service, count in cases.items()]

    def team_name(self, team_id: str) -> str:
        """Name of a team; the id of one that the scenario has no more."""
        team: Team | None = self.scenario.teams.get(team_id)
        return plain(team.name if team else "") or plain(team_id)

    def place_name(self, place_id: str) -> str:
        """Name of a place; the id of one that the scenario has no more."""
        place = self.scenario.places.get(place_id)
        return plain(place.name if place else "") or plain(place_id)

    def day_text(self, day: date) -> str:
        """``"T2 24/04"``, for dates outside the horizon too."""
        return f"{short_weekday_text(day, self.language)} {short_date_text(day)}"


def _numbered(things: Iterable[str]) -> Mapping[str, int]:
    return {thing: number for number, thing in enumerate(things)}
