"""The dates put together: of all that may have happened until then, the best way to come to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from optimizer.domain.scenario import Scenario, Team
from optimizer.travel.matrix import TravelMatrix
from tests.exact.days import PROMISE_MDONG, Days, Outcome
from tests.exact.meetings import DayRoute, Stage, keep_apart
from tests.exact.people import Left, People

Entry = TypeVar("Entry")


class Best(NamedTuple):
    """A best plan: as many pins as can be kept, and the highest objective among those that keep as many."""

    kept: int
    mdong: int


class Standing(NamedTuple):
    """Where every team is, how many nights it has been away, its work so far, and what is left.

    `today` are the day routes of the date's earlier teams, where teams may be in each other's way.
    """

    places: tuple[str, ...]
    away: tuple[int, ...]
    work_min: tuple[int, ...]
    left: Left
    today: tuple[tuple[Stage, ...], ...] = ()


class Exact:
    """The best plan of a scenario with few enough cases to try everything.

    Raises
    ------
    ValueError
        If more than two teams could be in each other's way at a site.
    """

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self._scenario = scenario
        self._people = People(scenario)
        self._days = Days(scenario, travel, self._people)
        self._teams = tuple(scenario.teams.values())
        if self._days.limited and len(self._teams) > 2:
            message = "where sites are limited, two teams at most"
            raise ValueError(message)

    def best_mdong(self) -> int:
        """The objective of a best plan, in thousandths of a đồng."""
        return self.best().mdong

    def best(self) -> Best:
        """The pins kept by a best plan, and its objective."""
        nothing = (0,) * len(self._teams)
        plans = {
            Standing(tuple(team.base for team in self._teams), nothing, nothing, self._people.first()): 0
        }
        dates = tuple(self._scenario.horizon.dates())
        for day in dates:
            for number, team in enumerate(self._teams):
                plans = self._after(plans, team, number, day)
            plans = self._overnight(plans)
        worth = max(
            gain - self._unevenness_mdong(standing)
            for standing, gain in plans.items()
            if all(map(self._may_be_there, self._teams, standing.places))
        )
        kept = (worth + PROMISE_MDONG // 2) // PROMISE_MDONG
        return Best(kept, worth - kept * PROMISE_MDONG - self._change_beyond_mdong())

    def _after(
        self, plans: Mapping[Standing, int], team: Team, number: int, day: date
    ) -> dict[Standing, int]:
        """What may have happened after one more team-day."""
        last = day == self._scenario.horizon.end
        night_mdong = 0 if last else team.officers * self._scenario.objective.night_dong * 1000
        after: dict[Standing, int] = {}
        for before, gain in plans.items():
            for outcome, more in self._days.outcomes(team, day, before.places[number]).items():
                nights = 0 if outcome.end == team.base else before.away[number] + 1
                if nights > team.max_nights and not (last and team.end_anywhere):
                    continue
                if outcome.end != team.base and team.home_when_off and self._is_off_around(team, day):
                    continue
                left = self._people.after(before.left, outcome.drawn)
                if left is None or not self._keep_apart(before, outcome, number, day):
                    continue
                standing = Standing(
                    _changed(before.places, number, outcome.end),
                    _changed(before.away, number, nights),
                    _changed(before.work_min, number, before.work_min[number] + outcome.work_min),
                    left,
                    (*before.today, outcome.stages),
                )
                total = gain + more - (night_mdong if nights else 0)
                after[standing] = max(total, after.get(standing, total))
        return after

    def _is_off_around(self, team: Team, day: date) -> bool:
        """Whether a team does not work on a date, or on the next one."""
        return any(
            one in self._scenario.horizon and one not in team.dates for one in (day, day + timedelta(days=1))
        )

    def _overnight(self, plans: Mapping[Standing, int]) -> dict[Standing, int]:
        """What the next date begins with."""
        after: dict[Standing, int] = {}
        for before, gain in plans.items():
            left = self._people.overnight(before.left)
            if left is not None:
                standing = before._replace(left=left, today=())
                after[standing] = max(gain, after.get(standing, gain))
        return after

    def _keep_apart(self, before: Standing, outcome: Outcome, number: int, day: date) -> bool:
        """Whether a team can make its day beside those of the date's earlier teams."""
        if not outcome.stages or not any(before.today):
            return True
        windows = {site.id: self._scenario.windows(site, day) for site in self._scenario.sites.values()}
        route = DayRoute(self._teams[number], outcome.stages, windows)
        earlier = DayRoute(self._teams[0], before.today[0], windows)
        return keep_apart(earlier, route, self._days.limited)

    @staticmethod
    def _may_be_there(team: Team, place: str) -> bool:
        """Whether a team may be at a place when all is over."""
        return place == team.base or team.end_anywhere

    def _unevenness_mdong(self, standing: Standing) -> int:
        teams, whole = len(self._teams), sum(standing.work_min)
        apart = sum(abs(teams * work_min - whole) for work_min in standing.work_min)
        dong = self._scenario.objective.unevenness_dong
        return (2 * 1000 * dong * apart + teams) // (2 * teams)

    def _change_beyond_mdong(self) -> int:
        """What is charged for visits of the earlier plan by teams and on dates that are no more."""
        if self._scenario.earlier is None:
            return 0
        known = {(team.id, day) for team in self._teams for day in self._scenario.horizon.dates()}
        beyond = [one for one in self._scenario.earlier.visits if one[:2] not in known]
        return len(beyond) * self._scenario.objective.change_dong * 1000


def _changed(row: tuple[Entry, ...], at: int, entry: Entry) -> tuple[Entry, ...]:
    return (*row[:at], entry, *row[at + 1 :])
