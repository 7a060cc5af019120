"""Officers as papers show them: who is in which team, what each does on a date, why a team stays at home."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from optimizer.domain.crews import Crewing
from optimizer.domain.forming import crewing_of
from optimizer.domain.plan import Crew, Does, Plan, RosterDay
from optimizer.domain.scenario import Scenario
from optimizer.language import Language, say
from optimizer.review.absence_words import reason_text, skill_text
from optimizer.review.absences import Absence, absences


class Staff:
    """The officers of a plan.

    Parameters
    ----------
    scenario
        The scenario with the teams that the plan's crews make; one whose teams are given has no staff.
    """

    def __init__(self, plan: Plan, scenario: Scenario) -> None:
        self._plan = plan
        self._scenario = scenario
        self._crews = {crew.team: crew for crew in plan.crews}

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self._scenario.language

    @property
    def crewing(self) -> Crewing:
        """What teams are formed from; a `ValueError` where they are given."""
        return crewing_of(self._scenario)

    @property
    def is_there(self) -> bool:
        """Whether the plan says who does what."""
        return self._scenario.crewing is not None and bool(self._plan.roster)

    def crew(self, team_id: str) -> Crew | None:
        """The crew that makes a team; None for teams that are given, and for fixed collection points."""
        return self._crews.get(team_id)

    def name(self, officer_id: str) -> str:
        """The name of an officer; the id of one that the scenario does not know."""
        crewing = self._scenario.crewing
        known = crewing.officers.get(officer_id) if crewing else None
        return known.name if known else officer_id

    def members(self, team_id: str) -> list[str]:
        """Names of a team's members, in the order of its crew."""
        crew = self.crew(team_id)
        return [self.name(officer) for officer in crew.officers] if crew else []

    def at_post(self, post_id: str, day: date) -> list[str]:
        """Names of the officers whom the roster has at a post on a date."""
        return [
            self.name(entry.officer)
            for entry in self._plan.roster
            for one in entry.days
            if (one.date, one.does, one.at) == (day, Does.POST, post_id)
        ]

    def skills(self, officer_id: str) -> str:
        """An officer's skills in words."""
        known = self.crewing.officers.get(officer_id)
        return ", ".join(skill_text(skill, self.language) for skill in sorted(known.skills if known else ()))

    def does(self, one: RosterDay) -> str:
        """What an officer does on a date, in a word or two; nothing where nothing is asked of him."""
        return does_text(one, self._scenario, self.language)

    def why_home(self, team_id: str, day: date) -> str | None:
        """Why a team of officers may not leave on a date; None where it may, or never does."""
        absence = self._absences.get((team_id, day))
        return reason_text(absence, self.language) if absence else None

    @cached_property
    def _absences(self) -> Mapping[tuple[str, date], Absence]:
        if not self.is_there:
            return {}
        return {(one.team, one.day): one for one in absences(self._scenario, self._plan)}


def does_text(one: RosterDay, scenario: Scenario, language: Language) -> str:
    """What an officer does on a date, in a word or two; nothing where nothing is asked of him.

    Parameters
    ----------
    scenario
        The scenario with the teams that the crews make.
    """
    crewing = crewing_of(scenario)
    named = {
        Does.TEAM: {team.id: team.name for team in scenario.teams.values()},
        Does.POST: {post.id: post.name for post in crewing.posts.values()},
        Does.DUTY: {duty.id: duty.name for duty in crewing.duties.values()},
    }
    if one.does in named:
        at = one.at or ""
        return named[one.does].get(at, at)
    if one.does is Does.FREE:
        return ""
    return say(f"staff.{one.does.value}", language)
