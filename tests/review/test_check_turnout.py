"""R6 for people who come to a visit elsewhere: how many, and that a plan counts them as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from optimizer.domain.plan import MadeBy, Plan, Reason, ScenarioStamp, Unserved
from optimizer.domain.scenario import Shuttle
from optimizer.review.check import check_demand, check_plan
from optimizer.review.figures import figures
from tests import build
from tests.review.hamlets import BUS, GATHERING, day_at, hamlets, keys
from tests.review.week import straight


@pytest.mark.parametrize(
    ("turnout", "outstanding", "most"),
    [(0.6, 5, 3), (0.6, 6, 3), (0.6, 4, 2), (0.29, 100, 29), (0.28, 100, 28), (1.0, 7, 7), (0.1, 9, 0)],
)
def test_at_most_the_whole_cases_of_the_turnout_are_served_away(turnout: float, outstanding: int, most: int):
    # 3.0, ⌊3.6⌋, ⌊2.4⌋, 29 (in binary fractions 28.999…), 28 (28.000…4), 7, ⌊0.9⌋.
    scenario = hamlets(near={"cases": {"vneid": outstanding}}, gathering=replace(GATHERING, turnout=turnout))
    if most:
        assert keys(scenario, day_at("centre", {}, {"near": {"vneid": most}})) == []
    over = day_at("centre", {}, {"near": {"vneid": most + 1}})
    assert [one for one in keys(scenario, over) if one != "R6.too_many"] == ["R6.turnout"]


def test_what_is_served_away_is_counted_over_the_whole_plan():
    # ⌊0.6 × 5⌋ = 3 of near, wherever they go; what is served at near itself does not count.
    scenario = hamlets(gathering=replace(GATHERING, radius_km=7.0))
    routes = [
        day_at("centre", {}, {"near": {"vneid": 2}}),
        day_at("far", {}, {"near": {"vneid": 1}}, offset=1, team="to-2"),
        day_at("near", {"vneid": 2}, {}, offset=2),
    ]
    assert keys(scenario, *routes) == []
    routes[2] = day_at("near", {"vneid": 1}, {}, offset=2)
    routes[1] = day_at("far", {}, {"near": {"vneid": 2}}, offset=1, team="to-2")
    assert keys(scenario, *routes) == ["R6.turnout"]
    (breach,) = check_demand(scenario, routes)
    assert (breach.site, breach.values["served"], breach.values["most"]) == ("near", 4, 3)


def test_each_service_has_its_own_turnout():
    scenario = hamlets(gathering=replace(GATHERING, services=frozenset()))
    # cccd: ⌊0.6 × 4⌋ = 2; vneid: 3.
    assert keys(scenario, day_at("centre", {}, {"near": {"vneid": 3, "cccd": 2}})) == []
    assert keys(scenario, day_at("centre", {}, {"near": {"vneid": 3, "cccd": 3}})) == ["R6.turnout"]


def test_guests_and_those_served_at_home_share_what_is_outstanding():
    # vneid at near: 5.
    routes = [day_at("centre", {}, {"near": {"vneid": 3}}), day_at("near", {"vneid": 3}, {}, team="to-2")]
    assert keys(hamlets(), *routes) == ["R6.too_many"]


def test_a_shuttle_brings_people_from_beyond_the_radius_for_any_service():
    for cases in ({"vneid": 4}, {"cccd": 4}, {"vneid": 4, "cccd": 4}):  # ⌊0.5 × 9⌋ and 0.5 × 8
        assert keys(hamlets(shuttles=(BUS,)), day_at("centre", {}, {"far": cases})) == []
        assert keys(hamlets(shuttles=(BUS,), gathering=None), day_at("centre", {}, {"far": cases})) == []


def test_a_shuttle_runs_one_way():
    back = day_at("far", {}, {"centre": {"vneid": 1}})
    assert keys(hamlets(shuttles=(BUS,)), back) == ["R6.too_far"]


def test_a_shuttle_has_its_own_turnout_for_each_service():
    scenario = hamlets(shuttles=(BUS,))
    assert keys(scenario, day_at("centre", {}, {"far": {"vneid": 5}})) == ["R6.shuttle_turnout"]
    assert keys(scenario, day_at("centre", {}, {"far": {"cccd": 5}})) == ["R6.shuttle_turnout"]
    split = [
        day_at("centre", {}, {"far": {"vneid": 3}}),
        day_at("centre", {}, {"far": {"vneid": 2}}, offset=1),
    ]
    assert keys(scenario, *split) == ["R6.shuttle_turnout"]
    (breach,) = check_demand(scenario, split)
    assert breach.text("vi") == (
        "R6 · Thôn far – kế hoạch đưa đón 5 hồ sơ «Định danh mức 2» từ đây đến Thôn centre, "
        "nhưng chỉ được nhiều nhất 4"
    )


def test_where_a_shuttle_runs_its_turnout_counts_and_not_that_of_gathering():
    # From near to centre ⌊0.2 × 5⌋ = 1 by shuttle, though near enough to walk; to far 3 by themselves.
    scenario = hamlets(
        shuttles=(Shuttle("near", "centre", turnout=0.2),), gathering=replace(GATHERING, radius_km=7.0)
    )
    by_shuttle = day_at("centre", {}, {"near": {"vneid": 1}})
    walking = day_at("far", {}, {"near": {"vneid": 3}}, team="to-2")
    assert keys(scenario, by_shuttle, walking) == []
    assert keys(scenario, day_at("centre", {}, {"near": {"vneid": 2}})) == ["R6.shuttle_turnout"]
    one_more = day_at("far", {}, {"near": {"vneid": 4}}, team="to-2")
    assert keys(scenario, by_shuttle, one_more) == ["R6.turnout"]


def test_two_shuttles_from_one_site_have_a_turnout_each():
    scenario = hamlets(shuttles=(BUS, Shuttle("far", "near", turnout=0.5)))
    both = [
        day_at("centre", {}, {"far": {"vneid": 4}}),
        day_at("near", {}, {"far": {"vneid": 4}}, team="to-2"),
    ]
    assert keys(scenario, *both) == []


@st.composite
def retold(draw: st.DrawFn) -> Plan:
    """The plan of `_honest` with some people counted otherwise, and its times put right for them."""
    plan = _honest()
    number = draw(st.integers(0, len(plan.routes) - 1))
    chosen = plan.routes[number]
    (one,) = chosen.visits
    entries = {(home, service): cases for home, by in one.served.items() for service, cases in by.items()}
    cell = draw(st.sampled_from(sorted(entries)))
    moved = draw(st.integers(1, entries[cell]))
    entries[cell] -= moved
    other = draw(
        st.sampled_from(
            [(home, service) for home in ("centre", "near", "far") for service in ("cccd", "vneid")]
        )
    )
    if draw(st.booleans()):
        entries[other] = entries.get(other, 0) + moved
    own = {service: cases for (home, service), cases in entries.items() if home == one.site and cases}
    guests: dict[str, dict[str, int]] = {}
    for (home, service), cases in entries.items():
        if home != one.site and cases:
            guests.setdefault(home, {})[service] = cases
    team, offset = chosen.team, (chosen.date - build.START).days
    routes = list(plan.routes)
    routes[number] = day_at(one.site, own, guests, offset=offset, team=team)
    assume(routes[number] != chosen)
    return plan.model_copy(update={"routes": tuple(routes)})


def _honest() -> Plan:
    """A plan with guests of every kind, of which every statement is so."""
    scenario = hamlets(shuttles=(BUS,))
    routes = (
        day_at("centre", {"cccd": 4, "vneid": 2}, {"near": {"vneid": 2}, "far": {"vneid": 3, "cccd": 1}}),
        day_at("near", {"cccd": 4}, {"centre": {"vneid": 1}}, offset=1),
        day_at("centre", {"cccd": 6}, {"near": {"vneid": 1}}, offset=1, team="to-2"),
    )
    left = {("near", "vneid"): 2, ("far", "vneid"): 6, ("far", "cccd"): 7}
    return Plan(
        scenario=ScenarioStamp(name="thử", sha256="0" * 64),
        made_by=MadeBy(version="0", seed=1, seconds=0.0, iterations=0),
        routes=routes,
        unserved=tuple(
            Unserved(site=home, service=one, cases=cases, reason=Reason.CROWDED_OUT, detail="…")
            for (home, one), cases in left.items()
        ),
        figures=figures(scenario, straight(scenario), routes),
    )


def test_a_plan_with_guests_says_what_is_so():
    scenario = hamlets(shuttles=(BUS,))
    assert check_plan(scenario, straight(scenario), _honest()) == ()
    again = Plan.model_validate_json(_honest().model_dump_json(by_alias=True))
    assert check_plan(scenario, straight(scenario), again) == ()


@given(retold())
def test_nobody_is_counted_otherwise_unnoticed(plan: Plan):
    scenario = hamlets(shuttles=(BUS,))
    assert check_plan(scenario, straight(scenario), plan) != ()
