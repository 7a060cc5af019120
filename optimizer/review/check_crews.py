"""Checks the crews and the roster of a plan against R10 to R16, and nothing but those."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.review.breach import Breach, in_order
from optimizer.review.rules import (
    r10_crew,
    r11_roles,
    r12_kits,
    r13_free,
    r14_rest,
    r15_posts,
    r16_statement,
)
from optimizer.review.staffing import Staffing


def check_crews(scenario: Scenario, plan: Plan) -> tuple[Breach, ...]:
    """Everything that crews and roster do against the rules; routes are taken as they are.

    Parameters
    ----------
    scenario
        The scenario with the teams that the plan's crews make.
    """
    if scenario.crewing is None:
        return tuple(r16_statement.nothing_of_officers(scenario, plan))
    return in_order(_breaches(Staffing(scenario, scenario.crewing, plan)))


def _breaches(staffing: Staffing) -> Iterator[Breach]:
    yield from r10_crew.teams_of_their_kind(staffing)
    yield from r10_crew.members_allowed(staffing)
    yield from r10_crew.in_one_crew_only(staffing)
    yield from r11_roles.roles_filled(staffing)
    yield from r11_roles.stations_operated(staffing)
    yield from r11_roles.led_by_somebody(staffing)
    yield from r12_kits.kits_of_their_kind(staffing)
    yield from r12_kits.no_more_than_there_are(staffing)
    yield from r13_free.dates_of_their_kind(staffing)
    yield from r13_free.every_member_free(staffing)
    yield from r14_rest.not_too_many_dates(staffing)
    yield from r14_rest.not_too_many_a_week(staffing)
    yield from r14_rest.not_too_many_in_a_row(staffing)
    yield from r14_rest.rest_after_nights(staffing)
    yield from r15_posts.posts_staffed(staffing)
    yield from r15_posts.only_who_may_be_there(staffing)
    yield from r15_posts.at_one_place(staffing)
    yield from r16_statement.crews_as_they_follow(staffing)
    yield from r16_statement.everybody_every_date(staffing)
    yield from r16_statement.days_as_they_follow(staffing)
    yield from r16_statement.tallies_recounted(staffing)
    yield from r16_statement.wishes_told(staffing)
