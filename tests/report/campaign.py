"""A campaign of a few days as papers must show it: nights away, days off, a flight, a generator."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from optimizer.domain.calendar import Horizon
from optimizer.domain.plan import MadeBy, Plan, Reason, Route, ScenarioStamp, Unserved, Visit
from optimizer.domain.scenario import Link, Place, Scenario, Service, Site
from optimizer.language import Language
from optimizer.review.figures import figures
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests import build

SERVICES = {
    "cccd": Service(id="cccd", name="Cấp CCCD gắn chip", minutes=12, needs=frozenset({"power"})),
    "vneid2": Service(id="vneid2", name="Định danh mức 2", minutes=6, needs=frozenset({"power", "network"})),
    "home": Service(id="home", name="CCCD tại nhà (già yếu, bệnh tật)", minutes=35, value_dong=900_000),
    "away": Service(id="away", name="Đi làm ăn xa, không rõ địa chỉ", minutes=None, plannable=False),
}
NO_POWER = frozenset({"power"})


class Stop(NamedTuple):
    """One visit to come: when work starts at a site, the cases, and those of people from elsewhere."""

    site: str
    start: int
    cases: dict[str, int]
    guests: dict[str, dict[str, int]] | None = None


def campaign(language: Language = "vi") -> Scenario:
    """Five days, four teams; «Tổ 3» flies, team ``to-4`` has nothing to do."""
    places = [
        site(
            "bua-sen",
            "Xóm Bưa Sen",
            "Nánh Nghê",
            40,
            {"cccd": 31, "vneid2": 20},
            lodging=True,
            lacks=NO_POWER,
        ),
        site("ang", "Xóm Ằng", "Hiền Lương", 12, {"cccd": 18, "vneid2": 15, "away": 7}),
        site("doi", "Xóm Đồi", "Hiền Lương", 15, {"home": 4, "cccd": 9}, deadline=build.day(3)),
        site("an", "Xóm Ân", "Hiền Lương", 16, {"cccd": 11}),
        site("xom-2", "Xóm 2", "Đoàn Kết", 25, {"cccd": 12}),
        site("xom-10", "Xóm 10", "Đoàn Kết", 26, {"cccd": 14}),
        site("quan-1", "Công an Quận 1", "Quận 1", -300, {"cccd": 60}, lodging=True),
    ]
    teams = [
        build.team("to-1", days=5, name="Tổ 1", officers=4, stations=2, max_nights=2),
        build.team("to-2", days=5, name="Tổ 2 – xóm xa", brings=frozenset({"generator"}), max_nights=2),
        build.team("to-3", days=5, name="Tổ 3", officers=3, stations=3, max_nights=4),
        build.team("to-4", days=0, dates=frozenset({build.day(0), build.day(4)})),
    ]
    return replace(
        build.scenario(
            *places,
            horizon=Horizon(start=build.START, days=5, holidays=frozenset({build.day(4)})),
        ),
        name="Đà Bắc – tuần 17 & tổ đi xa",
        language=language,
        services=SERVICES,
        bases={"home": Place(id="home", name="Công an huyện Đà Bắc", lat=20.0, lon=105.0)},
        lodgings={
            "noi-bai": Place(id="noi-bai", name="Sân bay Nội Bài", lat=20.0 + 30 * build.KM_NORTH, lon=105.0),
            "tan-son-nhat": Place(
                id="tan-son-nhat", name="Sân bay Tân Sơn Nhất", lat=20.0 - 295 * build.KM_NORTH, lon=105.0
            ),
        },
        teams={team.id: replace(team, dates=team.dates - {build.day(2)}) for team in teams},
        things={"generator": NO_POWER},
        links=(Link("noi-bai", "tan-son-nhat", minutes=130, metres=1_160_000, dong_per_officer=1_500_000),),
        published=("122 xóm; 2.545 hồ sơ CCCD còn tồn (báo, tháng 4/2023).",),
        assumed=("Số hồ sơ từng xóm chia theo số hộ, có hạt giống cố định.", "Mỗi hồ sơ CCCD mất 12 phút."),
    )


def site(
    site_id: str, name: str, commune: str, km_north: float, cases: dict[str, int], **more: object
) -> Site:
    """A site north of the base."""
    return replace(build.site(site_id, km_north=km_north, cases=cases, **more), name=name, commune=commune)


def day_route(
    scenario: Scenario, travel: TravelMatrix, team_day: tuple[str, int], places: tuple[str, str], *stops: Stop
) -> Route:
    """A route that leaves at seven and waits nowhere but for a stop's start."""
    team, day = scenario.teams[team_day[0]], build.day(team_day[1])
    start, end = places
    on_way = pairwise([start, *(stop.site for stop in stops), end])
    legs = [leg for ends in on_way if (leg := travel.leg(team.vehicle, day, *ends))]
    at = depart = 7 * 60
    visits = []
    for stop, leg in zip(stops, legs, strict=False):
        arrive = at + leg.minutes
        begin = max(arrive, stop.start)
        work = sum(
            count * (scenario.services[one].minutes or 0)
            for cases in (stop.cases, *(stop.guests or {}).values())
            for one, count in cases.items()
        )
        at = begin + scenario.sites[stop.site].setup_minutes + -(-work // team.stations)
        visits.append(
            Visit(
                site=stop.site,
                arrive=arrive,
                start=begin,
                finish=at,
                cases=stop.cases,
                guests=stop.guests or {},
            )
        )
    return Route(
        team=team.id,
        date=day,
        start=start,
        depart=depart,
        end=end,
        arrive=at + legs[-1].minutes,
        visits=tuple(visits),
        km=sum(leg.metres for leg in legs) / 1000,
        travel_minutes=sum(leg.minutes for leg in legs),
    )


def routes(scenario: Scenario, travel: TravelMatrix) -> tuple[Route, ...]:
    """A week of three teams: 137 cases of 194 that can be planned, three nights away."""

    def day(team: str, offset: int, places: tuple[str, str], *stops: Stop) -> Route:
        return day_route(scenario, travel, (team, offset), places, *stops)

    there, back = ("home", "quan-1"), ("quan-1", "home")
    return (
        day(
            "to-1",
            0,
            ("home", "home"),
            Stop("ang", 480, {"cccd": 18, "vneid2": 15}),
            Stop("doi", 0, {"home": 4}),
        ),
        day("to-1", 1, ("home", "home"), Stop("xom-2", 0, {"cccd": 12}), Stop("xom-10", 0, {"cccd": 14})),
        day("to-2", 0, ("home", "bua-sen"), Stop("an", 0, {"cccd": 11}), Stop("bua-sen", 780, {"cccd": 10})),
        day(
            "to-2",
            1,
            ("bua-sen", "bua-sen"),
            Stop("bua-sen", 450, {"cccd": 15}),
            Stop("bua-sen", 840, {"vneid2": 8}),
        ),
        day("to-2", 3, ("bua-sen", "home"), Stop("bua-sen", 450, {"cccd": 6})),
        day("to-3", 0, there, Stop("quan-1", 0, {"cccd": 20})),
        day("to-3", 1, ("quan-1", "quan-1"), Stop("quan-1", 450, {"cccd": 4})),
        day("to-3", 3, back),
    )


def plan_of(
    scenario: Scenario, travel: TravelMatrix, made: tuple[Route, ...], unserved: tuple[Unserved, ...] = ()
) -> Plan:
    """The plan of some routes, with the review's figures."""
    return Plan(
        scenario=ScenarioStamp(name=scenario.name, sha256="5e" * 32),
        made_by=MadeBy(version="0.1.0", seed=1, seconds=12.5, iterations=81_234),
        routes=made,
        unserved=unserved,
        figures=figures(scenario, travel, made),
    )


LEFT = (
    Unserved(
        site="bua-sen",
        service="vneid2",
        cases=12,
        reason=Reason.IMPOSSIBLE,
        detail="Không tổ nào có thiết bị thay cho sóng di động ở điểm này (R5).",
        would_need="Một bộ thu phát vệ tinh cho Tổ 2.",
    ),
    Unserved(
        site="quan-1",
        service="cccd",
        cases=36,
        reason=Reason.CROWDED_OUT,
        detail="Tổ 3 phải bỏ chuyến về ngày 27/04/2023; mất ít nhất 4.500.000 đ.",
        would_need="Thêm một ngày làm việc cho Tổ 3.",
    ),
    Unserved(
        site="doi", service="cccd", cases=9, reason=Reason.NOT_FOUND, detail="Tổ 1 còn giờ ngày 25/04/2023."
    ),
    Unserved(
        site="ang", service="away", cases=7, reason=Reason.NOT_PLANNABLE, detail="Thủ tục này chỉ được đếm."
    ),
)


def papers(language: Language = "vi") -> tuple[Plan, Scenario, TravelMatrix]:
    """The campaign with its plan and its travel."""
    scenario = campaign(language)
    travel = build_matrix(scenario)
    return plan_of(scenario, travel, routes(scenario, travel), LEFT), scenario, travel
