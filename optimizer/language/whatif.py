"""Words of what if: variants, what they are worth, and what cannot be asked."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "E901.cause": Words("Không hiểu “{text}”.", "“{text}” is not understood."),
    "E901.action": Words(
        "Ghi số lượng thêm từ 1 đến 99, và nếu cần thì cho ai: +1, +2:to-3, +1:ve_tinh:to-5; gộp nhiều thứ"
        " thì --combine “officers+2, teams+1:to”.",
        "Write how many more, from 1 to 99, and for whom if need be: +1, +2:to-3, +1:satellite:to-5; several"
        " at once as --combine “officers+2, teams+1:to”.",
    ),
    "cli.whatif.plans": Words(
        "ghi từng phương án thành một kế hoạch trong thư mục này, để xem và so bằng luudong compare",
        "write each variant's plan into this folder, to be looked at and compared with luudong compare",
    ),
    "cli.whatif.writing": Words(
        "Đang xét lại và ghi kế hoạch: {variant}…", "Checking and writing the plan: {variant}…"
    ),
    "cli.whatif.written": Words("{variant}: {path}", "{variant}: {path}"),
    "cli.whatif.compare": Words(
        "So hai phương án: luudong compare {before} {after}", "Compare two: luudong compare {before} {after}"
    ),
    "E902.cause": Words(
        "“{text}”: không có “{name}” trong kịch bản.", "“{text}”: there is no “{name}” in the scenario."
    ),
    "E902.action": Words(
        "{hint:vi} Ghi mã (id) như trong kịch bản.", "{hint:en} Write an id as it is in the scenario."
    ),
    "E903.cause": Words(
        "“{text}”: kịch bản này cho sẵn các tổ, nên thêm cán bộ không làm thêm được hồ sơ nào.",
        "“{text}”: the teams of this scenario are given, so more officers serve no more cases.",
    ),
    "E903.action": Words(
        "Hỏi --stations hoặc --teams; muốn biết thêm cán bộ được gì thì khai “officers” và “crews”"
        " thay cho “teams”.",
        "Ask for --stations or --teams; to learn what officers are worth, give `officers` and `crews`"
        " instead of `teams`.",
    ),
    "E904.cause": Words(
        "“{text}”: không tổ nào còn thiếu thứ ấy, hoặc kịch bản không có thứ gì để mang theo.",
        "“{text}”: no team is without it, or there is nothing to bring in this scenario.",
    ),
    "E904.action": Words(
        "Một tổ chỉ cần một; hỏi thứ khác, tổ khác, hoặc số ít hơn.",
        "A team needs only one; ask for another thing, another team, or fewer.",
    ),
    "E905.cause": Words(
        "“{text}” có thể dành cho nhiều nơi: {known}.", "“{text}” may be for several: {known}."
    ),
    "E905.action": Words(
        "Khi gộp nhiều thay đổi, ghi rõ cho ai sau dấu hai chấm, ví dụ stations+1:to-3.",
        "Where changes are combined, say for whom after a colon, as in stations+1:to-3.",
    ),
    "whatif.base": Words("Hiện có", "As it is"),
    "whatif.added": Words("{name} (thêm {number})", "{name} (added {number})"),
    "whatif.added_kind": Words("{name} thêm", "{name} added"),
    "whatif.officers": Words("Thêm {number} cán bộ", "Officers +{number}"),
    "whatif.stations": Words("Thêm {number} bộ thu nhận", "Stations +{number}"),
    "whatif.teams": Words("Thêm {number} tổ", "Teams +{number}"),
    "whatif.kits": Words("Thêm {number} “{thing}”", "“{thing}” +{number}"),
    "whatif.like": Words("{what} như {names}", "{what} like {names}"),
    "whatif.for": Words("{what} cho {names}", "{what} for {names}"),
    "whatif.alike": Words("{text} ({alike} tổ như nhau)", "{text} ({alike} teams alike)"),
    "cli.whatif.help": Words(
        "Nếu có thêm cán bộ, bộ thu nhận, tổ hay thiết bị thì được thêm gì: lập kế hoạch từng phương án"
        " rồi so sánh.",
        "What more officers, stations, teams or kits would be worth: plans each variant and sets"
        " them side by side.",
    ),
    "cli.whatif.group": Words("Thêm gì", "What there is more of"),
    "cli.whatif.more": Words(
        "Mỗi lựa chọn là một phương án, ghi được nhiều lần. +2 là thêm hai; +1:to-3 là thêm\n"
        "một cho to-3 (hoặc một như to-3); không ghi cho ai thì thử lần lượt từng tổ.\n"
        "Không hỏi gì thì thử thêm một của mọi thứ.",
        "Each option is a variant and may be given again. +2 is two more; +1:to-3 is one more\n"
        "for to-3 (or one like to-3); without a name each team is tried in turn.\n"
        "With no option one more of everything is tried.",
    ),
    "cli.whatif.officers": Words(
        "thêm cán bộ: +2, hoặc +1:cb-3 (giỏi như cb-3)", "more officers: +2, or +1:cb-3 (as able as cb-3)"
    ),
    "cli.whatif.stations": Words("thêm bộ thu nhận: +1, hoặc +1:to-3", "more capture kits: +1, or +1:to-3"),
    "cli.whatif.teams": Words(
        "thêm tổ: +1, hoặc +1:to-3 (như to-3)", "more teams: +1, or +1:to-3 (like to-3)"
    ),
    "cli.whatif.kits": Words(
        "thêm thứ mang theo: +1, +1:ve_tinh, hoặc +1:ve_tinh:to-5",
        "more things to bring: +1, +1:satellite, or +1:satellite:to-5",
    ),
    "cli.whatif.combine": Words(
        "gộp nhiều thay đổi thành một phương án: “officers+2, teams+1:to”",
        "several changes as one variant: “officers+2, teams+1:to”",
    ),
    "cli.whatif.seconds": Words(
        "thời gian cho kế hoạch hiện có, và cho mỗi phương án, tính bằng giây (mặc định {seconds:.0f})",
        "seconds for the plan as it is, and for each variant (default {seconds:.0f})",
    ),
    "cli.whatif.workers": Words(
        "số phương án tính cùng lúc (mặc định: số lõi máy)", "variants at once (default: processor cores)"
    ),
    "cli.whatif.csv": Words(
        "ghi thêm bảng ra tệp CSV, mở được bằng Excel", "write the table to a CSV file too"
    ),
    "cli.whatif.nothing": Words(
        "Kịch bản này không có gì để thêm.", "There is nothing of which this scenario could have more."
    ),
    "cli.whatif.begun": Words(
        "Lập kế hoạch hiện có, rồi {count} phương án; tất cả khoảng {minutes} phút.",
        "Plans the scenario as it is, then {count} variants; some {minutes} min in all.",
    ),
    "cli.whatif.begun_rounds": Words(
        "Lập kế hoạch hiện có, rồi {count} phương án.", "Plans the scenario as it is, then {count} variants."
    ),
    "cli.whatif.done": Words(
        "{done}/{count} xong: {variant}, giá trị {worth}", "{done} of {count} done: {variant}, worth {worth}"
    ),
    "cli.whatif.one": Words("{variant}: {cases} hồ sơ", "{variant}: {cases} cases"),
    "cli.whatif.running": Words(
        "{done}/{count} xong; đang tính: {variants}", "{done} of {count} done; now: {variants}"
    ),
    "cli.whatif.stopped": Words(
        "Đã dừng: còn {count} phương án chưa tính; dấu * là phương án tính dở.",
        "Stopped: {count} variants were not begun; * marks those cut short.",
    ),
    "cli.whatif.stopped_early": Words(
        "Đã dừng trước khi lập xong kế hoạch hiện có; không có gì để so sánh.",
        "Stopped before the plan as it is was made; there is nothing to compare.",
    ),
    "cli.whatif.column.variant": Words("Phương án", "Variant"),
    "cli.whatif.column.cases": Words("Hồ sơ", "Cases"),
    "cli.whatif.column.km": Words("Km", "Km"),
    "cli.whatif.column.nights": Words("Đêm", "Nights"),
    "cli.whatif.column.cost": Words("Chi phí", "Cost"),
    "cli.whatif.column.worth": Words("Giá trị", "Worth"),
    "cli.whatif.legend": Words(
        "Hàng đầu là kế hoạch hiện có, các hàng sau là phần hơn kém so với nó. Chi phí gồm xe, đi lại, vé,"
        " nghỉ đêm, đưa đón; giá trị là giá trị hồ sơ trừ chi phí, chưa trừ tiền mua sắm hay trả công.",
        "The first row is the plan as it is, each further row the difference to it. Cost is of vehicles,"
        " travel, fares, nights and shuttles; worth is the value of cases less cost, before what having"
        " more costs.",
    ),
    "cli.whatif.best": Words(
        "Lợi nhất: {variant}: {cases} hồ sơ, {worth}.", "Helps most: {variant}: {cases} cases, {worth}."
    ),
    "cli.whatif.useless": Words("{what}: không thêm được gì.", "{what}: nothing is gained."),
    "cli.whatif.noise": Words(
        "Chỉ tìm lâu thêm chừng ấy, kế hoạch hiện có cũng hơn được {worth}; chênh lệch nhỏ hơn thế thì"
        " chưa chắc chắn.",
        "By searching as long again alone, the plan as it is gained {worth}; differences below that are"
        " not certain.",
    ),
}
