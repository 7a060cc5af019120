"""Pairs of plans for papers about them: two by hand, the same twice, hostile ones, large ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from optimizer.domain.plan import Plan, Reason, Route, Unserved
from optimizer.domain.scenario import Scenario
from optimizer.language import Language
from optimizer.report.comparison.pair import Leaf, Pair
from optimizer.report.ground import Ground
from optimizer.review.compare.plans import Side
from optimizer.review.figures import figures
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from optimizer.travel.roads.closed_drawn import ClosedRoad
from tests import build
from tests.report.crowd import crowd
from tests.report.hostile import TEXTS, renamed
from tests.review.compare import two


def pair(language: Language = "vi") -> Pair:
    """The plans of `tests.review.compare.two`; a third team and a site are only after."""
    before, after = two.before(), two.with_team(two.after(), "to-3")
    sites = {**after.scenario.sites, "moi": build.site("moi", km_north=3)}
    left = Unserved(site="moi", service="cccd", cases=10, reason=Reason.NOT_FOUND, detail="Còn giờ.")
    plan = after.plan.model_copy(update={"unserved": (*after.plan.unserved, left)})
    after = Side(plan, replace(after.scenario, sites=sites))
    return Pair(_leaf(before, "thu-hai", language), _leaf(after, "thu-tu", language))


def closed() -> Pair:
    """The same, with a closed road that both know of, and one that only the later does."""
    made = pair()
    base = next(iter(made.after.scenario.bases.values()))
    known, new = (
        ClosedRoad(name, day, day, (((base.lat + north, base.lon), (base.lat + north, base.lon + 0.01)),))
        for name, day, north in (
            ("“ĐT 433”", made.dates[0], 0.02),
            ("đoạn đường 4", made.dates[1], 0.04),
        )
    )
    return Pair(
        replace(made.before, ground=Ground(closed=(known,))),
        replace(made.after, ground=Ground(closed=(known, new))),
    )


def same() -> Pair:
    """One plan twice."""
    return Pair(_leaf(two.before(), "mot"), _leaf(two.before(), "hai"))


def strangers() -> tuple[Leaf, Leaf]:
    """Plans of two campaigns 111 km apart whose sites happen to have the same ids."""
    far = two.before()
    sites = {one.id: replace(one, lat=one.lat + 1) for one in far.scenario.sites.values()}
    elsewhere = far._replace(scenario=replace(far.scenario, sites=sites))
    return _leaf(two.before(), "mot"), _leaf(elsewhere, "hai")


def hostile() -> Pair:
    """Two plans in which every name, both labels and every reason try to be more than text."""
    return Pair(
        _leaf(_renamed(two.before(), iter(TEXTS * 9)), TEXTS[1]),
        _leaf(_renamed(two.after(), iter(TEXTS * 9)), TEXTS[0]),
    )


def large() -> Pair:
    """Three hundred sites, twenty teams, a week: every route of one team is another's afterwards."""
    plan, scenario, travel = crowd()
    teams = list(scenario.teams)
    handed_on = dict(zip(teams, teams[1:] + teams[:1], strict=True))
    made = [one.model_copy(update={"team": handed_on[one.team]}) for one in plan.routes]
    return Pair(
        Leaf(plan, scenario, travel, "truoc"),
        Leaf(_remade(plan, scenario, travel, made), scenario, travel, "sau"),
    )


def _remade(plan: Plan, scenario: Scenario, travel: TravelMatrix, made: Sequence[Route]) -> Plan:
    return plan.model_copy(update={"routes": tuple(made), "figures": figures(scenario, travel, made)})


def _renamed(side: Side, texts: Iterator[str]) -> Side:
    scenario = renamed(side.scenario, texts)
    left = tuple(one.model_copy(update={"detail": next(texts)}) for one in side.plan.unserved)
    return Side(side.plan.model_copy(update={"unserved": left}), scenario)


def _leaf(side: Side, label: str, language: Language = "vi") -> Leaf:
    scenario = replace(side.scenario, language=language)
    return Leaf(side.plan, scenario, build_matrix(scenario), label)
