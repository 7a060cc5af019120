"""The comparison of two plans as an Excel workbook: figures, every visit that changed, every site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from io import BytesIO
from pathlib import Path

from optimizer.domain.plan import Reason
from optimizer.intake.whole_files import written_whole
from optimizer.report.comparison.figures import figure_rows
from optimizer.report.comparison.notes import notes
from optimizer.report.comparison.pair import Pair
from optimizer.report.workbook import workbook_options
from optimizer.report.workbook_sheets.page import Page, Value, clock_value
from optimizer.report.workbook_sheets.style import Inks
from optimizer.review.compare.sites import Outcome, SiteChange
from optimizer.review.compare.visits import DayVisit, Kind, VisitChange
from optimizer.version import VERSION

_FIGURE_WIDTHS = (34, 20, 20, 20)
_CHANGE_WIDTHS = (22, 22, 30, 22, 12, 10, 10, 22, 12, 10, 10)
_SITE_WIDTHS = (30, 22, 30, 11, 11, 11, 60)
_BEFORE, _AFTER = 3, 7
_LOOKS = {
    Kind.ADDED: "fresh",
    Kind.REMOVED: "alarm",
    Outcome.NO_LONGER_SERVED: "alarm",
    Outcome.FEWER: "alarm",
    Outcome.NEWLY_SERVED: "fresh",
    Outcome.MORE: "fresh",
}


def write_comparison_workbook(pair: Pair, path: Path) -> None:
    """Write the workbook of two plans, whole or not at all; the same plans give the same bytes.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    content = comparison_workbook(pair)
    with written_whole(path) as unfinished:
        unfinished.write_bytes(content)


def comparison_workbook(pair: Pair) -> bytes:
    """The workbook as the bytes of an XLSX file."""
    import xlsxwriter

    sheets: tuple[tuple[str, Sequence[float], Callable[[Page, Pair], None]], ...] = (
        ("figures", _FIGURE_WIDTHS, _write_figures),
        ("changes", _CHANGE_WIDTHS, _write_changes),
        ("sites", _SITE_WIDTHS, _write_sites),
    )
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, workbook_options()) as book:
        created = datetime.combine(pair.dates[0], time())
        book.set_properties({"title": pair.after.scenario.name, "author": "Lưu Động", "created": created})
        inks = Inks(book)
        for name, widths, write in sheets:
            page = Page(book, inks, pair.say(f"book.{name}"), widths)
            write(page, pair)
            page.finish(
                header=pair.after.scenario.name,
                footer=f"Lưu Động {VERSION}",
                page_word=pair.say("book.page"),
            )
    return buffer.getvalue()


def _write_figures(page: Page, pair: Pair) -> None:
    last = len(_FIGURE_WIDTHS) - 1
    page.put(0, 0, pair.say("title", name=pair.after.scenario.name), "title", until=last)
    page.put(1, 0, f"{pair.before.label} → {pair.after.label}", "grey", "edge", until=last)
    page.put_row(2, 0, [pair.say(key) for key in ("figure", "before", "after", "by")], "head")
    row = 3
    for one in figure_rows(pair, pair.language):
        page.put(row, 0, one.label, "cell")
        page.put_row(row, 1, (one.before, one.after, one.by or "="), "cell", "right")
        row += 1
    for note in notes(pair, pair.language):
        page.put(row + 1, 0, note, "grey", "edge", until=last)
        row += 1
    page.freeze(2)


def _write_changes(page: Page, pair: Pair) -> None:
    changes = [one for one in pair.comparison.visits if one.kind is not Kind.SAME]
    for column, key in enumerate(("kind", "commune", "site")):
        page.merge_down(0, 1, column, pair.say(f"book.{key}"), "head")
    for column, key in ((_BEFORE, "before"), (_AFTER, "after")):
        page.put(0, column, pair.say(key), "head", until=column + 3)
        heads = [pair.say("team"), *(pair.say(f"book.{one}") for one in ("date", "start", "cases"))]
        page.put_row(1, column, heads, "head")
    for row, one in enumerate(changes, start=2):
        page.put(row, 0, _kinds(pair, one), "cell", *_look(one.kind))
        page.put_row(row, 1, (pair.commune(one.site), pair.place_name(one.site)), "cell")
        page.put_row(row, _BEFORE, (*_visit(pair, one.before), *_visit(pair, one.after)), "cell")
    if changes:
        page.filter_rows(1, 1 + len(changes), len(_CHANGE_WIDTHS) - 1)
    page.freeze(1)
    page.repeat(0, 1)


def _write_sites(page: Page, pair: Pair) -> None:
    sites = pair.comparison.sites
    heads = [pair.say(f"book.{key}") for key in ("kind", "commune", "site")]
    heads += [pair.say(key) for key in ("before", "after", "by")]
    page.put_row(0, 0, [*heads, pair.say("book.why")], "head")
    for row, one in enumerate(sites, start=1):
        before, after = one.cases
        page.put(row, 0, pair.say(f"outcome.{one.outcome.value}"), "cell", *_look(one.outcome))
        page.put_row(row, 1, (pair.commune(one.site), pair.place_name(one.site)), "cell")
        page.put_row(row, 3, (before, after, after - before, _why(pair, one)), "cell")
    if sites:
        page.filter_rows(0, len(sites), len(_SITE_WIDTHS) - 1)
    page.freeze(0)
    page.repeat(0, 0)


def _look(of: Kind | Outcome) -> tuple[str, ...]:
    return (_LOOKS[of],) if of in _LOOKS else ()


def _kinds(pair: Pair, one: VisitChange) -> str:
    return "; ".join(pair.say(f"kind.{kind.value}") for kind in one.kinds)


def _visit(pair: Pair, one: DayVisit | None) -> tuple[Value, ...]:
    if one is None:
        return (None,) * (_AFTER - _BEFORE)
    return pair.team_name(one.team), one.date, clock_value(one.start), one.cases


def _why(pair: Pair, one: SiteChange) -> str | None:
    """Why cases are left where fewer are served."""
    if one.after is None or one.outcome not in {Outcome.NO_LONGER_SERVED, Outcome.FEWER}:
        return None
    told = (
        f"{pair.service_name(left.service)}: {left.detail}"
        for left in one.after.left
        if left.reason is not Reason.NOT_PLANNABLE
    )
    return "\n".join(told) or None
