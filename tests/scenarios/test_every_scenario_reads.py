"""Every shipped scenario is clean, says what it assumes, and has a character of its own."""

import pytest

from optimizer.intake import read_scenario
from optimizer.travel.build import build_matrix
from tests.scenarios.shipped import FOLDERS, shipped


@pytest.mark.parametrize("name", FOLDERS)
def test_it_reads_without_a_finding(name: str):
    assert read_scenario(FOLDERS[name]).warnings == ()


@pytest.mark.parametrize("name", FOLDERS)
def test_it_says_what_is_assumed(name: str):
    assert shipped(name).assumed


@pytest.mark.parametrize("name", [name for name in FOLDERS if name != "nhap-mon"])
def test_it_says_what_was_published(name: str):
    assert shipped(name).published


def test_the_first_lesson_is_about_twenty_lines_long():
    text = (FOLDERS["nhap-mon"] / "scenario.yaml").read_text(encoding="utf-8")
    assert sum(not line.startswith("#") for line in text.splitlines()) <= 20


def test_da_bac_meets_farmers_at_noon_and_in_the_evening_and_the_old_in_between():
    scenario = shipped("da-bac")
    for site in scenario.sites.values():
        windows = scenario.windows(site, scenario.horizon.start)
        at_three = [one for one in windows if one.start_min <= 15 * 60 < one.end_min]
        assert bool(at_three) == ("home_cccd" in site.cases)


def test_da_bac_reaches_places_about_a_hundred_kilometres_away():
    scenario = shipped("da-bac")
    travel = build_matrix(scenario)
    (vehicle,) = scenario.vehicles
    legs = [travel.leg(vehicle, scenario.horizon.start, "da-bac", site) for site in scenario.sites]
    assert 90_000 < max(leg.metres for leg in legs if leg) < 110_000


def test_only_teams_with_generators_and_satellites_can_work_where_both_are_missing_in_muong_lat():
    scenario = shipped("muong-lat")
    both = [site for site in scenario.sites.values() if site.lacks == {"power", "network"}]
    assert any(f"{len(both)} bản thiếu cả hai" in note for note in scenario.assumed)
    equipped = [team.makes_up_for for team in scenario.teams.values()]
    assert sum("power" in offers for offers in equipped) == 2
    assert sum("network" in offers for offers in equipped) == 2
    assert sum({"power", "network"} <= offers for offers in equipped) == 1


def test_nobody_from_ha_nam_can_drive_south_within_a_shift():
    scenario = shipped("ha-nam")
    travel = build_matrix(scenario)
    for there in ("quan-1", "tam-binh", "binh-duong", "dong-nai", "vung-tau", "dak-lak"):
        leg = travel.leg("taxi", scenario.horizon.start, "phu-ly", there)
        assert leg is not None
        assert leg.fare_dong > 1_000_000
        assert leg.drive_minutes < leg.minutes <= 17 * 60
