"""«Việc làm tiếp»: cases that follow others: done when, due from when, planned when, what is left."""

from __future__ import annotations

from optimizer.language.collation import vietnamese_order
from optimizer.report.follow_ups import Batch
from optimizer.report.formats import count_text, short_date_text
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page
from optimizer.report.workbook_sheets.style import ACCENT

WIDTHS = (18, 26, 26, 30, 12, 9, 12, 30, 10, 10)
_LAST = len(WIDTHS) - 1


def write(page: Page, contents: Contents) -> None:
    """Write the sheet; rows stand by commune and site, then as they fall due."""
    page.colour_tab(ACCENT)
    batches = _in_order(contents)
    page.put(0, 0, contents.say("follow_ups.title"), "title", until=_LAST)
    page.put(1, 0, contents.say("follow_ups.told"), "grey", "edge", until=_LAST)
    heads = ("commune", "site", "service", "first", "done", "cases", "due", "dates", "planned", "left")
    page.put_row(2, 0, [contents.say(f"follow_ups.{head}") for head in heads], "head")
    for row, one in enumerate(batches, start=3):
        site = contents.scenario.sites[one.site]
        first = contents.say("follow_ups.listed") if one.first is None else contents.service_name(one.first)
        page.put_row(row, 0, (site.commune, site.name, contents.service_name(one.service), first), "cell")
        page.put_row(row, 4, (one.done, one.cases, one.due, _dates(contents, one)), "cell")
        is_later = one.due > contents.scenario.horizon.end
        page.put_row(row, 8, (one.cases - one.left, None if is_later else one.left), "cell", "bold")
    last = 2 + len(batches)
    page.put(last + 1, 0, contents.say("sum"), "cell", "sum", until=4)
    page.put(last + 1, 5, sum(one.cases for one in batches), "cell", "sum")
    page.put(last + 1, 6, None, "cell", "sum", until=7)
    now = [one for one in batches if one.due <= contents.scenario.horizon.end]
    sums = sum(one.cases - one.left for one in batches), sum(one.left for one in now)
    page.put_row(last + 1, 8, sums, "cell", "sum")
    page.filter_rows(2, last, _LAST)
    page.freeze(2)
    page.repeat(2, 2)


def _dates(contents: Contents, batch: Batch) -> str:
    """``"28/04: 10, 29/04: 2"``; or that it falls due too late for this plan."""
    if batch.due > contents.scenario.horizon.end:
        return contents.say("follow_ups.later")
    return ", ".join(
        f"{short_date_text(day)}: {count_text(cases, contents.language)}" for day, cases in batch.planned
    )


def _in_order(contents: Contents) -> list[Batch]:
    def order(one: Batch) -> tuple[object, ...]:
        site = contents.scenario.sites[one.site]
        return vietnamese_order(site.commune), vietnamese_order(site.name), site.id

    return sorted(contents.follow_ups, key=order)
