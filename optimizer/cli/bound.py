"""``luudong bound``: how close a plan is proven to be to the best possible, written into the plan."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from threading import Event
from typing import TYPE_CHECKING

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option, add_seconds, add_workers
from optimizer.cli.planned import Planned, declare_plan, open_drawable
from optimizer.cli.speaker import Speaker

if TYPE_CHECKING:
    from optimizer.domain.plan import Plan
    from optimizer.engine.bound import Bound
    from optimizer.review.breach import Breach

NAME = "bound"
DEFAULT_SECONDS = 60.0


def declare(parser: Parser) -> None:
    """Add the plan and the time to spend."""
    declare_plan(parser)
    add_seconds(parser, "--seconds", "cli.bound.seconds", default=DEFAULT_SECONDS)
    add_workers(parser, "cli.bound.workers")
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Bound a plan; Ctrl-C ends it with the bound so far.

    Raises
    ------
    PlanError
        If the plan cannot be read.
    OutputError
        If the plan cannot be written.
    """
    from optimizer.cli.interrupt import stop_on_interrupt
    from optimizer.cli.plan import cores
    from optimizer.cli.plan_folder import restated
    from optimizer.planning import with_bound
    from optimizer.report.formats import count_text
    from optimizer.review.check import check_plan

    planned = open_drawable(arguments.plan)
    plan, scenario, travel = planned
    breaches = check_plan(scenario, travel, plan)
    if breaches:
        count = count_text(len(breaches), speaker.language)
        speaker.remark(speaker.counted("cli.map.broken", len(breaches), count=count))
    with stop_on_interrupt() as stop:
        proven = prove(
            planned,
            seconds=arguments.seconds,
            workers=arguments.workers or cores(),
            stop=stop,
            speaker=speaker,
            breaches=breaches,
        )
    bounded = with_bound(plan, proven, breaches)
    if bounded != plan:
        restated(arguments.plan, planned._replace(plan=bounded))
    print_nearness(bounded, speaker)
    speaker.data(
        {
            "objective": bounded.figures.objective,
            "bound": bounded.figures.bound,
            "gap": bounded.figures.gap,
            "method": proven.method,
            "seconds": round(proven.seconds, 1),
        }
    )
    return Exit.FINE


def prove(
    planned: Planned,
    *,
    seconds: float,
    workers: int,
    stop: Event,
    speaker: Speaker,
    breaches: Sequence[Breach] = (),
) -> Bound:
    """Bound a plan, and tell every few seconds how close it has come.

    Parameters
    ----------
    breaches
        The rules that the plan breaks.
    """
    from optimizer.cli.progress import PLAIN_EVERY_SECONDS
    from optimizer.engine.bound import bound
    from optimizer.planning import with_bound

    plan, scenario, travel = planned
    told_at = 0.0

    def tell(proven: Bound) -> None:
        nonlocal told_at
        if proven.seconds >= told_at + PLAIN_EVERY_SECONDS:
            told_at = proven.seconds
            bounded = with_bound(plan, proven, breaches)
            if bounded.figures.bound is not None:
                speaker.remark(nearness_text(bounded, speaker))

    speaker.remark(speaker.text("cli.bound.begun"))
    return bound(
        scenario,
        travel,
        seconds=seconds,
        workers=workers,
        plan_objective_mdong=round(plan.figures.objective * 1000),
        routes=plan.routes,
        progress=tell,
        stop=stop,
    )


def nearness_text(plan: Plan, speaker: Speaker) -> str:
    """How close a plan with a bound is proven to be."""
    from optimizer.report.formats import decimal_text, rough_dong_text, rounded_up

    figures, language = plan.figures, speaker.language
    return speaker.text(
        "cli.summary.bound",
        bound=rough_dong_text(figures.bound or 0.0, language),
        gap=decimal_text(100 * rounded_up(figures.gap or 0.0), 2, language),
    )


def print_nearness(plan: Plan, speaker: Speaker) -> None:
    """Print how close a plan is proven to be; nothing where it states no bound."""
    if plan.figures.bound is not None:
        speaker.result(nearness_text(plan, speaker))
