"""Words of the workbook."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "book.sheet.summary": Words("Tổng hợp", "Summary"),
    "book.sheet.unserved": Words("Chưa phục vụ", "Not served"),
    "book.page": Words("Trang", "Page"),
    "book.sum": Words("Cộng", "Total"),
    # Summary
    "book.summary.subtitle": Words(
        "Kế hoạch làm việc của các tổ công tác lưu động", "Plan of work of the mobile teams"
    ),
    "book.summary.period": Words("Thời gian, từ ngày", "Period, from"),
    "book.summary.until": Words("đến ngày", "until"),
    "book.summary.size": Words(
        "{days} ngày · {teams} tổ · {sites} điểm làm việc", "Days: {days} · teams: {teams} · sites: {sites}"
    ),
    "book.tile.cases": Words(
        "hồ sơ được phục vụ, trên {of} lên kế hoạch được", "cases served, of {of} plannable"
    ),
    "book.tile.coverage": Words("tỷ lệ phục vụ", "coverage"),
    "book.tile.km": Words("km đường đi", "km travelled"),
    "book.tile.travel": Words("giờ : phút đi đường", "hours : minutes of travel"),
    "book.tile.nights": Words("đêm nghỉ xa (tổ-đêm)", "nights away (team-nights)"),
    "book.tile.left": Words(
        "hồ sơ chưa phục vụ, lý do ở trang «{sheet}»", "cases not served; reasons on sheet “{sheet}”"
    ),
    "book.services.title": Words("Theo thủ tục", "By service"),
    "book.services.name": Words("Thủ tục", "Service"),
    "book.services.outstanding": Words("Còn tồn", "Outstanding"),
    "book.services.served": Words("Phục vụ", "Served"),
    "book.services.left": Words("Còn lại", "Left"),
    "book.services.share": Words("Tỷ lệ", "Share"),
    "book.services.not_plannable": Words("chỉ đếm", "counted only"),
    "book.objective.title": Words("Kế hoạch được chấm điểm thế nào", "How the plan is valued"),
    "book.objective.term": Words("Khoản mục", "Item"),
    "book.objective.amount": Words("Quy ra tiền", "In đồng"),
    "book.objective.sum": Words("Giá trị của kế hoạch", "Value of the plan"),
    "book.objective.bound": Words("Mức không kế hoạch nào vượt được", "Proven limit of any plan"),
    "book.objective.gap": Words("Còn cách mức ấy nhiều nhất", "Distance from it, at most"),
    "book.term.value": Words("Hồ sơ: số lượng × giá trị × ưu tiên", "Cases: number × value × priority"),
    "book.term.km": Words("Chi phí xe: số km × đơn giá của xe", "Driving: km × price of the vehicle"),
    "book.term.travel": Words(
        "Đi đường: phút × cán bộ × {minute} đ", "Travel: minutes × officers × {minute} đ"
    ),
    "book.term.fares": Words("Vé bay, xe, phà: giá vé × số cán bộ", "Fares: fare × officers"),
    "book.term.nights": Words("Nghỉ xa: đêm × cán bộ × {night} đ", "Nights: number × officers × {night} đ"),
    "book.term.shuttles": Words(
        "Đưa đón người dân: số hồ sơ × đơn giá", "Shuttles: cases brought × price per case"
    ),
    "book.term.unevenness": Words(
        "Chênh lệch giờ làm việc giữa các tổ", "Unevenness of work between the teams"
    ),
    "book.term.change": Words("Thay đổi so với kế hoạch đã ban hành", "Changes to the published plan"),
    "book.teams.title": Words("Theo tổ", "By team"),
    "book.teams.name": Words("Tổ", "Team"),
    "book.teams.officers": Words("Cán bộ", "Officers"),
    "book.teams.stations": Words("Bộ thu nhận", "Stations"),
    "book.teams.days": Words("Ngày làm việc", "Days worked"),
    "book.teams.visits": Words("Lượt làm việc", "Visits"),
    "book.teams.cases": Words("Hồ sơ", "Cases"),
    "book.teams.km": Words("Km", "Km"),
    "book.teams.travel": Words("Giờ đi đường", "Travel time"),
    "book.teams.nights": Words("Đêm nghỉ xa", "Nights away"),
    "book.teams.base": Words("Trụ sở", "Base"),
    "book.origins.title": Words("Số liệu và cách lập kế hoạch", "Where the numbers and the plan come from"),
    "book.origins.published": Words("Số liệu đã công bố", "Published"),
    "book.origins.assumed": Words("Số liệu giả định", "Assumed"),
    "book.origins.version": Words("Lập bằng phần mềm", "Made with"),
    "book.origins.seed": Words("Số khởi tạo (seed)", "Seed"),
    "book.origins.iterations": Words("Số bước tìm kiếm", "Iterations"),
    "book.origins.seconds": Words("Thời gian tìm (giây)", "Seconds of search"),
    "book.origins.scenario": Words("Dấu vân tay kịch bản (SHA-256)", "Fingerprint of the scenario (SHA-256)"),
    # A team's week
    "book.team.by_id": Words("Tổ {id}", "Team {id}"),
    "book.team.break": Words("Nghỉ giữa ca {start}–{finish}", "Break {start}–{finish}"),
    "book.team.base": Words("Trụ sở: {place}", "Base: {place}"),
    "book.team.officers": Words("{count} cán bộ", "officers: {count}"),
    "book.team.stations": Words("{count} bộ thu nhận", "stations: {count}"),
    "book.team.brings": Words("mang theo {things}", "brings {things}"),
    "book.team.order": Words("TT", "No."),
    "book.team.clock": Words("Giờ đi, đến", "Leave, arrive"),
    "book.team.there": Words("tại chỗ", "already there"),
    "book.team.work": Words("Giờ làm việc", "Work"),
    "book.team.start": Words("Bắt đầu", "Start"),
    "book.team.finish": Words("Kết thúc", "Finish"),
    "book.team.place": Words("Điểm làm việc", "Place"),
    "book.team.commune": Words("Xã, phường", "Commune"),
    "book.team.cases": Words("Số hồ sơ", "Cases"),
    "book.team.total": Words("Cộng", "Total"),
    "book.team.leg": Words("Chặng đường", "Leg"),
    "book.team.km": Words("Km", "Km"),
    "book.team.minutes": Words("Phút", "Minutes"),
    "book.team.note": Words("Ghi chú", "Notes"),
    "book.team.quota": Words("Chỉ tiêu trong ngày", "Quota of the day"),
    "book.team.moves": Words("Ngày di chuyển, không làm việc", "Travel only, no work"),
    "book.team.visits": Words("{count} lượt làm việc", "Visits: {count}"),
    "book.team.leave": Words("Xuất phát từ {place}", "Leave {place}"),
    "book.team.home": Words("Về {place}", "Back at {place}"),
    "book.team.sleeps": Words("Nghỉ đêm tại {place}", "Night at {place}"),
    "book.team.day_off": Words("Ngày nghỉ", "Day off"),
    "book.team.holiday": Words("Nghỉ lễ", "Holiday"),
    "book.team.no_route": Words("Không có lộ trình", "No route"),
    "book.team.stays": Words("ở lại {place}", "stays at {place}"),
    "book.team.flight": Words(
        "Bay {origin} → {destination}, {duration}", "Flight {origin} → {destination}, {duration}"
    ),
    "book.team.link": Words(
        "Đi chuyến {origin} → {destination}, {duration}",
        "Coach, train or ferry {origin} → {destination}, {duration}",
    ),
    "book.team.fare": Words(", vé {fare} đ/người", ", fare {fare} đ each"),
    "book.team.bring": Words(
        "Mang {things} (nơi này không có {lacking})", "Bring {things} (no {lacking} there)"
    ),
    "book.team.deadline": Words("Hạn chót {date}", "Deadline {date}"),
    "book.team.sum": Words("Cộng cả đợt", "Total"),
    "book.team.nights": Words("{count} đêm nghỉ xa", "Nights away: {count}"),
    # Ids that scenarios use for things brought, for what sites lack, and for vehicles
    "book.thing.generator": Words("máy phát điện", "generator"),
    "book.thing.may_phat": Words("máy phát điện", "generator"),
    "book.thing.satellite": Words("bộ phát vệ tinh", "satellite kit"),
    "book.thing.ve_tinh": Words("bộ phát vệ tinh", "satellite kit"),
    "book.want.power": Words("điện lưới", "grid power"),
    "book.want.network": Words("sóng di động", "mobile network"),
    "book.vehicle.car": Words("ô tô", "car"),
    "book.vehicle.o_to": Words("ô tô", "car"),
    "book.vehicle.motorbike": Words("xe máy", "motorbike"),
    "book.vehicle.xe_may": Words("xe máy", "motorbike"),
    "book.vehicle.boat": Words("thuyền", "boat"),
    "book.vehicle.thuyen": Words("thuyền", "boat"),
    # What is left
    "book.unserved.title": Words("Hồ sơ chưa phục vụ", "Cases not served"),
    "book.unserved.told": Words("{cases} hồ sơ ở {sites} điểm", "Cases: {cases}, sites: {sites}"),
    "book.unserved.none": Words(
        "Mọi hồ sơ còn tồn đều có trong kế hoạch.", "Every outstanding case is in the plan."
    ),
    "book.unserved.commune": Words("Xã, phường", "Commune"),
    "book.unserved.site": Words("Điểm làm việc", "Site"),
    "book.unserved.service": Words("Thủ tục", "Service"),
    "book.unserved.cases": Words("Số hồ sơ", "Cases"),
    "book.unserved.reason": Words("Lý do", "Reason"),
    "book.unserved.detail": Words("Chi tiết", "Detail"),
    "book.unserved.would_need": Words("Muốn phục vụ thì cần", "Would need"),
}
