"""``luudong roads``: what an OpenStreetMap extract holds, and how far the estimate is from it."""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.cli.exits import Exit
from optimizer.cli.given import declare_extract
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option, add_path, add_path_input
from optimizer.cli.speaker import Speaker
from optimizer.domain.errors import Finding, ScenarioError, Severity, Where
from optimizer.language import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from optimizer.domain.roads import Movement, RoadMap, Speeds
    from optimizer.domain.scenario import Scenario
    from optimizer.travel.roads.comparison import Spread
    from optimizer.travel.roads.network import Network
    from optimizer.travel.roads.source import ExtractRoads
    from optimizer.travel.roads.survey import Survey

NAME = "roads"
MOST_CLASSES, MOST_WAYS = 20, 40


def declare(parser: Parser) -> None:
    """Add the extract or the scenario, and what to tell about it."""
    add_path_input(parser, "source", "cli.roads.source", "extract")
    parser.options.add_argument(
        "--find", metavar=say("cli.meta.name", parser.language), help=say("cli.roads.find", parser.language)
    )
    parser.options.add_argument(
        "--compare", choices=("estimate",), help=say("cli.roads.compare", parser.language)
    )
    add_path(parser, "--draw", "cli.roads.draw", "file")
    declare_extract(parser)
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Build the network of an extract, which is kept beside it, and tell what is asked.

    Raises
    ------
    ScenarioError
        If the extract or the scenario cannot be read, or the scenario is not measured on one.
    OutputError
        If the drawing cannot be written.
    """
    from optimizer.intake.speeds import shipped_speeds
    from optimizer.travel.roads.source import ExtractRoads
    from optimizer.travel.roads.survey import open_extract, survey

    source: Path = arguments.source
    if arguments.compare and source.suffix.lower() == ".pbf":
        raise ScenarioError([Finding("T315", Severity.ERROR, Where(file=str(source)))])
    if _is_scenario(source) or arguments.compare:
        scenario, road_map = _scenario_on_roads(source, arguments.extract)
        roads = ExtractRoads(scenario, road_map)
        if arguments.compare:
            _compare(scenario, roads, speaker)
            return Exit.FINE
        network, speeds, path = roads.network, road_map.speeds, roads.extract
    else:
        network, speeds, path = open_extract(source, _digest(source)), shipped_speeds().movements, source
    if arguments.find is not None:
        _find(network, arguments.find, speaker)
    else:
        found = survey(network, speeds)
        if arguments.draw is not None:
            _draw(path, network, found, speeds, arguments.draw, speaker)
        _report(path.name, found, speaker)
    return Exit.FINE


def _is_scenario(source: Path) -> bool:
    return source.is_dir() or source.suffix.lower() in {".yaml", ".yml"}


def _scenario_on_roads(source: Path, extract: Path | None) -> tuple[Scenario, RoadMap]:
    from optimizer.domain.forming import with_likely_teams
    from optimizer.intake import read_scenario

    scenario = with_likely_teams(read_scenario(source, extract=extract).scenario)
    if scenario.roads is None:
        raise ScenarioError([Finding("T314", Severity.ERROR, Where(file=str(source)))])
    return scenario, scenario.roads


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except FileNotFoundError as absent:
        raise ScenarioError([Finding("E001", Severity.ERROR, Where(file=str(path)))]) from absent
    except OSError as refused:
        reason = refused.strerror or type(refused).__name__
        finding = Finding("E002", Severity.ERROR, Where(file=str(path)), {"reason": reason})
        raise ScenarioError([finding]) from refused


def _report(file: str, found: Survey, speaker: Speaker) -> None:
    from optimizer.report.formats import count_text, decimal_text

    language = speaker.language
    speaker.result(
        speaker.text(
            "cli.roads.holds",
            file=file,
            km=decimal_text(sum(found.class_km.values()), 0, language),
            junctions=count_text(found.junctions, language),
            edges=count_text(found.edges, language),
            south=f"{found.south:.3f}",
            north=f"{found.north:.3f}",
            west=f"{found.west:.3f}",
            east=f"{found.east:.3f}",
        )
    )
    for movement, km in found.usable_km.items():
        main = found.main_km.get(movement, 0.0)
        speaker.result(
            speaker.text(
                "cli.roads.moving",
                moving=say(f"moving.{movement.value}", language),
                km=decimal_text(km, 0, language),
                main=decimal_text(main, 0, language),
            )
        )
    for road_class, km in list(found.class_km.items())[:MOST_CLASSES]:
        speaker.result(f"  {road_class:<16}{decimal_text(km, 1, language):>10} km")
    speaker.data({"file": file, **asdict(found)})


def _draw(  # noqa: PLR0917 - what is drawn, and where to
    path: Path,
    network: Network,
    found: Survey,
    speeds: Mapping[Movement, Speeds],
    target: Path,
    speaker: Speaker,
) -> None:
    from optimizer.intake.whole_files import written_whole
    from optimizer.report.network_drawing import network_svg
    from optimizer.travel.roads.passage import passage
    from optimizer.travel.roads.scenery import Frame, scenery_of

    frame = Frame(found.south, found.west, found.north, found.east)
    by_road = [one for one in speeds if one.value != "boat"]
    passages = [passage(network, one, speeds[one]) for one in by_road]
    drawing = network_svg(path.name, scenery_of(path, network, frame), frame, passages, speaker.language)
    with written_whole(target) as unfinished:
        unfinished.write_text(drawing, encoding="utf-8", newline="\n")
    speaker.result(speaker.text("cli.roads.drawn", path=target))


def _find(network: Network, name: str, speaker: Speaker) -> None:
    from optimizer.report.formats import count_text
    from optimizer.travel.roads.survey import roads_named

    ways = list(roads_named(network, name))
    for one in ways[:MOST_WAYS]:
        speaker.result(f"  {one.way:<12} {one.road_class:<14}{one.metres:>8} m  {one.label}")
    speaker.result(speaker.text("cli.roads.found", name=name, count=count_text(len(ways), speaker.language)))
    speaker.data({"name": name, "ways": [asdict(one) for one in ways]})


def _compare(scenario: Scenario, roads: ExtractRoads, speaker: Speaker) -> None:
    from optimizer.report.formats import count_text, decimal_text
    from optimizer.travel.roads.comparison import compared

    found = compared(scenario, roads)
    language = speaker.language

    def spread(one: Spread) -> str:
        return " – ".join(decimal_text(ratio, 2, language) for ratio in (one.low, one.middle, one.high))

    for one in found:
        vehicle = scenario.vehicles[one.vehicle]
        speaker.result(
            speaker.text(
                "cli.roads.compared",
                vehicle=one.vehicle,
                pairs=count_text(one.pairs, language),
                speed=decimal_text(vehicle.speed_kmh, 1, language),
                detour=decimal_text(vehicle.detour, 2, language),
                minutes=spread(one.minutes),
                metres=spread(one.metres),
            )
        )
        speaker.result(
            speaker.text(
                "cli.roads.suggested",
                speed=one.speed_kmh,
                detour=one.detour,
                minutes=spread(one.fitted_minutes),
            )
        )
    speaker.data({"vehicles": [asdict(one) for one in found]})
