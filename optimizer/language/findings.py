"""Words of findings about scenarios and plans: cause and action by code."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "where.line": Words("dòng {number}", "line {number}"),
    "where.row": Words("hàng {number}", "row {number}"),
    "where.column": Words("cột {name}", "column {name}"),
}
