"""Bring the catalogues of words in order: ``make words`` after a text was added or changed.

Each language has one file of texts by key, ``optimizer/language/locale/<language>/LC_MESSAGES/luudong.po``,
and beside it the compiled ``luudong.mo`` that the program reads.  English is what translators read: its texts
stand as comments in the other files, which have its order and its groups.  A text that a language lacks is
added to its file, empty, and told.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LOCALES = Path(__file__).parent.parent / "optimizer" / "language" / "locale"
READ_BY_TRANSLATORS = "en"


def po_path(language: str) -> Path:
    """Where the texts of a language are."""
    return LOCALES / language / "LC_MESSAGES" / "luudong.po"


def languages() -> list[str]:
    """Every language that has a folder."""
    return sorted(path.name for path in LOCALES.iterdir() if path.is_dir())


def read(language: str) -> Catalog:
    """The texts of a language.

    Raises
    ------
    babel.messages.pofile.PoFileError
        If the file is malformed.
    """
    with po_path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def forms(message: Message) -> tuple[str, ...]:
    """The text, or its plural forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def key(message: Message) -> str:
    """What the code calls the text."""
    return message.id if isinstance(message.id, str) else message.id[0]


def ordered(catalog: Catalog, english: Catalog) -> Catalog:
    """The texts in the order and the groups of the English ones, with these as comments; empty if lacking."""
    made = Catalog(locale=catalog.locale_identifier, fuzzy=False, header_comment=catalog.header_comment)
    made.mime_headers = catalog.mime_headers
    own = {key(message): message for message in catalog if message.id}
    for read_one in (message for message in english if message.id):
        written = own.get(key(read_one))
        empty = "" if isinstance(read_one.id, str) else ("",) * made.num_plurals
        made.add(
            read_one.id,
            written.string if written else empty,
            flags=written.flags if written else (),
            auto_comments=() if catalog.locale_identifier == READ_BY_TRANSLATORS else (forms(read_one)[-1],),
            user_comments=read_one.user_comments,
        )
    return made


def po_bytes(catalog: Catalog) -> bytes:
    """The catalogue as translators edit it, a text on a line so that a change is one line."""
    file = BytesIO()
    write_po(file, catalog, width=0)
    return file.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main() -> int:
    """Write every language anew; tell what is missing.

    Returns
    -------
    The exit code: 1 if a text is missing or known to another language only.
    """
    english = read(READ_BY_TRANSLATORS)
    complete = True
    for language in languages():
        catalog = english if language == READ_BY_TRANSLATORS else read(language)
        alone = {key(one) for one in catalog if one.id} - {key(one) for one in english if one.id}
        if alone:
            # Written anew they would be lost.
            print(f"{language}: not in {READ_BY_TRANSLATORS}: {', '.join(sorted(alone))}")
            complete = False
            continue
        made = ordered(catalog, english)
        missing = [key(one) for one in made if one.id and not all(forms(one))]
        if missing:
            print(f"{language}: {len(missing)} missing: {', '.join(missing)}")
            complete = False
        po_path(language).write_bytes(po_bytes(made))
        po_path(language).with_suffix(".mo").write_bytes(mo_bytes(made))
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main())
