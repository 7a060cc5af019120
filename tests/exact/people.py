"""Whom a visit may serve, and how many of them are left from date to date."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from optimizer.domain.scenario import Place, Scenario, Service, Shuttle, Site, Team

EARTH_KM = 6371.0088

Drawn = tuple[int, ...]
"""Cases served by cell, then cases served away from home by turnout."""

Left = tuple[tuple[int, ...], ...]
"""By cell, what is outstanding today and what becomes so tomorrow and later; by turnout, one number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One service of the people of one site."""

    home: Site
    service: Service


@dataclass(frozen=True, slots=True)
class Turnout:
    """So many cases of a cell, at most, are served away from home: on one shuttle, or by all who gather."""

    cell: int
    by: Shuttle | None
    cases: int


@dataclass(frozen=True, slots=True)
class Offer:
    """Cases that a visit may serve: of which cell, counted for which turnout, minutes and worth of each."""

    cell: int
    turnout: int | None
    minutes: int
    mdong: int


class People:
    """The cells of a scenario, and who may be served where."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        services = [service for service in scenario.services.values() if service.plannable]
        every = [Cell(home, service) for home in scenario.sites.values() for service in services]
        self.cells = tuple(cell for cell in every if self._most(cell.home, cell.service) > 0)
        self._turnouts = tuple(self._all_turnouts())
        self.nobody: Drawn = (0,) * (len(self.cells) + len(self._turnouts))
        self._follow_up = tuple(map(self._then, self.cells)) + (None,) * len(self._turnouts)
        self._may_wait = {then[0] for then in self._follow_up if then is not None and then[1] == 0}

    def first(self) -> Left:
        """What there is on the first date."""
        due = [self._scenario.due(cell.home, cell.service.id) for cell in self.cells]
        dates = tuple(self._scenario.horizon.dates())
        cells = [tuple(by_date.get(day, 0) for day in dates) for by_date in due]
        return (*cells, *((turnout.cases,) for turnout in self._turnouts))

    def most(self) -> Drawn:
        """The most that can ever be served, all follow-ups included."""
        cells = (self._most(cell.home, cell.service) for cell in self.cells)
        return (*cells, *(turnout.cases for turnout in self._turnouts))

    def after(self, left: Left, drawn: Drawn) -> Left | None:
        """What is left when cases are served today; None if there are not as many.

        A follow-up of the same date may be served before its first step is.
        """
        rows = [list(row) for row in left]
        for at, number in enumerate(drawn):
            rows[at][0] -= number
            then = self._follow_up[at]
            if then is not None and then[1] < len(rows[then[0]]):
                rows[then[0]][then[1]] += number
        if any(row[0] < 0 and at not in self._may_wait for at, row in enumerate(rows)):
            return None
        return tuple(map(tuple, rows))

    @staticmethod
    def overnight(left: Left) -> Left | None:
        """What is left on the next date; None if more was served today than there was."""
        if any(row[0] < 0 for row in left):
            return None
        return tuple((row[0] + row[1], *row[2:]) if len(row) > 1 else row for row in left)

    def offers(self, team: Team, host: Site, day: date) -> Iterator[Offer]:
        """Whom a team may serve at a site on a date, whether or not they are outstanding."""
        for at, cell in enumerate(self.cells):
            turnout, dong = None, 0
            if cell.home.id != host.id:
                shuttle = self._shuttle(cell.home, host)
                turnout = self._turnout(at, shuttle, host)
                dong = 0 if shuttle is None else shuttle.dong_per_case
                if turnout is None:
                    continue
            if day in self._scenario.open_dates(cell.home) and _fit(team, host, cell.service):
                mdong = self._scenario.case_mdong(cell.home, cell.service) - dong * 1000
                yield Offer(at, turnout, cell.service.minutes or 0, mdong)

    def own_service(self, offer: Offer, host: Site) -> str | None:
        """The service of an offer to those who live at the host; None for guests."""
        cell = self.cells[offer.cell]
        return cell.service.id if cell.home.id == host.id else None

    def _most(self, home: Site, service: Service) -> int:
        firsts = [one for one in self._scenario.services.values() if one.then and one.plannable]
        made = sum(
            self._most(home, one) for one in firsts if one.then is not None and one.then.service == service.id
        )
        return sum(self._scenario.due(home, service.id).values()) + made

    def _then(self, cell: Cell) -> tuple[int, int] | None:
        """The cell in which a case of this one makes another, and after how many days."""
        if cell.service.then is None:
            return None
        for at, other in enumerate(self.cells):
            if (other.home.id, other.service.id) == (cell.home.id, cell.service.then.service):
                return at, cell.service.then.after_days
        return None  # it cannot be planned

    def _all_turnouts(self) -> Iterator[Turnout]:
        for at, cell in enumerate(self.cells):
            outstanding = sum(self._scenario.due(cell.home, cell.service.id).values())
            for shuttle in self._scenario.shuttles:
                if shuttle.origin == cell.home.id:
                    yield Turnout(at, shuttle, _share(shuttle.turnout, outstanding))
            gathering = self._scenario.gathering
            if gathering is not None and (not gathering.services or cell.service.id in gathering.services):
                yield Turnout(at, None, _share(gathering.turnout, outstanding))

    def _shuttle(self, home: Site, host: Site) -> Shuttle | None:
        for shuttle in self._scenario.shuttles:
            if (shuttle.origin, shuttle.destination) == (home.id, host.id):
                return shuttle
        return None

    def _turnout(self, cell: int, by: Shuttle | None, host: Site) -> int | None:
        """What limits the guests of a cell at a host; None if they do not come there."""
        gathering = self._scenario.gathering
        if by is None and (gathering is None or _km(self.cells[cell].home, host) > gathering.radius_km):
            return None
        for at, turnout in enumerate(self._turnouts, start=len(self.cells)):
            if (turnout.cell, turnout.by) == (cell, by):
                return at
        return None


def _fit(team: Team, host: Site, service: Service) -> bool:
    """Skills, what the host lacks and the team does not make up for, and the vehicle."""
    skilled = host.requires | service.requires <= team.skills
    equipped = (service.needs & host.lacks) <= team.makes_up_for
    return skilled and equipped and (not host.vehicles or team.vehicle in host.vehicles)


def _share(turnout: float, cases: int) -> int:
    """Whole cases of a share, taken as the decimal number that is written."""
    return math.floor(Fraction(str(turnout)) * cases)


def _km(one: Place, other: Place) -> float:
    """Great-circle distance."""
    (lat, lon), (to_lat, to_lon) = (map(math.radians, (at.lat, at.lon)) for at in (one, other))
    half = math.sin((to_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))
