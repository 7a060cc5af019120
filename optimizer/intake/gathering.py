"""People who come, or are driven, to a visit at another site than their own."""

from __future__ import annotations

from optimizer.intake.fields import MOST_DONG, Id, Real, Whole
from optimizer.intake.sections import Section, about


class GatherForm(Section):
    """People of sites nearby, who come to a visit by themselves."""

    radius_km: Real = about("schema.gather.radius_km", unit="km", gt=0, le=1000)
    turnout: Real = about("schema.gather.turnout", 1.0, ge=0, le=1)
    services: tuple[Id, ...] = about("schema.gather.services", ())


class ShuttleForm(Section):
    """People of one site who are driven to visits at another."""

    from_: Id = about("schema.shuttle.from", alias="from")
    to: Id = about("schema.shuttle.to")
    turnout: Real = about("schema.shuttle.turnout", 1.0, ge=0, le=1)
    dong_per_case: Whole = about("schema.shuttle.dong_per_case", 0, unit="đ", ge=0, le=MOST_DONG)
