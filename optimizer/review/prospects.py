"""Who could ever serve a cell of cases, had the teams nothing else to do: where, and from which date on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.hosts import Host
from optimizer.review.new_weeks import NewWeeks
from optimizer.review.passage import Trip
from optimizer.review.served import Cell
from optimizer.review.standing import Standing


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How many cases of a cell may be served away from home, where a team can come to.

    Parameters
    ----------
    most
        Over a plan, as far as people come.
    remaining
        What the plan does not use of that.
    """

    most: int
    remaining: int


class Prospects:
    """What idle teams could do for the cells of one scenario."""

    def __init__(self, standing: Standing, weeks: NewWeeks) -> None:
        self.standing, self.weeks = standing, weeks
        self._scenario: Scenario = standing.scenario
        self._since: dict[Cell, date] = {}
        self._too_late: dict[Cell, Mapping[date, int]] = {}
        self._first: dict[Cell, date | None] = {}

    def since(self, home: Site, service: Service) -> date:
        """The first date on which a case can be outstanding, in this plan or in any."""
        cell = home.id, service.id
        if cell not in self._since:
            dates = [self._scenario.horizon.end, *self.standing.ledger.due(cell)]
            for first in self._scenario.services.values():
                if first.then is not None and first.then.service == service.id and first.plannable:
                    served = self._first_served(home, first)
                    if served is not None:
                        dates.append(served + timedelta(days=first.then.after_days))
            self._since[cell] = min(dates)
        return self._since[cell]

    def since_now(self, home: Site, service: Service) -> date | None:
        """The first date on which the plan could serve one case more; None if there is none."""
        numbers = np.flatnonzero(self.standing.ledger.most((home.id, service.id)))
        return self._scenario.horizon.start + timedelta(days=int(numbers[0])) if len(numbers) else None

    def trips(
        self, home: Site, service: Service, *, since: date, host: Site | None = None
    ) -> Iterator[tuple[Team, Trip]]:
        """Fit teams that could serve one case from some date on, the nearest first, and how.

        Parameters
        ----------
        host
            Where, if not at home.
        """
        return self.weeks.trips(self.asked(home, since=since, host=host), service)

    def asked(self, home: Site, *, since: date, host: Site | None = None) -> Site:
        """The site to go to, as it is for people of `home`: their dates, and none before some date."""
        at = home if host is None else replace(host, release=home.release, deadline=home.deadline)
        is_later = since > self._scenario.horizon.start and (at.release is None or at.release < since)
        return replace(at, release=since) if is_later else at

    def is_possible_at_home(self, home: Site, service: Service) -> bool:
        """Whether some team could ever serve a case at the site itself, or does so in the plan."""
        since = self.since(home, service)
        if next(self.trips(home, service, since=since), None) is not None:
            return True
        visits = (visit for route in self.standing.routes for visit in route.visits)
        return any(visit.site == home.id and service.id in visit.cases for visit in visits)

    def elsewhere(self, home: Site, service: Service) -> Elsewhere:
        """How many cases may be served away from home, at places to which some team could ever come."""
        since = self.since(home, service)
        channels: dict[str, Host] = {}
        for host in self.standing.hosts.of(home, service):
            if host.shuttle in channels:
                continue
            if next(self.trips(home, service, since=since, host=host.site), None) is not None:
                channels[host.shuttle] = host
        return Elsewhere(
            most=sum(host.most for host in channels.values()),
            remaining=sum(max(0, host.remaining) for host in channels.values()),
        )

    def due_too_late(self, home: Site, service: Service) -> Mapping[date, int]:
        """Cases that fall due, whatever is planned, after the last date on which a team could serve them.

        Empty where no team could serve any case on any date.
        """
        cell = home.id, service.id
        if cell not in self._too_late:
            horizon = self._scenario.horizon
            due = self._scenario.due(home, service.id)
            later = [day for day in due if day > horizon.start]
            # From a date on on which nothing is possible, nothing is on any later one.
            hopeless = next((day for day in later if not self.is_possible(home, service, since=day)), None)
            if hopeless is not None and not self.is_possible(home, service, since=self.since(home, service)):
                hopeless = None
            late = {day: cases for day, cases in due.items() if hopeless is not None and day >= hopeless}
            self._too_late[cell] = late
        return self._too_late[cell]

    def is_possible(self, home: Site, service: Service, *, since: date) -> bool:
        """Whether some team could serve a case from some date on, at home or elsewhere."""
        hosts = (host.site for host in self.standing.hosts.of(home, service))
        return any(
            next(self.trips(home, service, since=since, host=host), None) is not None
            for host in (None, *hosts)
        )

    def _first_served(self, home: Site, service: Service) -> date | None:
        """The first date on which some team could serve a case; None if none ever could."""
        cell = home.id, service.id
        if cell not in self._first:
            since = self.since(home, service)
            days = (day for day in self._scenario.horizon.dates() if day >= since)
            self._first[cell] = next((day for day in days if self._is_possible_on(home, service, day)), None)
        return self._first[cell]

    def _is_possible_on(self, home: Site, service: Service, day: date) -> bool:
        if day not in self._scenario.open_dates(home):
            return False
        return self.is_possible(replace(home, deadline=day), service, since=day)
