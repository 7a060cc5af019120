"""What promises ask of crews: dates, skills and things, as far as crews decide them."""

from __future__ import annotations

from dataclasses import replace

from optimizer.crews.model import CrewModel
from optimizer.crews.promises import NOTHING, promised_of, wants_of
from optimizer.crews.staff import Staff
from optimizer.domain.calendar import Window
from optimizer.domain.crews import Crewing, CrewKind, Officer, Post, Range
from optimizer.domain.plan import Route, Visit
from optimizer.domain.promises import Pin
from optimizer.domain.scenario import EarlierPlan, Scenario
from tests import build

DAYS = tuple(build.day(offset) for offset in range(3))


def campaign() -> Scenario:
    """A village without a network where Thái is spoken, and crews that may be given a dish for it."""
    village = build.site("a", requires=frozenset({"thai"}), lacks=frozenset({"network", "power"}))
    made = build.scenario(village, build.site("b"), days=3)
    kind = CrewKind(
        "to", "Tổ", "home", "car", frozenset(DAYS), teams=Range(2, 2), may_bring=frozenset({"dish"})
    )
    post = Post("desk", "Bàn", Window(420, 1020), frozenset(DAYS), base="home", vehicle="car", stations=1)
    officers = {name: Officer(name, name, skills=frozenset({"thai"})) for name in ("o1", "o2", "o3", "o4")}
    service = replace(made.services["cccd"], needs=frozenset({"network"}), requires=frozenset({"leader"}))
    return replace(
        made,
        services={"cccd": service},
        things={"dish": frozenset({"network"})},
        teams={},
        crewing=Crewing(officers, {"to": kind}, posts={"desk": post}),
    )


def route(team: str, day: int, site: str, service: str) -> Route:
    visit = Visit(site=site, arrive=490, start=490, finish=522, cases={service: 1})
    return Route(
        team=team,
        date=DAYS[day],
        start="home",
        depart=480,
        end="home",
        arrive=532,
        visits=(visit,),
        km=20.0,
        travel_minutes=20,
    )


def test_nothing_is_asked_where_nothing_is_promised():
    assert promised_of(campaign()) == NOTHING


def test_a_promised_visit_asks_for_its_date_and_what_site_and_services_need():
    pin = Pin("to-1", DAYS[1], "a", cases={"cccd": 2})
    promised = promised_of(replace(campaign(), pins=(pin, Pin("to-2", DAYS[0], "b"))))
    assert promised.days == {("to-1", DAYS[1]), ("to-2", DAYS[0])}
    assert promised.skills == {("to-1", "thai"), ("to-1", "leader")}
    assert promised.lacks == {("to-1", "network")}  # nobody's case there needs power
    assert promised.teams == {"to-1", "to-2"}


def test_frozen_routes_ask_for_it_too_and_later_ones_and_forgotten_sites_do_not():
    frozen = route("to-1", 0, "a", "cccd")
    gone = route("to-2", 0, "gone", "gone")
    later = route("to-2", 1, "a", "cccd")
    scenario = replace(campaign(), earlier=EarlierPlan((frozen, gone, later), DAYS[0], ()))
    promised = promised_of(scenario)
    assert promised.days == {("to-1", DAYS[0]), ("to-2", DAYS[0])}
    assert promised.skills == {("to-1", "thai"), ("to-1", "leader")}


def test_what_crews_cannot_decide_is_not_wanted_of_them():
    scenario = campaign()
    pins = tuple(Pin(team, DAYS[1], "a", cases={"cccd": 1}) for team in ("to-1", "desk"))
    crews = CrewModel(Staff(scenario))
    # Of team 1: the date, Thái, a leader, the dish; the desk is no crew.
    assert len(list(wants_of(crews, promised_of(replace(scenario, pins=pins))))) == 4
    assert scenario.crewing is not None
    kind = replace(scenario.crewing.kinds["to"], roles={"thai": 1}, brings=frozenset({"dish"}))
    always = replace(scenario, crewing=replace(scenario.crewing, kinds={"to": kind}), pins=pins)
    # Of a team that has a Thái speaker and the dish whoever is in it: the date and a leader.
    assert len(list(wants_of(CrewModel(Staff(always)), promised_of(always)))) == 2
