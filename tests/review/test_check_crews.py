"""R10 to R16: plans that are wrong in one way each, about crews and officers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.crews import Crewing, Range, Rest, Worked
from optimizer.domain.plan import Crew, Does, Plan, UnkeptWish
from optimizer.domain.scenario import Scenario
from optimizer.review.check import check_crews, check_plan
from tests import build
from tests.review.crewed import (
    CREW,
    CREWING,
    FRI,
    GATE,
    KIND,
    MON,
    OFFICERS,
    ROUTES,
    SAT,
    SUN,
    TUE,
    campaign,
    crewing,
    entry,
    gate,
    kind,
    move,
    officer,
    on,
    plan,
    roster,
)
from tests.review.week import straight


def keys(rules: Crewing = CREWING, **fields: object) -> list[str]:
    made = plan(**fields)
    return [one.key for one in check_crews(campaign(rules, made), made)]


def crew(**fields: object) -> dict[str, object]:
    """The plan's field with one other crew."""
    return {"crews": (CREW.model_copy(update=fields),)}


def second(**fields: object) -> Crew:
    """A second crew, of Chi and Dũng, that never leaves."""
    right = {"team": "to-2", "officers": ("chi", "dung"), "stations": 1, "skills": ("drive",), "dates": ()}
    return CREW.model_copy(update=right | fields)


def test_the_legal_plan_breaks_no_rule():
    assert keys() == []


def test_check_plan_judges_the_crews_too():
    made = plan(crews=(CREW.model_copy(update={"skills": ()}),))
    scenario = campaign(CREWING, made)
    told = check_plan(scenario, straight(scenario), made)
    assert "R16.crew" in [one.key for one in told]
    numbers = [int(one.code[1:]) for one in told if one.code.startswith("R")]
    assert numbers == sorted(numbers)  # R9 before R10


# R10 crew


def test_a_crew_of_no_kind_is_named():
    assert "R10.unknown_team" in keys(**crew(team="to-3"))
    assert "R10.unknown_team" in keys(**crew(team="to"))  # without a number only where there is one at most


def test_the_only_team_of_a_kind_has_no_number():
    assert "R10.unknown_team" in keys(kind(teams=Range(1, 1)))


def test_a_team_is_listed_once():
    assert "R10.twice" in keys(crews=(CREW, CREW.model_copy(update={"officers": ("chi", "dung")})))


def test_there_are_as_many_teams_as_the_range_says():
    assert keys(kind(teams=Range(2, 2))) == ["R10.teams"]
    assert keys(kind(teams=Range(2, 3))) == ["R10.teams"]


def test_teams_are_numbered_from_the_first():
    moved = {"routes": (), **crew(team="to-2")}
    assert "R10.gap" in keys(**moved)


def test_members_are_officers_of_the_scenario():
    assert "R10.unknown_officer" in keys(**crew(officers=("an", "binh", "em")))


def test_a_team_has_as_many_members_as_the_range_says():
    assert keys(kind(officers=Range(3, 4))) == ["R10.size"]
    assert keys(kind(officers=Range(1, 1))) == ["R10.size"]


def test_members_are_of_the_units_that_the_kind_takes():
    assert keys(officer("binh", unit="y")) == ["R10.unit"]
    assert keys(replace(officer("binh", unit="y"), kinds={"to": replace(KIND, units=frozenset())})) == []


def test_nobody_is_in_two_crews_nor_twice_in_one():
    assert "R10.two_crews" in keys(crews=(CREW, second(officers=("an", "dung"))))
    assert "R10.two_crews" in keys(**crew(officers=("an", "an")))


# R11 roles


def test_as_many_members_have_a_skill_as_are_asked_for():
    assert keys(kind(roles={"drive": 2})) == ["R11.role"]
    assert keys(kind(roles={"drive": 1, "print": 2})) == []  # An counts for both


def test_every_station_has_an_operator():
    # Bình cannot operate: one operator for two stations.  The skills of the team stay the same.
    assert keys(officer("binh", skills=frozenset())) == ["R11.operator"]


def test_any_member_operates_a_station_where_no_skill_is_asked_for():
    few = replace(KIND, operator=None, stations=Range(1, 3))
    rules = crewing(kinds={"to": few}, kits={})
    assert keys(rules) == []
    assert keys(rules, **crew(stations=3)) == ["R11.operator"]


def test_a_member_has_the_level_asked_for_or_above():
    assert keys(kind(leader=3)) == ["R11.leader"]
    assert keys(kind(leader=1)) == []
    assert keys(kind(leader=None)) == []


# R12 kits


def test_stations_are_as_many_as_the_range_says():
    assert keys(kind(stations=Range(1, 1))) == ["R12.stations"]
    assert keys(kind(stations=Range(3, 4))) == ["R12.stations"]


def test_a_team_brings_what_it_must_and_only_what_it_may():
    assert keys(**crew(brings=())) == ["R12.lacks"]
    assert keys(**crew(brings=("generator", "dish"))) == []
    assert keys(**crew(brings=("generator", "boat"))) == ["R12.extra"]


def test_no_kit_is_used_more_often_than_there_are():
    assert keys(crewing(kits={"stations": 1})) == ["R12.kit"]
    assert keys(crewing(kits={"generator": 0})) == ["R12.kit"]
    assert keys(crewing(kits={"car": 0})) == ["R12.kit"]
    assert keys(crewing(kits={"dish": 0})) == []


def test_stations_of_posts_count_as_used():
    # 2 stations of to-1 and 1 at the gate: 3 of 2.
    assert keys(gate(stations=1, base="home", vehicle="car")) == ["R12.kit"]
    three = replace(gate(stations=1, base="home", vehicle="car"), kits={"stations": 3})
    assert keys(three) == []


# R13 free


def test_a_team_has_no_date_on_which_its_kind_does_not_work():
    # Tuesday; on which the members then are not free but on standby.
    assert [one for one in keys(**crew(dates=(FRI, SAT, SUN, TUE))) if one != "R16.day"] == ["R13.date"]


def test_no_member_is_off_on_a_date_of_the_team():
    assert keys(officer("an", days_off=frozenset({FRI}))) == ["R13.off"]
    assert keys(officer("an", days_off=frozenset({TUE}))) == ["R16.day"]  # An is off that date, not free


def test_no_member_has_a_duty_within_the_shift_of_a_date_of_the_team():
    # Sunday 08:00–10:00 lies within 07:00–17:30.
    assert keys(officer("binh", duties=("watch",))) == ["R13.duty"]


def test_a_duty_that_ends_as_the_shift_begins_is_no_hindrance():
    rules = officer("binh", duties=("watch",))
    assert keys(replace(rules, kinds={"to": replace(KIND, shift=Window(600, 1050))})) == []
    assert keys(replace(rules, kinds={"to": replace(KIND, shift=Window(599, 1050))})) == ["R13.duty"]
    assert keys(replace(rules, kinds={"to": replace(KIND, shift=Window(400, 480))})) == []


# R14 rest


def test_nobody_works_more_dates_than_his_limit():
    # An is out on Friday, Saturday and Sunday; Chi is at the gate on Friday and Monday.
    assert keys(officer("an", max_days=3)) == []
    assert keys(officer("an", max_days=2)) == ["R14.max_days"]
    assert keys(officer("chi", max_days=1)) == ["R14.max_days"]


def test_a_week_goes_from_monday_to_sunday():
    # An and Bình: three dates in the first week.  Chi: one in each.
    assert keys(crewing(rest=Rest(days_a_week=3, after_nights=1))) == []
    assert keys(crewing(rest=Rest(days_a_week=2, after_nights=1))) == ["R14.week"] * 2
    assert keys(crewing(rest=Rest(days_a_week=0, after_nights=1))) == ["R14.week"] * 4


def test_dates_right_before_the_horizon_count_as_in_a_row():
    three = Rest(days_in_a_row=3, after_nights=1)
    assert keys(crewing(rest=three)) == []
    assert keys(crewing(rest=three, history={"an": Worked(in_a_row=1)})) == ["R14.row"]
    assert keys(crewing(rest=replace(three, days_in_a_row=2))) == ["R14.row"] * 2
    # A row of three is one breach, however far beyond the limit it goes.
    assert keys(crewing(rest=replace(three, days_in_a_row=1))) == ["R14.row"] * 2
    # Dũng works on no date: what came before the horizon ended there.
    assert keys(crewing(rest=three, history={"dung": Worked(in_a_row=9)})) == []


def test_dates_before_the_horizon_count_only_for_the_dates_that_follow_them():
    # Chi is at the gate on Friday (2 + 1 in a row) and on Monday (1): never four.
    assert keys(crewing(rest=Rest(3, None, 1), history={"chi": Worked(in_a_row=2)})) == []
    assert keys(crewing(rest=Rest(3, None, 1), history={"chi": Worked(in_a_row=3)})) == ["R14.row"]


def test_who_comes_back_from_nights_away_rests():
    # Back on Sunday: An at the gate on Monday, instead of Chi; An drives, but is of unit x.
    rules = gate(units=frozenset())
    swapped = roster(
        an=entry("an", days=on("an", MON, "post", "gate"), evenings=3, weekends=3),
        chi=entry("chi", days=on("chi", MON, "free"), evenings=1, weekends=0),
    )
    assert keys(rules, roster=swapped) == ["R14.nights"]
    # With no rest asked for, Bình is free on Monday.
    binh = entry("binh", days=on("binh", MON, "free"))
    free = tuple(binh if one.officer == "binh" else one for one in swapped)
    assert keys(replace(rules, rest=Rest()), roster=free) == []


def test_a_team_that_leaves_again_too_soon_breaks_the_rest_of_each_member():
    dates = {"crews": (CREW.model_copy(update={"dates": (FRI, SAT, SUN, MON)}),)}
    again = (*ROUTES, move(MON, "home", "b", 720), move(TUE, "b", "home", 720))
    told = [one for one in keys(**dates, routes=again) if not one.startswith("R16")]
    assert told == ["R14.nights"] * 2


def test_rest_lasts_as_many_dates_as_asked_for():
    # Two dates after Sunday: Monday and Tuesday.
    resting = {name: entry(name, days=on(name, TUE, "rest")) for name in ("an", "binh")}
    assert keys(crewing(rest=Rest(after_nights=2)), roster=roster(**resting)) == []
    assert keys(crewing(rest=Rest(after_nights=2))) == ["R16.day"] * 2


# R15 posts


def test_a_post_is_staffed_on_each_of_its_dates():
    assert keys(gate(officers=2)) == ["R15.few"] * 2  # Friday and Monday
    nobody = entry("chi", days=on("chi", FRI, "free"), evenings=1)
    assert keys(roster=roster(chi=nobody)) == ["R15.few", "R15.role"]


def test_whoever_is_at_one_post_is_not_at_another():
    door = replace(GATE, id="door", roles={}, dates=frozenset({FRI}))
    assert keys(crewing(posts={"gate": GATE, "door": door})) == ["R15.few"]


def test_officers_at_a_post_have_the_skills_asked_for():
    assert keys(gate(roles={"thai": 1})) == ["R15.role"] * 2
    # Dũng at the gate on Friday instead of Chi: enough officers, no driver.
    swapped = roster(
        chi=entry("chi", days=on("chi", FRI, "free"), evenings=1),
        dung=entry("dung", days=on("dung", FRI, "post", "gate"), evenings=1),
    )
    assert keys(roster=swapped) == ["R15.role"]
    assert keys(gate(roles={}), roster=swapped) == []


def test_officers_at_a_post_are_of_its_units():
    assert keys(gate(units=frozenset({"x"}))) == ["R15.unit"] * 2
    assert keys(gate(units=frozenset())) == []


def test_nobody_is_at_a_post_while_off():
    assert keys(officer("chi", days_off=frozenset({SAT, MON}))) == ["R15.off"]


def test_nobody_is_at_a_post_while_a_duty_overlaps_its_hours():
    on_sunday = replace(GATE, dates=frozenset({FRI, SUN, MON}))
    posted = roster(chi=entry("chi", days=on("chi", SUN, "post", "gate"), evenings=3, weekends=2))
    assert keys(crewing(posts={"gate": on_sunday}), roster=posted) == ["R15.duty"]
    after = crewing(posts={"gate": replace(on_sunday, hours=Window(600, 1320))})
    assert keys(after, roster=posted) == []


def test_nobody_is_at_a_post_while_out():
    # An is out on Saturday: the roster must say so, and cannot have him at the gate.
    rules = gate(units=frozenset(), dates=frozenset({FRI, SAT, MON}))
    told = keys(rules, roster=roster(an=entry("an", days=on("an", SAT, "post", "gate"))))
    assert told == ["R15.out", "R16.day"]


def test_nobody_is_at_two_posts():
    days = entry("chi").days
    twice = (days[0], days[0].model_copy(update={"at": "door"}), *days[1:])
    rules = crewing(posts={"gate": GATE, "door": replace(GATE, id="door", dates=frozenset({FRI}))})
    assert keys(rules, roster=roster(chi=entry("chi", days=twice))) == ["R15.two", "R16.dates"]


def test_nobody_is_at_a_post_that_is_not_staffed_that_date_or_not_there_at_all():
    tuesday = entry("dung", days=on("dung", TUE, "post", "gate"), evenings=1)
    assert keys(roster=roster(dung=tuesday)) == ["R15.date"]
    nowhere = entry("dung", days=on("dung", TUE, "post", "door"))
    assert keys(roster=roster(dung=nowhere)) == ["R15.unknown"]


# R16 statement


def test_where_teams_are_given_no_crews_are_stated():
    scenario: Scenario = build.scenario(build.site("a"))
    assert [one.key for one in check_crews(scenario, plan())] == ["R16.none"]
    assert check_crews(scenario, plan(crews=(), roster=())) == ()
    assert [one.key for one in check_crews(scenario, plan(crews=()))] == ["R16.none"]


@pytest.mark.parametrize(
    "fields",
    [{"vehicle": "boat"}, {"skills": ("drive",)}, {"skills": ("drive", "print", "thai")}],
)
def test_what_crews_state_is_what_follows(fields: dict[str, object]):
    assert keys(crewing(kits={}), **crew(**fields)) == ["R16.crew"]


def test_a_crew_lives_at_the_base_of_its_kind():
    assert keys(kind(base="b")) == ["R16.crew"]


def test_the_roster_has_every_officer_once_in_order():
    assert "R16.officers" in keys(roster=roster()[:3])
    assert "R16.officers" in keys(roster=roster()[::-1])
    assert "R16.officers" in keys(roster=(*roster(), entry("dung", officer="em")))
    assert "R16.officers" in keys(roster=(*roster(), entry("dung")))
    assert "R16.officers" in keys(roster=())
    made = plan(roster=(*roster()[:3], entry("dung", officer="em")))
    (told,) = [one for one in check_crews(campaign(CREWING, made), made) if one.key == "R16.officers"]
    assert told.text("en").endswith("lacking: dung; not in the scenario: em")


def test_the_roster_has_every_date_once():
    short = entry("dung", days=entry("dung").days[:4])
    assert keys(roster=roster(dung=short)) == ["R16.dates"]
    late = (*entry("dung").days, entry("dung").days[4].model_copy(update={"date": build.day(20)}))
    assert keys(roster=roster(dung=entry("dung", days=late))) == ["R16.dates"]


def test_the_roster_names_the_team_of_each_officer():
    assert keys(roster=roster(an=entry("an", team=None))) == ["R16.team"]
    assert keys(roster=roster(dung=entry("dung", team="to-1"))) == ["R16.team"]


@pytest.mark.parametrize(
    ("name", "day", "does", "at"),
    [
        ("an", SAT, "standby", "to-1"),  # no route, but away
        ("an", FRI, "team", "to-2"),
        ("an", MON, "free", None),  # back on Sunday: rests
        ("chi", SAT, "free", None),
        ("chi", SUN, "off", None),
        ("chi", SUN, "duty", "guard"),
        ("chi", TUE, "team", "to-1"),
        ("dung", SAT, "standby", "to-1"),
        ("dung", FRI, "rest", None),
    ],
)
def test_each_date_says_what_follows(name: str, day: object, does: str, at: str | None):
    assert keys(roster=roster(**{name: entry(name, days=on(name, day, does, at))})) == ["R16.day"]


def test_members_of_a_team_that_may_leave_but_does_not_are_on_standby():
    # No route at all: both are on standby on the team's dates, and free after them.
    standby = {"does": Does.STANDBY, "at": "to-1"}
    free = {"does": Does.FREE, "at": None}
    standing = {
        name: entry(
            name,
            days=tuple(
                one.model_copy(update=standby if one.date <= SUN else free) for one in entry(name).days
            ),
            days_away=0,
            evenings=0,
            weekends=0,
        )
        for name in ("an", "binh")
    }
    assert keys(routes=(), roster=roster(**standing)) == []


@pytest.mark.parametrize("name", ["days_away", "evenings", "weekends"])
@pytest.mark.parametrize("who", ["an", "chi"])
def test_tallies_are_recounted(name: str, who: str):
    right: int = getattr(entry(who), name)
    assert keys(roster=roster(**{who: entry(who, **{name: right + 1})})) == ["R16.tally"]


def test_an_evening_begins_after_six():
    # Back on Sunday at 18:00 is no evening; at 18:01 it is.
    late = {"an": entry("an", evenings=3), "binh": entry("binh", evenings=3)}
    at_six, after = (ROUTES[0], move(SUN, "b", "home", 1080)), (ROUTES[0], move(SUN, "b", "home", 1081))
    assert keys(routes=at_six) == []
    assert keys(routes=after, roster=roster(**late)) == []
    assert keys(routes=after) == ["R16.tally"] * 2
    # The same of a post: Chi's two evenings go when the gate closes at 18:00.
    early = roster(chi=entry("chi", evenings=0))
    assert keys(gate(hours=Window(420, 1080)), roster=early) == []
    assert keys(gate(hours=Window(420, 1081)), roster=early) == ["R16.tally"]


@pytest.mark.parametrize(
    ("wish", "officers"),
    [("together", ("an", "chi")), ("apart", ("an", "dung", "binh")), ("together", ("an", "binh", "chi"))],
)
def test_wishes_that_are_not_kept_are_listed(wish: str, officers: tuple[str, ...]):
    rules = crewing(**{wish: (officers,)})
    assert keys(rules) == ["R16.wish_unlisted"]
    assert keys(rules, unkept_wishes=(UnkeptWish(wish=wish, officers=officers),)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wish", "officers"),
    [
        ("together", ("an", "binh")),
        ("together", ("chi", "dung")),  # in no crew, either of them
        ("apart", ("an", "chi")),
        ("apart", ("chi", "dung")),
    ],
)
def test_wishes_that_are_kept_are_not_listed(wish: str, officers: tuple[str, ...]):
    rules = crewing(**{wish: (officers,)})
    assert keys(rules) == []
    assert keys(rules, unkept_wishes=(UnkeptWish(wish=wish, officers=officers),)) == ["R16.wish_kept"]  # type: ignore[arg-type]


def test_a_wish_that_nobody_has_is_not_listed():
    assert keys(unkept_wishes=(UnkeptWish(wish="apart", officers=("an", "binh")),)) == ["R16.wish_kept"]


def test_every_breach_is_told_in_both_languages():
    made: Plan = plan(
        crews=(CREW.model_copy(update={"skills": (), "brings": ("boat",), "officers": ("an", "chi", "x")}),),
        roster=(entry("chi", days=on("chi", TUE, "post", "gate")),),
    )
    rules = replace(CREWING, rest=Rest(1, 1, 2), officers=OFFICERS)
    told = check_crews(campaign(rules, made), made)
    assert len({one.code for one in told}) == 7
    for one in told:
        assert one.text("vi").startswith(one.code)
        assert one.text("en") != one.text("vi")
