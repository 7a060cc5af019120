"""Every reason against a search that tries everything, on random small campaigns and random plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.plan import Reason, Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, solve
from optimizer.language import Language
from optimizer.review.change import Change
from optimizer.review.check import check_routes
from optimizer.review.figures import objective_mdong
from optimizer.review.judge import Judge, Verdict
from optimizer.review.standing import Standing
from optimizer.review.timing import timed_route
from optimizer.review.unserved import unserved
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests.random_scenarios import scenarios
from tests.review.exhaustive import TryingAll

SMALL = scenarios(most_teams=2, most_days=3, most_sites=4)

_MOST_CASES = 6
"""Cases up to which every number of cases is tried."""


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
        if thinned is not None:
            changed = [*routes[:number], thinned, *routes[number + 1 :]]
            routes = routes if check_routes(made, travel, changed) else changed
    return tuple(routes)


@settings(max_examples=25)
@given(made=SMALL, data=st.data(), is_late=st.booleans())
def test_every_reason_holds_against_trying_everything(made: Scenario, data: st.DataObject, is_late: bool):  # noqa: FBT001
    travel = build_matrix(made)
    routes = data.draw(plans(made, travel))
    judge = Judge(Standing(made, travel, routes), lambda: is_late)
    for site_id, service_id in judge.standing.left:
        (verdict,) = judge.verdicts(made.sites[site_id], made.services[service_id])
        assert_true(made, travel, routes, verdict)


def assert_true(made: Scenario, travel: TravelMatrix, routes: Sequence[Route], verdict: Verdict) -> None:
    """Try everything that speaks against a verdict."""
    site, service = verdict.site, verdict.service
    if verdict.reason is Reason.NOT_PLANNABLE:
        assert not service.plannable
        return
    trying = TryingAll(made, travel)
    if verdict.cases == site.cases[service.id]:
        is_possible = trying.could_be_served(site, service, [site.id])
        if verdict.reason is Reason.IMPOSSIBLE:
            assert not is_possible
        else:
            # A stop on the way may save driving (a flight from there): then a change shows how.
            assert is_possible or verdict.change is not None
    if verdict.reason is Reason.IMPOSSIBLE:
        return
    best_mdong = trying.best_straight_mdong(routes, site, service, min(verdict.cases, _MOST_CASES))
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
    lost_mdong = sum(loss.worth_mdong for loss in change.losses)
    assert change.delta_mdong == change.gained_mdong - lost_mdong - change.cost_mdong


@settings(max_examples=60)
@given(made=scenarios(), data=st.data(), language=st.sampled_from(["vi", "en"]))
def test_all_that_is_left_is_listed_once_and_in_words(
    made: Scenario, data: st.DataObject, language: Language
):
    made = replace(made, language=language)
    travel = build_matrix(made)
    routes = data.draw(plans(made, travel))
    listed = unserved(made, travel, routes)
    left = Standing(made, travel, routes).left
    assert {(one.site, one.service): one.cases for one in listed} == left
    assert len(listed) == len(left)
    assert all(one.detail.endswith(".") and "{" not in one.detail + one.would_need for one in listed)
    assert listed == unserved(made, travel, routes)
