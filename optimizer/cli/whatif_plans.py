"""The plans behind the table of ``luudong whatif``, each in a folder of its own, to be compared."""

from __future__ import annotations

from pathlib import Path

from optimizer.alternation import Crewed, crewed_plan
from optimizer.cli.plan_folder import plan_folder
from optimizer.cli.speaker import Speaker
from optimizer.domain.forming import with_likely_teams
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options
from optimizer.intake import write_plan
from optimizer.intake.plans import SCENARIO_FOLDER
from optimizer.report.file_names import file_names
from optimizer.travel.matrix import TravelMatrix
from optimizer.travel.source import keep_measured
from optimizer.whatif.compare import Comparison
from optimizer.whatif.wording import changes_text


def write_plans(
    made: Comparison,
    scenario: Scenario,
    travel: TravelMatrix,
    options: Options,
    *,
    into: Path,
    source: Path,
    speaker: Speaker,
) -> list[Path]:
    """Write the base's plan and each variant's, with the scenario that it is of; the folders, in order.

    Parameters
    ----------
    options
        The limits of each search.
    into
        The folder in which each plan has one, named after what there is more of.
    source
        The scenario, which must not be overwritten.

    Raises
    ------
    OutputError
        If a folder cannot be written; those before it stay.
    """
    changes = ((), *(one.changes for one in made.gains))
    texts = [changes_text(scenario, one, speaker.language) for one in changes]
    names = file_names(texts)
    folders = []
    for text, crewed in zip(texts, made.crewed, strict=True):
        speaker.remark(speaker.text("cli.whatif.writing", variant=text))
        target = into / names[text]
        with plan_folder(target, source=source) as fresh:
            _write(crewed, travel, options, fresh)
        speaker.result(speaker.text("cli.whatif.written", variant=text, path=target))
        folders.append(target)
    if len(folders) > 1:
        speaker.result(speaker.text("cli.whatif.compare", before=folders[0], after=folders[1]))
    return folders


def _write(crewed: Crewed, travel: TravelMatrix, options: Options, folder: Path) -> None:
    write_plan(crewed_plan(crewed, travel, options), crewed.scenario, folder)
    keep_measured(with_likely_teams(crewed.scenario), folder / SCENARIO_FOLDER)
