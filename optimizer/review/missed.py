"""Sites that teams of officers could have served, on dates on which they could not leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from optimizer.domain.plan import Plan, Reason, Unserved
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.language import Language
from optimizer.review.absence_words import missed_text, told
from optimizer.review.absences import Absence, absences
from optimizer.review.check import check_route
from optimizer.review.fitness import lacks
from optimizer.review.timing import timed_route
from optimizer.review.vacancies import Vacancies
from optimizer.travel.matrix import TravelMatrix

_MOST_TOLD = 2
"""Most sentences that are added to one reason."""


class Missed:
    """Finds the absences without which a site could be served.

    Parameters
    ----------
    plan
        A plan with crews and a roster; one without has no absences.
    """

    def __init__(self, scenario: Scenario, travel: TravelMatrix, plan: Plan) -> None:
        self._scenario, self._travel = scenario, travel
        self._absences = [one for one in absences(scenario, plan) if one.held]
        self._vacancies = Vacancies(scenario)

    def at(self, site: Site, service: Service) -> Iterator[Absence]:
        """Absences of teams that could have served a case that date, from the base and back."""
        for one in self._absences:
            if one.day not in self._scenario.open_dates(site):
                continue
            team = replace(self._scenario.teams[one.team], dates=frozenset({one.day}))
            if not lacks(team, site, service).count and self._could_serve(team, one.day, site, service):
                yield one

    def _could_serve(self, team: Team, day: date, site: Site, service: Service) -> bool:
        """Whether a day out for one case there alone keeps every rule."""
        route = timed_route(
            self._scenario,
            self._travel,
            team,
            day,
            ends=(team.base, team.base),
            work=[(site.id, {service.id: 1})],
            vacancies=self._vacancies,
        )
        alone = replace(self._scenario, teams={team.id: team})
        return route is not None and not check_route(alone, self._travel, route)

    def lines(self, site: Site, services: Iterable[Service], language: Language) -> list[str]:
        """The absences at a site in words, those with one reason in one line."""
        found = dict.fromkeys(one for service in services for one in self.at(site, service))
        ordered = [one for one in self._absences if one in found]
        return [missed_text(one, self._scenario, language) for one in told(ordered, language)]


def with_absences(scenario: Scenario, travel: TravelMatrix, plan: Plan) -> Plan:
    """The plan, its reasons for cases left telling also which teams could have come and could not leave."""
    if not plan.crews:
        return plan
    missed = Missed(scenario, travel, plan)
    return plan.model_copy(
        update={"unserved": tuple(_with_more(scenario, missed, left) for left in plan.unserved)}
    )


def _with_more(scenario: Scenario, missed: Missed, left: Unserved) -> Unserved:
    if left.reason is Reason.NOT_PLANNABLE:
        return left
    site, service = scenario.sites[left.site], scenario.services[left.service]
    lines = missed.lines(site, (service,), scenario.language)[:_MOST_TOLD]
    return left.model_copy(update={"detail": " ".join((left.detail, *(f"{line}." for line in lines)))})
