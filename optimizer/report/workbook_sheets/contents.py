"""What every sheet draws from: the plan, its scenario, the weeks, and the names of the sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from optimizer.domain.scenario import Team
from optimizer.language import say, say_count
from optimizer.report.account import Account
from optimizer.report.equipment import words_for
from optimizer.report.follow_ups import Batch, follow_ups
from optimizer.report.formats import count_text
from optimizer.report.parties import Party
from optimizer.report.workbook_sheets.naming import sheet_names

MOST_OFFICER_SHEETS = 300
"""Officers who have a sheet each; of more there are slips on one sheet, to be cut."""


class Sheets(NamedTuple):
    """Names of the sheets.

    Parameters
    ----------
    kinds
        By what is on them: those that this plan has a use for.
    teams
        Of the teams, in the scenario's order.
    officers
        Of the officers, in the roster's order; none where there are more than `MOST_OFFICER_SHEETS`.
    """

    kinds: Mapping[str, str]
    teams: tuple[str, ...]
    officers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contents(Account):
    """A plan with everything that its workbook says about it."""

    @cached_property
    def sheets(self) -> Sheets:
        """Names of the sheets, no two alike."""
        used = {
            "summary": True,
            "conflicts": bool(self.plan.conflicts),
            "changes": self.scenario.earlier is not None,
            "crews": self.staff.is_there,
            "roster": self.staff.is_there,
            "officers": self.staff.is_there and not self._has_officer_sheets,
            "visits": any(route.visits for route in self.plan.routes),
            "guests": any(visit.guests for route in self.plan.routes for visit in route.visits),
            "follow_ups": bool(self.follow_ups),
            "unserved": True,
        }
        kinds = [kind for kind, is_used in used.items() if is_used]
        # A team that is called like one of these gives way to it.
        wanted = [self.say(f"sheet.{kind}") for kind in kinds]
        teams = [self.team_name(week.team) for week in self.weeks]
        roster = self.plan.roster if self.staff.is_there and self._has_officer_sheets else ()
        names = sheet_names([*wanted, *teams, *(self.staff.name(entry.officer) for entry in roster)])
        after_teams = len(kinds) + len(teams)
        kinds_named = dict(zip(kinds, names, strict=False))
        return Sheets(kinds_named, names[len(kinds) : after_teams], names[after_teams:])

    @property
    def _has_officer_sheets(self) -> bool:
        return len(self.plan.roster) <= MOST_OFFICER_SHEETS

    @cached_property
    def served(self) -> Counter[str]:
        """Cases that the plan serves, by service."""
        return sum((week.cases for week in self.weeks), Counter[str]())

    @cached_property
    def follow_ups(self) -> tuple[Batch, ...]:
        """Cases that follow others."""
        return tuple(follow_ups(self.plan, self.scenario))

    def say(self, key: str, **values: object) -> str:
        """A text of the workbook in the reader's language."""
        return say(f"book.{key}", self.language, **values)

    def counted(self, key: str, number: int, **values: object) -> str:
        """A text of the workbook in the form that goes with `number`, which is its ``{count}``."""
        count = count_text(number, self.language)
        return say_count(f"book.{key}", number, self.language, **({"count": count} | values))

    def team_name(self, team: Team) -> str:
        """The team's name; one known by its id only is called «Tổ <id>»."""
        return self.say("team.by_id", id=team.id) if team.name == team.id else team.name

    def team_called(self, team_id: str) -> str:
        """The name of a team by its id, also of one that the scenario has no more."""
        team = self.scenario.teams.get(team_id)
        return self.say("team.by_id", id=team_id) if team is None else self.team_name(team)

    def place_name(self, place_id: str) -> str:
        """Name of a base, a lodging or a site; the id of one that the scenario has no more."""
        place = self.scenario.places.get(place_id)
        return place_id if place is None else place.name

    def how_told(self, party: Party) -> str:
        """How people come from their home to a visit elsewhere."""
        return self.say("guests.by_shuttle" if party.by_shuttle else "guests.by_themselves")

    def commune(self, place_id: str) -> str:
        """Commune of a site; nothing for other places."""
        site = self.scenario.sites.get(place_id)
        return "" if site is None else site.commune

    def cases_told(self, cases: Mapping[str, int]) -> str:
        """``"12 Cấp CCCD, 4 Định danh mức 2"``."""
        return ", ".join(
            f"{count_text(count, self.language)} {self.service_name(service)}"
            for service, count in cases.items()
        )

    def service_name(self, service_id: str) -> str:
        """Name of a service."""
        return self.scenario.services[service_id].name

    def words_for(self, kind: str, ids: Iterable[str]) -> str:
        """Ids of things, wants or vehicles in words, where the catalogue knows them."""
        return words_for(kind, ids, self.language)
