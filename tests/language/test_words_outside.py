"""No text that a person sees stands in the code: all are in the catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "optimizer"
PAGES = sorted((PACKAGE / "report").rglob("page/*.*"))
STARTERS = PACKAGE / "intake" / "starters"

VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)
SENTENCE = re.compile(r"\b[A-Za-z]{2,}[,;:]? [a-z]{2,}[,;:]? [a-z]+|^[A-Z][a-z]+ [a-z]+[.…]?$")
"""Three words in a row, or two that begin like a sentence."""

NAME = re.compile(r"Lưu Động( |$)|(^|[ \"])đ($|[ \"/])")
"""The product's name and the currency's sign are the same in every language."""

READS_VIETNAMESE = {
    "intake/cleaning.py",  # letters without their marks
    "intake/fields.py",  # có, không
    "intake/persons.py",  # how persons are addressed
    "language/collation.py",  # the alphabet
    "report/file_names.py",  # letters without their marks
    "report/paper/furniture.py",  # names of the archipelagos, the same in every language
    "report/workbook_sheets/page.py",  # how wide letters are
    "travel/roads/closed.py",  # letters without their marks
}
"""Modules that have to do with Vietnamese letters and words as they come in."""

READS_ENGLISH = {
    "cli/grammar.py",  # what argparse says, to say it better
    "intake/officer_tables.py",  # names of columns
    "intake/persons.py",
    "intake/promise_tables.py",
    "intake/sites.py",
    "report/offline.py",  # what folium writes, to take it out
}
TEMPLATE_MARKS = re.compile(r"\{%p .* %\}")
"""Marks of the official plan's template, which Word files carry and docxtpl reads."""


def literals(source: str) -> Iterator[ast.Constant]:
    """Every text of a module, but what explains the code and what tells of a defect to its developers."""
    tree = ast.parse(source)
    silent: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(node.value)
        elif isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and _is_unheard(node.func)):
            silent.update(ast.walk(node))
        elif isinstance(node, ast.Assign) and _is_of_a_defect(node):
            silent.update(ast.walk(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            yield node


def _is_of_a_defect(node: ast.Assign) -> bool:
    """``message = …`` is what the next line raises."""
    return any(isinstance(target, ast.Name) and target.id == "message" for target in node.targets)


def _is_unheard(function: ast.expr) -> bool:
    """``super().__init__(…)`` of an exception, and the names of a solver's variables."""
    return (
        isinstance(function, ast.Attribute)
        and re.fullmatch(r"__init__|new_\w+_var", function.attr) is not None
    )


def spoken(path: str, source: str) -> list[str]:
    """Texts of a module that a person might read, with their lines."""
    found = []
    for one in literals(source):
        text = TEMPLATE_MARKS.sub("", one.value)
        is_vietnamese = VIETNAMESE.search(NAME.sub("", text)) and path not in READS_VIETNAMESE
        is_english = SENTENCE.search(text) and path not in READS_ENGLISH
        if is_vietnamese or is_english:
            found.append(f"{path}:{one.lineno}: {one.value[:60]}")
    return found


def test_no_module_says_anything_by_itself():
    found = []
    for module in sorted(PACKAGE.rglob("*.py")):
        name = module.relative_to(PACKAGE).as_posix()
        found += spoken(name, module.read_text(encoding="utf-8"))
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        'print("Không tìm thấy tệp")',
        'speaker.result(f"Found {count} sites in all")',
        'page.put(0, 0, "Not served")',
        'parser.add_argument("x", help="the folder to write to")',
    ],
)
def test_a_text_in_the_code_would_be_found(line: str):
    assert len(spoken("cli/some.py", line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        '"""Say what is wrong with it."""',
        'raise ValueError("a route has no end")',
        'message = f"no road from {a} to {b}"',
        'say("cli.plan.help", language)',
        'book.set("Lưu Động")',
    ],
)
def test_what_no_person_reads_is_left_alone(line: str):
    assert spoken("cli/some.py", line) == []


def test_the_pages_scripts_hold_no_words():
    found = []
    for path in PAGES:
        code = re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"))
        code = re.sub(r"\breplace\(/đ/gi", "", code)  # letters without their marks
        found += [
            (path.name, text)
            for text in re.findall(r"\"[^\"\n]*\"|`[^`]*`|>[^<>{}\n]*<", code)
            if VIETNAMESE.search(text) or re.search(r"[A-Z][a-z]+ [a-z]+ [a-z]+", text)
        ]
        assert not VIETNAMESE.search(code), path.name
    assert found == []


def test_files_that_are_whole_texts_are_there_in_both_languages_with_the_same_keys():
    names = {one: sorted(path.name for path in (STARTERS / one).iterdir()) for one in ("vi", "en")}
    assert names["vi"] == names["en"] != []
    keys = {
        one: re.findall(
            r"^([a-z_]+):", (STARTERS / one / "scenario.yaml").read_text(encoding="utf-8"), re.MULTILINE
        )
        for one in names
    }
    keys["en"].remove("language")  # Vietnamese goes without saying
    assert keys["vi"] == keys["en"] != []
