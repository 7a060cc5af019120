"""Places and sites: what is due there, what is served, what follows, what is left and why."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.plan import Reason, Unserved
from optimizer.domain.scenario import Place, Site
from optimizer.language import catalogue, say
from optimizer.report.follow_ups import Batch, follow_ups
from optimizer.report.formats import sentence_text, short_date_text
from optimizer.report.map_parts.source import Content, Source
from optimizer.report.offline import plain
from optimizer.travel.roads.on_foot import walks_told

_REASONS = {reason: f"map.reason.{reason.value}" for reason in Reason}


def places(source: Source) -> list[Content]:
    """Every place, in the scenario's order."""
    return [_place(source, place) for place in source.scenario.places.values()]


def sites(source: Source) -> list[Content]:
    """Every site, in the scenario's order."""
    left: dict[str, list[Unserved]] = {}
    for cell in source.plan.unserved:
        left.setdefault(cell.site, []).append(cell)
    following: dict[str, list[Batch]] = {}
    for batch in follow_ups(source.plan, source.scenario):
        following.setdefault(batch.site, []).append(batch)
    return [
        _site(source, site, left.get(site.id, []), following.get(site.id, []))
        for site in source.scenario.sites.values()
    ]


def _place(source: Source, place: Place) -> Content:
    commune = plain(place.commune) if isinstance(place, Site) else ""
    at = [round(place.lat, 5), round(place.lon, 5)]
    return {"name": source.place_name(place.id), "commune": commune, "at": at}


def _site(source: Source, site: Site, left: list[Unserved], following: list[Batch]) -> Content:
    due = source.tally.due(site)
    told: Content = {
        "place": source.places[site.id],
        "state": _state(source, site, due),
        "cases": [
            [source.services[service], count, source.tally.served.get((site.id, service), 0)]
            for service, count in due.items()
        ],
        "lacks": [_lack(source, tag) for tag in sorted(site.lacks)],
        "left": [_left(source, cell) for cell in left],
    }
    on_foot = [plain(text) for text in walks_told(source.walks, site.id, source.language)]
    if on_foot:
        told["walk"] = on_foot
    if following:
        told["follow"] = [_batch(source, batch) for batch in following]
    return told


def _state(source: Source, site: Site, due: Mapping[str, int]) -> str:
    plannable = [service for service in due if source.scenario.services[service].plannable]
    served = sum(source.tally.served.get((site.id, service), 0) for service in plannable)
    if not plannable:
        return "counted" if due else "quiet"
    if served == 0:
        return "none"
    return "full" if served >= sum(due[service] for service in plannable) else "part"


def _batch(source: Source, batch: Batch) -> Content:
    """Dates are texts: the first step may have been done before the horizon, the next may fall after it."""
    told: Content = {
        "service": source.services[batch.service],
        "cases": batch.cases,
        "due": short_date_text(batch.due),
        "planned": [[source.day_text(day), cases] for day, cases in batch.planned],
        "left": batch.left,
    }
    if batch.first is not None and batch.done is not None:
        told |= {"first": source.services[batch.first], "done": short_date_text(batch.done)}
    if batch.due > source.scenario.horizon.end:
        told["later"] = True
    return told


def _left(source: Source, cell: Unserved) -> Content:
    return {
        "service": source.services[cell.service],
        "cases": cell.cases,
        "reason": say(_REASONS[cell.reason], source.language),
        "detail": plain(cell.detail),
        "need": sentence_text(plain(cell.would_need)),
    }


def _lack(source: Source, tag: str) -> str:
    key = f"map.lack.{tag}"
    return say(key, source.language) if key in catalogue() else plain(tag)
