"""«Chưa phục vụ»: the cases that the plan leaves, with the reason, to sort and to filter."""

from __future__ import annotations

from optimizer.domain.plan import Unserved
from optimizer.language import say
from optimizer.language.collation import vietnamese_order
from optimizer.report.formats import counted_text, sentence_text
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page
from optimizer.report.workbook_sheets.style import GREY

WIDTHS = (18, 26, 20, 10, 20, 56, 38)
_LAST = len(WIDTHS) - 1


def write(page: Page, contents: Contents) -> None:
    """Write the sheet; rows stand in the order of the communes' and sites' names."""
    page.colour_tab(GREY)
    cells = _in_order(contents)
    count = sum(one.cases for one in cells)
    page.put(0, 0, contents.say("unserved.title"), "title", until=_LAST)
    told = (
        contents.say(
            "unserved.told",
            cases=counted_text("cases", count, contents.language),
            sites=counted_text("sites", len({one.site for one in cells}), contents.language),
        )
        if cells
        else contents.say("unserved.none")
    )
    page.put(1, 0, told, "grey", "edge", until=_LAST)
    heads = ("commune", "site", "service", "cases", "reason", "detail", "would_need")
    page.put_row(2, 0, [contents.say(f"unserved.{head}") for head in heads], "head")
    for row, one in enumerate(cells, start=3):
        site = contents.scenario.sites[one.site]
        page.put_row(row, 0, (site.commune, site.name, contents.service_name(one.service)), "cell")
        page.put(row, 3, one.cases, "cell", "bold")
        reason = say(f"map.reason.{one.reason}", contents.language)
        page.put_row(row, 4, (reason, one.detail, sentence_text(one.would_need)), "cell")
    if cells:
        page.filter_rows(2, 2 + len(cells), _LAST)
    page.freeze(2)
    page.repeat(2, 2)


def _in_order(contents: Contents) -> list[Unserved]:
    services = {service: rank for rank, service in enumerate(contents.scenario.services)}

    def order(one: Unserved) -> tuple[object, ...]:
        site = contents.scenario.sites[one.site]
        return vietnamese_order(site.commune), vietnamese_order(site.name), site.id, services[one.service]

    return sorted(contents.plan.unserved, key=order)
