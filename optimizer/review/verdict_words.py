"""A verdict in words: why cases are left, and what would have to change."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Reason
from optimizer.review.change import Change, Loss
from optimizer.review.hindrance_words import impossible_text, remedies_text
from optimizer.review.judge import Verdict
from optimizer.review.schedule import case_minutes, station_minutes
from optimizer.review.wording import Wording

_MOST_NAMED = 3
"""Visits that give way and are named; the others are counted."""


def detail_text(words: Wording, verdict: Verdict) -> str:
    """Why the cases are left, in whole sentences."""
    if verdict.reason is Reason.NOT_PLANNABLE:
        return words.say("not_plannable.detail")
    if verdict.impossibility is not None:
        return impossible_text(words, verdict.site, verdict.impossibility)
    if verdict.change is not None:
        return change_text(words, verdict.change)
    if verdict.broken_team is not None:
        return words.say("crowded.broken", team=verdict.broken_team.name)
    return words.say("crowded.full" if verdict.site.max_teams is None else "crowded.full_site")


def would_need_text(words: Wording, verdict: Verdict) -> str:
    """What would have to change for the cases, or some of them, to be served; empty if nothing is known."""
    if verdict.reason is Reason.NOT_PLANNABLE:
        return words.say("not_plannable.need")
    if verdict.reason is Reason.NOT_FOUND:
        return words.say("not_found.need")
    if verdict.impossibility is not None:
        return remedies_text(words, verdict.impossibility)
    if verdict.broken_team is not None:
        return words.say("crowded.need_repair", team=verdict.broken_team.name)
    change = verdict.change
    if change is None:
        return words.say("crowded.need_time" if verdict.site.max_teams is None else "crowded.need_site")
    return words.say(
        "crowded.need" if change.losses else "crowded.need_worth",
        worth=words.dong(_enough_mdong(words, verdict, change)),
        now=words.dong(words.scenario.case_mdong(verdict.site, verdict.service)),
        team=change.team.name,
    )


def _enough_mdong(words: Wording, verdict: Verdict, change: Change) -> int:
    """The worth of a case above which the change pays, in whole đồng, as thousandths of a đồng.

    Either with the cases that the change gains, or with as many of this service alone as take no longer.
    """
    scenario, service = words.scenario, verdict.service
    used_min = station_minutes(scenario, change.gained)
    alone = min(verdict.cases, used_min // case_minutes(service))
    lost_mdong = change.cost_mdong + sum(loss.worth_mdong for loss in change.losses)
    now_mdong = scenario.case_mdong(verdict.site, service)
    mixed_mdong = now_mdong + -change.delta_mdong // change.gained[service.id]
    return min(mixed_mdong, lost_mdong // alone) // 1000 * 1000


def change_text(words: Wording, change: Change) -> str:
    """What a change does, and what the plan gains or loses by it, in a sentence."""
    values = change_values(words, change)
    if change.delta_mdong > 0:
        return words.say("not_found.swap" if change.losses else "not_found.detail", **values)
    if not change.losses:
        return words.say("crowded.cost", **values)
    return words.say("crowded.swap" if change.delta_mdong else "crowded.swap_even", **values)


def change_values(words: Wording, change: Change) -> dict[str, str]:
    """What there is to say about a change, by the names that the catalogue's texts use."""
    visit = next(one for one in change.route.visits if one.site == change.site.id)
    return {
        "day": words.day(change.day),
        "team": change.team.name,
        "cases": words.cases(change.gained.items()),
        "start": format_clock(visit.start),
        "finish": format_clock(visit.finish),
        "giving": words.joined(list(_giving(words, change))),
        "more": _more(words, change),
        "gain": words.dong(change.delta_mdong),
        "loss": words.dong(-change.delta_mdong),
        "cost": words.dong(change.cost_mdong),
        "worth": words.dong(change.gained_mdong),
    }


def _giving(words: Wording, change: Change) -> Iterator[str]:
    """What gives way, the most valuable first; nothing where nothing does."""
    losses = sorted(change.losses, key=lambda one: -one.worth_mdong)
    for loss in losses[:_MOST_NAMED]:
        yield _loss_text(words, change, loss)
    others = losses[_MOST_NAMED:]
    if others:
        yield words.say(
            "giving.rest",
            cases=words.counted("cases", sum(one.cases for one in others)),
            worth=words.dong(sum(one.worth_mdong for one in others)),
        )
    if losses and change.more_nights > 0:
        yield words.say("giving.nights", nights=words.counted("nights", change.more_nights))


def _loss_text(words: Wording, change: Change, loss: Loss) -> str:
    values = {
        "site": words.place(loss.site),
        "cases": words.counted("cases", loss.cases),
        "worth": words.dong(loss.worth_mdong),
        "day": words.day(loss.day),
    }
    if loss.site.id == change.site.id:
        return words.say("giving.cut_here", **values)
    key = "giving.drop" if loss.is_whole else "giving.cut"
    return words.say(key if loss.day == change.day else f"{key}_dated", **values)


def _more(words: Wording, change: Change) -> str:
    """What a change costs on top, in kilometres, minutes and nights."""
    parts = []
    if change.more_minutes > 0 or change.more_km > 0:
        km, minutes = words.km(max(0.0, change.more_km)), words.duration(max(0, change.more_minutes))
        parts.append(words.say("more.travel", km=km, minutes=minutes))
    if change.more_nights > 0:
        parts.append(words.say("more.nights", nights=words.counted("nights", change.more_nights)))
    return words.joined(parts) or words.say("more.nothing")
