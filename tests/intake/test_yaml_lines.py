"""YAML keeps its lines, and what was written."""

from __future__ import annotations

import pytest

from optimizer.intake.collect import Findings
from optimizer.intake.origins import YamlOrigin, key_path, plain
from optimizer.intake.yaml_lines import MOST_DEPTH, MOST_NODES, WrittenFloat, read_yaml, resolve


def read(text: str):
    findings = Findings()
    root = read_yaml(text, "a.yaml", findings)
    return root, [(finding.code, finding.where.line) for finding in findings.listed()]


def values(text: str):
    root, codes = read(text)
    assert codes == []
    assert root is not None
    return plain(YamlOrigin("a.yaml", root), root)


TEXT = """\
# đầu tệp
a: 1
b:
  - c: x
    d: y

  - {c: z,
     d: w}
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 2),
        (("a",), 2),
        (("b",), 3),
        (("b", 0), 4),
        (("b", 0, "d"), 5),
        (("b", 1), 7),
        (("b", 1, "d"), 8),
        (("b", 1, "none"), 7),
        (("b", 9), 3),
        (("none", "at", "all"), 2),
        (("a", "deeper"), 2),
    ],
)
def test_every_path_has_its_line_or_that_of_what_is_around_it(path: tuple[str | int, ...], line: int):
    root, _ = read(TEXT)
    assert root is not None
    assert root.line_at(path) == line


def test_paths_are_said_with_items_counted_from_one():
    assert key_path(("teams", 1, "shift")) == "teams[2].shift"
    assert key_path(("hours", "office", "mon-fri", 0)) == "hours.office.mon-fri[1]"


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("11:00", "11:00"),
        ("1:30:00", "1:30:00"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2023-04-24", "2023-04-24"),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("-3", -3),
        ("12", 12),
        ("1e3", 1000.0),
        ("20.5", 20.5),
        (".5", 0.5),
        ("9" * 30, "9" * 30),
    ],
)
def test_a_bare_word_stands_for_what_yaml_1_2_says(word: str, value: object):
    assert resolve(word) == value
    assert type(resolve(word)) in (type(value), WrittenFloat)


def test_a_fraction_remembers_how_it_was_written():
    read = resolve("1.000")
    assert isinstance(read, WrittenFloat)
    assert (read, read.text) == (1.0, "1.000")


def test_quotes_make_text_of_anything():
    assert values("a: '12'\nb: \"true\"\nc: 'null'\nd: !!str 12\ne: |\n  hai\n  dòng\n") == {
        "a": "12",
        "b": "true",
        "c": "null",
        "d": "12",
        "e": "hai dòng",
    }


def test_aliases_and_merged_keys_stand_for_what_they_name():
    assert values("a: &x {k: 1, l: 2}\nb: {<<: *x, l: 3}\nc: {<<: [*x, {m: 4}]}\nd: *x\n") == {
        "a": {"k": 1, "l": 2},
        "b": {"k": 1, "l": 3},
        "c": {"k": 1, "l": 2, "m": 4},
        "d": {"k": 1, "l": 2},
    }
    assert values('"<<": {a: 1}\n') == {"<<": {"a": 1}}


def test_depth_and_number_of_values_are_bounded():
    assert values("a: " + "[" * (MOST_DEPTH - 1) + "]" * (MOST_DEPTH - 1))
    assert read("a: " + "[" * MOST_DEPTH + "]" * MOST_DEPTH)[1] == [("E104", 1)]
    assert read("[" + "1," * MOST_NODES + "]")[1] == [("E104", 1)]


def test_a_hundred_million_values_of_aliases_are_refused_at_once():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 9)]
    assert read("\n".join(lines))[1] == [("E105", 6)]
