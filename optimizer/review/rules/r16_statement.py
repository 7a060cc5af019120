"""R16 statement: what a plan states of crews, roster, tallies and wishes is what follows from the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from optimizer.domain.plan import Does, Plan, RosterDay, RosterEntry
from optimizer.domain.scenario import Scenario
from optimizer.review.breach import Breach, breach, listed
from optimizer.review.staffing import Staffing


def nothing_of_officers(scenario: Scenario, plan: Plan) -> Iterator[Breach]:
    """Where the teams are given, a plan states no crews, no roster and no wishes."""
    if plan.crews or plan.roster or plan.unkept_wishes:
        yield breach(scenario, "R16.none")


def crews_as_they_follow(staffing: Staffing) -> Iterator[Breach]:
    """Base and vehicle of a crew are those of its kind; its skills are those of its members together."""
    for crew in staffing.plan.crews:
        kind = staffing.kinds.get(crew.team)
        if kind is None:
            continue
        skills = frozenset[str]().union(*(member.skills for member in staffing.members(crew)))
        pairs = (
            ("base", crew.base, kind.base),
            ("vehicle", crew.vehicle, kind.vehicle),
            ("skills", listed(set(crew.skills)), listed(skills)),
        )
        for name, stated, real in pairs:
            if stated != real:
                yield breach(
                    staffing.scenario,
                    "R16.crew",
                    team=crew.team,
                    name=name,
                    stated=stated or None,
                    real=real or None,
                )


def everybody_every_date(staffing: Staffing) -> Iterator[Breach]:
    """The roster has every officer once, in the scenario's order, and all dates of the horizon for each."""
    scenario = staffing.scenario
    stated = [entry.officer for entry in staffing.plan.roster]
    known = list(staffing.crewing.officers)
    if stated != known:
        lacking = [one for one in known if one not in stated]
        other = [one for one in stated if one not in known]
        yield breach(
            scenario,
            "R16.officers",
            lacking=listed(lacking) or None,
            other=listed(other) or None,
        )
    for entry in staffing.plan.roster:
        if [day.date for day in entry.days] != list(scenario.horizon.dates()):
            yield breach(
                scenario,
                "R16.dates",
                officer=staffing.officer_name(entry.officer),
                first=scenario.horizon.start,
                last=scenario.horizon.end,
            )


def days_as_they_follow(staffing: Staffing) -> Iterator[Breach]:
    """Each officer is rostered with his crew's team, and each date says what follows."""
    for entry in _known(staffing):
        crew = staffing.crew_of.get(entry.officer)
        name = staffing.officer_name(entry.officer)
        team = crew.team if crew else None
        if entry.team != team:
            yield breach(staffing.scenario, "R16.team", officer=name, stated=entry.team, real=team)
        for day in entry.days:
            real = _does(staffing, entry.officer, day)
            if (day.does, day.at) != real and day.date in staffing.scenario.horizon:
                yield breach(
                    staffing.scenario,
                    "R16.day",
                    day=day.date,
                    officer=name,
                    stated=_told(day.does, day.at),
                    real=_told(*real),
                )


def tallies_recounted(staffing: Staffing) -> Iterator[Breach]:
    """Days away, evenings and weekends of each officer are as many as the plan has."""
    for entry in _known(staffing):
        real = {
            "days_away": len(staffing.out(staffing.crew_of.get(entry.officer))),
            "evenings": len(staffing.evenings(entry.officer)),
            "weekends": sum(staffing.is_weekend(day) for day in staffing.worked(entry.officer)),
        }
        stated = {"days_away": entry.days_away, "evenings": entry.evenings, "weekends": entry.weekends}
        for name, number in real.items():
            if stated[name] != number:
                yield breach(
                    staffing.scenario,
                    "R16.tally",
                    officer=staffing.officer_name(entry.officer),
                    name=name,
                    stated=stated[name],
                    real=number,
                )


def wishes_told(staffing: Staffing) -> Iterator[Breach]:
    """The wishes listed as not kept are exactly those that are not."""
    crewing = staffing.crewing
    unkept = {("together", wish) for wish in crewing.together if not _is_together(staffing, wish)}
    unkept |= {("apart", wish) for wish in crewing.apart if not _is_apart(staffing, wish)}
    listed_ones = {(str(one.wish), one.officers) for one in staffing.plan.unkept_wishes}
    for wish, officers in sorted(unkept ^ listed_ones):
        key = "R16.wish_unlisted" if (wish, officers) in unkept else "R16.wish_kept"
        names = listed(staffing.officer_name(one) for one in officers)
        yield breach(staffing.scenario, key, wish=wish, officers=names)


def _known(staffing: Staffing) -> Iterator[RosterEntry]:
    return (entry for entry in staffing.plan.roster if entry.officer in staffing.crewing.officers)


def _does(staffing: Staffing, officer_id: str, stated: RosterDay) -> tuple[Does, str | None]:
    """What an officer does on a date; where he is at a post only the roster says."""
    return next(_claims(staffing, officer_id, stated))


def _claims(staffing: Staffing, officer_id: str, stated: RosterDay) -> Iterator[tuple[Does, str | None]]:
    """Everything that a date may be said to be; what comes first applies."""
    crew = staffing.crew_of.get(officer_id)
    officer, day = staffing.crewing.officers[officer_id], stated.date
    if crew is not None and day in staffing.out(crew):
        yield Does.TEAM, crew.team
    if stated.does is Does.POST:
        yield Does.POST, stated.at
    if day in officer.days_off:
        yield Does.OFF, None
    for duty in staffing.duties_on(officer, day):
        yield Does.DUTY, duty
    if _rests(staffing, officer_id, day):
        yield Does.REST, None
    if crew is not None and day in crew.dates:
        yield Does.STANDBY, crew.team
    yield Does.FREE, None


def _rests(staffing: Staffing, officer_id: str, day: date) -> bool:
    dates = timedelta(days=staffing.crewing.rest.after_nights)
    return any(back < day <= back + dates for back in staffing.back(staffing.crew_of.get(officer_id)))


def _is_together(staffing: Staffing, wish: tuple[str, ...]) -> bool:
    teams = {crew.team if crew else None for crew in map(staffing.crew_of.get, wish)}
    return len(teams) == 1


def _is_apart(staffing: Staffing, wish: tuple[str, ...]) -> bool:
    crews = [crew.team for crew in map(staffing.crew_of.get, wish) if crew is not None]
    return len(crews) == len(set(crews))


def _told(does: Does, at: str | None) -> str:
    return f"{does.value} {at}" if at else does.value
