"""What of a plan must stay as it is: frozen dates, and the visits that were promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Pin, Scenario
from optimizer.review.promises import frozen_routes, is_kept, pins_of, released_routes
from optimizer.review.served import Cell
from optimizer.review.stays import Stay, stay_of


@dataclass(frozen=True, slots=True)
class Hold:
    """What was promised of one visit.

    Parameters
    ----------
    start_min
        When it must begin, if that was promised.
    cases
        Fewest cases of each cell.
    """

    start_min: int | None = None
    cases: Mapping[Cell, int] = field(default_factory=dict)


class Held:
    """The promises that a plan keeps: no change to it may break them."""

    def __init__(self, scenario: Scenario, routes: Iterable[Route]) -> None:
        routes = tuple(routes)
        self.frozen_until = scenario.earlier.frozen_until if scenario.earlier else None
        released = released_routes(scenario, routes)
        self._open = frozenset((one.team, one.date) for one in released)
        self.frozen = tuple(one for one in frozen_routes(scenario) if one not in released)
        promised = (*scenario.pins, *(pin for route in released for pin in pins_of(route)))
        self.pins = tuple(pin for pin in promised if is_kept(pin, routes))

    @property
    def has_released(self) -> bool:
        """Whether a frozen route did not stand, so that its date may be planned anew."""
        return bool(self._open)

    def is_frozen(self, team: str, day: date) -> bool:
        """Whether a team's date stands as it is, with its route or without one."""
        is_past = self.frozen_until is not None and day <= self.frozen_until
        return is_past and (team, day) not in self._open

    def on(self, team: str, day: date) -> tuple[Pin, ...]:
        """The promises kept by a team on a date."""
        return tuple(pin for pin in self.pins if (pin.team, pin.date) == (team, day))

    def is_kept_by(self, team: str, routes: Iterable[Route]) -> bool:
        """Whether other routes of a team keep all that the plan keeps of what it promised."""
        routes = tuple(routes)
        by_day = {route.date: route for route in routes}
        return all(is_kept(pin, routes) for pin in self.pins if pin.team == team) and all(
            by_day.get(one.date) == one for one in self.frozen if one.team == team
        )

    def holds(self, route: Route) -> Mapping[int, Hold]:
        """What is held of a route's visits, by position; visits that were not promised are absent.

        Where several visits keep a promise, the first holds it.
        """
        held: dict[int, Hold] = {}
        for pin in self.on(route.team, route.date):
            at = next(number for number, visit in enumerate(route.visits) if _keeps(pin, route, visit))
            held[at] = _both(held.get(at, Hold()), pin)
        return held

    def stays(self, route: Route) -> Iterator[Stay]:
        """A route's visits without their times, but for promised starts."""
        held = self.holds(route)
        for number, visit in enumerate(route.visits):
            yield stay_of(visit, held[number].start_min if number in held else None)


def _keeps(pin: Pin, route: Route, visit: Visit) -> bool:
    return is_kept(pin, [route.model_copy(update={"visits": (visit,)})])


def _both(hold: Hold, pin: Pin) -> Hold:
    cases = {(pin.site, service): count for service, count in pin.cases.items()}
    most = {cell: max(hold.cases.get(cell, 0), cases.get(cell, 0)) for cell in (*hold.cases, *cases)}
    return Hold(hold.start_min if pin.start_min is None else pin.start_min, most)
