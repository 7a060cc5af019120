"""What the search keeps up as it goes equals what is counted anew, after every kind of move."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from optimizer.domain.scenario import Scenario
from optimizer.engine.compile import compile_instance
from optimizer.travel.build import build_matrix
from tests.engine.campaigns import valley
from tests.engine.recount import RUINS, Steps, snapshot
from tests.random_scenarios import scenarios

ANYTHING_GOES, NOTHING_WORSE = 1e15, 0.0
"""Temperatures, in thousandths of a đồng."""


ANYTHING = scenarios(people=True, weights=True, promises=True)


def steps(made: Scenario, seed: int) -> Steps:
    assume(compile_instance(made, build_matrix(made), pins=made.pins) is not None)
    return Steps(made, seed, made.pins)


@pytest.mark.parametrize("temperature_mdong", [ANYTHING_GOES, NOTHING_WORSE], ids=["hot", "cold"])
@pytest.mark.parametrize("ruin", range(len(RUINS)), ids=RUINS)
@settings(max_examples=12)
@given(made=ANYTHING, seed=st.integers(0, 2**31 - 1))
def test_figures_kept_up_equal_figures_counted_anew(
    ruin: int, temperature_mdong: float, made: Scenario, seed: int
):
    walked = steps(made, seed)
    walked.walk.construct()
    walked.check()
    for _ in range(8):
        walked.ruin(ruin, temperature_mdong)
        walked.check()
    walked.check_best()


@pytest.mark.parametrize("ruin", range(len(RUINS)), ids=RUINS)
def test_every_ruin_moves_teams_about_and_its_rounds_can_be_taken_back(ruin: int):
    walked = Steps(valley())
    walked.walk.construct()
    for _ in range(30):  # away from the first plan, so that there are nights to change
        for other in range(len(RUINS)):
            walked.ruin(other, ANYTHING_GOES)
    taken = given_up = 0
    for round_number in range(200):
        before = snapshot(walked.walk.state)
        if walked.ruin(ruin, NOTHING_WORSE if round_number % 4 else ANYTHING_GOES):
            taken += 1
            walked.check()
        else:
            given_up += 1
            assert snapshot(walked.walk.state) == before
    walked.check_best()
    assert taken > 20
    assert given_up > 5


def test_a_round_that_is_better_becomes_the_best_plan_at_once():
    walked = Steps(valley())
    walked.walk.construct()
    for _ in range(200):
        best, found = walked.walk.objective_mdong, walked.walk.tally[0, 2]
        walked.ruin(0, NOTHING_WORSE)
        walked.check_best()
        if walked.walk.tally[0, 2] > found:
            assert walked.walk.objective_mdong > best
        else:
            assert walked.walk.objective_mdong == best
    assert walked.walk.tally[0, 2] > 3


@settings(max_examples=40)
@given(made=ANYTHING, seed=st.integers(0, 2**31 - 1))
def test_closing_never_loses_anything(made: Scenario, seed: int):
    walked = steps(made, seed)
    walked.walk.construct()
    walked.check()
    walked.walk.advance(60, 0.5)
    walked.check()
    best = walked.walk.objective_mdong
    walked.walk.close()
    walked.check()
    walked.check_best()
    assert walked.walk.objective_mdong >= best
