"""The crews formed are the best of all crews."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.crews.estimate import Estimate, Share
from optimizer.crews.form import Formed, form_crews
from optimizer.crews.pools import Pool
from optimizer.crews.solving import Effort
from optimizer.crews.staff import Staff
from optimizer.domain.crews import Crewing, CrewKind, Officer, Range, Worked
from tests.crews.every import Best, Every
from tests.crews.small import dates_of, draw, scenario_of


@settings(max_examples=80)
@given(st.integers(0, 100_000))
def test_small_cases_equal_a_trial_of_all_crews(seed: int):
    scenario, estimate = draw(seed)
    expected = Every(scenario, estimate).best()
    effort = Effort(seconds=30, is_repeatable=True)
    made = form_crews(Staff(scenario), estimate, effort, given_up=0.0)
    assert (made is None) == (expected is None)
    if made is not None:
        assert made.is_best
        assert _best(made, len(Staff(scenario).crewing.together + Staff(scenario).crewing.apart)) == expected


def _best(made: Formed, wishes: int) -> Best:
    assert made.unfairness is not None
    return Best(wishes - len(made.unkept), made.worth_dong, made.unfairness)


@pytest.mark.parametrize(("minutes", "goes"), [(1, "rested"), (10, "worked")])
def test_who_was_away_last_week_is_not_sent_again_for_next_to_nothing(minutes: int, goes: str):
    dates = dates_of(2)
    officers = {
        "worked": Officer("worked", "worked", skills=frozenset({"thai"})),
        "rested": Officer("rested", "rested"),
    }
    kind = CrewKind("to", "to", "home", "car", frozenset(dates), officers=Range(1, 1))
    crewing = Crewing(officers, {"to": kind}, history={"worked": Worked(days_away=5)})
    plain = Pool(
        region="r",
        requires=frozenset(),
        lacks=frozenset(),
        vehicles=frozenset(),
        dates=frozenset(dates),
        hours=None,
        station_min=150,
        mdong_per_min=1.0,
        sites=("a",),
        services=frozenset({"cccd"}),
    )
    # 150 minutes at 100 đ for anybody, and 1 or 10 at 10 đ in Thái, which are worth 1 đ to whoever does
    # not speak it: 9 đ of 15,059 đ are less than a thousandth, 90 đ of 15,140 đ are more.
    estimate = Estimate(
        pools=(plain, replace(plain, requires=frozenset({"thai"}))),
        shares={"to": (Share(0, 100, 150), Share(1, 10, minutes))},
        day_min={"to": 100},
        spare_dong=1,
        setting_out_dong={"to": 0},
        officer_day_dong={"to": 0},
    )
    made = form_crews(Staff(scenario_of(crewing, 2)), estimate, Effort(seconds=5, is_repeatable=True))
    assert made is not None
    assert made.is_best
    assert made.crews[0].officers == (goes,)
    assert made.crews[0].dates == dates
