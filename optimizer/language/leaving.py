"""Words of what leaves the office: files for phones, lists of visits, and the command that writes them."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    # On phones
    "phone.visit": Words("{place}: {cases} hồ sơ", "{place}: {cases} cases"),
    "phone.clocks": Words(
        "Đến {arrive}, làm việc {start}–{finish}", "Arrive {arrive}, work {start}–{finish}"
    ),
    "phone.from": Words("Từ {place} sang ({how}): {cases}", "From {place} ({how}): {cases}"),
    "phone.position": Words("Tọa độ: {position}", "Position: {position}"),
    "phone.day": Words(
        "{team}: {visits} lượt làm việc, {cases} hồ sơ", "{team}: {visits} visits, {cases} cases"
    ),
    "phone.travel_day": Words("{team}: ngày di chuyển", "{team}: travel only"),
    "phone.leave": Words("{clock} xuất phát từ {place}", "{clock} leave {place}"),
    "phone.break": Words("{start}–{finish} nghỉ giữa ca", "{start}–{finish} break"),
    "phone.home": Words("{clock} về {place}", "{clock} back at {place}"),
    "phone.sleep": Words("{clock} nghỉ đêm tại {place}", "{clock} night at {place}"),
    "phone.cancelled": Words("Bỏ: {what}", "Called off: {what}"),
    # The list of visits
    "book.sheet.visits": Words("Lượt làm việc", "Visits"),
    "book.visits.km": Words("Km đường đến", "Km to get there"),
    "book.visits.date": Words("Ngày", "Date"),
    "book.visits.weekday": Words("Thứ", "Weekday"),
    "book.visits.team_id": Words("Mã tổ", "Team id"),
    "book.visits.team": Words("Tổ", "Team"),
    "book.visits.order": Words("Thứ tự trong ngày", "Stop of the day"),
    "book.visits.site_id": Words("Mã điểm", "Site id"),
    "book.visits.site": Words("Điểm làm việc", "Site"),
    "book.visits.commune": Words("Xã, phường", "Commune"),
    "book.visits.arrive": Words("Đến nơi", "Arrives"),
    "book.visits.start": Words("Bắt đầu", "Start"),
    "book.visits.finish": Words("Kết thúc", "Finish"),
    "book.visits.minutes": Words("Phút làm việc", "Minutes of work"),
    "book.visits.cases": Words("Số hồ sơ", "Cases"),
    "book.visits.guests": Words("Trong đó nơi khác sang", "Of whom from elsewhere"),
    "book.visits.metres": Words("Mét đường đến", "Metres to get there"),
    "book.visits.leg_minutes": Words("Phút đường đến", "Minutes to get there"),
    "book.visits.end": Words("Cuối ngày ở", "Day ends at"),
    # The command
    "cli.meta.kinds": Words("LOẠI", "KINDS"),
    "cli.export.help": Words(
        "Xuất kế hoạch ra các tệp để in, gửi và mở trên điện thoại.",
        "Write a plan's files to print, send and open on phones.",
    ),
    "cli.export.to": Words(
        "các loại tệp, cách nhau bằng dấu phẩy (mặc định tất cả: {kinds})",
        "kinds of files, separated by commas (default all: {kinds})",
    ),
    "cli.export.out": Words(
        "thư mục ghi các tệp (mặc định cạnh kế hoạch)", "folder to write to (default beside the plan)"
    ),
    "cli.export.template": Words(
        "mẫu kế hoạch chính thức của đơn vị, tệp Word; tạo bằng luudong template",
        "the office's own template of the official plan, a Word file; luudong template makes one to edit",
    ),
    "cli.export.kind.docx": Words("kế hoạch để trình ký", "official plan, to be signed"),
    "cli.template.help": Words(
        "Tạo mẫu Word của kế hoạch chính thức để đơn vị sửa: cơ quan chủ quản, số, căn cứ, nơi nhận,"
        " người ký.",
        "Write the Word template of the official plan, for the office to edit: letterhead, number,"
        " grounds, signer.",
    ),
    "cli.template.file": Words("tệp .docx sẽ tạo", "the .docx file to write"),
    "cli.template.done": Words(
        "Đã tạo mẫu {path}. Sửa bằng Word, rồi: luudong export KẾ_HOẠCH --to docx --template {path}",
        "Wrote the template {path}. Edit it in Word, then: luudong export PLAN --to docx --template {path}",
    ),
    "cli.export.older": Words(
        "Lưu ý: {names} trong thư mục này là của kế hoạch trước; để có bản mới: luudong export {folder}",
        "Beware: {names} in this folder are of the plan before; for new ones run luudong export {folder}",
    ),
    "cli.export.unknown": Words(
        "'{text}' không phải loại tệp xuất được; chọn trong: {known}",
        "'{text}' is no kind of file that can be written; choose among: {known}",
    ),
    "cli.export.begun": Words("Đang ghi {kind}…", "Writing {kind}…"),
    "cli.export.done": Words("Đã ghi {kind} ({count} tệp): {path}", "Wrote {kind} ({count}): {path}"),
    "cli.export.kind.xlsx": Words("sổ Excel", "workbook"),
    "cli.export.kind.returns": Words("phiếu kết quả của từng tổ", "return sheets, one per team"),
    "cli.export.kind.ics": Words("lịch điện thoại của từng tổ", "calendars, one per team"),
    "cli.export.kind.gpx": Words("lộ trình GPX của từng tổ", "GPX routes, one per team"),
    "cli.export.kind.geojson": Words("bản đồ GeoJSON", "GeoJSON features"),
    "cli.export.kind.csv": Words("bảng lượt làm việc CSV", "CSV of visits"),
    "cli.export.kind.map": Words("bản đồ rà soát", "review map"),
}
