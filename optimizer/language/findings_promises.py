"""Words of findings about what people do, what was promised, and what was done or planned before."""

from __future__ import annotations

from optimizer.language import Words

_DATE, _ISO = "%d/%m/%Y", "%Y-%m-%d"
_ELSE_VI = "; không giữ được thì kế hoạch nêu ở conflicts."
_ELSE_EN = "; else it is one of the plan's conflicts."

PROMISES: dict[str, Words] = {
    "E312.cause": Words(
        "Chuỗi bước tiếp theo quay về chỗ bắt đầu: {chain}.",
        "The follow-ups lead back to where they began: {chain}.",
    ),
    "E312.action": Words("Bỏ một “then” trong chuỗi.", "Remove one `then` of the chain."),
    "E314.cause": Words(
        "“{second}” phải làm tiếp sau “{first}”, nhưng “{id}” có plannable: false.",
        "“{second}” is to follow “{first}”, but “{id}” has plannable: false.",
    ),
    "E314.action": Words(
        "Bỏ “then”, hoặc bỏ plannable: false và khai minutes.",
        "Remove `then`, or remove plannable: false and give minutes.",
    ),
    "E315.cause": Words(
        f"Lịch hẹn ngày {{date:{_DATE}}} nằm ngoài đợt này ({{start:{_DATE}}} đến {{end:{_DATE}}}).",
        f"The pin's date {{date:{_ISO}}} is outside the dates planned ({{start:{_ISO}}} to {{end:{_ISO}}}).",
    ),
    "E315.action": Words(
        "Sửa ngày; lịch hẹn của đợt khác thì bỏ khỏi kịch bản này.",
        "Correct the date; leave pins of other weeks out of this scenario.",
    ),
    "E316.cause": Words(
        f"Kết quả ngày {{date:{_DATE}}} không trước ngày đầu của đợt ({{start:{_DATE}}}).",
        f"The work of {{date:{_ISO}}} is not earlier than the first date ({{start:{_ISO}}}).",
    ),
    "E316.action": Words(
        "Cho đợt bắt đầu sau ngày ấy, với số còn tồn tính đến sáng ngày đầu; hoặc sửa ngày.",
        "Let the horizon start after that day, with the cases outstanding on its first morning;"
        " or correct the date.",
    ),
    "E317.cause": Words("Không có kế hoạch trước nào để giữ nguyên.", "There is no earlier plan to freeze."),
    "E317.action": Words(
        "Chỉ rõ kế hoạch trước bằng --from, hoặc khai “earlier” trong kịch bản.",
        "Name the earlier plan with --from, or give `earlier` in the scenario.",
    ),
    "E318.cause": Words(
        "Xe đưa đón từ “{origin}” đến “{destination}” khai hai lần.",
        "The shuttle from “{origin}” to “{destination}” is given twice.",
    ),
    "E318.action": Words("Giữ lại một mục.", "Keep one of them."),
    "W310.cause": Words(
        "Dân không đến làm “{id}” được, vì thủ tục này có plannable: false.",
        "Nobody can come for “{id}”: it has plannable: false.",
    ),
    "W310.action": Words("Bỏ thủ tục này khỏi gather.services.", "Remove it from gather.services."),
    "W311.cause": Words(
        f"Tổ “{{team}}” không làm việc ngày {{date:{_DATE}}} đã hẹn.",
        f"The team “{{team}}” does not work on {{date:{_ISO}}}, the pin's date.",
    ),
    "W311.action": Words(
        f"Đổi ngày hay tổ, hoặc xem days_off và ngày lễ{_ELSE_VI}",
        f"Change the date or the team, or look at days_off and holidays{_ELSE_EN}",
    ),
    "W312.cause": Words(
        f"Ngày hẹn {{date:{_DATE}}} trước ngày sớm nhất hoặc sau hạn chót của “{{site}}”.",
        f"The pin's date {{date:{_ISO}}} is before the release or after the deadline of “{{site}}”.",
    ),
    "W312.action": Words(
        f"Đổi ngày, hoặc xem release và deadline{_ELSE_VI}",
        f"Change the date, or look at release and deadline{_ELSE_EN}",
    ),
    "W313.cause": Words(
        f"Điểm “{{site}}” đóng ngày {{date:{_DATE}}} đã hẹn.",
        f"The site “{{site}}” is closed on {{date:{_ISO}}}, the pin's date.",
    ),
    "W313.action": Words(
        f"Đổi ngày, hoặc xem khung giờ và closures{_ELSE_VI}",
        f"Change the date, or look at its hours and the closures{_ELSE_EN}",
    ),
    "W314.cause": Words(
        "Lịch hẹn{at:vi} cần {minutes} phút, không lọt vào khung giờ nào của điểm ({windows})"
        " trong ca của tổ ({shift}).",
        "The pin{at:en} takes {minutes} minutes, which fit into no window of the site ({windows})"
        " within the team's shift ({shift}).",
    ),
    "W314.action": Words(
        f"Đổi giờ hẹn, khung giờ hay ca{_ELSE_VI}",
        f"Change the start, the hours or the shift{_ELSE_EN}",
    ),
    "W315.cause": Words(
        "Tổ “{team}” không vào làm được ở “{site}” đã hẹn.",
        "The team “{team}” may not work at “{site}”, the pin's site.",
    ),
    "W315.action": Words(
        f"Đổi tổ, hoặc xem requires và vehicles của điểm{_ELSE_VI}",
        f"Change the team, or look at the site's requires and vehicles{_ELSE_EN}",
    ),
    "W316.cause": Words(
        "“{site}” không có trường hợp “{service}” nào lập kế hoạch được.",
        "“{site}” has no cases of “{service}” that can be planned.",
    ),
    "W316.action": Words(
        f"Xem số còn tồn và plannable{_ELSE_VI}",
        f"Look at its cases and at plannable{_ELSE_EN}",
    ),
    "W317.cause": Words(
        "Các lịch hẹn ở “{site}” cần {pinned} trường hợp “{service}”, nhưng nhiều nhất chỉ có {most}.",
        "Pins at “{site}” ask for {pinned} cases of “{service}”; there are {most} at most.",
    ),
    "W317.action": Words(
        f"Giảm số đã hẹn, hoặc xem số còn tồn{_ELSE_VI}",
        f"Pin fewer, or look at the site's cases{_ELSE_EN}",
    ),
    "W318.cause": Words(
        f"Ngày {{date:{_DATE}}}, tổ “{{team}}” chưa xong ở “{{one}}” đã phải bắt đầu ở “{{other}}”"
        " lúc {start}.",
        f"On {{date:{_ISO}}} the team “{{team}}” is not done at “{{one}}” when it has to begin at"
        " “{other}”, {start}.",
    ),
    "W318.action": Words(
        f"Đổi giờ hay tổ của một lịch hẹn{_ELSE_VI}",
        f"Change the start or the team of one of the pins{_ELSE_EN}",
    ),
    "W319.cause": Words(
        "Kết quả “{id}” không làm thay đổi gì: thủ tục này không có bước tiếp theo,"
        " cũng không tiếp theo bước nào.",
        "The record of “{id}” changes nothing: it neither has a follow-up nor is one.",
    ),
    "W319.action": Words(
        "Số còn tồn của điểm là số tính đến sáng ngày đầu, đã trừ phần làm rồi; hoặc khai “then”.",
        "A site's cases are those outstanding on the first morning, without work done already;"
        " or give `then`.",
    ),
    "W320.cause": Words(
        "objective.change không có tác dụng: không có kế hoạch trước để so.",
        "objective.change has no effect: there is no earlier plan to compare with.",
    ),
    "W320.action": Words(
        "Khai “earlier” trong kịch bản, hoặc dùng luudong plan --from.",
        "Give `earlier` in the scenario, or use luudong plan --from.",
    ),
    "W321.cause": Words(
        f"Ngày giữ nguyên {{date:{_DATE}}} nằm ngoài đợt này ({{start:{_DATE}}} đến {{end:{_DATE}}}).",
        f"The date to freeze until, {{date:{_ISO}}}, is outside the dates planned"
        f" ({{start:{_ISO}}} to {{end:{_ISO}}}).",
    ),
    "W321.action": Words(
        "Kiểm tra ngày: trước đợt thì không giữ ngày nào, sau đợt thì giữ tất cả.",
        "Check it: before the first date nothing is frozen, after the last one everything.",
    ),
    "W322.cause": Words(
        "Kế hoạch trước có {count} lộ trình ngoài các ngày của đợt này; không dùng.",
        "Routes of the earlier plan outside the dates planned: {count}. They are not used.",
    ),
    "W322.action": Words(
        "Bỏ qua nếu đợt này bắt đầu muộn hơn; nếu không, kiểm tra có đúng kế hoạch không.",
        "Ignore this if this scenario starts later; otherwise check that it is the right plan.",
    ),
    "W323.cause": Words(
        "Kế hoạch trước có {count} mã không còn trong kịch bản: {ids}.",
        "Ids of the earlier plan that the scenario no longer has: {count} ({ids}).",
    ),
    "W323.action": Words(
        "Các lượt làm việc ấy tính là đã đổi; kiểm tra nếu mã chỉ bị viết khác đi.",
        "Visits that need them count as changed; check whether an id was only written otherwise.",
    ),
    "W324.cause": Words(
        "Tổ “{team}” không làm được “{service}” đã hẹn ở “{site}”.",
        "The team “{team}” cannot perform “{service}” at “{site}”, as pinned.",
    ),
    "W324.action": Words(
        f"Đổi tổ, hoặc xem needs, requires, lacks và brings{_ELSE_VI}",
        f"Change the team, or look at needs, requires, lacks and brings{_ELSE_EN}",
    ),
}
