"""One thing that a plan does against a rule, and how it is told to people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from optimizer.domain.calendar import Window
from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.language import Language, say


@dataclass(frozen=True, slots=True)
class Breach:
    """A broken rule: its code, where in the plan, and the values that show it.

    Parameters
    ----------
    code
        The rule: ``R1`` to ``R9`` for what teams do, ``R10`` to ``R16`` for crews and officers,
        ``P1`` to ``P4`` for what a plan states of itself.
    key
        The way in which it is broken: the catalogue's key, which begins with the code.
    team, date, site
        Ids and date of the day route and the site concerned; empty or None where there is none.
    values
        What the words need, by name; `team_name` and `site_name` are always among them.
    """

    code: str
    key: str
    team: str = ""
    date: date | None = None
    site: str = ""
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    def text(self, language: Language) -> str:
        """Rule, team, date, site and what is wrong, on one line."""
        told = {name: _told(value, language) for name, value in self.values.items()}
        what = say(self.key, language, **told)
        if self.site:
            what = f"{self.values['site_name']} – {what}"
        parts = [str(self.values["team_name"])] if self.team else []
        if self.date is not None:
            parts.append(say("breach.day", language, day=self.date))
        subject = f"{', '.join(parts)}: " if parts else ""
        return f"{self.code} · {subject}{what}"


def breach(
    scenario: Scenario, key: str, *, team: str = "", day: date | None = None, site: str = "", **values: object
) -> Breach:
    """A breach of the rule that `key` begins with, with the names that its text needs."""
    known_team, known_site = scenario.teams.get(team), scenario.sites.get(site)
    names = {
        "team_name": known_team.name if known_team else team,
        "site_name": known_site.name if known_site else site,
    }
    return Breach(key.partition(".")[0], key, team, day, site, names | values)


def route_breach(scenario: Scenario, route: Route, key: str, site: str = "", **values: object) -> Breach:
    """A breach by one day route."""
    return breach(scenario, key, team=route.team, day=route.date, site=site, **values)


def in_order(breaches: Iterable[Breach]) -> tuple[Breach, ...]:
    """Sorted by rule, team, date, site and kind; equal ones stay as found."""
    return tuple(sorted(breaches, key=_order))


def place_name(scenario: Scenario, place: str) -> str:
    """The name of a place, or its id if the scenario does not know it."""
    known = scenario.places.get(place)
    return known.name if known else place


def stretch(window: Window) -> str:
    """``11:00–13:30``."""
    return f"{format_clock(window.start_min)}–{format_clock(window.end_min)}"


def listed(words: Iterable[str]) -> str:
    """Words in alphabetical order, separated by commas."""
    return ", ".join(sorted(words))


def _order(one: Breach) -> tuple[str, int, str, date, str, str]:
    return one.code[0], int(one.code[1:]), one.team, one.date or date.min, one.site, one.key


def _told(value: object, language: Language) -> object:
    if value is None:
        return "–"
    if not isinstance(value, int | float):
        return value
    text = f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text
