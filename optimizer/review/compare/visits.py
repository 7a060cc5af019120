"""What becomes of each visit from one plan to another: added, removed, moved, changed or the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product

from optimizer.domain.plan import Route, Visit
from optimizer.review.known_visits import Known, known_visits


class Kind(StrEnum):
    """In what a visit differs; those that weigh most come first."""

    ADDED = "added"
    REMOVED = "removed"
    TEAM = "team"
    DAY = "day"
    CASES = "cases"
    HOUR = "hour"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class DayVisit:
    """All that one team does at one site on one date, taken together if it comes more than once.

    Parameters
    ----------
    start, finish
        Minutes since midnight at which work begins and ends.
    served
        Cases by the site where people live and service.
    """

    team: str
    date: date
    site: str
    start: int
    finish: int
    served: dict[str, dict[str, int]]

    @property
    def cases(self) -> int:
        """Cases served, those of people from elsewhere included."""
        return sum(sum(cases.values()) for cases in self.served.values())


@dataclass(frozen=True, slots=True)
class VisitChange:
    """A visit in the one plan and in the other; None where it is not."""

    site: str
    before: DayVisit | None
    after: DayVisit | None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Everything in which the visit differs, what weighs most first; `Kind.SAME` for nothing.

        The hour is told only where team and date stay: on another date it is another hour anyway.
        """
        before, after = self.before, self.after
        if before is None or after is None:
            return (Kind.ADDED,) if before is None else (Kind.REMOVED,)
        stays = (before.team, before.date) == (after.team, after.date)
        differs = {
            Kind.TEAM: before.team != after.team,
            Kind.DAY: before.date != after.date,
            Kind.CASES: before.served != after.served,
            Kind.HOUR: stays and before.start != after.start,
        }
        return tuple(kind for kind, does in differs.items() if does) or (Kind.SAME,)

    @property
    def kind(self) -> Kind:
        """That of `kinds` which weighs most."""
        return self.kinds[0]

    @property
    def visits(self) -> tuple[DayVisit, ...]:
        """The visit in the earlier plan and in the later one, as far as it is there."""
        return tuple(one for one in (self.before, self.after) if one is not None)


def visit_changes(before: Iterable[Route], after: Iterable[Route]) -> tuple[VisitChange, ...]:
    """Every visit of both plans, by date and time.

    Of visits to a site that only one plan has, one that falls away and one that comes new are told
    as one that moves, the nearest two first: those by the same team or on the same date before
    others, then those with the fewest days between them.
    """
    then, now = _day_visits(before), _day_visits(after)
    changes = [VisitChange(known[2], then[known], now[known]) for known in then if known in now]
    fallen = _by_site(visit for known, visit in then.items() if known not in now)
    fresh = _by_site(visit for known, visit in now.items() if known not in then)
    for site in {**fallen, **fresh}:
        changes += _moves(site, fallen.get(site, []), fresh.get(site, []))
    return tuple(sorted(changes, key=_order))


def _moves(site: str, fallen: Sequence[DayVisit], fresh: Sequence[DayVisit]) -> list[VisitChange]:
    """Visits to one site, paired as far as both sides go."""
    left, come = list(fallen), list(fresh)
    moved = []
    for one, other in sorted(product(fallen, fresh), key=lambda pair: _distance(*pair)):
        if one in left and other in come:
            left.remove(one)
            come.remove(other)
            moved.append(VisitChange(site, one, other))
    return [
        *moved,
        *(VisitChange(site, one, None) for one in left),
        *(VisitChange(site, None, one) for one in come),
    ]


def _distance(one: DayVisit, other: DayVisit) -> tuple[int, int, int, list[tuple[str, date]]]:
    """How far apart two visits to a site are; the same the other way round, and no two pairs alike."""
    ends = sorted([(one.team, one.date), (other.team, other.date)])
    differs = (one.team != other.team) + (one.date != other.date)
    return differs, abs((one.date - other.date).days), abs(one.cases - other.cases), ends


def _day_visits(routes: Iterable[Route]) -> dict[Known, DayVisit]:
    return {known: _together(known, visits) for known, visits in known_visits(routes).items()}


def _together(known: Known, visits: Sequence[Visit]) -> DayVisit:
    served: dict[str, dict[str, int]] = {}
    for visit in visits:
        for home, cases in visit.served.items():
            of_home = served.setdefault(home, {})
            for service, number in cases.items():
                of_home[service] = of_home.get(service, 0) + number
    start, finish = min(one.start for one in visits), max(one.finish for one in visits)
    return DayVisit(*known, start, finish, served)


def _by_site(visits: Iterable[DayVisit]) -> dict[str, list[DayVisit]]:
    by_site: dict[str, list[DayVisit]] = {}
    for one in visits:
        by_site.setdefault(one.site, []).append(one)
    return by_site


def _order(change: VisitChange) -> tuple[date, int, str, str]:
    visit = change.visits[-1]
    return visit.date, visit.start, visit.team, visit.site
