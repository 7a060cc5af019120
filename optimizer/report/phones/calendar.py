"""A team's calendar (iCalendar): a day at the top, its visits below, at the hours of Vietnam.

A visit keeps its identity from one version of a plan to the next, so that a phone that reads a
new version moves what it has instead of adding to it; what the earlier plan had and this one has
not is called off.

References
----------
RFC 5545, sections 3.8.4.7 (UID), 3.8.7.4 (SEQUENCE), 3.8.1.11 (STATUS).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Team
from optimizer.report.phones.told import Told, harmless
from optimizer.report.workbook_sheets.contents import Contents

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_OURS = UUID("a3a2c1e6-6f0e-5d5b-9f0c-2d0a6f6a7b11")
_VERSIONS_SINCE = datetime(2020, 1, 1, tzinfo=UTC)


def team_calendar(contents: Contents, team: Team, made_at: datetime) -> bytes:
    """The calendar of one team as the bytes of an ICS file.

    Parameters
    ----------
    made_at
        When this version of the plan was made, with its time zone: of two versions that a phone is
        given, the later one holds.
    """
    told = Told(contents)
    calendar = Calendar()
    calendar.add("prodid", f"-//Luu Dong//luudong {contents.plan.made_by.version}//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    named = f"{contents.team_name(team)} – {contents.scenario.name}"
    calendar.add("x-wr-calname", harmless(named))
    calendar.add("x-wr-timezone", ZONE.key)
    events = _Events(contents, told, team, made_at)
    for event in events:
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


class _Events:
    """The events of one team, in the order of its days."""

    def __init__(self, contents: Contents, told: Told, team: Team, made_at: datetime) -> None:
        self._contents = contents
        self._told = told
        self._team = team
        self._made_at = made_at

    def __iter__(self) -> Iterator[Event]:
        own = [route for route in self._contents.plan.routes if route.team == self._team.id]
        kept = set()
        for route in own:
            for event in self._of_route(route):
                kept.add(str(event["uid"]))
                yield event
        earlier = self._contents.scenario.earlier
        for route in earlier.routes if earlier else ():
            if route.team == self._team.id:
                yield from self._called_off(route, kept)

    def _of_route(self, route: Route) -> Iterator[Event]:
        whole = self._event(route.date, "", 0)
        whole.add("dtstart", route.date)
        whole.add("dtend", route.date + timedelta(days=1))
        whole.add("transp", "TRANSPARENT")
        _fill(whole, self._told.day_title(route), self._told.day_lines(route))
        yield whole
        compared = self._contents.comparison.of(route)
        for (visit, number), beside in zip(_numbered(route.visits), compared, strict=True):
            event = self._event(route.date, visit.site, number)
            event.add("dtstart", moment(route.date, visit.start))
            event.add("dtend", moment(route.date, visit.finish))
            event.add("location", self._told.place(visit.site))
            site = self._contents.scenario.sites[visit.site]
            event.add("geo", (site.lat, site.lon))
            _fill(event, self._told.visit_title(visit), self._told.visit_lines(route, visit, beside))
            yield event

    def _called_off(self, route: Route, kept: set[str]) -> Iterator[Event]:
        """What the earlier plan had on a date and this one has not."""
        day = self._event(route.date, "", 0)
        if str(day["uid"]) not in kept:
            day.add("dtstart", route.date)
            day.add("dtend", route.date + timedelta(days=1))
            yield self._cancelled(day, self._contents.team_name(self._team))
        for visit, number in _numbered(route.visits):
            event = self._event(route.date, visit.site, number)
            if str(event["uid"]) not in kept:
                event.add("dtstart", moment(route.date, visit.start))
                event.add("dtend", moment(route.date, visit.finish))
                yield self._cancelled(event, self._contents.place_name(visit.site))

    def _cancelled(self, event: Event, what: str) -> Event:
        event.add("status", "CANCELLED")
        event.add("summary", self._told.say("cancelled", what=what))
        return event

    def _event(self, day: date, site: str, number: int) -> Event:
        """An event that is known by its team, date, site and, at one site, by its number."""
        event = Event()
        base = self._contents.scenario.bases[self._team.base]
        identity = "\n".join((base.id, base.name, self._team.id, day.isoformat(), site, str(number)))
        event.add("uid", f"{uuid5(_OURS, identity)}@luudong")
        event.add("dtstamp", self._made_at.astimezone(UTC))
        event.add("last-modified", self._made_at.astimezone(UTC))
        event.add("sequence", max(0, int((self._made_at - _VERSIONS_SINCE).total_seconds())))
        return event


def moment(day: date, at_min: int) -> datetime:
    """A date and minutes since its midnight as a moment in Vietnam; 24:00 is the next midnight."""
    return datetime.combine(day, time(), tzinfo=ZONE) + timedelta(minutes=at_min)


def _numbered(visits: Iterable[Visit]) -> Iterator[tuple[Visit, int]]:
    """Visits, each with how many there were at its site before it on the same day."""
    seen: Counter[str] = Counter()
    for visit in visits:
        yield visit, seen[visit.site]
        seen[visit.site] += 1


def _fill(event: Event, title: str, lines: list[str]) -> None:
    event.add("summary", title)
    event.add("description", "\n".join(lines))
