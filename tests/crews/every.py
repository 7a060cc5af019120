"""All crews of a small scenario, one by one, and the best of them: written from the rules alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, product

import networkx as nx

from optimizer.crews.estimate import Estimate
from optimizer.domain.crews import STATIONS, Crewing, Officer
from optimizer.domain.scenario import Scenario

Days = frozenset[date]


@dataclass(frozen=True)
class Team:
    """One team of a choice: its members, the dates on which it may leave, and what it has."""

    members: tuple[str, ...]
    dates: Days
    stations: int
    dish: bool


Choice = tuple[Team, ...]


@dataclass(frozen=True)
class Best:
    """Most wishes kept, the worth of the best crews that keep so many, and the fewest points of those."""

    kept: int
    worth: int
    points: int


class Every:
    """Tries everything; there is one kind of crew and one post at most."""

    def __init__(self, scenario: Scenario, estimate: Estimate) -> None:
        assert scenario.crewing is not None
        self.crewing: Crewing = scenario.crewing
        self.scenario, self.estimate = scenario, estimate
        self.dates = tuple(scenario.horizon.dates())
        (self.kind,) = self.crewing.kinds.values()
        self.post = next(iter(self.crewing.posts.values()), None)
        self.flow = cache(self._flow)

    def best(self) -> Best | None:
        """The best there is; None if no crews keep every rule."""
        found: Best | None = None
        for teams in self._choices():
            kept, worth = self._kept(teams), self._worth(teams)
            if found is not None and (kept, worth) < (found.kept, found.worth):
                continue
            points = min((self._points(teams, posted) for posted in self._posted(teams)), default=None)
            if points is None:
                continue
            one = Best(kept, worth, points)
            if found is None or (kept, worth, -points) > (found.kept, found.worth, -found.points):
                found = one
        return found

    def _choices(self) -> Iterator[Choice]:
        """Every composition with every equipment and all dates on which each team may leave."""
        ids = list(self.crewing.officers)
        number = self.kind.teams.most
        for places in product(range(number + 1), repeat=len(ids)):
            members = [
                tuple(one for one, at in zip(ids, places, strict=True) if at == team)
                for team in range(1, number + 1)
            ]
            used = [team for team in members if team]
            if used != members[: len(used)] or len(used) not in self.kind.teams:
                continue
            if all(map(self._is_team, used)):
                yield from self._equipped(used)

    def _is_team(self, members: tuple[str, ...]) -> bool:
        kind, people = self.kind, [self.crewing.officers[one] for one in members]
        return (
            len(people) in kind.officers
            and all(
                sum(skill in one.skills for one in people) >= least for skill, least in kind.roles.items()
            )
            and (kind.leader is None or any(one.level >= kind.leader for one in people))
        )

    def _equipped(self, used: list[tuple[str, ...]]) -> Iterator[Choice]:
        stations = range(self.kind.stations.least, self.kind.stations.most + 1)
        options = [
            [
                Team(members, dates, number, dish)
                for number in stations
                if number <= self._operators(members)
                for dish in (False, True)
                for dates in self._dates(members)
            ]
            for members in used
        ]
        for teams in product(*options):
            if self._has_kits(teams) and self._has_rest(teams, {}):
                yield teams

    def _operators(self, members: tuple[str, ...]) -> int:
        operator = self.kind.operator
        return sum(operator is None or operator in self.crewing.officers[one].skills for one in members)

    def _dates(self, members: tuple[str, ...]) -> Iterator[Days]:
        free = [day for day in self.dates if all(self._is_free(one, day) for one in members)]
        for number in range(len(free) + 1):
            yield from map(frozenset, combinations(free, number))

    def _is_free(self, name: str, day: date) -> bool:
        return self._is_free_at(
            self.crewing.officers[name], day, self.kind.shift.start_min, self.kind.shift.end_min
        )

    def _is_free_at(self, one: Officer, day: date, start: int, end: int) -> bool:
        busy = [
            window for duty in one.duties for window in self.crewing.duties[duty].when.windows.get(day, ())
        ]
        return day not in one.days_off and all(
            window.end_min <= start or end <= window.start_min for window in busy
        )

    def _has_kits(self, teams: Choice) -> bool:
        have = self.crewing.kits
        return (
            sum(team.stations for team in teams) <= have.get(STATIONS, 99)
            and sum(team.dish for team in teams) <= have.get("dish", 99)
            and len(teams) <= have.get(self.kind.vehicle, 99)
        )

    def _has_rest(self, teams: Choice, posted: Mapping[date, tuple[str, ...]]) -> bool:
        return all(
            self._may_work(one, self._works(one.id, teams, posted)) for one in self.crewing.officers.values()
        )

    def _works(self, name: str, teams: Choice, posted: Mapping[date, tuple[str, ...]]) -> Days:
        out = next((team.dates for team in teams if name in team.members), frozenset())
        return out | {day for day, there in posted.items() if name in there}

    def _may_work(self, one: Officer, works: Days) -> bool:
        if one.max_days is not None and len(works) > one.max_days:
            return False
        a_week = self.crewing.rest.days_a_week
        weeks = Counter(day.isocalendar()[:2] for day in works)
        if a_week is not None and any(number > a_week for number in weeks.values()):
            return False
        most = self.crewing.rest.days_in_a_row
        row = self.crewing.worked_by(one.id).in_a_row
        for day in self.dates:
            row = row + 1 if day in works else 0
            if most is not None and row > most:
                return False
        return True

    def _posted(self, teams: Choice) -> Iterator[dict[date, tuple[str, ...]]]:
        """Every way to staff the post with as few as are asked for."""
        post = self.post
        if not self._comes_back_rested(teams, {}):
            return
        if post is None:
            yield {}
            return
        options = []
        for day in self.dates:
            free = [
                one.id
                for one in self.crewing.officers.values()
                if self._is_free_at(one, day, post.hours.start_min, post.hours.end_min)
                and not any(day in team.dates and one.id in team.members for team in teams)
            ]
            options.append([there for there in combinations(free, post.officers) if self._has_roles(there)])
        for chosen in product(*options):
            posted = dict(zip(self.dates, chosen, strict=True))
            if self._has_rest(teams, posted) and self._comes_back_rested(teams, posted):
                yield posted

    def _has_roles(self, there: tuple[str, ...]) -> bool:
        assert self.post is not None
        people = [self.crewing.officers[one] for one in there]
        return all(
            sum(skill in one.skills for one in people) >= least for skill, least in self.post.roles.items()
        )

    def _comes_back_rested(self, teams: Choice, posted: Mapping[date, tuple[str, ...]]) -> bool:
        """After two dates or more in a row of a team that may sleep away, nobody works on the next ones."""
        rest = self.crewing.rest.after_nights
        for team in teams if rest and self.kind.max_nights else ():
            for at in range(1, len(self.dates)):
                after = self.dates[at + 1 : at + 1 + rest]
                stay = self.dates[at - 1] in team.dates and self.dates[at] in team.dates
                if stay and after and after[0] not in team.dates:
                    tired = [day for day in after if any(one in posted.get(day, ()) for one in team.members)]
                    if tired or any(day in team.dates for day in after):
                        return False
        return True

    def _kept(self, teams: Choice) -> int:
        at = {one: number for number, team in enumerate(teams) for one in team.members}
        kept = sum(len({at.get(one, -1) for one in wish}) == 1 for wish in self.crewing.together)
        for wish in self.crewing.apart:
            inside = [at[one] for one in wish if one in at]
            kept += len(set(inside)) == len(inside)
        return kept

    def _worth(self, teams: Choice) -> int:
        minutes, shares = self.estimate.day_min[self.kind.id], self.estimate.shares[self.kind.id]
        total, before = 0, 0
        served: list[tuple[int, int]] = []
        for share in sorted(shares, key=lambda share: -share.price_dong):
            served.append((share.pool, share.shift_min))
            now = self.flow(tuple(self._supply(team) for team in teams), tuple(served))
            total += (now - before) * share.price_dong
            before = now
        room = sum(team.stations * len(team.dates) for team in teams) * minutes
        return total + (room - before) * self.estimate.spare_dong - sum(map(self._costs, teams))

    def _setting_out(self, team: Team) -> int:
        starts = sum(
            day in team.dates and (at == 0 or self.dates[at - 1] not in team.dates)
            for at, day in enumerate(self.dates)
        )
        return max(0, starts - 1) * self.estimate.setting_out_dong[self.kind.id]

    def _costs(self, team: Team) -> int:
        more = (len(team.members) - self.kind.officers.least) * len(team.dates)
        return self._setting_out(team) + more * self.estimate.officer_day_dong[self.kind.id]

    def _supply(self, team: Team) -> tuple[int, Days, frozenset[str], bool]:
        skills = frozenset().union(*(self.crewing.officers[one].skills for one in team.members))
        return team.stations, team.dates, skills & {"thai"}, team.dish

    def _flow(
        self,
        supplies: tuple[tuple[int, Days, frozenset[str], bool], ...],
        served: tuple[tuple[int, int], ...],
    ) -> int:
        """Most minutes that the teams can spend on some pools."""
        graph = nx.DiGraph()
        graph.add_nodes_from(("from", "to"))
        for number, (stations, dates, skills, dish) in enumerate(supplies):
            for day in dates:
                graph.add_edge("from", (number, day), capacity=100 * stations)
                for at, _ in served:
                    pool = self.estimate.pools[at]
                    if day in pool.dates and pool.requires <= skills and (dish or not pool.lacks):
                        graph.add_edge((number, day), at)
        for at, most in served:
            graph.add_edge(at, "to", capacity=most)
        return int(nx.maximum_flow_value(graph, "from", "to"))

    def _points(self, teams: Choice, posted: Mapping[date, tuple[str, ...]]) -> int:
        """Points beyond those of earlier weeks."""
        total, weight = 0, self.crewing.fairness
        for name in self.crewing.officers:
            past = self.crewing.worked_by(name)
            out = next((team.dates for team in teams if name in team.members), frozenset())
            there = {day for day, who in posted.items() if name in who}
            late = len(out) if self.kind.shift.end_min > 18 * 60 else 0
            late += len(there) if self.post is not None and self.post.hours.end_min > 18 * 60 else 0
            ends = sum(day.weekday() >= 5 for day in out | there)
            for value, before, now in (
                (weight.day_away, past.days_away, len(out)),
                (weight.evening, past.evenings, late),
                (weight.weekend, past.weekends, ends),
            ):
                total += value * sum(before + step for step in range(1, now + 1))
        return total
