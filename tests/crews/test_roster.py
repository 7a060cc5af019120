"""The roster says who does what, from the routes and the rules."""

from __future__ import annotations

from dataclasses import replace

from optimizer.crews.roster import rested, roster
from optimizer.domain.calendar import Hours, Window
from optimizer.domain.crews import Crewing, CrewKind, Duty, Officer, Post, Range, Rest
from optimizer.domain.forming import formed
from optimizer.domain.plan import Crew, Does, Route
from optimizer.domain.scenario import Scenario
from tests.crews.small import dates_of, scenario_of

DATES = dates_of(5)  # Friday to Tuesday
FRI, SAT, SUN, MON, TUE = DATES


KIND = CrewKind("to", "Tổ", "home", "car", frozenset(DATES))


def campaign(rest: int = 0) -> tuple[Scenario, tuple[Crew, ...]]:
    """Two officers make a team, two others staff a post; one of these is off on Saturday, busy on Sunday."""
    watch = Duty("watch", "Trực", Hours("watch", {SUN: (Window(0, 1440),)}))
    crewing = Crewing(
        officers={
            "a": Officer("a", "a"),
            "b": Officer("b", "b"),
            "c": Officer("c", "c", days_off=frozenset({SAT}), duties=("watch",)),
            "d": Officer("d", "d"),
        },
        kinds={
            "to": CrewKind("to", "Tổ", "home", "car", frozenset(DATES), officers=Range(2, 2), max_nights=2)
        },
        duties={"watch": watch},
        posts={"gate": Post("gate", "Cổng", Window(420, 1320), frozenset(DATES))},
        rest=Rest(after_nights=rest),
    )
    crews = (Crew(team="to", officers=("a", "b"), base="home", vehicle="car", stations=1, dates=DATES),)
    return formed(scenario_of(crewing, 5), crews), crews


def route(day: object, start: str, end: str, arrive: int = 1000) -> Route:
    return Route.model_validate(
        {
            "team": "to",
            "date": day,
            "start": start,
            "depart": 480,
            "end": end,
            "arrive": arrive,
            "visits": (),
            "km": 1.0,
            "travel_minutes": 1,
        }
    )


AWAY = (route(FRI, "home", "a"), route(SUN, "a", "home", 1100))
POSTED = {("gate", day): ("d",) for day in DATES}


def does(officer: str, rest: int = 0) -> list[tuple[Does, str | None]]:
    scenario, crews = campaign(rest)
    (entry,) = (one for one in roster(scenario, crews, AWAY, POSTED) if one.officer == officer)
    return [(one.does, one.at) for one in entry.days]


def test_members_are_out_while_their_team_has_a_route_or_is_away():
    assert does("a")[:3] == [(Does.TEAM, "to")] * 3
    scenario, crews = campaign()
    entry = roster(scenario, crews, AWAY, POSTED)[0]
    # Friday and Saturday end away, Sunday after 18:00 (1100 > 1080): three evenings; Saturday and Sunday.
    assert entry.days_away == 3
    assert entry.evenings - sum(one.does is Does.POST for one in entry.days) == 3
    assert entry.weekends == 2


def test_who_comes_back_from_nights_away_rests():
    assert does("a", rest=1)[3] == (Does.REST, None)
    assert does("b", rest=2)[3:] == [(Does.REST, None)] * 2


def test_days_off_and_duties_are_told_apart():
    by_day = dict(zip(DATES, does("c"), strict=True))
    assert by_day[SAT] == (Does.OFF, None)
    assert by_day[SUN] == (Does.DUTY, "watch")


def test_the_post_is_never_empty():
    scenario, crews = campaign(rest=1)
    entries = roster(scenario, crews, AWAY, POSTED)
    for number, day in enumerate(DATES):
        there = [entry for entry in entries if entry.days[number].does is Does.POST]
        assert len(there) == 1, day
        assert there[0].days[number].at == "gate"


def test_before_routes_are_known_teams_are_out_whenever_they_may_leave():
    scenario, crews = campaign()
    entry = roster(scenario, crews, None, POSTED)[0]
    assert [one.does for one in entry.days] == [Does.TEAM] * 5
    # The shift ends at 17:30: no evening is foreseen.
    assert (entry.days_away, entry.evenings, entry.weekends) == (5, 0, 2)


def test_before_routes_are_known_who_may_be_away_at_night_rests_afterwards():
    scenario, (crew,) = campaign(rest=2)
    crews = (crew.model_copy(update={"dates": (FRI, SAT)}),)
    first, second, *_ = roster(formed(scenario, crews), crews, None, POSTED)
    for entry in (first, second):
        assert [one.does for one in entry.days][:4] == [Does.TEAM, Does.TEAM, Does.REST, Does.REST]


def test_dates_are_taken_from_crews_that_would_leave_again_without_rest():
    scenario, crews = campaign(rest=1)
    again = (*AWAY, route(MON, "home", "home"))
    (crew,) = rested(scenario, crews, again)
    assert crew.dates == (FRI, SAT, SUN, TUE)
    assert rested(scenario, crews, AWAY) == crews
    assert rested(replace(scenario, crewing=replace(scenario.crewing, rest=Rest())), crews, again) == crews  # type: ignore[type-var]
