"""Why a plan leaves cases: every reason is tried before it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from optimizer.domain.plan import Reason
from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.change import Change
from optimizer.review.impossible import Impossibility, impossibility
from optimizer.review.insertion import Insertions, best_of
from optimizer.review.standing import Standing

_TOURS = 2
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
        able = [team for team, _ in self.insertions.trips(site, service)]
        if not able and cases == site.cases[service.id]:
            impossible = impossibility(self.insertions.idle, site, service)
            return Verdict(site, service, cases, Reason.IMPOSSIBLE, impossibility=impossible)
        broken = next((team for team in able if team.id in self.standing.broken), None)
        return Verdict(site, service, cases, Reason.CROWDED_OUT, broken_team=broken)

    def _change(self, site: Site, service: Service) -> Change | None:
        """A change that serves at least one case more: a straight one that pays, or the best found."""
        straight = self.insertions.straight(site, service)
        if straight is not None and (straight.delta_mdong > 0 or self._is_late()):
            return straight
        best = best_of((straight, self.insertions.displacing(site, service)))
        if best is None:
            return best_of(self._needed_tours(site, service))
        if best.delta_mdong > 0 or self._is_late():
            return best
        return best_of((best, *self._cheaper_tours(site, service, best)))

    def _needed_tours(self, site: Site, service: Service) -> Iterator[Change | None]:
        """The best weeks of the nearest teams that could come at all."""
        able = (one for one in self.insertions.trips(site, service) if one[0].id not in self.standing.broken)
        for team, trip in islice(able, _TOURS):
            yield self.insertions.with_new_nights(site, service, team, trip)

    def _cheaper_tours(self, site: Site, service: Service, best: Change) -> Iterator[Change | None]:
        """The best weeks of the nearest teams that may sleep away, where a night more could beat `best`."""
        night_dong = self.standing.scenario.objective.night_dong
        rested = (
            team
            for team in self.insertions.nearest(site, service)
            if team.max_nights
            and team.id not in self.standing.broken
            and team.officers * night_dong * 1000 < -best.delta_mdong
        )
        for team in islice(rested, _TOURS):
            yield self.insertions.with_new_nights(site, service, team)
