"""Dates of a campaign, and the hours in which people can be met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from optimizer.domain.clock import MINUTES_PER_DAY


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of one day, from `start_min` to `end_min`, in minutes since midnight."""

    start_min: int
    end_min: int


ALL_DAY = (Window(0, MINUTES_PER_DAY),)


@dataclass(frozen=True, slots=True)
class Horizon:
    """The consecutive dates that a plan may use.

    Parameters
    ----------
    start
        First date.
    days
        Number of dates, at least 1.
    holidays
        Dates on which teams stay at home unless they work holidays.
    """

    start: date
    days: int
    holidays: frozenset[date] = frozenset()

    @property
    def end(self) -> date:
        """The last date."""
        return self.start + timedelta(days=self.days - 1)

    def dates(self) -> Iterator[date]:
        """Every date, in order."""
        return (self.start + timedelta(days=offset) for offset in range(self.days))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def day_number(self, day: date) -> int:
        """Days since the start; 0 is the first date."""
        return (day - self.start).days


@dataclass(frozen=True, slots=True)
class Hours:
    """Named opening hours, resolved for every date of the horizon.

    A date without an entry is closed.  Windows of one date are sorted and do not
    overlap; windows that touch are not joined.
    """

    id: str
    windows: Mapping[date, tuple[Window, ...]] = field(default_factory=dict)

    def on(self, day: date) -> tuple[Window, ...]:
        """The windows of one date; empty if closed."""
        return self.windows.get(day, ())
