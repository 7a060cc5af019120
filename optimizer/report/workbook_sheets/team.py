"""«Tổ …»: one team's week, day by day: when to leave, where to work, how many, where to sleep."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from optimizer.domain.clock import MINUTES_PER_DAY, format_clock
from optimizer.domain.plan import Route, Visit
from optimizer.report.formats import counted_text, date_range_text, weekday_text
from optimizer.report.team_week import TeamDay, TeamWeek
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.notes import Notes
from optimizer.report.workbook_sheets.page import Page, Value, clock_value
from optimizer.review.legs import route_legs, stops
from optimizer.travel.matrix import Leg

_ORDER, _CLOCK, _START, _FINISH, _PLACE, _COMMUNE, _FIRST_SERVICE = range(7)
_LEFT_WIDTHS = (5, 9, 9, 9, 34, 20)
_SERVICE_WIDTH = 12
_RIGHT_WIDTHS = (8, 9, 8, 36)
_TITLE, _FACTS, _HEAD, _HEAD_LOW, _FIRST_DAY = range(5)


class TeamTable:
    """The sheet of one team: a column for each service that it serves.

    Parameters
    ----------
    week
        The team's week.
    """

    def __init__(self, contents: Contents, week: TeamWeek) -> None:
        self._contents = contents
        self._week = week
        self._notes = Notes(contents, week.team)
        served = week.cases
        self._services = [service for service in contents.scenario.services if served[service]]
        self._total = _FIRST_SERVICE + len(self._services)
        self._km, self._minutes, self._note = range(self._total + 1, self._total + 4)

    @property
    def widths(self) -> tuple[float, ...]:
        """Widths of the columns."""
        return (*_LEFT_WIDTHS, *[_SERVICE_WIDTH] * len(self._services), *_RIGHT_WIDTHS)

    def write(self, page: Page) -> None:
        """Write the sheet."""
        self._heading(page)
        self._head(page)
        row = _FIRST_DAY
        days = []
        for one in self._week.days:
            days.append(row)
            row = self._day(page, row, one, one.route) if one.route else self._rest(page, row, one)
        self._sums(page, row)
        # The total stays with the last day.
        for first, after in pairwise((*days, row + 1)):
            page.keep_together(first, after - 1)
        page.freeze(_HEAD_LOW)
        page.repeat(_HEAD, _HEAD_LOW)

    def _heading(self, page: Page) -> None:
        contents, team = self._contents, self._week.team
        page.put(_TITLE, 0, contents.team_name(team), "title", until=_COMMUNE)
        horizon = contents.scenario.horizon
        period = date_range_text(horizon.start, horizon.end, contents.language)
        page.put(_TITLE, _FIRST_SERVICE, period, "accent", "bold", "right", until=page.last_column)
        facts = [
            contents.say("team.base", place=contents.place_name(team.base)),
            counted_text("officers", team.officers, contents.language),
            counted_text("stations", team.stations, contents.language),
            contents.words_for("vehicle", [team.vehicle]),
        ]
        if team.brings:
            facts.append(contents.say("team.brings", things=contents.words_for("thing", team.brings)))
        told = [" · ".join(facts)]
        members = contents.staff.members(team.id)
        if members:
            told.append(contents.say("team.members", members=", ".join(members)))
        page.put(_FACTS, 0, "\n".join(told), "grey", "edge", until=page.last_column)

    def _head(self, page: Page) -> None:
        say = self._contents.say
        for column, key in (
            (_ORDER, "order"),
            (_CLOCK, "clock"),
            (_PLACE, "place"),
            (_COMMUNE, "commune"),
            (self._note, "note"),
        ):
            page.merge_down(_HEAD, _HEAD_LOW, column, say(f"team.{key}"), "head")
        page.put(_HEAD, _START, say("team.work"), "head", until=_FINISH)
        page.put_row(_HEAD_LOW, _START, (say("team.start"), say("team.finish")), "head")
        page.put(_HEAD, _FIRST_SERVICE, say("team.cases"), "head", until=self._total)
        names = [self._contents.service_name(service) for service in self._services]
        page.put_row(_HEAD_LOW, _FIRST_SERVICE, (*names, say("team.total")), "head")
        page.put(_HEAD, self._km, say("team.leg"), "head", until=self._minutes)
        page.put_row(_HEAD_LOW, self._km, (say("team.km"), say("team.minutes")), "head")

    def _date(self, page: Page, row: int, day: date, *traits: str) -> None:
        page.put(row, _ORDER, weekday_text(day, self._contents.language), *traits, until=_CLOCK)
        page.put(row, _START, day, *traits, until=_FINISH)

    def _rest(self, page: Page, row: int, one: TeamDay) -> int:
        horizon, team = self._contents.scenario.horizon, self._week.team
        if one.day in team.dates:
            key = "team.no_route"
        else:
            key = "team.holiday" if one.day in horizon.holidays else "team.day_off"
        why = self._contents.staff.why_home(team.id, one.day)
        told = self._contents.say(key) if why is None else self._contents.say("team.cannot_leave", reason=why)
        if one.sleeps_at != team.base:
            told += " · " + self._contents.say("team.stays", place=self._contents.place_name(one.sleeps_at))
        told = " · ".join([told, *self._notes.of_day(one.day)])
        self._date(page, row, one.day, "cell", "quiet")
        page.put(row, _PLACE, told, "cell", "quiet", until=page.last_column)
        return row + 1

    def _day(self, page: Page, row: int, one: TeamDay, route: Route) -> int:
        self._band(page, row, one, route)
        row = self._breaks(page, row + 1, route, -1, route.depart)
        self._stop(page, row, route.depart, "team.leave", route.start)
        row += 1
        since_min = route.depart
        legs = route_legs(self._contents.travel, self._week.team, route)
        hops = tuple(zip(pairwise(stops(route)), legs, strict=True))
        beside = self._contents.comparison.of(route)
        for order, (visit, compared, (ends, leg)) in enumerate(
            zip(route.visits, beside, hops, strict=False), start=1
        ):
            row = self._breaks(page, row, route, since_min, visit.start)
            since_min = visit.start
            moved = leg is None or bool(leg.metres or leg.minutes)
            self._visit(page, row, order, visit, moved=moved)
            told = self._notes.of_visit(route, visit, compared)
            self._leg(page, row, leg, [*self._notes.of_links(route, ends, leg), *told])
            row = self._guests(page, row + 1, visit)
        row = self._breaks(page, row, route, since_min, route.arrive)
        home = route.end == self._week.team.base
        self._stop(page, row, route.arrive, "team.home" if home else "team.sleeps", route.end)
        ends, leg = hops[-1]
        self._leg(page, row, leg, self._notes.of_links(route, ends, leg))
        return self._breaks(page, row + 1, route, route.arrive, MINUTES_PER_DAY)

    def _breaks(self, page: Page, row: int, route: Route, since_min: int, until_min: int) -> int:
        """Write the breaks that begin in a stretch of the day; the row after them."""
        for taken in route.breaks:
            if since_min <= taken.start < until_min:
                start, finish = format_clock(taken.start), format_clock(taken.start + taken.minutes)
                told = self._contents.say("team.break", start=start, finish=finish)
                page.put_row(row, _ORDER, [None] * (self._note + 1), "cell")
                page.put(row, _CLOCK, clock_value(taken.start), "cell", "centre")
                page.put(row, _PLACE, told, "cell", "quiet", until=_COMMUNE)
                row += 1
        return row

    def _band(self, page: Page, row: int, one: TeamDay, route: Route) -> None:
        say, visits = self._contents.say, len(route.visits)
        self._date(page, row, route.date, "cell", "band")
        quota = say("team.quota") if visits else say("team.moves")
        page.put(row, _PLACE, quota, "cell", "band", "right", until=_COMMUNE)
        self._amounts(page, row, [one.cases[service] for service in self._services], "cell", "band")
        page.put_row(row, self._km, (route.km, route.travel_minutes), "cell", "band")
        told = [counted_text("visits", visits, self._contents.language)] if visits else []
        page.put(row, self._note, " · ".join([*told, *self._notes.of_day(one.day)]), "cell", "band")

    def _stop(self, page: Page, row: int, at_min: int, key: str, place_id: str) -> None:
        place = self._contents.place_name(place_id)
        page.put_row(row, _ORDER, [None] * (self._note + 1), "cell")
        page.put(row, _CLOCK, clock_value(at_min), "cell", "centre")
        page.put(row, _PLACE, self._contents.say(key, place=place), "cell", until=_COMMUNE)

    def _visit(self, page: Page, row: int, order: int, visit: Visit, *, moved: bool) -> None:
        site = self._contents.scenario.sites[visit.site]
        arrives = clock_value(visit.arrive) if moved else self._contents.say("team.there")
        clocks = (arrives, clock_value(visit.start), clock_value(visit.finish))
        page.put_row(row, _ORDER, [order, *clocks], "cell", "centre")
        page.put(row, _PLACE, site.name, "cell", "bold")
        page.put(row, _COMMUNE, site.commune, "cell")
        self._amounts(page, row, [visit.cases.get(service, 0) for service in self._services], "cell")

    def _guests(self, page: Page, row: int, visit: Visit) -> int:
        """Write who comes to a visit from elsewhere, a row for each home; the row after them."""
        for party in self._contents.parties.of(visit):
            home = self._contents.scenario.sites[party.home]
            page.put_row(row, _ORDER, [None] * (self._note + 1), "cell")
            page.put(row, _PLACE, self._contents.say("team.from", place=home.name), "cell", "italic")
            page.put(row, _COMMUNE, home.commune, "cell")
            self._amounts(page, row, [party.cases.get(service, 0) for service in self._services], "cell")
            page.put(row, self._note, self._contents.how_told(party), "cell", "small")
            row += 1
        return row

    def _amounts(self, page: Page, row: int, cases: list[int], *traits: str) -> None:
        shown: list[Value] = [count or None for count in cases]
        page.put_row(row, _FIRST_SERVICE, shown, *traits)
        page.put(row, self._total, sum(cases), *traits, "bold")

    def _leg(self, page: Page, row: int, leg: Leg | None, notes: list[str]) -> None:
        length = (None, None) if leg is None else (leg.metres / 1000, leg.minutes)
        page.put_row(row, self._km, length, "cell")
        page.put(row, self._note, "\n".join(notes), "cell", "small")

    def _sums(self, page: Page, row: int) -> None:
        served = self._week.cases
        page.put(row, 0, self._contents.say("team.sum"), "cell", "sum", until=_COMMUNE)
        self._amounts(page, row, [served[service] for service in self._services], "cell", "sum")
        page.put_row(row, self._km, (self._week.km, self._week.travel_minutes), "cell", "sum")
        nights = (
            counted_text("nights", self._week.nights, self._contents.language) if self._week.nights else ""
        )
        page.put(row, self._note, nights, "cell", "sum")
