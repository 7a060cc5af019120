"""A whole district with many teams, planned by the rule of thumb: nearest village next."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from optimizer.domain.calendar import Horizon
from optimizer.domain.plan import Conflict, Plan, Reason, Route, Unserved, Visit
from optimizer.domain.scenario import (
    EarlierPlan,
    FollowUp,
    Pin,
    Place,
    Scenario,
    Service,
    Shuttle,
    Site,
    Team,
)
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import Leg, TravelMatrix
from tests import build
from tests.report.campaign import plan_of

SERVICES = {
    "cccd": Service(id="cccd", name="Cấp CCCD gắn chip", minutes=12),
    "vneid2": Service(id="vneid2", name="Định danh mức 2", minutes=6, value_dong=200_000),
}
CENTRE_LAT, CENTRE_LON = 21.43, 103.68
HOME_BY_MIN = 18 * 60


def crowd(
    *, sites: int = 300, teams: int = 20, days: int = 7, seed: int = 7
) -> tuple[Plan, Scenario, TravelMatrix]:
    """A plan of many teams over many sites; every third team sleeps out once."""
    scenario = district(sites, teams, days, seed)
    travel = build_matrix(scenario)
    left = {site.id: dict(site.cases) for site in scenario.sites.values()}
    routes: list[Route] = []
    for number, team in enumerate(scenario.teams.values()):
        at = team.base
        for day in range(days):
            out = number % 3 == 0 and day == 1
            if day == days - 1 and at == team.base and number % 5 == 0:
                continue
            route = nearest_next(scenario, travel, (team, day), at, left, out=out)
            if route:
                routes.append(route)
                at = route.end
    rest = tuple(
        Unserved(
            site=site,
            service=service,
            cases=count,
            reason=Reason.CROWDED_OUT if count % 3 else Reason.IMPOSSIBLE,
            detail="Tổ gần nhất phải bỏ một điểm có nhiều hồ sơ hơn; mất ít nhất 4.500.000 đ.",
            would_need="Thêm một ngày làm việc cho Tổ 3." if count % 2 else "",
        )
        for site, cases in left.items()
        for service, count in cases.items()
        if count
    )
    return plan_of(scenario, travel, tuple(routes), rest), scenario, travel


def crowd_with_promises() -> tuple[Plan, Scenario, TravelMatrix]:
    """The same with people from three villages at every visit, and everything moved to another team."""
    plan, scenario, travel = crowd()
    villages, teams = list(scenario.sites), list(scenario.teams)
    moved, routes = [], []
    for route in plan.routes:
        other = teams[(teams.index(route.team) + 1) % len(teams)]
        moved.append(route.model_copy(update={"team": other}))
        visits = []
        for visit in route.visits:
            at = villages.index(visit.site)
            homes = [villages[(at + far) % len(villages)] for far in (28, 56, 84)]
            guests = {home: {"cccd": 2, "vneid2": 3} for home in homes}
            visits.append(visit.model_copy(update={"guests": guests}))
        routes.append(route.model_copy(update={"visits": tuple(visits)}))
    services = {**SERVICES, "activate": Service(id="activate", name="Kích hoạt tài khoản", minutes=4)}
    services["vneid2"] = replace(services["vneid2"], then=FollowUp("activate", 2))
    conflicts = tuple(
        Conflict(team=teams[0], date=build.day(day), site=site, reason=plan.unserved[0].detail)
        for day in range(7)
        for site in villages[day::30]
    )
    scenario = replace(
        scenario,
        services=services,
        shuttles=tuple(
            Shuttle(home, site, turnout=1.0) for home, site in zip(villages, villages[28:], strict=False)
        ),
        pins=tuple(
            Pin(one.team, one.date, visit.site, visit.start) for one in routes for visit in one.visits
        ),
        earlier=EarlierPlan(tuple(moved), build.day(2)),
    )
    return plan.model_copy(update={"routes": tuple(routes), "conflicts": conflicts}), scenario, travel


def district(sites: int, teams: int, days: int, seed: int) -> Scenario:
    """Communes in a ring about a town, villages about each commune."""
    lots = Random(seed)  # noqa: S311 - a district is no secret
    communes = [
        (
            f"Xã {name}",
            CENTRE_LAT + lots.uniform(-0.28, 0.28),
            CENTRE_LON + lots.uniform(-0.32, 0.32),
        )
        for name in COMMUNES
    ]
    places = []
    for number in range(sites):
        commune, lat, lon = communes[number % len(communes)]
        places.append(
            Site(
                id=f"ban-{number}",
                name=f"Bản {VILLAGES[number % len(VILLAGES)]} {number // len(communes) + 1}",
                commune=commune,
                lat=round(lat + lots.gauss(0, 0.025), 4),
                lon=round(lon + lots.gauss(0, 0.03), 4),
                cases={"cccd": lots.randint(8, 60), "vneid2": lots.randint(1, 45)},
                lodging=number % 4 == 0,
                lacks=frozenset({"power"}) if number % 9 == 0 else frozenset(),
            )
        )
    crew = [
        build.team(
            f"to-{number + 1}", days=days, name=f"Tổ {number + 1}", officers=3, stations=2, max_nights=2
        )
        for number in range(teams)
    ]
    return replace(
        build.scenario(*places, days=days),
        name="Thuận Châu – toàn huyện, tuần 17",
        horizon=Horizon(start=build.START, days=days),
        services=SERVICES,
        bases={
            "home": Place(id="home", name="Công an huyện Thuận Châu", lat=CENTRE_LAT, lon=CENTRE_LON),
            "second": Place(
                id="second", name="Công an xã Co Mạ", lat=CENTRE_LAT - 0.15, lon=CENTRE_LON - 0.2
            ),
        },
        teams={
            team.id: replace(team, base="second" if number % 4 == 3 else "home")
            for number, team in enumerate(crew)
        },
    )


def nearest_next(
    scenario: Scenario,
    travel: TravelMatrix,
    team_day: tuple[Team, int],
    start: str,
    left: dict[str, dict[str, int]],
    *,
    out: bool,
) -> Route | None:
    """One day: on to the nearest village with cases left, as long as the way home fits."""
    team, day = team_day[0], build.day(team_day[1])
    at, clock = start, 7 * 60
    visits: list[Visit] = []
    legs: list[Leg | None] = []
    while len(visits) < 4:
        near = [
            (leg.minutes, site)
            for site, cases in left.items()
            if any(cases.values()) and site != at and (leg := travel.leg(team.vehicle, day, at, site))
        ]
        if not near:
            break
        minutes, site = min(near)
        cases = {one: count for one, count in left[site].items() if count}
        if len(visits) == 3 and sum(cases.values()) > 30:
            cases = {one: -(-count // 2) for one, count in cases.items()}
        work = sum(count * (scenario.services[one].minutes or 0) for one, count in cases.items())
        begin = clock + minutes
        finish = begin + 20 + -(-work // team.stations)
        home = travel.leg(team.vehicle, day, site, team.base)
        if home is None or finish + home.minutes > HOME_BY_MIN:
            break
        legs.append(travel.leg(team.vehicle, day, at, site))
        visits.append(Visit(site=site, arrive=begin, start=begin, finish=finish, cases=cases))
        for one, count in cases.items():
            left[site][one] -= count
        at, clock = site, finish
    if not visits:
        return None
    end = at if out and scenario.sites[at].lodging else team.base
    legs.append(travel.leg(team.vehicle, day, at, end))
    driven = [leg for leg in legs if leg]
    return Route(
        team=team.id,
        date=day,
        start=start,
        depart=7 * 60,
        end=end,
        arrive=clock + driven[-1].minutes,
        visits=tuple(visits),
        km=sum(leg.metres for leg in driven) / 1000,
        travel_minutes=sum(leg.minutes for leg in driven),
    )


COMMUNES = (
    "Chiềng Pha",
    "Chiềng La",
    "Nong Lay",
    "Tông Lạnh",
    "Phổng Lái",
    "Mường É",
    "Phổng Lập",
    "Chiềng Bôm",
    "Long Hẹ",
    "Co Mạ",
    "Co Tòng",
    "Pá Lông",
    "Mường Bám",
    "É Tòng",
    "Bản Lầm",
    "Nậm Lầu",
    "Púng Tra",
    "Muổi Nọi",
    "Bon Phặng",
    "Thôm Mòn",
    "Liệp Tè",
    "Mường Khiêng",
    "Bó Mười",
    "Noong Lay",
    "Phổng Lăng",
    "Chiềng Ngàm",
    "Chiềng Ly",
    "Tông Cọ",
)
VILLAGES = (
    "Nà Lĩnh",
    "Huổi Lán",
    "Pá Chập",
    "Co Khết",
    "Lái Ỏ",
    "Nong Ổ",
    "Há Dụ",
    "Mô Cổng",
    "Kéo Hẹ",
    "Thẳm Ẳng",
    "Xi Lô",
)
