"""Every text is there in both languages, is used, and gets the values that it asks for."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from optimizer.intake.schemas import bilingual_schema
from optimizer.intake.speeds import SpeedsForm
from optimizer.language import Words, catalogue, say, texts

PACKAGE = Path(__file__).parents[2] / "optimizer"
SOURCES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "language"]
SAYING = {"say", "say_count", "about"}
"""The catalogue's own functions, and the schema's."""
NAMED_ELSEWHERE = (
    "book.thing.",
    "book.want.",
    "book.vehicle.",
    "why.tag.",
    "skill.",
    "map.lack.",
    "map.page.",
    "compare.page.",
    "schema.",
)
"""Texts for ids that scenarios commonly use, of pages' scripts (see their own tests), and of the schema."""
CODE = re.compile(r"[A-Z][0-9]{1,3}")
VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)


def placeholders(text: str) -> set[str]:
    """Names of the values that a text asks for."""
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def modules() -> list[ast.Module]:
    return [ast.parse(source.read_text(encoding="utf-8")) for source in SOURCES]


@cache
def nodes() -> list[ast.AST]:
    return [node for module in modules() for node in ast.walk(module)]


def calls_by_key(*, of_number: bool = True) -> Iterator[tuple[str, set[str | None]]]:
    """Key and names of the values of every call that names its text outright, also of those with a number."""
    for module in modules():
        own = any(isinstance(node, ast.ImportFrom) and _imports_say(node) for node in ast.walk(module))
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and node.args and _is_say(node.func, own=own):
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    counted = {"count"} if _is_of_number(node.func) else set()
                    if of_number or not counted:
                        yield key.value, {keyword.arg for keyword in node.keywords} | counted


def _imports_say(node: ast.ImportFrom) -> bool:
    return any(name.name in SAYING for name in node.names)


def _is_say(function: ast.expr, *, own: bool) -> bool:
    """The catalogue's `say`, or a speaker's `text`; other rooms' shorthands add a prefix to the key."""
    if isinstance(function, ast.Name):
        return own and function.id in SAYING
    return (
        isinstance(function, ast.Attribute)
        and function.attr in {"text", "counted"}
        and isinstance(function.value, ast.Name)
        and function.value.id == "speaker"
    )


def _is_of_number(function: ast.expr) -> bool:
    """Whether what is called fills in ``{count}`` by itself."""
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    return name in {"say_count", "counted"}


def literals() -> set[str]:
    """Every string that the package's code contains."""
    return {node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def names() -> set[str]:
    """Fields of the package's models and members of its enumerations, which become parts of keys."""
    fields = {
        one.target.id
        for one in nodes()
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    }
    classes = [statement for one in nodes() if isinstance(one, ast.ClassDef) for statement in one.body]
    members = {
        target.id.lower()
        for one in classes
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    return fields | members


def patterns() -> list[re.Pattern[str]]:
    """Every composed string of the code with words of its own (``f"cli.{name}.help"``)."""
    return [
        re.compile("".join(re.escape(part) if part else "([^ ]+)" for part in parts))
        for parts in map(_parts, nodes())
        if any(set(part) - set(".") for part in parts) and " " not in "".join(parts) and not all(parts)
    ]


def _parts(node: ast.AST) -> list[str]:
    """Constant parts of a composed string; an empty one for each value."""
    if not isinstance(node, ast.JoinedStr):
        return []
    return [str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values]


@pytest.fixture(scope="module")
def said() -> dict[str, Words]:
    return catalogue()


def test_every_text_is_there_in_both_languages(said: dict[str, Words]):
    assert [key for key, words in said.items() if not words.vi.strip() or not words.en.strip()] == []


def test_both_languages_ask_for_the_same_values(said: dict[str, Words]):
    unequal = {
        key: (words.vi, words.en)
        for key, words in said.items()
        if placeholders(words.vi) != placeholders(words.en)
    }
    assert unequal == {}


def test_english_texts_hold_no_vietnamese_but_names_quotations_and_the_currency(said: dict[str, Words]):
    allowed = re.compile(r"“[^”]*”|Lưu Động|\bđ(ồng)?\b", re.IGNORECASE)
    assert [key for key, words in said.items() if VIETNAMESE.search(allowed.sub("", words.en))] == []


def test_texts_are_composed_not_decomposed_unicode(said: dict[str, Words]):
    assert [key for key, words in said.items() if not unicodedata.is_normalized("NFC", words.vi)] == []


def test_every_text_that_is_said_by_its_key_exists_and_gets_its_values(said: dict[str, Words]):
    calls = list(calls_by_key())
    assert len(calls) > 50
    assert [key for key, _ in calls if key not in said] == []
    # None stands for `**values`, whose names cannot be read off the call.
    lacking = [
        (key, placeholders(said[key].en) - given)
        for key, given in calls
        if None not in given and placeholders(said[key].en) - given
    ]
    assert lacking == []


def test_a_text_with_plural_forms_is_said_with_its_number():
    forms = {key for key, one in texts("en").forms().items() if len(one) > 1}
    assert len(forms) > 20
    without = [key for key, _ in calls_by_key(of_number=False) if key in forms]
    assert without == []
    assert say("why.cases", "en", count=7) == "7 cases"


def test_every_finding_has_a_cause_and_an_action(said: dict[str, Words]):
    named = {
        node.args[0].value
        for node in nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Finding"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert named
    assert {f"{code}.{part}" for code in named for part in ("cause", "action")} <= set(said)
    told = {key.split(".")[0] for key in said if key.endswith((".cause", ".action"))}
    assert {f"{code}.{part}" for code in told for part in ("cause", "action")} <= set(said)


def test_no_text_is_left_that_nobody_says(said: dict[str, Words]):
    known, composed = literals() | names(), patterns()
    unsaid = [key for key in said if not _is_said(key, known, composed)]
    assert unsaid == []


def _is_said(key: str, known: set[str], composed: list[re.Pattern[str]]) -> bool:
    """Whether the code names the key, or puts it together from what it names."""
    stem, _, part = key.rpartition(".")
    if part in {"cause", "action"} and CODE.fullmatch(stem):
        return stem in known
    return (
        key in known
        or key.startswith(NAMED_ELSEWHERE)
        or any(
            found and all(_is_part(value, known, composed) for value in found.groups())
            for found in (pattern.fullmatch(key) for pattern in composed)
        )
    )


def _is_part(text: str, known: set[str], composed: list[re.Pattern[str]]) -> bool:
    """Whether the code may put `text` into a key: a name, a number, several of them joined."""
    return text.isdecimal() or _is_said(text, known, composed) or {*text.split(".")} - {*"123456789"} <= known


def test_the_schema_says_every_text_that_is_meant_for_it(said: dict[str, Words]):
    shown = str([bilingual_schema(), SpeedsForm.model_json_schema()])
    assert [key for key in said if key.startswith("schema.") and repr(said[key].vi) not in shown] == []


def test_a_text_is_said_in_the_language_asked_for():
    assert say("day.monday", "vi") == "Thứ Hai"
    assert say("day.monday", "en") == "Monday"
    assert say("unit.hours", "vi", hours=2) == "2 giờ"
