"""A plan: which team goes where on which day, and what that is worth.

The models are the plan file: `Plan.model_json_schema()` is its JSON Schema.
Figures and reasons are filled in by the review, not by the engine.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt

from optimizer.domain.clock import ClockMinute

PLAN_FORMAT = "luudong-plan/1"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Visit(_Frozen):
    """One stop of a day route: `start` to `finish` is set-up and service, `arrive` may be earlier."""

    site: str
    arrive: ClockMinute
    start: ClockMinute
    finish: ClockMinute
    cases: dict[str, PositiveInt]


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

    `of` counts the plannable cases outstanding at the start, `coverage` is the fraction of
    them served, `nights` are team-nights away from base.
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


class Plan(_Frozen):
    """A plan for a scenario, complete in itself."""

    format: str = Field(default=PLAN_FORMAT, pattern="^luudong-plan/1$")
    scenario: ScenarioStamp
    made_by: MadeBy
    routes: tuple[Route, ...]
    unserved: tuple[Unserved, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    figures: Figures
