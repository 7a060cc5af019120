from __future__ import annotations

import pytest

from optimizer.domain.errors import ScenarioError
from optimizer.whatif.asked import asked
from optimizer.whatif.changes import Change


def read(what: str, text: str) -> Change:
    ((one,),) = asked({what: [text]}, [])  # type: ignore[dict-item]
    return one.change


def test_a_number_alone_is_for_whom_it_helps():
    assert read("stations", "+2") == Change("stations", 2)
    assert read("teams", "1") == Change("teams", 1)


def test_after_a_colon_stands_for_whom():
    assert read("officers", "+1:cb-3") == Change("officers", 1, to=("cb-3",))
    assert read("kits", "+1:ve_tinh") == Change("kits", 1, "ve_tinh")
    assert read("kits", "+1: ve_tinh : to-5") == Change("kits", 1, "ve_tinh", ("to-5",))


def test_each_option_is_a_variant_and_a_combination_is_one():
    found = asked({"teams": ["+1", "+2"], "stations": ["+1"]}, ["officers+2, teams +1:to"])
    assert [[one.change for one in variant] for variant in found] == [
        [Change("teams", 1)],
        [Change("teams", 2)],
        [Change("stations", 1)],
        [Change("officers", 2), Change("teams", 1, to=("to",))],
    ]


@pytest.mark.parametrize("text", ["", "hai", "+1:", "+1:a:b", "1.5", "+1::a", "++1"])
def test_what_is_no_number_is_told(text: str):
    with pytest.raises(ScenarioError) as told:
        asked({"teams": [text]}, [])
    assert [one.code for one in told.value.findings] == ["E901"]


@pytest.mark.parametrize("text", ["+0", "0", "-1", "-50:to", "+100", "1000:to"])
def test_less_than_one_more_and_too_much_more_are_told_as_numbers(text: str):
    with pytest.raises(ScenarioError) as told:
        asked({"teams": [text]}, [f"teams{text}"])
    assert [(one.code, one.where.key) for one in told.value.findings] == [
        ("E906", "--teams"),
        ("E906", "--combine"),
    ]
    number = text.partition(":")[0]
    assert told.value.findings[0].cause("vi").endswith(f"không phải {number}.")


def test_everything_that_cannot_be_read_is_told_at_once():
    with pytest.raises(ScenarioError) as told:
        asked({"teams": ["nhiều"], "kits": ["+1:a:b:c"]}, ["xe+1, teams+1", ""])
    assert [(one.code, one.where.key) for one in told.value.findings] == [
        ("E901", "--teams"),
        ("E901", "--kits"),
        ("E901", "--combine"),
        ("E901", "--combine"),
    ]
    assert "“xe+1”" in told.value.findings[2].cause("vi")
