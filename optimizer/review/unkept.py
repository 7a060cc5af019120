"""Why a promise is not in the plan, found by trying it alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from optimizer.domain.plan import Conflict, Route, Visit
from optimizer.domain.scenario import Pin, Scenario, Site, Team
from optimizer.language import say
from optimizer.review.breach import Breach, listed, place_name
from optimizer.review.check import check_demand, check_route
from optimizer.review.work import length_min
from optimizer.travel.matrix import TravelMatrix


def why_unkept(scenario: Scenario, travel: TravelMatrix, pin: Pin, others: Sequence[Pin]) -> Conflict:
    """The conflict of a pin that no plan was found to keep.

    The reason is the rule that stands against it if it is all that the team does on that date, from
    its base and back; else the other promises of the team; else that nothing was found in time.

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
    trials = [_breaches(scenario, travel, one) for one in _trials(scenario, travel, team, site, pin)]
    if not trials:
        return say("unkept.nobody", language)
    least = min(trials, key=len)
    if least:
        return say("unkept.alone", language, reason=least[0].text(language))
    rivals = [one for one in others if one is not pin and (one.team, one.date) == (pin.team, pin.date)]
    if rivals:
        names = listed(place_name(scenario, one.site) for one in rivals)
        return say("unkept.rivals", language, others=names)
    sharing = [one for one in others if one is not pin and one.site == pin.site and one.cases]
    if sharing and pin.cases:
        names = listed({scenario.teams[one.team].name for one in sharing if one.team in scenario.teams})
        return say("unkept.shared", language, teams=names)
    return say("unkept.not_found", language)


def _breaches(scenario: Scenario, travel: TravelMatrix, trial: Route) -> tuple[Breach, ...]:
    """What a day with one visit does against the rules, its break aside."""
    team = replace(scenario.teams[trial.team], pause=None)
    scenario = replace(scenario, teams={**scenario.teams, team.id: team})
    return (*check_route(scenario, travel, trial), *check_demand(scenario, (trial,)))


def _trials(scenario: Scenario, travel: TravelMatrix, team: Team, site: Site, pin: Pin) -> Iterator[Route]:
    """The promised visit alone on its date, in each window of the site, without the team's break."""
    there = travel.leg(team.vehicle, pin.date, team.base, site.id)
    back = travel.leg(team.vehicle, pin.date, site.id, team.base)
    out_min, back_min = (0 if leg is None else leg.minutes for leg in (there, back))
    metres = sum(leg.metres for leg in (there, back) if leg is not None)
    cases = dict(pin.cases) or _one_case(scenario, site)
    if not cases:
        return
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


def _one_case(scenario: Scenario, site: Site) -> dict[str, int]:
    """One case of the first service that is outstanding at a site."""
    for service in scenario.services.values():
        if service.plannable and scenario.outstanding(site, service.id) > 0:
            return {service.id: 1}
    return {}
