"""How far crews are proved: a proof ends the forming, however much time there is."""

from __future__ import annotations

import pytest

from optimizer.crews.estimate import Estimator
from optimizer.crews.form import Formed, form_crews
from optimizer.crews.solving import Effort
from optimizer.crews.staff import Staff
from optimizer.domain.forming import with_likely_teams
from optimizer.domain.scenario import Scenario
from optimizer.intake import read_scenario
from optimizer.travel.build import build_matrix
from tests.scenarios.shipped import FOLDERS, script

crew_growth = script("benchmarks/crew_growth.py")
GIVEN = read_scenario(FOLDERS["ha-nam"]).scenario


def formed_by(scenario: Scenario, seconds: float, *, is_repeatable: bool) -> Formed:
    estimate = Estimator(scenario, build_matrix(with_likely_teams(scenario))).estimate()
    made = form_crews(Staff(scenario), estimate, Effort(seconds=seconds, is_repeatable=is_repeatable))
    assert made is not None
    return made


@pytest.mark.parametrize("seed", [1, 2, 4])
def test_crews_of_45_officers_drawn_at_random_are_proved_to_be_worth_most(seed: int):
    made = formed_by(crew_growth.drawn(GIVEN, 45, 11, seed), 60.0, is_repeatable=False)
    assert made.is_worth_proven
    assert len(made.crews) == 11


def test_crews_of_300_officers_are_found_and_their_worth_is_bounded():
    made = formed_by(crew_growth.drawn(GIVEN, 300, 60, 1), 1.0, is_repeatable=True)
    assert len(made.crews) == 60
    members = [one for crew in made.crews for one in crew.officers]
    assert len(members) == len(set(members)) >= 120
    assert 0.8 * made.bound_dong < made.worth_dong <= made.bound_dong
