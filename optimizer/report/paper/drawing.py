"""A map in a frame: ground, lines, marks and names, in an order in which nothing hides what matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from optimizer.language import Language
from optimizer.report.ground import Ground
from optimizer.report.paper.closed import CLOSED, SIGN, lines_in_view, sign_at
from optimizer.report.paper.clusters import divided
from optimizer.report.paper.furniture import LOCATOR_MM, Furniture, scale_box
from optimizer.report.paper.land import OUTLINE_FROM, Named, draw_land, lettering_of, names_of
from optimizer.report.paper.marks import (
    Marker,
    curve,
    draw_dot,
    draw_leader,
    draw_marker,
    draw_way,
    label_way,
)
from optimizer.report.paper.room import Box, Room, around, beside, nearby
from optimizer.report.paper.scale import Points
from optimizer.report.paper.sheet import GREY, Lettering, Sheet, Stroke
from optimizer.report.paper.view import View, view_of
from optimizer.travel.roads.closed_drawn import ClosedRoad

_NAME = Lettering(6.4)
_AREA = Lettering(5.4, bold=True, ink=GREY)
_ASIDE_MM = 0.8
_REACH_MM = 26.0
_NEAR_MM, _FAR_MM = 4.5, 16.0
_PADDING_MM = 6.0
_NAMES_MM = 60.0, 34.0


@dataclass(frozen=True, slots=True)
class Way:
    """A line to draw.

    Parameters
    ----------
    points
        Latitude and longitude in degrees: of a road, or only of its two ends.
    bend
        How far a line of two points is bent, as a fraction of its length.
    label
        What is written on it; nothing for none.
    """

    points: Points
    stroke: Stroke
    bend: float = 0.0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at a place, with the name that is written beside it where there is room."""

    lat: float
    lon: float
    marker: Marker
    name: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a map shows besides the ground.

    Parameters
    ----------
    marks
        The most important first: later ones give way to them.
    others
        Latitude and longitude of sites that are not visited.
    areas
        Names of communes, each with where it lies.
    """

    marks: tuple[Mark, ...]
    ways: tuple[Way, ...]
    others: tuple[tuple[float, float], ...] = ()
    areas: tuple[tuple[str, float, float], ...] = ()
    ground: Ground = field(default_factory=Ground)

    @property
    def points(self) -> Points:
        """Latitude and longitude of all that must be seen."""
        return np.array([[mark.lat, mark.lon] for mark in self.marks])


class Cartographer:
    """Draws scenes into frames of one sheet."""

    def __init__(self, sheet: Sheet, language: Language) -> None:
        self._sheet = sheet
        self._language = language
        self._furniture = Furniture(sheet, language)

    def view(self, points: Points, frame: Box, *, located: bool) -> View:
        """The view of some places, with room left for scale and locator."""
        right = LOCATOR_MM[0] + 2 if located else _PADDING_MM
        return view_of(
            points, frame, frame.smaller(_PADDING_MM, _PADDING_MM, right, scale_box(frame).height + 3)
        )

    def draw_divided(
        self, scene: Scene, block: Box, *, most_insets: int, share: float
    ) -> tuple[ClosedRoad, ...]:
        """Draw a scene in a block: one map, or an overview on a share of it with insets beside it.

        Returns
        -------
        The closed roads that are to be seen.
        """
        made = divided(
            scene.points,
            block,
            lambda points, frame: self.view(points, frame, located=frame == block),
            most_insets=most_insets,
            share=share,
        )
        seen = {one for view in made.views for one in self.draw(scene, view, located=view.frame == block)}
        return tuple(one for one in scene.ground.closed if one in seen)

    def draw(self, scene: Scene, view: View, *, located: bool) -> tuple[ClosedRoad, ...]:
        """Draw a scene as a view has it; the closed roads that are to be seen."""
        sheet, frame = self._sheet, view.frame
        room = Room(frame)
        with sheet.within(frame):
            draw_land(sheet, view, scene.ground)
            if not view.is_national:
                for box in self._furniture.draw_net(view):
                    room.take(box)
            others = self._others(scene, view)
            closed = self._closed(scene.ground.closed, view)
            drawn = self._ways(scene.ways, view)
            room.take(self._furniture.draw_scale(view))
            if located and not view.is_national:
                room.take(self._furniture.draw_locator(frame, view))
            named = list(names_of(view, scene.ground, self._language))
            self._archipelagos(named, view, room)
            shown = self._marks(scene.marks, view, room)
            self._signs(closed, view, room)
            for way, points in drawn:
                if way.label:
                    label_way(sheet, points, way.label, way.stroke.ink, room)
            for box in others:
                room.take(box)
            self._names(shown, room)
            self._ground_names(named, view, room)
            self._areas(scene, view, room)
        self._furniture.draw_frame(frame)
        return tuple(closed)

    def _closed(self, roads: Iterable[ClosedRoad], view: View) -> dict[ClosedRoad, list[Points]]:
        """Draw closed roads, which ways of other days lie over; those in the frame with what was drawn."""
        seen = {road: list(lines_in_view(road, view)) for road in roads}
        for lines in seen.values():
            for points in lines:
                self._sheet.line(points, CLOSED)
        return {road: lines for road, lines in seen.items() if lines}

    def _signs(self, closed: Mapping[ClosedRoad, Sequence[Points]], view: View, room: Room) -> None:
        """Draw a sign on each closed road; it gives way to marks, which stand on their places."""
        for lines in closed.values():
            at = sign_at(lines, view)
            if at is not None:
                size = SIGN.width_mm, SIGN.size_mm
                box = room.place(nearby(*at, *size, _REACH_MM)) or around(*at, *size)
                draw_leader(self._sheet, at, box)
                draw_marker(self._sheet, SIGN, *box.middle)

    def _others(self, scene: Scene, view: View) -> list[Box]:
        """Draw the sites that are not visited; where they are."""
        points = view.on_paper(np.array(scene.others)) if scene.others else np.empty((0, 2))
        boxes = [around(float(x), float(y), 1.3, 1.3) for x, y in points]
        shown = [box for box in boxes if view.frame.holds(box)]
        for box in shown:
            draw_dot(self._sheet, *box.middle)
        return shown

    def _ways(self, ways: Iterable[Way], view: View) -> list[tuple[Way, Points]]:
        drawn = []
        for way in ways:
            points = view.on_paper(way.points)
            if len(points) == 2:
                start, end = ((float(x), float(y)) for x, y in points)
                points = curve(start, end, way.bend)
            if view.shows(points):
                draw_way(self._sheet, points, way.stroke)
                drawn.append((way, points))
        return drawn

    def _marks(self, marks: Sequence[Mark], view: View, room: Room) -> list[tuple[str, Box]]:
        """Draw marks; the names to be written, each with the box of its mark."""
        shown = []
        placed = []
        for mark in marks:
            [[x, y]] = view.on_paper(np.array([[mark.lat, mark.lon]]))
            at = float(x), float(y)
            if not view.frame.holds(around(*at, 0, 0)):
                continue
            size = mark.marker.width_mm, mark.marker.size_mm
            box = room.place(nearby(*at, *size, _REACH_MM))
            if box is None:
                box = around(*at, *size)
                room.take(box)
            placed.append((mark.marker, at, box))
            shown.append((mark.name, box))
        # All leaders before any mark, so that none crosses what is written in one.
        for _, at, box in placed:
            draw_leader(self._sheet, at, box)
        for marker, _, box in placed:
            draw_marker(self._sheet, marker, *box.middle)
        return shown

    def _names(self, shown: Iterable[tuple[str, Box]], room: Room) -> None:
        for name, mark in shown:
            if name:
                self._write_beside(name, mark, room)

    def _archipelagos(self, named: Iterable[Named], view: View, room: Room) -> None:
        """The names that must never be missing, before anything else can take their place."""
        frame = view.frame
        for name in named:
            if not name.is_archipelago:
                continue
            [[x, y]] = view.on_paper(np.array([[name.lat, name.lon]]))
            if frame.holds(around(float(x), float(y), 0, 0)):
                lettering = lettering_of(name, view)
                width, height = self._size(name.text, lettering)
                inside = min(max(float(x), frame.left + width / 2 + 0.5), frame.right - width / 2 - 0.5)
                box = around(inside, float(y), width, height)
                room.take(box)
                self._put(name.text, box, lettering)

    def _ground_names(self, named: Iterable[Named], view: View, room: Room) -> None:
        for name in named:
            if not name.is_archipelago:
                [[x, y]] = view.on_paper(np.array([[name.lat, name.lon]]))
                self._write_on(name.text, (float(x), float(y)), lettering_of(name, view), room)

    def _areas(self, scene: Scene, view: View, room: Room) -> None:
        if view.denominator >= OUTLINE_FROM:
            return
        for name, lat, lon in scene.areas:
            [[x, y]] = view.on_paper(np.array([[lat, lon]]))
            self._write_on(name.upper(), (float(x), float(y)), _AREA, room, _FAR_MM)

    def _size(self, text: str, lettering: Lettering) -> tuple[float, float]:
        return self._sheet.width_mm(self._sheet.clean(text), lettering) + 0.4, lettering.height_mm * 0.85

    def _write_on(
        self,
        text: str,
        at: tuple[float, float],
        lettering: Lettering,
        room: Room,
        reach_mm: float = _NEAR_MM,
    ) -> None:
        width, height = self._size(text, lettering)
        box = room.place(nearby(*at, width, height, reach_mm))
        if box is not None:
            self._sheet.rectangle(box, "#ffffff", opacity=0.8)
            self._put(text, box, lettering)

    def _write_beside(self, text: str, mark: Box, room: Room) -> None:
        """Write a name beside its mark: in full where there is room for that, else cut."""
        gap_mm = mark.width / 2 + _ASIDE_MM
        for widest_mm in _NAMES_MM:
            told = self._sheet.shortened(text, widest_mm, _NAME)
            box = room.place(beside(*mark.middle, *self._size(told, _NAME), gap_mm))
            if box is not None:
                self._sheet.rectangle(box, "#ffffff", opacity=0.7)
                self._put(told, box, _NAME)
                return

    def _put(self, text: str, box: Box, lettering: Lettering) -> None:
        self._sheet.write((box.middle[0], box.bottom - box.height * 0.22), text, lettering, align="centre")
