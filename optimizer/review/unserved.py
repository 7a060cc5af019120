"""What a plan leaves outstanding, each with a reason that was tried before it is stated."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from optimizer.domain.plan import Route, Unserved
from optimizer.domain.scenario import Scenario
from optimizer.review.judge import Judge
from optimizer.review.standing import Standing
from optimizer.review.verdict_words import detail_text, would_need_text
from optimizer.review.wording import Wording
from optimizer.travel.matrix import TravelMatrix


def unserved(
    scenario: Scenario,
    travel: TravelMatrix,
    routes: Iterable[Route],
    *,
    seconds: float | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Unserved, ...]:
    """Every service at every site that has cases left, with the reason, in the scenario's language.

    Where no team can come to a site and only some of its people to others, two reasons share the cases.

    Parameters
    ----------
    seconds
        After that time fewer displacements are tried, so that dearer ones may be named; no reason
        changes from true to false by it.  None for no limit: the answer then depends on the plan alone.
    clock
        Tells seconds.

    Returns
    -------
    In the order of the scenario's sites and of the services in each.
    """
    started = clock()
    standing = Standing(scenario, travel, tuple(routes))
    judge = Judge(standing, lambda: seconds is not None and clock() - started > seconds)
    words = Wording(scenario, scenario.language)
    found = []
    for site_id, service_id in standing.left:
        found += [
            Unserved(
                site=site_id,
                service=service_id,
                cases=verdict.cases,
                reason=verdict.reason,
                detail=detail_text(words, verdict),
                would_need=would_need_text(words, verdict),
            )
            for verdict in judge.verdicts(scenario.sites[site_id], scenario.services[service_id])
        ]
    return tuple(found)
