"""R12 kits: crews have the stations and things that their kind allows, and no more in all than there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from optimizer.domain.crews import STATIONS
from optimizer.review.breach import Breach, breach, listed
from optimizer.review.staffing import Staffing


def kits_of_their_kind(staffing: Staffing) -> Iterator[Breach]:
    """Stations are within the kind's range; a crew brings all that it must, and nothing that it may not."""
    scenario = staffing.scenario
    for crew in staffing.plan.crews:
        kind = staffing.kinds.get(crew.team)
        if kind is None:
            continue
        if crew.stations not in kind.stations:
            yield breach(
                scenario,
                "R12.stations",
                team=crew.team,
                number=crew.stations,
                least=kind.stations.least,
                most=kind.stations.most,
            )
        lacking = kind.brings - set(crew.brings)
        if lacking:
            yield breach(scenario, "R12.lacks", team=crew.team, things=listed(lacking))
        extra = set(crew.brings) - kind.brings - kind.may_bring
        if extra:
            yield breach(scenario, "R12.extra", team=crew.team, things=listed(extra))


def no_more_than_there_are(staffing: Staffing) -> Iterator[Breach]:
    """Over all crews and posts, no kind of kit is used more often than there are."""
    used: Counter[str] = Counter()
    for crew in staffing.plan.crews:
        used[STATIONS] += crew.stations
        used.update({crew.vehicle, *crew.brings})
    used[STATIONS] += sum(post.stations for post in staffing.crewing.posts.values())
    for kind, number in sorted(staffing.crewing.kits.items()):
        if used[kind] > number:
            yield breach(staffing.scenario, "R12.kit", kind=kind, used=used[kind], number=number)
