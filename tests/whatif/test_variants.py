from __future__ import annotations

import pytest

from optimizer.domain.errors import ScenarioError
from optimizer.domain.forming import crewing_of
from optimizer.whatif.changes import Change
from optimizer.whatif.variants import variants_of
from tests.whatif.cases import ask, officers, village
from tests.whatif.test_given_teams import four_teams


def changes(*found: object) -> list[tuple[Change, ...]]:
    return [one.changes for one in found]  # type: ignore[attr-defined]


def test_without_a_question_there_is_one_more_of_everything():
    assert changes(*variants_of(village(), ())) == [
        (Change("stations", 1, to=("to-1",)),),
        (Change("teams", 1, to=("to-1",)),),
    ]
    assert changes(*variants_of(officers(), ())) == [
        (Change("officers", 1, to=("o1",)),),
        (Change("stations", 1),),
        (Change("teams", 1, to=("to",)),),
    ]


def test_a_variant_that_is_asked_for_twice_is_planned_once():
    twice = [(ask("stations"),), (ask("stations", 1, "to-1"),)]
    assert len(variants_of(village(), twice)) == 1


def test_combined_changes_are_one_variant():
    wanted = (ask("officers", 2, "o2"), ask("teams", 1, "to"))
    (variant,) = variants_of(officers(), [wanted])
    crewing = crewing_of(variant.scenario)
    assert (len(crewing.officers), list(crewing.kinds)) == (4, ["to", "to+1"])


def test_a_combination_must_say_for_whom():
    with pytest.raises(ScenarioError) as told:
        variants_of(four_teams(), [(ask("stations"), ask("teams", 1, "to-1")), (ask("officers"),)])
    assert [one.code for one in told.value.findings] == ["E905", "E903"]
    assert "to-1, to-3, to-4" in told.value.findings[0].cause("vi")
