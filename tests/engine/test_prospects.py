"""First steps are credited with what they allow, where there is still time for it."""

from __future__ import annotations

from optimizer.domain.scenario import FollowUp, Scenario, Service
from optimizer.engine.cells import all_cells
from optimizer.engine.prospects import prospects_mdong
from tests import build
from tests.engine.searching import searched

CASE_MDONG = 300_000_000


def in_steps(*, days: int, collected_dong: int = 0, **more: object) -> Scenario:
    """Ten accounts to collect in a village, to be activated two days later, and kept three after that."""
    return build.scenario(
        build.site("a", cases={"collect": 10}, **more),
        days=days,
        services={
            "collect": Service("collect", "Thu nhận", 6, collected_dong, then=FollowUp("activate", 2)),
            "activate": Service("activate", "Kích hoạt", 4, 300_000, then=FollowUp("keep", 3)),
            "keep": Service("keep", "Lưu giữ", 4, 100_000),
        },
        teams={"to-1": build.team(days=days)},
    )


def credit(made: Scenario) -> list[float]:
    """Of a case of the first step, by day."""
    cells = all_cells(made)
    return prospects_mdong(made, cells["a", "collect"], cells)


def test_a_first_step_is_credited_with_every_step_for_which_there_is_time():
    # Of seven days, activation must be done by the seventh, so collected by the fifth; keeping follows five
    # days after collecting, so only what is collected on the first two days is kept: 300,000 and 100,000 đ.
    both, one = CASE_MDONG + 100_000_000.0, float(CASE_MDONG)
    assert credit(in_steps(days=7)) == [both, both, one, one, one, 0.0, 0.0]


def test_a_step_that_comes_due_before_the_release_is_waited_for():
    # Released on the third day: both steps can be done on the sixth and after, whenever it was collected.
    made = in_steps(days=7, release=build.day(5), deadline=build.day(6))
    assert credit(made)[:5] == [float(CASE_MDONG)] * 5


def test_nothing_is_credited_where_nobody_can_take_the_next_step():
    made = in_steps(days=7)
    cells = all_cells(made)
    del cells["a", "activate"]
    assert prospects_mdong(made, cells["a", "collect"], cells) == [0.0] * 7


def test_first_steps_that_are_worth_nothing_themselves_are_served_for_what_follows():
    # 10 km there and back on two of four days: 2 x 20 km at 1,000 đ, 2 x 20 min of 2 officers at 500 đ.
    solution = searched(in_steps(days=4))
    assert solution.objective_mdong == 10 * CASE_MDONG - 2 * (20_000 + 20_000) * 1000


def test_first_steps_without_time_for_what_follows_are_left():
    assert searched(in_steps(days=2)).routes == ()
