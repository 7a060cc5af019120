"""What a team has to remember: what is promised and changed, what to fly, what to bring, deadlines."""

from __future__ import annotations

from datetime import date

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Team
from optimizer.report.changes import Compared, Fate
from optimizer.report.formats import count_text, counted_text, date_text, duration_text
from optimizer.report.ways import is_flight
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.travel.hops import Hop
from optimizer.travel.matrix import Leg


class Notes:
    """The notes on one team's sheet."""

    def __init__(self, contents: Contents, team: Team) -> None:
        self._contents = contents
        self._team = team

    def of_day(self, day: date) -> list[str]:
        """Who is at a fixed collection point, and whether a date stands as it was handed out."""
        promises, there = self._contents.promises, self._contents.staff.at_post(self._team.id, day)
        told = [self._contents.say("team.at_post", members=", ".join(there))] if there else []
        if not promises.was_frozen(day):
            return told
        stands = promises.is_frozen(self._team.id, day)
        return [*told, self._contents.say("team.frozen" if stands else "team.released")]

    def of_visit(self, route: Route, visit: Visit, compared: Compared | None) -> list[str]:
        """What to know about a visit."""
        pinned = self._contents.promises.is_pinned(route, visit)
        standing = [
            *([self._contents.say("team.pinned")] if pinned else []),
            *([] if compared is None else [self._changed(compared)]),
        ]
        told = [*self._guests(visit), *self._needs(visit), *self._walk(visit)]
        return [*([" · ".join(standing)] if standing else []), *told]

    def _walk(self, visit: Visit) -> list[str]:
        """How far the site is from the team's road."""
        movement = self._contents.scenario.vehicles[self._team.vehicle].movement
        walk = self._contents.walks.get((movement, visit.site))
        return [] if walk is None else [walk.text(self._contents.language)]

    def _guests(self, visit: Visit) -> list[str]:
        """How many come from elsewhere, and how many of them are brought."""
        parties = self._contents.parties.of(visit)
        if not parties:
            return []
        brought = sum(party.number_of_cases for party in parties if party.by_shuttle)
        language = self._contents.language
        cases = counted_text("cases", sum(party.number_of_cases for party in parties), language)
        if not brought:
            return [self._contents.say("team.guests", cases=cases)]
        of_them = count_text(brought, language)
        return [self._contents.say("team.guests_brought", cases=cases, brought=of_them)]

    def _changed(self, compared: Compared) -> str:
        before = compared.before
        if before is None or not compared.is_moved:
            return self._contents.say("fate.new" if compared.fate is Fate.NEW else "fate.kept")
        cases = counted_text("cases", before.number_of_cases, self._contents.language)
        return self._contents.say("team.before", start=format_clock(before.start), cases=cases)

    def of_links(self, route: Route, ends: tuple[str, str], leg: Leg | None) -> list[str]:
        """What to fly or ride on a leg."""
        if leg is None or (leg.charged_metres == leg.metres and leg.drive_minutes == leg.minutes):
            return []
        hops = self._contents.ways.hops(self._team.vehicle, route.date, *ends)
        return [self._link_told(hop) for hop in hops if hop.by_link]

    def _link_told(self, link: Hop) -> str:
        language = self._contents.language
        told = self._contents.say(
            "team.flight" if is_flight(link) else "team.link",
            origin=self._contents.place_name(link.origin),
            destination=self._contents.place_name(link.destination),
            duration=duration_text(link.minutes, language),
        )
        if not link.fare_dong:
            return told
        return told + self._contents.say("team.fare", fare=count_text(link.fare_dong, language))

    def _needs(self, visit: Visit) -> list[str]:
        """What to remember for a visit: things to bring for what the site lacks, its deadline."""
        scenario, contents = self._contents.scenario, self._contents
        site = scenario.sites[visit.site]
        needed = frozenset[str]().union(
            *(scenario.services[service].needs for service in visit.cases_by_service)
        )
        lacking = needed & site.lacks
        things = [thing for thing in self._team.brings if lacking & scenario.things.get(thing, frozenset())]
        notes = []
        if lacking:
            things_told, lacking_told = (
                contents.words_for("thing", things),
                contents.words_for("want", lacking),
            )
            notes.append(contents.say("team.bring", things=things_told, lacking=lacking_told))
        if site.deadline is not None:
            notes.append(contents.say("team.deadline", date=date_text(site.deadline)))
        return notes
