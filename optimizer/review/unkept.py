"""Why a promise is not in the plan: every reason is tried before it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from optimizer.domain.plan import Conflict, Route, Visit
from optimizer.domain.scenario import Pin, Scenario, Site, Team
from optimizer.language import say
from optimizer.review.breach import Breach, listed, place_name
from optimizer.review.check import check_demand, check_route
from optimizer.review.promise_week import PromiseWeek, could_be_due
from optimizer.review.served import served_by_cell
from optimizer.review.settle import settle
from optimizer.review.wording import Wording
from optimizer.review.work import length_min
from optimizer.travel.matrix import TravelMatrix


def why_unkept(scenario: Scenario, travel: TravelMatrix, pin: Pin, others: Sequence[Pin]) -> Conflict:
    """The conflict of a pin that no plan was found to keep.

    The reason is what stands against it if it is all that is asked of the team; else the promises and
    frozen routes that it cannot be kept beside; else that nothing was found in time.

    Parameters
    ----------
    others
        All that is promised.
    """
    return Conflict(
        team=pin.team, date=pin.date, site=pin.site, reason=_reason(scenario, travel, pin, others)
    )


def _reason(scenario: Scenario, travel: TravelMatrix, pin: Pin, others: Sequence[Pin]) -> str:
    language = scenario.language
    team, site = scenario.teams.get(pin.team), scenario.sites.get(pin.site)
    if team is None or site is None:
        return say("unkept.unknown", language)
    alone = _against_it_alone(scenario, travel, team, site, pin)
    if alone:
        return alone
    rivals = [one for one in others if one is not pin]
    frozen = settle(scenario, travel).frozen
    return (
        _against_the_week(PromiseWeek(scenario, travel, team, frozen), pin, rivals)
        or _shared(scenario, pin, rivals, frozen)
        or say("unkept.not_found", language)
    )


def _against_it_alone(scenario: Scenario, travel: TravelMatrix, team: Team, site: Site, pin: Pin) -> str:
    """What stands against a promise of which the team has nothing else to do; empty if nothing does."""
    language = scenario.language
    week = PromiseWeek(scenario, travel, team)
    too_many = any(
        cases > could_be_due(scenario, site.id, service, pin.date) for service, cases in pin.cases.items()
    )
    if not too_many and week.could_keep_alone(pin):
        return ""
    trials = [
        _breaches(scenario, travel, one, is_due=not too_many)
        for one in _trials(scenario, travel, team, site, pin)
    ]
    if not trials:
        return say("unkept.nobody", language)
    least: Sequence[Breach] = min(trials, key=len, default=())
    if least:
        return say("unkept.alone", language, reason=least[0].text(language))
    # Without its break, from the base and back, nothing stands against it.
    return say("unkept.break", language)


def _against_the_week(week: PromiseWeek, pin: Pin, rivals: Sequence[Pin]) -> str:
    """Which frozen routes, or which other promises of the team, it cannot be kept beside; empty if none."""
    scenario, team, language = week.scenario, week.team, week.scenario.language
    if week.cannot_keep([pin]):
        own = [one for one in week.frozen if one.team == team.id]
        is_own = replace(week, frozen=own).cannot_keep([pin])
        return say("unkept.frozen" if is_own else "unkept.full", language)
    of_team = [one for one in rivals if one.team == team.id and not week.cannot_keep([one])]
    clashing = [one for one in of_team if week.cannot_keep([pin, one])]
    if not clashing:
        of_day = [one for one in of_team if one.date == pin.date]
        clashing = next((some for some in (of_day, of_team) if some and week.cannot_keep([pin, *some])), [])
    if not clashing:
        return ""
    if all(one.date == pin.date for one in clashing):
        names = listed({place_name(scenario, one.site) for one in clashing})
        return say("unkept.rivals", language, others=names)
    words = Wording(scenario, language)
    told = words.joined([words.promised_visit(one) for one in clashing])
    return say("unkept.rival_dates", language, others=told)


def _shared(scenario: Scenario, pin: Pin, rivals: Sequence[Pin], frozen: Sequence[Route]) -> str:
    """Which teams are promised so many of the same cases that not all can be served; empty if none."""
    other_days: dict[tuple[str, object], dict[str, int]] = {}
    for one in rivals:
        if one.site == pin.site and (one.team, one.date) != (pin.team, pin.date):
            most = other_days.setdefault((one.team, one.date), {})
            for service, cases in one.cases.items():
                most[service] = max(most.get(service, 0), cases)
    standing = served_by_cell(frozen)
    for service, cases in pin.cases.items():
        promised = {who: counts[service] for who, counts in other_days.items() if service in counts}
        taken = sum(promised.values()) + standing.get((pin.site, service), 0)
        if taken and cases + taken > could_be_due(scenario, pin.site, service, scenario.horizon.end):
            teams = {team for team, _ in promised} | {
                route.team for route in frozen if (pin.site, service) in served_by_cell((route,))
            }
            names = listed(scenario.teams[team].name for team in teams if team in scenario.teams)
            return say("unkept.shared", scenario.language, teams=names)
    return ""


def _breaches(scenario: Scenario, travel: TravelMatrix, trial: Route, *, is_due: bool) -> tuple[Breach, ...]:
    """What a day with one visit does against the rules, its break aside.

    Parameters
    ----------
    is_due
        Whether the cases may yet fall due, as follow-ups of others in the plan.
    """
    team = replace(scenario.teams[trial.team], pause=None)
    scenario = replace(scenario, teams={**scenario.teams, team.id: team})
    demand = () if is_due else check_demand(scenario, (trial,))
    return (*check_route(scenario, travel, trial), *demand)


def _trials(scenario: Scenario, travel: TravelMatrix, team: Team, site: Site, pin: Pin) -> Iterator[Route]:
    """The promised visit alone on its date, in each window of the site, without the team's break."""
    there = travel.leg(team.vehicle, pin.date, team.base, site.id)
    back = travel.leg(team.vehicle, pin.date, site.id, team.base)
    out_min, back_min = (0 if leg is None else leg.minutes for leg in (there, back))
    metres = sum(leg.metres for leg in (there, back) if leg is not None)
    for cases in [dict(pin.cases)] if pin.cases else _single_cases(scenario, site):
        for opens_min in [window.start_min for window in scenario.windows(site, pin.date)] or [0]:
            start = pin.start_min
            if start is None:
                start = max(opens_min, team.shift.start_min + out_min)
            draft = Visit(site=site.id, arrive=start, start=start, finish=start, cases=cases)
            finish = start + (length_min(scenario, team, draft) or 0)
            yield Route(
                team=team.id,
                date=pin.date,
                start=team.base,
                depart=max(0, start - out_min),
                end=team.base,
                arrive=finish + back_min,
                visits=(draft.model_copy(update={"finish": finish}),),
                km=metres / 1000,
                travel_minutes=out_min + back_min,
            )


def _single_cases(scenario: Scenario, site: Site) -> Iterator[dict[str, int]]:
    """One case of each service that is, or may become, outstanding at a site."""
    for service in scenario.services.values():
        if service.plannable and could_be_due(scenario, site.id, service.id, scenario.horizon.end) > 0:
            yield {service.id: 1}
