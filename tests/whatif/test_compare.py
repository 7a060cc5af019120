"""What variants are worth, counted by hand; and that more is never worth less."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import settings as tried

from optimizer.alternation import Crewed, crewed_plan
from optimizer.domain.scenario import Scenario
from optimizer.review.check import check_plan, check_routes
from optimizer.travel.matrix import TravelMatrix
from optimizer.whatif.changes import Asked, Change
from optimizer.whatif.compare import Comparison, Gain, compared, most_helpful, shared
from optimizer.whatif.replan import as_it_stands, replanned
from optimizer.whatif.side_by_side import Found
from optimizer.whatif.variants import Variant, more, variants_of
from tests import build
from tests.random_scenarios import scenarios
from tests.whatif.cases import LIMITED, ask, officers, planned, village


def comparison(scenario: Scenario, *wanted: Asked) -> Comparison:
    travel, base = planned(scenario)
    found = [
        (one, Found(replanned(one.scenario, travel, base, LIMITED), is_cut=False))
        for one in variants_of(scenario, [(each,) for each in wanted])
    ]
    return compared(base, None, found, travel)


def test_a_station_and_a_team_are_worth_what_a_person_counts():
    made = comparison(village(), ask("stations"), ask("teams"))
    assert made.base.figures.cases == 49
    # 98 cases instead of 49 at 300,000 đ on the same way; a second team serves as many more, for 20 km
    # at 1,000 đ and 20 minutes of two officers at 500 đ.
    station, team = made.gains
    assert (station.cases, station.km, station.worth_dong) == (49, 0, 49 * 300_000)
    assert (team.cases, team.km, team.cost_dong) == (49, 20, 40_000)
    assert team.worth_dong == 49 * 300_000 - 40_000
    best = most_helpful(made.gains)
    assert {key: one.changes for key, one in best.items()} == {
        ("stations", None): station.changes,
        ("teams", None): team.changes,
    }


def test_an_operator_helps_where_kits_lie_idle_and_another_kit_does_not():
    made = comparison(officers(), ask("officers"), ask("stations"), ask("teams"))
    assert made.base.figures.cases == 49  # the second kit has nobody to operate it
    operator, kit, team = made.gains
    assert (operator.cases, operator.worth_dong) == (49, 49 * 300_000)
    assert (kit.cases, kit.worth_dong) == (0, 0)
    assert (team.cases, team.worth_dong) == (0, 0)  # it has nobody to go with it


def test_the_plan_of_a_variant_with_more_officers_keeps_every_rule():
    scenario = officers()
    travel, base = planned(scenario)
    for variant in variants_of(scenario, ()):
        found = replanned(variant.scenario, travel, base, LIMITED)
        assert check_plan(found.scenario, travel, crewed_plan(found, travel, LIMITED)) == ()


def test_per_piece_two_may_help_less_than_one():
    one = Gain((Change("teams", 1),), 10, 0, 0, 0, 30.0)
    two = Gain((Change("teams", 2),), 15, 0, 0, 0, 50.0)
    both = Gain((Change("teams", 1), Change("stations", 1)), 99, 0, 0, 0, 99.0)
    assert most_helpful([two, one, both]) == {("teams", None): one}


def idle(travel: TravelMatrix, scenario: Scenario, base: Crewed) -> Crewed:
    """What a search that found nothing would have found."""
    standing = as_it_stands(scenario, travel, base)
    assert standing is not None
    solution = replace(standing.found.solution, routes=(), objective_mdong=0)
    return replace(standing, found=replace(standing.found, solution=solution))


def test_a_variant_with_more_takes_over_what_one_with_less_has_found():
    scenario = village()
    travel, base = planned(scenario)
    one, two = variants_of(scenario, [(ask("stations"),), (ask("stations", 2),)])
    found = replanned(one.scenario, travel, base, LIMITED)
    best = shared(base, [(one, found), (two, idle(travel, two.scenario, base))], travel)
    assert [each.found.solution.objective_mdong for each in best] == [
        found.found.solution.objective_mdong
    ] * 2
    # The other way round it cannot: what three stations serve takes one too long.
    best = shared(base, [(one, idle(travel, one.scenario, base)), (two, found)], travel)
    assert best[0].found.solution.objective_mdong >= base.found.solution.objective_mdong


def test_crews_formed_for_one_variant_are_not_given_to_another():
    scenario = officers()
    travel, base = planned(scenario)
    able, kit = (
        Variant((c,), more(scenario, c)) for c in (Change("officers", 1, to=("o1",)), Change("stations", 1))
    )
    found = replanned(able.scenario, travel, base, LIMITED)
    best = shared(base, [(able, found), (kit, base)], travel)
    assert best[1].found.solution.objective_mdong == base.found.solution.objective_mdong
    assert best[0].found.solution.objective_mdong > base.found.solution.objective_mdong


@tried(max_examples=15)
@given(scenarios(most_teams=3, most_days=3, most_sites=6))
def test_the_plan_as_it_is_stands_in_every_variant_that_has_more(scenario: Scenario):
    travel, base = planned(scenario)
    worth = base.found.solution.objective_mdong
    for variant in variants_of(scenario, ())[:4]:
        standing = as_it_stands(variant.scenario, travel, base)
        assert standing is not None
        assert standing.found.solution.objective_mdong == worth
        found = replanned(variant.scenario, travel, base, replace(LIMITED, iterations=30))
        assert found.found.solution.objective_mdong >= worth
        assert check_routes(found.scenario, travel, found.found.solution.routes) == ()


def test_with_fewer_stations_a_plan_may_not_stand():
    scenario = build.scenario(build.site("a", cases={"cccd": 100}), teams={"to-1": build.team(stations=2)})
    travel, base = planned(scenario)
    assert as_it_stands(village(), travel, base) is None
