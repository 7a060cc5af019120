"""A team's calendar (iCalendar): a day at the top, its visits below, at the hours of Vietnam.

A visit keeps its identity from one version of a plan to the next, so that a phone that reads a
new version moves what it has instead of adding to it; what the earlier plan or the calendar written
before had and this one has not is called off, also of teams that there are no more.

References
----------
RFC 5545, sections 3.8.4.7 (UID), 3.8.7.4 (SEQUENCE), 3.8.1.11 (STATUS); RFC 5546,
section 3.2.5 (CANCEL: a file in which everything is called off).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from uuid import uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from optimizer.domain.plan import Route, Visit
from optimizer.report.phones.handed_out import (
    CANCELLED,
    OFFICE,
    OURS,
    UID_END,
    handed_out_events,
    office_of,
)
from optimizer.report.phones.told import Told, harmless
from optimizer.report.workbook_sheets.contents import Contents

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_VERSIONS_SINCE = datetime(2020, 1, 1, tzinfo=UTC)


def team_calendar(contents: Contents, team_id: str, made_at: datetime, handed_out: bytes = b"") -> bytes:
    """The calendar of one team as the bytes of an ICS file.

    Parameters
    ----------
    team_id
        A team of the scenario, or one that only the earlier plan had: all of its events are called off.
    made_at
        When this version of the plan was made, with its time zone: of two versions that a phone is
        given, the later one holds.
    handed_out
        The calendar of this team that was written before, if there is one: what it has in the horizon and
        this plan has not is called off too.
    """
    told = Told(contents)
    events = list(_Events(contents, told, team_id, made_at, handed_out))
    calendar = Calendar()
    calendar.add(
        "prodid", f"-//Luu Dong//luudong {contents.plan.made_by.version}//{contents.language.upper()}"
    )
    calendar.add("version", "2.0")
    is_over = bool(events) and all(event.get("status") == CANCELLED for event in events)
    calendar.add("method", "CANCEL" if is_over else "PUBLISH")
    named = f"{contents.team_called(team_id)} – {contents.scenario.name}"
    calendar.add("x-wr-calname", harmless(named))
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add(OFFICE, office_of(contents))
    if events:
        calendar.add_component(_zone())
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


@cache
def _zone() -> Timezone:
    """What calendars tell of the zone; to work it out takes longer than to write a team's days."""
    return Timezone.from_tzid(ZONE.key)


class _Events:
    """The events of one team, in the order of its days, then those that are called off."""

    def __init__(
        self, contents: Contents, told: Told, team_id: str, made_at: datetime, handed_out: bytes
    ) -> None:
        self._contents = contents
        self._told = told
        self._team = team_id
        self._made_at = made_at
        self._handed_out = handed_out

    def __iter__(self) -> Iterator[Event]:
        kept = set()
        for event in self._planned():
            kept.add(str(event["uid"]))
            event.add("status", "CONFIRMED")
            yield event
        for event in self._before():
            uid = str(event["uid"])
            if uid not in kept:
                kept.add(uid)
                event.add("status", CANCELLED)
                yield event

    def _planned(self) -> Iterator[Event]:
        for route in self._contents.plan.routes:
            if route.team == self._team:
                yield from self._of_route(route)

    def _before(self) -> Iterator[Event]:
        """What the earlier plan had, and what was handed out before."""
        earlier = self._contents.scenario.earlier
        for route in earlier.routes if earlier else ():
            if route.team == self._team:
                yield from self._once_on(route)
        for old in handed_out_events(self._handed_out, self._contents):
            event = self._version_of(str(old["uid"]))
            for name in ("dtstart", "dtend"):
                event.add(name, old.decoded(name))
            what = harmless(str(old.get("summary", "")))
            was_off = old.get("status") == CANCELLED
            event.add("summary", what if was_off else self._told.say("cancelled", what=what))
            yield event

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

    def _once_on(self, route: Route) -> Iterator[Event]:
        """What was on a date."""
        day = self._event(route.date, "", 0)
        day.add("dtstart", route.date)
        day.add("dtend", route.date + timedelta(days=1))
        day.add("summary", self._told.say("cancelled", what=self._contents.team_called(self._team)))
        yield day
        for visit, number in _numbered(route.visits):
            event = self._event(route.date, visit.site, number)
            event.add("dtstart", moment(route.date, visit.start))
            event.add("dtend", moment(route.date, visit.finish))
            event.add("summary", self._told.say("cancelled", what=self._contents.place_name(visit.site)))
            yield event

    def _event(self, day: date, site: str, number: int) -> Event:
        """An event that is known by its office, team, date, site and, at one site, by its number."""
        identity = "\n".join((office_of(self._contents), self._team, day.isoformat(), site, str(number)))
        return self._version_of(f"{uuid5(OURS, identity)}{UID_END}")

    def _version_of(self, uid: str) -> Event:
        """An event in this version of the plan."""
        event = Event()
        event.add("uid", uid)
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
