"""Persons in a table that should hold only counts: found, told, and kept out.

A planner needs to know how many cases are where, not whose they are.  What looks like a
citizen's number, a telephone number or a full name is never quoted and never passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from optimizer.intake.cleaning import fold

Personal = Literal["number", "telephone", "names"]

BLANKED = "•••"

CUT = "…"
"""What stands in kept text where a number or a name of a person was."""

_GAP = r"(?:[) .\-]{1,2})"
_NUMBER = re.compile(
    rf"""(?<![0-9])(?:
    (?P<number>
        0(?:[ .\-]?[0-9]){{11}} | [1-9][0-9]{{11}}           # citizens' numbers have 12 digits
        | [1-9][0-9]{{2}}(?:[ \-][0-9]{{3}}){{3}} | [1-9][0-9]{{3}}(?:[ \-][0-9]{{4}}){{2}}
        | (?<![0-9][.,])[01246][0-9]{{8}}                    # identity cards had 9
        | (?<![0-9][ .\-])[01246][0-9]{{2}}(?:[ \-][0-9]{{3}}){{2}}
        | (?:(?<=CMND[ ])|(?<=CMND:[ ])|(?<=CCCD[ ])|(?<=CCCD:[ ]))[0-9]{{3}}(?:\.[0-9]{{3}}){{2,3}}
    )
    | (?P<telephone>
        (?:\+|00)84(?:{_GAP}|)(?:\(0\))?(?:(?:{_GAP}|)[0-9]){{9,10}} | 84[0-9]{{9}}
        | 84{_GAP}[0-9]{{2,3}}(?:{_GAP}[0-9]{{3,4}}){{2}}
        | 0[0-9]{{9,10}} | 0[0-9](?:{_GAP}[0-9]{{4}}){{2}}
        | 0[0-9]{{2}}{_GAP}(?:[0-9]{_GAP}?){{6,7}}[0-9] | 0[0-9]{{3}}{_GAP}(?:[0-9]{_GAP}?){{5,6}}[0-9]
        | 0(?:[ .\-][0-9]{{2}}){{5}} | 0(?:[ .\-][0-9]){{9}}
        | (?<![0-9][.,])[35789][0-9]{{8}} | (?<![0-9][ .\-])[35789][0-9]{{2}}(?:[ \-][0-9]{{3}}){{2}}
    ))(?![0-9]|[.,][0-9])""",
    re.VERBOSE,
)
_ROUND = re.compile(r"[1-9][0-9]{0,2}(?:[ ][0-9]{3})*[ ]000")
"""A figure in groups of three, as 300 000 000 is one."""

_SURNAMES = frozenset(
    """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong lam mai trinh dao
    doan luong ha cao ta thai chau phung to luu quach kieu tong van thach nong lo quang cam ca lu vi hua
    be giang sung thao vang mua hang cu ma trieu ban khang song lau hau chu nghiem la lai ninh mac au
    khuat khong quan ton tang kim su bach bo y rcom rmah ksor nay siu kpa rahlan
    """.split()  # noqa: SIM905 - a list of 90 words reads better so
)
_PLACES_IN_IDS = frozenset({"ban", "be", "lang", "quan", "to"})
"""Surnames that in an id without diacritics are rather *bản*, *bể*, *làng*, *quận*, *tổ*."""
_MIDDLE_NAMES = frozenset({"van", "thi"})
_TITLES = frozenset(
    {"ong", "ba", "anh", "chi", "cu", "em", "chau", "co", "chu", "bac", "ho", "nha", "gia", "dinh"}
)
_HOME_OF = re.compile(
    r"\b(?:nhà(?: riêng)?|hộ|gia đình)(?: của)? (?:ông|bà|anh|chị|cụ|bác|chú|cô|em|cháu) $", re.IGNORECASE
)
_HOUSEHOLD = re.compile(r"\b(?:hộ|gia đình|chủ hộ)(?: của)?:? $", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:ông|bà|anh|chị|cụ|bác|chú|cô|em|cháu|đồng chí|đ/c|trưởng (?:thôn|bản|xóm|ấp|khu)):? $",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"""\b(?:thôn|bản|xóm|phường|xã|trường|khu|tổ|đường|phố|ngõ|ngách|hẻm|ấp|buôn|làng|plei|phum|sóc|quận
    |huyện|tỉnh|thị|thành\ phố|cầu|chợ|bến|tiểu\ học|thcs|thpt|mầm\ non|công\ viên|cụm|bệnh\ viện|trạm
    |ubnd|ủy\ ban|công\ an|tòa|toà|chung\ cư|nhà\ văn\ h[oó][aá]|đại\ lộ|kdc|kcn|tdp|điểm|xí\ nghiệp
    |công\ ty|nông\ trường)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_FAR = 80
"""Characters before a name that are looked at, so that long texts take no longer than their length."""
_ENDS_CLAUSE = ",;:()\n–"
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
    text = without_numbers(text, BLANKED)
    return BLANKED if _is_full_name(text) == "surely" else without_names(text, BLANKED)


def without_numbers(text: str, stand_in: str = CUT) -> str:
    """The text with a stand-in for each personal number."""
    return _NUMBER.sub(lambda found: found[0] if _ROUND.fullmatch(found[0]) else stand_in, text)


def without_names(text: str, stand_in: str = CUT) -> str:
    """The text with a stand-in for each name of a person; streets and schools keep theirs."""
    kept, end = "", 0
    for start, stop in _capitalised(text):
        far = max(start - _FAR, 0)
        clause = max(far, *(text.rfind(mark, far, start) + 1 for mark in _ENDS_CLAUSE))
        at = _name_at(text[clause:start], text[start:stop])
        if at is not None:
            kept += text[end : start + at] + stand_in
            end = stop
    return kept + text[end:]


def _capitalised(text: str) -> Iterator[tuple[int, int]]:
    """Where runs of words with capitals begin and end."""
    start = stop = None
    for word in _WORD.finditer(text):
        capital = word[0][0].isupper()
        if start is not None and not (capital and text[stop : word.start()] == " "):
            yield start, stop or start
            start = None
        if capital:
            start, stop = (word.start() if start is None else start), word.end()
    if start is not None:
        yield start, stop or start


def _name_at(before: str, words: str) -> int | None:
    """Where in a run of capitalised words the name of a person begins, None if nowhere."""
    starts = [word.start() for word in _WORD.finditer(words)]
    for place, at in enumerate(starts):
        said = before[-_FAR:] + words[max(at - _FAR, 0) : at]
        parts = [fold(word) for word in words[at : at + _FAR].split(" ")[:3]]
        if _HOME_OF.search(said):
            return at
        full = len(parts) >= 2 and parts[0] in _SURNAMES
        if full and _HOUSEHOLD.search(said):
            return at
        surely = full and len(parts) >= 3 and parts[1] in _MIDDLE_NAMES
        if surely and (_TITLE.search(said) or not _PLACE.search(said)):
            return at
        if full and not place and _TITLE.search(said) and not _PLACE.search(said):
            return at
    return None


def is_name_in_id(text: str) -> bool:
    """Whether an id spells a full name: *nguyen-van-binh*."""
    words = [word for word in re.split(r"[\W_0-9]+", fold(text)) if word]
    return 3 <= len(words) <= 6 and words[0] in _SURNAMES - _PLACES_IN_IDS and words[1] in _MIDDLE_NAMES


def is_place(text: str) -> bool:
    """Whether a text begins with a word for a place: *thôn*, *phường*, *trường*."""
    return bool(_PLACE.match(text))


def masked_heading(text: str) -> str:
    """A column's heading, blanked out if it is a person: the table may have no heading at all."""
    return BLANKED if _is_full_name(text) in ("surely", "long") else masked(text)


def personal_number(text: str) -> Literal["number", "telephone"] | None:
    """Which kind of personal number the text holds, if any."""
    for found in _NUMBER.finditer(text):
        if not _ROUND.fullmatch(found[0]):
            return "number" if found["number"] else "telephone"
    return None


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
