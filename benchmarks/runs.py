"""One run of a search on one campaign, judged by the checker, in a process of its own."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from statistics import median
from typing import TypeVar

from campaigns import POINT_DONG, RECIPES, campaign
from family import family_campaign

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, solve
from optimizer.review.check import check_routes
from optimizer.review.figures import figures, objective_mdong
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix

Result = TypeVar("Result")

OURS = "luudong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run came to.

    Parameters
    ----------
    score
        Points: the objective in units of 100,000 đồng, as the checker's side counts it.
    seconds
        From giving the campaign to a solver to having its plan, compilation not counted.
    """

    campaign: str
    solver: str
    seed: int
    score: float
    cases: int
    of: int
    km: float
    nights: int
    seconds: float
    megabytes: float
    rounds_per_second: float | None = None
    notes: str = ""

    def line(self) -> str:
        """The run as a line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


def named(name: str) -> Scenario:
    """The campaign of a recipe or of the family.

    Raises
    ------
    ValueError
        If no campaign has this name.
    """
    return campaign(name) if name in RECIPES else family_campaign(name)


def judged(scenario: Scenario, travel: TravelMatrix, routes: Sequence[Route], **known: object) -> Run:
    """The run that found these routes; `known` are its other fields.

    Raises
    ------
    AssertionError
        If the routes break a rule.
    """
    breaches = check_routes(scenario, travel, routes)
    assert not breaches, f"{scenario.name}: {breaches[0].text('en')}"
    found = figures(scenario, travel, routes)
    return Run(
        campaign=scenario.name,
        score=round(found.objective / POINT_DONG, 1),
        cases=found.cases,
        of=found.of,
        km=round(found.km),
        nights=found.nights,
        megabytes=round(peak_megabytes()),
        **known,  # type: ignore[arg-type]
    )


def our_run(name: str, options: Options) -> tuple[Run, tuple[Route, ...]]:
    """Our own search on a campaign, and the routes that it found."""
    scenario = named(name)
    travel = build_matrix(scenario)
    found = solve(scenario, travel, options)
    counted = objective_mdong(scenario, travel, found.routes)
    assert counted == found.objective_mdong, (counted, found.objective_mdong)
    run = judged(
        scenario,
        travel,
        found.routes,
        solver=OURS,
        seed=options.seed,
        seconds=round(found.seconds, 1),
        rounds_per_second=round(found.iterations / found.seconds) if found.seconds else None,
    )
    return run, found.routes


def peak_megabytes() -> float:
    """Largest resident size of this process so far; not a number where the system does not say."""
    try:
        import resource
    except ImportError:
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def fresh(function: Callable[..., Result], *arguments: object, core: int | None = None) -> Result:
    """The result of a function in a new process, bound to one core if its number is given."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_bind, initargs=(core,)) as one:
        return one.submit(function, *arguments).result()


def _bind(core: int | None) -> None:
    if core is not None:
        os.sched_setaffinity(0, {core})


def spread(values: Iterable[float]) -> str:
    """``median (lowest – highest)`` of scores; the score alone if there is one."""
    ordered = sorted(values)
    if len(ordered) == 1:
        return f"{ordered[0]:.1f}"
    return f"{median(ordered):.1f} ({ordered[0]:.1f} – {ordered[-1]:.1f})"


def table(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown: words to the left in the first column, figures to the right in the others."""
    lines = [heading, ["---", *["--:"] * (len(heading) - 1)], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
