from __future__ import annotations

from dataclasses import replace

from optimizer.domain.errors import Finding, Severity
from optimizer.domain.scenario import Closure, Link, Scenario, Service
from optimizer.travel.build import build_matrix
from optimizer.travel.cut_off import cut_off
from tests.build import base, day, scenario, site, team
from tests.travel.graphs import given, towns


def warnings(made: Scenario) -> tuple[Finding, ...]:
    return cut_off(made, build_matrix(made))


def test_where_every_site_is_reached_there_is_nothing_to_warn_of():
    assert warnings(towns(3, days=2)) == ()


def test_sites_without_a_road_are_named_in_one_warning():
    made = towns(3, legs=given((0, 1, 5, 5), (1, 0, 5, 5), (2, 3, 5, 5)))
    (found,) = warnings(made)
    assert (found.code, found.severity) == ("T101", Severity.WARNING)
    assert "2 điểm: Thôn s2 (s2), Thôn s3 (s3)." in found.text("vi")
    assert "2 sites: Thôn s2 (s2), Thôn s3 (s3)." in found.text("en")


def test_many_sites_without_a_road_are_counted_and_some_named():
    (found,) = warnings(towns(30, legs=given()))
    assert found.values["count"] == 30
    assert "s8" in str(found.values["sites"])
    assert "s9" not in str(found.values["sites"])


def test_a_site_closed_for_some_dates_is_told_with_each_run_of_them():
    closures = Closure(("s1",), day(1), day(2)), Closure(("s1",), day(4), day(4))
    first, second = warnings(towns(1, days=5, closures=closures))
    assert (first.code, second.code) == ("T102", "T102")
    assert "Từ 25/04/2023 đến hết 26/04/2023" in first.text("vi")
    assert "From 2023-04-28 to 2023-04-28" in second.text("en")


def test_a_site_without_a_way_back_is_told():
    made = towns(1, legs=given(), links=(Link("home", "s1", minutes=5, metres=5, one_way=True),))
    assert [found.code for found in warnings(made)] == ["T103"]


def test_only_dates_on_which_cases_may_be_served_and_a_team_works_count():
    shut = Closure(("bản",), day(1), day(2))
    made = scenario(site("bản", deadline=day(1)), days=3, closures=(shut,))
    assert [found.values["first"] for found in warnings(made)] == [day(1)]
    made = replace(made, teams={"to-1": team(dates=frozenset({day(0), day(2)}))})
    assert warnings(made) == ()


def test_sites_with_nothing_to_plan_need_no_road():
    away = Service("away", "Đi làm ăn xa", minutes=None, plannable=False)
    made = scenario(site("bản", cases={"away": 3}), services={"away": away}, legs=given())
    assert warnings(made) == ()


def test_teams_whose_base_is_cut_off_while_others_go_out_are_named():
    # Both go to s1; the second has its base at the closed end of a road of its own.
    legs = given((0, 2, 5, 5), (2, 0, 5, 5), (1, 2, 5, 5), (2, 1, 5, 5))
    made = scenario(
        site("s1"),
        bases={"home": base(), "far": base("far", km_north=5)},
        teams={
            "to-1": team(days=3),
            "to-2": team("to-2", base="far", days=3),
            "to-3": team("to-3", base="far", days=3),
        },
        legs=legs,
        days=3,
        closures=(Closure(("far", "s1"), day(1), day(2)),),
    )
    (found,) = warnings(made)
    assert (found.code, found.severity) == ("T104", Severity.WARNING)
    assert "Từ 25/04/2023 đến hết 26/04/2023 có 2 tổ không đi được" in found.text("vi")
    assert "2 teams get from their base to no site: to-2 (to-2), to-3 (to-3)." in found.text("en")
    at_home = replace(made, teams={"to-2": made.teams["to-2"]})
    # Where nobody gets anywhere the sites are told, not every team besides.
    assert [found.code for found in warnings(at_home)] == ["T102"]
    off = {**made.teams, "to-2": replace(made.teams["to-2"], dates=frozenset({day(0)}))}
    (found,) = warnings(replace(made, teams=off))
    assert "1 team gets from its base to no site: to-3 (to-3)." in found.text("en")


def test_without_a_team_at_work_nothing_is_told():
    assert warnings(scenario(site("bản"), teams={"to-1": team(dates=frozenset())}, legs=given())) == ()
