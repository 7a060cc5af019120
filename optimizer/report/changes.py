"""What becomes of each visit of the plan that was handed out before.

A visit is known by its team, date and site: at another hour, or for other cases, it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from optimizer.domain.plan import Plan, Route, Visit
from optimizer.domain.scenario import Scenario
from optimizer.review.known_visits import Known, known_visits


class Fate(StrEnum):
    """What becomes of a visit."""

    NEW = "new"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Compared:
    """A visit in the plan and in the earlier one.

    Parameters
    ----------
    now, before
        The visit in each of them; None where it is not.  Of a team's several visits to a site on
        one date the first is compared with the first, and one too many stands alone and is kept.
    """

    team: str
    date: date
    site: str
    fate: Fate
    now: Visit | None
    before: Visit | None

    @property
    def is_moved(self) -> bool:
        """Whether a visit that is kept begins at another time or serves other cases."""
        now, before = self.now, self.before
        if now is None or before is None:
            return False
        return (now.start, now.served) != (before.start, before.served)


class Comparison:
    """A plan beside the one that was handed out before; nothing to compare if there was none."""

    def __init__(self, plan: Plan, scenario: Scenario) -> None:
        earlier = scenario.earlier
        now = {} if earlier is None else known_visits(plan.routes)
        before = {} if earlier is None else known_visits(earlier.routes)
        self._by_visit = {
            known: _side_by_side(known, now.get(known, []), before.get(known, []))
            for known in {**now, **before}
        }
        self._ranks = {team: rank for rank, team in enumerate(scenario.teams)}

    @cached_property
    def visits(self) -> tuple[Compared, ...]:
        """Every visit of both plans, by team in the scenario's order, then date and time."""
        every = (one for of_visit in self._by_visit.values() for one in of_visit)
        return tuple(sorted(every, key=self._order))

    def of(self, route: Route) -> list[Compared | None]:
        """The visits of one of the plan's routes, in order; None where there is nothing to compare."""
        sites = {visit.site for visit in route.visits}
        ahead = {site: iter(self._by_visit.get((route.team, route.date, site), ())) for site in sites}
        return [next(ahead[visit.site], None) for visit in route.visits]

    def _order(self, one: Compared) -> tuple[int, str, date, int, str]:
        visit = one.now or one.before
        assert visit is not None  # noqa: S101 - one of the two plans has it
        return self._ranks.get(one.team, len(self._ranks)), one.team, one.date, visit.start, one.site


def _side_by_side(known: Known, now: list[Visit], before: list[Visit]) -> list[Compared]:
    fate = Fate.KEPT if now and before else Fate.NEW if now else Fate.DROPPED
    return [Compared(*known, fate, _at(now, at), _at(before, at)) for at in range(len(now or before))]


def _at(visits: list[Visit], at: int) -> Visit | None:
    return visits[at] if at < len(visits) else None
