"""What a printed map must not hide: numbers, degrees, its scale and whole names."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from optimizer.report.paper import drawing
from optimizer.report.paper.drawing import Cartographer, Mark, Scene, Way
from optimizer.report.paper.furniture import Furniture
from optimizer.report.paper.marks import Marker
from optimizer.report.paper.room import Box, Room
from optimizer.report.paper.sheet import Sheet, Stroke
from optimizer.report.paper.view import view_of

FRAME = Box(10.0, 20.0, 180.0, 110.0)
NARROW = Box(10.0, 20.0, 46.0, 110.0)
LONG = "Điểm tiếp nhận Đồng Nai (Biên Hòa, cạnh bưu điện)"


@pytest.fixture
def sheet() -> Sheet:
    sheet = Sheet("Bản đồ", "vi", "luudong", date(2023, 4, 24))
    sheet.page(210.0, 297.0)
    return sheet


def marks(*names: str) -> tuple[Mark, ...]:
    """Numbered places in a row from west to east."""
    return tuple(
        Mark(21.0, 105.0 + 0.001 * number, Marker("number", str(number + 1)), name)
        for number, name in enumerate(names)
    )


def draw(sheet: Sheet, scene: Scene, frame: Box = FRAME) -> str:
    """Draw a scene on the page; the texts on it."""
    maps = Cartographer(sheet, "vi")
    maps.draw(scene, view_of(scene.points, frame, frame), located=frame is FRAME)
    return PdfReader(BytesIO(sheet.content())).pages[0].extract_text()


def test_no_leader_crosses_the_number_of_a_mark(sheet: Sheet, monkeypatch: pytest.MonkeyPatch):
    drawn: list[str] = []
    for kind in ("leader", "marker"):
        monkeypatch.setattr(drawing, f"draw_{kind}", lambda *_, kind=kind: drawn.append(kind))
    draw(sheet, Scene(marks("", "", "", ""), ()))
    assert drawn == ["leader"] * 4 + ["marker"] * 4


def test_nothing_is_drawn_over_the_scale_and_the_picture_of_the_country(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch
):
    drawn: list[str] = []
    for kind in ("scale", "locator"):
        whole = getattr(Furniture, f"draw_{kind}")
        monkeypatch.setattr(
            Furniture,
            f"draw_{kind}",
            lambda *given, kind=kind, whole=whole: (drawn.append(kind), whole(*given))[1],
        )
    monkeypatch.setattr(drawing, "draw_way", lambda *_: drawn.append("way"))
    scene = Scene(marks("", ""), ())
    draw(sheet, Scene(scene.marks, (Way(scene.points, Stroke(0.5)),)))
    assert drawn == ["way", "scale", "locator"]


def test_no_name_is_written_over_degrees(sheet: Sheet, monkeypatch: pytest.MonkeyPatch):
    scene = Scene(marks("", ""), ())
    view = view_of(scene.points, FRAME, FRAME)
    boxes = Furniture(sheet, "vi").draw_net(view)
    assert len(boxes) > 2
    for box in boxes:
        assert view.frame.holds(box)
        assert 4 < box.width < 12  # "105,001° Đ" in letters of 5 points
    taken: list[Box] = []
    monkeypatch.setattr(Room, "take", lambda _, box: taken.append(box))
    draw(sheet, scene)
    assert set(boxes) <= set(taken)


@pytest.mark.parametrize(("frame", "whole"), [(FRAME, True), (NARROW, False)])
def test_a_name_is_written_in_full_where_there_is_room_and_cut_where_there_is_not(
    sheet: Sheet, frame: Box, *, whole: bool
):
    text = draw(sheet, Scene(marks(LONG, ""), ()), frame)
    assert (LONG in text) == whole
    assert "Điểm tiếp nhận Đồng Nai" in text
