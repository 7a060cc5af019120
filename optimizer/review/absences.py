"""Why a team of officers could not leave on a date: whom of its members what keeps, tried with the checker.

A team goes whole or not at all.  So a date on which it stays at home is tried with a day out that
does nothing: whatever rule that breaks for a member is what keeps the team.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from optimizer.domain.crews import Crewing, CrewKind, Officer
from optimizer.domain.plan import Crew, Plan, Route
from optimizer.domain.scenario import Scenario
from optimizer.review.breach import Breach
from optimizer.review.rules import r13_free, r14_rest, r15_posts
from optimizer.review.staffing import Staffing


@dataclass(frozen=True, slots=True)
class Held:
    """A member who could not leave, and the first rule that this would break."""

    officer: Officer
    breach: Breach


@dataclass(frozen=True, slots=True)
class Absence:
    """A date of its kind on which a team is at home and may not leave.

    Parameters
    ----------
    held
        The members who could not leave; empty if each could, and the plan does without the team.
    lost
        Skills that the kind asks for and that too few of the other members have.
    """

    team: str
    day: date
    held: tuple[Held, ...]
    lost: tuple[str, ...]


def absences(scenario: Scenario, plan: Plan) -> Iterator[Absence]:
    """Every date on which teams of officers could not leave, in the order of crews and dates."""
    crewing = scenario.crewing
    if crewing is None:
        return
    staffing = Staffing(scenario, crewing, plan)
    for crew in plan.crews:
        kind = staffing.kinds.get(crew.team)
        if kind is None or crew.team not in scenario.teams:
            continue
        at_home = kind.dates - set(crew.dates) - staffing.out(crew)
        for day in sorted(at_home):
            held = tuple(_held(staffing, crew, day))
            yield Absence(crew.team, day, held, tuple(_lost(kind, staffing.members(crew), held)))


def _held(staffing: Staffing, crew: Crew, day: date) -> Iterator[Held]:
    for officer in staffing.members(crew):
        before = {_told(one) for one in _alone(staffing, crew, officer, None)}
        broken = [one for one in _alone(staffing, crew, officer, day) if _told(one) not in before]
        if broken:
            yield Held(officer, broken[0])


def _alone(staffing: Staffing, crew: Crew, officer: Officer, day: date | None) -> Iterator[Breach]:
    """What a member does against the rules, alone, with one more date out."""
    plan = staffing.plan
    routes = [route for route in plan.routes if route.team == crew.team]
    dates = list(crew.dates)
    if day is not None:
        routes.append(day_for_nothing(crew, day))
        dates.append(day)
    alone: Crewing = replace(staffing.crewing, officers={officer.id: officer})
    trial = plan.model_copy(
        update={
            "crews": (crew.model_copy(update={"officers": (officer.id,), "dates": tuple(sorted(dates))}),),
            "roster": tuple(entry for entry in plan.roster if entry.officer == officer.id),
            "routes": tuple(routes),
        }
    )
    tried = Staffing(staffing.scenario, alone, trial)
    yield from r13_free.every_member_free(tried)
    yield from r15_posts.at_one_place(tried)
    yield from r14_rest.rest_after_nights(tried)
    yield from r14_rest.not_too_many_dates(tried)
    yield from r14_rest.not_too_many_a_week(tried)
    yield from r14_rest.not_too_many_in_a_row(tried)


def day_for_nothing(crew: Crew, day: date) -> Route:
    """A day out from the base and back that does nothing."""
    return Route(
        team=crew.team,
        date=day,
        start=crew.base,
        depart=0,
        end=crew.base,
        arrive=0,
        visits=(),
        km=0.0,
        travel_minutes=0,
    )


def _told(one: Breach) -> tuple[object, ...]:
    return one.key, one.date, *(str(value) for value in one.values.values())


def _lost(kind: CrewKind, members: list[Officer], held: tuple[Held, ...]) -> Iterator[str]:
    kept = {one.officer.id for one in held}
    others = [member for member in members if member.id not in kept]
    asked = dict(kind.roles)
    if kind.operator is not None:
        asked.setdefault(kind.operator, 1)
    for skill, needed in sorted(asked.items()):
        if sum(skill in member.skills for member in others) < needed:
            yield skill
