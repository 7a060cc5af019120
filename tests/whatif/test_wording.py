"""Variants are told in a planner's words, not by ids where there are names."""

from __future__ import annotations

from optimizer.whatif.changes import Change
from optimizer.whatif.wording import change_text
from tests.whatif.cases import officers


def test_things_and_vehicles_are_told_in_words_and_those_of_no_known_id_as_they_are():
    scenario = officers()
    assert change_text(scenario, Change("kits", 2, "ve_tinh"), "vi") == "Thêm 2 bộ phát vệ tinh"
    assert change_text(scenario, Change("kits", 1, "xe_may"), "vi") == "Thêm 1 xe máy"
    assert change_text(scenario, Change("kits", 1, "may_in_the"), "vi") == "Thêm 1 may in the"


def test_an_officer_is_told_by_name_and_skills_in_words():
    assert (
        change_text(officers(), Change("officers", 1, to=("o1",)), "vi")
        == "Thêm 1 cán bộ như An (người thu nhận)"
    )
    assert change_text(officers(), Change("officers", 1, to=("o2",)), "vi") == "Thêm 1 cán bộ như Bình"
