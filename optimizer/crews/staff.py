"""Who may be in which team and at which post, before anything is decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from optimizer.domain.crews import Crewing, CrewKind, Officer, Post
from optimizer.domain.forming import crewing_of, kinds_by_team
from optimizer.domain.scenario import Scenario

EVENING_MIN = 18 * 60
"""Work that ends later is evening work."""


class Staff:
    """The officers of a scenario and where each may be."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario, self.crewing = scenario, crewing_of(scenario)
        self.dates: tuple[date, ...] = tuple(scenario.horizon.dates())

    @cached_property
    def teams(self) -> Mapping[str, CrewKind]:
        """The kind of every team that may be formed."""
        return kinds_by_team(self.crewing)

    @cached_property
    def candidates(self) -> Mapping[str, tuple[Officer, ...]]:
        """Officers who may be members, by kind."""
        return {kind.id: self._of_units(kind.units) for kind in self.crewing.kinds.values()}

    @cached_property
    def free_dates(self) -> Mapping[tuple[str, str], frozenset[date]]:
        """Dates of a kind on which an officer is free for it, by officer and kind."""
        return {
            (one.id, kind.id): frozenset(d for d in kind.dates if self.crewing.is_free(one, kind.shift, d))
            for kind in self.crewing.kinds.values()
            for one in self.candidates[kind.id]
        }

    @cached_property
    def at_post(self) -> Mapping[tuple[str, date], tuple[Officer, ...]]:
        """Officers who may be at a post on a date of it, by post and date."""
        return {
            (post.id, day): tuple(
                one for one in self._of_units(post.units) if self.crewing.is_free(one, post.hours, day)
            )
            for post in self.crewing.posts.values()
            for day in sorted(post.dates)
        }

    def _of_units(self, units: frozenset[str]) -> tuple[Officer, ...]:
        return tuple(one for one in self.crewing.officers.values() if not units or one.unit in units)


def ends_late(what: CrewKind | Post) -> bool:
    """Whether work of this kind may end in the evening."""
    return (what.hours if isinstance(what, Post) else what.shift).end_min > EVENING_MIN


def limits_of(
    crewing: Crewing, officer: Officer, dates: tuple[date, ...]
) -> list[tuple[str, int, tuple[date, ...]]]:
    """Rules about an officer's working dates: which, the most of them, and of which dates."""
    rest, found = crewing.rest, []
    if officer.max_days is not None and officer.max_days < len(dates):
        found.append(("max_days", officer.max_days, dates))
    if rest.days_a_week is not None:
        weeks: dict[int, list[date]] = {}
        for day in dates:
            weeks.setdefault(day.toordinal() - day.weekday(), []).append(day)
        found += [("week", rest.days_a_week, tuple(w)) for w in weeks.values() if len(w) > rest.days_a_week]
    if rest.days_in_a_row is not None:
        most = rest.days_in_a_row
        found += [("row", most, dates[at : at + most + 1]) for at in range(len(dates) - most)]
        before = min(crewing.worked_by(officer.id).in_a_row, most)
        if before:
            found.append(("row_before", most - before, dates[: most - before + 1]))
    return found
