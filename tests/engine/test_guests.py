"""People who gather or are driven to a visit elsewhere: small campaigns whose best plan is known by hand.

A kilometre takes a minute and costs 1,000 đ and 2 officers × 500 đ: 2,000 đ.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.scenario import Gathering, Scenario, Service, Shuttle
from optimizer.travel.build import build_matrix
from tests import build
from tests.engine.searching import searched, told
from tests.exact import Exact

HOST_TRIP_DONG = 2 * 10 * 2_000
"""To the host and back."""


def hamlets(*others: float, cases: int = 100, **more: Any) -> Scenario:
    """Many people in a hamlet that no vehicle reaches, and hosts so many kilometres north of it.

    The first host is 10 km from the base.  40 stations: time is not what is scarce.
    """
    hosts = [
        build.site(f"host-{number}", km_north=10.0 + north - others[0], cases={})
        for number, north in enumerate(others, start=1)
    ]
    hamlet = build.site(
        "a", km_north=10.0 - others[0], cases={"cccd": cases}, vehicles=frozenset({"xuồng"}), priority=1.5
    )
    return build.scenario(hamlet, *hosts, **({"teams": {"to-1": build.team(stations=40)}} | more))


@pytest.mark.parametrize(("turnout", "coming"), [(0.29, 29), (0.6, 60), (1.0, 100), (0.009, 0)])
def test_no_more_gather_than_the_turnout_says(turnout: float, coming: int):
    solution = searched(hamlets(2.0, gathering=Gathering(3.0, turnout)))
    days = [f"to-1 on 0: host-1 07:10 {coming} cccd of a"] if coming else []
    assert [told(route) for route in solution.routes] == days
    # Their own site's priority counts: 450,000 đ each.
    assert solution.objective_mdong == (coming * 450_000 - HOST_TRIP_DONG * bool(coming)) * 1000


def test_nobody_gathers_beyond_the_radius_or_for_other_services():
    for gathering in (Gathering(1.9, 1.0), Gathering(3.0, 1.0, frozenset({"vneid2"}))):
        assert searched(hamlets(2.0, gathering=gathering)).routes == ()


def test_those_who_gather_at_several_hosts_are_counted_together():
    # Two teams that could each serve 8 in their 97 minutes: 120 - 2 × 10 - 20 = 80, but the turnout is 10.
    shift = build.hours("", (420, 536)).on(build.START)[0]
    teams = {name: build.team(name, shift=shift) for name in ("to-1", "to-2")}
    made = hamlets(2.0, -2.0, cases=20, gathering=Gathering(3.0, 0.5), teams=teams)
    solution = searched(made)
    assert sum(visit.number_of_cases for route in solution.routes for visit in route.visits) == 10
    # 116 - 20 - 20 = 76 minutes: 6 cases at host-1; host-2 is 4 km nearer, 84 minutes: 7.  10 need both.
    assert len(solution.routes) == 2
    # Best is to go to the nearer one twice: 2 × 12 km × 2,000 đ.
    assert solution.objective_mdong == (10 * 450_000 - 2 * 2 * 6 * 2_000) * 1000
    assert {visit.site for route in solution.routes for visit in route.visits} == {"host-2"}


def shuttled(dong_per_case: int, *, turnout: float = 1.0, **more: Any) -> Scenario:
    """Six people 20 km off, and a host half way with four of its own."""
    return build.scenario(
        build.site("a", km_north=20.0, cases={"cccd": 6}),
        build.site("host", cases={"cccd": 4}),
        shuttles=(Shuttle("a", "host", turnout, dong_per_case),),
        **more,
    )


# The detour to the village is 2 × 10 km × 2,000 đ = 40,000 đ, as much as 6 × 6,667 đ.
@pytest.mark.parametrize(
    ("dong_per_case", "served", "cost_dong"),
    [
        (6_000, {"host": 10}, HOST_TRIP_DONG + 6 * 6_000),
        (7_000, {"host": 4, "a": 6}, HOST_TRIP_DONG + 40_000),
    ],
)
def test_a_shuttle_is_sent_where_it_is_cheaper_than_going_there(
    dong_per_case: int, served: dict[str, int], cost_dong: int
):
    made = shuttled(dong_per_case)
    solution = searched(made)
    (route,) = solution.routes
    assert {visit.site: visit.number_of_cases for visit in route.visits} == served
    assert solution.objective_mdong == (10 * 300_000 - cost_dong) * 1000
    assert Exact(made, build_matrix(made)).best_mdong() == solution.objective_mdong


def test_a_shuttle_that_costs_more_than_a_case_is_worth_does_not_run():
    made = shuttled(300_001)
    cut_off = replace(made.sites["a"], vehicles=frozenset({"xuồng"}))
    made = replace(made, sites=made.sites | {"a": cut_off})
    assert [told(route) for route in searched(made).routes] == ["to-1 on 0: host 07:10 4 cccd"]


def test_a_pair_with_a_shuttle_has_its_own_turnout_also_nearby():
    # All may gather, but between these two a shuttle runs, and on it half of them come.
    made = shuttled(1_000, turnout=0.5, gathering=Gathering(15.0, 1.0))
    cut_off = replace(made.sites["a"], vehicles=frozenset({"xuồng"}))
    made = replace(made, sites=made.sites | {"a": cut_off})
    solution = searched(made)
    assert [told(route) for route in solution.routes] == ["to-1 on 0: host 07:10 4 cccd, 3 cccd of a"]
    assert solution.objective_mdong == (7 * 300_000 - 3_000 - HOST_TRIP_DONG) * 1000
    assert Exact(made, build_matrix(made)).best_mdong() == solution.objective_mdong


def test_what_a_host_lacks_and_when_it_is_open_decides_for_its_guests():
    services = {"cccd": Service("cccd", "", 12, needs=frozenset({"power"}))}
    gathering = Gathering(3.0, 1.0)
    made = hamlets(2.0, cases=10, gathering=gathering, services=services)
    # The hamlet has no power either, which does not matter: the host has.
    dark = replace(made.sites["a"], lacks=frozenset({"power"}), hours="never")
    lit = replace(made, sites=made.sites | {"a": dark}, hours={"never": build.hours("never", days=0)})
    assert [told(route) for route in searched(lit).routes] == ["to-1 on 0: host-1 07:10 10 cccd of a"]
    host = made.sites["host-1"]
    for worse in (replace(host, lacks=frozenset({"power"})), replace(host, hours="never")):
        assert searched(replace(lit, sites=lit.sites | {"host-1": worse})).routes == ()


def test_the_release_and_deadline_of_guests_are_those_of_their_home():
    made = hamlets(2.0, cases=10, gathering=Gathering(3.0, 1.0))
    made = replace(
        made,
        horizon=replace(made.horizon, days=3),
        teams={"to-1": build.team(days=3, stations=40)},
        sites={
            "a": replace(made.sites["a"], release=build.day(1), deadline=build.day(1)),
            "host-1": replace(made.sites["host-1"], deadline=build.day(0)),
        },
    )
    assert [told(route) for route in searched(made).routes] == ["to-1 on 1: host-1 07:10 10 cccd of a"]
