"""What a team could do, by trying everything with the checker: the judge of the review's reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise, product

from optimizer.domain.plan import Pause, Route, Visit
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.check import check_route, check_sites, check_team
from optimizer.review.figures import objective_mdong
from optimizer.review.nights import beds
from optimizer.travel.matrix import TravelMatrix

Work = Sequence[tuple[str, Mapping[str, int]]]


@dataclass(frozen=True)
class TryingAll:
    """Tries everything in one scenario."""

    scenario: Scenario
    travel: TravelMatrix

    def could_serve_once(self, team: Team, site: Site, service: Service) -> bool:
        """Whether some week of `team`, with nothing else in it, serves one case: every week is tried."""
        dates = list(self.scenario.horizon.dates())
        places = list(dict.fromkeys((team.base, *self.scenario.sleeping_places)))

        @cache
        def is_valid(day: date, start: str, end: str, *, serves: bool) -> bool:
            work = [(site.id, {service.id: 1})] if serves else []
            timed = self._timings(team, day, (start, end), work)
            return any(check_route(self.scenario, self.travel, route) == () for route in timed)

        @cache
        def is_possible(number: int, place: str, nights: int, *, served: bool) -> bool:
            if number == len(dates) and team.end_anywhere:
                return served  # at a lodging too, and the night after it is not counted
            if nights > team.max_nights:
                return False
            if number == len(dates):
                return served and place == team.base
            for end, serves in product(places, (False, True)):
                if serves and served:
                    continue
                stays = end == place and not serves
                if not stays and not is_valid(dates[number], place, end, serves=serves):
                    continue
                away = 0 if end == team.base else nights + 1
                if is_possible(number + 1, end, away, served=served or serves):
                    return True
            return False

        return is_possible(0, team.base, 0, served=False)

    def best_straight_mdong(
        self, routes: Sequence[Route], site: Site, service: Service, left: int
    ) -> int | None:
        """The most that serving more cases changes the objective by, nothing given up and every bed kept.

        Returns
        -------
        None if no case more can be served so.
        """
        found = [
            change_mdong
            for team in self.scenario.teams.values()
            for cases in range(1, left + 1)
            for change_mdong in self._straight(team, routes, site, {service.id: cases})
        ]
        return max(found, default=None)

    def _straight(
        self, team: Team, routes: Sequence[Route], site: Site, cases: Mapping[str, int]
    ) -> Iterator[int]:
        """What every straight insertion of exactly `cases` changes the objective by."""
        own = [route for route in routes if route.team == team.id]
        strangers = [route for route in routes if route.team != team.id]
        by_day = {route.date: route for route in own}
        before_mdong = objective_mdong(self.scenario, self.travel, own)
        slept = beds(self.scenario.horizon, team, own)
        at = team.base
        for day in self.scenario.horizon.dates():
            ends = at, slept[day]
            at = slept[day]
            visits = by_day[day].visits if day in by_day else ()
            others = [one for one in own if one.date != day]
            for work in _insertions([(one.site, one.cases) for one in visits], site.id, cases):
                for route in self._timings(team, day, ends, work, strangers):
                    changed = [*others, route]
                    is_apart = check_sites(self.scenario, [*strangers, *changed]) == ()
                    if is_apart and check_team(self.scenario, self.travel, team, changed) == ():
                        yield objective_mdong(self.scenario, self.travel, changed) - before_mdong
                        break

    def _timings(
        self, team: Team, day: date, ends: tuple[str, str], work: Work, strangers: Sequence[Route] = ()
    ) -> Iterator[Route]:
        """The route that does `work` for each place of its break, and as early as it can be in each window.

        Or as early as it can be after any of the `strangers` is done there.
        """
        stops = [ends[0], *(site for site, _ in work), ends[1]]
        legs = [self.travel.leg(team.vehicle, day, one, other) for one, other in pairwise(stops)]
        known = [leg for leg in legs if leg is not None]
        if len(known) < len(legs):
            return
        choices = [self._openings(site, day, strangers) for site, _ in work]
        rests = range(2 * len(known)) if team.pause else (-1,)
        for opens, rest in product(product(*choices), rests):
            visits: list[Visit] = []
            taken: list[Pause] = []
            now = depart = team.shift.start_min
            for number, leg in enumerate(known):
                if rest == 2 * number:
                    now = self._rested(team, now, taken)
                    depart = depart if number else now
                now += leg.minutes
                arrive = now
                if rest == 2 * number + 1:
                    now = self._rested(team, now, taken)
                if number < len(work):
                    visits.append(self._visit(team, work[number], arrive, max(now, opens[number])))
                    now = visits[-1].finish
            yield Route(
                team=team.id,
                date=day,
                start=ends[0],
                depart=depart,
                end=ends[1],
                arrive=arrive,
                visits=tuple(visits),
                breaks=tuple(taken),
                km=sum(leg.metres for leg in known) / 1000,
                travel_minutes=sum(leg.minutes for leg in known),
            )

    def _openings(self, site: str, day: date, strangers: Sequence[Route]) -> set[int]:
        """When a window opens, or another team is done at a site."""
        opens = {window.start_min for window in self.scenario.windows(self.scenario.sites[site], day)}
        visits = (visit for route in strangers if route.date == day for visit in route.visits)
        return opens | {visit.finish for visit in visits if visit.site == site}

    @staticmethod
    def _rested(team: Team, now: int, taken: list[Pause]) -> int:
        """When the break is over, begun as soon as it may be."""
        assert team.pause is not None
        start = max(now, team.pause.between.start_min)
        taken.append(Pause(start=start, minutes=team.pause.minutes))
        return start + team.pause.minutes

    def _visit(self, team: Team, stop: tuple[str, Mapping[str, int]], arrive: int, start: int) -> Visit:
        site, cases = stop
        station_min = sum(count * (self.scenario.services[one].minutes or 0) for one, count in cases.items())
        length_min = self.scenario.sites[site].setup_minutes + -(-station_min // team.stations)
        return Visit(site=site, arrive=arrive, start=start, finish=start + length_min, cases=dict(cases))


def _insertions(work: Work, site: str, cases: Mapping[str, int]) -> Iterator[Work]:
    """`work` with one more visit at each position, and with more cases at each visit to the site."""
    for position in range(len(work) + 1):
        yield [*work[:position], (site, cases), *work[position:]]
    for position, (visited, served) in enumerate(work):
        if visited == site:
            more = dict(Counter(served) + Counter(cases))
            yield [*work[:position], (site, more), *work[position + 1 :]]
