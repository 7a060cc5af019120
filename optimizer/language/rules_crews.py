"""Words of the checker about crews and officers: which of the rules R10 to R16 a plan breaks, and how."""

from __future__ import annotations

from optimizer.language import Words

_DAY = "%d/%m"
_DATE = "%d/%m/%Y"
_ISO = "%Y-%m-%d"

WORDS: dict[str, Words] = {
    # R10 crew
    "R10.unknown_team": Words("không loại tổ nào có mã này", "no kind of crew has teams of this id"),
    "R10.twice": Words("tổ này được ghi {number} lần ở crews", "this team is listed {number} times in crews"),
    "R10.teams": Words(
        "có {number} tổ “{kind}”, phải có từ {least} đến {most}",
        "there are {number} teams of “{kind}”; there must be {least} to {most}",
    ),
    "R10.gap": Words(
        "các tổ “{kind}” phải đánh số liền từ đầu, đang bỏ trống {skipped}",
        "teams of “{kind}” are numbered from the first on; {skipped} is left out",
    ),
    "R10.unknown_officer": Words(
        "kịch bản không có cán bộ “{officer}”", "the scenario has no officer “{officer}”"
    ),
    "R10.size": Words(
        "tổ có {number} người, phải có từ {least} đến {most}",
        "the team has {number} officers; it must have {least} to {most}",
    ),
    "R10.unit": Words(
        "{officer} thuộc đơn vị {unit}, mà tổ chỉ lấy người của {units}",
        "{officer} is of unit {unit}, but the team is of {units} only",
    ),
    "R10.two_crews": Words(
        "{officer} được ghi nhiều lần, ở các tổ {teams}", "{officer} is named more than once: in {teams}"
    ),
    # R11 roles
    "R11.role": Words(
        "có {number} người biết “{skill}”, cần {needed}",
        "of “{skill}” there are {number} officers; {needed} are needed",
    ),
    "R11.operator": Words(
        "có {stations} bộ thu nhận mà chỉ {number} người vận hành được",
        "for {stations} stations there are only {number} who may operate one",
    ),
    "R11.leader": Words("không ai từ cấp {level} trở lên", "nobody is of level {level} or above"),
    # R12 kits
    "R12.stations": Words(
        "có {number} bộ thu nhận, phải có từ {least} đến {most}",
        "the team has {number} stations; it must have {least} to {most}",
    ),
    "R12.lacks": Words("thiếu thứ phải mang theo: {things}", "it lacks what it must bring: {things}"),
    "R12.extra": Words("mang thứ không được cấp cho tổ: {things}", "it brings what it may not: {things}"),
    "R12.kit": Words(
        "dùng {used} “{kind}” mà chỉ có {number}", "{used} of “{kind}” are used, but there are {number}"
    ),
    # R13 free
    "R13.date": Words(
        "ghi là có thể đi, nhưng tổ “{kind}” không làm việc ngày này",
        "it may leave, as stated, but teams of “{kind}” do not work on this date",
    ),
    "R13.off": Words(
        "ghi là có thể đi, nhưng {officer} nghỉ", "it may leave, as stated, but {officer} is off"
    ),
    "R13.duty": Words(
        "ghi là có thể đi, nhưng {officer} bận “{duty}” trong ca {shift}",
        "it may leave, as stated, but {officer} has the duty “{duty}” within the shift {shift}",
    ),
    # R14 rest
    "R14.max_days": Words(
        "{officer} làm {number} ngày, nhiều nhất được {limit}",
        "{officer} works {number} dates; the limit is {limit}",
    ),
    "R14.week": Words(
        f"tuần từ {{monday:{_DATE}}}, {{officer}} làm {{number}} ngày, nhiều nhất được {{limit}}",
        f"in the week from {{monday:{_ISO}}} {{officer}} works {{number}} dates; the limit is {{limit}}",
    ),
    "R14.row": Words(
        "{officer} làm {number} ngày liền, tính cả những ngày ngay trước đợt; nhiều nhất được {limit}",
        "{officer} works {number} dates in a row, those right before the plan counted; the limit is {limit}",
    ),
    "R14.nights": Words(
        f"{{officer}} đi qua đêm, về ngày {{back:{_DAY}}}, phải được nghỉ {{dates}} ngày sau đó",
        f"{{officer}} came back from nights away on {{back:{_ISO}}} and rests for the next {{dates}} dates",
    ),
    # R15 posts
    "R15.few": Words(
        "chốt “{post}” có {number} người, cần {needed}",
        "the post “{post}” has {number} officers; it needs {needed}",
    ),
    "R15.role": Words(
        "chốt “{post}” có {number} người biết “{skill}”, cần {needed}",
        "the post “{post}” has {number} officers with “{skill}”; it needs {needed}",
    ),
    "R15.unknown": Words(
        "{officer} được phân trực “{post}”, kịch bản không có chốt này",
        "{officer} is at the post “{post}”, which the scenario does not have",
    ),
    "R15.date": Words(
        "{officer} được phân trực “{post}”, nhưng chốt không có người trực ngày này",
        "{officer} is at the post “{post}”, which is not staffed on this date",
    ),
    "R15.unit": Words(
        "{officer} thuộc đơn vị {unit}, mà chốt “{post}” chỉ lấy người của {units}",
        "{officer} is of unit {unit}, but the post “{post}” is of {units} only",
    ),
    "R15.off": Words(
        "{officer} được phân trực “{post}” vào ngày nghỉ của mình",
        "{officer} is off, but at the post “{post}”",
    ),
    "R15.duty": Words(
        "{officer} được phân trực “{post}”, nhưng bận “{duty}” trong giờ trực {hours}",
        "{officer} is at the post “{post}”, but has the duty “{duty}” within its hours {hours}",
    ),
    "R15.two": Words(
        "{officer} được phân trực nhiều chốt cùng ngày: {posts}",
        "{officer} is at more than one post: {posts}",
    ),
    "R15.out": Words(
        "{officer} đi cùng tổ mà lại được phân trực {posts}",
        "{officer} is out with the team, but also at {posts}",
    ),
    # R16 statement
    "R16.none": Words(
        "kịch bản đã cho sẵn các tổ, kế hoạch không được ghi crews, roster hay unkept_wishes",
        "the scenario's teams are given; the plan may not state crews, a roster or unkept_wishes",
    ),
    "R16.crew": Words(
        "crews ghi «{name}» của tổ là {stated}, đúng ra là {real}",
        "crews states “{name}” of the team as {stated}; it is {real}",
    ),
    "R16.officers": Words(
        "roster phải có mỗi cán bộ một lần, theo thứ tự của kịch bản; thiếu: {lacking}; không có ở kịch bản:"
        " {other}",
        "the roster must have each officer once, in the scenario's order; lacking: {lacking}; not in the"
        " scenario: {other}",
    ),
    "R16.dates": Words(
        f"roster của {{officer}} phải có mỗi ngày một lần, từ {{first:{_DATE}}} đến {{last:{_DATE}}}",
        f"the roster of {{officer}} must have each date once, from {{first:{_ISO}}} to {{last:{_ISO}}}",
    ),
    "R16.team": Words(
        "roster ghi {officer} ở tổ {stated}, đúng ra là {real}",
        "the roster has {officer} in the team {stated}; it is {real}",
    ),
    "R16.day": Words(
        "roster ghi {officer} “{stated}”, đúng ra là “{real}”",
        "the roster says “{stated}” for {officer}; it is “{real}”",
    ),
    "R16.tally": Words(
        "roster ghi «{name}» của {officer} là {stated}, tính lại được {real}",
        "the roster states “{name}” of {officer} as {stated}; recounted it is {real}",
    ),
    "R16.wish_unlisted": Words(
        "mong muốn “{wish}” của {officers} không được đáp ứng mà unkept_wishes không nêu",
        "the wish “{wish}” of {officers} is not kept, but unkept_wishes does not list it",
    ),
    "R16.wish_kept": Words(
        "unkept_wishes nêu “{wish}” của {officers}, nhưng không có mong muốn này hoặc nó đã được đáp ứng",
        "unkept_wishes lists “{wish}” of {officers}, but the scenario has no such wish, or the plan keeps it",
    ),
}
