"""A small campaign in which every text tries to be more than text."""

from __future__ import annotations

from dataclasses import replace

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
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
    plain = campaign()
    texts = iter(TEXTS * 9)
    scenario = replace(
        plain,
        name=next(texts),
        services={one.id: replace(one, name=next(texts)) for one in plain.services.values()},
        bases={one.id: replace(one, name=next(texts)) for one in plain.bases.values()},
        lodgings={one.id: replace(one, name=next(texts)) for one in plain.lodgings.values()},
        teams={one.id: replace(one, name=next(texts)) for one in plain.teams.values()},
        sites={
            one.id: replace(one, name=next(texts), commune=next(texts), lacks=one.lacks | {next(texts)})
            for one in plain.sites.values()
        },
    )
    travel = build_matrix(scenario)
    left = tuple(one.model_copy(update={"detail": next(texts), "would_need": next(texts)}) for one in LEFT)
    return plan_of(scenario, travel, routes(scenario, travel), left), scenario, travel
