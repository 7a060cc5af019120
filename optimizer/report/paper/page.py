"""What stands at the top of every printed page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from optimizer.language import say
from optimizer.report.paper.sheet import GREY, INK, Lettering, Sheet, Stroke
from optimizer.report.workbook_sheets.contents import Contents

MARGIN_MM = 12.0
TOP_MM = 23.0
"""Where the contents of a page begin."""

_PLAN, _NAME, _SMALL = Lettering(8, ink=GREY), Lettering(13, bold=True), Lettering(8)


@dataclass(frozen=True, slots=True)
class PageHead:
    """Whose page it is, of which dates, and which of how many."""

    name: str
    period: str
    page: int
    pages: int


def draw_head(sheet: Sheet, contents: Contents, head: PageHead, width_mm: float) -> None:
    """Draw the head of a page."""
    right = width_mm - MARGIN_MM
    page = say("paper.page", contents.language, page=head.page, pages=head.pages)
    room = right - MARGIN_MM
    sheet.write((MARGIN_MM, 12.5), sheet.shortened(contents.scenario.name, room - 25, _PLAN), _PLAN)
    sheet.write((right, 12.5), page, _SMALL, align="right")
    sheet.write((MARGIN_MM, 18.6), sheet.shortened(head.name, room - 65, _NAME), _NAME)
    sheet.write((right, 18.6), head.period, Lettering(9, bold=True), align="right")
    sheet.line(np.array([[MARGIN_MM, 20.6], [right, 20.6]]), Stroke(0.4, INK))
