from __future__ import annotations

from optimizer.domain.scenario import Closure, Place, Scenario
from optimizer.engine.compile import compile_instance
from optimizer.engine.solve import Options, solve
from optimizer.engine.ways import NEAR_BEDS
from optimizer.travel.build import build_matrix
from tests import build


def village_beyond_many_inns() -> Scenario:
    """A village 200 km off that is cut off on the first date, an inn beside it, and eight inns near home."""
    far = 200 * build.KM_NORTH
    inns = {f"inn-{number}": Place(f"inn-{number}", "", 20.0, 105.0) for number in range(NEAR_BEDS + 2)}
    return build.scenario(
        build.site("a", km_north=200.0, cases={"cccd": 200}),
        days=4,
        lodgings=inns | {"inn-there": Place("inn-there", "", 20.0 + far, 105.01)},
        teams={"to-1": build.team(days=4, max_nights=3)},
        closures=(Closure(("a",), build.day(0), build.day(0)),),
    )


def test_a_bed_is_near_whatever_is_closed_on_the_first_date():
    made = village_beyond_many_inns()
    instance = compile_instance(made, build_matrix(made))
    assert instance is not None
    nearest = instance.places[instance.problem.beds[0, 0]]
    assert nearest == "inn-there"


def test_a_team_stays_near_a_village_that_was_cut_off_on_the_first_date():
    made = village_beyond_many_inns()
    found = solve(made, build_matrix(made), Options(seconds=None, iterations=3000))
    assert "inn-there" in {route.end for route in found.routes}
