"""Why no team can serve a site: each rule that may stand against it, worked out by hand.

One kilometre a minute along a straight road; set-up takes 20 minutes and an ID card 12; the shift is
07:00–17:30.  What is said to be enough is tried: with it, a week that serves a case exists.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from optimizer.domain.calendar import Horizon, Window
from optimizer.domain.plan import Reason, Unserved
from optimizer.domain.scenario import Closure, Place, Scenario, Service, Vehicle
from optimizer.review.unserved import unserved
from optimizer.travel.build import build_matrix
from tests import build
from tests.review.exhaustive import TryingAll

CCCD = Service(id="cccd", name="Cấp CCCD", minutes=12)
POWERED = replace(CCCD, needs=frozenset({"power"}))


def only(made: Scenario) -> Unserved:
    """The one cell that is left; found impossible by trying everything too."""
    travel = build_matrix(made)
    (one,) = unserved(made, travel, ())
    site, service = made.sites[one.site], made.services[one.service]
    trying = TryingAll(made, travel)
    could = [trying.could_serve_once(team, site, service) for team in made.teams.values()]
    assert one.reason is Reason.IMPOSSIBLE
    assert not any(could)
    return one


def is_possible(made: Scenario) -> bool:
    (one,) = unserved(made, build_matrix(made), ())
    return one.reason is not Reason.IMPOSSIBLE


def inn(km_north: float) -> Place:
    return Place(id="inn", name="Nhà nghỉ", lat=20.0 + km_north * build.KM_NORTH, lon=105.0)


def test_no_teams_at_all():
    assert only(build.scenario(build.site("a"), teams={})).detail == "Kịch bản không có tổ nào."


def test_no_team_has_the_skill():
    one = only(build.scenario(build.site("a", requires=frozenset({"tiếng Mông"}))))
    assert one.detail == "Không tổ nào có kỹ năng cần thiết: tiếng Mông."
    assert one.would_need == "cần tổ có kỹ năng tiếng Mông"


def test_no_team_brings_the_power_that_the_site_lacks():
    made = build.scenario(
        build.site("a", lacks=frozenset({"power"})),
        services={"cccd": POWERED},
        things={"generator": frozenset({"power"})},
    )
    one = only(made)
    assert one.detail == "Điểm này thiếu điện mà thủ tục cần, và không tổ nào mang theo thứ thay được."
    assert one.would_need == "cần tổ mang theo máy phát điện"
    assert is_possible(replace(made, teams={"to-1": build.team(makes_up_for=frozenset({"power"}))}))


def test_what_nothing_makes_up_for_must_be_at_the_site():
    made = build.scenario(build.site("a", lacks=frozenset({"power"})), services={"cccd": POWERED})
    assert only(made).would_need == "cần điện tại điểm"


def test_one_team_must_have_all_that_is_lacking():
    made = build.scenario(
        build.site("a", lacks=frozenset({"power"}), requires=frozenset({"tiếng Mông"})),
        services={"cccd": POWERED},
        things={"generator": frozenset({"power"})},
        teams={
            "to-1": build.team("to-1", name="Tổ 1", skills=frozenset({"tiếng Mông"})),
            "to-2": build.team("to-2", name="Tổ 2", makes_up_for=frozenset({"power"})),
        },
    )
    one = only(made)
    assert one.detail == (
        "Không tổ nào làm được, kể cả khi không làm việc khác. Gần được nhất: Tổ 1 không mang theo thứ thay"
        " được điện mà điểm này thiếu. Các tổ khác: 1 tổ thiếu kỹ năng."
    )
    assert one.would_need == "cần Tổ 1 mang theo máy phát điện, hoặc Tổ 2 có kỹ năng tiếng Mông"


def test_no_teams_vehicle_reaches_the_site():
    made = build.scenario(build.site("a", vehicles=frozenset({"motorbike"})))
    one = only(made)
    assert one.detail == "Xe của các tổ đều không vào được điểm này; chỉ xe máy vào được."
    assert one.would_need == "cần tổ đi xe máy"
    by_motorbike = replace(
        made,
        vehicles={"motorbike": Vehicle(id="motorbike")},
        teams={"to-1": build.team(vehicle="motorbike")},
    )
    assert is_possible(by_motorbike)


@pytest.mark.parametrize(
    ("release", "deadline", "detail"),
    [
        (2, None, "Chỉ được làm từ ngày 26/04, sau ngày cuối của kế hoạch (25/04)."),
        (None, -1, "Hạn chót 23/04 là trước ngày đầu của kế hoạch (24/04)."),
        (1, 0, "Được làm từ ngày 25/04 nhưng hạn chót là 24/04: không còn ngày nào."),
    ],
)
def test_no_date_of_the_plan_is_between_release_and_deadline(
    release: int | None, deadline: int | None, detail: str
):
    dates = {
        name: None if offset is None else build.day(offset)
        for name, offset in (("release", release), ("deadline", deadline))
    }
    one = only(build.scenario(build.site("a", **dates), days=2))
    assert one.detail == detail
    assert one.would_need == "cần thời hạn của điểm có ngày nằm trong kế hoạch (24/04–25/04)"


def test_the_site_is_closed_on_every_date():
    made = build.scenario(
        build.site("a", hours="never"), days=3, hours={"never": build.hours("never", days=0)}
    )
    one = only(made)
    assert one.detail == "Điểm này đóng cửa: không có khung giờ gặp dân nào vào 24/04–26/04."
    assert one.would_need == "cần khung giờ gặp dân trong các ngày của kế hoạch"


def test_no_window_is_long_enough():
    # 20 + 12 = 32 minutes; the windows have 30 and touch, but are not joined.
    made = build.scenario(
        build.site("a", hours="short"), hours={"short": build.hours("short", (600, 630), (630, 660))}
    )
    one = only(made)
    assert one.detail == (
        "Khung giờ gặp dân dài nhất chỉ 30 phút, không đủ cho chuẩn bị và một hồ sơ (32 phút)."
    )
    assert one.would_need == "cần khung giờ dài ít nhất 32 phút"
    assert is_possible(replace(made, hours={"short": build.hours("short", (600, 632))}))


def test_a_team_with_more_stations_fits_where_another_does_not():
    # 20 + 12 ÷ 2 = 26 minutes with two stations.
    made = build.scenario(
        build.site("a", hours="short"),
        hours={"short": build.hours("short", (600, 626))},
        teams={"to-1": build.team(), "to-2": build.team("to-2", stations=2)},
    )
    assert is_possible(made)
    assert not is_possible(replace(made, teams={"to-1": build.team()}))


def test_fit_teams_are_off_while_the_site_is_open():
    made = build.scenario(
        build.site("a", release=build.day(1)),
        days=3,
        teams={"to-1": build.team(name="Tổ 1", dates=frozenset({build.day(0)}))},
    )
    one = only(made)
    assert one.detail == "Không tổ nào đủ điều kiện làm việc vào ngày gặp được dân: 25/04–26/04."
    assert one.would_need == "cần Tổ 1 làm việc ngày 25/04"
    working = build.team(name="Tổ 1", dates=frozenset({build.day(0), build.day(1)}))
    assert is_possible(replace(made, teams={"to-1": working}))


def test_there_is_no_road():
    made = build.scenario(build.site("a"), closures=(Closure(("a",), build.day(0), build.day(0)),))
    one = only(made)
    assert one.detail == "Không có đường từ nơi các tổ ở đến điểm này rồi trở về."
    assert one.would_need == "cần đường đến điểm này"


def test_people_are_met_outside_the_shift():
    # From 19:00 the team works 20 + 12 minutes and is home ten minutes later, at 19:42.
    made = build.scenario(
        build.site("a", hours="evening"),
        hours={"evening": build.hours("evening", (1140, 1260))},
        teams={"to-1": build.team(name="Tổ 1")},
    )
    one = only(made)
    assert one.detail == "Giờ gặp dân (19:00–21:00) không trùng đủ với ca làm của tổ nào."
    assert one.would_need == "cần ca làm của Tổ 1 đến 19:42"
    assert is_possible(replace(made, teams={"to-1": build.team(shift=Window(420, 1182))}))
    assert not is_possible(replace(made, teams={"to-1": build.team(shift=Window(420, 1181))}))


def test_people_are_met_before_the_team_can_be_there():
    # The window ends at 07:30: work begins at 06:58 at the latest, departure ten minutes before.
    made = build.scenario(
        build.site("a", hours="early"),
        hours={"early": build.hours("early", (300, 450))},
        teams={"to-1": build.team(name="Tổ 1", shift=Window(415, 1000))},
    )
    one = only(made)
    assert one.detail == "Tổ 1 đi mất 10 phút, đến nơi thì không còn đủ khung giờ (05:00–07:30)."
    assert one.would_need == "cần ca làm của Tổ 1 từ 06:48"
    assert is_possible(replace(made, teams={"to-1": build.team(shift=Window(408, 1000))}))
    assert not is_possible(replace(made, teams={"to-1": build.team(shift=Window(409, 1000))}))


def far(*, days: int = 2, lodgings: dict[str, Place] | None = None, **team: object) -> Scenario:
    """A site 310 km off: 620 minutes there and back and 32 there, in a shift of 630."""
    return build.scenario(
        build.site("a", km_north=310.0),
        days=days,
        lodgings=lodgings or {},
        teams={"to-1": build.team(days=days, **({"name": "Tổ 1"} | team))},
    )


def test_a_site_too_far_for_a_day_asks_for_a_longer_shift():
    # 07:00 + 310 + 32 + 310 = 17:52.
    one = only(far())
    assert one.detail == (
        "Tổ 1 đi 5 giờ 10 phút, làm 32 phút, rồi về nơi nghỉ mất 5 giờ 10 phút, sớm nhất 17:52 mới xong mà ca"
        " chỉ đến 17:30."
    )
    assert one.would_need == "cần ca làm của Tổ 1 đến 17:52"


def test_a_night_on_the_way_is_named_with_its_place():
    made = far(lodgings={"inn": inn(300.0)})
    one = only(made)
    assert one.would_need == "cần Tổ 1 được nghỉ lại 1 đêm (ở Nhà nghỉ) hoặc ca làm của Tổ 1 đến 17:52"
    assert is_possible(far(lodgings={"inn": inn(300.0)}, max_nights=1))


def test_nights_are_counted_one_by_one():
    # 1,500 km off, inns at 600 and 1,200: out in two days, the visit from the second inn on the third
    # (300 + 32 + 300 = 632 > 630 minutes!) is two minutes too long; an inn at 1,201 km makes it 630.
    def made(second: float, nights: int) -> Scenario:
        return build.scenario(
            build.site("a", km_north=1500.0),
            days=5,
            lodgings={
                "inn": inn(600.0),
                "far-inn": replace(inn(second), id="far-inn", name="Nhà nghỉ xa"),
            },
            teams={"to-1": build.team(days=5, name="Tổ 1", max_nights=nights)},
        )

    assert not is_possible(made(1200.0, 4))
    assert is_possible(made(1201.0, 4))
    assert not is_possible(made(1201.0, 3))
    one = only(made(1201.0, 3))
    assert one.would_need.startswith("cần Tổ 1 được nghỉ lại 4 đêm (ở Nhà nghỉ xa)")


def test_a_team_that_sleeps_at_the_site_needs_no_way_back_that_day():
    made = build.scenario(
        build.site("a", km_north=400.0, lodging=True),
        days=2,
        teams={"to-1": build.team(days=2, max_nights=1)},
    )
    assert is_possible(made)
    assert not is_possible(replace(made, horizon=Horizon(build.START, 1)))


def test_a_day_off_keeps_a_team_where_it_is():
    # Out on the first date, home on the third: on the second the team is off, and away for two nights.
    made = build.scenario(build.site("a", km_north=500.0, lodging=True), days=3)
    off = frozenset({build.day(0), build.day(2)})
    assert is_possible(replace(made, teams={"to-1": build.team(dates=off, max_nights=2)}))
    assert not is_possible(replace(made, teams={"to-1": build.team(dates=off, max_nights=1)}))


def test_a_day_of_too_much_work():
    # 100 + 32 + 100 = 232 minutes.
    made = build.scenario(
        build.site("a", km_north=100.0), teams={"to-1": build.team(name="Tổ 1", max_work_minutes=200)}
    )
    one = only(made)
    assert one.detail == "Tổ 1 phải đi và làm 3 giờ 52 phút trong ngày, quá mức 3 giờ 20 phút."
    assert one.would_need == "cần mức làm việc của Tổ 1 là 3 giờ 52 phút mỗi ngày"
    assert is_possible(replace(made, teams={"to-1": build.team(max_work_minutes=232)}))


def test_a_day_of_too_much_driving():
    made = build.scenario(
        build.site("a", km_north=100.0), teams={"to-1": build.team(name="Tổ 1", max_drive_minutes=199)}
    )
    one = only(made)
    assert one.detail == "Tổ 1 phải lái xe 3 giờ 20 phút trong ngày, quá mức 3 giờ 19 phút."
    assert is_possible(replace(made, teams={"to-1": build.team(max_drive_minutes=200)}))


def test_a_longer_shift_and_a_higher_limit_are_asked_for_together():
    one = only(far(days=1, max_drive_minutes=600))
    assert one.would_need == "cần ca làm của Tổ 1 đến 17:52 và mức lái xe của Tổ 1 là 10 giờ 20 phút mỗi ngày"


def test_the_team_that_comes_closest_is_told_first_and_the_others_are_counted():
    made = build.scenario(
        build.site("a", lacks=frozenset({"power"}), hours="evening"),
        services={"cccd": POWERED},
        things={"generator": frozenset({"power"})},
        hours={"evening": build.hours("evening", (1020, 1260))},
        teams={
            "to-1": build.team("to-1", name="Tổ 1", makes_up_for=frozenset({"power"})),
            "to-2": build.team("to-2", name="Tổ 2", shift=Window(600, 1260)),
            "to-3": build.team("to-3", name="Tổ 3"),
        },
    )
    # Tổ 1: 17:00 + 32 + 10 minutes is 17:42; Tổ 2 has the time, but no power; Tổ 3 has neither.
    one = only(made)
    assert one.detail == (
        "Không tổ nào làm được, kể cả khi không làm việc khác. Gần được nhất: Tổ 2 không mang theo thứ thay"
        " được điện mà điểm này thiếu. Các tổ khác: 1 tổ thiếu điện, 1 tổ có ca không trùng giờ."
    )
    assert one.would_need == "cần Tổ 2 mang theo máy phát điện, hoặc ca làm của Tổ 1 đến 17:42"


def test_impossible_is_told_in_english_too():
    one = only(replace(far(), language="en"))
    assert one.detail == (
        "Tổ 1 travels 5 h 10 min, works 32 min and travels 5 h 10 min to where it sleeps: it is done at 17:52"
        " at the earliest, and the shift ends at 17:30."
    )
    assert one.would_need == "a shift of Tổ 1 until 17:52"


def test_a_road_that_is_closed_on_the_day_itself_leaves_only_nights_beyond_it():
    # On the second date, the only one on which a is open, every road from home is closed: out to the inn
    # the day before, home the day after, two nights.
    closed = build.day(1)
    made = build.scenario(
        build.site("a", release=closed, deadline=closed),
        days=3,
        lodgings={"inn": inn(9.0)},
        closures=(Closure(("home", "a"), closed, closed), Closure(("home", "inn"), closed, closed)),
        teams={"to-1": build.team(days=3, name="Tổ 1", max_nights=1)},
    )
    one = only(made)
    assert one.detail == "Tổ 1 chỉ có đường đến rồi về nếu nghỉ lại lâu hơn mức 1 đêm."
    assert one.would_need == "cần Tổ 1 được nghỉ lại 2 đêm (ở Nhà nghỉ)"
    assert is_possible(replace(made, teams={"to-1": build.team(days=3, max_nights=2)}))


def test_fit_teams_beyond_the_nearest_dozen_are_only_counted():
    # 260 km and more: 07:00 + 260 + 32 + 260 minutes is 16:12, after the shift's end at 16:00.
    teams = {
        f"to-{number}": build.team(
            f"to-{number}", name=f"Tổ {number}", base=f"b-{number}", shift=Window(420, 960)
        )
        for number in range(1, 15)
    }
    bases = {f"b-{number}": build.base(f"b-{number}", km_north=-float(number)) for number in range(1, 15)}
    one = only(build.scenario(build.site("a", km_north=259.0), teams=teams, bases=bases))
    assert one.detail.startswith(
        "Không tổ nào làm được, kể cả khi không làm việc khác. Gần được nhất: Tổ 1 đi 4 giờ 20 phút,"
    )
    assert one.detail.endswith(" Các tổ khác: 11 tổ quá xa, 2 tổ ở xa hơn cũng không làm được.")
    assert one.would_need == "cần ca làm của Tổ 1 đến 16:12"
