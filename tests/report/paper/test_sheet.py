"""How a printed sheet is written."""

from datetime import date

from optimizer.report.paper.sheet import Sheet


def test_the_fonts_of_a_sheet_bring_no_rules_of_shaping() -> None:
    sheet = Sheet("Tổ 1", "vi", "luudong", date(2023, 4, 24))
    for font in sheet._pdf.fonts.values():
        assert not {"GSUB", "GPOS", "GDEF"} & set(font.ttfont.keys())
