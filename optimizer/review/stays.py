"""A day's work before it is put on the clock: where to go in which order, and whom to serve there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from optimizer.domain.plan import Visit
from optimizer.domain.scenario import Scenario, Service
from optimizer.review.served import Cell

Cases = Mapping[Cell, int]
"""Cases by the site where people live and service."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One visit that has no time yet.

    Parameters
    ----------
    site
        Where the team goes.
    cases
        Whom it serves there: people of the site itself and its guests.
    start_min
        When set-up must begin, if that was promised.
    """

    site: str
    cases: Cases
    start_min: int | None = None


DayWork = tuple[Stay, ...]
"""The stays of a day in order."""

Work = Sequence[Stay | tuple[str, Mapping[str, int]]]
"""The same; a stay may also be written as a site and its own cases by service."""


def stays_of(work: Work) -> DayWork:
    """`work` with every stay written in full."""
    return tuple(one if isinstance(one, Stay) else _own_cases(*one) for one in work)


def stay_of(visit: Visit, start_min: int | None = None) -> Stay:
    """A visit without its time, but for a start that was promised."""
    cases = {
        (home, service): count
        for home, by_service in visit.served.items()
        for service, count in by_service.items()
    }
    return Stay(visit.site, cases, start_min)


def visit_of(stay: Stay, *, arrive: int, start: int, finish: int) -> Visit:
    """A stay with its time."""
    by_home: dict[str, dict[str, int]] = {}
    for (home, service), count in stay.cases.items():
        by_home.setdefault(home, {})[service] = count
    own = by_home.pop(stay.site, {})
    return Visit(site=stay.site, arrive=arrive, start=start, finish=finish, cases=own, guests=by_home)


def with_cases(work: DayWork, position: int, site: str, cases: Cases, *, is_longer: bool) -> DayWork:
    """`work` with one more stay before a position, or with more cases at the stay that is there."""
    if not is_longer:
        return (*work[:position], Stay(site, cases), *work[position:])
    longer = replace(work[position], cases=Counter(work[position].cases) + Counter(cases))
    return (*work[:position], longer, *work[position + 1 :])


def case_minutes(service: Service) -> int:
    """Minutes of one station per case.

    Raises
    ------
    ValueError
        If the service has no known minutes: it is not plannable.
    """
    if service.minutes is None:
        message = f"service {service.id!r} has no minutes"
        raise ValueError(message)
    return service.minutes


def station_minutes(scenario: Scenario, cases: Cases) -> int:
    """Minutes that one station would need for `cases`.

    Raises
    ------
    ValueError
        If a service has no known minutes.
    """
    return sum(count * case_minutes(scenario.services[service]) for (_, service), count in cases.items())


def _own_cases(site: str, cases: Mapping[str, int]) -> Stay:
    return Stay(site, {(site, service): count for service, count in cases.items()})
