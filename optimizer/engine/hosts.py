"""Where visits can be made: every site that somebody can be served at, and every promise to be at one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.calendar import Window
from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Pin, Scenario, Site
from optimizer.engine.cells import Slot
from optimizer.engine.kernels import arrays

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Host:
    """A site with the cells that its visits may serve, or the one visit that was promised there.

    Parameters
    ----------
    leader
        Number of the host whose visit keeps this promise as well; NOBODY for most.
    """

    site: Site
    slots: tuple[Slot, ...]
    pin: Pin | None = None
    leader: int = NOBODY

    def least(self, slot: Slot) -> int:
        """How many cases of a slot were promised."""
        own = self.pin is not None and slot.away is False
        return self.pin.cases.get(slot.cell.service.id, 0) if own and self.pin is not None else 0


def all_hosts(scenario: Scenario, slots: Mapping[str, list[Slot]], pins: Iterable[Pin]) -> tuple[Host, ...]:
    """Every host, sites first; promises that nobody could keep whatever else is planned have none."""
    sites = {site: Host(scenario.sites[site], tuple(found)) for site, found in slots.items()}
    possible = []
    for pin in pins:
        host = sites.get(pin.site)
        known = pin.team in scenario.teams and pin.date in scenario.horizon
        served = {slot.cell.service.id for slot in host.slots if slot.away is False} if host else set()
        if host is not None and known and pin.cases.keys() <= served and _windows(scenario, host, pin):
            possible.append(pin)
    leaders = [NOBODY if leader == NOBODY else len(sites) + leader for leader in _leaders(possible)]
    promises = (
        Host(sites[pin.site].site, sites[pin.site].slots, pin, leader)
        for pin, leader in zip(possible, leaders, strict=True)
    )
    return (*sites.values(), *promises)


def _leaders(pins: Sequence[Pin]) -> list[int]:
    """For every promise the number of one that implies it and is implied by none; NOBODY without."""
    above = [
        [
            at
            for at, one in enumerate(pins)
            if at != own and _implies(one, pin) and (at < own or not _implies(pin, one))
        ]
        for own, pin in enumerate(pins)
    ]
    return [next((at for at in numbers if not above[at]), NOBODY) for numbers in above]


def _implies(one: Pin, other: Pin) -> bool:
    """Does every visit that keeps one promise keep the other?"""
    return (
        (one.team, one.date, one.site) == (other.team, other.date, other.site)
        and other.start_min in {None, one.start_min}
        and all(one.cases.get(service, 0) >= cases for service, cases in other.cases.items())
    )


def keeps(pin: Pin, route: Route, visit: Visit) -> bool:
    """Does a visit of a route keep a promise?"""
    return (
        (route.team, route.date, visit.site) == (pin.team, pin.date, pin.site)
        and pin.start_min in {None, visit.start}
        and all(visit.cases.get(service, 0) >= cases for service, cases in pin.cases.items())
    )


def window_rows(
    scenario: Scenario, hosts: Iterable[Host]
) -> tuple[NDArray[np.int64], Mapping[str | None, int], list[int]]:
    """Windows of every kind of hours on every date, the number of each kind, and the kind of each host.

    The first kind is all day; a promise of an exact start is a kind of its own, with its window
    in the same place.
    """
    dates = tuple(scenario.horizon.dates())
    kinds: dict[str | None, list[tuple[Window, ...]]] = {None: [(Window(0, 24 * 60),)] * len(dates)}
    kinds |= {name: [hours.on(day) for day in dates] for name, hours in scenario.hours.items()}
    most = max(len(day) for days in kinds.values() for day in days)
    rows = [_rows(days, most) for days in kinds.values()]
    number = {name: h for h, name in enumerate(kinds)}
    of_host = []
    for host in hosts:
        h = number[host.site.hours]
        if host.pin is not None and host.pin.start_min is not None:
            h, own = len(rows), rows[h].copy()
            start = host.pin.start_min
            holds = (own[:, :, arrays.OPEN] <= start) & (start < own[:, :, arrays.CLOSE])
            own[:, :, arrays.OPEN] = start
            own[:, :, arrays.LAST_START] = start
            own[~holds] = 0
            rows.append(own)
        of_host.append(h)
    return np.stack(rows), number, of_host


def _windows(scenario: Scenario, host: Host, pin: Pin) -> bool:
    """Is there a window in which the promise might be kept?"""
    start = pin.start_min
    return any(
        start is None or window.start_min <= start < window.end_min
        for window in scenario.windows(host.site, pin.date)
    )


def _rows(days: list[tuple[Window, ...]], most: int) -> NDArray[np.int64]:
    rows = np.zeros((len(days), most, 3), np.int64)
    for d, windows in enumerate(days):
        for w, one in enumerate(windows):
            rows[d, w] = one.start_min, one.end_min, one.end_min
    return rows
