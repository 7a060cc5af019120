"""Words of the checker: which rule a plan breaks, and how."""

from __future__ import annotations

from optimizer.language import Words

_DAY = "%d/%m"
_DATE = "%d/%m/%Y"
_ISO = "%Y-%m-%d"

WORDS: dict[str, Words] = {
    "breach.day": Words(f"{{day:{_DAY}}}", f"{{day:{_ISO}}}"),
    # R1 team-day
    "R1.unknown_team": Words("kịch bản không có tổ này", "the scenario has no such team"),
    "R1.outside_horizon": Words(
        f"ngày nằm ngoài thời gian kế hoạch {{first:{_DATE}}}–{{last:{_DATE}}}",
        f"the date is outside the plan's dates, {{first:{_ISO}}} to {{last:{_ISO}}}",
    ),
    "R1.day_off": Words("tổ không làm việc vào ngày này", "the team does not work on this date"),
    "R1.several_routes": Words(
        "có {number} lộ trình trong cùng một ngày, chỉ được một",
        "there are {number} routes on one date; only one is allowed",
    ),
    # R2 continuity
    "R2.start": Words(
        "lộ trình xuất phát từ {place}, nhưng đêm trước tổ ở {slept}",
        "the route starts at {place}, but the team slept at {slept}",
    ),
    "R2.no_bed": Words(
        "lộ trình kết thúc ở {place}, không phải trụ sở của tổ và cũng không phải nơi nghỉ lại",
        "the route ends at {place}, which is neither the team's base nor a place to sleep",
    ),
    "R2.not_home": Words(
        "ngày cuối kế hoạch tổ còn ở {place}, chưa về trụ sở",
        "the plan's last date ends with the team at {place}, not back at its base",
    ),
    "R2.nights": Words(
        "tổ nghỉ lại bên ngoài quá {limit} đêm liên tiếp",
        "the team is away for more than {limit} consecutive nights",
    ),
    "R2.off": Words(
        f"đêm này tổ ở {{place}}, mà ngày {{off:{_DAY}}} tổ không làm việc và phải có mặt ở trụ sở",
        f"the team sleeps at {{place}}, though it is off on {{off:{_ISO}}} and must be at its base",
    ),
    # R3 shift
    "R3.early": Words(
        "xuất phát lúc {depart}, trước giờ bắt đầu ca {limit}",
        "departure at {depart}, before the shift starts at {limit}",
    ),
    "R3.late": Words(
        "đến nơi cuối ngày lúc {arrive}, sau giờ hết ca {limit}",
        "the day's last arrival is at {arrive}, after the shift ends at {limit}",
    ),
    "R3.before_arrival": Words(
        "bắt đầu làm việc lúc {start}, trước khi đến lúc {arrive}",
        "work starts at {start}, before the arrival at {arrive}",
    ),
    "R3.work": Words(
        "đi đường và làm việc tổng cộng {minutes} phút, quá mức {limit} phút một ngày",
        "travel and work take {minutes} minutes, more than the day's limit of {limit}",
    ),
    "R3.drive": Words(
        "lái xe tổng cộng {minutes} phút, quá mức {limit} phút một ngày",
        "driving takes {minutes} minutes, more than the day's limit of {limit}",
    ),
    "R3.break_none": Words(
        "lộ trình ghi {number} lần nghỉ, nhưng tổ này không có giờ nghỉ bắt buộc",
        "the route lists {number} breaks, but the team has none to take",
    ),
    "R3.break_number": Words(
        "lộ trình ghi {number} lần nghỉ, phải đúng một lần",
        "the route lists {number} breaks; it must list exactly one",
    ),
    "R3.break_minutes": Words(
        "nghỉ {minutes} phút, phải đúng {needed} phút",
        "the break takes {minutes} minutes; it must take exactly {needed}",
    ),
    "R3.break_window": Words(
        "bắt đầu nghỉ lúc {start}, phải trong khoảng {between}",
        "the break begins at {start}; it must begin within {between}",
    ),
    "R3.break_shift": Words(
        "giờ nghỉ {taken} nằm ngoài ca làm {shift}",
        "the break {taken} is not inside the shift {shift}",
    ),
    "R3.break_overlaps": Words(
        "giờ nghỉ {taken} trùng giờ làm việc hoặc giờ đi đường",
        "the break {taken} overlaps work or travel",
    ),
    # R4 window
    "R4.length": Words(
        "phần việc {worked} dài {minutes} phút, nhưng phải đúng {needed} phút",
        "the work {worked} lasts {minutes} minutes, but must last exactly {needed}",
    ),
    "R4.closed": Words(
        "phần việc {worked} vào ngày không có khung giờ gặp dân",
        "the work {worked} is on a date on which the site has no hours",
    ),
    "R4.window": Words(
        "phần việc {worked} vượt khung giờ {hours}",
        "the work {worked} is not inside one window of {hours}",
    ),
    # R5 fitness
    "R5.site_skills": Words(
        "tổ thiếu kỹ năng mà điểm làm việc yêu cầu: {skills}",
        "the team lacks skills that the site requires: {skills}",
    ),
    "R5.service_skills": Words(
        "tổ thiếu kỹ năng để làm thủ tục «{service}»: {skills}",
        "the team lacks skills for the service “{service}”: {skills}",
    ),
    "R5.lacks": Words(
        "thủ tục «{service}» cần thứ mà điểm không có và tổ không mang theo: {missing}",
        "the service “{service}” needs what the site lacks and the team does not bring: {missing}",
    ),
    "R5.vehicle": Words(
        "phương tiện «{vehicle}» của tổ không vào được điểm này, chỉ vào được bằng: {allowed}",
        "the team's vehicle “{vehicle}” cannot reach this site, only: {allowed}",
    ),
    # R6 demand
    "R6.unknown_site": Words("kịch bản không có điểm làm việc này", "the scenario has no such site"),
    "R6.unknown_service": Words(
        "kịch bản không có thủ tục «{service}»", "the scenario has no service “{service}”"
    ),
    "R6.not_plannable": Words(
        "thủ tục «{service}» chỉ để thống kê, không lập kế hoạch được",
        "the service “{service}” is only counted and cannot be planned",
    ),
    "R6.no_cases": Words(
        "số hồ sơ «{service}» là {cases}, phải từ 1 trở lên",
        "the number of cases of “{service}” is {cases}; it must be at least 1",
    ),
    "R6.nobody": Words("lượt làm việc không có hồ sơ nào", "the visit serves nobody"),
    "R6.too_many": Words(
        "đến hết ngày này kế hoạch làm {served} hồ sơ «{service}», nhưng mới chỉ có {possible}",
        "by the end of this date the plan serves {served} cases of “{service}”, but only {possible} are due",
    ),
    "R6.release": Words(
        f"làm việc trước ngày được bắt đầu {{release:{_DATE}}}",
        f"work before the release date {{release:{_ISO}}}",
    ),
    "R6.deadline": Words(
        f"làm việc sau hạn chót {{deadline:{_DATE}}}",
        f"work after the deadline {{deadline:{_ISO}}}",
    ),
    "R6.guest_release": Words(
        f"làm hồ sơ của {{home}} trước ngày được bắt đầu {{release:{_DATE}}}",
        f"cases of {{home}} are served before their release date {{release:{_ISO}}}",
    ),
    "R6.guest_deadline": Words(
        f"làm hồ sơ của {{home}} sau hạn chót {{deadline:{_DATE}}}",
        f"cases of {{home}} are served after their deadline {{deadline:{_ISO}}}",
    ),
    "R6.own_site": Words(
        "dân của chính điểm này bị ghi là từ điểm khác đến",
        "people of this very site are listed as coming from another one",
    ),
    "R6.unknown_home": Words(
        "có người đến từ điểm «{home}» mà kịch bản không có",
        "people come from “{home}”, a site that the scenario does not have",
    ),
    "R6.no_guests": Words(
        "ghi có người từ {home} đến nhưng không có hồ sơ nào",
        "people are listed as coming from {home}, but without any cases",
    ),
    "R6.not_offered": Words(
        "không làm được hồ sơ «{service}» của {home} ở đây: kịch bản không khai dân tự đến điểm khác "
        "và không có xe đưa đón giữa hai điểm",
        "cases of “{service}” of {home} cannot be served here: "
        "the scenario has no gathering, and no shuttle between the two",
    ),
    "R6.not_gathered": Words(
        "không làm được hồ sơ «{service}» của {home} ở đây: dân không tự đến điểm khác làm thủ tục này "
        "và không có xe đưa đón giữa hai điểm",
        "cases of “{service}” of {home} cannot be served here: "
        "people do not gather for this service, and there is no shuttle between the two",
    ),
    "R6.too_far": Words(
        "không làm được hồ sơ «{service}» của {home} ở đây: cách {km} km, quá {radius} km mà dân tự đến, "
        "và không có xe đưa đón giữa hai điểm",
        "cases of “{service}” of {home} cannot be served here: "
        "{km} km away is beyond the radius of {radius} km, and there is no shuttle between the two",
    ),
    "R6.turnout": Words(
        "kế hoạch làm {served} hồ sơ «{service}» của điểm này ở nơi khác, nhưng chỉ có {most} người tự đến",
        "the plan serves {served} cases of “{service}” of this site elsewhere, but only {most} people come",
    ),
    "R6.shuttle_turnout": Words(
        "kế hoạch đưa đón {served} hồ sơ «{service}» từ đây đến {host}, nhưng chỉ được nhiều nhất {most}",
        "the plan brings {served} cases of “{service}” from this site to {host}, but at most {most} may come",
    ),
    # R7 site
    "R7.crowded": Words(
        "có {number} tổ cùng làm việc lúc {span}, chỉ được {limit}: {teams}",
        "{number} teams are at work at once, {span}; only {limit} may be: {teams}",
    ),
    # R8 travel
    "R8.no_road": Words(
        "ngày này không có đường từ {origin} đến {destination}",
        "there is no road from {origin} to {destination} on this date",
    ),
    "R8.too_soon": Words(
        "đến {place} lúc {arrive}, nhưng đi từ {leave} mất {minutes} phút thì sớm nhất là {earliest}",
        "arrival at {place} at {arrive}, but {minutes} minutes of travel from {leave} end at {earliest}",
    ),
    "R8.km": Words(
        "lộ trình ghi {stated} km, theo bảng đường đi là {real} km",
        "the route states {stated} km; the travel matrix gives {real} km",
    ),
    "R8.travel_minutes": Words(
        "lộ trình ghi {stated} phút đi đường, theo bảng đường đi là {real} phút",
        "the route states {stated} minutes of travel; the travel matrix gives {real}",
    ),
    # R9 pins
    "R9.pin": Words(
        "lịch hẹn không được giữ mà cũng không được nêu ở conflicts",
        "this promise is neither kept nor listed as a conflict",
    ),
    "R9.frozen": Words(
        "lộ trình phải giữ nguyên đã bị đổi mà không được nêu ở conflicts",
        "the frozen route is neither in the plan unchanged nor listed as a conflict",
    ),
    "R9.released": Words(
        "lượt làm việc của lộ trình phải giữ nguyên đã bị bỏ hoặc đổi mà không được nêu ở conflicts",
        "this visit of a frozen route is neither kept nor listed as a conflict",
    ),
    "R9.frozen_off": Words(
        "ngày phải giữ nguyên này ở kế hoạch trước tổ không có lộ trình",
        "the frozen plan has no route of the team on this date",
    ),
    # P: what a plan states of itself
    "P1.figure": Words(
        "số liệu «{name}» của kế hoạch ghi {stated}, tính lại được {real}",
        "the plan's figure “{name}” states {stated}; recomputed it is {real}",
    ),
    "P1.bound": Words(
        "giá trị mục tiêu {objective} vượt cận trên {bound} mà kế hoạch nêu",
        "the objective {objective} exceeds the upper bound {bound} that the plan states",
    ),
    "P1.gap_alone": Words(
        "kế hoạch nêu khoảng cách {gap} mà không nêu cận trên",
        "the plan states a gap of {gap} without a bound",
    ),
    "P2.unserved": Words(
        "danh sách chưa làm ghi {listed} hồ sơ «{service}», nhưng thực tế còn lại {remaining}",
        "the unserved list has {listed} cases of “{service}”, but {remaining} remain",
    ),
    "P3.plannable": Words(
        "hồ sơ «{service}» bị ghi là không lập kế hoạch được, nhưng thủ tục này lập kế hoạch được",
        "cases of “{service}” are called not plannable, but the service is plannable",
    ),
    "P3.not_plannable": Words(
        "hồ sơ «{service}» không lập kế hoạch được, nhưng lý do lại ghi là «{reason}»",
        "cases of “{service}” are not plannable, but the reason given is “{reason}”",
    ),
    "P4.unknown": Words(
        "mục này ở conflicts không ứng với lịch hẹn hay lộ trình phải giữ nguyên nào",
        "this conflict names neither a pin nor a frozen route",
    ),
    "P4.kept": Words(
        "conflicts nêu là không giữ được, nhưng kế hoạch vẫn giữ",
        "this is listed as a conflict, but the plan keeps it",
    ),
    "P4.no_reason": Words(
        "mục này ở conflicts không nêu lý do",
        "the conflict is listed without a reason",
    ),
    # why promises are not kept
    "unkept.alone": Words(
        "dù cả ngày chỉ làm mỗi lượt này, đi từ trụ sở rồi về, cũng không được: {reason}",
        "even as the only visit of the day, from the base and back, it cannot be: {reason}",
    ),
    "unkept.rivals": Words(
        "làm riêng thì được, nhưng cùng ngày tổ còn hẹn ở {others}; không tìm được cách giữ cả",
        "alone it could be kept, but the team is promised to {others} that day too: not all could be",
    ),
    "unkept.shared": Words(
        "làm riêng thì được, nhưng hồ sơ ở đây còn được hẹn cho {teams}; không tìm được cách giữ cả",
        "alone it could be kept, but cases here are also promised to {teams}: no way to keep all was found",
    ),
    "unkept.nobody": Words(
        "không còn hồ sơ nào ở đây để làm",
        "no case is outstanding here",
    ),
    "unkept.unknown": Words(
        "kịch bản không còn tổ hoặc điểm này",
        "the scenario has no such team or site any more",
    ),
    "unkept.not_found": Words(
        "làm riêng thì được, nhưng chưa tìm được cách xếp trong thời gian tìm kiếm",
        "alone it could be kept, but no way was found in the time of the search",
    ),
}
