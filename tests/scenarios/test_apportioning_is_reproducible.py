"""The tables come from the script beside them, to the byte, and lose nobody."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenarios.shipped import FOLDERS, script

apportion = script("scenarios/apportion.py")
BY_HAND = {"communes.csv", "officers.csv", "history.csv"}
APPORTIONED = [name for name, folder in FOLDERS.items() if (folder / "apportion.toml").exists()]


def test_every_campaign_but_the_first_lesson_is_apportioned():
    assert {name for name, folder in FOLDERS.items() if (folder / "sites.csv").exists()} == set(APPORTIONED)
    assert len(APPORTIONED) == 7


def test_earlier_work_is_recorded_where_it_has_to_be_followed_up():
    recorded = {name for name, folder in FOLDERS.items() if (folder / "record.csv").exists()}
    assert recorded == {"khanh-son", "tuong-duong"}


@pytest.mark.parametrize("name", APPORTIONED)
def test_the_script_writes_the_tables_anew_byte_for_byte(name: str, tmp_path: Path):
    written = apportion.write_tables(FOLDERS[name], tmp_path)
    names = {file.name for file in FOLDERS[name].glob("*.csv")} - BY_HAND
    assert {file.name for file in written} == names
    for file in written:
        assert file.read_bytes() == (FOLDERS[name] / file.name).read_bytes()


@pytest.mark.parametrize("name", APPORTIONED)
def test_another_seed_writes_another_table(name: str, tmp_path: Path):
    recipe = (FOLDERS[name] / "apportion.toml").read_text(encoding="utf-8")
    (tmp_path / "apportion.toml").write_text(recipe.replace("seed = ", "seed = 1"), encoding="utf-8")
    (tmp_path / "communes.csv").write_bytes((FOLDERS[name] / "communes.csv").read_bytes())
    apportion.write_tables(tmp_path, tmp_path)
    assert (tmp_path / "sites.csv").read_bytes() != (FOLDERS[name] / "sites.csv").read_bytes()


@pytest.mark.parametrize("name", APPORTIONED)
def test_villages_lie_around_their_commune(name: str):
    for site in apportion.make_sites(FOLDERS[name]):
        commune = site.commune
        assert (
            apportion.km_between(commune.lat, commune.lon, site.lat, site.lon)
            <= max(commune.radius_km, 0.5) + 0.01
        )


def test_largest_remainders_take_the_last_cases():
    # 10 by 1 : 2 : 3 is 1.67, 3.33, 5: one case is over, and 0.67 is the largest remainder.
    assert apportion.shares(10, [1, 2, 3]) == [2, 3, 5]


@given(st.integers(0, 50_000), st.lists(st.floats(0.1, 10), min_size=1, max_size=200))
def test_shares_add_up_and_are_within_one_of_their_quota(total: int, weights: list[float]):
    parts = apportion.shares(total, weights)
    assert sum(parts) == total
    whole = sum(map(Fraction, weights))
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * Fraction(weight) / whole) < 1 + Fraction(1, 10**6)
