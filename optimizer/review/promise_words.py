"""What was promised at one site, and whether the plan keeps it, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from optimizer.domain.clock import format_clock
from optimizer.domain.scenario import Pin
from optimizer.review.site_story import SiteStory
from optimizer.review.wording import Wording


def promise_lines(words: Wording, story: SiteStory) -> Iterator[str]:
    """The site's promises, kept or not, its frozen visits, and what the plan lists as not kept."""
    told: set[tuple[str, date]] = set()
    if story.pins or story.frozen or story.conflicts:
        yield words.say("story.promises")
    for one in story.pins:
        promise = pin_text(words, one.pin)
        if one.is_kept:
            yield words.say("story.pin_kept", promise=promise)
            continue
        reasons = [
            conflict.reason
            for conflict in story.conflicts
            if (conflict.team, conflict.date) == (one.pin.team, one.pin.date)
        ]
        told.update((one.pin.team, one.pin.date) for _ in reasons)
        yield words.say("story.pin_broken", promise=promise, reason=" ".join(reasons))
    for route in story.frozen:
        yield words.say("story.frozen", team=_team(words, route.team), day=words.day(route.date))
    for conflict in story.conflicts:
        if (conflict.team, conflict.date) not in told:
            yield words.say(
                "story.conflict",
                team=_team(words, conflict.team),
                day=words.day(conflict.date),
                reason=conflict.reason,
            )


def pin_text(words: Wording, pin: Pin) -> str:
    """Team and date of a promise, with its start and its cases if they were promised too."""
    told = words.say("promise.day", team=_team(words, pin.team), day=words.day(pin.date))
    if pin.start_min is not None:
        told = words.say("promise.start", promise=told, start=format_clock(pin.start_min))
    if pin.cases:
        told = words.say("promise.cases", promise=told, cases=words.cases(pin.cases.items()))
    return told


def _team(words: Wording, team_id: str) -> str:
    known = words.scenario.teams.get(team_id)
    return known.name if known else team_id
