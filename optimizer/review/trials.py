"""What every opening of a plan offers to a cell of cases, at home and wherever its people come to."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.offers import Bids, Offers
from optimizer.review.openings import Openings, openings_of
from optimizer.review.plan_terms import Changes, Evenness
from optimizer.review.rooms import Rooms, SiteTrial
from optimizer.review.served import Cell
from optimizer.review.slot_columns import SlotColumns
from optimizer.review.standing import Standing

_MOST_KEPT = 24
"""Sites whose rooms are kept: neighbours ask for the same ones again and again."""


class Trials:
    """The openings of one plan, tried for one site after the other.

    Parameters
    ----------
    hurry
        Called before everything that takes long; what it raises ends the work, of which nothing is kept.
    """

    def __init__(self, standing: Standing, hurry: Callable[[], None] = lambda: None) -> None:
        self.standing = standing
        self._hurry = hurry
        self._rooms: OrderedDict[str, Rooms] = OrderedDict()
        self._last: tuple[Cell, Sequence[Offers]] | None = None

    @cached_property
    def openings(self) -> Openings:
        """All openings of the plan."""
        return openings_of(self.standing, self._hurry)

    def places(self, home: Site, service: Service) -> Iterator[Site]:
        """Where people of `home` could be served for `service`: at home, and where they come to."""
        yield home
        for host in self.standing.hosts.of(home, service):
            if host.remaining > 0:
                yield host.site

    def offers(self, home: Site, service: Service, team: Team | None = None) -> Sequence[Offers]:
        """What the openings offer to a cell, place by place; of one team if given."""
        cell = home.id, service.id
        if self._last is None or self._last[0] != cell:
            self._last = cell, [one for one in self._found(home, service) if len(one.row)]
        if team is None:
            return self._last[1]
        of_team = np.array([slot.team is team for slot in self.openings.slots], dtype=np.bool_)
        return [one.among(np.flatnonzero(of_team[self.openings.slot[one.row]])) for one in self._last[1]]

    def _found(self, home: Site, service: Service) -> Iterator[Offers]:
        for host in self.places(home, service):
            self._hurry()
            asked = self.standing.wanted.cell(home, host, service)
            if asked is None:
                continue
            offers = self._bids.of(self._rooms_at(host), asked, self.standing.wanted.at(host))
            serving = self._giving_up.get(asked.cell)
            if serving is not None:
                offers = offers.among(np.flatnonzero(~serving[self.openings.variant[offers.row]]))
            yield offers

    @property
    def has_terms_of_the_plan(self) -> bool:
        """Whether something is charged that belongs to the whole plan."""
        objective = self.standing.scenario.objective
        return bool(objective.unevenness_dong or objective.change_dong)

    def intact(self, offers: Offers) -> Offers:
        """Those for which nothing is given up."""
        return self._where(self._is_intact, offers)

    def dropping(self, offers: Offers) -> Offers:
        """Those for which visits are dropped."""
        return self._where(self._drops, offers)

    def cutting(self, offers: Offers) -> Offers:
        """Those for which a visit is cut."""
        return self._where(self._cuts, offers)

    def promise_mdong(self, cutting: Offers) -> NDArray[np.float64]:
        """What cutting a visit may be worth, for one case or for all that there is room for: the better."""
        per_minute = self._cut_worth[self.openings.variant[cutting.row]]
        asked = cutting.asked
        short_one = np.maximum(0, asked.minutes - cutting.uncut_capacity_min)
        short_all = np.maximum(0, cutting.used_min - cutting.uncut_capacity_min)
        promise: NDArray[np.float64] = np.maximum(
            cutting.way_mdong + asked.worth_mdong - short_one * per_minute,
            cutting.delta_mdong - short_all * per_minute,
        )
        return promise

    def _where(self, flags: NDArray[np.bool_], offers: Offers) -> Offers:
        return offers.among(np.flatnonzero(flags[self.openings.variant[offers.row]]))

    def _rooms_at(self, site: Site) -> Rooms:
        if site.id not in self._rooms:
            services = {one.service.id: one.service for one in self.standing.wanted.at(site)}
            self._rooms[site.id] = self._trial.rooms(site, tuple(services.values()))
            while len(self._rooms) > _MOST_KEPT:
                self._rooms.popitem(last=False)
        self._rooms.move_to_end(site.id)
        return self._rooms[site.id]

    @cached_property
    def _trial(self) -> SiteTrial:
        return SiteTrial(self.standing, self.openings, self._columns)

    @cached_property
    def _columns(self) -> SlotColumns:
        return SlotColumns(self.standing.scenario, self.standing.travel, self.openings.slots)

    @cached_property
    def _bids(self) -> Bids:
        objective = self.standing.scenario.objective
        is_known = self.standing.scenario.earlier is not None
        changes = Changes(self.standing, self.openings) if is_known and objective.change_dong else None
        evenness = Evenness(self.standing, self._columns) if objective.unevenness_dong else None
        return Bids(self.openings, self._columns, changes=changes, evenness=evenness)

    @cached_property
    def _giving_up(self) -> Mapping[Cell, NDArray[np.bool_]]:
        """Whether each variant drops a visit that serves a cell; cells that are not served are absent.

        Where people are served at home only, these visits are at the site itself and are left out anyway.
        """
        found: dict[Cell, NDArray[np.bool_]] = {}
        if self.standing.hosts.is_used:
            for number, variant in enumerate(self.openings.variants):
                for cell in {cell for stay in variant.dropped for cell in stay.cases}:
                    if cell in self.standing.left:
                        none = np.zeros(len(self.openings.variants), dtype=np.bool_)
                        found.setdefault(cell, none)[number] = True
        return found

    @cached_property
    def _is_intact(self) -> NDArray[np.bool_]:
        return np.array([one.is_intact for one in self.openings.variants], dtype=np.bool_)

    @cached_property
    def _drops(self) -> NDArray[np.bool_]:
        return np.array([bool(one.dropped) for one in self.openings.variants], dtype=np.bool_)

    @cached_property
    def _cuts(self) -> NDArray[np.bool_]:
        return np.array([one.cut is not None for one in self.openings.variants], dtype=np.bool_)

    @cached_property
    def _cut_worth(self) -> NDArray[np.float64]:
        """Worth in thousandths of a đồng of a station-minute of the visit that a variant cuts; 0 for none."""
        worths = self.standing.worths
        worth = np.zeros(len(self.openings.variants))
        for number, variant in enumerate(self.openings.variants):
            if variant.cut is not None:
                stay = self.openings.slots[variant.slot].work[variant.cut]
                worth[number] = min(worths.per_minute(stay.site, cell) for cell in stay.cases)
        return worth
