"""Words of the workbook and the map about officers: the crews, the roster and each officer's dates."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "book.sheet.crews": Words("Các tổ", "Crews"),
    "book.sheet.roster": Words("Bảng phân công", "Roster"),
    "book.sheet.officers": Words("Lịch từng cán bộ", "Each officer"),
    # What an officer does on a date
    "staff.off": Words("nghỉ", "off"),
    "staff.rest": Words("nghỉ bù", "rest"),
    "staff.standby": Words("sẵn sàng", "standby"),
    # Summary and team sheets
    "book.summary.unkept": Words(
        "Mong muốn về cùng tổ, khác tổ không đáp ứng được: {number}. Xem trang «{sheet}».",
        "Wishes to be in one team or apart that are not kept: {number}. See sheet “{sheet}”.",
    ),
    "book.team.members": Words("Người trong tổ: {members}", "Members: {members}"),
    "book.team.cannot_leave": Words("Không đi được: {reason}", "Cannot leave: {reason}"),
    "book.team.at_post": Words("Trực: {members}", "There: {members}"),
    # The map
    "map.page.tab_officers": Words("Cán bộ", "Officers"),
    "map.page.members_of": Words("Người trong tổ ({number}):", "Members ({number}):"),
    "map.page.absences": Words("Tổ không đi được ({number})", "Teams that could not leave ({number})"),
    "map.page.wishes": Words("Mong muốn không đáp ứng được ({number})", "Wishes not kept ({number})"),
    "map.page.posts": Words("Trực chốt ({number})", "Posts ({number})"),
    "map.page.cannot_leave": Words("Không đi được: {reason}", "Cannot leave: {reason}"),
    # Crews
    "book.crews.title": Words("Các tổ và người trong tổ", "Teams and their officers"),
    "book.crews.told": Words(
        "Tổ đi đủ người hoặc không đi: ngày nào một người không đi được thì cả tổ ở nhà.",
        "A team goes whole or not at all: where one member cannot go, it stays at home.",
    ),
    "book.crews.team": Words("Tổ", "Team"),
    "book.crews.members": Words("Cán bộ và kỹ năng", "Officers and skills"),
    "book.crews.stations": Words("Bộ thu nhận", "Stations"),
    "book.crews.brings": Words("Mang theo", "Brings"),
    "book.crews.dates": Words("Ngày đi được", "May leave on"),
    "book.crews.home": Words("Ngày không đi được và lý do", "May not leave on, and why"),
    "book.wishes.title": Words("Mong muốn của cán bộ", "Wishes"),
    "book.wishes.all_kept": Words("Mọi mong muốn đều được đáp ứng.", "All wishes are kept."),
    "book.wishes.together": Words("Không xếp cùng tổ được: {officers}", "Could not go together: {officers}"),
    "book.wishes.apart": Words("Không tách tổ được: {officers}", "Could not go apart: {officers}"),
    # Roster
    "book.roster.title": Words("Bảng phân công cán bộ", "Roster of officers"),
    "book.roster.told": Words(
        "Tên tổ: đi cùng tổ · tên chốt: trực · tên nhiệm vụ: việc khác · «sẵn sàng»: tổ đi được nhưng"
        " không có lộ trình · để trống: không phân việc",
        "A team: out with it · a post: there · a duty: other work · “standby”: the team may leave but has no"
        " route · blank: nothing planned",
    ),
    "book.roster.officer": Words("Cán bộ", "Officer"),
    "book.roster.unit": Words("Đơn vị", "Unit"),
    "book.roster.team": Words("Tổ", "Team"),
    "book.roster.days_away": Words("Ngày đi", "Days out"),
    "book.roster.evenings": Words("Buổi tối", "Even-ings"),
    "book.roster.weekends": Words("Cuối tuần, lễ", "Week-ends"),
    "book.roster.sum_team": Words("Số người đi cùng tổ", "Out with teams"),
    "book.roster.sum_post": Words("Số người trực chốt", "At posts"),
    "book.roster.sum_standby": Words("Số người sẵn sàng", "On standby"),
    # Each officer
    "book.officers.title": Words("Lịch từng cán bộ", "Each officer's dates"),
    "book.officers.told": Words(
        "In ra, cắt theo từng người để phát.", "To be printed and cut, a slip for each officer."
    ),
    "book.officers.weekday": Words("Thứ", "Day"),
    "book.officers.date": Words("Ngày", "Date"),
    "book.officers.work": Words("Việc", "Work"),
    "book.officers.leave": Words("Từ", "From"),
    "book.officers.back": Words("Đến", "Until"),
    "book.officers.where": Words("Nơi làm việc", "Where"),
    "book.officers.night": Words("Nghỉ đêm", "Night"),
    "book.officers.with": Words("cùng {others}", "with {others}"),
    "book.officers.to_roster": Words("← {sheet}", "← {sheet}"),
    "book.officers.to_team": Words("Từng lượt làm việc của {team} →", "Every visit of {team} →"),
    "book.officers.stays": Words("ở lại {place}", "stays at {place}"),
    "book.officers.tallies": Words(
        "Đợt này: {days_away} ngày đi, {evenings} tối, {weekends} cuối tuần",
        "Now: days out {days_away}, evenings {evenings}, weekends {weekends}",
    ),
    "book.officers.earlier": Words(
        "Trước đó: {days_away} ngày đi, {evenings} tối, {weekends} cuối tuần",
        "Before: days out {days_away}, evenings {evenings}, weekends {weekends}",
    ),
}
