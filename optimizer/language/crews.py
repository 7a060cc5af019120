"""Words about crews: the rules as a planner knows them, and what they would have to give."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "crews.rule.teams": Words("có ít nhất {number} tổ “{of}”", "at least {number} teams of “{of}”"),
    "crews.rule.size": Words(
        "mỗi tổ “{of}” có ít nhất {number} người", "each team of “{of}” has at least {number} officers"
    ),
    "crews.rule.role": Words(
        "mỗi tổ “{of}” có {number} người biết “{skill}”", "each team of “{of}” has {number} with “{skill}”"
    ),
    "crews.rule.operator": Words(
        "mỗi bộ thu nhận của tổ “{of}” có một người “{skill}”",
        "each station of a team of “{of}” has an operator with “{skill}”",
    ),
    "crews.rule.leader": Words(
        "mỗi tổ “{of}” có một người từ cấp {number}", "each team of “{of}” has a leader of level {number}"
    ),
    "crews.rule.kit": Words("chỉ có {number} “{of}”", "there are {number} of “{of}”"),
    "crews.rule.post": Words(
        "chốt “{of}” luôn có {number} người", "the post “{of}” always has {number} officers"
    ),
    "crews.rule.post_role": Words(
        "chốt “{of}” luôn có {number} người biết “{skill}”",
        "the post “{of}” always has {number} with “{skill}”",
    ),
    "crews.rule.max_days": Words(
        "cán bộ “{of}” làm nhiều nhất {number} ngày", "the officer “{of}” works {number} dates at most"
    ),
    "crews.rule.week": Words(
        "mỗi tuần làm nhiều nhất {number} ngày", "nobody works more than {number} dates a week"
    ),
    "crews.rule.row": Words(
        "không ai làm quá {number} ngày liền", "nobody works more than {number} dates in a row"
    ),
    "crews.relief.teams": Words("bớt {by} tổ “{of}”", "{by} fewer teams of “{of}”"),
    "crews.relief.size": Words(
        "các tổ “{of}” bớt tất cả {by} người", "{by} fewer officers in teams of “{of}”"
    ),
    "crews.relief.role": Words(
        "{by} tổ “{of}” không có người biết “{skill}”", "{by} fewer with “{skill}” in teams of “{of}”"
    ),
    "crews.relief.operator": Words(
        "thiếu {by} người vận hành ở các tổ “{of}”", "{by} fewer operators in teams of “{of}”"
    ),
    "crews.relief.leader": Words(
        "{by} tổ “{of}” không có người phụ trách", "{by} teams of “{of}” without a leader"
    ),
    "crews.relief.kit": Words("thêm {by} “{of}”", "{by} more of “{of}”"),
    "crews.relief.post": Words("chốt “{of}” bớt {by} người", "{by} fewer officers at the post “{of}”"),
    "crews.relief.post_role": Words(
        "chốt “{of}” bớt {by} người biết “{skill}”", "{by} fewer with “{skill}” at the post “{of}”"
    ),
    "crews.relief.max_days": Words(
        "cán bộ “{of}” làm thêm {by} ngày", "{by} more dates for the officer “{of}”"
    ),
    "crews.relief.week": Words(
        "làm thêm tất cả {by} ngày trong tuần", "{by} dates more in a week, over all officers"
    ),
    "crews.relief.row": Words("làm thêm {by} ngày liền", "{by} dates more in a row, over all officers"),
    "crews.relief.on": Words("{text} ({dates})", "{text} ({dates})"),
    "crews.relief.unknown": Words("chưa tìm được trong thời gian cho phép", "not found in the time given"),
    "crews.day": Words("{day:%d/%m}", "{day:%Y-%m-%d}"),
    "cli.crews.help": Words(
        "Xếp tổ từ danh sách cán bộ và cho xem, chưa lập lộ trình.",
        "Form teams from the officers and show them, without planning routes.",
    ),
    "cli.plan.forming": Words("Đang xếp tổ từ danh sách cán bộ…", "Forming teams from the officers…"),
    "cli.crews.seconds": Words(
        "thời gian xếp tổ, tính bằng giây (mặc định {seconds:.0f})",
        "seconds to form teams (default {seconds:.0f})",
    ),
    "cli.crews.seed": Words("số khởi tạo ngẫu nhiên (mặc định 1)", "random seed (default 1)"),
    "cli.crews.given": Words(
        "Kịch bản này đã cho sẵn các tổ (“teams”), không có gì để xếp.",
        "The teams of this scenario are given (`teams`); there is nothing to form.",
    ),
    "cli.crews.stopped": Words(
        "Đã dừng theo yêu cầu; đây là các tổ tốt nhất đến lúc đó.",
        "Stopped as asked; these are the best crews so far.",
    ),
    "cli.crews.roster": Words("Bảng phân công", "Roster"),
    "cli.crews.legend": Words(
        "Mã tổ: ngày tổ có thể lên đường; mã chốt: trực; mã nhiệm vụ: việc khác; nghỉ; – : rảnh.",
        "A team's id: it may leave; a post's id: at the post; a duty's id: other work; off; – : free.",
    ),
    "cli.crews.column.team": Words("Tổ", "Team"),
    "cli.crews.column.officers": Words("Cán bộ", "Officers"),
    "cli.crews.column.officer": Words("Cán bộ", "Officer"),
    "cli.crews.column.stations": Words("Bộ thu nhận", "Stations"),
    "cli.crews.column.skills": Words("Kỹ năng", "Skills"),
    "cli.crews.column.brings": Words("Mang theo", "Brings"),
    "cli.crews.column.dates": Words("Ngày có thể đi", "May leave on"),
    "cli.crews.column.days_away": Words("Đi", "Out"),
    "cli.crews.column.evenings": Words("Tối", "Eve."),
    "cli.crews.column.weekends": Words("Cuối tuần", "W/end"),
    "cli.crews.does.off": Words("nghỉ", "off"),
    "cli.crews.does.rest": Words("nghỉ bù", "rest"),
    "cli.crews.does.free": Words("–", "–"),
    "cli.crews.unkept.together": Words(
        "Không xếp cùng tổ được: {officers}.", "Could not go together: {officers}."
    ),
    "cli.crews.unkept.apart": Words("Không tách tổ được: {officers}.", "Could not go apart: {officers}."),
    "cli.crews.best": Words(
        "Theo ước tính đáng giá {worth}; đã chứng minh không cách xếp nào hơn, cũng không cách nào đều hơn"
        " ({seconds} giây).",
        "Worth {worth} by the estimate; proved that none is worth more, and none as good is fairer"
        " ({seconds} s).",
    ),
    "cli.crews.worth_proven": Words(
        "Theo ước tính đáng giá {worth}; đã chứng minh không cách xếp nào hơn ({seconds} giây).",
        "Worth {worth} by the estimate; proved that none is worth more ({seconds} s).",
    ),
    "cli.crews.found": Words(
        "Theo ước tính đáng giá {worth}; không cách xếp nào vượt {bound} ({seconds} giây).",
        "Worth {worth} by the estimate; none exceeds {bound} ({seconds} s).",
    ),
}
