"""Answers a planner who asks about one site: who comes when, what is left, why, and what could be done."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario, Site
from optimizer.language import Language, say
from optimizer.review.judge import Judge
from optimizer.review.missed import Missed
from optimizer.review.site_story import SiteStory, site_story
from optimizer.review.standing import Standing
from optimizer.review.story_words import story_text, unknown_text
from optimizer.review.suggest import nearest_sites, site_meant
from optimizer.review.wording import Wording
from optimizer.travel.matrix import TravelMatrix
from optimizer.travel.roads.on_foot import walks, walks_told


@dataclass(frozen=True, slots=True)
class Explanation:
    """The story of one site, or of none.

    Parameters
    ----------
    asked
        What was asked for.
    story
        The story of the site that was meant; None if there is none such.
    suggestions
        Sites that may have been meant, if there is none such.
    missed
        Finds teams of officers that could have come and could not leave.
    """

    scenario: Scenario
    asked: str
    story: SiteStory | None
    suggestions: tuple[Site, ...] = ()
    missed: Missed | None = None

    def text(self, language: Language) -> str:
        """The story in lines that a planner can read."""
        words = Wording(self.scenario, language)
        if self.story is None:
            return unknown_text(words, self.asked, self.suggestions)
        on_foot = walks_told(walks(self.scenario), self.story.site.id, language)
        missed = self._missed_lines(self.story, language)
        return "\n".join((story_text(words, self.story), *on_foot, *missed))

    def _missed_lines(self, story: SiteStory, language: Language) -> list[str]:
        services = [cell.verdict.service for cell in story.cells if cell.verdict.service.plannable]
        lines = self.missed.lines(story.site, services, language) if self.missed else []
        if not lines:
            return []
        return [say("absence.title", language), *(say("absence.item", language, text=one) for one in lines)]


def explain(scenario: Scenario, travel: TravelMatrix, plan: Plan, site_id: str, language: Language) -> str:
    """The whole story of one site, in lines that a planner can read.

    Parameters
    ----------
    site_id
        Id of the site, or its name; diacritics and case may be left out.
    """
    return explanation(scenario, travel, plan, site_id).text(language)


def explanation(scenario: Scenario, travel: TravelMatrix, plan: Plan, site_id: str) -> Explanation:
    """The whole story of one site, for more than its text.

    Parameters
    ----------
    site_id
        As for `explain`.
    """
    site = site_meant(scenario, site_id)
    if site is None:
        return Explanation(scenario, site_id, None, nearest_sites(scenario, site_id))
    judge = Judge(Standing(scenario, travel, plan.routes), lambda: False)
    return Explanation(
        scenario,
        site_id,
        site_story(judge, site, plan.conflicts),
        missed=Missed(scenario, travel, plan),
    )
