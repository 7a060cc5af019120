"""A family of campaigns of any size: ``python benchmarks/family.py scarce-remote-120 --write FOLDER``.

A name says how much work there is (`scarce`: about a third of it can be done; `plenty`: nearly
all), where it lies (`near`: around the bases; `remote`: in clusters 150 to 400 km away, so that
teams must sleep there) and how many sites there are (6 to 3,000).  Teams and days follow from
the sites, or are given behind: `scarce-near-600-30-10` has 30 teams and 10 days.  The same name
is always the same campaign.  Travel is estimated from coordinates, as in most scenarios.

With ``--write`` the campaign becomes the folder of an ordinary scenario.
"""

from __future__ import annotations

import argparse
import math
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scenario_folder import write_scenario

from optimizer.domain.calendar import Horizon, Hours, Window
from optimizer.domain.scenario import Place, Scenario, Service, Site, Team, Vehicle

START = date(2024, 1, 1)
FEWEST_SITES, MOST_SITES = 6, 3000
USUAL_DAYS = ((29, 3), (99, 5), (599, 7), (MOST_SITES, 14))
"""Up to how many sites a campaign takes so many days."""

NAME = re.compile(r"(scarce|plenty)-(near|remote)-(\d+)(?:-(\d+)-(\d+))?")

SERVICES = {
    "cccd": Service("cccd", "Cấp CCCD gắn chip", 12, value_dong=300_000, needs=frozenset({"power"})),
    "vneid2": Service(
        "vneid2", "Định danh mức 2", 6, value_dong=200_000, needs=frozenset({"power", "network"})
    ),
    "home_cccd": Service("home_cccd", "CCCD tại nhà", 35, value_dong=900_000),
}
HILLS = Vehicle("car")
HIGHWAY = Vehicle("car", speed_kmh=55.0, detour=1.35)
THINGS = {"generator": frozenset({"power"}), "satellite": frozenset({"network"})}
HOURS = {
    "office": (Window(450, 690), Window(810, 1020)),
    "noon-evening": (Window(660, 810), Window(1020, 1260)),
    "evening": (Window(1020, 1290),),
    "daytime": (Window(450, 1200),),
}
SHIFTS = (Window(420, 1140), Window(420, 1320), Window(600, 1320))
LONG_SHIFT = Window(360, 1260)
KM_PER_DEGREE = 111.195
MIDDLE = (16.0, 106.5)
"""Latitude and longitude of the first base: remote clusters lie north and south of it, inland."""

USABLE_MIN = 330
"""Minutes of a team-day that are left for service, roughly."""

DAYS_ON_THE_ROAD = 2
"""Days of a team that a remote campaign takes for going there and coming back, roughly."""

LOAD = {"scarce": 3.0, "plenty": 0.7}
"""Station-minutes of work, as a multiple of those that teams have for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a name says."""

    work: str
    ground: str
    sites: int
    teams: int
    days: int

    @property
    def remote(self) -> bool:
        """Whether the sites are far from every base."""
        return self.ground == "remote"

    @property
    def bases(self) -> int:
        """One base for every four teams."""
        return max(1, self.teams // 4)


def form_of(name: str) -> Form:
    """Read a name.

    Raises
    ------
    ValueError
        If no campaign has this name.
    """
    match = NAME.fullmatch(name)
    sites = int(match[3]) if match else 0
    if match is None or not FEWEST_SITES <= sites <= MOST_SITES:
        message = f"no campaign {name}: scarce|plenty-near|remote-SITES[-TEAMS-DAYS], 6 to 3000 sites"
        raise ValueError(message)
    teams = int(match[4] or max(1, sites // 25))
    days = int(match[5] or next(d for most, d in USUAL_DAYS if sites <= most))
    if not (1 <= teams <= 120 and 1 <= days <= 14):
        message = f"no campaign {name}: 1 to 120 teams, 1 to 14 days"
        raise ValueError(message)
    return Form(work=match[1], ground=match[2], sites=sites, teams=teams, days=days)


def family_campaign(name: str) -> Scenario:
    """The campaign of a name.

    Raises
    ------
    ValueError
        If no campaign has this name.
    """
    form = form_of(name)
    random = np.random.default_rng(list(name.encode()))
    bases, villages = _ground(form, random)
    horizon = Horizon(START, form.days)
    teams = _teams(form, random)
    sites = _sites(form, villages, random)
    station_min = sum(
        max(1, len(team.dates) - (DAYS_ON_THE_ROAD if form.remote else 0)) * team.stations * USABLE_MIN
        for team in teams.values()
    )
    return Scenario(
        name=name,
        horizon=horizon,
        services=SERVICES,
        bases={place.id: place for place in bases},
        sites=_loaded(sites, LOAD[form.work] * station_min),
        teams=teams,
        vehicles={"car": HIGHWAY if form.remote else HILLS},
        hours={kind: Hours(kind, dict.fromkeys(horizon.dates(), windows)) for kind, windows in HOURS.items()},
        things=THINGS,
    )


def _ground(form: Form, random: np.random.Generator) -> tuple[list[Place], NDArray[np.float64]]:
    """Bases, and kilometres east and north of the first for every site."""
    communes = max(1, form.sites // 9)
    if form.remote:
        clusters = max(2, communes // 4)
        heading = random.uniform(-0.5, 0.5, clusters) + np.where(np.arange(clusters) % 2, math.pi, 0.0)
        away_km = np.linspace(150, 400, clusters)
        centres = np.c_[away_km * np.sin(heading), away_km * np.cos(heading)]
        bases_km = random.normal(0, 12, (form.bases, 2))
        spread_km = 12.0
    else:
        side_km = 14.0 * math.sqrt(communes)
        centres = random.uniform(-side_km / 2, side_km / 2, (communes, 2))
        centres[0] = 0.0
        bases_km = centres[random.permutation(communes)[: form.bases]]
        spread_km = 4.5
    bases_km = np.vstack([[[0.0, 0.0]], bases_km])[: form.bases]
    own = random.integers(0, len(centres), form.sites)
    villages = centres[own] + random.normal(0, spread_km, (form.sites, 2))
    bases = [
        Place(f"base-{number}", f"Trụ sở {number}", *_degrees(*km))
        for number, km in enumerate(bases_km, start=1)
    ]
    return bases, villages


def _degrees(east_km: float, north_km: float) -> tuple[float, float]:
    lat = MIDDLE[0] + north_km / KM_PER_DEGREE
    lon = MIDDLE[1] + east_km / (KM_PER_DEGREE * math.cos(math.radians(lat)))
    return round(float(lat), 5), round(float(lon), 5)


def _teams(form: Form, random: np.random.Generator) -> dict[str, Team]:
    teams = {}
    for number in range(1, form.teams + 1):
        stations = int(random.choice([1, 2, 2, 3]))
        worked = random.random(form.days) > 0.08
        worked[int(random.integers(form.days))] = True
        brings = frozenset(
            thing for thing, chance in (("generator", 0.6), ("satellite", 0.5)) if random.random() < chance
        ) or (frozenset({"generator", "satellite"}) if number == 1 else frozenset())
        teams[f"to-{number}"] = Team(
            id=f"to-{number}",
            name=f"Tổ {number}",
            base=f"base-{int(random.integers(form.bases)) + 1}",
            vehicle="car",
            dates=frozenset(START + timedelta(days=int(day)) for day in np.flatnonzero(worked)),
            officers=stations + 1,
            stations=stations,
            skills=frozenset({"mong"}) if number % 3 == 1 else frozenset(),
            brings=brings,
            makes_up_for=frozenset().union(*(THINGS[thing] for thing in brings)),
            shift=LONG_SHIFT if form.remote else SHIFTS[number % len(SHIFTS)],
            max_nights=6 if form.remote else 3,
        )
    return teams


def _sites(form: Form, villages: NDArray[np.float64], random: np.random.Generator) -> list[Site]:
    sites = []
    for number, km in enumerate(villages, start=1):
        lat, lon = _degrees(*km)
        people = max(4.0, float(random.lognormal(4.0, 0.8)))
        visited_at_home = random.random() < 0.12
        share = random.uniform(0.2, 0.8)
        cases = (
            {"home_cccd": people / 8}
            if visited_at_home
            else {"cccd": people * share, "vneid2": people * (1 - share)}
        )
        kind = str(random.choice(["office", "noon-evening", "evening"], p=[0.45, 0.35, 0.2]))
        lacks = frozenset(
            what for what, chance in (("power", 0.15), ("network", 0.25)) if random.random() < chance
        )
        late = int(random.integers(1, max(2, form.days)))
        sites.append(
            Site(
                id=f"site-{number}",
                name=f"Thôn {number}",
                lat=lat,
                lon=lon,
                cases={service: max(1, round(count)) for service, count in cases.items()},
                hours="daytime" if visited_at_home else "office" if form.remote else kind,
                lacks=lacks,
                requires=frozenset({"mong"}) if random.random() < 0.15 else frozenset(),
                lodging=bool(random.random() < 0.2),
                priority=float(random.choice([1.0, 1.0, 1.5, 2.0])),
                deadline=START + timedelta(days=late) if random.random() < 0.15 else None,
                setup_minutes=int(random.choice([15, 20, 30])),
            )
        )
    return sites


def _loaded(sites: list[Site], station_min: float) -> dict[str, Site]:
    """The sites with as many cases as make up `station_min` of work, a case of each service at least."""
    work_min = sum(
        (SERVICES[service].minutes or 0) * count for site in sites for service, count in site.cases.items()
    )
    factor = station_min / work_min
    return {
        site.id: replace(
            site, cases={service: max(1, round(count * factor)) for service, count in site.cases.items()}
        )
        for site in sites
    }


def main() -> None:
    """Read the command line, say what the campaigns hold, and write them if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="make FOLDER/NAME of each")
    options = parser.parse_args()
    for name in options.names:
        try:
            scenario = family_campaign(name)
        except ValueError as error:
            parser.error(str(error))
        print(
            f"{name}: {len(scenario.sites)} sites, {scenario.outstanding_cases} cases,"
            f" {len(scenario.teams)} teams, {scenario.horizon.days} days"
        )
        if options.write:
            write_scenario(scenario, options.write / name)


if __name__ == "__main__":
    main()
