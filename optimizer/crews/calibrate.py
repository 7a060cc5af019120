"""What a plan tells of the estimate: how long pools really took, per minute that was foreseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from optimizer.crews.estimate import Estimator
from optimizer.domain.forming import crewing_of, kinds_by_team
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario

LEAST_STRETCH, MOST_STRETCH = 0.6, 1.7


def stretch_of(
    estimator: Estimator, scenario: Scenario, routes: Iterable[Route]
) -> Mapping[tuple[object, ...], float]:
    """How many times as long the cases of each pool took as was estimated, by key of the pool.

    The shift of a day is shared out over its cases by their minutes.

    Parameters
    ----------
    scenario
        With the teams of the crews.
    """
    estimate = estimator.estimate()
    kinds = kinds_by_team(crewing_of(scenario))
    taken: dict[int, float] = {}
    foreseen: dict[int, float] = {}
    per_min = {
        (kind, share.pool): share.shift_min / max(1, estimate.pools[share.pool].station_min)
        for kind, shares in estimate.shares.items()
        for share in shares
    }
    pool_at = {
        (site, service): number
        for number, pool in enumerate(estimate.pools)
        for site in pool.sites
        for service in pool.services
    }
    for route in routes:
        kind = kinds.get(route.team)
        if kind is None:
            continue
        minutes: dict[int, int] = {}
        for visit in route.visits:
            for home, by_service in visit.served.items():
                for service, cases in by_service.items():
                    number = pool_at.get((home, service))
                    if number is not None and (kind.id, number) in per_min:
                        spent = cases * (scenario.services[service].minutes or 0)
                        minutes[number] = minutes.get(number, 0) + spent
        whole = sum(minutes.values())
        shift = estimate.day_min[kind.id] * scenario.teams[route.team].stations
        for number, spent in minutes.items():
            taken[number] = taken.get(number, 0.0) + shift * spent / whole
            foreseen[number] = foreseen.get(number, 0.0) + spent * per_min[kind.id, number]
    return {
        estimate.pools[number].key: min(MOST_STRETCH, max(LEAST_STRETCH, taken[number] / foreseen[number]))
        for number in taken
        if foreseen[number] > 0
    }
