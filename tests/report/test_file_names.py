from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from optimizer.report.file_names import file_names


def test_names_are_plain_whatever_the_ids_are():
    ids = ["to-1", "Tổ Đặng 2", "../../etc/passwd", "CON", "***", "tổ đặng 2", "TO-1"]
    assert list(file_names(ids).values()) == [
        "to-1",
        "to-dang-2",
        "etc-passwd",
        "con-",
        "x",
        "to-dang-2-2",
        "to-1-2",
    ]


@given(st.lists(st.text(min_size=1), unique=True, max_size=12))
def test_no_two_names_are_alike_and_none_leads_elsewhere(ids: list[str]):
    names = list(file_names(ids).values())
    assert len(set(names)) == len(ids)
    assert all(name and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in names)
