"""What the openings with room at a site offer to one service there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.review.filling import cheapest_first
from optimizer.review.openings import Openings
from optimizer.review.reach import Ints
from optimizer.review.rooms import Rooms
from optimizer.review.schedule import case_minutes
from optimizer.review.slot_columns import SlotColumns


@dataclass(frozen=True, slots=True)
class Offers:
    """What openings offer to one service at a site, other services left there filling what remains.

    Parameters
    ----------
    cases
        Cases gained by service id, each parallel to `row`.
    delta_mdong
        What the objective changes by; of a variant that cuts a visit, before anything is cut.
    way_mdong
        The part of it that is not the worth of the cases gained.
    used_min
        Station-minutes that the cases gained take.
    uncut_capacity_min
        As in `Rooms`.
    """

    row: Ints
    cases: Mapping[str, Ints]
    delta_mdong: Ints
    way_mdong: Ints
    used_min: Ints
    uncut_capacity_min: Ints

    def among(self, chosen: Ints) -> Offers:
        """The offers at some positions."""
        return Offers(
            self.row[chosen],
            {service: count[chosen] for service, count in self.cases.items()},
            self.delta_mdong[chosen],
            self.way_mdong[chosen],
            self.used_min[chosen],
            self.uncut_capacity_min[chosen],
        )


def offers_of(
    openings: Openings, columns: SlotColumns, rooms: Rooms, service: Service, left: Mapping[str, int]
) -> Offers:
    """What `rooms` offer to `service`, with at least one case of it.

    Either as much of it as fits, or one case of it and then whatever is worth most per minute:
    the better of the two.

    Parameters
    ----------
    left
        Cases of every plannable service left at the site, by service id.
    """
    slot = openings.slot[rooms.row]
    fits = np.flatnonzero(
        columns.fit(rooms.site, service)[slot] & (rooms.capacity_min >= case_minutes(service))
    )
    slot, capacity_min = slot[fits], rooms.capacity_min[fits]
    alone = np.minimum(capacity_min // case_minutes(service), left[service.id])
    alone_mdong = alone * columns.scenario.case_mdong(rooms.site, service)
    mixed, mixed_mdong = _mixed(columns, rooms.site, service, left, (slot, capacity_min))
    is_mixed = mixed_mdong > alone_mdong
    cases = {other: np.where(is_mixed, count, 0) for other, count in mixed.items()}
    cases[service.id] = np.where(is_mixed, mixed[service.id], alone)
    used_min = np.zeros(len(fits), dtype=np.int64)
    for other, count in cases.items():
        used_min += count * case_minutes(columns.scenario.services[other])
    way_mdong = rooms.delta_mdong[fits]
    return Offers(
        row=rooms.row[fits],
        cases=cases,
        delta_mdong=way_mdong + np.maximum(mixed_mdong, alone_mdong),
        way_mdong=way_mdong,
        used_min=used_min,
        uncut_capacity_min=rooms.uncut_capacity_min[fits],
    )


def _mixed(
    columns: SlotColumns,
    site: Site,
    service: Service,
    left: Mapping[str, int],
    rooms: tuple[Ints, Ints],
) -> tuple[dict[str, Ints], Ints]:
    """One case of `service`, then the best per minute of everything left; and what it is all worth.

    Parameters
    ----------
    rooms
        Slot and station-minutes of each opening.
    """
    scenario: Scenario = columns.scenario
    slot, capacity_min = rooms
    spare_min = capacity_min - case_minutes(service)
    gained_mdong = np.full(len(slot), scenario.case_mdong(site, service), dtype=np.int64)
    cases: dict[str, Ints] = {}
    for other in reversed(cheapest_first(scenario, site, left)):
        is_asked_for = other.id == service.id
        most = np.minimum(spare_min // case_minutes(other), left[other.id] - is_asked_for)
        count = np.where(columns.fit(site, other)[slot], most, 0)
        spare_min = spare_min - count * case_minutes(other)
        gained_mdong += count * scenario.case_mdong(site, other)
        cases[other.id] = count + is_asked_for
    return cases, gained_mdong
