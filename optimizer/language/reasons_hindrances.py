"""Words of explanations: why no team can serve cases, and what would be enough."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
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
}
