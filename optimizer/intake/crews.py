"""Teams to be formed from officers, and posts that they staff: the keys of each."""

from __future__ import annotations

from optimizer.domain.crews import Range
from optimizer.intake.fields import Id, Name, Several, SeveralOrNone, Tag, Tags, Whole, YesNo
from optimizer.intake.items import TeamTerms
from optimizer.intake.sections import Section, about
from optimizer.intake.times import Date, WindowText


class CrewForm(TeamTerms):
    """Teams of one kind, formed from officers."""

    teams: SeveralOrNone = about("schema.crew.teams", Range(1, 1))
    officers: Several = about("schema.crew.officers", Range(2, 2), unit="officers")
    stations: Several = about("schema.crew.stations", Range(1, 1))
    operator: Tag | None = about("schema.crew.operator", None)
    roles: dict[Tag, Whole] = about("schema.crew.roles", {}, unit="officers")
    leader: Whole | None = about("schema.crew.leader", None, ge=0, le=100)
    may_bring: Tags = about("schema.crew.may_bring", frozenset())
    units: Tags = about("schema.crew.units", frozenset())


class PostForm(Section):
    """A post that stays staffed; with stations, a fixed collection point."""

    id: Id = about("schema.post.id")
    name: Name | None = about("schema.post.name", None)
    officers: Whole = about("schema.post.officers", 1, unit="officers", ge=1, le=100)
    roles: dict[Tag, Whole] = about("schema.post.roles", {}, unit="officers")
    units: Tags = about("schema.post.units", frozenset())
    hours: WindowText = about("schema.post.hours", "00:00-24:00", validate_default=True)
    days_off: tuple[Date, ...] = about("schema.post.days_off", ())
    works_holidays: YesNo = about("schema.post.works_holidays", default=True)
    stations: Whole = about("schema.post.stations", 0, ge=0, le=100)
    base: Id | None = about("schema.post.base", None)
