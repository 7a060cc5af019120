"""Whether a scenario makes sense: dates in order, numbers in bounds, someone for every case."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from urllib.parse import urlsplit

from optimizer.domain.calendar import Horizon, Window
from optimizer.domain.roads import ServerKind
from optimizer.domain.scenario import Scenario
from optimizer.intake.collect import Findings
from optimizer.intake.fitness import may_serve, may_work
from optimizer.intake.follow_ups import chain_of, steps_before
from optimizer.intake.format import MOST_DAYS, ScenarioForm, TravelForm
from optimizer.intake.items import BreakForm, SiteForm, TeamTerms
from optimizer.intake.nearest import Hint
from optimizer.intake.promise_tables import PIN_COLUMNS
from optimizer.intake.references import Rows
from optimizer.intake.teams import team_dates
from optimizer.intake.times import window_text
from optimizer.intake.validate import FormRead

_MOST_DONG = 4e15
"""Sums of thousandths of a đồng must fit in 64 bits."""

_CLOSED = ("from_", "to", "site", "way", "road", "lat", "lon")
_ONE_OF = ({"from_", "to"}, {"site"}, {"way"}, {"road"}, {"lat", "lon"})
"""The ways of saying what is closed."""


def check_horizon(form: ScenarioForm, findings: Findings) -> Horizon:
    """The horizon, of at least one and at most 62 dates."""
    days = form.horizon.days
    if not 1 <= days <= MOST_DAYS:
        findings.add("E305", form.horizon.where("days"), days=days, most=MOST_DAYS)
        days = min(max(days, 1), MOST_DAYS)
    return Horizon(form.horizon.start, days, frozenset(form.horizon.holidays))


def is_known(horizon: Horizon, read: FormRead) -> bool:
    """Whether the horizon is the one that was written, so that dates may be held against it."""
    return not read.spoilt("horizon") and horizon.days == read.form.horizon.days


def check_sites(form: ScenarioForm, sites: Sequence[SiteForm], horizon: Horizon, findings: Findings) -> None:
    """Tell of dates in the wrong order and of counts that are none."""
    known_lacks = frozenset().union(*(service.needs for service in form.services.values()))
    for site in sites:
        if site.release and site.deadline and site.release > site.deadline:
            values = {"release": site.release.isoformat(), "deadline": site.deadline.isoformat()}
            findings.add("E306", site.where("release"), **values)
        elif site.deadline and site.deadline < horizon.start:
            findings.add("W303", site.where("deadline"), id=site.id, date=site.deadline.isoformat())
        elif site.release and site.release > horizon.end:
            findings.add("W303", site.where("release"), id=site.id, date=site.release.isoformat())
        for condition in sorted(site.lacks - known_lacks):
            findings.add(
                "W306", site.where("lacks"), tag=condition, hint=Hint(condition, sorted(known_lacks))
            )


def check_worth(form: ScenarioForm, rows: Rows, findings: Findings) -> None:
    """Tell of cases that are worth more in all than can be computed with, those that follow included."""
    worth = {
        one: sum(form.services[step].value for step in chain_of(one, form.services)) for one in form.services
    }
    priorities = {site.id: site.priority for site in rows.sites}
    listed = ((site.id, service, count) for site in rows.sites for service, count in site.cases.items())
    recorded = ((done.site, done.service, done.cases) for done in rows.record)
    total = sum(
        count * worth.get(service, 0) * priorities.get(site, 0)
        for site, service, count in chain(listed, recorded)
    )
    if total > _MOST_DONG:
        findings.add("E310", form.where("sites"))


def check_people(form: ScenarioForm, findings: Findings) -> None:
    """Tell of shuttles that contradict themselves, and of gathering for what cannot be planned."""
    pairs: set[tuple[str, str]] = set()
    for shuttle in form.shuttles:
        pair = shuttle.from_, shuttle.to
        if pair[0] == pair[1]:
            findings.add("E311", shuttle.where("to"), id=shuttle.to)
        elif pair in pairs:
            findings.add("E318", shuttle.where("to"), origin=pair[0], destination=pair[1])
        pairs.add(pair)
    gather = form.gather
    for service in () if gather is None else gather.services:
        if gather is not None and service in form.services and not form.services[service].plannable:
            findings.add("W310", gather.where("services"), id=service)


def check_ways(read: FormRead, findings: Findings) -> None:
    """Tell of closures and links that contradict themselves."""
    form = read.form
    for closure in form.closures:
        if closure.end < closure.start:
            findings.add("E307", closure.where("end"))
        given = {key for key in _CLOSED if getattr(closure, key) not in {None, ""}}
        if given not in _ONE_OF:
            findings.add("E308", closure.where())
        elif given == {"from_", "to"} and closure.from_ == closure.to:
            findings.add("E311", closure.where("to"), id=str(closure.to))
        elif closure.is_on_roads and (form.travel is None or form.travel.source != "roads"):
            findings.add("E319", closure.where())
    for link in form.links:
        if link.from_ == link.to:
            findings.add("E311", link.where("to"), id=link.to)
    _check_travel(read, findings)


def _check_travel(read: FormRead, findings: Findings) -> None:
    travel = read.form.travel
    if travel is None:
        return
    from_file = travel.source in ("matrix", "roads")
    if from_file and travel.file is None and not read.spoilt("travel"):
        findings.add("E111", travel.where("file"), key="file")
    if travel.source in tuple(ServerKind):
        _check_url(travel, read, findings)
    elif travel.source == "estimate" and (travel.file or travel.url):
        findings.add("W308", travel.where("file"))
    if travel.speeds and travel.source != "roads":
        findings.add("W404", travel.where("speeds"))


def _check_url(travel: TravelForm, read: FormRead, findings: Findings) -> None:
    if travel.url is None:
        on_tiles = travel.source == "valhalla" and travel.file is not None
        if not on_tiles and not read.spoilt("travel"):
            findings.add("E111", travel.where("url"), key="url")
        return
    try:
        address = urlsplit(travel.url)
        is_address = address.scheme in ("http", "https") and bool(address.hostname)
    except ValueError:
        is_address = False
    if not is_address:
        findings.add("E409", travel.where("url"), text=travel.url)


def check_services(read: FormRead, findings: Findings) -> None:
    """Tell of services that lack minutes or are named like a column."""
    form = read.form
    for service_id, service in form.services.items():
        told = read.spoilt("services", service_id, "minutes")
        if service.plannable and service.minutes is None and not told:
            findings.add("E111", service.where("minutes"), key="minutes")
        if service_id in SiteForm.model_fields or (service_id in PIN_COLUMNS and isinstance(form.pins, str)):
            findings.add("E304", service.where(), id=service_id)


def check_filled(read: FormRead, findings: Findings) -> None:
    """Tell of sections that are there and empty, and of teams that are not there."""
    form = read.form
    if form.teams is None and form.officers is None and not (read.spoilt("teams") or read.spoilt("officers")):
        findings.add("E111", form.where("teams"), key="teams")
    for section in ("services", "bases", "teams"):
        given = getattr(form, section)
        if given is not None and not given and not read.spoilt(section):
            findings.add("E131", form.where(section), key=section)


def check_teams(form: ScenarioForm, horizon: Horizon, findings: Findings) -> None:
    """Tell of teams that cannot work on any date, and of breaks that cannot be taken."""
    teams: Sequence[TeamTerms] = form.teams or form.crews
    for team in teams:
        if team.break_ is not None and not _has_time(team.break_, team.shift):
            pause = team.break_
            between, shift = window_text(pause.between), window_text(team.shift)
            findings.add("E313", team.where("break"), minutes=pause.minutes, between=between, shift=shift)
        for day in team.days_off:
            if day not in horizon:
                findings.add("W307", team.where("days_off"), date=day.isoformat())
    idle = [team for team in teams if not team_dates(team, horizon)]
    if teams and len(idle) == len(teams):
        findings.add("E309", form.where("teams" if form.teams else "crews"))
        return
    for team in idle:
        findings.add("W304", team.where("id"), id=team.id)


def _has_time(pause: BreakForm, shift: Window) -> bool:
    """Whether the break may begin at some minute of its window and lie inside the shift."""
    first_min = max(pause.between.start_min, shift.start_min)
    return first_min <= min(pause.between.end_min, shift.end_min - pause.minutes)


def check_possible(scenario: Scenario, form: ScenarioForm, rows: Rows, findings: Findings) -> None:
    """Tell of what nobody can do: a service, a site that no team may enter or that never opens."""
    teams = [team for team in scenario.teams.values() if team.dates]
    before = steps_before(form.services)
    recorded = {(done.site, done.service) for done in scenario.work_done}
    for service_id, service in scenario.services.items():
        with_cases = [
            site
            for site in scenario.sites.values()
            if any(step in site.cases for step in before[service_id])
            or any((site.id, step) in recorded for step in before[service_id] - {service_id})
        ]
        alike = {(site.requires, site.vehicles, site.lacks): site for site in with_cases}
        possible = any(may_serve(team, site, service) for site in alike.values() for team in teams)
        if service.plannable and with_cases and not possible:
            findings.add("W301", form.services[service_id].where(), id=service_id)
    of_record = {site for site, _ in recorded}
    hosts = set(scenario.sites) if scenario.gathering else {one.destination for one in scenario.shuttles}
    for site_form in rows.sites:
        site = scenario.sites[site_form.id]
        dates = scenario.open_dates(site)
        if not site.cases and site.id not in of_record | hosts:
            findings.add("W309", site_form.where("id"), id=site.id)
        elif dates and not any(scenario.windows(site, day) for day in dates):
            findings.add("W305", site_form.where("hours"), id=site.id)
        elif not any(may_work(team, site) for team in teams):
            findings.add("W302", site_form.where("id"), id=site.id)
