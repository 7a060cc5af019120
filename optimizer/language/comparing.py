"""Words of two plans side by side: the command, its page and its workbook."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "E610.cause": Words(
        "“{before}” và “{after}” không có điểm làm việc nào chung: đây là hai đợt khác nhau.",
        "“{before}” and “{after}” have no site in common: these are two unrelated campaigns.",
    ),
    "E610.action": Words(
        "So hai kế hoạch của cùng một đợt; điểm chung phải giữ nguyên mã (id) và vị trí.",
        "Compare two plans of one campaign; sites in common keep their id and their place.",
    ),
    # The command
    "cli.compare.help": Words(
        "So hai kế hoạch: điều gì thay đổi, theo tổ và theo điểm, trên một bản đồ.",
        "Compare two plans: what changed, by team and by site, on one map.",
    ),
    "cli.compare.before": Words(
        "kế hoạch trước: thư mục hoặc tệp plan.json", "the plan before: its folder, or plan.json"
    ),
    "cli.compare.after": Words(
        "kế hoạch sau: thư mục hoặc tệp plan.json", "the plan after: its folder, or plan.json"
    ),
    "cli.compare.meta.before": Words("TRƯỚC", "BEFORE"),
    "cli.compare.meta.after": Words("SAU", "AFTER"),
    "cli.compare.to": Words(
        "tệp ghi trang so sánh (mặc định comparison.html cạnh kế hoạch sau)",
        "file to write the page to (default comparison.html beside the plan after)",
    ),
    "cli.compare.xlsx": Words(
        "ghi thêm bảng so sánh cho Excel", "write a workbook of the comparison as well"
    ),
    "cli.compare.none": Words(
        "Hai kế hoạch giống hệt nhau: không có gì thay đổi.", "The plans are the same: nothing changed."
    ),
    "cli.compare.note": Words("Lưu ý: {note}", "Note: {note}"),
    "cli.compare.visits": Words("Lượt làm việc: {counts}.", "Visits: {counts}."),
    "cli.compare.sites": Words("Điểm: {counts}.", "Sites: {counts}."),
    "cli.compare.named": Words("  {what}: {names}", "  {what}: {names}"),
    "cli.compare.page": Words("Trang so sánh: {path}", "Comparison: {path}"),
    "cli.compare.workbook": Words("Bảng tính: {path}", "Workbook: {path}"),
    # What both papers say
    "compare.title": Words("{name} – so hai kế hoạch", "{name} – two plans compared"),
    "compare.figure": Words("Số liệu", "Figure"),
    "compare.before": Words("Trước", "Before"),
    "compare.after": Words("Sau", "After"),
    "compare.by": Words("Chênh lệch", "Difference"),
    "compare.team": Words("Tổ", "Team"),
    "compare.figure.cases": Words("Hồ sơ phục vụ", "Cases served"),
    "compare.figure.of": Words("Hồ sơ còn tồn", "Cases outstanding"),
    "compare.figure.coverage": Words("Tỷ lệ phục vụ", "Coverage"),
    "compare.figure.km": Words("Quãng đường", "Distance"),
    "compare.figure.travel_minutes": Words("Thời gian đi đường", "Time on the way"),
    "compare.figure.nights": Words("Đêm nghỉ lại (tổ × đêm)", "Nights away (team-nights)"),
    "compare.figure.objective": Words("Giá trị kế hoạch", "Worth of the plan"),
    "compare.figure.terms.value": Words("Giá trị hồ sơ", "Value of cases"),
    "compare.figure.terms.km": Words("Tiền xe chạy", "Kilometres"),
    "compare.figure.terms.travel": Words("Công đi đường", "Officers' time on the way"),
    "compare.figure.terms.fares": Words("Tiền vé", "Fares"),
    "compare.figure.terms.nights": Words("Tiền nghỉ lại", "Nights away"),
    "compare.figure.terms.shuttles": Words("Đưa đón người dân", "Shuttles"),
    "compare.figure.terms.unevenness": Words("Việc chia chưa đều", "Uneven work"),
    "compare.figure.terms.change": Words("Đổi lịch đã giao", "Changes"),
    "compare.kind.added": Words("Thêm", "Added"),
    "compare.kind.removed": Words("Bỏ", "Removed"),
    "compare.kind.team": Words("Đổi tổ", "Another team"),
    "compare.kind.day": Words("Đổi ngày", "Another day"),
    "compare.kind.cases": Words("Đổi số hồ sơ", "Other cases"),
    "compare.kind.hour": Words("Đổi giờ", "Another hour"),
    "compare.kind.same": Words("Giữ nguyên", "Unchanged"),
    "compare.kind.changed": Words("Đổi", "Changed"),
    "compare.outcome.no_longer_served": Words("Không còn được phục vụ", "No longer served"),
    "compare.outcome.fewer": Words("Phục vụ ít hơn", "Fewer cases served"),
    "compare.outcome.newly_served": Words("Mới được phục vụ", "Newly served"),
    "compare.outcome.more": Words("Phục vụ nhiều hơn", "More cases served"),
    "compare.outcome.otherwise": Words("Vẫn bấy nhiêu hồ sơ, lịch khác", "As many cases, otherwise"),
    "compare.outcome.same": Words("Chỉ đổi giờ", "Only the hour"),
    "compare.note.more": Words("{names} và {more} nữa", "{names} and {more} more"),
    "compare.note.broken": Words(
        "“{plan}” có {count} vi phạm; xem bằng luudong check.",
        "“{plan}” breaks rules ({count} times); luudong check tells which.",
    ),
    "compare.note.dates": Words(
        "Hai kế hoạch không cùng ngày: trước {before}; sau {after}.",
        "The plans span different dates: {before} before; {after} after.",
    ),
    "compare.note.rates": Words(
        "Giá trị hồ sơ hoặc mức chi phí khai khác nhau, nên không so được giá trị hai kế hoạch.",
        "Cases or travel are valued otherwise, so what the plans are worth cannot be compared.",
    ),
    "compare.note.teams.before": Words("Tổ chỉ có ở kế hoạch trước: {names}.", "Teams only before: {names}."),
    "compare.note.teams.after": Words("Tổ chỉ có ở kế hoạch sau: {names}.", "Teams only after: {names}."),
    "compare.note.teams.otherwise": Words(
        "Tổ khai khác trước (người, ngày làm, thiết bị…): {names}.",
        "Teams given otherwise (people, dates, kit…): {names}.",
    ),
    "compare.note.officers.before": Words(
        "Cán bộ chỉ có ở kế hoạch trước: {names}.", "Officers only before: {names}."
    ),
    "compare.note.officers.after": Words(
        "Cán bộ chỉ có ở kế hoạch sau: {names}.", "Officers only after: {names}."
    ),
    "compare.note.officers.otherwise": Words(
        "Cán bộ khai khác trước (nghỉ, kỹ năng…): {names}.",
        "Officers given otherwise (leave, skills…): {names}.",
    ),
    "compare.note.sites.before": Words(
        "Điểm chỉ có ở kế hoạch trước: {names}.", "Sites only before: {names}."
    ),
    "compare.note.sites.after": Words("Điểm chỉ có ở kế hoạch sau: {names}.", "Sites only after: {names}."),
    "compare.note.sites.otherwise": Words(
        "Điểm khai khác trước (hồ sơ, giờ mở, vị trí…): {names}.",
        "Sites given otherwise (cases, hours, place…): {names}.",
    ),
    "compare.note.services.before": Words(
        "Thủ tục chỉ có ở kế hoạch trước: {names}.", "Services only before: {names}."
    ),
    "compare.note.services.after": Words(
        "Thủ tục chỉ có ở kế hoạch sau: {names}.", "Services only after: {names}."
    ),
    "compare.note.services.otherwise": Words(
        "Thủ tục khai khác trước: {names}.", "Services given otherwise: {names}."
    ),
    # The page
    "compare.page.before": Words("Trước", "Before"),
    "compare.page.after": Words("Sau", "After"),
    "compare.page.by": Words("Chênh lệch", "Difference"),
    "compare.page.figure": Words("Số liệu", "Figure"),
    "compare.page.kinds": Words("Lượt làm việc thay đổi", "What changed in the visits"),
    "compare.page.day": Words("Ngày", "Day"),
    "compare.page.hour": Words("Giờ", "Hours"),
    "compare.page.served": Words("Phục vụ {cases} hồ sơ", "Cases served: {cases}"),
    "compare.page.team": Words("Tổ", "Team"),
    "compare.page.all_teams": Words("Tất cả các tổ", "All teams"),
    "compare.page.tab_teams": Words("Theo tổ", "By team"),
    "compare.page.tab_sites": Words("Theo điểm", "By site"),
    "compare.page.tab_figures": Words("Số liệu", "Figures"),
    "compare.page.tab_legend": Words("Chú giải", "Legend"),
    "compare.page.kind_added": Words("Thêm", "Added"),
    "compare.page.kind_removed": Words("Bỏ", "Removed"),
    "compare.page.kind_team": Words("Đổi tổ", "Another team"),
    "compare.page.kind_day": Words("Đổi ngày", "Another day"),
    "compare.page.kind_cases": Words("Đổi số hồ sơ", "Other cases"),
    "compare.page.kind_hour": Words("Đổi giờ", "Another hour"),
    "compare.page.kind_same": Words("Giữ nguyên", "Unchanged"),
    "compare.page.outcome_no_longer_served": Words("Không còn được phục vụ", "No longer served"),
    "compare.page.outcome_fewer": Words("Phục vụ ít hơn", "Fewer cases served"),
    "compare.page.outcome_newly_served": Words("Mới được phục vụ", "Newly served"),
    "compare.page.outcome_more": Words("Phục vụ nhiều hơn", "More cases served"),
    "compare.page.outcome_otherwise": Words("Vẫn bấy nhiêu hồ sơ, lịch khác", "As many cases, otherwise"),
    "compare.page.outcome_same": Words("Chỉ đổi giờ", "Only the hour"),
    "compare.page.nothing": Words(
        "Hai kế hoạch giống hệt nhau: không có gì thay đổi.", "The plans are the same: nothing changed."
    ),
    "compare.page.none_here": Words(
        "Không có thay đổi nào với bộ lọc này.", "Nothing changed that these filters show."
    ),
    "compare.page.visits": Words("lượt", "visits"),
    "compare.page.cases_head": Words("Hồ sơ", "Cases"),
    "compare.page.cases_word": Words("hồ sơ", "cases"),
    "compare.page.nights": Words("đêm", "nights"),
    "compare.page.only_before": Words("chỉ có trước đây", "only before"),
    "compare.page.only_after": Words("mới có", "only after"),
    "compare.page.joined": Words("Thêm người: {names}", "Joined: {names}"),
    "compare.page.left": Words("Bớt người: {names}", "Left: {names}"),
    "compare.page.due": Words("Tồn: {before} → {after} hồ sơ", "Outstanding: {before} → {after} cases"),
    "compare.page.why_after": Words("Vì sao còn lại sau thay đổi", "Why cases are left after"),
    "compare.page.why_before": Words("Trước đây còn lại vì", "Why they were left before"),
    "compare.page.left_of": Words("{cases} hồ sơ {service}", "{cases} cases, {service}"),
    "compare.page.find_site": Words("Tìm điểm, xã…", "Find a site or commune…"),
    "compare.page.whole": Words("Xem toàn bộ", "See everything"),
    "compare.page.guests": Words("nơi khác sang", "from elsewhere"),
    "compare.page.trend_better": Words("Tốt hơn", "Better"),
    "compare.page.trend_worse": Words("Kém hơn", "Worse"),
    "compare.page.trend_other": Words("Khác trước", "Different"),
    "compare.page.counted": Words(
        "{changed} lượt thay đổi, {same} lượt giữ nguyên", "Visits changed: {changed}, unchanged: {same}"
    ),
    "compare.page.legend_before": Words("Đoạn đường chỉ có trước đây", "Way only before"),
    "compare.page.legend_after": Words("Đoạn đường chỉ có sau này", "Way only after"),
    "compare.page.legend_both": Words("Đoạn đường vẫn đi như cũ", "Way in both"),
    "compare.page.legend_base": Words("Trụ sở", "Base"),
    "compare.page.legend_same": Words(
        "Lượt giữ nguyên: cùng tổ, ngày, giờ và số hồ sơ", "Unchanged: same team, day, hour and cases"
    ),
    "compare.page.legend_moved": Words(
        "Lượt bỏ đi và lượt mới ở cùng một điểm được kể là một lượt đổi tổ hoặc đổi ngày.",
        "A visit that falls away and one that comes new at the same site are told as one that moved.",
    ),
    # The workbook
    "compare.book.figures": Words("Số liệu", "Figures"),
    "compare.book.changes": Words("Thay đổi", "Changes"),
    "compare.book.sites": Words("Điểm", "Sites"),
    "compare.book.kind": Words("Thay đổi", "Change"),
    "compare.book.commune": Words("Xã", "Commune"),
    "compare.book.site": Words("Điểm", "Site"),
    "compare.book.date": Words("Ngày", "Date"),
    "compare.book.start": Words("Bắt đầu", "Start"),
    "compare.book.cases": Words("Hồ sơ", "Cases"),
    "compare.book.why": Words("Vì sao còn lại sau thay đổi", "Why cases are left after"),
    "compare.book.page": Words("Trang", "Page"),
}
