"""More stops, more visits or more work than the search has room for."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.scenario import Scenario, Service
from optimizer.engine.kernels import arrays
from tests import build
from tests.engine.recount import RUINS, Steps

CARD = Service(id="cccd", name="Cấp CCCD", minutes=12)
QUICK = Service(id="cccd", name="Kích hoạt", minutes=1)


def doorsteps() -> Scenario:
    """Eighty houses at one spot, a minute of work in each: one day is enough for all of them."""
    return build.scenario(
        *(build.site(f"s{number}", km_north=2.0, cases={"cccd": 1}, setup_minutes=0) for number in range(80)),
        services={"cccd": QUICK},
    )


def one_big_town() -> Scenario:
    """One site with work for more than the 84 team-days that there are."""
    return build.scenario(
        build.site("a", cases={"cccd": 1_000_000}, hours="often"),
        build.site("b", km_north=12.0, cases={"cccd": 3}, lodging=True),
        days=7,
        services={"cccd": CARD},
        hours={"often": build.hours("often", (480, 560), (560, 640), (640, 900), (900, 1050), days=7)},
        teams={
            f"to-{number}": build.team(f"to-{number}", days=7, max_nights=number % 3) for number in range(12)
        },
    )


ROOM = 20
"""Visits that a site has room for in these tests: fewer than the town below wants."""


def walked(made: Scenario, seed: int = 1) -> Steps:
    """A walk at its first plan, with room for few visits."""
    with mock.patch.object(arrays, "MAX_VISITS", ROOM):
        made_ready = Steps(made, seed)
    made_ready.walk.construct()
    made_ready.check()
    return made_ready


def test_a_day_with_more_stops_than_there_is_room_for_is_cut_at_the_last():
    steps = walked(doorsteps())
    assert steps.walk.standing().cases == arrays.MAX_STOPS


def test_a_site_with_more_visits_than_there_is_room_for_gets_that_many():
    steps = walked(one_big_town())
    assert steps.walk.state.visits[0, 0] == ROOM


def test_there_is_room_for_every_team_to_visit_one_site_on_every_date():
    steps = Steps(one_big_town())
    steps.walk.construct()
    steps.check()
    assert steps.walk.state.visits[0, 0] >= 12 * 7


@pytest.mark.parametrize("made", [doorsteps(), one_big_town()], ids=["many stops", "many visits"])
@settings(max_examples=15)
@given(
    seed=st.integers(0, 2**31 - 1),
    ruins=st.lists(st.integers(0, len(RUINS) - 1), min_size=20, max_size=40),
    temperature_mdong=st.sampled_from([0.0, 1e15]),
)
def test_nothing_is_written_beyond_its_row(
    made: Scenario, seed: int, ruins: list[int], temperature_mdong: float
):
    # What lies in the next row would no longer add up.
    steps = walked(made, seed)
    for ruin in ruins:
        steps.ruin(ruin, temperature_mdong)
    steps.check()
    steps.walk.close()
    steps.check()
    steps.check_best()
