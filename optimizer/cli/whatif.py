"""``luudong whatif``: what more officers, stations, teams or kits would be worth."""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.cli.exits import Exit
from optimizer.cli.given import declare_scenario, travel_of
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_iterations, add_json_option, add_seconds, add_seed, add_workers
from optimizer.cli.plan import cores
from optimizer.cli.speaker import Speaker
from optimizer.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Event

    from optimizer.alternation import Crewed
    from optimizer.domain.scenario import Scenario
    from optimizer.engine.solve import Options
    from optimizer.travel.matrix import TravelMatrix
    from optimizer.whatif.changes import What
    from optimizer.whatif.compare import Comparison
    from optimizer.whatif.variants import Variant

NAME = "whatif"
DEFAULT_SECONDS = 30.0
_WHATS: tuple[What, ...] = ("officers", "stations", "teams", "kits")


def declare(parser: Parser) -> None:
    """Add the scenario, what there could be more of, and the limits of each search."""
    language = parser.language
    declare_scenario(parser)
    group = parser.add_argument_group(say("cli.whatif.group", language), say("cli.whatif.more", language))
    for what in _WHATS:
        group.add_argument(
            f"--{what}", action="append", default=[], metavar="+N", help=say(f"cli.whatif.{what}", language)
        )
    group.add_argument(
        "--combine", action="append", default=[], metavar="A,B", help=say("cli.whatif.combine", language)
    )
    options = parser.options
    add_seconds(parser, "--seconds", "cli.whatif.seconds", usual=DEFAULT_SECONDS)
    add_iterations(parser)
    add_seed(parser, "cli.plan.seed")
    add_workers(parser, "cli.whatif.workers")
    options.add_argument("--csv", type=Path, metavar="FILE", help=say("cli.whatif.csv", language))
    options.add_argument(
        "--plans", type=Path, metavar=say("cli.meta.folder", language), help=say("cli.whatif.plans", language)
    )
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Plan a scenario and its variants, and set them side by side; Ctrl-C keeps what is done.

    Raises
    ------
    ScenarioError
        If the scenario cannot be planned, or what is asked cannot be meant.
    OutputError
        If the table cannot be written.
    """
    from optimizer.cli.interrupt import stop_on_interrupt
    from optimizer.cli.whatif_table import document, print_comparison, write_csv
    from optimizer.intake import read_scenario
    from optimizer.whatif.asked import asked
    from optimizer.whatif.variants import variants_of

    wanted = asked({what: getattr(arguments, what) for what in _WHATS}, arguments.combine)
    read = read_scenario(arguments.scenario, extract=arguments.extract)
    scenario = read.scenario
    variants = variants_of(scenario, wanted)
    if not variants:
        speaker.remark(speaker.text("cli.whatif.nothing"))
        speaker.data({"base": None, "variants": []})
        return Exit.FINE
    from optimizer.cli.progress import tell_of_compiling

    tell_of_compiling(speaker)
    travel, _ = travel_of(read, speaker)
    with stop_on_interrupt() as stop:
        made = _compared(scenario, variants, travel, arguments, speaker=speaker, stop=stop)
    if made is None:
        speaker.remark(speaker.text("cli.whatif.stopped_early"))
        return Exit.STOPPED
    if arguments.csv is not None:
        write_csv(made, scenario, arguments.csv, speaker.language)
    print_comparison(made, scenario, speaker)
    told = document(made, scenario, speaker.language)
    if arguments.plans is not None:
        from optimizer.cli.whatif_plans import write_plans

        into, source = arguments.plans, arguments.scenario
        folders = write_plans(
            made, scenario, travel, _limits(arguments), into=into, source=source, speaker=speaker
        )
        told["plans"] = [str(folder) for folder in folders]
    speaker.data(told)
    return Exit.FINE


def _compared(
    scenario: Scenario,
    variants: Sequence[Variant],
    travel: TravelMatrix,
    arguments: argparse.Namespace,
    *,
    speaker: Speaker,
    stop: Event,
) -> Comparison | None:
    """The base planned, then every variant; None if it was stopped before there is anything to compare."""
    from optimizer.cli.whatif_progress import watching_variants
    from optimizer.whatif.compare import compared
    from optimizer.whatif.side_by_side import replanned_side_by_side
    from optimizer.whatif.wording import changes_text

    processes = arguments.workers or cores()
    each = _limits(arguments)
    _tell_how_long(len(variants), processes, each.seconds, speaker)
    wide = replace(each, workers=processes if each.iterations is None else 1)
    base = _base(scenario, travel, wide, speaker=speaker, stop=stop)
    if stop.is_set():
        return None
    texts = [changes_text(scenario, one, speaker.language) for one in ((), *(v.changes for v in variants))]
    with watching_variants(texts, speaker) as watcher:
        # The base goes on as well, for as long: what it gains by that is no variant's doing.
        found = replanned_side_by_side(
            [scenario, *(variant.scenario for variant in variants)],
            travel,
            base,
            each,
            processes=processes,
            watcher=watcher,
            stop=stop,
        )
    return compared(base, found[0], list(zip(variants, found[1:], strict=True)), travel)


def _limits(arguments: argparse.Namespace) -> Options:
    """The limits of each search."""
    from optimizer.engine.solve import Options

    seconds = arguments.seconds or (None if arguments.iterations else DEFAULT_SECONDS)
    return Options(seed=arguments.seed, seconds=seconds, iterations=arguments.iterations)


def _base(
    scenario: Scenario, travel: TravelMatrix, options: Options, *, speaker: Speaker, stop: Event
) -> Crewed:
    from optimizer.alternation import search_with_crews
    from optimizer.cli.progress import watching

    with watching(options, stop, speaker) as watch:
        return search_with_crews(scenario, travel, options, progress=watch, stop=stop)


def _tell_how_long(count: int, processes: int, seconds: float | None, speaker: Speaker) -> None:
    if seconds is None:
        speaker.remark(speaker.counted("cli.whatif.begun_rounds", count))
        return
    from optimizer.planning import EXCHANGE_SHARE

    rounds = 1 + math.ceil((count + 1) / processes)
    minutes = math.ceil(rounds * seconds * (1 + EXCHANGE_SHARE) / 60)
    speaker.remark(speaker.counted("cli.whatif.begun", count, minutes=minutes))
