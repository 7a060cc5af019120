"""Whether the rules let pins be kept: told beforehand, for a pin that cannot be is a conflict of the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from optimizer.domain.calendar import Window
from optimizer.domain.clock import format_clock
from optimizer.domain.scenario import Pin, Scenario
from optimizer.intake.collect import Findings
from optimizer.intake.fitness import may_serve, may_work
from optimizer.intake.follow_ups import most_cases
from optimizer.intake.phrases import SILENCE, Phrase
from optimizer.intake.promises import PinForm
from optimizer.intake.times import window_text

Pinned = tuple[Pin, PinForm]
Most = Mapping[tuple[str, str], int]
"""Cases that any plan could serve, by site and service."""


def check_pins(scenario: Scenario, forms: Sequence[PinForm], findings: Findings) -> None:
    """Warn of pins that break a rule, each by itself and all together.

    Parameters
    ----------
    forms
        Those of the scenario's pins, in the same order.
    """
    pinned = list(zip(scenario.pins, forms, strict=True))
    cells = {(pin.site, service) for pin in scenario.pins for service in pin.cases}
    most = {(site, service): _most(scenario, site, service) for site, service in cells}
    for pin, form in pinned:
        _check_day(scenario, pin, form, findings)
        _check_time(scenario, pin, form, findings)
        _check_work(scenario, most, pin, form, findings)
    _check_sums(most, pinned, findings)
    _check_overlaps(scenario, pinned, findings)


def _most(scenario: Scenario, site_id: str, service_id: str) -> int:
    """Cases of a service at a site that any plan could serve."""
    if not scenario.services[service_id].plannable:
        return 0
    return most_cases(scenario, scenario.sites[site_id], service_id)


def _check_day(scenario: Scenario, pin: Pin, form: PinForm, findings: Findings) -> None:
    team, site = scenario.teams[pin.team], scenario.sites[pin.site]
    if pin.date not in team.dates:
        findings.add("W311", form.where("date"), team=team.id, date=pin.date)
    if (site.release and pin.date < site.release) or (site.deadline and pin.date > site.deadline):
        findings.add("W312", form.where("date"), site=site.id, date=pin.date)
    is_shut = any(one.places == (site.id,) and one.start <= pin.date <= one.end for one in scenario.closures)
    if is_shut or not scenario.windows(site, pin.date):
        findings.add("W313", form.where("date"), site=site.id, date=pin.date)


def _check_time(scenario: Scenario, pin: Pin, form: PinForm, findings: Findings) -> None:
    """Warn where set-up and the pinned cases fit into no window of the site within the shift."""
    team, site = scenario.teams[pin.team], scenario.sites[pin.site]
    length = _minutes(scenario, pin)
    windows = scenario.windows(site, pin.date)
    usable = [
        Window(max(window.start_min, team.shift.start_min), min(window.end_min, team.shift.end_min))
        for window in windows
    ]
    if pin.start_min is None:
        fits = any(one.start_min + length <= one.end_min for one in usable)
    else:
        fits = any(one.start_min <= pin.start_min <= one.end_min - length for one in usable)
    if windows and not fits:
        at = SILENCE if pin.start_min is None else Phrase("pin.at", {"time": format_clock(pin.start_min)})
        said, shift = ", ".join(map(window_text, windows)), window_text(team.shift)
        findings.add("W314", form.where("start"), at=at, minutes=length, windows=said, shift=shift)


def _minutes(scenario: Scenario, pin: Pin) -> int:
    """Length of the shortest visit that keeps a pin."""
    minutes = sum(count * (scenario.services[one].minutes or 0) for one, count in pin.cases.items())
    stations = scenario.teams[pin.team].stations
    return scenario.sites[pin.site].setup_minutes + -(-minutes // stations)


def _check_work(scenario: Scenario, most: Most, pin: Pin, form: PinForm, findings: Findings) -> None:
    team, site = scenario.teams[pin.team], scenario.sites[pin.site]
    if not may_work(team, site):
        findings.add("W315", form.where("team"), team=team.id, site=site.id)
    for service_id in pin.cases:
        service = scenario.services[service_id]
        if not most[site.id, service_id]:
            findings.add("W316", form.where("cases", service_id), site=site.id, service=service_id)
        elif may_work(team, site) and not may_serve(team, site, service):
            values = {"team": team.id, "site": site.id, "service": service_id}
            findings.add("W324", form.where("cases", service_id), **values)


def _check_sums(most: Most, pinned: Sequence[Pinned], findings: Findings) -> None:
    pinned_cases: dict[tuple[str, str], int] = defaultdict(int)
    last: dict[tuple[str, str], PinForm] = {}
    for pin, form in pinned:
        for service, count in pin.cases.items():
            pinned_cases[pin.site, service] += count
            last[pin.site, service] = form
    for (site, service), count in pinned_cases.items():
        if 0 < most[site, service] < count:
            values = {"site": site, "service": service, "pinned": count, "most": most[site, service]}
            findings.add("W317", last[site, service].where("cases", service), **values)


def _check_overlaps(scenario: Scenario, pinned: Sequence[Pinned], findings: Findings) -> None:
    """Warn where a team has to be in two places, or begin twice, at one time."""
    days: Mapping[tuple[str, object], list[tuple[int, int, str, PinForm]]] = defaultdict(list)
    for pin, form in pinned:
        if pin.start_min is not None:
            finish = pin.start_min + _minutes(scenario, pin)
            days[pin.team, pin.date].append((pin.start_min, finish, pin.site, form))
    for (team, day), visits in days.items():
        in_order = sorted(visits, key=lambda visit: visit[:3])
        last = in_order[0]
        for visit in in_order[1:]:
            is_same = (last[0], last[2]) == (visit[0], visit[2])
            if visit[0] < last[1] and not is_same:
                values = {"team": team, "date": day, "one": last[2], "other": visit[2]}
                findings.add("W318", visit[3].where("start"), start=format_clock(visit[0]), **values)
            last = max(last, visit, key=lambda one: one[1])
