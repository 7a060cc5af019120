"""What was meant is found whatever the case, the diacritics or the place of the tone mark."""

from __future__ import annotations

import unicodedata

import pytest

from optimizer.intake.cleaning import clean_text, fold
from optimizer.intake.nearest import Hint, nearest


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hoà"), ("Hòa Bình", "hoa binh"), ("Đà Bắc", "DA BAC"), ("thúy", "thuý"), ("ước", "uoc")],
)
def test_words_that_differ_in_case_or_marks_only_fold_to_the_same(one: str, other: str):
    assert fold(one) == fold(other)
    assert fold(unicodedata.normalize("NFD", one)) == fold(other)


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("oficers", "officers"),
        ("max_night", "max_nights"),
        ("hoà-bình", "hoa-binh"),
        ("OFFICERS", "officers"),
        ("zzz", None),
    ],
)
def test_the_nearest_known_word_is_found_or_none(wanted: str, meant: str | None):
    assert nearest(wanted, ["officers", "stations", "max_nights", "hoa-binh"]) == meant


def test_a_hint_is_said_in_the_language_of_the_finding():
    assert format(Hint("oficers", ["officers"]), "vi") == "Có phải ý bạn là “officers”?"
    assert format(Hint("oficers", ["officers"]), "en") == "Did you mean “officers”?"
    assert format(Hint("x", ["a", "b"]), "en") == "What there is: a, b."
    assert format(Hint("x", []), "en") == "None is given yet."
    assert format(Hint("x", [f"site-{number}" for number in range(100)]), "en") == ""


def test_a_hint_never_shows_a_number_of_a_person():
    assert "025190001234" not in format(Hint("02519000123", ["025190001234"]), "vi")


def test_a_hint_among_twenty_thousand_is_found_at_once():
    known = {f"thon-{number}": None for number in range(20_000)}
    assert nearest("thon-_77", known) is not None


def test_text_is_composed_on_one_line_with_nothing_hidden_in_it():
    assert clean_text("  Xo\u0301m\u00a0Ké \n 2 ") == ("Xóm Ké 2", False)
    assert clean_text("a\u202eb\u200bc\x07d\ufeff") == ("abcd", True)
    assert clean_text("\ud800x") == ("x", True)
    assert clean_text("plain  text") == ("plain text", False)
