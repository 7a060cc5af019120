"""Two plans compared as a whole: hand-computed, empty against itself, mirrored the other way round."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from optimizer.domain.plan import Crew, Route
from optimizer.review.compare.given import Differing, are_related, given
from optimizer.review.compare.plans import Comparison, FigureChange, Side, compared
from optimizer.review.compare.sites import Outcome, SiteChange
from optimizer.review.compare.teams import TeamChange
from optimizer.review.compare.visits import VisitChange
from tests import build
from tests.review.compare.test_visits import route
from tests.review.compare.two import after, before, campaign, with_routes, with_team

SWAPPED = {
    Outcome.NEWLY_SERVED: Outcome.NO_LONGER_SERVED,
    Outcome.NO_LONGER_SERVED: Outcome.NEWLY_SERVED,
    Outcome.MORE: Outcome.FEWER,
    Outcome.FEWER: Outcome.MORE,
}


def test_figures_stand_side_by_side_with_the_difference_of_every_term() -> None:
    made = {one.name: one for one in compared(before(), after()).figures}
    # A kilometre is a minute. Before: 5 + 5 + 10 back, and 2 x 20. After: 2 x 5, 2 x 30, 2 x 10.
    assert (made["km"].before, made["km"].after) == pytest.approx((60.0, 90.0), abs=0.01)
    assert made["km"].by == pytest.approx(30.0, abs=0.01)
    assert (made["cases"].before, made["cases"].after, made["cases"].by) == (24, 27, 3)
    # Of 40 outstanding: 60 % and 67.5 %.
    assert made["coverage"].by == 0.075
    assert made["of"].by == 0
    terms = [one for name, one in made.items() if name.startswith("terms.")]
    assert len(terms) == 8
    assert sum(one.by for one in terms) == pytest.approx(made["objective"].by)
    # Thirty minutes more of two officers at 500 đ, and as many kilometres at 1,000 đ.
    assert made["terms.travel"].by == pytest.approx(-30_000, abs=1_000)
    assert made["terms.km"].by == pytest.approx(-30_000, abs=10)


def test_every_visit_site_and_team_is_told_as_it_changed() -> None:
    made = compared(before(), after())
    assert {one.site: [kind.value for kind in one.kinds] for one in made.visits} == {
        "gan": ["hour"],
        "giua": ["team", "day"],
        "xa": ["removed"],
        "tot": ["added"],
    }
    assert {kind.value: number for kind, number in made.counts.items() if number} == {
        "added": 1,
        "removed": 1,
        "team": 1,
        "hour": 1,
    }
    assert {one.site: (one.outcome.value, one.cases) for one in made.sites} == {
        "gan": ("same", (10, 10)),
        "giua": ("otherwise", (10, 10)),
        "xa": ("no_longer_served", (4, 0)),
        "tot": ("newly_served", (0, 7)),
    }
    lost = next(one for one in made.sites if one.site == "xa")
    assert lost.after
    assert [left.detail for left in lost.after.left] == ["Nhường «tot»."]
    first, second = made.teams
    assert first.before
    assert first.after
    assert (first.before.visits, first.after.visits) == (2, 2)
    assert (first.before.cases, first.after.cases) == (20, 17)
    # «giua» concerns the team that had it and the one that has it now.
    assert [one.site for one in first.visits] == ["gan", "giua", "tot"]
    assert [one.site for one in second.visits] == ["giua", "xa"]


def test_a_plan_beside_itself_has_changed_in_nothing() -> None:
    made = compared(before(), before())
    assert made.is_empty
    assert made.sites == ()
    assert {one.by for one in made.figures} == {0.0}
    assert not compared(before(), after()).is_empty


def test_people_served_elsewhere_are_told_at_their_own_site() -> None:
    side = before()
    monday, tuesday = side.plan.routes
    gan, giua = monday.visits
    shared = giua.model_copy(update={"guests": {"tot": {"cccd": 2}}})
    other = with_routes(side, (monday.model_copy(update={"visits": (gan, shared)}), tuesday))
    sites = {one.site: one for one in compared(side, other).sites}
    assert set(sites) == {"giua", "tot"}
    assert (sites["tot"].outcome, sites["tot"].cases) == (Outcome.NEWLY_SERVED, (0, 2))
    assert [one.site for one in sites["tot"].visits] == ["giua"]
    # As many of its own people as before, but the team has more to do there.
    assert sites["giua"].outcome is Outcome.OTHERWISE


def test_a_team_and_a_site_that_only_one_plan_knows_are_said_to_be_so() -> None:
    side = with_team(after(), "to-3")
    site = build.site("moi", km_north=3)
    side = side._replace(scenario=replace(side.scenario, sites={**side.scenario.sites, "moi": site}))
    made = compared(before(), side)
    assert made.given.teams == Differing(after=("to-3",))
    assert made.given.sites == Differing(after=("moi",))
    assert made.teams[2].before is None
    assert next(one for one in made.sites if one.site == "moi").before is None
    assert compared(side, before()).given.teams == Differing(before=("to-3",))


def test_a_site_with_more_cases_a_higher_rate_and_other_dates_are_told() -> None:
    one = campaign()
    site = replace(one.sites["gan"], cases={"cccd": 15})
    assert given(one, replace(one, sites={**one.sites, "gan": site})).sites == Differing(otherwise=("gan",))
    dear = replace(one.services["cccd"], value_dong=one.services["cccd"].value_dong + 1)
    told = given(one, replace(one, services={"cccd": dear}))
    assert (told.rates, told.services) == (True, Differing(otherwise=("cccd",)))
    longer = replace(one.horizon, days=4)
    assert given(one, replace(one, horizon=longer)).dates
    assert not given(one, one)


def test_officers_who_join_and_leave_a_team_are_told() -> None:
    def crewed(side: Side, *officers: str) -> Side:
        crew = Crew(
            team="to-1", officers=officers, base="home", vehicle="car", stations=1, dates=(build.day(0),)
        )
        return side._replace(plan=side.plan.model_copy(update={"crews": (crew,)}))

    [team, _] = compared(crewed(before(), "an", "binh"), crewed(before(), "binh", "chi")).teams
    assert (team.joined, team.left, team.differs) == (("chi",), ("an",), True)


def test_scenarios_are_related_by_a_site_of_the_same_id_at_the_same_place() -> None:
    one = campaign()
    assert are_related(one, one)
    near = replace(one, sites={"gan": replace(one.sites["gan"], lat=one.sites["gan"].lat + 0.01)})
    far = replace(one, sites={"gan": replace(one.sites["gan"], lat=one.sites["gan"].lat + 0.1)})
    assert are_related(one, near)  # 1.1 km: a position put right
    assert not are_related(one, far)  # 11 km: another village that happens to have the same id


SITES = ("gan", "giua", "xa", "tot")
VISITS = st.tuples(st.sampled_from(SITES), st.sampled_from([480, 600, 720]), st.integers(1, 10))
WEEKS = st.dictionaries(
    st.tuples(st.sampled_from(["to-1", "to-2"]), st.integers(0, 2)), st.lists(VISITS, max_size=3), max_size=5
)


def side(week: dict[tuple[str, int], list[tuple[str, int, int]]]) -> Side:
    """Any routes at all: they need not keep a single rule."""
    made: list[Route] = [route(team, day, *visits) for (team, day), visits in week.items()]
    return with_routes(before(), made)


@drawn(WEEKS)
def test_any_plan_beside_itself_has_changed_in_nothing(
    week: dict[tuple[str, int], list[tuple[str, int, int]]],
):
    assert compared(side(week), side(week)).is_empty


@drawn(WEEKS, WEEKS)
def test_the_other_way_round_everything_is_mirrored(
    then: dict[tuple[str, int], list[tuple[str, int, int]]],
    now: dict[tuple[str, int], list[tuple[str, int, int]]],
):
    there, back = compared(side(then), side(now)), compared(side(now), side(then))
    assert mirrored(there) == tellings(back)
    assert there.is_empty == back.is_empty
    # Nothing is lost and nothing told twice: every visit of either plan is in exactly one change.
    for which, week in ((0, then), (1, now)):
        known = {(team, build.day(day), site) for (team, day), visits in week.items() for site, *_ in visits}
        sides = [(one.before, one.after)[which] for one in there.visits]
        assert sorted((each.team, each.date, each.site) for each in sides if each) == sorted(known)
    # What sites gain and lose is what the plans differ by.
    cases = next(one for one in there.figures if one.name == "cases")
    assert sum(after - before for before, after in (one.cases for one in there.sites)) == cases.by


def tellings(made: Comparison) -> tuple[object, ...]:
    """All that is told, without its order."""
    return (
        {one.name: (one.before, one.after, one.by) for one in made.figures},
        {_visit(one) for one in made.visits},
        {one.site: _site(one) for one in made.sites},
        {one.team: _team(one) for one in made.teams},
    )


def mirrored(made: Comparison) -> tuple[object, ...]:
    """All that would be told the other way round."""
    return tellings(
        replace(
            made,
            figures=tuple(FigureChange(one.name, one.after, one.before) for one in made.figures),
            visits=tuple(map(_swapped, made.visits)),
            sites=tuple(
                replace(one, before=one.after, after=one.before, visits=tuple(map(_swapped, one.visits)))
                for one in made.sites
            ),
            teams=tuple(
                replace(
                    one,
                    before=one.after,
                    after=one.before,
                    joined=one.left,
                    left=one.joined,
                    visits=tuple(map(_swapped, one.visits)),
                )
                for one in made.teams
            ),
        )
    )


def test_outcomes_are_mirrored_too() -> None:
    there = {one.site: one.outcome for one in compared(before(), after()).sites}
    back = {one.site: one.outcome for one in compared(after(), before()).sites}
    assert back == {site: SWAPPED.get(outcome, outcome) for site, outcome in there.items()}


def _swapped(one: VisitChange) -> VisitChange:
    return VisitChange(one.site, one.after, one.before)


def _visit(one: VisitChange) -> tuple[object, ...]:
    return one.site, *(
        each and (each.team, each.date, each.start, each.finish, str(each.served))
        for each in (one.before, one.after)
    )


def _site(one: SiteChange) -> tuple[object, ...]:
    return one.outcome, one.cases, one.before, one.after, frozenset(map(_visit, one.visits))


def _team(one: TeamChange) -> tuple[object, ...]:
    return one.before, one.after, one.joined, one.left, frozenset(map(_visit, one.visits))
