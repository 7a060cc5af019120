"""Who does what on each date, once routes are known: out, at a post, resting, free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from ortools.sat.python import cp_model

from optimizer.crews.fairness import points
from optimizer.crews.staff import EVENING_MIN, Staff, ends_late, limits_of
from optimizer.domain.crews import Officer, is_weekend
from optimizer.domain.forming import crewing_of, kinds_by_team
from optimizer.domain.plan import Crew, Does, RosterDay, RosterEntry, Route
from optimizer.domain.scenario import Scenario

Posted = Mapping[tuple[str, date], tuple[str, ...]]
"""Ids of officers by post and date."""

_SECONDS = 5.0


class Weeks:
    """What the routes mean for the members of the crews.

    Parameters
    ----------
    scenario
        With the teams of the crews.
    routes
        None before any are known.
    """

    def __init__(self, scenario: Scenario, crews: Sequence[Crew], routes: Iterable[Route] | None) -> None:
        self.scenario, self.crews = scenario, crews
        self.team_of = {officer: crew.team for crew in crews for officer in crew.officers}
        self.dates = tuple(scenario.horizon.dates())
        by_team: dict[str, dict[date, Route]] = {}
        for route in routes or ():
            by_team.setdefault(route.team, {})[route.date] = route
        self.out: dict[str, frozenset[date]] = {}
        self.late: dict[str, frozenset[date]] = {}
        self.rest: dict[str, frozenset[date]] = {}
        for crew in crews:
            if routes is None:
                self._foresee(crew)
            else:
                self._follow(crew, by_team.get(crew.team, {}))

    def _foresee(self, crew: Crew) -> None:
        """Without routes, every date on which a team may leave counts, its evening and its night too."""
        kind = kinds_by_team(crewing_of(self.scenario))[crew.team]
        rest = crewing_of(self.scenario).rest.after_nights if kind.max_nights else 0
        back = {
            day
            for before, day, after in zip(self.dates, self.dates[1:], self.dates[2:], strict=False)
            if before in crew.dates and day in crew.dates and after not in crew.dates
        }
        self.out[crew.team] = frozenset(crew.dates)
        self.late[crew.team] = frozenset(crew.dates if ends_late(kind) else ())
        self.rest[crew.team] = _after(back, rest)

    def _follow(self, crew: Crew, routes: Mapping[date, Route]) -> None:
        rest = crewing_of(self.scenario).rest.after_nights
        at, out, late, back = crew.base, set(), set(), set()
        for day in self.dates:
            route = routes.get(day)
            slept, at = at, at if route is None else route.end
            if route is not None or slept != crew.base:
                out.add(day)
                if at != crew.base or (route is not None and route.arrive > EVENING_MIN):
                    late.add(day)
            if slept != crew.base and at == crew.base:
                back.add(day)
        self.out[crew.team], self.late[crew.team] = frozenset(out), frozenset(late)
        self.rest[crew.team] = _after(back, rest)

    def of(self, officer: str, by_team: Mapping[str, frozenset[date]]) -> frozenset[date]:
        """Dates of an officer's team; none for who is in no team."""
        return by_team.get(self.team_of.get(officer, ""), frozenset())


def _after(back: Iterable[date], rest: int) -> frozenset[date]:
    """So many dates after each on which a team is back from nights away."""
    return frozenset(day + timedelta(days=step) for day in back for step in range(1, rest + 1))


def roster(
    scenario: Scenario, crews: Sequence[Crew], routes: Iterable[Route] | None, posted: Posted
) -> tuple[RosterEntry, ...]:
    """Every officer's dates.

    Parameters
    ----------
    scenario
        With the teams of the crews.
    routes
        None before any are known: teams are then taken to be out whenever they may leave.
    posted
        Who may staff the posts on the dates on which no team leaves: one way that keeps every rule.
    """
    staff, weeks = Staff(scenario), Weeks(scenario, crews, routes)
    at = _posts(staff, weeks, posted)
    return tuple(_entry(staff, weeks, one, at) for one in staff.crewing.officers.values())


def _posts(staff: Staff, weeks: Weeks, posted: Posted) -> Mapping[tuple[str, date], str]:
    """The fairest way to staff the posts by those who are not out: post by officer and date."""
    model = cp_model.CpModel()
    there = {
        (one.id, post, day): model.new_bool_var(f"{one.id} {post} {day}")
        for (post, day), officers in staff.at_post.items()
        for one in officers
        if day not in weeks.of(one.id, weeks.out) | weeks.of(one.id, weeks.rest)
    }
    for (officer, at, day), var in there.items():
        model.add_hint(var, officer in posted.get((at, day), ()))
    for (post_id, day), officers in staff.at_post.items():
        post = staff.crewing.posts[post_id]
        found = {one: there[one.id, post_id, day] for one in officers if (one.id, post_id, day) in there}
        model.add(sum(found.values()) >= post.officers)
        for skill, number in post.roles.items():
            model.add(sum(var for one, var in found.items() if skill in one.skills) >= number)
    terms: list[cp_model.LinearExprT] = []
    for one in staff.crewing.officers.values():
        terms += _of_officer(model, staff, weeks, one, there)
    model.minimize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.max_deterministic_time = _SECONDS
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return {(officer, day): post for (post, day), officers in posted.items() for officer in officers}
    return {(officer, day): at for (officer, at, day), var in there.items() if solver.value(var)}


def _of_officer(
    model: cp_model.CpModel,
    staff: Staff,
    weeks: Weeks,
    one: Officer,
    there: Mapping[tuple[str, str, date], cp_model.IntVar],
) -> list[cp_model.LinearExprT]:
    """Hold an officer's dates to the rules; the points that posts add."""
    out, crewing, horizon = weeks.of(one.id, weeks.out), staff.crewing, staff.scenario.horizon
    mine = [(post, day, var) for (officer, post, day), var in there.items() if officer == one.id]
    if not mine:
        return []
    for day in staff.dates:
        model.add_at_most_one(var for _, when, var in mine if when == day)
    for _, most, dates in limits_of(crewing, one, staff.dates):
        model.add(sum(var for _, when, var in mine if when in dates) + len(out & set(dates)) <= most)
    before, weight = crewing.worked_by(one.id), crewing.fairness
    late = before.evenings + len(weeks.of(one.id, weeks.late))
    ends = before.weekends + sum(is_weekend(horizon, day) for day in out)
    counted = (
        (weight.evening, late, [var for post, _, var in mine if ends_late(crewing.posts[post])]),
        (weight.weekend, ends, [var for _, day, var in mine if is_weekend(horizon, day)]),
        (1, len(out), [var for _, _, var in mine]),  # and all dates at posts alike
    )
    return [value * _beyond(model, done, found) for value, done, found in counted if found and value]


def _beyond(model: cp_model.CpModel, done: int, found: list[cp_model.IntVar]) -> cp_model.IntVar:
    added = model.new_int_var(0, points(done + len(found)) - points(done), "points")
    for step in range(len(found)):
        start = points(done + step) - points(done)
        model.add(added >= start + (done + step + 1) * (sum(found) - step))
    return added


def _entry(staff: Staff, weeks: Weeks, one: Officer, at: Mapping[tuple[str, date], str]) -> RosterEntry:
    out, late = weeks.of(one.id, weeks.out), weeks.of(one.id, weeks.late)
    horizon, posts = staff.scenario.horizon, staff.crewing.posts
    posted = {day: at[one.id, day] for day in staff.dates if (one.id, day) in at}
    worked = out | set(posted)
    return RosterEntry(
        officer=one.id,
        team=weeks.team_of.get(one.id),
        days=tuple(_day(staff, weeks, one, day, posted.get(day)) for day in staff.dates),
        days_away=len(out),
        evenings=len(late) + sum(ends_late(posts[post]) for post in posted.values()),
        weekends=sum(is_weekend(horizon, day) for day in worked),
    )


def _day(staff: Staff, weeks: Weeks, one: Officer, day: date, post: str | None) -> RosterDay:
    does, at = _does(staff, weeks, one, day, post)
    return RosterDay(date=day, does=does, at=at)


def _does(staff: Staff, weeks: Weeks, one: Officer, day: date, post: str | None) -> tuple[Does, str | None]:
    """What an officer does: the first that applies."""
    team = weeks.team_of.get(one.id)
    duty = next((duty for duty in one.duties if staff.crewing.duties[duty].when.on(day)), None)
    is_ready = any(day in crew.dates for crew in weeks.crews if crew.team == team)
    choices = (
        (day in weeks.of(one.id, weeks.out), Does.TEAM, team),
        (post is not None, Does.POST, post),
        (day in one.days_off, Does.OFF, None),
        (duty is not None, Does.DUTY, duty),
        (day in weeks.of(one.id, weeks.rest), Does.REST, None),
        (is_ready, Does.STANDBY, team),
    )
    return next(((does, at) for applies, does, at in choices if applies), (Does.FREE, None))


def rested(scenario: Scenario, crews: Sequence[Crew], routes: Sequence[Route]) -> tuple[Crew, ...]:
    """The crews without the dates on which routes would have members work who are back from nights away.

    Dates without a route stay; so the same crews come back where nothing is wrong.
    """
    weeks = Weeks(scenario, crews, routes)
    worked = {(route.team, route.date) for route in routes}
    made = []
    for crew in crews:
        tired = {day for day in weeks.rest[crew.team] if (crew.team, day) in worked}
        dates = tuple(day for day in crew.dates if day not in tired)
        made.append(crew if len(dates) == len(crew.dates) else crew.model_copy(update={"dates": dates}))
    return tuple(made)
