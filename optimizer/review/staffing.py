"""Who is where on which date, read off a plan's crews, routes and roster alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from optimizer.domain.calendar import Window
from optimizer.domain.crews import Crewing, CrewKind, Officer
from optimizer.domain.plan import Crew, Does, Plan, Route
from optimizer.domain.scenario import Scenario
from optimizer.review.nights import beds

SATURDAY = 5
EVENING_MIN = 18 * 60
"""After this minute of a date its evening is worked."""


class Staffing:
    """What the rules about officers look at.

    Parameters
    ----------
    scenario
        The scenario with the teams that the plan's crews make.
    crewing
        What teams of the scenario are formed from.
    """

    def __init__(self, scenario: Scenario, crewing: Crewing, plan: Plan) -> None:
        self.scenario = scenario
        self.crewing = crewing
        self.plan = plan
        self.kinds: Mapping[str, CrewKind] = {
            team: kind for kind in crewing.kinds.values() for team in ids_of(kind)
        }
        self.crew_of: dict[str, Crew] = {}
        for crew in plan.crews:
            for officer in crew.officers:
                self.crew_of.setdefault(officer, crew)
        self._routes: dict[str, dict[date, Route]] = {}
        for route in plan.routes:
            if route.date in scenario.horizon:
                self._routes.setdefault(route.team, {})[route.date] = route
        self._beds = {crew.team: self._slept(crew) for crew in plan.crews}
        self._posts: dict[str, dict[date, list[str]]] = {}
        for entry in plan.roster:
            for day in entry.days:
                if day.does is Does.POST:
                    at = self._posts.setdefault(entry.officer, {})
                    at.setdefault(day.date, []).append(day.at or "")

    def members(self, crew: Crew) -> list[Officer]:
        """The members of a crew whom the scenario knows."""
        officers = self.crewing.officers
        return [officers[one] for one in crew.officers if one in officers]

    def officer_name(self, officer_id: str) -> str:
        """The name of an officer, or the id if the scenario does not know it."""
        known = self.crewing.officers.get(officer_id)
        return known.name if known else officer_id

    def out(self, crew: Crew | None) -> frozenset[date]:
        """Dates on which a crew has a route, or which begin with it away from its base."""
        if crew is None:
            return frozenset()
        routes = self._routes.get(crew.team, {})
        return frozenset(
            day
            for day in self.scenario.horizon.dates()
            if day in routes or self._slept_away(crew, day - timedelta(days=1))
        )

    def back(self, crew: Crew | None) -> frozenset[date]:
        """Dates that end with a crew at its base after a night away from it."""
        if crew is None:
            return frozenset()
        return frozenset(
            day
            for day in self.scenario.horizon.dates()
            if self._slept_away(crew, day - timedelta(days=1)) and not self._slept_away(crew, day)
        )

    def evenings(self, officer_id: str) -> frozenset[date]:
        """Dates of which an officer works the evening: out late or overnight, or at a post till late."""
        crew = self.crew_of.get(officer_id)
        late = {
            day
            for day, at in self.posts_of(officer_id).items()
            if any(
                self.crewing.posts[post].hours.end_min > EVENING_MIN
                for post in at
                if post in self.crewing.posts
            )
        }
        if crew is None:
            return frozenset(late)
        routes = self._routes.get(crew.team, {})
        return frozenset(late) | {
            day
            for day in self.out(crew)
            if self._slept_away(crew, day) or (day in routes and routes[day].arrive > EVENING_MIN)
        }

    def posts_of(self, officer_id: str) -> Mapping[date, list[str]]:
        """The posts at which the roster has an officer, by date of the horizon."""
        return {
            day: posts
            for day, posts in self._posts.get(officer_id, {}).items()
            if day in self.scenario.horizon
        }

    def at_post(self, post_id: str) -> Mapping[date, list[str]]:
        """Ids of the officers whom the roster has at a post, by date."""
        there: dict[date, list[str]] = {}
        for officer, by_day in self._posts.items():
            for day, posts in by_day.items():
                if post_id in posts:
                    there.setdefault(day, []).append(officer)
        return there

    def worked(self, officer_id: str) -> list[date]:
        """Dates on which an officer is out or at a post, in order."""
        return sorted(self.out(self.crew_of.get(officer_id)) | self.posts_of(officer_id).keys())

    def is_weekend(self, day: date) -> bool:
        """Whether a date is a Saturday, a Sunday or a holiday."""
        return day.weekday() >= SATURDAY or day in self.scenario.horizon.holidays

    def duties_on(self, officer: Officer, day: date, hours: Window | None = None) -> Iterator[str]:
        """Ids of an officer's duties on a date, sorted; only those that overlap `hours` if given."""
        for duty_id in sorted(officer.duties):
            windows = self.crewing.duties[duty_id].when.on(day)
            if any(
                hours is None or min(one.end_min, hours.end_min) > max(one.start_min, hours.start_min)
                for one in windows
            ):
                yield duty_id

    def _slept(self, crew: Crew) -> Mapping[date, bool]:
        team = self.scenario.teams.get(crew.team)
        if team is None:
            return {}
        slept = beds(self.scenario.horizon, team, self._routes.get(crew.team, {}).values())
        return {day: place != team.base for day, place in slept.items()}

    def _slept_away(self, crew: Crew, day: date) -> bool:
        return self._beds[crew.team].get(day, False)


def ids_of(kind: CrewKind) -> tuple[str, ...]:
    """Ids that teams of a kind have: its own where there is one at most, else numbered from 1."""
    if kind.teams.most == 1:
        return (kind.id,)
    return tuple(f"{kind.id}-{number}" for number in range(1, kind.teams.most + 1))
