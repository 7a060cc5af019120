"""Which visits keep a promise, and which days stand as they were handed out."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from optimizer.domain.plan import Conflict, Plan, Route, Visit
from optimizer.domain.scenario import Pin, Scenario
from optimizer.review.promises import is_kept, released_routes

Day = tuple[str, date]
"""A team's id and a date."""


class Promises:
    """What a plan makes of pins and of the frozen part of an earlier plan."""

    def __init__(self, plan: Plan, scenario: Scenario) -> None:
        self._plan = plan
        self._scenario = scenario

    def is_pinned(self, route: Route, visit: Visit) -> bool:
        """Whether a visit keeps one of the scenario's pins."""
        alone = route.model_copy(update={"visits": (visit,)})
        return any(is_kept(pin, (alone,)) for pin in self._pins.get((route.team, route.date), ()))

    def is_frozen(self, team: str, day: date) -> bool:
        """Whether a team's date stands as it was in the earlier plan, without a route too."""
        return self.was_frozen(day) and (team, day) not in self._released

    def was_frozen(self, day: date) -> bool:
        """Whether a date was to stand as it was."""
        earlier = self._scenario.earlier
        return earlier is not None and earlier.frozen_until is not None and day <= earlier.frozen_until

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Promises that are not kept, by date, then team and site in the scenario's order."""
        teams = {team: rank for rank, team in enumerate(self._scenario.teams)}
        places = {place: rank for rank, place in enumerate(self._scenario.places)}
        return tuple(
            sorted(
                self._plan.conflicts,
                key=lambda one: (one.date, teams.get(one.team, len(teams)), places.get(one.site, -1)),
            )
        )

    def pin_of(self, conflict: Conflict) -> Pin | None:
        """The pin that is not kept; None for a frozen route."""
        return next(
            (pin for pin in self._pins.get((conflict.team, conflict.date), ()) if pin.site == conflict.site),
            None,
        )

    @cached_property
    def _pins(self) -> dict[Day, list[Pin]]:
        pins: dict[Day, list[Pin]] = {}
        for pin in self._scenario.pins:
            pins.setdefault((pin.team, pin.date), []).append(pin)
        return pins

    @cached_property
    def _released(self) -> frozenset[Day]:
        earlier = self._scenario.earlier
        had = frozenset((one.team, one.date) for one in earlier.routes) if earlier else frozenset()
        added = {(one.team, one.date) for one in self._plan.routes} - had
        released = {(one.team, one.date) for one in released_routes(self._scenario, self._plan.routes)}
        return frozenset(added | released)
