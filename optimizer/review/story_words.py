"""The story of one site in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Reason
from optimizer.domain.scenario import Site
from optimizer.review.hindrance_words import few_words, hindered_text
from optimizer.review.judge import Verdict
from optimizer.review.site_story import CellStory, SiteStory, TeamStory
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
    site = story.site
    yield site_text(words, site)
    if not site.cases:
        yield words.say("story.nothing")
        return
    yield words.say("story.outstanding", cases=words.cases(site.cases.items()))
    yield words.say("story.visits" if story.visits else "story.no_visits")
    for route, visit in story.visits:
        yield words.say(
            "story.visit",
            day=words.day(route.date),
            team=words.scenario.teams[route.team].name,
            start=format_clock(visit.start),
            finish=format_clock(visit.finish),
            cases=words.cases(visit.cases.items()),
        )
    if not story.cells:
        yield words.say("story.all_served")
    for cell in story.cells:
        yield from _cell_lines(words, cell)


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
    if verdict.change is None:
        return "full" if verdict.site.max_teams is None else "full_site"
    return "crowded_out" if verdict.change.losses else "costs"


def _team_line(words: Wording, site: Site, one: TeamStory) -> str:
    team = one.team.name
    if one.change is not None:
        values = change_values(words, one.change)
        delta_mdong = one.change.delta_mdong
        outcome = "better" if delta_mdong > 0 else "worse" if delta_mdong else "same"
        return words.say(
            "story.team_swaps" if one.change.losses else "story.team_adds",
            outcome=words.say(f"story.{outcome}", **values),
            **values,
        )
    if one.hindered is not None:
        why = hindered_text(words, site, one.hindered)
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
