"""Crews and routes in turn: teams are formed by an estimate, and formed anew by what plans tell.

The engine and the forming of crews do not know each other; this is where one hands to the other.
Each turn forms crews from an estimate that the best plan so far has corrected, searches a little,
and is kept if its plan is worth more.  What time is left goes to the routes of the best crews.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from threading import Event

from optimizer.crews.calibrate import stretch_of
from optimizer.crews.estimate import Estimator
from optimizer.crews.first import estimated_crews
from optimizer.crews.form import Formed, form_crews
from optimizer.crews.promises import promised_of
from optimizer.crews.roster import rested, roster
from optimizer.crews.solving import Effort, StoppedError
from optimizer.crews.staff import Staff
from optimizer.crews.wanting import wanted_of
from optimizer.domain.forming import formed
from optimizer.domain.plan import Crew, Plan, Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, Progress
from optimizer.planning import BrokenRulesError, Found, reviewed_plan, search
from optimizer.review.check import check_crews
from optimizer.review.exchange import Exchanging
from optimizer.review.missed import with_absences
from optimizer.travel.matrix import TravelMatrix

CREWS_SHARE = 0.1
"""Of the time of a plan, what the first crews may take; they end long before where they are proved."""

AGAIN_SHARE = 0.03
"""Of the time of a plan, what the crews of each turn may take: they begin with crews that are known."""

FIRST_SHARE = 0.25
"""Of the time of a plan, what the first search takes."""

TURN_SHARE = 0.1
"""Of the time of a plan, what the search of each turn takes."""

PAYING_TURN = 1e-3
"""Of the worth, what crews must promise to gain for a turn to be taken, and plans gain for another."""

RESTING_SHARE = 0.5
"""Of the time that is left, what the routes have before it is seen whether officers rest."""

FROM_NOTHING: tuple[tuple[int, int | None], ...] = ((1, 2), (2, 4), (3, 6))
"""Turns of a first search: the power of what its plan tells of the estimate, and how many may move."""

GOING_ON: tuple[tuple[int, int | None], ...] = ((1, None), (1, 4), (2, 6))
"""Turns of a search that goes on from a plan: there may be officers and kits that it did not have."""

MOST_CREW_SECONDS, LEAST_CREW_SECONDS = 20.0, 1.0
_REPEATABLE_SECONDS = 8.0
"""Time of the solver's own clock where rounds are the only limit."""

MOST_RESTS = 8
"""How often dates are taken from crews whose officers would not rest, and routes of those who do improved."""

_LEAST_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Crewed:
    """Crews, the scenario with their teams, and what was found for it; no crews where teams are given."""

    scenario: Scenario
    found: Found
    formed: Formed | None = None


def search_with_crews(
    scenario: Scenario,
    travel: TravelMatrix,
    options: Options,
    *,
    start: Crewed | None = None,
    progress: Callable[[Progress | Exchanging], None] | None = None,
    stop: Event | None = None,
) -> Crewed:
    """Form crews where the scenario asks for it, and search for the best routes.

    Parameters
    ----------
    travel
        Of every vehicle that a team may have.
    start
        Crews and routes to go on from, which keep every rule.

    Raises
    ------
    ScenarioError
        If no crews keep every rule, or none are found however long they are looked for.
    KeyboardInterrupt
        If it is stopped before there are any crews.
    """
    if scenario.crewing is None:
        known = start.found.solution.routes if start else ()
        return Crewed(scenario, search(scenario, travel, options, start=known, progress=progress, stop=stop))
    return _Alternation(scenario, travel, options, progress, stop or Event()).run(start)


def search_of_crews(scenario: Scenario, travel: TravelMatrix, made: Formed, options: Options) -> Crewed:
    """Search for the best routes of crews that stay as they are, their officers resting where they must."""
    return _Alternation(scenario, travel, options, None, Event()).run_of(made)


def crewed_plan(crewed: Crewed, travel: TravelMatrix, options: Options) -> Plan:
    """The checked plan of what was found, with its crews and roster.

    Raises
    ------
    BrokenRulesError
        If routes, crews or roster break a rule.
    """
    plan = reviewed_plan(crewed.scenario, travel, crewed.found, options)
    made = crewed.formed
    if made is None:
        return plan
    who = roster(crewed.scenario, made.crews, plan.routes, made.posted)
    staffed = plan.model_copy(update={"crews": made.crews, "roster": who, "unkept_wishes": made.unkept})
    if breaches := check_crews(crewed.scenario, staffed):
        raise BrokenRulesError(breaches)
    return with_absences(crewed.scenario, travel, staffed)


@dataclass(frozen=True, slots=True)
class _Turn:
    """Crews and the routes that were found for them."""

    scenario: Scenario
    found: Found
    formed: Formed

    @property
    def routes(self) -> tuple[Route, ...]:
        return self.found.solution.routes


class _Alternation:
    def __init__(
        self,
        scenario: Scenario,
        travel: TravelMatrix,
        options: Options,
        progress: Callable[[Progress | Exchanging], None] | None,
        stop: Event,
    ) -> None:
        self.scenario, self.travel, self.options = scenario, travel, options
        self.progress, self.stop = progress, stop
        self.begun, self.rounds = time.perf_counter(), 0
        self.staff, self.estimator = Staff(scenario), Estimator(scenario, travel)

    def run(self, start: Crewed | None = None) -> Crewed:
        """Crews and routes, each made better by the other."""
        routes: tuple[Route, ...] = ()
        if start is None or start.formed is None:
            made = estimated_crews(self.scenario, self.travel, self._effort(CREWS_SHARE), self.stop)
            turns = FROM_NOTHING
        else:
            made, routes, turns = start.formed, start.found.solution.routes, GOING_ON
        best = self._searched(made, routes, FIRST_SHARE)
        tried = {_key(made.crews)}
        earlier = self.scenario.earlier
        for power, most_moved in turns if earlier is None or not earlier.crews else ():
            if self.stop.is_set() or self._is_late():
                break
            other = self._again(best, power, most_moved)
            if other is None:
                break
            if _key(other.crews) in tried:
                continue
            tried.add(_key(other.crews))
            before, found = best, self._searched(other, _still_possible(best, other.crews), TURN_SHARE)
            if found.found.rank > best.found.rank:
                best = found
            if not _has_paid(before, best):
                break
        return self._finished(best)

    def run_of(self, made: Formed) -> Crewed:
        """Routes alone."""
        return self._finished(self._searched(made, (), FIRST_SHARE))

    def _again(self, best: _Turn, power: int, most_moved: int | None) -> Formed | None:
        """Crews by what the best plan tells of the estimate; None where they promise no more than its own."""
        stretch = stretch_of(self.estimator, best.scenario, best.routes)
        wanted = wanted_of(self.estimator, best.scenario, best.routes)
        corrected = self.estimator.estimate(_to_the(power, stretch), _to_the(power, wanted))
        form = partial(
            form_crews,
            self.staff,
            corrected,
            replace(self._effort(AGAIN_SHARE), seed=self.options.seed + power),
            known=best.formed.crews,
            promised=promised_of(self.scenario),
            stop=self.stop,
        )
        try:
            other, own = form(most_moved=most_moved), form(most_moved=0, as_known=True)
        except (TimeoutError, StoppedError):
            return None
        if other is None or own is None:
            return None
        return other if other.worth_dong - own.worth_dong > PAYING_TURN * abs(own.worth_dong) else None

    def _finished(self, best: _Turn) -> Crewed:
        """The best crews' routes, searched for as long as there is time, by officers who rest."""
        last = self._rested(best)
        return Crewed(last.scenario, last.found, last.formed)

    def _rested(self, best: _Turn) -> _Turn:
        """The best of what was found whose officers rest; part by part of the time, where they must."""
        must_rest = self.staff.crewing.rest.after_nights > 0
        made, routes, at_rest = best.formed, best.routes, list[_Turn]()
        for attempt in range(MOST_RESTS + 1):
            if attempt > 0 or not self.stop.is_set() or not routes:
                best = self._searched(made, routes, RESTING_SHARE if must_rest else 1.0, of_left=True)
            crews = rested(best.scenario, made.crews, best.routes)
            if crews == made.crews:
                at_rest.append(best)
            if at_rest and (not must_rest or self._is_over()):
                break
            made, routes = replace(made, crews=crews), _still_possible(best, crews)
        return max(at_rest, key=lambda one: one.found.rank) if at_rest else self._at_rest(best)

    def _at_rest(self, best: _Turn) -> _Turn:
        """Where dates taken one by one do not do: teams sleep at home, so nobody has to rest."""
        crews = tuple(crew.model_copy(update={"dates": crew.dates[:1]}) for crew in best.formed.crews)
        return self._searched(replace(best.formed, crews=crews), (), TURN_SHARE)

    def _searched(
        self, made: Formed, start: Sequence[Route], share: float, *, of_left: bool = False
    ) -> _Turn:
        scenario = formed(self.scenario, made.crews)
        options = self._options(share, of_left=of_left)
        offset, before = time.perf_counter() - self.begun, self.rounds

        def tell(seen: Progress | Exchanging) -> None:
            if self.progress is None:
                return
            if isinstance(seen, Exchanging):
                self.progress(seen)
            else:
                elapsed = offset + seen.elapsed_seconds
                self.progress(replace(seen, iteration=before + seen.iteration, elapsed_seconds=elapsed))

        found = search(scenario, self.travel, options, start=start, progress=tell, stop=self.stop)
        self.rounds += found.solution.iterations
        solution = replace(found.solution, iterations=self.rounds, seconds=time.perf_counter() - self.begun)
        return _Turn(scenario, replace(found, solution=solution), made)

    def _options(self, share: float, *, of_left: bool) -> Options:
        """Limits of one search: a share of all that there was, or of what is left."""
        seconds, iterations = self.options.seconds, self.options.iterations
        if seconds is not None:
            left = seconds - (time.perf_counter() - self.begun)
            seconds = max(_LEAST_SECONDS, share * (left if of_left else seconds))
        if iterations is not None:
            left_rounds = iterations - self.rounds
            iterations = max(1, round(share * (left_rounds if of_left else iterations)))
        return replace(self.options, seconds=seconds, iterations=iterations)

    def _is_over(self) -> bool:
        """Whether so little is left that it is worth no search."""
        seconds, iterations = self.options.seconds, self.options.iterations
        if self.stop.is_set() or (iterations is not None and iterations - self.rounds <= 1):
            return True
        return seconds is not None and time.perf_counter() - self.begun > seconds - 2 * _LEAST_SECONDS

    def _is_late(self) -> bool:
        """Whether there is no time for another turn: to form hundreds of officers takes long."""
        seconds = self.options.seconds
        return seconds is not None and time.perf_counter() - self.begun > (1 - TURN_SHARE) * seconds

    def _effort(self, share: float) -> Effort:
        if self.options.seconds is None:
            return Effort(seed=self.options.seed, seconds=_REPEATABLE_SECONDS, is_repeatable=True)
        seconds = min(MOST_CREW_SECONDS, max(LEAST_CREW_SECONDS, share * self.options.seconds))
        return Effort(seed=self.options.seed, seconds=seconds)


def _to_the(power: int, told: Mapping[tuple[object, ...], float]) -> Mapping[tuple[object, ...], float]:
    return {key: value**power for key, value in told.items()}


def _key(crews: Sequence[Crew]) -> tuple[object, ...]:
    return tuple((crew.team, crew.officers, crew.stations, crew.brings, crew.dates) for crew in crews)


def _has_paid(before: _Turn, after: _Turn) -> bool:
    """Whether what came of a turn is worth so much more that another may be."""
    (kept, was_mdong), (keeps, is_mdong) = before.found.rank, after.found.rank
    return keeps > kept or is_mdong - was_mdong > PAYING_TURN * abs(was_mdong)


def _still_possible(best: _Turn, crews: Sequence[Crew]) -> tuple[Route, ...]:
    """Routes of the best plan on dates on which their teams may still leave; the engine takes what it can."""
    dates = {(crew.team, day) for crew in crews for day in crew.dates}
    points = {team for team in best.scenario.teams if not any(crew.team == team for crew in crews)}
    return tuple(route for route in best.routes if (route.team, route.date) in dates or route.team in points)
