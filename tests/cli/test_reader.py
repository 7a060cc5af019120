from __future__ import annotations

import pytest

from optimizer.cli.reader import reader_language, windows_locale


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["plan", "x", "--lang", "vi"], "vi"),
        (["--lang", "vi", "plan", "x"], "vi"),
        (["--lang=vi", "plan", "x"], "vi"),
        (["plan", "--lang=vi", "x", "--lang", "en"], "en"),
    ],
)
def test_the_option_decides_before_or_after_the_command(words: list[str], language: str):
    assert reader_language(words, {"LANG": "de_DE.UTF-8"}) == language


@pytest.mark.parametrize("words", [["plan", "vi"], ["plan", "x", "--lang"], ["--lang", "fr"], []])
def test_without_a_language_asked_for_the_locale_decides(words: list[str]):
    assert reader_language(words, {"LANG": "vi_VN.UTF-8"}) == "vi"
    assert reader_language(words, {"LANG": "en_GB.UTF-8"}) == "en"


def test_the_stronger_variable_of_the_locale_wins_and_an_empty_one_says_nothing():
    assert reader_language([], {"LC_ALL": "vi_VN", "LC_MESSAGES": "en_US", "LANG": "en_US"}) == "vi"
    assert reader_language([], {"LC_ALL": "", "LC_MESSAGES": "vi_VN", "LANG": "en_US"}) == "vi"
    assert reader_language([], {"LC_ALL": "C", "LANG": "vi_VN"}) == "en"


def test_the_system_s_locale_decides_where_the_environment_is_silent():
    assert reader_language([], {}, system_locale="vi-VN") == "vi"
    assert reader_language([], {}, system_locale="en-US") == "en"
    assert reader_language([], {}) == "en"


def test_only_windows_has_a_regional_format_to_ask_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.platform", "linux")
    assert windows_locale() == ""
