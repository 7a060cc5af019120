"""The rules of crews as an integer program: who is where, when teams may leave, who staffs the posts.

Each rule can be made hard, given a switch (to find rules that clash) or made elastic (to find how
little has to give way).  What no planner can change stands always: nobody is in two places, and
nobody is where a day off or a duty keeps them from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from ortools.sat.python import cp_model

from optimizer.crews.rules import Rule
from optimizer.crews.staff import Staff, limits_of
from optimizer.domain.crews import STATIONS, CrewKind, Officer

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar, LinearExpr

Amount: TypeAlias = "LinearExpr | int"
Mode = Literal["hard", "switched", "elastic"]


class CrewModel:
    """Variables and rules of the crews of one scenario.

    Parameters
    ----------
    member
        By officer and team: is the officer in the team?
    used
        By team: is it formed?
    leaves
        By team and date: may it leave?
    posted
        By officer, post and date: is the officer at the post?
    out
        By officer, kind and date: may the officer's team, of this kind, leave?
    stations, carries
        By team: its capture kits; by team and thing: does it bring it?
    """

    def __init__(self, staff: Staff, mode: Mode = "hard") -> None:
        self.staff, self.mode = staff, mode
        self.model = cp_model.CpModel()
        self.switches: dict[Rule, IntVar] = {}
        self.slacks: dict[tuple[Rule, date | None], list[IntVar]] = {}
        self.member: dict[tuple[str, str], IntVar] = {}
        self.used: dict[str, IntVar] = {}
        self.leaves: dict[tuple[str, date], IntVar] = {}
        self.posted: dict[tuple[str, str, date], IntVar] = {}
        self.out: dict[tuple[str, str, date], IntVar] = {}
        self.stations: dict[str, IntVar] = {}
        self.carries: dict[tuple[str, str], IntVar] = {}
        self._variables()
        self._nobody_twice()
        for team, kind in staff.teams.items():
            self._composition(team, kind)
            self._equipment(team, kind)
        self._counts()
        self._kits()
        self._posts()
        self._days()
        self._rest_after_nights()

    def at_least(self, rule: Rule, amount: Amount, least: Amount, on: date | None = None) -> None:
        """Make a rule of ``amount >= least``."""
        if self.mode == "elastic":
            slack = self.model.new_int_var(0, 10_000, f"slack {rule.key}")
            self.slacks.setdefault((rule, on), []).append(slack)
            self.model.add(slack >= least - amount)
            return
        made = self.model.add(amount >= least)
        if self.mode == "switched":
            if rule not in self.switches:
                self.switches[rule] = self.model.new_bool_var(f"rule {rule.key}")
            made.only_enforce_if(self.switches[rule])

    def members(self, team: str, officers: Iterable[Officer]) -> list[IntVar]:
        """Which of some officers are in a team."""
        return [self.member[one.id, team] for one in officers]

    def has_skill(self, team: str, skill: str) -> IntVar:
        """A variable that is 1 only if a member of the team has the skill."""
        candidates = self.staff.candidates[self.staff.teams[team].id]
        has = self.model.new_bool_var(f"{team} has {skill}")
        self.model.add(has <= sum(self.members(team, (one for one in candidates if skill in one.skills))))
        return has

    def makes_up_for(self, team: str, condition: str) -> IntVar | None:
        """A variable that is 1 only if the team brings what makes up for it; None where its kind must."""
        kind, things = self.staff.teams[team], self.staff.scenario.things
        if any(condition in things[thing] for thing in kind.brings):
            return None
        carried = [
            self.carries[team, thing] for thing in sorted(kind.may_bring) if condition in things[thing]
        ]
        has = self.model.new_bool_var(f"{team} makes up for {condition}")
        self.model.add(has <= sum(carried))
        return has

    def works(self, officer: str, day: date) -> list[IntVar]:
        """What makes a date a working date of an officer."""
        out = [
            self.out[officer, kind, day]
            for kind in self.staff.crewing.kinds
            if (officer, kind, day) in self.out
        ]
        return [*out, *self.posts_of(officer, day)]

    def posts_of(self, officer: str, day: date) -> list[IntVar]:
        """The posts at which an officer may be on a date."""
        posts = self.staff.crewing.posts
        return [self.posted[officer, post, day] for post in posts if (officer, post, day) in self.posted]

    def _variables(self) -> None:
        new, staff = self.model.new_bool_var, self.staff
        for team, kind in staff.teams.items():
            self.used[team] = new(f"used {team}")
            self.stations[team] = self.model.new_int_var(0, kind.stations.most, f"stations {team}")
            for thing in sorted(kind.may_bring):
                self.carries[team, thing] = new(f"{team} carries {thing}")
            for day in sorted(kind.dates):
                self.leaves[team, day] = new(f"{team} leaves {day}")
                self.model.add_implication(self.leaves[team, day], self.used[team])
            for one in staff.candidates[kind.id]:
                self.member[one.id, team] = new(f"{one.id} in {team}")
        for (post, day), officers in staff.at_post.items():
            for one in officers:
                self.posted[one.id, post, day] = new(f"{one.id} at {post} {day}")

    def _nobody_twice(self) -> None:
        staff = self.staff
        for one in staff.crewing.officers.values():
            self.model.add_at_most_one(
                self.member[one.id, team] for team in staff.teams if (one.id, team) in self.member
            )
        for kind in staff.crewing.kinds.values():
            teams = [team for team, of in staff.teams.items() if of is kind]
            for one in staff.candidates[kind.id]:
                free = staff.free_dates[one.id, kind.id]
                for day in sorted(kind.dates):
                    self._out(one, kind, teams, day, is_free=day in free)
            for day in sorted(kind.dates):
                self._filled(kind, teams, day)
        for one in staff.crewing.officers.values():
            for day in staff.dates:
                works = self.works(one.id, day)
                if len(works) > 1:
                    self.model.add_at_most_one(works)

    def _out(self, one: Officer, kind: CrewKind, teams: Sequence[str], day: date, *, is_free: bool) -> None:
        """A team may leave only if all of its members are free; then all of them are out."""
        for team in teams:
            if not is_free:
                self.model.add_bool_or(~self.member[one.id, team], ~self.leaves[team, day])
        if not is_free:
            return
        out = self.out[one.id, kind.id, day] = self.model.new_bool_var(f"{one.id} out {day}")
        for team in teams:
            self.model.add_bool_or(~self.member[one.id, team], ~self.leaves[team, day], out)

    def _filled(self, kind: CrewKind, teams: Sequence[str], day: date) -> None:
        """Those who are out fill the teams that leave: nothing new, but it makes bounds tighter."""
        keys = [(one.id, kind.id, day) for one in self.staff.candidates[kind.id]]
        out = [self.out[key] for key in keys if key in self.out]
        if self.mode == "hard":
            leaves = sum(self.leaves[team, day] for team in teams)
            self.model.add(sum(out) >= kind.officers.least * leaves)

    def _composition(self, team: str, kind: CrewKind) -> None:
        used, officers = self.used[team], self.staff.candidates[kind.id]
        size = sum(self.members(team, officers))
        rule = Rule("size", kind.id, number=kind.officers.least)
        self.at_least(rule, size, kind.officers.least * used)
        self.model.add(size <= kind.officers.most * used)
        for skill, number in kind.roles.items():
            able = self.members(team, (one for one in officers if skill in one.skills))
            self.at_least(Rule("role", kind.id, skill, number), sum(able), number * used)
        able = self.members(team, (one for one in officers if kind.operator in (None, *one.skills)))
        self.at_least(Rule("operator", kind.id, kind.operator or ""), sum(able), self.stations[team])
        if kind.leader is not None:
            leaders = self.members(team, (one for one in officers if one.level >= kind.leader))
            self.at_least(Rule("leader", kind.id, number=kind.leader), sum(leaders), used)

    def _equipment(self, team: str, kind: CrewKind) -> None:
        used, stations = self.used[team], self.stations[team]
        self.model.add(stations >= kind.stations.least * used)
        self.model.add(stations <= kind.stations.most * used)
        for thing in sorted(kind.may_bring):
            self.model.add_implication(self.carries[team, thing], used)

    def _counts(self) -> None:
        for kind in self.staff.crewing.kinds.values():
            teams = [team for team, of in self.staff.teams.items() if of is kind]
            rule = Rule("teams", kind.id, number=kind.teams.least)
            self.at_least(rule, sum(self.used[team] for team in teams), kind.teams.least)
            for earlier, later in pairwise(teams):
                self.model.add_implication(self.used[later], self.used[earlier])

    def _kits(self) -> None:
        for kit, number in self.staff.crewing.kits.items():
            needed = self._needed(kit)
            self.at_least(Rule("kit", kit, number=number), number, needed)

    def _needed(self, kit: str) -> Amount:
        """How many of a kind of kit teams and posts use."""
        staff = self.staff
        if kit == STATIONS:
            at_posts = sum(post.stations for post in staff.crewing.posts.values())
            return sum(self.stations.values()) + at_posts
        driven = [self.used[team] for team, kind in staff.teams.items() if kind.vehicle == kit]
        always = [self.used[team] for team, kind in staff.teams.items() if kit in kind.brings]
        given = [carried for (_, thing), carried in self.carries.items() if thing == kit]
        return sum((*driven, *always, *given))

    def _posts(self) -> None:
        for (post_id, day), officers in self.staff.at_post.items():
            post = self.staff.crewing.posts[post_id]
            there = {one.id: self.posted[one.id, post_id, day] for one in officers}
            self.at_least(
                Rule("post", post_id, number=post.officers), sum(there.values()), post.officers, day
            )
            self.model.add(sum(there.values()) <= max(post.officers, sum(post.roles.values())))
            for skill, number in post.roles.items():
                able = sum(there[one.id] for one in officers if skill in one.skills)
                self.at_least(Rule("post_role", post_id, skill, number), able, number, day)

    def _days(self) -> None:
        for one in self.staff.crewing.officers.values():
            for key, most, dates in limits_of(self.staff.crewing, one, self.staff.dates):
                worked = [work for day in dates for work in self.works(one.id, day)]
                if len(worked) > most:
                    self.at_least(self._limit(key, one, most), most, sum(worked))

    def _limit(self, key: str, one: Officer, most: int) -> Rule:
        """The rule behind a limit of an officer's working dates, with the number that the planner gave."""
        if key == "max_days":
            return Rule(key, one.id, number=most)
        in_a_row = self.staff.crewing.rest.days_in_a_row
        return Rule(key, "", number=most if key == "week" or in_a_row is None else in_a_row)

    def _rest_after_nights(self) -> None:
        """After several dates on which a team may be away, its members rest."""
        rest, dates = self.staff.crewing.rest.after_nights, self.staff.dates
        for team, kind in self.staff.teams.items() if rest else ():
            if kind.max_nights == 0:
                continue
            for at in range(1, len(dates) - 1):
                stay = [self.leaves.get((team, dates[at + step])) for step in (-1, 0, 1)]
                if stay[0] is None or stay[1] is None:
                    continue
                ends = self.model.new_bool_var(f"{team} is back {dates[at]}")
                still = [] if stay[2] is None else [stay[2]]
                self.model.add_bool_or(ends, ~stay[0], ~stay[1], *still)
                self._rests(team, kind, ends, dates[at + 1 : at + 1 + rest])

    def _rests(self, team: str, kind: CrewKind, ends: IntVar, dates: Sequence[date]) -> None:
        for day in dates:
            if (team, day) in self.leaves:
                self.model.add_implication(ends, ~self.leaves[team, day])
            for one in self.staff.candidates[kind.id]:
                for posted in self.posts_of(one.id, day):
                    self.model.add_bool_or(~ends, ~self.member[one.id, team], ~posted)
