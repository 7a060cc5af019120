"""Campaigns made for measuring are what their names say, the same every time, and ordinary scenarios."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from optimizer.domain.scenario import Scenario
from optimizer.intake import read_scenario
from optimizer.travel.build import build_matrix
from optimizer.travel.estimate import great_circle_m
from tests.benchmarks.scripts import benchmark

family = benchmark("family")
campaigns = benchmark("campaigns")
scenario_folder = benchmark("scenario_folder")


@pytest.mark.parametrize(
    ("name", "sites", "teams", "days"),
    [
        ("scarce-near-6", 6, 1, 3),
        ("plenty-remote-120", 120, 4, 7),
        ("scarce-remote-600-30-10", 600, 30, 10),
        ("plenty-near-3000", 3000, 120, 14),
    ],
)
def test_a_name_says_how_large_a_campaign_is(name: str, sites: int, teams: int, days: int):
    made = family.family_campaign(name)
    assert (len(made.sites), len(made.teams), made.horizon.days) == (sites, teams, days)
    assert all(team.dates for team in made.teams.values())


@pytest.mark.parametrize(
    "name",
    [
        "scarce-near-5",
        "scarce-near-3001",
        "scarce-far-30",
        "dabac",
        "scarce-near-30-121-7",
        "scarce-near-30-1-15",
    ],
)
def test_other_names_are_refused(name: str):
    with pytest.raises(ValueError, match=name):
        family.family_campaign(name)


def work_and_time(scenario: Scenario) -> tuple[int, int]:
    """Station-minutes of work, and of shifts."""
    work = sum(
        count * (scenario.services[service].minutes or 0)
        for site in scenario.sites.values()
        for service, count in site.cases.items()
    )
    shifts = sum(
        (team.shift.end_min - team.shift.start_min) * len(team.dates) * team.stations
        for team in scenario.teams.values()
    )
    return work, shifts


def test_scarce_work_is_more_than_all_shifts_together_could_do():
    work, shifts = work_and_time(family.family_campaign("scarce-near-120"))
    assert work > shifts
    work, shifts = work_and_time(family.family_campaign("plenty-near-120"))
    assert work < shifts / 2


def test_remote_sites_are_150_to_400_km_away_and_near_ones_are_not():
    # Villages are scattered around the centres of their clusters, by 12 km in each direction.
    for name, nearest, farthest in (("scarce-remote-300", 110, 440), ("scarce-near-300", 0, 90)):
        made = family.family_campaign(name)
        away_km = great_circle_m([made.bases["base-1"]], list(made.sites.values())) / 1000
        assert nearest <= away_km.min()
        assert away_km.max() <= farthest
    # From a remote site no team can be back at its base on the day on which it came.
    remote = family.family_campaign("scarce-remote-300")
    travel = build_matrix(remote)
    round_trips = [
        travel.leg(team.vehicle, remote.horizon.start, team.base, site).minutes * 2
        for team in remote.teams.values()
        for site in remote.sites
    ]
    longest = max(team.shift.end_min - team.shift.start_min for team in remote.teams.values())
    assert sum(minutes > longest for minutes in round_trips) > len(round_trips) / 3


def test_the_same_name_is_the_same_campaign():
    assert family.family_campaign("scarce-near-30") == family.family_campaign("scarce-near-30")
    assert family.family_campaign("scarce-near-30") != family.family_campaign("scarce-near-31")


@pytest.mark.parametrize("name", ["scarce-near-30", "plenty-remote-60", "dabac"])
def test_a_campaign_is_written_as_an_ordinary_scenario(name: str, tmp_path: Path):
    made = campaigns.campaign(name) if name in campaigns.RECIPES else family.family_campaign(name)
    scenario_folder.write_scenario(made, tmp_path)
    read = read_scenario(tmp_path)
    assert read.scenario == made
    assert read.warnings == ()


def test_the_command_writes_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "argv", ["family.py", "plenty-near-6", "--write", str(tmp_path)])
    family.main()
    assert "6 sites" in capsys.readouterr().out
    assert read_scenario(tmp_path / "plenty-near-6").scenario.name == "plenty-near-6"


def test_the_command_refuses_unknown_names(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "argv", ["family.py", "nowhere"])
    with pytest.raises(SystemExit):
        family.main()
    assert "nowhere" in capsys.readouterr().err
