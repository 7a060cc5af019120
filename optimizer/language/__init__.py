"""Every text a person sees, in Vietnamese and in English.

The texts are one gettext catalogue for each language, in the folder ``locale``: `say` looks one up by its
key.  Each is written for people in a ``.po`` file and read by the program from the ``.mo`` beside it.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations, translation
from typing import Literal, NamedTuple, NoReturn

Language = Literal["vi", "en"]

DOMAIN = "luudong"

_MANY = 1000
"""A number for texts that are said without one: gettext itself would take the form for one thing."""


class Words(NamedTuple):
    """One text in both languages, with ``{name}`` for each value; of plural forms the last."""

    vi: str
    en: str


class _Texts(GNUTranslations):
    """A language's texts; gettext itself tells nobody which it has."""

    _catalog: dict[str | tuple[str, int], str]

    def forms(self) -> dict[str, tuple[str, ...]]:
        """Every text by its key, in the order of the keys: its plural forms, most often a single one."""
        found: dict[str, tuple[str, ...]] = {}
        for key, text in self._catalog.items():
            name = key if isinstance(key, str) else key[0]
            found[name] = (*found.get(name, ()), text)
        found.pop("", None)  # the file's own header
        return found

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for `n`; a text that has no forms is the same for every number."""
        return self.gettext(msgid1) if msgid1 in self._catalog else super().ngettext(msgid1, msgid2, n)


class _Unknown(NullTranslations):
    """Refuses what the catalogue lacks, where gettext would show the key."""

    def gettext(self, message: str) -> NoReturn:
        raise KeyError(message)

    def ngettext(self, msgid1: str, _msgid2: str, _n: int) -> NoReturn:
        raise KeyError(msgid1)


@cache
def texts(language: Language) -> _Texts:
    """The catalogue of a language."""
    found = translation(DOMAIN, f"{__path__[0]}/locale", [language], _Texts)
    found.add_fallback(_Unknown())
    return found


@cache
def catalogue() -> dict[str, Words]:
    """All texts by key."""
    english = texts("en").forms()
    return {key: Words(forms[-1], english[key][-1]) for key, forms in texts("vi").forms().items()}


def say(key: str, language: Language, /, **values: object) -> str:
    """The text of `key` in `language`, with `values` filled in; of plural forms the one for many.

    Raises
    ------
    KeyError
        If there is no such text, or a value is lacking.
    """
    return texts(language).ngettext(key, key, _MANY).format_map(values)


def say_count(key: str, number: int, language: Language, /, **values: object) -> str:
    """The text of `key` in the form that goes with `number`: one case, two cases.

    Parameters
    ----------
    values
        What is filled in; ``{count}`` is `number` itself unless given, as where thousands are separated.

    Raises
    ------
    KeyError
        If there is no such text, or a value is lacking.
    """
    # Both ids are the key, for the code has no text of its own.
    return texts(language).ngettext(key, key, number).format_map({"count": number} | values)
