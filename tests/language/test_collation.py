from __future__ import annotations

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from optimizer.language.collation import vietnamese_order


def in_order(*names: str) -> bool:
    backwards = names[::-1]
    return sorted(backwards, key=vietnamese_order) == list(names)


def test_letters_come_in_the_order_of_the_alphabet():
    assert in_order(
        "an", "ăn", "ân", "bản", "cao", "dao", "đào", "em", "êm", "ông", "ơn", "ung", "ưng", "yên"
    )


def test_tones_come_after_letters_and_in_the_order_of_dictionaries():
    assert in_order("ma", "mà", "mả", "mã", "má", "mạ", "mai", "mài")


def test_the_first_syllable_decides_with_its_tone_before_the_second():
    assert in_order("Ba Vì", "Ba Xa", "Bà Rịa", "Bá Thước")


def test_numbers_count_as_numbers():
    assert in_order("Thôn 2", "Thôn 10", "Thôn 10 A", "Thôn Bưa Sen")


def test_the_place_of_the_tone_mark_and_capitals_hardly_matter():
    assert in_order("hòa", "hoá", "hoạ")
    assert in_order("hoà", "hóa", "họa")
    assert in_order("XÃ AN", "xã Ân", "XÃ BA")


def test_both_unicode_forms_are_one_name():
    assert vietnamese_order(normalize("NFD", "Xóm Ằng")) == vietnamese_order(normalize("NFC", "Xóm Ằng"))


def test_letters_of_other_languages_come_last():
    assert in_order("Đồi", "Ýt", "Zơ", "Ömer")


@given(st.text(), st.text())
def test_only_equal_texts_have_equal_keys(one: str, other: str):
    same = normalize("NFC", one) == normalize("NFC", other)
    assert (vietnamese_order(one) == vietnamese_order(other)) == same
