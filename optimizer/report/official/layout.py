"""How an official document looks: paper, type, paragraphs, lines and page numbers.

References
----------
Nghị định 30/2020/NĐ-CP, Phụ lục I: A4; margins of 20–25 mm above and below, 30–35 mm left,
15–20 mm right; Times New Roman, black; the page number in the middle above, from page 2 on; body
of 13–14 points, justified, first line indented by 1–1.27 cm, at least 6 points between paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
BODY_POINTS, TABLE_POINTS = 14, 11
PAGE_MM = (210, 297)
MARGINS_MM = {"top": 20, "bottom": 20, "left": 30, "right": 18}
TEXT_WIDTH_MM = PAGE_MM[0] - MARGINS_MM["left"] - MARGINS_MM["right"]
FIRST_LINE_MM = 12.7
BETWEEN_PARAGRAPHS_POINTS = 6

_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "justified": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True, slots=True)
class Type:
    """How a line is set.

    Parameters
    ----------
    points
        Size of the letters.
    after
        Points of space below.
    """

    points: float = BODY_POINTS
    bold: bool = False
    italic: bool = False
    align: str = "centre"
    after: float = 0.0
    indent_mm: float = 0.0
    keep: bool = False


BODY = Type(align="justified", after=BETWEEN_PARAGRAPHS_POINTS, indent_mm=FIRST_LINE_MM)
GROUND = Type(italic=True, align="justified", after=BETWEEN_PARAGRAPHS_POINTS, indent_mm=FIRST_LINE_MM)
PART = Type(bold=True, align="justified", after=BETWEEN_PARAGRAPHS_POINTS, indent_mm=FIRST_LINE_MM, keep=True)
CELL = Type(points=TABLE_POINTS, align="left")
CELL_NUMBER = Type(points=TABLE_POINTS)
CELL_HEAD = Type(points=TABLE_POINTS, bold=True)


def new_document() -> DocumentObject:
    """An empty document on the paper and in the type of official documents."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_MM[0]), Mm(PAGE_MM[1])
    section.top_margin, section.bottom_margin = Mm(MARGINS_MM["top"]), Mm(MARGINS_MM["bottom"])
    section.left_margin, section.right_margin = Mm(MARGINS_MM["left"]), Mm(MARGINS_MM["right"])
    section.header_distance = section.footer_distance = Mm(10)
    normal = document.styles["Normal"]
    normal.font.name = FONT
    normal.font.size = Pt(BODY_POINTS)
    normal.font.color.rgb = RGBColor(0, 0, 0)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    _number_pages(section)
    return document


def line(place: Any, text: str, how: Type, *, first: bool = False) -> Paragraph:
    """Add a line to a document or a cell.

    Parameters
    ----------
    first
        Whether it is the one with which a new cell comes.
    """
    paragraph: Paragraph = place.paragraphs[0] if first else place.add_paragraph()
    shape = paragraph.paragraph_format
    paragraph.alignment = _ALIGNMENTS[how.align]
    shape.space_before, shape.space_after = Pt(0), Pt(how.after)
    shape.line_spacing = 1.0
    shape.keep_with_next = how.keep
    if how.indent_mm:
        shape.first_line_indent = Mm(how.indent_mm)
    run = paragraph.add_run(text)
    run.font.name, run.font.size = FONT, Pt(how.points)
    run.bold, run.italic = how.bold, how.italic
    return paragraph


def rule(place: Any, length_mm: float, width_mm: float) -> None:
    """Add a thin line of some length in the middle of a place of some width."""
    paragraph = line(place, "", Type(points=2))
    side = Mm(max(0.0, (width_mm - length_mm) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.space_before = Pt(2)
    borders = _element("pBdr")
    borders.append(_element("top", val="single", sz="6", space="1", color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 - python-docx has no borders
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def grid(place: Any, widths_mm: Sequence[float], *, ruled: bool) -> Table:
    """Add a table of one row, with thin lines or without."""
    table: Table = place.add_table(rows=1, cols=len(widths_mm))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    if ruled:
        table.style = "Table Grid"
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    set_widths(table.rows[0].cells, widths_mm)
    if not ruled:
        _close_up(table)
    return table


def set_widths(cells: Sequence[_Cell], widths_mm: Sequence[float]) -> None:
    """Set the widths of one row's cells, which word processors go by."""
    for cell, width in zip(cells, widths_mm, strict=True):
        cell.width = Length(Mm(width))


def repeat_head(table: Table) -> None:
    """Print a table's first row again on top of every page."""
    table.rows[0]._tr.get_or_add_trPr().append(_element("tblHeader"))  # noqa: SLF001 - python-docx has no repeated rows


def keep_whole(table: Table, row: int) -> None:
    """Ask for a row not to be divided between pages."""
    table.rows[row]._tr.get_or_add_trPr().insert(0, _element("cantSplit"))  # noqa: SLF001 - python-docx has no such property


def page_break(document: DocumentObject, text: str, how: Type) -> Paragraph:
    """Add a line with which a new page begins."""
    paragraph = line(document, text, how)
    paragraph.paragraph_format.page_break_before = True
    return paragraph


def _close_up(table: Table) -> None:
    """Let text reach the edges of the cells: long lines of a letterhead have no room to spare."""
    margins = _element("tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(side, w="0", type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")  # noqa: SLF001 - python-docx has no margins


def _number_pages(section: Any) -> None:
    """Number pages in the middle above, but not the first."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.name, run.font.size = FONT, Pt(BODY_POINTS)
        mark = _element("fldChar", fldCharType=kind) if kind else _element("instrText")
        if text:
            mark.text = text
        run._r.append(mark)  # noqa: SLF001 - python-docx has no fields


def _element(name: str, **attributes: str) -> Any:
    """An element of WordprocessingML, for what python-docx has no words for."""
    element = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
