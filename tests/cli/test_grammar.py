from __future__ import annotations

import pytest

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import UsageError
from optimizer.cli.numbers import duration_seconds, whole_number
from optimizer.cli.parser import COMMANDS, build_parser
from optimizer.language import Language


def wrong(words: list[str], language: Language) -> str:
    with pytest.raises(UsageError) as caught:
        build_parser(language).parse_args(words)
    return caught.value.reason


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("command", [command.NAME for command in COMMANDS])
def test_every_command_has_help_in_both_languages(
    command: str, language: Language, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit):
        build_parser(language).parse_args([command, "--help"])
    page = capsys.readouterr().out
    assert page.startswith("Cách dùng: luudong" if language == "vi" else "Usage: luudong")
    english = ("positional", "optional arguments", "show this help message", "usage:")
    assert not any(word in page for word in english)


def test_the_exit_codes_in_the_help_are_those_of_the_program():
    page = build_parser("vi").format_help()
    listed = page[page.index("Mã thoát:") :].splitlines()[1:]
    assert [int(line.split()[0]) for line in listed] == list(Exit)


def test_options_may_stand_before_or_after_the_command():
    before = build_parser("en").parse_args(["--lang", "vi", "--debug", "plan", "x"])
    after = build_parser("en").parse_args(["plan", "x", "--lang", "vi", "--debug"])
    assert (before.lang, before.debug) == (after.lang, after.debug) == ("vi", True)


def test_the_limits_of_the_search_have_the_documented_defaults():
    arguments = build_parser("en").parse_args(["plan", "x"])
    assert (arguments.seed, arguments.workers) == (1, None)
    assert (arguments.seconds, arguments.iterations, arguments.out) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["plan"], "còn thiếu KỊCH_BẢN"),
        (["plan", "x", "--sceonds", "3"], "không hiểu --sceonds 3"),
        (["paln", "x"], "'paln' không dùng được ở đây"),
        (["plan", "x", "--seconds"], "--seconds cần một giá trị đi kèm"),
        (["plan", "x", "--seconds", "0"], "--seconds: '0' không phải số giây lớn hơn 0"),
        (["plan", "x", "--workers", "0"], "--workers: '0' không phải số nguyên từ 1 đến 256"),
    ],
)
def test_what_is_typed_wrongly_is_told_in_vietnamese(words: list[str], reason: str):
    assert wrong(words, "vi").startswith(reason)


def test_options_may_not_be_abbreviated_so_that_new_ones_break_no_script():
    assert wrong(["plan", "x", "--sec", "3"], "en") == "not understood: --sec 3"


@pytest.mark.parametrize("text", ["", "-1", "0", "1.5", "1e3", "٣", "257", "9" * 30, " 1"])
def test_what_is_no_whole_number_in_range_is_refused(text: str):
    with pytest.raises(Exception, match="is not a whole number from 1 to 256"):
        whole_number("en", least=1, most=256)(text)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("256", 256), ("007", 7)])
def test_whole_numbers_in_range_are_read(text: str, number: int):
    assert whole_number("en", least=1, most=256)(text) == number


@pytest.mark.parametrize("text", ["nan", "inf", "-3", "0", "một phút", ""])
def test_what_is_no_positive_finite_duration_is_refused(text: str):
    with pytest.raises(Exception, match="is not a number of seconds above 0"):
        duration_seconds("en")(text)


def test_seconds_may_have_a_fraction():
    assert duration_seconds("vi")("0.5") == 0.5
