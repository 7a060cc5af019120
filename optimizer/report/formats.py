"""Numbers, dates and money as a person in Vietnam reads them.

Vietnamese writes 1.032 and 31,6; English 1,032 and 31.6.  Dates are dd/mm/yyyy in both.
Nothing here depends on the machine's locale.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Literal

from optimizer.language import Language, say, say_count

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Names of the weekdays in the catalogue's keys, in the order of `date.weekday`."""

_TO_VIETNAMESE = str.maketrans(",.", ".,")


def decimal_text(value: float, places: int, language: Language) -> str:
    """``"1.032,5"`` in Vietnamese, ``"1,032.5"`` in English; halves are rounded away from zero.

    Parameters
    ----------
    places
        Digits after the decimal mark, 0 or more.
    """
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if rounded else f"{abs(rounded):,f}"
    return text.translate(_TO_VIETNAMESE) if language == "vi" else text


def count_text(count: int, language: Language) -> str:
    """``"1.032"`` in Vietnamese, ``"1,032"`` in English."""
    return decimal_text(count, 0, language)


def counted_text(
    noun: Literal[
        "cases",
        "days",
        "errors",
        "nights",
        "officers",
        "routes",
        "sites",
        "stations",
        "teams",
        "visits",
        "warnings",
    ],
    number: int,
    language: Language,
) -> str:
    """``"1.032 hồ sơ"`` in Vietnamese, ``"1 case"`` and ``"1,032 cases"`` in English."""
    return say_count(f"count.{noun}", number, language, count=count_text(number, language))


def percent_text(fraction: float, language: Language, *, places: int = 1) -> str:
    """``"92,4%"`` for 0.924."""
    return decimal_text(fraction * 100, places, language) + "%"


def rounded_up(fraction: float) -> float:
    """The next hundredth of a percent, for what is claimed to be no more: 0.0084 for 0.00832."""
    return float(Decimal(str(fraction)).quantize(Decimal("0.0001"), rounding=ROUND_CEILING))


def nearness_text(gap: float, language: Language) -> str:
    """``"0,84%"`` for a gap of 0.00832: rounded up, for it is a claim."""
    return percent_text(rounded_up(gap), language, places=2)


def sentence_text(text: str) -> str:
    """`text` with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def duration_text(minutes: int, language: Language) -> str:
    """``"2 giờ 5 phút"`` for 125 minutes; whole hours and less than an hour stay short."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("unit.minutes", language, minutes=rest)
    if not rest:
        return say("unit.hours", language, hours=hours)
    return say("unit.hours_minutes", language, hours=hours, minutes=rest)


def dong_text(amount_dong: float, language: Language) -> str:
    """``"1.032.000 đ"``, to the đồng."""
    return say("unit.dong", language, amount=decimal_text(amount_dong, 0, language))


def rough_dong_text(amount_dong: float, language: Language) -> str:
    """``"412,3 triệu đ"``: millions from one million on, thousands of millions from there."""
    if abs(amount_dong) >= 1e9:
        return say("unit.billion_dong", language, amount=decimal_text(amount_dong / 1e9, 2, language))
    if abs(amount_dong) >= 1e6:
        return say("unit.million_dong", language, amount=decimal_text(amount_dong / 1e6, 1, language))
    return dong_text(amount_dong, language)


def date_text(day: date) -> str:
    """``"24/04/2023"``, in either language."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def short_date_text(day: date) -> str:
    """``"24/04"``, in either language."""
    return f"{day.day:02d}/{day.month:02d}"


def days_text(dates: Iterable[date]) -> str:
    """``"15/05–17/05, 19/05"``: dates in order, those one after another in one."""
    rows: list[list[date]] = []
    for day in dates:
        if rows and rows[-1][-1] + timedelta(days=1) == day:
            rows[-1].append(day)
        else:
            rows.append([day])
    return ", ".join("–".join(dict.fromkeys(map(short_date_text, (row[0], row[-1])))) for row in rows)


def weekday_text(day: date, language: Language) -> str:
    """``"Thứ Hai"``."""
    return say(f"day.{WEEKDAYS[day.weekday()]}", language)


def short_weekday_text(day: date, language: Language) -> str:
    """``"T2"``, ``"Mon"``."""
    return say(f"day.short.{WEEKDAYS[day.weekday()]}", language)


def dated_weekday_text(day: date, language: Language) -> str:
    """``"Thứ Hai, ngày 24/04/2023"``."""
    return say("day.dated", language, weekday=weekday_text(day, language), date=date_text(day))


def date_range_text(first: date, last: date, language: Language) -> str:
    """``"từ 24/04/2023 đến 30/04/2023"``; one date stands alone."""
    if first == last:
        return date_text(first)
    return say("day.range", language, first=date_text(first), last=date_text(last))
