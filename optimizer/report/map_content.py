"""What a review map shows, as plain data for the page: no HTML, no markup, no drawing.

Places, services, teams and days are numbered in the scenario's order; everything else refers
to those numbers, so that a name is written once however often it is visited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from optimizer.domain.plan import Plan, Reason, Route, Unserved, Visit
from optimizer.domain.scenario import Place, Scenario, Site
from optimizer.language import Language, catalogue, say
from optimizer.report.formats import (
    count_text,
    date_range_text,
    dated_weekday_text,
    decimal_text,
    percent_text,
    rough_dong_text,
    sentence_text,
    short_date_text,
    short_weekday_text,
)
from optimizer.report.offline import plain
from optimizer.report.palette import team_style
from optimizer.report.team_week import TeamWeek, team_weeks
from optimizer.report.ways import Stretch, Ways, is_flight
from optimizer.review.served import served_by_cell
from optimizer.travel.matrix import TravelMatrix

Content = dict[str, Any]
"""JSON: numbers, texts, lists and objects."""

PAGE_WORDS = "map.page."
"""Keys of the texts that the page itself puts together."""


def map_content(plan: Plan, scenario: Scenario, travel: TravelMatrix) -> Content:
    """Everything that the map's page needs to know.

    Raises
    ------
    KeyError
        If the plan names something that the scenario does not know.
    """
    return MapContent(plan, scenario, travel).everything()


def page_words(language: Language) -> dict[str, str]:
    """The page's texts by what is left of their keys, with ``{name}`` for each value."""
    return {
        key.removeprefix(PAGE_WORDS): words.vi if language == "vi" else words.en
        for key, words in catalogue().items()
        if key.startswith(PAGE_WORDS)
    }


@dataclass(frozen=True)
class MapContent:
    """Puts a plan into the page's numbers and texts."""

    plan: Plan
    scenario: Scenario
    travel: TravelMatrix

    def everything(self) -> Content:
        """The whole content."""
        return {
            "words": page_words(self.language),
            "language": self.language,
            "header": self.header(),
            "services": [plain(service.name) for service in self.scenario.services.values()],
            "days": [
                {
                    "short": short_weekday_text(day, self.language),
                    "date": short_date_text(day),
                    "long": dated_weekday_text(day, self.language),
                }
                for day in self.scenario.horizon.dates()
            ],
            "places": [self._place(place) for place in self.scenario.places.values()],
            "bases": [self.place_numbers[place] for place in self.scenario.bases],
            "teams": [self._team(number, week) for number, week in enumerate(self.weeks)],
            "routes": [self._route(route) for route in self.plan.routes],
            "nights": [night for week in self.weeks for night in self._nights(week)],
            "sites": [self._site(site) for site in self.scenario.sites.values()],
        }

    def header(self) -> Content:
        """The title, the dates and the figures that sum the plan up."""
        figures = self.plan.figures
        nearness = (
            ""
            if figures.gap is None
            else say("map.gap", self.language, gap=percent_text(figures.gap, self.language))
        )
        cases, of = (count_text(number, self.language) for number in (figures.cases, figures.of))
        coverage = percent_text(figures.coverage, self.language)
        shown = {
            "cases": (cases, say("map.of_cases", self.language, of=of)),
            "coverage": (coverage, ""),
            "km": (decimal_text(figures.km, 0, self.language), "km"),
            "nights": (count_text(figures.nights, self.language), ""),
            "objective": (rough_dong_text(figures.objective, self.language), nearness),
        }
        horizon = self.scenario.horizon
        return {
            "title": plain(self.scenario.name),
            "dates": date_range_text(horizon.start, horizon.end, self.language),
            "brief": say("map.brief", self.language, cases=cases, of=of, coverage=coverage),
            "figures": [
                {"label": say(f"map.figure.{name}", self.language), "value": value, "note": note}
                for name, (value, note) in shown.items()
            ],
        }

    @property
    def language(self) -> Language:
        """The language of the map."""
        return self.scenario.language

    @cached_property
    def weeks(self) -> tuple[TeamWeek, ...]:
        """The week of every team, in the scenario's order."""
        return team_weeks(self.plan, self.scenario)

    @cached_property
    def place_numbers(self) -> Mapping[str, int]:
        """Numbers of places by id."""
        return _numbered(self.scenario.places)

    @cached_property
    def service_numbers(self) -> Mapping[str, int]:
        """Numbers of services by id."""
        return _numbered(self.scenario.services)

    @cached_property
    def team_numbers(self) -> Mapping[str, int]:
        """Numbers of teams by id."""
        return _numbered(self.scenario.teams)

    @cached_property
    def ways(self) -> Ways:
        """Finds the stretches of routes."""
        return Ways(self.scenario, self.travel)

    @cached_property
    def served(self) -> Mapping[tuple[str, str], int]:
        """Cases served by site id and service id."""
        return served_by_cell(self.plan.routes)

    @cached_property
    def unserved(self) -> Mapping[str, list[Unserved]]:
        """What is left outstanding, by site id."""
        left: dict[str, list[Unserved]] = {}
        for cell in self.plan.unserved:
            left.setdefault(cell.site, []).append(cell)
        return left

    def _place(self, place: Place) -> Content:
        commune = plain(place.commune) if isinstance(place, Site) else ""
        at = [round(place.lat, 5), round(place.lon, 5)]
        return {"name": plain(place.name) or plain(place.id), "commune": commune, "at": at}

    def _team(self, number: int, week: TeamWeek) -> Content:
        style = team_style(number)
        return {
            "name": plain(week.team.name) or plain(week.team.id),
            "colour": style.colour,
            "ink": style.ink,
            "pattern": style.pattern,
            "base": self.place_numbers[week.team.base],
            "officers": week.team.officers,
            "cases": sum(week.cases.values()),
            "metres": round(week.km * 1000),
            "nights": week.nights,
        }

    def _route(self, route: Route) -> Content:
        return {
            "team": self.team_numbers[route.team],
            "day": self.scenario.horizon.day_number(route.date),
            "depart": route.depart,
            "arrive": route.arrive,
            "metres": round(route.km * 1000),
            "travel": route.travel_minutes,
            "end": self.place_numbers[route.end],
            "breaks": [[taken.start, taken.minutes] for taken in route.breaks],
            "stops": [self._stop(visit) for visit in route.visits],
            "ways": [self._way(stretch) for stretch in self.ways.stretches(route)],
        }

    def _stop(self, visit: Visit) -> Content:
        return {
            "place": self.place_numbers[visit.site],
            "arrive": visit.arrive,
            "start": visit.start,
            "finish": visit.finish,
            "setup": self.scenario.sites[visit.site].setup_minutes,
            "cases": self._by_service(visit.cases),
        }

    def _way(self, stretch: Stretch) -> Content:
        hop = stretch.hop
        drawn: Content = {
            "from": self.place_numbers[hop.origin],
            "to": self.place_numbers[hop.destination],
            "depart": stretch.depart_min,
            "minutes": hop.minutes,
            "metres": hop.metres,
        }
        if hop.by_link:
            drawn["link"] = "flight" if is_flight(hop) else "link"
            drawn["fare"] = hop.fare_dong
        return drawn

    def _nights(self, week: TeamWeek) -> Iterable[Content]:
        nights: dict[str, list[int]] = {}
        for number, one in enumerate(week.days[:-1]):
            if one.sleeps_at != week.team.base:
                nights.setdefault(one.sleeps_at, []).append(number)
        team = self.team_numbers[week.team.id]
        for place, days in nights.items():
            yield {"team": team, "place": self.place_numbers[place], "days": days}

    def _site(self, site: Site) -> Content:
        return {
            "place": self.place_numbers[site.id],
            "state": self._state(site),
            "cases": [
                [self.service_numbers[service], count, self.served.get((site.id, service), 0)]
                for service, count in site.cases.items()
            ],
            "lacks": [self._lack(tag) for tag in sorted(site.lacks)],
            "left": [self._left(cell) for cell in self.unserved.get(site.id, [])],
        }

    def _state(self, site: Site) -> str:
        due = [service for service in site.cases if self.scenario.services[service].plannable]
        served = sum(self.served.get((site.id, service), 0) for service in due)
        if not due:
            return "counted" if site.cases else "quiet"
        if served == 0:
            return "none"
        return "full" if served >= sum(site.cases[service] for service in due) else "part"

    def _left(self, cell: Unserved) -> Content:
        return {
            "service": self.service_numbers[cell.service],
            "cases": cell.cases,
            "reason": say(_REASONS[cell.reason], self.language),
            "detail": plain(cell.detail),
            "need": sentence_text(plain(cell.would_need)),
        }

    def _lack(self, tag: str) -> str:
        key = f"map.lack.{tag}"
        return say(key, self.language) if key in catalogue() else plain(tag)

    def _by_service(self, cases: Mapping[str, int]) -> list[list[int]]:
        return [[self.service_numbers[service], count] for service, count in cases.items()]


_REASONS = {reason: f"map.reason.{reason.value}" for reason in Reason}


def _numbered(things: Iterable[str]) -> Mapping[str, int]:
    return {thing: number for number, thing in enumerate(things)}
