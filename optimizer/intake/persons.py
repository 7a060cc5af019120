"""Persons in a table that should hold only counts: found, told, and kept out.

A planner needs to know how many cases are where, not whose they are.  What looks like a
citizen's number, a telephone number or a full name is never quoted and never passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from optimizer.intake.cleaning import fold

Personal = Literal["number", "telephone", "names"]

BLANKED = "•••"

_DIGITS = re.compile(r"(?<![0-9])\+?[0-9](?:[ .\-]?[0-9]){8,}(?![0-9])")
_CITIZEN_NUMBER = re.compile(r"[0-9]{12}")
_TELEPHONE = re.compile(r"\+?84[0-9]{9}|0[0-9]{9,10}|[35789][0-9]{8}")

_SURNAMES = frozenset(
    """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong lam mai trinh dao
    doan luong ha cao ta thai chau phung to luu quach kieu tong van thach nong lo quang cam ca lu vi hua
    be giang sung thao vang mua hang cu ma trieu ban khang song lau hau chu nghiem la lai ninh mac au
    khuat khong quan ton tang kim su bach bo y rcom rmah ksor nay siu kpa rahlan
    """.split()  # noqa: SIM905 - a list of 90 words reads better so
)
_MIDDLE_NAMES = frozenset({"van", "thi"})
_TITLES = frozenset(
    {"ong", "ba", "anh", "chi", "cu", "em", "chau", "co", "chu", "bac", "ho", "nha", "gia", "dinh"}
)
_HEADINGS = frozenset(
    {
        "ho ten",
        "ho va ten",
        "ho ten chu ho",
        "chu ho",
        "cong dan",
        "nguoi dan",
        "cccd nguoi dan",
        "so cccd",
        "cmnd",
        "so cmnd",
        "dinh danh",
        "so dinh danh",
        "ma dinh danh",
        "dien thoai",
        "so dien thoai",
        "sdt",
        "so dt",
        "phone",
        "telephone",
        "mobile",
        "full name",
        "fullname",
        "ngay sinh",
        "nam sinh",
        "date of birth",
        "dob",
    }
)


def masked(text: str) -> str:
    """The text with personal numbers and unmistakable full names blanked out."""
    text = _DIGITS.sub(lambda found: BLANKED if _number_kind(found[0]) else found[0], text)
    return BLANKED if _is_full_name(text) == "surely" else text


def masked_heading(text: str) -> str:
    """A column's heading, blanked out if it is a person: the table may have no heading at all."""
    return BLANKED if _is_full_name(text) in ("surely", "long") else masked(text)


def personal_number(text: str) -> Literal["number", "telephone"] | None:
    """Which kind of personal number the text holds, if any."""
    for found in _DIGITS.finditer(text):
        kind = _number_kind(found[0])
        if kind is not None:
            return kind
    return None


def _number_kind(written: str) -> Literal["number", "telephone"] | None:
    digits = re.sub(r"[ .\-]", "", written)
    if _CITIZEN_NUMBER.fullmatch(digits):
        return "number"
    return "telephone" if _TELEPHONE.fullmatch(digits) else None


def names_persons(heading: str) -> bool:
    """Whether a column's heading announces persons: *Họ và tên*, *Số CCCD*, *SĐT*."""
    return " ".join(re.sub(r"[\W_]+", " ", fold(heading)).split()) in _HEADINGS


def are_full_names(values: Iterable[str]) -> bool:
    """Whether a column's values are mostly full Vietnamese names.

    Villages and wards bear names of two words that begin like surnames (Cao Sơn, Lương Hòa);
    so at least one unmistakable name, or three names of three words or more, are asked for.
    """
    filled = [value for value in values if value]
    kinds = [kind for kind in map(_is_full_name, filled) if kind]
    if not kinds or 2 * len(kinds) < len(filled):
        return False
    return "surely" in kinds or kinds.count("long") >= 3


def _is_full_name(text: str) -> Literal["surely", "long", "short"] | None:
    words = text.split()
    while len(words) > 2 and fold(words[0]).strip(".") in _TITLES and fold(words[1]) in _SURNAMES | _TITLES:
        words = words[1:]
    if not 2 <= len(words) <= 6 or not all(word.isalpha() and word[0].isupper() for word in words):
        return None
    folded = [fold(word) for word in words]
    if folded[0] not in _SURNAMES:
        return None
    if len(words) == 2:
        return "short"
    return "surely" if folded[1] in _MIDDLE_NAMES else "long"
