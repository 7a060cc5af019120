"""How scarce time is decides what a station-minute is worth during insertion."""

from __future__ import annotations

import pytest

from optimizer.domain.scenario import Scenario, Service
from optimizer.engine.solve import Options, solve
from optimizer.engine.walk import Walk
from optimizer.travel.build import build_matrix
from tests import build
from tests.engine.recount import Steps

CARD = Service(id="cccd", name="Cấp CCCD", minutes=12, value_dong=300_000)

MINUTE_MDONG = 300_000 * 1000 / 12
"""What the work of a station is worth, by the minute: 25,000 đ."""


def village(cases: int) -> Scenario:
    """One village at the door of one team, which has one day."""
    return build.scenario(
        build.site("a", km_north=0.0, cases={"cccd": cases}, setup_minutes=30), services={"cccd": CARD}
    )


def constructed(made: Scenario) -> Walk:
    """A walk at its first plan."""
    walk = Steps(made).walk
    walk.construct()
    return walk


def test_where_all_can_be_served_a_minute_is_worth_a_tenth_of_its_full_price():
    # Nothing is lost at the door: scarcity is the least there is, 0.1.
    assert constructed(village(10)).price_mdong == pytest.approx(0.65 * 0.1 * MINUTE_MDONG)


def test_where_a_third_or_more_is_left_a_minute_has_its_full_price():
    # A shift of 10.5 h less 30 min holds 50 cases of 12 min, a tenth of 500.
    assert constructed(village(500)).price_mdong == pytest.approx(0.65 * MINUTE_MDONG)


def test_between_them_the_price_rises_with_the_share_that_is_left():
    # 50 of 60 cases are served: a sixth is left, half of the third at which time is scarcest.
    assert constructed(village(60)).price_mdong == pytest.approx(0.65 * 0.5 * MINUTE_MDONG)


def test_a_search_that_goes_on_from_a_plan_reckons_with_the_same_price():
    made = village(60)
    routes = solve(made, build_matrix(made), Options(seconds=None, iterations=1)).routes
    walk = Walk(Steps(made).instance, seed=1, start=routes)
    walk.construct()
    assert walk.price_mdong == constructed(made).price_mdong
