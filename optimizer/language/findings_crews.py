"""Words of findings about officers, the crews formed from them, posts and kits."""

from __future__ import annotations

from optimizer.language import Words

_DATE, _ISO = "%d/%m/%Y", "%Y-%m-%d"

CREWS: dict[str, Words] = {
    "E126.cause": Words(
        "“{text}” không phải là một số hay một khoảng như 2-4, từ 1 đến {most}.",
        "“{text}” is not a number or a range such as 2-4, from 1 to {most}.",
    ),
    "E126.action": Words("Ghi một số, hoặc khoảng như 2-4.", "Write a number, or a range such as 2-4."),
    "E331.cause": Words(
        "Khai cả “teams” lẫn “officers”: tổ đã cho sẵn thì không xếp tổ nữa.",
        "Both `teams` and `officers` are given: teams that are given are not formed.",
    ),
    "E331.action": Words("Bỏ một trong hai.", "Remove one of them."),
    "E333.cause": Words(
        "Cán bộ “{id}” ở hai đơn vị: {one} ({first:vi}) và {other}.",
        "The officer “{id}” is in two units: {one} ({first:en}) and {other}.",
    ),
    "E333.action": Words(
        "Giữ một dòng cho mỗi người; hai người khác nhau thì đặt hai mã.",
        "Keep one row for each person; give two persons two ids.",
    ),
    "E334.cause": Words(
        "“{id}” cần người có kỹ năng “{skill}”, nhưng không ai được cử vào đó có.",
        "“{id}” asks for the skill “{skill}”, which nobody who may be there has.",
    ),
    "E334.action": Words(
        "{hint:vi} Thêm kỹ năng cho cán bộ, hoặc bỏ yêu cầu.",
        "{hint:en} Give the skill to the officers who have it, or drop the demand.",
    ),
    "E335.cause": Words(
        f"Chốt “{{id}}” ngày {{date:{_DATE}}} cần {{need}} người (kỹ năng: {{skill}}), "
        "chỉ {have} người rảnh.",
        f"The post “{{id}}” needs {{need}} officers (skill: {{skill}}) on {{date:{_ISO}}}; {{have}} are"
        " free.",
    ),
    "E335.action": Words(
        "Bớt yêu cầu của chốt, thêm đơn vị được cử, hoặc xem lại ngày nghỉ và nhiệm vụ.",
        "Ask for fewer, allow more units, or look at days off and duties.",
    ),
    "E336.cause": Words(
        "Thiết bị “{id}” được đếm hai lần; lần đầu ở {first:vi}.",
        "The kit “{id}” is counted twice; first at {first:en}.",
    ),
    "E336.action": Words(
        "Giữ một dòng; nhiều bộ giống nhau thì ghi number.", "Keep one row; for several alike give `number`."
    ),
    "E337.cause": Words(
        "Các tổ “{id}” cần ít nhất {need} người có kỹ năng “{skill}”, chỉ có {have}.",
        "The teams of “{id}” need at least {need} officers with the skill “{skill}”; there are {have}.",
    ),
    "E337.action": Words(
        "Bớt số tổ hay yêu cầu, hoặc thêm đơn vị được cử.",
        "Ask for fewer teams or less, or allow more units.",
    ),
    "E338.cause": Words(
        "Các tổ cần ít nhất {need} cán bộ, chỉ có {have}.",
        "The teams need at least {need} officers; there are {have}.",
    ),
    "E338.action": Words("Bớt số tổ hoặc số người mỗi tổ.", "Ask for fewer teams, or smaller ones."),
    "E339.cause": Words(
        f"Ngày {{date:{_DATE}}} các chốt cần tất cả {{need}} người, chỉ {{have}} người có thể trực.",
        f"On {{date:{_ISO}}} the posts need {{need}} officers in all; {{have}} could be there.",
    ),
    "E339.action": Words(
        "Bớt số người trực, hoặc xem lại ngày nghỉ và nhiệm vụ.",
        "Ask for fewer officers, or look at days off and duties.",
    ),
    "E340.cause": Words(
        "Các tổ “{id}” vừa luôn có vừa có thể được cấp: {things}.",
        "The teams of “{id}” both always have and may be given: {things}.",
    ),
    "E340.action": Words("Để ở một nơi: brings hoặc may_bring.", "Keep it in `brings` or in `may_bring`."),
    "E341.cause": Words(
        "Các tổ và chốt cần ít nhất {need} “{kind}”, chỉ có {have}.",
        "Teams and posts need at least {need} of “{kind}”; there are {have}.",
    ),
    "E341.action": Words("Bớt yêu cầu, hoặc sửa số lượng.", "Ask for fewer, or correct the number."),
    "E342.cause": Words(
        "“{id}” có {stations} bộ thu nhận mà nhiều nhất {officers} người, mỗi bộ cần một người.",
        "“{id}” has {stations} stations and at most {officers} officers; each station needs one.",
    ),
    "E342.action": Words("Thêm người hoặc bớt bộ thu nhận.", "Allow more officers or fewer stations."),
    "E344.cause": Words(
        "“{id}” cần {number} người có kỹ năng “{skill}” mà chỉ có {officers} người.",
        "“{id}” needs {number} officers with the skill “{skill}” but has {officers} officers.",
    ),
    "E344.action": Words("Sửa roles hoặc officers.", "Correct `roles` or `officers`."),
    "E346.cause": Words(
        "Các tổ “{id}” cần {need} người phụ trách từ cấp {level} trở lên, chỉ có {have}.",
        "The teams of “{id}” need {need} leaders of level {level} or above; there are {have}.",
    ),
    "E346.action": Words("Hạ leader, hoặc bớt số tổ.", "Lower `leader`, or ask for fewer teams."),
    "W331.cause": Words(
        "“{one}” và “{other}” vừa muốn cùng tổ vừa muốn khác tổ.",
        "“{one}” and “{other}” wish to be both together and apart.",
    ),
    "W331.action": Words("Bỏ một trong hai nguyện vọng.", "Remove one of the wishes."),
    "W332.cause": Words(
        "Nguyện vọng trong “{key}” có ít hơn hai người.", "A wish in `{key}` names fewer than two officers."
    ),
    "W332.action": Words("Ghi ít nhất hai mã, hoặc bỏ đi.", "Name at least two officers, or remove it."),
    "W333.cause": Words(
        "Cán bộ “{id}” (đơn vị {unit}) không được cử vào tổ hay chốt nào.",
        "The officer “{id}” (unit {unit}) may be in no team and at no post.",
    ),
    "W333.action": Words(
        "Thêm đơn vị vào units, nếu người này cũng đi.", "Add the unit to `units`, if this officer should go."
    ),
    "W334.cause": Words(
        "Lịch sử có “{id}”, không còn trong danh sách cán bộ.",
        "The history names “{id}”, who is not among the officers.",
    ),
    "W334.action": Words(
        "Không sao nếu người này đã chuyển đi; nếu không, sửa mã.",
        "Fine if this officer has left; else correct the id.",
    ),
    "E350.cause": Words(
        "Không xếp được tổ: với ngày nghỉ và nhiệm vụ đã khai, không thể cùng lúc: {rules:vi}.",
        "No crews can be formed: with the days off and duties as they are, these clash: {rules:en}.",
    ),
    "E350.action": Words(
        "Nới một trong các quy định ấy. Nhượng bộ ít nhất để xếp được: {relief:vi}.",
        "Let one of them give way. The least that would do: {relief:en}.",
    ),
    "E351.cause": Words(
        "Trong {seconds} giây chưa xếp được tổ giữ đủ mọi quy định, cũng chưa rõ là không thể.",
        "In {seconds} seconds no crews that keep every rule were found, nor proved impossible.",
    ),
    "E351.action": Words(
        "Nới khoảng số tổ, số cán bộ, số bộ thu nhận, hoặc thêm người trực chốt được; "
        "hoặc thử --seed khác, trên máy rảnh hơn.",
        "Widen the ranges of teams, officers and stations, or let more officers be at posts; "
        "or try another --seed, on a machine that has less to do.",
    ),
    "kind.duty": Words("nhiệm vụ", "duty"),
    "kind.officer": Words("cán bộ", "officer"),
    "kind.unit": Words("đơn vị", "unit"),
    "kind.kit": Words("loại thiết bị, phương tiện", "kind of kit"),
}
