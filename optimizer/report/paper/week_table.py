"""A team's week as rows of a printed table: days, departures, visits, nights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route, Visit
from optimizer.report.changes import Compared
from optimizer.report.formats import count_text, counted_text, dated_weekday_text, decimal_text
from optimizer.report.paper.marks import Marker
from optimizer.report.paper.week_map import WeekPlaces
from optimizer.report.team_week import TeamDay, TeamWeek
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.notes import Notes
from optimizer.review.legs import route_legs, stops
from optimizer.travel.matrix import Leg


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Parameters
    ----------
    kind
        ``"day"`` begins a day, ``"stop"`` leaves or arrives, ``"visit"`` is work, ``"rest"`` a day without a
        route, ``"sum"`` the last.
    """

    kind: str
    marker: Marker | None = None
    clock: str = ""
    work: str = ""
    place: str = ""
    below: str = ""
    cases: str = ""
    total: str = ""
    km: str = ""
    minutes: str = ""
    note: str = ""


class WeekTable:
    """The rows of one team's week."""

    def __init__(self, contents: Contents, week: TeamWeek) -> None:
        self._contents = contents
        self._week = week
        self._places = WeekPlaces(contents.scenario, week)
        self._notes = Notes(contents, week.team)

    def days(self) -> Iterator[tuple[Row, ...]]:
        """The rows of every date, one after the other; the sums come as a day of their own."""
        for one in self._week.days:
            yield (self._rest(one),) if one.route is None else tuple(self._day(one, one.route))
        yield (self._sums(),)

    def _rest(self, one: TeamDay) -> Row:
        contents, team = self._contents, self._week.team
        horizon = contents.scenario.horizon
        key = "no_route" if one.day in team.dates else "holiday" if one.day in horizon.holidays else "day_off"
        why = contents.staff.why_home(team.id, one.day)
        told = [contents.say(f"team.{key}") if why is None else contents.say("team.cannot_leave", reason=why)]
        if one.sleeps_at != team.base:
            told.append(contents.say("team.stays", place=contents.place_name(one.sleeps_at)))
        told += self._notes.of_day(one.day)
        return Row("rest", place=dated_weekday_text(one.day, contents.language), note=" · ".join(told))

    def _day(self, one: TeamDay, route: Route) -> Iterator[Row]:
        contents, language = self._contents, self._contents.language
        visits = len(route.visits)
        told = [counted_text("visits", visits, language) if visits else contents.say("team.moves")]
        yield Row(
            "day",
            place=dated_weekday_text(one.day, language),
            note=" · ".join([*told, *self._notes.of_day(one.day)]),
            total=self._count(sum(one.cases.values())),
            km=decimal_text(route.km, 1, language),
            minutes=count_text(route.travel_minutes, language),
        )
        hops = tuple(pairwise(stops(route)))
        legs = tuple(route_legs(contents.travel, self._week.team, route))
        yield from (row for _, row in sorted(self._timed(route, hops, legs), key=itemgetter(0)))

    def _timed(
        self, route: Route, hops: tuple[tuple[str, str], ...], legs: tuple[Leg | None, ...]
    ) -> Iterator[tuple[int, Row]]:
        """Everything of a day with the minute at which it begins."""
        yield route.depart, self._stop(route.depart, "team.leave", route.start)
        beside = self._contents.comparison.of(route)
        for visit, compared, ends, leg in zip(route.visits, beside, hops, legs, strict=False):
            links = self._notes.of_links(route, ends, leg)
            yield visit.start, self._visit(route, visit, compared, links, leg)
        for taken in route.breaks:
            start, finish = format_clock(taken.start), format_clock(taken.start + taken.minutes)
            told = self._contents.say("team.break", start=start, finish=finish)
            yield taken.start, Row("stop", clock=start, place=told)
        home = route.end == self._week.team.base
        links = self._notes.of_links(route, hops[-1], legs[-1])
        key = "team.home" if home else "team.sleeps"
        yield route.arrive, self._stop(route.arrive, key, route.end, legs[-1], " · ".join(links))

    def _stop(self, at_min: int, key: str, place: str, leg: Leg | None = None, note: str = "") -> Row:
        km, minutes = self._leg(leg)
        return Row(
            "stop",
            marker=self._places.marker(place),
            clock=format_clock(at_min),
            place=self._contents.say(key, place=self._contents.place_name(place)),
            km=km,
            minutes=minutes,
            note=note,
        )

    def _visit(
        self, route: Route, visit: Visit, compared: Compared | None, links: list[str], leg: Leg | None
    ) -> Row:
        contents = self._contents
        km, minutes = self._leg(leg)
        named, commune = contents.place_name(visit.site), contents.commune(visit.site)
        guests = [
            f"{contents.say('team.from', place=contents.place_name(party.home))}"
            f" ({contents.how_told(party)}): {contents.cases_told(party.cases)}"
            for party in contents.parties.of(visit)
        ]
        return Row(
            "visit",
            marker=self._places.marker(visit.site),
            clock=format_clock(visit.arrive),
            work=f"{format_clock(visit.start)}–{format_clock(visit.finish)}",
            place=named,
            below="" if commune in named else commune,
            cases=contents.cases_told(visit.cases_by_service),
            total=self._count(visit.number_of_cases),
            km=km,
            minutes=minutes,
            note=" · ".join([*links, *self._notes.of_visit(route, visit, compared), *guests]),
        )

    def _sums(self) -> Row:
        week, language = self._week, self._contents.language
        nights = counted_text("nights", week.nights, self._contents.language) if week.nights else ""
        return Row(
            "sum",
            place=self._contents.say("team.sum"),
            cases=self._contents.cases_told(week.cases),
            total=self._count(sum(week.cases.values())),
            km=decimal_text(week.km, 1, language),
            minutes=count_text(week.travel_minutes, language),
            note=nights,
        )

    def _leg(self, leg: Leg | None) -> tuple[str, str]:
        if leg is None or not (leg.metres or leg.minutes):
            return "", ""
        language = self._contents.language
        return decimal_text(leg.metres / 1000, 1, language), count_text(leg.minutes, language)

    def _count(self, count: int) -> str:
        return count_text(count, self._contents.language) if count else ""
