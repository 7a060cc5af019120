"""Whether officers, crews, posts and kits make sense: what is asked for is there, and counted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from optimizer.domain.calendar import Horizon
from optimizer.domain.crews import STATIONS, Crewing, CrewKind, Officer, Post
from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.crews import CrewForm, PostForm
from optimizer.intake.format import ScenarioForm
from optimizer.intake.nearest import Hint
from optimizer.intake.officers import OfficerForm
from optimizer.intake.phrases import SILENCE, Phrase
from optimizer.intake.references import Rows, WherePhrase
from optimizer.intake.validate import FormRead

_OF_OFFICERS = ("crews", "posts", "duties", "history", "kits", "together", "apart")
"""Sections that are about officers."""

_KEPT_IN_LISTS = timedelta(days=92)
"""Dates off that are over by no more than this are no slip: lists of officers are kept from week to week."""


def check_crewing(read: FormRead, rows: Rows, horizon: Horizon, findings: Findings) -> None:
    """Tell of what contradicts itself in officers, crews, posts and kits."""
    form = read.form
    _sections(read, rows, findings)
    if form.officers is None:
        return
    _once_each(rows, findings)
    for crew in form.crews:
        _crew(crew, findings)
    for post in form.posts:
        _post(post, findings)
    _dates(form, rows, horizon, findings)
    _wishes(form, findings)
    known = {one.id for one in rows.officers}
    for past in rows.history:
        if past.officer not in known:
            findings.add("W334", past.where("officer"), id=past.officer)


def _sections(read: FormRead, rows: Rows, findings: Findings) -> None:
    """Tell of sections that are not there though others need them, and of teams given as well."""
    form = read.form
    if form.officers is None:
        useless = [key for key in _OF_OFFICERS if getattr(form, key)]
        if useless and not read.spoilt("officers"):
            findings.add("E111", form.where(useless[0]), key="officers")
        return
    if form.teams is not None:
        findings.add("E331", form.where("teams"))
    if not form.crews and not form.posts and not read.spoilt("crews") and not read.spoilt("posts"):
        findings.add("E111", form.where("crews"), key="crews")
    if not rows.officers and isinstance(form.officers, tuple) and not read.spoilt("officers"):
        findings.add("E131", form.where("officers"), key="officers")


def _dates(form: ScenarioForm, rows: Rows, horizon: Horizon, findings: Findings) -> None:
    off = [(day, post.where("days_off")) for post in form.posts for day in post.days_off]
    over = horizon.start - _KEPT_IN_LISTS
    off += [
        (day, officer.where("days_off"))
        for officer in rows.officers
        for day in officer.days_off
        if not over <= day < horizon.start
    ]
    for day, where in off:
        if day not in horizon:
            findings.add("W307", where, date=day.isoformat())


def _once_each(rows: Rows, findings: Findings) -> None:
    """Tell of an officer in two units, or twice in one, and of kits counted twice."""
    officers: dict[str, OfficerForm] = {}
    for officer in rows.officers:
        first = officers.setdefault(officer.id, officer)
        if first is officer:
            continue
        before = WherePhrase(first.where("id"))
        if first.unit != officer.unit:
            units = {"one": first.unit or "–", "other": officer.unit or "–"}
            findings.add("E333", officer.where("unit"), id=officer.id, first=before, **units)
        else:
            findings.add("E302", officer.where("id"), id=officer.id, first=before)
    kits: dict[str, Where] = {}
    for kit in rows.kits:
        if kit.id in kits:
            findings.add("E336", kit.where("id"), id=kit.id, first=WherePhrase(kits[kit.id]))
        kits.setdefault(kit.id, kit.where("id"))


def _crew(crew: CrewForm, findings: Findings) -> None:
    both = sorted(crew.brings & crew.may_bring)
    if both:
        findings.add("E340", crew.where("may_bring"), id=crew.id, things=", ".join(both))
    if crew.stations.least > crew.officers.most:
        values = {"id": crew.id, "stations": crew.stations.least, "officers": crew.officers.most}
        findings.add("E342", crew.where("stations"), **values)
    for skill, number in crew.roles.items():
        if number > crew.officers.most:
            values = {"id": crew.id, "skill": skill, "number": number, "officers": crew.officers.most}
            findings.add("E344", crew.where("roles", skill), **values)


def _post(post: PostForm, findings: Findings) -> None:
    if post.stations and post.base is None:
        findings.add("E111", post.where("base"), key="base")
    if post.stations > post.officers:
        values = {"id": post.id, "stations": post.stations, "officers": post.officers}
        findings.add("E342", post.where("stations"), **values)
    for skill, number in post.roles.items():
        if number > post.officers:
            values = {"id": post.id, "skill": skill, "number": number, "officers": post.officers}
            findings.add("E344", post.where("roles", skill), **values)


def _wishes(form: ScenarioForm, findings: Findings) -> None:
    together = {frozenset(pair) for wish in form.together for pair in combinations(sorted(set(wish)), 2)}
    for at, wish in enumerate(form.apart):
        for pair in combinations(sorted(set(wish)), 2):
            if frozenset(pair) in together:
                findings.add("W331", form.where("apart", at), one=pair[0], other=pair[1])
    for key in ("together", "apart"):
        for at, wish in enumerate(getattr(form, key)):
            if len(set(wish)) < 2:
                findings.add("W332", form.where(key, at), key=key)


def check_enough(crewing: Crewing, form: ScenarioForm, findings: Findings) -> None:
    """Tell of more asked for than there is: skills, levels, kits, officers, at posts on a date and in all."""
    posts = {post.id: post for post in form.posts}
    crews = {crew.id: crew for crew in form.crews}
    for kind in crewing.kinds.values():
        _skills_of_crew(crewing, kind, crews[kind.id], findings)
    told = [_officers_of_post(crewing, post, posts[post.id], findings) for post in crewing.posts.values()]
    if not any(told):
        _officers_of_date(crewing, form, findings)
    _kits(crewing, form, findings)
    least = sum(kind.teams.least * kind.officers.least for kind in crewing.kinds.values())
    if least > len(crewing.officers):
        values = {"need": least, "have": len(crewing.officers)}
        findings.add("E338", form.where("crews"), **values)
    useful = [kind.units for kind in crewing.kinds.values()] + [post.units for post in crewing.posts.values()]
    for officer in crewing.officers.values():
        if useful and not any(not units or officer.unit in units for units in useful):
            findings.add("W333", form.where("officers"), id=officer.id, unit=officer.unit or "–")


def _skills_of_crew(crewing: Crewing, kind: CrewKind, form: CrewForm, findings: Findings) -> None:
    members = eligible(crewing, kind.units)
    if not members:
        return  # told as a unit that nobody is in
    asked = [
        # A skill that the crew does not ask for itself is that of who drives its vehicle.
        (number, skill, form.where("roles", skill) if skill in form.roles else form.where("vehicle"))
        for skill, number in kind.roles.items()
    ]
    if kind.operator is not None:
        asked.append((kind.stations.least, kind.operator, form.where("operator")))
    for number, skill, where in asked:
        need = number * kind.teams.least
        have = sum(skill in one.skills for one in members)
        if not have:
            hint = Hint(skill, _skills(members))
            findings.add("E334", where, id=kind.id, skill=skill, hint=hint)
        elif have < need:
            findings.add("E337", where, id=kind.id, skill=skill, need=need, have=have)
    if kind.leader is not None:
        have = sum(one.level >= kind.leader for one in members)
        if have < kind.teams.least:
            values = {"id": kind.id, "level": kind.leader, "need": kind.teams.least, "have": have}
            findings.add("E346", form.where("leader"), **values)


def _skills(members: Sequence[Officer]) -> list[str]:
    return sorted(frozenset().union(*(one.skills for one in members)))


def _officers_of_post(crewing: Crewing, post: Post, form: PostForm, findings: Findings) -> bool:
    """Tell of skills that nobody has, and of the first dates on which a post asks for more than there are."""
    members = eligible(crewing, post.units)
    if not members:
        return True
    told = False
    for skill, number in (("", post.officers), *post.roles.items()):
        able = [one for one in members if not skill or skill in one.skills]
        where = form.where("roles", skill) if skill else form.where("officers")
        if not able:
            told = True
            hint = Hint(skill, _skills(members))
            findings.add("E334", where, id=post.id, skill=skill, hint=hint)
            continue
        for day in sorted(post.dates):
            have = sum(crewing.is_free(one, post.hours, day) for one in able)
            if have < number:
                told = True
                of_skill = Phrase("hint.able", {"skill": skill}) if skill else SILENCE
                values = {"id": post.id, "date": day, "need": number, "have": have, "able": of_skill}
                findings.add("E335", where, **values)
                break
    return told


def _officers_of_date(crewing: Crewing, form: ScenarioForm, findings: Findings) -> None:
    """Tell of the first date on which the posts together ask for more officers than are free."""
    posts = list(crewing.posts.values())
    for day in sorted(frozenset[date]().union(*(post.dates for post in posts))):
        open_now = [post for post in posts if day in post.dates]
        need = sum(post.officers for post in open_now)
        have = sum(
            any(_may_staff(crewing, one, post, day) for post in open_now) for one in crewing.officers.values()
        )
        if have < need:
            findings.add("E339", form.where("posts"), date=day, need=need, have=have)
            return


def _may_staff(crewing: Crewing, officer: Officer, post: Post, day: date) -> bool:
    return (not post.units or officer.unit in post.units) and crewing.is_free(officer, post.hours, day)


def _kits(crewing: Crewing, form: ScenarioForm, findings: Findings) -> None:
    need: dict[str, int] = {}
    for kind, number in _least_kits(crewing):
        need[kind] = need.get(kind, 0) + number
    for kind, have in crewing.kits.items():
        if need.get(kind, 0) > have:
            findings.add("E341", form.where("kits"), kind=kind, need=need[kind], have=have)


def _least_kits(crewing: Crewing) -> Iterator[tuple[str, int]]:
    for kind in crewing.kinds.values():
        yield STATIONS, kind.teams.least * kind.stations.least
        yield kind.vehicle, kind.teams.least
        for thing in kind.brings:
            yield thing, kind.teams.least
    for post in crewing.posts.values():
        yield STATIONS, post.stations


def eligible(crewing: Crewing, units: Iterable[str]) -> list[Officer]:
    """Officers of some units; all where none is named."""
    chosen = frozenset(units)
    return [one for one in crewing.officers.values() if not chosen or one.unit in chosen]
