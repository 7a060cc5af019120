"""The shipped scenarios with officers form crews that are proved to be worth most by the estimate."""

from functools import cache

import pytest

from optimizer.crews.first import estimated_crews
from optimizer.crews.form import Formed
from optimizer.crews.solving import Effort
from optimizer.domain.forming import crewing_of, with_likely_teams
from optimizer.intake import read_scenario
from optimizer.travel.build import build_matrix
from tests.scenarios.shipped import FOLDERS, crews_of, shipped

WITH_OFFICERS = ("ha-nam", "thuan-chau", "tuong-duong")


def test_three_campaigns_form_their_teams_from_officers():
    formed = [name for name in FOLDERS if shipped(name).crewing is not None]
    assert formed == list(WITH_OFFICERS)


@cache
def proved_crews_of(name: str) -> Formed:
    """The crews of one folder as two workers find them, which do not repeat: a proof is a proof."""
    scenario = read_scenario(FOLDERS[name]).scenario
    travel = build_matrix(with_likely_teams(scenario))
    return estimated_crews(scenario, travel, Effort(seconds=60.0))


@pytest.mark.parametrize("name", ["ha-nam", "thuan-chau"])
def test_no_crews_are_worth_more(name: str):
    made = proved_crews_of(name)
    assert made.worth_dong == made.bound_dong


@pytest.mark.parametrize("name", WITH_OFFICERS)
def test_every_wish_is_granted_and_every_promise_can_be_kept(name: str):
    assert crews_of(name).unkept == ()
    scenario = shipped(name)
    assert all(pin.date in scenario.teams[pin.team].dates for pin in scenario.pins)


def test_eleven_officers_of_ha_nam_who_are_not_always_free_keep_three_teams_at_home_at_most():
    officers = crewing_of(shipped("ha-nam")).officers.values()
    assert sum(bool(one.days_off or one.duties) for one in officers) == 11
    days = shipped("ha-nam").horizon.days
    assert sum(len(crew.dates) < days for crew in proved_crews_of("ha-nam").crews) <= 3


def test_the_posts_of_thuan_chau_are_never_empty():
    made, scenario = crews_of("thuan-chau"), shipped("thuan-chau")
    assert len(made.posted) == 29 * scenario.horizon.days
    assert all(len(there) == 1 for there in made.posted.values())


def test_the_desk_of_tuong_duong_is_staffed_on_every_weekday():
    made, scenario = crews_of("tuong-duong"), shipped("tuong-duong")
    assert {day for _, day in made.posted} == {day for day in scenario.horizon.dates() if day.weekday() < 5}
    away = {(one, day) for crew in made.crews for one in crew.officers for day in crew.dates}
    assert not any((one, day) in away for (_, day), there in made.posted.items() for one in there)
