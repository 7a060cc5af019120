"""What is still outstanding after work was done: counts to list anew, and work that still has to be followed.

Work on a service takes what is due on its date, the oldest first, and only then what is due later.
What is left and due by the new start becomes a plain count; what falls due after it stays a
follow-up of the work from which it comes, so that nobody is sent before it can be served.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from optimizer.domain.scenario import Scenario, Service, Site, WorkDone

Cell = tuple[str, str]
"""Ids of a site and a service."""


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What a scenario that begins later starts from.

    Parameters
    ----------
    cases
        Cases to list, by site and service; cells without any are absent.
    work_done
        Work to record, because follow-ups of it fall due from the new start on.
    beyond
        Cases served beyond those that were outstanding, by site and service.
    """

    cases: Mapping[Cell, int]
    work_done: tuple[WorkDone, ...]
    beyond: Mapping[Cell, int]

    def of_site(self, site: str) -> dict[str, int]:
        """Cases to list at one site, by service."""
        return {service: cases for (at, service), cases in self.cases.items() if at == site}


@dataclass(slots=True)
class _Batch:
    """Cases outstanding from a date; `work` is the first step that they follow, None if they are listed."""

    due: date
    work: WorkDone | None
    cases: int

    def give(self, wanted: int) -> int:
        """Take up to `wanted` cases away; how many."""
        given = min(wanted, self.cases)
        self.cases -= given
        return given


def after_work(scenario: Scenario, done: Sequence[WorkDone], start: date) -> Outstanding:
    """What is outstanding on `start`, after a scenario's dates were worked on.

    Parameters
    ----------
    done
        What was served on the scenario's own dates, all of it before `start`.

    Returns
    -------
    What to list and to record, such that `Scenario.due` of the scenario that begins at `start` is
    exactly what is left.
    """
    at_sites: dict[str, list[WorkDone]] = {}
    for one in sorted(done, key=lambda one: one.date):
        at_sites.setdefault(one.site, []).append(one)
    cases: dict[Cell, int] = {}
    beyond: dict[Cell, int] = {}
    recorded: list[WorkDone] = []
    for site in scenario.sites.values():
        kept: Counter[tuple[date, str]] = Counter()
        for service in _last_steps_first(scenario):
            batches = _batches(scenario, site, service, at_sites.get(site.id, ()))
            over = _serve(batches, (one for one in at_sites.get(site.id, ()) if one.service == service.id))
            if over:
                beyond[site.id, service.id] = over
            listed = sum(one.cases for one in batches if one.due <= start)
            if listed:
                cases[site.id, service.id] = listed
            _keep(kept, scenario, service, [one for one in batches if one.cases and one.due > start])
        recorded += [
            WorkDone(day, site.id, service, count) for (day, service), count in kept.items() if count
        ]
    order = {service: rank for rank, service in enumerate(scenario.services)}
    ranks = {site: rank for rank, site in enumerate(scenario.sites)}
    recorded.sort(key=lambda one: (one.date, ranks[one.site], order[one.service]))
    return Outstanding(cases, tuple(recorded), beyond)


def _last_steps_first(scenario: Scenario) -> list[Service]:
    """The services, each after the one that follows it."""

    def steps_to_come(service: Service) -> int:
        return 0 if service.then is None else 1 + steps_to_come(scenario.services[service.then.service])

    return sorted(scenario.services.values(), key=steps_to_come)


def _batches(scenario: Scenario, site: Site, service: Service, done: Iterable[WorkDone]) -> list[_Batch]:
    """What is outstanding of a cell, before what was done on the scenario's dates, as it falls due."""
    listed = _Batch(scenario.horizon.start, None, site.cases.get(service.id, 0))
    before = [one for one in scenario.work_done if one.site == site.id]
    known = list(_following(scenario, service, sorted(before, key=lambda one: one.date)))
    # As `Scenario.due` has it: follow-ups done before the scenario settle the oldest first steps.
    _serve_any(known, sum(one.cases for one in before if one.service == service.id))
    return sorted([listed, *known, *_following(scenario, service, done)], key=lambda one: one.due)


def _following(scenario: Scenario, service: Service, done: Iterable[WorkDone]) -> Iterator[_Batch]:
    for one in done:
        then = scenario.services[one.service].then
        if then is not None and then.service == service.id:
            yield _Batch(one.date + timedelta(days=then.after_days), one, one.cases)


def _serve(batches: Sequence[_Batch], done: Iterable[WorkDone]) -> int:
    """Take what was served from the batches; how many cases more were served than there are."""
    beyond = 0
    for one in done:
        due = [batch for batch in batches if batch.due <= one.date]
        beyond += _serve_any([*due, *(batch for batch in batches if batch.due > one.date)], one.cases)
    return beyond


def _serve_any(batches: Iterable[_Batch], cases: int) -> int:
    for batch in batches:
        cases -= batch.give(cases)
    return cases


def _keep(
    kept: Counter[tuple[date, str]], scenario: Scenario, service: Service, pending: Sequence[_Batch]
) -> None:
    """Record the first steps of what falls due later.

    Where work on `service` itself has to be recorded, for what follows it in turn, it would count
    as having settled such first steps.  Those that it did settle are recorded before them.
    """
    works = [(one.work, one.cases) for one in pending if one.work is not None]
    own = {day: count for (day, kept_service), count in kept.items() if kept_service == service.id}
    if own and works:
        first = works[0][0]
        then = scenario.services[first.service].then
        assert then is not None  # noqa: S101 - its batches come of it
        earliest = min(work.date for work, _ in works)
        settled = min(min(own) - timedelta(days=then.after_days), earliest - timedelta(days=1))
        kept[settled, first.service] += sum(own.values())
    for work, cases in works:
        kept[work.date, work.service] += cases
