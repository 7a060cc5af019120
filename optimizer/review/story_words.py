"""The story of one site in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Reason, Visit
from optimizer.domain.scenario import Site
from optimizer.review.hindrance_words import few_words, hindered_text
from optimizer.review.judge import Verdict
from optimizer.review.promise_words import promise_lines
from optimizer.review.site_story import AwayStory, CellStory, SiteStory, TeamStory
from optimizer.review.step_story import StepStory
from optimizer.review.verdict_words import change_values, detail_text, would_need_text
from optimizer.review.wording import Wording

_MOST_TEAMS = 12
"""Teams told one by one; the others are counted."""


def story_text(words: Wording, story: SiteStory) -> str:
    """The story, line by line."""
    return "\n".join(_lines(words, story))


def unknown_text(words: Wording, asked: str, near: tuple[Site, ...]) -> str:
    """That there is no such site, and which ones may be meant."""
    text = words.say("story.unknown", asked=asked)
    if not near:
        return text
    sites = words.joined([site_text(words, site) for site in near], either=True)
    return f"{text} {words.say('story.meant', sites=sites)}"


def site_text(words: Wording, site: Site) -> str:
    """A site by name, commune and id."""
    key = "story.site_commune" if site.commune and site.commune not in site.name else "story.site"
    return words.say(key, name=site.name, commune=site.commune, id=site.id)


def _lines(words: Wording, story: SiteStory) -> Iterator[str]:
    yield site_text(words, story.site)
    has_cases = bool(story.outstanding or story.steps or story.cells)
    yield from _outstanding_lines(words, story) if has_cases else [words.say("story.nothing")]
    yield from _record_lines(words, story)
    yield from _visit_lines(words, story, has_cases=has_cases)
    for step in story.steps:
        yield from _step_lines(words, step)
    yield from promise_lines(words, story)
    if has_cases and not story.cells:
        yield words.say("story.all_served")
    for cell in story.cells:
        yield from _cell_lines(words, cell)


def _record_lines(words: Wording, story: SiteStory) -> Iterator[str]:
    if story.record:
        yield words.say("story.record")
    for one in story.record:
        cases = words.cases([(one.service, one.cases)])
        yield words.say("story.recorded", day=words.day(one.date), cases=cases)


def _visit_lines(words: Wording, story: SiteStory, *, has_cases: bool) -> Iterator[str]:
    """Who comes to the site, and where else its people are served."""
    if story.visits:
        yield words.say("story.visits")
    elif has_cases:
        yield words.say("story.no_visits")
    for route, visit in story.visits:
        yield words.say(
            "story.visit",
            day=words.day(route.date),
            team=words.scenario.teams[route.team].name,
            start=format_clock(visit.start),
            finish=format_clock(visit.finish),
            cases=_visit_cases(words, visit),
        )
    if story.away:
        yield words.say("story.away")
    for one in story.away:
        yield _away_line(words, one)


def _outstanding_lines(words: Wording, story: SiteStory) -> Iterator[str]:
    """What is outstanding whatever is planned, and which of it only from a later date on."""
    totals = {service: sum(dates.values()) for service, dates in story.outstanding.items()}
    if totals:
        yield words.say("story.outstanding", cases=words.cases(totals.items()))
    start = words.scenario.horizon.start
    for service, dates in story.outstanding.items():
        for day, cases in dates.items():
            if day > start:
                yield words.say("story.due_later", cases=words.cases([(service, cases)]), day=words.day(day))


def _visit_cases(words: Wording, visit: Visit) -> str:
    """The cases of a visit: those of the site itself, then those of guests with where they come from."""
    own = [words.cases(visit.cases.items())] if visit.cases else []
    guests = [
        words.say(
            "why.cases_from", cases=words.cases(cases.items()), home=words.place(words.scenario.sites[home])
        )
        for home, cases in visit.guests.items()
    ]
    return words.joined([*own, *guests])


def _away_line(words: Wording, one: AwayStory) -> str:
    return words.say(
        "story.away_driven" if one.is_driven else "story.away_gathered",
        day=words.day(one.route.date),
        team=words.scenario.teams[one.route.team].name,
        host=words.place(words.scenario.sites[one.visit.site]),
        start=format_clock(one.visit.start),
        finish=format_clock(one.visit.finish),
        cases=words.cases(one.cases.items()),
    )


def _step_lines(words: Wording, step: StepStory) -> Iterator[str]:
    """The first steps done, when what follows is due, and what of it is planned and left."""
    yield words.say("story.steps", service=step.service.name)
    for first in step.firsts:
        key = "story.step_recorded" if first.is_recorded else "story.step_planned"
        due = "story.due_after" if first.is_later else "story.due_from"
        yield words.say(
            key,
            cases=words.cases([(first.service.id, first.cases)]),
            day=words.day(first.day),
            due=words.say(due, day=words.day(first.due)),
        )
    planned = [
        words.say("story.planned_on", cases=words.counted("cases", cases), day=words.day(day))
        for day, cases in step.planned.items()
    ]
    if planned:
        yield words.say("story.step_done", cases=words.joined(planned))
    if step.left:
        yield words.say("story.step_left", cases=words.counted("cases", step.left))


def _cell_lines(words: Wording, cell: CellStory) -> Iterator[str]:
    verdict = cell.verdict
    yield words.say(
        "story.left",
        cases=words.cases([(verdict.service.id, verdict.cases)]),
        reason=words.say(f"story.reason.{_short_reason(verdict)}"),
    )
    yield f"  {detail_text(words, verdict)}"
    need = would_need_text(words, verdict)
    if need:
        yield words.say("story.need", need=need)
    if len(cell.teams) > 1:
        yield words.say("story.teams")
        for one in cell.teams[:_MOST_TEAMS]:
            yield _team_line(words, verdict.site, one)
        if len(cell.teams) > _MOST_TEAMS:
            yield _other_teams_line(words, verdict.site, cell.teams[_MOST_TEAMS:])


def _short_reason(verdict: Verdict) -> str:
    if verdict.reason is not Reason.CROWDED_OUT:
        return verdict.reason.value
    if verdict.change is not None:
        return "crowded_out" if verdict.change.losses else "costs"
    if verdict.follow_up is not None:
        return "late_step"
    if verdict.frozen_until is not None:
        return "frozen"
    return "full" if verdict.site.max_teams is None else "full_site"


def _team_line(words: Wording, site: Site, one: TeamStory) -> str:
    team = one.team.name
    if one.change is not None:
        values = change_values(words, site, one.change)
        delta_mdong = one.change.delta_mdong
        outcome = "better" if delta_mdong > 0 else "worse" if delta_mdong else "same"
        return words.say(
            "story.team_swaps" if one.change.losses else "story.team_adds",
            outcome=words.say(f"story.{outcome}", **values),
            **values,
        )
    if one.hindered is not None:
        why = hindered_text(words, site, one.hindered, since=one.since)
        return words.say("story.hindered" if team in why else "story.team_hindered", team=team, why=why)
    if one.is_broken:
        return words.say("story.team_broken", team=team)
    return words.say("story.team_full" if site.max_teams is None else "story.team_full_site", team=team)


def _other_teams_line(words: Wording, site: Site, others: tuple[TeamStory, ...]) -> str:
    kinds = Counter(_kind(one, site) for one in others if one.hindered is None)
    groups = [words.say(kind, teams=words.counted("teams", count)) for kind, count in kinds.items()]
    groups += few_words(words, site, [one.hindered for one in others if one.hindered is not None])
    return words.say("story.more_teams", teams=words.counted("teams", len(others)), groups=", ".join(groups))


def _kind(one: TeamStory, site: Site) -> str:
    if one.change is not None:
        return "story.few_able"
    if one.is_broken:
        return "story.few_broken"
    return "story.few_full" if site.max_teams is None else "story.few_full_site"
