"""A verdict in words: why cases are left, and what would have to change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Reason
from optimizer.domain.scenario import Site
from optimizer.review.change import Change, Loss
from optimizer.review.hindrance_words import impossible_text, remedies_text
from optimizer.review.impossible import Impossibility
from optimizer.review.judge import FollowUpDue, Verdict
from optimizer.review.stays import case_minutes, station_minutes
from optimizer.review.wording import Wording

_MOST_NAMED = 3
"""Visits that give way and are named; the others are counted."""


def detail_text(words: Wording, verdict: Verdict) -> str:
    """Why the cases are left, in whole sentences."""
    if verdict.reason is Reason.NOT_PLANNABLE:
        return words.say("not_plannable.detail")
    if verdict.impossibility is not None:
        return " ".join(_impossible_sentences(words, verdict, verdict.impossibility))
    if verdict.change is not None:
        return change_text(words, verdict.site, verdict.change)
    return _hopeless_text(words, verdict)


def would_need_text(words: Wording, verdict: Verdict) -> str:
    """What would have to change for the cases, or some of them, to be served; empty if nothing is known."""
    if verdict.reason is Reason.NOT_PLANNABLE:
        return words.say("not_plannable.need")
    if verdict.reason is Reason.NOT_FOUND:
        return words.say("not_found.need")
    if verdict.impossibility is not None:
        needs = [remedies_text(words, verdict.impossibility)]
        needs += [words.say("need.turnout")] if verdict.elsewhere else []
        return words.either_way([need for need in needs if need])
    if verdict.change is not None:
        return _change_need_text(words, verdict, verdict.change)
    return _hopeless_need_text(words, verdict)


def change_text(words: Wording, home: Site, change: Change) -> str:
    """What a change does, and what the plan gains or loses by it, in a sentence."""
    values = change_values(words, home, change)
    if change.delta_mdong > 0:
        return words.say("not_found.swap" if change.losses else "not_found.detail", **values)
    if not change.losses:
        return words.say("crowded.cost", **values)
    return words.say("crowded.swap" if change.delta_mdong else "crowded.swap_even", **values)


def change_values(words: Wording, home: Site, change: Change) -> dict[str, str]:
    """What there is to say about a change, by the names that the catalogue's texts use.

    Parameters
    ----------
    home
        The site whose cases are asked for.
    """
    visit = next(one for one in change.route.visits if one.site == change.host.id)
    return {
        "day": words.day(change.day),
        "team": change.team.name,
        "cases": words.gained(change.gained, home, change.host),
        "start": format_clock(visit.start),
        "finish": format_clock(visit.finish),
        "giving": words.joined(list(_giving(words, change))),
        "more": _more(words, change),
        "gain": words.dong(change.delta_mdong),
        "loss": words.dong(-change.delta_mdong),
        "cost": words.dong(change.cost_mdong),
        "worth": words.dong(change.gained_mdong),
    }


def _impossible_sentences(words: Wording, verdict: Verdict, found: Impossibility) -> Iterator[str]:
    since = verdict.follow_up.since if verdict.follow_up else None
    if verdict.follow_up is not None:
        yield words.say("impossible.follow_up", **_follow_up_values(words, verdict.follow_up))
    yield impossible_text(words, verdict.site, found, since=since)
    if verdict.elsewhere is not None:
        yield words.say("impossible.elsewhere", cases=words.counted("cases", verdict.elsewhere.most))


def _hopeless_text(words: Wording, verdict: Verdict) -> str:
    """Why no way was found to serve even one case more."""
    if verdict.follow_up is not None:
        return words.say("crowded.late_step", **_follow_up_values(words, verdict.follow_up))
    if verdict.broken_team is not None:
        return words.say("crowded.broken", team=verdict.broken_team.name)
    if verdict.frozen_until is not None:
        return words.say("crowded.frozen", day=words.day(verdict.frozen_until))
    return words.say("crowded.full" if verdict.site.max_teams is None else "crowded.full_site")


def _hopeless_need_text(words: Wording, verdict: Verdict) -> str:
    """What would help where no way was found."""
    if verdict.follow_up is not None:
        return _first_step_text(words, verdict.follow_up)
    if verdict.broken_team is not None:
        return words.say("crowded.need_repair", team=verdict.broken_team.name)
    if verdict.frozen_until is not None:
        return words.say("crowded.need_thaw", day=words.day(verdict.frozen_until))
    return words.say("crowded.need_time" if verdict.site.max_teams is None else "crowded.need_site")


def _follow_up_values(words: Wording, due: FollowUpDue) -> dict[str, str]:
    firsts = words.joined([one.name for one in due.firsts], either=True)
    return {"first": firsts, "since": words.day(due.since)}


def _first_step_text(words: Wording, due: FollowUpDue) -> str:
    """By when the first step would have to be served; of several, each by its date."""
    if due.in_time is None:
        return ""
    needs = [
        words.say(
            "need.first_step", first=one.name, day=words.day(due.in_time - timedelta(one.then.after_days))
        )
        for one in due.firsts
        if one.then is not None
    ]
    return words.say("need.begin", needs=words.joined(needs, either=True))


def _change_need_text(words: Wording, verdict: Verdict, change: Change) -> str:
    return words.say(
        "crowded.need" if change.losses else "crowded.need_worth",
        worth=words.dong(_enough_mdong(words, verdict, change)),
        now=words.dong(words.scenario.case_mdong(verdict.site, verdict.service)),
        team=change.team.name,
    )


def _enough_mdong(words: Wording, verdict: Verdict, change: Change) -> int:
    """The worth of a case above which the change pays, in whole đồng, as thousandths of a đồng.

    Either with the cases that the change gains, or, where nothing else limits them, with as many of
    this service alone as take no longer.
    """
    scenario, service = words.scenario, verdict.service
    now_mdong = scenario.case_mdong(verdict.site, service)
    mixed_mdong = now_mdong + -change.delta_mdong // change.gained[verdict.site.id, service.id]
    is_limited = any(
        one.then is not None and one.then.service == service.id for one in scenario.services.values()
    )
    if is_limited or change.host.id != verdict.site.id or scenario.objective.unevenness_dong:
        return mixed_mdong // 1000 * 1000
    alone = min(verdict.cases, station_minutes(scenario, change.gained) // case_minutes(service))
    lost_mdong = change.cost_mdong + sum(loss.worth_mdong for loss in change.losses)
    return min(mixed_mdong, lost_mdong // alone) // 1000 * 1000


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
    if loss.site.id == change.host.id:
        return words.say("giving.cut_here", **values)
    key = "giving.drop" if loss.is_whole else "giving.cut"
    return words.say(key if loss.day == change.day else f"{key}_dated", **values)


def _more(words: Wording, change: Change) -> str:
    """What a change costs on top: kilometres, minutes, nights, and what is charged besides."""
    parts = []
    if change.more_minutes > 0 or change.more_km > 0:
        km, minutes = words.km(max(0.0, change.more_km)), words.duration(max(0, change.more_minutes))
        parts.append(words.say("more.travel", km=km, minutes=minutes))
    if change.more_nights > 0:
        parts.append(words.say("more.nights", nights=words.counted("nights", change.more_nights)))
    for term in ("shuttles", "unevenness", "change"):
        charged_mdong = -getattr(change.more, term)
        if charged_mdong > 0:
            parts.append(words.say(f"more.{term}", cost=words.dong(charged_mdong)))
    return words.joined(parts) or words.say("more.nothing")
