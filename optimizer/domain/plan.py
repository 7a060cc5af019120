"""A plan: which team goes where on which day, and what that is worth.

The models are the plan file: `Plan.model_json_schema()` is its JSON Schema.
Figures and reasons are filled in by the review, not by the engine.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveInt,
    SerializerFunctionWrapHandler,
    model_serializer,
)

from optimizer.domain.clock import ClockMinute

PLAN_FORMAT = "luudong-plan/1"
_OF_OFFICERS = ("crews", "roster", "unkept_wishes")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Visit(_Frozen):
    """One stop of a day route: `start` to `finish` is set-up and service, `arrive` may be earlier.

    `cases` are those of the site itself by service; those of people who come from other sites
    stand in `guests` (``from`` in the file), by their home site and service.
    """

    site: str
    arrive: ClockMinute
    start: ClockMinute
    finish: ClockMinute
    cases: dict[str, PositiveInt]
    guests: dict[str, dict[str, PositiveInt]] = Field(default={}, alias="from")

    @property
    def served(self) -> dict[str, dict[str, int]]:
        """Cases by home site and service: the site's own first, then those of its guests."""
        return ({self.site: self.cases} if self.cases else {}) | self.guests

    @property
    def cases_by_service(self) -> dict[str, int]:
        """Cases by service, wherever the people come from."""
        totals: dict[str, int] = {}
        for by_service in self.served.values():
            for service, cases in by_service.items():
                totals[service] = totals.get(service, 0) + cases
        return totals

    @property
    def number_of_cases(self) -> int:
        """Cases served, those of guests included."""
        return sum(self.cases_by_service.values())

    @model_serializer(mode="wrap")
    def _without_empty_guests(self, serialize: SerializerFunctionWrapHandler) -> dict[str, object]:
        written: dict[str, object] = serialize(self)
        if not self.guests:
            written = {key: value for key, value in written.items() if key not in ("from", "guests")}
        return written


class Pause(_Frozen):
    """A break as it is taken."""

    start: ClockMinute
    minutes: PositiveInt


class Route(_Frozen):
    """One team's day: from where it slept, through its visits, to where it sleeps.

    `travel_minutes` and `km` are those of all its legs, flights and ferries included.
    """

    team: str
    date: date
    start: str
    depart: ClockMinute
    end: str
    arrive: ClockMinute
    visits: tuple[Visit, ...]
    breaks: tuple[Pause, ...] = ()
    km: float
    travel_minutes: NonNegativeInt


class Reason(StrEnum):
    """Why cases are not in the plan."""

    NOT_PLANNABLE = "not_plannable"
    IMPOSSIBLE = "impossible"
    CROWDED_OUT = "crowded_out"
    NOT_FOUND = "not_found"


class Unserved(_Frozen):
    """Cases of one service at one site that the plan leaves outstanding, and the verified reason."""

    site: str
    service: str
    cases: PositiveInt
    reason: Reason
    detail: str
    would_need: str = ""


class Terms(_Frozen):
    """The objective's terms in đồng, signed; they sum to the objective."""

    value: float
    km: float
    travel: float
    fares: float
    nights: float
    shuttles: float = 0.0
    unevenness: float = 0.0
    change: float = 0.0


class Figures(_Frozen):
    """What a plan amounts to.

    `cases` are all cases served.  `of` counts the plannable cases that are outstanding whatever is
    planned, `coverage` is the fraction of them served: follow-ups that the plan itself makes
    are in neither.  `nights` are team-nights away from base.
    """

    cases: NonNegativeInt
    of: NonNegativeInt
    coverage: float
    km: float
    travel_minutes: NonNegativeInt
    nights: NonNegativeInt
    objective: float
    terms: Terms
    bound: float | None = None
    gap: float | None = None


class ScenarioStamp(_Frozen):
    """Which scenario a plan was made from."""

    name: str
    sha256: str


class MadeBy(_Frozen):
    """What made a plan."""

    version: str
    seed: int
    seconds: float
    iterations: int


class Conflict(_Frozen):
    """A promise that could not be kept, and the rule that stands against it."""

    team: str
    date: date
    site: str
    reason: str


class Crew(_Frozen):
    """Officers who make a team for the whole horizon, and the team that they make.

    `brings` and `stations` are what the team is given; `skills` are those of its officers together;
    `dates` are those on which it may have a route.
    """

    team: str
    officers: tuple[str, ...]
    base: str
    vehicle: str
    stations: PositiveInt
    skills: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    dates: tuple[date, ...]


class Does(StrEnum):
    """What an officer does on a date."""

    TEAM = "team"
    POST = "post"
    OFF = "off"
    DUTY = "duty"
    REST = "rest"
    STANDBY = "standby"
    FREE = "free"


class RosterDay(_Frozen):
    """One date of an officer: what is done, and the team, post or duty that it is done with."""

    date: date
    does: Does
    at: str | None = None


class RosterEntry(_Frozen):
    """One officer's dates, and how many of them are out, in the evening, and on weekends or holidays."""

    officer: str
    team: str | None
    days: tuple[RosterDay, ...]
    days_away: NonNegativeInt
    evenings: NonNegativeInt
    weekends: NonNegativeInt


class UnkeptWish(_Frozen):
    """Officers who were to go together, or apart, and do not."""

    wish: Literal["together", "apart"]
    officers: tuple[str, ...]


class Plan(_Frozen):
    """A plan for a scenario, complete in itself.

    `crews` and `roster` are there where teams are formed from officers; a file without them leaves them out.
    """

    format: str = Field(default=PLAN_FORMAT, pattern="^luudong-plan/1$")
    scenario: ScenarioStamp
    made_by: MadeBy
    routes: tuple[Route, ...]
    unserved: tuple[Unserved, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    crews: tuple[Crew, ...] = ()
    roster: tuple[RosterEntry, ...] = ()
    unkept_wishes: tuple[UnkeptWish, ...] = ()
    figures: Figures

    @model_serializer(mode="wrap")
    def _without_empty_roster(self, serialize: SerializerFunctionWrapHandler) -> dict[str, object]:
        written: dict[str, object] = serialize(self)
        if not self.roster:
            written = {key: value for key, value in written.items() if key not in _OF_OFFICERS}
        return written
