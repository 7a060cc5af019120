"""What changes for each team: its figures, its visits, its officers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.review.compare.visits import Kind, VisitChange
from optimizer.review.nights import nights_away


@dataclass(frozen=True, slots=True)
class TeamSums:
    """What a team does in one plan.

    Parameters
    ----------
    days
        Dates with a route.
    nights
        Nights away from base.
    """

    days: int
    visits: int
    cases: int
    km: float
    nights: int


@dataclass(frozen=True, slots=True)
class TeamChange:
    """One team in both plans; None where the scenario does not have it.

    Parameters
    ----------
    visits
        The visits that the team makes in either plan, by date and time.
    joined, left
        Officers who are in the team only after, and only before.
    """

    team: str
    before: TeamSums | None
    after: TeamSums | None
    visits: tuple[VisitChange, ...]
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything is to be told of the team."""
        moved = any(one.kind is not Kind.SAME for one in self.visits)
        return moved or self.before != self.after or bool(self.joined or self.left)


def team_changes(
    before: tuple[Plan, Scenario], after: tuple[Plan, Scenario], visits: Sequence[VisitChange]
) -> tuple[TeamChange, ...]:
    """Every team of both scenarios: those after first, in their order."""
    then, now = _sums(*before), _sums(*after)
    officers_then, officers_now = _officers(before[0]), _officers(after[0])
    of_team: dict[str, list[VisitChange]] = {}
    for one in visits:
        for team in dict.fromkeys(visit.team for visit in one.visits):
            of_team.setdefault(team, []).append(one)
    return tuple(
        TeamChange(
            team,
            then.get(team),
            now.get(team),
            tuple(of_team.get(team, ())),
            joined=_without(officers_now.get(team, ()), officers_then.get(team, ())),
            left=_without(officers_then.get(team, ()), officers_now.get(team, ())),
        )
        for team in {**now, **then}
    )


def _officers(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {crew.team: crew.officers for crew in plan.crews}


def _without(these: Sequence[str], those: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in these if one not in those)


def _sums(plan: Plan, scenario: Scenario) -> dict[str, TeamSums]:
    sums = {}
    for team in scenario.teams.values():
        routes = [route for route in plan.routes if route.team == team.id]
        visits = [visit for route in routes for visit in route.visits]
        sums[team.id] = TeamSums(
            days=len({route.date for route in routes}),
            visits=len(visits),
            cases=sum(visit.number_of_cases for visit in visits),
            km=round(sum(route.km for route in routes), 3),
            nights=nights_away(scenario.horizon, team, routes),
        )
    return sums
