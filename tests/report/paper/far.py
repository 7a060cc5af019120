"""The campaign of the papers with its last site a thousand kilometres away."""

from __future__ import annotations

from dataclasses import replace

from optimizer.report.workbook_sheets.contents import Contents
from optimizer.travel.build import build_matrix
from tests.report.campaign import LEFT, campaign, plan_of, routes


def far_campaign() -> Contents:
    scenario = campaign()
    far = {"quan-1": {"lat": 10.776, "lon": 106.70}, "tan-son-nhat": {"lat": 10.818, "lon": 106.652}}
    scenario = replace(
        scenario,
        sites={one.id: replace(one, **far.get(one.id, {})) for one in scenario.sites.values()},
        lodgings={one.id: replace(one, **far.get(one.id, {})) for one in scenario.lodgings.values()},
    )
    travel = build_matrix(scenario)
    return Contents(plan_of(scenario, travel, routes(scenario, travel), LEFT), scenario, travel)
