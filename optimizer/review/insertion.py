"""Tries to serve what a plan leaves: straight insertions, and the displacements that lose least.

A straight insertion gives nothing up and keeps the nights: all of them are reckoned, at home and
wherever people come to, so that "there is none that pays" is a fact.  Displacements are many; the
cheapest of those tried is *the cheapest found*, no more.  The checker has found nothing against
anything returned here, and every promise of the plan is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.change import Change, replaced, tried
from optimizer.review.offers import Offers
from optimizer.review.served import Cell
from optimizer.review.squeeze import Squeeze
from optimizer.review.standing import Slot, Standing
from optimizer.review.stays import DayWork, with_cases
from optimizer.review.timing import timed_route
from optimizer.review.trials import Trials
from optimizer.review.wanted import wanted_of

_TRIED = 3
"""Displacements of a kind that are tried in full, the most promising first."""


@dataclass(frozen=True, slots=True)
class _ChangedDay:
    """Other work for a slot, and what it is reckoned to change in the objective."""

    slot: Slot
    work: DayWork
    delta_mdong: int


class Insertions:
    """Looks for room in one plan, for one service at one site at a time.

    Parameters
    ----------
    hurry
        Called before everything that takes long; what it raises ends the work.
    """

    def __init__(self, standing: Standing, hurry: Callable[[], None] = lambda: None) -> None:
        self.standing = standing
        self.trials = Trials(standing, hurry)
        self._hurry = hurry

    def straight(self, home: Site, service: Service, team: Team | None = None) -> Change | None:
        """The straight insertion that is best for the objective, or None if there is none.

        Of equals, a longer visit comes before one more visit.

        Parameters
        ----------
        team
            Only this team's routes, if given.
        """
        offers = [self.trials.intact(one) for one in self.trials.offers(home, service, team)]
        if not offers:
            return None
        delta_mdong = np.concatenate([one.delta_mdong for one in offers])
        is_longer = np.concatenate([self.trials.openings.is_longer[one.row] for one in offers])
        in_order = np.lexsort((-is_longer, -delta_mdong))
        days = (self._with_visit(*_at(offers, int(number))) for number in in_order)
        return self._first_valid((home.id, service.id), days)

    def displacing(self, home: Site, service: Service, team: Team | None = None) -> Change | None:
        """The best change found that drops or cuts visits on one date, or None if none makes room."""
        every = self.trials.offers(home, service, team)
        if not every:
            return None
        dropping = [self.trials.dropping(one) for one in every]
        cutting = [self.trials.cutting(one) for one in every]
        drops = np.concatenate([one.delta_mdong for one in dropping])
        cuts = np.concatenate([self.trials.promise_mdong(one) for one in cutting])
        promising_drops = np.argsort(-drops, kind="stable")[:_TRIED]
        promising_cuts = np.argsort(-cuts, kind="stable")
        days = [self._with_visit(*_at(dropping, int(number))) for number in promising_drops]
        squeezed = (self._squeezed(*_at(cutting, int(number))) for number in promising_cuts)
        days += islice((day for day in squeezed if day is not None), _TRIED)
        asked, in_order = (home.id, service.id), sorted(days, key=lambda day: -day.delta_mdong)
        if not self.trials.has_terms_of_the_plan:
            return self._first_valid(asked, in_order)
        # What a cut changes in them is known only once it is tried.
        return best_of(self._first_valid(asked, [day]) for day in in_order)

    def _with_visit(self, offers: Offers, number: int) -> _ChangedDay:
        """The day that one offer makes, nothing cut."""
        openings, row = self.trials.openings, int(offers.row[number])
        variant = openings.variants[int(openings.variant[row])]
        gained = {cell: int(count[number]) for cell, count in offers.cases.items() if count[number]}
        work = with_cases(
            variant.work,
            int(openings.position[row]),
            offers.rooms.site.id,
            gained,
            is_longer=bool(openings.is_longer[row]),
        )
        return _ChangedDay(openings.slots[variant.slot], work, int(offers.delta_mdong[number]))

    def _squeezed(self, offers: Offers, number: int) -> _ChangedDay | None:
        """The best day that one offer makes with a visit cut, or None if no cut makes room."""
        self._hurry()
        openings, row = self.trials.openings, int(offers.row[number])
        variant = openings.variants[int(openings.variant[row])]
        slot, site = openings.slots[variant.slot], offers.rooms.site
        if variant.cut is None:
            return None
        squeezed = Squeeze(
            standing=self.standing,
            slot=slot,
            cut=variant.cut,
            position=int(openings.position[row]),
            is_longer=bool(openings.is_longer[row]),
            site=site,
            asked=offers.asked,
            wanted=wanted_of(slot.team, site, self.standing.wanted.at(site)),
        ).best()
        if squeezed is None:
            return None
        worths = self.standing.worths
        more_mdong = worths.work_mdong(squeezed) - worths.work_mdong(slot.work)
        return _ChangedDay(slot, squeezed, int(offers.way_mdong[number]) + more_mdong)

    def _first_valid(self, asked: Cell, days: Iterable[_ChangedDay]) -> Change | None:
        """The change by the first of some days against which the checker finds nothing."""
        standing = self.standing
        for day in days:
            self._hurry()
            slot = day.slot
            route = timed_route(
                standing.scenario,
                standing.travel,
                slot.team,
                slot.day,
                ends=(slot.start, slot.end),
                work=day.work,
                vacancies=standing.vacancies,
            )
            if route is not None:
                change = tried(standing, asked, replaced(standing.by_team[slot.team.id], route))
                if change is not None:
                    return change
        return None


def best_of(changes: Iterable[Change | None]) -> Change | None:
    """The change that is best for the objective, the first if several are; None if there is none."""
    found = [one for one in changes if one is not None]
    return max(found, key=lambda one: one.delta_mdong, default=None)


def _at(offers: Sequence[Offers], number: int) -> tuple[Offers, int]:
    """Which of several offers a number is of that counts through all of them, and its position there."""
    for one in offers:
        if number < len(one.row):
            return one, number
        number -= len(one.row)
    raise IndexError(number)
