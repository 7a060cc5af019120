"""The campaign that the other tests draw."""

from __future__ import annotations

from optimizer.review.check import check_plan
from tests.report.promised import papers


def test_the_plan_breaks_no_rule() -> None:
    plan, scenario, travel = papers()
    assert check_plan(scenario, travel, plan) == ()
