"""R13 free: a crew's dates are among its kind's, and on each of them every member is free."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.review.breach import Breach, breach, stretch
from optimizer.review.staffing import Staffing


def dates_of_their_kind(staffing: Staffing) -> Iterator[Breach]:
    """A crew has no date on which teams of its kind do not work."""
    for crew in staffing.plan.crews:
        kind = staffing.kinds.get(crew.team)
        for day in crew.dates if kind else ():
            if kind is not None and day not in kind.dates:
                yield breach(staffing.scenario, "R13.date", team=crew.team, day=day, kind=kind.name)


def every_member_free(staffing: Staffing) -> Iterator[Breach]:
    """No member is off on a date of the crew, or on a duty that overlaps the shift."""
    for crew in staffing.plan.crews:
        kind = staffing.kinds.get(crew.team)
        if kind is None:
            continue
        for day in crew.dates:
            for member in staffing.members(crew):
                if day in member.days_off:
                    yield breach(staffing.scenario, "R13.off", team=crew.team, day=day, officer=member.name)
                for duty in staffing.duties_on(member, day, kind.shift):
                    yield breach(
                        staffing.scenario,
                        "R13.duty",
                        team=crew.team,
                        day=day,
                        officer=member.name,
                        duty=staffing.crewing.duties[duty].name,
                        shift=stretch(kind.shift),
                    )
