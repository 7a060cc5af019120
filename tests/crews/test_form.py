"""The crews formed are the best of all crews."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.crews.form import Formed, form_crews
from optimizer.crews.solving import Effort
from optimizer.crews.staff import Staff
from tests.crews.every import Best, Every
from tests.crews.small import draw


@settings(max_examples=80)
@given(st.integers(0, 100_000))
def test_small_cases_equal_a_trial_of_all_crews(seed: int):
    scenario, estimate = draw(seed)
    expected = Every(scenario, estimate).best()
    made = form_crews(Staff(scenario), estimate, Effort(seconds=30, is_repeatable=True))
    assert (made is None) == (expected is None)
    if made is not None:
        assert made.is_best
        assert _best(made, len(Staff(scenario).crewing.together + Staff(scenario).crewing.apart)) == expected


def _best(made: Formed, wishes: int) -> Best:
    assert made.unfairness is not None
    return Best(wishes - len(made.unkept), made.worth_dong, made.unfairness)
