"""Why teams of officers could not leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from optimizer.domain.crews import Crewing, Rest
from optimizer.domain.plan import Crew, Plan, Reason, Unserved
from optimizer.review.absence_words import missed_text, reason_text, told
from optimizer.review.absences import absences
from optimizer.review.explain import explain
from optimizer.review.missed import with_absences
from optimizer.travel.matrix import Leg
from tests import build
from tests.review.crewed import (
    CREW,
    CREWING,
    FRI,
    MON,
    SAT,
    SUN,
    campaign,
    crewing,
    entry,
    gate,
    officer,
    on,
    plan,
    roster,
)
from tests.review.week import straight


def reasons(rules: Crewing = CREWING, language: str = "en", **fields: object) -> dict[date, str]:
    made: Plan = plan(**fields)
    scenario = campaign(rules, made)
    return {one.day: reason_text(one, language) for one in absences(scenario, made)}  # type: ignore[arg-type]


def at_home(*dates: date) -> dict[str, object]:
    """The plan without routes, its crew free to leave on some dates only."""
    crew: Crew = CREW.model_copy(update={"dates": dates})
    return {"crews": (crew,), "routes": ()}


def test_only_dates_of_the_kind_on_which_the_team_is_at_home_are_told():
    # Friday to Sunday the team is out; the kind does not work on Tuesday.
    assert list(reasons()) == [MON]


def test_a_team_without_its_driver_could_not_leave():
    # Only An drives.
    assert reasons(officer("an", days_off=frozenset({SAT})), **at_home(FRI, SUN, MON)) == {
        SAT: "no driver (off: An)"
    }
    made = plan(**at_home(FRI, SUN, MON))
    scenario = campaign(officer("an", days_off=frozenset({SAT})), made)
    (in_vietnamese,), (in_english,) = (told(absences(scenario, made), language) for language in ("vi", "en"))
    assert missed_text(in_vietnamese, scenario, "vi") == (
        "Ngày 29/04 Tổ 1 làm được ở đây nhưng không đi được: không có người lái xe (An nghỉ)"
    )
    assert missed_text(in_english, scenario, "en") == (
        "On 29/04 Tổ 1 could serve here, but could not leave: no driver (off: An)"
    )


def test_a_team_goes_whole_so_any_member_keeps_it():
    # Bình prints, but so does An: no skill is lost.
    assert reasons(officer("binh", duties=("watch",)), **at_home(FRI, SAT, MON)) == {
        SUN: "on the duty “Trực ban”: Bình"
    }


def test_a_member_at_a_post_keeps_the_team():
    posted = roster(an=entry("an", team="to-1", days=on("an", MON, "post", "gate")))
    rules = replace(gate(units=frozenset()), rest=Rest())
    assert reasons(rules, roster=posted, **at_home(FRI, SAT, SUN)) == {
        MON: "no driver (at the post Cổng: An)"
    }


def test_limits_of_work_keep_the_team():
    # Out on Friday, Saturday and Sunday; An may work on three dates.
    no_rest = replace(officer("an", max_days=3), rest=Rest())
    assert reasons(no_rest) == {MON: "no driver (no more than 3 dates of work: An)"}
    assert reasons(crewing(rest=Rest(days_in_a_row=3)))[MON].endswith(
        "(no more than 3 dates in a row: An, Bình)"
    )
    # Monday begins a week: three dates in the week before do not count for it.
    assert reasons(crewing(rest=Rest(days_a_week=3))) == {
        MON: "every member is free; the plan does without the team"
    }


def test_dates_with_the_same_reason_are_told_in_one():
    made = plan(**at_home(MON))
    scenario = campaign(officer("binh", days_off=frozenset({FRI, SUN})), made)
    lines = told(absences(scenario, made), "en")
    assert [one.dates for one in lines] == [(FRI, SUN), (SAT,)]
    assert lines[0].reason == "off: Bình"


def test_a_site_that_the_team_could_have_served_says_who_kept_it():
    # a is 10 km away and asks for a driver's time on one date only: Saturday, when An is off.
    rules = officer("an", days_off=frozenset({SAT}))
    left = Unserved(site="a", service="cccd", cases=10, reason=Reason.CROWDED_OUT, detail="Hết giờ.")
    made = plan(unserved=(left,), **at_home(FRI, SUN, MON))
    scenario = campaign(rules, made)
    travel = straight(scenario)
    (told_left,) = with_absences(scenario, travel, made).unserved
    expected = "Ngày 29/04 Tổ 1 làm được ở đây nhưng không đi được: không có người lái xe (An nghỉ)"
    assert told_left.detail == f"Hết giờ. {expected}."
    assert expected in explain(scenario, travel, made, "a", "vi")
    # Were the site closed that date, or too far for a day, An's day off would cost it nothing.
    closed = replace(scenario, sites={"a": replace(scenario.sites["a"], release=SUN)})
    assert with_absences(closed, travel, made).unserved == (left,)
    far = straight(scenario, legs={("home", "a"): Leg(600, 600, 10_000, 10_000, 0)})
    assert with_absences(scenario, far, made).unserved == (left,)


def test_given_teams_have_no_absences():
    assert list(absences(build.scenario(build.site("a")), plan(crews=(), roster=()))) == []
