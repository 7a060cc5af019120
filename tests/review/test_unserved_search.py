"""Every reason against a search that tries everything, on random small campaigns and random plans."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.plan import Reason, Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, solve
from optimizer.review.change import Change
from optimizer.review.check import check_routes
from optimizer.review.figures import objective_mdong
from optimizer.review.judge import Judge, Verdict
from optimizer.review.schedule import timed_route
from optimizer.review.standing import Standing
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests.random_scenarios import scenarios
from tests.review.exhaustive import best_straight_mdong, could_serve_once

SMALL = scenarios(most_teams=2, most_days=3, most_sites=4)


@st.composite
def plans(draw: st.DrawFn, made: Scenario, travel: TravelMatrix) -> tuple[Route, ...]:
    """Routes of a short search, some visits cut and some dropped: valid, and far from the best."""
    options = Options(seed=draw(st.integers(0, 999)), seconds=None, iterations=draw(st.integers(0, 30)))
    routes = list(solve(made, travel, options).routes)
    for number, route in enumerate(routes):
        work = []
        for visit in route.visits:
            kept = draw(st.sampled_from(["all", "all", "one", "none"]))
            if kept == "all":
                work.append((visit.site, visit.cases))
            elif kept == "one":
                work.append((visit.site, {draw(st.sampled_from(sorted(visit.cases))): 1}))
        ends = route.start, route.end
        thinned = timed_route(made, travel, made.teams[route.team], route.date, ends=ends, work=work)
        if thinned is not None and not check_routes(made, travel, [*routes[:number], thinned, *routes[number + 1 :]]):
            routes[number] = thinned
    return tuple(routes)


@settings(max_examples=150, deadline=None)
@given(made=SMALL, data=st.data())
def test_every_reason_holds_against_trying_everything(made: Scenario, data: st.DataObject):
    travel = build_matrix(made)
    routes = data.draw(plans(made, travel))
    judge = Judge(Standing(made, travel, routes), data.draw(st.sampled_from([lambda: False, lambda: True])))
    for site_id, service_id in judge.standing.left:
        verdict = judge.verdict(made.sites[site_id], made.services[service_id])
        assert_true(made, travel, routes, verdict)


def assert_true(made: Scenario, travel: TravelMatrix, routes: Sequence[Route], verdict: Verdict) -> None:
    """Try everything that speaks against a verdict."""
    site, service = verdict.site, verdict.service
    if verdict.reason is Reason.NOT_PLANNABLE:
        assert not service.plannable
        return
    if verdict.cases == site.cases[service.id]:
        teams = made.teams.values()
        is_possible = any(could_serve_once(made, travel, team, site, service) for team in teams)
        assert is_possible == (verdict.reason is not Reason.IMPOSSIBLE)
    if verdict.reason is Reason.IMPOSSIBLE:
        return
    best_mdong = best_straight_mdong(made, travel, routes, site, service, verdict.cases)
    if verdict.change is None:
        assert best_mdong is None
        return
    assert_valid(made, travel, routes, verdict.change)
    assert best_mdong is None or verdict.change.delta_mdong >= best_mdong
    assert (verdict.reason is Reason.NOT_FOUND) == (verdict.change.delta_mdong > 0)


def assert_valid(made: Scenario, travel: TravelMatrix, routes: Sequence[Route], change: Change) -> None:
    """The changed plan breaks no rule and is worth what the change says."""
    others = [route for route in routes if route.team != change.team.id]
    changed = [*others, *change.routes]
    assert check_routes(made, travel, changed) == ()
    gained_mdong = objective_mdong(made, travel, changed) - objective_mdong(made, travel, routes)
    assert gained_mdong == change.delta_mdong
    assert change.delta_mdong == change.gained_mdong - change.cost_mdong - sum(
        loss.worth_mdong for loss in change.losses
    )
