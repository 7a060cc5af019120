"""Campaigns with more to do than can be done, for tests that watch the search at work."""

from __future__ import annotations

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Closure, Link, Place, Scenario, Service, Vehicle
from tests import build

THINGS = {"generator": frozenset({"power"}), "satellite": frozenset({"network", "power"})}


def valley() -> Scenario:
    """Three teams, five days and twelve villages up to 130 km off, some with beds, some only met late."""
    return build.scenario(
        *(
            build.site(
                f"s{number}",
                km_north=11.0 * number,
                cases={"cccd": 25, "vneid2": 9},
                lodging=number % 3 == 0,
                hours="evenings" if number % 4 == 0 else None,
            )
            for number in range(1, 13)
        ),
        days=5,
        services={
            "cccd": Service(id="cccd", name="Cấp CCCD", minutes=12),
            "vneid2": Service(id="vneid2", name="Định danh mức 2", minutes=6, value_dong=200_000),
        },
        hours={"evenings": build.hours("evenings", (660, 810), (960, 1230), days=5)},
        teams={
            "to-1": build.team("to-1", days=5, max_nights=2),
            "to-2": build.team("to-2", days=5, max_nights=4, stations=2, max_work_minutes=480),
            "to-3": build.team("to-3", days=4, max_nights=1, max_drive_minutes=150),
        },
    )


def mountains() -> Scenario:
    """Four unlike teams, four days, sixteen villages: sets of skills, needs, vehicles and closed ways."""
    needs = [frozenset({"power"}), frozenset({"power", "network"}), frozenset({"network"})]
    names = ("cccd", "vneid2", "activate", "home")
    return build.scenario(
        *(
            build.site(
                f"bản-{number}",
                km_north=float(7 * number % 45),
                cases={name: 3 + (number * step) % 14 for step, name in enumerate(names, start=2)},
                lodging=number % 5 == 0,
                hours="fields" if number % 3 else None,
                lacks=needs[number % 3],
                requires=frozenset({"tiếng-mông"}) if number % 7 == 0 else frozenset(),
                vehicles=frozenset({"moto"}) if number % 8 == 0 else frozenset(),
                priority=1.5 if number % 2 else 1.0,
                deadline=build.day(2) if number % 4 == 1 else None,
            )
            for number in range(1, 17)
        ),
        days=4,
        services={
            name: Service(
                id=name,
                name=name,
                minutes=5 + 9 * at,
                value_dong=100_000 * (2 + at),
                needs=needs[at % 3],
                requires=frozenset({"ký-số"}) if name == "home" else frozenset(),
            )
            for at, name in enumerate(names)
        },
        hours={"fields": build.hours("fields", (660, 810), (990, 1260), days=4)},
        bases={"home": build.base(), "town": build.base("town", km_north=40.0)},
        lodgings={"inn": Place("inn", "Nhà khách", 20.3, 105.2)},
        vehicles={"car": build.FLAT, "moto": Vehicle("moto", 35.0, 1.3, 1200)},
        things=THINGS,
        teams={
            f"to-{number}": build.team(
                f"to-{number}",
                days=4,
                base="home" if number % 2 else "town",
                vehicle="car" if number < 3 else "moto",
                stations=number,
                skills=frozenset({"tiếng-mông", "ký-số"} if number > 1 else {"ký-số"}),
                brings=frozenset(THINGS if number % 2 else {"satellite"}),
                makes_up_for=frozenset({"power", "network"}),
                shift=Window(390, 1290),
                max_nights=number % 3,
                max_work_minutes=600,
            )
            for number in range(1, 5)
        },
        links=(
            Link("home", "town", 15, 40_000, 30_000),
            Link("inn", "bản-9", 5, 2000, 0, "car", one_way=True),
        ),
        closures=(
            Closure(("bản-3",), build.day(1), build.day(1)),
            Closure(("home", "bản-4"), build.day(0), build.day(2)),
        ),
    )
