"""What changes for the people of each site: how many are served, on which visits, and why others are left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from optimizer.domain.plan import Plan, Unserved
from optimizer.domain.scenario import Scenario
from optimizer.review.compare.visits import Kind, VisitChange
from optimizer.review.served import served_by_cell


class Outcome(StrEnum):
    """What changes for the people of a site."""

    NO_LONGER_SERVED = "no_longer_served"
    FEWER = "fewer"
    NEWLY_SERVED = "newly_served"
    MORE = "more"
    OTHERWISE = "otherwise"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class SiteSide:
    """One site in one of the plans.

    Parameters
    ----------
    due
        Plannable cases outstanding whatever is planned.
    served
        Cases of the site's people served, wherever that is, by service.
    left
        What is left, and why.
    """

    due: int
    served: Mapping[str, int]
    left: tuple[Unserved, ...]

    @property
    def cases(self) -> int:
        """Cases served."""
        return sum(self.served.values())


@dataclass(frozen=True, slots=True)
class SiteChange:
    """One site in both plans; None where the scenario does not have it.

    Parameters
    ----------
    visits
        The visits to the site, and those elsewhere that serve its people, by date and time.
    """

    site: str
    before: SiteSide | None
    after: SiteSide | None
    visits: tuple[VisitChange, ...]

    @property
    def cases(self) -> tuple[int, int]:
        """Cases served before and after."""
        before, after = (0 if side is None else side.cases for side in (self.before, self.after))
        return before, after

    @property
    def outcome(self) -> Outcome:
        """What changes for the site's people; the hours of their visits are not asked for."""
        before, after = self.cases
        if before != after:
            if not before:
                return Outcome.NEWLY_SERVED
            if not after:
                return Outcome.NO_LONGER_SERVED
            return Outcome.MORE if after > before else Outcome.FEWER
        alike = all(one.kind in {Kind.SAME, Kind.HOUR} for one in self.visits) and self._serves_alike
        return Outcome.SAME if alike else Outcome.OTHERWISE

    @property
    def differs(self) -> bool:
        """Whether anything is to be told of the site."""
        changed = any(one.kind is not Kind.SAME for one in self.visits)
        return (
            changed or self.before is None or self.after is None or self._due != 0 or not self._serves_alike
        )

    @property
    def _serves_alike(self) -> bool:
        before, after = ({} if side is None else side.served for side in (self.before, self.after))
        return before == after

    @property
    def _due(self) -> int:
        before, after = (0 if side is None else side.due for side in (self.before, self.after))
        return after - before


def site_changes(
    before: tuple[Plan, Scenario], after: tuple[Plan, Scenario], visits: Sequence[VisitChange]
) -> tuple[SiteChange, ...]:
    """Every site of both scenarios of which something is to be told: those after first, in their order."""
    then, now = _sides(*before), _sides(*after)
    of_site: dict[str, list[VisitChange]] = {}
    for one in visits:
        for site in _concerned(one):
            of_site.setdefault(site, []).append(one)
    every = (
        SiteChange(site, then.get(site), now.get(site), tuple(of_site.get(site, ())))
        for site in {**now, **then}
    )
    return tuple(one for one in every if one.differs)


def _concerned(change: VisitChange) -> dict[str, None]:
    """The site visited, and those whose people are served there, in order."""
    return dict.fromkeys([change.site, *(home for visit in change.visits for home in visit.served)])


def _sides(plan: Plan, scenario: Scenario) -> dict[str, SiteSide]:
    served: dict[str, dict[str, int]] = {}
    for (site, service), cases in sorted(served_by_cell(plan.routes).items()):
        served.setdefault(site, {})[service] = cases
    left: dict[str, list[Unserved]] = {}
    for one in plan.unserved:
        left.setdefault(one.site, []).append(one)
    plannable = [one.id for one in scenario.services.values() if one.plannable]
    return {
        site.id: SiteSide(
            due=sum(scenario.outstanding(site, service) for service in plannable),
            served=served.get(site.id, {}),
            left=tuple(left.get(site.id, ())),
        )
        for site in scenario.sites.values()
    }
