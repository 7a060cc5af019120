"""What variants are worth, as a table for a person, a document for a machine and a file for Excel."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from optimizer.cli.speaker import Speaker
from optimizer.cli.summary import WIDTH_IN_A_FILE
from optimizer.domain.scenario import Scenario
from optimizer.intake.formulas import as_cell
from optimizer.intake.whole_files import written_whole
from optimizer.language import Language, say
from optimizer.report.formats import count_text, decimal_text, rough_dong_text
from optimizer.whatif.compare import Comparison, Gain, most_helpful
from optimizer.whatif.wording import changes_text, what_text

COLUMNS = ("cases", "km", "nights", "cost", "worth")


def print_comparison(made: Comparison, scenario: Scenario, speaker: Speaker) -> None:
    """Print the table, where more of each thing helps most, and how certain that is."""
    if speaker.as_json:
        return
    width = None if speaker.out.isatty() else WIDTH_IN_A_FILE
    Console(file=speaker.out, width=width, highlight=False).print(_table(made, scenario, speaker))
    language = speaker.language
    for best in most_helpful(made.gains).values():
        if best.worth_dong <= 0:
            what = what_text(best.changes[0], language)
            speaker.result(speaker.text("cli.whatif.useless", what=what))
            continue
        variant = changes_text(scenario, best.changes, language)
        worth = _signed(best.worth_dong, rough_dong_text(best.worth_dong, language))
        if best.worth_dong <= made.drift_dong:
            speaker.result(speaker.text("cli.whatif.unsure", variant=variant, worth=worth))
            continue
        cases = _signed(best.cases, count_text(abs(best.cases), language))
        speaker.result(
            speaker.counted("cli.whatif.best", abs(best.cases), variant=variant, cases=cases, worth=worth)
        )
    speaker.result(speaker.text("cli.whatif.legend"))
    if made.drift_dong > 0:
        speaker.result(
            speaker.text("cli.whatif.noise", worth=rough_dong_text(made.drift_dong, speaker.language))
        )
    if made.not_begun or any(one.is_cut for one in made.gains):
        speaker.remark(speaker.counted("cli.whatif.stopped", made.not_begun))


def document(made: Comparison, scenario: Scenario, language: Language) -> dict[str, object]:
    """The comparison as a machine reads it."""
    return {
        "base": made.base.figures.model_dump() | {"cost": made.base.cost_dong},
        "drift": made.drift_dong,
        "not_begun": made.not_begun,
        "variants": [
            {
                "name": changes_text(scenario, one.changes, language),
                "more": [
                    {"what": each.what, "number": each.number, "thing": each.thing, "to": list(each.to)}
                    for each in one.changes
                ],
                **_numbers(one),
                "is_cut": one.is_cut,
            }
            for one in made.gains
        ],
    }


def write_csv(made: Comparison, scenario: Scenario, path: Path, language: Language) -> None:
    """Write the table for Excel: the base in the first row, then the differences to it.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    heading = [say(f"cli.whatif.column.{name}", language) for name in ("variant", *COLUMNS)]
    named = [((), _base_numbers(made)), *((one.changes, _numbers(one)) for one in made.gains)]
    rows = [[as_cell(changes_text(scenario, of, language)), *numbers.values()] for of, numbers in named]
    with written_whole(path) as unfinished, unfinished.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([heading, *rows])


def _numbers(one: Gain) -> Mapping[str, float]:
    return {
        "cases": one.cases,
        "km": round(one.km, 3),
        "nights": one.nights,
        "cost": round(one.cost_dong, 3),
        "worth": round(one.worth_dong, 3),
    }


def _base_numbers(made: Comparison) -> Mapping[str, float]:
    figures = made.base.figures
    return {
        "cases": figures.cases,
        "km": figures.km,
        "nights": figures.nights,
        "cost": made.base.cost_dong,
        "worth": figures.objective,
    }


def _table(made: Comparison, scenario: Scenario, speaker: Speaker) -> Table:
    language = speaker.language
    table = Table(title=Text(scenario.name), title_justify="left")
    table.add_column(speaker.text("cli.whatif.column.variant"), overflow="fold")
    for name in COLUMNS:
        table.add_column(speaker.text(f"cli.whatif.column.{name}"), justify="right", no_wrap=True)
    base = [_text(name, value, language) for name, value in _base_numbers(made).items()]
    table.add_row(Text(changes_text(scenario, (), language)), *base, end_section=True)
    for one in sorted(made.gains, key=lambda one: -one.worth_dong):
        name = changes_text(scenario, one.changes, language) + (" *" if one.is_cut else "")
        cells = [_signed(value, _text(key, abs(value), language)) for key, value in _numbers(one).items()]
        table.add_row(Text(name), *cells)
    return table


def _text(column: str, value: float, language: Language) -> str:
    if column in {"cost", "worth"}:
        return rough_dong_text(value, language)
    return decimal_text(value, 0, language)


def _signed(value: float, text: str) -> str:
    """A difference with its sign; one that rounds to nothing has none."""
    if not any(one in "123456789" for one in text):
        return "0"
    return f"{'+' if value > 0 else '−'}{text}"
