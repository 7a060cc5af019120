"""Random campaigns of known difficulty, by name: scarce or plenty, near or remote, small or large.

Each is drawn from its own seed, so that figures can be compared between versions and with
other programs.  One point of their scores is 100,000 đồng: a case is worth 1 to 5 points, a
kilometre costs 0.05, a night away 4 per station.  Roads are rough in places, so that travel
is a given matrix, not an estimate.
"""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.calendar import Horizon, Hours, Window
from optimizer.domain.scenario import LegTable, Objective, Place, Scenario, Service, Site, Team, Vehicle

POINT_DONG = 100_000
"""Worth of one point of the scores."""

START = date(2024, 1, 1)
HOURS = {
    "daytime": ((450, 1020),),
    "noon-evening": ((660, 810), (1020, 1260)),
    "evening": ((1020, 1290),),
    "office": ((450, 690), (810, 1020)),
}
CASE_MINUTES = (5, 6, 8, 10, 35)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a campaign is drawn from.

    Parameters
    ----------
    load
        Station-minutes of work, as a multiple of those the teams have.
    area_km
        Side of the square in which communes lie.
    remote
        Put the sites into five clusters 150 to 400 km from the bases.
    case_points
        Points of a case; None for mostly 1, sometimes more.
    """

    communes: int
    sites: int
    teams: int
    days: int
    load: float
    seed: int
    area_km: float = 60.0
    lodging_share: float = 0.2
    remote: bool = False
    case_points: tuple[float, ...] | None = None


RECIPES = {
    "dabac": Recipe(communes=17, sites=122, teams=8, days=7, load=1.2, seed=1),
    "slack": Recipe(communes=17, sites=122, teams=12, days=7, load=0.45, seed=2),
    "district": Recipe(communes=29, sites=300, teams=20, days=7, load=1.0, seed=3, area_km=80),
    "province": Recipe(communes=120, sites=1500, teams=60, days=14, load=1.0, seed=4, area_km=160),
    "scarce": Recipe(communes=17, sites=122, teams=8, days=7, load=3.0, seed=11),
    "remote": Recipe(
        communes=6, sites=120, teams=11, days=10, load=0.9, seed=12, lodging_share=0.25, remote=True
    ),
    "bigscarce": Recipe(
        communes=29, sites=300, teams=20, days=7, load=2.5, seed=13, area_km=80, case_points=(1, 2, 3, 4, 5)
    ),
}


@dataclass(slots=True)
class _Draw:
    """The numbers drawn for one campaign; rows of `xy_km` are bases, then sites."""

    recipe: Recipe
    bases: int
    xy_km: NDArray[np.float64]
    rough: NDArray[np.float64]
    stations: NDArray[np.int64]
    cases: NDArray[np.int64]
    minutes: NDArray[np.int64]
    setup: NDArray[np.int64]
    points: NDArray[np.float64]
    kind: NDArray[np.int64]
    deadline: NDArray[np.int64]
    skills: NDArray[np.int64]
    team_skills: NDArray[np.int64]
    available: NDArray[np.bool_]
    lodging: NDArray[np.bool_]
    home: NDArray[np.int64]


def _draw(recipe: Recipe) -> _Draw:
    """Draw a campaign; the order of the draws is what a seed stands for."""
    random = np.random.default_rng(recipe.seed)
    sites, teams, days = recipe.sites, recipe.teams, recipe.days
    centres = random.uniform(0, recipe.area_km, (recipe.communes, 2))
    centres[0] = recipe.area_km / 2
    own = random.integers(0, recipe.communes, sites)
    spread = recipe.area_km / (3.2 * math.sqrt(recipe.communes))
    villages = centres[own] + random.normal(0, spread, (sites, 2))
    bases = max(1, teams // 4)
    xy_km = np.vstack([centres[:bases], villages])
    rough = random.uniform(1.2, 2.0, len(xy_km))
    stations = random.choice([1, 2, 2, 3], teams)
    cases = np.maximum(3, random.lognormal(4.0, 0.8, sites)).astype(int)
    minutes = random.choice(CASE_MINUTES, sites, p=[0.3, 0.25, 0.2, 0.15, 0.1])
    cases[minutes == 35] = np.maximum(1, cases[minutes == 35] // 8)
    setup = random.choice([15, 20, 30], sites)
    points = np.where(minutes == 35, 4.0, random.choice([1.0, 1.0, 1.5, 2.0], sites))
    kind = random.choice(3, sites, p=[0.45, 0.35, 0.20])
    deadline = np.where(random.random(sites) < 0.15, random.integers(1, days, sites), days - 1)
    skills = np.where(random.random(sites) < 0.2, 1, 0) | np.where(random.random(sites) < 0.1, 2, 0)
    team_skills = random.integers(0, 4, teams)
    team_skills[::3] = 3
    available = random.random((teams, days)) > 0.08
    lodging = random.random(sites) < recipe.lodging_share
    home = random.integers(0, bases, teams)
    capacity = (available.sum(1) * stations * 330).sum()
    cases = np.maximum(1, (cases * (recipe.load * capacity / (cases * minutes).sum()))).astype(int)
    if recipe.case_points is not None:
        points = np.random.default_rng(99).choice(recipe.case_points, sites)
    return _Draw(
        recipe, bases, xy_km, rough, stations, cases, minutes, setup, points, kind, deadline, skills,
        team_skills, available, lodging, home,
    )  # fmt: skip


def _legs(draw: _Draw) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Minutes and metres between all places: slow tracks near, better roads far."""
    if draw.recipe.remote:
        _move_far_away(draw)
    away_km = np.sqrt(((draw.xy_km[:, None] - draw.xy_km[None]) ** 2).sum(-1))
    detour = (draw.rough[:, None] + draw.rough[None]) / 2
    speed_kmh = 12 + 23 / (1 + np.exp(-(away_km - 8) / 4))
    if draw.recipe.remote:
        detour = 1.2 + (detour - 1.2) * np.minimum(1, 30 / np.maximum(away_km, 1))
        speed_kmh += 40 / (1 + np.exp(-(away_km - 80) / 20))
    km = away_km * detour
    minutes = np.ceil(km / speed_kmh * 60).astype(int)
    return minutes, np.rint(km * 1000).astype(int)


def _move_far_away(draw: _Draw) -> None:
    """Draw places and their roads anew: clusters of villages far from the bases."""
    random = np.random.default_rng(draw.recipe.seed + 1000)
    clusters, sites = 5, draw.recipe.sites
    angle = random.uniform(0, 2 * math.pi, clusters)
    radius = np.linspace(150, 400, clusters)
    centres = np.c_[radius * np.cos(angle), radius * np.sin(angle)]
    own = random.integers(0, clusters, sites)
    villages = centres[own] + random.normal(0, 14, (sites, 2))
    draw.xy_km = np.vstack([random.normal(0, 15, (draw.bases, 2)), villages])
    draw.rough = random.uniform(1.2, 2.0, len(draw.xy_km))


def _leg_table(draw: _Draw) -> LegTable:
    minutes, metres = _legs(draw)
    origin, destination = np.nonzero(~np.eye(len(minutes), dtype=bool))
    columns = (
        origin,
        destination,
        minutes[origin, destination],
        metres[origin, destination],
        np.full(len(origin), -1),
    )
    return LegTable(*(array("i", column.astype(np.int32).tobytes()) for column in columns))


def _skill_names(bits: int) -> frozenset[str]:
    return frozenset(name for bit, name in ((1, "thai"), (2, "mong")) if bits & bit)


def _shift(draw: _Draw, team: int) -> Window:
    if draw.recipe.remote:
        return Window(360, 1200) if team % 3 == 0 else Window(420, 1140)
    if team % 4 == 1:
        return Window(600, 1320)
    return Window(420, 1140) if team % 2 == 0 else Window(420, 1320)


def _teams(draw: _Draw) -> dict[str, Team]:
    return {
        f"to-{t + 1}": Team(
            id=f"to-{t + 1}",
            name=f"Tổ {t + 1}",
            base=f"base-{draw.home[t] + 1}",
            vehicle="car",
            dates=frozenset(START + timedelta(days=int(d)) for d in np.flatnonzero(draw.available[t])),
            officers=int(draw.stations[t]),
            stations=int(draw.stations[t]),
            skills=_skill_names(int(draw.team_skills[t])),
            shift=_shift(draw, t),
            max_nights=6 if draw.recipe.remote else 3,
        )
        for t in range(draw.recipe.teams)
    }


def _place(draw: _Draw, row: int) -> tuple[float, float]:
    """Degrees for the kilometres of one row; only maps look at them."""
    return 20.0 + draw.xy_km[row, 1] / 111.2, 105.0 + draw.xy_km[row, 0] / 104.5


def _sites(draw: _Draw) -> dict[str, Site]:
    sites = {}
    kinds = ["daytime", "noon-evening", "evening"]
    for i in range(draw.recipe.sites):
        lat, lon = _place(draw, draw.bases + i)
        site_id = f"site-{i + 1}"
        sites[site_id] = Site(
            id=site_id,
            name=f"Thôn {i + 1}",
            lat=lat,
            lon=lon,
            cases={f"service-{draw.minutes[i]}": int(draw.cases[i])},
            hours="office" if draw.recipe.remote else kinds[draw.kind[i]],
            requires=_skill_names(int(draw.skills[i])),
            lodging=bool(draw.lodging[i]),
            priority=float(draw.points[i]),
            deadline=START + timedelta(days=int(draw.deadline[i])),
            setup_minutes=int(draw.setup[i]),
        )
    return sites


def campaign(name: str) -> Scenario:
    """The scenario of a recipe.

    Raises
    ------
    KeyError
        If there is no recipe of that name.
    """
    recipe = RECIPES[name]
    draw = _draw(recipe)
    legs = _leg_table(draw)
    horizon = Horizon(START, recipe.days)
    bases = {}
    for b in range(draw.bases):
        lat, lon = _place(draw, b)
        bases[f"base-{b + 1}"] = Place(f"base-{b + 1}", f"Trụ sở {b + 1}", lat, lon)
    return Scenario(
        name=name,
        horizon=horizon,
        services={
            f"service-{minutes}": Service(
                f"service-{minutes}", f"{minutes} phút", minutes, value_dong=POINT_DONG
            )
            for minutes in CASE_MINUTES
        },
        bases=bases,
        sites=_sites(draw),
        teams=_teams(draw),
        vehicles={"car": Vehicle("car", dong_per_km=5000)},
        hours={
            kind: Hours(kind, {day: tuple(Window(*window) for window in windows) for day in horizon.dates()})
            for kind, windows in HOURS.items()
        },
        objective=Objective(officer_minute_dong=0, night_dong=4 * POINT_DONG),
        legs=legs,
    )
