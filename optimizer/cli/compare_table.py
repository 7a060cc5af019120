"""What changed from one plan to another, as tables for a person and a document for a machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from rich.text import Text

from optimizer.cli.speaker import Speaker
from optimizer.cli.summary import WIDTH_IN_A_FILE
from optimizer.language import Language
from optimizer.report.comparison.figures import figure_rows, signed_text
from optimizer.report.comparison.notes import notes
from optimizer.report.comparison.pair import Pair
from optimizer.report.formats import count_text, decimal_text
from optimizer.review.compare.plans import Comparison
from optimizer.review.compare.sites import Outcome, SiteChange
from optimizer.review.compare.teams import TeamChange, TeamSums
from optimizer.review.compare.visits import DayVisit, Kind, VisitChange

MOST_NAMES = 12
"""How many sites of one outcome are named; the page has them all."""

_SUMS = ("visits", "cases", "km", "nights")
_COLUMNS = ("added", "removed", "changed", "same")


def print_comparison(pair: Pair, speaker: Speaker) -> None:
    """Print what changed for a person; silent where a machine listens."""
    if speaker.as_json:
        return
    for note in notes(pair, speaker.language):
        speaker.remark(speaker.text("cli.compare.note", note=note))
    made = pair.comparison
    if made.is_empty:
        speaker.result(speaker.text("cli.compare.none"))
        return
    width = None if speaker.out.isatty() else WIDTH_IN_A_FILE
    console = Console(file=speaker.out, width=width, highlight=False)
    console.print(_figures_table(pair, speaker))
    if any(one.differs for one in made.teams):
        console.print(_teams_table(pair, speaker))
    visits = [
        f"{speaker.text(f'compare.kind.{kind.value}')} {count_text(number, speaker.language)}"
        for kind, number in made.counts.items()
        if number
    ]
    speaker.result(speaker.text("cli.compare.visits", counts="; ".join(visits)))
    _print_sites(pair, speaker)


def document(pair: Pair, language: Language) -> dict[str, object]:
    """The comparison as a machine reads it: ids, minutes since midnight, đồng."""
    made = pair.comparison
    return {
        "before": pair.before.label,
        "after": pair.after.label,
        "same": made.is_empty,
        "notes": notes(pair, language),
        "figures": {
            one.name: {"before": one.before, "after": one.after, "by": one.by} for one in made.figures
        },
        "visits": {kind.value: number for kind, number in made.counts.items()},
        "changes": [_change(one) for one in made.visits if one.kind is not Kind.SAME],
        "sites": [_site(one) for one in made.sites],
        "teams": [_team(one) for one in made.teams if one.differs],
        "given": asdict(made.given),
    }


def _change(one: VisitChange) -> dict[str, object]:
    return {
        "site": one.site,
        "kinds": [kind.value for kind in one.kinds],
        "before": _visit(one.before),
        "after": _visit(one.after),
    }


def _visit(one: DayVisit | None) -> dict[str, object] | None:
    if one is None:
        return None
    return {
        "team": one.team,
        "date": one.date.isoformat(),
        "start": one.start,
        "finish": one.finish,
        "cases": one.cases,
    }


def _site(one: SiteChange) -> dict[str, object]:
    before, after = one.cases
    left = one.after.left if one.after else ()
    return {
        "site": one.site,
        "outcome": one.outcome.value,
        "before": before,
        "after": after,
        "left": [each.model_dump(mode="json") for each in left],
    }


def _team(one: TeamChange) -> dict[str, object]:
    return {
        "team": one.team,
        "before": None if one.before is None else asdict(one.before),
        "after": None if one.after is None else asdict(one.after),
        "joined": list(one.joined),
        "left": list(one.left),
    }


def _figures_table(pair: Pair, speaker: Speaker) -> Table:
    table = Table(title=Text(f"{pair.before.label} → {pair.after.label}"), title_justify="left")
    table.add_column(speaker.text("compare.figure"), overflow="fold")
    for key in ("before", "after", "by"):
        table.add_column(speaker.text(f"compare.{key}"), justify="right", no_wrap=True)
    for row in figure_rows(pair, speaker.language):
        table.add_row(row.label, row.before, row.after, row.by or "=")
    return table


def _teams_table(pair: Pair, speaker: Speaker) -> Table:
    language = speaker.language
    table = Table()
    table.add_column(speaker.text("compare.team"), overflow="fold")
    for name in _SUMS:
        table.add_column(speaker.text(f"cli.summary.{name}"), justify="right")
    for kind in _COLUMNS:
        table.add_column(speaker.text(f"compare.kind.{kind}"), justify="right")
    for one in pair.comparison.teams:
        if not one.differs:
            continue
        counted = Counter(_column(visit.kind) for visit in one.visits)
        cells = [_sum_text(one, name, speaker) for name in _SUMS]
        numbers = [count_text(counted[kind], language) if counted[kind] else "" for kind in _COLUMNS]
        table.add_row(Text(pair.team_name(one.team)), *cells, *numbers)
    return table


def _column(kind: Kind) -> str:
    """The column in which a visit is counted: what moved or is otherwise counts as changed."""
    return kind.value if kind in {Kind.ADDED, Kind.REMOVED, Kind.SAME} else "changed"


def _sum_text(one: TeamChange, name: str, speaker: Speaker) -> str:
    """``"12 (+3)"``: what the team does after, and by how much that is more."""
    before, after = _sum(one.before, name), _sum(one.after, name)
    text = decimal_text(after, 0, speaker.language)
    by = signed_text(after - before, decimal_text(abs(after - before), 0, speaker.language))
    return f"{text} ({by})" if by else text


def _sum(sums: TeamSums | None, name: str) -> float:
    return 0 if sums is None else float(getattr(sums, name))


def _print_sites(pair: Pair, speaker: Speaker) -> None:
    counts, named = [], []
    for outcome, sites in _by_outcome(pair.comparison):
        what = speaker.text(f"compare.outcome.{outcome.value}")
        counts.append(f"{what} {count_text(len(sites), speaker.language)}")
        if outcome in {Outcome.NO_LONGER_SERVED, Outcome.FEWER, Outcome.NEWLY_SERVED, Outcome.MORE}:
            names = _names(pair, sites, speaker.language)
            named.append(speaker.text("cli.compare.named", what=what, names=names))
    if counts:
        speaker.result(speaker.text("cli.compare.sites", counts="; ".join(counts)))
    for line in named:
        speaker.result(line)


def _by_outcome(made: Comparison) -> Iterator[tuple[Outcome, list[SiteChange]]]:
    for outcome in Outcome:
        sites = [one for one in made.sites if one.outcome is outcome]
        if sites:
            yield outcome, sites


def _names(pair: Pair, sites: Sequence[SiteChange], language: Language) -> str:
    named = _named(pair, sites[:MOST_NAMES], language)
    return ", ".join(named) + ("…" if len(sites) > MOST_NAMES else "")


def _named(pair: Pair, sites: Iterable[SiteChange], language: Language) -> Iterator[str]:
    for one in sites:
        before, after = (count_text(number, language) for number in one.cases)
        yield f"{pair.place_name(one.site)} ({before} → {after})"
