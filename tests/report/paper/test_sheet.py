"""How a printed sheet is written."""

from datetime import date

from optimizer.report.paper.sheet import Sheet


def test_the_fonts_of_a_sheet_bring_no_rules_of_shaping() -> None:
    sheet = Sheet("Tổ 1", "vi", "luudong", date(2023, 4, 24))
    for font in sheet._pdf.fonts.values():
        assert not {"GSUB", "GPOS", "GDEF"} & set(font.ttfont.keys())


def test_every_letter_of_vietnam_is_printed_and_others_are_marked() -> None:
    sheet = Sheet("Tổ 1", "vi", "luudong", date(2023, 4, 24))
    told = "Xã Ea Wĕl, buôn Čư Jŭt, Ƀuôn Ama Thuột, thôn Nậm Ỹ – «Đường 3» → 12 đ, 5 ₫"
    assert sheet.clean(told) == told.replace("→", "–")
    assert sheet.clean("Фу 中") == "\N{REPLACEMENT CHARACTER}" * 2 + " \N{REPLACEMENT CHARACTER}"
