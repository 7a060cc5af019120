"""Small campaigns in which every text tries to be more than text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from optimizer.domain.plan import Conflict, Plan
from optimizer.domain.scenario import Scenario
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests import build
from tests.report import promised
from tests.report.campaign import LEFT, campaign, plan_of, routes

RUN = "window.broken=1"
TEXTS = (
    f"<img src=x onerror={RUN}>",
    f"</script><script>{RUN}</script>",
    f"${{{RUN}}}",
    f"{{{{{RUN}}}}}",
    "{{7*7}}{% raw %}",
    f"`+({RUN})+`",
    f'"-({RUN})-"',
    f"<svg onload={RUN}>",
    f"<!--<script>{RUN}</script>-->",
    "{cases} {0}",
    "$& $1 $`",
)


def hostile() -> tuple[Plan, Scenario, TravelMatrix]:
    """The campaign of the papers, its names and reasons replaced."""
    texts = iter(TEXTS * 9)
    scenario = renamed(campaign(), texts)
    travel = build_matrix(scenario)
    left = tuple(one.model_copy(update={"detail": next(texts), "would_need": next(texts)}) for one in LEFT)
    return plan_of(scenario, travel, routes(scenario, travel), left), scenario, travel


def hostile_promises() -> tuple[Plan, Scenario, TravelMatrix]:
    """The campaign with guests, follow-ups, promises and changes, its names and reasons replaced.

    Promises and dropped visits that the scenario knows no more are among them: ids are texts too.
    """
    plan, scenario, travel = promised.papers()
    reasons = iter(TEXTS)
    assert scenario.earlier
    [monday] = scenario.earlier.routes[0].visits
    gone = [
        scenario.earlier.routes[0].model_copy(
            update={"team": text, "visits": (monday.model_copy(update={"site": text}),)}
        )
        for text in TEXTS
    ]
    unknown = [Conflict(team=text, date=build.day(4), site=text, reason=text) for text in TEXTS]
    conflicts = (*(one.model_copy(update={"reason": next(reasons)}) for one in plan.conflicts), *unknown)
    earlier = replace(scenario.earlier, routes=(*scenario.earlier.routes, *gone))
    return (
        plan.model_copy(update={"conflicts": conflicts}),
        renamed(replace(scenario, earlier=earlier), iter(TEXTS * 9)),
        travel,
    )


def renamed(scenario: Scenario, texts: Iterator[str]) -> Scenario:
    """The scenario with every name and every lack replaced."""
    return replace(
        scenario,
        name=next(texts),
        services={one.id: replace(one, name=next(texts)) for one in scenario.services.values()},
        bases={one.id: replace(one, name=next(texts)) for one in scenario.bases.values()},
        lodgings={one.id: replace(one, name=next(texts)) for one in scenario.lodgings.values()},
        teams={one.id: replace(one, name=next(texts)) for one in scenario.teams.values()},
        sites={
            one.id: replace(one, name=next(texts), commune=next(texts), lacks=one.lacks | {next(texts)})
            for one in scenario.sites.values()
        },
    )
