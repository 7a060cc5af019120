"""The files of words are whole, in order, and compiled; where they are not, `make words` says or does it."""

from __future__ import annotations

import re
import runpy
from collections import Counter
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter
from types import SimpleNamespace
from typing import get_args

import pytest
from babel.messages.catalog import Catalog, Message

from optimizer.language import Language, say_count

WORDS = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "words.py")))
LANGUAGES = get_args(Language)

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def placeholders(text: str) -> set[str]:
    """Names of the values that a text asks for."""
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(text) if name is not None}


def messages(language: str) -> list[Message]:
    """Every text of a language but the file's header."""
    return [message for message in WORDS.read(language) if message.id]


def test_every_language_has_its_files(language: Language):
    assert WORDS.languages() == sorted(LANGUAGES)
    assert len(messages(language)) > 1000


def test_no_text_is_fuzzy_obsolete_written_twice_or_marked_with_a_flag(language: Language):
    catalog: Catalog = WORDS.read(language)
    assert not catalog.fuzzy
    assert [message.id for message in messages(language) if message.flags] == []
    assert list(catalog.obsolete) == []
    source = WORDS.po_path(language).read_text(encoding="utf-8")
    written = Counter(re.findall(r'^msgid "(.+)"$', source, re.MULTILINE))
    assert [key for key, times in written.items() if times > 1] == []
    assert set(written) == {WORDS.key(message) for message in messages(language)}


def test_babel_s_checks_find_nothing(language: Language):
    assert [(message.id, errors) for message, errors in WORDS.read(language).check()] == []


def test_every_form_of_a_text_is_there_and_asks_for_the_same_values(language: Language):
    english = {WORDS.key(message): message for message in messages("en")}
    lacking, unequal = [], []
    for message in messages(language):
        forms = WORDS.forms(message)
        wanted = placeholders(WORDS.forms(english[WORDS.key(message)])[-1])
        lacking += [message.id for form in forms if not form.strip()]
        unequal += [(message.id, form) for form in forms if placeholders(form) != wanted]
    assert lacking == []
    assert unequal == []


def test_a_text_has_plural_forms_in_every_language_or_in_none(language: Language):
    def of_number(one: str) -> set[str]:
        return {WORDS.key(message) for message in messages(one) if not isinstance(message.id, str)}

    assert of_number(language) == of_number("en") != set()


def test_the_file_is_in_the_order_of_the_english_one_with_its_texts_as_comments(language: Language):
    made = WORDS.po_bytes(WORDS.ordered(WORDS.read(language), WORDS.read("en")))
    assert WORDS.po_path(language).read_bytes() == made, "run: make words"


def test_the_compiled_file_is_fresh_byte_for_byte(language: Language):
    # Babel writes its version into it: constraints.txt says which.
    compiled = WORDS.po_path(language).with_suffix(".mo")
    assert compiled.read_bytes() == WORDS.mo_bytes(WORDS.read(language)), "run: make words"
    with compiled.open("rb") as file:
        assert GNUTranslations(file).info()["language"] == language


def test_a_number_chooses_the_form_and_is_told(language: Language):
    told = {number: say_count("count.cases", number, language) for number in (0, 1, 2, 21)}
    if language == "vi":
        assert told == {0: "0 hồ sơ", 1: "1 hồ sơ", 2: "2 hồ sơ", 21: "21 hồ sơ"}
    else:
        assert told == {0: "0 cases", 1: "1 case", 2: "2 cases", 21: "21 cases"}
    assert say_count("count.cases", 1032, language, count="1.032").startswith("1.032 ")


def test_a_text_of_a_number_that_nobody_wrote_is_refused(language: Language):
    with pytest.raises(KeyError, match="nothing"):
        say_count("count.nothing", 1, language)
