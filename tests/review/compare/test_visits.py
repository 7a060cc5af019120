"""What becomes of each visit from one plan to another."""

from __future__ import annotations

from datetime import date

from optimizer.domain.plan import Route, Visit
from optimizer.review.compare.visits import Kind, VisitChange, visit_changes
from tests import build


def route(team: str, offset: int, *visits: tuple[str, int, int]) -> Route:
    """A route of visits: site, start in minutes, cases."""
    return Route(
        team=team,
        date=build.day(offset),
        start="home",
        depart=420,
        end="home",
        arrive=1200,
        visits=tuple(
            Visit(site=site, arrive=start, start=start, finish=start + 60, cases={"cccd": cases})
            for site, start, cases in visits
        ),
        km=10.0,
        travel_minutes=10,
    )


def told(changes: tuple[VisitChange, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.site, tuple(kind.value for kind in one.kinds)) for one in changes]


def ends(change: VisitChange) -> tuple[tuple[str, date] | None, tuple[str, date] | None]:
    before, after = change.before, change.after
    return (before and (before.team, before.date)), (after and (after.team, after.date))


def test_a_visit_by_the_same_team_on_the_same_date_differs_in_hour_and_cases() -> None:
    before = [route("to-1", 0, ("a", 480, 5), ("b", 600, 5), ("c", 700, 5), ("d", 800, 5))]
    after = [route("to-1", 0, ("a", 480, 5), ("b", 630, 5), ("c", 700, 6), ("d", 830, 4))]
    assert told(visit_changes(before, after)) == [
        ("a", ("same",)),
        ("b", ("hour",)),
        ("c", ("cases",)),
        ("d", ("cases", "hour")),
    ]


def test_what_falls_away_and_what_comes_new_at_the_same_site_is_a_visit_that_moves() -> None:
    before = [route("to-1", 0, ("a", 480, 5), ("b", 600, 5), ("c", 700, 5))]
    after = [
        route("to-1", 1, ("a", 480, 5)),  # another day
        route("to-2", 0, ("b", 640, 5)),  # another team; its hour is not told apart
        route("to-2", 2, ("c", 700, 9)),  # both, and other cases
    ]
    changes = {one.site: one.kinds for one in visit_changes(before, after)}
    assert changes == {"a": (Kind.DAY,), "b": (Kind.TEAM,), "c": (Kind.TEAM, Kind.DAY, Kind.CASES)}


def test_a_site_that_only_one_plan_visits_has_a_visit_removed_or_added() -> None:
    before, after = [route("to-1", 0, ("a", 480, 5))], [route("to-1", 0, ("b", 480, 5))]
    assert told(visit_changes(before, after)) == [("a", ("removed",)), ("b", ("added",))]


def test_of_several_visits_those_nearest_to_one_another_are_paired() -> None:
    # to-1 came on Monday and on Thursday; now to-1 comes on Friday and to-2 on Monday, and on Sunday too.
    before = [route("to-1", 0, ("a", 480, 5)), route("to-1", 3, ("a", 480, 5))]
    after = [
        route("to-1", 4, ("a", 480, 5)),
        route("to-2", 0, ("a", 480, 5)),
        route("to-2", 6, ("a", 480, 5)),
    ]
    monday, thursday = ("to-1", build.day(0)), ("to-1", build.day(3))
    # Monday's with the one on the same date, Thursday's with the same team's a day later; Sunday's is left.
    assert {ends(one) for one in visit_changes(before, after)} == {
        (monday, ("to-2", build.day(0))),
        (thursday, ("to-1", build.day(4))),
        (None, ("to-2", build.day(6))),
    }


def test_two_visits_of_a_team_to_a_site_on_one_date_are_one() -> None:
    before = [route("to-1", 0, ("a", 480, 5), ("a", 840, 3))]
    after = [route("to-1", 0, ("a", 480, 8))]
    [one] = visit_changes(before, after)
    assert one.kinds == (Kind.SAME,)
    assert one.before
    assert (one.before.start, one.before.finish, one.before.cases) == (480, 900, 8)


def test_people_from_elsewhere_make_other_cases_even_if_as_many_are_served() -> None:
    one = route("to-1", 0, ("a", 480, 5))
    visit = one.visits[0].model_copy(update={"cases": {"cccd": 3}, "guests": {"b": {"cccd": 2}}})
    [change] = visit_changes([one], [one.model_copy(update={"visits": (visit,)})])
    assert change.kinds == (Kind.CASES,)
