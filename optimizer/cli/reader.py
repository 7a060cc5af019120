"""Which language the person at the terminal reads: told by ``--lang``, else by the machine's locale."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from optimizer.language import Language

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_OPTION = "--lang"


def reader_language(
    words: Sequence[str], environment: Mapping[str, str], *, system_locale: str = ""
) -> Language:
    """The language of help, messages and tables.

    Parameters
    ----------
    words
        The command line without the program's name; the last ``--lang`` wins.
    environment
        Environment variables.  The first of LC_ALL, LC_MESSAGES and LANG that is set decides.
    system_locale
        Name of the locale, such as ``vi-VN``, where the environment says nothing.
    """
    asked = _asked(words)
    if asked is not None:
        return asked
    for variable in _LOCALE_VARIABLES:
        if environment.get(variable):
            return _of_locale(environment[variable])
    return _of_locale(system_locale)


def windows_locale() -> str:
    """Name of the user's regional format on Windows, such as ``vi-VN``; empty elsewhere."""
    if sys.platform != "win32":
        return ""
    import ctypes

    name = ctypes.create_unicode_buffer(85)
    ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name))
    return name.value


def _asked(words: Sequence[str]) -> Language | None:
    asked: Language | None = None
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        option, sign, attached = word.partition("=")
        if option != _OPTION:
            continue
        value = attached if sign else following
        if value == "vi":
            asked = "vi"
        elif value == "en":
            asked = "en"
    return asked


def _of_locale(name: str) -> Language:
    return "vi" if name.lower().startswith("vi") else "en"
