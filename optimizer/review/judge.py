"""Why a plan leaves cases: every reason is tried before it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from optimizer.domain.plan import Reason
from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.change import Change
from optimizer.review.impossible import Impossibility, impossibility
from optimizer.review.insertion import Insertions, best_of
from optimizer.review.new_weeks import NewWeeks
from optimizer.review.prospects import Elsewhere, Prospects
from optimizer.review.standing import Standing

_TOURS = 2
"""Teams whose week is planned anew for one site, the nearest first; and as many for its neighbours."""


@dataclass(frozen=True, slots=True)
class FollowUpDue:
    """When the cases that are left became outstanding, as the second step of others.

    Parameters
    ----------
    firsts
        The services that come first.
    since
        The first date on which one of the cases that are left is outstanding.
    in_time
        The last date before it from which on a team could still serve them; None if there is none.
    """

    firsts: tuple[Service, ...]
    since: date
    in_time: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why cases of a service at a site are left.

    Parameters
    ----------
    change
        The valid change that shows it: one that pays if the reason is `not_found`, the cheapest found if
        it is `crowded_out`; None where no change of those tried serves one case more.
    impossibility
        What stands against every team if the reason is `impossible`.
    elsewhere
        How many cases may be served away from home, where no team can come to the site itself.
    follow_up
        When the cases became outstanding, if that is why no team can serve them now, or ever.
    broken_team
        A team that could come if its routes, which break a rule, were planned anew.
    frozen_until
        The last frozen date, if only dates up to it would do.
    """

    site: Site
    service: Service
    cases: int
    reason: Reason
    change: Change | None = None
    impossibility: Impossibility | None = None
    elsewhere: Elsewhere | None = None
    follow_up: FollowUpDue | None = None
    broken_team: Team | None = None
    frozen_until: date | None = None


class Judge:
    """Judges what one plan leaves.

    Parameters
    ----------
    is_late
        Whether time is short: fewer displacements are then tried, and no reason is given on less.
    hurry
        Called again and again while changes are looked for; what it raises ends that at once, and the
        judge may be asked again.
    """

    def __init__(
        self, standing: Standing, is_late: Callable[[], bool], hurry: Callable[[], None] = lambda: None
    ) -> None:
        self.standing = standing
        self.insertions = Insertions(standing, hurry)
        self.weeks = NewWeeks(standing)
        self.prospects = Prospects(standing, self.weeks)
        self._is_late = is_late
        self._hurry = hurry

    def verdicts(self, site: Site, service: Service) -> tuple[Verdict, ...]:
        """Why the plan leaves cases of `service` at `site`.

        Several verdicts share the cases where some fall due after the last date on which any team could
        serve them, or where no team can come to the site itself and not all of its people to others.
        """
        cases = self.standing.left[site.id, service.id]
        if not service.plannable:
            return (Verdict(site, service, cases, Reason.NOT_PLANNABLE),)
        change = self.change(site, service)
        shown = change.gained[site.id, service.id] if change else 0
        too_late = self.prospects.due_too_late(site, service)
        in_time = max(shown, cases - sum(too_late.values()))
        found = []
        if in_time < cases:
            found.append(self._impossible(site, service, cases - in_time, since=min(too_late)))
        if in_time and self._is_possible_at_home(site, service, change):
            found.append(self._possible(site, service, in_time, change))
        elif in_time:
            elsewhere = self.prospects.elsewhere(site, service)
            possible = max(shown, min(in_time, elsewhere.remaining))
            if possible < in_time:
                since = self.prospects.since(site, service)
                impossible = self._impossible(site, service, in_time - possible, since=since)
                found.append(replace(impossible, elsewhere=elsewhere) if elsewhere.most else impossible)
            if possible:
                found.append(self._possible(site, service, possible, change))
        return tuple(found)

    def _is_possible_at_home(self, site: Site, service: Service, change: Change | None) -> bool:
        if change is not None and (change.host.id == site.id or not self.standing.hosts.is_used):
            return True
        return self.prospects.is_possible_at_home(site, service)

    def _impossible(self, site: Site, service: Service, cases: int, *, since: date) -> Verdict:
        asked = self.prospects.asked(site, since=since)
        later = since if asked.release == since != site.release else None
        return Verdict(
            site,
            service,
            cases,
            Reason.IMPOSSIBLE,
            impossibility=impossibility(self.weeks.idle, asked, service, since=later),
            follow_up=None if later is None else self._follow_up(service, later),
        )

    def _possible(self, site: Site, service: Service, cases: int, change: Change | None) -> Verdict:
        """The verdict on cases that some team could serve."""
        if change is not None:
            return _changed(site, service, cases, change)
        late = self._late_step(site, service)
        if late is not None:
            return Verdict(site, service, cases, Reason.CROWDED_OUT, follow_up=late)
        able = [team for team, _ in self._able(site, service)]
        broken = next((team for team in able if team.id in self.standing.broken), None)
        frozen_until = None if broken else self._frozen_until(site, service)
        return Verdict(
            site, service, cases, Reason.CROWDED_OUT, broken_team=broken, frozen_until=frozen_until
        )

    def _late_step(self, site: Site, service: Service) -> FollowUpDue | None:
        """When the cases became outstanding, if from then on no team could serve them."""
        since = self._left_since(site, service)
        if since is None:
            return None
        now = self.prospects.since_now(site, service)
        if now is not None and self.prospects.is_possible(site, service, since=now):
            return None
        first = self.prospects.since(site, service)
        days = (since - timedelta(days=back) for back in range(1, (since - first).days + 1))
        in_time = (day for day in days if self.prospects.is_possible(site, service, since=day))
        return self._follow_up(service, since, next(in_time, None))

    def _left_since(self, site: Site, service: Service) -> date | None:
        """The first date on which one of the cases left is outstanding; None if that is the first date.

        The oldest are served first; those that no plan could serve in time are not looked at.
        """
        served = self.standing.ledger.served((site.id, service.id))
        too_late = self.prospects.due_too_late(site, service)
        for day, cases in self.standing.ledger.due((site.id, service.id)).items():
            served -= cases - too_late.get(day, 0)
            if served < 0:
                return day if day > self.standing.scenario.horizon.start else None
        return None

    def _follow_up(self, service: Service, since: date, in_time: date | None = None) -> FollowUpDue:
        services = self.standing.scenario.services.values()
        firsts = tuple(one for one in services if one.then is not None and one.then.service == service.id)
        return FollowUpDue(firsts, since, in_time)

    def _frozen_until(self, site: Site, service: Service) -> date | None:
        """The last frozen date, if no team could serve a case after it and none may before."""
        held = self.standing.held
        if held.frozen_until is None or held.has_released:
            return None
        after = held.frozen_until + timedelta(days=1)
        is_possible = self.prospects.is_possible(site, service, since=after)
        return None if is_possible else held.frozen_until

    def _able(self, site: Site, service: Service) -> Iterator[tuple[Team, object]]:
        """Teams that could serve a case with nothing else to do, at home and then elsewhere."""
        since = self.prospects.since(site, service)
        for place in self.insertions.trials.places(site, service):
            host = None if place.id == site.id else place
            yield from self.prospects.trips(site, service, since=since, host=host)

    def change(self, site: Site, service: Service) -> Change | None:
        """A change that serves at least one case more: a straight one that pays, or the best found."""
        straight = self.insertions.straight(site, service)
        if straight is not None and (straight.delta_mdong > 0 or self._is_late()):
            return straight
        best = best_of((straight, self.insertions.displacing(site, service)))
        if best is None:
            return best_of(self._needed_tours(site, service))
        if best.delta_mdong > 0 or self._is_late():
            return best
        return best_of((best, *self._cheaper_tours(site, service, best)))

    def _needed_tours(self, site: Site, service: Service) -> Iterator[Change | None]:
        """The best weeks of the nearest teams that could come at all, to the site and to its neighbours."""
        home, *elsewhere = self.insertions.trials.places(site, service)
        yield from islice(self._tours(site, service, [home]), _TOURS)
        yield from islice(self._tours(site, service, elsewhere), _TOURS)

    def _tours(self, site: Site, service: Service, places: list[Site]) -> Iterator[Change | None]:
        since = self.prospects.since_now(site, service)
        for place in places:
            asked = self.standing.wanted.cell(site, place, service)
            if asked is None or since is None:
                continue
            host = None if place.id == site.id else place
            for team, trip in self.prospects.trips(site, service, since=since, host=host):
                self._hurry()
                if team.id not in self.standing.broken:
                    yield self.weeks.with_new_nights(place, asked, team, trip)

    def _cheaper_tours(self, site: Site, service: Service, best: Change) -> Iterator[Change | None]:
        """The best weeks of the nearest teams that may sleep away, where a night more could beat `best`."""
        asked = self.standing.wanted.cell(site, site, service)
        if asked is None:
            return
        night_dong = self.standing.scenario.objective.night_dong
        rested = (
            team
            for team in self.weeks.nearest(site, service)
            if team.max_nights
            and team.id not in self.standing.broken
            and team.officers * night_dong * 1000 < -best.delta_mdong
        )
        for team in islice(rested, _TOURS):
            self._hurry()
            yield self.weeks.with_new_nights(site, asked, team)


def _changed(site: Site, service: Service, cases: int, change: Change) -> Verdict:
    reason = Reason.NOT_FOUND if change.delta_mdong > 0 else Reason.CROWDED_OUT
    return Verdict(site, service, cases, reason, change=change)
