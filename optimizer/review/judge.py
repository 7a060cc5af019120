"""Why a plan leaves cases: every reason is tried before it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from optimizer.domain.plan import Reason
from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.change import Change
from optimizer.review.impossible import Impossibility, impossibility
from optimizer.review.insertion import Insertions, best_of
from optimizer.review.standing import Standing

_TOURS = 3
"""Teams whose week is planned anew for one site, the nearest first."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why cases of a service at a site are left.

    Parameters
    ----------
    change
        The valid change that shows it: one that pays if the reason is `not_found`, the cheapest found if
        it is `crowded_out`; None where no change of those tried serves one case more.
    impossibility
        What stands against every team if the reason is `impossible`.
    broken_team
        A team that could come if its routes, which break a rule, were planned anew.
    """

    site: Site
    service: Service
    cases: int
    reason: Reason
    change: Change | None = None
    impossibility: Impossibility | None = None
    broken_team: Team | None = None


class Judge:
    """Judges what one plan leaves.

    Parameters
    ----------
    is_late
        Whether time is short: fewer displacements are then tried, and no reason is given on less.
    """

    def __init__(self, standing: Standing, is_late: Callable[[], bool]) -> None:
        self.standing = standing
        self.insertions = Insertions(standing)
        self._is_late = is_late

    def verdict(self, site: Site, service: Service) -> Verdict:
        """Why the plan leaves cases of `service` at `site`."""
        cases = self.standing.left[site.id, service.id]
        if not service.plannable:
            return Verdict(site, service, cases, Reason.NOT_PLANNABLE)
        change = self._change(site, service)
        if change is not None:
            reason = Reason.NOT_FOUND if change.delta_mdong > 0 else Reason.CROWDED_OUT
            return Verdict(site, service, cases, reason, change=change)
        trips = self.insertions.trips(site, service)
        if not trips and cases == site.cases[service.id]:
            impossible = impossibility(self.insertions.idle, site, service)
            return Verdict(site, service, cases, Reason.IMPOSSIBLE, impossibility=impossible)
        broken = next((team for team, _ in trips if team.id in self.standing.broken), None)
        return Verdict(site, service, cases, Reason.CROWDED_OUT, broken_team=broken)

    def _change(self, site: Site, service: Service) -> Change | None:
        """A change that serves at least one case more: a straight one that pays, or the best found."""
        straight = self.insertions.straight(site, service)
        if straight is not None and (straight.delta_mdong > 0 or self._is_late()):
            return straight
        displacing = best_of((straight, self.insertions.displacing(site, service)))
        if displacing is not None and (displacing.delta_mdong > 0 or self._is_late()):
            return displacing
        return best_of((displacing, *self._tours(site, service, displacing)))

    def _tours(self, site: Site, service: Service, best: Change | None) -> Iterator[Change | None]:
        """The best weeks of the nearest teams that may sleep away, where a night more could beat `best`."""
        scenario = self.standing.scenario
        near = 0
        for team, trip in self.insertions.trips(site, service):
            night_mdong = team.officers * scenario.objective.night_dong * 1000
            is_beaten = best is not None and -best.delta_mdong <= night_mdong
            if not team.max_nights or is_beaten or team.id in self.standing.broken:
                continue
            yield self.insertions.with_new_nights(site, service, team, trip)
            near += 1
            if near == _TOURS:
                return
