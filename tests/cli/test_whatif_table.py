"""The lines below the table of variants: what helps most, what is not certain, what is useless."""

from __future__ import annotations

from io import StringIO

import pytest

from optimizer.alternation import crewed_plan
from optimizer.cli.speaker import Speaker
from optimizer.cli.whatif_table import print_comparison
from optimizer.whatif.changes import Change
from optimizer.whatif.compare import Comparison, Gain, Outcome
from tests.whatif.cases import LIMITED, planned, village


@pytest.mark.parametrize(
    ("worth_dong", "line"),
    [
        (5_000_000.0, "Lợi nhất: Thêm 1 bộ thu nhận: +3 hồ sơ, +5,0 triệu đ."),
        (400_000.0, "Thêm 1 bộ thu nhận: +400.000 đ, chưa chắc chắn."),
        (0.0, "Thêm 1 bộ thu nhận: không thêm được gì."),
    ],
)
def test_what_the_base_gains_by_longer_search_alone_helps_nobody_most(worth_dong: float, line: str):
    travel, base = planned(village())
    figures = crewed_plan(base, travel, LIMITED).figures
    gain = Gain((Change("stations", 1),), cases=3, km=0.0, nights=0, cost_dong=0.0, worth_dong=worth_dong)
    made = Comparison(Outcome((), figures), (gain,), drift_dong=1_000_000.0)
    out = StringIO()
    print_comparison(made, base.scenario, Speaker("vi", out, StringIO()))
    assert line in out.getvalue().splitlines()
