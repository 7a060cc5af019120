"""Words of what comes back: return sheets, what is wrong with them, and the next week."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    # The return sheet
    "book.return.sheet": Words("Kết quả", "Results"),
    "book.return.lists": Words("Danh mục", "Lists"),
    "book.return.title": Words("Phiếu kết quả – {team}", "Return sheet – {team}"),
    "book.return.how": Words(
        "Điền các ô màu vàng: số hồ sơ đã làm được, ghi 0 nếu không làm được. Việc ngoài kế hoạch ghi ở các"
        " hàng trống bên dưới, chọn điểm và thủ tục trong danh sách. Không ghi tên, số CCCD của người dân.",
        "Fill in the yellow cells: how many cases were served, 0 if none. Work that was not planned goes into"
        " the empty rows below, place and service chosen from the lists. No names or numbers of persons.",
    ),
    "book.return.date": Words("Ngày", "Day"),
    "book.return.start": Words("Giờ bắt đầu", "Planned start"),
    "book.return.site": Words("Điểm nơi dân ở", "Site where the people live"),
    "book.return.service": Words("Thủ tục", "Procedure"),
    "book.return.planned": Words("Kế hoạch", "As planned"),
    "book.return.cases": Words("Đã làm", "Served"),
    "book.return.note": Words("Ghi chú", "Remarks"),
    "book.return.team": Words("Mã tổ", "Team id"),
    "book.return.wrong": Words("Chưa đúng", "Not valid"),
    "book.return.wrong_cases": Words(
        "Chỉ ghi số nguyên từ 0 trở lên, không có dấu chấm, dấu phẩy.",
        "A whole number from 0 on, without marks.",
    ),
    "book.return.wrong_date": Words(
        "Ngày phải từ {start} đến {end}.", "The date must be from {start} to {end}."
    ),
    "book.return.wrong_choice": Words("Hãy chọn trong danh sách.", "Please choose from the list."),
    # What is wrong with return sheets
    "E801.cause": Words(
        "Ngày {date} nằm ngoài đợt ({start} đến {end}).",
        "{date} is not a date of this scenario ({start} to {end}).",
    ),
    "E801.action": Words(
        "Sửa ngày, hoặc ghi phiếu này vào kịch bản của tuần ấy.",
        "Put the date right, or record the sheet in the scenario of that week.",
    ),
    "E802.cause": Words(
        "Kết quả của tổ “{team}” cũng có trong {other}.", "Results of team “{team}” are in {other} as well."
    ),
    "E802.action": Words(
        "Chỉ đưa vào một phiếu cho mỗi tổ, phiếu mới nhất.", "Give one sheet for each team, its latest."
    ),
    "E803.cause": Words(
        "Chưa có kết quả nào được ghi cho kịch bản này.", "Nothing is recorded for this scenario yet."
    ),
    "E803.action": Words(
        "Ghi phiếu kết quả của các tổ trước: luudong record KỊCH_BẢN PHIẾU….",
        "Record the teams' return sheets first: luudong record SCENARIO SHEET….",
    ),
    "E804.cause": Words(
        "Ngày bắt đầu {start} không sau việc đã ghi đến ngày {last}.",
        "The start {start} is not after the last recorded work, of {last}.",
    ),
    "E804.action": Words("Chọn ngày bắt đầu muộn hơn.", "Choose a later start."),
    "E805.cause": Words(
        "Không chuyển tệp kịch bản sang tuần sau được: {problem}.",
        "The scenario's file cannot be moved on: {problem}.",
    ),
    "E805.action": Words(
        "Viết lại chỗ ấy theo cách thông thường, như trong kịch bản mẫu của luudong new.",
        "Write that place in the ordinary way, as the starter of luudong new has it.",
    ),
    "E806.cause": Words(
        "Kế hoạch {plan} không phải của kịch bản này: khác đợt, hoặc không có cán bộ.",
        "The plan {plan} is not of this scenario: its dates are others, or it has no officers.",
    ),
    "E806.action": Words(
        "Ghi thư mục kế hoạch của tuần vừa qua: --plan THƯ_MỤC.",
        "Give the folder of the plan of the week behind: --plan FOLDER.",
    ),
    "W801.cause": Words(
        "Có {count} hàng chưa điền số đã làm, bắt đầu từ hàng này.",
        "Rows without a number of cases served: {count}, this one first.",
    ),
    "W801.action": Words(
        "Chúng được coi là chưa làm; nếu đã làm thì điền số, không làm thì ghi 0.",
        "They count as not done; fill in what was done, or 0.",
    ),
    "W802.cause": Words(
        "Thủ tục “{service}” ở “{site}” đã làm {cases}, nhiều hơn số còn tồn là {known}.",
        "Of “{service}” at “{site}” {cases} were served, more than the {known} outstanding.",
    ),
    "W802.action": Words(
        "Kiểm tra lại số đã làm; nếu đúng thì số tồn ban đầu ghi thiếu, tuần sau coi như đã hết.",
        "Check the number; if it is right, fewer had been listed than there were, and none is left.",
    ),
    "W804.cause": Words(
        "Không tìm thấy kế hoạch của tuần vừa qua ở {plan}: chưa biết ai đã đi, bảng history giữ nguyên.",
        "No plan of the week behind was found at {plan}: who went out is not known; history stays as it was.",
    ),
    "W804.action": Words(
        "Ghi thư mục kế hoạch: --plan THƯ_MỤC; nếu không, tự sửa history để người vừa đi được nghỉ.",
        "Give the plan's folder: --plan FOLDER; else mend history by hand, so that who was away is spared.",
    ),
    "W803.cause": Words("Phiếu này không có hàng nào được điền.", "No row of this sheet is filled in."),
    "W803.action": Words(
        "Kiểm tra xem có gửi nhầm phiếu trống không.", "Check that it is not the empty sheet."
    ),
    # The commands
    "cli.meta.sheet": Words("PHIẾU", "SHEET"),
    "cli.record.help": Words(
        "Ghi kết quả các tổ gửi về (phiếu kết quả đã điền) bên cạnh kịch bản.",
        "Record what the teams report (their return sheets, filled in) beside the scenario.",
    ),
    "cli.record.sheets": Words(
        "phiếu kết quả đã điền, XLSX hoặc CSV, hoặc thư mục chứa các phiếu;"
        " phiếu mới của một tổ thay cho phiếu trước của tổ ấy",
        "return sheets, XLSX or CSV, or a folder with them;"
        " a team's new sheet stands in place of its earlier one",
    ),
    "cli.record.service": Words("{cases} hồ sơ: {service}", "{cases} cases: {service}"),
    "cli.record.silent": Words("Chưa có kết quả của: {teams}", "Nothing yet from: {teams}"),
    "cli.record.done": Words(
        "Đã ghi {cases} hồ sơ của {teams} tổ vào {path}.\nKhi đủ các tổ: luudong next {scenario}",
        "Recorded {cases} cases of {teams} teams in {path}.\nOnce all have reported: luudong next {scenario}",
    ),
    "cli.next.help": Words(
        "Tạo kịch bản tuần sau từ những gì còn tồn sau khi đã ghi kết quả.",
        "Make the next week's scenario from what is still outstanding after what was recorded.",
    ),
    "cli.next.start": Words(
        "ngày đầu của tuần sau (mặc định ngay sau ngày cuối của kịch bản)",
        "first date of the next week (default: the day after the scenario's last)",
    ),
    "cli.next.days": Words("số ngày (mặc định như kịch bản)", "number of dates (default: the scenario's)"),
    "cli.next.out": Words(
        "thư mục mới (mặc định cạnh kịch bản, tên kèm ngày bắt đầu)",
        "the new folder (default: beside the scenario, named after it and the start)",
    ),
    "cli.next.plan": Words(
        "kế hoạch của tuần vừa qua, để tính cán bộ đã đi bao nhiêu (mặc định trong maps, theo tên kịch bản)",
        "the plan of the week behind, from which officers' work is counted (default: in maps, by the"
        " scenario's name)",
    ),
    "cli.next.history": Words(
        "Đã cộng ngày đi, buổi tối, cuối tuần và ngày làm liền của {officers} cán bộ, theo kế hoạch {plan},"
        " vào {file}",
        "Added the days away, evenings, weekends and days in a row of {officers} officers, by the plan"
        " {plan}, to {file}",
    ),
    "cli.next.no_date": Words(
        "'{text}' không phải một ngày như 2023-04-24 hoặc 24/04/2023",
        "'{text}' is not a date such as 2023-04-24 or 24/04/2023",
    ),
    "cli.next.done": Words(
        "Đã tạo {folder}, {dates}: còn {cases} hồ sơ (trước {before}, đã làm {done}).\n"
        "Bước tiếp theo: xem lại ngày nghỉ, lịch hẹn mới, rồi chạy luudong plan {folder}",
        "Made {folder}, {dates}: {cases} cases outstanding (before: {before}, done: {done}).\n"
        "Next: look at days off and new promises, then run luudong plan {folder}",
    ),
    "next.name": Words(" (từ {date})", " (from {date})"),
    "next.note": Words(
        "Số còn tồn ngày {date}: của kịch bản «{name}», trừ việc đã ghi, cộng việc phải làm tiếp.",
        "Outstanding on {date}: of scenario “{name}”, less the work recorded, with what follows it.",
    ),
}
