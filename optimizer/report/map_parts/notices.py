"""What the reader has to be told first: promises that are not kept, and visits that fell away."""

from __future__ import annotations

from optimizer.domain.plan import Conflict
from optimizer.report.changes import Compared, Fate
from optimizer.report.map_parts.source import Content, Source
from optimizer.report.offline import plain


def conflicts(source: Source) -> list[Content]:
    """Every promise that is not kept, with the reason."""
    return [_conflict(source, one) for one in source.promises.conflicts]


def changes(source: Source) -> Content | None:
    """How the plan differs from the earlier one; None without one.

    Visits of the plan itself are counted here and told apart at their stops; those that fell away
    are listed, for no stop is left of them.
    """
    if source.scenario.earlier is None:
        return None
    by_fate: dict[Fate, list[Compared]] = {fate: [] for fate in Fate}
    for one in source.comparison.visits:
        by_fate[one.fate].append(one)
    return {
        "new": len(by_fate[Fate.NEW]),
        "kept": len(by_fate[Fate.KEPT]),
        "dropped": [_dropped(source, one) for one in by_fate[Fate.DROPPED]],
    }


def _conflict(source: Source, one: Conflict) -> Content:
    told: Content = {
        "team": source.team_name(one.team),
        "day": source.day_text(one.date),
        "reason": plain(one.reason),
    }
    return told | _where(source, one.site)


def _dropped(source: Source, one: Compared) -> Content:
    told: Content = {"team": source.team_name(one.team), "day": source.day_text(one.date)}
    if one.before is not None:
        told |= {"start": one.before.start, "cases": one.before.number_of_cases}
    return told | _where(source, one.site)


def _where(source: Source, site_id: str) -> Content:
    """The site's name, and its number if the map shows it; nothing for a day as a whole."""
    if not site_id:
        return {}
    named: Content = {"site": source.place_name(site_id)}
    return named | {"place": source.places[site_id]} if site_id in source.scenario.sites else named
