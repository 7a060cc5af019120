"""Words of findings about scenarios and plans: cause and action by code."""

from __future__ import annotations

from optimizer.language import Words
from optimizer.language.findings_crews import CREWS
from optimizer.language.findings_files import FILES
from optimizer.language.findings_format import FORMAT
from optimizer.language.findings_meaning import MEANING
from optimizer.language.findings_promises import PROMISES

WORDS: dict[str, Words] = {
    "where.line": Words("dòng {number}", "line {number}"),
    "where.row": Words("hàng {number}", "row {number}"),
    "where.column": Words("cột {name}", "column {name}"),
    "hint.nearest": Words("Có phải ý bạn là “{word}”?", "Did you mean “{word}”?"),
    "hint.known": Words("Có thể dùng: {words}.", "What there is: {words}."),
    "hint.none": Words("Hiện chưa khai mục nào.", "None is given yet."),
    "expected.map": Words("một nhóm “khóa: giá trị”", "a map of “key: value”"),
    "expected.list": Words("một danh sách", "a list"),
    "expected.text": Words("chữ", "text"),
    "expected.whole": Words("một số nguyên", "a whole number"),
    "expected.number": Words("một số", "a number"),
    "expected.coordinate": Words(
        "tọa độ bằng độ thập phân, như 20.8746", "a coordinate in decimal degrees such as 20.8746"
    ),
    "expected.yes_no": Words("có hoặc không (true/false, yes/no)", "yes or no (true/false)"),
    "expected.date": Words(
        "một ngày như 2023-04-24 hoặc 24/04/2023", "a date such as 2023-04-24 or 24/04/2023"
    ),
    "expected.clock": Words("giờ như 07:30", "a time such as 07:30"),
    "expected.window": Words("một khoảng giờ như 07:30-11:30", "a stretch of time such as 07:30-11:30"),
    "expected.windows": Words(
        "danh sách khoảng giờ như [07:30-11:30]", "a list of times such as [07:30-11:30]"
    ),
    "expected.file_or_list": Words("tên tệp bảng hoặc một danh sách", "the name of a table or a list"),
    "expected.other": Words("giá trị khác", "another value"),
    "pin.at": Words(" lúc {time}", " at {time}"),
    "bound.gt": Words("phải lớn hơn {bound}", "must be more than {bound}"),
    "bound.ge": Words("phải từ {bound} trở lên", "must be at least {bound}"),
    "bound.le": Words("không được quá {bound}", "must be at most {bound}"),
    "encoding.named": Words("có vẻ là {name}", "it looks like {name}"),
    "encoding.unknown": Words("không đoán được là bảng mã nào", "no known encoding was recognised"),
    "kind.base": Words("trụ sở", "base"),
    "kind.vehicle": Words("phương tiện", "vehicle"),
    "kind.thing": Words("thứ mang theo", "thing to bring"),
    "kind.hours": Words("khung giờ", "hours"),
    "kind.service": Words("thủ tục", "service"),
    "kind.site": Words("điểm", "site"),
    "kind.team": Words("tổ", "team"),
    "kind.place": Words("nơi (trụ sở, nơi nghỉ hoặc điểm)", "place (base, lodging or site)"),
    **FILES,
    **FORMAT,
    **MEANING,
    **PROMISES,
    **CREWS,
}
