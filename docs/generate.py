"""Write the pages that are made from the code: the scenario reference, the indexes of findings and of rules.

Run ``python docs/generate.py`` after a change of the format or of the catalogue; a test fails
as long as the pages are stale.
"""

from __future__ import annotations

import re
from pathlib import Path

from scenario_reference import scenario_page

from optimizer.language import Language, catalogue

FOLDER = Path(__file__).parent
_GENERATED = "<!-- Made by docs/generate.py from the code; do not edit. -->\n"

_AREAS = {
    "0": ("Files", "Tệp"),
    "1": ("How the scenario is written", "Cách viết kịch bản"),
    "2": ("Tables, coordinates, persons", "Bảng, tọa độ, dữ liệu cá nhân"),
    "3": ("What the scenario says", "Nội dung kịch bản"),
    "4": ("Travel tables", "Bảng thời gian đi"),
    "6": ("Plans", "Kế hoạch"),
    "7": ("What is written", "Ghi tệp"),
    "8": ("What teams report", "Kết quả các tổ gửi về"),
    "9": ("What is asked of `luudong whatif`", "Điều hỏi ở `luudong whatif`"),
}
_TRAVEL_AREA = ("Travel", "Đường đi")
_TRAVEL_ERRORS = "T3"
"""What the codes of errors about travel begin with; the others are warnings."""


def pages() -> dict[Path, str]:
    """The text of every generated page by its path."""
    return {
        FOLDER / "errors.md": errors_page(),
        FOLDER / "rules.md": rules_page(),
        FOLDER / "scenario.md": _GENERATED + scenario_page(),
    }


def rules_page() -> str:
    """The index of rules: every way in which a plan may break one, in both languages."""
    known = catalogue()
    lines = [_GENERATED, _RULES_INTRODUCTION.strip(), ""]
    for code, (english, vietnamese) in _RULES.items():
        lines += [f"## {code}", "", f"*{english} · {vietnamese}*", ""]
        lines += ["| `luudong check` says | `luudong check` báo |", "|---|---|"]
        ways = [words for key, words in known.items() if key.split(".")[0] == code]
        lines += [f"| {_in_cell(words.en)} | {_in_cell(words.vi)} |" for words in ways]
        lines.append("")
    return "\n".join(lines)


def _in_cell(text: str) -> str:
    """A text in which ``{name}`` stands for a value, without the value's format, as a table's cell."""
    return re.sub(r"\{(\w+)[^}]*\}", r"*\1*", text).replace("|", "\\|")


def errors_page() -> str:
    """The index of findings: code, severity, cause and action in both languages."""
    codes = sorted(
        {key.partition(".")[0] for key in catalogue() if re.fullmatch(r"[EW][0-9]{3}\.cause", key)}
    )
    lines = [_GENERATED + _ERRORS_INTRODUCTION]
    for area, (english, vietnamese) in _AREAS.items():
        lines.append(f"## {english} · {vietnamese}\n")
        for code in (one for one in codes if one[1] == area):
            severity = "error · lỗi" if code.startswith("E") else "warning · cảnh báo"
            lines.append(_finding(code, severity))
    lines.append("## {} · {}\n".format(*_TRAVEL_AREA))
    for code in sorted(key.partition(".")[0] for key in catalogue() if re.fullmatch(r"T\d+\.cause", key)):
        severity = "error · lỗi" if code.startswith(_TRAVEL_ERRORS) else "warning · cảnh báo"
        lines.append(_finding(code, severity))
    return "\n".join(lines)


def _finding(code: str, severity: str) -> str:
    return f"### {code}\n\n*{severity}*\n\n{_words(code, 'vi')}\n\n{_words(code, 'en')}\n"


def _words(code: str, language: Language) -> str:
    cause, action = (
        getattr(catalogue()[f"{code}.{part}"], language).format_map(_Slots()) for part in ("cause", "action")
    )
    return f"**{cause.strip()}** {action.strip()}"


class _Slots(dict[str, object]):
    """Shows a value's name where a finding has the value; hints have no place in an index."""

    def __missing__(self, name: str) -> object:
        return _Slot(name)


class _Slot:
    def __init__(self, name: str) -> None:
        self._name = name

    def __format__(self, language: str) -> str:
        return "" if self._name == "hint" else f"⟨{self._name}⟩"


_RULES = {
    "R1": (
        "one route a day, on dates on which the team works",
        "mỗi ngày một lộ trình, vào ngày tổ làm việc",
    ),
    "R2": ("from where it slept, and home in time", "đi từ nơi nghỉ đêm trước, về trụ sở kịp"),
    "R3": ("shift, work, driving and break", "ca làm việc, giờ làm, giờ lái xe, giờ nghỉ"),
    "R4": ("visits last as long as they must, within opening hours", "làm đủ giờ, trong giờ gặp được dân"),
    "R5": ("skills, things and vehicles", "kỹ năng, thiết bị và phương tiện"),
    "R6": ("cases that there are, people who come", "hồ sơ có thật, người dân đến được"),
    "R7": ("room for the teams at a site", "số tổ cùng làm ở một điểm"),
    "R8": ("travel takes its time", "đi đường đủ thời gian"),
    "R9": ("promises", "lịch hẹn"),
    "R10": ("crews are those of their kinds", "tổ đúng loại, đúng số, đúng đơn vị"),
    "R11": (
        "skills, operators and a leader in each crew",
        "mỗi tổ đủ kỹ năng, người vận hành, người phụ trách",
    ),
    "R12": ("kits", "thiết bị và phương tiện"),
    "R13": ("no date on which a member is off or on duty", "không đi ngày có người nghỉ hoặc bận"),
    "R14": ("rest", "nghỉ ngơi"),
    "R15": ("posts are staffed", "chốt không lúc nào thiếu người"),
    "R16": ("crews and roster are as they follow", "tổ và bảng phân công ghi đúng"),
    "P1": ("figures", "số liệu"),
    "P2": ("cases left", "hồ sơ còn lại"),
    "P3": ("reasons", "lý do"),
    "P4": ("conflicts", "lịch hẹn không giữ được"),
}
"""What each rule is about."""

_RULES_INTRODUCTION = """
# Rules · Các quy tắc

`luudong check PLAN` judges a plan by these rules, on its own, without the search; [the model](model.md)
states them exactly. R10 to R16 are about officers ([From officers to teams](crews.md)). Values stand in
*italics*.

`luudong check KẾ_HOẠCH` xét kế hoạch theo các quy tắc này, độc lập với phần tìm lộ trình. R10 đến R16 là về
cán bộ ([Từ danh sách cán bộ đến các tổ](crews.vi.md)). Chữ *nghiêng* thay cho giá trị cụ thể.
"""


_ERRORS_INTRODUCTION = """
# Findings · Các lỗi và cảnh báo

Lưu Động tells everything that it finds in a scenario or a plan at once, each finding with its
code, its place, the cause, and what to do. Codes that begin with **E** are errors: they stop a
plan, and nothing is written. Codes that begin with **W** are warnings: the plan is made, and
they should be looked at before it is trusted. Codes that begin with **T** are about travel, and say
which they are. Codes do not change between versions.

Lưu Động báo một lần tất cả những gì tìm thấy trong kịch bản hay kế hoạch; mỗi mục có mã, vị trí,
nguyên nhân và cách xử lý. Mã bắt đầu bằng **E** là lỗi: không lập kế hoạch và không ghi gì. Mã bắt
đầu bằng **W** là cảnh báo: vẫn lập kế hoạch, nhưng nên xem lại trước khi dùng. Mã bắt đầu bằng **T** là về
đường đi, có ghi là lỗi hay cảnh báo.

For example · ví dụ:

```
sites.csv, hàng 12, cột cccd: [E117] “1.032” là 1032 hay số lẻ? … Viết 1032, không có dấu ngăn hàng nghìn.
```

A line is that of the text file; a row is counted as Excel does, the heading being the first. In
a place such as `teams[2].shift` items are counted from 1. ⟨Angle brackets⟩ below stand for what
the finding quotes. Numbers and names of persons are never quoted.
"""


def main() -> None:
    """Write every page."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
