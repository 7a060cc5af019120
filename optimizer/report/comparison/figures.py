"""The figures of two plans as a reader compares them: before, after, the difference, and which is better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from optimizer.language import Language, say
from optimizer.report.comparison.pair import Pair
from optimizer.report.formats import count_text, decimal_text, duration_text, percent_text, rough_dong_text
from optimizer.review.compare.plans import FigureChange

CHIEF = ("cases", "coverage", "km", "nights", "objective")
"""The figures that stand above everything else."""

_LESS_IS_BETTER = frozenset({"km", "travel_minutes", "nights"})
_NEITHER = frozenset({"of"})
_MINUS = "−"

Trend = Literal["better", "worse", "same", "other"]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as texts.

    Parameters
    ----------
    by
        The difference with its sign; nothing if there is none.
    trend
        Whether the later plan is better by it; ``other`` where more is neither.
    """

    name: str
    label: str
    before: str
    after: str
    by: str
    trend: Trend


def figure_rows(pair: Pair, language: Language) -> list[FigureRow]:
    """Every figure of both plans: a term that neither plan has is left out."""
    return [_row(one, language) for one in pair.comparison.figures if _is_told(one)]


def signed_text(by: float, text: str) -> str:
    """A difference with its sign, from the text of its amount; nothing for one that rounds to nothing."""
    if not any(one in "123456789" for one in text):
        return ""
    return f"{'+' if by > 0 else _MINUS}{text}"


def _is_told(one: FigureChange) -> bool:
    return not one.name.startswith("terms.") or bool(one.before or one.after)


def _row(one: FigureChange, language: Language) -> FigureRow:
    by = signed_text(one.by, _difference_text(one, language))
    return FigureRow(
        name=one.name,
        label=say(f"compare.figure.{one.name}", language),
        before=_text(one.name, one.before, language),
        after=_text(one.name, one.after, language),
        by=by,
        trend=_trend(one) if by else "same",
    )


def _trend(one: FigureChange) -> Trend:
    if one.name in _NEITHER:
        return "other"
    return "better" if (one.by < 0) == (one.name in _LESS_IS_BETTER) else "worse"


def _difference_text(one: FigureChange, language: Language) -> str:
    """The amount of a difference; that of a share is told in points of a percent."""
    if one.name == "coverage":
        return decimal_text(abs(one.by) * 100, 1, language) + "%"
    return _text(one.name, abs(one.by), language)


def _text(name: str, value: float, language: Language) -> str:
    match name:
        case "coverage":
            return percent_text(value, language)
        case "km":
            return f"{decimal_text(value, 0, language)} km"
        case "travel_minutes":
            return duration_text(int(value), language)
        case "cases" | "of" | "nights":
            return count_text(int(value), language)
        case _:
            text = rough_dong_text(value, language)
            return text.replace("-", _MINUS)
