"""Visits and days in a few lines, as a calendar or a map on a phone shows them."""

from __future__ import annotations

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Place
from optimizer.language import say
from optimizer.report.changes import Compared
from optimizer.report.formats import counted_text
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.notes import Notes
from optimizer.report.workbook_sheets.page import clean_text

_HARMLESS = str.maketrans("<>", "‹›")


def harmless(text: str) -> str:
    """`text` without control characters and marks of direction, and without markup.

    Several apps show what a calendar or a map file says as a web page.
    """
    return clean_text(text).translate(_HARMLESS)


class Told:
    """The words of one plan for phones, in the scenario's language."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._notes = {team.id: Notes(contents, team) for team in contents.scenario.teams.values()}

    def say(self, key: str, **values: object) -> str:
        """A text of phones in the reader's language."""
        return harmless(say(f"phone.{key}", self._contents.language, **values))

    def place(self, place_id: str) -> str:
        """Name of a place, with its commune where it has one."""
        commune = self._contents.commune(place_id)
        named = self._contents.place_name(place_id)
        return harmless(f"{named}, {commune}" if commune and commune not in named else named)

    def position(self, place: Place) -> str:
        """``"21.03500, 104.90500"``, as maps on phones let a person search for it."""
        return f"{place.lat:.5f}, {place.lon:.5f}"

    def visit_title(self, visit: Visit) -> str:
        """The site, and how many cases."""
        cases = counted_text("cases", visit.number_of_cases, self._contents.language)
        return self.say("visit", place=self._contents.place_name(visit.site), cases=cases)

    def visit_lines(self, route: Route, visit: Visit, compared: Compared | None) -> list[str]:
        """When to be where, what to do there, and what not to forget."""
        contents = self._contents
        clocks = {name: format_clock(getattr(visit, name)) for name in ("arrive", "start", "finish")}
        lines = [
            self.say("clocks", **clocks),
            harmless(contents.cases_told(visit.cases_by_service)),
            *(
                self.say(
                    "from",
                    place=contents.place_name(party.home),
                    cases=contents.cases_told(party.cases),
                    how=contents.how_told(party),
                )
                for party in contents.parties.of(visit)
            ),
            *map(harmless, self._notes[route.team].of_visit(route, visit, compared)),
            self.say("position", position=self.position(contents.scenario.sites[visit.site])),
        ]
        return [line for line in lines if line]

    def day_title(self, route: Route) -> str:
        """The team, and what its day amounts to."""
        contents = self._contents
        team = contents.team_called(route.team)
        cases = sum(visit.number_of_cases for visit in route.visits)
        if not route.visits:
            return self.say("travel_day", team=team)
        return self.say(
            "day",
            team=team,
            visits=counted_text("visits", len(route.visits), contents.language),
            cases=counted_text("cases", cases, contents.language),
        )

    def day_lines(self, route: Route) -> list[str]:
        """The whole day from leaving to arriving, stop by stop."""
        contents = self._contents
        home = route.end == contents.scenario.teams[route.team].base
        return [
            self.say("leave", clock=format_clock(route.depart), place=contents.place_name(route.start)),
            *(
                f"{format_clock(visit.start)}–{format_clock(visit.finish)} {self.visit_title(visit)}"
                for visit in route.visits
            ),
            *(
                self.say(
                    "break",
                    start=format_clock(taken.start),
                    finish=format_clock(taken.start + taken.minutes),
                )
                for taken in route.breaks
            ),
            self.say(
                "home" if home else "sleep",
                clock=format_clock(route.arrive),
                place=contents.place_name(route.end),
            ),
        ]
