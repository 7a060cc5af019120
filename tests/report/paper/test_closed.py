"""Closed roads on printed maps, read back by another library than wrote them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pypdf import PdfReader

from optimizer.report.ground import Ground
from optimizer.report.paper.closed import CLOSED, MOST_TOLD, closed_entries, lines_in_view, sign_at
from optimizer.report.paper.overview import overview
from optimizer.report.paper.room import Box
from optimizer.report.paper.scale import Points, Projection
from optimizer.report.paper.team_pages import team_pages
from optimizer.report.paper.view import View
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.travel.roads.closed_drawn import ClosedRoad
from tests.report import campaign
from tests.report.paper.reading import MM, drawn, opened, text_of

KM = 1 / 111.195
"""In degrees of latitude."""

VIEW = View(Box(0, 0, 100, 100), 100_000, Projection(0.0, 0.0), (50.0, 50.0))
"""Ten kilometres by ten around the point where the equator meets Greenwich."""


def contents() -> Contents:
    return Contents(*campaign.papers())


def closed_at(
    *at: tuple[float, float], name: str = "“ĐT 433”", days: tuple[int, int] = (25, 26)
) -> ClosedRoad:
    start, end = (date(2023, 4, day) for day in days)
    return ClosedRoad(name, start, end, (at,))


def beside_base(papers: Contents, **told: object) -> ClosedRoad:
    """A road of a kilometre that begins at the base of team 1."""
    base = papers.scenario.bases["home"]
    return replace(closed_at((base.lat, base.lon), (base.lat + KM, base.lon)), **told)


def pages(papers: Contents, *closed: ClosedRoad) -> tuple[PdfReader, PdfReader]:
    """The pages of team 1 and the overview."""
    ground = Ground(closed=closed)
    week = next(week for week in papers.weeks if week.team.id == "to-1")
    return opened(team_pages(papers, week, ground)), opened(overview(papers, ground))


def dashes(document: PdfReader) -> int:
    """How many times a line of the dashes and the colour of closed roads is chosen on the first page."""
    pattern = f"[{CLOSED.dash * MM:.3f} {CLOSED.gap * MM:.3f}]".encode()
    return drawn(document.pages[0]).count(pattern)


def test_a_closed_road_is_drawn_on_the_team_s_map_and_the_overview_with_its_dates_in_the_legend():
    papers = contents()
    for with_road, without in zip(pages(papers, beside_base(papers)), pages(papers), strict=True):
        assert "đường bị cấm từ 25/04 đến hết 26/04: “ĐT 433”" in text_of(with_road)
        assert "bị cấm" not in text_of(without)
        assert dashes(without) == 0
        assert dashes(with_road) >= 2  # on the map and in the legend


def test_a_road_that_is_closed_on_one_day_has_one_date():
    papers = contents()
    one_day = beside_base(papers, end=date(2023, 4, 25))
    assert "đường bị cấm ngày 25/04: “ĐT 433”" in text_of(pages(papers, one_day)[0])


def test_a_closed_road_out_of_view_is_not_in_the_legend():
    papers = contents()
    far = closed_at((10.0, 106.0), (10.0 + KM, 106.0), name="QL 1")
    text = text_of(pages(papers, far, beside_base(papers))[0])
    assert "“ĐT 433”" in text
    assert "QL 1" not in text


def test_the_legend_has_room_for_every_entry_and_the_map_gives_it():
    papers = contents()
    some = [beside_base(papers, name=f"“Đường liên xã số {number}”") for number in range(MOST_TOLD)]
    for document in pages(papers, *some):
        text = text_of(document)
        assert all(one.name in text for one in some)
        assert "Đường cong chỉ nối" in text  # what was there without closed roads still is


def test_of_very_many_closed_roads_the_legend_tells_how_many_more_there_are():
    closed = [closed_at((0, 0), (KM, 0), name=f"Đường {number}") for number in range(MOST_TOLD + 3)]
    entries = closed_entries(closed, "vi")
    assert len(entries) == MOST_TOLD
    assert entries[-2].text.endswith("Đường 4")
    assert entries[-1].text == "4 chỗ cấm đường khác"  # 9 closed roads, 5 told by name


def test_a_line_is_in_view_if_one_of_its_steps_meets_the_frame():
    # The frame reaches 5 km from the centre. The first line goes around its corner; the second crosses it.
    around_corner = ((6 * KM, -6 * KM), (6 * KM, 6 * KM), (-6 * KM, 6 * KM))
    across = ((-6 * KM, 1 * KM), (6 * KM, 1 * KM))
    assert [len(line) for line in lines_in_view(closed_at(*around_corner), VIEW)] == []
    [line] = lines_in_view(closed_at(*across), VIEW)
    assert sign_at([line], VIEW) is not None


def test_the_sign_stands_in_the_middle_of_the_longest_line_that_has_it_in_the_frame():
    road = ClosedRoad(
        "",
        date(2023, 4, 25),
        date(2023, 4, 25),
        (((0, 4 * KM), (0, 30 * KM)), ((KM, 0), (3 * KM, 0)), ((0, 0), (KM, 0))),
    )
    lines: list[Points] = list(lines_in_view(road, VIEW))
    assert len(lines) == 3
    at = sign_at(lines, VIEW)
    assert at is not None
    # The middle of the second is 2 km north of the centre: 20 mm up.
    assert (round(at[0], 1), round(at[1], 1)) == (50.0, 30.0)
    assert sign_at(lines[:1], VIEW) is None
