"""Random small scenarios with every feature of travel, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from optimizer.domain.scenario import Closure, LegTable, Link, Place, Scenario, Site, Vehicle
from tests.build import day, scenario, team
from tests.travel.graphs import given

VEHICLES = {
    "car": Vehicle("car", 28.0, 1.6),
    "xe": Vehicle("xe", 24.5, 1.5),
    "tàu": Vehicle("tàu", 28.0, 1.6),
}
DAYS = 3


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Up to nine places; few distinct minutes and metres, so that ties and zeros are common."""
    sites = draw(st.integers(1, 8))
    numbers = st.integers(0, sites)
    ids = st.sampled_from(["home", *(f"s{number}" for number in range(1, sites + 1))])
    legs = draw(st.none() | tables(numbers))
    # Steps of about 11 m make places that lie in one line, where rounding makes detours shorter.
    degrees = st.integers(-40, 40).map(lambda step: step / 10_000)
    links = st.builds(
        Link,
        ids,
        ids,
        minutes=st.integers(0, 4),
        metres=st.integers(0, 3),
        dong_per_officer=st.integers(0, 2),
        vehicle=st.sampled_from([None, None, *VEHICLES]),
        one_way=st.booleans(),
    )
    places = st.tuples(ids) | st.tuples(ids, ids).filter(lambda pair: pair[0] != pair[1])
    dates = st.tuples(*[st.integers(0, DAYS - 1)] * 2).map(sorted)
    closures = st.builds(
        lambda at, span: Closure(at, day(span[0]), day(span[1])),
        places,
        dates,
    )
    return scenario(
        *(
            Site(f"s{number}", "", 20 + draw(degrees), 105 + draw(degrees), cases={"cccd": 1})
            for number in range(1, sites + 1)
        ),
        days=DAYS,
        bases={"home": Place("home", "", 20.0, 105.0)},
        vehicles=VEHICLES,
        teams={name: team(name, vehicle=name, days=DAYS) for name in VEHICLES},
        legs=legs,
        links=tuple(draw(st.lists(links, max_size=6))),
        closures=tuple(draw(st.lists(closures, max_size=3))),
    )


def tables(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[LegTable]:
    """Tables of up to forty short legs, some of them for one vehicle."""
    rows = st.tuples(
        numbers, numbers, st.integers(0, 5), st.integers(0, 4), st.sampled_from([-1, -1, -1, 0, 1, 2])
    )
    return st.lists(rows, max_size=40).map(lambda drawn: given(*drawn))
