"""What the comparison's page shows, as plain data: no HTML, no markup, no drawing.

Places, teams and days are numbered; visits, sites and ways refer to those numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cached_property
from typing import Any

from optimizer.domain.plan import Reason
from optimizer.language import Language, say
from optimizer.report.comparison.figures import CHIEF, figure_rows
from optimizer.report.comparison.notes import notes
from optimizer.report.comparison.pair import Leaf, Pair
from optimizer.report.formats import (
    date_range_text,
    dated_weekday_text,
    short_date_text,
    short_weekday_text,
)
from optimizer.report.ground import packed_line
from optimizer.report.map_content import page_words
from optimizer.report.map_parts.closed import closed_roads
from optimizer.report.offline import plain
from optimizer.report.ways import Ways
from optimizer.review.compare.sites import Outcome, SiteChange, SiteSide
from optimizer.review.compare.teams import TeamChange, TeamSums
from optimizer.review.compare.visits import DayVisit, VisitChange

Content = dict[str, Any]
"""JSON: numbers, texts, lists and objects."""

PAGE_WORDS = "compare.page."
"""Keys of the texts that the page itself puts together."""

OF_THE_MAP = (
    "all",
    "close",
    "zoom_in",
    "zoom_out",
    "outline_source",
    "roads_source",
    "legend_outline",
    "legend_closed",
    "closed_once",
    "closed_road",
    "cases",
)
"""What the page says as the review map does."""

_FEWER = frozenset({Outcome.NO_LONGER_SERVED, Outcome.FEWER})
_MORE = frozenset({Outcome.NEWLY_SERVED, Outcome.MORE})
_REASONS = {reason: f"map.reason.{reason.value}" for reason in Reason}


def comparison_content(pair: Pair) -> Content:
    """Everything that the page needs to know, the scenery apart."""
    return _Told(pair).content()


def _words(language: Language) -> dict[str, str | list[str]]:
    """The page's texts, and those that it shares with the review map."""
    shared = page_words(language)
    return page_words(language, PAGE_WORDS) | {name: shared[name] for name in OF_THE_MAP}


class _Told:
    """A pair of plans in numbers that stand for ids."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._comparison = pair.comparison
        self._places = {place: number for number, place in enumerate(pair.places)}
        self._teams = {team: number for number, team in enumerate(pair.teams)}
        self._services = {service: number for number, service in enumerate(pair.services)}
        self._days = {day: number for number, day in enumerate(pair.dates)}
        self._changes = {id(one): number for number, one in enumerate(self._comparison.visits)}
        self._lines: dict[tuple[int, ...], int] = {}

    def content(self) -> Content:
        told: Content = {
            "words": _words(self._pair.language),
            "language": self._pair.language,
            "head": self._head(),
            "notes": [plain(one) for one in notes(self._pair, self._pair.language)],
            "same": self._comparison.is_empty,
            "figures": [asdict(row) for row in figure_rows(self._pair, self._pair.language)],
            "days": [self._day(number) for number in range(len(self._days))],
            "places": [self._place(place) for place in self._places],
            "bases": self._bases,
            "services": [self._pair.service_name(service) for service in self._services],
            "teams": [self._team(one) for one in self._comparison.teams],
            "changes": [self._change(one) for one in self._comparison.visits],
            "sites": [self._site(one) for one in self._comparison.sites],
            "ways": self._ways(),
        }
        if closed := closed_roads(self._pair.closed, self._pair.dates):
            told["closed"] = closed
        return told | ({"lines": [list(line) for line in self._lines]} if self._lines else {})

    @cached_property
    def _bases(self) -> list[int]:
        bases = {base for leaf in self._pair.leaves for base in leaf.scenario.bases}
        return sorted(self._places[base] for base in bases)

    def _head(self) -> Content:
        pair, dates = self._pair, self._pair.dates
        return {
            "title": plain(pair.after.scenario.name),
            "dates": date_range_text(dates[0], dates[-1], pair.language),
            "before": plain(pair.before.label),
            "after": plain(pair.after.label),
            "chief": list(CHIEF),
        }

    def _day(self, number: int) -> Content:
        day, language = self._pair.dates[number], self._pair.language
        return {
            "short": short_weekday_text(day, language),
            "date": short_date_text(day),
            "long": dated_weekday_text(day, language),
        }

    def _place(self, place_id: str) -> Content:
        place = self._pair.places[place_id]
        return {
            "name": self._pair.place_name(place_id),
            "commune": self._pair.commune(place_id),
            "at": [round(place.lat, 5), round(place.lon, 5)],
        }

    def _team(self, one: TeamChange) -> Content:
        told: Content = {
            "name": self._pair.team_name(one.team),
            "before": _sums(one.before),
            "after": _sums(one.after),
            "differs": one.differs,
        }
        if one.joined or one.left:
            told["joined"] = self._pair.officers(one.joined)
            told["left"] = self._pair.officers(one.left)
        return told

    def _change(self, one: VisitChange) -> Content:
        return {
            "place": self._places[one.site],
            "kinds": [kind.value for kind in one.kinds],
            "before": self._visit(one.before),
            "after": self._visit(one.after),
        }

    def _visit(self, one: DayVisit | None) -> Content | None:
        if one is None:
            return None
        return {
            "team": self._teams[one.team],
            "day": self._days[one.date],
            "start": one.start,
            "finish": one.finish,
            "cases": one.cases,
            "services": self._by_service(one),
            "guests": sum(sum(cases.values()) for home, cases in one.served.items() if home != one.site),
        }

    def _by_service(self, visit: DayVisit) -> list[list[int]]:
        """Cases by the number of the service, wherever the people come from."""
        totals: Counter[str] = Counter()
        for cases in visit.served.values():
            totals.update(cases)
        return sorted([self._services[service], cases] for service, cases in totals.items())

    def _site(self, one: SiteChange) -> Content:
        before, after = one.before, one.after
        return {
            "place": self._places[one.site],
            "outcome": one.outcome.value,
            "due": [None if side is None else side.due for side in (before, after)],
            "cases": list(one.cases),
            "left": self._left(after) if one.outcome in _FEWER else [],
            "left_before": self._left(before) if one.outcome in _MORE else [],
            "changes": [self._changes[id(visit)] for visit in one.visits],
        }

    def _left(self, side: SiteSide | None) -> list[Content]:
        """What is left and why; what is only counted was never to be served."""
        return [
            {
                "service": self._pair.service_name(cell.service),
                "cases": cell.cases,
                "reason": say(_REASONS[cell.reason], self._pair.language),
                "detail": plain(cell.detail),
            }
            for cell in (side.left if side else ())
            if cell.reason is not Reason.NOT_PLANNABLE
        ]

    def _ways(self) -> list[Content]:
        """Every stretch that a team travels on a date; what both plans have is told once."""
        then, now = (dict(self._stretches(leaf)) for leaf in self._pair.leaves)
        return [
            {**now.get(key, then.get(key, {})), "side": _side_of(key, then, now)} for key in {**then, **now}
        ]

    def _stretches(self, leaf: Leaf) -> Iterator[tuple[tuple[int, ...], Content]]:
        ways = Ways(leaf.scenario, leaf.travel)
        for route in leaf.plan.routes:
            team, day = self._teams[route.team], self._days[route.date]
            vehicle = leaf.scenario.teams[route.team].vehicle
            for stretch in ways.stretches(route):
                hop = stretch.hop
                ends = self._places[hop.origin], self._places[hop.destination]
                told: Content = {"team": team, "day": day, "from": ends[0], "to": ends[1]}
                line = leaf.ground.legs.line(vehicle, route.date, hop.origin, hop.destination)
                if hop.by_link:
                    told["link"] = True
                elif line is not None:
                    told["line"] = self._lines.setdefault(tuple(packed_line(line)), len(self._lines))
                yield (team, day, *ends), told


def _side_of(
    key: tuple[int, ...], then: Mapping[tuple[int, ...], Content], now: Mapping[tuple[int, ...], Content]
) -> str:
    if key in then and key in now:
        return "both"
    return "before" if key in then else "after"


def _sums(one: TeamSums | None) -> Content | None:
    if one is None:
        return None
    return {"visits": one.visits, "cases": one.cases, "metres": round(one.km * 1000), "nights": one.nights}
