"""Follow-ups end, and what they make counts wherever a scenario is judged."""

from __future__ import annotations

from pathlib import Path

from optimizer.domain.scenario import FollowUp, Gathering, Objective, Shuttle
from optimizer.intake import read_scenario
from tests.intake.cases import top
from tests.intake.folders import SITES, YAML, codes, edited, findings, write_folder

CHAIN = edited(
    YAML,
    {
        'cccd: {name: "Cấp CCCD", minutes: 12, needs: [power]}': (
            "cccd: {minutes: 12, needs: [power], then: {service: b}}\n"
            "  b: {minutes: 3, then: {service: c, after_days: 2}}\n"
            "  c: {minutes: 2}"
        )
    },
)


def test_people_weights_and_follow_ups_reach_the_scenario(tmp_path: Path):
    yaml = edited(
        CHAIN,
        top(
            "gather: {radius_km: '3,5', turnout: 0.29, services: [cccd, b]}\n"
            "shuttles: [{from: bua-sen, to: hien-luong, turnout: 0.5, dong_per_case: 20000}]\n"
            "objective: {unevenness: 100, change: 50000}"
        ),
    )
    scenario = read_scenario(write_folder(tmp_path, yaml=yaml)).scenario
    assert [one.then for one in scenario.services.values()] == [FollowUp("b", 0), FollowUp("c", 2), None]
    assert scenario.gathering == Gathering(3.5, 0.29, frozenset({"cccd", "b"}))
    assert scenario.shuttles == (Shuttle("bua-sen", "hien-luong", 0.5, 20_000),)
    assert scenario.objective == Objective(500, 500_000, 100, 50_000)


def test_everyone_comes_for_everything_unless_it_is_said(tmp_path: Path):
    yaml = edited(YAML, top("gather: {radius_km: 3}\nshuttles: [{from: bua-sen, to: hien-luong}]"))
    scenario = read_scenario(write_folder(tmp_path, yaml=yaml)).scenario
    assert scenario.gathering == Gathering(3.0, 1.0, frozenset())
    assert scenario.shuttles == (Shuttle("bua-sen", "hien-luong", 1.0, 0),)


def test_a_chain_that_leads_back_is_told_once_with_all_that_is_in_it(tmp_path: Path):
    yaml = edited(CHAIN, {"c: {minutes: 2}": "c: {minutes: 2, then: {service: cccd}}"})
    found = findings(write_folder(tmp_path, yaml=yaml))
    assert [one.code for one in found] == ["E312"]
    assert "cccd → b → c → cccd" in found[0].text("vi")


def test_a_chain_that_leads_into_a_loop_tells_the_loop(tmp_path: Path):
    yaml = edited(CHAIN, {"c: {minutes: 2}": "c: {minutes: 2, then: {service: b}}"})
    found = findings(write_folder(tmp_path, yaml=yaml))
    assert [(one.code, one.where.line) for one in found] == [("E312", 6)]
    assert ": b → c → b." in found[0].text("en")


def test_a_follow_up_that_nobody_can_perform_is_told(tmp_path: Path):
    yaml = edited(CHAIN, {"c: {minutes: 2}": "c: {minutes: 2, requires: [ky-so]}"})
    found = findings(write_folder(tmp_path, yaml=yaml))
    assert [(one.code, one.where.line) for one in found] == [("W301", 7)]


def test_follow_ups_count_to_what_all_cases_are_worth(tmp_path: Path):
    # A million cases × 1,000,000,000 đ × 3 are just within 4e15; with the follow-ups they are not.
    sites = "id,lat,lon,priority,cccd\na,21,105,3,1000000\n"
    yaml = edited(YAML, {"minutes: 12,": "minutes: 12, value: 1000000000,"})
    assert codes(write_folder(tmp_path / "a", yaml=yaml, sites=sites)) == []
    yaml = edited(yaml, {"needs: [power]}": "then: {service: b}}\n  b: {minutes: 3, value: 500000000}"})
    assert codes(write_folder(tmp_path / "b", yaml=yaml, sites=sites)) == ["E310"]


def test_a_site_without_cases_is_told_unless_people_come_to_it(tmp_path: Path):
    sites = SITES.replace(",9\n", ",\n")
    assert codes(write_folder(tmp_path / "a", sites=sites)) == ["W309"]
    for name, section in (
        ("b", "gather: {radius_km: 3}"),
        ("c", "shuttles: [{from: bua-sen, to: hien-luong}]"),
    ):
        assert codes(write_folder(tmp_path / name, yaml=edited(YAML, top(section)), sites=sites)) == []
    away = edited(YAML, top("shuttles: [{from: hien-luong, to: bua-sen}]"))
    assert codes(write_folder(tmp_path / "d", yaml=away, sites=sites)) == ["W309"]
