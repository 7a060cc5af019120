"""Every reason against a search that tries everything, where people move, come again and were promised.

Random small campaigns with follow-ups, recorded work, gathering, shuttles, charges for unevenness
and change, pins and frozen routes; and random plans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hypothesis import event, given, settings
from hypothesis import strategies as st

from optimizer.domain.plan import Reason, Route
from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.review.catchment import Catchment, Coming
from optimizer.review.change import Change
from optimizer.review.check import check_routes
from optimizer.review.exchange import with_paying_exchanges
from optimizer.review.figures import objective_mdong
from optimizer.review.judge import Judge, Verdict
from optimizer.review.served import served
from optimizer.review.standing import Standing
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests.random_scenarios import scenarios
from tests.review.exhaustive import Plan, TryingAll
from tests.review.some_plans import some_plans, with_kept_promises

SMALL = scenarios(most_teams=2, most_days=3, most_sites=4, people=True, weights=True)

_MOST_CASES = 5
"""Cases up to which every number of cases is tried."""


@settings(max_examples=150)
@given(made=SMALL, data=st.data(), is_late=st.booleans())
def test_every_reason_holds_against_trying_everything(made: Scenario, data: st.DataObject, is_late: bool):  # noqa: FBT001
    travel = build_matrix(made)
    routes = data.draw(some_plans(made, travel))
    if data.draw(st.booleans()):
        routes = with_paying_exchanges(made, travel, routes)
        assert check_routes(made, travel, routes) == ()
    made = data.draw(with_kept_promises(made, routes))
    judge = Judge(Standing(made, travel, routes), lambda: is_late)
    for (site_id, service_id), cases in judge.standing.left.items():
        verdicts = judge.verdicts(made.sites[site_id], made.services[service_id])
        assert sum(one.cases for one in verdicts) == cases
        assert_true(TryingAll(made, travel), routes, verdicts)


def assert_true(trying: TryingAll, routes: Sequence[Route], verdicts: Sequence[Verdict]) -> None:
    """Try everything that speaks against the verdicts on one cell."""
    site, service = verdicts[0].site, verdicts[0].service
    event(" and ".join(one.reason.value for one in verdicts))
    if not service.plannable:
        assert [one.reason for one in verdicts] == [Reason.NOT_PLANNABLE]
        return
    assert_possible(trying, routes, verdicts)
    left = sum(one.cases for one in verdicts)
    best_mdong = trying.best_straight_mdong(routes, site, service, min(left, _MOST_CASES))
    (change,) = {one.change.delta_mdong: one.change for one in verdicts if one.change}.values() or [None]
    if change is None:
        assert best_mdong is None
        return
    event("gives something up" if change.losses else "straight")
    event("at home" if change.host.id == site.id else "elsewhere")
    assert_valid(trying.scenario, trying.travel, routes, change)
    assert change.gained[site.id, service.id] >= 1
    assert best_mdong is None or change.delta_mdong >= best_mdong
    assert (verdicts[-1].reason is Reason.NOT_FOUND) == (change.delta_mdong > 0)


def assert_possible(trying: TryingAll, routes: Sequence[Route], verdicts: Sequence[Verdict]) -> None:
    """As many cases are called impossible as no team could ever serve."""
    site, service = verdicts[0].site, verdicts[0].service
    impossible = sum(one.cases for one in verdicts if one.reason is Reason.IMPOSSIBLE)
    left = sum(one.cases for one in verdicts)
    days = trying.dates_due(site, service, routes)
    every = trying.scenario.sites
    useful = [day for day in days if trying.could_be_served(site, service, every, [day])]
    due = trying.scenario.due(site, service.id)
    late = sum(cases for day, cases in due.items() if useful and day > useful[-1])
    at_home = any(one.home == one.host == site.id and one.service == service.id for one in served(routes))
    in_time = left - min(left, late)
    if not at_home and not trying.could_be_served(site, service, [site.id], days):
        in_time = min(in_time, most_away(trying, routes, site, service))
    # A stop on the way may save driving (a flight from there): then a change shows how.
    shown = [one.change for one in verdicts if one.change]
    if any(change.host.id == site.id for change in shown):
        assert impossible <= left - in_time
    else:
        gained = max((change.gained[site.id, service.id] for change in shown), default=0)
        assert impossible == left - max(in_time, gained)
    for one in verdicts:
        assert_dates(one, useful)


def assert_dates(verdict: Verdict, useful: Sequence[date]) -> None:
    """No team could serve a case after the dates that are said to be too late, and one could when it is said.

    Parameters
    ----------
    useful
        The dates on which some team could serve a case in some plan.
    """
    if verdict.frozen_until is not None:
        assert all(day <= verdict.frozen_until for day in useful)
    if verdict.follow_up is not None:
        event(f"due too late, {verdict.reason.value}")
        assert all(day < verdict.follow_up.since for day in useful)
        in_time = verdict.follow_up.in_time
        assert in_time is None or any(day >= in_time for day in useful)
        assert verdict.reason is Reason.IMPOSSIBLE or in_time is not None


def most_away(trying: TryingAll, routes: Sequence[Route], site: Site, service: Service) -> int:
    """How many cases more may come to sites that some team could visit."""
    made, catchment = trying.scenario, Catchment(trying.scenario)
    days = trying.dates_due(site, service, routes)
    usable = [
        host
        for host in made.sites.values()
        if host is not site
        and catchment.coming(site, host, service).is_possible
        and trying.could_be_served(site, service, [host.id], days)
    ]
    by_shuttle = [one for one in usable if catchment.coming(site, one, service) is Coming.SHUTTLE]
    guests = [one for one in served(routes) if (one.home, one.service) == (site.id, service.id) != one.host]

    def remaining(most: int, hosts: Sequence[Site]) -> int:
        ids = {host.id for host in hosts}
        return most - sum(one.cases for one in guests if one.host in ids)

    total = sum(remaining(catchment.most_shuttled(site, host, service), [host]) for host in by_shuttle)
    gathered = [
        host
        for host in made.sites.values()
        if host is not site and catchment.coming(site, host, service) is Coming.GATHERING
    ]
    if len(by_shuttle) < len(usable):
        total += remaining(catchment.most_gathered(site, service), gathered)
    return total


def assert_valid(made: Scenario, travel: TravelMatrix, routes: Sequence[Route], change: Change) -> None:
    """The changed plan breaks no rule and no promise, and is worth what the change says."""
    changed = [*(route for route in routes if route.team != change.team.id), *change.routes]
    assert check_routes(made, travel, changed) == ()
    assert Plan(TryingAll(made, travel), routes).keeps_promises(changed)
    gained_mdong = objective_mdong(made, travel, changed) - objective_mdong(made, travel, routes)
    assert gained_mdong == change.delta_mdong
    lost_mdong = sum(loss.worth_mdong for loss in change.losses)
    assert change.delta_mdong == change.gained_mdong - lost_mdong - change.cost_mdong


@settings(max_examples=60)
@given(made=SMALL, data=st.data())
def test_exchanges_make_a_plan_better_until_none_pays_and_keep_its_promises(
    made: Scenario, data: st.DataObject
):
    travel = build_matrix(made)
    routes = data.draw(some_plans(made, travel))
    made = data.draw(with_kept_promises(made, routes))
    better = with_paying_exchanges(made, travel, routes)
    assert check_routes(made, travel, better) == ()
    assert Plan(TryingAll(made, travel), routes).keeps_promises(better)
    gained_mdong = objective_mdong(made, travel, better) - objective_mdong(made, travel, routes)
    assert gained_mdong >= 0
    event("better" if gained_mdong else "as it was")
    assert (gained_mdong > 0) == any(one.reason is Reason.NOT_FOUND for one in verdicts(made, travel, routes))
    assert all(one.reason is not Reason.NOT_FOUND for one in verdicts(made, travel, better))


def verdicts(made: Scenario, travel: TravelMatrix, routes: Sequence[Route]) -> Iterator[Verdict]:
    """The verdicts on everything that a plan leaves."""
    judge = Judge(Standing(made, travel, tuple(routes)), lambda: False)
    for site_id, service_id in judge.standing.left:
        yield from judge.verdicts(made.sites[site_id], made.services[service_id])
