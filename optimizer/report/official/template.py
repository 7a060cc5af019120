"""The template of the official plan as the office gets it, to edit as it likes.

Words in double braces are filled in from the plan; dotted places are for the office: parent body,
number, grounds, date, who signs, who receives.  The police's own rules on letterheads and symbols
differ in places from the general ones: that is why this is a template.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx.document import Document as DocumentObject

from optimizer.language import Language, say
from optimizer.report.official.layout import (
    BODY,
    CELL,
    CELL_HEAD,
    CELL_NUMBER,
    GROUND,
    PART,
    TEXT_WIDTH_MM,
    Type,
    grid,
    keep_whole,
    line,
    new_document,
    page_break,
    repeat_head,
    rule,
    set_widths,
)
from optimizer.report.settled_zip import settled_zip

_LETTERHEAD_MM = (72.0, 90.0)
_LETTERHEAD_POINTS = 12
_MOTTO_RULE_MM = {"vi": 59.0, "en": 76.0}
"""Lengths of the motto's line, for the rule below it is as long as that."""

_ISSUER_RULE_MM, _SUBJECT_RULE_MM = 25.0, 55.0
_SIGNATURE_MM = (82.0, 80.0)
_ROOM_FOR_SIGNATURE = 5

_PARTS = {
    "purpose": ("1", "2"),
    "content": ("dates", "places", "quota", "forces", "ways", "left"),
    "carrying_out": ("1", "2", "3"),
}
"""Parts of the body, and the points of each."""

Column = tuple[str, str, float, Type]
"""Head (a key of the catalogue), what is filled in, width in mm, how it is set."""


def template_bytes(language: Language) -> bytes:
    """The template as the bytes of a DOCX file, always the same."""
    document = new_document()
    document.core_properties.author = "Lưu Động"
    document.core_properties.title = say("doc.title", language)
    document.core_properties.comments = ""
    _Writer(document, language).write()
    buffer = BytesIO()
    document.save(buffer)
    return settled_zip(buffer.getvalue())


class _Writer:
    """Writes the parts of the template, in order."""

    def __init__(self, document: DocumentObject, language: Language) -> None:
        self._document = document
        self._language = language

    def _say(self, key: str) -> str:
        # Braces of the catalogue are doubled, for its texts have values of their own.
        return say(f"doc.{key}", self._language)

    def write(self) -> None:
        """Write everything."""
        self._letterhead()
        self._title()
        self._body()
        self._signature()
        self._forces()
        self._schedules()
        self._lodgings()
        self._left()

    def _letterhead(self) -> None:
        left_mm, right_mm = _LETTERHEAD_MM
        left, right = grid(self._document, _LETTERHEAD_MM, ruled=False).rows[0].cells
        line(left, self._say("parent"), Type(points=_LETTERHEAD_POINTS), first=True)
        line(left, "{{ co_quan|upper }}", Type(points=_LETTERHEAD_POINTS, bold=True))
        rule(left, _ISSUER_RULE_MM, left_mm)
        line(left, self._say("number"), Type(points=13))
        line(right, self._say("state"), Type(points=_LETTERHEAD_POINTS, bold=True), first=True)
        line(right, self._say("motto"), Type(points=13, bold=True))
        rule(right, _MOTTO_RULE_MM[self._language], right_mm)
        line(right, self._say("place_date"), Type(points=13, italic=True))

    def _title(self) -> None:
        document = self._document
        line(document, "", Type(points=10))
        line(document, self._say("title"), Type(bold=True))
        line(document, self._say("subject"), Type(bold=True))
        rule(document, _SUBJECT_RULE_MM, TEXT_WIDTH_MM)
        line(document, "", Type(points=8))

    def _body(self) -> None:
        for number in ("1", "2", "3"):
            line(self._document, self._say(f"ground.{number}"), GROUND)
        line(self._document, self._say("opening"), BODY)
        for part, points in _PARTS.items():
            line(self._document, self._say(f"{part}.title"), PART)
            for point in points:
                line(self._document, self._say(f"{part}.{point}"), BODY)
                if point == "quota":
                    self._quota()

    def _quota(self) -> None:
        """A line for each service."""
        line(self._document, "{%p for thu_tuc in cac_thu_tuc %}", BODY)
        line(self._document, self._say("content.service"), BODY)
        line(self._document, "{%p endfor %}", BODY)

    def _signature(self) -> None:
        table = grid(self._document, _SIGNATURE_MM, ruled=False)
        keep_whole(table, 0)
        left, right = table.rows[0].cells
        line(left, self._say("receivers"), Type(points=12, bold=True, italic=True, align="left"), first=True)
        for number in ("1", "2", "3"):
            line(left, self._say(f"receiver.{number}"), Type(points=11, align="left"))
        line(right, self._say("on_behalf"), Type(bold=True), first=True)
        line(right, self._say("signer"), Type(bold=True))
        for _ in range(_ROOM_FOR_SIGNATURE):
            line(right, "", Type())
        line(right, self._say("signer_name"), Type(bold=True))

    def _annex(self, name: str) -> None:
        """The title of an annex, on a new page, with what it belongs to."""
        page_break(self._document, self._say(f"{name}.number"), Type(bold=True, keep=True))
        line(self._document, self._say(f"{name}.title"), Type(bold=True, keep=True))
        line(self._document, self._say("attached"), Type(italic=True, after=8, keep=True))

    def _forces(self) -> None:
        self._annex("forces")
        columns: Sequence[Column] = (
            ("order", "{{ to.tt }}", 10, CELL_NUMBER),
            ("team", "{{ to.ten }}{% if to.nguoi %}: {{ to.nguoi }}{% endif %}", 35, CELL),
            ("base", "{{ to.tru_so }}", 30, CELL),
            ("officers", "{{ to.can_bo }}", 20, CELL_NUMBER),
            ("stations", "{{ to.bo_thu_nhan }}", 14, CELL_NUMBER),
            ("vehicle", "{{ to.phuong_tien }}", 21, CELL),
            ("brings", "{{ to.mang_theo }}", 16, CELL),
            ("cases", "{{ to.ho_so }}", 16, CELL_NUMBER),
        )
        self._table("to", "cac_to", columns)

    def _schedules(self) -> None:
        self._annex("schedules")
        line(self._document, "{%p for to in cac_to %}", BODY)
        line(self._document, self._say("schedules.team"), Type(points=13, bold=True, align="left", keep=True))
        facts = Type(points=12, italic=True, align="left", after=4, keep=True)
        line(self._document, self._say("schedules.facts"), facts)
        columns: Sequence[Column] = (
            ("date", "{{ ngay.ngay }}", 20, CELL),
            ("depart", "{{ ngay.xuat_phat }}", 16, CELL_NUMBER),
            ("visits", "", 73, CELL),
            ("cases", "{{ ngay.ho_so }}", 16, CELL_NUMBER),
            ("end", "{{ ngay.cuoi_ngay }}", 37, CELL),
        )
        visits = self._table("ngay", "to.cac_ngay", columns)
        line(visits, "{%p for luot in ngay.cac_luot %}", CELL, first=True)
        line(visits, self._say("schedules.visit"), CELL)
        line(visits, "{%p endfor %}", CELL)
        line(self._document, "", Type(points=10))
        line(self._document, "{%p endfor %}", BODY)

    def _lodgings(self) -> None:
        self._annex("lodgings")
        columns: Sequence[Column] = (
            ("order", "{{ nghi.tt }}", 10, CELL_NUMBER),
            ("team", "{{ nghi.to }}", 40, CELL),
            ("place", "{{ nghi.noi }}", 48, CELL),
            ("nights", "{{ nghi.tu_ngay }}", 32, CELL_NUMBER),
            ("number", "{{ nghi.so_dem }}", 12, CELL_NUMBER),
            ("officers", "{{ nghi.so_nguoi }}", 20, CELL_NUMBER),
        )
        self._table("nghi", "cac_noi_nghi", columns)
        line(self._document, self._say("lodgings.sum"), Type(points=12, italic=True, align="left"))

    def _left(self) -> None:
        self._annex("left")
        columns: Sequence[Column] = (
            ("order", "{{ nhom.tt }}", 10, CELL_NUMBER),
            ("service", "{{ nhom.thu_tuc }}", 52, CELL),
            ("reason", "{{ nhom.ly_do }}", 60, CELL),
            ("sites", "{{ nhom.so_diem }}", 18, CELL_NUMBER),
            ("cases", "{{ nhom.ho_so }}", 22, CELL_NUMBER),
        )
        self._table("nhom", "con_lai_theo_nhom", columns)
        plain = Type(points=12, align="justified", after=4)
        line(self._document, "{%p if lich_hen_khong_giu_duoc %}", plain)
        line(self._document, self._say("unkept.title"), Type(bold=True, align="left", after=4, keep=True))
        line(self._document, "{%p for hen in lich_hen_khong_giu_duoc %}", plain)
        line(self._document, self._say("unkept.one"), plain)
        line(self._document, "{%p endfor %}", plain)
        line(self._document, "{%p endif %}", plain)

    def _table(self, each: str, of: str, columns: Sequence[Column]) -> Any:
        """A table with a row for each; the cell of the column whose content is left open, if there is one."""
        widths = [width for _, _, width, _ in columns]
        table: Any = grid(self._document, widths, ruled=True)
        repeat_head(table)
        for cell, (head, _, _, _) in zip(table.rows[0].cells, columns, strict=True):
            line(cell, self._say(f"column.{head}"), CELL_HEAD, first=True)
        before, row, otherwise, none, after = (table.add_row() for _ in range(5))
        line(before.cells[0], f"{{%tr for {each} in {of} %}}", CELL, first=True)
        line(otherwise.cells[0], "{%tr else %}", CELL, first=True)
        told = next((at for at, (_, filled, _, _) in enumerate(columns) if not filled), 1)
        line(none.cells[told], self._say("none"), CELL, first=True)
        line(after.cells[0], "{%tr endfor %}", CELL, first=True)
        for one in (before, row, otherwise, none, after):
            set_widths(one.cells, widths)
        keep_whole(table, 2)
        opened = row.cells[0]
        for cell, (_, filled, _, how) in zip(row.cells, columns, strict=True):
            if filled:
                line(cell, filled, how, first=True)
            else:
                opened = cell
        return opened
