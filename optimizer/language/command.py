"""Words of the command line: help, progress, summaries, and what is refused there."""

from __future__ import annotations

from optimizer.language import Words
from optimizer.language.command_roads import ROADS

WORDS: dict[str, Words] = {
    # Help
    "cli.description": Words(
        "Lập kế hoạch tuần cho các tổ công tác lưu động: phục vụ được nhiều hồ sơ nhất, đi lại ít nhất.",
        "Plans the weeks of mobile teams: cover the outstanding cases, travel least.",
    ),
    "cli.exit_codes": Words(
        "Mã thoát:\n"
        "  0    xong, không có lỗi\n"
        "  1    luudong check: kế hoạch vi phạm quy tắc\n"
        "  2    dữ liệu vào hoặc câu lệnh có lỗi; không ghi gì\n"
        "  3    không ghi được kết quả\n"
        "  70   lỗi của chính chương trình\n"
        "  130  bị dừng khi chưa có kế hoạch nào",
        "Exit codes:\n"
        "  0    fine\n"
        "  1    luudong check: the plan breaks rules\n"
        "  2    bad input or usage; nothing written\n"
        "  3    a result could not be written\n"
        "  70   a defect of this program\n"
        "  130  stopped before any plan existed",
    ),
    "cli.usage": Words("Cách dùng:", "Usage:"),
    "cli.inputs": Words("Đầu vào", "Arguments"),
    "cli.options": Words("Tùy chọn", "Options"),
    "cli.commands": Words("Lệnh", "Commands"),
    "cli.meta.command": Words("LỆNH", "COMMAND"),
    "cli.meta.scenario": Words("KỊCH_BẢN", "SCENARIO"),
    "cli.meta.plan": Words("KẾ_HOẠCH", "PLAN"),
    "cli.meta.folder": Words("THƯ_MỤC", "FOLDER"),
    "cli.meta.file": Words("TỆP", "FILE"),
    "cli.meta.date": Words("NGÀY", "DATE"),
    "cli.meta.name": Words("TÊN", "NAME"),
    "cli.meta.site": Words("ĐIỂM", "SITE"),
    "cli.help.help": Words("hiện phần trợ giúp này", "show this help"),
    "cli.help.version": Words("hiện phiên bản", "show the version"),
    "cli.help.lang": Words(
        "ngôn ngữ của lời nhắn: vi hoặc en (mặc định theo máy)",
        "language of messages: vi or en (default: the locale's)",
    ),
    "cli.help.debug": Words(
        "nếu chương trình hỏng, in dấu vết lỗi để gửi kèm khi báo lỗi",
        "if the program fails, print the traceback, to be sent with a report",
    ),
    "cli.help.json": Words("in kết quả dạng JSON cho máy đọc", "print the result as JSON, for machines"),
    "cli.help.scenario": Words(
        "thư mục có tệp scenario.yaml, hoặc một tệp YAML",
        "a folder with a scenario.yaml, or one YAML file",
    ),
    "cli.help.plan": Words("thư mục kế hoạch hoặc tệp plan.json", "a plan's folder or its plan.json"),
    "cli.plan.help": Words(
        "Lập kế hoạch từ kịch bản; ghi plan.json, bản đồ map.html và sổ Excel plan.xlsx.",
        "Plan a scenario; write plan.json, the map map.html and the workbook plan.xlsx.",
    ),
    "cli.plan.from": Words(
        "kế hoạch đã ban hành, nay lập lại: thư mục hoặc tệp plan.json; thay cho mục earlier của kịch bản",
        "the plan handed out earlier, to be made anew: its folder or plan.json; in place of the scenario's"
        " `earlier`",
    ),
    "cli.plan.freeze_until": Words(
        "giữ nguyên mọi lộ trình của kế hoạch trước đến hết ngày này (2023-04-24 hoặc 24/04/2023)",
        "leave every route of the earlier plan until this date as it is (2023-04-24 or 24/04/2023)",
    ),
    "cli.plan.seconds": Words(
        "thời gian tìm kiếm, tính bằng giây, kể cả phần đổi việc cuối cùng (mặc định {seconds:.0f})",
        "seconds to search, the exchanges at its end included (default {seconds:.0f})",
    ),
    "cli.plan.seed": Words(
        "số khởi tạo ngẫu nhiên (mặc định 1); cùng số này và cùng --iterations cho cùng một kế hoạch",
        "random seed (default 1); the same seed and --iterations give the same plan",
    ),
    "cli.plan.workers": Words(
        "số luồng tìm kiếm song song, lấy kết quả tốt nhất (mặc định: mỗi nhân xử lý một luồng;"
        " 1 nếu có --iterations)",
        "parallel searches, the best of which is kept (default: one per processor core; 1 with --iterations)",
    ),
    "cli.plan.iterations": Words(
        "dừng sau chừng ấy lượt tìm; không kèm --seconds thì không giới hạn thời gian",
        "stop after so many iterations; without --seconds there is then no limit of time",
    ),
    "cli.plan.bound": Words(
        "sau khi tìm, chứng minh trong chừng ấy giây kế hoạch gần mức tốt nhất có thể đến đâu",
        "after the search, prove for so many seconds how close the plan is to the best possible",
    ),
    "cli.plan.out": Words(
        "thư mục ghi kế hoạch (mặc định maps/<kịch bản>)",
        "folder to write the plan to (default maps/<scenario>)",
    ),
    "cli.validate.help": Words(
        "Kiểm tra kịch bản và báo mọi lỗi cùng một lúc.",
        "Check a scenario and report everything that is wrong with it at once.",
    ),
    "cli.check.help": Words(
        "Kiểm tra kế hoạch theo từng quy tắc; mã thoát 1 nếu có vi phạm.",
        "Check a plan against every rule; exit code 1 if one is broken.",
    ),
    "cli.bound.help": Words(
        "Chứng minh kế hoạch gần mức tốt nhất có thể đến đâu, ghi kết quả vào kế hoạch, bản đồ và bảng tính.",
        "Prove how close a plan is to the best possible, and write it into the plan, its map and workbook.",
    ),
    "cli.bound.seconds": Words(
        "thời gian chứng minh, tính bằng giây (mặc định {seconds:.0f}); càng lâu càng sát",
        "seconds to spend (default {seconds:.0f}); the longer, the closer",
    ),
    "cli.bound.workers": Words(
        "số luồng tính song song (mặc định: mỗi nhân xử lý một luồng)",
        "threads to use (default: one per processor core)",
    ),
    "cli.bound.begun": Words(
        "Đang chứng minh mức không kế hoạch nào vượt được…", "Proving what no plan can exceed…"
    ),
    "cli.map.help": Words("Vẽ lại bản đồ của kế hoạch.", "Draw a plan's map again."),
    "cli.map.out": Words(
        "tệp ghi bản đồ (mặc định map.html cạnh kế hoạch)",
        "file to write the map to (default map.html beside the plan)",
    ),
    "cli.map.broken": Words(
        "Lưu ý: kế hoạch này có {count} vi phạm; xem bằng luudong check.",
        "Beware: this plan breaks rules ({count} times); luudong check tells which.",
    ),
    "cli.explain.help": Words(
        "Giải thích vì sao một điểm có, hoặc không có, trong kế hoạch.",
        "Explain why a site is, or is not, in a plan.",
    ),
    "cli.explain.site": Words("mã (id) hoặc tên của điểm làm việc", "id or name of the site"),
    "cli.schema.help": Words(
        "In JSON Schema của kịch bản hoặc kế hoạch, để trình soạn thảo gợi ý và kiểm tra.",
        "Print the JSON Schema of a scenario or a plan, so that editors complete and check it.",
    ),
    "cli.schema.kind": Words("scenario (mặc định) hoặc plan", "scenario (default) or plan"),
    "cli.new.help": Words(
        "Tạo một kịch bản mẫu có chú thích để điền tiếp.",
        "Make a commented starter scenario to fill in.",
    ),
    "cli.new.folder": Words("thư mục mới sẽ tạo", "the folder to make"),
    # What was typed wrongly
    "cli.usage.wrong": Words(
        "Lệnh chưa đúng: {reason}\nXem trợ giúp: luudong --help",
        "Not a valid command: {reason}\nFor help: luudong --help",
    ),
    "cli.usage.missing": Words("còn thiếu {names}", "missing: {names}"),
    "cli.usage.unknown": Words("không hiểu {names}", "not understood: {names}"),
    "cli.usage.choice": Words(
        "{names} không dùng được ở đây; chọn một trong: {known}",
        "{names} cannot be used here; choose one of: {known}",
    ),
    "cli.usage.value": Words("{names} cần một giá trị đi kèm", "{names} needs a value"),
    "cli.usage.argument": Words("{names}: {known}", "{names}: {known}"),
    "cli.number.whole": Words(
        "'{text}' không phải số nguyên từ {least} đến {most}",
        "'{text}' is not a whole number from {least} to {most}",
    ),
    "cli.number.seconds": Words(
        "'{text}' không phải số giây lớn hơn 0", "'{text}' is not a number of seconds above 0"
    ),
    # Findings and failures
    "cli.severity.error": Words("LỖI", "ERROR"),
    "cli.severity.warning": Words("LƯU Ý", "WARNING"),
    "cli.findings.more": Words(
        "… và {count} mục nữa; thêm --json để xem hết.", "… and {count} more; add --json to see all."
    ),
    "cli.findings.count": Words(
        "Có {errors} lỗi, {warnings} lưu ý. Không ghi gì.",
        "Errors: {errors}; warnings: {warnings}. Nothing was written.",
    ),
    "cli.stopped": Words("Đã dừng; không ghi gì.", "Stopped; nothing was written."),
    "cli.defect": Words(
        "Chương trình gặp lỗi không lường trước ({kind}: {error}).\n"
        "Đây không phải lỗi của bạn. Hãy chạy lại với --debug rồi gửi toàn bộ màn hình"
        " kèm kịch bản (đã bỏ thông tin cá nhân) cho người phát triển.",
        "The program failed in a way that nobody foresaw ({kind}: {error}).\n"
        "This is not your mistake. Please run it again with --debug and send everything it prints,"
        " with the scenario (without personal data), to the developers.",
    ),
    "E711.cause": Words(
        "Ở đây đã có {name} mà không thuộc kế hoạch nào.",
        "There already is a {name} that is not part of a plan.",
    ),
    "E711.action": Words(
        "Chọn một thư mục mới hoặc trống bằng --out để không ghi đè dữ liệu.",
        "Choose a new or empty folder with --out, so that nothing is overwritten.",
    ),
    "E712.cause": Words(
        "Kịch bản nằm ngay trong thư mục kế hoạch này và sẽ bị ghi đè.",
        "The scenario lies inside this plan's folder and would be overwritten.",
    ),
    "E712.action": Words(
        "Chép kịch bản ra chỗ khác, hoặc chọn thư mục khác bằng --out.",
        "Copy the scenario to another place, or choose another folder with --out.",
    ),
    "E608.cause": Words("Kịch bản của kế hoạch không có «{name}».", "The plan's scenario knows no “{name}”."),
    "E608.action": Words(
        "Sửa lại tên ấy trong kế hoạch, hoặc lập lại kế hoạch bằng luudong plan.",
        "Put the name right in the plan, or make the plan anew with luudong plan.",
    ),
    # Planning
    "cli.plan.first_run": Words(
        "Lần đầu chạy: đang biên dịch phần tìm kiếm, khoảng 20 giây, chỉ một lần.",
        "First run: compiling the search, about 20 seconds, only once.",
    ),
    "cli.plan.stopped": Words(
        "Đã dừng tìm kiếm theo yêu cầu; ghi kế hoạch tốt nhất đến lúc này (Ctrl-C lần nữa để bỏ).",
        "Search stopped as asked; writing the best plan so far (Ctrl-C again to abandon it).",
    ),
    "cli.plan.reviewing": Words(
        "Đang kiểm tra kế hoạch và tìm lý do của phần còn lại…",
        "Checking the plan, and the reasons for what is left…",
    ),
    "cli.progress.starting": Words("Đang chuẩn bị tìm kiếm…", "Preparing the search…"),
    "cli.progress.compiling": Words(
        "Đang biên dịch phần tìm kiếm, chỉ lần đầu… {seconds} giây",
        "Compiling the search, only the first time… {seconds} s",
    ),
    "cli.progress.stopping": Words(
        "Đang dừng, sẽ ghi kế hoạch tốt nhất đến lúc này…", "Stopping; the best plan so far will be written…"
    ),
    "cli.progress.line": Words(
        "{cases}/{of} hồ sơ · {km} km · {nights} đêm · giá trị {objective} · {left}",
        "{cases} of {of} cases · {km} km · {nights} nights · worth {objective} · {left}",
    ),
    "cli.progress.exchanging": Words(
        "Đang thử đổi việc trong ngày của từng tổ để phục vụ thêm · đã đổi {made} chỗ",
        "Trying exchanges in each team's days that serve more · {made} made",
    ),
    "cli.progress.seconds_left": Words("còn {seconds} giây", "{seconds} s left"),
    "cli.progress.iterations": Words("lượt {done}/{limit}", "iteration {done} of {limit}"),
    # Summaries
    "cli.summary.team": Words("Tổ", "Team"),
    "cli.summary.all": Words("Cộng", "Total"),
    "cli.summary.days": Words("Ngày đi", "Days"),
    "cli.summary.visits": Words("Lượt làm việc", "Visits"),
    "cli.summary.cases": Words("Hồ sơ", "Cases"),
    "cli.summary.km": Words("Km", "Km"),
    "cli.summary.nights": Words("Đêm nghỉ xa", "Nights away"),
    "cli.summary.coverage": Words(
        "Phục vụ {cases}/{of} hồ sơ ({share}), giá trị {objective}.",
        "Serves {cases} of {of} cases ({share}), worth {objective}.",
    ),
    "cli.summary.follow_ups": Words(
        "Thêm {cases} hồ sơ phát sinh từ việc làm trong kế hoạch (thủ tục phải làm tiếp).",
        "And {cases} follow-ups that the plan itself makes.",
    ),
    "cli.summary.bound": Words(
        "Cách mức tốt nhất có thể không quá {gap} %: không kế hoạch nào có giá trị hơn {bound}.",
        "Within {gap} % of the best possible: no plan is worth more than {bound}.",
    ),
    "cli.summary.unserved": Words("Còn lại {cases} hồ sơ: {reason}", "Left {cases} cases: {reason}"),
    "cli.summary.changes": Words(
        "Khác kế hoạch trước {count} lượt làm việc: thêm {added}, bỏ {dropped}.",
        "Visits that differ from the earlier plan: {count} (new: {added}, dropped: {dropped}).",
    ),
    "cli.summary.no_changes": Words(
        "Mọi lượt làm việc vẫn như kế hoạch trước.", "Every visit is as in the earlier plan."
    ),
    "cli.summary.conflicts": Words(
        "Không giữ được {count} điều đã hẹn:", "Promises that cannot be kept: {count}"
    ),
    "cli.summary.map": Words("Bản đồ:    {path}", "Map:       {path}"),
    "cli.summary.workbook": Words("Sổ Excel:  {path}", "Workbook:  {path}"),
    "cli.summary.plan": Words("Kế hoạch:  {path}", "Plan:      {path}"),
    "cli.validate.fine": Words(
        "Kịch bản dùng được: {name}; {sites} điểm, {cases} hồ sơ còn tồn, {teams} tổ, {dates};"
        " {warnings} lưu ý.",
        "The scenario is fine: {name}; {sites} sites, {cases} cases outstanding, {teams} teams, {dates};"
        " {warnings} warnings.",
    ),
    "cli.check.fine": Words(
        "Kế hoạch đúng mọi quy tắc: {routes} lộ trình ngày, {visits} lượt làm việc.",
        "The plan keeps every rule: {routes} day routes, {visits} visits.",
    ),
    "cli.check.broken": Words("Có {count} vi phạm.", "Broken rules: {count}."),
    "cli.new.done": Words(
        "Đã tạo {folder} ({files}).\n"
        "Bước tiếp theo: điền số hồ sơ của từng điểm vào sites.csv (mở được bằng Excel), rồi chạy:\n"
        "  luudong validate {folder}\n"
        "  luudong plan {folder}",
        "Made {folder} ({files}).\n"
        "Next: fill in each site's cases in sites.csv (Excel opens it), then run:\n"
        "  luudong validate {folder}\n"
        "  luudong plan {folder}",
    ),
    **ROADS,
}
