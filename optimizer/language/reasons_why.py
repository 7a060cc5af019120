"""Words of explanations: why cases are left although some team could serve them."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    # Small change
    "why.and": Words("{first} và {last}", "{first} and {last}"),
    "why.or": Words("{first} hoặc {last}", "{first} or {last}"),
    "why.or_else": Words("{first}, hoặc {last}", "{first}, or {last}"),
    "why.cases.1": Words("{count} hồ sơ", "{count} case"),
    "why.cases": Words("{count} hồ sơ", "{count} cases"),
    "why.teams.1": Words("{count} tổ", "{count} team"),
    "why.teams": Words("{count} tổ", "{count} teams"),
    "why.nights.1": Words("{count} đêm", "{count} night"),
    "why.nights": Words("{count} đêm", "{count} nights"),
    "why.cases_of": Words("{cases} {service}", "{cases} of {service}"),
    "why.cases_from": Words("{cases} của {home}", "{cases} from {home}"),
    "why.at": Words("{cases} tại {host}", "{cases} at {host}"),
    "why.dong": Words("{amount} đ", "{amount} đ"),
    "why.km": Words("{amount} km", "{amount} km"),
    "why.minutes": Words("{minutes} phút", "{minutes} min"),
    "why.hours": Words("{hours} giờ", "{hours} h"),
    "why.hours_minutes": Words("{hours} giờ {minutes} phút", "{hours} h {minutes} min"),
    "why.next_day": Words("sau nửa đêm", "after midnight"),
    # What scenarios call power, network and what makes up for them
    "why.tag.power": Words("điện", "power"),
    "why.tag.network": Words("sóng di động", "mobile network"),
    "why.tag.generator": Words("máy phát điện", "a generator"),
    "why.tag.may_phat": Words("máy phát điện", "a generator"),
    "why.tag.satellite": Words("bộ phát vệ tinh", "a satellite kit"),
    "why.tag.ve_tinh": Words("bộ phát vệ tinh", "a satellite kit"),
    "why.tag.car": Words("ô tô", "car"),
    "why.tag.o_to": Words("ô tô", "car"),
    "why.tag.motorbike": Words("xe máy", "motorbike"),
    "why.tag.xe_may": Words("xe máy", "motorbike"),
    "why.tag.boat": Words("thuyền", "boat"),
    "why.tag.thuyen": Words("thuyền", "boat"),
    # Not plannable
    "not_plannable.detail": Words(
        "Thủ tục này chỉ để đếm, không xếp vào kế hoạch được.",
        "This service is only counted; it cannot be planned.",
    ),
    "not_plannable.need": Words(
        "cần biết gặp người dân ở đâu và mỗi hồ sơ mất bao nhiêu phút",
        "it must be known where to meet the people and how many minutes a case takes",
    ),
    # Possible, but not found
    "not_found.detail": Words(
        "Vẫn còn chỗ: ngày {day}, lúc {start}–{finish}, {team} làm thêm được {cases} mà không phải bỏ việc"
        " nào; giá trị kế hoạch tăng {gain}.",
        "There is room: on {day}, {start}–{finish}, {team} can serve {cases} more and give nothing up;"
        " the plan gets better by {gain}.",
    ),
    "not_found.swap": Words(
        "Còn cách tốt hơn: ngày {day}, {team} làm thêm được {cases} nếu {giving}; giá trị kế hoạch tăng"
        " {gain}.",
        "There is a better plan: on {day}, {team} can serve {cases} more by {giving};"
        " the plan is then worth {gain} more.",
    ),
    "not_found.need": Words(
        "cần tìm kiếm lâu hơn, hoặc tự thêm lượt này vào kế hoạch",
        "a longer search, or this visit added by hand",
    ),
    # Crowded out
    "crowded.cost": Words(
        "Ngày {day}, {team} có thể làm thêm {cases} mà không bỏ việc nào, nhưng {more}: tốn {cost},"
        " còn các hồ sơ này chỉ đáng {worth}.",
        "On {day}, {team} could serve {cases} more and give nothing up, but {more}: that costs {cost},"
        " and these cases are worth only {worth}.",
    ),
    "crowded.swap": Words(
        "Ngày {day}, {team} có thể làm thêm {cases} nếu {giving}, nhưng kế hoạch kém đi {loss}"
        " (cách ít thiệt nhất tìm được).",
        "On {day}, {team} could serve {cases} more by {giving}, but the plan gets worse by {loss}"
        " (the cheapest way found).",
    ),
    "crowded.swap_even": Words(
        "Ngày {day}, {team} có thể làm thêm {cases} nếu {giving}, nhưng kế hoạch không tốt hơn.",
        "On {day}, {team} could serve {cases} more by {giving}, but the plan gets no better.",
    ),
    "crowded.full": Words(
        "Các tổ làm được đã kín giờ: không tìm được cách nào làm thêm dù chỉ một hồ sơ, kể cả khi bỏ bớt"
        " việc khác.",
        "The teams that could do it have no time left: no way was found to serve even one case more,"
        " not even by giving up other work.",
    ),
    "crowded.full_site": Words(
        "Không tìm được cách nào làm thêm dù chỉ một hồ sơ: các tổ làm được đã kín giờ, hoặc vào giờ còn"
        " trống thì điểm đã đủ số tổ được cùng làm.",
        "No way was found to serve even one case more: the teams that could do it have no time left, or the"
        " site has as many teams as may work there at once while they have.",
    ),
    "crowded.broken": Words(
        "{team} có thể đến nếu lộ trình của tổ được lập lại: lộ trình hiện có vi phạm quy tắc.",
        "{team} could come if its routes were planned anew: as they are, they break a rule.",
    ),
    "crowded.late_step": Words(
        "Các hồ sơ này là bước sau của {first}, đến hạn từ ngày {since}; từ ngày ấy không tổ nào làm được"
        " nữa, kể cả khi không làm việc khác.",
        "These cases follow {first} and are due from {since} on; from then on no team can do them, even with"
        " nothing else to do.",
    ),
    "crowded.frozen": Words(
        "Chỉ làm được trong những ngày đã chốt (đến hết {day}), mà kế hoạch của những ngày đó giữ nguyên.",
        "They could be served only on dates up to {day}, and the plan of those dates stands as it is.",
    ),
    "crowded.need": Words(
        "cần thêm giờ của một tổ như {team}, hoặc mỗi hồ sơ phải đáng giá trên {worth} (nay {now})",
        "more time of a team such as {team}, or cases worth more than {worth} each (now {now})",
    ),
    "crowded.need_worth": Words(
        "mỗi hồ sơ phải đáng giá trên {worth} (nay {now})", "cases worth more than {worth} each (now {now})"
    ),
    "crowded.need_time": Words(
        "cần thêm ngày làm việc, thêm bộ thu nhận hoặc thêm tổ làm được",
        "more days of work, more stations, or another team that can do it",
    ),
    "crowded.need_site": Words(
        "cần thêm ngày làm việc, thêm bộ thu nhận, hoặc nhiều tổ hơn được cùng làm ở điểm này",
        "more days of work, more stations, or more teams allowed at the site at once",
    ),
    "crowded.need_repair": Words("cần sửa lộ trình của {team}", "the routes of {team} must be repaired"),
    "crowded.need_thaw": Words(
        "cần mở lại phần kế hoạch đã chốt (đến hết {day})", "the frozen plan, up to {day}, opened again"
    ),
    # What comes on top
    "more.travel": Words("phải đi thêm {km}, {minutes}", "it travels {km} and {minutes} more"),
    "more.nights": Words("nghỉ xa thêm {nights}", "it is away for {nights} more"),
    "more.shuttles": Words("xe đưa đón thêm {cost}", "shuttles cost {cost} more"),
    "more.unevenness": Words(
        "các tổ làm việc chênh nhau hơn ({cost})", "the teams work less evenly ({cost})"
    ),
    "more.change": Words(
        "kế hoạch khác bản đã giao nhiều hơn ({cost})",
        "the plan departs further from the earlier one ({cost})",
    ),
    "more.nothing": Words("cũng không lợi gì", "it gains nothing"),
    # What gives way
    "giving.drop": Words("bỏ {site} ({cases}, {worth})", "giving up {site} ({cases}, {worth})"),
    "giving.drop_dated": Words(
        "bỏ {site} ngày {day} ({cases}, {worth})", "giving up {site} on {day} ({cases}, {worth})"
    ),
    "giving.cut": Words("bớt {cases} ở {site} ({worth})", "serving {cases} fewer at {site} ({worth})"),
    "giving.cut_dated": Words(
        "bớt {cases} ở {site} ngày {day} ({worth})", "serving {cases} fewer at {site} on {day} ({worth})"
    ),
    "giving.cut_here": Words(
        "bớt {cases} thủ tục khác ngay tại điểm này ({worth})",
        "serving {cases} fewer of other services right there ({worth})",
    ),
    "giving.rest": Words(
        "bỏ {cases} ở các lượt khác ({worth})", "giving up {cases} on other visits ({worth})"
    ),
    "giving.nights": Words("nghỉ xa thêm {nights}", "being away for {nights} more"),
}
