"""Words of explanations: why cases are not in a plan, and the whole story of one site."""

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
    "impossible.follow_up": Words(
        "Các hồ sơ này là bước sau của {first}, sớm nhất đến hạn từ ngày {since}.",
        "These cases follow {first} and are due from {since} on at the earliest.",
    ),
    "impossible.elsewhere": Words(
        "Người dân có thể đến nơi khác để làm, nhưng cả kế hoạch nhiều nhất {cases}.",
        "The people may be served elsewhere, but {cases} at most over the whole plan.",
    ),
    # Impossible: the sentence for all teams, for one team, and in few words for the rest
    "hinder.no_teams": Words("Kịch bản không có tổ nào.", "The scenario has no teams."),
    "hinder.closest": Words(
        "Không tổ nào làm được, kể cả khi không làm việc khác. Gần được nhất: {one}.{others}",
        "No team can do it, even with nothing else to do. Closest: {one}.{others}",
    ),
    "hinder.others": Words(" Các tổ khác: {groups}.", " The others: {groups}."),
    "hinder.farther": Words("{teams} ở xa hơn cũng không làm được", "{teams} farther off, not able either"),
    "hinder.skills.all": Words(
        "Không tổ nào có kỹ năng cần thiết: {skills}.", "No team has the skill that is needed: {skills}."
    ),
    "hinder.skills.one": Words("{team} không có kỹ năng {skills}", "{team} does not have the skill {skills}"),
    "hinder.skills.few": Words("{teams} thiếu kỹ năng", "{teams} without the skill"),
    "hinder.offers.all": Words(
        "Điểm này thiếu {offers} mà thủ tục cần, và không tổ nào mang theo thứ thay được.",
        "The site lacks {offers}, which the service needs, and no team brings what makes up for it.",
    ),
    "hinder.offers.one": Words(
        "{team} không mang theo thứ thay được {offers} mà điểm này thiếu",
        "{team} brings nothing that makes up for the {offers} that the site lacks",
    ),
    "hinder.offers.few": Words("{teams} thiếu {offers}", "{teams} without {offers}"),
    "hinder.vehicle.all": Words(
        "Xe của các tổ đều không vào được điểm này; chỉ {vehicles} vào được.",
        "No team's vehicle reaches the site; only these do: {vehicles}.",
    ),
    "hinder.vehicle.one": Words(
        "{team} đi {vehicle}, không vào được điểm này",
        "{team} goes by {vehicle}, which does not reach the site",
    ),
    "hinder.vehicle.few": Words(
        "{teams} có xe không vào được", "{teams} by a vehicle that does not reach it"
    ),
    "hinder.no_dates.release": Words(
        "Chỉ được làm từ ngày {release}, sau ngày cuối của kế hoạch ({last}).",
        "It may be served only from {release} on, after the plan's last date ({last}).",
    ),
    "hinder.no_dates.deadline": Words(
        "Hạn chót {deadline} là trước ngày đầu của kế hoạch ({first}).",
        "The deadline {deadline} is before the plan's first date ({first}).",
    ),
    "hinder.no_dates.both": Words(
        "Được làm từ ngày {release} nhưng hạn chót là {deadline}: không còn ngày nào.",
        "It may be served from {release} on, but the deadline is {deadline}: no date is left.",
    ),
    "hinder.no_dates.since": Words(
        "Hạn chót {deadline} là trước ngày đó ({since}).", "The deadline {deadline} is before that ({since})."
    ),
    "hinder.no_dates.few": Words("{teams} không có ngày", "{teams} without a date"),
    "hinder.closed.all": Words(
        "Điểm này đóng cửa: không có khung giờ gặp dân nào vào {dates}.",
        "The site is closed: it has no window on {dates}.",
    ),
    "hinder.closed.few": Words("{teams} gặp lúc đóng cửa", "{teams} find it closed"),
    "hinder.short_window.all": Words(
        "Khung giờ gặp dân dài nhất chỉ {longest}, không đủ cho chuẩn bị và một hồ sơ ({needed}).",
        "The longest window is only {longest}, too short for set-up and one case ({needed}).",
    ),
    "hinder.short_window.one": Words(
        "{team} cần {needed} cho chuẩn bị và một hồ sơ, khung giờ dài nhất chỉ {longest}",
        "{team} needs {needed} for set-up and one case, and the longest window is only {longest}",
    ),
    "hinder.short_window.few": Words("{teams} không đủ khung giờ", "{teams} with too short a window"),
    "hinder.no_road.all": Words(
        "Không có đường từ nơi các tổ ở đến điểm này rồi trở về.",
        "There is no road from where the teams are to the site and back.",
    ),
    "hinder.no_road.one": Words(
        "{team} không có đường đến điểm này rồi trở về", "{team} has no road to the site and back"
    ),
    "hinder.no_road.few": Words("{teams} không có đường đến", "{teams} without a road"),
    "hinder.off.all": Words(
        "Không tổ nào đủ điều kiện làm việc vào ngày gặp được dân: {dates}.",
        "No fit team works on the dates on which people can be met: {dates}.",
    ),
    "hinder.off.one": Words(
        "{team} không làm việc vào ngày gặp được dân: {dates}",
        "{team} does not work on the dates on which people can be met: {dates}",
    ),
    "hinder.off.few": Words("{teams} không làm việc ngày ấy", "{teams} off on those dates"),
    "hinder.nights.one": Words(
        "{team} chỉ có đường đến rồi về nếu nghỉ lại lâu hơn mức {nights}",
        "{team} has a way there and back only if it is away for more than {nights}",
    ),
    "hinder.nights.few": Words("{teams} phải nghỉ lại lâu hơn mức", "{teams} away for too many nights"),
    "hinder.outside_shift.all": Words(
        "Giờ gặp dân ({windows}) không trùng đủ với ca làm của tổ nào.",
        "The hours in which people can be met ({windows}) do not fit into any team's shift.",
    ),
    "hinder.outside_shift.one": Words(
        "giờ gặp dân ({windows}) không trùng đủ với ca làm của {team} ({shift})",
        "the hours in which people can be met ({windows}) do not fit into the shift of {team} ({shift})",
    ),
    "hinder.outside_shift.few": Words("{teams} có ca không trùng giờ", "{teams} on another shift"),
    "hinder.missed.one": Words(
        "{team} đi mất {there}, đến nơi thì không còn đủ khung giờ ({windows})",
        "{team} travels for {there} and comes too late for the windows ({windows})",
    ),
    "hinder.missed.few": Words("{teams} đến không kịp giờ", "{teams} too late for the windows"),
    "hinder.late.one": Words(
        "{team} đi {to}, làm {work}, rồi về nơi nghỉ mất {on}, sớm nhất {arrive} mới xong mà ca chỉ đến"
        " {shift_end}",
        "{team} travels {to}, works {work} and travels {on} to where it sleeps: it is done at {arrive} at"
        " the earliest, and the shift ends at {shift_end}",
    ),
    "hinder.late.one_nights": Words(
        "{team}, kể cả khi nghỉ lại tối đa {nights}, đi {to}, làm {work}, rồi về nơi nghỉ mất {on}, sớm nhất"
        " {arrive} mới xong mà ca chỉ đến {shift_end}",
        "{team}, even if it is away for up to {nights}, travels {to}, works {work} and travels {on} to where"
        " it sleeps: it is done at {arrive} at the earliest, and the shift ends at {shift_end}",
    ),
    "hinder.late.few": Words("{teams} quá xa", "{teams} too far off"),
    "hinder.work.one": Words(
        "{team} phải đi và làm {minutes} trong ngày, quá mức {limit}",
        "{team} would travel and work {minutes} in a day, more than its limit of {limit}",
    ),
    "hinder.work.few": Words("{teams} quá mức giờ làm", "{teams} over the limit of work"),
    "hinder.drive.one": Words(
        "{team} phải lái xe {minutes} trong ngày, quá mức {limit}",
        "{team} would drive {minutes} in a day, more than its limit of {limit}",
    ),
    "hinder.drive.few": Words("{teams} quá mức giờ lái xe", "{teams} over the limit of driving"),
    "hinder.break.one": Words(
        "{team} phải nghỉ {minutes}, bắt đầu trong khoảng {between}, nên không còn đủ giờ cho điểm này",
        "{team} must take its break of {minutes}, begun within {between}, and then has no time for the site",
    ),
    "hinder.break.few": Words("{teams} vướng giờ nghỉ", "{teams} kept by their break"),
    # What would be enough
    "need.begin": Words("cần {needs}", "{needs}"),
    "need.team": Words("{team} {features}", "{team} {features}"),
    "need.any_team": Words("tổ {features}", "a team {features}"),
    "feature.skills": Words("có kỹ năng {skills}", "with the skill {skills}"),
    "feature.things": Words("mang theo {things}", "bringing {things}"),
    "feature.vehicles": Words("đi {vehicles}", "going by {vehicles}"),
    "need.offers": Words("{offers} tại điểm", "{offers} at the site"),
    "need.dates": Words(
        "thời hạn của điểm có ngày nằm trong kế hoạch ({first}–{last})",
        "a date between release and deadline that is in the plan ({first}–{last})",
    ),
    "need.first_step": Words("{first} xong chậm nhất ngày {day}", "{first} served by {day}"),
    "need.turnout": Words("nhiều người hơn đến được điểm khác", "more people who come to other sites"),
    "need.open": Words("khung giờ gặp dân trong các ngày của kế hoạch", "a window on the plan's dates"),
    "need.window": Words("khung giờ dài ít nhất {needed}", "a window of at least {needed}"),
    "need.works": Words("{team} làm việc ngày {dates}", "{team} at work on {dates}"),
    "need.road": Words("đường đến điểm này", "a road to the site"),
    "need.nights": Words(
        "{team} được nghỉ lại {nights} (ở {place})", "{team} away for {nights} (at {place})"
    ),
    "need.lodging": Words(
        "chỗ nghỉ lại tại điểm và {team} được nghỉ lại {nights}",
        "a place to sleep at the site and {team} away for {nights}",
    ),
    "need.shift_end": Words("ca làm của {team} đến {end}", "a shift of {team} until {end}"),
    "need.shift_start": Words("ca làm của {team} từ {start}", "a shift of {team} from {start}"),
    "need.shift": Words("ca làm của {team} từ {start} đến {end}", "a shift of {team} from {start} to {end}"),
    "need.work": Words(
        "mức làm việc của {team} là {minutes} mỗi ngày", "a limit of work of {team} of {minutes} a day"
    ),
    "need.drive": Words(
        "mức lái xe của {team} là {minutes} mỗi ngày", "a limit of driving of {team} of {minutes} a day"
    ),
    "need.no_break": Words(
        "{team} không phải nghỉ {minutes} trong khoảng {between}",
        "{team} without its break of {minutes} within {between}",
    ),
    # The story of one site
    "story.unknown": Words("Kịch bản không có điểm “{asked}”.", "The scenario has no site “{asked}”."),
    "story.meant": Words("Có phải là: {sites}?", "Did you mean: {sites}?"),
    "story.site": Words("{name} (mã {id})", "{name} (id {id})"),
    "story.site_commune": Words("{name}, {commune} (mã {id})", "{name}, {commune} (id {id})"),
    "story.outstanding": Words("Còn tồn: {cases}.", "Outstanding: {cases}."),
    "story.nothing": Words("Điểm này không có hồ sơ tồn.", "Nothing is outstanding at this site."),
    "story.due_later": Words(
        "Trong đó {cases} đến hạn từ ngày {day}.", "Of these, {cases} are due from {day} on."
    ),
    "story.record": Words("Đã làm trước đợt này:", "Done before these dates:"),
    "story.recorded": Words("  • Ngày {day}: {cases}", "  • {day}: {cases}"),
    "story.visits": Words("Trong kế hoạch:", "In the plan:"),
    "story.no_visits": Words("Kế hoạch không có lượt nào đến điểm này.", "No team comes in this plan."),
    "story.visit": Words(
        "  • Ngày {day}, {team}, {start}–{finish}: {cases}", "  • {day}, {team}, {start}–{finish}: {cases}"
    ),
    "story.away": Words("Người dân của điểm được làm ở nơi khác:", "Its people are served elsewhere:"),
    "story.away_gathered": Words(
        "  • Ngày {day}, {team} tại {host}, {start}–{finish}: {cases} (tự đến)",
        "  • {day}, {team} at {host}, {start}–{finish}: {cases} (they come by themselves)",
    ),
    "story.away_driven": Words(
        "  • Ngày {day}, {team} tại {host}, {start}–{finish}: {cases} (có xe đưa đón)",
        "  • {day}, {team} at {host}, {start}–{finish}: {cases} (a shuttle brings them)",
    ),
    "story.steps": Words("{service} là bước sau:", "{service} follows:"),
    "story.step_recorded": Words("  • Đã làm {cases} ngày {day}: {due}", "  • {cases} done on {day}: {due}"),
    "story.step_planned": Words("  • Xếp {cases} ngày {day}: {due}", "  • {cases} planned on {day}: {due}"),
    "story.due_from": Words("đến hạn từ ngày {day}", "due from {day} on"),
    "story.due_after": Words("đến hạn từ ngày {day}, sau đợt này", "due from {day} on, after these dates"),
    "story.planned_on": Words("{cases} ngày {day}", "{cases} on {day}"),
    "story.step_done": Words("  • Đã xếp {cases}", "  • Planned: {cases}"),
    "story.step_left": Words("  • Còn lại {cases}", "  • Left: {cases}"),
    "story.promises": Words("Đã hẹn:", "Promised:"),
    "story.pin_kept": Words("  • {promise}: kế hoạch giữ đúng.", "  • {promise}: kept."),
    "story.pin_broken": Words("  • {promise}: không giữ được. {reason}", "  • {promise}: not kept. {reason}"),
    "story.frozen": Words(
        "  • {team} ngày {day}: thuộc phần đã chốt, giữ nguyên.",
        "  • {team} on {day}: frozen, it stands as it was.",
    ),
    "story.conflict": Words("  • {team} ngày {day}: {reason}", "  • {team} on {day}: {reason}"),
    "promise.visit": Words("{place} ngày {day}", "{place} on {day}"),
    "unkept.break": Words(
        "dù tổ không làm việc khác, giờ nghỉ bắt buộc cũng không để lại đủ thời gian cho lượt này",
        "even with nothing else to do, the team's break leaves no time for this visit",
    ),
    "unkept.fewer": Words(
        "đã hẹn {promised} hồ sơ, nay ở đây chỉ còn {left}",
        "{promised} cases were promised here, and only {left} of them are left",
    ),
    "unkept.frozen": Words(
        "làm riêng thì được, nhưng vướng phần kế hoạch đã chốt của chính tổ này",
        "alone it could be kept, but not beside the frozen days of this very team",
    ),
    "unkept.full": Words(
        "làm riêng thì được, nhưng vào giờ ấy điểm đã đủ số tổ được cùng làm, theo kế hoạch đã chốt",
        "alone it could be kept, but by the frozen plan the site has as many teams then as may work there",
    ),
    "unkept.rival_dates": Words(
        "làm riêng thì được, nhưng tổ còn hẹn ở {others}; không thể giữ cả",
        "alone it could be kept, but the team is promised to {others} too: it cannot keep all",
    ),
    "promise.day": Words("{team} ngày {day}", "{team} on {day}"),
    "promise.start": Words("{promise} lúc {start}", "{promise} at {start}"),
    "promise.cases": Words("{promise}, ít nhất {cases}", "{promise}, at least {cases}"),
    "story.all_served": Words("Kế hoạch làm hết, không còn hồ sơ nào.", "The plan serves them all."),
    "story.left": Words("Còn lại {cases} – {reason}.", "Left: {cases} – {reason}."),
    "story.reason.not_plannable": Words("không xếp lịch được", "not plannable"),
    "story.reason.impossible": Words("không tổ nào làm được", "no team can do it"),
    "story.reason.crowded_out": Words("phải nhường việc đáng giá hơn", "gave way to work worth more"),
    "story.reason.costs": Words("chi phí đi lại nhiều hơn giá trị", "the way costs more than it is worth"),
    "story.reason.late_step": Words("bước trước làm quá muộn", "the step before is served too late"),
    "story.reason.frozen": Words("chỉ làm được trong phần đã chốt", "only frozen dates would do"),
    "story.reason.full": Words("các tổ làm được đã kín giờ", "the teams that can do it have no time left"),
    "story.reason.full_site": Words(
        "các tổ đã kín giờ, hoặc điểm đã đủ tổ",
        "the teams have no time left, or the site is full of teams",
    ),
    "story.reason.not_found": Words("làm được nhưng chưa tìm ra", "possible, but not found"),
    "story.need": Words("  Muốn làm được: {need}.", "  To have it done: {need}."),
    "story.teams": Words("  Từng tổ:", "  Team by team:"),
    "story.team_adds": Words(
        "  • {team}: ngày {day} làm thêm được {cases} mà không bỏ việc nào; {outcome}.",
        "  • {team}: {cases} more on {day}, giving nothing up; {outcome}.",
    ),
    "story.team_swaps": Words(
        "  • {team}: ngày {day} làm thêm được {cases} nếu {giving}; {outcome}.",
        "  • {team}: {cases} more on {day} by {giving}; {outcome}.",
    ),
    "story.better": Words("giá trị kế hoạch tăng {gain}", "the plan gets better by {gain}"),
    "story.worse": Words("kế hoạch kém đi {loss}", "the plan gets worse by {loss}"),
    "story.same": Words("kế hoạch không tốt hơn", "the plan gets no better"),
    "story.hindered": Words("  • Không làm được: {why}.", "  • Not able: {why}."),
    "story.team_hindered": Words("  • {team} không làm được: {why}.", "  • {team} is not able: {why}."),
    "story.team_full": Words(
        "  • {team}: đã kín giờ, không tìm được cách làm thêm.", "  • {team}: no time left, and no way found."
    ),
    "story.team_full_site": Words(
        "  • {team}: đã kín giờ, hoặc điểm đã đủ tổ; không tìm được cách làm thêm.",
        "  • {team}: no time left, or the site is full of teams; no way found.",
    ),
    "story.team_broken": Words(
        "  • {team}: lộ trình hiện có vi phạm quy tắc, phải sửa trước.",
        "  • {team}: its routes break a rule as they are and must be repaired first.",
    ),
    "story.more_teams": Words("  • Còn {teams} khác: {groups}.", "  • And {teams} more: {groups}."),
    "story.few_able": Words("{teams} có cách làm nhưng không lợi hơn", "{teams} able, but not better"),
    "story.few_full": Words("{teams} đã kín giờ", "{teams} with no time left"),
    "story.few_full_site": Words(
        "{teams} đã kín giờ hoặc điểm đã đủ tổ", "{teams} with no time left or a site full of teams"
    ),
    "story.few_broken": Words("{teams} có lộ trình vi phạm quy tắc", "{teams} with routes that break a rule"),
}
