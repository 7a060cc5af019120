"""The search against trying everything: tiny campaigns whose best plan is known exactly."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import Phase, given, seed, settings

from optimizer.domain.scenario import Place, Scenario, Service, Vehicle
from optimizer.engine.solve import Options, Solution, solve
from optimizer.travel.build import build_matrix
from tests import build
from tests.exact import Exact
from tests.random_scenarios import scenarios

ROUNDS = 2000


def searched(made: Scenario) -> Solution:
    return solve(made, build_matrix(made), Options(seconds=None, iterations=ROUNDS))


def best_mdong(made: Scenario) -> int:
    return Exact(made, build_matrix(made)).best_mdong()


def tiny(made: Scenario) -> Scenario:
    """The scenario with at most three cells of three long, dear cases each, and ordinary costs of travel."""
    left, sites = 3, {}
    for site in made.sites.values():
        planned = [name for name in site.cases if made.services[name].plannable][:left]
        left -= len(planned)
        fewer = {name: min(3, site.cases[name]) for name in planned}
        sites[site.id] = replace(site, cases=fewer, max_teams=None)  # the exact answer knows no limit
    return replace(
        made,
        sites=sites,
        services={
            name: replace(
                service, value_dong=10 * service.value_dong, minutes=service.minutes and 5 * service.minutes
            )
            for name, service in made.services.items()
        },
        vehicles={
            name: replace(vehicle, dong_per_km=min(4000, vehicle.dong_per_km))
            for name, vehicle in made.vehicles.items()
        },
        links=tuple(
            replace(link, dong_per_officer=min(50_000, link.dong_per_officer)) for link in made.links
        ),
        objective=replace(made.objective, officer_minute_dong=500),
    )


def alike(made: Scenario) -> Scenario:
    """The scenario with cases of half an hour, whatever the service: no puzzle of fitting them in."""
    services = {
        name: replace(service, minutes=service.minutes and 30) for name, service in made.services.items()
    }
    return replace(made, services=services)


def away(made: Scenario) -> Scenario:
    """The scenario with a cheap bed at every site, and teams that may stay."""
    return replace(
        made,
        sites={name: replace(site, lodging=True) for name, site in made.sites.items()},
        teams={name: replace(team, max_nights=1) for name, team in made.teams.items()},
        objective=replace(made.objective, night_dong=20_000),
    )


TINY = scenarios(most_teams=2, most_days=2, most_sites=3).map(tiny)
ALIKE = TINY.map(alike)
AWAY = scenarios(most_teams=1, most_days=3, most_sites=2).map(tiny).map(alike).map(away)


@settings(max_examples=40)
@given(made=TINY)
def test_no_plan_is_worth_more_than_the_best_possible(made: Scenario):
    assert 0 <= searched(made).objective_mdong <= best_mdong(made)


# The same campaigns at every run: a search may miss, and a test may not fail by chance.
@settings(max_examples=80)
@given(made=ALIKE | AWAY)
def test_the_best_plan_is_found_where_cases_take_equally_long(made: Scenario):
    assert searched(made).objective_mdong == best_mdong(made)


def test_the_best_plan_is_nearly_always_found_where_they_do_not():
    worth_it, found = [], []

    @seed(1)
    @settings(max_examples=100, phases=[Phase.generate])
    @given(made=TINY)
    def search(made: Scenario) -> None:
        best = best_mdong(made)
        worth_it.append(best > 0)
        found.append(searched(made).objective_mdong == best)

    search()
    assert sum(worth_it) > 30
    assert sum(found) >= 0.97 * len(found)


def test_villages_that_pay_only_together_are_served():
    # 61 km off: 122 km × 10,000 + 122 minutes × 2 × 500 = 1,342,000 đ there and back, for three
    # cases of 300,000 đ in each of two villages a kilometre apart.  One pays for no journey, two do:
    # 1,800,000 - 122 km × 10,000 - 122 × 1,000
    made = build.scenario(
        build.site("a", km_north=60.0, cases={"cccd": 3}),
        build.site("b", km_north=61.0, cases={"cccd": 3}),
        vehicles={"car": replace(build.FLAT, dong_per_km=10_000)},
    )
    found = searched(made)
    assert [visit.cases for route in found.routes for visit in route.visits] == [{"cccd": 3}] * 2
    assert found.objective_mdong == best_mdong(made) == 458_000_000


def test_a_night_away_is_spent_where_it_pays_and_not_where_it_does_not():
    # A shift of 300 minutes; the village is 100 minutes off, so that going there and back leaves
    # 300 - 200 - 20 = 80 minutes: two cases of 30.  Sleeping there leaves 300 - 100 - 20 = 180 on
    # each of two days: six cases.  The night costs 2 officers × 500,000 đ, as much as 3.3 cases.
    village = build.site("a", km_north=100.0, cases={"cccd": 12}, lodging=True)
    made = build.scenario(
        village,
        days=2,
        services={"cccd": Service(id="cccd", name="Cấp CCCD", minutes=30)},
        teams={
            "to-1": build.team(days=2, shift=build.hours("", (420, 720)).on(build.START)[0], max_nights=1)
        },
    )
    stayed = searched(made)
    # 12 × 300,000 - 200 km × 1,000 - 200 min × 2 × 500 - 2 × 500,000
    assert stayed.objective_mdong == best_mdong(made) == 2_200_000_000
    assert [route.end for route in stayed.routes] == ["a", "home"]

    dear = replace(made, objective=replace(made.objective, night_dong=800_000))
    # There and back on both days: 4 × 300,000 - 400 km × 1,000 - 400 min × 2 × 500
    assert searched(dear).objective_mdong == best_mdong(dear) == 1_600_000_000


def test_the_exact_answer_is_that_of_a_sum_done_by_hand():
    # 10 km and 10 minutes each way; 600 minutes - 20 - 20 set-up = 560, room for all 3 cases.
    # 3 × 300,000 - 20 km × 1,000 - 20 min × 2 officers × 500 đ
    made = build.scenario(build.site("a", cases={"cccd": 3}))
    assert best_mdong(made) == 860_000_000
    # Without a road home nothing can be done.
    island = replace(
        made, bases={"home": Place("home", "", 20.0, 105.0)}, vehicles={"car": Vehicle("car", 0.01)}
    )
    assert best_mdong(island) == 0
