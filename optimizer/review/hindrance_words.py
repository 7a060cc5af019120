"""Why no team can serve a site, and what would change that, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from optimizer.domain.scenario import Site
from optimizer.language import catalogue
from optimizer.review.impossible import Hindered, Impossibility
from optimizer.review.needs import Need, Remedy
from optimizer.review.obstacle import Hindrance, Obstacle
from optimizer.review.wording import Wording, as_sentence


class _Told(NamedTuple):
    """One hindrance: the catalogue's kind, and its values in words."""

    kind: str
    values: Mapping[str, str]

    def key(self, form: str) -> str:
        """The catalogue's key of a form: ``all``, ``one`` or ``few``."""
        return f"hinder.{self.kind}.{form}"


def impossible_text(words: Wording, site: Site, found: Impossibility, *, since: date | None = None) -> str:
    """Why no team can serve the site, in one or two sentences.

    Parameters
    ----------
    since
        The date from which on cases are outstanding, if it is later than the site's own dates.
    """
    if not found.hindered:
        return words.say("hinder.no_teams")
    closest, *others = found.hindered
    of_site = _of_site(words, site, closest.obstacle, since)
    if of_site:
        return of_site
    told = [list(_told(words, site, one)) for one in found.hindered]
    first = told[0]
    is_same = all(one == first for one in told) and not found.farther
    if is_same and len(first) == 1 and first[0].key("all") in catalogue():
        return words.say(first[0].key("all"), **first[0].values)
    if not others and not found.farther:
        text = hindered_text(words, site, closest)
        return (text if text.startswith(closest.team.name) else as_sentence(text)) + "."
    groups = list(few_words(words, site, others))
    if found.farther:
        groups.append(words.say("hinder.farther", teams=words.counted("teams", found.farther)))
    return words.say(
        "hinder.closest",
        one=hindered_text(words, site, closest),
        others=words.say("hinder.others", groups=", ".join(groups)),
    )


def few_words(words: Wording, site: Site, hindered: Iterable[Hindered]) -> Iterator[str]:
    """Many teams by what stands against them first: ``3 tổ thiếu điện``."""
    told = [next(_told(words, site, one)) for one in hindered]
    groups = Counter((reason.kind, reason.values.get("offers", "")) for reason in told)
    for (kind, offers), count in groups.items():
        yield words.say(f"hinder.{kind}.few", teams=words.counted("teams", count), offers=offers)


def hindered_text(words: Wording, site: Site, one: Hindered, *, since: date | None = None) -> str:
    """What stands against one team, without a full stop.

    Parameters
    ----------
    since
        As in `impossible_text`.
    """
    of_site = _of_site(words, site, one.obstacle, since)
    if of_site:
        return of_site.removesuffix(".")
    told = _told(words, site, one)
    return "; ".join(
        words.say(_form_for_one(one, reason), team=one.team.name, **reason.values) for reason in told
    )


def remedies_text(words: Wording, found: Impossibility) -> str:
    """What would be enough, in one line; empty if nothing was found to be."""
    is_any_team = len({one.lacking for one in found.hindered}) == 1
    told = (_remedy_text(words, one, is_any_team=is_any_team) for one in found.remedies)
    ways = list(dict.fromkeys(way for way in told if way))
    return words.say("need.begin", needs=words.either_way(ways)) if ways else ""


def _remedy_text(words: Wording, one: Remedy, *, is_any_team: bool) -> str:
    either = words.joined([_need_text(words, need) for need in one.either], either=True)
    together = [_need_text(words, need, is_any_team=is_any_team) for need in one.together]
    return words.joined([*together, either] if either else together)


def _need_text(words: Wording, need: Need, *, is_any_team: bool = False) -> str:
    """A need; where all teams lack the same, any of them would do that had it."""
    if need.key == "need.team":
        features = words.joined(list(_features(words, need.values)))
        key = "need.any_team" if is_any_team else "need.team"
        return words.say(key, team=need.values["team"].name, features=features)
    return words.say(need.key, **_values(words, need.values))


def _features(words: Wording, values: Mapping[str, Any]) -> Iterator[str]:
    """What one team must have: skills, things to bring, a vehicle."""
    if values["skills"]:
        yield words.say("feature.skills", skills=words.tags(values["skills"]))
    if values["things"]:
        things = words.joined([words.tags(one, either=True) for one in values["things"]])
        yield words.say("feature.things", things=things)
    if values["vehicles"]:
        yield words.say("feature.vehicles", vehicles=words.tags(values["vehicles"], either=True))


def _form_for_one(one: Hindered, reason: _Told) -> str:
    may_sleep_away = reason.kind == "late" and one.team.max_nights
    return reason.key("one_nights" if may_sleep_away else "one")


def _told(words: Wording, site: Site, one: Hindered) -> Iterator[_Told]:
    """What a team lacks, and what hinders it besides."""
    lacking = one.lacking
    if lacking.skills:
        yield _Told("skills", {"skills": words.tags(lacking.skills)})
    if lacking.offers:
        yield _Told("offers", {"offers": words.tags(lacking.offers)})
    if lacking.vehicle:
        vehicles = words.tags(site.vehicles, either=True)
        yield _Told("vehicle", {"vehicle": words.tags([one.team.vehicle]), "vehicles": vehicles})
    if one.obstacle is not None:
        yield _Told(one.obstacle.hindrance.name.lower(), _values(words, one.obstacle.values))


def _of_site(words: Wording, site: Site, obstacle: Obstacle | None, since: date | None = None) -> str:
    """The sentence about a site that no team could serve whatever it is; empty for other obstacles."""
    if obstacle is None or obstacle.hindrance not in {Hindrance.NO_DATES, Hindrance.CLOSED}:
        return ""
    if obstacle.hindrance is Hindrance.CLOSED:
        return words.say("hinder.closed.all", **_values(words, obstacle.values))
    if since is not None and site.deadline is not None and site.deadline < since:
        return words.say("hinder.no_dates.since", deadline=words.day(site.deadline), since=words.day(since))
    horizon = words.scenario.horizon
    dates = {"release": site.release, "deadline": site.deadline, "first": horizon.start, "last": horizon.end}
    if site.release is not None and site.release > horizon.end:
        key = "release"
    elif site.deadline is not None and site.deadline < horizon.start:
        key = "deadline"
    else:
        key = "both"
    known = {name: day for name, day in dates.items() if day is not None}
    return words.say(f"hinder.no_dates.{key}", **_values(words, known))


def _values(words: Wording, values: Mapping[str, Any]) -> dict[str, str]:
    """Values in words, each as its name asks."""
    forms: dict[str, Callable[[Any], str]] = {
        "team": lambda team: str(team.name),
        "place": words.place,
        "nights": lambda nights: words.counted("nights", nights),
        "dates": words.days,
        "windows": words.windows,
        "shift": words.stretch,
        "between": words.stretch,
        "skills": words.tags,
        "offers": words.tags,
        **dict.fromkeys(("release", "deadline", "first", "last"), words.day),
        **dict.fromkeys(("arrive", "shift_end", "start", "end"), words.clock),
        **dict.fromkeys(
            ("longest", "needed", "there", "to", "work", "on", "minutes", "limit"), words.duration
        ),
    }
    return {name: forms[name](value) for name, value in values.items()}
